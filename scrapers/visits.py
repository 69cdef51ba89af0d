"""What a crawl hands on, counts and is bounded by; a night's crawl and a backfill have it in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol

from scrapers.archive.warc import Place
from scrapers.attachments import FileTally
from scrapers.discover.finding import Discovered
from scrapers.ledger.files import FileCopy
from scrapers.ledger.rows import PageRow
from scrapers.sites import Site

Event = Literal["due", "visited"]
Progress = Callable[[Event, int], None]


@dataclass(frozen=True, slots=True)
class Visit:
    """A page to be stored (`body`: its bytes, `charset`: what the server said of them), or a notice to be
    taken out (`gone` says why).
    """

    row: PageRow
    body: bytes = b""
    fetched_at: datetime | None = None
    place: Place | None = None
    charset: str | None = None
    gone: str | None = None


@dataclass(slots=True)
class Tally:
    """What a site's night came to, as far as the crawl knows; `faults` make it a failed night.

    `met` holds the ids of the notices that were listed or visited.
    """

    discovered: Discovered = field(default_factory=Discovered)
    met: set[str] = field(default_factory=set)
    visits: int = 0
    resumed: int = 0
    not_modified: int = 0
    failed: int = 0
    refused: int = 0
    requests: int = 0
    bytes: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    files: FileTally = field(default_factory=FileTally)


@dataclass(frozen=True, slots=True)
class Budget:
    """Bounds of a site's night: pages visited, known pages visited again, files that they offer, seconds.

    `since`: when the night began, where this run goes on with one that was broken off; what was visited since
    is not visited again. `newer_than`: only pages of this date or a later one, or of none.
    """

    limit: int | None = 5_000
    revisits: int = 300
    files: int = 1_000
    seconds: float = 4 * 3600.0
    since: datetime | None = None
    newer_than: date | None = None


class Crawl(Protocol):
    """What hands on a site's pages and keeps count: a night's crawl, or a backfill."""

    site: Site
    tally: Tally

    def visits(self) -> Iterator[Visit]:
        """Every page to store and every notice to take out, as they come."""

    def copies(self, notice: str, urls: Iterable[str]) -> dict[str, FileCopy]:
        """Address → archived copy of the files that a notice offers."""
