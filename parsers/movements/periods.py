"""When a movement runs, as an EDTF interval.

A period is printed inside the quotation, beside it ("giai đoạn 2021 - 2025"), or, for the one drive that a
notice is about, in a sentence of its own ("Đợt thi đua kéo dài từ ngày 01/10 đến hết ngày 29/12/2023").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from parsers.campaigns.period_words import AFTER_SO_LONG
from parsers.dates.finder import CalendarDate
from parsers.found import Found
from parsers.movements.lists import Item
from parsers.movements.scene import Scene
from parsers.notice import Kind

Dated = Sequence[Found[CalendarDate]]
_YEARS = re.compile(r"(\d{4}) ?- ?(\d{4})")
_LEAD = (
    r"(?:trong|cả|thực hiện|diễn ra|được|triển khai|tổ chức|phát động|giai đoạn|thời gian|khoảng"
    r"|kéo dài|bắt đầu|từ|ngày|đợt|nay|cho|đến|hết)"
)
_BEHIND = re.compile(
    rf"(?: năm(?: học)? \d{{4}}(?: ?- ?\d{{4}})?)?[ ,]*(?:\([^()]{{0,20}})?"
    r"(?:(?:trên địa bàn|trong|tại|ở|cho|của|tới) (?!giai|thời|khoảng|đó)[^,.;()“”\"]{1,40}?)?"
    rf"(?:(?<=\d) năm)?,?(?: ?{_LEAD}(?!\w))*[ :,(]*\Z",
    re.IGNORECASE,
)
_PEAK = re.compile(r"[ ,]*đợt cao điểm[^,.;()]{0,30}\(?(?: ?từ)? *\Z", re.IGNORECASE)
_LIST = re.compile(r"[ ,]*[^.;\n“”\"]{0,30}trong giai đoạn *\Z", re.IGNORECASE)
_DRIVE = r"(?:đợt (?:phát động )?thi đua|thi đua|chiến dịch|đợt cao điểm|cuộc vận động)"
_RUN = re.compile(
    r"(?<!\w)(?:kéo dài|diễn ra|bắt đầu|tổ chức|triển khai|thực hiện|phát động|tiến hành|mở"
    r"|thời gian(?: thi đua)?)(?!\w)",
    re.IGNORECASE,
)
_ABOUT: dict[Kind, re.Pattern[str]] = {
    "đợt thi đua": re.compile(rf"(?<!\w)(?:{_DRIVE}|thời gian)(?!\w)", re.IGNORECASE),
    "chiến dịch": re.compile(
        r"(?<!\w)(?:chiến dịch|đợt (?:cao điểm|ra quân)|thời gian)(?!\w)", re.IGNORECASE
    ),
    "cuộc vận động": re.compile(
        r"(?<!\w)(?:cuộc vận động|(?:đợt|tháng) cao điểm|thời gian)(?!\w)", re.IGNORECASE
    ),
    "phong trào": re.compile(r"(?<!\w)(?:phong trào|thời gian(?: thi đua| thực hiện)?)(?!\w)", re.IGNORECASE),
}
# A sentence that goes on with the movement named in the one before it.
AGAIN = re.compile(
    r"(?:(?:Theo đó|Theo kế hoạch|Dự kiến|Được biết), )?(?:(?P<two>(?:cả )?hai(?: phong trào)?)"
    r"|phong trào|cuộc vận động|chiến dịch|đợt thi đua)(?: thi đua)?(?: này| trên| nêu trên| nói trên)?"
    r" (?:(?:cùng|sẽ|đã|đang|được|dự kiến|chính thức) ){0,3}"
    r"(?:thực hiện|triển khai|tổ chức|phát động|kéo dài|diễn ra|bắt đầu)(?!\w)",
    re.IGNORECASE,
)
# "… phát động đợt thi đua “A”. Theo đó, từ ngày 15/01 đến ngày 10/02, các chuyền may …".
_THEREBY = re.compile(
    r"(?:Theo đó|Theo kế hoạch|Cụ thể), (?:trong thời gian |bắt đầu )?từ "
    r"(?:ngày |tháng |nay đến (?:hết )?(?:ngày )?)?\Z"
)
_LAUNCH = re.compile(r"(?<!\w)(?:phát động|mở|ra quân|khởi động)(?!\w)", re.IGNORECASE)
_TO_THE_DATE = re.compile(r"[^.;\n“”\"]{0,60}\Z")
_UP_TO = re.compile(r"[^.;\n“”\"]{0,70}\Z")
_OPENS = re.compile(
    rf"[ ,]*[^.;\n“”\"]{{0,70}}(?:mở|phát động|tổ chức|triển khai|thực hiện"
    rf"|ra quân)[^.;\n“”\"]{{0,40}}{_DRIVE}",
    re.I,
)
_PART = re.compile(r"(?<!\w)(?:đợt|giai đoạn|chặng|bước) (?:\d|I+V?|một|hai|đầu)(?!\w)", re.IGNORECASE)
# "… phát động trong Nghị quyết Đại hội nhiệm kỳ 2020 - 2025": a congress's term.
_A_TERM = re.compile(r"nhiệm kỳ \Z", re.IGNORECASE)
# "20 năm chiến dịch … (2000 - 2020)": an anniversary.
_COUNTED = re.compile(r"\d năm \Z")
_STAGE = re.compile(r"giai đoạn[ :]{1,2}\Z", re.IGNORECASE)
_FROM_NOW = re.compile(
    r"(?:kể )?từ (?:nay|khi phát động|ngày phát động|ngày ký) (?:cho )?đến (?:hết )?(?:ngày )?\Z",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r" ?,?(?: và)? (?:kết thúc|bế mạc|tổng kết)(?: (?:vào|trong|đến|ngày))* ?\Z", re.IGNORECASE
)
_BREAKS = re.compile(r"\n|[.!?] (?=[^\W\d_])")
_WINDOW = 200
_NEAREST = 24


def period_beside(scene: Scene, item: Item, items: Sequence[Item], dates: Dated) -> str | None:
    """The period printed in or beside a name; `items` is its whole list, `dates` are the text's.

    Before the first name, and behind the last one with "trong giai đoạn", a period is the whole list's.
    """
    if item.name.stretch:
        years = _YEARS.search(scene.norm, *item.name.stretch)
        return f"{years[1]}/{years[2]}" if years else None
    opening, last = items[0].name.start, items[-1]
    counted = _COUNTED.search(scene.norm, max(0, item.head.start - 6), item.head.start)
    first = bisect_left(dates, item.head.end, key=_start)
    for i in range(first, min(len(dates), first + _NEAREST)):
        start, end = dates[i].span.start, dates[i].span.end
        if start > last.end + 80:
            break
        if counted and not _STAGE.search(scene.norm, max(0, start - 12), start):
            continue
        if dates[i].value.kind == "stretch" and (
            (item.end <= start <= item.end + 80 and _is_behind(scene.norm[item.end : start]))
            or (end <= opening and opening - item.head.end < 80)
            or (last.end <= start <= last.end + 60 and _LIST.match(scene.norm[last.end : start]))
        ):
            return dates[i].value.edtf
    return None


def _start(found: Found[CalendarDate]) -> int:
    return found.span.start


def _is_behind(gap: str) -> bool:
    if _A_TERM.search(gap):
        return False
    return bool(_BEHIND.match(gap) or _PEAK.match(gap))


def campaign_period(scene: Scene, dates: Dated, published: date | None, kind: Kind) -> str | None:
    """The run of the one drive that a notice is about, where a sentence gives it: "Chiến dịch kéo dài từ …".

    `kind` is the drive's: a sentence about a movement (phong trào) gives no campaign (chiến dịch) its run.
    """
    about = _ABOUT[kind]
    for i, found in enumerate(dates):
        start, end = found.span.start, found.span.end
        before = _sentence_before(scene.norm, start)
        if _PART.search(before) or _A_TERM.search(before):
            continue
        if found.value.kind == "stretch":
            opens = before.casefold().strip() in ("", "từ", "từ ngày") and _OPENS.match(scene.norm, end)
            if (opens and kind == "đợt thi đua") or _runs(before, about):
                return found.value.edtf
        if found.value.kind != "day":
            continue
        now = _FROM_NOW.search(before)
        if now and _runs(before[: now.start()], about):
            return f"{published.isoformat() if published else '..'}/{found.value.edtf}"
        after = dates[i + 1] if i + 1 < len(dates) and dates[i + 1].value.kind == "day" else None
        if after and _ENDS.match(scene.norm[end : after.span.start][:60]) and _runs(before, about):
            return f"{found.value.edtf}/{after.value.edtf}"
    return None


def taken_up(scene: Scene, dates: Dated) -> Iterator[tuple[int, bool, str]]:
    """Runs that a sentence states of what the sentence before it named: "Phong trào được thực hiện từ …".

    Yields the offset of the sentence, whether it speaks of two movements ("Cả hai"), and the interval.
    """
    for found in dates:
        if found.value.kind != "stretch":
            continue
        start = scene.sentence(found.span.start)[0]
        again = AGAIN.match(scene.norm, start, found.span.start)
        if _THEREBY.match(scene.norm, start, found.span.start):
            above = scene.sentence(start - 1)[0] if start else 0
            if _LAUNCH.search(scene.norm, above, start):
                yield start, False, found.value.edtf
        elif AFTER_SO_LONG.match(scene.norm, start, found.span.start):
            yield start, False, found.value.edtf
        elif again and _TO_THE_DATE.match(scene.norm, again.end(), found.span.start):
            yield start, again["two"] is not None, found.value.edtf


def _runs(before: str, about: re.Pattern[str]) -> bool:
    """Whether the words before a date say that a drive runs: "Đợt thi đua … kéo dài (từ ngày)"."""
    verbs = list(_RUN.finditer(before))
    if not verbs:
        return False
    verb = verbs[-1]
    return bool(_UP_TO.match(before, verb.end()) and about.search(before, 0, verb.end()))


def _sentence_before(norm: str, offset: int) -> str:
    window = norm[max(0, offset - _WINDOW) : offset]
    return _BREAKS.split(window)[-1]
