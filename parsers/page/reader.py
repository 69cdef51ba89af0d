"""Bytes or text of one page to its title, dates, author, body and files.

The one entry to page reading: HTML and plain-text dumps of pages are told apart here and nowhere else.
"""

from __future__ import annotations

from parsers.page.charset import UnreadablePage, decode
from parsers.page.dump_page import read_dump
from parsers.page.html_page import read_html
from parsers.page.html_tree import is_html
from parsers.page.layout import Layout
from parsers.page.legacy_text import modern
from parsers.page.record import Page
from parsers.text import compose

__all__ = ["Page", "UnreadablePage", "read_page"]


def read_page(data: str | bytes, *, url: str | None = None, layout: Layout | None = None) -> Page:
    """Read one page.

    `data`: HTML or plain text, as text or bytes. `url` resolves relative links; `layout` says where the parts
    of an HTML page stand. What is read is Unicode NFC. An empty page gives an empty `Page`. Raises
    `UnreadablePage` where bytes hold no text.
    """
    text = compose(modern(decode(data) if isinstance(data, bytes) else data))
    return read_html(text, url=url, layout=layout) if is_html(text) else read_dump(text)
