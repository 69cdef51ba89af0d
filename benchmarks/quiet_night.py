"""A night of 300 sites with 20 listing pages each and nothing new, over a small and a large ledger.

`python benchmarks/quiet_night.py [SIZE …]` needs nginx. Every listing page is read and compared item by item
(the server offers no ETag, as most portals do not); the ledger knows all that the listings show, 33 notices a
site, and as many more as make the size. The cost of such a night has to grow with the sites alone.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.ledgers import generate
from pipeline.night.nightly import NightOptions, run_night
from pipeline.night.run_summary import NightReport
from scrapers.discover.listing import read_listing
from scrapers.ledger.ledger import Ledger
from scrapers.sites import Site
from tests.scrapers.nginx import running
from tests.scrapers.portal import Portal, listing, site_of

SITES, PAGES, NOTICES = 300, 20, 33
PORT = 8518
_HTTP = """
    access_log off;
    etag off;
    if_modified_since off;
    add_header Last-Modified "";
    server {{
        listen {port};
        root {folder}/www;
        location = /robots.txt {{ return 404; }}
        location /muc- {{ try_files $uri.html =404; }}
    }}
"""


def page(number: int) -> bytes:
    """Listing page `number` (from 0): ten of the site's notices, among navigation."""
    slugs = [f"n{(number * 7 + n) % NOTICES}" for n in range(10)]
    menu = "".join(f"<li><a href='/muc-{n}'>Chuyên mục {n}</a></li>" for n in range(200))
    return listing(*slugs).replace(b"<body>", f"<body><ul>{menu}</ul>".encode())


def sites() -> list[Site]:
    found = []
    for n in range(SITES):
        base = f"http://127.1.{n // 200}.{n % 200 + 1}:{PORT}"
        starts = tuple(f"{base}/muc-{m}" for m in range(PAGES))
        found.append(site_of(Portal(base), f"s{n}", start=starts, max_pages=1))
    return found


def prepare(data: Path, size: int, now: datetime) -> None:
    """A folder whose ledger knows what the listings show and `size` URLs in all; nothing is due."""
    (data / "notices").mkdir(parents=True)
    generate(data / "ledger.sqlite", max(0, size - SITES * NOTICES), SITES, share_due=0.0)
    ledger = Ledger(data / "ledger.sqlite")
    for site in sites():
        for number, start in enumerate(site.start):
            ledger.see(site.id, read_listing(page(number), start, site.listing).items, now)
    ledger._db.execute(
        "UPDATE pages SET next_visit = '2999', content_hash = ifnull(content_hash, '0'),"
        " state = iif(state = 'found', 'stored', state)"
    )
    ledger.close()


def night(data: Path, now: datetime) -> tuple[float, float, NightReport]:
    """Seconds, seconds of CPU, and what the night told."""
    begun, cpu = time.monotonic(), time.process_time()
    options = NightOptions(contact="a@b.vn", allow=("127.0.0.0/8",), clock=lambda: now)
    report = run_night(data, sites(), options=options)
    return time.monotonic() - begun, time.process_time() - cpu, report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 1_000_000])
    options = parser.parse_args()
    now = datetime.now(UTC).replace(microsecond=0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "www").mkdir()
        for number in range(PAGES):
            (folder / "www" / f"muc-{number}.html").write_bytes(page(number))
        with running(folder, _HTTP.format(folder=folder, port=PORT), ("127.1.0.1", PORT)):
            for size in options.sizes:
                data = folder / f"lake-{size}"
                prepare(data, size, now - timedelta(days=2))
                seconds, cpu, report = night(data, now)
                told = {name: report.total(name) for name in ("requests", "new", "failed")}
                print(f"{size:>9,} URLs: {seconds:.1f} s, {cpu:.1f} s CPU, {told}", flush=True)
                shutil.rmtree(data)


if __name__ == "__main__":
    main()
