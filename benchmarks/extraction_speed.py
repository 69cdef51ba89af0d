"""Text → record, against tools that do a part of it, on the same texts in the same run."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from time import perf_counter

import texts
from dateparser.search import search_dates

from parsers import extract


def seconds(task: Callable[[str], object], bodies: list[str]) -> float:
    """Seconds a text, after a first text that warms caches."""
    task(bodies[0])
    start = perf_counter()
    for body in bodies:
        task(body)
    return (perf_counter() - start) / len(bodies)


def main() -> None:
    options = texts.arguments(__doc__, repeat=5, ner=5)
    bodies = texts.load(options.texts)
    size = sum(map(len, bodies)) / len(bodies)
    ours = min(seconds(extract, bodies) for _ in range(options.repeat))
    print(f"{len(bodies)} texts of {size:,.0f} characters on average")
    print(f"{'thidua: text → record':<40}{ours * 1e3:>10.2f} ms a text")
    peers: list[tuple[str, Callable[[str], object], list[str]]] = [
        ("dateparser.search.search_dates (vi)", lambda t: search_dates(t, languages=["vi"]), bodies)
    ]
    if find_spec("underthesea"):
        from underthesea import ner

        peers.append((f"underthesea.ner (first {options.ner} texts)", ner, bodies[: options.ner]))
    for name, task, some in peers:
        theirs = seconds(task, some)
        same = seconds(extract, some)
        print(f"{name:<40}{theirs * 1e3:>10.2f} ms a text, {theirs / same:,.0f} times ours")


if __name__ == "__main__":
    main()
