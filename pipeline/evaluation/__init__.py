"""Scores against gold, and what confidence is worth."""
