"""Crawl speed against Scrapy: 50 loopback hosts, pages of 100 KB, one core for the crawler.

`python benchmarks/throughput.py [--pages 5000] [--rounds 3]` needs nginx (`apt-get install nginx-light`) and
the extra `bench`. nginx serves every host from the other core. Both crawlers read a listing a host, ask
robots.txt, and fetch every page of the listing; ours also keeps its archive (WARC, compressed) and its
ledger, Scrapy keeps nothing (HTTP cache off). Rounds alternate, so that both meet the same machine; figures
are the medians. `--memory` compares the peak memory of runs of 1,000 and of 20,000 pages instead.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

HOSTS = 50
PORT = 8517
_HTTP = """
    access_log off;
    server {{
        listen {port};
        root {folder}/www;
        location = /robots.txt {{
            default_type text/plain;
            return 200 "User-agent: *\\nDisallow: /quan-tri/\\n";
        }}
        location = /tin {{ try_files /listing.html =404; }}
        location /tin/ {{ try_files /page.html =404; }}
    }}
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What one crawl took; seconds of CPU are the crawler's own, memory is its peak in MiB."""

    pages: int
    seconds: float
    cpu: float
    memory: float

    @property
    def rate(self) -> float:
        return self.pages / self.seconds


def page(size: int = 100_000) -> str:
    """Markup of the length and entropy of a portal's page."""
    rng = random.Random(1)
    letters = "abcdeghiklmnopqrstuvxyâăêôơưđ"
    words = ["".join(rng.choices(letters, k=rng.randint(2, 6))) for _ in range(3000)]
    parts = ["<html><body><h1>Tin</h1>"]
    length = 0
    while length < size:
        text = " ".join(rng.choices(words, k=20))
        parts.append(
            f"<div class='c{rng.randint(0, 99)}'><a href='/x/{rng.randint(0, 10**6)}'>{text}</a></div>"
        )
        length += len(parts[-1].encode())
    return "".join(parts)[:size] + "</body></html>"


def ours(pages: int, folder: Path) -> int:
    """Crawl with archive and ledger, without parsing. Returns the pages that the crawl handed on."""
    from scrapers.archive.files import Archive
    from scrapers.crawl import SiteCrawl
    from scrapers.fetch.fetching import HttpFetcher
    from scrapers.fetch.politeness import Paces, PoliteFetcher
    from scrapers.ledger.ledger import Ledger
    from scrapers.sites import Site
    from scrapers.visits import Budget
    from tests.scrapers.portal import Portal, site_of

    now = datetime.now(UTC).replace(microsecond=0)
    archive, ledger, paces = Archive(folder / "archive"), Ledger(folder / "ledger.sqlite"), Paces()
    archive.begin(now)

    def crawl(site: Site) -> int:
        fetcher = PoliteFetcher(HttpFetcher("thidua-bench", allow=("127.0.0.0/8",)), paces)
        run = SiteCrawl(site, fetcher, archive, ledger, now=now, budget=Budget(None, 0))
        count = 0
        for visit in run.visits():
            ledger.stored(visit.row.id, "new", "0", None, now)
            count += 1
        fetcher.close()
        if run.tally.faults:
            raise RuntimeError(run.tally.faults)
        return count

    sites = [site_of(Portal(f"http://127.0.9.{n + 1}:{PORT}"), f"s{n}", max_pages=1) for n in range(HOSTS)]
    with ThreadPoolExecutor(16) as pool:
        done = sum(pool.map(crawl, sites))
    archive.end()
    ledger.close()
    return done


def scrapy(pages: int, folder: Path) -> int:
    """The same with Scrapy, whose spider keeps nothing. Returns the pages that it saw."""
    from collections.abc import Iterator
    from typing import Any

    import scrapy
    from scrapy.crawler import CrawlerProcess

    seen = [0]

    class Portals(scrapy.Spider):  # type: ignore[misc]
        name = "portals"
        start_urls = [f"http://127.0.9.{n + 1}:{PORT}/tin" for n in range(HOSTS)]  # noqa: RUF012

        def parse(self, response: Any) -> Iterator[Any]:
            for href in response.css(".item a::attr(href)").getall():
                yield response.follow(href, self.parse_page)

        def parse_page(self, response: Any) -> None:
            seen[0] += bool(response.body)

    process = CrawlerProcess(
        {
            "ROBOTSTXT_OBEY": True,
            "HTTPCACHE_ENABLED": False,
            "CONCURRENT_REQUESTS": 64,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
            "DOWNLOAD_DELAY": 0,
            "LOG_LEVEL": "ERROR",
            "TELNETCONSOLE_ENABLED": False,
        }
    )
    process.crawl(Portals)
    process.start()
    return seen[0]


CRAWLERS = {"thidua": ours, "scrapy": scrapy}


def crawl(name: str, pages: int, core: str) -> Figures:
    """One crawl in a process of its own, on the core `core`."""
    with tempfile.TemporaryDirectory() as folder:
        pinned = ["taskset", "-c", core] if shutil.which("taskset") else []
        command = [
            *pinned,
            sys.executable,
            __file__,
            "--crawl",
            name,
            "--pages",
            str(pages),
            "--folder",
            folder,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return Figures(**json.loads(done.stdout.splitlines()[-1]))


def _crawl_here(name: str, pages: int, folder: Path) -> None:
    begun, cpu = time.monotonic(), time.process_time()
    done = CRAWLERS[name](pages, folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if done != pages:
        raise RuntimeError(f"{name} fetched {done} of {pages} pages")
    figures = {
        "pages": done,
        "seconds": time.monotonic() - begun,
        "cpu": time.process_time() - cpu,
        "memory": peak,
    }
    print(json.dumps(figures))


def serve(folder: Path, pages: int) -> None:
    """Write what nginx serves: a listing of so many items, and one page for all of them."""
    www = folder / "www"
    www.mkdir(exist_ok=True)
    items = "".join(
        f"<div class='item'><a href='/tin/n{n}'>Tin số {n}</a></div>" for n in range(pages // HOSTS)
    )
    (www / "listing.html").write_text(f"<html><body>{items}</body></html>", encoding="utf-8")
    (www / "page.html").write_text(page(), encoding="utf-8")


def main() -> None:
    from tests.scrapers.nginx import running

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pages", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=CRAWLERS)
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--crawl", choices=CRAWLERS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.crawl:
        _crawl_here(options.crawl, options.pages, options.folder)
        return
    mine, its = ("0", "1") if (os.cpu_count() or 1) > 1 else ("0", "0")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        serve(folder, options.pages)
        other = ("taskset", "-c", its) if shutil.which("taskset") else ()
        with running(folder, _HTTP.format(folder=folder, port=PORT), ("127.0.9.1", PORT), other):
            if options.memory:
                for pages in (1_000, 20_000):
                    serve(folder, pages)
                    told = crawl("thidua", pages, mine)
                    print(f"thidua, {pages} pages: peak {told.memory:.0f} MiB, {told.rate:.0f} pages/s")
                return
            rounds: dict[str, list[Figures]] = {each: [] for each in CRAWLERS if options.only in (None, each)}
            for _ in range(options.rounds):
                for each, figures in rounds.items():
                    figures.append(crawl(each, options.pages, mine))
    for each, figures in rounds.items():
        rate = statistics.median(f.rate for f in figures)
        cpu = statistics.median(f.cpu / f.pages * 1000 for f in figures)
        memory = max(f.memory for f in figures)
        print(f"{each:8} {rate:6.0f} pages/s   {cpu:5.2f} s CPU per 1,000 pages   peak {memory:4.0f} MiB")
    if len(rounds) == 2:
        pairs = zip(rounds["thidua"], rounds["scrapy"], strict=True)
        print(f"pages/s, thidua : scrapy = {statistics.median(a.rate / b.rate for a, b in pairs):.2f}")


if __name__ == "__main__":
    main()
