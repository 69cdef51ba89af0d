"""Anniversaries that a notice marks: "kỷ niệm 25 năm Ngày tái lập tỉnh Bắc Kạn (01/01/1997 - 01/01/2022)".

A count of years makes an anniversary where "kỷ niệm" stands before it or "Ngày" behind it, where a founding
or a victory is greeted ("chào mừng 75 năm chiến thắng …"), or where it goes on with a list that one of these
opened ("kỷ niệm 69 năm … và 92 năm …"). "35 năm thực hiện …" alone makes none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from parsers.campaigns.occasion_names import LONGEST, event_end
from parsers.dates.finder import CalendarDate
from parsers.found import Found, Source, Span, Where
from parsers.notice import Occasion
from parsers.text import Text

_NUMBER = r"\d{1,4}(?:\.000)?"
_HEAD = re.compile(
    r"(?<!\w)(?P<mark>k[ỷỉ][ ]niệm)[ ](?:(?:trọng[ ]thể|tròn|dịp|sự[ ]kiện|ngày)[ ])?"
    rf"(?:lần[ ]thứ[ ](?P<nth>{_NUMBER})(?:[ ]năm)?|(?P<count>{_NUMBER})[ ]năm)(?![\w/])"
    rf"|(?<![\w.,/-])(?P<bare>{_NUMBER})[ ]năm(?![\w/])",
    re.IGNORECASE,
)
_MAY_HEAD = re.compile(r"[kK\d](?:(?<=\d)(?<![\w.,/-].)|(?<=[kK])(?=[ỷỉỶỈ]))")
_NTH = re.compile(
    r"(?<!\w)k[ỷỉ][ ]niệm[ ](?P<event>(?:ngày|quốc[ ]khánh|sinh[ ]nhật)[ ]?[^,.;:()\n\d“”\"]{0,90}?"
    r"(?:[ ]\d{1,2}/\d{1,2})?)"
    rf"[ ]lần[ ]thứ[ ](?P<nth>{_NUMBER})(?![\w/])(?P<of>[ ]của[ ])?",
    re.IGNORECASE,
)
_MARKS = "“”\"'‘’"
_DAY = re.compile(r"[ ][“\"]?ngày[ ](?!càng|nay|một|đêm|công|làm|đầu|tháng|\d)", re.IGNORECASE)
# "chào mừng 75 năm chiến thắng Điện Biên Phủ", "mừng 20 năm tái lập huyện".
_GREETED = re.compile(r"(?<!\w)(?:chào[ ])?mừng[ ]$", re.IGNORECASE)
_FOUNDING = re.compile(
    r"[ ](?:chiến[ ]thắng|đại[ ]thắng|giải[ ]phóng|(?:tái[ ])?thành[ ]lập|tái[ ]lập|cách[ ]mạng[ ]tháng|"
    r"quốc[ ]khánh|khởi[ ]nghĩa|tổng[ ]khởi[ ]nghĩa|phong[ ]trào[ ]đồng[ ]khởi|đồng[ ]khởi|"
    r"thống[ ]nhất[ ]đất[ ]nước)(?!\w)",
    re.IGNORECASE,
)
_LASTING = re.compile(r"(?<!\w)(?:sau|hơn|gần|qua|trong|suốt|mỗi|trải[ ]qua|cách[ ]đây)[ ]$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:[ ]?\([^()\n]{1,60}\))?[ ]?(?:,|;|,?[ ]?và|&|hướng tới|tiến tới)?[ ](?:k[ỷỉ] niệm )?", re.IGNORECASE
)
_SHARING = re.compile(r"(?:,|;|,? và|,? cùng) (?=[^\W\d_])")
_NO_EVENT = re.compile(
    r"[ ](?:qua|trước|sau|nay|tuổi|một[ ]lần|liền|liên[ ]tiếp|tới|nữa|đã|học)(?!\w)", re.IGNORECASE
)
_NO_NEXT = re.compile(r"[ ](?:thực[ ]hiện|triển[ ]khai|thi[ ]hành|liên[ ]tục)(?!\w)", re.IGNORECASE)
_AT_ONCE = re.compile(r"[ ,:;-]{0,3}(?:(?:là |vào )?ngày )?(?=\d)", re.IGNORECASE)
_ASIDE = re.compile(r"[ ]?\([^()\n]{4,40}\)")
_FULL = re.compile(r"\d{4}(?:-\d\d-\d\d)?$")
_MOST_ALIKE = 50  # wordings of one anniversary that are compared
_MARKED, _DAY_NAMED, _LISTED, _NTH_NAMED = 0.97, 0.9, 0.85, 0.8
_MOST = 1_000  # counts of years that are read in a text; hostile input must end


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
    read: list[_Read] = []
    for where, text in source.parts:
        here = [date for date in dates if date.span.where == where]
        read += sorted([*_passages(where, text, here), *_nth(where, text)], key=lambda passage: passage.span)
    alike = _Alike(passage.occasion for passage in read)
    return [Found(alike.fullest(p.occasion), p.span, p.confidence) for p in read]


def _passages(where: Where, text: Text, dates: Sequence[Found[CalendarDate]]) -> Iterator[_Read]:
    norm = text.norm
    done = -1  # where the last anniversary ended: its list may go on
    for match in islice(_heads(norm), _MOST):
        start = match.end()
        confidence = _MARKED if match["mark"] else _confidence(norm, match, done)
        if not confidence or start <= done or _NO_EVENT.match(norm, start):
            continue
        aside = _ASIDE.match(norm, start)  # "kỷ niệm 65 năm (1950 - 2015) Ngày truyền thống …"
        begin = aside.end() if aside else start
        end = event_end(norm, begin)
        event = _bare(text.surface(begin, end))
        if not 3 <= len(event) <= LONGEST or not event[0].isalpha():
            continue
        count = int((match["nth"] or match["count"] or match["bare"]).replace(".", ""))
        printed = _printed(dates, start, begin) if aside else _printed(dates, end, _dates_end(norm, end))
        done = end
        origin, on = _ends(printed, count)
        yield _Read(Occasion(event, count, origin, on), Span(where, match.start(), end), confidence)
        if origin and on and not aside:
            for shared in _sharing(where, text, dates, _dates_end(norm, end), count):
                done = shared.span.end
                yield shared


def _sharing(
    where: Where, text: Text, dates: Sequence[Found[CalendarDate]], at: int, count: int
) -> Iterator[_Read]:
    """Further events of one count, each with its two days: "kỷ niệm 78 năm A (…-…) và B (…-…)"."""
    norm = text.norm
    while link := _SHARING.match(norm, at):
        end = event_end(norm, link.end())
        at = _dates_end(norm, end)
        event = _bare(text.surface(link.end(), end))
        origin, on = _ends(_printed(dates, end, at), count)
        if not (origin and on and int(on[:4]) - int(origin[:4]) == count and 3 <= len(event) <= LONGEST):
            return
        yield _Read(Occasion(event, count, origin, on), Span(where, link.end(), end), _LISTED)


def _bare(printed: str) -> str:
    """An event as printed, without marks around it; quotation marks inside it stay."""
    event = printed.strip(" -,")
    if event[:1] in _MARKS and event[-1:] in _MARKS:
        event = event.strip(_MARKS)
    return event if event.count("'") % 2 == 0 else event.strip("'‘’ ")


def _heads(norm: str) -> Iterator[re.Match[str]]:
    """Matches of `_HEAD`; one cheap look at a letter spares most places the pattern."""
    done = 0
    for start in _MAY_HEAD.finditer(norm):
        if start.start() >= done and (match := _HEAD.match(norm, start.start())):
            done = match.end()
            yield match


def _confidence(norm: str, match: re.Match[str], done: int) -> float:
    """How surely a count without "kỷ niệm" makes an anniversary; 0 if it does not."""
    if _DAY.match(norm, match.end()) and not _LASTING.search(norm, max(0, match.start() - 12), match.start()):
        return _DAY_NAMED
    if 0 <= done <= match.start() <= done + 80 and _GOES_ON.fullmatch(norm, done, match.start()):
        return 0.0 if _NO_NEXT.match(norm, match.end()) else _LISTED
    greeted = _GREETED.search(norm, max(0, match.start() - 16), match.start())
    return _DAY_NAMED if greeted and _FOUNDING.match(norm, match.end()) else 0.0


def _nth(where: Where, text: Text) -> Iterator[_Read]:
    """ "kỷ niệm Quốc khánh lần thứ 72", "kỷ niệm sinh nhật lần thứ 129 của …"."""
    for match in _NTH.finditer(text.norm) if " lần thứ " in text.norm.casefold() else ():
        end = event_end(text.norm, match.end() - 1) if match["of"] else match.end()
        event = text.surface(*match.span("event"))
        if match["of"]:
            event += f" của {text.surface(match.end(), end)}"
        count = int(match["nth"].replace(".", ""))
        yield _Read(Occasion(event, count), Span(where, match.start(), end), _NTH_NAMED)


def _dates_end(norm: str, at: int) -> int:
    """The end of the bracket, or of the dates without one, that follows an event."""
    if norm[at : at + 2].lstrip().startswith("("):
        close = norm.find(")", at, at + 90)
        return close + 1 if close > 0 else at
    return at + 26 if _AT_ONCE.match(norm, at) else at


def _printed(dates: Sequence[Found[CalendarDate]], start: int, end: int) -> list[str]:
    """Days and years among the dates of a passage, in order."""
    points: list[str] = []
    for date in dates[bisect_left(dates, start, key=lambda date: date.span.start) :]:
        if date.span.end > end:
            break
        points += date.value.edtf.split("/")
    return [point for point in points if _FULL.match(point)]


def _ends(points: Sequence[str], count: int) -> tuple[str | None, str | None]:
    """Founding date and anniversary; of a single date, what the count of years allows."""
    if len(points) > 1 and points[0] < points[1]:
        return points[0], points[1]
    if not points:
        return None, None
    founded = int(points[0][:4]) < 2000 or (count < 10 and int(points[0][:4]) < 2010)
    return (points[0], None) if founded else (None, points[0])


def _key(event: str) -> str:
    """An event whatever its spelling: "liệt sỹ" is "liệt sĩ", a dash is a dash."""
    folded = " ".join(Text.of(event).norm.casefold().split()).replace("sỹ", "sĩ")
    return re.sub(r" ?[-,] ?", " ", folded).removeprefix("ngày ")


class _Alike:
    """The occasions of a notice by count and wording, so that mentions of one find each other."""

    def __init__(self, occasions: Iterable[Occasion]) -> None:
        self._by_key: dict[tuple[int | None, str], list[Occasion]] = {}
        for occasion in occasions:
            self._by_key.setdefault((occasion.years, _key(occasion.event)), []).append(occasion)
        self._keys = sorted(self._by_key, key=lambda key: (key[0] or 0, key[1]))

    def fullest(self, occasion: Occasion) -> Occasion:
        """The occasion of which this is a mention, in its fullest wording and with its dates."""
        years, key = occasion.years, _key(occasion.event)
        at = bisect_left(self._keys, (years or 0, key), key=lambda other: (other[0] or 0, other[1]))
        longer = [
            k for k in self._keys[at : at + _MOST_ALIKE] if k[0] == years and f"{k[1]} ".startswith(f"{key} ")
        ]
        full = max(longer, key=lambda other: len(other[1]))
        named = self._by_key[full]
        best = next((other for other in named if not other.event.isupper()), named[0])
        words = full[1].split()
        for count in range(len(words), 0, -1):
            for other in self._by_key.get((years, " ".join(words[:count])), ())[:_MOST_ALIKE]:
                if other.origin:
                    return replace(best, origin=other.origin, on=other.on)
        return best
