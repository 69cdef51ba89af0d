"""CDXJ indexes of archive files: one sorted line a response, as pywb and other web-archive tools read them.

`SURT TIMESTAMP {"url": …, "mime": …, "status": …, "digest": …, "length": …, "offset": …, "filename": …}`; the
index of `2026/20261124-00000.warc.gz` is `indexes/20261124-00000.cdxj`. Revisit records (304) hold no page
and are left out. What a run stores is noted as it is stored, and becomes part of the index when the run ends;
after a crash the index is made from the file itself, so that the two cannot differ.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from fastwarc.warc import ArchiveIterator

FOLDER = "indexes"


@dataclass(frozen=True, slots=True)
class Span:
    """A response in a file; `date`: ISO 8601, UTC; `mime`: content type; `length`: bytes of the file."""

    url: str
    date: str
    mime: str | None
    status: int
    digest: str
    offset: int
    length: int

    def line(self, file: str) -> str:
        """As a line of the index."""
        stamp = "".join(c for c in self.date if c.isdigit())[:14]
        told = {
            "url": self.url,
            "mime": (self.mime or "").split(";")[0].strip().lower() or "unk",
            "status": str(self.status),
            "digest": self.digest,
            "length": str(self.length),
            "offset": str(self.offset),
            "filename": file,
        }
        return f"{surt(self.url)} {stamp} {json.dumps(told, ensure_ascii=False)}"


def surt(url: str) -> str:
    """The sort-friendly form of a canonical URL: `vn,gov,tinh)/path?a=1&b=2`, all in lower case.

    The same key as the `surt` package gives for canonical URLs: no scheme, no `www.`, sorted parameters.
    """
    parts = urlsplit(url.lower())
    host = (parts.hostname or "").removeprefix("www.")
    key = ",".join(reversed(host.split(".")))
    if parts.port is not None:
        key += f":{parts.port}"
    path = parts.path.rstrip("/") or "/"
    query = "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return f"{key}){path}" + (f"?{query}" if query else "")


def write_index(root: Path, file: str, since: int = 0, *, noted: bool = False) -> Path:
    """Index `file` of the archive at `root` and return the index; lines for what lies before `since` are
    taken over from the index that is there. `noted`: the lines for the rest lie in the file's notes.
    """
    path = _index_path(root, file)
    path.parent.mkdir(parents=True, exist_ok=True)
    notes = notes_path(root, file)
    kept = [line for line in _lines(path) if _offset(line) < since]
    if not kept and since:
        since, noted = 0, False
    fresh = _lines(notes) if noted else (span.line(file) for span in _spans(root / file, since))
    lines = sorted({*kept, *fresh})
    draft = path.with_suffix(".draft")
    with draft.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in lines)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)
    notes.unlink(missing_ok=True)
    return path


def notes_path(root: Path, file: str) -> Path:
    """Where a run notes the lines for what it stores in `file`, as they come."""
    return _index_path(root, file).with_suffix(".notes")


def _index_path(root: Path, file: str) -> Path:
    return root / FOLDER / f"{Path(file).name.removesuffix('.warc.gz')}.cdxj"


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _offset(line: str) -> int:
    return int(json.loads(line.split(" ", 2)[2])["offset"])


def _spans(path: Path, since: int) -> Iterator[Span]:
    """The responses from `since` to the end; a record is as long as the way to the next one."""
    with path.open("rb") as stream:
        stream.seek(since)
        before: tuple[str, str, str | None, int, str, int] | None = None
        for record in ArchiveIterator(stream, parse_http=True):
            if before is not None:
                yield Span(*before, record.stream_pos - before[-1])
            before = None
            head = record.http_headers
            if record.headers["WARC-Type"] == "response" and head is not None:
                before = (
                    record.headers["WARC-Target-URI"],
                    record.headers["WARC-Date"],
                    head.get("Content-Type"),
                    int(head.status_code or 0),
                    record.headers.get("WARC-Payload-Digest") or "-",
                    record.stream_pos,
                )
        if before is not None:
            yield Span(*before, path.stat().st_size - before[-1])
