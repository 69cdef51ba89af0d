"""Official texts that stand alone: a heading of national motto, number and place, then type and subject.

The form is that of Decree 30/2020/NĐ-CP, annex I: issuer and motto side by side, number, place and date, the
type in capitals on a line of its own, the subject below it. Saved pages tear these cells into lines in any
order, sometimes with table bars between them.
"""

from __future__ import annotations

import re

from parsers.page.dump_lines import Line, is_request, pairs_of_words
from parsers.page.dump_posted import read_stamp

_MOTTO = re.compile(
    r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập ?[-–] ?Tự do ?[-–] ?Hạnh phúc"
    # The Party's motto is a cell of its own; "NGÀY THÀNH LẬP ĐẢNG CỘNG SẢN VIỆT NAM" stands in headlines.
    r"|(?<!LẬP )(?<!CỦA )ĐẢNG CỘNG SẢN VIỆT NAM[\W_]*$"
)
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
# The Party prints no colon ("Số 18-CT/TU"), some offices neither ("Số 847/HD-UBND").
_NUMBER_LINE = re.compile(
    r"[|*\s]{0,4}số\s?(?::\s?\d{0,5}\s?[^\s\d]|\d{1,5}\s?[-–]\s?[^\W\d]{1,6}\s?/|"
    r"\d{1,5}\s?/\s?(?:20\d\d\s?/\s?)?[^\W\d]{1,6}\s?[-–])",
    re.IGNORECASE,
)
_PLACE_AND_DATE = re.compile(
    r"(?:^|[|\s])[^\W\d_][^\d,.;:|]{1,40},? ngày\s{1,3}(?:\d{1,2}|[.…]{1,9})\s{1,3}tháng"
    r"\s{1,3}(?:\d{1,2}|[.…]{1,9})\s{1,3}năm\s{1,3}\d{4}[\s|.]{0,4}$"
)
_ENACTING = re.compile(
    r"\W{0,3}(?:căn cứ|theo đề nghị|xét đề nghị|kính gửi|điều 1\b|thực hiện .{60})", re.IGNORECASE
)
_ISSUER = re.compile(
    r"(?:CHỦ TỊCH|ỦY BAN|UBND|HỘI ĐỒNG|HĐND|BỘ|BAN (?!HÀNH)|GIÁM ĐỐC|THỦ TƯỚNG|CHÍNH PHỦ|"
    r"CHỦ NHIỆM|TỔNG|SỞ|TRƯỞNG)\b"
)
_OF = re.compile(r"CỦA\s")
# "QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH" names the issuer alone.
_OF_ISSUER = re.compile(rf"^(?:{_TYPES})\s+CỦA\s")
_LETTERS = re.compile(r"[^\W\d_]")
_LABEL = re.compile(r"[^\W\d_][^:.,]{2,30}:\s")
_DEEPEST = 80
"""Lines in which a heading is looked for: menus of portals may stand before it."""
_HEADING_REACH = 4
_LONGEST_CELL = 8
"""Words: no cell of a heading is longer, while headlines mostly are."""
_LONGEST_SUBJECT = 45
_SAID_AGAIN = 0.45
_LEAST_PAIRS = 4


def is_heading(line: Line) -> bool:
    """Whether a line belongs to the motto or number block of an official text."""
    shown = line.short and any(word in line.fold for word in ("CỘNG", "Độc", "ĐẢNG"))
    return shown and bool(_MOTTO.search(line.fold))


def heading_start(lines: list[Line]) -> int | None:
    """Index of the line where an official text's heading begins, or None where the page has none.

    The heading is known by the motto, or by a number and a place with its date close by (unions and the Youth
    Union print no motto). A page that tells something before it is a report about the text, not the text.
    """
    at = _motto_at(lines[:_DEEPEST])
    if at is None:
        return None
    while at and _is_above_motto(lines[at - 1]):
        at -= 1
    return None if any(line.prose and not is_request(line) for line in lines[:at]) else at


def _motto_at(lines: list[Line]) -> int | None:
    numbered = dated = None
    for i, line in enumerate(lines):
        if is_heading(line):
            return i
        numbered = i if is_number_line(line) else numbered
        dated = i if _is_dated(line) else dated
        if numbered is not None and dated is not None and abs(dated - numbered) <= _HEADING_REACH:
            return min(dated, numbered)
    return None


def _is_dated(line: Line) -> bool:
    """Whether a line shows place and date: "Nghệ An, ngày 05 tháng 4 năm 2022"."""
    return line.short and "tháng" in line.fold and _PLACE_AND_DATE.search(line.fold) is not None


def is_number_line(line: Line) -> bool:
    """Whether a line is the number of an official text, perhaps behind its issuer in capitals."""
    if _NUMBER_LINE.match(line.fold):
        return True
    issuer, _, number = line.fold.partition(" Số")
    return issuer.isupper() and _NUMBER_LINE.match(f"Số{number}") is not None


def _is_above_motto(line: Line) -> bool:
    """Issuer, number or rule: what stands before the motto where cells are torn into lines."""
    if _LETTER.match(line.fold):
        return line.short  # what a letter is about may take a line or two
    if is_number_line(line):
        return True
    if _TYPE_START.match(line.fold) or line.words > _LONGEST_CELL or read_stamp(line):
        return False
    return line.text.isupper() or not _LETTERS.search(line.text)


def headline_above(lines: list[Line], start: int) -> int | None:
    """Index of the page's own headline above an official text that begins at `start`, or None.

    It says again what the text is: most of its pairs of words stand in the text's heading.
    """
    said = pairs_of_words(" ".join(line.fold for line in lines[start : start + 14]))
    best, most = None, _SAID_AGAIN
    for i, line in enumerate(lines[:start]):
        pairs = pairs_of_words(line.fold)
        if len(pairs) < _LEAST_PAIRS or _LABEL.match(line.fold):
            continue
        share = len(pairs & said) / len(pairs)
        if share > most:
            best, most = i, share
    return best


def official_title(lines: list[Line]) -> tuple[str, list[int]] | None:
    """Type and subject together, and the indices of the lines that they stand in.

    A letter (công văn) has no type line: its "V/v …" line serves. None where neither is found.
    """
    end = next((i for i, line in enumerate(lines[:30]) if _ENACTING.match(line.fold)), min(30, len(lines)))
    for i, line in enumerate(lines[:end]):
        bare = line.fold.strip(" |*")
        if _TYPE_LINE.match(bare):
            taken = [i, *_subject(lines, i + 1)]
            return " ".join(lines[k].text.strip(" |*_") for k in taken), taken
        if _TYPE_START.match(bare) and line.short and not line.prose and i and not is_heading(line):
            issuer_named = bool(_OF_ISSUER.search(bare))
            taken = [i, *(_subject(lines, i + 1) if issuer_named else [])]
            return " ".join(lines[k].text.strip(" |*_") for k in taken), taken
    for i, line in enumerate(lines[:end]):
        if line.short and _LETTER.match(line.fold):
            return line.text.strip(" |*"), [i]
    return _letter_subject(lines[:end], lines[end : end + 1]) or _bare_subject(lines[:end])


def _letter_subject(lines: list[Line], behind: list[Line]) -> tuple[str, list[int]] | None:
    """What a letter is about, set below its number without "V/v": "Gửi Đề cương …" above "Kính gửi"."""
    numbered = next((i for i, line in enumerate(lines) if is_number_line(line)), None)
    if numbered is None or not behind or not behind[0].fold.casefold().startswith("kính gửi"):
        return None
    taken = list(range(numbered + 1, len(lines)))
    text = " ".join(lines[i].text for i in taken)
    torn = any(is_heading(lines[i]) or _is_dated(lines[i]) for i in taken)
    wordy = 4 <= len(text.split()) <= _LONGEST_SUBJECT and text[0].isalpha() and not text.isupper()
    return (text, taken) if wordy and not torn else None


def _bare_subject(lines: list[Line]) -> tuple[str, list[int]] | None:
    """The capitals below number and date where a page has lost the type's line."""
    dated = next((i for i, line in enumerate(lines) if _is_dated(line)), None)
    if dated is None or dated + 1 >= len(lines):
        return None
    line = lines[dated + 1]
    if line.text.isupper() and line.words >= 5 and not _ISSUER.match(line.fold):
        return line.text.strip(" |*"), [dated + 1]
    return None


def _subject(lines: list[Line], start: int) -> list[int]:
    taken: list[int] = []
    spaced = all(line.gap for line in lines[start : start + 8])
    for k in range(start, min(start + 5, len(lines))):
        line = lines[k]
        if taken and line.gap and not spaced:
            break
        shouted = line.text.isupper()
        # "CỦA BAN THƯỜNG VỤ TỈNH ỦY" in capitals belongs to the type; the subject below may be set otherwise.
        of_issuer = bool(taken) and all(_OF.match(lines[i].fold) for i in taken)
        if (
            not line.short
            or not _LETTERS.search(line.text)
            or (taken and line.text.isupper() and _ISSUER.match(line.fold))
            or (line.ended and not line.text.endswith(("”", '"')))
            or (taken and _SUBJECT_STOP.match(line.fold))
            or (taken and not of_issuer and shouted != lines[taken[-1]].text.isupper())
        ):
            break
        if not taken and (
            _SUBJECT_STOP.match(line.fold) and not line.fold.lower().startswith(("thực hiện", "về"))
        ):
            break
        if taken and line.words >= 20 and lines[k - 1].words < 12 and not of_issuer:
            break
        taken.append(k)
    return taken
