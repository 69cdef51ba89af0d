"""Scrapers get bytes from the sites and keep them: discovery, polite fetching, WARC archive, ledger."""
