"""RSS (0.9x, 1.0, 2.0) and Atom feeds as sightings.

Read tag by tag, in one pass: portals write `&` bare and cut files off. feedparser 6.0.14 forgives as much,
but a megabyte of unclosed tags keeps it busy for 8 to 23 seconds of CPU, and mutated feeds made it raise
ValueError, KeyError and UnicodeDecodeError; a crawler gets its feeds from strangers.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from parsers.page.charset import UnreadablePage, decode
from scrapers.discover.sitemaps import moment_of
from scrapers.fetch.urls import UnusableUrlError, canonical_url, notice_id
from scrapers.ledger.rows import Sighting

_MOST_BYTES = 5_000_000
_MOST_ENTRIES = 2_000
_VIETNAM = timedelta(hours=7)
_TAG = re.compile(
    r"<(/?(?:item|entry)|link|guid|pubdate|dc:date|published|updated|modified|rss|feed|rdf:rdf)(?=[\s/>])"
    r"([^<>]{0,2500})>\s{0,50}(?:<!\[CDATA\[)?([^<\]]{0,2500})",
    re.IGNORECASE,
)
"""A tag that matters, its attributes, and the text behind it; `atom:link` in RSS is none."""
_ATTRIBUTE = re.compile(r"\b(href|rel|isPermaLink)\s{0,9}=\s{0,9}[\"']([^\"'<>]{0,2500})[\"']", re.IGNORECASE)
_ROOTS = frozenset({"rss", "feed", "rdf:rdf"})
_PUBLISHED = ("pubdate", "dc:date", "published", "updated", "modified")


class FeedError(ValueError):
    """A file that is no feed; the message says what was seen."""


def read_feed(body: bytes, url: str) -> tuple[tuple[Sighting, ...], int]:
    """The entries of the feed at `url`, and how many had no address that can be followed.

    An entry's day is Vietnam's. Raises `FeedError` where the bytes are no feed.
    """
    if len(body) > _MOST_BYTES:
        raise FeedError(f"more than {_MOST_BYTES} bytes")
    try:
        tags = _TAG.findall(decode(body))
    except UnreadablePage as fault:
        raise FeedError(f"no feed ({fault})") from fault
    if not any(name.lower() in _ROOTS for name, _, _ in tags):
        raise FeedError("no feed (neither <rss> nor <feed> nor <rdf:RDF> in it)")
    items: dict[str, Sighting] = {}
    unusable = 0
    for number, entry in enumerate(_entries(tags)):
        if number >= _MOST_ENTRIES:
            break
        address = entry.get("link") or entry.get("guid")
        try:
            goal = canonical_url(address, url) if address else None
        except UnusableUrlError:
            goal = None
        if goal is None:
            unusable += 1
            continue
        first = next((moment for name in _PUBLISHED if (moment := _moment(entry.get(name, "")))), None)
        day = (first.replace(tzinfo=None) + _VIETNAM).date() if first else None
        id = notice_id(goal)
        items.setdefault(id, Sighting(id, goal, None, day, _moment(entry.get("updated", ""))))
    return tuple(items.values()), unusable


def _entries(tags: list[tuple[str, str, str]]) -> Iterator[dict[str, str]]:
    """Tag → text of each entry; the first of each counts."""
    entry: dict[str, str] | None = None
    for cased, attributes, text in [*tags, ("/item", "", "")]:
        name = cased.lower()
        if name.lstrip("/") in {"item", "entry"}:
            if entry is not None:
                yield entry
            entry = None if name.startswith("/") else {}
        elif entry is not None:
            told = _told(name, dict(_ATTRIBUTE.findall(attributes)), text)
            if told:
                entry.setdefault(name, told)


def _told(name: str, attributes: dict[str, str], text: str) -> str:
    """What a tag says: the address of a link to the page itself, the text of any other."""
    plain = html.unescape(text).strip()
    if name == "link" and "href" in attributes:
        return html.unescape(attributes["href"]) if attributes.get("rel", "alternate") == "alternate" else ""
    if name == "guid" and (attributes.get("isPermaLink") == "false" or not plain.startswith("http")):
        return ""
    return plain


def _moment(text: str) -> datetime | None:
    """A time as RSS (RFC 822) or Atom (RFC 3339) writes it, in UTC."""
    if (moment := moment_of(text)) is not None:
        return moment
    try:
        return parsedate_to_datetime(text[:100]).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None
