"""Sitemaps (sitemaps.org protocol 0.9): addresses of pages, or of further sitemaps; plain or gzipped.

Read tag by tag, in one pass: portals write `&` bare and cut files off, and an XML parser would refuse the
whole for it. No tree is built and no entity is expanded: neither depth nor a bomb can be hidden in one.
"""

from __future__ import annotations

import html
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from scrapers.fetch.urls import UnusableUrlError, canonical_url, notice_id
from scrapers.ledger.rows import Sighting

MOST_ENTRIES = 50_000
"""The protocol's bound for one file; also ours."""
_MOST_BYTES = 50_000_000
_TAG = re.compile(
    r"<(urlset|sitemapindex|url|sitemap|loc|lastmod)(?=[\s>])[^<>]{0,500}>\s{0,50}"
    r"(?:<!\[CDATA\[)?([^<\]]{0,2500})"
)
"""An opening tag of the protocol, without prefix (`image:loc` is none), and the text behind it."""
_HANOI = timezone(timedelta(hours=7))
_LEAST_TO_DISTRUST, _SUSPECT_SHARE = 20, 0.5


@dataclass(frozen=True, slots=True)
class Child:
    """A further sitemap, and when it changed last, if that is told."""

    url: str
    updated: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap holds; `unusable` counts entries without an address that can be followed."""

    items: tuple[Sighting, ...] = ()
    children: tuple[Child, ...] = ()
    unusable: int = 0


class SitemapError(ValueError):
    """A file that is no sitemap; the message says what was seen."""


def read_sitemap(body: bytes, url: str, now: datetime) -> Sitemap:
    """The sitemap at `url`; raises `SitemapError` where it is none.

    Times of change are left out where most of them say "just now": such a portal stamps the hour of the
    request on every page.
    """
    tags = _TAG.findall(_plain(body).decode("utf-8", "replace"))
    if not any(name in {"urlset", "sitemapindex"} for name, _ in tags):
        raise SitemapError("no sitemap (neither <urlset> nor <sitemapindex> in it)")
    unusable = 0
    items: dict[str, Sighting] = {}
    children: dict[str, Child] = {}
    for kind, address, updated in _entries(tags):
        try:
            goal = canonical_url(address, url) if address else None
        except UnusableUrlError:
            goal = None
        if goal is None:
            unusable += 1
        elif kind == "sitemap":
            children.setdefault(goal, Child(goal, moment_of(updated)))
        else:
            id = notice_id(goal)
            items.setdefault(id, Sighting(id, goal, None, updated=moment_of(updated)))
    return Sitemap(_trusted(list(items.values()), now), tuple(children.values()), unusable)


def _plain(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        plain = unpacker.decompress(body, _MOST_BYTES)
    except zlib.error as fault:
        raise SitemapError(f"a gzip file that cannot be unpacked ({fault})") from fault
    if unpacker.unconsumed_tail:
        raise SitemapError(f"more than {_MOST_BYTES} bytes unpacked")
    return plain


def _entries(tags: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Kind (`url` or `sitemap`), address and time of change of each entry; the first of each counts."""
    entry: dict[str, str] | None = None
    count = 0
    for name, text in [*tags, ("url", "")]:
        if name in {"url", "sitemap"}:
            if entry is not None:
                yield entry["kind"], entry.get("loc", ""), entry.get("lastmod", "")
                count += 1
            if count >= MOST_ENTRIES:
                return
            entry = {"kind": name}
        elif entry is not None:
            entry.setdefault(name, html.unescape(text).strip())


def moment_of(text: str) -> datetime | None:
    """A W3C date or time (`2026-11-24`, `2026-11-24T08:00+07:00`) in UTC; a day counts to its last second in
    Vietnam, a time without zone is Vietnam's.
    """
    try:
        if len(text) <= len("2026-11-24"):
            moment = datetime.combine(date.fromisoformat(text), time(23, 59, 59), _HANOI)
        else:
            moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=_HANOI)
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # the year 1 or 9999
        return None


def _trusted(items: Sequence[Sighting], now: datetime) -> tuple[Sighting, ...]:
    just_now = sum(item.updated is not None and item.updated > now - timedelta(hours=1) for item in items)
    if len(items) >= _LEAST_TO_DISTRUST and just_now > _SUSPECT_SHARE * len(items):
        return tuple(Sighting(item.id, item.url, None) for item in items)
    return tuple(items)
