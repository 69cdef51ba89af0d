"""What every kind of discovery shares: asking the host, entering what was found, counting it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from scrapers.fetch.fetching import Exchange, Fetcher, FetchError, MayFollow
from scrapers.ledger.ledger import Ledger
from scrapers.ledger.rows import Sighting
from scrapers.sites import Site

GONE = frozenset({404, 410})


class ListingError(Exception):
    """A listing, feed or sitemap that cannot be read as one; the message says what was seen."""


def own_only(site: Site) -> MayFollow:
    """Refuses redirects that lead off the site."""

    def check(url: str) -> None:
        if not site.owns(url):
            raise FetchError("redirect", f"leads off the site to {url}")

    return check


@dataclass(slots=True)
class Discovered:
    """What discovery saw.

    `seen`, `news`: ids of items, and of those of which something new was said. `known_ground` counts items
    behind a listing that answered 304. `elsewhere`: items on other hosts; `passed_over`: items that the
    site's key `only` leaves out; `unusable`: items without an address. `closed`: the host wants no more
    requests tonight. `faults` and `warnings` are for people.
    """

    seen: set[str] = field(default_factory=set)
    news: set[str] = field(default_factory=set)
    known_ground: int = 0
    elsewhere: int = 0
    passed_over: int = 0
    unusable: int = 0
    pages: int = 0
    closed: bool = False
    faults: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Finder:
    """One site's discovery tonight. `limit`: new items that are enough; `since`: none older is sought."""

    site: Site
    fetcher: Fetcher
    ledger: Ledger
    now: datetime
    limit: int | None = None
    since: date | None = None
    may_follow: MayFollow | None = None
    found: Discovered = field(default_factory=Discovered)

    @property
    def enough(self) -> bool:
        """Whether as much was found as was asked for."""
        return self.limit is not None and len(self.found.news) >= self.limit

    def get(
        self, url: str, conditions: Mapping[str, str], *, kind: str = "listing", may_end: bool = False
    ) -> Exchange | None:
        """The answer (200 or 304); None for a page that is not there, where the paging `may_end` so.

        Raises `ListingError` for any other status, `FetchError` where there is no answer.
        """
        answer = self.fetcher.fetch(url, headers=conditions, may_follow=self.may_follow).final
        self.found.pages += 1
        if answer.status in {200, 304}:
            return answer
        if may_end and answer.status in GONE:
            return None
        raise ListingError(f"{kind} {url}: status {answer.status}")

    def enter(self, items: Sequence[Sighting]) -> tuple[int, bool]:
        """Tell the ledger of the site's own items. Returns how many are its own, and whether anything new is
        said of them, or cannot be said since the key `only` leaves them all out.
        """
        own = [item for item in items if self.site.owns(item.url)]
        self.found.elsewhere += len(items) - len(own)
        taken = [item for item in own if self.site.takes(item.url)]
        self.found.passed_over += len(own) - len(taken)
        self.found.seen |= {item.id for item in taken}
        news = {id for id, new in self.ledger.see(self.site.id, taken, self.now).items() if new}
        self.found.news |= news
        return len(own), bool(news) or not taken

    def too_old(self, items: Sequence[Sighting]) -> bool:
        """Whether all of a page's items are older than what is sought."""
        since = self.since
        return since is not None and bool(items) and all(item.date and item.date < since for item in items)
