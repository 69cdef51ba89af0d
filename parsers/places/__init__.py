"""Provinces and districts, with the time in which they were in being."""
