"""Which date a document was issued on, as the page gives it.

The date follows the number ("số 545/KH-UBND ngày 30/8/2021"), perhaps behind the body ("của UBND tỉnh ban hành
ngày …"); or the sentence opens with it and issues the document ("Ngày 30/8/2021, UBND tỉnh ban hành Kế hoạch
số …"); or it stands in the heading of an official text ("Số: … Bắc Kạn, ngày … tháng … năm …").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from parsers.dates import CalendarDate
from parsers.found import Found, Span
from parsers.numbers import NumberMention

_NEXT = re.compile(
    r"[\s,(;:-]*(?:của (?:(?!về |việc |quy định|phê duyệt|tặng|hướng dẫn|sửa đổi|tổ chức |có hiệu lực|thực hiện)[^.;()\n“]){2,90}? ?,? ?)?"
    r"(?:(?:được |do )?(?:ký|ban hành|ký ban hành|ra|phát hành|thông qua) ?,? ?)?"
    r"(?:(?:vào |từ |cùng |đề |ký )?(?:ngày|hôm|lúc)? ?)?$"
)
_SAME_DAY = re.compile(r"[\s,(]*(?:của [^.;()\n]{2,60} )?(?:được )?(?:ký |ban hành |ký ban hành |ra )?cùng ngày(?! \d)")
_ISSUES = re.compile(
    r"(?:ban hành|ký|ký ban hành|ra|có|phát hành|gửi|thông qua|ban bố|phê duyệt)(?: (?:liên tiếp|tiếp|ngay|thêm))?(?: \d{1,2}| hai| ba| các| bản)? ?$"
)
_HEADING_DATE = re.compile(r"ngày\s*\d{1,2}\s*(?:tháng|/|-)")
_REACH = 170


class IssueDates:
    """Looks up the date of issue for the mentions in one part of a notice.

    `dates` are the calendar dates of that part in order; only whole days with a known year serve.
    """

    def __init__(self, text: str, dates: Sequence[Found[CalendarDate]]) -> None:
        self._text = text
        self._days = [found for found in dates if found.value.kind == "day"]
        self._starts = [found.span.start for found in self._days]

    def of(self, number: NumberMention, span: Span) -> str | None:
        """The date that this passage gives for its document, as EDTF, else None."""
        return self._after(span, number) or self._heading(number, span) or self._before(number, span)

    def shared(self, span: Span) -> bool:
        """Whether the date behind the passage is said to hold for several ("cùng ngày 11/7/2014")."""
        return re.match(r"[\s,(]*(?:cùng|đều|đồng)(?: ký)? ngày \d", self._text[span.end : span.end + 30]) is not None

    def _known(self, found: Found[CalendarDate], year: str | None) -> str | None:
        edtf = found.value.edtf
        if edtf.startswith("XXXX"):
            return edtf.replace("XXXX", year) if year and len(year) == 4 else None
        return edtf

    def _after(self, span: Span, number: NumberMention) -> str | None:
        i = bisect_left(self._starts, span.end)
        if i < len(self._days) and self._starts[i] - span.end <= _REACH:
            gap = self._text[span.end : self._starts[i]]
            if _NEXT.fullmatch(gap):
                return self._known(self._days[i], number.year)
        if i and _SAME_DAY.match(self._text, span.end):
            return self._known(self._days[i - 1], None)
        return None

    def _heading(self, number: NumberMention, span: Span) -> str | None:
        if not number.opens_line:
            return None
        i = bisect_left(self._starts, span.end)
        for k in (i, i - 1):
            if 0 <= k < len(self._days):
                day = self._days[k].span
                near = day.start - span.end < 420 if k == i else span.start - day.end < 160
                line = self._text[max(0, day.start - 40) : day.end]
                if near and re.search(r"[\w.)-], ?(?:ngày )?$|, ngày", self._text[max(0, day.start - 40) : day.start] + "") and "Căn cứ" not in line:
                    return self._known(self._days[k], number.year)
        return None

    def _before(self, number: NumberMention, span: Span) -> str | None:
        head = number.head
        i = bisect_left(self._starts, head)
        if not i:
            return None
        day = self._days[i - 1]
        between = self._text[day.span.end : head]
        if len(between) > _REACH + 80 or "\n" in between or re.search(r"[.;!?] ", between):
            return None
        # "Quyết định ngày 12/3/2020 số 45/QĐ-UBND"
        if number.type is None and re.fullmatch(r"[\s,)]*(?:của [^.;]{2,60})?", between):
            return self._known(day, number.year)
        before = self._text[max(0, day.span.start - 22) : day.span.start]
        opened = re.search(r"(?:^|[.;:“(\n,–-] ?|(?:(?i:mới đây|trước đó|tiếp đó|sau đó|vừa qua|trước|theo đó),? ?)|đến )(?:(?i:(?:ngay )?(?:từ )?ngày|hôm|sáng|chiều|tối|trong ngày)) ?(?:ngày )?$", before)
        if opened and _ISSUES.search(between.rstrip()) and not re.search(r"\d{1,5}(?:[/-]\w+)+", between):
            return self._known(day, number.year)
        return None
