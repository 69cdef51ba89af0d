"""The names of issuing bodies in running text, and their full form.

A body is named by a head word ("UBND", "Sở", "Ban Thường vụ") and what follows it up to the verb or mark that
ends the name; names that hold commas ("Sở Văn hóa, Thể thao và Du lịch") come from the reference table. A short
name is completed from the notice: "UBND tỉnh" by its province, "UBND huyện" by the one district that the text
names, "Sở TT&TT" by the table's full name.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from parsers.found import Source
from parsers.letters import UPPER
from parsers.reference import issuers, provinces

_OFFICE = (
    r"Phó Chủ tịch|Chủ tịch|Phó Giám đốc|Tổng Giám đốc|Giám đốc|Bộ trưởng|Thứ trưởng|Phó Tư lệnh|Tư lệnh|Hiệu trưởng|Cục trưởng"
    r"|Tổng cục trưởng|Chánh án|Viện trưởng|Chủ nhiệm|Thống đốc|Tổng Thanh tra|Chỉ huy trưởng|Trưởng ban|Chánh Văn phòng"
    r"|Ban Thường vụ|BTV|Thường vụ|Ban Thường trực|Thường trực|Ban Chấp hành|BCH|Đoàn Chủ tịch|Văn phòng|Ban cán sự đảng"
    r"|Ban Tổ chức|Ban Tuyên giáo và Dân vận|Ban Tuyên giáo|Ban Dân vận|Ban Nội chính|Ủy ban Kiểm tra|UBKT|Chính ủy|Tổng Kiểm toán"
)
_HEAD = (
    r"UBND|Ủy ban nhân dân|Ủy ban Nhân dân|HĐND|Hội đồng nhân dân|Hội đồng Nhân dân|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy"
    r"|Đảng ủy|Đảng bộ|Quân ủy|Thủ tướng Chính phủ|Thủ tướng|Chính phủ|Quốc hội|Ủy ban Thường vụ Quốc hội|UBTVQH|Chủ tịch nước"
    r"|Bộ Chính trị|Ban Bí thư|Trung ương|TW|Ủy ban MTTQ|UBMTTQ|MTTQ|Ủy ban Mặt trận Tổ quốc|Mặt trận Tổ quốc|Tổng LĐLĐ"
    r"|Tổng Liên đoàn|LĐLĐ|Liên đoàn Lao động|Hội|Công đoàn|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Quận đoàn|Đoàn"
    r"|Bộ|Sở|Ban|Cục|Tổng cục|Chi cục|Phòng|Vụ|Viện|Trường|Học viện|Trung tâm|Bệnh viện|Công an|Quân khu|Quân chủng|Quân đoàn"
    r"|Binh chủng|Lữ đoàn|Sư đoàn|Trung đoàn|Thanh tra|Tòa án|TAND|VKSND|Viện Kiểm sát|Kho bạc|Bảo hiểm|BHXH|Ngân hàng|Liên minh"
    r"|Liên hiệp|Tập đoàn|Tổng công ty|Công ty|Đài|Kiểm toán|Hội đồng|Ủy ban|Hạt|Đội|Cụm|Khối|BCĐ|BQL"
)
_STOP = (
    r"về|ban|quy|phê|hướng|tặng|trao|đã|vừa|có|ký|tại|phát|thực|triển|yêu|giao|sửa|bổ|công nhận|khen|thì|là|được|cho|gửi|ngày|năm"
    r"|tháng|số|theo|thông qua|cùng|do|để|nhằm|thay|đề|chỉ|đến|từ|trong|với|nêu|khẩn|cũng|sẽ|phải|đang|ra|kèm|xử|trình|áp|bãi|hủy"
    r"|cấp|cử|điều|bắt|kiểm|tiếp|tuyên|ngay|mới|nói|khi|vì|như|mà|nay|này|trên|dưới|lại|liên|chuyển|đồng|không|giải|xem|căn"
    r"|Kế|Quyết|Chỉ|Nghị|Thông|Công văn|Hướng|Kết|Quy|Báo cáo|Tờ|Chương trình|Đề án|Văn bản"
)
_NAME = rf"[{UPPER}][\w'’]*(?:(?: ?- ?| )[{UPPER}][\w'’]*){{0,4}}"
_LEVEL = r"tỉnh|thành phố|TP\.?|huyện|quận|thị xã|TX\.?|xã|phường|thị trấn"
_ORGAN_WORD = rf"(?!(?:{_STOP})(?!\w))[\w&]+"


@cache
def _known_names() -> str:
    names = {
        name
        for body in issuers()
        for name in (body.name, *body.aliases)
        if body.kind != "drafting unit" and " " in name and not re.search(r"[/()]", name) and name[0].isupper()
        and not re.search(r"(?:tỉnh|thành phố)$", name)
    }
    return "|".join(re.escape(name).replace(r"\ ", " ") for name in sorted(names, key=len, reverse=True))


@cache
def name_pattern() -> re.Pattern[str]:
    """Matches a body's name where it begins: optional office, head or known name, tail, place."""
    tail = rf"(?: (?:- )?{_ORGAN_WORD}){{0,9}}"
    until = r" cùng | và (?:Kế|Quyết|Chỉ|Nghị|các)|[.;:()\n“\"]|, (?:Kế|Quyết|Chỉ|Nghị|UBND|Ủy|Sở|ngày)|$"
    committee = (
        r"Ban Chỉ đạo(?: (?:Trung ương|TW|quốc gia|Quốc gia|tỉnh|thành phố))?"
        rf"(?: về [^.;:()\n“\"]{{3,140}}?(?={until}))?"
    )
    known = rf"(?:{_known_names()})(?! ?&)(?: (?:{_LEVEL}|Việt Nam)(?: {_NAME})?| khóa [IVX]+)?(?!\w)"
    army = rf"(?:Lữ đoàn|Sư đoàn|Trung đoàn|Tiểu đoàn) \d+, (?:Quân|Sư|Binh|Bộ)\w* {tail}"
    return re.compile(
        rf"(?<![\w/])(?<![\w)]-)(?<![\w)]- )(?P<office>(?:(?:{_OFFICE}) ){{0,2}}(?:Hiệu trưởng(?! [A-Z]))?)(?P<body>{committee}|{army}|{known}|(?:{_HEAD})(?!\w){tail}|(?<=Chủ tịch )(?:{_LEVEL})(?: {_NAME})?|(?<=Hiệu trưởng))"
    )


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name as it stands in the text: offsets and wording."""

    start: int
    end: int
    text: str


def read_name(text: str, start: int, end: int | None = None) -> BodyName | None:
    """The name that begins at `start`, else None."""
    match = name_pattern().match(text, start, len(text) if end is None else end)
    if not match:
        return None
    words = re.sub(r"(?: và| các| của|[ ,;&-])+$", "", match.group())
    return BodyName(start, start + len(words), words)


def names_in(text: str, start: int, end: int) -> list[BodyName]:
    """All names between two offsets, in their order."""
    found = []
    for match in name_pattern().finditer(text, start, end):
        if (name := read_name(text, match.start(), end)) and name.end > name.start:
            found.append(name)
    return found


_FOLD = (
    (re.compile(r"Ủy ban [Nn]hân dân"), "UBND"),
    (re.compile(r"Hội đồng [Nn]hân dân"), "HĐND"),
    (re.compile(r"^Thủ tướng$"), "Thủ tướng Chính phủ"),
    (re.compile(r"^UBTVQH$"), "Ủy ban Thường vụ Quốc hội"),
    (re.compile(r"^Ban Bí thư (?:Trung ương|TW)(?: Đảng)?$"), "Ban Bí thư"),
    (re.compile(r"^(?:Chính phủ|Chủ tịch nước) (?:nước )?(?:CHXHCN|Cộng hòa)\b.*"), ""),
    (re.compile(r"\bBTV\b"), "Ban Thường vụ"),
    (re.compile(r"\bBCH\b"), "Ban Chấp hành"),
)
_BARE_LEVEL = re.compile(r"(?P<level>tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|thị trấn)$")
_PARTY_ORGAN = re.compile(r"(?:Tỉnh ủy|Thành ủy|Tỉnh đoàn|Thành đoàn|Huyện ủy|Quận ủy|Thị ủy|Huyện đoàn)$")
_PROVINCIAL = re.compile(r"^(?:(?:Phó )?Giám đốc )?Sở ")
_HAS_PLACE = re.compile(rf"(?:{_LEVEL}) {_NAME}")


@cache
def _long_forms() -> dict[str, str]:
    table = {}
    for body in issuers():
        if body.name.startswith(("Bộ ", "Sở ", "Phòng ")) and "(" not in body.name:
            for alias in body.aliases:
                if alias.startswith(("Bộ ", "Sở ", "Phòng ")):
                    table[alias] = body.name
            table.setdefault(body.name.replace("Sở ", "Sở ").replace(" - ", " – "), body.name)
    return table


_PLACE = re.compile(rf"(?<!\w)(?i:(huyện|quận|thị xã|xã|phường|thị trấn|thành phố|TP\.?|TX\.?)) ({_NAME})")
_COMMITTEE_LEVEL = re.compile(rf"(?:UBND|Ủy ban [Nn]hân dân|ỦY BAN NHÂN DÂN) (?i:({_LEVEL}))(?!\w)")
_SCHOOL = re.compile(rf"Trường (?:THPT|THCS|TH|Tiểu học|Mầm non|TH&THCS|THCS&THPT|Đại học|Cao đẳng) {_NAME}")
_LEVEL_NAME = {"tp": "thành phố", "tp.": "thành phố", "tx": "thị xã", "tx.": "thị xã"}


@dataclass(frozen=True, slots=True)
class Places:
    """The places that complete short names in one notice."""

    province: tuple[str, str] | None
    """Kind and name ("tỉnh", "Bắc Kạn")."""
    level: str | None
    """The level that a bare "UBND" means: the province, or the only lower one that the text speaks of."""
    school: str | None
    named: dict[str, str]
    """Level ("huyện", "xã") → the one name at that level that title and body repeat most."""

    @classmethod
    def of(cls, source: Source) -> Places:
        """Read them from a source."""
        unit = provinces().get(source.province or "")
        counts: dict[str, Counter[str]] = {}
        levels: Counter[str] = Counter()
        schools: Counter[str] = Counter()
        for where, text in source.parts:
            for match in _PLACE.finditer(text.norm):
                level = _LEVEL_NAME.get(match[1].lower(), match[1].lower())
                name = re.sub(r" - .*", "", match[2])
                name = " ".join(word.capitalize() for word in name.split()) if name.isupper() else name
                counts.setdefault(level, Counter())[name] += 5 if where == "title" else 1
            for match in _COMMITTEE_LEVEL.finditer(text.norm):
                levels[_LEVEL_NAME.get(match[1].lower(), match[1].lower())] += 1
            schools.update(match.group() for match in _SCHOOL.finditer(text.norm))
        named = {level: names.most_common(1)[0][0] for level, names in counts.items()}
        school = schools.most_common(1)[0][0] if schools else None
        if unit is None:
            return cls(None, None, school, named)
        lower = [level for level, _ in levels.most_common() if level not in ("tỉnh", unit.kind)]
        own = unit.kind if levels[unit.kind] or not lower else lower[0]
        return cls((unit.kind, unit.name), own, school, named)

    def _at(self, level: str) -> str | None:
        level = _LEVEL_NAME.get(level.lower(), level)
        if level == "tỉnh" or (level == "thành phố" and self.province and self.province[0] == "thành phố"):
            return self.province[1] if self.province else None
        return self.named.get(level)

    def complete(self, name: str) -> str:
        """The full form of a body's printed name."""
        for pattern, full in _FOLD:
            name = pattern.sub(full, name) or name
        for short, full in _long_forms().items():
            if name.startswith(short) and not name[len(short) :][:1].isalnum():
                name = full + name[len(short) :]
                break
        name = re.sub(r"^Phó Chủ tịch (?=UBND|HĐND)", "", name)
        name = re.sub(rf"^(?:Phó )?Chủ tịch (?=(?:{_LEVEL})(?!\w))", "UBND ", name)
        if name == "Hiệu trưởng" and self.school:
            return f"{name} {self.school}"
        if re.search(r"(?:UBND|HĐND)$", name) and self.level:
            name = f"{name} {self.level}"
        if match := _BARE_LEVEL.search(name):
            place = self._at(match["level"])
            return f"{name} {place}" if place else name
        if self.province and not _HAS_PLACE.search(name):
            kind, place = self.province
            if _PARTY_ORGAN.search(name):
                if name.endswith(("Tỉnh ủy", "Tỉnh đoàn")) or (name.endswith(("Thành ủy", "Thành đoàn")) and kind == "thành phố"):
                    return f"{name} {place}"
                level = {"Huyện": "huyện", "Quận": "quận", "Thị": "thị xã", "Thành": "thành phố"}[name.split()[-2]]
                return f"{name} {self.named[level]}" if level in self.named else name
            if _PROVINCIAL.match(name) and not name.endswith(place):
                return f"{name} {kind} {place}"
        return name
