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

_WHOLE = 1


class LakeIndex:
    """The index of one lake, an SQLite file at `path`; only the lake's single writer opens it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path)) as db, db:
            db.execute(
                "CREATE TABLE IF NOT EXISTS home (id TEXT PRIMARY KEY, path TEXT NOT NULL) WITHOUT ROWID"
            )
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

    def learn(self, homes: Mapping[str, str | None]) -> None:
        """Set the homes of the given ids; None forgets one. May be repeated."""
        with self._open() as db:
            db.executemany(
                "DELETE FROM home WHERE id = ?", [(i,) for i, path in homes.items() if path is None]
            )
            db.executemany("INSERT OR REPLACE INTO home VALUES (?, ?)", [h for h in homes.items() if h[1]])

    def is_whole(self) -> bool:
        """Whether the index was built to its end and can be read; a broken file is thrown away."""
        try:
            with self._open() as db:
                version: int = db.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError:
            self._path.unlink(missing_ok=True)
            return False
        return version == _WHOLE

    def rebuild(self, homes: Iterable[tuple[str, str]]) -> None:
        """Replace the whole index, in one transaction."""
        with self._open() as db:
            db.execute("DELETE FROM home")
            db.executemany("INSERT OR REPLACE INTO home VALUES (?, ?)", homes)
            db.execute(f"PRAGMA user_version = {_WHOLE}")
