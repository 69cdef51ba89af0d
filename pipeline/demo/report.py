"""What a demo run ends with: what was found, where it lies, and what to ask next."""

from __future__ import annotations

import shlex
from pathlib import Path

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.reading.query import run_query
from pipeline.store.schema import TABLES

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
        "What ran on 15 June 2020, under which theme?",
        "select n.title, p.period, t.theme from periods p join notices n on n.id = p.notice_id "
        "left join themes t using (notice_id) where date '2020-06-15' between period_first and period_last",
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
    table = Table(
        box=box.SIMPLE_HEAD,
        title="What was found",
        title_justify="left",
        title_style="bold",
        show_edge=False,
        pad_edge=False,
        padding=0,  # 80 columns must do
    )
    table.add_column("site", no_wrap=True)
    for name in TABLES:
        table.add_column({"attachments": "files"}.get(name, name), justify="right", no_wrap=True)
    for site, rows in found.items():
        table.add_row(site, *(str(rows[name]) for name in TABLES))
    if len(found) > 1:
        table.add_section()
        total = [str(sum(rows[name] for rows in found.values())) for name in TABLES]
        table.add_row("all", *total, style="bold")
    return table


def print_report(root: Path, console: Console) -> None:
    """The counts, the places and three queries to try."""
    console.print(_counts_table(counts(root)))
    console.print("[bold]Where it lies[/bold]")
    for name, path in _places(root):
        console.print(f"  {name:<22}[cyan]{escape(str(path))}[/cyan]", soft_wrap=True)
    console.print("\n[bold]Three queries to try[/bold]")
    for question, sql in QUERIES:
        console.print(f"  [italic]{question}[/italic]")
        console.print(f"  [green]{escape(command(root, sql))}[/green]", soft_wrap=True, highlight=False)


def _places(root: Path) -> list[tuple[str, Path]]:
    return [
        ("tables (Parquet)", root / "TABLE" / "province=SLUG" / "YEAR.parquet"),
        ("archive (WARC)", root / "archive"),
        ("ledger (SQLite)", root / "ledger.sqlite"),
        ("run summaries (JSON)", root / "runs"),
        ("logs (JSON lines)", root / "logs"),
    ]


def command(root: Path, sql: str) -> str:
    """The shell command that asks `sql` of the lake at `root`."""
    return f'thidua query "{sql}" --data {shlex.quote(str(root))}'
