"""Official documents that a notice cites with a number (văn bản)."""
