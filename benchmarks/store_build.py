"""Build a lake of generated notices and say what it took: time, bytes, memory.

    python benchmarks/store_build.py 1000000 --into /tmp/lakes/1000000

Memory is bounded by the batch and the largest partition, never by the lake: the peak of 1,000,000 notices is
held against that of 10,000 in the same table.
"""

from __future__ import annotations

import argparse
import resource
import time
from itertools import islice
from pathlib import Path

from generated_notices import generated

from pipeline.store.lake import Lake

BATCH = 10_000


def build(total: int, into: Path) -> dict[str, float]:
    begun, making = time.monotonic(), 0.0
    lake = Lake(into, keep=0)
    notices = generated(total)
    while True:
        start = time.monotonic()
        batch = list(islice(notices, BATCH))
        making += time.monotonic() - start
        if not batch:
            break
        lake.upsert(batch)
    lake.compact()
    manifest = lake._commits.current()
    return {
        "notices": total,
        "rows": sum(file.rows for file in manifest.files.values()),
        "files": len(manifest.files),
        "seconds": time.monotonic() - begun - making,
        "seconds to generate": making,
        "CPU seconds of both": time.process_time(),
        "bytes": sum(file.size for file in manifest.files.values()),
        "peak MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("total", type=int)
    options.add_argument("--into", type=Path, required=True)
    given = options.parse_args()
    if given.into.exists():
        raise SystemExit(f"{given.into} exists: name a new folder")
    for name, value in build(given.total, given.into).items():
        print(f"{name:>22}  {value:,.1f}" if isinstance(value, float) else f"{name:>22}  {value:,}")


if __name__ == "__main__":
    main()
