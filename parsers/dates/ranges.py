"""Points of time joined to stretches and lists, with what they share handed on.

"từ ngày 7 đến 14-9" prints the month once, "24/09 - 22/12/2024" the year once, "các ngày: 05/7, 20/7/2018"
both. Only what stands between two points decides whether they belong together (`parsers.dates.gaps`), so one
look at each gap is enough.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from parsers.dates.cues import yearly
from parsers.dates.gaps import Join, bare_before, bare_behind, from_now, joined
from parsers.dates.points import Cue, Point

Joined = tuple[Point, Join]
"""A point and what joins it to the next."""

_SCHOOL = re.compile(
    r"(?:năm học|niên (?:khóa|độ|vụ|học)|khóa học|mùa giải|"
    # a season ("vụ đông xuân"), but no task ("nhiệm vụ giai đoạn") or service
    r"(?:vụ|mùa)[ ](?:đông|xuân|hè|thu|chiêm|mùa|lúa|mía|khô|mưa|rét|trồng|ép|cà phê|tôm)(?:[ ]\w{1,8}){0,3}|"
    r"(?<!\w )(?:vụ|mùa)|kỳ học)[ :]{0,2}(?:năm[ ])?$",
    re.IGNORECASE,
)
_LIFETIME = re.compile(r"[^\W\d_][ ]?\([ ]?$")
_ANNIVERSARY = re.compile(r"(?<!\w)(\d{1,3})[ ]năm(?!\w)|(?<!\w)k[ỷỉ][ ]niệm(?!\w)", re.IGNORECASE)
_LONGEST_RUN = 40  # no list of dates is longer; what a hostile text joins beyond it is read in parts
_SPOKEN = re.compile(r"(?<!\w)(?:đến|tới|kết|bế)(?!\w)", re.IGNORECASE)
_SINCE = re.compile(r"(?<!\w)từ[ ]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Expression:
    """A point, or a stretch between two; years that are not printed are still None.

    `counted` is False for what the record leaves out; `pair` marks the days or years of an
    anniversary and of a school year;
    `from_now` a stretch that begins on the notice's own date ("từ nay đến …").
    """

    first: Point
    last: Point | None = None
    counted: bool = True
    pair: Literal["", "founding", "anniversary", "school"] = ""
    from_now: bool = False
    doubtful: bool = False
    """Whether its figures may as well be a share, a score or a street: no word around them decides."""
    listed: bool = False
    """Whether it stands in a list, behind another expression."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.first.start

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return (self.last or self.first).end


def possible(point: Point) -> bool:
    """Whether the calendar has the day; without a year, 29 February counts."""
    if point.day is None or point.month is None:
        return True
    return point.day <= calendar.monthrange(point.year or 2024, point.month)[1]


def expressions(points: Sequence[Point], norm: str) -> Iterator[Expression]:
    """Points in order → expressions in order: stretches joined, lists shared."""
    run: list[Joined] = []
    floor = 0
    for i, point in enumerate(points):
        run += bare_before(point, norm, floor)
        last = point
        if behind := bare_behind(point, norm):
            join, last = behind
            run.append((point, join))
        follow = joined(last, points[i + 1], norm) if i + 1 < len(points) else ""
        run.append((last, follow if len(run) < _LONGEST_RUN else ""))
        floor = last.end
        if not run[-1][1]:
            yield from _run(run, norm)
            run = []


def _run(run: Sequence[Joined], norm: str) -> Iterator[Expression]:
    """One run of joined points."""
    closing = yearly(run[-1][0], norm)
    every_year = closing or (len(run) > 1 and yearly(run[0][0], norm))
    opening = every_year and not closing
    to = next((k for k, (_, join) in enumerate(run) if join == "to"), None) if opening else None
    if to is None:
        yield from _shared_out(_paired(run, norm), every_year)
        return
    # "sau dịp 30/4, 1/5 đến ngày 23/5": the list of feasts ends, and a day of its own follows.
    yield from _shared_out([_single(point, norm) for point, _ in run[: to + 1]], every_year)
    yield from _shared_out(_paired(run[to + 1 :], norm), every_year=False)


def _paired(run: Sequence[Joined], norm: str) -> list[Expression]:
    """The points of a run, those with "to" between them made stretches."""
    found: list[Expression] = []
    i = 0
    while i < len(run):
        point, join = run[i]
        stretch = _stretch(point, run[i + 1][0], norm) if join == "to" and i + 1 < len(run) else ()
        found += stretch or (_single(point, norm),)
        i += 2 if stretch else 1
    return found


def _shared_out(found: Sequence[Expression], every_year: bool) -> list[Expression]:
    """The expressions of a run, those marked that may be none.

    The year that only the last one prints is handed to those before.
    """
    sure = len(found) > 1 and any(e.first.certain or e.last for e in found)
    year: int | None = None
    following: Point | None = None
    kept: list[Expression] = []
    for expression in reversed(found):
        first = expression.first
        if expression.last is None and not expression.pair and first.unit != "year":
            if not (first.certain or every_year or sure):
                kept.append(replace(expression, doubtful=True))
                continue
            if first.year is None and first.shift is None and year:
                over = (first.month or 0) > 9 and (following.month or 12) < 4 if following else False
                first = replace(first, year=year - over)
            year, following = first.year or year, first
        counted = expression.counted and not (every_year and first.year is None)
        same = first is expression.first and counted == expression.counted
        kept.append(expression if same else replace(expression, first=first, counted=counted))
    kept.reverse()
    return [*kept[:1], *(replace(expression, listed=True) for expression in kept[1:])]


def _single(point: Point, norm: str) -> Expression:
    return Expression(point, counted=point.unit != "year", from_now=from_now(norm, point.start))


def _stretch(left: Point, right: Point, norm: str) -> tuple[Expression, ...]:
    """Two points with "to" between them: a stretch, the two days of an anniversary, or nothing."""
    spoken = bool(_SPOKEN.search(norm, left.end, right.start))
    before = norm[max(0, left.start - 90) : left.start]
    if left.unit == right.unit == "year":
        return _years(left, right, spoken, before)
    if "year" in (left.unit, right.unit) and not _mixed(left, right, before):
        return ()
    if left.unit == right.unit and not spoken and _is_pair(left, right, before):
        return Expression(left, pair="founding"), Expression(right, pair="anniversary")
    yearless = left.unit == right.unit == "day" and left.year is None and right.year is None
    if yearless and not _holds(left, right, before):
        return ()
    return _between(left, right)


def _between(left: Point, right: Point) -> tuple[Expression, ...]:
    """The stretch between two points of which one is no year, unless it would end before it begins."""
    if left.shift == -1 and right.shift == 1:
        # "từ tháng 9 năm trước đến tháng 5 năm sau": every year
        return (Expression(left, right, counted=False),)
    left, right = _share(left, right)
    ordered = not (left.year and right.year) or _key(left) < _key(right, last=True)
    return (Expression(left, right),) if ordered else ()


def _mixed(left: Point, right: Point, before: str) -> bool:
    """Whether a year and a month or day can be the two ends of one stretch."""
    if left.unit == "year":
        later = right.year is not None and right.year != left.year
        return later and (left.worded or bool(_SINCE.search(before)))
    return right.worded and right.unit == "year"


def _is_pair(left: Point, right: Point, before: str) -> bool:
    """Whether two days or months are a founding and its anniversary: "(01/01/1997 - 01/01/2022)"."""
    if not (left.year and right.year) or left.year == right.year or left.unit == "months":
        return False
    marked = before.endswith("(") and bool(_ANNIVERSARY.search(before))
    if (left.day, left.month) == (right.day, right.month):
        return left.unit == "day" or marked
    return left.unit == "day" and right.year - left.year > 4 and marked


def _holds(left: Point, right: Point, before: str) -> bool:
    """Whether two days without a year are no pair of fractions or scores, nor one and the same day."""
    if (left.month, left.day) == (right.month, right.day):
        return False
    whole = right.worded or not (left.fraction or right.fraction)
    return whole or left.cue is not Cue.NONE or before.endswith("(")


def _share(left: Point, right: Point) -> tuple[Point, Point]:
    """Hand the year of one end of a stretch to the other."""
    if right.unit == "year":
        return left, right  # "từ 1/3 đến hết năm 2025" may begin earlier
    if left.year is None and right.year is not None:
        left = replace(left, year=right.year)
        if _key(left) > _key(right, last=True):
            left = replace(left, year=right.year - 1)
    elif right.year is None and left.year is not None:
        right = replace(right, year=left.year)
        if _key(left) > _key(right, last=True):
            right = replace(right, year=left.year + 1)
    elif left.shift is None and right.shift is not None:
        left = replace(left, shift=right.shift)
    return left, right


def _key(point: Point, last: bool = False) -> tuple[int, int, int]:
    """Where a point with a year lies in time: its first or last day."""
    assert point.year is not None
    month = (point.until if last else point.month) or point.month or (12 if last else 1)
    return point.year, month, point.day or (calendar.monthrange(point.year, month)[1] if last else 1)


def _years(left: Point, right: Point, spoken: bool, before: str) -> tuple[Expression, ...]:
    """A stretch of years; those of a school year, a life or an anniversary are not counted."""
    assert left.year and right.year
    span = right.year - left.year
    if not 0 < span <= 150 or (spoken and not (left.worded or right.worded or _SINCE.search(before))):
        return ()
    if _SCHOOL.search(before):
        return (Expression(left, right, counted=False, pair="school"),)
    if before.endswith("("):
        marks = _ANNIVERSARY.finditer(before)
        if any(mark[1] is None or (int(mark[1]) == span and span > 5) for mark in marks):
            return (Expression(left, right, counted=False, pair="anniversary"),)
        lived = span > 25 and left.year < 1990 and bool(_LIFETIME.search(before))
        return (Expression(left, right, counted=not lived),)
    return (Expression(left, right),)
