"""Ledgers of any size, for the benchmarks that read them."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scrapers.ledger.ledger import Ledger
from scrapers.ledger.rows import stamp

_MADE = 200_000
_COLUMNS = (
    "id, site, url, state, listed, published, first_seen, last_seen, last_visit, next_visit, outcome,"
    " content_hash, fetched_at, archive_file, archive_offset"
)
NOW = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)


def generate(path: Path, urls: int, sites: int = 300, share_due: float = 0.02) -> None:
    """A ledger of `urls` pages, spread over `sites` unevenly, as after years of nights.

    Of all pages `share_due` are due for another visit, one in 500 has no good copy yet, one in 100 is gone.
    """
    Ledger(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA journal_mode = OFF")
        indexes = db.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL"
        ).fetchall()
        for name, _ in indexes:
            db.execute(f"DROP INDEX {name}")
        db.executemany(
            f"INSERT INTO pages ({_COLUMNS})"
            " VALUES (?, ?, ?, ?, '1', ?, ?, ?, ?, ?, 'unchanged', ?, ?, ?, ?)",
            _rows(min(urls, _MADE), sites, share_due),
        )
        # More than the first rows are copied by SQLite, which is ten times as fast as making them here.
        for copy in range(1, -(-urls // _MADE)):
            db.execute(
                f"INSERT INTO pages ({_COLUMNS}) SELECT printf('%04x', ?) || substr(id, 5),"
                f" {_COLUMNS.replace('id, site, url', 'site, url || ?')} FROM pages"
                " WHERE id < '0001' ORDER BY id LIMIT ?",
                (copy, f"?{copy}", urls - copy * _MADE),
            )
        for _, made in indexes:
            db.execute(made)
    Ledger(path).close()  # back to WAL


def _rows(urls: int, sites: int, share_due: float) -> Iterator[tuple[object, ...]]:
    rng = random.Random(urls)
    for number in range(urls):
        # The largest site holds some fifty times as much as the smallest.
        site = int(sites * rng.random() ** 2)
        url = f"https://cong{site}.example/tin-tuc/thong-bao-so-{number}.html"
        seen = NOW - timedelta(days=rng.randint(0, 3000), seconds=rng.randint(0, 86_000))
        visited = NOW - timedelta(days=rng.randint(1, 180))
        due = (
            NOW + timedelta(days=rng.randint(1, 180))
            if rng.random() > share_due
            else NOW - timedelta(hours=9)
        )
        draw = rng.random()
        state = "found" if draw < 0.002 else "removed" if draw < 0.012 else "stored"
        yield (
            # Ids are digests; these ascend, which fills the table faster. A site's pages lie scattered alike.
            f"{number:016x}",
            f"s{site}",
            url,
            state,
            seen.date().isoformat(),
            stamp(seen),
            stamp(NOW),
            stamp(visited),
            stamp(due if state != "found" else NOW),
            f"{number:032x}" if state == "stored" else None,
            stamp(visited),
            f"{visited:%Y}/{visited:%Y%m%d}-00000.warc.gz",
            number * 40_000 % 10**9,
        )
