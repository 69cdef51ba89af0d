"""The data dictionary: the schema as Markdown, for people who have the files and not the code."""

from __future__ import annotations

from pipeline.store.checks import ROW_RULES
from pipeline.store.schema import SCHEMA_VERSION, TABLES, Table


def dictionary() -> str:
    """The data dictionary as Markdown, one section a table."""
    lines = [
        "# Data dictionary",
        "",
        f"Schema version {SCHEMA_VERSION}. Each table is a folder of Parquet files "
        "`TABLE/province=SLUG/YEAR.parquet`. Days are proleptic Gregorian; offsets count Unicode "
        "characters; no column holds the time of the run.",
        "",
        "A row that breaks a rule is not stored: it is kept aside with the reason (`thidua verify` counts "
        "them). Beside the rules of the columns:",
        "",
        *(f"- {rule}" for rule in ROW_RULES),
        "",
        "Tables: " + ", ".join(f"[{name}](#{_anchor(table)})" for name, table in TABLES.items()) + ".",
    ]
    for table in TABLES.values():
        key = ", ".join(f"`{name}`" for name in table.key)
        lines += ["", f"## {_heading(table)}", "", f"{table.meaning} Ordered by {key}.", ""]
        lines += [
            "| column | type | Vietnamese | unit | null | rule | meaning |",
            "|---|---|---|---|---|---|---|",
        ]
        lines += [
            f"| `{c.name}` | {c.type} | {c.vi} | {c.unit} | {'yes' if c.nullable else 'no'} | {c.rule} "
            f"| {c.meaning} |"
            for c in table.all_columns
        ]
    return "\n".join(lines) + "\n"


def _heading(table: Table) -> str:
    return f"{table.name} ({table.vi})"


def _anchor(table: Table) -> str:
    """GitHub's anchor of the heading."""
    return "".join(c for c in _heading(table).lower().replace(" ", "-") if c.isalnum() or c == "-")
