"""When a campaign runs (periods) and what it marks (occasions)."""
