"""Who signed a notice: the byline at its end, as a line of its own or glued to its last sentence.

A byline is a label with a name ("Tin, ảnh: Nguyễn Thu Hoài", "Theo TTXVN"), a name in capital initials, or
a unit ("Phòng QLVT và PT"). A photographer's name, a signatory of an official text ("GIÁM ĐỐC / Vũ Thị Thúy")
and whoever is quoted are none. What does not look like a name yields nothing.
"""

from __future__ import annotations

import re
import unicodedata

from parsers.dump_lines import words
from parsers.text import tidy

_AUTHOR_LABEL = re.compile(
    r"(?:tác giả(?: bài viết)?|người viết|người thực hiện|thực hiện|bài và ảnh|bài, ảnh|bài - ảnh|bài/ảnh|"
    r"tin và ảnh|"
    r"tin, ảnh|tin - ảnh|tin/ảnh|tin ảnh|ảnh và bài|tin bài|tin, bài|tin và bài|bài viết|bài|tin|"
    r"nhóm tác giả|theo tác giả|"
    r"phóng viên|người đưa tin|người gửi|viết bài|biên soạn|tổng hợp|người tổng hợp|cộng tác viên|ctv|by|"
    r"author)\s{0,3}:\s{0,3}|(?:được )?(?:viết|đăng) bởi(?: ?:)?\s{1,3}|(?:written|posted) by(?: ?:)?\s{1,3}",
    re.IGNORECASE,
)
_SOURCE_LABEL = re.compile(
    r"\(?\s{0,2}(?:(?:theo )?nguồn(?: tin)?(?: từ)?\s{0,2}:|theo(?=\s+[A-ZĐ(“\"])\s{0,2}:?|"
    r"nguồn\s(?=[A-ZĐ]))\s{0,3}",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"\s{0,3}\((?:tổng hợp|t/h|th|sưu tầm|st|thực hiện|lược ghi|ghi|biên soạn|biên tập|"
    r"tổng hợp và biên tập|t\.h|tổng hợp, biên soạn)\)",
    re.IGNORECASE,
)
_BARE_NOISE = re.compile(r"\s{1,3}(?:tổng hợp|sưu tầm|thực hiện|biên soạn|lược ghi)$", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://)?(?:[\w-]{1,40}\.){1,4}[a-z]{2,6}(?:/\S{0,80})?$", re.IGNORECASE)
_UNIT = re.compile(
    r"(?:Phòng|Ban|Văn phòng|VP|Trung tâm|TT|Nhóm|Tổ|Đài|Báo|Cổng|Trang|Hội|Đoàn|Tỉnh đoàn|Huyện đoàn|"
    r"Thành đoàn|Thanh tra|Sở|UBND|Chi cục|"
    r"Công đoàn|LĐLĐ|Liên đoàn|Chi đoàn|Trường|Khoa|Công an|Bộ CHQS|Ban CHQS|MTTQ|PV|BBT|CTV|Bộ phận|"
    r"Tạp chí|Website|Vụ|Cục|Viện|Tòa án|VKSND|Kho bạc|Bảo hiểm|BHXH|Chi bộ|Đảng ủy|Ủy ban|Hạt|Đồn|"
    r"Bệnh viện)\b"
)
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|&){0,7}(?:\.[^\W\d_]{1,3}){0,3}\.?,?$")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}[.,] ?){1,3}[^\W\d_]{0,7}\.?$")
_JOIN = {"-", "–", "—", "&", "/", "và", "+", "|"}
# Words that never stand in a person's name, though headings set them in capitals.
_NO_NAME = words(
    "trang chủ tin tức sự kiện liên hệ hội nghị đại kế hoạch thông báo văn bản quyết định chỉ thị nghị "
    "hết xem ảnh video chú nơi nhận kính gửi điều mục phụ lục danh sách bảng stt số"
)
_AGENCIES = words("bbt pv vgp ttxvn qđnd cand vov vtv ndo btv ctv cttđt tg bcđ ban bt pvqn")
_ROLE = re.compile(
    r"\W{0,2}(?:(?:k?t/?[mtl]|tuq|q)\b[./ ].{0,60}|\(?đã ký\)?.{0,10}|(?:phó )?(?:chủ tịch|giám đốc|"
    r"bí thư|hiệu trưởng|trưởng ban|"
    r"cục trưởng|chánh văn phòng|chánh thanh tra|trưởng phòng|bộ trưởng|thứ trưởng|thủ tướng|"
    r"tổng giám đốc|viện trưởng|"
    r"chủ nhiệm|tổng bí thư|trưởng đoàn|chỉ huy trưởng|chính ủy|tư lệnh|chánh án|đội trưởng|"
    r"vụ trưởng)\b.{0,50}|người (?:ký|lập|kiểm tra).{0,20})$",
    re.IGNORECASE,
)
_SOURCE_HOST = re.compile(r"\bNguồn\s?:\s{0,3}((?:[\w-]{1,40}\.){1,4}[a-z]{2,6})(?=\s|$)")
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]/.]{0,3}\s{1,3}(?=\S)|[”\"]\s{1,3}(?=(?:Bài|Tin|Theo|Nguồn)\b)")
# Where a last sentence has no full stop, only a whole name of a usual family name is believed.
_FAMILY = words(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh mai tô hà lương"
)
_NAMED = words(
    "ông bà anh chị em cô chú bác thầy đồng chí cụ bé tướng sĩ tá úy trưởng phó tịch thư đốc viên nhân "
    "dân tỉnh huyện xã phường thôn bản phố đường trường mang tên của và với là cho do nhà ngày tại ở về"
)


def is_signatory_role(text: str) -> bool:
    """Whether a line names the office of who signs ("KT. CHỦ TỊCH", "(Đã ký)", "Phó Hiệu trưởng")."""
    return len(text) <= 90 and bool(_ROLE.match(text)) and not text.endswith((".", ";"))


def clean_author(text: str) -> str | None:
    """A byline without its labels and remarks, or None where nothing remains."""
    text = tidy(text).strip(" \t.;:-–*_|•")
    for _ in range(3):
        match = _AUTHOR_LABEL.match(text) or _SOURCE_LABEL.match(text)
        if not match:
            break
        if text.startswith("(") and text.endswith(")"):
            text = text[:-1]
        text = text[match.end() :].strip(" \t.;:-–*_|•")
    text = _BARE_NOISE.sub("", _NOISE.sub("", text)).strip(" \t.;:,-–*_|•")
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip()
    return text or None


def labelled_byline(text: str) -> tuple[str, bool] | None:
    """(author, whether it is only a source) of a line with a label, else None.

    Photographs' labels alone ("Ảnh: …") give nothing.
    """
    if len(text) > 120:
        return None
    stripped = text.lstrip("-–*• ([")
    match = _AUTHOR_LABEL.match(stripped)
    source = None if match else _SOURCE_LABEL.match(stripped)
    if not match and not source:
        return None
    author = clean_author(re.split(r"[.;,]?\s(?:Ảnh|Nguồn)\s?:", text, maxsplit=1)[0] if match else text)
    if not author or len(author.split()) > 12 or not _plausible(author):
        return None
    return author, source is not None


def _plausible(author: str) -> bool:
    parts = author.split()
    return bool(_HOST.match(author)) or (
        not parts[0][0].islower() and sum(part[0].islower() for part in parts) <= 5
    )


def bare_byline(text: str, *, alone: bool = True) -> str | None:
    """The author that a text without label is, or None. `alone`: it fills a line of its own."""
    author = clean_author(text)
    if not author or len(author) > 90 or text.rstrip().endswith((":", ";", "!", "?")):
        return None
    if _HOST.match(author) and not _INITIALS.match(author):
        return None
    if _is_names(author, alone):
        return author
    head, joint, unit = _partition(author)
    if not alone:
        paper = "/" in joint and _is_names(head, True) and len(unit.split()) <= 5 and unit[:1].isupper()
        return author if paper else None
    if (
        unit
        and _is_names(head, alone)
        and len(unit.split()) <= 8
        and (_UNIT.match(unit) or _is_names(unit, True))
    ):
        return author
    named_unit = _UNIT.match(author) and 2 <= len(author.split()) <= 8 and not text.rstrip().endswith(".")
    return author if named_unit and (not _shouted(author) or "BIÊN TẬP" in author) else None


def _shouted(text: str) -> bool:
    return text.upper() == text and " " in text


def _partition(text: str) -> tuple[str, str, str]:
    match = re.search(r"\s?[-–—/|,(]\s?", text)
    if not match:
        return text, "", ""
    return text[: match.start()], match.group(), text[match.end() :].rstrip(")")


def _is_names(text: str, alone: bool) -> bool:
    inner = re.sub(r"\((?:[^\W\d_]|[ ./&-]){2,30}\)$", "", text).strip()
    parts = [w for w in re.split(r"[\s/]+", re.sub(r"(?<=\w)[,;](?=\s)", "", inner)) if w]
    names = [w for w in parts if w not in _JOIN]
    if not names or len(names) > 14 or len(parts) - len(names) > 5:
        return False
    if all(w.casefold().strip(".,") in _NO_NAME for w in names):
        return False
    if not all(_NAME_WORD.match(w) and w[0].isupper() for w in names):
        return bool(_INITIALS.match(inner)) and inner[0].isupper()
    if len(names) == 1:
        known = names[0].casefold().strip(".") in _AGENCIES or bool(_INITIALS.match(inner))
        return known or (alone and names[0].isupper() and 2 <= len(names[0]) <= 6)
    # A person's name has two to four words; more of them want a joint or two names side by side.
    return len(names) <= 5 or len(parts) > len(names) or "/" in inner or "," in text


def _family(names: list[str]) -> bool:
    return names[0].casefold() in _FAMILY


def glued_byline(paragraph: str) -> tuple[str, int, bool] | None:
    """(author, offset where the byline begins, whether only a source) at a paragraph's end, else None."""
    tail_at = max(0, len(paragraph) - 160)
    tail = paragraph[tail_at:].rstrip()
    ends = list(_SENTENCE_END.finditer(tail))
    for match in reversed(ends[-3:]):
        piece = unicodedata.normalize("NFC", tail[match.end() :])
        if labelled := labelled_byline(piece):
            return labelled[0], tail_at + match.end(), labelled[1]
        if match is ends[-1] and not piece.endswith(".") and (author := bare_byline(piece, alone=False)):
            return author, tail_at + match.end(), False
    if host := _SOURCE_HOST.search(tail):
        return host[1], tail_at + host.start(), True
    if inner := _inner_label(tail):
        return inner[0], tail_at + inner[1], inner[2]
    return _unstopped(tail, tail_at)


def _inner_label(tail: str) -> tuple[str, int, bool] | None:
    match = re.search(r"\s(?=(?:Tin|Bài)(?: và |, | - )(?:ảnh|bài)\s?:|\((?:Theo|Nguồn)\b|Tác giả:)", tail)
    if match and (labelled := labelled_byline(tail[match.end() :])):
        return labelled[0], match.end(), labelled[1]
    return None


def _unstopped(tail: str, tail_at: int) -> tuple[str, int, bool] | None:
    parts = list(re.finditer(r"\S+", tail))
    for size in (4, 3, 2):
        if len(parts) <= size + 3:
            continue
        name = [w.group() for w in parts[-size:]]
        before = parts[-size - 1].group()
        if (
            name[0].casefold() in _FAMILY
            and all(_NAME_WORD.match(w) and w[0].isupper() and not w.endswith((".", ",")) for w in name)
            and before[0].islower()
            and before[-1].isalpha()
            and before.casefold() not in _NAMED
        ):
            return " ".join(name), tail_at + parts[-size].start(), False
    return None
