"""What one page says, without the site around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parsers.notice import Attachment


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read.

    `title`, `author`: as displayed, `None` where the page shows none. `published`: the page's own posting
    date. `body`: paragraphs parted by `\\n`, characters as they stand. `canonical_url`: absolute, where the
    page gives it. `source_label`: the name of the site and section above the headline (the masthead), which
    tells whose page it is.
    """

    title: str | None = None
    published: date | None = None
    author: str | None = None
    body: str = ""
    attachments: tuple[Attachment, ...] = ()
    canonical_url: str | None = None
    source_label: str | None = None
