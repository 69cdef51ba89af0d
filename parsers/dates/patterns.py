"""The calendar expressions of Vietnamese notices, one by one: days, months, quarters, half-years, years.

A *point* is what stands printed between two connectives; `parsers.dates.ranges` joins points to stretches
and lists, `parsers.dates.years` supplies the year where none is printed. All forms are read in one pass; what
a number means that could as well be a fraction or a street the words around it say (`parsers.dates.cues`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.dates.cues import CONTEXT, cue, denied
from parsers.dates.gaps import QUARTERS
from parsers.dates.points import Cue, Point
from parsers.text import lowered

_S = r"[ \n]?"
_D = r"0{0,2}[1-9]|0?[12]\d|0?3[01]"
_M = r"0?[1-9]|1[0-2]"
_Y = r"1[4-9]\d\d|20\d\d"
# Not inside a number, a word or a path.
_HEAD = r"(?<![\w/])(?<!\d[.,])"
_TAIL = r"(?![\w%‰])(?!/\w)(?![.,]\d)"
_TAIL_OF_DAY = r"(?![\w%‰])(?!/(?!\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\w)(?![.,]\d)"


def _listed_behind(word: str) -> str:
    """Places right behind "ngày 4," or "ngày 4,5,": no decimals, days of a list set without blanks."""
    figures = (r"\d,", r"\d\d,", *(a + b for a in (r"\d,", r"\d\d,") for b in (r"\d,", r"\d\d,")))
    return "|".join(rf"(?<={word} {listed})" for listed in figures)


_HEAD_OF_DAYS, _HEAD_OF_MONTHS = (rf"(?:{_HEAD}|{_listed_behind(word)})" for word in ("ngày", "tháng"))
# A whole day may stand right beside the other one of an anniversary: "(11-6-1948/11-6-2023)".
_HEAD_OF_DAY = rf"(?:(?<=[12]\d\d\d/)|{_HEAD_OF_DAYS})"
_NAM = rf"{_S}(?:[,/-]{_S})?năm{_S}"
_COUNT = r"\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_MONTH_WORD = r"mười[ ](?:một|hai)|giêng|một|hai|ba|tư|năm(?![ \n]\d{4})|sáu|bảy|tám|chín|mười"
_RELATIVE = r"năm[ ](?:ngoái|trước|nay|này|tới|sau)(?!\w)"
# "đợt 1 tháng 3", "tuần 2 tháng 5": the number counts something else than days.
_NO_DAY = r"(?<!đợt )(?<!kỳ )(?<!tuần )(?<!lần )(?<!số )(?<!thứ )(?<!quý )"
_BY = r"[ ]?[/.-][ ]?"
_FORMS = (
    rf"(?P<iso>{_HEAD}(?P<y0>{_Y})-(?P<m0>0[1-9]|1[0-2])-(?P<d0>0[1-9]|[12]\d|3[01]){_TAIL})",
    rf"(?P<dmy>{_HEAD_OF_DAY}(?P<d1>{_D}){_BY}(?P<m1>0{{0,2}}[1-9]|1[0-2])(?:{_BY}|{_NAM})(?P<y1>{_Y})"
    rf"{_TAIL_OF_DAY})",
    rf"(?P<short>{_HEAD}(?P<ds>{_D})(?P<by>[/.-])(?P<ms>{_M})(?P=by)(?P<ys>[0-3]\d){_TAIL})",
    rf"(?P<word>{_HEAD}{_NO_DAY}(?P<d2>{_D}){_S}(?:(?P<by2>[/,-]){_S})?(?P<of2>tháng){_S}"
    rf"(?:(?P<m2>{_M})(?!\d)|(?P<w2>{_MONTH_WORD})(?!\w))"
    rf"(?:(?:{_NAM}|{_S}[,/.-]?{_S})(?P<y2>{_Y}){_TAIL}|[ ](?P<r2>{_RELATIVE}))?)",
    rf"(?P<half>(?<!\w)(?:(?P<n3>{_COUNT})[ ]tháng|nửa)[ ](?P<w3>đầu|cuối)(?:[ ]của)?[ ]năm"
    rf"(?:[ ](?P<y3>{_Y}){_TAIL}|[ ](?P<r3>ngoái|trước|nay|này|tới|sau)(?!\w))?)",
    r"(?P<quarter>(?<!\w)quý[ ]?(?P<q4>IV|I{1,3}|[1-4])(?![\w.,]?\d)(?!\w)"
    rf"(?:(?:{_NAM}|{_BY}|[ ])(?P<y4>{_Y}){_TAIL}|[ ](?P<r4>{_RELATIVE}))?)",
    rf"(?P<month>(?<!\w)tháng{_S}(?P<m5>{_M})(?!\d|[.,]\d\d\d)"
    rf"(?:(?:{_NAM}|{_BY}|,?[ ])(?P<y5>{_Y}){_TAIL}|[ ](?P<r5>{_RELATIVE})|(?!/\d)))",
    rf"(?P<named>(?<!\w)tháng[ ](?P<w6>{_MONTH_WORD})(?:{_NAM}|[ ])(?P<y6>{_Y}){_TAIL})",
    rf"(?P<dm>{_HEAD_OF_DAYS}(?P<d7>{_D})(?P<s7>{_BY})(?P<m7>{_M})(?!\d)(?![ ]?/[ ]?\d)(?![.,]\d)(?![\w%‰])"
    rf"(?:[ ](?P<r7>{_RELATIVE}))?)",
    rf"(?P<my>{_HEAD_OF_MONTHS}(?P<m8>{_M}){_BY}(?P<y8>{_Y}){_TAIL})",
    rf"(?P<more>{_HEAD}(?P<m10>{_M}){_NAM}(?P<y10>{_Y}){_TAIL})",
    rf"(?P<year>(?:(?<!\w)(?P<w9>năm)[ \n])?(?<![\w/])(?<!\d[.,])(?P<y9>{_Y})(?![\w/%‰])(?![.,]\d))",
)
_POINT = re.compile("|".join(_FORMS), re.IGNORECASE)
# "tháng 9, 10 và 11 năm 2017", "tháng 6 - 7 năm 2017": the last month of a list or a stretch.
_MONTHS_BEFORE = re.compile(
    r"(?<!\w)tháng[ ]\d{1,2}(?:(?:,|[ ]và)[ ]\d{1,2})*(?:(?:,|[ ]và)[ ]|[ ]?-[ ]?)$", re.IGNORECASE
)
_OF_DAYS = re.compile(r"(?<!\w)ngày[ ]$", re.IGNORECASE)
# Where a point can begin: two cheap looks spare the long pattern nine places in ten.
_FIGURES = re.compile(r"[0-9][0-9]*")  # as two classes, the first lets `re` skip to it
# Each choice begins with a plain letter, so that `re` skips from one initial to the next.
_WORDS = re.compile(
    r"tháng(?=[ \n]?\w)|quý(?=[ \n]?\w)|năm(?=[ \n]?\w)|nửa(?= (?:đầu|cuối))|"
    + "|".join(
        rf"{count}(?= tháng (?:đầu|cuối))"
        for count in ("hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười")
    )
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
_SHIFTS = {"ngoái": -1, "trước": -1, "nay": 0, "này": 0, "tới": 1, "sau": 1}


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]


def _optional(value: str | None) -> int | None:
    return int(value) if value else None


def _shift(words: str | None) -> int | None:
    return _SHIFTS[words.split()[-1].casefold()] if words else None


def _day(match: re.Match[str], before: str, after: str) -> Point | None:
    start, end, get = match.start(), match.end(), match.group
    if match.lastgroup == "dmy":
        return Point(start, end, "day", int(get("y1")), int(get("m1")), int(get("d1")), cue=Cue.DAY)
    if match.lastgroup == "iso":
        return Point(start, end, "day", int(get("y0")), int(get("m0")), int(get("d0")), cue=Cue.DAY)
    if match.lastgroup == "short":
        sure = cue(before, after) is Cue.DAY
        return (
            Point(start, end, "day", 2000 + int(get("ys")), int(get("ms")), int(get("ds"))) if sure else None
        )
    if match.lastgroup == "word":
        month, year, shift = _number(get("m2") or get("w2")), _optional(get("y2")), _shift(get("r2"))
        if get("by2") in (",", "-") and not _OF_DAYS.search(before):
            start = match.start("of2")  # "tổ 10, tháng 5": the figure is no day
            return Point(start, end, "month", year, month, cue=Cue.DAY, shift=shift, worded=True)
        sure_of_it = Cue.DAY if year else cue(before, after)
        return Point(start, end, "day", year, month, int(get("d2")), cue=sure_of_it, shift=shift, worded=True)
    shift, slash = _shift(get("r7")), "/" in get("s7")
    hint = Cue.DAY if shift is not None else cue(before, after)
    return Point(start, end, "day", None, int(get("m7")), int(get("d7")), cue=hint, shift=shift, slash=slash)


def _months(match: re.Match[str]) -> Point | None:
    """A half-year ("9 tháng đầu năm" among them) or a quarter."""
    get = match.group
    if match.lastgroup == "half":
        count = _number(get("n3")) if get("n3") else 6
        if not 1 < count < 12:
            return None
        first, last = (1, count) if get("w3").casefold() == "đầu" else (13 - count, 12)
        year, shift = _optional(get("y3")), _shift(get("r3"))
    else:
        quarter = QUARTERS.get(get("q4").upper()) or int(get("q4"))
        first, last = 3 * quarter - 2, 3 * quarter
        year, shift = _optional(get("y4")), _shift(get("r4"))
    return Point(
        match.start(), match.end(), "months", year, first, until=last, cue=Cue.DAY, shift=shift, worded=True
    )


def _month(match: re.Match[str], before: str, after: str) -> Point | None:
    start, end, get = match.start(), match.end(), match.group
    if match.lastgroup == "more":
        listed = _MONTHS_BEFORE.search(before)
        return Point(start, end, "month", int(get("y10")), int(get("m10")), cue=Cue.DAY) if listed else None
    if match.lastgroup == "named":
        return Point(start, end, "month", int(get("y6")), _number(get("w6")), cue=Cue.DAY, worded=True)
    if match.lastgroup == "my":
        return Point(start, end, "month", int(get("y8")), int(get("m8")), cue=cue(before, after))
    year, shift = _optional(get("y5")), _shift(get("r5"))
    return Point(start, end, "month", year, int(get("m5")), cue=Cue.DAY, shift=shift, worded=True)


def _make(match: re.Match[str], before: str, after: str) -> Point | None:
    form = match.lastgroup
    if form in ("dmy", "iso", "short", "word", "dm"):
        return _day(match, before, after)
    if form in ("half", "quarter"):
        return _months(match)
    if form in ("month", "named", "my", "more"):
        return _month(match, before, after)
    said = bool(match["w9"])
    return Point(match.start(), match.end(), "year", int(match["y9"]), worded=said, cue=cue(before, after))


MOST = 1_200
"""Numbers that are looked at in a title or body: what holds more is a table, and hostile input must end."""


def _starts(norm: str) -> list[int]:
    figures = [match.start() for match in _FIGURES.finditer(norm)]
    return sorted(figures + [match.start() for match in _WORDS.finditer(lowered(norm))])


def points(norm: str) -> Iterator[Point]:
    """All points of time of a normalised text, in order, those excepted that the words around them deny.

    Points that are not `certain` are for `parsers.dates.ranges` to accept or drop.
    """
    done = seen = 0
    for at in _starts(norm):
        match = _POINT.match(norm, at) if at >= done else None
        if match is None:
            continue
        done = match.end()
        seen += 1
        if seen > MOST:
            return
        before, after = norm[max(0, at - CONTEXT) : at], norm[done : done + CONTEXT]
        point = _make(match, before, after)
        if point is None and match.lastgroup == "more":
            done = match.end("m10")  # "trong 10 năm 2007 - 2017": the years are read by themselves
        if point and not denied(point, before, after):
            yield point
