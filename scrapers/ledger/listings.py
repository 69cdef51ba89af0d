"""What the ledger knows of listings: their items, how far each was read, and how it answers conditions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from scrapers.ledger.file import LedgerFile
from scrapers.ledger.rows import Sighting, StartRow, WalkRow, moment, stamp


class ListingLedger(LedgerFile):
    """The part of the ledger that discovery writes."""

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


def _says_more(item: Sighting, listed: str | None, state: str, last_visit: str | None) -> bool:
    """Whether a sighting tells something new of a known page."""
    if item.listed is not None and listed != item.listed and (listed is not None or state == "removed"):
        return True
    return item.updated is not None and last_visit is not None and stamp(item.updated) > last_visit
