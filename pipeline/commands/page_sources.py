"""Files, folders, web archives and standard input as a stream of pages, and of what could not be read."""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from parsers.page.charset import UnreadablePage, decode

STDIN = "-"
PAGE_SUFFIXES = (".txt", ".html", ".htm", ".xhtml")
ARCHIVE_SUFFIXES = (".warc", ".warc.gz")
_HTML_TYPES = ("text/html", "application/xhtml+xml")
_OK = 200
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class PageSource:
    """One page as it was found: `id` is the file's stem, None where the URL or the text makes the id."""

    name: str
    data: bytes
    id: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that could not be read, and why."""

    name: str
    reason: str


def pages_in(paths: list[str]) -> Iterator[PageSource | Unreadable]:
    """Every page below `paths`, in their order; folders are walked in the order of names.

    In a folder, files of other kinds are passed over; a file that is named itself is always read.
    """
    for path in paths:
        if path == STDIN:
            yield from _of_bytes(path, sys.stdin.buffer)
        elif Path(path).is_dir():
            yield from _of_folder(Path(path))
        else:
            yield from _of_file(Path(path))


def _of_folder(folder: Path) -> Iterator[PageSource | Unreadable]:
    known = PAGE_SUFFIXES + ARCHIVE_SUFFIXES
    files = [p for p in sorted(folder.rglob("*")) if p.name.lower().endswith(known) and p.is_file()]
    if not files:
        yield Unreadable(str(folder), f"no page in this folder (looked for {', '.join(known)})")
    for file in files:
        yield from _of_file(file)


def _of_file(path: Path) -> Iterator[PageSource | Unreadable]:
    try:
        if path.name.lower().endswith(ARCHIVE_SUFFIXES):
            with path.open("rb") as stream:
                yield from _of_archive(str(path), stream)
        else:
            yield PageSource(str(path), path.read_bytes(), id=path.stem)
    except OSError as fault:
        yield Unreadable(str(path), fault.strerror or str(fault))


def _of_bytes(name: str, stream: IO[bytes]) -> Iterator[PageSource | Unreadable]:
    data = stream.read()
    if data.startswith((b"WARC/", b"\x1f\x8b")):
        yield from _of_archive(name, io.BytesIO(data))
    else:
        yield PageSource(name, data)


def _of_archive(name: str, stream: IO[bytes]) -> Iterator[PageSource | Unreadable]:
    """The HTML pages among the responses of a WARC file, without redirects, errors and other files."""
    records = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=False)
    last, told = 0, False
    while True:
        try:
            record = next(records, None)
            if record is None:
                break
            last, where = record.stream_pos, f"{name}@{record.stream_pos}"
            found = _of_record(where, record)
        except OSError as fault:  # what follows a broken record cannot be told from its rest
            yield Unreadable(name, f"no whole WARC file: {fault}")
            return
        if found is not None:
            told = isinstance(found, Unreadable)
            yield found
    if not told and not _ends_whole(stream, last):
        yield Unreadable(name, f"cut off in the record behind byte {last}")


def _ends_whole(stream: IO[bytes], start: int) -> bool:
    """Whether the archive's last record is complete; `start` is where some record near the end begins.

    FastWARC takes a header that the end of the file cuts off for the end of the archive.
    """
    stream.seek(start)
    rest = stream.read(_CHUNK)
    if not rest.startswith(b"\x1f\x8b"):
        stream.seek(-min(4, stream.seek(0, io.SEEK_END)), io.SEEK_END)
        return stream.read() in (b"", b"\r\n\r\n")
    member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        while rest:
            if member.eof:
                member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
            member.decompress(rest, _CHUNK)
            rest = member.unused_data or member.unconsumed_tail or stream.read(_CHUNK)
    except zlib.error:  # something else follows the last record
        return False
    return member.eof


def _of_record(where: str, record: WarcRecord) -> PageSource | Unreadable | None:
    promised = record.content_length
    record.freeze()
    if record.content_length < promised:
        return Unreadable(where, f"record cut off after {record.content_length} of {promised} bytes")
    record.parse_http(auto_decode="all")
    headers = record.http_headers
    if headers is None or headers.status_code != _OK or record.http_content_type not in _HTML_TYPES:
        return None
    data = record.reader.read()
    if record.http_charset:
        data = _as_utf8(data, record.http_charset)
    url = record.headers.get("WARC-Target-URI") or ""
    return PageSource(where, data, url=url.strip("<>") or None)


def _as_utf8(data: bytes, charset: str) -> bytes:
    """A page in the charset that its server declared, made UTF-8; as it came where it is no text."""
    try:
        return decode(data, charset).encode()
    except UnreadablePage:
        return data
