"""Who issued the official text that a page is: its masthead and the authority below its type.

A decision names who decides in a line of its own ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"); else the masthead above
"Số: …" names the body, in one line or two, perhaps below its superior. Layout per Decree 30/2020/NĐ-CP,
Appendix I, for the State; the Party's texts carry the signing organ in their title or above the signature.
"""

from __future__ import annotations

import re

from parsers.issuer_codes import coded_name, listed_name, organ_code
from parsers.issuer_names import LEVELS
from parsers.issuer_places import Places, titled
from parsers.letters import LOWER, UPPER
from parsers.numbers import NumberMention

_UNIT = r"(TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN)"
_CHIEF = re.compile(rf"\n\W*CHỦ TỊCH\s(?:ỦY\sBAN\sNHÂN\sDÂN|UBND)\s{_UNIT}(?: ([^\n,;]{{2,30}}))?\s*[\n|]")
_MINISTER = re.compile(r"\n\W*(BỘ TRƯỞNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG) (?:BỘ|SỞ|CỤC|[A-ZĐ])")
_MASTHEAD = re.compile(
    rf"(?P<body>ỦY\sBAN\sNHÂN\sDÂN|UBND|HỘI\sĐỒNG\sNHÂN\sDÂN|HĐND)[\s|-]*(?:CỘNG\sH[^\n]*\n[\s"
    rf"|-]*)?{_UNIT}\s"
    rf"((?:(?!CỘNG|ĐỘC|SỞ|VĂN|PHÒNG)[{UPPER}]{{2,}}[ -]*){{1,5}})"
)
_SIGNED = re.compile(r"(?:CỦA|T/?M\.?) (BAN BÍ THƯ|BỘ CHÍNH TRỊ|BAN CHẤP HÀNH TRUNG ƯƠNG)(?! ĐẢNG B)")
_FRAME = re.compile(r"CỘNG H[ÒO]A|ĐỘC LẬP|ĐẢNG CỘNG SẢN|CỔNG THÔNG TIN|TRANG THÔNG TIN|VĂN BẢN")
_BODY = re.compile(
    r"(?:ỦY BAN|HỘI|BAN|SỞ|BỘ|CỤC|CHI CỤC|TỔNG|PHÒNG|TRUNG TÂM|TRƯỜNG|CÔNG|LIÊN|ĐOÀN|TỈNH|HUYỆN ĐOÀN|THÀNH"
    r"|ĐẢNG ỦY|HUYỆN ỦY|QUẬN ỦY|BỆNH VIỆN|VIỆN|VĂN PHÒNG|THANH TRA|TÒA ÁN|KHO BẠC|BẢO HIỂM|HỌC VIỆN|ĐÀI"
    r"|NGÂN HÀNG|UBND)(?!\w)"
)
_HEAD_WORD = re.compile(
    r"(?<!\w)(?:SỞ|BỘ|CÔNG ĐOÀN|ĐẢNG ỦY|TRƯỜNG|HỘI|LIÊN ĐOÀN|TRUNG TÂM|BỆNH VIỆN|CỤC|CHI CỤC|PHÒNG)(?= \w)"
)
_STANDING = re.compile(r"BAN (?:THƯỜNG VỤ|THƯỜNG TRỰC|CHẤP HÀNH)$")
_ACRONYM = re.compile(r"(?<!\w)[bcdđghklmnpqrstvx]{2,6}(?!\w)")
_REACH = 900  # characters below the number in which a decision names who decides


def headed_issuer(text: str, end: int, number: NumberMention, places: Places) -> str | None:
    """The issuer of the official text whose number ends at `end`, as its heading names it, else None."""
    code = organ_code(number)
    if code in ("UBND", "HĐND"):
        return _chief(text, end, code, places) or _committee(text, number.head, code)
    if code == "TW":
        signed = _SIGNED.search(text, end)
        return listed_name(signed[1]) if signed else None
    body = coded_name(number, places)
    if body is None or code in ("HU", "QU"):
        return _masthead(text[max(0, number.head - 320) : number.head], places)
    signs = _MINISTER.search(text, end, end + _REACH) if number.kind == "Quyết định" else None
    return f"{signs[1].capitalize()} {body}" if signs else None


def _chief(text: str, end: int, code: str, places: Places) -> str | None:
    chief = _CHIEF.search(text, end, end + _REACH) if code == "UBND" else None
    if chief is None:
        return None
    place = f" {titled(chief[2].strip())}" if chief[2] else ""
    return places.complete(f"Chủ tịch UBND {chief[1].lower()}{place}")


def _committee(text: str, head: int, code: str) -> str | None:
    above = _MASTHEAD.search(text, max(0, head - 320), head)
    return f"{code} {above[2].lower()} {titled(re.sub(r'[ -]+$', '', above[3]))}" if above else None


def _masthead(above: str, places: Places) -> str | None:
    lines = [re.split(r"\s*\|\s*|CỘNG H[ÒO]A", line)[0].strip(" -*_|") for line in above.split("\n")]
    lines = [
        line
        for line in lines
        if line
        and not _FRAME.match(line)
        and not re.search(rf"[{LOWER}]", line)
        and re.search(f"[{UPPER}]{{2}}", line)
    ]
    if not lines:
        return None
    name = lines[-1] if _BODY.match(lines[-1]) or len(lines) == 1 else f"{lines[-2]} {lines[-1]}"
    standing = ""
    if _STANDING.match(name) and len(lines) > 1:
        standing, name = f"{name.capitalize()} ", lines[-2]
    if not _BODY.match(name):
        return None
    return places.complete(standing + (listed_name(name) or _in_small(name)))


def in_running_text(name: str) -> str:
    """A masthead as a sentence writes it: "SỞ Y TẾ NGHỆ AN" → "Sở Y tế"; what is not in capitals stays."""
    if re.search(rf"[{LOWER}]", name):
        return name
    start = max((match.start() for match in _HEAD_WORD.finditer(name)), default=0)
    words = name[start:].split()
    for length in range(min(len(words), 12), 1, -1):
        if listed := listed_name(" ".join(words[:length])):
            return listed
    return _in_small(" ".join(words))


def _in_small(name: str) -> str:
    """Capitals as a sentence writes them: small but for the first letter, abbreviations and places."""
    small = _ACRONYM.sub(lambda match: match[0].upper(), name.capitalize())
    placed = re.search(rf"(?<!\w)(?:{LEVELS}|THPT|THCS|ủy|đoàn) (.+)$", small)
    return small[: placed.start(1)] + placed[1].title() if placed else small
