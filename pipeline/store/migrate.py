"""Older lakes: brought to the present schema by the first program that writes to them, in one commit.

Version 1 had the folders alone: they are adopted as they are. After that, a version that adds a column or a
table needs no step of its own (the column is null, the table has no rows); one that renames, computes or
narrows puts a function into `STEPS`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import UserError
from pipeline.store.commits import Commits
from pipeline.store.manifest import Manifest, StoredFile
from pipeline.store.partition_files import encode
from pipeline.store.schema import SCHEMA_VERSION, TABLES, Table
from pipeline.store.store import Store

Step = Callable[[str, pa.Table], pa.Table]
"""(table's name, rows in the older version) → rows in the next one."""
STEPS: Mapping[int, Step] = {}
"""Version → how to leave it; a version that is not named needs no step."""


def adopt(store: Store, commits: Commits, held: Manifest) -> Manifest:
    """Commit the files of a lake without a manifest as they are (version 1); `held` where there are none."""
    files: dict[str, StoredFile | None] = {}
    for name in TABLES:
        for path in store.paths(name):
            if path.endswith(".parquet"):
                data = store.read(path)
                rows = pq.ParquetFile(io.BytesIO(data)).metadata.num_rows
                files[path] = commits.stage(path, data, rows)
    if not files:
        return held
    adopted = commits.commit(held, files)
    return migrate(store, commits, adopted)


def migrate(store: Store, commits: Commits, held: Manifest) -> Manifest:
    """Rewrite the files whose schema is older than the present one, all in one commit."""
    if held.schema > SCHEMA_VERSION:
        raise UserError(
            f"{store.url} has schema version {held.schema}, this program {SCHEMA_VERSION}: update thidua"
        )
    changes: dict[str, StoredFile | None] = {}
    for path in held.files:
        name = path.split("/")[0]
        data = store.read(held.place(path))
        if name not in TABLES:
            changes[path] = None
            continue
        rows = pq.ParquetFile(io.BytesIO(data)).read()
        made = upgrade(rows, TABLES[name])
        if made is not rows:
            encoded = encode(made, TABLES[name])
            changes[path] = commits.stage(path, encoded.data, encoded.rows)
    return commits.commit(held, changes)


def upgrade(rows: pa.Table, table: Table) -> pa.Table:
    """Rows of a file of any earlier version in the present schema; the same object where nothing changes.

    `UserError` where a value does not fit a narrower type: nothing is lost in silence.
    """
    noted = (rows.schema.metadata or {}).get(b"thidua.schema_version", b"1")
    for version in range(int(noted), SCHEMA_VERSION):
        if version in STEPS:
            rows = STEPS[version](table.name, rows)
    wanted = table.file_schema
    if rows.schema.equals(wanted):
        return rows
    columns = []
    for column in wanted:
        if column.name in rows.schema.names:
            columns.append(rows[column.name])
        elif column.nullable:
            columns.append(pa.chunked_array([pa.nulls(rows.num_rows, column.type)]))
        else:
            raise UserError(f"{table.name}: version {noted.decode()} has no column {column.name}")
    try:
        return pa.table(columns, names=wanted.names).cast(wanted).replace_schema_metadata(wanted.metadata)
    except (pa.ArrowInvalid, ValueError) as fault:
        raise UserError(f"{table.name}: a value of version {noted.decode()} does not fit: {fault}") from fault
