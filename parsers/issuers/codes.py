"""The organ within a document's code: which bodies it can mean, and which one it means by itself."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from parsers.documents.kinds import code_type
from parsers.documents.numbers import NumberMention
from parsers.issuers.places import Places, with_place
from parsers.reference import Issuer, issuers

_CENTRAL = re.compile(
    r"Bộ Chính trị|Ban Bí thư|Chính phủ|Thủ tướng|Quốc hội|Trung ương|TW|Ban Chấp hành Trung ương"
    r"|Chủ tịch nước"
    r"|(?:Ban )?Thường vụ Quân ủy|Quân ủy Trung ương|Ủy ban Thường vụ Quốc hội",
    re.IGNORECASE,
)
# What the full name of a body must hold for a code to mean it, where the reference table does not tell.
_FITTING = {
    "UBND": "^(?:Chủ tịch |Thường trực )?UBND",
    "UB": "^(?:Chủ tịch |Thường trực )?UBND",
    "CT": "^Chủ tịch",
    "HĐND": "^(?:Chủ tịch |Thường trực )?HĐND",
    "TTg": "Thủ tướng",
    "CP": "^Chính phủ",
    "TW": "Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|^Trung ương|^TW"
    "|^(?:Ban Chỉ đạo|BCĐ) (?:Trung ương|TW|quốc gia)",
    "TU": "Tỉnh ủy|Thành ủy|Đảng bộ (?:tỉnh|thành phố)",
    "HU": "Huyện ủy",
    "QU": "Quận ủy",
    "CTN": "Chủ tịch nước",
    "QH": "^Quốc hội",
    "UBTVQH": "Thường vụ Quốc hội",
    "QUTW": "Quân ủy Trung ương",
    "VKSTC": "(?:VKSND|Viện kiểm sát nhân dân) tối cao",
    "VKSNDTC": "(?:VKSND|Viện kiểm sát nhân dân) tối cao",
    "TANDTC": "(?:TAND|Tòa án nhân dân) tối cao",
    "VKS": "VKSND|Viện kiểm sát",
    "VKSND": "VKSND|Viện kiểm sát",
    "TA": "TAND|Tòa án",
    "TAND": "TAND|Tòa án",
    "BCĐTW": "Ban Chỉ đạo",
    "BCĐ": "Ban Chỉ đạo|BCĐ",
    "ĐTN": "[Đđ]oàn",
    "TĐTN": "[Đđ]oàn",
    "HNDTW": "Hội Nông dân",
    "HND": "Hội Nông dân",
    "HPN": "Phụ nữ|LHPN",
    "HLHPN": "Phụ nữ|LHPN",
    "LĐLĐ": "LĐLĐ|Liên đoàn Lao động",
    "TLĐ": "^(?:Đoàn Chủ tịch )?Tổng L",
    "MTTQ": "MTTQ|Mặt trận",
    "BTV": "Ban Thường vụ|Hội |[Đđ]oàn|LĐLĐ|ủy",
    "BTC": "Bộ Tài chính|Ban Tổ chức",
    "BHXH": "BHXH|Bảo hiểm xã hội",
    "NHNN": "NHNN|Ngân hàng Nhà nước",
    "KBNN": "KBNN|Kho bạc",
    "NHCS": "NHCSXH|Chính sách xã hội",
    "MTTW": "MTTQ|Mặt trận",
    "BCHQS": "CHQS|Chỉ huy quân sự",
    "BĐBP": "BĐBP|Biên phòng",
    "ĐĐBQH": "ĐBQH|Đại biểu Quốc hội",
    "HCCB": "Cựu chiến binh|CCB",
    "HCTĐ": "Chữ thập đỏ|CTĐ",
    "CAT": "Công an",
    "BTL": "Tư lệnh",
    "HĐTĐKT": "Hội đồng Thi đua",
    "BTĐKT": "Ban Thi đua",
    "TĐKT": "Thi đua",
}
_FIXED = {
    "TTg": "Thủ tướng Chính phủ",
    "CP": "Chính phủ",
    "CTN": "Chủ tịch nước",
    "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "HĐBT": "Hội đồng Bộ trưởng",
    "QUTW": "Quân ủy Trung ương",
    "TLĐ": "Tổng Liên đoàn Lao động Việt Nam",
    "HNDTW": "Trung ương Hội Nông dân Việt Nam",
    "TWĐTN": "Trung ương Đoàn TNCS Hồ Chí Minh",
    "MTTW": "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    "TANDTC": "Tòa án nhân dân tối cao",
    "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
    "VKSTC": "Viện kiểm sát nhân dân tối cao",
}
# Provincial bodies by their code; completed by kind and name of the province.
_PROVINCIAL = {
    "LĐLĐ": "LĐLĐ",
    "MTTQ": "Ủy ban MTTQ Việt Nam",
    "HND": "Hội Nông dân",
    "HPN": "Hội LHPN",
    "HLHPN": "Hội LHPN",
    "HCCB": "Hội Cựu chiến binh",
    "CAT": "Công an",
    "BCHQS": "Bộ CHQS",
    "VPUB": "Văn phòng UBND",
    "VPUBND": "Văn phòng UBND",
    "TTT": "Thanh tra",
    "BDT": "Ban Dân tộc",
}
_PARTY = {
    "TU": "",
    "VPTU": "Văn phòng ",
    "BTCTU": "Ban Tổ chức ",
    "BTGTU": "Ban Tuyên giáo ",
    "BDVTU": "Ban Dân vận ",
    "BTGDVTU": "Ban Tuyên giáo và Dân vận ",
    "UBKTTU": "Ủy ban Kiểm tra ",
    "BNCTU": "Ban Nội chính ",
}
_DISTRICT_PARTY = {
    "HU": "Huyện ủy",
    "QU": "Quận ủy",
    "TXU": "Thị ủy",
    "VPHU": "Văn phòng Huyện ủy",
    "BTCHU": "Ban Tổ chức Huyện ủy",
    "BTGHU": "Ban Tuyên giáo Huyện ủy",
    "BDVHU": "Ban Dân vận Huyện ủy",
    "UBKTHU": "Ủy ban Kiểm tra Huyện ủy",
}
_GLUED = re.compile(r"(?:QĐ|KH|NQ|CT|TB|NĐ|TTLT|TT|CV)(?=UBND|HĐND|CP$|TTg$|UB$|B[A-ZĐ]{2,}$)")
# An alias of the table that is a code, and long enough to mean one body.
_CODELIKE = re.compile(r"\S{4,}$")
# Names of the table that stand for several bodies.
_MANIFOLD = frozenset({"TW", "BCĐ", "BCĐTW", "HĐTĐKT", "BTĐKT", "BHXH", "ĐU", "ĐUK", "CB", "HU", "QU", "ThU"})


@cache
def _bodies() -> dict[str, Issuer]:
    return {body.code: body for body in issuers() if body.kind != "drafting unit"}


@cache
def _codes() -> dict[str, str]:
    """Each way to write a code → the code."""
    codes = {
        alias: body.code for body in _bodies().values() for alias in body.aliases if _CODELIKE.match(alias)
    }
    codes["BNN"] = "BNNPTNT"  # as its letters were numbered
    codes |= {code: code for code in (*_bodies(), *_FITTING, *_PROVINCIAL)}
    return {re.sub(r"[.,&]", "", written): code for written, code in codes.items()}


@lru_cache(maxsize=4096)
def _known(part: str) -> str | None:
    law = re.match(r"(?:QH|UBTVQH)(?=\d)", part)
    if law:
        return law.group()
    stem = re.sub(r"^HĐND\w?$|^HDND$", "HĐND", _GLUED.sub("", part))
    return _codes().get(re.sub(r"[.,&]", "", stem)) or _codes().get(re.split(r"[.,&_]", stem)[0])


def listed_name(words: str) -> str | None:
    """The name of the reference table that words in any letter case spell, else None."""
    return _names().get(words.casefold())


@cache
def _names() -> dict[str, str]:
    names = {alias.casefold(): alias for body in issuers() for alias in body.aliases if " " in alias}
    return names | {body.name.casefold(): body.name for body in issuers()}


def organ_part(number: NumberMention) -> str | None:
    """The part of a number that stands for its organ: the one behind the type, else the first."""
    parts = number.parts
    typed = len(parts) > 1 and code_type(parts[0]) is not None
    return parts[1] if typed else parts[0] if parts else None


def organ_code(number: NumberMention) -> str | None:
    """The known code of the organ within a number, else None."""
    parts = number.parts
    if parts and code_type(parts[0]) is not None:
        _, dot, behind = parts[0].partition(".")  # "34/TTr.SNV"
        parts = (behind, *parts[1:]) if dot else parts[1:] or parts
    return next((known for part in parts if (known := _known(part))), None)


_JOINT = re.compile("liên tịch|phối hợp|liên ngành")


def is_joint(number: NumberMention) -> bool:
    """Whether several organs issued it together (`06/QC-TT.HĐND-UBND`, `55/2005/TTLT-BNV-VPCP`)."""
    coded = code_type(number.parts[0]) if number.parts else None
    if coded is None:
        return False
    if any(_JOINT.search(kind) for kind in (coded, number.kind) if kind):
        return True
    parts = [part for joint in number.parts[1:] for part in re.split(r"[.,&]", joint)]
    return len({known for part in parts if (known := _known(part))}) > 1


def fits(name: str, number: NumberMention) -> bool:
    """Whether a body's full name can be meant by a number's code; a number without a code fits every body."""
    code = organ_code(number)
    if code is None:
        return True
    if code in _FITTING:
        return re.search(_FITTING[code], name, re.IGNORECASE) is not None
    body = _bodies().get(code)
    stem = re.sub(r" (?:\(.*|/.*)", "", body.name) if body else _PROVINCIAL.get(code, "")
    return bool(stem) and stem.casefold() in name.casefold()


def central(number: NumberMention, issuer: str | None) -> bool:
    """Whether a document is of the State's or the Party's top, or of a ministry."""
    code = organ_code(number)
    if code in ("TW", "QUTW", "BCĐTW") or code in _FIXED or (issuer and _CENTRAL.match(issuer)):
        return True
    body = _bodies().get(code or "")
    return body is not None and body.level in ("ministry", "national")


def coded_name(number: NumberMention, places: Places) -> str | None:
    """The body that the code alone means, completed by the notice's places; None where it may be several."""
    code = organ_code(number)
    if not number.parts and number.kind == "Nghị định":
        return "Chính phủ"  # no other body issues one (Law 80/2015/QH13, Art. 4)
    if code is None or is_joint(number):
        return None
    if code == "CTN" and number.kind not in ("Quyết định", "Lệnh", "Nghị quyết"):
        return None  # a company as likely as the State President
    return _FIXED.get(code) or _local_name(code, places) or _listed_name(code, number, places)


def _local_name(code: str, places: Places) -> str | None:
    if code in ("UBND", "UB", "HĐND"):
        return places.complete("HĐND" if code == "HĐND" else "UBND") if places.level else None
    if code in _DISTRICT_PARTY:
        return places.complete(_DISTRICT_PARTY[code])
    if places.province is None:
        return None
    kind, name = places.province
    body = None
    if code in _PARTY:
        body = f"{_PARTY[code]}{'Tỉnh ủy' if kind == 'tỉnh' else 'Thành ủy'}"
    elif places.provincial and code in ("ĐTN", "TĐTN"):
        body = "Tỉnh đoàn" if kind == "tỉnh" else "Thành đoàn"
    elif places.provincial and code in _PROVINCIAL:
        body = f"{_PROVINCIAL[code]} {kind}"
    return with_place(body, name) if body else None


def _listed_name(code: str, number: NumberMention, places: Places) -> str | None:
    if code == "BTC" and number.kind not in ("Thông tư", "Chỉ thị", "Quyết định", "Công văn"):
        return None  # a ministry, or any organising committee (Ban Tổ chức)
    body = _bodies().get(code)
    if body is None or re.search(r"[(/]", body.name) or code in _MANIFOLD:
        return None
    if body.level in ("ministry", "national", "party"):
        return body.name
    if body.kind == "division" and places.level and not places.provincial and places.at(places.level):
        return f"{body.name} {places.level} {places.at(places.level)}"
    return places.complete(body.name) if body.kind == "department" and places.province else None
