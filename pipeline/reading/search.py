"""`thidua search`: notices by words, with or without diacritics."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import pyarrow as pa
import pyarrow.compute as pc
import typer

from pipeline.commands.query import QueryFormat
from pipeline.errors import UserError
from pipeline.reading.text_index import TextIndex, fold
from pipeline.store.lake_state import LakeState, open_state
from pipeline.store.schema import TABLES
from pipeline.store.store import STATE, LocalStore
from pipeline.store.table_view import TableView

_BEFORE, _AFTER = 60, 120
"""Characters of a passage before and after its first word that matches."""


@dataclass(frozen=True, slots=True)
class Found:
    """A notice that was found, with the passage where its words stand first."""

    id: str
    published: Any
    province: str
    title: str | None
    url: str | None
    passage: str


def search(
    root: str | Path | LakeState,
    words: str,
    *,
    province: tuple[str, ...] = (),
    since: str | None = None,
    until: str | None = None,
    most: int = 20,
) -> list[Found]:
    """Notices that hold all of `words` (a phrase in quotes, `begin*`, `-not`), the best first.

    `province`: slugs; `since`, `until`: days of publication (ISO), inclusive. `UserError` for no words, an
    unknown day, no lake.
    """
    state = root if isinstance(root, LakeState) else open_state(root)
    index = TextIndex(_index_path(state))
    try:
        index.follow(state)
        hits = index.search(words, province, None if since or until else most)
    except ValueError as fault:
        raise UserError(f"{fault}: {words!r}") from fault
    if not hits:
        return []
    order = {hit.id: n for n, hit in enumerate(hits)}
    # Only the files that hold a hit are opened.
    provinces = sorted({hit.file.split("province=")[1].split("/")[0] for hit in hits})
    view = TableView(TABLES["notices"], state).filter(province=provinces, id=list(order))
    try:
        if since:
            view = view.filter(pc.field("published") >= pa.scalar(since).cast(pa.date32()))
        if until:
            view = view.filter(pc.field("published") <= pa.scalar(until).cast(pa.date32()))
    except pa.ArrowInvalid as fault:
        raise UserError(f"a day is written 2021-08-30: {fault}") from fault
    rows = view.to_arrow().to_pylist()
    rows.sort(key=lambda row: order[row["id"]])
    return [
        Found(row["id"], row["published"], row["province"], row["title"], row["url"],
              passage(f"{row['title'] or ''}\n{row['body']}", words))
        for row in rows[:most]
    ]  # fmt: skip


def _index_path(state: LakeState) -> Path:
    """Beside a lake that can be written to, else in the user's cache."""
    store = state.store
    if state.manifest and isinstance(store, LocalStore) and os.access(store.root / STATE, os.W_OK):
        return store.root / STATE / "text.sqlite"
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "thidua"
    name = str(Path(store.url).resolve()) if isinstance(store, LocalStore) else store.url
    return cache / f"text-{hashlib.sha256(name.encode()).hexdigest()[:16]}.sqlite"


def passage(text: str, words: str) -> str:
    """The text around the first place where a word of `words` stands, on one line."""
    plain, places = _plain(text)
    wanted = [_plain(word)[0] for word in re.findall(r"[^\W_]+", words)]
    found = [m.start() for w in wanted if (m := re.search(rf"\b{re.escape(w)}", plain))]
    phrase = re.search(r"\W{1,3}".join(map(re.escape, wanted)), plain) if wanted else None
    at = phrase.start() if phrase else min(found, default=0)
    middle = places[at] if places else 0
    first, last = max(0, middle - _BEFORE), middle + _AFTER
    cut = " ".join(text[first:last].split())
    return ("…" if first else "") + cut + ("…" if last < len(text) else "")


def _plain(text: str) -> tuple[str, list[int]]:
    """A text folded as the index folds it, and where in the text each of its characters comes from."""
    out: list[str] = []
    places: list[int] = []
    for n, c in enumerate(fold(text)):
        for part in unicodedata.normalize("NFD", c):
            if not unicodedata.combining(part):
                out.append(part.lower()[:1])
                places.append(n)
    return "".join(out), places


def search_command(
    words: Annotated[str, typer.Argument(metavar="WORDS", help='All of them; a "phrase"; begin*; -not.')],
    *,
    data: Annotated[str, typer.Option(help="The lake (folder or s3://…) or a release.")] = "data/lake",
    province: Annotated[
        list[str] | None, typer.Option(metavar="SLUG", help="Only of this province; may be repeated.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Published on this day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Published on this day or before.")] = None,
    most: Annotated[int, typer.Option(min=1, help="So many notices at most.")] = 20,
    format: Annotated[QueryFormat, typer.Option(help="How to write them.")] = QueryFormat.table,
    out: Annotated[Path | None, typer.Option(help="File to write to, instead of the terminal.")] = None,
) -> None:
    """Find notices by the words of their title and text; diacritics may be left out, đ may be d.

    Examples:

        thidua search "nong thon moi" --province bac-kan

        thidua search '"đền ơn đáp nghĩa" -kế*' --since 2021-01-01 --format json
    """
    from pipeline.commands.output import write_arrow  # noqa: PLC0415

    found = search(data, words, province=tuple(province or ()), since=since, until=until, most=most)
    schema = pa.schema(
        [("id", pa.string()), ("published", pa.date32()), ("province", pa.string()), ("title", pa.string()),
         ("url", pa.string()), ("passage", pa.string())]
    )  # fmt: skip
    rows = [{name: getattr(one, name) for name in schema.names} for one in found]
    write_arrow(pa.Table.from_pylist(rows, schema=schema), format.value, out)
