"""Discovery: what the listings, feeds and sitemaps of a site show, entered into the ledger.

Listings come first: a feed shows the newest items, and what it enters must not pass for known ground.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from scrapers.discover.feeds import FeedError, read_feed
from scrapers.discover.finding import Discovered, Finder, ListingError
from scrapers.discover.listing_walk import ListingWalk
from scrapers.discover.sitemaps import Child, Sitemap, SitemapError, read_sitemap
from scrapers.fetch.fetching import Exchange, Fetcher, FetchError, MayFollow
from scrapers.ledger.ledger import Ledger
from scrapers.ledger.rows import StartRow
from scrapers.sites import Site

_DEEPEST = 3
"""Indexes within indexes of sitemaps; the protocol knows one."""


def discover(
    site: Site,
    fetcher: Fetcher,
    ledger: Ledger,
    now: datetime,
    *,
    limit: int | None = None,
    since: date | None = None,
    may_follow: MayFollow | None = None,
) -> Discovered:
    """Read the site's listings, feeds and sitemaps and enter their items.

    `limit` new items are enough. `since`: listings are not followed to pages that hold older items alone. A
    source that fails is noted in `faults`; the others are read all the same, unless the host wants to be left
    alone.
    """
    finder = Finder(site, fetcher, ledger, now, limit, since, may_follow)
    found = finder.found
    ways: list[tuple[str, str, Callable[[], None]]] = [
        *(("listing", url, ListingWalk(finder, url).go) for url in site.start),
        *(("feed", url, _Feed(finder, url).go) for url in site.feeds),
        *(("sitemap", url, _Sitemaps(finder, url).go) for url in site.sitemaps),
    ]
    for kind, url, go in ways:
        try:
            go()
        except ListingError as fault:
            found.faults.append(str(fault))
        except FetchError as fault:
            found.faults.append(f"{kind} {url}: {fault}")
            if fault.kind in {"busy", "robots"}:
                found.closed = True
                break
    return found


class _Source:
    """A file that lists pages and is asked for only if it changed."""

    def __init__(self, finder: Finder, url: str) -> None:
        self._finder, self._url = finder, url

    kind = "source"

    def _ask(self, url: str) -> tuple[Exchange | None, StartRow]:
        """The file, None where it is as it was; and what is known of it."""
        known = self._finder.ledger.start(self._finder.site.id, url, self._reading)
        answer = self._finder.get(url, known.conditions, kind=self.kind)
        if answer is not None and answer.status == 304:
            self._finder.found.known_ground += known.items
            return None, known
        return answer, known

    def _read(self, url: str, answer: Exchange, items: int) -> None:
        """Enter that the file was read."""
        row = StartRow(True, items, answer.header("etag"), answer.header("last-modified"))
        finder = self._finder
        finder.ledger.note_start(finder.site.id, url, self._reading, row, finder.now)

    @property
    def _reading(self) -> str:
        """What the reading of the file depends on; it is read anew when that changes."""
        return f"only:{self._finder.site.only.pattern if self._finder.site.only else ''}"


class _Feed(_Source):
    kind = "feed"

    def go(self) -> None:
        """Enter the entries of the feed."""
        answer, known = self._ask(self._url)
        if answer is None:
            return
        try:
            items, unusable = read_feed(answer.body, answer.url)
        except FeedError as fault:
            raise ListingError(f"feed {self._url}: {fault}") from fault
        self._finder.found.unusable += unusable
        if not items and known.items:
            raise ListingError(f"feed {self._url}: no entry found (it gave {known.items} before)")
        self._finder.enter(items)
        self._read(self._url, answer, len(items))


class _Sitemaps(_Source):
    kind = "sitemap"

    def go(self) -> None:
        """Enter the pages of the sitemap and of those that it names, as many files as a night may read.

        A sitemap that has not changed since it was read last (by its index's word) is not asked for.
        """
        site, found = self._finder.site, self._finder.found
        waiting = [(Child(self._url), 0)]
        visited: set[str] = set()
        while waiting and not self._finder.enough:
            child, depth = waiting.pop(0)
            if not site.owns(child.url):
                found.elsewhere += 1
                continue
            if child.url in visited:
                continue
            if len(visited) >= site.max_pages:
                found.warnings.append(
                    f"sitemap {self._url}: more than {site.max_pages} files, the rest waits"
                )
                return
            sitemap = self._one(child, visited)
            if sitemap is not None and depth < _DEEPEST:
                waiting += [(each, depth + 1) for each in sitemap.children]

    def _one(self, child: Child, visited: set[str]) -> Sitemap | None:
        """One file; None where there is nothing to read."""
        known = self._finder.ledger.start(self._finder.site.id, child.url, self._reading)
        if child.updated and known.last_good and child.updated < known.last_good:
            self._finder.found.known_ground += known.items
            return None
        visited.add(child.url)
        answer, known = self._ask(child.url)
        if answer is None:
            return None
        try:
            sitemap = read_sitemap(answer.body, answer.url, self._finder.now)
        except SitemapError as fault:
            raise ListingError(f"sitemap {child.url}: {fault}") from fault
        self._finder.found.unusable += sitemap.unusable
        if not (sitemap.items or sitemap.children) and known.items:
            raise ListingError(f"sitemap {child.url}: empty (it gave {known.items} before)")
        self._finder.enter(sitemap.items)
        # An index is always read again: its own validators say nothing of the files that it names.
        row = answer if not sitemap.children else replace(answer, headers=())
        self._read(child.url, row, len(sitemap.items) or len(sitemap.children))
        return sitemap
