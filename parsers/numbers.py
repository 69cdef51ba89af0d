"""Where document numbers stand in a text: `545/KH-UBND`, `22-CT/TW`, "Chỉ thị 05", "các Quyết định số 578 và 579".

A number is read in two ways. With a code, its form tells (State `545/KH-UBND`, letters `238/UBND-KGVX`, Party
`22-CT/TW`, old `113/TTg`); blanks, line breaks and dashes of every kind may stand inside, and forms that other
things have too (`50/HTX`) count only behind a type or "số". Without one ("Chỉ thị 34"), a document's type must
stand right before it, and what follows must not make it a count ("Nghị quyết 3 nội dung").
Dates, fractions, standards (TCVN, ISO), forms ("mẫu số 02/TĐ") and licences of web sites are no documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from parsers.document_kinds import code_type, document_type, head_pattern
from parsers.found import Found, Source, Span, Where
from parsers.letters import LOWER, UPPER
from parsers.reference import issuers

# One part of a code: capitals, with single small letters between them (TTg, CTr, QyĐ, NgV).
_PART = rf"(?:C[Tt]r|T[Tt]r|[{UPPER}](?:[{UPPER}\d&_]|[.,+](?=[{UPPER}]{{2}})|[a-zđ](?![{LOWER}])){{1,24}})"
_SMALL = r"(?i:(?:nq|qđ|ct|kh|tb|hd|ctr|nđ|tt|ttr|cv)[-/](?:ubnd|hđnd|cp|ttg|tw|tu|hu|bnv|snv)(?!\w))"
_SINGLE = rf"[{UPPER}](?![\w/])"
_TYPE_CODES = "QĐNS|QĐi|QyĐ|QĐ|KH|NQ|CTr|CT|TB|HD|TTr|CV|BC|KL|NĐ|TT|CĐ|QD"
_CODED = re.compile(
    rf"""(?<![\w/])(?<!\d[.,-])
    (?P<lead>\d{{1,5}}(?:\.\d{{3}})?[A-Za-zĐđ]?|\d{{1,6}})
    (?:[ ]?(?P<yearsep>[/-])[ ]?(?P<year>(?:19|20)\d\d|\d\d)(?=[ ]?[/-]))?
    (?:[ ]?(?P<sep>[/-])[ \n]?|\n(?P<sep2>/)|[ ]?(?P<blank>)(?=(?:{_TYPE_CODES})[ ]?[/-]))
    (?P<code>(?:{_SMALL}|{_PART})
      (?:[ ]?[/-][ \n]?(?:{_PART})|[ ](?=[ ]?[-/](?:{_PART})))?
      (?:(?:[/-][ ]?|[ ][/-]|[/-]\n)(?:{_PART}|{_SINGLE}|\d{{1,2}}(?![\w/.,-])|(?:19|20)\d\d(?![\w/.-]))){{0,6}}
    )""",
    re.VERBOSE,
)
# A steering committee's topic behind its code: "BCH PCTT-TKCN", "BCĐ VĐ HMTN", "BCĐ (138)".
_TOPIC = re.compile(
    r"(?: (?:[BCDĐGHKLMNPQRSTVX]{2,9}|ATGT|ATTP|ANTT|ATVSLĐ)(?:-[A-ZĐ]{2,9}\d{0,2})?(?!\w)){1,2}"
    r"| ?\((?:\d{2,3}|[A-ZĐ]{2,8}(?:-[A-ZĐ\d]{2,8})?)\)"
)
_COMMITTEE = re.compile(r"(?:BCĐ|BCH|BĐH|BVĐ|HĐ)$")
_HOUSEHOLD = re.compile(
    r"(?:mẫu|biểu|biểu mẫu|phụ lục|số nhà|ngõ|hẻm|kiệt|tài khoản|điện thoại|thẻ|biển|biển kiểm soát|hộ chiếu|lô"
    r"|chứng chỉ|đường|phố|nhà|xe|tàu|QCVN|TCVN|ISO|đoàn kiểm tra|tổ|đội)(?: số)? ?[:.]?\s*$",
    re.IGNORECASE,
)
_SITE_LICENCE = re.compile(r"GP[-/](?:TTĐT|TTDT|BC|BTTTT|STTTT|BVHTT|BVHTTDL|CBC|PTTH|ICP|T-TTĐT)")
_NUMBER_WORD = r"(?: ?(?:mang|có|ghi|ký hiệu|theo))?(?P<so>[\s:]*(?:số(?: hiệu)?|SỐ(?: HIỆU)?|Số(?: hiệu)?)[\s.:]*)?[\s:|\"“(]*"
_LINE_START = re.compile(r"(?:^|[\n|])\s*(?i:số|số, ký hiệu|số hiệu)\s*[:.]?\s*\|?\s*$")
_ONLY_SO = re.compile(r"(?<!\w)(?i:số|s/n)(?: hiệu)?\s*[:.]?\s*$")
_GLUE = re.compile(r"(?:\s*(?:,|;|và|&|hoặc|cùng|\+|-|đến|với))+\s*(?:(?:các )?(?:số|Số))?\s*:?\s*$")
_BARE = re.compile(
    r"(?<=[\wĐ: .])(?<![\d/.,-])(?<!\d )(?P<lead>\d{1,5}[a-zđA-Đ]?)(?:/(?P<year>(?:19|20)\d\d))?(?![\w/%]|[.,:]\d|[ ]?-[ ]?\d|-[A-ZĐ])"
)
_BARE_NEXT = re.compile(
    r"(?: ?(?:,|;|và|, và|&|hoặc)) ?(?:(?:số|Số) )?(?P<lead>\d{1,5}[a-zđ]?)(?:/(?P<year>(?:19|20)\d\d))?"
    r"(?=(?:-[A-ZĐ]| ?[-/] ?[A-ZĐ]{2})|\s*(?:[.;:)\]”\"\n]|$|,(?! ?\d+[.,]\d)|và (?:số )?\d|của |về |ngày |nêu|trên|để |do |mà |là |được |đã |ban hành|ký ))"
)
# Nouns that make the figure before them a count.
_COUNTED = re.compile(
    r"\s?(?:%|năm(?! \d)|ngày(?! \d)|tháng(?! \d)|quý|tuần|giờ|phút|điểm|nội dung|nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|tiêu chí"
    r"|đơn vị|người|lần|cá nhân|tập thể|tỉnh|huyện|xã|phường|thôn|bản|hộ|triệu|tỷ|đồng|nghìn|ngàn|đồng chí|cán bộ"
    r"|trường hợp|vụ|dự án|công trình|nhóm|bước|loại|phần|khâu|đột phá|chương|điều|khoản|mục|bộ|ngành|nước|nghị quyết"
    r"|văn bản|không|xây|sạch|ha|km|m2|kg|tấn|đợt|giai đoạn|chữ|đề án|chương trình|cơ quan|doanh nghiệp|đảng viên"
    r"|bên|cấp|hội viên|tổ chức|lãnh đạo|bị|đối tượng|thành viên|ủy viên|đại biểu|chức danh|học sinh|giáo viên|em|con)(?!\w)",
    re.IGNORECASE,
)
# Types that are cited by a figure without "số"; "Kế hoạch 120", "Thông báo 3" are too often something else.
_WITHOUT_SO = frozenset(
    "chỉ thị|nghị quyết|quyết định|nghị định|thông tư|kết luận|quy định|công điện|công văn|pháp lệnh|hướng dẫn"
    "|thông tư liên tịch|thông báo|qđ|ct|nq|nđ|cv|chương trình hành động".split("|")
)
_NO_BARE = frozenset(
    {"dự án", "hợp đồng", "hiến pháp", "bản cam kết", "phương án", "biên bản", "giấy chứng nhận"}
)
_PLENUM = re.compile(
    r"\s?[,(]?\s?(?:khóa|Trung ương|TW|T\.Ư|TƯ|BCH|Ban Chấp hành Trung ương|Hội nghị)(?!\w)", re.IGNORECASE
)
_CAPITAL = {"TTG": "TTg", "CTR": "CTr", "TTR": "TTr", "QYĐ": "QyĐ"}
_LAST_WORD = re.compile(
    r"(?i:số|hiệu|thị|quyết|định|tư|luận|điện|văn|lệnh|dẫn|báo|động|luật|tịch|QĐ|CT|NQ|NĐ|CV)[\s:.]*$"
)


@dataclass(frozen=True, slots=True)
class NumberMention:
    """One passage that is a document's number.

    `number` is normalised: no blanks, `-` for every dash, the normal small letters of a code in capitals
    (`19/CT-TTG` → `19/CT-TTg`). `parts` are the letters of its code in their order, empty for a bare number.
    """

    number: str
    type: str | None
    """The words of the type printed before it, alone or at the head of its list, else None."""
    lead: str
    """The figures before the code ("961A")."""
    year: str | None
    parts: tuple[str, ...]
    head: int
    """Where the words that introduce it begin (type, "số")."""
    opens_line: bool
    """Whether "Số: …" begins a line, as in the heading of an official text."""
    joined: bool
    """Whether it shares the head of the mention before it ("các Quyết định số 1, 2")."""

    @property
    def party(self) -> bool:
        """Whether it is numbered as the Party numbers (`22-CT/TW`)."""
        return bool(self.parts) and re.match(rf"{re.escape(self.lead)}-[^/]+/", self.number) is not None

    @property
    def kind(self) -> str | None:
        """The type in words, printed or coded; see `document_type`."""
        return document_type(self.type, self.parts, self.party)


def find_numbers(source: Source) -> list[Found[NumberMention]]:
    """All document numbers of title and body, in the order of the text."""
    return [found for where, text in source.parts for found in _find(where, text.norm)]


def _find(where: Where, text: str) -> list[Found[NumberMention]]:
    found: list[Found[NumberMention]] = []
    taken = 0
    coded = [*_CODED.finditer(text)]
    ends = [(match.start(), match) for match in coded]
    for match in _BARE.finditer(text):
        if _LAST_WORD.search(text, max(0, match.start() - 12), match.start()):
            ends.append((match.start(), match))
    for start, match in sorted(ends, key=lambda item: (item[0], -item[1].end())):
        if start < taken:
            continue
        previous = found[-1] if found else None
        new = _coded(where, text, match, previous) if match.re is _CODED else _bare(where, text, match)
        if new:
            found += new
            taken = new[-1].span.end
    return found


def _coded(
    where: Where, text: str, match: re.Match[str], previous: Found[NumberMention] | None
) -> list[Found[NumberMention]]:
    start, end = match.span()
    head, words, so = _head(text, start)
    opens_line = _LINE_START.search(text, max(0, start - 40), start) is not None
    joined = False
    if words is None and previous is not None and _joins(text, previous, start):
        words, joined = previous.value.type, True
    code = match["code"].rstrip("-/ \n")
    end = match.start("code") + len(code)
    code = re.sub(r"(?<![^\W_])(?:TTG|CTR|TTR|QYĐ)(?![^\W_])", lambda m: _CAPITAL[m.group()], code)
    parts = tuple(part for part in re.split(r"[-/\s]+", code) if not part.isdigit())
    if not parts or not _credible(text, match, parts, bool(words) or so or opens_line, words is not None):
        return []
    if _COMMITTEE.search(code) and (topic := _TOPIC.match(text, end)):
        end = topic.end()
    number = re.sub(r"\s+", "", text[start:end])
    number = re.sub(r"(?<=[-/])(?:TTG|CTR|TTR|QYĐ)(?![^\W_])", lambda m: _CAPITAL[m.group()], number)
    if match["blank"] is not None and not parts:
        return []
    mention = NumberMention(number, words, match["lead"], match["year"], parts, head, opens_line, joined)
    return [Found(mention, Span(where, start, end), 0.99 if words or so or opens_line else 0.9)]


def _head(text: str, start: int) -> tuple[int, str | None, bool]:
    """Where the words before a number begin, the type among them, and whether "số" stands there."""
    low = max(0, start - 80)
    match = _head_before().search(text, low, start)
    if match:
        return match.start(), match["type"], match["so"] is not None
    alone = _ONLY_SO.search(text, max(0, start - 12), start)
    return (alone.start(), None, True) if alone else (start, None, False)


@cache
def _head_before() -> re.Pattern[str]:
    return re.compile(head_pattern() + _NUMBER_WORD + "$")


def _joins(text: str, previous: Found[NumberMention], start: int) -> bool:
    between = text[previous.span.end : start]
    if len(between) > 130 or previous.span.start > start:
        return False
    if _GLUE.match(between) and _GLUE.fullmatch(between):
        return True
    # "các quyết định: số 113/TTg ngày … của …, số 386-QĐ/UB ngày …"
    return (
        "\n" not in between
        and ". " not in between
        and re.search(r"[,;] ?(?:và )?số ?$|và số ?$", between) is not None
    )


@cache
def _organs() -> frozenset[str]:
    return frozenset(body.code for body in issuers() if body.kind != "drafting unit")


def _known(part: str) -> bool:
    return (
        part in _organs()
        or re.match(r"(?:UBND|HĐND|HDND|BCĐ|BCH|VPUB|LĐLĐ|MTTQ|UBMT|QH\d|UBTVQH\d|BTV|BQL)", part) is not None
    )


def _credible(text: str, match: re.Match[str], parts: tuple[str, ...], introduced: bool, typed: bool) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    if _HOUSEHOLD.search(before) and not typed:
        return False
    if _SITE_LICENCE.match(match["code"]):
        return False
    if match["blank"] is not None and not introduced:
        return False
    first, typelike = parts[0], code_type(parts[0]) is not None
    if len(parts) > 1:
        return introduced or typelike or _known(first) or _known(parts[-1]) and match["sep"] != "-"
    if match["year"] and re.match(r"QH\d|UBTVQH\d", first):
        return True
    if typed:
        return len(first) > 1
    return introduced and (_known(first) or typelike)


def _bare(where: Where, text: str, match: re.Match[str]) -> list[Found[NumberMention]]:
    start = match.start()
    head, words, so = _head(text, start)
    if words is None or words.casefold() in _NO_BARE:
        return []
    if _COUNTED.match(text, match.end()):
        return []
    figures = re.sub(r"\D", "", match["lead"])
    if not so:
        if words.casefold() not in _WITHOUT_SO or "\n" in text[head:start] or ":" in text[head:start]:
            return []
        if not match["year"] and len(figures) == 4 and figures.startswith(("19", "20")):
            return []
        if (
            len(figures) < 3
            and words.casefold().startswith("nghị quyết")
            and _PLENUM.match(text, match.end())
        ):
            return []
        if not figures.startswith("0") and len(figures) < 2 and not match["year"]:
            return []
    confidence = 0.95 if so else 0.85
    found = [_make_bare(where, match, words, head, False, confidence)]
    while item := _BARE_NEXT.match(text, found[-1].span.end):
        if text[item.end() : item.end() + 1] in "-/" or re.match(r" ?[-/] ?[A-ZĐ]", text[item.end() :][:4]):
            break  # the next one has a code, and is read with it
        if _COUNTED.match(text, item.end()):
            break
        found.append(_make_bare(where, item, words, head, True, confidence))
    return found


def _make_bare(
    where: Where, match: re.Match[str], words: str, head: int, joined: bool, confidence: float
) -> Found[NumberMention]:
    number = match["lead"] + (f"/{match['year']}" if match["year"] else "")
    mention = NumberMention(number, words, match["lead"], match["year"], (), head, False, joined)
    return Found(
        mention,
        Span(where, match.start("lead"), match.end("year") if match["year"] else match.end("lead")),
        confidence,
    )
