"""`thidua nightly`: the scheduled job, from the listing pages to the tables.

All that a run leaves lies in one folder: the tables, `archive/` (WARC), `ledger.sqlite`, `runs/` (a JSON a
run), `logs/` (JSON lines). A run that was killed is taken up by the next one: what the archive holds is
stored without another request.
"""

from __future__ import annotations

import getpass
import os
import socket
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from importlib.metadata import version
from pathlib import Path
from sqlite3 import DatabaseError
from threading import Event

from rich.console import Console

from pipeline.errors import UserError
from pipeline.night.lock import only_one
from pipeline.night.night_log import NightLog, opened
from pipeline.night.progress import bars
from pipeline.night.run_summary import NightReport, SiteReport, outcome_line, site_record
from pipeline.night.runs import HISTORY, history, runs_in
from pipeline.night.site_night import LakeWriter, SiteNight
from pipeline.store.lake import Lake
from scrapers.archive.files import Archive
from scrapers.crawl import SiteCrawl, adopt_lost
from scrapers.fetch.fetching import HttpFetcher, Limits
from scrapers.fetch.politeness import Paces, PoliteFetcher
from scrapers.fetch.robots import AGENT
from scrapers.ledger.file import LedgerError
from scrapers.ledger.ledger import Ledger
from scrapers.sites import Site
from scrapers.visits import Budget

_SAME_NIGHT = timedelta(hours=12)
"""A run that begins so soon after one that was broken off goes on with that night."""


def user_agent(contact: str | None = None) -> str:
    """Who asks: the program, and whom to write to (by default the account that runs it)."""
    return f"{AGENT}/{version('thidua')} (+{contact or f'{getpass.getuser()}@{socket.gethostname()}'})"


@dataclass(frozen=True, slots=True)
class NightOptions:
    """How a night is run.

    `allow`: networks (CIDR) that may be reached though they are not public, as the demo's `127.0.0.0/8`.
    `pages`: pages that are asked for, at most, a site; `revisits`: known ones among them. `files`: files that
    notices offer, at most, a site. `since`: notices of this day or later alone, where the listing tells the
    day. `workers`: sites side by side.
    """

    contact: str | None = None
    allow: tuple[str, ...] = ()
    pages: int = 5_000
    revisits: int = 300
    files: int = 1_000
    since: date | None = None
    workers: int = 16
    limits: Limits = field(default_factory=Limits)
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)


def run_night(
    data: Path,
    sites: Iterable[Site],
    *,
    limit: int | None = None,
    options: NightOptions | None = None,
    console: Console | None = None,
) -> NightReport:
    """Crawl `sites` into the folder `data` and return what came of it; `data/runs/` gets the same as JSON.

    `limit`: pages visited, at most, a site. `console`: where progress bars go, if it is a terminal; nothing
    is printed otherwise. Raises `UserError` where the night cannot be run at all: another run is at work, the
    folder cannot be written, the ledger is of another version.
    """
    options = options or NightOptions()
    chosen = list(sites)
    now = options.clock().replace(microsecond=0)
    begun = time.monotonic()
    with (
        only_one(data / "nightly.lock"),
        stores(data, now) as (archive, ledger, since),
        _logged(data / "logs", now, chosen) as log,
    ):
        lake = LakeWriter(Lake(data))
        earlier = history(runs_in(data / "runs", now - HISTORY).nights)
        paces, stop = Paces(), Event()
        budget = Budget(
            limit or options.pages,
            options.revisits,
            options.files,
            since=since,
            newer_than=options.since,
        )
        ledger.told = log.page
        with bars(len(chosen), console) as shown:

            def night(site: Site) -> SiteReport:
                polite = polite_fetcher(site, options, paces)
                crawl = SiteCrawl(
                    site,
                    polite,
                    archive,
                    ledger,
                    now=now,
                    budget=budget,
                    progress=partial(shown.told, site.id),
                    stop=stop,
                )
                shown.begin(site.id)
                log.write("site", site=site.id)
                try:
                    told = SiteNight(crawl, ledger, lake, now, earlier.get(site.id, ())).run()
                finally:
                    polite.close()
                    shown.end(site.id)
                log.write("site_end", **site_record(told))
                return told

            reports = _side_by_side(chosen, night, options.workers, stop)
        report = NightReport(now, time.monotonic() - begun, reports, lake.files)
        try:
            report.write(data / "runs")
        except OSError as fault:  # a full disk, most likely: the night is told all the same
            raise UserError(
                f"the report cannot be written to {data / 'runs'} ({fault.strerror}); {outcome_line(report)}"
            ) from fault
        log.write("end", status=report.status, seconds=round(report.seconds, 1), told=outcome_line(report))
    return report


def polite_fetcher(site: Site, options: NightOptions, paces: Paces) -> PoliteFetcher:
    """Who asks a site's hosts, at their pace."""
    fetcher = HttpFetcher(user_agent(options.contact), options.limits, options.allow, site.tls)
    return PoliteFetcher(fetcher, paces, site.delay)


@contextmanager
def _logged(folder: Path, now: datetime, sites: Sequence[Site]) -> Iterator[NightLog]:
    """The run's log, begun."""
    try:
        log = opened(folder, now)
    except OSError as fault:
        raise UserError(f"no log can be written to {folder} ({fault.strerror})") from fault
    with closing(log):
        log.write("begin", program=f"thidua {version('thidua')}", process=os.getpid(), sites=len(sites))
        yield log


def _side_by_side(
    sites: Sequence[Site], night: Callable[[Site], SiteReport], workers: int, stop: Event
) -> tuple[SiteReport, ...]:
    """Every site's report, in the order of `sites`."""
    if not sites:
        return ()
    with ThreadPoolExecutor(min(workers, len(sites)), thread_name_prefix="site") as pool:
        running = {pool.submit(night, site): site.id for site in sites}
        try:
            done = {running[each]: each.result() for each in as_completed(running)}
        except BaseException:
            stop.set()  # workers end at their next page; what they fetched is in the archive
            pool.shutdown(wait=True, cancel_futures=True)
            raise
    return tuple(done[site.id] for site in sites)


@contextmanager
def stores(data: Path, now: datetime) -> Iterator[tuple[Archive, Ledger, datetime | None]]:
    """Archive and ledger of `data`, mended where the last run did not end well; when that run began, if this
    one goes on with it.
    """
    try:
        ledger = Ledger(data / "ledger.sqlite")
    except (DatabaseError, LedgerError, OSError) as fault:
        raise UserError(f"the ledger {data / 'ledger.sqlite'} cannot be used: {fault}") from fault
    try:
        archive = Archive(data / "archive", f"thidua {version('thidua')}")
        try:
            adopt_lost(archive, ledger)
            if not (data / "notices").exists():
                ledger.store_again()
            since = archive.broken_since
            if since is not None and not now - _SAME_NIGHT < since <= now:
                since = None
            archive.begin(now, since)
        except (DatabaseError, OSError) as fault:
            raise UserError(f"the archive {archive.root} cannot be used: {fault}") from fault
        try:
            yield archive, ledger, since
        finally:
            try:
                archive.end()
            except OSError as fault:
                raise UserError(f"the archive {archive.root} could not be closed: {fault}") from fault
    finally:
        ledger.close()
