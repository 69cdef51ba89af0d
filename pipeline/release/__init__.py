"""Immutable, checksummed releases of the lake, and the proof that one is whole."""
