"""Official texts that stand alone: a heading of national motto, number and place, then type and subject.

The form is that of Decree 30/2020/NĐ-CP, annex I: issuer and motto side by side, number, place and date, the
type in capitals on a line of its own, the subject below it. Saved pages tear these cells into lines in any
order, sometimes with table bars between them.
"""

from __future__ import annotations

import re

from parsers.dump_lines import Line

_MOTTO = re.compile(
    r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập ?[-–] ?Tự do ?[-–] ?Hạnh phúc|ĐẢNG CỘNG SẢN VIỆT NAM"
)
_NUMBER = re.compile(r"(?:^|[|\s])số\s?[:.]?\s?\d{0,5}\s?[-/]", re.IGNORECASE)
_TYPES = (
    "QUYẾT ĐỊNH|KẾ HOẠCH|CHỈ THỊ|NGHỊ QUYẾT|THÔNG BÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|BÁO CÁO|TỜ TRÌNH|THÔNG "
    "TƯ|NGHỊ ĐỊNH|QUY CHẾ|QUY ĐỊNH|"
    "KẾT LUẬN|CÔNG ĐIỆN|ĐỀ ÁN|PHƯƠNG ÁN|LỜI KÊU GỌI|THƯ KÊU GỌI|GIẤY MỜI|GIẤY PHÉP|BIÊN BẢN|THÔNG "
    "CÁO|PHÁP LỆNH|LUẬT|LỆNH|THÔNG TRI|"
    "QUY CHẾ PHỐI HỢP|CHƯƠNG TRÌNH HÀNH ĐỘNG|CHƯƠNG TRÌNH PHỐI HỢP|KẾ HOẠCH LIÊN TỊCH|HƯỚNG DẪN LIÊN "
    "NGÀNH|ĐIỀU LỆ|THỂ LỆ|GIAO ƯỚC THI ĐUA"
)
_TYPE_LINE = re.compile(rf"\W{{0,3}}(?:{_TYPES})\W{{0,3}}$")
_TYPE_START = re.compile(rf"(?:{_TYPES})\s+(?=\S)")
_SUBJECT_STOP = re.compile(
    r"(?:căn cứ|thực hiện|theo|xét|để|nhằm|kính gửi|điều \d|phần|chương|[IVX]{1,4}[.,]|\d{1,2}[.)]|"
    r"[-–_=*]{2,}|[A-ZĐ]{2,}\W*$)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?:v/v|về việc)\s?:?\s", re.IGNORECASE)


def is_heading(line: Line) -> bool:
    """Whether a line belongs to the motto or number block of an official text."""
    return line.short and bool(_MOTTO.search(line.fold))


def stands_alone(lines: list[Line]) -> bool:
    """Whether the text opens as an official one does: nothing but capitals and a number before the motto."""
    for line in lines[:12]:
        if is_heading(line):
            return True
        if not line.short or not (line.text.isupper() or _NUMBER.search(line.fold)):
            return False
    return False


def official_title(lines: list[Line]) -> tuple[str, list[int]] | None:
    """Type and subject together, and the indices of the lines that they stand in.

    A letter (công văn) has no type line: its "V/v …" line serves. None where neither is found.
    """
    for i, line in enumerate(lines[:30]):
        bare = line.fold.strip(" |*")
        if _TYPE_LINE.match(bare):
            subject = _subject(lines, i + 1)
            words = [line.text.strip(" |*")] + [lines[k].text.strip(" |*") for k in subject]
            return " ".join(words), [i, *subject]
        if _TYPE_START.match(bare) and line.short and not line.prose and i and not is_heading(line):
            return line.text.strip(" |*"), [i]
    for i, line in enumerate(lines[:16]):
        if line.short and _LETTER.match(line.fold):
            return line.text, [i]
    return None


def _subject(lines: list[Line], start: int) -> list[int]:
    taken: list[int] = []
    spaced = all(line.gap for line in lines[start : start + 8])
    for k in range(start, min(start + 5, len(lines))):
        line = lines[k]
        if taken and line.gap and not spaced:
            break
        shouted = line.text.isupper()
        if (
            not line.short
            or (line.ended and not line.text.endswith(("”", '"')))
            or (taken and (_SUBJECT_STOP.match(line.fold) or shouted != lines[taken[0]].text.isupper()))
        ):
            break
        if not taken and (
            _SUBJECT_STOP.match(line.fold) and not line.fold.lower().startswith(("thực hiện", "về"))
        ):
            break
        if taken and line.words >= 20 and lines[k - 1].words < 12:
            break
        taken.append(k)
    return taken
