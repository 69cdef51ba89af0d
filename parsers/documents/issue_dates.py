"""Which date a document was issued on, as the page gives it.

The date follows the number ("số 545/KH-UBND ngày 30/8/2021"), perhaps behind the body ("của UBND tỉnh ban
hành ngày …"); or the sentence opens with it and issues the document ("Ngày 30/8/2021, UBND tỉnh ban hành Kế
hoạch số …"); or it stands in the heading of an official text ("Số: … Bắc Kạn, ngày … tháng … năm …").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from parsers.dates.finder import CalendarDate
from parsers.documents.letters import LOWER, UPPER
from parsers.documents.numbers import NumberMention
from parsers.found import Found, Source, Span

Number = Found[NumberMention]

_CONGRESS = r"(?:[ ]?\([Kk]h(?:óa|oá) [IVX]{1,5}\))?"
_NEXT = re.compile(
    rf"[)”\"]?{_CONGRESS}"
    r"[\s,(;:|-]*(?:của (?:(?!về |việc |quy định|phê duyệt|tặng|hướng dẫn|sửa đổi|tổ chức "
    r"|có hiệu lực|thực hiện|ban hành \w+ [^\d])"
    r"[^.;()\n“]){2,90}?"
    rf"{_CONGRESS}[ ,(]*)?"
    r"(?:(?:(?:(?:vừa |đã )?được |do )(?:[^.;()\n“\d]{2,60}? )?)?"
    r"(?:ký|ban hành|ký ban hành|ra|phát hành|phát đi|thông qua|phê duyệt|ký phê duyệt) ?,? ?)?"
    r"(?:(?:vào |cùng |đề |ký )?(?:ngày|hôm)?\s?)?$",
    re.IGNORECASE,
)
# A sheet of particulars: "Số hiệu: 12/2020/QĐ-UBND … Ngày ban hành: 5/6/2020".
_LABELLED = re.compile(r"[^.;“]{0,140}?(?<!\w)Ngày (?:ban hành|ký|văn bản)\s?[:|]\s?(?:ngày )?$")
# "Quyết định số 12/QĐ-UBND về việc … được Chủ tịch UBND tỉnh ký ngày", "… về … ban hành ngày".
_NAMED = re.compile(
    r"[)”\"]?[\s,]*(?:của [^.;()\n“]{2,60} )?(?:về|V/v|v/v|phê duyệt|quy định|công nhận) [^.;\n]{3,160}? "
    r"(?:(?:được|do) [^.;,\n]{0,60}?(?:ký|ban hành|thông qua)(?: ban hành)?|ban hành) (?:vào )?(?:ngày )?$"
)
_SUBJECT = re.compile(
    r"[)”\"]?[\s,]*(?:về|V/v|v/v) [^.;\n]{3,120}?"
    r"(?<!trước)(?<!đến)(?<!từ)(?<!sau)(?<!hết)(?<!nghị)(?<!niệm)(?<!vào)(?<!là)(?<!ngày)[ ,(](?:ngày )?$"
)
_OWNED = re.compile(r",? của (?:UBND|Ủy ban|HĐND|Chủ tịch|Sở|Bộ|Thủ tướng|Chính phủ|Ban |Tỉnh|Huyện|LĐLĐ)")
_SAME_DAY = re.compile(
    r"[\s,(]*(?:của [^.;()\n]{2,60} )?(?:được )?(?:ký |ban hành |ký ban hành |ra )?cùng ngày(?! \d)"
)
_SHARED = re.compile(r"[\s,(]*(?:cùng|đều|đồng)(?: ký| ban hành)? ngày \d")
_ISSUES = re.compile(
    r"(?:ban hành|ký|ra|có|phát hành|phát đi|gửi|thông qua|ban bố|phê duyệt)(?: (?:liên tiếp|tiếp"
    r"|ngay|thêm))?"
    r"(?: (?:\d{1,2}|hai|ba|bốn|các|bản|một))? ?$"
)
_BY_IT = re.compile(r",? tại (?:các )?")  # "Ngày 5/8/2021, tại Quyết định số 12, Chủ tịch tặng …"
# What a date that opens the clause of an issue follows: "Ngày", "ngay từ ngày", "Mới đây, ngày", "Chiều".
_OPENED = re.compile(
    r"(?:^|[\w)”\"] ?[.;:(,-] ?|\n|[Đđ]ến |(?i:mới đây|trước đó|tiếp đó|sau đó|vừa qua|trước|theo đó"
    r"|cụ thể|từ|vào),? ?)"
    r"(?i:(?:ngay )?(?:từ |trong |vào )?ngày|hôm(?: qua| nay| kia)?|sáng|chiều|tối) ?(?:ngày )?$"
)
_PLACED = re.compile(r"[\w.)-]\s?,\s?(?:ngày\s)?$|Ngày ban hành ?:?[\s|]*$")
# Between a heading's number and a day that is another document's.
_PAST_HEADING = re.compile(rf"Căn cứ|\d ?[/-] ?[{UPPER}]{{2}}")
# The end of a sentence, but neither "TP. Vinh" nor a line that the layout broke.
_BROKEN = re.compile(rf"(?:(?<!TP)(?<![{UPPER}])\.|[;!?]) |\n(?![{LOWER}\d])")
_LISTED = re.compile(r",? ?(?:và|cùng|;|,)(?: với| các)? ")
_UNHEADED = re.compile(r"[\s,)]*(?:của [^.;]{2,60})?")
# Behind a day that opens a clause: "…, ngày 5/6/2018, UBND tỉnh ban hành", "…, ngày 5/6/2018, tại …".
_ACTS = re.compile(
    r",? ?(?:tại|các|[Đđ]ồng chí|ông|bà|[Đđ]oàn|Hội(?! nghị (?:lần|Trung))|huyện|tỉnh|thành phố|xã"
    r"|phường|Trường|hội nghị"
    r"|lễ|nhân dân|toàn|(?:Phó )?(?:Chủ tịch|Giám đốc|Bí thư)|Ban|Sở|Bộ|Phòng|UBND|Ủy ban|HĐND|Công an"
    r"|Công đoàn|LĐLĐ|Liên đoàn|Đảng|Chi|Tỉnh|Thành|Huyện|Quận|Trung tâm|Văn phòng|Cục|Bệnh viện) "
)
_AFTER, _BEFORE, _BELOW, _ABOVE = 150, 250, 420, 160


def issue_dates(
    source: Source, numbers: Sequence[Number], dates: Sequence[Found[CalendarDate]]
) -> dict[Number, str | None]:
    """The date of issue that each mention gives for its document, as EDTF, else None.

    A list under one head shares what its last member has; so do two that are dated "cùng ngày …".
    """
    parts = {
        where: _Part(text.norm, [found for found in dates if found.span.where == where])
        for where, text in source.parts
    }
    issued = {
        found: parts[found.span.where].issued(found.value, found.span, _until(found, after))
        for found, after in zip(numbers, [*numbers[1:], None], strict=True)
    }
    couples = [couple for couple in pairwise(numbers) if couple[0].span.where == couple[1].span.where]
    for before, this in reversed(couples):
        near = this.span.start - before.span.end < 60
        if near and not issued[before] and (this.value.joined or parts[this.span.where].shared(this.span)):
            issued[before] = issued[this]
    opened = {found for found in numbers if parts[found.span.where].opened(found)}
    for before, this in couples:
        listed = before in opened and parts[this.span.where].listed(before, this)
        if listed:
            opened.add(this)
        if listed or (this.value.joined and not this.value.parts):
            issued[this] = issued[this] or issued[before]
    return issued


def _until(found: Number, after: Number | None) -> int:
    """Where the next document begins: a date behind it is not this one's."""
    return after.value.head if after and after.span.where == found.span.where else 1 << 60


class _Part:
    """Title or body with its calendar dates in order; only whole days serve."""

    def __init__(self, text: str, dates: Sequence[Found[CalendarDate]]) -> None:
        self._text = text
        self._days = [found for found in dates if found.value.kind == "day"]
        self._starts = [found.span.start for found in self._days]

    def issued(self, number: NumberMention, span: Span, until: int) -> str | None:
        return self._behind(number, span, until) or self._in_heading(number, span) or self._ahead(number)

    def shared(self, span: Span) -> bool:
        return _SHARED.match(self._text, span.end) is not None

    def opened(self, found: Number) -> bool:
        """Whether a day at the head of the sentence dates it."""
        return self._ahead(found.value) is not None

    def listed(self, before: Number, this: Number) -> bool:
        """Whether one verb issues both: "Ngày 5/8, tỉnh ban hành Kế hoạch số 1, Công văn số 2 và …"."""
        return _LISTED.fullmatch(self._text, before.span.end, this.value.head) is not None

    def _behind(self, number: NumberMention, span: Span, until: int) -> str | None:
        i = bisect_left(self._starts, span.end)
        near = i < len(self._days) and self._starts[i] < min(until, span.end + _AFTER)
        if near and self._leads_to(span.end, self._days[i]):
            return _full(self._days[i], number.year)
        if i and _SAME_DAY.match(self._text, span.end):
            return _full(self._days[i - 1], None)
        return None

    def _leads_to(self, end: int, day: Found[CalendarDate]) -> bool:
        start = day.span.start
        if _NEXT.fullmatch(self._text, end, start):
            return not self._opens_clause(end, day)
        if _NAMED.fullmatch(self._text, end, start) or _LABELLED.fullmatch(self._text, end, start):
            return True
        owned = _OWNED.match(self._text, day.span.end)
        return owned is not None and _SUBJECT.fullmatch(self._text, end, start) is not None

    def _opens_clause(self, end: int, day: Found[CalendarDate]) -> bool:
        """Whether the day is that of what follows: "Thực hiện Chỉ thị 34, ngày 5/6 UBND tỉnh ban hành …"."""
        between = self._text[end : day.span.start]
        if not re.search("[,;]", between) or "(" in between:
            return False
        # Dates of issue are printed with their year.
        yearless = not re.search(r"\d{4}", self._text[day.span.start : day.span.end])
        return yearless or _ACTS.match(self._text, day.span.end) is not None

    def _in_heading(self, number: NumberMention, span: Span) -> str | None:
        if not number.opens_line:
            return None
        i = bisect_left(self._starts, span.end)
        for k in (i, i - 1):
            if 0 <= k < len(self._days):
                day = self._days[k].span
                near = day.start - span.end < _BELOW if k == i else span.start - day.end < _ABOVE
                placed = self._text[max(0, day.start - 40) : day.start]
                between = self._text[span.end : day.start]
                if near and _PLACED.search(placed) and not _PAST_HEADING.search(between):
                    return _full(self._days[k], number.year)
        return None

    def _ahead(self, number: NumberMention) -> str | None:
        i = bisect_left(self._starts, number.head)
        if not i:
            return None
        day = self._days[i - 1].span
        between = self._text[day.end : number.head]
        if len(between) > _BEFORE or _BROKEN.search(between):
            return None
        if number.type is None and _UNHEADED.fullmatch(between):  # "Quyết định ngày 12/3/2020 số 45/QĐ-UBND"
            return _full(self._days[i - 1], number.year)
        lead = self._text[max(0, day.start - 28) : day.start]
        if self._text.startswith(("ngày", "Ngày"), day.start):
            lead += "ngày "
        issues = _ISSUES.search(between) or _BY_IT.fullmatch(between)
        if _OPENED.search(lead) and issues and not re.search(r"\d(?:[/-][A-ZĐ]+)+", between):
            return _full(self._days[i - 1], number.year)
        return None


def _full(found: Found[CalendarDate], year: str | None) -> str | None:
    """The day, its missing year taken from the number (`12/2020/NĐ-CP ngày 15/3`), None without a year."""
    edtf = found.value.edtf
    if edtf.startswith("XXXX"):
        return edtf.replace("XXXX", year) if year and len(year) == 4 else None
    return edtf
