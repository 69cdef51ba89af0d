"""Where a lake's bytes lie: a local folder or an S3-compatible bucket, behind the same few verbs.

All that the lake asks of a place: a file appears whole or not at all; a file can be shown under a second name
without being sent again; the manifest can be replaced by one writer only.
"""

from __future__ import annotations

import fcntl
import os
import socket
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

import pyarrow.fs as pafs

from pipeline.errors import UserError

STATE = "_lake"
"""Everything but the tables lies below it, where no reader of a table's folder looks."""
LOCK = f"{STATE}/lock"
_LINKS = f"{STATE}/links"
_SYNCS = 16


class LakeBusyError(UserError):
    """Another process is writing to the lake, or has written to it meanwhile."""


class Store(Protocol):
    """A place for files; paths are posix paths below its root. A missing file is `FileNotFoundError`."""

    url: str

    @property
    def filesystem(self) -> Any:
        """What pyarrow reads from."""
        ...

    def locate(self, path: str) -> str:
        """The path's name for `filesystem`."""
        ...

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        ...

    def size(self, path: str) -> int | None:
        """Bytes of a file, None where there is none."""
        ...

    def write(self, path: str, data: bytes) -> None:
        """Write a file; it appears whole or not at all, and survives a power cut once it is settled."""
        ...

    def replace_manifest(self, path: str, data: bytes, held: bytes | None) -> None:
        """Replace the manifest that was read as `held`; `LakeBusyError` where it is no longer that one."""
        ...

    def show(self, source: str, path: str) -> None:
        """Give the bytes of `source` the second name `path`, replacing what was there at once."""
        ...

    def delete(self, path: str) -> None:
        """Delete a file; one that is gone already is no error."""
        ...

    def paths(self, prefix: str) -> Iterator[str]:
        """Every file below a folder, sorted."""
        ...

    def settle(self, paths: Iterable[str]) -> None:
        """Make sure that these files, under these names, survive a power cut."""
        ...

    def locked(self) -> AbstractContextManager[None]:
        """Be the one writer; `LakeBusyError` names the other one."""
        ...


class LocalStore:
    """A folder. A second name is a hard link (a copy where the file system knows none)."""

    def __init__(self, root: str | Path) -> None:
        self.root = Path(root)
        self.url = str(root)

    @property
    def filesystem(self) -> pafs.FileSystem:
        """What pyarrow reads from."""
        return pafs.LocalFileSystem()

    def locate(self, path: str) -> str:
        """The path's name for `filesystem`."""
        return str(self.root / path)

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return (self.root / path).read_bytes()

    def size(self, path: str) -> int | None:
        """Bytes of a file, None where there is none."""
        try:
            return (self.root / path).stat().st_size
        except FileNotFoundError:
            return None

    def write(self, path: str, data: bytes) -> None:
        """Write beside the target, then rename."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.draft")
        draft.write_bytes(data)
        draft.replace(target)

    def replace_manifest(self, path: str, data: bytes, held: bytes | None) -> None:
        """One rename; the lock keeps other writers away, and is checked against those that do not heed it."""
        target = self.root / path
        found = target.read_bytes() if target.exists() else None
        if found != held:
            raise LakeBusyError(f"another process has written to {self.url} meanwhile; nothing was stored")
        draft = target.with_name(f".{target.name}.draft")
        draft.write_bytes(data)
        _sync(draft)
        draft.replace(target)
        _sync(target.parent)

    def show(self, source: str, path: str) -> None:
        """Link under a name that no reader sees, then rename over the target."""
        link, target = self.root / _LINKS / PurePosixPath(path).name, self.root / path
        link.parent.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        share_file(self.root / source, link)
        link.replace(target)
        link.unlink(missing_ok=True)  # a rename onto another name of the same file leaves both

    def delete(self, path: str) -> None:
        """Delete a file; one that is gone already is no error."""
        (self.root / path).unlink(missing_ok=True)

    def paths(self, prefix: str) -> Iterator[str]:
        """Every file below a folder, sorted."""
        for path in sorted((self.root / prefix).rglob("*")):
            if path.is_file():
                yield path.relative_to(self.root).as_posix()

    def settle(self, paths: Iterable[str]) -> None:
        """Sync the files, the folders that hold their names, and the folders that hold those."""
        files = {self.root / path for path in paths}
        folders = {file.parent for file in files}
        folders |= {folder.parent for folder in folders}
        # Side by side, since a file system writes its journal once for all that wait for it.
        with ThreadPoolExecutor(_SYNCS) as pool:
            list(pool.map(_sync, files))
            list(pool.map(_sync, folders))

    @contextmanager
    def locked(self) -> Iterator[None]:
        """A lock of the operating system, which dies with its process."""
        path = self.root / LOCK
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as fault:
            raise UserError(f"{self.url} cannot be written: {fault.strerror}") from fault
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.ftruncate(handle, 0)
            os.pwrite(handle, holder().encode(), 0)
            yield
        except BlockingIOError:
            other = os.pread(handle, 200, 0).decode("utf-8", "replace") or "unknown"
            raise LakeBusyError(
                f"another process is writing to {self.url} ({other}); wait for it to end"
            ) from None
        finally:
            os.close(handle)


def holder() -> str:
    """This process, as a lock names it."""
    return f"process {os.getpid()} on {socket.gethostname()}"


def share_file(source: Path, target: Path) -> None:
    """Make `target` the same file as `source`: a hard link, or a synced copy where links are not possible."""
    try:
        os.link(source, target)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:
        with target.open("wb") as file:
            file.write(source.read_bytes())
            file.flush()
            os.fsync(file.fileno())


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def open_store(root: str | Path) -> Store:
    """The store of a folder or of `s3://bucket/path`; `UserError` for another scheme."""
    text = str(root)
    if text.startswith("s3://"):
        from pipeline.store.store_s3 import S3Store  # noqa: PLC0415  needs the extra `s3`

        return S3Store(text)
    if "://" in text:
        raise UserError(f"{text}: a lake lies in a folder or under s3://")
    return LocalStore(root)
