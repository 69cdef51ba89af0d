"""When a movement runs, as an EDTF interval.

A period is printed inside the quotation, beside it ("giai đoạn 2021 - 2025"), or, for the one drive that a notice
is about, in a sentence of its own ("Đợt thi đua kéo dài từ ngày 01/10 đến hết ngày 29/12/2023").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from parsers.dates import CalendarDate
from parsers.found import Found
from parsers.movement_lists import Item
from parsers.movement_scene import Scene

Dated = Sequence[Found[CalendarDate]]
_YEARS = re.compile(r"(\d{4}) ?- ?(\d{4})")
_LEAD = r"(?:trong|cả|thực hiện|diễn ra|được|triển khai|tổ chức|phát động|giai đoạn|thời gian|khoảng|kéo dài|bắt đầu|từ|ngày|đợt)"
_BEHIND = re.compile(
    rf"[ ,]*(?:\([^()]{{0,20}})?(?:trên địa bàn [^,.;]{{1,30}} ?)?,?(?: ?{_LEAD}(?!\w))*[ :,(]*\Z",
    re.IGNORECASE,
)
_PEAK = re.compile(r"[ ,]*đợt cao điểm[^,.;()]{0,30}\(?(?: ?từ)? *\Z", re.IGNORECASE)
_LIST = re.compile(r"[ ,]*[^.;\n“”\"]{0,30}trong giai đoạn *\Z", re.IGNORECASE)
_DRIVE = r"(?:đợt (?:phát động )?thi đua|thi đua|chiến dịch|đợt cao điểm|cuộc vận động)"
_RUNS = re.compile(
    rf"(?:{_DRIVE}[^.;\n]{{0,140}}? (?:kéo dài|diễn ra|bắt đầu|tổ chức|triển khai|thực hiện|phát động|tiến hành|mở)"
    rf"|thời gian(?: (?:phát động|thực hiện|tổ chức|triển khai|diễn ra))?(?: (?:của )?{_DRIVE})?)"
    r"(?: [^.;\n:“”\"]{0,60}?)?[ :,]*(?:trong )?(?:bắt đầu )?(?:kể )?(?:từ )?(?:ngày )?\Z",
    re.IGNORECASE,
)
_OPENS = re.compile(
    rf"[ ,]*[^.;\n“”\"]{{0,70}}(?:mở|phát động|tổ chức|triển khai|thực hiện|ra quân)[^.;\n“”\"]{{0,40}}{_DRIVE}",
    re.I,
)
_PART = re.compile(r"(?<!\w)(?:đợt|giai đoạn|chặng|bước) (?:\d|I+V?|một|hai|đầu)(?!\w)", re.IGNORECASE)
_FROM_NOW = re.compile(
    r"(?:kể )?từ (?:nay|khi phát động|ngày phát động|ngày ký) (?:cho )?đến (?:hết )?(?:ngày )?\Z",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r" ?,?(?: và)? (?:kết thúc|bế mạc|tổng kết)(?: (?:vào|trong|đến|ngày))* ?\Z", re.IGNORECASE
)
_WINDOW = 200


def period_beside(scene: Scene, item: Item, last: Item, dates: Dated) -> str | None:
    """The period printed in or beside a name; `last` is the last item of its list."""
    if item.name.stretch:
        years = _YEARS.search(scene.norm, *item.name.stretch)
        return f"{years[1]}/{years[2]}" if years else None
    for found in dates:
        start, end = found.span.start, found.span.end
        if found.value.kind != "stretch":
            continue
        if item.end <= start <= item.end + 80:
            gap = scene.norm[item.end : start]
            if _BEHIND.match(gap) or _PEAK.match(gap):
                return found.value.edtf
        if item.head.end <= start and end <= item.name.start and item.name.start - item.head.end < 80:
            return found.value.edtf
        if last.end <= start <= last.end + 60 and _LIST.match(scene.norm[last.end : start]):
            return found.value.edtf
    return None


def campaign_period(scene: Scene, dates: Dated, published: date | None) -> str | None:
    """The run of the one drive that a notice is about, where a sentence gives it."""
    for i, found in enumerate(dates):
        start, end = found.span.start, found.span.end
        before = _sentence_before(scene.norm, start)
        if _PART.search(before):
            continue
        if found.value.kind == "day" and (now := _FROM_NOW.search(before)):
            if _RUNS.search(before[: now.start()]):
                return f"{published.isoformat() if published else '..'}/{found.value.edtf}"
        elif found.value.kind == "stretch":
            if _RUNS.search(before) or (
                not before.strip(" ").casefold().strip("từ ngày") and _OPENS.match(scene.norm, end)
            ):
                return found.value.edtf
        elif found.value.kind == "day" and i + 1 < len(dates) and dates[i + 1].value.kind == "day":
            if _RUNS.search(before) and _ENDS.match(scene.norm[end : dates[i + 1].span.start]):
                return f"{found.value.edtf}/{dates[i + 1].value.edtf}"
    return None


def _sentence_before(norm: str, offset: int) -> str:
    window = norm[max(0, offset - _WINDOW) : offset]
    return re.split(r"\n|[.!?] (?=[^\W\da-zà-ỹđ])", window)[-1]
