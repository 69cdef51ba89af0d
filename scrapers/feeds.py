"""RSS and Atom feeds as sightings, read by feedparser, which forgives what portals do to XML."""

from __future__ import annotations

import io
from calendar import timegm
from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser

from scrapers.ledger_rows import Sighting
from scrapers.urls import UnusableUrlError, canonical_url, notice_id

_MOST_BYTES = 5_000_000
_MOST_ENTRIES = 2_000
_VIETNAM = timedelta(hours=7)


class FeedError(ValueError):
    """A file that is no feed; the message says what was seen."""


def read_feed(body: bytes, url: str, content_type: str | None = None) -> tuple[tuple[Sighting, ...], int]:
    """The entries of the feed at `url`, and how many had no address that can be followed.

    An entry's day is Vietnam's. Raises `FeedError` where the bytes are no feed.
    """
    if len(body) > _MOST_BYTES:
        raise FeedError(f"more than {_MOST_BYTES} bytes")
    # As a stream: feedparser takes a string that looks like an address or a path for one, and opens it.
    parsed = feedparser.parse(
        io.BytesIO(body),
        response_headers={"content-type": content_type or "application/xml", "content-location": url},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.get("version"):  # absent where the body is empty
        why = parsed.get("bozo_exception")
        raise FeedError(f"no feed ({type(why).__name__}: {why})" if why else "no feed")
    items: dict[str, Sighting] = {}
    unusable = 0
    for entry in parsed.entries[:_MOST_ENTRIES]:
        try:
            goal = canonical_url(entry.get("link") or "", url) if entry.get("link") else None
        except UnusableUrlError:
            goal = None
        if goal is None:
            unusable += 1
            continue
        published, updated = _moment(entry, "published_parsed"), _moment(entry, "updated_parsed")
        first = published or updated
        day = (first + _VIETNAM).date() if first else None
        id = notice_id(goal)
        items.setdefault(id, Sighting(id, goal, None, day, updated))
    return tuple(items.values()), unusable


def _moment(entry: Any, key: str) -> datetime | None:
    """A time of an entry, in UTC."""
    parts = entry[key] if key in entry else None  # noqa: SIM401 - .get() of `updated` falls back to `published`
    if parts is None:
        return None
    try:
        return datetime.fromtimestamp(timegm(parts), UTC)
    except (ValueError, OverflowError, OSError):
        return None
