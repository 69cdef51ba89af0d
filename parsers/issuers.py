"""Which body issued a document: from the wording at its number, else from its code and the notice's province.

Wording is sought in this order: "của X" behind the number or its date, "X tại Tờ trình số …", the body that
issues it or confers the award in the sentence, the heading of an official text. A body found before the
number counts only if it can be meant by the code (`TTg` is the Prime Minister's). Where neither tells, None.
"""

from __future__ import annotations

import re
from functools import cache

from parsers.found import Source, Span
from parsers.issuer_names import Places, names_in, read_name
from parsers.letters import UPPER
from parsers.numbers import NumberMention
from parsers.reference import Issuer, issuers

_OF = re.compile(
    r"[)”\"]?[\s,(]*(?:(?:được |do )?(?:ký |ban hành )*(?:cùng )?(?:ngày )?(?:tháng \d+ ?)?(?:\d{1,2} ?[-/. ] ?\d{1,2}(?: ?[-/. ] ?\d{2,4})?|\d{1,2} tháng \d{1,2}(?: năm \d{4})?|năm \d{4}|\d{4})[\s,)]*)?"
    r"(?:(?:vừa|đã|mới) )?(?:được |ban hành |ký )*(?:của|do) (?:đồng chí |ông |bà |cố )?"
)
_JUST_ISSUED = re.compile(r"[\s,(]*(?:vừa|đã|mới)?(?: được| vừa được)? ?(?:của )?")
_AT = re.compile(r"(?P<gap> (?:tại|ở|theo|trong) (?:các )?)$")
_VERB = re.compile(r"(?:ban hành|ký|ra|có|phát hành|gửi|thông qua|trả lời|tặng|trao|phê duyệt|công bố|quyết định)(?!\w)")
_GENERIC = re.compile(r"^(?:Đảng|Trung ương|Lữ đoàn|Sư đoàn|Trung đoàn|Quân khu|TW|Hội|Đoàn|Ban|Cục|Bộ|Sở|Phòng|Trường|Công ty|Khối|Cụm|Hội đồng|Đảng bộ|Công đoàn|Ủy ban|Viện|Vụ)$")

_CENTRAL = re.compile(
    r"Bộ Chính trị|Ban Bí thư|Chính phủ|Thủ tướng|Quốc hội|Trung ương|TW|Ban Chấp hành Trung ương"
)

_FAMILY: dict[str, str] = {
    "UBND": r"UBND|Chủ tịch",
    "UB": r"UBND|Chủ tịch",
    "CT": r"Chủ tịch",
    "HĐND": r"HĐND",
    "TTg": r"Thủ tướng",
    "CP": r"^Chính phủ",
    "TW": r"Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|^Trung ương|^TW",
    "TU": r"Tỉnh ủy|Thành ủy|Đảng bộ (?:tỉnh|thành phố)",
    "HU": r"Huyện ủy",
    "QU": r"Quận ủy",
    "CTN": r"Chủ tịch nước",
    "QUTW": r"Quân ủy Trung ương",
    "BCĐTW": r"Ban Chỉ đạo",
    "BCĐ": r"Ban Chỉ đạo|BCĐ",
    "ĐTN": r"[Đđ]oàn",
    "HNDTW": r"Hội Nông dân",
    "HND": r"Hội Nông dân",
    "LĐLĐ": r"LĐLĐ|Liên đoàn Lao động",
    "TLĐ": r"Tổng L",
    "BTV": r"Ban Thường vụ",
    "CAT": r"Công an",
    "QH": r"Quốc hội",
}
_FIXED = {
    "TTg": "Thủ tướng Chính phủ",
    "CP": "Chính phủ",
    "CTN": "Chủ tịch nước",
    "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "HĐBT": "Hội đồng Bộ trưởng",
    "QUTW": "Quân ủy Trung ương",
    "TLĐ": "Tổng Liên đoàn Lao động Việt Nam",
    "HNDTW": "Trung ương Hội Nông dân Việt Nam",
    "TWĐTN": "Trung ương Đoàn TNCS Hồ Chí Minh",
    "MTTW": "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    "TANDTC": "Tòa án nhân dân tối cao",
    "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
}


@cache
def _bodies() -> dict[str, Issuer]:
    return {body.code: body for body in issuers() if body.kind != "drafting unit"}


def organ_code(number: NumberMention) -> str | None:
    """The part of a number that names its organ: the last known one behind a type, else the first."""
    parts = number.parts
    if not parts:
        return None
    typed = number.kind is not None and len(parts) > 1 and parts[0] not in _bodies() and parts[0] not in _FAMILY
    order = parts[1:] if typed or (len(parts) > 1 and parts[0] in ("CT", "TT", "TC")) else parts
    for part in order:
        stem = re.sub(r"\d+$", "", part) if re.match(r"(?:QH|UBTVQH)\d", part) else re.split(r"[.&_]", part)[0]
        if stem in _FAMILY or stem in _bodies() or stem in _FIXED:
            return stem
    return None


class IssuerFinder:
    """Finds the issuers of one notice's documents; made once a notice."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._places = Places.of(source)

    def named(self, number: NumberMention, span: Span, sentence: tuple[int, int], first: int) -> str | None:
        """The body that the wording around one passage names, in full, else None.

        `sentence` is the one around the number, `first` where the list begins that the number belongs to.
        """
        text = self._source.text(span.where).norm
        code = organ_code(number)
        found = self._behind(text, span.end, code)
        if found is None and number.opens_line:
            found = self._heading(text, number.head, span.end, code)
        if found is None:
            found = self._ahead(text, number, sentence, code, first)
        return self._places.complete(found) if found else None

    def _behind(self, text: str, end: int, code: str | None) -> str | None:
        match = _OF.match(text, end)
        if not match:
            return None
        name = read_name(text, match.end())
        if name is None or _GENERIC.match(name.text):
            return "TW" if name and name.text == "TW" and code is None else None
        return name.text

    def _ahead(
        self, text: str, number: NumberMention, sentence: tuple[int, int], code: str | None, first: int
    ) -> str | None:
        head = number.head
        for name in reversed(names_in(text, max(sentence[0], head - 260), head)):
            if _GENERIC.match(name.text):
                continue
            between = text[name.end : head]
            if re.search(r"(?<!\w)tại (?:các )?$", between) and len(between) < 90:
                return self._fits(_without_office(name.text), code)
            if re.search(r"\d{1,5}(?:[/-][A-ZĐ]+)+", between) and first == head:
                return None
            verb = _VERB.search(between)
            if code or (verb and len(between) < 90):
                shown = name.text if number.kind == "Quyết định" else _without_office(name.text)
                if fit := self._fits(shown, code):
                    return fit
        return None

    def _fits(self, name: str, code: str | None) -> str | None:
        full = self._places.complete(name)
        if code is None:
            return full
        pattern = _FAMILY.get(code)
        if pattern is None:
            body = _bodies().get(code)
            stem = re.sub(r" (?:\(.*|/.*)", "", body.name) if body else _FIXED.get(code, "")
            return full if stem and stem.casefold() in full.casefold() else None
        return full if re.search(pattern, full) else None

    def _heading(self, text: str, head: int, end: int, code: str | None) -> str | None:
        if code == "UBND":
            after = text[end : end + 700]
            chief = re.search(r"\n\s*CHỦ TỊCH (?:ỦY BAN NHÂN DÂN|UBND) (TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG) ([^\n]{2,30})\n", after)
            if chief:
                return f"Chủ tịch UBND {chief[1].lower()} {_titled(chief[2])}"
            above = text[max(0, head - 300) : head]
            body = re.search(
                rf"(?:ỦY BAN NHÂN DÂN|UBND)[\s|-]*(?:CỘNG H[^\n]*\n[\s|-]*)?(TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG) ((?:(?!CỘNG|ĐỘC|SỞ|VĂN)[{UPPER}]{{2,}}[ -]*){{1,5}})",
                above,
            )
            if body:
                return f"UBND {body[1].lower()} {_titled(body[2])}"
        return None

    def local(self, number: NumberMention, issuer: str | None) -> bool:
        """Whether the document is not one of the State's or the Party's central organs."""
        code = organ_code(number)
        if code in ("TW", "QUTW", "BCĐTW") or code in _FIXED or (issuer and _CENTRAL.match(issuer)):
            return False
        body = _bodies().get(code or "")
        return self._places.province is None or body is None or body.level not in ("ministry", "national")

    def coded(self, number: NumberMention) -> str | None:
        """The body that the code alone means in this notice, else None."""
        code = organ_code(number)
        if code is None:
            return None
        if code in _FIXED:
            return _FIXED[code]
        province = self._places.province
        if code in ("UBND", "UB", "HĐND"):
            return self._places.complete("HĐND" if code == "HĐND" else "UBND") if self._places.level else None
        if code == "TU":
            return f"{'Tỉnh ủy' if province[0] == 'tỉnh' else 'Thành ủy'} {province[1]}" if province else None
        if code == "BTC" and number.kind not in ("Thông tư", "Thông tư liên tịch"):
            return None
        body = _bodies().get(code)
        if body is None or re.search(r"[(/]", body.name) or code in ("TW", "BCĐ", "BCĐTW", "HĐTĐKT", "BTĐKT", "BHXH", "ĐU", "CB"):
            return None
        if body.level in ("ministry", "national", "party"):
            return body.name if "TU" not in code else None
        return self._places.complete(body.name) if body.kind == "department" and province else None


def _titled(name: str) -> str:
    return " ".join(word.capitalize() for word in re.sub(r"[^\w -]+", " ", name).split())


def _without_office(name: str) -> str:
    return re.sub(r"^(?:Phó )?(?:Giám đốc|Trưởng ban|Cục trưởng|Chi cục trưởng|Trưởng phòng|Bộ trưởng) (?=[A-ZĐ])", "", name)

