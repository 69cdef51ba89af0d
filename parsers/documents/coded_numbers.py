"""Numbers with a code: `545/KH-UBND`, `39/2020/NQ-HĐND`, `238/UBND-KGVX`, `22-CT/TW`, `113/TTg`.

Blanks, line breaks and dashes may stand inside ("QĐ – UBND", "KH-\\nUBND"). A form that other things have too
(`50/HTX`, "1-CNTT") counts only behind a type or "số".
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from parsers.documents.kinds import code_type
from parsers.documents.letters import LOWER, UPPER
from parsers.documents.number_mention import Head, NumberMention, read_head
from parsers.found import Found, Span, Where
from parsers.reference import issuers

# One part of a code: capitals, with single small letters between them (TTg, CTr, QyĐ, NgV).
_PART = (
    rf"(?:(?:C[Tt]r[{UPPER}]{{0,3}}|T[Tt]r)(?:\.(?=[{UPPER}](?![{LOWER}]))[{UPPER}&]{{2,12}})?"
    rf"|ttg(?!\w)|[{UPPER}]"
    rf"(?:[{UPPER}\d&_]|[.,+](?=[{UPPER}](?![{LOWER}]))|[a-zđ](?![{LOWER}])){{1,24}})"
)
_SMALL = (
    r"(?=[a-zđ])(?i:(?:nq|qđ|ct|kh|tb|hd|ctr|nđ|tt|ttr|cv)[-/](?:ubnd|hđnd|cp|ttg|tw|tu|hu|bnv|snv)(?!\w))"
)
_SINGLE = rf"[{UPPER}](?:\.[{UPPER}]{{1,4}})?(?![\w/])"
_TYPES = "QĐNS|QĐi|QyĐ|QĐ|KH|NQ|CTr|CT|TB|HD|TTr|CV|BC|KL|NĐ|TT|CĐ|QD"
CODED = re.compile(
    rf"""(?:(?<![\w/])(?<!\d[.,-])|(?<=[sS]ố)|(?<=SỐ))
    (?P<lead>\d{{1,5}}(?:\.\d{{3}})?[A-Za-zĐđ]?|\d{{1,7}})
    (?:[ ]?[/-][ ]?(?P<year>(?:19|20)\d\d|\d\d)(?=[ ]?[/-]))?
    (?:(?:[ ]?|\n(?=/|-(?:{_TYPES})[/-]))(?P<sep>[/-])[ \n]?|[ \n]?(?P<blank>)(?=(?:{_TYPES})[ ]?[/-]))
    (?P<code>(?:{_SMALL}|{_PART}|L(?=-CTN))
      (?:[ ]?[/-][ \n]?(?:{_PART}))?
      (?:(?:[/-][ ]?|[ ][/-]|[/-]\n)
         (?:{_PART}|{_SINGLE}|\d{{1,2}}(?![\w/.,-])|(?:19|20)\d\d(?![\w/.-])|nb(?!\w))){{0,6}}
    )""",
    re.VERBOSE,
)
# A steering committee's topic behind its code: "BCH PCTT-TKCN", "BCĐ VĐ HMTN", "BCĐ (138)".
_TOPIC = re.compile(
    r"(?: (?:[BCDĐGHKLMNPQRSTVX]{2,9}|ATGT|ATTP|ANTT|ATVSLĐ)(?:-[A-ZĐ]{2,9}\d{0,2})?(?!\w)){1,2}"
    r"| ?\((?:\d{2,3}|[A-ZĐ]{2,8}\d{0,2}(?:-[A-ZĐ\d]{2,8})?)\)"
)
_COMMITTEE = re.compile(r"(?:BCĐ|BCH|BĐH|BVĐ|HĐ|CAT|CATP)$")
_OTHER_THING = re.compile(
    r"(?:mẫu|biểu|biểu mẫu|phụ lục|số nhà|ngõ|hẻm|kiệt|tài khoản|điện thoại|thẻ|biển|biển kiểm soát|hộ chiếu"
    r"|lô|chứng chỉ|đường|phố|nhà|xe|tàu|QCVN|TCVN|ISO|đoàn kiểm tra|tổ|đội)(?: số)? ?[:.]?\s*$",
    re.IGNORECASE,
)
_SITE_LICENCE = re.compile(r"GP[-/](?:TTĐT|TTDT|BC|BTTTT|STTTT|BVHTT|BVHTTDL|CBC|PTTH|ICP|T-TTĐT)")
# A small "số" at the beginning of a line is a sentence that the layout broke.
_LINE_START = re.compile(
    r"(?:^|\n)(?:\s*|(?P<cells>[^\n]{0,80})(?:\|[ |]*|[ ](?=Số)))"
    r"(?:Số|SỐ)(?:, ký hiệu| hiệu)?\s*[:.]?\s*\|?\s*$"
)
# "Số: 87/TTYT" that fills its line, or its cell, is the number of a letter.
_LINE_END = re.compile(r"[ ]{0,3}(?:[\n|]|$)")
_GLUE = re.compile(r"(?:\s*(?:,|;|và|&|hoặc|cùng|\+|-|đến|với)){1,3}\s*(?:(?:các )?(?:số|Số))?\s*:?\s*")
_AGAIN = re.compile(r"(?:[,;] ?(?:và )?|và )số ?$")
_LAW = re.compile(r"(?:UBTV)?QH\d")
# Where the type stands before a name: "Luật Thi đua, khen thưởng số 06/2022/QH15".
_LAW_TYPES = re.compile(r"(?<!\w)(?:Bộ luật|Luật|Nghị quyết|Pháp lệnh)(?!\w)")
_PARTY_DECISION = re.compile(r"QĐi?/TW")
_PARTY_TYPES = re.compile(r"(?<!\w)(?:Quy định|Quyết định)(?!\w)")
_CAPITAL = {"TTG": "TTg", "ttg": "TTg", "Ttg": "TTg", "CTR": "CTr", "TTR": "TTr", "QYĐ": "QyĐ"}
_CAPITALS = re.compile(r"(?<![^\W_])(?:TTG|ttg|Ttg|CTR|TTR|QYĐ)(?![^\W_])")
_BETWEEN_PARTS = re.compile(r"[-/\s]+")
_SLIP = 0.8  # how alike a misprinted type is to its own words
_LONGEST_JOIN = 130  # characters from one member of a list to the next


def read_coded(
    where: Where, text: str, match: re.Match[str], previous: Found[NumberMention] | None
) -> list[Found[NumberMention]]:
    """The mention that a match of `CODED` is, in a list; empty where it is something else."""
    start = match.start()
    head = read_head(text, start)
    opens_line = _opens_line(text, start)
    words = head.type
    joined = words is None and previous is not None and _joins(text, previous, start)
    if joined and previous:
        words = previous.value.type if _of_one_type(match, previous.value) else None
    elif words is None:
        words = _far_type(text, start, match["code"])
    end = match.start("code") + len(match["code"].rstrip("-/ \n"))
    code = _CAPITALS.sub(lambda capital: _CAPITAL[capital.group()], text[match.start("code") : end])
    parts = tuple(part for part in _BETWEEN_PARTS.split(code) if not part.isdigit())
    if words is None and not joined and not opens_line and parts and head.so:
        head = _misprinted_head(text, head, parts[0])
    introduced = words is not None or head.so or opens_line
    if not parts or _is_other(text, match, typed=head.type is not None):
        return []
    typed = words is not None or (opens_line and _LINE_END.match(text, end) is not None)
    if not (_credible_alone(match, parts) or (introduced and _credible_behind(parts, typed))):
        return []
    if _COMMITTEE.search(code) and (topic := _TOPIC.match(text, end)):
        code, end = code + topic.group(), topic.end()
    number = "".join((text[start : match.start("code")] + code).split())
    mention = NumberMention(
        number, words, match["lead"], match["year"], parts, head.start, opens_line=opens_line, joined=joined
    )
    return [Found(mention, Span(where, start, end), 0.99 if introduced else 0.9)]


def _misprinted_head(text: str, head: Head, code: str) -> Head:
    """The head with a type before "số" that a slip keeps from being read: "Kế hoạc số 21-KH/ĐUK"."""
    coded = code_type(code)
    before = text[max(0, head.start - 40) : head.start].split() if coded else []
    printed = " ".join(before[-len(coded.split()) :]) if coded else ""
    alike = SequenceMatcher(None, printed.casefold(), coded.casefold()).ratio() if coded and printed else 0.0
    at = text.rfind(printed, 0, head.start) if alike >= _SLIP else -1
    return Head(at, None, head.so) if at >= 0 else head


def _opens_line(text: str, start: int) -> bool:
    """Whether "Số: …" begins a line, or a cell beside a masthead in capitals."""
    match = _LINE_START.search(text, max(0, start - 120), start)
    return match is not None and not re.search(rf"[{LOWER}\d]", match["cells"] or "")


def _of_one_type(match: re.Match[str], previous: NumberMention) -> bool:
    """Whether a list's printed type holds for this member: its code says no other.

    "Kế hoạch 611/KH-UBND, 22/CT-TTg" are a plan and a directive.
    """
    first = code_type(re.split(r"[-/\s]", match["code"])[0])
    return first is None or not previous.parts or first == code_type(previous.parts[0])


def _joins(text: str, previous: Found[NumberMention], start: int) -> bool:
    between = text[previous.span.end : start]
    if len(between) > _LONGEST_JOIN:
        return False
    # "các quyết định: số 113/TTg ngày … của …, số 386-QĐ/UB ngày …"
    again = "\n" not in between and ". " not in between and _AGAIN.search(between)
    return bool(_GLUE.fullmatch(between) or again)


def _far_type(text: str, start: int, code: str) -> str | None:
    law = _LAW.match(code)
    if not law and not _PARTY_DECISION.match(code):
        return None
    clause = re.split(r"[.;:\n]|\d/", text[max(0, start - 120) : start])[-1]
    types = (_LAW_TYPES if law else _PARTY_TYPES).findall(clause)
    return types[-1] if types else None


def _is_other(text: str, match: re.Match[str], *, typed: bool) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    return bool((not typed and _OTHER_THING.search(before)) or _SITE_LICENCE.match(match["code"]))


@cache
def _organs() -> frozenset[str]:
    return frozenset(body.code for body in issuers() if body.kind != "drafting unit")


def _known(part: str) -> bool:
    usual = r"(?:UBND|HĐND|HDND|BCĐ|BCH|VPUB|LĐLĐ|MTTQ|UBMT|QH\d|UBTVQH\d|BTV|BQL)"
    return part in _organs() or re.match(usual, part) is not None


def _credible_alone(match: re.Match[str], parts: tuple[str, ...]) -> bool:
    """Whether the form alone makes it a document's number."""
    if match["blank"] is not None or "\n-" in match.group():
        return False
    first, last = parts[0], parts[-1]
    if match["sep"] == "-":  # the Party's way: the type, then a slash
        return len(parts) > 1 and code_type(first) is not None and "/" in match["code"]
    if len(parts) == 1:
        dated = match["year"] is not None and _LAW.match(first)
        return bool(dated or ("_" in first and code_type(first)))
    return code_type(first) is not None or _known(first) or _known(last)


def _credible_behind(parts: tuple[str, ...], typed: bool) -> bool:
    """Whether it is one behind a type or "số"."""
    if len(parts) > 1:
        return True
    first = parts[0]
    return len(first) > 1 if typed else _known(first) or code_type(first) is not None
