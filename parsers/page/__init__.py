"""Bytes or text of a page → title, posting date, author, body, attachments."""
