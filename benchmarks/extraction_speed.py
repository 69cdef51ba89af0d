"""Text → record, against tools that do a part of it, on the same texts in the same run.

Times are CPU seconds of this process (all tools run on one thread), ours the best of a few runs of each text,
and the tools take turns text by text: so other work on the machine weighs on all alike.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from time import process_time

import texts
from dateparser.search import search_dates

from parsers import extract

Task = Callable[[str], object]


def seconds(task: Task, body: str, repeat: int) -> float:
    """CPU seconds for one text: the best of `repeat` runs."""
    best = float("inf")
    for _ in range(repeat):
        start = process_time()
        task(body)
        best = min(best, process_time() - start)
    return best


def compare(name: str, peer: Task, bodies: list[str], repeat: int) -> None:
    """Print a peer's time, ours on the same texts, and their ratio."""
    for task in (peer, extract):
        task(bodies[0])  # models and patterns are loaded
    theirs = ours = 0.0
    for body in bodies:
        theirs += seconds(peer, body, 1)
        ours += seconds(extract, body, repeat)
    scale = 1e3 / len(bodies)
    print(
        f"{name:<28}{len(bodies):>6}{theirs * scale:>12.2f}{ours * scale:>12.2f}{theirs / ours:>12,.1f} ×",
        flush=True,
    )


def main() -> None:
    options = texts.arguments(__doc__, repeat=3, ner=20)
    bodies = texts.load(options.texts)
    print(
        f"{len(bodies)} texts of {sum(map(len, bodies)) / len(bodies):,.0f} characters on average; ms a text"
    )
    print(f"{'peer':<28}{'texts':>6}{'peer':>12}{'ours':>12}{'ratio':>14}")
    compare("search_dates (dateparser)", lambda t: search_dates(t, languages=["vi"]), bodies, options.repeat)
    if find_spec("underthesea"):
        from underthesea import ner

        compare("ner (underthesea)", ner, bodies[:: max(1, len(bodies) // options.ner)], options.repeat)
    else:
        print('underthesea is not installed: pip install -e ".[bench]"')


if __name__ == "__main__":
    main()
