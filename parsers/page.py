"""Bytes or text of one page to its title, dates, author, body and files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parsers.notice import Attachment


class UnreadablePage(ValueError):
    """The bytes hold no text: an image, a PDF, an archive, garbage."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one page says, without the site around it.

    `title`, `author`: as displayed, `None` where the page shows none. `published`: the page's own posting date.
    `body`: paragraphs parted by `\\n`, characters as they stand. `canonical_url`: absolute, where the page gives it.
    `source_label`: the paper or portal that the page names as its source ("Nguồn: …").
    """

    title: str | None = None
    published: date | None = None
    author: str | None = None
    body: str = ""
    attachments: tuple[Attachment, ...] = ()
    canonical_url: str | None = None
    source_label: str | None = None
