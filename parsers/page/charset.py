"""Bytes of a page to text.

Order of evidence: byte order mark, valid UTF-8, the encoding that the server declares, then the page's own
declaration, statistics. UTF-8 goes before the declarations because nothing but UTF-8 is valid UTF-8 at
length, while old portals declare what their template once was, and servers what their default is.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from parsers.page.legacy_text import legacy_code

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
# First bytes of files that crawls meet where they expect a page.
_FILES = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP, DOCX or XLSX",
    b"\xd0\xcf\x11\xe0": "DOC or XLS",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x1f\x8b": "gzip",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"PAR1": "Parquet",
    b"\x00\x00\x01\x00": "icon",
    b"{\\rtf": "RTF",
}
_CONTROL = bytes({*range(0x20)} - {0x09, 0x0A, 0x0C, 0x0D, 0x1A, 0x1B})
_SAMPLE = 65_536
_SERVER_DEFAULTS = frozenset({"iso8859-1", "ascii", "cp1252"})
"""What servers declare for whatever they serve."""
_TOLERATED = 0.002
"""Share of control or replacement characters that a damaged page may have and still be read."""


class UnreadablePage(ValueError):  # noqa: N818 - the name of the contract
    """The bytes hold no text: an image, a PDF, an archive, garbage."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a page's bytes; `UnreadablePage` where they hold none.

    `declared`: the charset of the server's `Content-Type`, believed only where the bytes bear it out.
    """
    for magic, name in _FILES.items():
        if data.startswith(magic):
            raise UnreadablePage(f"not a page but a file ({name})")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, errors="replace"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _checked(_decode_other(data, fault, declared))
    return text if not _controls(data) else _checked(text)


def _controls(data: bytes) -> int:
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROL))


def _decode_other(data: bytes, fault: UnicodeDecodeError, by_server: str | None) -> str:
    if _controls(data) > len(data[:_SAMPLE]) * _TOLERATED:
        if text := _wide(data):
            return text
        raise UnreadablePage("no text: control bytes throughout")
    # A page cut within a character, or with a few bad bytes, is still UTF-8.
    damaged = data.decode("utf-8", errors="replace")
    if fault.start >= len(data) - 4 or damaged.count("\ufffd") <= max(3, len(damaged) * _TOLERATED):
        return damaged
    found = _DECLARED.search(data[:4096])
    by_page = found[1].decode("ascii") if found else None
    names = [by_server, by_page] if _canonical(by_server) not in _SERVER_DEFAULTS else [by_page]
    for name in names:
        if name is not None and _canonical(name) not in {None, "utf-8"}:
            try:
                return data.decode(name)
            except (UnicodeDecodeError, LookupError):
                break
    return _detect(data)


def _canonical(name: str | None) -> str | None:
    """Python's name of an encoding of text; None for what is none."""
    try:
        return codecs.lookup(name).name if name else None
    except (LookupError, ValueError):
        return None


def _detect(data: bytes) -> str:
    western = data.decode("cp1252", errors="replace")
    if legacy_code(western) is not None:
        return western  # TCVN3 or VNI: Latin-1 to every detector, and read as such by `legacy_text`
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise UnreadablePage("no text: no encoding fits the bytes")
    return data.decode(best.encoding, errors="replace")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of markup is zero."""
    head = data[:400]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if head and zeros.count(0) > 0.4 * len(zeros):
            return data.decode(encoding, errors="replace")
    return None


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    odd = sum(sample.count(chr(byte)) for byte in _CONTROL) + sample.count("\ufffd")
    if odd > max(3, len(sample) * 0.05):
        raise UnreadablePage("no text: control or replacement characters throughout")
    return text.replace("\x00", "")
