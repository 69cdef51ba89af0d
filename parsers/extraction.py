"""Bytes or text of one page → the notice: the stages in their order, and nothing else.

Each stage reads the same immutable source and what earlier stages found; none writes. See `parsers.found` for
what they return.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import TypeVar

from parsers.campaigns.occasions import find_occasions
from parsers.campaigns.periods import find_periods
from parsers.dates.finder import CalendarDate, find_dates
from parsers.documents.finder import find_documents
from parsers.documents.numbers import find_numbers
from parsers.found import Found, Source
from parsers.movements.finder import find_movements
from parsers.movements.themes import find_themes
from parsers.notice import Document, Mention, MentionField, Movement, Notice, Occasion
from parsers.page.layout import Layout
from parsers.page.reader import Page, read_page
from parsers.places.provinces import find_province, in_force
from parsers.text import Text

EXTRACTOR_VERSION = "1"
"""Raised when the same bytes may give another record; every stored notice carries it."""
THRESHOLD = 0.5
"""Items below this confidence are kept out of the record.

Each rule gives what it finds a confidence of its own, by how much of the evidence is printed: 0.9 and more
where the words leave no doubt, 0.75 to 0.9 where they are to be read together, 0.5 to 0.75 where a default
fills in, less where the same words often mean something else. The threshold parts the last from the rest.
`thidua evaluate` shows the precision of each group against gold; `tests/gold` pins that the items above it
are at least as precise as those below.
"""
SEARCHED = 80_000
"""Characters of a body that are searched: over twenty times an average notice, forty pages of print.

What lies behind is kept in the record's `body` and counted in its `unsearched`, so that nobody takes an empty
list for an answer. The bound keeps any input's time within a fixed multiple of an average one's.
"""
_TITLE_SEARCHED = 2_000

_VIETNAM = timezone(timedelta(hours=7))
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Findings:
    """All passages that the stages found in one source, whatever their confidence."""

    source: Source
    documents: Sequence[Found[Document]]
    movements: Sequence[Found[Movement]]
    themes: Sequence[Found[str]]
    periods: Sequence[Found[str]]
    occasions: Sequence[Found[Occasion]]
    dates: Sequence[Found[CalendarDate]]


def extract(
    data: str | bytes,
    *,
    url: str | None = None,
    published: date | str | None = None,
    province: str | None = None,
    agency: str | None = None,
    layout: Layout | None = None,
    id: str | None = None,
) -> Notice:
    """Read one page and return its notice.

    `data` is HTML or plain text, as text or bytes. `published` (ISO date or date) serves where the page shows
    no date of its own: it anchors dates without a year, and is not the notice's `published`.
    `province` (slug) and `agency` say whose site the page is from; `layout` where its fields stand.
    `id` defaults to a hash of the URL, else of the text.

    Documents, dates, names and the rest are looked for in the first `SEARCHED` characters of the body.

    Raises `parsers.UnreadablePage` where the bytes hold no text, `ValueError` for a wrong `published`.
    """
    anchor = date.fromisoformat(published) if isinstance(published, str) else published
    page = read_page(data, url=url, layout=layout)
    address = url or page.canonical_url
    findings = find_all(make_source(page, address, anchor, province, agency))
    return make_notice(page, findings, address, id)


def find_all(source: Source) -> Findings:
    """Run every stage over one source."""
    numbers = find_numbers(source)
    read = find_dates(source, [found.span for found in numbers], doubtful=True)
    dates = [found for found in read if found.confidence >= THRESHOLD]  # no stage builds on the others
    movements = find_movements(source, dates)
    return Findings(
        source,
        find_documents(source, numbers, dates),
        movements,
        find_themes(source),
        find_periods(source, dates, movements),
        find_occasions(source, dates),
        read,
    )


def make_source(
    page: Page, url: str | None, anchor: date | None, province: str | None, agency: str | None
) -> Source:
    """A page as the stages read it; its province is found where the caller does not know it."""
    title = Text.of(_beginning(page.title or "", _TITLE_SEARCHED))
    body = Text.of(_beginning(page.body, SEARCHED))
    published = page.published or anchor
    slug = in_force(province, published) if province else None
    if slug is None:
        guess = find_province(
            title, body, masthead=page.source_label, credit=page.author, url=url, when=published
        )
        slug = guess.slug if guess else None
    return Source(title, body, published, slug, agency or page.source_label)


def _beginning(text: str, most: int) -> str:
    """At most the first `most` characters of a text, cut where a word ends."""
    if len(text) <= most:
        return text
    at = max(text.rfind(" ", most - 200, most), text.rfind("\n", most - 200, most))
    return text[: at if at > 0 else most]


def _identify(url: str | None, page: Page) -> str:
    return hashlib.sha256((url or f"{page.title}\n{page.body}").encode()).hexdigest()[:16]


def make_notice(
    page: Page, findings: Findings, url: str | None, id: str | None = None, threshold: float = THRESHOLD
) -> Notice:
    """Join a page and what was found in it; items below `threshold` are left out."""
    source = findings.source
    counted = [
        Found(found.value.edtf, found.span, found.confidence)
        for found in findings.dates
        if found.value.counted
    ]
    mentions: list[Mention] = []

    def keep(field: MentionField, found: Iterable[Found[T]], name: Callable[[T], str]) -> tuple[T, ...]:
        sure = [item for item in found if item.confidence >= threshold]
        mentions.extend(_mention(source, field, name(item.value), item) for item in sure)
        return tuple(dict.fromkeys(item.value for item in sure))

    return Notice(
        id=id or _identify(url, page),
        url=url,
        title=page.title,
        published=page.published.isoformat() if page.published else None,
        author=page.author,
        province=source.province,
        body=page.body,
        documents=keep("documents", findings.documents, lambda d: d.number),
        movements=keep("movements", findings.movements, lambda m: m.name),
        themes=keep("themes", findings.themes, str),
        periods=keep("periods", findings.periods, str),
        occasions=keep("occasions", findings.occasions, lambda o: o.event),
        dates=keep("dates", counted, str),
        attachments=page.attachments,
        mentions=tuple(mentions),
        section=page.section,
        lead=page.lead,
        posted_at=_vietnam_time(page.posted_at) if page.posted_at else None,
        updated=page.updated.isoformat() if page.updated else None,
        unsearched=len(page.body) - len(source.body.raw),
    )


def _vietnam_time(moment: datetime) -> str:
    """A wall clock's time with Vietnam's offset, which has no summer time."""
    return moment.replace(tzinfo=_VIETNAM).isoformat(timespec="minutes")


def _mention(source: Source, field: MentionField, value: str, found: Found[T]) -> Mention:
    where, start, end = found.span
    text = source.text(where)
    start, end = text.source_span(start, end)
    return Mention(field, value, where, start, end, text.raw[start:end], round(found.confidence, 3))
