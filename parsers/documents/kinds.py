"""The type of a document, from the words before its number or from the code within it.

Names and codes are those of Decree 30/2020/NĐ-CP (Appendix III), the Law on Promulgation of Legal Documents
and the Party's Guidance 36-HD/VPTW, as `document_types.csv` has them; here stands what prose adds:
abbreviations before a number ("QĐ số …"), compound types ("Chương trình hành động") and codes that offices
coin from two.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from parsers.reference import document_types

LETTER = "Công văn"
_GENERIC = frozenset({"văn bản", "công văn", "thư", "văn thư"})
_ABBREVIATED = {
    "QĐ": "Quyết định",
    "KH": "Kế hoạch",
    "CV": LETTER,
    "NQ": "Nghị quyết",
    "CT": "Chỉ thị",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "TT": "Thông tư",
    "NĐ": "Nghị định",
    "KL": "Kết luận",
}
_COMPOUND = (
    "Chương trình hành động",
    "Chương trình phối hợp",
    "Chương trình công tác",
    "Kế hoạch phối hợp",
    "Kế hoạch liên tịch",
    "Kế hoạch hành động",
    "Kế hoạch liên ngành",
    "Quy chế phối hợp",
    "Hướng dẫn liên tịch",
    "Hướng dẫn liên ngành",
    "Thông tư liên tịch",
    "Nghị quyết liên tịch",
    "Kết luận thanh tra",
    "Văn bản hợp nhất",
    "Sắc luật",
    "Giấy phép",
    "Cáo trạng",
    "Bản án",
    "Lệnh",
    "Văn bản",
)
_COINED = {
    "CTHĐ": "Chương trình hành động",
    "CTrHĐ": "Chương trình hành động",
    "CTPH": "Chương trình phối hợp",
    "CTrPH": "Chương trình phối hợp",
    "CTrP": "Chương trình phối hợp",
    "KHPH": "Kế hoạch phối hợp",
    "KHLT": "Kế hoạch liên tịch",
    "KHLN": "Kế hoạch liên ngành",
    "QCPH": "Quy chế phối hợp",
    "HDLT": "Hướng dẫn liên tịch",
    "HDLN": "Hướng dẫn liên ngành",
    "NQLT": "Nghị quyết liên tịch",
    "TTLT": "Thông tư liên tịch",
    "KLTTr": "Kết luận thanh tra",
    "KLTT": "Kết luận thanh tra",
    "VBHN": "Văn bản hợp nhất",
    "BCTĐ": "Báo cáo",
    "BCTT": "Báo cáo",
    "TBKL": "Thông báo",
    "QĐNS": "Quyết định",
    "QĐUB": "Quyết định",
    "QĐCT": "Quyết định",
    "CTUB": "Chỉ thị",
    "KHUB": "Kế hoạch",
    "QyĐ": "Quy định",
    "QD": "Quyết định",
    "GP": "Giấy phép",
    "CV": LETTER,
    "L": "Lệnh",
}
# Codes of two letters that are far more often an organ or a unit than the type of the table.
_ORGANS_FIRST = frozenset({"CN", "CK", "NP", "ĐĐ", "PB", "PC", "PG", "UQ", "GN", "TTg", "CP", "HĐBT", "HĐ"})
# Behind an organ only these are surely a type: "56/TĐKT-HD-V1", but "1223/UBND-TH" and "…-CT" are units.
_LATER = frozenset({"KH", "HD", "QĐ", "TTr", "CTr", "BC", "NQ", "TB", "KL"})
_PARTY_ONLY = {"TT": "Thông tri", "QĐi": "Quy định"}
# Between a type and its number: "Quyết định khen thưởng số", "Nghị quyết chuyên đề số".
_QUALIFIER = (
    "khen thưởng|chỉ đạo|hướng dẫn|phối hợp|liên tịch|liên ngành|cá biệt|chuyên đề|hỏa tốc|khẩn|trả lời"
    "|đề nghị|thi đua|công khai|kết luận|xử phạt|vi phạm hành chính|mật|đầu tiên|nêu trên|trên|này"
    "|mới|chung|thẩm định|thẩm tra|giám sát|tổng kết|sơ kết|đề xuất"
)
# What a decision does, where "số" follows: "Quyết định thu hồi đất số 1230", not "bổ nhiệm 12 hiệu trưởng".
_DEED = (
    "hành chính|kỷ luật|thu hồi đất|cưỡng chế|phê duyệt|bổ nhiệm|kiểm tra|thanh tra|thành lập|công nhận"
    "|giải quyết khiếu nại|giải quyết tố cáo|điều chỉnh|bổ sung|giao đất|cho thuê đất|cấp phép|phân công"
)


def _plain(name: str) -> str:
    return re.sub(
        r"\s*(?:\(.*|của (?:Quốc hội|Ủy ban|Chủ tịch|Chính phủ|Thủ tướng|Trung ương|Hội|Tổng).*)$", "", name
    )


@cache
def type_names() -> dict[str, str]:
    """Casefolded wording → name of the type, for all wordings that may stand before a number."""
    names = [_plain(kind.name) for kind in document_types() if "/" not in kind.name and "," not in kind.name]
    table = {name.casefold(): name for name in (*_COMPOUND, *names)}
    table["văn bản"] = LETTER
    return table


@cache
def head_pattern() -> str:
    """A pattern (group `type`) for the words of a type and its qualifiers, as they stand before a number."""
    words = sorted(type_names(), key=len, reverse=True)
    named = "|".join(re.escape(word).replace(r"\ ", " ") for word in words)
    short = "|".join(_ABBREVIATED)
    deed = rf"(?: (?i:{_DEED})(?=[\s:]{{1,3}}(?i:số)(?!\w)))?"
    # Neither "kỷ luật" nor "pháp luật" is a law.
    return (
        rf"(?<!\w)(?<!kỷ )(?<!Kỷ )(?<!pháp )(?P<type>(?i:{named})|(?:{short}))s?"
        rf"(?: ?\(?(?i:{_QUALIFIER})\)?){{0,3}}{deed}"
    )


@cache
def last_words() -> frozenset[str]:
    """The casefolded words that what `head_pattern` matches may end with."""
    ends = (
        words.split()[-1].casefold()
        for words in (*type_names(), *_QUALIFIER.split("|"), *_DEED.split("|"), *_ABBREVIATED)
    )
    return frozenset(ends)


def named_type(words: str) -> str:
    """The type that printed words or their abbreviation stand for."""
    return _ABBREVIATED.get(words) or type_names()[words.casefold()]


@cache
def _codes() -> dict[str, str]:
    table = {
        kind.code: _plain(kind.name)
        for kind in reversed(document_types())
        if kind.code and re.fullmatch(r"\w+", kind.code) and kind.code not in _ORGANS_FIRST
    }
    table["TT"] = "Thông tư"
    return {
        **{code.casefold(): name for code, name in table.items()},
        **{c.casefold(): n for c, n in _COINED.items()},
    }


@lru_cache(maxsize=4096)
def code_type(token: str) -> str | None:
    """The type that one part of a number stands for as the State writes it (`KH` → "Kế hoạch"), else None."""
    token = re.split(r"[._]", token)[0]
    return _codes().get(token.casefold()) if token not in _ORGANS_FIRST else None


def document_type(printed: str | None, parts: tuple[str, ...], party: bool) -> str | None:
    """The type of a document: the printed one, else that of its code, else a letter.

    `printed` are the words before the number, `parts` the letters of its code in their order, `party` whether
    it is numbered the Party's way (`22-CT/TW`). A letter without a type code is a "Công văn" whatever the
    page calls it; old numbers that name the organ alone (`113/TTg`) have the printed type or none.
    """
    coded = _coded_type(parts, party)
    if printed is not None and printed.casefold() not in _GENERIC:
        name = named_type(printed)
        if name != LETTER:
            return name
    if printed is not None and printed.casefold() == "công văn" and coded:
        return LETTER
    if coded:
        return coded
    if printed is not None or (
        parts and not re.fullmatch(r"(?:QH|UBTVQH)\d*|TTg|CP|HĐBT|SL", "-".join(parts))
    ):
        return LETTER
    return None


def _coded_type(parts: tuple[str, ...], party: bool) -> str | None:
    if not parts:
        return None
    if party and parts[0] in _PARTY_ONLY:
        return _PARTY_ONLY[parts[0]]
    return code_type(parts[0]) or next((code_type(part) for part in parts[1:] if part in _LATER), None)
