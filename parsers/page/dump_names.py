"""Whether a piece of text is nothing but who wrote something: persons, pen names, agencies, units, joined.

A byline is read by its pieces ("Lê Nam - Thanh Hải/VOV-Tây Nguyên"): each must be a name, initials, an agency
or a unit, and one of them must be sure. What does not look like a name yields nothing.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from parsers.page.dump_lines import words

HOST = re.compile(r"(?:https?://)?(?:[\w-]{1,40}\.){1,4}[a-z]{2,6}(?:/\S{0,80})?$", re.IGNORECASE)
NUMBERED = re.compile(r"\d[a-zA-ZĐđ]? ?[/-] ?[A-ZĐ]{2}|(?<!\w)số \d")
"""A document's number, which no author has."""
INITIALS = re.compile(r"(?:[^\W\d_]{1,2}[.,] ?){1,3}[^\W\d_]{0,8}\.?$")
_UNIT = re.compile(
    r"(?:Phòng|Ban|Văn phòng|VP|Trung tâm|TT|Nhóm|Tổ|Đài|Báo|Cổng|Trang|Hội|Đoàn|Tỉnh đoàn|Huyện đoàn|"
    r"Thành đoàn|Thanh tra|Sở|UBND|Chi cục|Công đoàn|LĐLĐ|Liên đoàn|Chi đoàn|Trường|Khoa|Công an|Bộ CHQS|"
    r"Ban CHQS|MTTQ|PV|BBT|CTV|Bộ phận|Tạp chí|Website|Vụ|Cục|Viện|Tòa án|VKSND|Kho bạc|Bảo hiểm|BHXH|"
    r"Chi bộ|Đảng ủy|Ủy ban|Hạt|Đồn|Bệnh viện|CĐN|CĐCS|CĐ|HĐND|HND|HPN|CCB)\b"
)
# What a writer is, behind the name: "Nguyễn Thị Hà - Chủ tịch Hội LHPN xã".
_POST = re.compile(
    r"(?:Nguyên |Phó )?(?:Chủ tịch|Bí thư|Giám đốc|Trưởng|Hiệu trưởng|Cán bộ|Công chức|Chuyên viên|GV|"
    r"Giáo viên|Chủ nhiệm|Tổng phụ trách|Văn thư|VHXH|Đoàn viên|Hội viên|Lớp)\b"
)
# How a body's name begins in capitals; "TRUNG KIÊN", "CHI MAI" and "TRƯỜNG GIANG" are persons.
_BODY = re.compile(
    r"(?:BAN|SỞ|PHÒNG|UBND|HĐND|ỦY|BỘ|CỤC|HỘI|CHI (?:CỤC|BỘ|ĐOÀN|HỘI|NHÁNH|ĐẢNG|ĐỘI)|"
    r"TRUNG (?:TÂM|ƯƠNG|ĐOÀN|ĐỘI|HỌC)|TRƯỜNG (?:\w+ ){1,9}\w+|TRƯỜNG HỌC)(?!\w)"
)
# Small words that a unit's name holds; a verb among them makes a sentence of it.
_UNIT_WORDS = words(
    "phóng viên giáo tỉnh huyện xã phường thị trấn thành phố đoàn phòng sở báo chí tin tức biên tập viện và "
    "thông truyền hình thanh văn hóa thể thao ủy hội người cao tuổi nông dân phụ nữ cựu chiến binh lao động "
    "điện tử nhà trường học công cộng nghiệp vụ tổng hợp tuyên vận chức quân sự lượng tâm"
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’&]){0,7}(?:\.[^\W\d_]{1,8}){0,3}\.?$")
_HIGHLAND = re.compile(r"[HKYRNBĐMTSPCLG]['’]\w{2,8}$", re.IGNORECASE)  # "H'Mai", "K'Brói"
_NUMERAL = re.compile(r"(?:[IVX]{1,4}|\d{1,2})[.)]\s")
_ACRONYM = re.compile(r"[^\W\d_]{2,6}\d{0,2}\.?$")
_JOINT = re.compile(r"\s*[-–—/|;&,]\s*|\s+\+\s+|\s*\(|\)\s*")
# Words that never stand in a person's name, though headings set them in capitals.
_NO_NAME = words(
    "trang chủ tin tức sự kiện liên hệ hội nghị đại kế hoạch thông báo văn bản quyết định chỉ thị nghị "
    "hết xem ảnh video chú nơi nhận kính gửi điều mục phụ lục danh sách bảng stt số "
    "bản đồ hành chính thống kê truy cập liên kết website quảng cáo thời tiết thăm dò ý kiến đường dây nóng"
)
_AGENCIES = words(
    "bbt pv vgp ttxvn qđnd cand vov vtv ndo btv ctv cttđt tg bcđ ban bt pvqn vietnam+ vn+ "
    "vietnamplus vnexpress"
)
_EDITORS = re.compile(r"(?:ban biên tập|(?:nhóm )?(?:phóng viên|pv)|tòa soạn)\.?", re.IGNORECASE)
# Where a sentence runs into a name, only a usual family name is believed.
FAMILY = words(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh mai tô hà lương"
)
_MOST_PIECES, _MOST_WORDS, _LONGEST_UNIT, _LONGEST_NAME = 8, 16, 8, 5


def is_pen_name(text: str) -> bool:
    """Initials, an agency or the editors: a name although it is no person's ("PV", "H.Đào")."""
    agency = text.casefold().strip(".") in _AGENCIES or bool(_EDITORS.fullmatch(text))
    return agency or bool(INITIALS.match(text))


def is_numbered(text: str) -> bool:
    """A heading with its numeral ("I. MỤC ĐÍCH", "2. Yêu cầu"), rather than an initial ("V. Hùng")."""
    match = _NUMERAL.match(text)
    rest = text[match.end() :] if match else ""
    return bool(match) and (" " in rest or rest.isupper())


class _Kind(Enum):
    NAME = auto()
    SHORT = auto()
    """Initials, a pen name with an initial, an agency."""
    WORD = auto()
    """One capitalised word: a name beside others, nothing by itself."""
    UNIT = auto()


def is_byline(text: str, *, alone: bool) -> bool:
    """Whether a text is one or several authors. `alone`: it fills a line of its own."""
    text = text.replace("Ð", "Đ")  # the Icelandic letter, as old keyboards set it
    if INITIALS.match(text) and text[0].isupper():
        return True
    pieces = [piece for piece in _JOINT.split(text) if piece and piece.strip(" .")]
    parts = text.split()
    long = len(pieces) > _MOST_PIECES or len(parts) > _MOST_WORDS
    if not pieces or long or is_numbered(text) or NUMBERED.search(text):
        return False
    kinds = [_kind(piece, first=i == 0) for i, piece in enumerate(pieces)]
    if None in kinds:
        return False
    if len(kinds) == 1:
        return _single(pieces[0], kinds[0], alone)
    sure = [kind for kind in kinds if kind in (_Kind.NAME, _Kind.SHORT)]
    if kinds[0] is _Kind.UNIT:
        return alone or (bool(sure) and _is_noun(pieces[0]))
    return bool(sure) or (alone and all(kind is _Kind.WORD for kind in kinds))


def _single(piece: str, kind: _Kind | None, alone: bool) -> bool:
    if kind is _Kind.WORD:
        return alone and ((piece.isupper() and 2 <= len(piece) <= 6) or bool(_HIGHLAND.match(piece)))
    if kind is _Kind.UNIT:
        if len(piece.split()) < 2 or (_shouted(piece) and "BIÊN TẬP" not in piece):
            return False
        return alone or _is_noun(piece)
    return True


def _kind(piece: str, *, first: bool) -> _Kind | None:
    parts = piece.split()
    if is_pen_name(" ".join(parts)) or HOST.match(piece):
        return _Kind.SHORT
    if len(parts) == 1 and _ACRONYM.match(piece) and piece.isupper():
        return _Kind.SHORT if len(piece) <= 4 and piece[-1].isdigit() else _Kind.WORD
    if _shouted(piece) and _BODY.match(piece):
        return _Kind.UNIT
    if all(_is_name(part.split(), paper=not first) for part in piece.split(" và ")):
        return _Kind.NAME if len(parts) > 1 else _Kind.WORD
    if (_UNIT.match(piece) or (not first and _POST.match(piece))) and len(parts) <= _LONGEST_UNIT:
        return _Kind.UNIT
    return None


def _is_name(parts: list[str], *, paper: bool) -> bool:
    """`paper`: a newspaper's name may stand here, which may hold any word ("TTXVN/Tin Tức")."""
    if not all(_WORD.match(part) and part[0].isupper() for part in parts):
        return False
    if paper:
        return len(parts) <= _LONGEST_NAME
    ordinary = sum(part.casefold().strip(".,") in _NO_NAME for part in parts)
    if ordinary == len(parts) or (_shouted(" ".join(parts)) and ordinary * 2 > len(parts)):
        return False
    # Two persons may stand side by side without a joint: the second begins with a family name.
    return len(parts) <= _LONGEST_NAME or (
        len(parts) <= 2 * _LONGEST_NAME and any(part.casefold() in FAMILY for part in parts[2:5])
    )


def _is_noun(unit: str) -> bool:
    return all(part[0].isupper() or part in _UNIT_WORDS for part in unit.split())


def _shouted(text: str) -> bool:
    return text.upper() == text and " " in text
