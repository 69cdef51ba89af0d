"""One committed state of a lake, as all readers of this program see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.errors import UserError
from pipeline.store.manifest import Manifest, read_manifest
from pipeline.store.schema import TABLES
from pipeline.store.store import LocalStore, Store, open_store


@dataclass(frozen=True)
class LakeState:
    """The files of the lake in `store` as of one commit; `manifest` is None for a lake of version 1, which
    has none, and a snapshot, whose files never change: there the folders are read as they are.
    """

    store: Store
    manifest: Manifest | None

    @cached_property
    def files(self) -> Mapping[str, tuple[str, ...]]:
        """Table → where its bytes lie for good, below the root, ordered by province and year."""
        if self.manifest:
            manifest = self.manifest
            return {name: tuple(manifest.place(path) for path in manifest.of_table(name)) for name in TABLES}
        found = {}
        for name in TABLES:
            found[name] = tuple(path for path in self.store.paths(name) if path.endswith(".parquet"))
        return found

    def located(self, table: str) -> list[str]:
        """The table's files as pyarrow, DuckDB, Polars and pandas take them."""
        scheme = "" if isinstance(self.store, LocalStore) else "s3://"
        return [scheme + self.store.locate(path) for path in self.files[table]]


def open_state(root: str | Path) -> LakeState:
    """The last commit of the lake at `root` (a folder or `s3://…`); `UserError` where there is none."""
    store = open_store(root)
    state = LakeState(store, read_manifest(store))
    if not any(state.files.values()):
        raise UserError(
            f"no lake in {root}: run `thidua nightly` or `thidua demo`, or name its folder (--data DIR)"
        )
    return state
