"""Getting bytes: politely, within bounds, and never from where they must not come."""
