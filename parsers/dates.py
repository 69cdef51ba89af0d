"""Calendar expressions of a notice as EDTF values."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

DateKind = Literal["day", "month", "stretch", "year"]
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")


def _edge(edtf: str, last: bool) -> date | None:
    match = _POINT.match(edtf)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if not 1 <= year <= 9999:
        return None
    month = month or (12 if last else 1)
    return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A calendar expression as an EDTF value (ISO 8601-2:2019).

    `edtf` is `2021-08-30` (day), `2021-10` (month), `2021` (year) or two of them joined by `/` (stretch);
    `XXXX` stands for a year that nothing tells. `counted` is False for what the list `dates` leaves out but
    other stages use: a bare year, a holiday's yearly day, the years of "(1930 - 2020)".
    """

    edtf: str
    kind: DateKind
    counted: bool = True

    @property
    def first(self) -> date | None:
        """The first day that the expression covers; None where the year is unknown or the start open."""
        return _edge(self.edtf.split("/")[0], last=False)

    @property
    def last(self) -> date | None:
        """The last day that the expression covers; None where the year is unknown or the end open."""
        return _edge(self.edtf.split("/")[-1], last=True)
