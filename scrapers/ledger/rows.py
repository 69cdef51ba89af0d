"""What the ledger knows, row by row.

Times are UTC texts `2026-11-24T20:15:00Z`, which sort as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from scrapers.archive.warc import Place

State = Literal["found", "fetched", "stored", "removed"]
PAGE_COLUMNS = (
    "id, site, url, state, listed_date, published, first_seen, outcome, failures, "
    "etag, last_modified, content_hash, fetched_at, archive_file, archive_offset"
)
"""The columns that `page_row` reads, in its order."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An item of a listing, a feed or a sitemap.

    `listed` is a digest of what a listing says of it; feeds and sitemaps have none, but may tell when the
    page was `updated`.
    """

    id: str
    url: str
    listed: str | None
    date: date | None = None
    updated: datetime | None = None


@dataclass(frozen=True, slots=True)
class PageRow:
    """What the ledger knows of a page."""

    id: str
    site: str
    url: str
    state: State
    listed_date: date | None
    published: date | None
    first_seen: datetime
    outcome: str | None
    failures: int
    etag: str | None
    last_modified: str | None
    content_hash: str | None
    fetched_at: datetime | None
    place: Place | None

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only if it is another than the stored one."""
        if self.state != "stored":
            return {}
        return conditional(self.etag, self.last_modified)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A stretch of a page's history: `times` visits in a row, from `first` to `last`, that came to the same
    (`new`, `changed`, `unchanged`, `not modified`, `failed`, `removed`).
    """

    first: datetime
    last: datetime
    times: int
    outcome: str
    why: str | None


@dataclass(frozen=True, slots=True)
class StartRow:
    """What the ledger knows of a start page, a feed or a sitemap. `complete`: its paging was once followed to
    the end; `last_good`: when it was last read.
    """

    complete: bool = False
    items: int = 0
    etag: str | None = None
    last_modified: str | None = None
    last_good: datetime | None = None

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for the listing only if it is another than the one last read."""
        if not self.complete:
            return {}
        return conditional(self.etag, self.last_modified)


@dataclass(frozen=True, slots=True)
class WalkRow:
    """How far the way through the pages of a listing has come.

    `cursor`: the page where it goes on next time, None where nothing is left. `to_known`: it may end at known
    ground. `depth`: pages behind the cursor. `failures`: nights in a row on which the cursor's page failed.
    `last_full`: when the whole listing was last walked to its end.
    """

    cursor: str | None = None
    to_known: bool = False
    depth: int = 0
    failures: int = 0
    last_full: datetime | None = None


def conditional(etag: str | None, last_modified: str | None) -> dict[str, str]:
    """The headers that ask for something only if it is another than the one with these validators."""
    wanted = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in wanted.items() if value}


def stamp(moment: datetime) -> str:
    """A moment as the ledger writes it."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat()}Z"


def moment(text: str) -> datetime:
    """A moment as the ledger reads it."""
    return datetime.fromisoformat(text)


def day_text(day: date | None) -> str | None:
    """A day as the ledger writes it."""
    return day.isoformat() if day else None


def page_row(row: tuple[object, ...]) -> PageRow:
    """A row of the table `pages`, read as `PAGE_COLUMNS`."""

    def text(value: object) -> str | None:
        return None if value is None else str(value)

    def day(value: object) -> date | None:
        return date.fromisoformat(str(value)) if value else None

    state: State = row[3]  # type: ignore[assignment]
    return PageRow(
        id=str(row[0]),
        site=str(row[1]),
        url=str(row[2]),
        state=state,
        listed_date=day(row[4]),
        published=day(row[5]),
        first_seen=moment(str(row[6])),
        outcome=text(row[7]),
        failures=int(str(row[8])),
        etag=text(row[9]),
        last_modified=text(row[10]),
        content_hash=text(row[11]),
        fetched_at=moment(str(row[12])) if row[12] else None,
        place=Place(str(row[13]), int(str(row[14]))) if row[13] is not None else None,
    )
