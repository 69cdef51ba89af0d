"""Discovery: what the listing pages of a site show, entered into the ledger page by page.

Paging stops at known ground (a page that says nothing new), at a page without new items in this run (portals
that answer any page number with the same page), at the site's bound, and never visits a page twice. Known
ground counts only once the paging was followed to its end with the same selectors: a run that was broken
off, or limited, would else hide what lies behind it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from scrapers.fetching import Exchange, Fetcher, FetchError, MayFollow
from scrapers.ledger import Ledger, StartRow
from scrapers.listing import ListingPage, counted_up, read_listing
from scrapers.sites import Site

_GONE = frozenset({404, 410})


class ListingError(Exception):
    """A start page that cannot be read as a listing; the message says what was seen."""


@dataclass(slots=True)
class Discovered:
    """What discovery saw. `known_ground` counts items behind a listing that answered 304; `closed`: the host
    wants no more requests tonight.
    """

    seen: set[str] = field(default_factory=set)
    news: set[str] = field(default_factory=set)
    known_ground: int = 0
    elsewhere: int = 0
    unusable: int = 0
    pages: int = 0
    closed: bool = False
    faults: list[str] = field(default_factory=list)


def discover(
    site: Site,
    fetcher: Fetcher,
    ledger: Ledger,
    now: datetime,
    *,
    limit: int | None = None,
    may_follow: MayFollow | None = None,
) -> Discovered:
    """Read the site's listings and enter their items; `limit` new items are enough.

    A start page that fails is noted in `faults`; the others are read all the same, unless the host wants to
    be left alone.
    """
    found = Discovered()
    for start in site.start:
        try:
            _Walk(site, start, fetcher, ledger, now=now, found=found, may_follow=may_follow).go(limit)
        except ListingError as fault:
            found.faults.append(str(fault))
        except FetchError as fault:
            found.faults.append(f"listing {start}: {fault}")
            if fault.kind in {"busy", "robots"}:
                found.closed = True
                break
    return found


class _Walk:
    """The way through the pages of one listing."""

    def __init__(
        self,
        site: Site,
        start: str,
        fetcher: Fetcher,
        ledger: Ledger,
        *,
        now: datetime,
        found: Discovered,
        may_follow: MayFollow | None,
    ) -> None:
        self._site, self._start, self._fetcher, self._ledger = site, start, fetcher, ledger
        self._now, self._found, self._may_follow = now, found, may_follow
        self._reading = hashlib.sha256(repr(site.listing).encode()).hexdigest()[:16]
        self._known = ledger.start(site.id, start, self._reading)
        self._linked = False

    def go(self, limit: int | None) -> None:
        """Page by page to the end."""
        url: str | None = self._start
        visited: set[str] = set()
        first: StartRow | None = None
        whole = False
        while url is not None and url not in visited:
            if len(visited) >= self._site.max_pages:
                whole = True
                break
            visited.add(url)
            answer = self._get(url, self._known.conditions if first is None else {})
            if answer is None or answer.status in _GONE:
                whole = True
                break
            if answer.status == 304:
                self._found.known_ground += self._known.items
                first, whole = self._known, True
                break
            page = read_listing(answer.body, answer.url, self._site.listing)
            fresh, news = self._enter(page, url)
            if first is None:
                first = StartRow(
                    self._known.complete,
                    len(page.items),
                    answer.header("etag"),
                    answer.header("last-modified"),
                )
            if not fresh or (self._known.complete and not news):
                whole = True
                break
            if limit is not None and len(self._found.news) >= limit:
                break
            url = self._following(page, url)
        else:
            whole = True
        if first is not None:
            first = replace(first, complete=first.complete or whole)
            self._ledger.note_start(self._site.id, self._start, self._reading, first, self._now)

    def _get(self, url: str, conditions: Mapping[str, str]) -> Exchange | None:
        """The answer; None at the end of a paging that ends with an error page of its own."""
        answer = self._fetcher.fetch(url, headers=conditions, may_follow=self._may_follow).final
        self._found.pages += 1
        if answer.status in {200, 304} or (answer.status in _GONE and url != self._start):
            return answer
        raise ListingError(f"listing {url}: status {answer.status}")

    def _enter(self, page: ListingPage, url: str) -> tuple[bool, bool]:
        """Whether the page has items that this run had not seen yet, and whether any says something new."""
        own = [item for item in page.items if self._site.owns(item.url)]
        self._found.elsewhere += len(page.items) - len(own)
        self._found.unusable += page.unusable
        if not own and url == self._start:
            before = f"it gave {self._known.items} before" if self._known.items else "it never gave any"
            if page.impostor is not None:
                raise ListingError(f"listing {url}: {page.impostor} in its place ({before})")
            what = "items lead to other hosts only" if page.items else "no item found"
            raise ListingError(f"listing {url}: {what} ({before}): has the site's markup changed?")
        fresh = {item.id for item in own} - self._found.seen
        self._found.seen |= fresh
        news = {id for id, new in self._ledger.see(self._site.id, own, self._now).items() if new}
        self._found.news |= news
        return bool(fresh), bool(news)

    def _following(self, page: ListingPage, url: str) -> str | None:
        """The next page's address, on the site's hosts."""
        following = page.next
        if following is not None:
            self._linked = True
        elif self._site.listing.page_parameter and not self._linked:
            following = counted_up(url, self._site.listing.page_parameter)
        return following if following is not None and self._site.owns(following) else None
