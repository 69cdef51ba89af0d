"""1 MB of awkward input, against an average text: no pattern may take more than its share.

Prints for each input its time as a multiple of an average text's, and exits with 1 where one takes more than
100 times as long.
"""

from __future__ import annotations

import random
import sys
from time import perf_counter

import texts

from parsers import extract

SIZE, LIMIT = 1_000_000, 100.0
SEEDS = [
    " ", "\n", "1", "1/", "12/", "1-", ".", "“", "”", '"', "(", ")", "“a ", '"a" ', "A", "a ", "số ",
    "ngày ", "tháng 1 ", "năm 2", "từ ngày 1 đến ", "phong trào ", "phong trào “", "chủ đề ",
    "kỷ niệm 5 năm ", "Kế hoạch số ", "số 1/KH-UBND ", "1/KH-", "và 1/KH-UBND, ", "Quyết định số 1, 2, ",
    "giai đoạn 2021-2025 ", "2021 - ", "1.1.1.", "Nguyễn Văn ", "tỉnh Bắc Kạn ", "UBND huyện ",
    "ban hành ", "A-", "Đ/", "-", "…", ", ", "căn cứ ", "<p>", "<div>", "&amp;", "a\u0301", "\u200b ",
    "thi đua “A”, ", "“A” và ", ": “", "- “", "; ",
]  # fmt: skip


def seconds(text: str) -> float:
    """Seconds to extract one text."""
    start = perf_counter()
    extract(text)
    return perf_counter() - start


def main() -> int:
    options = texts.arguments(__doc__, mixed=20)
    bodies = texts.load(options.texts)
    extract(bodies[0])
    average = sum(map(seconds, bodies)) / len(bodies)
    rng = random.Random(2026)
    inputs = [(repr(seed), (seed * (SIZE // len(seed) + 1))[:SIZE]) for seed in SEEDS]
    for i in range(options.mixed):
        some = [rng.choice(SEEDS) for _ in range(rng.randint(2, 6))]
        inputs.append((f"mix {i}: {some}", ("".join(some) * SIZE)[:SIZE]))
    inputs.append(("random", "".join(rng.choice(SEEDS) for _ in range(SIZE // 4))[:SIZE]))
    inputs.append(("real texts", "\n".join(bodies * (SIZE // sum(map(len, bodies)) + 1))[:SIZE]))
    print(f"an average text takes {average * 1e3:.2f} ms")
    slow = 0
    for name, text in inputs:
        ratio = seconds(text) / average
        slow += ratio > LIMIT
        print(f"{ratio:>10.1f} ×  {name[:90]}{'  <- too slow' if ratio > LIMIT else ''}", flush=True)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
