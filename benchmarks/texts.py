"""The texts that the benchmarks run on: a folder of `.txt` files, else the bodies of the demo's notices."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from parsers import read_page


def arguments(description: str | None, **extra: int) -> Namespace:
    """`--texts DIR` and one integer option for each of `extra`."""
    parser = ArgumentParser(description=description)
    parser.add_argument("--texts", type=Path, help="folder of .txt files (default: the demo's notices)")
    for name, default in extra.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    return parser.parse_args()


def load(folder: Path | None) -> list[str]:
    """Title and body of each text, ready for any tool."""
    if folder:
        raw = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    else:
        from pipeline.demo_gold import rendered_pages

        raw = [page.html for page in rendered_pages()]
    pages = [read_page(text) for text in raw]
    return [f"{page.title or ''}\n{page.body}" for page in pages]
