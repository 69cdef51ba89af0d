"""What a demo run ends with: what was found, where it lies, and what to ask next."""

from __future__ import annotations

import shlex
from pathlib import Path

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pipeline.query import run_query
from pipeline.schema import TABLES

QUERIES = (
    (
        "Which documents do notices announce?",
        "select issued, type, number, issuer from documents where role = 'subject' order by 1 desc limit 8",
    ),
    (
        "Which movements are named most, and since when?",
        "select name, count(distinct notice_id) as notices, min(published) as since "
        "from movements group by name order by 2 desc, 3 limit 8",
    ),
    (
        "What ran on 10 October 2024, under which theme?",
        "select n.title, p.period, t.theme from periods p join notices n on n.id = p.notice_id "
        "left join themes t using (notice_id) where date '2024-10-10' between period_first and period_last",
    ),
)
"""Question and SQL, tried by the tests."""


def counts(root: Path) -> dict[str, dict[str, int]]:
    """Site → table → rows of the lake at `root`."""
    found: dict[str, dict[str, int]] = {}
    for table in TABLES.values():
        join = "" if table.name == "notices" else f"join notices n on n.id = x.{table.notice_key}"
        site = "x.site" if table.name == "notices" else "n.site"
        rows = run_query(
            root, f"select {site} as site, count(*) as rows from {table.name} x {join} group by 1"
        )
        for row in rows.to_pylist():
            found.setdefault(row["site"], dict.fromkeys(TABLES, 0))[table.name] = row["rows"]
    return dict(sorted(found.items()))


def _counts_table(found: dict[str, dict[str, int]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, title="What was found", title_justify="left", title_style="bold")
    table.add_column("site")
    for name in TABLES:
        table.add_column(name, justify="right")
    for site, rows in found.items():
        table.add_row(site, *(str(rows[name]) for name in TABLES))
    if len(found) > 1:
        table.add_section()
        total = [str(sum(rows[name] for rows in found.values())) for name in TABLES]
        table.add_row("all", *total, style="bold")
    return table


def report(root: Path) -> RenderableType:
    """The counts, the places and three queries to try, for a terminal."""
    where = Table.grid(padding=(0, 2))
    for name, path in _places(root):
        where.add_row(name, Text(str(path), style="cyan"))
    asked: list[RenderableType] = []
    for question, sql in QUERIES:
        asked += [Text(question, style="italic"), Text(command(root, sql), style="green"), Text()]
    return Group(
        _counts_table(counts(root)),
        Text("Where it lies", style="bold"),
        Padding(where, (0, 0, 1, 2)),
        Text("Three queries to try", style="bold"),
        Padding(Group(*asked), (0, 0, 0, 2)),
    )


def _places(root: Path) -> list[tuple[str, Path]]:
    known = {"tables": root / "notices", "archive": root / "archive", "ledger": root / "ledger.sqlite"}
    return [(name, path) for name, path in known.items() if path.exists()]


def command(root: Path, sql: str) -> str:
    """The shell command that asks `sql` of the lake at `root`."""
    return f"thidua query {_quoted(sql)} --data {shlex.quote(str(root))}"


def _quoted(sql: str) -> str:
    """In double quotes, as people write it; SQL of the demo holds no double quote or dollar sign."""
    return f'"{sql}"'


def print_report(root: Path, console: Console) -> None:
    """Print it; long commands wrap at the edge, so that they can be copied."""
    console.print(report(root), soft_wrap=True)
