"""What stands between two points of time: "to", "and", or something that keeps them apart.

Bare numbers belong here too: in "16 đến 21-5" and "10, 11 và 12/6" they are days only because of what they
are joined to.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from parsers.dates.points import Cue, Point

Join = Literal["to", "and", ""]

_TIME = r"(?:\d{1,2}[ ]?(?:h|g|giờ|:)[ ]?\d{0,2}(?:[ ]phút)?[ ,]{0,2})?"
_LEAD = (
    rf"[ \n]?{_TIME}(?:thứ[ ]\w{{1,5}}[ ]?,?[ ])?(?:hết[ ])?(?:(?:rạng[ ])?sáng|trưa|chiều|tối|đêm)?[ ]?"
    r"(?:ngày[ ]|tháng[ ])?(?:ngày[ ])?(?:m[ùồ]ng[ ])?$"
)
_ASIDE = r"(?:[ ]?\([^()\n]{1,30}\))?"
_TO = re.compile(
    rf"(?P<inside>\)(?=[ ](?:cho[ ])?(?:đến|tới)[ ]))?{_ASIDE}(?:[ \n]?(?:-[ ]?>?)|"
    r",?[ \n](?:cho[ ]|kéo[ ]dài[ ])?(?:đến|tới)(?![ ](?:trước|nay))(?:[ ](?:hết|cuối|đầu|giữa))?|"
    r"(?P<closing>[,;]?(?:[ ](?:và|sẽ|dự[ ]kiến))?[ ](?:kết[ ]thúc|bế[ ]mạc)(?:[ ](?:vào|trong|lúc))?))"
    rf"(?=[ \n]|$){_LEAD}",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<!\w)(?:từ|bắt đầu)[ ](?:\w{1,8}[ ]){0,3}$", re.IGNORECASE)
# "từ ngày ký Kế hoạch (01/4/2020) đến hết 31/7/2020": the bracket says which day that was.
_FROM_THEN = re.compile(r"(?<!\w)từ[ ][^.;,()\n]{3,45}\((?:ngày[ ])?$", re.IGNORECASE)
_AND = re.compile(
    rf"{_ASIDE}[ ]?(?:,|;|,?[ ]?(?:và|hoặc|cùng|&))(?:[ ](?:đến|hết|trước|sáng|chiều|tối|đêm))?{_LEAD}",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:(?<![\w.,/-])|(?<=ngày \d,)|(?<=ngày \d\d,))(?P<n>\d{1,2})"
    rf"(?P<gap>[ ]?(?:-|,|;|và|đến(?:[ ]hết)?|tới)[ ]?(?:hết[ ])?{_TIME}"
    r"(?:ngày[ ]|tháng[ ])?(?:m[ùồ]ng[ ])?)$",
    re.IGNORECASE,
)
_BARE_HEAD = re.compile(
    r"(?<!\w)(?:ngày|từ|tháng|trong|sáng|chiều|tối|đêm|hôm|vào|hai|mùng|mồng)[ :]{1,2}$", re.IGNORECASE
)
# "Đợt 1: 10-20/3", "Thời gian: 10-20/3": the heads of a programme.
_PROGRAMME = re.compile(
    r"(?<!\w)(?:đợt|vòng|giai[ ]đoạn|kỳ|thời[ ]gian)(?:[ ](?:\d{1,2}|[IVX]{1,4}))?[ ]?:[ ]$", re.IGNORECASE
)
# "Đợt 1 - 14/11/2024" and "số 12-14/11/2024": the bare number counts something else than days.
_COUNTS = re.compile(
    r"(?<!\w)(?:đợt|kỳ|tuần|vòng|lần|số|thứ|khóa|phiên|tập|bài|hạng|tổ|lớp|khu|cấp|điều|mục|phần|bảng|"
    r"đoạn|bước|quý|nhóm|loại|mức)[ ]$",
    re.IGNORECASE,
)
# What follows must not make a count of the number ("tháng 4 và 5 xã").
_BARE_BEHIND = re.compile(
    r"(?P<gap>[ ]?-[ ]?|,[ ]?|,?[ ](?:và|đến|tới)[ ])(?P<n>\d{1,2}|IV|I{1,3})"
    r"(?:(?:[ ]năm[ ]|[ ]?/[ ]?)(?P<year>(?:19|20)\d\d))?"
    r"(?=[ ]?[);:\n]|[.,](?!\d)|$|[ ](?:năm (?:nay|ngoái|tới)|tới|này|của|để)(?!\w))"
)
QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_LIST_ON = re.compile(r"[ ]?(?:,|;|và|-)[ ]?", re.IGNORECASE)
_NOW = re.compile(
    r"(?<!\w)từ[ ](?:nay|giờ|bây[ ]giờ|hôm[ ]nay)(?:[ ]cho)?[ ](?:đến|tới)[ ]"
    r"(?:hết[ ])?(?:ngày[ ]|cuối[ ])?$",
    re.IGNORECASE,
)
_WIDEST_GAP = 70
_MOST_BARE = 8


def _dated(point: Point, bare: Point, head: str) -> bool:
    """Whether the year behind "12-14/11/2024" or a label vouches for the bare number before the dash."""
    ordered = bare.day is not None and point.day is not None and bare.day < point.day
    if not ordered or _COUNTS.search(head):
        return False
    return point.year is not None or bool(_PROGRAMME.search(head))


def from_now(norm: str, start: int) -> bool:
    """Whether "từ nay đến" stands before a point: its stretch begins on the notice's own date."""
    return bool(_NOW.search(norm, max(0, start - 40), start))


def joined(left: Point, right: Point, norm: str) -> Join:
    """What joins two neighbouring points, the bare numbers between them taken off."""
    gap = norm[left.end : right.start]
    if len(gap) > _WIDEST_GAP:
        return ""
    for _ in range(_MOST_BARE):
        match = _BARE.search(gap)
        if not match:
            break
        gap = gap[: match.start()]
    to = _TO.match(gap)
    # Behind a comma "đến" opens a clause of its own: "ngày 25/7/2017, đến cuối năm 2018 …".
    loose = to and (to["closing"] is not None or to.group().startswith(","))
    if to and to["inside"]:
        return "to" if _FROM_THEN.search(norm, max(0, left.start - 60), left.start) else ""
    if to and (not loose or _FROM.search(norm, max(0, left.start - 40), left.start)):
        return "to"
    return "and" if _AND.match(gap) else ""


def bare_before(point: Point, norm: str, floor: int) -> list[tuple[Point, Join]]:
    """Bare numbers before a point that share its month (or its year), each with what joins it to the next.

    `floor` is the end of the point before.
    """
    found: list[tuple[Point, Join]] = []
    at = point.start
    if point.unit not in ("day", "month") or not norm[at : at + 1].isdigit():
        return found
    limit = 31 if point.unit == "day" else 12
    while len(found) < _MOST_BARE:
        match = _BARE.search(norm, max(floor, at - 24), at)
        if not match or not 1 <= int(match["n"]) <= limit:
            break
        number, gap = int(match["n"]), match["gap"].casefold()
        base = replace(point, start=match.start(), end=match.end("n"), cue=Cue.DAY, worded=True)
        made = replace(base, day=number) if point.unit == "day" else replace(base, month=number)
        found.append((made, "to" if "-" in gap or "đến" in gap or "tới" in gap else "and"))
        at = match.start()
    if not found:
        return found
    head = norm[max(floor, at - 16) : at]
    dashed = found[-1][1] == "to" and len(found) == 1
    aside = head.endswith("(") and norm.startswith(")", point.end)  # "3 đêm thi (15, 16 và 17/7)"
    span = dashed and (head.endswith("(") or _dated(point, found[0][0], head))
    opened = _BARE_HEAD.search(head) or aside or span
    return found[::-1] if opened or (floor and _LIST_ON.fullmatch(norm, floor, at)) else []


def bare_behind(point: Point, norm: str) -> tuple[Join, Point] | None:
    """A bare month or quarter behind a worded one, and what joins the two: "tháng 3 - 5", "quý II, III"."""
    quarter = point.unit == "months" and point.month is not None and point.until == point.month + 2
    if not (quarter or (point.unit == "month" and point.worded)) or point.year or point.shift is not None:
        return None
    match = _BARE_BEHIND.match(norm, point.end)
    if match is None or (match["year"] and not quarter):
        return None
    roman = QUARTERS.get(match["n"])
    number = roman or (int(match["n"]) if match["n"].isdigit() else 0)
    if (roman and not quarter) or number > (4 if quarter else 12):
        return None
    if match["gap"].strip() == "," and not quarter:
        return None
    first = 3 * number - 2 if quarter else number
    if not number or first <= (point.month or 12):
        return None
    year = int(match["year"]) if match["year"] else None
    join: Join = "and" if "và" in match["gap"] or "," in match["gap"] else "to"
    made = replace(point, start=match.start("n"), end=match.end(), year=year, month=first)
    return join, replace(made, until=first + 2) if quarter else made
