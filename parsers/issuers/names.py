"""The names of issuing bodies in running text.

A body is named by a head word ("UBND", "Sở", "Ban Thường vụ") and what follows it up to the verb or mark that
ends the name; names that hold commas ("Sở Văn hóa, Thể thao và Du lịch") come from the reference table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from parsers.documents.letters import LOWER, UPPER
from parsers.issuers.name_ends import END_OF_NAME
from parsers.reference import issuers

_OFFICE = (
    r"Phó Chủ tịch|Chủ tịch|Phó Giám đốc|Tổng Giám đốc|Giám đốc|Bộ trưởng|Thứ trưởng|Phó Tư lệnh"
    r"|Tư lệnh|Hiệu trưởng|Cục trưởng"
    r"|Tổng cục trưởng|Chánh án|Viện trưởng|Chủ nhiệm|Thống đốc|Tổng Thanh tra|Chỉ huy trưởng"
    r"|Trưởng ban|Trưởng(?= Ban )|Chánh Văn phòng|Bộ trưởng, Chủ nhiệm|Ban Bí thư(?= Trung ương Đoàn)"
    r"|Ban Thường vụ|BTV|Thường vụ|Ban Thường trực|Thường trực|Ban Chấp hành"
    r"|BCH(?! (?:[Pp]hòng,|PC))|Đoàn Chủ tịch"
    r"|Văn phòng|Ban cán sự đảng"
    r"|Ban Tổ chức|Ban Tuyên giáo và Dân vận|Ban Tuyên giáo|Ban Dân vận|Ban Nội chính"
    r"|Ủy ban Kiểm tra|UBKT|Chính ủy|Tổng Kiểm toán"
)
_HEAD = (
    r"UBND|Ủy ban nhân dân|Ủy ban Nhân dân|HĐND|Hội đồng nhân dân|Hội đồng Nhân dân|Tỉnh ủy|Thành ủy"
    r"|Huyện ủy|Quận ủy|Thị ủy"
    r"|Đảng ủy|Đảng bộ|Quân ủy|Thủ tướng Chính phủ|Thủ tướng|Chính phủ|Quốc hội"
    r"|Ủy ban Thường vụ Quốc hội|UBTVQH|Chủ tịch nước"
    r"|Tổng Tham mưu trưởng|Chủ tịch Hồ Chí Minh"
    r"|Bộ Chính trị|Ban Bí thư|Trung ương|TW|T\.Ư|TƯ|Ủy ban MTTQ|UBMTTQ|MTTQ|Ủy ban Mặt trận Tổ quốc"
    r"|Mặt trận Tổ quốc|Tổng LĐLĐ"
    r"|Tổng Liên đoàn|LĐLĐ|Liên đoàn Lao động|Hội|Công đoàn|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Quận đoàn|Đoàn"
    r"|Bộ|Sở|Ban|Cục|Tổng cục|Chi cục|Phòng|Vụ|Viện|Trường|Đại học|Học viện|Trung tâm|Bệnh viện|Công an"
    r"|Quân khu|Quân chủng|Quân đoàn"
    r"|Binh chủng|Lữ đoàn|Sư đoàn|Trung đoàn|Thanh tra|Tòa án|TAND|VKSND|Viện Kiểm sát|Kho bạc"
    r"|Bảo hiểm|BHXH|Ngân hàng|Liên minh"
    r"|Bưu điện|Viễn thông|Điện lực|Hải quan|Hiệp hội|Tiểu ban|Tiểu Ban|Bộ đội Biên phòng|Nhà máy|Thư viện"
    r"|Bảo tàng|Tạp chí|Báo(?= [A-ZĐ])|Thuế (?:tỉnh|thành phố)|Thống kê tỉnh"
    r"|Liên hiệp|Tập đoàn|Tổng công ty|Công ty|Đài|Kiểm toán|Hội đồng|Ủy ban|Hạt|Đội|Cụm|Khối|BCĐ|BQL"
)
_CONCERNING = "V/[Vv]"  # "UBND huyện V/v tổ chức …": "về việc", no place
_MOTTO = "Độc lập|ĐỘC LẬP|CỘNG H"  # beside a masthead, where two columns share a line
_PLACE_WORD = rf"(?!{_CONCERNING}|{_MOTTO})[{UPPER}][\w'’]*"
PLACE_NAME = rf"{_PLACE_WORD}(?:(?: ?- ?| ){_PLACE_WORD}){{0,4}}"
# Names of the table that usually go on ("Huyện ủy Quỳ Hợp").
_OPEN = frozenset(
    {
        "Tỉnh ủy",
        "Thành ủy",
        "Huyện ủy",
        "Quận ủy",
        "Thị ủy",
        "Đảng ủy",
        "Đảng ủy Khối",
        "Tỉnh đoàn",
        "Thành đoàn",
        "Chi bộ cơ sở",
    }
)
LEVELS = r"tỉnh|thành phố|TP\.?|huyện|quận|thị xã|TX\.?|xã|phường|thị trấn"
_ORGAN_WORD = rf"(?!(?:{END_OF_NAME})(?!\w)|{_CONCERNING})(?:T\.Ư|(?:T[PX]\.(?=\w))?[\w&]+(?:-[\w&]+)*)"
# A steering committee is named by its topic, which holds verbs, quotes and commas of its own.
_TYPE_NUMBERED = (
    r"(?:Kế hoạch|Quyết định|Chỉ thị|Nghị quyết|Nghị định|Thông báo|Công văn|Hướng dẫn|Kết luận|Quy chế"
    r"|Văn bản|Báo cáo|Đề án|Chương trình) (?:số|này|về|\d)"
)
_TOPIC_STOP = (
    r"về|đã|vừa|có|ký|tại|ban hành|yêu cầu|giao|khen|thì|là|được|cho|gửi|ngày|năm|tháng|số|theo|cùng|do|để"
    r"|nhằm|đề nghị|đến|từ|trong|với|nêu|cũng|sẽ|phải|đang|ra|kèm|họp|tổ chức|hướng dẫn|thông báo|chỉ đạo"
    r"|quán triệt|triển khai|tiếp tục|phê duyệt|nhận|gồm|hoặc|nhưng|phân công|kiểm tra"
    rf"|và (?:Kế|Quyết|Chỉ|Nghị|các (?:Kế|Quyết|Chỉ|Nghị)|UBND|Sở|Ban)|{_TYPE_NUMBERED}"
)
_TOPIC_WORD = rf"(?!(?:{_TOPIC_STOP})(?!\w))[\w&-]+"
_PARTY_LEVEL = "Tỉnh ủy|Thành ủy|Huyện ủy"
_LEVEL_END = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|quốc gia|Trung ương|Quốc gia)(?!\w)"
_TOPIC = (
    rf"(?: \d{{2,4}}(?!\w)(?:/\w{{1,6}})?"
    rf"(?: (?:{_LEVEL_END}|{_PARTY_LEVEL})(?: [{UPPER}]\w+){{0,3}})?"
    rf"|(?: [Tt]hực hiện| [Tt]riển khai)?(?: {_TOPIC_WORD}){{0,6}} ?[“\"][^”\"\n]{{3,90}}[”\"]"
    rf"(?: {_TOPIC_WORD}){{0,5}}"
    rf"|(?: {_TOPIC_WORD}){{0,3}} [Pp]hòng,? chống(?: {_TOPIC_WORD}){{1,6}}"
    rf"(?:,(?: {_TOPIC_WORD}){{1,5}}){{0,3}} {_LEVEL_END}(?: [{UPPER}]\w+){{0,3}}"
    rf"|(?: [Tt]hực hiện| [Tt]riển khai| [Tt]ổ chức| [Pp]hòng,)?(?: {_TOPIC_WORD}){{1,16}})"
)


@cache
def _known_names() -> str:
    names = {
        name
        for body in issuers()
        for name in (body.name, *body.aliases)
        if body.kind != "drafting unit"
        and " " in name
        and not re.search(r"[/()]", name)
        and name[0].isupper()
        and not re.search(r"(?:tỉnh|thành phố)$|^Ban Chỉ đạo", name)
        and name not in _OPEN
    }
    return "|".join(
        re.escape(name).replace(r"\ ", " ") for name in sorted(names, key=lambda name: (-len(name), name))
    )


def _either_case(words: str) -> str:
    """Alternatives whose later words may begin small: "Ban chấp hành", "Hội đồng Nhân dân"."""
    return re.sub(rf"(?<= )([{UPPER}])(?=[^|]*[{LOWER}])", lambda m: f"[{m[1]}{m[1].lower()}]", words)


@cache
def name_pattern() -> re.Pattern[str]:
    """Matches a body's name where it begins: optional office, head or known name, tail, place."""
    tail = rf"(?: - Kế hoạch(?! số)| (?:- )?{_ORGAN_WORD}){{0,9}}"
    until = (
        r" cùng | (?:đã|vừa|có|yêu cầu|ban hành|gửi|ra|tại|ngày|họp|tổ chức) | và (?:Kế|Quyết|Chỉ|Nghị|các)"
        r"|[.;:()\n“\"]|, (?:Kế|Quyết|Chỉ|Nghị|UBND|Ủy|Sở|ngày|đơn vị|các|tỉnh|huyện|xã|sở|chi bộ|cơ quan"
        r"|ngành|toàn|trường|thôn|cán bộ|từ|đến|đồng chí|năm|nhiều|hội|đoàn)(?!\w)|$"
    )
    committee = (
        rf"(?:Ban Chỉ đạo|BCĐ|Ban chỉ đạo)"
        rf"(?:(?: (?:của )?(?:Trung ương|TW|Chính phủ|Tỉnh ủy|Thành ủy|{LEVELS}))?"
        rf" về (?!việc)[^.;:()\n“\"]{{3,140}}?(?={until})|{_TOPIC})?"
        rf"(?: của (?:Chính phủ|Tỉnh ủy|UBND {_LEVEL_END}))?"
    )
    placed = rf"(?: (?:[Cc]hi nhánh )?(?:{LEVELS}|Việt Nam)(?: {PLACE_NAME})?| khóa [IVX]+)?"
    known = rf"(?:{_either_case(_known_names())})(?! ?&){placed}(?!\w)"
    # Organs within another body: "Đoàn Thanh niên Công an tỉnh", "Văn phòng Đoàn ĐBQH và HĐND tỉnh".
    within = (
        r"(?:Đoàn [Tt]hanh niên|Hội (?:Cựu chiến binh|CCB|Phụ nữ))"
        rf"(?= (?:Bộ|Sở|Công an|Cục|Trường|Khối|khối) [{UPPER}\w]){tail}"
    )
    office_of = (
        r"Văn phòng (?:Đoàn (?:ĐBQH|[Đđ]ại biểu Quốc hội)(?:,? HĐND)? (?:và|&|-) (?:HĐND|UBND)"
        rf"|HĐND (?:và|&|-) UBND){placed}(?!\w)"
    )
    army = rf"(?:Lữ đoàn|Sư đoàn|Trung đoàn|Tiểu đoàn) \d+, (?:Quân|Sư|Binh|Bộ)\w*{tail}"
    headquarters = (
        r"(?:Ban [Cc]hỉ huy|BCH) (?:[Pp]hòng,? chống (?:thiên tai|lụt,? bão|bão lụt)|PCTT|PCLB)"
        r"(?: ?(?:,|và|&|-|–) ?(?:[Tt]ìm kiếm,? [Cc]ứu nạn|TKCN))?(?: và [Pp]hòng thủ dân sự)?"
        rf"{placed}(?!\w)"
    )
    headed = rf"(?:{_either_case(_HEAD)})(?!\w){tail}"
    chief = rf"(?<=Chủ tịch )(?:{LEVELS})(?: {PLACE_NAME})?"
    office = rf"(?:(?:{_either_case(_OFFICE)}) ){{0,2}}(?:Hiệu trưởng(?! [A-Z]))?"
    bodies = (committee, headquarters, army, within, known, headed, chief, r"(?<=Hiệu trưởng)")
    # Not the organ within a number: "12/KH-UBND", "12/QĐ- UBND".
    return re.compile(rf"(?<![\w/])(?<![\w)]-)(?<![\w)]- )(?:{office_of}|{office}(?:{'|'.join(bodies)}))")


_LOOSE = (" và", " các", " của", " ", ",", ";", "&", "-")
_LOOSE_END = re.compile(rf"(?:{'|'.join(_LOOSE)})+$")
_CAPITAL = re.compile(rf"[{UPPER}](?<![\w/].)\w*")
_FIRST_WORD = re.compile(rf"[{UPPER}]\w*")


@cache
def _first_words() -> frozenset[str]:
    """The words with which a body's name can begin."""
    spelt = "|".join((_OFFICE, _HEAD, _known_names(), "Hiệu|Ban|BCĐ|BCH|Lữ|Sư|Trung|Tiểu|Đoàn|Hội|Văn"))
    return frozenset(word[0] for part in spelt.split("|") if (word := _FIRST_WORD.match(part)))


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name as it stands in the text: offsets and wording."""

    start: int
    end: int
    text: str


def read_name(text: str, start: int, end: int | None = None) -> BodyName | None:
    """The name that begins at `start`, else None."""
    match = name_pattern().match(text, start, len(text) if end is None else end)
    return _body_name(match) if match else None


def _body_name(match: re.Match[str]) -> BodyName:
    words = match.group()
    if words.endswith(_LOOSE):
        words = _LOOSE_END.sub("", words)
    return BodyName(match.start(), match.start() + len(words), words)


def names_in(text: str, start: int, end: int) -> list[BodyName]:
    """All names between two offsets, in their order. Few words can begin one: the rest costs one scan."""
    found: list[BodyName] = []
    done, firsts, pattern = start, _first_words(), name_pattern()
    for capital in _CAPITAL.finditer(text, start, end):
        at = capital.start()
        if at < done or capital.group() not in firsts:
            continue
        if match := pattern.match(text, at, end):
            done = match.end()
            if match.group():
                found.append(_body_name(match))
    return found
