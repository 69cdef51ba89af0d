"""SQL over the lake: DuckDB with a view a table, and no extension that would have to be downloaded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline.errors import UserError
from pipeline.store.lake_state import LakeState, open_state
from pipeline.store.schema import PARTITION_COLUMN, TABLES
from pipeline.store.store import LocalStore

_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
_GLOB = re.compile(r"([\[\]*?])")


def open_views(root: str | Path | LakeState, tables: Iterable[str] = TABLES) -> duckdb.DuckDBPyConnection:
    """A connection with one view a table of the lake at `root`, all as of one commit; `UserError`
    where there is no lake.
    """
    state = root if isinstance(root, LakeState) else open_state(root)
    db = duckdb.connect(config=_OFFLINE)
    db.execute("SET TimeZone = 'UTC'")
    if not isinstance(state.store, LocalStore):
        db.register_filesystem(state.store.filesystem)
    for name in tables:
        files = ", ".join(_quoted(_GLOB.sub(r"[\1]", path)) for path in state.located(name))
        db.execute(
            f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{files}], hive_partitioning = true, "
            f"hive_types = {{'{PARTITION_COLUMN}': VARCHAR}})"
        )
    return db


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def run_query(root: str | Path | LakeState, query: str) -> pa.Table:
    """The result of one SQL statement; `UserError` that names tables or columns where it is wrong."""
    # A view of many files takes its time: those that the query does not name need not be made.
    with open_views(root, _named(query) or TABLES) as db:
        try:
            statements = db.extract_statements(query)
            if len(statements) != 1:
                raise UserError(f"one SQL statement is needed, got {len(statements)}")
            relation = db.sql(query)
            return pa.table({}) if relation is None else relation.to_arrow_table()
        except duckdb.Error as fault:
            raise UserError(explain(fault, query)) from fault


def _named(query: str) -> list[str]:
    """The tables whose names stand in a query."""
    return [name for name in TABLES if re.search(rf"\b{name}\b", query, re.IGNORECASE)]


def explain(fault: duckdb.Error, query: str) -> str:
    """A fault of DuckDB in one line, with the names that would have worked."""
    said = str(fault).split("\n\nLINE")[0].split("\nLINE")[0]
    message = said.splitlines()[0]
    if isinstance(fault, duckdb.CatalogException) and "Table" in message:
        return f"{message} Tables: {', '.join(TABLES)}"
    if isinstance(fault, duckdb.BinderException):
        columns = "; ".join(f"{name}: {', '.join(TABLES[name].schema.names)}" for name in _named(query))
        return f"{message} Columns of {columns}" if columns else message
    if isinstance(fault, duckdb.ParserException):
        return f'{message}. Columns named like SQL words need quotes, e.g. "end"'
    return message
