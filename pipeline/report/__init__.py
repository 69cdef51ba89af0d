"""What the last nights came to, as a page with plots."""
