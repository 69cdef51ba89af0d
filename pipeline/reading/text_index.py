"""Full-text search without diacritics: SQLite FTS5 over title and body, kept beside the lake.

FTS5's `unicode61 remove_diacritics 2` folds "nông" to "nong", but not "đ" to "d", which Unicode does not
decompose; so "đ/Đ" are folded before they are indexed and before they are asked for. The index keeps the
folded text (SQLite before 3.43 cannot take rows out of an index without it); hits are shown from the lake
itself. It remembers the digest of each file of `notices` that it holds, and only reads those that changed.
"""

from __future__ import annotations

import io
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from pipeline.store.lake_state import LakeState

_FOLD = str.maketrans("đĐ", "dD")
_TERM = re.compile(r'"([^"]*)"|(\S+)')
_FORMAT = 1


def fold(text: str) -> str:
    """What FTS5 must get of a text so that "đ" and "d" are one."""
    return text.translate(_FOLD)


def match_expression(words: str) -> str:
    """What a person types as an FTS5 expression: all words, `"a phrase"`, `word*` for a beginning, `-word`
    for none of it. Never an error of FTS5's grammar, whatever is typed; `ValueError` where no word is left.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for phrase, word in _TERM.findall(fold(words)):
        minus = not phrase and word.startswith("-") and len(word) > 1
        bare = phrase or word.removeprefix("-" if minus else "")
        if not any(c.isalnum() for c in bare):
            continue
        star = "*" if not phrase and bare.endswith("*") else ""
        quoted = '"' + bare.rstrip("*").replace('"', "") + '"' + star
        (unwanted if minus else wanted).append(quoted)
    if not wanted:
        raise ValueError("no word to look for")
    return " AND ".join(wanted) + "".join(f" NOT {term}" for term in unwanted)


@dataclass(frozen=True, slots=True)
class Hit:
    """A notice that was found; `score` is BM25's, lower is better (title counts threefold)."""

    id: str
    file: str
    score: float


class TextIndex:
    """The index of one lake at `path`; made, and brought up to date, when it is asked."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=60)) as db, db:
            if db.execute("PRAGMA user_version").fetchone()[0] != _FORMAT:
                db.executescript(
                    """
                    DROP TABLE IF EXISTS words; DROP TABLE IF EXISTS held; DROP TABLE IF EXISTS files;
                    CREATE TABLE files (file TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
                    CREATE TABLE held (n INTEGER PRIMARY KEY, id TEXT NOT NULL, file TEXT NOT NULL);
                    CREATE INDEX held_file ON held (file);
                    CREATE VIRTUAL TABLE words USING fts5 (title, body,
                        tokenize="unicode61 remove_diacritics 2");
                    """
                )
                db.execute(f"PRAGMA user_version = {_FORMAT}")
            yield db

    def follow(self, state: LakeState) -> int:
        """Index what changed since last time; how many files of `notices` were read."""
        # The bytes' place is made of their digest; in a snapshot files never change.
        wanted = {_visible(place): place for place in state.files["notices"]}
        with self._open() as db:
            held = dict(db.execute("SELECT file, digest FROM files"))
            gone = [file for file, place in held.items() if wanted.get(file) != place]
            for file in gone:
                db.execute("DELETE FROM words WHERE rowid IN (SELECT n FROM held WHERE file = ?)", (file,))
                db.execute("DELETE FROM held WHERE file = ?", (file,))
                db.execute("DELETE FROM files WHERE file = ?", (file,))
            coming = {file: place for file, place in wanted.items() if held.get(file) != place}
            for file, place in coming.items():
                data = io.BytesIO(state.store.read(place))
                rows = pq.ParquetFile(data).read(columns=["id", "title", "body"]).to_pylist()
                first = db.execute("SELECT coalesce(max(n), 0) + 1 FROM held").fetchone()[0]
                db.executemany(
                    "INSERT INTO held VALUES (?, ?, ?)",
                    [(n, row["id"], file) for n, row in enumerate(rows, first)],
                )
                db.executemany(
                    "INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)",
                    [(n, fold(row["title"] or ""), fold(row["body"])) for n, row in enumerate(rows, first)],
                )
                db.execute("INSERT INTO files VALUES (?, ?)", (file, place))
        return len(coming)

    def search(self, words: str, provinces: tuple[str, ...] = (), most: int | None = None) -> list[Hit]:
        """Best hits first. `provinces`: slugs. `ValueError` where `words` holds no word."""
        expression = match_expression(words)
        where = " OR ".join("instr(held.file, ?) = 1" for _ in provinces)
        marks = [f"notices/province={slug}/" for slug in provinces]
        sql = (
            "SELECT held.id, held.file, bm25(words, 3.0, 1.0) AS score FROM words "
            "JOIN held ON held.n = words.rowid WHERE words MATCH ? "
            + (f"AND ({where}) " if where else "")
            + "ORDER BY score, held.id LIMIT ?"
        )
        with self._open() as db:
            return [Hit(*row) for row in db.execute(sql, (expression, *marks, -1 if most is None else most))]


def _visible(place: str) -> str:
    """The visible name of a file, of the place of its bytes."""
    _, mark, rest = place.partition("_lake/files/")
    if not mark:
        return place
    stem, _, _ = rest.rsplit(".", 2)
    return f"{stem}.parquet"
