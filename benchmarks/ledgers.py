"""Ledgers of any size, for the benchmarks that read them."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scrapers.ledger import Ledger
from scrapers.ledger_rows import stamp
from scrapers.urls import notice_id

NOW = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)


def generate(path: Path, urls: int, sites: int = 300, share_due: float = 0.02) -> None:
    """A ledger of `urls` pages, spread over `sites` unevenly, as after years of nights.

    Of all pages `share_due` are due for another visit, one in 500 has no good copy yet, one in 100 is gone.
    """
    Ledger(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA cache_size = -1000000")
        db.executemany(
            "INSERT OR IGNORE INTO pages (id, site, url, state, listed, published, first_seen, last_seen,"
            " last_visit, next_visit, outcome, content_hash, fetched_at, archive_file, archive_offset)"
            " VALUES (?, ?, ?, ?, '1', ?, ?, ?, ?, ?, 'unchanged', ?, ?, ?, ?)",
            _rows(urls, sites, share_due),
        )


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
            notice_id(url),
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
