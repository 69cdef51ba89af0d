"""`thidua compact`: what no reader needs any more."""

from __future__ import annotations

from typing import Annotated

import typer


def compact_command(
    data: Annotated[str, typer.Argument(metavar="DIR", help="The lake: a folder or s3://…")] = "data/lake",
    keep: Annotated[
        float, typer.Option(min=0, help="Seconds that superseded files stay for readers of earlier commits.")
    ] = 900.0,
) -> None:
    """Take away files without rows and bytes of earlier commits, join history; migrate an older lake.

    A partition is one file a table, rewritten whole by each upsert: there are no small files to join.

    Example:

        thidua compact data/lake
    """
    from pipeline.store.lake import Lake  # noqa: PLC0415

    for name, count in Lake(data, keep).compact().items():
        typer.echo(f"{count:,} {name}")
