"""1 MB of awkward input, against an average text: no pattern may take more than its share.

Prints for each input its CPU time as a multiple of an average text's, and exits with 1 where one takes
more than 100 times as long. `--mixed 200` adds that many random mixtures; `--seed` draws others. A core's
pace varies within a run: the average is taken anew right before each input over the limit, which is then
measured once more.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from time import process_time

import texts

from parsers import extract

SIZE, LIMIT = 1_000_000, 100.0
SEEDS = [
    " ", "\n", "1", "1/", "12/", "1-", ".", "“", "”", '"', "(", ")", "“a ", '"a" ', "A", "a ", "số ",
    "ngày ", "tháng 1 ", "năm 2", "từ ngày 1 đến ", "phong trào ", "phong trào “", "chủ đề ",
    "kỷ niệm 5 năm ", "Kế hoạch số ", "số 1/KH-UBND ", "1/KH-", "và 1/KH-UBND, ", "Quyết định số 1, 2, ",
    "giai đoạn 2021-2025 ", "2021 - ", "1.1.1.", "Nguyễn Văn ", "tỉnh Bắc Kạn ", "UBND huyện ",
    "ban hành ", "A-", "Đ/", "-", "…", ", ", "căn cứ ", "<p>", "<div>", "&amp;", "a\u0301", "\u200b ",
    "\u0301\u0323", "thi đua “A”, ", "“A” và ", ": “", "- “", "; ", "12/5, ", "1/2 đến ", "(1/2", "a\n",
    "Ảnh: A\n",
    "Ngày 1/2, xã họp.\n", "Tác giả: A\n", "Thời gian: 1/2 ", "thắng 2 - 1 ", "Ngày A (1/2) ",
]  # fmt: skip
TAGS = ["<p>a", "<div><p>a</p>", "<table><tr><td>1/2", "<a href='x'>a</a>", "<!--", "<b><i>", "<ul><li>a",
        "<span style='x'>a</span> ", "<p>a&#769;&#803;", "&#769;&#803;"]  # fmt: skip


def repeated(piece: str) -> str:
    """A piece over and over, 1 MB long."""
    return (piece * (SIZE // len(piece) + 1))[:SIZE]


def inputs(bodies: list[str], mixed: int, seed: int) -> Iterator[tuple[str, str]]:
    """Names and texts of 1 MB."""
    rng = random.Random(seed)
    for piece in SEEDS:
        yield repr(piece), repeated(piece)
    for piece in TAGS:
        yield f"page of {piece!r}", ("<html><body><div>" + repeated(piece))[:SIZE]
    for i in range(mixed):
        some = [rng.choice(SEEDS) for _ in range(rng.randint(2, 6))]
        yield f"mix {i}: {some}", repeated("".join(some))
    yield "random", "".join(rng.choice(SEEDS) for _ in range(SIZE // 4))[:SIZE]
    yield "real texts", repeated("\n".join(bodies))
    yield "real texts on one line", repeated(" ".join(bodies).replace("\n", " "))
    yield "real texts as a page", f"<html><body><div><p>{repeated('</p><p>'.join(bodies))}"


def seconds(text: str) -> float:
    """CPU seconds to extract one text."""
    start = process_time()
    extract(text)
    return process_time() - start


def typical(bodies: list[str]) -> float:
    """CPU seconds of an average text, each at the faster of two runs."""
    return sum(min(seconds(body) for _ in range(2)) for body in bodies) / len(bodies)


def main() -> int:
    options = texts.arguments(__doc__, mixed=20, seed=2026)
    bodies = texts.load(options.texts)
    extract(bodies[0])
    average = typical(bodies)
    print(f"an average text takes {average * 1e3:.2f} ms")
    slow = 0
    for name, text in inputs(bodies, options.mixed, options.seed):
        ratio = seconds(text) / average
        if ratio > LIMIT:
            average = typical(bodies)
            ratio = seconds(text) / average
        slow += ratio > LIMIT
        note = "  <- too slow" if ratio > LIMIT else ""
        print(f"{ratio:>10.1f} ×  {name[:90]}{note}", flush=True)
    print(f"{slow} inputs over {LIMIT:.0f} times an average text")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
