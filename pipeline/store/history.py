"""What the tables no longer hold: notices as they were before they changed or went, and rows kept aside.

A commit that replaces notices adds one file with their former rows of `notices` and two columns: `commit`
(which replaced them) and `outcome` (`changed` or `removed`). The pages themselves are in the archive.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.store.checks import Rejection
from pipeline.store.manifest import FILES, Manifest
from pipeline.store.schema import TABLES
from pipeline.store.store import Store

_MOST_FILES = 64
"""So many files of history at most, before they are joined to one."""


def history_schema() -> pa.Schema:
    """The columns of the history: those of `notices`, and when and how they were replaced."""
    schema = TABLES["notices"].schema.remove_metadata()
    return schema.append(pa.field("commit", pa.int64())).append(pa.field("outcome", pa.string()))


def read_history(store: Store, manifest: Manifest) -> pa.Table:
    """Every former version of a notice, oldest first."""
    tables = [pq.read_table(io.BytesIO(store.read(path))) for path in manifest.history]
    empty = history_schema().empty_table()
    return pa.concat_tables([empty, *tables], promote_options="default").sort_by("commit")


def read_rejected(store: Store, manifest: Manifest) -> Iterator[dict[str, Any]]:
    """Every row that was kept aside: `notice_id`, `table`, `reason`, `row`."""
    for path in manifest.rejected:
        for line in store.read(path).decode().splitlines():
            yield json.loads(line)


def stage_history(
    store: Store,
    held: tuple[str, ...],
    replaced: Sequence[tuple[pa.Table, str]] = (),
    homes: Mapping[str, str | None] | None = None,
    commit: int = 0,
) -> tuple[str, ...]:
    """Store rows of `notices` that a commit replaces (with their partition's path); the files of history.

    `homes`: notice → its new partition, None where it is removed. Without `replaced`, all is joined to one.
    """
    if replaced:
        rows = [_marked(table, path, homes or {}, commit) for table, path in replaced]
        held = (*held, _store(store, pa.concat_tables(rows)))
    if len(held) <= (_MOST_FILES if replaced else 1):
        return held
    joined = [pq.read_table(io.BytesIO(store.read(path))) for path in held]
    return (_store(store, pa.concat_tables(joined, promote_options="default")),)


def _marked(rows: pa.Table, path: str, homes: Mapping[str, str | None], commit: int) -> pa.Table:
    province = path.removeprefix("province=").split("/")[0]
    outcomes = ["removed" if homes.get(key) is None else "changed" for key in rows["id"].to_pylist()]
    columns = [*rows.columns, [province] * len(rows), [commit] * len(rows), outcomes]
    schema = history_schema()
    arrays = [pa.chunked_array([pa.array(c, t)]) if isinstance(c, list) else c
              for c, t in zip(columns, schema.types, strict=True)]  # fmt: skip
    return pa.table(arrays, schema=schema)


def _store(store: Store, rows: pa.Table) -> str:
    buffer = io.BytesIO()
    pq.write_table(rows, buffer, compression="zstd")
    return _stored(store, "_history", buffer.getvalue(), "parquet")


def stage_rejected(
    store: Store, held: tuple[str, ...], rejected: Iterable[Rejection] = ()
) -> tuple[str, ...]:
    """Store rows that a check kept out, a JSON line each; the files of such rows. Without any, join them."""
    lines = "".join(f"{one.encode()}\n" for one in rejected)
    if lines:
        held = (*held, _stored(store, "_rejected", lines.encode(errors="replace"), "jsonl"))
    if len(held) <= (_MOST_FILES if lines else 1):
        return tuple(dict.fromkeys(held))
    joined = b"".join(store.read(path) for path in held)
    # The same row, refused night after night, is one row.
    once = b"".join(f"{line}\n".encode() for line in dict.fromkeys(joined.decode().splitlines()))
    return (_stored(store, "_rejected", once, "jsonl"),)


def _stored(store: Store, folder: str, data: bytes, ending: str) -> str:
    path = f"{FILES}/{folder}/{hashlib.sha256(data).hexdigest()[:20]}.{ending}"
    if store.size(path) != len(data):
        store.write(path, data)
    store.settle([path])
    return path
