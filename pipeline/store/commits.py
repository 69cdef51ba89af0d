"""All or nothing for a commit over all tables, and what a reader may see of it.

1. `_lake/dirty` says that a writer is at work. New bytes are written and synced below `_lake/files`, under
   names made of their digests, which no manifest mentions yet.
2. `_lake/manifest.json` is replaced by one rename (on S3: one conditional PUT): from here on the commit has
   happened, over all tables at once.
3. The visible files (`TABLE/province=SLUG/YEAR.parquet`) follow, each by an atomic rename of a hard link;
   the index learns; `_lake/dirty` goes.

Who reads through the manifest (`Dataset`, `thidua query`, `export`, `search`, `snapshot`) sees exactly one
commit, for `KEEP` seconds after it was superseded at least. Who opens the folders sees each file whole, old
or new, and during step 3 (milliseconds) files of both states. A crash before 2 leaves the old state, one
after it the new one; the next writer (or `thidua verify --repair`) completes 3 and sweeps what no manifest
mentions.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

from pipeline.store.manifest import FILES, MANIFEST, Manifest, StoredFile, place, read_manifest
from pipeline.store.schema import SCHEMA_VERSION
from pipeline.store.store import STATE, Store

DIRTY = f"{STATE}/dirty"
KEEP = 900.0
"""Seconds that superseded bytes stay for readers of an earlier commit."""


class Commits:
    """The commits of the lake in `store`; every method but `current` is the single writer's."""

    def __init__(self, store: Store, keep: float = KEEP) -> None:
        self._store = store
        self._keep = keep

    def current(self) -> Manifest:
        """The last commit; commit 0 without files where there is none."""
        return read_manifest(self._store) or Manifest()

    def begin(self) -> None:
        """Say that bytes may come that no manifest mentions."""
        self._store.write(DIRTY, b"")

    def stage(self, path: str, data: bytes, rows: int) -> StoredFile:
        """Store the new bytes of the file `path`, out of sight."""
        file = StoredFile.of(data, rows)
        target = place(path, file)
        if self._store.size(target) != file.size:
            self._store.write(target, data)
        return file

    def commit(
        self,
        held: Manifest,
        changes: Mapping[str, StoredFile | None],
        *,
        history: tuple[str, ...] | None = None,
        rejected: tuple[str, ...] | None = None,
    ) -> Manifest:
        """Make staged files (None takes one away) part of the lake, on top of the state `held`."""
        now = time.time()
        files = {**held.files, **{path: file for path, file in changes.items() if file}}
        for path in [path for path, file in changes.items() if file is None]:
            files.pop(path, None)
        gone = {held.place(path): now for path in changes if path in held.files}
        gone |= {path: now for path in held.history if history is not None and path not in history}
        gone |= {path: now for path in held.rejected if rejected is not None and path not in rejected}
        alive = {place(path, files[path]) for path in changes if path in files}
        retired = {path: since for path, since in {**held.retired, **gone}.items() if path not in alive}
        # A clock that was set back must not keep bytes for ever.
        old = [path for path, since in retired.items() if not now - self._keep <= since <= now]
        made = Manifest(
            held.commit + 1,
            SCHEMA_VERSION,
            files,
            held.history if history is None else history,
            held.rejected if rejected is None else rejected,
            tuple(changes),
            {path: since for path, since in retired.items() if path not in old},
        )
        self._store.settle([DIRTY, *(place(path, files[path]) for path in changes if path in files)])
        raw = made.encode()
        self._store.replace_manifest(MANIFEST, raw, held.raw)
        made = replace(made, raw=raw)
        self.publish(made)
        for path in old:
            self._store.delete(path)
        return made

    def publish(self, manifest: Manifest) -> None:
        """Let the visible files follow the manifest's last change; may be repeated."""
        shown = []
        for path in manifest.changed:
            if path in manifest.files:
                self._store.show(manifest.place(path), path)
                shown.append(path)
            else:
                self._store.delete(path)
        self._store.settle(shown)

    def end(self) -> None:
        """Say that all is in place."""
        self._store.delete(DIRTY)

    def recover(self) -> bool:
        """Complete what a crash broke off and sweep what never became a commit; whether there was one."""
        if self._store.size(DIRTY) is None:
            return False
        manifest = self.current()
        self.publish(manifest)
        self.sweep(manifest)
        return True

    def sweep(self, manifest: Manifest) -> int:
        """Delete bytes that no manifest mentions; how many files."""
        known = {manifest.place(path) for path in manifest.files} | set(manifest.retired)
        known |= {*manifest.history, *manifest.rejected}
        lost = [path for path in self._store.paths(FILES) if path not in known]
        for path in lost:
            self._store.delete(path)
        return len(lost)
