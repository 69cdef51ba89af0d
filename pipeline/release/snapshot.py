"""`thidua snapshot`: an immutable, checksummed release of the lake that can be cited.

A folder with the tables as they are in one commit (hard links to the lake's own bytes, or to the previous
release's: a file that did not change is stored once), `SHA256SUMS`, a Frictionless `datapackage.json`, a
Croissant `croissant.json`, the data dictionary, a citation, and what changed since the previous release.
The folder appears whole or not at all. Any reader of the lake reads it: `Dataset("releases/2026-11-25")`.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import pyarrow.compute as pc
import typer

from pipeline.errors import UserError
from pipeline.release.changelog import Changed, Side, changelog, changes_csv, compare
from pipeline.release.release_metadata import About, Released, croissant, datapackage
from pipeline.release.snapshot_files import SUMS, encode_sums, snapshot_sums
from pipeline.store.dictionary import dictionary
from pipeline.store.lake_state import LakeState, open_state
from pipeline.store.manifest import Manifest
from pipeline.store.schema import TABLES
from pipeline.store.store import LocalStore, share_file
from pipeline.store.table_view import TableView

_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,60}")
TITLE = "Thi Đua: official notices of Vietnam's provinces"
DESCRIPTION = (
    "Official notices of Vietnam's provinces and their newspapers, with the documents, emulation movements "
    "(phong trào thi đua), themes, periods, occasions and dates that they name, each with its passage."
)


@dataclass(frozen=True, slots=True)
class Release:
    """A snapshot that was made: its folder, the one before it, what changed, and files that are shared."""

    folder: Path
    previous: str | None
    changes: list[Changed]
    files: int
    shared: int


def make_snapshot(
    root: str | Path,
    to: Path,
    name: str | None = None,
    *,
    creator: str = "Thi Đua contributors",
    url: str | None = None,
    license: str | None = None,
) -> Release:
    """Release the last commit of the lake at `root` as `to/NAME`.

    `name` (default: the day of the newest page) must be new. `url`: where it can be found (default: a URN
    made of the digests of its tables). Raises `UserError` where it is taken, where
    there is no lake, or where a file of the lake is not what was committed.
    """
    state = open_state(root)
    if state.manifest is None:
        raise UserError(f"{root} is no lake with commits: a release is made from the lake itself")
    released = _newest_day(state)
    name = name or released
    if not _NAME.fullmatch(name):
        raise UserError(f"{name!r} cannot name a release: letters, digits, dots and hyphens")
    target, draft = to / name, to / f".{name}.draft"
    if target.exists():
        raise UserError(f"{target} exists and never changes: choose another name (--name)")
    previous = _previous(to)
    about = About(name, released, TITLE, DESCRIPTION, creator, url or _urn(state.manifest), license)
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        files, shared = _share_tables(state, state.manifest, draft, previous)
        changes = _changes(state, state.manifest, previous)
        texts = {
            "datapackage.json": datapackage(about, files),
            "croissant.json": croissant(about),
            "DICTIONARY.md": dictionary().encode(),
            "CHANGELOG.md": changelog(name, previous.name if previous else None, changes).encode(
                "utf-8", "replace"
            ),
            "changes.csv": changes_csv(changes),
            "CITATION.cff": _citation_file(about),
            "README.md": _readme(about, files),
        }
        sums = {path: file.sha256 for path, file in files.items()}
        for path, data in texts.items():
            (draft / path).write_bytes(data)
            sums[path] = hashlib.sha256(data).hexdigest()
        store = LocalStore(draft)
        store.write(SUMS, encode_sums(sums))
        store.settle([SUMS, *texts])
        draft.replace(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Release(target, previous.name if previous else None, changes, len(files), shared)


def _urn(manifest: Manifest) -> str:
    """Names the content of the tables, wherever it lies."""
    said = encode_sums({path: file.sha256 for path, file in manifest.files.items()})
    return f"urn:sha256:{hashlib.sha256(said).hexdigest()}"


def _newest_day(state: LakeState) -> str:
    """The day of the newest page: the same lake gives the same release, whenever it is made."""
    notices = TableView(TABLES["notices"], state).select("fetched_at", "published").to_arrow()
    newest = pc.max(notices["fetched_at"]).as_py() or pc.max(notices["published"]).as_py()
    if newest is None:
        raise UserError(f"{state.store.url} holds no notice with a date: name the release (--name)")
    return f"{newest:%Y-%m-%d}"


def _previous(to: Path) -> Path | None:
    """The release made last (by the time of its folder, since names are free)."""
    found = [path for path in to.iterdir() if (path / SUMS).is_file()] if to.is_dir() else []
    return max(found, key=lambda path: ((path / SUMS).stat().st_mtime_ns, path.name), default=None)


def _share_tables(
    state: LakeState, manifest: Manifest, draft: Path, previous: Path | None
) -> tuple[dict[str, Released], int]:
    """Every table's files in the draft, none of them copied if the file system can help it."""
    held = snapshot_sums(LocalStore(previous)) if previous else None
    before = {digest: path for path, digest in (held or {}).items()}
    files: dict[str, Released] = {}
    shared = 0
    for path, file in manifest.files.items():
        target = draft / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if previous and file.sha256 in before:
            share_file(previous / before[file.sha256], target)
            shared += 1
        elif isinstance(state.store, LocalStore):
            share_file(state.store.root / manifest.place(path), target)
        else:
            target.write_bytes(state.store.read(manifest.place(path)))
        if hashlib.sha256(target.read_bytes()).hexdigest() != file.sha256:
            raise UserError(f"{path} is not what was committed (see `thidua verify`): nothing was released")
        target.chmod(0o444)
        files[path] = Released(file.sha256, file.size, file.rows)
    return files, shared


def _changes(state: LakeState, manifest: Manifest, previous: Path | None) -> list[Changed]:
    if previous is None:
        return []
    store = LocalStore(previous)
    sums = snapshot_sums(store) or {}
    old = {path: (digest, path) for path, digest in sums.items() if path.endswith(".parquet")}
    new = {path: (file.sha256, manifest.place(path)) for path, file in manifest.files.items()}
    return compare(Side(store, old), Side(state.store, new))


def _citation_file(about: About) -> bytes:
    """`CITATION.cff` (Citation File Format 1.2)."""
    text = (
        "cff-version: 1.2.0\nmessage: Please cite this release as below.\ntype: dataset\n"
        f"title: {_yaml(about.title)}\nversion: {_yaml(about.name)}\n"
        f"date-released: {date.fromisoformat(about.released)}\nurl: {_yaml(about.url)}\n"
        f"authors:\n  - name: {_yaml(about.creator)}\n"
    )
    return text.encode()


def _yaml(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _readme(about: About, files: Mapping[str, Released]) -> bytes:
    rows = {name: sum(f.rows for path, f in files.items() if path.startswith(f"{name}/")) for name in TABLES}
    counts = "\n".join(f"| `{name}` | {count:,} |" for name, count in rows.items())
    text = f"""# {about.title}

Release {about.name}. {about.description}

| table | rows |
|---|---|
{counts}

`DICTIONARY.md` explains every column, `CHANGELOG.md` and `changes.csv` what changed since the release before.
Check the files with `sha256sum -c {SUMS}` or `thidua verify .`.

Cite as: {about.citation}
"""
    return text.encode()


def snapshot_command(
    *,
    data: Annotated[str, typer.Option(help="The lake: a folder or s3://…")] = "data/lake",
    to: Annotated[Path, typer.Option(help="Folder of the releases.")] = Path("data/releases"),
    name: Annotated[str | None, typer.Option(show_default="day of the newest page", help="Its name.")] = None,
    creator: Annotated[str, typer.Option(help="Who publishes it.")] = "Thi Đua contributors",
    url: Annotated[str | None, typer.Option(help="Where it can be found.")] = None,
    license: Annotated[str | None, typer.Option(metavar="URL", help="Licence of the release.")] = None,
) -> None:
    """Make a release: immutable, checksummed, described, with what changed since the last one.

    Examples:

        thidua snapshot --data data/lake --to data/releases

        thidua snapshot --name 2026-q4 --license https://creativecommons.org/licenses/by/4.0/
    """
    made = make_snapshot(data, to, name, creator=creator, url=url, license=license)
    typer.echo(f"{made.folder}: {made.files} files, {made.shared} shared with {made.previous or 'no other'}")
    kinds = [one.change for one in made.changes]
    if made.previous:
        said = ", ".join(f"{kinds.count(kind):,} {kind}" for kind in ("added", "changed", "removed"))
        typer.echo(f"since {made.previous}: {said}")
