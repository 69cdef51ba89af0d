"""Parsers turn bytes into a notice. They are pure: no network, no clock; the same bytes give the same record."""
