"""What does an upsert of 500 notices cost in a lake of 10,000, 100,000, 1,000,000, against Delta Lake?

    python benchmarks/store_upsert.py /tmp/lakes/10000 /tmp/lakes/100000 /tmp/lakes/1000000

The lakes are those of `store_build.py`. Three loads, since a commit's cost is that of the partitions it
touches: a night of one year in all provinces (64 partitions), one in a single province (1), and the first
again (nothing to write). Half of the 500 are new, half are known and say something else. Delta gets the first
load, in tables of the same rows and partitions made before the clock starts. On a busy machine the seconds of
the processor tell more than those of the clock.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

from delta_peer import make_delta, upsert_delta
from generated_notices import SLUGS, cells, notice

from pipeline.store.lake import Lake
from pipeline.store.stored import StoredNotice

COUNT = 500


def load(total: int, slugs: list[str], year: int, edition: int) -> list[StoredNotice]:
    """Notices of a year: known ones of these provinces in another edition, and new ones."""
    first, known = 0, []
    for slug, of_year, count in cells(total):
        if slug in slugs and of_year == year:
            known += [(n, slug) for n in range(first, first + count)][: COUNT // 2 // len(slugs) + 1]
        first += count
    known = known[: COUNT // 2]
    changed = [notice(n, slug, year, edition) for n, slug in known]
    new = [
        notice(total * edition + n, slugs[n % len(slugs)], year, edition) for n in range(COUNT - len(changed))
    ]
    return changed + new


def main() -> None:
    print(f"{'notices':>10} {'load':<34} {'seconds':>8} {'CPU s':>8} {'files':>6} {'MB':>7}")
    for root in map(Path, sys.argv[1:]):
        total = int(root.name)
        with tempfile.TemporaryDirectory(dir=root.parent) as folder:
            copy = Path(folder) / "lake"
            shutil.copytree(root, copy)
            lake = Lake(copy)
            night = load(total, SLUGS, 2025, 1)
            loads = [
                ("a year, all provinces", night),
                ("one province", load(total, SLUGS[:1], 2024, 2)),
                ("the first again", night),
            ]
            lake.upsert([])  # the index is made here, not on the clock
            for name, batch in loads:
                begun, used = time.monotonic(), time.process_time()
                report = lake.upsert(batch)
                seconds, cpu = time.monotonic() - begun, time.process_time() - used
                held = lake._commits.current().files
                size = sum(held[path].size for path in report.files) / 1e6
                print(
                    f"{total:>10,} {name:<34} {seconds:8.2f} {cpu:8.2f} {len(report.files):>6} {size:7.1f}",
                    flush=True,
                )
            shutil.rmtree(copy)
            delta = Path(folder) / "delta"
            make_delta(root, delta)
            begun, used = time.monotonic(), time.process_time()
            upsert_delta(delta, night)
            seconds, cpu = time.monotonic() - begun, time.process_time() - used
            print(
                f"{total:>10,} {'a year, all provinces: Delta Lake':<34} {seconds:8.2f} {cpu:8.2f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
