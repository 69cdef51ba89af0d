"""`thidua export`: the tables as files for other programs.

Cells come from strangers' pages. A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a
line break as a formula (OWASP, "CSV injection"): in CSV such a text gets an apostrophe in front, which
`--raw` leaves out; in XLSX every text is written as a text. CSV begins with a byte
order mark, without which Excel reads UTF-8 as something else.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import pyarrow as pa
import typer

from pipeline.commands.output import destination
from pipeline.errors import UserError
from pipeline.reading.text_index import fold
from pipeline.store.lake_state import LakeState, open_state
from pipeline.store.schema import TABLES, Table
from pipeline.store.table_view import TableView

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
_BOM = "\ufeff"
_BATCH = 4096


class ExportFormat(StrEnum):
    """What is written."""

    csv = "csv"
    xlsx = "xlsx"
    jsonl = "jsonl"
    sqlite = "sqlite"


def batches(view: TableView) -> Iterator[list[dict[str, Any]]]:
    """The rows of a view, a few thousand at a time, so that memory stays flat."""
    columns = list(view._columns) if view._columns is not None else None
    for batch in view.dataset().to_batches(columns=columns, filter=view._filter(), batch_size=_BATCH):
        if batch.num_rows:
            yield batch.to_pylist()


def write_csv(view: TableView, file: BinaryIO, *, raw: bool = False) -> int:
    """UTF-8 with a byte order mark, CRLF (RFC 4180); without the mark and the apostrophes if `raw`."""
    text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="", write_through=True)
    if not raw:
        text.write(_BOM)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names(view))
    rows = 0
    for batch in batches(view):
        writer.writerows([plain(v) if raw else harmless(plain(v)) for v in row.values()] for row in batch)
        rows += len(batch)
    text.detach()
    return rows


def harmless(value: Any) -> Any:
    """A text that no spreadsheet takes for a formula; anything else as it is."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_RISKY) else value


def write_jsonl(view: TableView, file: BinaryIO) -> int:
    """One JSON object a line (JSON Lines), UTF-8."""
    rows = 0
    for batch in batches(view):
        for row in batch:
            record = {name: plain(value) for name, value in row.items()}
            file.write((json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8", "replace"))
        rows += len(batch)
    return rows


def write_sqlite(views: list[TableView], path: Path) -> None:
    """A database: the tables with their keys and indexes, and `notices_fts` for full-text search.

    Search without diacritics: `… WHERE notices_fts MATCH 'nong thon moi'`; write d for đ. Dates are ISO
    texts.
    """
    with closing(sqlite3.connect(path)) as db, db:
        for view in views:
            _sqlite_table(db, view)
        if any(view.table.name == "notices" for view in views):
            db.create_function("fold", 1, lambda text: fold(text or ""), deterministic=True)
            db.execute(
                "CREATE VIRTUAL TABLE notices_fts USING fts5 (id UNINDEXED, title, body, "
                'tokenize="unicode61 remove_diacritics 2")'
            )
            db.execute("INSERT INTO notices_fts SELECT id, fold(title), fold(body) FROM notices")
            db.execute("INSERT INTO notices_fts (notices_fts) VALUES ('optimize')")


def _sqlite_table(db: sqlite3.Connection, view: TableView) -> None:
    table = view.table
    kinds = {"float": "REAL", "int16": "INTEGER", "int32": "INTEGER", "int64": "INTEGER"}
    columns = ", ".join(
        f'"{c.name}" {kinds.get(c.type, "TEXT")}{"" if c.nullable else " NOT NULL"}'
        for c in table.all_columns
    )
    db.execute(f"CREATE TABLE {table.name} ({columns})")
    marks = ", ".join("?" * len(table.all_columns))
    for batch in batches(view):
        rows = [[_sqlite_value(value) for value in row.values()] for row in batch]
        db.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)
    unique = "UNIQUE " if table.name == "notices" else ""
    db.execute(f"CREATE {unique}INDEX {table.name}_notice ON {table.name} ({table.notice_key})")
    for column in ("number", "published"):
        if column in table.schema.names:
            db.execute(f"CREATE INDEX {table.name}_{column} ON {table.name} ({column})")


def _sqlite_value(value: Any) -> Any:
    kept = plain(value)
    return kept.encode("utf-8", "replace").decode() if isinstance(kept, str) else kept


def names(view: TableView) -> list[str]:
    """The columns of a view, in order."""
    return list(view._columns or view.table.schema.names)


def plain(value: Any) -> Any:
    """Days and moments (UTC) in ISO 8601, all else as it is."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def _chosen(
    state: LakeState, tables: list[str], province: list[str], since: str | None, until: str | None
) -> list[TableView]:
    import pyarrow.compute as pc  # noqa: PLC0415

    unknown = [name for name in tables if name not in TABLES]
    if unknown:
        raise UserError(f"no table {', '.join(unknown)}; tables: {', '.join(TABLES)}")
    chosen: list[Table] = [TABLES[name] for name in tables] or list(TABLES.values())
    views = [TableView(table, state) for table in chosen]
    try:
        if province:
            views = [view.filter(province=province) for view in views]
        if since:
            views = [view.filter(pc.field("published") >= _day(since)) for view in views]
        if until:
            views = [view.filter(pc.field("published") <= _day(until)) for view in views]
    except ValueError as fault:
        raise UserError(f"a day is written 2021-08-30: {fault}") from fault
    return views


def _day(text: str) -> pa.Scalar:
    return pa.scalar(date.fromisoformat(text))


def export_command(
    tables: Annotated[
        list[str] | None, typer.Argument(metavar="[TABLE]...", help="Tables; all if none is named.")
    ] = None,
    *,
    out: Annotated[Path, typer.Option(help="File (xlsx, sqlite, one table) or folder; '-' for stdout.")],
    format: Annotated[
        ExportFormat | None,
        typer.Option(show_default="by --out's name, else csv", help="What to write."),
    ] = None,
    data: Annotated[str, typer.Option(help="The lake (folder or s3://…) or a release.")] = "data/lake",
    province: Annotated[
        list[str] | None, typer.Option(metavar="SLUG", help="Only of this province; may be repeated.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Published on this day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Published on this day or before.")] = None,
    raw: Annotated[
        bool, typer.Option("--raw", help="CSV for programs: no byte order mark, no guard against formulas.")
    ] = False,
) -> None:
    """Write tables as CSV, XLSX (a sheet a table), JSON Lines or an SQLite database with full-text search.

    Examples:

        thidua export --out notices.xlsx --province bac-kan

        thidua export documents --out documents.csv

        thidua export --out thidua.sqlite --since 2021-01-01
    """
    kind = format or _kind_of(out)
    views = _chosen(open_state(data), tables or [], province or [], since, until)
    if kind == "xlsx":
        from pipeline.reading.export_xlsx import write_xlsx  # noqa: PLC0415  it imports this module

        with destination(None if str(out) == "-" else out) as file:
            cut = write_xlsx(views, file)
        for column, count in cut.items():
            typer.echo(f"{column}: {count:,} texts were longer than a cell may be and were cut", err=True)
    elif kind == "sqlite":
        _export_sqlite(views, out)
    elif len(views) == 1 and (str(out) == "-" or out.suffix):
        with destination(None if str(out) == "-" else out) as file:
            _write(views[0], kind, file, raw=raw)
    elif out.suffix:
        raise UserError(f"{out} is one file, and {len(views)} tables are asked for: name a folder or a table")
    else:
        for view in views:
            with destination(out / f"{view.table.name}.{kind}") as file:
                _write(view, kind, file, raw=raw)


def _kind_of(out: Path) -> ExportFormat:
    ending = {".db": "sqlite", ".sqlite3": "sqlite", "": "csv"}.get(out.suffix, out.suffix[1:])
    try:
        return ExportFormat(ending)
    except ValueError:
        raise UserError(f"{out}: no format {ending!r}; formats: {', '.join(ExportFormat)}") from None


def _write(view: TableView, kind: str, file: BinaryIO, *, raw: bool) -> None:
    if kind == "csv":
        write_csv(view, file, raw=raw)
    else:
        write_jsonl(view, file)


def _export_sqlite(views: list[TableView], out: Path) -> None:
    if str(out) == "-":
        raise UserError("a database needs a file: name one (--out FILE.sqlite)")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as folder:
        draft = Path(folder) / out.name
        write_sqlite(views, draft)
        draft.replace(out)
