"""The ledger: what is known of every page, in SQLite (WAL), so that `kill -9` loses nothing that was told to
it.

A page is known by its notice id. Its `state`:

- `found`: a listing shows it; no good copy yet
- `fetched`: a copy lies in the archive and is not in the lake yet; the next run stores it without asking the
site
- `stored`: the lake holds what the last good copy says
- `removed`: the site says twice that it is gone, and the lake holds it no more

A file is known by its address, with the notices that offer it.

Times are UTC texts `2026-11-24T20:15:00Z`, which sort as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from scrapers.archive.warc import Place
from scrapers.discover.revisits import next_try, next_visit
from scrapers.ledger.files import FileLedger
from scrapers.ledger.listings import ListingLedger
from scrapers.ledger.rows import Outcome, PageRow, State, day_text, moment, stamp


class Ledger(ListingLedger, FileLedger):
    """The ledger at `path`; its threads share this object. `told` hears of every visit's outcome: the page
    as the ledger has it then, and why.
    """

    told: Callable[[PageRow, str | None], None] | None = None

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
        self._good(id, outcome, now, content_hash=content_hash, published=day_text(published))

    def not_modified(self, id: str, now: datetime) -> None:
        """The site says that the stored copy is still the page."""
        self._good(id, "not modified", now, last_visit=stamp(now))

    def _good(self, id: str, outcome: str, now: datetime, **values: object) -> None:
        row = self.page(id)
        if row is None:
            raise KeyError(id)
        published = values.get("published", day_text(row.published))
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
            self._db.execute("DELETE FROM offers WHERE notice = ?", (id,))
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


def _state_without_copy(row: PageRow) -> State:
    if row.content_hash is not None:
        return "stored"
    return "removed" if row.state == "removed" else "found"
