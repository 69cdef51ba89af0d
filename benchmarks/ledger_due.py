"""How long the ledger takes to choose what is due, from 10 thousand to 5 million URLs.

`python benchmarks/ledger_due.py [SIZE …]` generates ledgers of 300 sites in a temporary folder (5 million
URLs take some 3 GB and two minutes) and asks every site's pages, as a night does: at most 300 known pages a
site and all new ones. `first` is the first round of questions after opening, while the file is read from the
disk; the second round is what the index itself takes.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.ledgers import NOW, generate
from scrapers.ledger.ledger import Ledger
from scrapers.ledger.rows import Sighting

SITES = 300


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 1_000_000, 5_000_000])
    parser.add_argument("--folder", type=Path, help="where to keep the ledgers (default: a temporary folder)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for size in options.sizes:
            path = (options.folder or Path(temporary)) / f"ledger-{size}.sqlite"
            if not path.exists():
                generate(path, size, SITES)
            print(f"{size:>9,} URLs, {path.stat().st_size / 1e6:,.0f} MB: {measured(path)}", flush=True)


def measured(path: Path) -> str:
    ledger = Ledger(path)
    first, _, _ = asked(ledger)
    times, cpu, rows = asked(ledger)
    listed = [Sighting(f"none-{n}", f"https://cong1.example/{n}", "1") for n in range(20)]
    begun = time.perf_counter()
    ledger.see("s1", listed, NOW)
    ledger.close()
    seen = time.perf_counter() - begun

    def ms(seconds: list[float]) -> str:
        return f"median {statistics.median(seconds) * 1e3:.2f} greatest {max(seconds) * 1e3:.1f} ms"

    return (
        f"due of a site {ms(times)}, of it CPU {ms(cpu)}, first round {ms(first)}; all {SITES} sites "
        f"{sum(times) * 1e3:.0f} ms for {rows:,} pages; a listing page of 20 new items {seen * 1e3:.1f} ms"
    )


def asked(ledger: Ledger) -> tuple[list[float], list[float], int]:
    """Seconds and seconds of CPU that each site's question took, and the pages chosen."""
    times, cpu, rows = [], [], 0
    for site in range(SITES):
        begun, spent = time.perf_counter(), time.thread_time()
        rows += len(ledger.due(f"s{site}", NOW, 300, 5_000))
        times.append(time.perf_counter() - begun)
        cpu.append(time.thread_time() - spent)
    return times, cpu, rows


if __name__ == "__main__":
    main()
