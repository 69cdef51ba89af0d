"""The ledger: what is known of every page, in SQLite (WAL), so that `kill -9` loses nothing that was told to
it.

A page is known by its notice id. Its `state`:

- `found`: a listing shows it; no good copy yet
- `fetched`: a copy lies in the archive and is not in the lake yet; the next run stores it without asking the
site
- `stored`: the lake holds what the last good copy says
- `removed`: the site says twice that it is gone, and the lake holds it no more

Times are UTC texts `2026-11-24T20:15:00Z`, which sort as they are.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from scrapers.revisits import next_try, next_visit
from scrapers.warc import Place

State = Literal["found", "fetched", "stored", "removed"]
_SCHEMA = """
CREATE TABLE IF NOT EXISTS pages (
    id TEXT PRIMARY KEY,
    site TEXT NOT NULL,
    url TEXT NOT NULL,
    state TEXT NOT NULL,
    listed TEXT,
    listed_date TEXT,
    published TEXT,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    last_visit TEXT,
    next_visit TEXT NOT NULL,
    outcome TEXT,
    why TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    etag TEXT,
    last_modified TEXT,
    content_hash TEXT,
    fetched_at TEXT,
    archive_file TEXT,
    archive_offset INTEGER
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS fresh ON pages (site, first_seen DESC, listed_date DESC, id) WHERE state = 'found';
CREATE INDEX IF NOT EXISTS known ON pages (site, next_visit, id) WHERE state IN ('stored', 'removed');
CREATE INDEX IF NOT EXISTS pending ON pages (site) WHERE state = 'fetched';
CREATE TABLE IF NOT EXISTS history (
    id TEXT NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    times INTEGER NOT NULL DEFAULT 1,
    outcome TEXT NOT NULL,
    why TEXT,
    PRIMARY KEY (id, first)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS starts (
    site TEXT NOT NULL,
    url TEXT NOT NULL,
    reading TEXT NOT NULL,
    complete INTEGER NOT NULL DEFAULT 0,
    items INTEGER NOT NULL DEFAULT 0,
    etag TEXT,
    last_modified TEXT,
    last_good TEXT,
    PRIMARY KEY (site, url)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS walks (
    site TEXT NOT NULL,
    url TEXT NOT NULL,
    reading TEXT NOT NULL,
    cursor TEXT,
    to_known INTEGER NOT NULL DEFAULT 0,
    depth INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    last_full TEXT,
    PRIMARY KEY (site, url)
) WITHOUT ROWID;
"""
_VERSION = 1
_COLUMNS = (
    "id, site, url, state, listed_date, published, first_seen, outcome, failures, "
    "etag, last_modified, content_hash, fetched_at, archive_file, archive_offset"
)


class LedgerError(RuntimeError):
    """The ledger was written by another version of the program."""


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
        wanted = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in wanted.items() if value}


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
        wanted = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in wanted.items() if value}


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


def stamp(moment: datetime) -> str:
    """A moment as the ledger writes it."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat()}Z"


def moment(text: str) -> datetime:
    """A moment as the ledger reads it."""
    return datetime.fromisoformat(text)


class Ledger:
    """The ledger at `path`; its threads share this object. `told` hears of every visit's outcome: the page
    as the ledger has it then, and why.
    """

    def __init__(self, path: Path) -> None:
        self.told: Callable[[PageRow, str | None], None] | None = None
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.RLock()
        self._db = sqlite3.connect(path, timeout=30.0, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version not in {0, _VERSION}:
            self._db.close()
            raise LedgerError(f"{path} has version {version}, this program reads {_VERSION}: update it")
        self._db.executescript(_SCHEMA)
        self._db.execute(f"PRAGMA user_version = {_VERSION}")

    def close(self) -> None:
        """Close the file; what was told to it is in it."""
        with self._lock:
            self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:  # a full disk ends it by itself
                    self._db.execute("ROLLBACK")
                raise

    def _rows(self, where: str, *values: object) -> list[PageRow]:
        with self._lock:
            found = self._db.execute(f"SELECT {_COLUMNS} FROM pages WHERE {where}", values).fetchall()
        return [_page(row) for row in found]

    def _set(self, id: str, **values: object) -> None:
        names = ", ".join(f"{name} = ?" for name in values)
        with self._lock:
            self._db.execute(f"UPDATE pages SET {names} WHERE id = ?", (*values.values(), id))

    def _outcome(self, id: str, outcome: str, why: str | None, now: datetime, **values: object) -> None:
        """Enter what a visit came to, in the page's row and in its history, both or neither."""
        with self._transaction() as db:
            self._set(id, outcome=outcome, why=why, **values)
            last = db.execute(
                "SELECT first, outcome, why FROM history WHERE id = ? ORDER BY first DESC LIMIT 1", (id,)
            ).fetchone()
            at = stamp(now)
            if last is not None and ((last[1], last[2]) == (outcome, why) or last[0] >= at):
                db.execute(
                    "UPDATE history SET last = max(last, ?), times = times + 1, outcome = ?, why = ?"
                    " WHERE id = ? AND first = ?",
                    (at, outcome, why, id, last[0]),
                )
            else:
                db.execute(
                    "INSERT INTO history (id, first, last, outcome, why) VALUES (?, ?, ?, ?, ?)",
                    (id, at, at, outcome, why),
                )
        if self.told is not None and (row := self.page(id)) is not None:
            self.told(row, why)

    def history(self, id: str) -> list[Outcome]:
        """What visits to a page came to, the oldest first."""
        with self._lock:
            found = self._db.execute(
                "SELECT first, last, times, outcome, why FROM history WHERE id = ? ORDER BY first", (id,)
            ).fetchall()
        return [Outcome(moment(row[0]), moment(row[1]), *row[2:]) for row in found]

    # Discovery

    def see(self, site: str, items: Iterable[Sighting], now: datetime) -> dict[str, bool]:
        """Enter the items of a listing page: id → whether that says something new: a new item, one whose
        title or date changed there, one updated since the last visit, one that had gone and is listed again
        (these are due at once), or one that was known from a feed or a sitemap alone.
        """
        news: dict[str, bool] = {}
        at = stamp(now)
        with self._transaction() as db:
            for item in items:
                known = db.execute(
                    "SELECT listed, state, last_visit FROM pages WHERE id = ?", (item.id,)
                ).fetchone()
                due = known is None or _says_more(item, *known)
                news[item.id] = due or (known[0] is None and item.listed is not None)
                listed = item.date.isoformat() if item.date else None
                if known is None:
                    db.execute(
                        "INSERT INTO pages (id, site, url, state, listed, listed_date, first_seen, last_seen,"
                        " next_visit) VALUES (?, ?, ?, 'found', ?, ?, ?, ?, ?)",
                        (item.id, site, item.url, item.listed, listed, at, at, at),
                    )
                    continue
                db.execute(
                    "UPDATE pages SET url = ?, listed = coalesce(?, listed),"
                    " listed_date = coalesce(?, listed_date), last_seen = ? WHERE id = ?",
                    (item.url, item.listed, listed, at, item.id),
                )
                if due:
                    db.execute(
                        "UPDATE pages SET next_visit = ?, state = iif(state = 'removed', 'found', state)"
                        " WHERE id = ?",
                        (at, item.id),
                    )
        return news

    def start(self, site: str, url: str, reading: str) -> StartRow:
        """What is known of a start page, as read with the selectors whose digest is `reading`."""
        with self._lock:
            row = self._db.execute(
                "SELECT complete, items, etag, last_modified, last_good FROM starts"
                " WHERE site = ? AND url = ? AND reading = ?",
                (site, url, reading),
            ).fetchone()
        if row is None:
            return StartRow()
        return StartRow(bool(row[0]), row[1], row[2], row[3], moment(row[4]) if row[4] else None)

    def note_start(self, site: str, url: str, reading: str, row: StartRow, now: datetime) -> None:
        """Enter what a listing showed, after its items were entered."""
        with self._lock:
            self._db.execute(
                "INSERT OR REPLACE INTO starts (site, url, reading, complete, items, etag, last_modified,"
                " last_good) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (site, url, reading, row.complete, row.items, row.etag, row.last_modified, stamp(now)),
            )

    def walk(self, site: str, url: str, reading: str) -> WalkRow:
        """How far the walk through the listing at `url` has come, as read with `reading`."""
        with self._lock:
            row = self._db.execute(
                "SELECT cursor, to_known, depth, failures, last_full FROM walks"
                " WHERE site = ? AND url = ? AND reading = ?",
                (site, url, reading),
            ).fetchone()
        if row is None:
            return WalkRow()
        return WalkRow(row[0], bool(row[1]), row[2], row[3], moment(row[4]) if row[4] else None)

    def note_walk(self, site: str, url: str, reading: str, row: WalkRow) -> None:
        """Enter how far it has come, after the items of the pages before the cursor were entered."""
        with self._lock:
            self._db.execute(
                "INSERT OR REPLACE INTO walks (site, url, reading, cursor, to_known, depth, failures,"
                " last_full) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    site,
                    url,
                    reading,
                    row.cursor,
                    row.to_known,
                    row.depth,
                    row.failures,
                    stamp(row.last_full) if row.last_full else None,
                ),
            )

    # Visits

    def page(self, id: str) -> PageRow | None:
        """What is known of one page."""
        return next(iter(self._rows("id = ?", id)), None)

    def due(
        self,
        site: str,
        now: datetime,
        revisits: int,
        limit: int | None = None,
        *,
        since: datetime | None = None,
        newer_than: date | None = None,
    ) -> list[PageRow]:
        """The pages to visit: first those without a good copy, then at most `revisits` known ones, the
        longest waiting first; at most `limit` in all.

        `since`: known pages that were visited since then are left out, as this night's work already done.
        `newer_than`: pages that are known to be older than this day are left out.
        """
        oldest = newer_than.isoformat() if newer_than else ""
        most = -1 if limit is None else limit
        fresh = self._rows(
            "site = ? AND state = 'found' AND next_visit <= ? AND coalesce(listed_date, '9') >= ?"
            " ORDER BY first_seen DESC, listed_date DESC, id LIMIT ?",
            site,
            stamp(now),
            oldest,
            most,
        )
        known = self._rows(
            "site = ? AND state IN ('stored', 'removed') AND next_visit <= ?"
            " AND (last_visit IS NULL OR last_visit < ?) AND coalesce(published, listed_date, '9') >= ?"
            " ORDER BY next_visit, id LIMIT ?",
            site,
            stamp(now),
            stamp(since) if since else "9999",
            oldest,
            revisits if limit is None else min(revisits, limit - len(fresh)),
        )
        return fresh + known

    def pending(self, site: str) -> list[PageRow]:
        """The pages whose archived copy is still to be stored."""
        return self._rows("site = ? AND state = 'fetched' ORDER BY archive_file, archive_offset", site)

    def fetched(
        self,
        id: str,
        place: Place,
        fetched_at: datetime,
        etag: str | None,
        last_modified: str | None,
    ) -> None:
        """A copy lies in the archive."""
        self._set(
            id,
            state="fetched",
            archive_file=place.file,
            archive_offset=place.offset,
            fetched_at=stamp(fetched_at),
            last_visit=stamp(fetched_at),
            etag=etag,
            last_modified=last_modified,
        )

    def adopt(
        self,
        id: str,
        place: Place,
        fetched_at: datetime,
        etag: str | None,
        last_modified: str | None,
    ) -> bool:
        """As `fetched`, for a copy that the archive holds but a broken run could not report; whether the
        ledger did not know it.
        """
        with self._lock:
            row = self._db.execute("SELECT last_visit FROM pages WHERE id = ?", (id,)).fetchone()
            known = self._db.execute(
                "SELECT 1 FROM pages WHERE id = ? AND archive_file = ? AND archive_offset >= ?",
                (id, place.file, place.offset),
            ).fetchone()
            if row is None or known or (row[0] is not None and row[0] > stamp(fetched_at)):
                return False
            self.fetched(id, place, fetched_at, etag, last_modified)
        return True

    def stored(self, id: str, outcome: str, content_hash: str, published: date | None, now: datetime) -> None:
        """The lake holds what the page says (`outcome`: new, changed, unchanged)."""
        self._good(id, outcome, now, content_hash=content_hash, published=_text(published))

    def not_modified(self, id: str, now: datetime) -> None:
        """The site says that the stored copy is still the page."""
        self._good(id, "not modified", now, last_visit=stamp(now))

    def _good(self, id: str, outcome: str, now: datetime, **values: object) -> None:
        row = self.page(id)
        if row is None:
            raise KeyError(id)
        published = values.get("published", _text(row.published))
        due = next_visit(
            now, row.first_seen, date.fromisoformat(str(published)) if published else row.listed_date
        )
        self._outcome(
            id,
            outcome,
            None,
            now,
            state="stored",
            failures=0,
            next_visit=stamp(due),
            **values,
        )

    def failed(self, id: str, why: str, now: datetime) -> None:
        """The visit gave nothing; what the lake holds stays as it is."""
        row = self.page(id)
        if row is None:
            raise KeyError(id)
        failures = row.failures + 1
        self._outcome(
            id,
            "failed",
            why,
            now,
            state=_state_without_copy(row),
            failures=failures,
            last_visit=stamp(now),
            next_visit=stamp(next_try(now, failures)),
        )

    def refetch(self, id: str) -> None:
        """The archived copy cannot be read: forget it and ask the site again."""
        row = self.page(id)
        if row is not None:
            self._set(id, state=_state_without_copy(row), etag=None, last_modified=None)

    def removed(self, id: str, why: str, now: datetime) -> None:
        """The page is gone from the site and from the lake; it is looked for again, ever more seldom.

        Where the listing still shows it, only another entry there is news; where it does not, any entry is.
        """
        row = self.page(id)
        if row is None:
            raise KeyError(id)
        failures = row.failures + 1
        with self._lock:
            self._db.execute(
                "UPDATE pages SET listed = NULL WHERE id = ? AND last_seen < ?", (id, stamp(now))
            )
            self._outcome(
                id,
                "removed",
                why,
                now,
                state="removed",
                failures=failures,
                content_hash=None,
                etag=None,
                last_modified=None,
                last_visit=stamp(now),
                next_visit=stamp(next_try(now, failures + 2)),
            )

    def store_again(self) -> int:
        """The lake is lost: all that it held is to be stored again from the archive. Returns how many."""
        with self._lock:
            done = self._db.execute(
                "UPDATE pages SET state = 'fetched', content_hash = NULL"
                " WHERE state = 'stored' AND archive_file IS NOT NULL"
            )
        return done.rowcount

    def counts(self, site: str) -> dict[str, int]:
        """State → pages."""
        with self._lock:
            found = self._db.execute(
                "SELECT state, count(*) FROM pages WHERE site = ? GROUP BY state", (site,)
            ).fetchall()
        return dict(found)


def _says_more(item: Sighting, listed: str | None, state: str, last_visit: str | None) -> bool:
    """Whether a sighting tells something new of a known page."""
    if item.listed is not None and listed != item.listed and (listed is not None or state == "removed"):
        return True
    return item.updated is not None and last_visit is not None and stamp(item.updated) > last_visit


def _state_without_copy(row: PageRow) -> State:
    if row.content_hash is not None:
        return "stored"
    return "removed" if row.state == "removed" else "found"


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _page(row: tuple[object, ...]) -> PageRow:
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
