"""What one page says, without the site around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from parsers.notice import Attachment


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read.

    `title`, `author`: as displayed, `None` where the page shows none. `published`: the page's own posting
    date, `posted_at` the same with the hour where it is shown (local time), `updated` the day of a later
    change. `body`: paragraphs parted by `\\n`, characters as they stand; `lead` is the one of them that opens
    it apart (sapo). `section`: the rubric that the page stands in. `canonical_url`: absolute, where the page
    gives it. `source_label`: the name of the site and section above the headline (the masthead), which tells
    whose page it is.
    """

    title: str | None = None
    published: date | None = None
    author: str | None = None
    body: str = ""
    attachments: tuple[Attachment, ...] = ()
    canonical_url: str | None = None
    source_label: str | None = None
    posted_at: datetime | None = None
    updated: date | None = None
    lead: str | None = None
    section: str | None = None
