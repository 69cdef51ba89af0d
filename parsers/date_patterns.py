"""The calendar expressions of Vietnamese notices, one by one: days, months, quarters, half-years, years.

A *point* is what stands printed between two connectives; `parsers.date_ranges` joins points to stretches and
lists, `parsers.date_years` supplies the year where none is printed. All points come from one pattern and one
pass; what a number means that could as well be a fraction, a score or a street is decided by the words around
it, in a bounded window.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

Unit = Literal["day", "month", "months", "year"]


class Cue(IntEnum):
    """How surely the words before a number say that a day or a month follows."""

    NONE = 0
    LOOSE = 1
    """"từ", "đến", "trước", "hạn cuối": a quantity could follow as well."""
    DAY = 2
    """"ngày", "sáng", "hôm qua", "thứ ba"."""


@dataclass(frozen=True, slots=True)
class Point:
    """One printed point of time, with what it does not print left None.

    `until` is the last month of a quarter or half-year (`unit` "months"). `shift` is -1 for "năm ngoái",
    0 for "năm nay", 1 for "năm sau".
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
    separator: str = ""
    worded: bool = False
    """Whether "tháng", "năm" or "quý" is printed."""

    @property
    def ambiguous(self) -> bool:
        """Whether a day and month without a year could be a proper fraction or a span of quantities."""
        return (
            self.unit == "day"
            and self.year is None
            and not self.worded
            and self.day is not None
            and self.month is not None
            and self.day <= self.month
        )


_S = r"[ \n]?"
_D = r"0{0,2}[1-9]|0?[12]\d|0?3[01]"
_M = r"0?[1-9]|1[0-2]"
_Y = r"1[4-9]\d\d|20\d\d"
# Not inside a number, a word or a path; "ngày28/4" is a frequent slip.
_HEAD = r"(?:(?<=ngày)|(?<=tháng)|(?<![\w/])(?<!\d[.,]))"
_TAIL = r"(?![\w%‰])(?!/\w)(?![.,]\d)"
_NAM = rf"{_S}(?:,{_S})?năm{_S}"
_QUARTER = r"IV|I{1,3}|[1-4]"
_COUNT = r"\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_MONTH_WORD = r"giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:[ ](?:một|hai))?|mười"
_RELATIVE = r"năm[ ](?:ngoái|trước|nay|này|tới|sau)"
_POINT = re.compile(
    rf"(?P<dmy>{_HEAD}(?P<d1>{_D})[ ]?(?P<s1>[/.-])[ ]?(?P<m1>0{{0,2}}[1-9]|1[0-2])(?:[ ]?[/.-][ ]?|{_NAM})(?P<y1>{_Y}){_TAIL})"
    rf"|(?P<word>{_HEAD}(?P<d2>{_D}){_S}(?:/{_S})?tháng{_S}(?P<m2>0?[1-9]|1[0-2])(?!\d)"
    rf"(?:(?:{_NAM}|{_S}[,/.-]?{_S})(?P<y2>{_Y}){_TAIL}|[ ](?P<r2>{_RELATIVE}))?)"
    rf"|(?P<half>(?<!\w)(?P<n3>{_COUNT})[ ]tháng[ ](?P<w3>đầu|cuối)(?:[ ]của)?[ ]năm(?:[ ](?P<y3>{_Y}){_TAIL}|[ ](?P<r3>ngoái|trước|nay|này|tới|sau)(?!\w))?)"
    rf"|(?P<quarter>(?<!\w)quý[ ]?(?P<q4>{_QUARTER})(?![\w.,]?\d)(?!\w)(?:(?:{_NAM}|[ ]?[/.-][ ]?|[ ])(?P<y4>{_Y}){_TAIL}|[ ](?P<r4>{_RELATIVE}))?)"
    rf"|(?P<month>(?<!\w)tháng{_S}(?P<m5>{_M})(?!\d|[.,]\d\d\d)"
    rf"(?:(?:{_NAM}|[ ]?[/.-][ ]?|,?[ ])(?P<y5>{_Y}){_TAIL}|[ ](?P<r5>{_RELATIVE})|(?![/]\d)))"
    rf"|(?P<named>(?<!\w)(?<!mạng )tháng[ ](?P<w6>{_MONTH_WORD}){_NAM}(?P<y6>{_Y}){_TAIL})"
    rf"|(?P<dm>{_HEAD}(?P<d7>{_D})(?P<s7>[ ]?[/.-][ ]?)(?P<m7>{_M})(?!\d)(?![ ]?/[ ]?\d)(?![.,]\d)(?![\w%‰])(?:[ ](?P<r7>{_RELATIVE}))?)"
    rf"|(?P<my>{_HEAD}(?P<m8>{_M})[ ]?[/.-][ ]?(?P<y8>{_Y}){_TAIL})"
    rf"|(?P<year>(?:(?<!\w)(?P<w9>năm)[ \n])?(?<![\w/])(?<!\d[.,])(?P<y9>{_Y})(?![\w/%‰])(?![.,]\d))",
    re.IGNORECASE,
)
# Where a point can begin: one cheap look spares the long pattern nine places in ten.
_START = re.compile(
    r"(?<!\d)\d|(?<!\w)(?:tháng|quý|năm)[ \n]?(?=\w)|"
    r"(?<!\w)(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?=[ ]tháng[ ](?:đầu|cuối))",
    re.IGNORECASE,
)
_NUMBERS = {
    "một": 1,
    "giêng": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_SHIFTS = {"ngoái": -1, "trước": -1, "nay": 0, "này": 0, "tới": 1, "sau": 1}

_DAY_CUE = re.compile(
    r"(?<!\w)(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|khuya|"
    r"(?:hôm|sáng|trưa|chiều|tối|đêm)[ ](?:nay|qua|kia)|ngày[ ](?:mai|kia)|ngày[ ]hôm[ ](?:nay|qua)|"
    r"thứ[ ](?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ[ ]nhật|\d{1,2}[ ]?(?:h|giờ)(?:\d\d)?|từ[ ]ngày)"
    r"[ \n]?[,(-]?[ ]?$",
    re.IGNORECASE,
)
_LOOSE_CUE = re.compile(
    r"(?<!\w)(?:từ|đến|tới|hết|trước|sau|kể[ ]từ|tính[ ]đến|chậm[ ]nhất|muộn[ ]nhất|hạn[ ](?:cuối|chót)|(?<!lần )vào|"
    r"bắt[ ]đầu|kết[ ]thúc|khai[ ]mạc|bế[ ]mạc|trong|tháng|đầu|cuối|giữa|là|quý|qua|nay)[ \n]?[:(]?[ ]?$",
    re.IGNORECASE,
)
_AFTER_CUE = re.compile(
    r"[ ](?:tới|sắp[ ]tới|vừa[ ]qua|vừa[ ]rồi|này|năm[ ](?:nay|ngoái))(?!\w)", re.IGNORECASE
)
# A yearly day, whichever year: "dịp 30/4", "chào mừng ngày 20/11".
_FEAST = re.compile(
    r"(?<!\w)(?:dịp|lễ|kỷ niệm|kỉ niệm|mừng|hưởng ứng|Tết|nhân)[ ](?:các[ ])?(?:ngày[ ])?(?:lễ[ ])?\(?$",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"[ ]?\(?(?:hằng|hàng|mỗi|các)[ ](?:năm|tháng)", re.IGNORECASE)
_LUNAR = re.compile(
    r"[ ]?\(?[ ]?(?:âm[ ]lịch|ÂL(?!\w)|AL(?!\w)|(?:năm[ ])?(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)[ ](?:Tý|Sửu|Dần|Mão|Thìn|Tỵ|Tị|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi))",
    re.IGNORECASE,
)
_LUNAR_BEFORE = re.compile(r"(?<!\w)(?:mùng|mồng|rằm)[ ]$", re.IGNORECASE)
_MEASURE = re.compile(
    r"[ ]?(?:%|lần|bữa|buổi|giờ|tiếng|phút|người|triệu|tỷ|tỉ|nghìn|đồng|kg|tấn|ha|km|m2|m3|độ|điểm|phiếu|suất|em|"
    r"hộ|xã|huyện|số|chỉ[ ]tiêu|tiêu[ ]chí|khu|thôn|bản|làng|đơn[ ]vị|trường|lớp|diện[ ]tích|dân[ ]số|đại[ ]biểu|"
    r"công[ ]trình|dự[ ]án|cơ[ ]sở|gia[ ]đình|tổ|chi[ ]bộ|đảng[ ]viên|ngày|tháng|năm[ ](?!\d|ngoái|nay))(?!\w)",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"(?<!\w)(?:mỗi|hàng|hằng|một|\d+|vài|mấy|nhiều|hai|ba|bốn|năm|sáu|tám|chín|mười|bình[ ]quân)[ ]$",
    re.IGNORECASE,
)
_MONTH_MEASURE = re.compile(r"[ ](?:lần|buổi|ngày|triệu|tỷ|nghìn|người|kg|tấn|suất|kỳ|cuộc|bài|hộ)(?!\w)")
# A year is no year before a unit, and names no point of time behind "Luật …" or a count.
_YEAR_MEASURE = re.compile(
    r"[ ](?:đồng|ha|m|m2|m3|km|người|hộ|em|lượt|suất|tấn|kg|đoàn[ ]viên|hội[ ]viên|đảng[ ]viên|cán[ ]bộ|đại[ ]biểu|học[ ]sinh|"
    r"sinh[ ]viên|chiến[ ]sĩ|thí[ ]sinh|vận[ ]động[ ]viên|tỷ|triệu|USD|cây|con|căn|ngôi|nhà|vụ|tin|bài|phần)(?!\w)"
)
_COUNTED = re.compile(
    r"(?<!\w)(?:là|có|với|đạt|hơn|gần|trên|dưới|khoảng|được|gồm|số|của|cho|tổng|thêm|tặng|trao|còn|bằng|các|những)[ ]$",
    re.IGNORECASE,
)
_CONTEXT = 32


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]


def _shift(words: str | None) -> int | None:
    return _SHIFTS[words.split()[-1].casefold()] if words else None


def _cue(before: str) -> Cue:
    if _DAY_CUE.search(before):
        return Cue.DAY
    return Cue.LOOSE if _LOOSE_CUE.search(before) else Cue.NONE


def _after_cue(cue: Cue, after: str) -> Cue:
    """ "từ 1-6 tới", "đến 2/3 vừa qua": what follows says that it is a day."""
    return Cue.DAY if cue is Cue.LOOSE and _AFTER_CUE.match(after) else cue


def _optional(value: str | None) -> int | None:
    return int(value) if value else None


def _make(match: re.Match[str], before: str, after: str) -> Point | None:  # noqa: PLR0911 - one return a form
    form, start, end, get = match.lastgroup, match.start(), match.end(), match.group
    if form == "dmy":
        return Point(
            start,
            end,
            "day",
            int(get("y1")),
            int(get("m1")),
            int(get("d1")),
            cue=Cue.DAY,
            separator=get("s1"),
        )
    if form == "word":
        return Point(
            start, end, "day", _optional(get("y2")), int(get("m2")), int(get("d2")),
            cue=Cue.DAY, shift=_shift(get("r2")), worded=True,
        )  # fmt: skip
    if form == "half":
        months = _number(get("n3"))
        if not 1 < months < 12:
            return None
        first, last = (1, months) if get("w3").casefold() == "đầu" else (13 - months, 12)
        shift = _shift(get("r3"))
        return Point(
            start,
            end,
            "months",
            _optional(get("y3")),
            first,
            until=last,
            cue=Cue.DAY,
            shift=shift,
            worded=True,
        )
    if form == "quarter":
        quarter = _ROMAN.get(get("q4").upper()) or int(get("q4"))
        return Point(
            start, end, "months", _optional(get("y4")), 3 * quarter - 2, until=3 * quarter,
            cue=Cue.DAY, shift=_shift(get("r4")), worded=True,
        )  # fmt: skip
    if form == "month":
        shift = _shift(get("r5"))
        return Point(
            start, end, "month", _optional(get("y5")), int(get("m5")), cue=Cue.DAY, shift=shift, worded=True
        )
    if form == "named":
        return Point(start, end, "month", int(get("y6")), _number(get("w6")), cue=Cue.DAY, worded=True)
    if form == "dm":
        return Point(
            start, end, "day", None, int(get("m7")), int(get("d7")),
            cue=_after_cue(_cue(before), after), shift=_shift(get("r7")), separator=get("s7"),
        )  # fmt: skip
    if form == "my":
        return Point(start, end, "month", int(get("y8")), int(get("m8")), cue=_cue(before))
    return Point(start, end, "year", int(get("y9")), worded=bool(get("w9")), cue=_cue(before))


def points(norm: str) -> Iterator[Point]:
    """All points of time of a normalised text, in order, those excepted that the words around them deny.

    Points with a loose cue, or none, are for `parsers.date_ranges` to accept or drop.
    """
    done = 0
    for start in _START.finditer(norm):
        at = start.start()
        match = _POINT.match(norm, at) if at >= done else None
        if match is None:
            continue
        done = match.end()
        before = norm[max(0, at - _CONTEXT) : at]
        after = norm[done : done + _CONTEXT]
        point = _make(match, before, after)
        if point and not _denied(point, before, after):
            yield point


def _denied(point: Point, before: str, after: str) -> bool:
    if _LUNAR.match(after) or _LUNAR_BEFORE.search(before):
        return point.year is None
    if point.unit == "year":
        return not point.worded and bool(_YEAR_MEASURE.match(after) or _COUNTED.search(before))
    if point.year is not None:
        return False
    if point.unit == "month":
        return bool(_MONTH_MEASURE.match(after) or _DURATION.search(before))
    if point.unit == "day" and not point.worded:
        return bool(_MEASURE.match(after)) and (point.ambiguous or point.cue is not Cue.DAY)
    return False


def yearly(point: Point, norm: str) -> bool:
    """Whether a point without a year is meant for every year: "dịp 30/4", "ngày 05/12 hằng năm"."""
    if point.year is not None or point.shift is not None:
        return False
    before = norm[max(0, point.start - _CONTEXT) : point.start]
    after = norm[point.end : point.end + _CONTEXT]
    return bool(_YEARLY.match(after)) or (point.unit == "day" and bool(_FEAST.search(before)))
