"""The files of one partition: which rows stay, which come, and whether a file must be written at all."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.store.rows import Row, Rows
from pipeline.store.schema import TABLES, Table

CAPTURE = ("fetched_at", "archive_file", "archive_offset")
"""Columns of `notices` that tell of the capture, not of the notice: alone they make no change."""
_ROWS_IN_GROUP = 16_384
_UNSORTED = {"body", "text", "title"}
"""Columns whose least and greatest value would help no filter."""
_LOOKED_UP = {"id", "notice_id", "number", "name"}
"""Columns that are asked for one value among many: a Bloom filter lets a reader pass over most files."""
_FALSE_ALARMS = 0.01


@dataclass(slots=True)
class Change:
    """What a partition gains (the rows of new or replaced notices, by id) and loses (ids)."""

    arriving: dict[str, Rows] = field(default_factory=dict)
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


@dataclass(frozen=True, slots=True)
class Encoded:
    """The new content of a file."""

    data: bytes
    rows: int


@dataclass(slots=True)
class Rewritten:
    """A partition after a change: what became of the notices, the new files by table, and the rows of
    `notices` that were replaced or taken out, as they were.
    """

    outcome: Outcome
    files: dict[str, Encoded] = field(default_factory=dict)
    replaced: pa.Table | None = None


def rewrite(read: Callable[[Table], pa.Table], change: Change) -> Rewritten:
    """The files of a partition after `change`; `read` gives the rows of a table before it."""
    old = {name: read(table) for name, table in TABLES.items()}
    held = set(old["notices"]["id"].to_pylist())
    fresh = _tables(change.arriving.values())
    before = by_notice(old, held & change.arriving.keys())
    after = by_notice(fresh, held & change.arriving.keys())
    outcome = Outcome(
        new=change.arriving.keys() - held,
        unchanged={key for key in before if before[key] == after[key]},
        left=change.leaving & held,
    )
    outcome.changed = (change.arriving.keys() & held) - outcome.unchanged
    result = Rewritten(outcome)
    gone, coming = outcome.changed | outcome.left, outcome.changed | outcome.new
    if not gone and not coming:
        return result
    if gone:
        result.replaced = old["notices"].filter(_among(old["notices"], TABLES["notices"], gone))
    for name, table in TABLES.items():
        kept = _without(old[name], table, gone)
        added = _without(fresh[name], table, outcome.unchanged)
        if not added.num_rows and kept.num_rows == old[name].num_rows:
            continue
        merged = _sorted(pa.concat_tables([kept, added]), table)
        if not merged.equals(old[name]):
            result.files[name] = encode(merged, table)
    return result


def decode(data: bytes, table: Table) -> pa.Table:
    """The rows of a file, in the table's present schema (`migrate` brings older files there)."""
    # ParquetFile, since read_table would add the partition column.
    # One thread: partitions are small, and starting threads would cost more than reading.
    with pq.ParquetFile(pa.BufferReader(data)) as parquet:
        return parquet.read(use_threads=False).cast(table.file_schema)


def encode(rows: pa.Table, table: Table) -> Encoded:
    """A file: zstd, least and greatest values of each row group, Bloom filters for what is looked up, and a
    dictionary where values recur.
    """
    names = [column.name for column in table.columns]
    statistics = [name for name in names if name not in _UNSORTED]
    most = max(1, min(rows.num_rows, _ROWS_IN_GROUP))
    buffer = io.BytesIO()
    pq.write_table(
        rows,
        buffer,
        compression="zstd",
        row_group_size=_ROWS_IN_GROUP,
        write_statistics=statistics,
        bloom_filter_options={
            name: {"ndv": most, "fpp": _FALSE_ALARMS} for name in names if name in _LOOKED_UP
        },
        use_dictionary=[name for name in statistics if name not in ("id", "url", "content_hash")],
    )
    return Encoded(buffer.getvalue(), rows.num_rows)


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


def by_notice(tables: Mapping[str, pa.Table], ids: set[str]) -> dict[str, list[Sequence[object]]]:
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
