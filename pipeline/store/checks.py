"""Checks on write: a row that breaks a rule of the schema is kept out, with the reason, and kept aside.

A fault of the notice's own row keeps out the whole notice, since its other rows would hang in the air; a
fault of any other row keeps out that row alone.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any

from parsers.dates.finder import CalendarDate
from pipeline.store.rows import Row, Rows, rows_of
from pipeline.store.schema import TABLES, Column, Table
from pipeline.store.stored import StoredNotice

ROW_RULES = (
    "`text` is what the notice's `field` holds from `start` to `end`, word for word.",
    "`X_first` is not later than `X_last`.",
    "`province` is a slug and makes a folder's name.",
)
_KINDS: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "date": date,
    "timestamp": datetime,
    "int16": int,
    "int32": int,
    "int64": int,
    "float": (float, int),
}
_POINT = r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?"
_EDTF = re.compile(rf"{_POINT}|(?:{_POINT}|\.\.)/(?:{_POINT}|\.\.)", re.ASCII)
_LIMITS = {"int16": 2**15, "int32": 2**31, "int64": 2**63}


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row that was kept out: of which notice and table, why, and what it said."""

    notice_id: str
    table: str
    reason: str
    row: Row

    def encode(self) -> str:
        """As one line of JSON."""
        whole = {"notice_id": self.notice_id, "table": self.table, "reason": self.reason, "row": self.row}
        return json.dumps(whole, ensure_ascii=False, default=str)


def reasons(rejected: Iterable[Rejection]) -> dict[str, int]:
    """Table and reason → how often, most frequent first."""
    return dict(Counter(f"{one.table}: {one.reason}" for one in rejected).most_common())


def checked_rows(stored: StoredNotice) -> tuple[Rows | None, list[Rejection]]:
    """The notice's rows that keep the rules (None where the notice itself does not), and the others."""
    notice = stored.notice
    try:
        stored.partition  # noqa: B018 - refuses what is no date and what cannot be a folder's name
    except ValueError as refusal:
        said = {"url": notice.url, "published": notice.published, "province": notice.province}
        return None, [Rejection(notice.id, "notices", str(refusal), said)]
    rows = rows_of(stored)
    fault = _fault(rows["notices"][0], TABLES["notices"])
    if fault:
        return None, [Rejection(notice.id, "notices", fault, rows["notices"][0])]
    texts = {"title": notice.title or "", "body": notice.body}
    rejected: list[Rejection] = []
    kept: Rows = {}
    for name, table in TABLES.items():
        kept[name] = []
        for row in rows[name]:
            fault = _fault(row, table, texts)
            if fault:
                rejected.append(Rejection(notice.id, name, fault, row))
            else:
                kept[name].append(row)
    return kept, rejected


@dataclass(frozen=True, slots=True)
class _Plan:
    """A column's rules made ready: most values are passed by one look at their class and one call."""

    column: Column
    exact: type
    passes: Callable[[Any], bool] | None


def _plan(column: Column) -> _Plan:
    kind = _KINDS[column.type]
    exact = kind[0] if isinstance(kind, tuple) else kind
    passes: Callable[[Any], bool] | None = None
    if column.allowed:
        passes = frozenset(column.allowed).__contains__
    elif exact is str:
        passes = _is_edtf if column.edtf else _encodable
    else:
        limit = _LIMITS.get(column.type)
        least = -limit if column.least is None and limit else column.least
        most = limit - 1 if column.most is None and limit else column.most
        if least is not None and most is not None:
            passes = partial(_between, least, most)
    return _Plan(column, exact, passes)


def _between(least: Any, most: Any, value: Any) -> bool:
    return bool(least <= value <= most)


def _fault(row: Row, table: Table, texts: dict[str, str] | None = None) -> str | None:
    if row.get("mentions") == 0:
        return "no passage of the page gives this value"
    for plan in _PLANS[table.name]:
        column = plan.column
        value = row[column.name]
        if value is None:
            if column.nullable:
                continue
        elif value.__class__ is plan.exact and (plan.passes is None or plan.passes(value)):
            if not column.edtf:
                continue
            first, last = row[f"{column.name}_first"], row[f"{column.name}_last"]
            if not first or not last or first <= last:
                continue
            return f"{column.name} ends before it begins"
        fault = _value_fault(value, column)
        if fault:
            return fault
    if texts and "field" in row and texts[row["field"]][row["start"] : row["end"]] != row["text"]:
        return "the passage is not what the page says there"
    return None


def _value_fault(value: Any, column: Column) -> str | None:
    if value is None:
        return None if column.nullable else f"{column.name} is missing"
    if not isinstance(value, _KINDS[column.type]) or isinstance(value, bool):
        return f"{column.name} is no {column.type}"
    if column.allowed and value not in column.allowed:
        return f"{column.name} is none of {', '.join(column.allowed)}"
    if not _in_range(value, column):
        return f"{column.name} is out of range"
    return _text_fault(value, column) if isinstance(value, str) else None


def _in_range(value: Any, column: Column) -> bool:
    least, most, limit = column.least, column.most, _LIMITS.get(column.type)
    return (
        (least is None or value >= least)
        and (most is None or value <= most)
        and (limit is None or -limit <= value < limit)
    )


def _text_fault(value: str, column: Column) -> str | None:
    if not _encodable(value):
        return f"{column.name} holds half of a character"
    if column.edtf and not _is_edtf(value):
        return f"{column.name} is no EDTF date"
    return None


def _encodable(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=8192)
def _is_edtf(value: str) -> bool:
    if not _EDTF.fullmatch(value):
        return False
    try:
        CalendarDate(value, "day").first  # noqa: B018 - reading it is the check
        CalendarDate(value, "day").last  # noqa: B018
    except ValueError:
        return False
    return True


_PLANS = {name: tuple(map(_plan, table.columns)) for name, table in TABLES.items()}
