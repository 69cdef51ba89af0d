"""The archive: every answer as WARC 1.1 records, one gzip member each, one file a day.

`YYYY/YYYYMMDD-NNNNN.warc.gz` below the archive's folder. A record is built in memory and appended with one
write, so a crash can tear the last record only; `repair` cuts that off. Bodies are stored unpacked, as
Common Crawl does (their codings are kept as `X-Archive-Orig-…` headers), so that every reader sees the page
itself.
"""

from __future__ import annotations

import errno
import io
import os
import threading
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scrapers.fetching import Exchange, Headers

_MARKER = "OPEN"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_ORIGINAL = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_HOP_BY_HOP = frozenset({"connection", "keep-alive"})
_CHUNK = 1 << 20


class ArchiveError(RuntimeError):
    """A record that should be in the archive cannot be read from it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies: `file` below the archive's folder (posix path), `offset` in bytes."""

    file: str
    offset: int


@dataclass(frozen=True, slots=True)
class Archived:
    """A response read back from the archive."""

    url: str
    status: int
    headers: Headers
    body: bytes
    fetched_at: datetime
    place: Place

    def header(self, name: str) -> str | None:
        """The first header called `name`."""
        return next((value for key, value in self.headers if key.lower() == name), None)


class Archive:
    """The archive of `root`; one process writes at a time, its threads share this object.

    A file that is open for writing is named in `root/OPEN`: where that marker is found at the start, the last
    run did not end well, and `repair` has work to do.
    """

    def __init__(self, root: Path, software: str = "thidua") -> None:
        self.root = root
        self._software = software
        self._lock = threading.Lock()
        self._name: str | None = None
        self._stream: FileIO | None = None

    def repair(self) -> list[Path]:
        """Cut the torn end off the file that a broken run was writing; the files that may hold more
        than the ledger knows.
        """
        marker = self.root / _MARKER
        if not marker.exists():
            return []
        files = [self.root / line for line in marker.read_text("utf-8").split() if line]
        found = [path for path in files if path.exists()]
        for path in found:
            whole = whole_length(path)
            if whole < path.stat().st_size:
                os.truncate(path, whole)
        return found

    def begin(self, day: datetime) -> None:
        """Open the file of `day` (UTC) for this run."""
        name = f"{day:%Y}/{day:%Y%m%d}-00000.warc.gz"
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_synced(self.root / _MARKER, name)
        self._stream = path.open("ab", buffering=0)
        self._name = name
        if self._stream.tell() == 0:
            writer = _writer(buffer := io.BytesIO())
            info = {"software": self._software, "format": "WARC File Format 1.1", "conformsTo": _SPEC}
            writer.write_record(writer.create_warcinfo_record(path.name, info))
            self._append(buffer.getvalue())

    def end(self) -> None:
        """Close the file; from now on it counts as whole."""
        with self._lock:
            if self._stream is None:
                return
            os.fsync(self._stream.fileno())
            self._stream.close()
            self._stream = None
            (self.root / _MARKER).unlink(missing_ok=True)

    def sync(self) -> None:
        """Make sure that what was appended survives a power cut."""
        with self._lock:
            if self._stream is not None:
                os.fsync(self._stream.fileno())

    def store(self, exchange: Exchange, original: tuple[str, datetime] | None = None) -> Place:
        """Append request and answer; where the answer lies.

        A 304 becomes a revisit record that refers to `original`: URL and date of the answer it confirms.
        """
        writer = _writer(buffer := io.BytesIO())
        stamp = _stamp(exchange.fetched_at)
        own = {"WARC-Date": stamp} | ({"WARC-IP-Address": exchange.ip} if exchange.ip else {})
        status = f"{exchange.status} {exchange.reason}".strip()
        head = StatusAndHeaders(status, _stored_headers(exchange), protocol=_protocol(exchange))
        if exchange.status == 304:
            own["WARC-Profile"] = _NOT_MODIFIED
            if original:
                own |= {
                    "WARC-Refers-To-Target-URI": original[0],
                    "WARC-Refers-To-Date": _stamp(original[1]),
                }
        answer = writer.create_warc_record(
            exchange.url,
            "revisit" if exchange.status == 304 else "response",
            payload=io.BytesIO(exchange.body),
            length=len(exchange.body),
            http_headers=head,
            warc_headers_dict=own,
        )
        writer.write_record(answer)
        target = httptarget(exchange.url)
        request = writer.create_warc_record(
            exchange.url,
            "request",
            http_headers=StatusAndHeaders(
                f"GET {target} HTTP/1.1", list(exchange.request_headers), is_http_request=True
            ),
            warc_headers_dict={
                "WARC-Date": stamp,
                "WARC-Concurrent-To": answer.rec_headers.get_header("WARC-Record-ID"),
            },
        )
        writer.write_record(request)
        return self._append(buffer.getvalue())

    def _append(self, data: bytes) -> Place:
        with self._lock:
            if self._stream is None or self._name is None:
                raise ArchiveError("the archive is not open for writing")
            offset = self._stream.tell()
            try:
                written = self._stream.write(data)
                if written != len(data):
                    raise OSError(errno.ENOSPC, f"only {written} of {len(data)} bytes were written")
            except OSError:
                # A full disk: nothing may follow half a record, or no reader finds what comes after it.
                os.truncate(self._stream.fileno(), offset)
                raise
            return Place(self._name, offset)

    def read(self, place: Place) -> Archived:
        """The response at `place`; raises `ArchiveError` where there is none."""
        path = self.root / place.file
        try:
            with path.open("rb") as stream:
                stream.seek(place.offset)
                for archived in _responses(stream, place.file):
                    if archived.place == place:
                        return archived
                    break
        except (OSError, ValueError, EOFError) as error:
            raise ArchiveError(f"{path} at {place.offset}: {error}") from error
        raise ArchiveError(f"{path} holds no response at {place.offset}")

    def responses(self, path: Path) -> Iterator[Archived]:
        """Every response of one file, in the order in which they were stored."""
        with path.open("rb") as stream:
            yield from _responses(stream, path.relative_to(self.root).as_posix())


_SPEC = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"


def _writer(buffer: io.BytesIO) -> WARCWriter:
    return WARCWriter(buffer, gzip=True, warc_version="WARC/1.1")


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _protocol(exchange: Exchange) -> str:
    # Readers parse HTTP/1 heads only; HTTP/2 is written down as 1.1, as all archives do.
    return "HTTP/1.0" if exchange.http_version == "HTTP/1.0" else "HTTP/1.1"


def _stored_headers(exchange: Exchange) -> list[tuple[str, str]]:
    kept = [
        (f"X-Archive-Orig-{name}" if name.lower() in _ORIGINAL else name, value)
        for name, value in exchange.headers
        if name.lower() not in _HOP_BY_HOP
    ]
    return kept if exchange.status == 304 else [*kept, ("Content-Length", str(len(exchange.body)))]


def httptarget(url: str) -> str:
    """What stands in the request line for a canonical `url`."""
    return "/" + url.split("://", 1)[1].partition("/")[2]


def _responses(stream: BinaryIO, file: str) -> Iterator[Archived]:
    for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
        head = record.http_headers
        if head is None:
            continue
        yield Archived(
            url=record.headers["WARC-Target-URI"],
            status=int(head.status_code or 0),
            headers=tuple((str(name), str(value)) for name, value in head.items()),
            body=record.reader.read(),
            fetched_at=datetime.fromisoformat(record.headers["WARC-Date"]),
            place=Place(file, record.stream_pos),
        )


def whole_length(path: Path) -> int:
    """The bytes up to the end of the last whole gzip member of a file."""
    whole = position = 0
    machine = zlib.decompressobj(zlib.MAX_WBITS | 16)
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            while chunk:
                try:
                    pending = chunk
                    while pending:
                        machine.decompress(pending, _CHUNK)
                        pending = machine.unconsumed_tail
                except zlib.error:
                    return whole
                if not machine.eof:
                    position += len(chunk)
                    break
                position += len(chunk) - len(machine.unused_data)
                whole = position
                chunk = machine.unused_data
                machine = zlib.decompressobj(zlib.MAX_WBITS | 16)
    return whole


def _write_synced(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as stream:
        stream.write(text + "\n")
        stream.flush()
        os.fsync(stream.fileno())
