"""A site read for the first time, or again: its family, its listing, its articles, and what came of them.

Pure: whoever calls brings the bytes. A family's selectors are proposed only where they find the items that
the generic reader finds, or more; else the site is `generic`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Comment

from parsers.page.charset import decode
from parsers.page.layout import Layout
from parsers.page.legacy_text import modern
from parsers.page.reader import Page, read_page
from parsers.reference import provinces
from scrapers.discover.listing import ListingPage, read_listing
from scrapers.fingerprints import Recognised, recognise
from scrapers.platforms import ListingSpec, Platform

_TRIMMED = ("script", "style", "noscript", "iframe", "svg", "link", "object")
_PICTURE = re.compile(r"data:[a-z/+.-]{3,40};base64,[A-Za-z0-9+/=\s]{1,10000000}")
_LONGEST_VALUE = 300
_SAME_WORDS = 0.98
"""Share of a body's words that a second reading must have in common with the first."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What a listing page tells of its site. `signs`: the families that may have made it, likeliest first."""

    url: str
    platform: str
    signs: tuple[Recognised, ...]
    listing: ListingPage
    province: str | None
    name: str | None


def probe(body: bytes, url: str, platforms: Mapping[str, Platform]) -> Probe:
    """Read a listing page without knowing its site; `UnreadablePage` where the bytes hold no text."""
    html = modern(decode(body))
    signs = tuple(recognise(html, url, platforms))
    guessed = read_listing(body, url, ListingSpec())
    platform, listing = "generic", guessed
    for sign in signs[:2]:
        found = read_listing(body, url, platforms[sign.platform].listing)
        if found.entries and not found.guessed and _covers(found, guessed):
            platform, listing = sign.platform, found
            break
    return Probe(url, platform, signs, listing, province_of(url), _name(html))


def _covers(found: ListingPage, guessed: ListingPage) -> bool:
    known = {entry.url for entry in found.entries}
    dated = sum(entry.day is not None for entry in found.entries)
    return all(entry.url in known for entry in guessed.entries) and dated >= sum(
        entry.day is not None for entry in guessed.entries
    )


def province_of(url: str) -> str | None:
    """The province whose government or newspaper has the host of `url`, as it is called today or was last."""
    host = urlsplit(url).hostname or ""
    for unit in provinces().values():
        for domain in (unit.gov_domain, unit.news_domain):
            if domain and (host == domain or host.endswith(f".{domain}")):
                return unit.slug
    return None


def id_of(url: str) -> str:
    """An id for the site at `url`: its host without `www`, `gov`, `com` and `vn`."""
    labels = (urlsplit(url).hostname or "").split(".")
    kept = [label for label in labels if label not in {"www", "gov", "com", "org", "edu", "vn", "net"}]
    return re.sub(r"[^a-z0-9]+", "-", "-".join(kept)).strip("-") or "site"


def _name(html: str) -> str | None:
    soup = BeautifulSoup(html[:50_000], "html.parser")
    told = soup.find("meta", attrs={"property": "og:site_name"})
    if told is not None and (content := str(told.get("content") or "").strip()):
        return content
    title = soup.title.get_text().strip() if soup.title else ""
    pieces = [piece.strip() for piece in re.split(r"\s[-–|»]\s", title) if piece.strip()]
    return pieces[-1] if pieces else None


def trimmed(body: bytes) -> str:
    """A page as a fixture: without scripts, styles, comments and pictures in its markup."""
    soup = BeautifulSoup(_PICTURE.sub("data:,", modern(decode(body))), "html.parser")
    for tag in soup(list(_TRIMMED)):
        if tag.get("type") != "application/ld+json" and tag.get("rel") != ["canonical"]:
            tag.decompose()
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in soup.find_all(True):
        for name, value in list(tag.attrs.items()):
            if name.startswith("on") or (
                isinstance(value, str) and len(value) > _LONGEST_VALUE and name != "content"
            ):
                del tag[name]
    lines = (line.rstrip() for line in str(soup).splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def article_record(page: Page) -> dict[str, Any]:
    """What is expected of an article, as a record that people can check."""
    return {
        "title": page.title,
        "published": page.published.isoformat() if page.published else None,
        "author": page.author,
        "section": page.section,
        "attachments": [file.name for file in page.attachments],
        "body": page.body.split("\n"),
    }


def listing_record(listing: ListingPage) -> list[dict[str, Any]]:
    """What is expected of a listing page."""
    return [
        {"url": entry.url, "title": entry.title, "date": entry.day.isoformat() if entry.day else None}
        for entry in listing.entries
    ]


def read_article(body: bytes, url: str, layout: Layout) -> dict[str, Any]:
    """An article's record with a layout."""
    return article_record(read_page(body, url=url, layout=layout))


@dataclass(frozen=True, slots=True)
class Drift:
    """A field that reads otherwise than its record says."""

    field: str
    expected: str
    found: str


def article_drift(expected: Mapping[str, Any], found: Mapping[str, Any]) -> list[Drift]:
    """The fields of an article that differ; a body by its words, so that an edited comma is none."""
    drift = [
        Drift(name, str(expected.get(name)), str(found.get(name)))
        for name in ("title", "published", "author", "section", "attachments")
        if expected.get(name) != found.get(name)
    ]
    before, now = (_words(record.get("body") or []) for record in (expected, found))
    same = (before & now).total()
    if same < _SAME_WORDS * max(before.total(), now.total()):
        drift.append(Drift("body", f"{before.total()} words", f"{now.total()} words, {same} in common"))
    return drift


def _words(lines: Sequence[str]) -> Counter[str]:
    return Counter(re.findall(r"\w+", "\n".join(lines).casefold()))


def listing_drift(expected: Sequence[Mapping[str, Any]], found: ListingPage, selectors: bool) -> list[Drift]:
    """How a listing page reads otherwise than when its record was made; its items change, its form not.

    `selectors`: whether the site has any for its items.
    """
    drift: list[Drift] = []
    if selectors and found.guessed:
        drift.append(Drift("selectors", "find the items", "find nothing"))
    if len(found.entries) < 0.5 * len(expected) or not found.entries:
        drift.append(Drift("items", f"{len(expected)}", f"{len(found.entries)}"))
    before = sum(item.get("date") is not None for item in expected) / max(1, len(expected))
    now = sum(entry.day is not None for entry in found.entries) / max(1, len(found.entries))
    if now < before - 0.3:
        drift.append(Drift("dates", f"{before:.0%} of items", f"{now:.0%} of items"))
    return drift
