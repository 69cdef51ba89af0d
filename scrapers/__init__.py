"""Scrapers get bytes from the sites and keep them: discovery, polite fetching, the WARC archive, the ledger."""
