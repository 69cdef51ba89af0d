"""The line in which a page says when it was posted, told from a clock and from a date in the text.

A stamp is a line that holds a date and next to nothing else: weekday, time, zone, counters, a section's or
an author's name. "( Cập nhật lúc: 01/10/2021 )", "Thứ Sáu, 26/01/2018, 16:15",
"15:42 | 14/02/2019 | Lượt xem: 7".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from parsers.page.dump_lines import Line, is_clock, make_line
from parsers.text import CAPITAL

_DATE = re.compile(
    r"(?<![\d/])(?P<y0>(?:19|20)\d\d)-(?P<m0>\d\d)-(?P<d0>\d\d)(?!\d)"
    r"|(?<![\d/])(?P<d1>\d{1,2}) ?(?P<sep>[/.-]) ?(?P<m1>\d{1,2}) ?(?P=sep) ?(?P<y1>(?:19|20)\d\d)(?!\d)"
    r"|(?:ngày )?(?<!\d)(?P<d2>\d{1,2}),? tháng "
    r"(?P<m2>\d{1,2}|mười một|mười hai|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
    r"(?:,| năm|/)? ?(?P<y2>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
# Dates that only a line's other words prove: "12/05/22 08:30", "May 12, 2022", "Tháng Năm 12, 2022".
_LOOSE_DATE = re.compile(
    r"(?<![\d/])(?P<d0>\d{1,2})/(?P<m0>\d\d)/(?P<y0>[0-3]\d)(?![\d/])"
    r"|\b(?P<m1>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? "
    r"(?P<d1>\d{1,2}),? (?P<y1>20\d\d)\b"
    r"|\btháng (?P<m2>mười một|mười hai|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười) "
    r"(?P<d2>\d{1,2}),? (?P<y2>20\d\d)\b",
    re.IGNORECASE,
)
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_LABEL = re.compile(
    r"(?:tin )?(?:được |đã )?(?:ngày (?:đăng|cập nhật|đưa|xuất bản|tạo|gửi|viết|post)(?: (?:tin|bài))?|"
    r"cập nhật(?: lúc| ngày| lần cuối)?|đăng (?:lúc|ngày|tải|vào|bởi)(?: lúc| ngày)?|(?:đã|được) đăng|"
    r"gửi (?:lúc|ngày)|thời gian(?: đăng)?(?= ?:)|xuất bản|post(?:ed)?(?: (?:date|on))?|"
    r"updated|publish(?:ed)?|date|thứ tự|ngày(?= ?:))",
    re.IGNORECASE,
)
_WEEKDAY_NAME = r"thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật"
_CLOCK = r"\d{1,2}[:hg]\d{2}(?::\d{2})?"
_NUMERIC = r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d"
_REST = re.compile(
    rf"(?:{_WEEKDAY_NAME}|cn)\b|"
    r"^(?:hai|ba|tư|năm|sáu|bảy|t[2-7]),|"
    r"t\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:?\d\d|z)?|\d{1,2} ?(?:[:hg]|"
    r"giờ) ?\d{2}(?:[:'’p] ?\d{0,2}|phút)?"
    r"|\(?\[?(?:gmt|utc) ?[+-]? ?\d{0,2}(?::\d\d)?\]?\)?|\b(?:am|pm|sa|ch|sáng|chiều|giờ|lúc|ngày|vào|hồi|"
    r"on|at)\b"
    r"|(?:số |tổng số |đã |đã có )?(?:lượt )?(?:xem|đọc)(?: bài)?(?: ?: ?|\b)|\d[\d.,]* ?(?:lượt (?:xem|"
    r"đọc)|lần|view[s]?|bình luận)?"
    r"|cỡ chữ|nghe bài viết|nghe đọc bài|google news|in bài viết|bản in|chia sẻ|facebook|zalo|"
    r"\ba[-+]?(?= |$)|font size"
    r"|người đăng(?: bài viết| tin)? ?: ?\S{1,30}|(?:thuộc )?chuyên mục ?: ?.{0,60}|tin tức sự kiện",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]{0,40}\)|\[[^\[\]]{0,40}\]")
_WEEKDAY = re.compile(rf"\b(?:{_WEEKDAY_NAME})\b", re.IGNORECASE)
_TIME = re.compile(r"\b\d{1,2} ?[:hg] ?\d{2}\b", re.IGNORECASE)
_TAIL = re.compile(
    rf"\s{{0,2}}[(\[]\s?(?P<before>{_CLOCK})?[ ,|-]{{0,3}}(?P<day>{_NUMERIC})"
    rf"[ ,|-]{{0,3}}(?P<after>{_CLOCK})?\s?[)\]]$",
    re.IGNORECASE,
)
# A day in brackets behind these words is the anniversary's own.
_OWN_DAY = re.compile(
    r"\bk[ỷỉ] niệm\b|\b\d{1,4} năm\b|\bngày (?:(?-i:[A-ZĐ])|truyền thống|thành lập)", re.IGNORECASE
)
# "Thời gian: từ ngày 01/9/2021 đến ngày 10/12/2021": a schedule, not a posting date.
_STRETCH = re.compile(r" ?(?:đến|tới|[-–])(?: hết)?(?: ngày)? \d{1,2}[/.-]\d", re.IGNORECASE)
_END_OF_STRETCH = re.compile(r"(?:^|[ \d])(?:đến|tới)(?: hết)?(?: ngày)? ?$", re.IGNORECASE)
_DASH = re.compile(r"(?<!\S)[-–—](?!\S)")
# A stamp with its clock amid a line whose breaks were lost: "… tự quản05/01/2024 - 10:56:00 Trong năm …".
_ZONED = rf"{_CLOCK}(?: ?\(?(?:GMT|UTC) ?\+ ?0?7\)?| ?[AP]M\b)?"
_WEEKDAY_FIRST = rf"(?:(?:{_WEEKDAY_NAME}),? ?(?:- ?)?(?:ngày )?)"
_AMID = re.compile(
    rf"(?:{_WEEKDAY_FIRST}?{_NUMERIC} ?[-–,|]? ?{_ZONED}|{_ZONED}[ ,]{{0,2}}{_WEEKDAY_FIRST}{_NUMERIC})"
    r"(?!\d)",
    re.IGNORECASE,
)
_CLOCKED = re.compile(r"[0-9][:hgHG][0-9]{2}")
_TOLD_OF = re.compile(r"(?<!\w)(?:ngày|lúc|vào|từ|đến|tới|hồi|giờ|trước|sau)[ :]*$", re.IGNORECASE)
_BEGINS = re.compile(rf"[\s|.,;:–-]*(?:[{CAPITAL}“\"(\[]|$)")
_TOP = 4
"""Lines of a page among which such a line is looked for."""
_LOOKED_AT = 3_000  # characters of such a line
_LONGEST = 160
"""Characters: no posting date's line is longer."""
_EDGE = " \t,;:|/.-–—•·*()[]»>'’\""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A posting date. `rest`: what else the line shows (an author, a section), else empty."""

    day: date
    labelled: bool
    clock: bool
    """Whether the line also shows a visitor's clock or counter, so that the day may be today's."""
    rest: str = ""


def read_day(text: str) -> date | None:
    """The first whole calendar day in `text`, day before month, or ISO 8601 (`2021-10-01…`)."""
    match = _DATE.search(text)
    return _day(match) if match else None


def _day(match: re.Match[str]) -> date | None:
    form = next(i for i in "012" if match[f"y{i}"])
    try:
        return date(int(match[f"y{form}"]), _month(match[f"m{form}"]), int(match[f"d{form}"]))
    except ValueError:
        return None


def _month(word: str) -> int:
    """The month of a figure or a Vietnamese word."""
    word = word.casefold().replace("giêng", "một")
    return _MONTHS.index(word) + 1 if word in _MONTHS else int(word)


def _loose_day(match: re.Match[str]) -> date | None:
    try:
        if match["y0"]:
            return date(2000 + int(match["y0"]), int(match["m0"]), int(match["d0"]))
        if match["y2"]:
            return date(int(match["y2"]), _month(match["m2"]), int(match["d2"]))
        return date(int(match["y1"]), _ENGLISH.index(match["m1"].casefold()) + 1, int(match["d1"]))
    except ValueError:
        return None


def stamp_behind(headline: str) -> tuple[str, date] | None:
    """A headline without the posting date in brackets at its end, and that date; None where it has none."""
    match = _TAIL.search(headline)
    if match is None or not (day := read_day(match["day"])):
        return None
    head = headline[: match.start()]
    timed = match["before"] or match["after"]
    return (head, day) if timed or not _OWN_DAY.search(head) else None


def part_stamp(lines: list[Line]) -> list[Line]:
    """The lines of a page, with a stamp that was glued to the headline or the lead on a line of its own."""
    top = lines[:_TOP]
    if any(read_stamp(line) for line in top):
        return lines
    for at, line in enumerate(top):
        clocked = _CLOCKED.search(line.raw, 0, _LOOKED_AT)
        match = _AMID.search(line.raw, 0, _LOOKED_AT) if clocked else None
        if match is None or (match.start() and line.raw[match.start() - 1].isdigit()):
            continue
        before, after = line.raw[: match.start()], line.raw[match.end() :]
        if _TOLD_OF.search(before) or not _BEGINS.match(after):
            return lines
        pieces = [piece for piece in (before, match.group(), after.lstrip(_EDGE)) if piece.strip()]
        return [*lines[:at], *(make_line(piece) for piece in pieces), *lines[at + 1 :]]
    return lines


def read_stamp(line: Line) -> Stamp | None:
    """The stamp that a line is, or None where it is something else (a text with a date in it)."""
    text = line.fold
    if len(text) > _LONGEST or not ("20" in text or "/" in text or "19" in text):
        return None
    return _stamp(line)


@lru_cache(maxsize=1024)
def _stamp(line: Line) -> Stamp | None:
    """As `read_stamp`, kept for the stages that ask for the same lines again."""
    text = line.fold
    match = _DATE.search(text)
    day = _day(match) if match else None
    loose = None if day else _LOOSE_DATE.search(text)
    if loose:
        match, day = loose, _loose_day(loose)
    if match is None or day is None:
        return None
    before, after = text[: match.start()], text[match.end() :]
    if _STRETCH.match(after) or _END_OF_STRETCH.search(before):
        return None
    label = _LABEL.search(before)
    if label and len(before[: label.start()].strip(_EDGE).split()) > 6:
        label = None
    rest = f"{before} {after}"
    if label:
        rest = before[: label.start()] + before[label.end() :] + " " + after
    timed = bool(_WEEKDAY.search(before)) or bool(_TIME.search(rest))
    plain = _REST.sub(" ", _BRACKETS.sub(" ", _REST.sub(" ", rest)))
    words = [word for word in plain.split() if word.strip(_EDGE)]
    few = 12 if label else 7 if timed else 0
    if len(words) > few or (words and line.ended and not label):
        return None
    if not label and not timed and (words or (loose and loose["y0"])):
        return None
    return Stamp(day, label is not None, is_clock(line) and not label, _shown(plain))


def _shown(plain: str) -> str:
    """The words left of a line, with single dashes between them ("Thu Trang - Mai Hoa"), no other marks."""
    pieces = (" ".join(word for word in piece.split() if word.strip(_EDGE)) for piece in _DASH.split(plain))
    return " - ".join(filter(None, pieces)).strip(_EDGE)
