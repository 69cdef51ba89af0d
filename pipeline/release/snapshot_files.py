"""What tells a snapshot: `SHA256SUMS`, in the form that `sha256sum -c` reads."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.errors import UserError
from pipeline.store.store import Store

SUMS = "SHA256SUMS"
_HEX = 64


def snapshot_sums(store: Store) -> dict[str, str] | None:
    """Path → SHA-256 of a snapshot's files; None for a folder that is none."""
    try:
        lines = store.read(SUMS).decode().splitlines()
    except FileNotFoundError:
        return None
    sums = {}
    for line in lines:
        digest, _, path = line.partition("  ")
        if len(digest) != _HEX or not path:
            raise UserError(f"{store.url}/{SUMS} holds a line that is no checksum: {line[:80]!r}")
        sums[path] = digest
    return sums


def encode_sums(sums: Mapping[str, str]) -> bytes:
    """The file's content, sorted by path."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(sums.items())).encode()
