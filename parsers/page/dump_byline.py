"""Who signed a notice: the byline at its end, as a line of its own or glued to its last sentence.

A byline is a label with a name ("Tin, ảnh: Nguyễn Thu Hoài", "Theo TTXVN"), a name in capital initials, or
a unit ("Phòng QLVT và PT"). A photographer's name, a signatory of an official text ("GIÁM ĐỐC / Vũ Thị Thúy")
and whoever is quoted are none. What does not look like a name yields nothing.
"""

from __future__ import annotations

import re
import unicodedata

from parsers.page.dump_lines import words
from parsers.page.dump_names import FAMILY, HOST, INITIALS, NUMBERED, is_byline
from parsers.text import CAPITAL, SMALL, tidy

_AUTHOR_LABEL = re.compile(
    r"(?:tác giả(?: bài viết)?|người viết|người thực hiện|thực hiện|"
    r"bài(?: và | ?, ?| ?[-–] ?|/)ảnh|"
    r"tin(?: và | ?, ?| ?[-–] ?|/| )ảnh|ảnh(?: và | ?, ?| ?[-–] ?|/)bài|tin(?: ?, ?| và | )bài|bài viết|bài|"
    r"tin|"
    r"nhóm tác giả|theo tác giả|"
    r"phóng viên|người đưa tin|người gửi|viết bài|biên soạn|tổng hợp|người tổng hợp|cộng tác viên|ctv|by|"
    r"author)\s{0,3}:\s{0,3}|(?:được )?(?:viết|đăng) bởi(?: ?:)?\s{1,3}|(?:written|posted) by(?: ?:)?\s{1,3}",
    re.IGNORECASE,
)
_SOURCE_LABEL = re.compile(
    r"\(?\s{0,2}(?:(?:theo )?nguồn(?: tin)?(?: từ)?\s{0,2}:|theo(?:\s{0,2}:|(?=\s+[A-ZĐ(“\"]))|"
    r"nguồn\s(?=[A-ZĐ]))\s{0,3}",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"\s{0,3}\((?:tổng hợp|t/h|th|sưu tầm|st|thực hiện|lược ghi|ghi|biên soạn|biên tập|"
    r"tổng hợp và biên tập|t\.h|tổng hợp, biên soạn)\)",
    re.IGNORECASE,
)
_BARE_NOISE = re.compile(
    r"\s{1,3}(?:tổng hợp|sưu tầm|thực hiện|biên soạn|lược ghi|đưa tin|tổng hợp,? đưa tin)$", re.IGNORECASE
)
_OFFICE = (
    r"(?:quyền )?(?:phó )?(?:chủ tịch|giám đốc|bí thư|hiệu trưởng|trưởng ban|cục trưởng|chánh văn phòng|"
    r"chánh thanh tra|trưởng phòng|bộ trưởng|thứ trưởng|thủ tướng|tổng giám đốc|viện trưởng|chủ nhiệm|"
    r"tổng bí thư|trưởng đoàn|chỉ huy trưởng|chính ủy|tư lệnh|chánh án|đội trưởng|vụ trưởng)\b"
)
_ROLE = re.compile(
    rf"\W{{0,2}}(?:(?:k\.?t|t/?m|t/?l|tuq|q)\b[./ ]{{1,3}}{_OFFICE}.{{0,50}}|"
    rf"\(?đã ký\)?.{{0,10}}|{_OFFICE}.{{0,50}}|"
    r"người (?:ký|lập|kiểm tra).{0,20})$",
    re.IGNORECASE,
)
# "TM. BAN THƯỜNG VỤ": on behalf of a body, in capitals.
_ON_BEHALF = re.compile(r"\W{0,2}(?:K\.?T|T/?M|T/?L|TUQ)\b[./ ]{1,3}[A-ZĐ]\w?")
_PHOTO = re.compile(r"[\s;,.(–-]{1,4}(?:ảnh|đồ họa|video|clip) ?:.{0,60}$", re.IGNORECASE)
_OTHER_LABEL = re.compile(r"[.;,]?\s(?:Ảnh|Nguồn)\s?:|[.;]\sảnh\s?:")
# "Ảnh: A; Bài: B": the photographer's credit first.
_PHOTO_BEFORE = re.compile(
    r"(?:ảnh|video|clip) ?: ?[^:;|]{2,40}[;.,|–-] ?(?=(?:bài|tin|bài viết) ?:)", re.IGNORECASE
)
_FULL_STOP = re.compile(r"\s?\.?/\.?$")
_LONGEST = 240
"""Characters: no author with remarks and a photograph's credit is longer."""
_EDGE = " \t.;:-–*_|•/"
_SOURCE_HOST = re.compile(r"\bNguồn\s?:\s{0,3}((?:[\w-]{1,40}\.){1,4}[a-z]{2,6})(?=\s|$)")
_SENTENCE_END = re.compile(
    r"[.!?…][”\"’')\]/.]{0,3}\s{1,3}(?=\S)|[”\"]\s{1,3}(?=(?:Bài|Tin|Theo|Nguồn)\b)"
    rf"|(?:(?<=[{SMALL}]{{2}})\.|\./\.)(?=[{CAPITAL}])"  # the layout lost the blank: "khó khăn.N.G"
)
_NAMED = words(
    "ông bà anh chị em cô chú bác thầy đồng chí cụ bé tướng sĩ tá úy trưởng phó tịch thư đốc viên nhân "
    "dân tỉnh huyện xã phường thôn bản phố đường trường mang tên của và với là cho do nhà ngày tại ở về"
)


def is_signatory_role(text: str) -> bool:
    """Whether a line names the office of who signs ("KT. CHỦ TỊCH", "(Đã ký)", "Phó Hiệu trưởng")."""
    if len(text) > 90 or text.endswith((".", ";")):
        return False
    return bool(_ROLE.match(text)) or (text.isupper() and bool(_ON_BEHALF.match(text)))


def clean_author(text: str) -> str | None:
    """A byline without its labels and remarks, or None where nothing remains."""
    text = tidy(text).strip(_EDGE)
    for _ in range(3):
        match = _AUTHOR_LABEL.match(text) or _SOURCE_LABEL.match(text)
        if not match:
            break
        if text.startswith("(") and text.endswith(")"):
            text = text[:-1]
        text = text[match.end() :].strip(_EDGE)
    text = _BARE_NOISE.sub("", _NOISE.sub("", text)).strip(_EDGE + ",")
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip()
    return text or None


def labelled_byline(text: str) -> tuple[str, bool] | None:
    """(author, whether it is only a source) of a line with a label, else None.

    Photographs' labels alone ("Ảnh: …") give nothing.
    """
    if len(text) > 120:
        return None
    text = _PHOTO_BEFORE.sub("", text, count=1)
    stripped = text.lstrip("-–*• ([")
    match = _AUTHOR_LABEL.match(stripped)
    source = None if match else _SOURCE_LABEL.match(stripped)
    if not match and not source:
        return None
    author = clean_author(_OTHER_LABEL.split(text, maxsplit=1)[0] if match else text)
    if not author or len(author.split()) > 12 or not _plausible(author):
        return None
    return author, source is not None


def _plausible(author: str) -> bool:
    if NUMBERED.search(author):
        return False
    parts = author.split()
    return bool(HOST.match(author)) or (
        not parts[0][0].islower() and sum(part[0].islower() for part in parts) <= 5
    )


def bare_byline(text: str, *, alone: bool = True) -> str | None:
    """The author that a text without label is, or None. `alone`: it fills a line of its own."""
    if len(text) > _LONGEST or text.rstrip().endswith((":", ";", "!", "?")):
        return None
    author = clean_author(_PHOTO.sub("", text))
    if not author or len(author) > 90 or (HOST.match(author) and not INITIALS.match(author)):
        return None
    return author if is_byline(author, alone=alone) else None


def glued_byline(paragraph: str) -> tuple[str, int, bool] | None:
    """(author, offset where the byline begins, whether only a source) at a paragraph's end, else None."""
    tail_at = max(0, len(paragraph) - 160)
    tail = paragraph[tail_at:].rstrip()
    ends = list(_SENTENCE_END.finditer(tail))
    for match in reversed(ends[-3:]):
        piece = unicodedata.normalize("NFC", tail[match.end() :])
        if labelled := labelled_byline(piece):
            return labelled[0], tail_at + match.end(), labelled[1]
        piece = _FULL_STOP.sub("", piece)
        stopped = piece.endswith(".") and not INITIALS.match(piece)
        if match is ends[-1] and not stopped and (author := bare_byline(piece, alone=False)):
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
            name[0].casefold() in FAMILY
            and is_byline(" ".join(name), alone=False)
            and not any(word.endswith((".", ",")) for word in name)
            and (before[0].islower() or before[-1] in '”"%')
            and (before[-1].isalpha() or before[-1] in '”"%')
            and before.casefold() not in _NAMED
        ):
            return " ".join(name), tail_at + parts[-size].start(), False
    return None
