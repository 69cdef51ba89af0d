"""The year of a date that prints none.

The notice's own date decides where it is known: the nearest such day, on or before it for what has happened,
after it for a deadline. Where it is not, the years printed in the same sentence, in the previous one or in the
title do, those excepted that tell another time: a birth, a plan's horizon, the date of a cited document, the
founding that an anniversary recalls. Where nothing is left, the year stays unspecified (`XXXX`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parsers.date_points import Point
from parsers.date_ranges import Expression

_PAST = re.compile(r"(?<!\w)(?:đã|vừa[ ]qua|vừa|trước[ ]đó|hôm[ ]qua|tính[ ]đến|qua)(?!\w)", re.IGNORECASE)
_COMING = re.compile(
    r"(?<!\w)(?:sẽ|dự[ ]kiến|sắp|tới|trước|chậm[ ]nhất|muộn[ ]nhất|hạn[ ](?:cuối|chót)|hoàn[ ]thành)(?!\w)",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"(?<!\w)(?:trước|chậm[ ]nhất(?:[ ](?:là|đến|vào))?|muộn[ ]nhất|hạn[ ](?:cuối|chót)(?:[ ]là)?)[ ,:]*(?:hết[ ])?(?:ngày[ ])?$",
    re.IGNORECASE,
)
# Years that are printed near a date and tell another time.
_BORN = re.compile(
    r"(?<!\w)(?:sinh|mất|hy[ ]sinh|thành[ ]lập)[ ](?:vào[ ])?(?:năm[ ]|ngày[ ])?$", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"(?<!\w)(?:đến|tới|hết|tầm[ ]nhìn|so[ ]với|từ|sau|trước|kể[ ]từ|khóa|năm[ ]học|"
    r"(?-i:Luật|Pháp[ ]lệnh|Hiến[ ]pháp|Nghị[ ]định|Thông[ ]tư|Quyết[ ]định|Nghị[ ]quyết|Chỉ[ ]thị)[^.;\n\d]{0,48})"
    r"[ ](?:hết[ ]|cuối[ ]|trong[ ]|vào[ ])?(?:năm[ ])?$",
    re.IGNORECASE,
)
_SUMMING = re.compile(r"(?<!\w)(?:tổng kết|kết quả|thành tích)(?!\w)[^.;\n]{0,120}$", re.IGNORECASE)
_TASKS = re.compile(
    r"(?<!\w)(?:nhiệm vụ|phương hướng|kế hoạch|triển khai)(?!\w)[^.;\n]{0,80}$", re.IGNORECASE
)
_OPENING = re.compile(r"(?<!\w)(?:đại hội|ký kết|ký[ ]kết)(?!\w)", re.IGNORECASE)
_LOOKING_TO = re.compile(
    r"(?<!\w)(?:chào mừng|hướng tới|tiến tới|nghị quyết|theo|văn kiện)(?!\w)[^.;\n]{0,40}$", re.IGNORECASE
)
_BACKGROUND = 1
_ANCHORED = 0.92
_SAME, _PREVIOUS, _TITLE, _NOWHERE = 0.85, 0.75, 0.75, 0.7


@dataclass(frozen=True, slots=True)
class Year:
    """A year for a date that prints none, and how sure it is; `value` None where nothing tells."""

    value: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class _Evidence:
    start: int
    year: int
    bare: bool = False
    """A year without day or month."""
    summed: bool = False
    """"tổng kết năm 2016": the year that is over, or nearly so."""
    ahead: bool = False
    """"nhiệm vụ năm 2017": the year that begins, or is about to."""


def _evidence(expression: Expression, norm: str, cited: Sequence[tuple[int, int]]) -> _Evidence | None:
    first = expression.first
    if first.year is None or expression.pair == "founding":
        return None
    before = norm[max(0, expression.start - 90) : expression.start]
    if expression.last is not None and first.unit == "year":
        sentence = norm[max(0, expression.start - 200) : expression.start]
        if expression.counted and _OPENING.search(sentence) and not _LOOKING_TO.search(before):
            return _Evidence(expression.start, first.year)
        return None
    if _BORN.search(before):
        return None
    if first.unit == "year":
        if _ELSEWHERE.search(before):
            return None
        return _Evidence(
            expression.start, first.year, True, bool(_SUMMING.search(before)), bool(_TASKS.search(before))
        )
    i = bisect_right(cited, (expression.start, 0)) - 1
    if i >= 0 and 0 <= expression.start - cited[i][1] <= 12:
        return None
    return _Evidence(expression.start, (expression.last or first).year or first.year)


def _candidate(month: int, evidence: Sequence[_Evidence]) -> int | None:
    """The one year that a sentence's years point to."""
    if not evidence:
        return None
    years = {e.year for e in evidence}
    latest = max(years)
    if len(years) == 1 and len(evidence) == 1:
        only = evidence[0]
        if only.summed and not only.ahead and month <= 3:
            return latest + 1
        if only.ahead and not only.summed and month == 12:
            return latest - 1
    if years == {latest - 1, latest} and month >= 11 and any(e.ahead and e.year == latest for e in evidence):
        return latest - 1
    return latest


def _day(year: int, point: Point) -> date | None:
    try:
        return date(year, point.month or 1, point.day or 15)
    except ValueError:
        return None


class Years:
    """Supplies years for the dates of one text.

    `sentences` are its sentence spans, `found` its expressions in order, `cited` the spans of document numbers,
    `title` the years that the title prints (empty for the title itself).
    """

    def __init__(
        self,
        norm: str,
        sentences: Sequence[tuple[int, int]],
        found: Sequence[Expression],
        cited: Sequence[tuple[int, int]],
        published: date | None,
        title: Mapping[int, Sequence[int]] | None = None,
    ) -> None:
        self._norm = norm
        self._sentences = sentences
        self._starts = [start for start, _ in sentences]
        self._published = published
        self._by_sentence: dict[int, list[_Evidence]] = {}
        self._same_day: dict[tuple[int | None, int | None], set[int]] = {}
        for expression in found:
            evidence = _evidence(expression, norm, cited)
            if evidence is None:
                continue
            self._by_sentence.setdefault(self._sentence(expression.start), []).append(evidence)
            first = expression.first
        self._drop_background()
        for expression in found if published is None else ():
            self._learn(expression)

    def _drop_background(self) -> None:
        """Years of another time than the text's latest own year tell of the past, not of its dates."""
        latest = max((e.year for group in self._by_sentence.values() for e in group), default=0)
        for group in self._by_sentence.values():
            group[:] = [e for e in group if e.year >= latest - _BACKGROUND or not e.bare]

    def _learn(self, expression: Expression) -> None:
        """Note the year of a single day, so that the same day elsewhere in the text has it too."""
        first = expression.first
        if first.unit != "day" or expression.last is not None or expression.pair == "founding":
            return
        year = first.year or self._near(first).value
        if year:
            self._same_day.setdefault((first.month, first.day), set()).add(year)

    def _sentence(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    def evidence(self) -> list[_Evidence]:
        """All years that the text prints for its own time."""
        return [evidence for group in self._by_sentence.values() for evidence in group]

    def of(self, point: Point, title: Sequence[_Evidence] = ()) -> Year:
        """The year of a point that prints none."""
        if self._published:
            return Year(self._nearest(point, self._published), _ANCHORED)
        near = self._near(point)
        if near.confidence == _SAME:
            return near
        twins = self._same_day.get((point.month, point.day), set())
        if point.day and len(twins) == 1:
            return Year(next(iter(twins)), _SAME)
        if near.value:
            return near
        year = _candidate(point.month or 6, title)
        return Year(year, _TITLE) if year else Year(None, _NOWHERE)

    def _near(self, point: Point) -> Year:
        """The year printed in the same sentence, else in the previous one."""
        own = self._sentence(point.start)
        for sentence, confidence in ((own, _SAME), (own - 1, _PREVIOUS)):
            year = _candidate(point.month or 6, self._by_sentence.get(sentence, ()))
            if year:
                return Year(year, confidence)
        return Year(None, _NOWHERE)

    def _nearest(self, point: Point, published: date) -> int:
        if point.shift is not None:
            return published.year + point.shift
        if point.unit == "months":
            closing = point.month is not None and point.month > 6
            return (
                published.year - 1
                if closing and published.month == 1 and self._tense(point) < 0
                else published.year
            )
        if point.unit == "month" and point.month == published.month:
            return published.year
        days = [day for year in (-1, 0, 1) if (day := _day(published.year + year, point))]
        if not days:
            return published.year
        nearest = min(days, key=lambda day: abs(day - published))
        tense = self._tense(point)
        if tense < 0 and nearest > published:
            earlier = [day for day in days if day <= published]
            return max(earlier).year if earlier else nearest.year
        if tense > 0 and published - nearest > timedelta(45):
            later = [day for day in days if day >= published]
            return min(later).year if later else nearest.year
        return nearest.year

    def _tense(self, point: Point) -> int:
        """-1 for what the words say has happened, 1 for a deadline, 0 where they say neither."""
        start, end = self._sentences[self._sentence(point.start)] if self._sentences else (0, len(self._norm))
        if _DEADLINE.search(self._norm, max(start, point.start - 40), point.start):
            return 1
        around = self._norm[max(start, point.start - 60) : min(end, point.end + 60)]
        if _COMING.search(around):
            return 0
        return -1 if _PAST.search(around) else 0
