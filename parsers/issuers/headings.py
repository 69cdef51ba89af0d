"""Who issued the official text that a page is: its masthead and the authority below its type.

A decision names who decides in a line of its own ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"); else the masthead above
"Số: …" names the body, in one line or two, perhaps below its superior. Layout per Decree 30/2020/NĐ-CP,
Appendix I, for the State; the Party's texts carry the signing organ in their title or above the signature.
"""

from __future__ import annotations

import re

from parsers.documents.letters import LOWER, UPPER
from parsers.documents.numbers import NumberMention
from parsers.issuers.codes import coded_name, listed_name, organ_code
from parsers.issuers.names import LEVELS
from parsers.issuers.places import Places, titled

_UNIT = r"(TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN)"
_CHIEF = re.compile(rf"\n\W*CHỦ TỊCH\s(?:ỦY\sBAN\sNHÂN\sDÂN|UBND)\s{_UNIT}(?: ([^\n,;]{{2,30}}))?\s*[\n|]")
_MINISTER = re.compile(r"\n\W*(BỘ TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG) (?:BỘ|SỞ|CỤC|[A-ZĐ])")
_MASTHEAD = re.compile(
    rf"(?P<body>ỦY\sBAN\sNHÂN\sDÂN|UBND|HỘI\sĐỒNG\sNHÂN\sDÂN|HĐND)[\s|-]*(?:CỘNG\sH[^\n]*\n[\s"
    rf"|-]*)?{_UNIT}\s"
    rf"((?:(?!CỘNG|ĐỘC|SỞ|VĂN|PHÒNG)[{UPPER}]{{2,}}[ -]*){{1,5}})"
)
_SIGNED = re.compile(r"(?:CỦA|T/?M\.?) (BAN BÍ THƯ|BỘ CHÍNH TRỊ|BAN CHẤP HÀNH TRUNG ƯƠNG)(?! ĐẢNG B)")
_FRAME = re.compile(r"$|CỘNG H[ÒO]A|ĐỘC LẬP|ĐẢNG CỘNG SẢN|CỔNG THÔNG TIN|TRANG THÔNG TIN|VĂN BẢN")
_BODY = re.compile(
    r"(?:ỦY BAN|HỘI|BAN|SỞ|BỘ|CỤC|CHI CỤC|TỔNG|PHÒNG(?!,| CHỐNG)|TRUNG TÂM|TRƯỜNG|CÔNG|LIÊN|ĐOÀN"
    r"|(?:TỈNH|THÀNH) (?:ỦY|ĐOÀN)|HUYỆN ĐOÀN|ĐẢNG ỦY|HUYỆN ỦY|QUẬN ỦY|BỆNH VIỆN|VIỆN|VĂN PHÒNG|THANH TRA"
    r"|TÒA ÁN|KHO BẠC|BẢO HIỂM|HỌC VIỆN|ĐÀI|NGÂN HÀNG|UBND)(?!\w)"
)
# A superior that shares the line with the body: "UBND TỈNH NGHỆ AN SỞ NỘI VỤ".
_SUPERIOR = re.compile(
    rf"(?:(?:ỦY BAN NHÂN DÂN|UBND) {_UNIT}|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|ĐẢNG BỘ (?:TỈNH|HUYỆN|THÀNH PHỐ))"
    rf"(?: [{UPPER}]+){{1,4}}? (?=(?:SỞ|PHÒNG|BAN|TRUNG TÂM|TRƯỜNG|VĂN PHÒNG|THANH TRA|CHI CỤC|HUYỆN ỦY"
    r"|THÀNH ỦY|ĐẢNG ỦY|ỦY BAN KIỂM TRA)(?!\w))"
)
_HEAD_WORD = re.compile(
    r"(?<!\w)(?:SỞ|BỘ|CÔNG ĐOÀN|ĐẢNG ỦY|TRƯỜNG|HỘI|LIÊN ĐOÀN|TRUNG TÂM|BỆNH VIỆN|CỤC|CHI CỤC|PHÒNG)(?= \w)"
)
_ORGAN = r"BAN (?:THƯỜNG VỤ|THƯỜNG TRỰC|CHẤP HÀNH)"
# A committee's own offices have no standing organ.
_WITHOUT_ORGANS = ("Ban ", "Văn phòng ", "Ủy ban Kiểm tra ")
_STANDING = re.compile(rf"{_ORGAN}$")
_STANDING_AHEAD = re.compile(rf"({_ORGAN}) (?=HỘI|ỦY BAN|LIÊN ĐOÀN|LĐLĐ|CÔNG ĐOÀN|ĐẢNG)")
# Below a Party text's type: "CHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY"; above its signature: "T/M BAN THƯỜNG VỤ".
_PARTY_TYPED = re.compile(rf"(?:\n|CỦA )({_ORGAN}|THƯỜNG TRỰC) (?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) (?:ỦY|BỘ)")
_PARTY_SIGNED = re.compile(rf"(?<!\w)T/?M\.? ({_ORGAN}|THƯỜNG TRỰC)(?!\w)")
_SHOUTED = re.compile(rf"(?:[{UPPER}\d&,-]{{1,12}}(?![{LOWER}])\s*){{2,30}}")
_COLUMNS = re.compile(r"\s*\|\s*|CỘNG H[ÒO]A|Độc lập|ĐẢNG CỘNG SẢN")
_ACRONYM = re.compile(r"(?<!\w)(?:[bcdđghklmnpqrstvx]{2,6}|ubnd|ubmttq)(?!\w)", re.IGNORECASE)
_TOP = 3000  # characters in which the number of the official text that a page is stands
_READ = 20_000  # characters in which a place may be written in small letters
_REACH = 900  # characters below the number in which a decision names who decides


def headed_issuer(text: str, end: int, number: NumberMention, places: Places, title: str) -> str | None:
    """The issuer of the official text whose number ends at `end`, as its heading names it, else None."""
    code = organ_code(number)
    if code in ("UBND", "HĐND"):
        return _chief(text, end, code, places) or _committee(text, number.head, code)
    if code == "TW":
        signed = _SIGNED.search(text, end)
        return listed_name(signed[1]) if signed else None
    body = coded_name(number, places)
    above = text[max(0, number.head - 320) : number.head]
    if body and not body.startswith(_WITHOUT_ORGANS) and (organ := _organ(text, end, above, number, title)):
        return places.complete(f"{organ.capitalize()} {body}")
    if body is None or code in ("HU", "QU"):
        return _masthead(above, text, places)
    signs = _MINISTER.search(text, end, end + _REACH) if number.kind == "Quyết định" else None
    return f"{signs[1].capitalize()} {body}" if signs else None


def _organ(text: str, end: int, above: str, number: NumberMention, title: str) -> str | None:
    """The standing organ of a body that issues for it, in capitals, else None."""
    lines = _capitals(above)
    if len(lines) > 1 and _STANDING.match(lines[-1]):
        return lines[-1]
    if not number.party or number.head > _TOP:
        return None
    typed = _PARTY_TYPED.search(title) or _PARTY_TYPED.search(text, end, end + _REACH)
    signed = typed or _PARTY_SIGNED.search(text, end)
    return signed[1] if signed else None


def _chief(text: str, end: int, code: str, places: Places) -> str | None:
    chief = _CHIEF.search(text, end, end + _REACH) if code == "UBND" else None
    if chief is None:
        return None
    place = f" {titled(chief[2].strip())}" if chief[2] else ""
    return places.complete(f"Chủ tịch UBND {chief[1].lower()}{place}")


def _committee(text: str, head: int, code: str) -> str | None:
    above = _MASTHEAD.search(text, max(0, head - 320), head)
    return f"{code} {above[2].lower()} {titled(re.sub(r'[ -]+$', '', above[3]))}" if above else None


def _masthead(above: str, text: str, places: Places) -> str | None:
    """The body that the lines above a number name: its last one, from the line on that begins with a body.

    `text` is the whole one, which may write the body's place in small letters.
    """
    lines = _capitals(above)
    standing = ""
    if len(lines) > 1 and _STANDING.match(lines[-1]):
        standing = f"{lines.pop().capitalize()} "
    at = next((i for i in reversed(range(len(lines))) if _BODY.match(lines[i])), None)
    if at is None:
        return None
    name = " ".join(lines[at:])
    if own := _STANDING_AHEAD.match(name):
        standing, name = f"{own[1].capitalize()} ", name[own.end() :]
    return places.complete(standing + (listed_name(name) or _place_as_written(_in_small(name), text)))


def _capitals(above: str) -> list[str]:
    """The lines of the left column that stand in capitals, without the motto beside them."""
    cells = (_COLUMNS.split(line)[0].strip(" -*_|.") for line in above.split("\n"))
    large = (_SUPERIOR.sub("", cell, count=1) for cell in cells if re.search(f"[{UPPER}]{{2}}", cell))
    return [cell for cell in large if not (_FRAME.match(cell) or re.search(rf"[{LOWER}]", cell))]


def in_running_text(name: str) -> str:
    """A masthead as a sentence writes it: "SỞ Y TẾ NGHỆ AN" → "Sở Y tế"; a name in small letters stays."""
    shouted = _SHOUTED.match(name)
    if shouted is None:
        return name
    name = shouted.group().rstrip()
    start = max((match.start() for match in _HEAD_WORD.finditer(name)), default=0)
    words = name[start:].split()
    for length in range(min(len(words), 12), 1, -1):
        if listed := listed_name(" ".join(words[:length])):
            return listed
    return _in_small(" ".join(words))


def _place_as_written(name: str, text: str) -> str:
    """A name whose last words, in small letters, are a place that the text writes with capitals."""
    words = name.split()
    for length in (3, 2):
        place = " ".join(word.capitalize() for word in words[-length:])
        if len(words) > length and re.search(rf"(?<!\w){re.escape(place)}(?!\w)", text[:_READ]):
            return " ".join([*words[:-length], place])
    return name


def _in_small(name: str) -> str:
    """Capitals as a sentence writes them: small but for the first letter, abbreviations and places."""
    small = _ACRONYM.sub(lambda match: match[0].upper(), name.capitalize())
    placed = re.search(rf"(?<!\w)(?:{LEVELS}|THPT|THCS|(?:ủy|đoàn)(?! (?:{LEVELS}) )) (.+)$", small)
    return small[: placed.start(1)] + placed[1].title() if placed else small
