"""Results for people and programs: a terminal table, CSV, JSON, Parquet; to a file or the terminal."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from pipeline.errors import UserError

if TYPE_CHECKING:
    import pyarrow as pa
    from rich.console import Console

_WIDEST_CELL = 160
"""Characters of a cell in a terminal table: a body would fill the screen."""
_WIDTH_OF_PIPE = 240
_WIDTH_OF_LINES = 10_000
"""Wider than any line: what is piped is for programs and files, which fold for themselves."""


def terminal() -> Console:
    """The console on standard output. A pipe or a file gets every line whole, without blanks at its end."""
    from rich.console import Console  # noqa: PLC0415 - a tenth of a second

    if sys.stdout.isatty():
        return Console()
    return Console(file=_Stripped(sys.stdout), width=_WIDTH_OF_LINES)


class _Stripped(io.StringIO):
    """A text stream that leaves the blanks out that fill up a line."""

    def __init__(self, goal: TextIO) -> None:
        super().__init__()
        self._goal = goal
        self._begun = ""

    def write(self, text: str) -> int:
        *lines, self._begun = (self._begun + text).split("\n")
        for line in lines:
            self._goal.write(line.rstrip() + "\n")
        return len(text)

    def flush(self) -> None:
        self._goal.flush()


@contextmanager
def destination(out: Path | None) -> Iterator[BinaryIO]:
    """Where to write: standard output, or a file that appears whole or not at all."""
    if out is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    except OSError as fault:
        raise UserError(f"cannot write {out}: {fault.strerror}") from fault
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        draft.chmod(0o644)
        draft.replace(out)
    except OSError as fault:
        raise UserError(f"cannot write {out}: {fault.strerror}") from fault
    finally:
        draft.unlink(missing_ok=True)


def write_arrow(rows: pa.Table, format: str, out: Path | None) -> None:
    """Write a table as `table`, `csv`, `json` (an array, one object a line) or `parquet`."""
    if format == "parquet" and out is None and sys.stdout.isatty():
        raise UserError("Parquet is not for the terminal: name a file (--out FILE) or pipe it")
    with destination(out) as file:
        if format == "parquet":
            import pyarrow.parquet as pq  # noqa: PLC0415

            buffer = io.BytesIO()
            pq.write_table(rows, buffer, compression="zstd")
            file.write(buffer.getbuffer())
            return
        names = rows.column_names
        records = [list(record) for record in zip(*(c.to_pylist() for c in rows.columns), strict=True)]
        text = {"csv": _csv, "json": _json, "table": _table}[format](names, records)
        file.write(text.encode("utf-8", errors="replace"))


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _csv(names: list[str], records: list[list[Any]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_plain(value) for value in record] for record in records)
    return text.getvalue()


def _json(names: list[str], records: list[list[Any]]) -> str:
    lines = [
        json.dumps(dict(zip(names, map(_plain, record), strict=True)), ensure_ascii=False)
        for record in records
    ]
    return "[" + ",\n".join(lines) + "]\n"


def _cell(value: Any) -> str:
    text = "" if value is None else str(_plain(value))
    text = " ".join(text.split())
    return text if len(text) <= _WIDEST_CELL else f"{text[: _WIDEST_CELL - 1]}…"


def _table(names: list[str], records: list[list[Any]]) -> str:
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=box.SIMPLE_HEAD)
    for i, name in enumerate(names):
        numbers = bool(records) and all(isinstance(r[i], int | float | Decimal | None) for r in records)
        table.add_column(Text(name), justify="right" if numbers else "left", overflow="fold")
    for record in records:
        table.add_row(*(Text(_cell(value)) for value in record))  # Text: no markup of pages is obeyed
    terminal = sys.stdout.isatty()
    text = io.StringIO()
    console = Console(file=text, force_terminal=terminal, width=None if terminal else _WIDTH_OF_PIPE)
    console.print(table)
    lines = [line.rstrip() for line in text.getvalue().splitlines()]
    count = f"{len(records):,} {'row' if len(records) == 1 else 'rows'}"
    return "\n".join([line for line in lines if line] + [count]) + "\n"
