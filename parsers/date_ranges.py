"""Points of time joined to stretches and lists, with what they share handed on.

"từ ngày 7 đến 14-9" prints the month once, "24/09 - 22/12/2024" the year once, "các ngày: 05/7, 20/7/2018" both.
Only what stands between two points decides whether they belong together, so one look at each gap is enough.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.date_cues import yearly
from parsers.date_points import Cue, Point


@dataclass(frozen=True, slots=True)
class Expression:
    """A point, or a stretch between two; `yearless` years are still None.

    `counted` is False for what the record leaves out; `pair` marks the two days of an anniversary
    ("founding" for the first, "anniversary" for the second).
    """

    first: Point
    last: Point | None = None
    counted: bool = True
    pair: str = ""
    open_start: bool = False
    """"từ nay đến …": begins on the notice's own date."""

    @property
    def start(self) -> int:
        return self.first.start

    @property
    def end(self) -> int:
        return (self.last or self.first).end


_TIME = r"(?:\d{1,2}[ ]?(?:h|g|giờ|:)[ ]?\d{0,2}(?:[ ]phút)?[ ,]{0,2})?"
_LEAD = rf"[ \n]?{_TIME}(?:thứ[ ]\w+[ ]?,?[ ])?(?:hết[ ])?(?:sáng|chiều|tối|đêm)?[ ]?(?:ngày[ ]|tháng[ ])?(?:ngày[ ])?$"
_ASIDE = r"(?:[ ]?\([^()\n]{1,30}\))?"
_TO = re.compile(
    rf"{_ASIDE}(?:[ \n]?(?:-[ ]?>?|->)|,?[ \n](?:cho[ ]|kéo[ ]dài[ ])?(?:đến|tới)(?![ ](?:trước|nay))(?:[ ](?:hết|cuối|đầu|giữa))?|"
    rf",?(?:[ ](?:và|sẽ|dự[ ]kiến))?[ ](?:kết[ ]thúc|bế[ ]mạc)(?:[ ](?:vào|trong|lúc))?)(?=[ \n]|$){_LEAD}",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?<!\w)(?:kết thúc|bế mạc)(?!\w)", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)(?:từ|bắt đầu)[ ](?:\w+[ ]){0,3}$", re.IGNORECASE)
_AND = re.compile(
    rf"{_ASIDE}[ ]?(?:,|;|,?[ ]?(?:và|hoặc|cùng|&))(?:[ ](?:đến|hết|trước|sáng|chiều|tối|đêm))?{_LEAD}",
    re.IGNORECASE,
)
# Bare numbers that share what stands printed behind them: "16 đến |21-5", "10, 11 và |12/6".
_SHARED = re.compile(
    r"(?<![\w.,/-])(?P<n>\d{1,2})(?P<gap>[ ]?(?:-|,|;|và|đến(?:[ ]hết)?|tới)[ ]?(?:hết[ ])?(?:ngày[ ]|tháng[ ])?)$",
    re.IGNORECASE,
)
_SHARED_HEAD = re.compile(
    r"(?<!\w)(?:ngày|từ|tháng|trong|sáng|chiều|tối|đêm|hôm|vào|đợt|hai|quý)[ :]{1,2}$", re.IGNORECASE
)
NOW = re.compile(
    r"(?<!\w)từ[ ](?:nay|giờ|bây giờ|hôm nay)(?:[ ]cho)?[ ](?:đến|tới)[ ](?:hết[ ])?(?:ngày[ ]|cuối[ ])?$",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"(?:năm học|niên khóa|khóa học|mùa giải|(?:vụ|mùa)(?:[ ]\w+){0,3}|kỳ học)[ :]{0,2}(?:năm[ ])?$",
    re.IGNORECASE,
)
_LIFETIME = re.compile(r"[^\W\d_]\w*[ ]?\([ ]?$")
_ANNIVERSARY = re.compile(r"(?<!\w)(\d{1,3})[ ]năm(?!\w)|(?<!\w)k[ỷỉ][ ]niệm(?!\w)", re.IGNORECASE)


def _key(point: Point, last: bool = False) -> tuple[int, int, int]:
    """Where a point with a year lies in time: its first or last day."""
    assert point.year is not None
    month = (point.until if last else point.month) or point.month or (12 if last else 1)
    return point.year, month, point.day or (calendar.monthrange(point.year, month)[1] if last else 1)


def possible(point: Point) -> bool:
    """Whether the calendar has the day; without a year, 29 February counts."""
    if point.day is None or point.month is None:
        return True
    return point.day <= calendar.monthrange(point.year or 2024, point.month)[1]


def _shared(point: Point, norm: str, floor: int) -> list[tuple[Point, bool]]:
    """Bare numbers in front of a point that share its month (or its year), each with whether "to" follows."""
    found: list[tuple[Point, bool]] = []
    if point.unit not in ("day", "month"):
        return found
    limit = 31 if point.unit == "day" else 12
    at = point.start
    if point.unit == "month" and point.worded and norm[at : at + 1].casefold() == "t":
        return found
    while len(found) < 8:
        low = max(floor, at - 24)
        match = _SHARED.search(norm, low, at)
        if not match or not 1 <= int(match["n"]) <= limit:
            break
        number, gap = int(match["n"]), match["gap"].casefold()
        to = "-" in gap or "đến" in gap or "tới" in gap
        base = replace(point, start=match.start(), end=match.end("n"), cue=Cue.DAY, worded=True)
        found.append((replace(base, day=number) if point.unit == "day" else replace(base, month=number), to))
        at = match.start()
    head = norm[max(0, at - 12) : at]
    if not found or not (_SHARED_HEAD.search(head) or (head.endswith("(") and found[-1][1])):
        return []
    return found[::-1]


def _share(left: Point, right: Point) -> tuple[Point, Point]:
    """Hand the year of one end of a stretch to the other."""
    if left.year is None and right.year is not None and right.shift is None:
        left = replace(left, year=right.year)
        if _key(left) > _key(right, last=True):
            left = replace(left, year=right.year - 1)
    elif right.year is None and left.year is not None:
        right = replace(right, year=left.year)
        if _key(left) > _key(right, last=True):
            right = replace(right, year=left.year + 1)
    elif left.year is None and left.shift is None and right.shift is not None:
        left = replace(left, shift=right.shift)
    return left, right


def _stretch(left: Point, right: Point, gap: str, norm: str) -> tuple[Expression, ...]:
    """Two points with "to" between them."""
    dash = "đến" not in gap and "tới" not in gap and "kết" not in gap and "bế" not in gap
    before = norm[max(0, left.start - 90) : left.start]
    if left.unit == right.unit == "year":
        return _years(left, right, dash, before)
    if left.unit == "year" and not left.worded and not before.rstrip().casefold().endswith("từ"):
        return ()
    if left.unit == "day" and right.unit == "day" and left.year and right.year and left.year != right.year:
        same = (left.day, left.month) == (right.day, right.month)
        marked = (
            _ANNIVERSARY.search(before)
            and norm[left.start - 1 : left.start] in "("
            and right.year - left.year > 4
        )
        if dash and (same or marked):
            return Expression(left, pair="founding"), Expression(right, pair="anniversary")
    left, right = _share(left, right)
    if left.year and right.year and _key(left) > _key(right, last=True):
        return ()
    if left.year is None and left.month and right.month and left.unit == right.unit == "day":
        if (left.month, left.day) == (right.month, right.day):
            return ()
    return (Expression(left, right),)


def _years(left: Point, right: Point, dash: bool, before: str) -> tuple[Expression, ...]:
    assert left.year and right.year
    span = right.year - left.year
    if not 0 < span <= 150 or not (
        dash or left.worded or right.worded or re.search(r"(?<!\w)từ[ ]$", before, re.I)
    ):
        return ()
    counted = not _SCHOOL.search(before)
    if counted and before.endswith("("):
        marks = [match for match in _ANNIVERSARY.finditer(before)]
        counted = not any(mark[1] is None or (int(mark[1]) == span and span > 5) for mark in marks)
        counted = counted and not (span > 25 and _LIFETIME.search(before) and left.year < 1990)
    return (Expression(left, right, counted=counted),)


def expressions(points: Sequence[Point], norm: str) -> Iterator[Expression]:
    """Points in order → expressions in order: stretches joined, lists shared, the unsure dropped."""
    chain: list[tuple[Point, str]] = []  # each point with what joins it to the next: "to", "and", ""
    floor = 0
    for i, point in enumerate(points):
        for bare, to in _shared(point, norm, floor):
            chain.append((bare, "to" if to else "and"))
        follow = ""
        if i + 1 < len(points):
            gap = norm[point.end : points[i + 1].start]
            if len(gap) <= 70:
                follow = _gap(gap, norm[max(0, point.start - 24) : point.start])
        chain.append((point, follow))
        floor = point.end
    run: list[tuple[Point, str]] = []
    for item in chain:
        run.append(item)
        if not item[1]:
            yield from _run(run, norm)
            run = []


def _gap(gap: str, before: str) -> str:
    """What joins two neighbouring points: "to", "and", or nothing.

    Bare numbers between them ("ngày 1, 2 và 3/5") are taken off first: they join on their own.
    """
    for _ in range(8):
        match = _SHARED.search(gap)
        if not match:
            break
        gap = gap[: match.start()]
    if _TO.match(gap) and (not _CLOSING.search(gap) or _FROM.search(before)):
        return "to"
    return "and" if _AND.match(gap) else ""


def _run(run: list[tuple[Point, str]], norm: str) -> Iterator[Expression]:
    """One run of joined points."""
    every_year = yearly(run[0][0], norm) or yearly(run[-1][0], norm)
    if (
        every_year
        and (feast := next((k for k, item in enumerate(run[:-1]) if item[1] == "to"), None)) is not None
    ):
        # "sau dịp 30/4, 1/5 đến ngày 23/5": the list of feasts ends, and a day of its own follows.
        yield from _run([*run[:feast], (run[feast][0], "")], norm)
        yield from _run(run[feast + 1 :], norm)
        return
    found: list[Expression] = []
    i = 0
    while i < len(run):
        point, follow = run[i]
        if follow == "to" and i + 1 < len(run):
            partner = run[i + 1][0]
            gap = norm[point.end : partner.start]
            joined = _stretch(point, partner, gap, norm) if _joinable(point, partner, norm) else ()
            if joined:
                found += joined
                i += 2
                continue
        found.append(_single(point, norm))
        i += 1
    sure = any(e.first.certain or e.last for e in found)
    year: int | None = None
    shared: list[Expression] = []
    for expression in reversed(found):
        first = expression.first
        if expression.last is None and not expression.pair and first.unit != "year":
            if not (first.certain or every_year or (sure and len(found) > 1)):
                continue
            year = first.year or year
            if first.year is None and first.shift is None and year:
                expression = replace(expression, first=replace(first, year=year))
        if every_year and expression.first.year is None:
            expression = replace(expression, counted=False)
        shared.append(expression)
    yield from reversed(shared)


def _joinable(left: Point, right: Point, norm: str) -> bool:
    """Whether two points with "to" between them are no pair of fractions or scores."""
    if left.unit == "day" and left.year is None and right.year is None and not right.worded:
        whole = not left.fraction and not right.fraction
        return whole or left.certain or left.cue is not Cue.NONE or norm[left.start - 1 : left.start] == "("
    return True


def _single(point: Point, norm: str) -> Expression:
    now = bool(NOW.search(norm, max(0, point.start - 32), point.start))
    return Expression(point, counted=point.unit != "year", open_start=now)
