"""Calendar expressions of a notice as EDTF values.

Three steps, each in a module of its own: points of time as printed (`date_patterns`), points joined to
stretches and lists (`date_ranges`), years for those that print none (`date_years`). What the record leaves
out (bare years, school years, yearly holidays, impossible days) is decided here and before, never by the
reader of the list.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from parsers.dates.patterns import points
from parsers.dates.points import Point
from parsers.dates.ranges import Expression, expressions, possible
from parsers.dates.years import Evidence, Year, Years
from parsers.found import Found, Source, Span
from parsers.text import sentences

DateKind = Literal["day", "month", "stretch", "year"]
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_PRINTED, _DOUBTED = 0.98, 0.2


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


def _edtf(point: Point, last: bool = False) -> str:
    year = f"{point.year:04d}" if point.year else "XXXX"
    month = point.until if last and point.until else point.month
    if month is None:
        return year
    return f"{year}-{month:02d}" if point.day is None else f"{year}-{month:02d}-{point.day:02d}"


def _value(expression: Expression, published: date | None) -> CalendarDate | None:
    first, last, counted = expression.first, expression.last, expression.counted
    if last is not None and not (possible(first) and possible(last)):
        first, last = (first, None) if possible(first) else (last, None)  # the end that the calendar has
    if not possible(first):
        return None
    if last is not None:
        return CalendarDate(f"{_edtf(first)}/{_edtf(last, last=True)}", "stretch", counted)
    if (
        expression.from_now
        and published
        and (end := _edge(_edtf(first, last=True), last=True))
        and end >= published
    ):
        return CalendarDate(f"{published.isoformat()}/{_edtf(first, last=True)}", "stretch")
    if first.unit == "months":
        return CalendarDate(f"{_edtf(first)}/{_edtf(first, last=True)}", "stretch", counted)
    kind: DateKind = "day" if first.unit == "day" else "month" if first.unit == "month" else "year"
    return CalendarDate(_edtf(first), kind, counted)


def _dated(expression: Expression, years: Years, before: Expression | None) -> tuple[Expression, float]:
    """An expression with the years that it does not print, and the confidence in them.

    `before` is the dated one that stands before it: the later days of a list stay in its year.
    """
    first, last = expression.first, expression.last
    if before and expression.listed and last is None and first.year is None and first.shift is None:
        head = before.first
        earlier = (head.month or 0, head.day or 0) < (first.month or 0, first.day or 0)
        own = years.of(first)
        near = own.value is None or head.year is None or abs(own.value - head.year) <= 1
        if head.unit == first.unit and earlier and near:
            return replace(expression, first=replace(first, year=head.year)), own.confidence
    if first.year is not None and (last is None or last.year is not None):
        return expression, _PRINTED
    year = years.of(first)
    if last is not None and last.unit == "year" and last.year:
        year = Year(years.before_the_end_of(last.year, year.value), year.confidence)
    wraps = last is not None and (last.month or 12, last.day or 31) < (first.month or 1, first.day or 1)
    if year.value is None and last is not None and first.shift is None:
        end = years.of(last)  # told elsewhere for the end alone
        year = Year(end.value - wraps, end.confidence) if end.value else year
    if first.year is None:
        first = replace(first, year=year.value)
    if last is not None and last.year is None and first.year is not None:
        last = replace(last, year=first.year + wraps)
    return replace(expression, first=first, last=last), year.confidence


def find_dates(source: Source, taken: Sequence[Span], *, doubtful: bool = False) -> list[Found[CalendarDate]]:
    """All calendar expressions of title and body, in order; those not `counted` among them.

    `taken` are the passages of document numbers, in which no date is read. `source.published` anchors dates
    that print no year. `doubtful` adds, with a confidence of 0.2, figures that could as well be a share, a
    score or a street.

    Confidence is 0.98 for a printed year, 0.92 for one from `source.published`, 0.85 for one printed in the
    same sentence, 0.75 in the previous one or the title, 0.7 where none is found (`XXXX`).
    """
    found: list[Found[CalendarDate]] = []
    title: tuple[Evidence, ...] = ()
    for where, text in source.parts:
        norm, published = text.norm, source.published
        cited = sorted((span.start, span.end) for span in taken if span.where == where)
        read = list(expressions(list(_outside(points(norm), cited)), norm))
        spans = sentences(norm)
        firm = [expression for expression in read if not expression.doubtful]
        years = Years(norm, sentences=spans, found=firm, cited=cited, published=published, title=title)
        previous: Expression | None = None
        for expression in read if doubtful else firm:
            dated, confidence = _dated(expression, years, previous)
            if expression.doubtful:
                confidence = _DOUBTED
            else:
                previous = dated
            value = _value(dated, published)
            if value:
                found.append(Found(value, Span(where, dated.start, dated.end), confidence))
        title = years.evidence if where == "title" else title
    return found


def _outside(found: Iterator[Point], taken: Sequence[tuple[int, int]]) -> Iterator[Point]:
    """Points that lie in none of the taken passages."""
    i = 0
    for point in found:
        while i < len(taken) and taken[i][1] <= point.start:
            i += 1
        if i == len(taken) or point.end <= taken[i][0]:
            yield point
