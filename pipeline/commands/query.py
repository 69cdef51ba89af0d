"""`thidua query` and `thidua dictionary`: the lake for people who speak SQL."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class QueryFormat(StrEnum):
    """How a result is written."""

    table = "table"
    csv = "csv"
    json = "json"
    parquet = "parquet"


def query_command(
    sql: Annotated[str, typer.Argument(metavar="SQL", help="One DuckDB statement; '-' reads it from stdin.")],
    data: Annotated[Path, typer.Option(help="Folder of the lake.")] = Path("data/lake"),
    format: Annotated[QueryFormat, typer.Option(help="How to write the result.")] = QueryFormat.table,
    out: Annotated[Path | None, typer.Option(help="File to write to, instead of the terminal.")] = None,
) -> None:
    """Ask the lake in SQL: every table is a view.

    Tables: notices, documents, movements, themes, periods, occasions, dates, attachments; their columns:
    `thidua dictionary`.

    Examples:

        thidua query "select province, count(*) from notices group by all order by 2 desc"

        thidua query "select number, issued, issuer from documents where role = 'subject'"

        thidua query "select name, min(published) from movements group by all" --format csv --out m.csv
    """
    from pipeline.commands.output import write_arrow  # noqa: PLC0415
    from pipeline.reading.query import run_query  # noqa: PLC0415

    text = typer.get_text_stream("stdin").read() if sql == "-" else sql
    write_arrow(run_query(data, text), format.value, out)


def dictionary_command(
    out: Annotated[Path | None, typer.Option(help="File to write to, instead of the terminal.")] = None,
) -> None:
    """Print the data dictionary (Markdown): every table and column with type, unit and meaning.

    Example:

        thidua dictionary > DICTIONARY.md
    """
    from pipeline.commands.output import destination  # noqa: PLC0415
    from pipeline.store.dictionary import dictionary  # noqa: PLC0415

    with destination(out) as file:
        file.write(dictionary().encode())
