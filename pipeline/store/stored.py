"""What the nightly job hands to the lake: a notice and where it came from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from parsers.notice import Notice
from scrapers.ledger.files import FileCopy

NONE = "none"
"""Stands for an unknown province or year in the names of partitions, where nothing can be null."""
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""A province's slug: it becomes a folder's name, and must look like text to every reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredNotice:
    """A notice with its provenance; everything that one row of `notices` and its extracted rows need.

    Nothing here is the time of the run: `fetched_at` (aware, UTC) is the date of the WARC record that
    `archive_file` (path inside the archive folder) holds at `archive_offset` (bytes). `content_hash` is a
    digest of what the page and its files say, not of the page's bytes, so that counters and session tokens
    change nothing. `copies`: address → archived copy of the files that the notice offers.
    """

    notice: Notice
    site: str
    content_hash: str
    extractor_version: str
    platform: str | None = None
    agency: str | None = None
    fetched_at: datetime | None = None
    archive_file: str | None = None
    archive_offset: int | None = None
    copies: Mapping[str, FileCopy] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.fetched_at is not None and self.fetched_at.tzinfo is None:
            raise ValueError(f"{self.notice.id}: fetched_at needs a time zone, got {self.fetched_at!r}")

    @property
    def published(self) -> date | None:
        """The notice's date of publication as a date."""
        return date.fromisoformat(self.notice.published) if self.notice.published else None

    @property
    def partition(self) -> Partition:
        """Where the notice and all of its rows are kept."""
        published = self.published
        return Partition(self.notice.province or NONE, str(published.year) if published else NONE)


@dataclass(frozen=True, slots=True, order=True)
class Partition:
    """One file of every table: the notices of a province and a year of publication."""

    province: str
    year: str

    def __post_init__(self) -> None:
        if not _SLUG.fullmatch(self.province) or not (self.year == NONE or self.year.isdecimal()):
            raise ValueError(f"no partition of the lake: province {self.province!r}, year {self.year!r}")

    @property
    def path(self) -> str:
        """The file's place inside a table's folder."""
        return f"province={self.province}/{self.year}.parquet"
