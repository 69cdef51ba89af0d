"""`thidua verify`: is a lake or a snapshot whole, down to each record in the archive?

For every file: is it there, has it the bytes that were committed (SHA-256), can it be read, are its rows in
order and in the right partition. For every row: does its notice exist, is its passage what the page says
there. For every notice: does its archive record exist at its offset and hold the page's address. For every
attachment that was fetched: does its record hold the bytes with its digest.
"""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import pyarrow as pa
import pyarrow.parquet as pq
import typer

from pipeline.errors import UserError
from pipeline.release.snapshot_files import SUMS, snapshot_sums
from pipeline.store.commits import DIRTY, Commits
from pipeline.store.history import read_rejected
from pipeline.store.lake_state import LakeState, open_state
from pipeline.store.manifest import FILES, StoredFile
from pipeline.store.schema import SCHEMA_VERSION, TABLES, Table
from pipeline.store.stored import NONE
from scrapers.archive.files import Archive, ArchiveError
from scrapers.archive.warc import Place

_MOST_SAID = 20
Files = Iterator[tuple[str, bytes]]
Places = dict[str, tuple[str | None, Place | None]]
"""Notice → its URL and where its page lies in the archive."""
Copies = dict[Place, str]
"""Where the copy of an attachment lies in the archive → its SHA-256."""


@dataclass(slots=True)
class Findings:
    """What was looked at (counts), what is wrong (a line each), and what is worth knowing."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def verify(root: str | Path, archive: Path | None = None, *, pages: bool = True) -> Findings:
    """Everything of the lake or snapshot at `root`. `archive`: where its WARC files lie (default:
    `root/archive`, if there is one); `pages` False leaves the archive out. `UserError` without a lake.
    """
    state = open_state(root)
    found = Findings()
    sums = snapshot_sums(state.store)
    files = _files(state, found) if sums is None else _snapshot_files(state, sums, found)
    places, copies = _tables(files, found)
    if state.manifest:
        _visible(state, found)
    folder = archive or Path(root) / "archive"
    if pages and folder.is_dir():
        _pages(places, Archive(folder), found)
        _copies(copies, Archive(folder), found)
    elif places:
        unseen = len(places) + len(copies)
        found.notes.append(f"{unseen} archive records not looked at: no archive in {folder}")
    return found


def _files(state: LakeState, found: Findings) -> Files:
    """(visible path, bytes) of every file of the last commit that has the bytes that were committed."""
    if state.manifest is None:
        found.notes.append("a lake of schema version 1: no checksums; the next write adds them")
        for path in _by_partition(path for paths in state.files.values() for path in paths):
            yield path, state.store.read(path)
        return
    manifest = state.manifest
    if manifest.schema != SCHEMA_VERSION:
        found.notes.append(f"schema version {manifest.schema}: the next write brings it to {SCHEMA_VERSION}")
    for path in _by_partition(manifest.files):
        noted = manifest.files[path]
        try:
            data = state.store.read(manifest.place(path))
        except FileNotFoundError:
            found.faults.append(f"{path}: its bytes are missing ({manifest.place(path)})")
            continue
        if StoredFile.of(data, noted.rows) != noted:
            found.faults.append(f"{path}: not the bytes that were committed")
            continue
        yield path, data


def _snapshot_files(state: LakeState, sums: dict[str, str], found: Findings) -> Files:
    """(path, bytes) of the snapshot's tables; every file of it is held against `SHA256SUMS`."""
    here = {path for path in state.store.paths("") if path != SUMS}
    found.faults += [f"{path}: missing" for path in sorted(sums.keys() - here)]
    found.faults += [f"{path}: not part of the release" for path in sorted(here - sums.keys())]
    for path in _by_partition(sums.keys() & here):
        data = state.store.read(path)
        if StoredFile.of(data, 0).sha256 != sums[path]:
            found.faults.append(f"{path}: not the bytes that were released")
        elif path.endswith(".parquet"):
            yield path, data


def _by_partition(paths: Iterable[str]) -> list[str]:
    """Paths with the tables of a partition side by side, `notices` first."""
    order = list(TABLES)

    def key(path: str) -> tuple[str, int]:
        table, _, partition = path.partition("/")
        return partition, order.index(table) if table in order else -1

    return sorted(paths, key=key)


def _tables(files: Files, found: Findings) -> tuple[Places, Copies]:
    """Every row is checked; one file is in memory at a time, and the texts of its partition's notices."""
    places: Places = {}
    copies: Copies = {}
    texts: dict[str, dict[str, str]] = {}
    at = ""
    for path, data in files:
        name, _, partition = path.partition("/")
        found.counts["files"] += 1
        if partition != at:
            at, texts = partition, {}
        rows = _read(path, data, TABLES[name], found)
        if rows is None:
            continue
        found.counts[name] += rows.num_rows
        if name == "notices":
            _notices(partition, rows, places, texts, found)
        else:
            _passages(path, rows, TABLES[name], texts, found)
        if name == "attachments":
            for row in rows.select(("archive_file", "archive_offset", "sha256")).to_pylist():
                if row["archive_file"] is not None and row["archive_offset"] is not None:
                    copies[Place(row["archive_file"], row["archive_offset"])] = row["sha256"] or ""
    return places, copies


def _read(path: str, data: bytes, table: Table, found: Findings) -> pa.Table | None:
    try:
        rows = pq.ParquetFile(io.BytesIO(data)).read()
    except (pa.ArrowException, OSError) as fault:
        found.faults.append(f"{path}: cannot be read: {fault}")
        return None
    if not rows.schema.equals(table.file_schema):
        found.faults.append(f"{path}: other columns or types than the schema's")
        return None
    ordered = rows.sort_by([(key, "ascending") for key in table.key])
    if not ordered.select(list(table.key)).equals(rows.select(list(table.key))):
        found.faults.append(f"{path}: rows out of order")
    return rows


def _notices(
    partition: str,
    rows: pa.Table,
    places: Places,
    texts: dict[str, dict[str, str]],
    found: Findings,
) -> None:
    year = partition.rsplit("/", 1)[1].removesuffix(".parquet")
    wanted = ("id", "url", "title", "body", "year", "archive_file", "archive_offset")
    for row in rows.select(wanted).to_pylist():
        key = row["id"]
        if key in places:
            found.faults.append(f"notices/{partition}: {key} is in the lake twice")
        if str(row["year"] or NONE) != year:
            found.faults.append(f"notices/{partition}: {key} is of the year {row['year']}")
        held = row["archive_file"] is not None and row["archive_offset"] is not None
        places[key] = (row["url"], Place(row["archive_file"], row["archive_offset"]) if held else None)
        texts[key] = {"title": row["title"] or "", "body": row["body"]}


def _passages(
    path: str, rows: pa.Table, table: Table, texts: dict[str, dict[str, str]], found: Findings
) -> None:
    has_passage = "field" in rows.schema.names
    columns = [table.notice_key, *(("field", "start", "end", "text") if has_passage else ())]
    for row in rows.select(columns).to_pylist():
        text = texts.get(row[table.notice_key])
        if text is None:
            found.faults.append(f"{path}: a row of {row[table.notice_key]}, which is no notice there")
        elif has_passage and text[row["field"]][row["start"] : row["end"]] != row["text"]:
            found.faults.append(f"{path}: a passage of {row[table.notice_key]} is not in its text")


def _visible(state: LakeState, found: Findings) -> None:
    """Do the folders show what the manifest says?"""
    assert state.manifest
    store, manifest = state.store, state.manifest
    shown = {path for name in TABLES for path in store.paths(name) if path.endswith(".parquet")}
    for path in sorted(shown - manifest.files.keys()):
        found.faults.append(f"{path}: lies in the folder, but is not part of the lake")
    for path in sorted(manifest.files):
        if path not in shown:
            found.faults.append(f"{path}: part of the lake, but not in the folder")
        elif StoredFile.of(store.read(path), manifest.files[path].rows) != manifest.files[path]:
            found.faults.append(f"{path}: the folder shows other bytes than the lake has")
    if store.size(DIRTY) is not None:
        found.notes.append("a writer is at work or ended badly: the next write (or --repair) mends that")
    known = {manifest.place(path) for path in manifest.files} | manifest.retired.keys()
    lost = [p for p in store.paths(FILES) if p not in known | {*manifest.history, *manifest.rejected}]
    if lost:
        found.notes.append(f"{len(lost)} files that no commit mentions (`thidua compact` deletes them)")
    rejected = Counter(f"{row['table']}: {row['reason']}" for row in read_rejected(store, manifest))
    for reason, count in rejected.most_common():
        found.notes.append(f"kept aside on write: {count} × {reason}")


def _pages(places: Places, archive: Archive, found: Findings) -> None:
    for key, (url, place) in sorted(places.items(), key=lambda item: repr(item[1][1])):
        if place is None:
            found.counts["notices without an archive record"] += 1
            continue
        try:
            page = archive.read(place)
        except ArchiveError as fault:
            found.faults.append(f"{key}: {fault}")
            continue
        if url is not None and page.url != url:
            found.faults.append(f"{key}: {place.file} at {place.offset} holds {page.url}, not {url}")
        found.counts["archive records"] += 1


def _copies(copies: Copies, archive: Archive, found: Findings) -> None:
    for place, digest in sorted(copies.items(), key=lambda item: (item[0].file, item[0].offset)):
        try:
            file = archive.read(place)
        except ArchiveError as fault:
            found.faults.append(f"an attachment: {fault}")
            continue
        if hashlib.sha256(file.body).hexdigest() != digest:
            found.faults.append(f"{place.file} at {place.offset} holds another file of {file.url}")
        found.counts["attachments in the archive"] += 1


def verify_command(
    data: Annotated[str, typer.Argument(metavar="DIR", help="A lake (folder or s3://…) or a snapshot.")] = (
        "data/lake"
    ),
    archive: Annotated[
        Path | None, typer.Option(help="Folder of its WARC files.", show_default="DIR/archive")
    ] = None,
    *,
    pages: Annotated[bool, typer.Option("--pages/--no-pages", help="Look up every archive record.")] = True,
    repair: Annotated[
        bool, typer.Option("--repair", help="First let the folders show what the last commit says.")
    ] = False,
) -> int:
    """Prove a lake or a snapshot whole: every file, row, passage and archive record.

    Exit status: 0 whole, 1 something is wrong (each fault is a line), 2 could not look.

    Examples:

        thidua verify data/lake

        thidua verify releases/2026-11-25 --archive data/lake/archive
    """
    if repair:
        _repair(data)
    found = verify(data, archive, pages=pages)
    for fault in found.faults[:_MOST_SAID]:
        typer.echo(fault)
    if len(found.faults) > _MOST_SAID:
        typer.echo(f"… and {len(found.faults) - _MOST_SAID:,} more")
    for note in found.notes:
        typer.echo(note)
    typer.echo(", ".join(f"{count:,} {name}" for name, count in found.counts.items() if count))
    typer.echo("whole" if found.whole else f"NOT WHOLE: {len(found.faults):,} faults")
    return 0 if found.whole else 1


def _repair(data: str) -> None:
    store = open_state(data).store
    with store.locked():
        commits = Commits(store)
        commits.recover()
        manifest = commits.current()
        if manifest.commit == 0:
            raise UserError(f"{data}: nothing to repair it from")
        shown = {path for name in TABLES for path in store.paths(name) if path.endswith(".parquet")}
        for path in sorted(shown - manifest.files.keys()):
            store.delete(path)
        for path in sorted(manifest.files):
            if store.size(manifest.place(path)) is not None:
                store.show(manifest.place(path), path)
        commits.end()
