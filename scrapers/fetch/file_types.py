"""What kind of file an answer holds, told by its bytes: servers name types at will, and send web pages in a
file's place.
"""

from __future__ import annotations

import io
import re
import struct
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit
from zipfile import BadZipFile, ZipFile

_MAGIC = (
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The compound file of Word, Excel and PowerPoint up to 2003; which of them, the name tells."""
_OLE_TYPES = ("doc", "xls", "ppt")
_PARTS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_OPEN_DOCUMENT = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
)
_FIRST_NAME, _FIRST_CONTENT = 30, 38
"""Where an OpenDocument file has `mimetype` as its first entry, not compressed (ODF 1.2, part 3, 3.3)."""
_LARGEST_DIRECTORY = 2_000_000
"""Bytes of a zip's directory of names that are read: some 20,000 files."""
_END = struct.Struct("<4s4H2LH")
_PDF_WITHIN = 1024
"""Readers take a PDF whose head stands so far from the start (ISO 32000-1, implementation note 13)."""
_EXTENSION = re.compile(r"\.([a-z0-9]{2,4})$", re.IGNORECASE)


def file_type(body: bytes, url: str) -> str | None:
    """The extension that fits the bytes of a document, an archive or a scan; None for anything else, as a web
    page. Where the bytes fit several, the address decides.
    """
    if b"%PDF-" in body[:_PDF_WITHIN]:
        return "pdf"
    if body.startswith(_OLE):
        named = _extension(url)
        return named if named in _OLE_TYPES else _OLE_TYPES[0]
    if body.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(body)
    return next((type for magic, type in _MAGIC if body.startswith(magic)), None)


def _zip_type(body: bytes) -> str | None:
    """What a zip holds, by the names in it alone; None for a damaged one."""
    if body.startswith(b"mimetype", _FIRST_NAME):
        kinds = (type for kind, type in _OPEN_DOCUMENT if body.startswith(kind + b"PK", _FIRST_CONTENT))
        return next(kinds, "zip")
    end = body.rfind(b"PK\x05\x06")
    if end < 0 or len(body) < end + _END.size:
        return None
    if _END.unpack_from(body, end)[5] > _LARGEST_DIRECTORY:
        return "zip"
    try:
        with ZipFile(io.BytesIO(body)) as held:
            names = held.namelist()
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    return next((type for part, type in _PARTS if any(name.startswith(part) for name in names)), "zip")


def _extension(url: str) -> str | None:
    found = _EXTENSION.search(PurePosixPath(unquote(urlsplit(url).path)).name)
    return found[1].lower() if found else None
