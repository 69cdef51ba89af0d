"""The full form of a body's printed name: "UBND tỉnh" → "UBND tỉnh Bắc Kạn", "Sở TT&TT" in full.

The notice's province completes what is provincial; a lower unit is completed by the name that title and text
give most often at its level ("UBND huyện" in a notice about huyện Yên Thế). A person's name behind a body
("UBND tỉnh Nguyễn Văn A đã ký") is cut off: names of provinces and districts are known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from parsers.documents.letters import LOWER, UPPER
from parsers.found import Source
from parsers.issuers.names import LEVELS, PLACE_NAME
from parsers.reference import districts, provinces
from parsers.text import lowered

_FOLD = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"(?<!\w)T\.?Ư(?!\w)"), "Trung ương"),
    (re.compile(r"\bT([PX])\.(?=\w)"), r"T\1 "),
    (re.compile(r"Ủy ban [Nn]hân dân"), "UBND"),
    (re.compile(r"Hội đồng [Nn]hân dân"), "HĐND"),
    (re.compile(r"Thủ tướng chính phủ"), "Thủ tướng Chính phủ"),
    (re.compile(r"Phó [Cc]hủ tịch"), "Phó Chủ tịch"),
    (re.compile(r"Ban thường vụ"), "Ban Thường vụ"),
    (re.compile(r"Ban chấp hành"), "Ban Chấp hành"),
    (re.compile(r"Ban thường trực"), "Ban Thường trực"),
    (re.compile(r"Ban chỉ đạo"), "Ban Chỉ đạo"),
    (re.compile(r"Ban bí thư"), "Ban Bí thư"),
    (re.compile(r"Bộ chính trị"), "Bộ Chính trị"),
    (re.compile(r"^Thủ tướng$"), "Thủ tướng Chính phủ"),
    (re.compile(r"^UBTVQH$"), "Ủy ban Thường vụ Quốc hội"),
    (re.compile(r"Tổng (Liên đoàn|LĐLĐ)$"), r"Tổng \1 Lao động Việt Nam"),
    (re.compile(r"Tổng LĐLĐ Lao động"), "Tổng LĐLĐ"),
    (re.compile(r"^Ban Bí thư (?:Trung ương|TW)(?: Đảng)?(?! ?Đoàn)"), "Ban Bí thư"),
    (re.compile(r"^(Chính phủ|Chủ tịch nước) (?:nước )?(?:CHXHCN|Cộng hòa)\b.*"), r"\1"),
    (re.compile(r"\bBTV\b"), "Ban Thường vụ"),
    (re.compile(r"\bBCH (?=Trung ương|TW|Đảng)"), "Ban Chấp hành "),
    (re.compile(r"^Phó Chủ tịch (?=UBND|HĐND)"), ""),
    (re.compile(rf"^(?:Phó )?Chủ tịch (?=(?:{LEVELS})(?!\w))"), "UBND "),
)
_FIELDS = {
    "GDĐT": "Giáo dục và Đào tạo",
    "TTTT": "Thông tin và Truyền thông",
    "KHCN": "Khoa học và Công nghệ",
    "KHĐT": "Kế hoạch và Đầu tư",
    "LĐTBXH": "Lao động - Thương binh và Xã hội",
    "VHTTDL": "Văn hóa, Thể thao và Du lịch",
    "VHTT": "Văn hóa và Thể thao",
    "NNPTNT": "Nông nghiệp và Phát triển nông thôn",
    "NNMT": "Nông nghiệp và Môi trường",
    "TNMT": "Tài nguyên và Môi trường",
    "GTVT": "Giao thông vận tải",
    "DTTG": "Dân tộc và Tôn giáo",
}
_SHORT_FIELD = re.compile(
    r"(?:(?<=Sở )|(?<=Bộ )|(?<=Phòng ))(?P<field>[A-ZĐ]{2,}(?:(?: ?[-,&] ?| và | )[A-ZĐ]{2,}){0,3})(?!\w)"
)
_BARE_LEVEL = re.compile(rf"(?P<level>{LEVELS})$")
_PARTY_ORGAN = re.compile(r"(?P<level>Tỉnh|Thành|Huyện|Quận|Thị) ?(?:ủy|đoàn)$")
_PARTY_PLACED = re.compile(rf"(?P<level>Tỉnh|Thành|Huyện|Quận|Thị) ?(?:ủy|đoàn) (?P<name>{PLACE_NAME})$")
_PERSON = re.compile(
    rf"^(?P<body>(?:.{{0,40}} )?(?:Sở|Bộ|Cục|Ban|Công an) .*?)(?P<name>(?: [{UPPER}]\w+){{2,4}})$"
)
_PARTY_LEVEL = {"Tỉnh": "tỉnh", "Thành": "thành phố", "Huyện": "huyện", "Quận": "quận", "Thị": "thị xã"}
_DEPARTMENT = re.compile(
    r"^(?:(?:Giám đốc|(?:BCH |Ban (?:Chấp hành|Thường vụ) )?(?:Công đoàn|Đảng ủy|Đảng bộ|Đoàn Thanh niên)"
    r"|Văn phòng|Thanh tra|Cụm thi đua) )?Sở "
)
_PLACED = re.compile(rf"(?P<level>{LEVELS}) (?P<name>{PLACE_NAME})$")
_BLOCK = re.compile(
    rf"^(?:(?:Ban|Thường) [\w ]{{5,10}} )?Đảng ủy Khối (?!.*(?:{LEVELS}|Trung ương|TW)(?!\w))\w"
)
# Divisions of a district's committee, until 2025-06-30.
_DIVISION = re.compile(
    r"^Phòng (?:Giáo dục|Nội vụ|Văn hóa|Tài chính|Lao động|Nông nghiệp|Tư pháp|Y tế|Kinh tế|Dân tộc"
    r"|Tài nguyên|Quản lý đô thị)"
)
# "Trung tâm Y tế huyện Nam Đàn mở lớp": small words behind a place are no part of the name.
_BEYOND = re.compile(rf"^(?!Ban Chỉ đạo|BCĐ)(?P<body>.*?(?:{LEVELS}) {PLACE_NAME}) [{LOWER}].*$")
# "LĐLĐ tỉnh luân chuyển …": a level without a place ends the name.
_BEYOND_LEVEL = re.compile(
    r"^(?!Ban Chỉ đạo|BCĐ)"
    r"(?P<body>.*?(?<!\w)(?:tỉnh|huyện|quận|thị xã|(?<!thị )xã|phường|thị trấn|thành phố))"
    rf" (?!ủy|đoàn|đội|hội)[{LOWER}].*$"
)
# "Ban Thường vụ Tỉnh ủy điều động …": behind the committee only its place belongs to the name.
_BEYOND_PARTY = re.compile(
    rf"^(?P<body>(?:.*? )?(?:Tỉnh|Thành|Huyện|Quận|Thị) ?(?:ủy|đoàn)(?: {PLACE_NAME})?) [{LOWER}].*$"
)
_PLACE = re.compile(
    rf"(?<!\w)(?i:(huyện|quận|thị xã|xã|phường|thị trấn|thành phố|TP\.?|TX\.?)) (?!ỦY|Ủy|ĐOÀN)({PLACE_NAME})"
)
_WITHIN = re.compile(rf" \(({PLACE_NAME})\)")  # "xã Mường Hum (Bát Xát)"
_PARTY_PLACE = re.compile(
    rf"(?<!\w)(Thành|Huyện|Quận|Thị) ?(?:ủy|đoàn) (?!ỦY|Ủy|ĐOÀN|Quận |Thành |Huyện )({PLACE_NAME})"
)
_PARTY_MASTHEAD = re.compile(
    rf"(?<!\w)(THÀNH|HUYỆN|QUẬN|THỊ) (?:ỦY|ĐOÀN) ([{UPPER}]{{2,}}(?: [{UPPER}]+){{0,3}})(?=\s*(?:[\n*|]|$))"
)
_NUMBERED = re.compile(r"(?<!\w)(?i:(quận|phường)) (\d{1,2})(?!\w|[/.,]\d)")
_COMMITTEE = re.compile(rf"(?:UBND|Ủy ban [Nn]hân dân|ỦY BAN NHÂN DÂN)\s(?i:({LEVELS}))(?!\w)")
_SCHOOL = re.compile(
    rf"(?i:trường) (?:THPT|THCS|TH|Tiểu học|Mầm non|TH&THCS|Đại học|Cao đẳng|TIỂU HỌC|MẦM NON) {PLACE_NAME}"
    r"(?: \d{1,2}(?![\w/.-]| (?:học|giáo|em|lớp|tập|cá|năm)))?"
)
_LEVEL_PATTERNS = (_PARTY_PLACE, _PARTY_MASTHEAD, _PLACE, _NUMBERED)
_BY_WORD = {
    **dict.fromkeys(("huyện", "quận", "thị", "thành", "xã", "phường", "tp", "tx"), _LEVEL_PATTERNS),
    **dict.fromkeys(("ubnd", "ủy ban"), (_COMMITTEE,)),
    "trường": (_SCHOOL,),
}
_MAY_NAME = re.compile("|".join(_BY_WORD))
_LEVEL_NAME = {"tp": "thành phố", "tp.": "thành phố", "tx": "thị xã", "tx.": "thị xã"}
_SURNAMES = frozenset(
    re.findall(
        r"\w+",
        "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đoàn Lương Mai Tạ"
        " Hà Cao Tô Đào Trương Lâm Tống Lò Quàng Giàng Vàng Sùng Hầu Thào Nông Triệu Bế Ma Lục Hứa Vi Đàm Chu"
        " La Kiều Thái Quách Lại Từ",
    )
)
# Units of 1976-1996 that older documents name.
_FORMER = (
    *("Hà Sơn Bình", "Hà Tây", "Hà Nam Ninh", "Hà Bắc", "Hà Tuyên", "Hải Hưng", "Hoàng Liên Sơn", "Bắc Thái"),
    *("Cao Lạng", "Vĩnh Phú", "Nam Hà", "Nghệ Tĩnh", "Bình Trị Thiên", "Quảng Nam - Đà Nẵng", "Nghĩa Bình"),
    *("Phú Khánh", "Gia Lai - Kon Tum", "Thuận Hải", "Sông Bé", "Minh Hải", "Cửu Long"),
)


@cache
def _known_places() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {"tỉnh": set(_FORMER), "thành phố": {"Hồ Chí Minh"}}
    for unit in provinces().values():
        known.setdefault(unit.kind, set()).add(unit.name)
    for kind, name, _ in districts():
        known.setdefault(kind, set()).add(name)
    return {level: frozenset(names) for level, names in known.items()}


def _level_of(district: str) -> str | None:
    """The level of a district or town, None for another name."""
    levels = ("huyện", "quận", "thị xã", "thành phố")
    return next((level for level in levels if district in _known_places()[level]), None)


def level_name(printed: str) -> str:
    """The level that a printed word or its abbreviation means ("TP." → "thành phố")."""
    return _LEVEL_NAME.get(printed.lower(), printed.lower())


def trim_place(level: str, name: str) -> str:
    """The place at the beginning of capitalised words: a person's name behind it is cut off."""
    words = re.split(r"(?<!-) (?!-)", name)
    known = _known_places().get(level, frozenset())
    for length in range(len(words), 0, -1):
        if " ".join(words[:length]) in known:
            return " ".join(words[:length])
    for i, word in enumerate(words):
        if word in _SURNAMES and len(words) - i >= (3 if i == 0 else 2):
            return " ".join(words[:i])
    return name


def titled(name: str) -> str:
    """A place name in capitals as it is usually written."""
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() else name


@lru_cache(maxsize=4096)
def _spelt_out(name: str) -> str:
    """A name without short forms; the same few names stand in every text, hence the cache."""
    for pattern, full in _FOLD:
        name = pattern.sub(full, name)
    for beyond in (_BEYOND, _BEYOND_LEVEL, _BEYOND_PARTY):
        name = beyond.sub(r"\g<body>", name)
    return _SHORT_FIELD.sub(lambda match: _FIELDS.get(re.sub(r"[^A-ZĐ]", "", match[0]), match[0]), name)


def _worded(text: str) -> Iterator[re.Match[str]]:
    """Places, committees and schools in the order of the text; tried only where a word for one begins."""
    done = 0
    for word in _MAY_NAME.finditer(lowered(text)):
        at = word.start()
        for pattern in _BY_WORD[word.group()]:
            if at >= done and (match := pattern.match(text, at)):
                yield match
                if pattern is not _COMMITTEE:  # "UBND xã Tân Lập" holds a place
                    done = match.end()
                break


def _headed(name: str) -> str:
    """A place name as it is usually written, without what follows a dash."""
    return titled(re.sub(r" - .*", "", name))


@dataclass(frozen=True, slots=True)
class Places:
    """The places that complete short names in one notice."""

    province: tuple[str, str] | None
    """Kind and name ("tỉnh", "Bắc Kạn")."""
    level: str | None
    """The level that a bare "UBND" means: the province, or the only lower one that the text speaks of."""
    school: str | None
    named: dict[str, str]
    """Level ("huyện", "xã") → the name at that level that title and body give most often, if one is ahead."""

    @classmethod
    def of(cls, source: Source) -> Places:
        """Read them from a source."""
        counts: dict[str, Counter[str]] = {}
        levels: Counter[str] = Counter()
        schools: Counter[str] = Counter()
        for text, weight in ((source.title.norm, 5), (source.agency or "", 5), (source.body.norm, 1)):
            for match in _worded(text):
                if match.re is _COMMITTEE:
                    levels[level_name(match[1])] += 1
                elif match.re is _SCHOOL:
                    schools[match.group()] += 1
                else:
                    level = _PARTY_LEVEL.get(match[1].capitalize()) or level_name(match[1])
                    name = match[2] if match[2].isdecimal() else trim_place(level, _headed(match[2]))
                    if name:
                        counts.setdefault(level, Counter())[name] += weight
                    if (within := _WITHIN.match(text, match.end())) and (above := _level_of(within[1])):
                        counts.setdefault(above, Counter())[within[1]] += weight
        named = {level: names.most_common(1)[0][0] for level, names in counts.items() if _leads(names)}
        school = (
            re.sub(r"(?i)^trường", "Trường", _titled_school(schools.most_common(1)[0][0]))
            if schools
            else None
        )
        unit = provinces().get(source.province or "")
        if unit is None:
            return cls(None, None, school, named)
        lower = [level for level, _ in levels.most_common() if level not in ("tỉnh", unit.kind)]
        own = unit.kind if levels[unit.kind] or not lower else lower[0]
        return cls((unit.kind, unit.name), own, school, named)

    @property
    def provincial(self) -> bool:
        """Whether the notice speaks from the level of a province."""
        return self.province is not None and self.level == self.province[0]

    def at(self, level: str) -> str | None:
        """The place at a level, else None."""
        level = level_name(level)
        if level == "tỉnh" or (self.province and level == self.province[0]):
            return self.province[1] if self.province and level == self.province[0] else None
        return self.named.get(level)

    def complete(self, name: str) -> str:
        """The full form of a body's printed name."""
        name = _spelt_out(name)
        if match := _PLACED.search(name):
            place = trim_place(level_name(match["level"]), match["name"])
            name = f"{name[: match.start('name')]}{place}".rstrip()
        elif match := _PARTY_PLACED.search(name):
            place = trim_place(_PARTY_LEVEL[match["level"]], match["name"])
            name = f"{name[: match.start('name')]}{place}".rstrip()
        elif (match := _PERSON.match(name)) and match["name"].split()[0] in _SURNAMES:
            name = match["body"]
        if name == "Hiệu trưởng" and self.school:
            return f"{name} {self.school}"
        if name.endswith(("UBND", "HĐND")) and self.level:
            name = f"{name} {self.level}"
        if match := _BARE_LEVEL.search(name):
            return with_place(name, self.at(match["level"]))
        if match := _PARTY_ORGAN.search(name):
            level = _PARTY_LEVEL[match["level"]]
            seat = self.at(level)
            return with_place(name, f"{level.capitalize()} {seat}" if seat and seat.isdecimal() else seat)
        return self._at_home(name)

    def _at_home(self, name: str) -> str:
        """A body of the district or province, with the place that its name leaves out."""
        if _PLACED.search(name):
            return name
        if _DIVISION.match(name) and (within := self._district()):
            return f"{name} {within}"
        if self.province and (_BLOCK.match(name) or _DEPARTMENT.match(name)):
            kind, place = self.province
            if name.endswith(f" {place}") and not name.startswith(("Sở", "Giám đốc")):
                return name  # "Công đoàn Sở Nội vụ Hà Nội"
            return f"{name.removesuffix(f' {place}')} {kind} {place}"
        return name

    def _district(self) -> str | None:
        """Level and name of the one district that the text speaks of, if there is but one."""
        named = [
            f"{level} {place}"
            for level in ("huyện", "quận", "thị xã", "thành phố")
            if (place := self.named.get(level)) and (self.province or ("", ""))[1] != place
        ]
        return named[0] if len(named) == 1 else None


def _leads(names: Counter[str]) -> bool:
    ranked = names.most_common(2)
    return len(ranked) == 1 or ranked[0][1] > ranked[1][1]


def _titled_school(name: str) -> str:
    kind, level, *place = name.split()
    if place[0].isupper():  # a masthead: what follows it in small letters is a menu
        place = list(takewhile(str.isupper, place))
    name = " ".join((kind, level, *place))
    words = [
        word if word in ("THPT", "THCS", "TH", "TH&THCS") else word.capitalize() for word in name.split()
    ]
    return " ".join(words) if name.isupper() else name


def with_place(name: str, place: str | None) -> str:
    """A body's name with the place that it is named for, if there is one."""
    if place == "Hồ Chí Minh" and name.endswith(("Thành ủy", "Thành đoàn")):
        return f"{name} Thành phố Hồ Chí Minh"  # else it would be the person's
    return f"{name} {place}" if place else name
