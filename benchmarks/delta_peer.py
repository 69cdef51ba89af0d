"""The same rows as Delta Lake tables, partitioned in the same way: the peer of the store's benchmarks."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake

from pipeline.store.dataset import Dataset
from pipeline.store.partition_files import _tables
from pipeline.store.rows import rows_of
from pipeline.store.schema import TABLES
from pipeline.store.stored import StoredNotice

FILLED = ("notices", "documents", "movements", "dates")
"""Tables that generated notices have rows in."""


def make_delta(lake: Path, into: Path) -> None:
    """Copy a lake's tables."""
    ds = Dataset(lake)
    for name in FILLED:
        rows = ds[name].dataset()
        write_deltalake(
            str(into / name),
            pa.RecordBatchReader.from_batches(rows.schema, rows.to_batches()),
            partition_by=["province", "year"],
        )


def upsert_delta(root: Path, notices: list[StoredNotice]) -> None:
    """Merge notices by id; take out and append the rows that hang on them."""
    tables = _tables(rows_of(one) for one in notices)
    provinces = {one.notice.id: one.partition.province for one in notices}
    years = sorted({one.partition.year for one in notices})
    slugs = sorted(set(provinces.values()))
    where = f"province in ({_list(slugs)}) and year in ({', '.join(years)})"
    for name in FILLED:
        key = TABLES[name].notice_key
        rows = tables[name]
        rows = rows.append_column(
            "province", pa.array([provinces[i] for i in rows[key].to_pylist()], pa.string())
        )
        rows = rows.replace_schema_metadata()
        table = DeltaTable(str(root / name))
        if name == "notices":
            in_partitions = where.replace("province", "t.province").replace("year", "t.year")
            (
                table.merge(rows, f"{in_partitions} and t.id = s.id", source_alias="s", target_alias="t")
                .when_matched_update_all()
                .when_not_matched_insert_all()
                .execute()
            )
        else:
            table.delete(f"{where} and {key} in ({_list(provinces)})")
            write_deltalake(str(root / name), rows, mode="append", partition_by=["province", "year"])


def _list(values: object) -> str:
    return ", ".join(f"'{value}'" for value in values)  # type: ignore[attr-defined]


def size_of(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*.parquet"))
