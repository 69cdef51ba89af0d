"""The files of one partition: which rows stay, which come, and whether a file must be written at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.rows import Row, Rows, rows_of
from pipeline.schema import TABLES, Table
from pipeline.stored import StoredNotice

CAPTURE = ("fetched_at", "archive_file", "archive_offset")
"""Columns of `notices` that tell of the capture, not of the notice: alone they make no change."""
_ROWS_IN_GROUP = 16_384
_UNSORTED = {"body", "text", "title"}
"""Columns whose least and greatest value would help no filter."""


@dataclass(slots=True)
class Change:
    """What a partition gains (new or replaced notices) and loses (ids)."""

    arriving: dict[str, StoredNotice] = field(default_factory=dict)
    leaving: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Outcome:
    """Ids by what became of them; `left` were really there before they left."""

    new: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)

    def add(self, other: Outcome) -> None:
        """Take in what became of another partition's notices."""
        self.new |= other.new
        self.changed |= other.changed
        self.unchanged |= other.unchanged
        self.left |= other.left


def stage_partition(
    root: Path, path: str, change: Change, staged: Callable[[str], Path]
) -> tuple[Outcome, list[str]]:
    """Write the partition's files that change to their staging places; return those, below the root."""
    old = {name: _read(root / name / path, table) for name, table in TABLES.items()}
    held = set(old["notices"]["id"].to_pylist())
    new_rows = {key: rows_of(stored) for key, stored in change.arriving.items()}
    fresh = _tables(new_rows.values())
    before = _by_notice(old, held & change.arriving.keys())
    after = _by_notice(fresh, held & change.arriving.keys())
    outcome = Outcome(
        new=change.arriving.keys() - held,
        unchanged={key for key in before if before[key] == after[key]},
        left=change.leaving & held,
    )
    outcome.changed = (change.arriving.keys() & held) - outcome.unchanged
    written: list[str] = []
    gone, coming = outcome.changed | outcome.left, outcome.changed | outcome.new
    if not gone and not coming:
        return outcome, written
    for name, table in TABLES.items():
        kept = _without(old[name], table, gone)
        added = _without(fresh[name], table, outcome.unchanged)
        if not added.num_rows and kept.num_rows == old[name].num_rows:
            continue
        merged = _sorted(pa.concat_tables([kept, added]), table)
        if not merged.equals(old[name]):
            file = f"{name}/{path}"
            _write(merged, table, staged(file))
            written.append(file)
    return outcome, written


def empty_files(files: Iterable[str], staged: Callable[[str], Path]) -> None:
    """Write files without rows: `TABLE/…` to their staging places."""
    for file in files:
        table = TABLES[file.split("/")[0]]
        _write(table.file_schema.empty_table(), table, staged(file))


def ids_in(file: Path) -> list[str]:
    """The notice ids of one file of `notices`."""
    column: list[str] = pq.ParquetFile(file).read(columns=["id"])["id"].to_pylist()
    return column


def _read(file: Path, table: Table) -> pa.Table:
    if not file.exists():
        return table.file_schema.empty_table()
    # ParquetFile, since read_table would add the partition column.
    # One thread: partitions are small, and starting threads would cost more than reading.
    with pq.ParquetFile(file) as parquet:
        return parquet.read(use_threads=False).cast(table.file_schema)


def _write(rows: pa.Table, table: Table, path: Path) -> None:
    statistics = [column.name for column in table.columns if column.name not in _UNSORTED]
    pq.write_table(
        rows,
        path,
        compression="zstd",
        row_group_size=_ROWS_IN_GROUP,
        write_statistics=statistics,
        use_dictionary=[name for name in statistics if name not in ("id", "url", "content_hash")],
    )


def _tables(notices: Iterable[Rows]) -> dict[str, pa.Table]:
    every = list(notices)
    found = {}
    for name, table in TABLES.items():
        rows = list(chain.from_iterable(rows[name] for rows in every))
        found[name] = _sorted(pa.Table.from_pylist(rows, schema=table.file_schema), table)
    return found


def _sorted(rows: pa.Table, table: Table) -> pa.Table:
    if rows.num_rows < 2:
        return rows
    return rows.sort_by([(key, "ascending") for key in table.key])


def _without(rows: pa.Table, table: Table, ids: set[str]) -> pa.Table:
    if not ids or not rows.num_rows:
        return rows
    return rows.filter(pc.invert(_among(rows, table, ids)))


def _among(rows: pa.Table, table: Table, ids: set[str]) -> Any:
    return pc.is_in(rows[table.notice_key], value_set=pa.array(sorted(ids), pa.string()))


def _by_notice(tables: Mapping[str, pa.Table], ids: set[str]) -> dict[str, list[Sequence[object]]]:
    """Id → all that the tables hold of it, in an order that does not depend on other notices."""
    found: dict[str, list[Sequence[object]]] = defaultdict(list)
    for name, table in TABLES.items():
        if not ids or not tables[name].num_rows:
            continue
        rows: list[Row] = tables[name].filter(_among(tables[name], table, ids)).to_pylist()
        for row in rows:
            found[row[table.notice_key]].append(
                (name, *(value for column, value in row.items() if column not in CAPTURE))
            )
    return found
