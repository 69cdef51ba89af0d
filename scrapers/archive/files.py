"""The archive: every answer as WARC 1.1 records, rotated by day and size, with a CDXJ index a file.

`YYYY/YYYYMMDD-NNNNN.warc.gz` below the archive's folder. A record is built in memory and appended with one
write, so a crash can tear the last record only; `repair` cuts that off. What a run is writing to stands in
`OPEN`, with the length that each file had before: where that marker is found at the start, the last run did
not end well, and what lies beyond those lengths may be unknown to the ledger.
"""

from __future__ import annotations

import errno
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from io import FileIO
from pathlib import Path
from typing import TextIO

from scrapers.archive.cdxj import Span, notes_path, write_index
from scrapers.archive.warc import (
    Archived,
    Packed,
    Place,
    exchange_records,
    info_record,
    read_responses,
    whole_length,
)
from scrapers.fetch.fetching import Exchange

_MARKER = "OPEN"
_MOST_BYTES = 1_000_000_000
"""Where a file ends and the next begins; the size that the WARC guidelines recommend."""


class ArchiveError(RuntimeError):
    """A record that should be in the archive cannot be read from it."""


class Archive:
    """The archive of `root`; one process writes at a time, its threads share this object.

    `broken_since`, after `repair`: when the run began that did not end well, or the first of several.
    """

    def __init__(self, root: Path, software: str = "thidua", most_bytes: int = _MOST_BYTES) -> None:
        self.root = root
        self.broken_since: datetime | None = None
        self._software = software
        self._most_bytes = most_bytes
        self._lock = threading.Lock()
        self._stream: FileIO | None = None
        self._notes: TextIO | None = None
        self._noted = True
        self._name = ""
        self._day = date.min
        self._started = ""
        self._open: dict[str, int] = {}
        self._settled = True

    def repair(self) -> list[Place]:
        """Cut the torn ends off the files that a broken run was writing, and index them; from where on each
        may hold more than the ledger knows.
        """
        marker = self.root / _MARKER
        if not marker.exists():
            return []
        noted = json.loads(marker.read_text("utf-8"))
        self._started = noted["started"]
        self.broken_since = datetime.fromisoformat(self._started)
        self._open = {name: since for name, since in noted["files"].items() if (self.root / name).exists()}
        for name, since in self._open.items():
            path = self.root / name
            whole = whole_length(path)
            if whole < path.stat().st_size:
                os.truncate(path, whole)
            write_index(self.root, name, since)
        return [Place(name, since) for name, since in self._open.items()]

    def begin(self, now: datetime, started: datetime | None = None) -> None:
        """Open the file of the day (UTC) for a run that starts `now`, or goes on with one that `started`."""
        # What a broken run left has been told to the ledger by now: its files count as whole.
        self._open = {}
        self._settled = self._noted = True
        self._started = (started or now).astimezone(UTC).isoformat(timespec="seconds")
        self._rotate(now.astimezone(UTC).date())

    def end(self) -> None:
        """Close the file and index what was written; from now on it counts as whole, unless something was
        stored that its keeper could not be told of (`telling`).
        """
        with self._lock:
            if self._stream is None:
                return
            self._close()
            for name, since in self._open.items():
                write_index(self.root, name, since, noted=self._noted)
            if self._settled:
                (self.root / _MARKER).unlink(missing_ok=True)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Around storing and telling the ledger: where either fails, the next run looks at both again."""
        try:
            yield
        except BaseException:
            self._settled = False
            raise

    def store(self, exchange: Exchange, original: tuple[str, datetime] | None = None) -> Place:
        """Append request and answer; where the answer lies.

        A 304 becomes a revisit record that refers to `original`: URL and date of the answer it confirms.
        """
        packed = exchange_records(exchange, original)
        with self._lock:
            if self._stream is None:
                raise ArchiveError("the archive is not open for writing")
            day = max(self._day, exchange.fetched_at.astimezone(UTC).date())
            if day > self._day or self._stream.tell() + len(packed.data) > self._most_bytes:
                self._rotate(day)
            place = self._append(packed.data)
            self._note(exchange, packed, place)
            return place

    def _note(self, exchange: Exchange, packed: Packed, place: Place) -> None:
        """Note an answer for the index; revisits are left out."""
        if self._notes is None or exchange.status == 304:
            return
        span = Span(
            exchange.url,
            exchange.fetched_at.astimezone(UTC).isoformat(),
            exchange.header("content-type"),
            exchange.status,
            packed.digest,
            place.offset,
            packed.length,
        )
        try:
            self._notes.write(f"{span.line(place.file)}\n")
        except OSError:  # a full disk: the index is made from the file itself
            self._noted = False

    def _close(self) -> None:
        """Close the file that is written to and its notes."""
        if self._stream is not None:
            os.fsync(self._stream.fileno())
            self._stream.close()
        if self._notes is not None:
            try:
                self._notes.close()
            except OSError:
                self._noted = False
        self._stream, self._notes, self._name = None, None, ""

    def _rotate(self, day: date) -> None:
        """Go on in the last file of `day` that has room, or in a new one."""
        path = self.root / _name(day, 0)
        files = sorted(path.parent.glob(f"{day:%Y%m%d}-*.warc.gz"))
        if files:
            path = files[-1]
            if path.stat().st_size >= self._most_bytes or path == self.root / self._name:
                path = self.root / _name(day, int(path.name[9:14]) + 1)
        name = path.relative_to(self.root).as_posix()
        path.parent.mkdir(parents=True, exist_ok=True)
        self._open[name] = path.stat().st_size if path.exists() else 0
        _write_synced(self.root / _MARKER, json.dumps({"started": self._started, "files": self._open}))
        self._close()
        self._stream = path.open("ab", buffering=0)
        notes = notes_path(self.root, name)
        notes.parent.mkdir(parents=True, exist_ok=True)
        self._notes = notes.open("w", encoding="utf-8")
        self._name, self._day = name, day
        if self._stream.tell() == 0:
            self._append(info_record(path.name, self._software))

    def _append(self, data: bytes) -> Place:
        if self._stream is None:
            raise ArchiveError("the archive is not open for writing")
        offset = self._stream.tell()
        try:
            written = self._stream.write(data)
            if written != len(data):
                raise OSError(errno.ENOSPC, f"only {written} of {len(data)} bytes were written")
        except OSError:
            # A full disk: nothing may follow half a record, or no reader finds what comes after it.
            # The position goes back too: what is cut off next time would else be made of zeros.
            self._stream.truncate(offset)
            self._stream.seek(offset)
            raise
        return Place(self._name, offset)

    def read(self, place: Place) -> Archived:
        """The response at `place`; raises `ArchiveError` where there is none."""
        path = self.root / place.file
        try:
            with path.open("rb") as stream:
                stream.seek(place.offset)
                for archived in read_responses(stream, place.file):
                    if archived.place == place:
                        return archived
                    break
        except (OSError, ValueError, EOFError) as error:
            raise ArchiveError(f"{path} at {place.offset}: {error}") from error
        raise ArchiveError(f"{path} holds no response at {place.offset}")

    def responses(self, since: Place) -> Iterator[Archived]:
        """Every response of one file from `since` on, in the order in which they were stored."""
        with (self.root / since.file).open("rb") as stream:
            stream.seek(since.offset)
            yield from read_responses(stream, since.file)


def _name(day: date, number: int) -> str:
    return f"{day:%Y}/{day:%Y%m%d}-{number:05}.warc.gz"


def _write_synced(path: Path, text: str) -> None:
    """Replace the file at once: a crash leaves the old text or the new one."""
    draft = path.with_name(f"{path.name}.draft")
    with draft.open("w", encoding="utf-8") as stream:
        stream.write(text + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)
