"""The ledger's file: SQLite in WAL mode, its tables and its transactions."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scrapers.ledger.rows import PAGE_COLUMNS, PageRow, page_row

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
CREATE TABLE IF NOT EXISTS files (
    url TEXT PRIMARY KEY,
    site TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    next_visit TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    why TEXT,
    etag TEXT,
    last_modified TEXT,
    fetched_at TEXT,
    type TEXT,
    size INTEGER,
    sha256 TEXT,
    archive_file TEXT,
    archive_offset INTEGER
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS files_due ON files (site, next_visit);
CREATE TABLE IF NOT EXISTS offers (
    url TEXT NOT NULL,
    notice TEXT NOT NULL,
    PRIMARY KEY (url, notice)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS offers_of ON offers (notice);
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


class LedgerError(RuntimeError):
    """The ledger was written by another version of the program."""


class LedgerFile:
    """The ledger at `path`; its threads share this object."""

    def __init__(self, path: Path) -> None:
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
            found = self._db.execute(f"SELECT {PAGE_COLUMNS} FROM pages WHERE {where}", values).fetchall()
        return [page_row(row) for row in found]

    def _set(self, id: str, **values: object) -> None:
        self._update("pages", "id", id, values)

    def _update(self, table: str, key: str, which: str, values: dict[str, object]) -> None:
        names = ", ".join(f"{name} = ?" for name in values)
        with self._lock:
            self._db.execute(f"UPDATE {table} SET {names} WHERE {key} = ?", (*values.values(), which))
