"""The manifest: which files are the lake, as of its last commit.

`_lake/manifest.json` names every file of every table by path and digest. The bytes lie under a name made of
the digest (`_lake/files/TABLE/province=SLUG/YEAR.DIGEST.parquet`) and never change, so that whoever has read
a manifest reads one state, whatever is committed meanwhile.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from pipeline.errors import UserError
from pipeline.store.store import STATE, Store

MANIFEST = f"{STATE}/manifest.json"
FILES = f"{STATE}/files"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file as committed: SHA-256 in hex, `size` in bytes, rows."""

    sha256: str
    size: int
    rows: int

    @classmethod
    def of(cls, data: bytes, rows: int) -> StoredFile:
        """What the manifest notes of a file with this content."""
        return cls(hashlib.sha256(data).hexdigest(), len(data), rows)


@dataclass(frozen=True, slots=True)
class Manifest:
    """A committed state. `files`: path below the root, as `notices/province=bac-kan/2021.parquet` → content.

    `history` and `rejected` are files below the root with notices as they were before they changed and rows
    that a check kept out. `changed` are the visible files that this commit set or took away. `retired` maps
    places of bytes that are no longer part of the lake to the time (seconds since 1970) they went out.
    """

    commit: int = 0
    schema: int = 0
    files: Mapping[str, StoredFile] = field(default_factory=dict)
    history: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    retired: Mapping[str, float] = field(default_factory=dict)
    raw: bytes | None = field(default=None, repr=False, compare=False)

    @property
    def id(self) -> str:
        """Tells this state from every other one."""
        return hashlib.sha256(self.raw or b"").hexdigest()

    def place(self, path: str) -> str:
        """Where the bytes of a file of the lake lie for good."""
        return place(path, self.files[path])

    def of_table(self, table: str) -> tuple[str, ...]:
        """The table's files, sorted."""
        return tuple(path for path in sorted(self.files) if path.startswith(f"{table}/"))

    def encode(self) -> bytes:
        """As the JSON that is stored."""
        whole: dict[str, Any] = {"format": _FORMAT}
        whole |= {each.name: getattr(self, each.name) for each in fields(self) if each.name != "raw"}
        # `asdict` would copy every entry of what may be thousands of files.
        whole["files"] = {
            path: {"sha256": file.sha256, "size": file.size, "rows": file.rows}
            for path, file in self.files.items()
        }
        return json.dumps(whole, separators=(",", ":")).encode()


def place(path: str, file: StoredFile) -> str:
    """Where the bytes of a file that is called `path` lie for good."""
    return f"{FILES}/{path.removesuffix('.parquet')}.{file.sha256[:20]}.parquet"


def read_manifest(store: Store) -> Manifest | None:
    """The lake's last commit; None where there is none. `UserError` for one that cannot be understood."""
    try:
        raw = store.read(MANIFEST)
    except FileNotFoundError:
        return None
    try:
        noted = json.loads(raw)
        if noted.pop("format") != _FORMAT:
            raise UserError(f"{store.url} was written by a later version of thidua: update the program")
        files = {path: StoredFile(**file) for path, file in noted.pop("files").items()}
        return Manifest(
            commit=noted["commit"],
            schema=noted["schema"],
            files=files,
            history=tuple(noted["history"]),
            rejected=tuple(noted["rejected"]),
            changed=tuple(noted["changed"]),
            retired=noted["retired"],
            raw=raw,
        )
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise UserError(f"{store.url}/{MANIFEST} cannot be read: {fault!r}") from fault
