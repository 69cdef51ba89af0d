"""What differs between two states of a lake, notice by notice.

Partitions whose files are the same bytes are not opened, so the cost grows with what changed.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.store.partition_files import by_notice, decode
from pipeline.store.schema import TABLES
from pipeline.store.store import Store

_MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Side:
    """One of two states: path as seen → (SHA-256, place of the bytes in `store`)."""

    store: Store
    files: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Changed:
    """A notice that is not the same in both: `change` is `added`, `changed` or `removed`."""

    change: str
    id: str
    url: str | None
    title: str | None


_Entry = tuple[str, str | None, str | None]


def compare(old: Side, new: Side) -> list[Changed]:
    """Notices that were added, changed (any row of theirs, but for the capture's place) or removed."""
    differing = {
        path.partition("/")[2]
        for path in old.files.keys() | new.files.keys()
        if old.files.get(path, ("", ""))[0] != new.files.get(path, ("", ""))[0]
    }
    before, after = _entries(old, differing), _entries(new, differing)
    found = [Changed("removed", key, *before[key][1:]) for key in before.keys() - after.keys()]
    for key, entry in after.items():
        if key not in before:
            found.append(Changed("added", key, *entry[1:]))
        elif before[key][0] != entry[0]:
            found.append(Changed("changed", key, *entry[1:]))
    return sorted(found, key=lambda one: (one.change, one.id))


def _entries(side: Side, partitions: Iterable[str]) -> dict[str, _Entry]:
    """Notice → digest of all its rows, URL, title; of the given partitions."""
    found: dict[str, _Entry] = {}
    for partition in sorted(partitions):
        tables = {}
        for name, table in TABLES.items():
            path = f"{name}/{partition}"
            if path in side.files:
                tables[name] = decode(side.store.read(side.files[path][1]), table)
            else:
                tables[name] = table.file_schema.empty_table()
        notices = tables["notices"].select(["id", "url", "title"]).to_pylist()
        rows = by_notice(tables, {row["id"] for row in notices})
        for row in notices:
            said = repr((partition, rows[row["id"]])).encode()
            found[row["id"]] = (hashlib.sha256(said).hexdigest(), row["url"], row["title"])
    return found


def changes_csv(changes: Iterable[Changed]) -> bytes:
    """Every change as a line: `change,id,url,title`."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["change", "id", "url", "title"])
    writer.writerows([one.change, one.id, one.url, one.title] for one in changes)
    return text.getvalue().encode("utf-8", errors="replace")


def changelog(name: str, previous: str | None, changes: list[Changed]) -> str:
    """The changelog of the release `name` as Markdown; `changes.csv` has every one."""
    if previous is None:
        return f"# Changes in {name}\n\nThe first release.\n"
    lines = [f"# Changes in {name} since {previous}", ""]
    kinds: dict[str, list[Changed]] = defaultdict(list)
    for one in changes:
        kinds[one.change].append(one)
    for kind in ("added", "changed", "removed"):
        lines.append(f"- {kind}: {len(kinds[kind]):,} notices")
    for kind in ("added", "changed", "removed"):
        if kinds[kind]:
            lines += ["", f"## {kind.capitalize()}", ""]
            lines += [f"- {_markdown(one)}" for one in kinds[kind][:_MOST_SHOWN]]
            if len(kinds[kind]) > _MOST_SHOWN:
                lines.append(f"- … and {len(kinds[kind]) - _MOST_SHOWN:,} more, in `changes.csv`")
    return "\n".join(lines) + "\n"


def _markdown(one: Changed) -> str:
    """A line that a page's title cannot break out of."""
    title = " ".join((one.title or "(no title)").split())
    safe = "".join(f"\\{c}" if c in "\\`*_{}[]<>()#|!" else c for c in title)
    return f"`{one.id}` {safe}"
