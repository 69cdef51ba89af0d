"""A stored notice as rows of the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from parsers.dates.finder import CalendarDate
from parsers.notice import Mention, MentionField
from pipeline.store.stored import StoredNotice
from scrapers.ledger.files import FileCopy

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def days(name: str, edtf: str | None) -> Row:
    """An EDTF value as three columns: itself, its first and its last day.

    Null where open, unknown, or no day of the calendar: the checks on write tell the last from the others.
    """
    first, last = _edges(edtf) if edtf else (None, None)
    return {name: edtf, f"{name}_first": first, f"{name}_last": last}


@lru_cache(maxsize=8192)
def _edges(edtf: str) -> tuple[date | None, date | None]:
    value = CalendarDate(edtf, "day")
    try:
        return value.first, value.last
    except ValueError:
        return None, None


def rows_of(stored: StoredNotice) -> Rows:
    """Table → the notice's rows there, without the partition column."""
    notice = stored.notice
    published = stored.published
    common: Row = {"published": published, "year": published.year if published else None}
    passages = _Passages(notice.id, notice.mentions, common)
    return {
        "notices": [_notice_row(stored, published)],
        "documents": [
            passages.row("documents", d.number)
            | {"number": d.number, "type": d.type, "issuer": d.issuer, "role": d.role}
            | days("issued", d.issued)
            for d in notice.documents
        ],
        "movements": [
            passages.row("movements", m.name) | {"name": m.name, "kind": m.kind} | days("period", m.period)
            for m in notice.movements
        ],
        "themes": [passages.row("themes", theme) | {"theme": theme} for theme in notice.themes],
        "periods": [passages.row("periods", p) | days("period", p) for p in notice.periods],
        "occasions": [
            passages.row("occasions", o.event)
            | {"event": o.event, "years": o.years}
            | days("origin", o.origin)
            | days("anniversary", o.on)
            for o in notice.occasions
        ],
        "dates": [passages.row("dates", d) | days("date", d) for d in notice.dates],
        "attachments": [
            {"notice_id": notice.id, "position": i, "url": a.url, "name": a.name}
            | _file(a.type, stored.copies.get(a.url))
            | common
            for i, a in enumerate(notice.attachments, 1)
        ],
    }


def _notice_row(stored: StoredNotice, published: date | None) -> Row:
    notice = stored.notice
    return {
        "id": notice.id,
        "url": notice.url,
        "site": stored.site,
        "platform": stored.platform,
        "agency": stored.agency,
        "title": notice.title,
        "published": published,
        "year": published.year if published else None,
        "posted_at": datetime.fromisoformat(notice.posted_at).astimezone(UTC) if notice.posted_at else None,
        "updated": date.fromisoformat(notice.updated) if notice.updated else None,
        "author": notice.author,
        "section": notice.section,
        "lead": notice.lead,
        "body": notice.body,
        "fetched_at": stored.fetched_at.astimezone(UTC) if stored.fetched_at else None,
        "archive_file": stored.archive_file,
        "archive_offset": stored.archive_offset,
        "unsearched": notice.unsearched,
        "content_hash": stored.content_hash,
        "extractor_version": stored.extractor_version,
    }


def _file(named: str | None, copy: FileCopy | None) -> Row:
    """What is known of an attachment: its copy's type, size, digest and place, or the type in its name."""
    return {
        "type": copy.type if copy else named,
        "size": copy.size if copy else None,
        "sha256": copy.sha256 if copy else None,
        "fetched_at": copy.fetched_at if copy else None,
        "archive_file": copy.place.file if copy else None,
        "archive_offset": copy.place.offset if copy else None,
    }


class _Passages:
    """The first passage of each value of a notice, and how many there are."""

    def __init__(self, notice_id: str, mentions: Iterable[Mention], common: Row) -> None:
        self._notice_id = notice_id
        self._common = common
        self._first: dict[tuple[MentionField, str], Mention] = {}
        self._count: Counter[tuple[MentionField, str]] = Counter()
        for mention in sorted(mentions, key=lambda m: (m.where != "title", m.start)):
            self._first.setdefault((mention.field, mention.value), mention)
            self._count[mention.field, mention.value] += 1

    def row(self, field: MentionField, value: str) -> Row:
        """The columns that every extracted row has; no `mentions` and no passage where nothing gives it."""
        first = self._first.get((field, value))
        return self._common | {
            "notice_id": self._notice_id,
            "field": first.where if first else None,
            "start": first.start if first else None,
            "end": first.end if first else None,
            "text": first.text if first else None,
            "confidence": first.confidence if first else None,
            "mentions": self._count[field, value],
        }
