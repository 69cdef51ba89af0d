"""Does memory stay flat over many texts? Prints the resident set after each tenth of the run."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

import texts

from parsers import extract


def resident_mib() -> float:
    """Resident memory of this process in MiB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


def main() -> None:
    options = texts.arguments(__doc__, count=100_000)
    bodies = texts.load(options.texts)
    # A different number in each text keeps a cache of results from hiding a leak.
    for i, body in enumerate(islice(cycle(bodies), options.count), 1):
        extract(f"{body}\nQuyết định số {i}/QĐ-UBND")
        if i % max(1, options.count // 10) == 0:
            print(f"{i:>9,} texts  {resident_mib():8.1f} MiB", flush=True)


if __name__ == "__main__":
    main()
