"""The record of one notice. What each field means stands in the data dictionary (`thidua dictionary`).

Dates are EDTF strings (ISO 8601-2:2019): day `2021-08-30`, month `2021-10`, stretch `2021-09-01/2021-12-10`,
unknown year `XXXX-07-07`. Lists hold each distinct item once, in the order of its first mention.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Role = Literal["subject", "award", "basis", "mention"]
Kind = Literal["phong trào", "đợt thi đua", "cuộc vận động", "chiến dịch"]
MentionField = Literal["documents", "movements", "themes", "periods", "occasions", "dates"]


@dataclass(frozen=True, slots=True)
class Document:
    """An official document that is cited with a number."""

    number: str
    type: str | None = None
    issued: str | None = None
    issuer: str | None = None
    role: Role = "mention"


@dataclass(frozen=True, slots=True)
class Movement:
    """An emulation movement, drive or mass campaign with a name of its own."""

    name: str
    kind: Kind = "phong trào"
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """An anniversary that the notice marks."""

    event: str
    years: int | None = None
    origin: str | None = None
    """The founding date (`from` in the record)."""
    on: str | None = None

    def record(self) -> dict[str, Any]:
        """As a plain dict."""
        return {"event": self.event, "years": self.years, "from": self.origin, "on": self.on}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that the page offers; `type` is its extension in lower case."""

    url: str
    name: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One passage that a value was taken from: `text == getattr(notice, where)[start:end]`."""

    field: MentionField
    value: str
    """The document's number, the movement's name, the theme, the occasion's event, or the EDTF string."""
    where: Literal["title", "body"]
    start: int
    end: int
    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Notice:
    """One web page or text of a Vietnamese authority or newspaper, as extracted."""

    id: str
    url: str | None
    title: str | None
    published: str | None
    author: str | None
    province: str | None
    body: str
    documents: tuple[Document, ...] = ()
    movements: tuple[Movement, ...] = ()
    themes: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    dates: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    mentions: tuple[Mention, ...] = ()
    section: str | None = None
    """The rubric that the page stands in."""
    lead: str | None = None
    """The paragraph of `body` that opens it apart (sapo)."""
    posted_at: str | None = None
    """`published` with the hour, where the page shows it: Vietnam's time, `2021-08-30T14:05+07:00`."""
    updated: str | None = None
    """The day of a later change that the page tells (ISO 8601)."""
    unsearched: int = 0
    """Characters at the end of a very long `body` in which nothing was looked for; nearly always 0."""

    def record(self) -> dict[str, Any]:
        """The notice as plain JSON values, in the shape that `thidua extract` prints."""
        flat = {name: getattr(self, name) for name in self.__slots__}
        for name in ("documents", "movements", "attachments", "mentions"):
            flat[name] = [_plain(item) for item in flat[name]]
        flat["occasions"] = [occasion.record() for occasion in self.occasions]
        return {name: list(value) if isinstance(value, tuple) else value for name, value in flat.items()}


def _plain(item: Document | Movement | Attachment | Mention) -> dict[str, Any]:
    return {name: getattr(item, name) for name in item.__slots__}
