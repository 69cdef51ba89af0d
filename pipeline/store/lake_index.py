"""Notice id → partition, kept beside the tables so that the cost of a night grows with what changed.

The tables are the truth: an index that is lost is made again from the `id` columns of `notices`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

_BATCH = 500
"""Ids in one question: SQLite before 3.32 takes at most 999 parameters."""


class LakeIndex:
    """The index of one lake, an SQLite file at `path`; only the lake's single writer opens it.

    It remembers the `Manifest.id` that it belongs to: after a crash, or after another machine has written to
    the lake, it belongs to none that is current, and is made again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path)) as db, db:
            db.execute(
                "CREATE TABLE IF NOT EXISTS home (id TEXT PRIMARY KEY, path TEXT NOT NULL) WITHOUT ROWID"
            )
            db.execute("CREATE TABLE IF NOT EXISTS state (manifest TEXT NOT NULL)")
            yield db

    def homes(self, ids: Iterable[str]) -> dict[str, str]:
        """Path of the partition of each id that the lake holds."""
        wanted = list(ids)
        found: dict[str, str] = {}
        with self._open() as db:
            for i in range(0, len(wanted), _BATCH):
                batch = wanted[i : i + _BATCH]
                marks = ",".join("?" * len(batch))
                found.update(db.execute(f"SELECT id, path FROM home WHERE id IN ({marks})", batch))
        return found

    def learn(self, homes: Mapping[str, str | None], manifest: str) -> None:
        """Set the homes of the given ids, None forgets one; the index then belongs to `manifest`."""
        with self._open() as db:
            db.executemany(
                "DELETE FROM home WHERE id = ?", [(i,) for i, path in homes.items() if path is None]
            )
            db.executemany("INSERT OR REPLACE INTO home VALUES (?, ?)", [h for h in homes.items() if h[1]])
            _belongs(db, manifest)

    def is_of(self, manifest: str) -> bool:
        """Whether the index belongs to `manifest`; a broken file is thrown away."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._open() as db:
                found = db.execute("SELECT manifest FROM state").fetchone()
        except sqlite3.DatabaseError:
            self._path.unlink(missing_ok=True)
            return False
        return found is not None and found[0] == manifest

    def rebuild(self, homes: Iterable[tuple[str, str]], manifest: str) -> None:
        """Replace the whole index, in one transaction; it then belongs to `manifest`."""
        with self._open() as db:
            db.execute("DELETE FROM home")
            db.executemany("INSERT OR REPLACE INTO home VALUES (?, ?)", homes)
            _belongs(db, manifest)


def _belongs(db: sqlite3.Connection, manifest: str) -> None:
    db.execute("DELETE FROM state")
    db.execute("INSERT INTO state VALUES (?)", (manifest,))
