"""The names of issuing bodies in running text.

A body is named by a head word ("UBND", "Sở", "Ban Thường vụ") and what follows it up to the verb or mark that
ends the name; names that hold commas ("Sở Văn hóa, Thể thao và Du lịch") come from the reference table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from parsers.letters import LOWER, UPPER
from parsers.reference import issuers

_OFFICE = (
    r"Phó Chủ tịch|Chủ tịch|Phó Giám đốc|Tổng Giám đốc|Giám đốc|Bộ trưởng|Thứ trưởng|Phó Tư lệnh"
    r"|Tư lệnh|Hiệu trưởng|Cục trưởng"
    r"|Tổng cục trưởng|Chánh án|Viện trưởng|Chủ nhiệm|Thống đốc|Tổng Thanh tra|Chỉ huy trưởng"
    r"|Trưởng ban|Chánh Văn phòng"
    r"|Ban Thường vụ|BTV|Thường vụ|Ban Thường trực|Thường trực|Ban Chấp hành|BCH|Đoàn Chủ tịch"
    r"|Văn phòng|Ban cán sự đảng"
    r"|Ban Tổ chức|Ban Tuyên giáo và Dân vận|Ban Tuyên giáo|Ban Dân vận|Ban Nội chính"
    r"|Ủy ban Kiểm tra|UBKT|Chính ủy|Tổng Kiểm toán"
)
_HEAD = (
    r"UBND|Ủy ban nhân dân|Ủy ban Nhân dân|HĐND|Hội đồng nhân dân|Hội đồng Nhân dân|Tỉnh ủy|Thành ủy"
    r"|Huyện ủy|Quận ủy|Thị ủy"
    r"|Đảng ủy|Đảng bộ|Quân ủy|Thủ tướng Chính phủ|Thủ tướng|Chính phủ|Quốc hội"
    r"|Ủy ban Thường vụ Quốc hội|UBTVQH|Chủ tịch nước"
    r"|Bộ Chính trị|Ban Bí thư|Trung ương|TW|Ủy ban MTTQ|UBMTTQ|MTTQ|Ủy ban Mặt trận Tổ quốc"
    r"|Mặt trận Tổ quốc|Tổng LĐLĐ"
    r"|Tổng Liên đoàn|LĐLĐ|Liên đoàn Lao động|Hội|Công đoàn|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Quận đoàn|Đoàn"
    r"|Bộ|Sở|Ban|Cục|Tổng cục|Chi cục|Phòng|Vụ|Viện|Trường|Học viện|Trung tâm|Bệnh viện|Công an"
    r"|Quân khu|Quân chủng|Quân đoàn"
    r"|Binh chủng|Lữ đoàn|Sư đoàn|Trung đoàn|Thanh tra|Tòa án|TAND|VKSND|Viện Kiểm sát|Kho bạc"
    r"|Bảo hiểm|BHXH|Ngân hàng|Liên minh"
    r"|Liên hiệp|Tập đoàn|Tổng công ty|Công ty|Đài|Kiểm toán|Hội đồng|Ủy ban|Hạt|Đội|Cụm|Khối|BCĐ|BQL"
)
_STOP = (
    rf"và(?: (?![{UPPER}])| (?:Sở|Bộ|Ban|UBND|HĐND|Ủy ban|Hội|Chủ tịch|Giám đốc|Thủ tướng|Chính phủ))"
    r"|về|ban|quy|phê|hướng|tặng|trao|đã|vừa|có|ký|tại|phát|thực|triển|yêu|giao|sửa|bổ"
    r"|khen|thì|là|được|cho|gửi|ngày|năm"
    r"|tháng|số|theo|thông (?:báo|qua)|cùng|do|để|nhằm|thay|đề|chỉ|đến|từ|trong|với|nêu|khẩn|cũng|sẽ"
    r"|phải|đang|ra|kèm|xử|trình|áp|bãi|hủy"
    r"|cấp|điều|bắt|kiểm|tiếp|tuyên|ngay|mới|nói|khi|vì|như|mà|nay|này|trên|dưới|lại|liên|chuyển"
    r"|đồng|không(?! (?:Không|quân))|giải|xem|căn"
    r"|công (?:nhận|bố|khai)|tổ|mở|lập|xây|làm|họp|đi|nhận|gồm|vào|sau|trước|hoặc|nhưng|cần|nên|sớm|khẳng"
    r"|cam|chủ|tham|mong|đánh|ghi|biểu|chúc|hỗ|lấy|rút|còn|luôn|qua|dự|nhấn|thuộc|người|đoàn kết|hàng|hằng"
    r"|Kế|Quyết|Chỉ|Nghị|Thông|Công văn|Hướng|Kết|Quy|Báo cáo|Tờ|Chương trình|Đề án|Văn bản"
)
PLACE_NAME = rf"[{UPPER}][\w'’]*(?:(?: ?- ?| )[{UPPER}][\w'’]*){{0,4}}"
# Names of the table that usually go on ("Huyện ủy Quỳ Hợp").
_OPEN = frozenset(
    {
        "Tỉnh ủy",
        "Thành ủy",
        "Huyện ủy",
        "Quận ủy",
        "Thị ủy",
        "Đảng ủy",
        "Tỉnh đoàn",
        "Thành đoàn",
        "Chi bộ cơ sở",
    }
)
LEVELS = r"tỉnh|thành phố|TP\.?|huyện|quận|thị xã|TX\.?|xã|phường|thị trấn"
_ORGAN_WORD = rf"(?!(?:{_STOP})(?!\w))(?:T[PX]\.(?=\w))?[\w&]+(?:-[\w&]+)*"


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
    tail = rf"(?: (?:- )?{_ORGAN_WORD}){{0,9}}"
    until = r" cùng | và (?:Kế|Quyết|Chỉ|Nghị|các)|[.;:()\n“\"]|, (?:Kế|Quyết|Chỉ|Nghị|UBND|Ủy|Sở|ngày)|$"
    committee = (
        rf"(?:Ban Chỉ đạo|BCĐ)(?: [Pp]hòng,? chống)?{tail}"
        rf"(?: về [^.;:()\n“\"]{{3,140}}?(?={until}))?"
    )
    placed = rf"(?: (?:{LEVELS}|Việt Nam)(?: {PLACE_NAME})?| khóa [IVX]+)?"
    known = rf"(?:{_either_case(_known_names())})(?! ?&){placed}(?!\w)"
    army = rf"(?:Lữ đoàn|Sư đoàn|Trung đoàn|Tiểu đoàn) \d+, (?:Quân|Sư|Binh|Bộ)\w*{tail}"
    headed = rf"(?:{_either_case(_HEAD)})(?!\w){tail}"
    chief = rf"(?<=Chủ tịch )(?:{LEVELS})(?: {PLACE_NAME})?"
    office = rf"(?P<office>(?:(?:{_either_case(_OFFICE)}) ){{0,2}}(?:Hiệu trưởng(?! [A-Z]))?)"
    # Not the organ within a number: "12/KH-UBND", "12/QĐ- UBND".
    return re.compile(
        rf"(?<![\w/])(?<![\w)]-)(?<![\w)]- ){office}"
        rf"(?P<body>{committee}|{army}|{known}|{headed}|{chief}|(?<=Hiệu trưởng))"
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
