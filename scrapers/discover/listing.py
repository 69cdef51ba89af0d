"""A listing page: its items and the way to the next page.

A site's selectors go first; where they are missing or find nothing, the page is read without them, so that a
portal that changes its markup loses no night.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.page.charset import UnreadablePage, decode
from parsers.page.html_posted import hour_of
from parsers.page.html_tree import parse
from parsers.page.impostors import Impostor, impostor
from parsers.page.legacy_text import modern
from scrapers.discover.listing_entry import Entry, read_entry, title_of
from scrapers.discover.listing_guess import guess_listing
from scrapers.discover.paging import find_paging
from scrapers.fetch.urls import UnusableUrlError, canonical_url, notice_id
from scrapers.ledger.rows import Sighting
from scrapers.platforms import ListingSpec

_DAY = re.compile(
    r"(?<!\d)(?:(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)|((?:19|20)\d\d)-(\d\d)-(\d\d))(?!\d)"
)
_MOST_DATE_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class ListingPage:
    """What a listing page shows. `next` is the link to the following page, None where there is none;
    `parameter` numbers the pages in their addresses; `unusable` counts items without a link that can be
    followed; `guessed`: no selector found an item; `impostor`: what a page without items is
    instead, where that can be told.
    """

    entries: tuple[Entry, ...] = ()
    next: str | None = None
    unusable: int = 0
    parameter: str | None = None
    guessed: bool = False
    impostor: Impostor | None = None

    @property
    def items(self) -> tuple[Sighting, ...]:
        """The items as the ledger takes them."""
        return tuple(entry.sighting() for entry in self.entries)


def read_listing(body: bytes, url: str, spec: ListingSpec) -> ListingPage:
    """The listing page at `url`; one without items where the bytes are no text at all."""
    try:
        html = modern(decode(body))
    except UnreadablePage:
        return ListingPage()
    tree = parse(html)
    base = _base(tree, url)
    entries: dict[str, Entry] = {}
    unusable = 0
    for node in _first_css(tree, spec.item):
        entry = _entry(node, spec, base)
        if entry is None:
            unusable += 1
        else:
            entries.setdefault(notice_id(entry.url), entry)
    paging = find_paging(tree, base, url)
    following = _next(tree, spec, base, url)
    if entries or unusable:
        return ListingPage(tuple(entries.values()), following, unusable, spec.page_parameter)
    guess = guess_listing(tree, base, url)
    if not guess.entries and (kind := _instead(tree, html)) is not None:
        return ListingPage(impostor=kind)
    return ListingPage(
        guess.entries, following or paging.next, guess.unusable, paging.parameter, guessed=True
    )


def _instead(tree: LexborHTMLParser, html: str) -> Impostor | None:
    heading = tree.css_first("h1") or tree.css_first("title")
    title = heading.text(strip=True) if heading else None
    tree.strip_tags(["script", "style"])
    return impostor(html, title, tree.body.text(separator=" ", strip=True) if tree.body else "")


def _base(tree: LexborHTMLParser, url: str) -> str:
    node = tree.css_first("base[href]")
    return urljoin(url, node.attributes.get("href") or "") if node else url


def _first_css(node: LexborHTMLParser | LexborNode, selectors: tuple[str, ...]) -> list[LexborNode]:
    for selector in selectors:
        found: list[LexborNode] = node.css(selector)
        if found:
            return found
    return []


def _entry(node: LexborNode, spec: ListingSpec, base: str) -> Entry | None:
    link = next(iter(_first_css(node, spec.link)), node)
    try:
        url = canonical_url(link.attributes.get("href") or "", base) if link.attributes.get("href") else None
    except UnusableUrlError:
        return None
    if url is None:
        return None
    title = _text(node, spec.title) if spec.title else title_of(link)
    read = read_entry(url, title, [node])
    dated = next(iter(_first_css(node, spec.date)), None)
    when = f"{dated.attributes.get('datetime') or ''} {dated.text()}"[:_MOST_DATE_CHARACTERS] if dated else ""
    day = _day(when) or (None if spec.date else read.day)
    at = (hour_of(when, day) or read.at) if day and dated else read.at
    return Entry(url, title, day, at, _text(node, spec.summary) if spec.summary else read.summary)


def _text(node: LexborNode, selectors: tuple[str, ...]) -> str:
    found = next(iter(_first_css(node, selectors)), None)
    return " ".join(found.text(separator=" ").split()) if found else ""


def _day(text: str) -> date | None:
    """The first calendar day in `text`, written 27/03/2018, 27-3-2018 or 2018-03-27."""
    for found in _DAY.finditer(text):
        day, month, year, iso_year, iso_month, iso_day = found.groups()
        try:
            return date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
        except ValueError:
            continue
    return None


def _next(tree: LexborHTMLParser, spec: ListingSpec, base: str, url: str) -> str | None:
    for href in _hrefs(tree, spec.next):
        try:
            goal = canonical_url(href, base)
        except UnusableUrlError:  # javascript:, mailto: and the like
            continue
        if goal != url:
            return goal
    return None


def _hrefs(tree: LexborHTMLParser, selectors: tuple[str, ...]) -> Iterator[str]:
    for selector in selectors:
        for node in tree.css(selector):
            href = node.attributes.get("href")
            if href:
                yield href


def counted_up(url: str, parameter: str) -> str:
    """The listing page after `url`, by its number in the query parameter `parameter` (absent: page 1)."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    number = next((value for key, value in pairs if key == parameter), "1")
    following = str(int(number[:9]) + 1 if number.isdecimal() else 2)
    kept = [pair for pair in pairs if pair[0] != parameter]
    return canonical_url(parts._replace(query=urlencode([*kept, (parameter, following)])).geturl())
