"""Parsers turn bytes into a notice. They are pure: the same bytes give the same record."""
