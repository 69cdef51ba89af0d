"""Finding notices: listings with their paging, feeds, sitemaps, re-visits."""
