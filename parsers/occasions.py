"""Anniversaries that a notice marks: "kỷ niệm 25 năm Ngày tái lập tỉnh Bắc Kạn (01/01/1997 - 01/01/2022)".

A count of years makes an anniversary where "kỷ niệm" stands before it or "Ngày" behind it, or where it goes on
with a list that one of these opened ("kỷ niệm 69 năm … và 92 năm …"). The event runs to the bracket, the end of
the clause or the first word that no event's name holds; commas and "và" inside names ("giải phóng miền Nam,
thống nhất đất nước") are told by what follows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.dates import CalendarDate
from parsers.found import Found, Source, Span, Where
from parsers.notice import Occasion

_COUNT = r"(?P<years>\d{1,4}(?:\.000)?)"
_HEAD = re.compile(
    rf"(?<!\w)(?P<mark>k[ỷỉ][ ]niệm)(?P<way>[ ](?:trọng[ ]thể[ ]|tròn[ ]|dịp[ ]|sự[ ]kiện[ ]|ngày[ ])?)"
    rf"(?:(?:lần[ ]thứ[ ]){_COUNT}(?:[ ]năm)?|(?P<years2>\d{{1,4}}(?:\.000)?)[ ]năm)(?![\w/])"
    rf"|(?<![\w.,/])(?P<years3>\d{{1,4}}(?:\.000)?)[ ]năm(?![\w/])",
    re.IGNORECASE,
)
_NTH = re.compile(
    r"(?<!\w)k[ỷỉ][ ]niệm[ ](?P<event>(?:ngày|quốc khánh|sinh nhật)[^,.;:()\n\d“”\"]{0,90}?)[ ]lần[ ]thứ[ ](?P<years>\d{1,4})(?![\w/])",
    re.IGNORECASE,
)
_DAY = re.compile(r"[ ]ngày[ ](?!càng|nay|một|đêm|công|làm|đầu|tháng|\d)", re.IGNORECASE)
_NOT_MARKED = re.compile(r"(?<!\w)(?:sau|hơn|gần|qua|trong|suốt|mỗi|trải qua|cách đây)[ ]$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:[ ]?\([^()\n]{1,60}\))?[ ]?(?:,|;|và|,[ ]?và|&|hướng tới|tiến tới)?[ ](?:(?:kỷ|kỉ) niệm )?$", re.IGNORECASE)
_NO_EVENT = re.compile(r"[ ](?:qua|trước|sau|nay|tuổi|một lần|liền|liên tiếp|tới|nữa|đã|học)(?!\w)", re.IGNORECASE)
_NO_NEXT_EVENT = re.compile(r"[ ](?:thực hiện|triển khai|thi hành|qua|liên tục|liền|tuổi|trước|sau|học|tới)(?!\w)", re.IGNORECASE)
# What ends the event: punctuation, a verb or preposition that begins another phrase, a date.
_STOP = re.compile(
    r"[(.;:\n“”\"!?…\[\]|/]|[ ]-[ ](?=\d)|,(?!\w)|,(?=\w)|"
    r"[ ](?=(?:và|cùng với|cùng)[ ])|"
    r"[ ](?=(?:được|đã|đang|sẽ|phải|cần|nhằm|do|vào|diễn ra|tổ chức|cũng|là|đồng thời|gắn với|hướng tới|tiến tới|chào mừng|"
    r"nhân dịp|góp phần|để|với|trong|tại|theo|bằng|từ|khi|thì|nên|năm nay|thông qua|trên địa bàn|giai đoạn|lần thứ|"
    r"năm (?:19|20)\d\d)(?!\w))|"
    r"[ ](?=(?:\(?(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}))",
    re.IGNORECASE,
)
# Behind a comma or "và": what still belongs to the event's name.
_STILL = re.compile(
    r",?[ ]?(?:và[ ])?(?:"
    r"(?-i:Ngày|ngày|NGÀY)[ ](?!\d)|Quốc[ ]khánh|Tết[ ]Độc[ ]lập|Cách[ ]mạng[ ]tháng|Đại[ ]thắng|Tổng[ ]khởi[ ]nghĩa|"
    r"thống[ ]nhất[ ]đất[ ]nước|giải[ ]phóng|chống[ ]|chữa[ ]cháy|sinh[ ]viên|Hội[ ]Sinh[ ]viên|liệt[ ]s[ĩỹ]|"
    r"(?-i:Thể[ ]thao|Du[ ]lịch|Xã[ ]hội|Truyền[ ]thông|Môi[ ]trường|Đầu[ ]tư|Đào[ ]tạo|Công[ ]nghệ|Gia[ ]đình|"
    r"Phát[ ]triển|Xây[ ]dựng|Kỹ[ ]thuật|Lưu[ ]trữ|Bảo[ ]hiểm|Khen[ ]thưởng|Văn[ ]hóa[ ]đọc|Phát[ ]hành|In[ ])|"
    r"xây[ ]dựng|chiến[ ]đấu|chiến[ ]thắng|trưởng[ ]thành|phát[ ]triển|phục[ ]vụ|đổi[ ]mới|thành[ ]lập|tái[ ]lập|công[ ]tác|truyền[ ]thống|"
    r"người[ ]có[ ]công|nâng[ ]cao)",
    re.IGNORECASE,
)
# "và thành lập" belongs to the name, "và đón nhận", "và được" and a person's doings do not.
_LONGEST = 160
_FULL = re.compile(r"\d{4}-\d\d-\d\d$|\d{4}$")


@dataclass(frozen=True, slots=True)
class _Read:
    """One passage: the occasion as this passage prints it."""

    occasion: Occasion
    span: Span
    confidence: float


def find_occasions(source: Source, dates: Sequence[Found[CalendarDate]]) -> list[Found[Occasion]]:
    """All anniversaries with a count of years, one `Found` a mention.

    Mentions of one anniversary (the same count, the same event in full or cut short) give the same value: the
    fullest wording with the dates that any of them prints.
    """
    read = [
        passage
        for where, text in source.parts
        for passage in _passages(source, where, text.norm, [d for d in dates if d.span.where == where])
    ]
    return [Found(_fullest(passage.occasion, read), passage.span, passage.confidence) for passage in read]


def _passages(
    source: Source, where: Where, norm: str, dates: Sequence[Found[CalendarDate]]
) -> Iterator[_Read]:
    text = source.text(where)
    listed = -1  # where an anniversary ended, for the next of its list
    taken = -1
    for match in _HEAD.finditer(norm):
        years = match["years"] or match["years2"] or match["years3"]
        start = match.end()
        if start <= taken:
            continue
        marked = match["mark"] is not None
        if not marked:
            day = _DAY.match(norm, start) and not _NOT_MARKED.search(norm[max(0, match.start() - 12) : match.start()])
            gap = norm[listed : match.start()] if 0 <= listed <= match.start() <= listed + 80 else None
            goes_on = gap is not None and _GOES_ON.fullmatch(gap) and not _NO_NEXT_EVENT.match(norm, start)
            if not day and not goes_on:
                continue
        elif _NO_EVENT.match(norm, start):
            continue
        origin, on = None, None
        aside = re.compile(r"[ ]?\([^()\n]{4,40}\)").match(norm, start)
        if aside:
            origin, on = _printed(dates, start, aside.end())
            start = aside.end()
        end = _event_end(norm, start)
        event = text.surface(start, end).strip(" -,'‘’")
        if not 3 <= len(event) <= _LONGEST or not event[0].isalpha():
            continue
        if origin is None:
            origin, on = _printed(dates, end, _dates_end(norm, end))
        listed = taken = end
        span = Span(where, match.start(), end)
        count = int(years.replace(".", ""))
        yield _Read(Occasion(event, count, origin, on), span, 0.97 if marked else 0.9)
    for match in _NTH.finditer(norm):
        event = text.surface(match.start("event"), match.end("event"))
        yield _Read(Occasion(event, int(match["years"])), Span(where, match.start(), match.end()), 0.8)


def _event_end(norm: str, start: int) -> int:
    """Where the event that begins at `start` ends."""
    limit = min(len(norm), start + _LONGEST + 20)
    at = start + 1
    while True:
        stop = _STOP.search(norm, at, limit)
        if not stop:
            return start if limit == start + _LONGEST + 20 else limit
        if norm[stop.start()] in ", " and _STILL.match(norm, stop.start()):
            at = stop.start() + 2
            continue
        if norm[stop.start()] == "/" and re.compile(r"\d{1,2}/\d{1,2}(?![/\d])").match(norm, max(start, norm.rfind(" ", start, stop.start()) + 1)):
            at = stop.start() + 1
            continue
        if norm[stop.start()] == "." and norm[stop.start() + 1 : stop.start() + 2].isalpha():
            at = stop.start() + 1
            continue
        return stop.start()


def _dates_end(norm: str, at: int) -> int:
    """The end of the bracket, or of the dates without one, that follows an event."""
    if norm[at : at + 2].lstrip().startswith("("):
        close = norm.find(")", at, at + 90)
        return close + 1 if close > 0 else at
    return at + 26


def _printed(dates: Sequence[Found[CalendarDate]], start: int, end: int) -> tuple[str | None, str | None]:
    """Founding date and anniversary among the dates of a passage."""
    inside = [found.value.edtf for found in dates if start <= found.span.start and found.span.end <= end]
    points = [point for edtf in inside for point in edtf.split("/") if _FULL.match(point)]
    if len(points) >= 2 and points[0] < points[1]:
        return points[0], points[1]
    return (points[0], None) if points and points[0] < "1990" else (None, None)


def _key(event: str) -> str:
    folded = " ".join(event.casefold().split())
    return folded.removeprefix("ngày ").removeprefix("lễ ")


def _fullest(occasion: Occasion, read: Sequence[_Read]) -> Occasion:
    """The occasion of which this is a mention, in its fullest wording and with its dates."""
    key = _key(occasion.event)
    same = [other.occasion for other in read if other.occasion.years == occasion.years]
    longer = [other for other in same if _key(other.event) == key or _key(other.event).startswith(f"{key} ")]
    longest = max(len(_key(other.event)) for other in longer)
    named = [other for other in longer if len(_key(other.event)) == longest]
    best = next((other for other in named if not other.event.isupper()), named[0])
    keys = {_key(other.event) for other in longer}
    dated = next((o for o in same if o.origin and (_key(o.event) in keys or _key(best.event).startswith(_key(o.event)))), best)
    return replace(best, origin=dated.origin, on=dated.on)
