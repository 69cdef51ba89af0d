"""The way through the pages of one listing: new items every night, all of them now and then.

The *front* begins at the first page and stops at known ground: a page that says nothing new. What it leaves
(because the host failed, a limit was reached, or the listing is longer than a night) is marked by a cursor in
the ledger, where the *sweep* of the next nights goes on. Every few weeks the whole listing is walked, known
ground or not: a notice that was put in with an old date stands on a deep page and is found only so.

Paging ends at a page without items that this run has not seen (portals that answer any page number with the
same page, circles), at one that is not there, and never visits a page twice. A calendar that makes up items
for ever is given up at a depth.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from scrapers.discover.finding import Finder, ListingError
from scrapers.discover.listing import ListingPage, counted_up, read_listing
from scrapers.fetch.fetching import Exchange, FetchError
from scrapers.ledger.rows import StartRow, WalkRow

_DEEPEST = 2_000
"""Pages of one listing, in all nights of a walk."""
_MOST_FAILURES = 3
"""Nights on which the cursor's page may fail before it is passed over."""
_LEAST_ITEMS, _FALLEN = 5, 0.3


class Entered(NamedTuple):
    """What a page's items were: how many are the site's own, whether this run had not been shown some of them
    yet, whether some say something new.
    """

    own: int
    fresh: bool
    news: bool


class ListingWalk:
    """The walk through the listing that begins at `start`."""

    def __init__(self, finder: Finder, start: str) -> None:
        self._finder, self._start = finder, start
        self._site, self._found, self._ledger = finder.site, finder.found, finder.ledger
        self._reading = hashlib.sha256(repr(self._site.listing).encode()).hexdigest()[:16]
        self._known = self._ledger.start(self._site.id, start, self._reading)
        self._walk = self._ledger.walk(self._site.id, start, self._reading)
        self._visited: set[str] = set()
        self._shown: set[str] = set()
        self._linked = False
        self._guessed: bool | None = None

    def go(self) -> None:
        """Front and sweep. Where a page fails (`ListingError`, `FetchError`) the cursor stands at it."""
        under_way = self._walk.cursor is not None
        # While a sweep is under way it brings what lies behind known ground.
        self._front(thorough=not under_way and (not self._known.complete or self._full_walk_due()))
        if under_way and self._finder.since is None:
            self._sweep()

    def _full_walk_due(self) -> bool:
        """Whether the whole listing is to be walked again; the sites' turns are spread over the nights."""
        days, last = self._site.full_walk, self._walk.last_full
        spread = int(hashlib.sha256(self._start.encode()).hexdigest()[:4], 16) / 0xFFFF  # 0 … 1
        return days > 0 and (
            last is None or self._finder.now - last >= timedelta(days=days * (0.75 + 0.5 * spread))
        )

    def _front(self, *, thorough: bool) -> None:
        """From the first page to known ground; `thorough`: to the end of the listing."""
        behind = self._walk
        url = self._start
        first: StartRow | None = None
        while True:
            answer = self._page(url, self._known.conditions if first is None and not thorough else {})
            if answer is None:
                return self._at_the_end(first)
            if answer.status == 304:
                self._found.known_ground += self._known.items
                return self._note(self._known, behind)
            page, entered = self._enter(answer)
            if first is None:
                self._look_at_first(page, entered.own)
                first = StartRow(
                    self._known.complete,
                    entered.own,
                    answer.header("etag"),
                    answer.header("last-modified"),
                )
            following = self._following(page, url)
            if following is None or not entered.fresh:
                return self._at_the_end(first)
            left = replace(
                behind,
                cursor=following,
                to_known=not thorough if behind.cursor is None else behind.to_known,
                depth=len(self._visited),
                failures=0,
            )
            if not (thorough or entered.news):
                return self._note(first, left if behind.cursor in self._visited else behind)
            # Told before the next page is asked for: a run that is killed there hides nothing either.
            self._note(first, left)
            if self._finder.enough or self._finder.too_old(page.items) or self._full():
                return None
            url = following

    def _sweep(self) -> None:
        """From the cursor on, as far as tonight's pages reach."""
        walk = self._walk
        while walk.cursor is not None and not self._full() and not self._finder.enough:
            url = walk.cursor
            try:
                answer = self._page(url, {})
                if answer is None:
                    return self._swept(walk)
                page, entered = self._enter(answer)
            except (ListingError, FetchError):
                self._note(None, self._failed(walk, url))
                raise
            following = self._following(page, url)
            if following is None or not entered.fresh or (walk.to_known and not entered.news):
                return self._swept(walk)
            walk = replace(walk, cursor=following, depth=walk.depth + 1, failures=0)
            if walk.depth >= _DEEPEST:
                self._found.warnings.append(f"listing {self._start}: given up after {_DEEPEST} pages")
                return self._swept(walk)
            self._note(None, walk)
        return None

    def _page(self, url: str, conditions: dict[str, str]) -> Exchange | None:
        self._visited.add(url)
        return self._finder.get(url, conditions, may_end=url != self._start)

    def _enter(self, answer: Exchange) -> tuple[ListingPage, Entered]:
        page = read_listing(answer.body, answer.url, self._site.listing)
        if page.impostor not in {None, "not-found page"} and answer.url != self._start:
            raise ListingError(f"listing {answer.url}: {page.impostor} in its place")
        if self._guessed is None:
            self._guessed = page.guessed
        elif page.guessed and not self._guessed:
            # Where selectors found the items before, what is guessed behind the last page is navigation.
            page = ListingPage()
        ids = {item.id for item in page.items}
        fresh = not ids <= self._shown
        self._shown |= ids
        self._found.unusable += page.unusable
        own, news = self._finder.enter(page.items)
        return page, Entered(own, fresh, news)

    def _full(self) -> bool:
        """Whether tonight's pages of this listing are used up."""
        return len(self._visited) >= self._site.max_pages

    def _failed(self, walk: WalkRow, url: str) -> WalkRow:
        """The walk after the cursor's page failed: it waits there, and at last goes round it."""
        if walk.failures + 1 < _MOST_FAILURES:
            return replace(walk, failures=walk.failures + 1)
        parameter = self._site.listing.page_parameter
        return replace(walk, cursor=counted_up(url, parameter) if parameter else None, failures=0)

    def _at_the_end(self, first: StartRow | None) -> None:
        """The front has come to the end of the listing."""
        whole = WalkRow(last_full=self._finder.now)
        self._note(replace(first, complete=True) if first else None, whole)

    def _swept(self, walk: WalkRow) -> None:
        """Nothing is left behind the cursor."""
        full = walk.last_full if walk.to_known else self._finder.now
        row = self._ledger.start(self._site.id, self._start, self._reading)
        self._note(replace(row, complete=True), WalkRow(last_full=full))

    def _note(self, first: StartRow | None, walk: WalkRow) -> None:
        finder = self._finder
        if first is not None:
            self._ledger.note_start(self._site.id, self._start, self._reading, first, finder.now)
        if walk != self._walk:
            self._ledger.note_walk(self._site.id, self._start, self._reading, walk)
            self._walk = walk

    def _look_at_first(self, page: ListingPage, own: int) -> None:
        """Raises `ListingError` where the first page shows no notice; warns where it shows far fewer."""
        was = self._known.items
        if not own:
            before = f"it gave {was} before" if was else "it never gave any"
            if page.impostor is not None:
                raise ListingError(f"listing {self._start}: {page.impostor} in its place ({before})")
            what = "items lead to other hosts only" if page.items else "no item found"
            raise ListingError(f"listing {self._start}: {what} ({before}): has the site's markup changed?")
        if page.guessed and was and self._site.listing.item:
            self._found.warnings.append(
                f"listing {self._start}: the site's selectors find nothing, items are guessed"
            )
        if was >= _LEAST_ITEMS and own < _FALLEN * was:
            self._found.warnings.append(f"listing {self._start}: {own} items, it gave {was} before")

    def _following(self, page: ListingPage, url: str) -> str | None:
        """The next page's address, on the site's hosts and not visited yet."""
        following = page.next
        if following is not None:
            self._linked = True
        elif page.parameter and not self._linked:
            following = counted_up(url, page.parameter)
        if following is None or following in self._visited or not self._site.owns(following):
            return None
        return following
