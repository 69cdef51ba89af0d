"""Keeping bytes as WARC, finding them again, taking in archives of others."""
