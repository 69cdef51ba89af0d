"""Text of pages older than Unicode in Vietnam, and text that was encoded twice, to Unicode.

Until about 2005 Vietnamese was typed in fonts that draw Latin-1 codes as Vietnamese letters: TCVN3 (TCVN
5712:1993, ".VnTime") and VNI-Windows ("VNI-Times"). No header tells them from Latin-1; the letters do.
Archives of such pages are mostly relabelled as UTF-8, template in Unicode and text in the old code, hence a
run of text is judged by itself. Capitals with tones have no codes of their own in TCVN3 (a capital font draws
the small ones), so they stay small.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from parsers.text import compose

_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢£¤¥¦§",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ",
)
_VNI_MARKS = {
    "ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "ê": "\u0306", "è": "\u0306\u0300", "é": "\u0306\u0301", "ú": "\u0306\u0309", "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
    "â": "\u0302", "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
}  # fmt: skip
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI = re.compile(r"([aeouyôö])([øùûõïêèéúüëâàáåãä])|([ôöñæóòî])", re.IGNORECASE)
_VNI_SIGN = re.compile(r"[aeouy][øûïåØÛÏÅ]|[öÖ][øùûõïØÙÛÕÏ]|ñ[aeiouyöô]|[oe][äÄãÃ]")
_TCVN3_SIGN = re.compile(r"[a-z][µ¸¶·¹¨©ª«¬®»¾¼½][a-z]?|[\s>][®§][a-zÀ-þ]|[µ¸¶·¹¨©ª«¬]n[gh]?\b")
_BEYOND_LATIN1 = re.compile("[\u0110\u0111\u0102\u0103\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u036f]")
_RUN = re.compile(r"(?<=>)[^<>]{1,20000}(?=<)|^[^<>\n]{1,20000}$", re.MULTILINE)
_ENTITY = re.compile(r"&(?!(?:lt|gt|amp|quot|nbsp);)(?:#\d{2,4}|#x[0-9a-fA-F]{2,3}|[A-Za-z]{3,6});")
_TWICE = re.compile(
    "[\u00c3\u00c4\u00c6\u00e1][\u0080-\u00ff\u0152-\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_TWICE_RUN = re.compile("[\u0080-\u00ff\u0152-\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2,200}")
_COMMON = re.compile(
    r"\b(?:và|của|các|được|trong|năm|ngày|không|tỉnh|công|đồng|về|người|thực|hiện|chức|nhân|dân|những|với|"
    r"đã|cho|hội|phát|triển|tổ|việc|này|một|là|có|đến|từ|số|xã|huyện|thi|đua)\b",
    re.IGNORECASE,
)
_FEW = 12
_TWICE_MARKS = ("\u00c3", "\u00c4\u2018", "\u00c6\u00b0", "\u00e1\u00ba", "\u00e1\u00bb")
# Letters that neither code can do without, bare or as entities.
_OLD_MARKS = (
    *"\u00b5\u00b9\u00aa\u00ae\u00a8\u00ac\u00ad\u00f8\u00ef\u00fb\u00f6\u00f1\u00e4",
    *("&#1", "&#2", "&micro;", "&oslash;", "&ouml;"),
)
_SAMPLE = 200_000


def modern(text: str) -> str:
    """`text` in Unicode; unchanged where nothing tells that it is in an older code or encoded twice."""
    if any(mark in text for mark in _TWICE_MARKS) and len(_TWICE.findall(text[:_SAMPLE])) >= _FEW:
        text = _TWICE_RUN.sub(_decoded_once, text)
    code = legacy_code(text)
    if code is None:
        return text
    return _RUN.sub(lambda match: _better(match[0], code), text)


def legacy_code(text: str) -> Code | None:
    """The older code that parts of a text are in, or None; a text of a few words is never judged."""
    sample = text[:_SAMPLE]
    if sum(map(sample.count, _OLD_MARKS)) < _FEW:
        return None  # nearly all pages: a glance is enough
    sample = _entities(sample)
    for code in (TCVN3, VNI):
        if len(code.sign.findall(sample)) >= _FEW:
            return code
    return None


def _entities(text: str) -> str:
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def _better(run: str, code: Code) -> str:
    """The run in Unicode, if that makes Vietnamese of it; a run with letters of its own code stays."""
    plain = _entities(run)
    if plain.isascii() or _BEYOND_LATIN1.search(plain):
        return run
    read = code.convert(plain)
    sure = code.sign.search(plain) or len(_COMMON.findall(read)) > len(_COMMON.findall(plain))
    return read if sure else run


def _from_tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def _from_vni(text: str) -> str:
    return compose(_VNI.sub(_vni_letter, text))


def _vni_letter(match: re.Match[str]) -> str:
    if match[3]:
        plain = _VNI_ALONE[match[3].lower()]
        return plain.upper() if match[3].isupper() else plain
    base = _VNI_ALONE.get(match[1].lower(), match[1].lower())
    letter = base + _VNI_MARKS[match[2].lower()]
    return letter.upper() if match[1].isupper() else letter


def _decoded_once(match: re.Match[str]) -> str:
    """UTF-8 that was read as Windows-1252 and written as UTF-8 again."""
    try:
        # Codes that Windows-1252 leaves open were passed on as they are.
        raw = b"".join(_cp1252(char) for char in match[0])
        return raw.decode("utf-8")
    except UnicodeError:
        return match[0]


def _cp1252(char: str) -> bytes:
    return bytes([ord(char)]) if ord(char) < 0xA0 else char.encode("cp1252")


@dataclass(frozen=True, slots=True)
class Code:
    """An older code: pairs of characters that only it has, and the way to Unicode."""

    sign: re.Pattern[str]
    convert: Callable[[str], str]


TCVN3 = Code(_TCVN3_SIGN, _from_tcvn3)
VNI = Code(_VNI_SIGN, _from_vni)
