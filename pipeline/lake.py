"""The lake: plain Parquet folders that are upserted by notice.

An upsert rewrites the files of the touched partitions and of no other; a file whose rows stay the same keeps
its inode and mtime. How a commit over many files survives a crash is told in `pipeline.journal`; running the
same upsert again is always safe. One process writes at a time. Everything but the tables lies in
`ROOT/_lake`, where no reader of a table's folder looks.
"""

from __future__ import annotations

import fcntl
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.journal import Commit, Journal
from pipeline.lake_index import LakeIndex
from pipeline.partition_files import Change, Outcome, empty_files, ids_in, stage_partition
from pipeline.schema import TABLES
from pipeline.stored import NONE, Partition, StoredNotice


class LakeBusyError(RuntimeError):
    """Another process is writing to the lake."""


@dataclass(frozen=True, slots=True)
class UpsertReport:
    """What an upsert did, in notices; `files` are the Parquet files that were replaced, below the root.

    `moved` counts those of `changed` that went to another partition. A notice is unchanged when all that it
    says and holds is: it keeps the fetch time and archive record of the capture that first showed it.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(slots=True)
class _Plan:
    """What each touched partition gains and loses."""

    changes: defaultdict[str, Change] = field(default_factory=lambda: defaultdict(Change))
    homes: dict[str, str | None] = field(default_factory=dict)


class Lake:
    """A lake at `root`, made by the first upsert."""

    def __init__(self, root: str | Path) -> None:
        self.root = Path(root)
        self._state = self.root / "_lake"
        self._journal = Journal(self.root, self._state)
        self._index = LakeIndex(self._state / "index.sqlite")

    def upsert(self, notices: Iterable[StoredNotice]) -> UpsertReport:
        """Add or replace notices by id, with all of their rows; of several with one id, the last counts.

        Raises `LakeBusyError` while another process writes, `ValueError` for a record that does not fit.
        """
        batch = {stored.notice.id: stored for stored in notices}
        with self._writing():
            homes = self._index.homes(batch)
            plan = _Plan()
            for key, stored in batch.items():
                path = stored.partition.path
                plan.changes[path].arriving[key] = stored
                plan.homes[key] = path
                if homes.get(key, path) != path:
                    plan.changes[homes[key]].leaving.add(key)
            outcome, files = self._carry_out(plan)
            moved = tuple(key for key in batch if key in outcome.left)
        return UpsertReport(
            tuple(key for key in batch if key in outcome.new and key not in outcome.left),
            tuple(key for key in batch if key in outcome.changed or key in outcome.left),
            tuple(key for key in batch if key in outcome.unchanged),
            moved,
            (),
            files,
        )

    def remove(self, ids: Iterable[str]) -> UpsertReport:
        """Take notices out, with all of their rows; ids that the lake does not hold are passed over."""
        with self._writing():
            plan = _Plan()
            for key, path in self._index.homes(dict.fromkeys(ids)).items():
                plan.changes[path].leaving.add(key)
                plan.homes[key] = None
            outcome, files = self._carry_out(plan)
        return UpsertReport(removed=tuple(key for key in plan.homes if key in outcome.left), files=files)

    def recover(self) -> bool:
        """Complete a commit that a crash broke off, as every upsert does first; whether there was one."""
        with self._locked():
            return self._journal.recover(self._index.learn)

    def _carry_out(self, plan: _Plan) -> tuple[Outcome, tuple[str, ...]]:
        outcome, files = Outcome(), list[str]()
        for path in sorted(plan.changes):
            found, staged = stage_partition(self.root, path, plan.changes[path], self._journal.staged)
            outcome.add(found)
            files += staged
        homes = {key: path for key, path in plan.homes.items() if key not in outcome.unchanged}
        if files or homes:
            self._journal.commit(Commit(tuple(files), homes), self._index.learn)
        return outcome, tuple(files)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._state.mkdir(parents=True, exist_ok=True)
        with (self._state / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise LakeBusyError(
                    f"another process is writing to {self.root}; wait for it to end"
                ) from None
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._locked():
            self._journal.recover(self._index.learn)
            # Every table has a file from the start, for readers that refuse an empty folder.
            seeds = [f"{name}/{Partition(NONE, NONE).path}" for name in TABLES]
            missing = [seed for seed in seeds if not (self.root / seed).exists()]
            if missing:
                empty_files(missing, self._journal.staged)
                self._journal.commit(Commit(tuple(missing), {}), self._index.learn)
            if not self._index.is_whole():
                self._index.rebuild(self._homes_of_files())
            yield

    def _homes_of_files(self) -> Iterator[tuple[str, str]]:
        folder = self.root / "notices"
        for file in sorted(folder.glob("province=*/*.parquet")):
            path = file.relative_to(folder).as_posix()
            for key in ids_in(file):
                yield key, path
