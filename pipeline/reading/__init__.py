"""Ways to read the lake: SQL, words, other formats, maps."""
