"""Parsers turn bytes into a notice. They are pure: the same bytes give the same record.

>>> from parsers import extract
>>> extract("Kế hoạch số 545/KH-UBND ngày 30/8/2021").documents[0].number
'545/KH-UBND'
"""

from parsers.extraction import extract
from parsers.found import Found, Source
from parsers.notice import Attachment, Document, Mention, Movement, Notice, Occasion
from parsers.page.layout import Layout
from parsers.page.reader import Page, UnreadablePage, read_page

__all__ = [
    "Attachment",
    "Document",
    "Found",
    "Layout",
    "Mention",
    "Movement",
    "Notice",
    "Occasion",
    "Page",
    "Source",
    "UnreadablePage",
    "extract",
    "read_page",
]
