"""`thidua show`: a page with the passages marked that values were taken from, and the records beside it.

displacy's span style stacks overlapping passages and escapes the words; all else is escaped here. The file
holds no script, loads nothing, and its Content-Security-Policy forbids both.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer

from parsers.notice import Mention, Notice
from pipeline.commands.extract import Failures, Known, extract_all
from pipeline.commands.output import destination
from pipeline.errors import UserError

COLOURS = {
    "documents": "#9bc4e2",
    "movements": "#f4b183",
    "themes": "#c5a3d9",
    "periods": "#a9d18e",
    "occasions": "#f2a2b8",
    "dates": "#ffe08a",
}
_WORD = re.compile(r"\S+")
_WORDS_IN_BLOCK = 400
"""displacy compares every word of a block with every passage in it."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 1500px; padding: 1rem; color: #222; }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(18rem, 2fr); gap: 2rem; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; vertical-align: top; padding: .2rem .5rem; border-bottom: 1px solid #ddd; }
td { overflow-wrap: anywhere; }
.unsure { color: #888; }
h1 { font-size: 1.3rem; } h2 { font-size: 1rem; margin: 1.2rem 0 .2rem; }
h2 i { display: inline-block; width: .8em; height: .8em; margin-right: .4em; }
@media (max-width: 800px) { main { display: block; } }
"""


def show_command(
    page: Annotated[
        str, typer.Argument(metavar="PAGE", help="A page or text (.html, .txt), or '-' for stdin.")
    ],
    out: Annotated[
        Path | None, typer.Option(help="File to write; PAGE's name with .marked.html else.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Address of the page, as for `thidua extract`.")] = None,
) -> int:
    """Show a page with what was found in it marked, and the records beside it, as an HTML file.

    Examples:

        thidua show page.html

        thidua show notice.txt --out marked.html
    """
    failures = Failures()
    notices = list(extract_all([page], Known(url=url), failures))
    if failures.count:
        return 2
    if len(notices) != 1:
        raise UserError(f"show wants one page, {page} holds {len(notices)}")
    target = out or (Path("stdin.marked.html") if page == "-" else Path(page).with_suffix(".marked.html"))
    with destination(target) as file:
        file.write(marked_page(notices[0]).encode("utf-8", errors="replace"))
    typer.echo(str(target))
    return 0


def marked_page(notice: Notice) -> str:
    """The whole HTML document of one notice."""
    title = escape(notice.title or notice.id)
    passages = "".join(
        f"<section>{marked_text(text, [m for m in notice.mentions if m.where == where])}</section>"
        for where, text in (("title", notice.title or ""), ("body", notice.body))
        if text
    )
    return (
        f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1><main><article>{passages}</article>"
        f"<aside>{_records(notice)}</aside></main></body></html>\n"
    )


def marked_text(text: str, mentions: Iterable[Mention]) -> str:
    """The text as HTML, paragraph by paragraph, with the passages of `mentions` marked."""
    from spacy import displacy  # noqa: PLC0415

    marks = sorted(mentions, key=lambda m: (m.start, -m.end))
    options = {"colors": {_label(name): colour for name, colour in COLOURS.items()}}
    return "\n".join(
        displacy.render(block, style="span", manual=True, page=False, jupyter=False, options=options)
        for block in _blocks(text, marks)
    )


def _label(field: str) -> str:
    return field.upper()


def _blocks(text: str, marks: Sequence[Mention]) -> Iterator[dict[str, Any]]:
    """Paragraphs in the shape that displacy draws: words, cut where a passage begins or ends, and spans."""
    cuts = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        words: list[tuple[int, int]] = [
            piece for word in _WORD.finditer(text, *line.span()) for piece in _cut(*word.span(), cuts)
        ]
        for first in range(0, len(words), _WORDS_IN_BLOCK):
            block = words[first : first + _WORDS_IN_BLOCK]
            here = [m for m in marks if m.start < block[-1][1] and m.end > block[0][0]]
            starts, ends = [a for a, _ in block], [b for _, b in block]
            spans: list[dict[str, Any]] = [
                {"start_token": bisect_right(ends, m.start), "end_token": bisect_left(starts, m.end),
                 "label": _label(m.field)}
                for m in here
            ]  # fmt: skip
            yield {
                "text": line.group(),
                "tokens": [text[a:b] for a, b in block],
                "spans": [span for span in spans if span["start_token"] < span["end_token"]],
            }


def _cut(start: int, end: int, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
    yield from pairwise((start, *inside, end))


def _records(notice: Notice) -> str:
    record = notice.record()
    head = "".join(
        _row(name, record[name]) for name in ("id", "url", "title", "published", "author", "province")
    )
    parts = [f"<table>{head}</table>"]
    for field, colour in COLOURS.items():
        items = record[field]
        if items:
            rows = "".join(_item(item) for item in items)
            parts.append(f'<h2><i style="background:{colour}"></i>{field}</h2><table>{rows}</table>')
    if record["attachments"]:
        rows = "".join(_item(item) for item in record["attachments"])
        parts.append(f"<h2>attachments</h2><table>{rows}</table>")
    return "".join(parts)


def _row(name: str, value: object) -> str:
    shown = '<span class="unsure">none</span>' if value is None else escape(str(value))
    return f"<tr><th>{escape(name)}</th><td>{shown}</td></tr>"


def _item(item: Any) -> str:
    values = list(item.values()) if isinstance(item, dict) else [item]
    cells = "".join(f"<td>{'' if value is None else escape(str(value))}</td>" for value in values)
    return f"<tr>{cells}</tr>"
