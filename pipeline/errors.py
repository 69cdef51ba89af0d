"""What a user can mend: shown as one line, without a traceback, with exit status 2."""

from __future__ import annotations


class UserError(Exception):
    """Something that the user asked for cannot be done; the message says why and what to do."""
