"""The texts that the benchmarks run on: a folder of `.txt` files, else the bodies of the demo's notices."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from parsers import read_page
from pipeline.demo.render import Ambient, detail_page
from pipeline.demo.samples import portal_styles, samples


def arguments(description: str | None, **extra: int) -> Namespace:
    """`--texts DIR` and one integer option for each of `extra`."""
    parser = ArgumentParser(description=description)
    parser.add_argument("--texts", type=Path, help="folder of .txt files (default: the demo's notices)")
    for name, default in extra.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    return parser.parse_args()


def demo_pages() -> Iterator[str]:
    """The HTML of each of the demo's notices, as its portal would serve it."""
    styles = {style.id: style for style in portal_styles()}
    by_portal = attrgetter("portal")
    for portal, group in groupby(sorted(samples(), key=by_portal), by_portal):
        notices = list(group)
        for notice in notices:
            yield detail_page(styles[portal], notice, notices, "https://portal.example", Ambient())


def load(folder: Path | None) -> list[str]:
    """Title and body of each text, ready for any tool."""
    paths = sorted(folder.glob("*.txt")) if folder else []
    raw = [path.read_text(encoding="utf-8") for path in paths] if folder else demo_pages()
    pages = [read_page(text) for text in raw]
    return [f"{page.title or ''}\n{page.body}" for page in pages]
