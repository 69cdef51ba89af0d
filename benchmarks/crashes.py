"""A hundred nights killed at random moments, and some on a full disk: the whole run of the crash harness.

`python benchmarks/crashes.py` from the project's folder; exit status 1 where a promise was broken. What is
promised and checked stands in `tests/pipeline/crash_harness.py`.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.pipeline.crash_harness import Harness, Result, full_disk
from tests.pipeline.crash_portal import portals


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=100, help="nights to kill; each fifth is killed twice")
    parser.add_argument(
        "--disks", type=int, default=20, help="nights on a full disk; for root, half are real"
    )
    parser.add_argument("--notices", type=int, default=520)
    parser.add_argument("--hosts", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    results: list[Result] = []

    def told(result: Result) -> None:
        results.append(result)
        print(f"{len(results):4} {result}", flush=True)

    with tempfile.TemporaryDirectory() as folder, portals(options.hosts, options.notices) as served:
        harness = Harness(served, Path(folder))
        print(f"undisturbed: {harness.requests} requests, {harness.seconds:.1f} s", flush=True)
        for number in range(options.disks):
            told(full_disk(harness, rng, real=number % 2 == 0 and os.geteuid() == 0))
        for number in range(options.runs):
            told(harness.killed(rng, times=2 if number % 5 == 4 else 1))
    broken = sum(bool(result.wrong) for result in results)
    asked_again = sum(result.in_flight for result in results)
    print(
        f"{len(results)} nights, {broken} with a broken promise; "
        f"{sum(result.resumed for result in results)} pages taken up from the archive, "
        f"{asked_again} in flight asked for again"
    )
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
