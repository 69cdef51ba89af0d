"""The pipeline joins scrapers and parsers and owns what is stored and everything that a user touches."""
