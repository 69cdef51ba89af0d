"""All or nothing for a commit that replaces many files: staged first, then recorded, then moved into place.

1. Every new file is written and synced under `staging/`, out of sight of readers.
2. `journal.json` appears by one rename: from here on the commit has happened.
3. The files are moved into place (each by an atomic rename), the index follows, the journal goes.

A crash before 2 leaves the old state (`recover` sweeps the staging folder); a crash after it is completed
by `recover`, which repeats 3. A reader sees each file whole, old or new; between the first and the last
rename of a commit (milliseconds) it may see some files of either state.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Commit:
    """What a commit does: files to move (paths below the root) and what the index must learn.

    `homes` maps a notice's id to its partition's path, or to None where it is removed.
    """

    files: tuple[str, ...]
    homes: Mapping[str, str | None]


class Journal:
    """The journal of a lake: `root` holds the tables, `state` is a folder of the same file system."""

    def __init__(self, root: Path, state: Path) -> None:
        self._root = root
        self._staging = state / "staging"
        self._path = state / "journal.json"

    def staged(self, file: str) -> Path:
        """Where to write the new content of `file`; its folder is made."""
        path = self._staging / file
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def commit(self, commit: Commit, learn: Callable[[Mapping[str, str | None]], None]) -> None:
        """Make the staged files the state of the lake; `learn` updates the index and may be repeated."""
        for file in commit.files:
            sync(self._staging / file)
        text = json.dumps({"files": commit.files, "homes": dict(commit.homes)})
        draft = self._path.with_suffix(".draft")
        draft.write_text(text, encoding="utf-8")
        sync(draft)
        draft.replace(self._path)
        sync(self._path.parent)
        self._apply(commit, learn)

    def recover(self, learn: Callable[[Mapping[str, str | None]], None]) -> bool:
        """Complete what a crash broke off, sweep what never became one; whether there was one."""
        broken = self._path.exists()
        if broken:
            noted: dict[str, Any] = json.loads(self._path.read_text(encoding="utf-8"))
            self._apply(Commit(tuple(noted["files"]), noted["homes"]), learn)
        shutil.rmtree(self._staging, ignore_errors=True)
        return broken

    def _apply(self, commit: Commit, learn: Callable[[Mapping[str, str | None]], None]) -> None:
        folders: set[Path] = set()
        for file in commit.files:
            staged, target = self._staging / file, self._root / file
            if staged.exists():  # else an earlier attempt has moved it
                target.parent.mkdir(parents=True, exist_ok=True)
                staged.replace(target)
            folders.update((target.parent, target.parent.parent))
        for folder in folders:
            sync(folder)
        learn(commit.homes)
        self._path.unlink()


def sync(path: Path) -> None:
    """Ask the operating system to put a file or a folder's entries on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
