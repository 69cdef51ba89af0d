"""What the ledger knows of the files that notices offer (attachments): which copy lies where, and when each
is asked for again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from scrapers.archive.warc import Place
from scrapers.discover.revisits import next_file_visit, next_try
from scrapers.ledger.file import LedgerFile
from scrapers.ledger.rows import conditional, moment, stamp

_COLUMNS = (
    "url, site, first_seen, next_visit, failures, why, etag, last_modified, "
    "fetched_at, type, size, sha256, archive_file, archive_offset"
)


@dataclass(frozen=True, slots=True)
class FileCopy:
    """A file as the archive holds it. `type`: an extension, told by its bytes; `size`: bytes; `sha256`: of
    these bytes, in hex; `fetched_at`: aware, UTC; `place`: its WARC record.
    """

    type: str
    size: int
    sha256: str
    fetched_at: datetime
    place: Place


@dataclass(frozen=True, slots=True)
class FileRow:
    """What the ledger knows of a file; `copy`: the last good one; `why`: what the last try failed of."""

    url: str
    site: str
    first_seen: datetime
    next_visit: datetime
    failures: int
    why: str | None
    etag: str | None
    last_modified: str | None
    copy: FileCopy | None

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for the file only if it is another than the archived one."""
        return conditional(self.etag, self.last_modified) if self.copy else {}


class FileLedger(LedgerFile):
    """The part of the ledger that knows files, by address."""

    def offer(self, site: str, notice: str, urls: Iterable[str], now: datetime) -> None:
        """Enter the files that a notice offers; new ones are due at once. It offers no others any more."""
        with self._transaction() as db:
            db.execute("DELETE FROM offers WHERE notice = ?", (notice,))
            for url in urls:
                db.execute(
                    "INSERT OR IGNORE INTO files (url, site, first_seen, next_visit) VALUES (?, ?, ?, ?)",
                    (url, site, stamp(now), stamp(now)),
                )
                db.execute("INSERT OR IGNORE INTO offers (url, notice) VALUES (?, ?)", (url, notice))

    def file(self, url: str) -> FileRow | None:
        """What is known of one file."""
        return next(iter(self._files("url = ?", url)), None)

    def files_of(self, notice: str) -> list[FileRow]:
        """The files that a notice offers."""
        return self._files("url IN (SELECT url FROM offers WHERE notice = ?) ORDER BY url", notice)

    def files_due(self, site: str, now: datetime, most: int) -> list[FileRow]:
        """The files of a site that are to be asked for, those without a copy first."""
        return self._files(
            "site = ? AND next_visit <= ? AND EXISTS (SELECT 1 FROM offers WHERE offers.url = files.url)"
            " ORDER BY sha256 IS NOT NULL, next_visit, url LIMIT ?",
            site,
            stamp(now),
            most,
        )

    def file_fetched(
        self, url: str, copy: FileCopy, etag: str | None, last_modified: str | None, now: datetime
    ) -> bool:
        """A copy lies in the archive; whether it is another than the one known."""
        before = self.file(url)
        self._set_file(
            url,
            failures=0,
            why=None,
            next_visit=stamp(next_file_visit(now, self._published(url))),
            etag=etag,
            last_modified=last_modified,
            fetched_at=stamp(copy.fetched_at),
            type=copy.type,
            size=copy.size,
            sha256=copy.sha256,
            archive_file=copy.place.file,
            archive_offset=copy.place.offset,
        )
        return before is None or before.copy is None or before.copy.sha256 != copy.sha256

    def file_not_modified(self, url: str, now: datetime) -> None:
        """The site says that the archived copy is still the file."""
        due = next_file_visit(now, self._published(url))
        self._set_file(url, failures=0, why=None, next_visit=stamp(due))

    def file_failed(self, url: str, why: str, now: datetime) -> None:
        """The visit gave nothing; a copy that the archive holds stays."""
        row = self.file(url)
        if row is None:
            raise KeyError(url)
        failures = row.failures + 1
        self._set_file(url, failures=failures, why=why, next_visit=stamp(next_try(now, failures)))

    def store_offering(self, url: str) -> list[str]:
        """The stored notices that offer a file are to be stored again from the archive; their ids."""
        with self._transaction() as db:
            rows = db.execute(
                "UPDATE pages SET state = 'fetched' WHERE state = 'stored' AND archive_file IS NOT NULL"
                " AND id IN (SELECT notice FROM offers WHERE url = ?) RETURNING id",
                (url,),
            ).fetchall()
        return sorted(str(row[0]) for row in rows)

    def _published(self, url: str) -> date | None:
        """The latest date of a notice that offers the file."""
        with self._lock:
            row = self._db.execute(
                "SELECT max(coalesce(published, listed_date)) FROM offers JOIN pages ON id = notice"
                " WHERE offers.url = ?",
                (url,),
            ).fetchone()
        return date.fromisoformat(row[0]) if row[0] else None

    def _files(self, where: str, *values: object) -> list[FileRow]:
        with self._lock:
            found = self._db.execute(f"SELECT {_COLUMNS} FROM files WHERE {where}", values).fetchall()
        return [_file_row(row) for row in found]

    def _set_file(self, url: str, **values: object) -> None:
        self._update("files", "url", url, values)


def _file_row(row: tuple[object, ...]) -> FileRow:
    """A row of the table `files`, read as `_COLUMNS`."""
    url, site, first_seen, next_visit, failures, why, etag, last_modified, *copy = row
    return FileRow(
        url=str(url),
        site=str(site),
        first_seen=moment(str(first_seen)),
        next_visit=moment(str(next_visit)),
        failures=int(str(failures)),
        why=str(why) if why is not None else None,
        etag=str(etag) if etag is not None else None,
        last_modified=str(last_modified) if last_modified is not None else None,
        copy=_file_copy(copy) if copy[3] is not None else None,
    )


def _file_copy(values: list[object]) -> FileCopy:
    fetched_at, type, size, sha256, archive_file, offset = values
    return FileCopy(
        type=str(type),
        size=int(str(size)),
        sha256=str(sha256),
        fetched_at=moment(str(fetched_at)),
        place=Place(str(archive_file), int(str(offset))),
    )
