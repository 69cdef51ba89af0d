"""The lake: plain Parquet folders that are upserted by notice.

An upsert rewrites the files of the touched partitions and of no other; a file whose rows stay the same keeps
its inode and mtime. How a commit over many files survives a crash, and what a reader sees meanwhile, is told
in `pipeline.store.commits`; running the same upsert again is always safe. One process writes at a time.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.store.checks import Rejection, checked_rows
from pipeline.store.commits import KEEP, Commits
from pipeline.store.history import stage_history, stage_rejected
from pipeline.store.lake_index import LakeIndex
from pipeline.store.manifest import Manifest, StoredFile
from pipeline.store.migrate import adopt, migrate
from pipeline.store.partition_files import Change, Outcome, decode, encode, rewrite
from pipeline.store.schema import SCHEMA_VERSION, TABLES, Table
from pipeline.store.store import STATE, LocalStore, Store, open_store
from pipeline.store.stored import NONE, Partition, StoredNotice


@dataclass(frozen=True, slots=True)
class UpsertReport:
    """What an upsert did, in notices; `files` are the Parquet files that were replaced, below the root.

    `moved` counts those of `changed` that went to another partition. A notice is unchanged when all that it
    says and holds is: it keeps the fetch time and archive record of the capture that first showed it.
    `rejected` are the rows that a check kept out; a notice whose own row is among them is in no other list.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    rejected: tuple[Rejection, ...] = ()


@dataclass(slots=True)
class _Plan:
    """What each touched partition gains and loses."""

    changes: defaultdict[str, Change] = field(default_factory=lambda: defaultdict(Change))
    homes: dict[str, str | None] = field(default_factory=dict)


@dataclass(slots=True)
class _Done:
    """What came of a plan."""

    outcome: Outcome = field(default_factory=Outcome)
    files: dict[str, StoredFile | None] = field(default_factory=dict)


class Lake:
    """A lake in a folder or under `s3://`, made by the first upsert.

    `keep`: seconds that superseded bytes stay for readers of an earlier commit.
    """

    def __init__(self, root: str | Path, keep: float = KEEP) -> None:
        self.store = open_store(root)
        self._commits = Commits(self.store, keep)
        self._index = LakeIndex(_index_path(self.store))

    def upsert(self, notices: Iterable[StoredNotice]) -> UpsertReport:
        """Add or replace notices by id, with all of their rows; of several with one id, the last counts.

        Rows that break a rule are kept aside and told in the report. Raises `LakeBusyError` while another
        process writes.
        """
        batch = {stored.notice.id: stored for stored in notices}
        rejected: list[Rejection] = []
        with self._writing() as held:
            plan = _Plan()
            homes = self._index.homes(batch)
            for key, stored in batch.items():
                rows, refused = checked_rows(stored)
                rejected += refused
                if rows is None:
                    continue
                path = stored.partition.path
                plan.changes[path].arriving[key] = rows
                plan.homes[key] = path
                if homes.get(key, path) != path:
                    plan.changes[homes[key]].leaving.add(key)
            done = self._carry_out(held, plan, rejected)
        outcome = done.outcome
        return UpsertReport(
            tuple(key for key in batch if key in outcome.new and key not in outcome.left),
            tuple(key for key in batch if key in outcome.changed or key in outcome.left),
            tuple(key for key in batch if key in outcome.unchanged),
            tuple(key for key in batch if key in outcome.left),
            (),
            tuple(done.files),
            tuple(rejected),
        )

    def remove(self, ids: Iterable[str]) -> UpsertReport:
        """Take notices out, with all of their rows; ids that the lake does not hold are passed over."""
        with self._writing() as held:
            plan = _Plan()
            for key, path in self._index.homes(dict.fromkeys(ids)).items():
                plan.changes[path].leaving.add(key)
                plan.homes[key] = None
            done = self._carry_out(held, plan, [])
        removed = tuple(key for key in plan.homes if key in done.outcome.left)
        return UpsertReport(removed=removed, files=tuple(done.files))

    def recover(self) -> bool:
        """Complete a commit that a crash broke off, as every upsert does first; whether there was one."""
        with self.store.locked():
            found = self._commits.recover()
            self._commits.end()
            return found

    def compact(self) -> dict[str, int]:
        """Join the files of history and of rows kept aside, take away files without rows, delete bytes that
        no commit and no reader within `keep` needs; counts of each.
        """
        with self._writing() as held:
            seeds = set(_seeds())
            empty = [path for path, file in held.files.items() if not file.rows and path not in seeds]
            history = stage_history(self.store, held.history)
            rejected = stage_rejected(self.store, held.rejected)
            made = self._commits.commit(held, dict.fromkeys(empty), history=history, rejected=rejected)
            swept = self._commits.sweep(made)
            self._index.learn({}, made.id)
        return {
            "empty files": len(empty),
            "files of history": len(held.history),
            "files of rows kept aside": len(held.rejected),
            "superseded files": len(held.retired) - len(made.retired.keys() & held.retired.keys()),
            "lost files": swept,
        }

    def _carry_out(self, held: Manifest, plan: _Plan, rejected: list[Rejection]) -> _Done:
        done = _Done()
        replaced = []
        for path in sorted(plan.changes):

            def read(table: Table, path: str = path) -> pa.Table:
                return self._rows(held, f"{table.name}/{path}", table)

            found = rewrite(read, plan.changes[path])
            done.outcome.add(found.outcome)
            if found.replaced is not None:
                replaced.append((found.replaced, path))
            for name, encoded in found.files.items():
                file = f"{name}/{path}"
                done.files[file] = self._commits.stage(file, encoded.data, encoded.rows)
        homes = {key: path for key, path in plan.homes.items() if key not in done.outcome.unchanged}
        if done.files or rejected:
            history = stage_history(self.store, held.history, replaced, plan.homes, held.commit + 1)
            aside = stage_rejected(self.store, held.rejected, rejected)
            made = self._commits.commit(held, done.files, history=history, rejected=aside)
            self._index.learn(homes, made.id)
        return done

    def _rows(self, held: Manifest, file: str, table: Table) -> pa.Table:
        if file not in held.files:
            return table.file_schema.empty_table()
        return decode(self.store.read(held.place(file)), table)

    @contextmanager
    def _writing(self) -> Iterator[Manifest]:
        """Be the one writer, over a lake that is whole, of the present schema, and known to the index."""
        with self.store.locked():
            self._commits.recover()
            held = self._commits.current()
            self._commits.begin()
            if held.commit == 0:
                held = adopt(self.store, self._commits, held)
            if held.commit and held.schema != SCHEMA_VERSION:
                held = migrate(self.store, self._commits, held)
            # Every table has a file from the start, for readers that refuse an empty folder.
            missing = [seed for seed in _seeds() if seed not in held.files]
            if missing:
                held = self._commits.commit(held, {seed: self._empty(seed) for seed in missing})
            if not self._index.is_of(held.id):
                self._index.rebuild(self._homes(held), held.id)
            yield held
            self._commits.end()

    def _empty(self, file: str) -> StoredFile:
        table = TABLES[file.split("/", maxsplit=1)[0]]
        encoded = encode(table.file_schema.empty_table(), table)
        return self._commits.stage(file, encoded.data, encoded.rows)

    def _homes(self, held: Manifest) -> Iterator[tuple[str, str]]:
        for file in held.of_table("notices"):
            data = io.BytesIO(self.store.read(held.place(file)))
            for key in pq.ParquetFile(data).read(columns=["id"])["id"].to_pylist():
                yield key, file.removeprefix("notices/")


def _seeds() -> list[str]:
    return [f"{name}/{Partition(NONE, NONE).path}" for name in TABLES]


def _index_path(store: Store) -> Path:
    """Beside a local lake; in the user's cache for one that lies elsewhere."""
    if isinstance(store, LocalStore):
        return store.root / STATE / "index.sqlite"
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "thidua"
    return cache / f"{hashlib.sha256(store.url.encode()).hexdigest()[:16]}.sqlite"
