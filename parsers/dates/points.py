"""What the date stages hand on to one another: a printed point of time, and how surely it is one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

Unit = Literal["day", "month", "months", "year"]


class Cue(IntEnum):
    """How surely the words around a number say that a day or a month is meant.

    LOOSE ("đến", "trong", "là") could as well introduce a quantity, FIRM ("từ", "trước", "hạn cuối") a
    quantity only where the number looks like one; DAY ("ngày", "sáng", "hôm qua", "thứ ba") leaves no doubt.
    """

    NONE = 0
    LOOSE = 1
    FIRM = 2
    DAY = 3


@dataclass(frozen=True, slots=True)
class Point:
    """One printed point of time; what it does not print is None.

    `until` is the last month of a quarter or half-year (`unit` "months"). `shift` is -1 for "năm ngoái",
    0 for "năm nay", 1 for "năm sau". `worded` says that "tháng", "năm" or "quý" is printed.
    """

    start: int
    end: int
    unit: Unit
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: int | None = None
    cue: Cue = Cue.NONE
    shift: int | None = None
    slash: bool = True
    worded: bool = False

    @property
    def fraction(self) -> bool:
        """Whether a day and month without a year could be a proper fraction or a span of quantities."""
        if self.unit != "day" or self.year is not None or self.worded:
            return False
        return self.day is not None and self.month is not None and self.day <= self.month

    @property
    def certain(self) -> bool:
        """Whether the point stands on its own words alone."""
        if self.unit == "day" and self.year is None:
            if self.cue is Cue.DAY:
                return True
            return self.cue >= (Cue.LOOSE if not self.fraction else Cue.FIRM if self.slash else Cue.DAY)
        return self.unit != "month" or self.worded or self.cue is not Cue.NONE
