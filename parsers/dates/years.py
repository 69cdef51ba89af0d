"""The year of a date that prints none.

The notice's own date decides where it is known: the nearest such day, on or before it for what has happened,
after it for a deadline. Where it is not, the years printed in the same sentence, in the previous one or in
the title do, those excepted that tell another time: a birth, a plan's horizon, the date of a cited document,
the founding that an anniversary recalls. Where nothing is left, the year stays unspecified (`XXXX`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parsers.dates.gaps import from_now
from parsers.dates.points import Point
from parsers.dates.ranges import Expression

_PAST = re.compile(r"(?<!\w)(?:đã|vừa[ ]qua|vừa|trước[ ]đó|hôm[ ]qua|tính[ ]đến|qua)(?!\w)", re.IGNORECASE)
_COMING = re.compile(
    r"(?<!\w)(?:sẽ|dự[ ]kiến|sắp|tới|trước(?![ ](?:đó|đây))|chậm[ ]nhất|muộn[ ]nhất|hạn[ ](?:cuối|chót)|"
    r"hoàn[ ]thành)(?!\w)",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"(?<!\w)(?:trước|chậm[ ]nhất(?:[ ](?:là|đến|vào))?|muộn[ ]nhất|hạn[ ](?:cuối|chót)(?:[ ]là)?)"
    r"[ ,:]{0,2}(?:hết[ ])?(?:ngày[ ])?$",
    re.IGNORECASE,
)
# "… sẽ khai mạc vào ngày", "Thời hạn nộp hồ sơ là": in the clause of the date itself.
_PLANNED = re.compile(
    r"(?<!\w)(?:sẽ|dự[ ]kiến|sắp|(?<!đúng )(?<!trong )thời[ ]hạn)(?!\w)[^.;,:\n]{0,60}$", re.IGNORECASE
)
_SOON = re.compile(r"[ ](?:sắp[ ])?tới(?!\w)(?![ ](?:nay|đây|khi))", re.IGNORECASE)
# Years that are printed near a date and tell another time.
_BORN = re.compile(
    r"(?<!\w)(?:sinh|mất|hy[ ]sinh|thành[ ]lập)[ ](?:vào[ ])?(?:năm[ ]|ngày[ ])?$", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"(?<!\w)(?:đến|tới|hết|tầm[ ]nhìn|về[ ]đích|so[ ]với|từ|sau|trước|kể[ ]từ|khóa|năm[ ]học|"
    r"(?-i:Luật|Pháp[ ]lệnh|Hiến[ ]pháp|Nghị[ ]định|Thông[ ]tư|Quyết[ ]định|Nghị[ ]quyết|Chỉ[ ]thị)"
    r"[^.;\n\d]{0,48})[ ](?:hết[ ]|cuối[ ]|trong[ ]|vào[ ])?(?:năm[ ])?$",
    re.IGNORECASE,
)
_SUMMING = re.compile(r"(?<!\w)(?:tổng kết|kết quả|thành tích)(?!\w)[^.;\n]{0,90}$", re.IGNORECASE)
_TASKS = re.compile(
    r"(?<!\w)(?:nhiệm vụ|phương hướng|kế hoạch|triển khai|giao ước)(?!\w)[^.;\n]{0,80}$", re.IGNORECASE
)
# Tết and spring are prepared in the last months of the year before: "Sáng 15/12, … Tết Nguyên đán 2022".
_SPRING = re.compile(r"(?<!\w)(?:Tết|[Xx]uân)(?!\w)(?:[ ]\w{1,8}){0,4}[ ]$")
# A congress opens its term, a signing its programme: both happen in the first year of the stretch.
_OPENING = re.compile(r"(?<!\w)(?:đại[ ]hội|ký[ ]kết)(?!\w)", re.IGNORECASE)
_LOOKING_TO = re.compile(
    r"(?<!\w)(?:chào mừng|hướng tới|tiến tới|nghị quyết|theo|văn kiện|trình|dự thảo|chuẩn bị|phục vụ)(?!\w)"
    r"[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\W{0,3}(?:(?:Vào|Trong|Đầu|Giữa|Cuối|Mùa \w{2,5}|Tết)[ ])?(?:năm[ ])?", re.IGNORECASE)
_CITED_WITHIN = 12  # characters between a document's number and its date: ", ngày "
_BACKGROUND = 1  # years by which a year may lie before the latest one and still tell of now
_NO_EARLIER = 1997  # Vietnam joined the internet: no notice on it tells of its own day before
_FEW = 20  # years before and after a date that can tell its year; no sentence prints more
_PLANNING = 9  # from this month on plans for the next year are made
_LATE_REPORT = timedelta(45)  # a deadline further back than this has not been meant
_ANCHORED = 0.92
_SAME, _PREVIOUS, _TITLE, _NOWHERE = 0.85, 0.75, 0.75, 0.7


@dataclass(frozen=True, slots=True)
class Year:
    """A year for a date that prints none, and how sure it is; `value` None where nothing tells."""

    value: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A printed year that can tell the year of a date near it.

    `bare` says that neither day nor month stands with it. `summed` marks the year that is over, or nearly so
    ("tổng kết năm 2016"), `ahead` the year that begins, or is about to ("nhiệm vụ năm 2017").
    """

    start: int
    year: int
    bare: bool = False
    summed: bool = False
    ahead: bool = False
    school: bool = False
    """Whether it opens a school year, whose second half lies in the next one."""
    spring: bool = False
    """Whether it is the year of a Tết, which is prepared in the last months of the year before."""

    def at(self, month: int) -> int:
        """The year that it tells a date of this month."""
        last = 6 if self.ahead else 9 if self.summed else 7
        return self.year + (self.school and month <= last) - (self.spring and month > 10)


def _cited(at: int, cited: Sequence[tuple[int, int]]) -> bool:
    """Whether a date stands right behind a document's number: its date of issue."""
    i = bisect_right(cited, (at, 0)) - 1
    return i >= 0 and 0 <= at - cited[i][1] <= _CITED_WITHIN


def _evidence(expression: Expression, norm: str, cited: Sequence[tuple[int, int]]) -> Evidence | None:
    first, at = expression.first, expression.start
    if first.year is None or expression.pair == "founding":
        return None
    before = norm[max(0, at - 90) : at]
    if expression.last is not None and first.unit == "year":
        return _of_years(expression, norm, before)
    if _BORN.search(before):
        return None
    if first.unit != "year":
        return None if _cited(at, cited) else Evidence(at, (expression.last or first).year or first.year)
    if _ELSEWHERE.search(before):
        return None
    return Evidence(
        at,
        first.year,
        True,
        bool(_SUMMING.search(before)),
        bool(_TASKS.search(before)),
        spring=bool(_SPRING.search(before)),
    )


def _of_years(expression: Expression, norm: str, before: str) -> Evidence | None:
    """What a stretch of years tells of its text's own time: little, but for a congress and the like."""
    first, last, at = expression.first.year, expression.last, expression.start
    if first is None or last is None:
        return None
    if expression.pair == "anniversary":
        return Evidence(at, last.year or first, True)
    if expression.pair == "school":
        summed, ahead = bool(_SUMMING.search(before)), bool(_TASKS.search(before))
        return Evidence(at, first, True, summed, ahead, school=True)
    opens = expression.counted and _OPENING.search(norm, max(0, at - 200), at)
    return Evidence(at, first) if opens and not _LOOKING_TO.search(before) else None


def _candidate(month: int, evidence: Sequence[Evidence], printed: frozenset[int] = frozenset()) -> int | None:
    """The one year that a sentence's years point to.

    `printed` are the years of the text's full dates: a plan for 2018 whose text dates something in 2017 was
    made in the autumn of 2017.
    """
    if not evidence:
        return None
    years = {e.at(month) for e in evidence}
    latest = max(years)
    begun = month >= _PLANNING and latest - 1 in printed
    if begun and len(years) == 1 and any(e.ahead and not e.summed and not e.school for e in evidence):
        return latest - 1
    if len(evidence) == 1 and not evidence[0].school and not evidence[0].spring:
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

    `sentences` are its sentence spans, `found` its expressions in order, `cited` the spans of document
    numbers, `title` the years that the title prints (none for the title itself).
    """

    def __init__(
        self,
        norm: str,
        *,
        sentences: Sequence[tuple[int, int]],
        found: Sequence[Expression],
        cited: Sequence[tuple[int, int]] = (),
        published: date | None = None,
        title: Sequence[Evidence] = (),
    ) -> None:
        self._norm, self._sentences, self._cited = norm, sentences, cited
        self._starts = [start for start, _ in sentences]
        self._published, self._title = published, title
        self.evidence = tuple(e for expression in found if (e := _evidence(expression, norm, cited)))
        """All years that the text prints for its own time."""
        self._recent = max((_NO_EARLIER, *(e.year for e in self.evidence))) - _BACKGROUND
        self._printed = frozenset(
            point.year
            for e in found
            if e.pair != "founding" and not _cited(e.start, cited)
            for point in (e.first, e.last)
            if point and point.year and point.unit != "year"
        )
        self._by_sentence: dict[int, list[Evidence]] = {}
        for evidence in self.evidence:
            self._by_sentence.setdefault(self._sentence(evidence.start), []).append(evidence)
        self._same_day: dict[tuple[int | None, int | None], set[int]] = {}
        for expression in found if published is None else ():
            self._learn(expression)

    def _learn(self, expression: Expression) -> None:
        """Note the year of a single day, so that the same day elsewhere in the text has it too."""
        first = expression.first
        if first.unit != "day" or expression.last is not None or expression.pair == "founding":
            return
        year = first.year or self._near(first).value
        if year and year >= self._recent:
            self._same_day.setdefault((first.month, first.day), set()).add(year)

    def _sentence(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    def of(self, point: Point) -> Year:
        """The year of a point that prints none."""
        if self._published:
            return Year(self._nearest(point, self._published), _ANCHORED)
        near = self._near(point)
        if point.shift == 0 and near.confidence != _SAME:
            return Year(None, _NOWHERE)  # "năm nay" of a notice whose day is unknown
        twins = self._same_day.get((point.month, point.day), set()) if point.day else set()
        if near.confidence != _SAME and len(twins) == 1:
            return Year(next(iter(twins)), _SAME)
        if near.value:
            return near
        year = _candidate(point.month or 6, self._title, self._printed)
        return Year(year, _TITLE) if year else Year(None, _NOWHERE)

    def before_the_end_of(self, end: int, value: int | None) -> int:
        """The year in which a stretch up to the end of the year `end` begins; `value` is what `of` gives."""
        this_year = self._published is not None and self._published.year == end
        return end if this_year or value is None or value > end else value

    def _near(self, point: Point) -> Year:
        """The year printed in the same sentence, else in the previous one.

        A year of another time than the text's latest tells of the past: it counts where it is told, before
        the point and in its sentence, with a day or month of its own.
        """
        month, own = point.month or 6, self._sentence(point.start)
        told = [
            e
            for e in self._around(own, point.start)
            if e.year >= self._recent or (e.start < point.start and (not e.bare or self._opens(e.start, own)))
        ]
        ahead = [e for e in told if e.start < point.start]
        if ahead and ahead[-1].school:  # "Năm học 2017 - 2018 bắt đầu từ 5/9; …"
            return Year(ahead[-1].at(month), _SAME)
        year = _candidate(month, told, self._printed)
        if year:
            return Year(year, _SAME)
        before = [e for e in self._around(own - 1, point.start) if e.year >= self._recent]
        year = _candidate(month, before, self._printed)
        return Year(year, _PREVIOUS) if year else Year(None, _NOWHERE)

    def _opens(self, at: int, sentence: int) -> bool:
        """Whether a bare year opens its sentence, which then tells of that year: "Năm 1954, …"."""
        start = self._sentences[sentence][0] if self._sentences else 0
        return _OPENS.fullmatch(self._norm, start, at) is not None

    def _around(self, sentence: int, at: int) -> Sequence[Evidence]:
        """The printed years of a sentence that stand nearest to an offset."""
        found = self._by_sentence.get(sentence, [])
        middle = bisect_right(found, at, key=lambda evidence: evidence.start)
        return found[max(0, middle - _FEW) : middle + _FEW]

    def _nearest(self, point: Point, published: date) -> int:
        if point.shift is not None:
            return published.year + point.shift
        if point.unit == "months":
            over = (point.month or 1) > 6 and published.month == 1 and self._tense(point) < 0
            return published.year - over
        if point.unit == "month" and point.month == published.month:
            return published.year
        days = [day for year in (-1, 0, 1) if (day := _day(published.year + year, point))]
        nearest = min(days, key=lambda day: abs(day - published), default=published)
        tense = self._tense(point)
        if tense < 0 and nearest > published:
            nearest = max((day for day in days if day <= published), default=nearest)
        elif tense > 0 and published - nearest > _LATE_REPORT:
            nearest = min((day for day in days if day >= published), default=nearest)
        return nearest.year

    def _tense(self, point: Point) -> int:
        """-1 for what the words say has happened, 1 for what is to come, 0 where they say neither."""
        if from_now(self._norm, point.start) or _SOON.match(self._norm, point.end):
            return 1
        start, end = self._sentences[self._sentence(point.start)] if self._sentences else (0, len(self._norm))
        before = self._norm[max(start, point.start - 80) : point.start]
        if _DEADLINE.search(before) or _PLANNED.search(before):
            return 1
        if _cited(point.start, self._cited):
            return -1
        around = self._norm[max(start, point.start - 60) : min(end, point.end + 60)]
        if _COMING.search(around):
            return 0
        return -1 if _PAST.search(around) else 0
