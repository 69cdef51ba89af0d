"""`thidua nightly`: the scheduled job, from the listing pages to the tables.

All that a run leaves lies in one folder: the tables, `archive/` (WARC), `ledger.sqlite`, `runs/` (a JSON a
run). A run that was killed is taken up by the next one: what the archive holds is stored without another
request.
"""

from __future__ import annotations

import getpass
import socket
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from sqlite3 import DatabaseError
from threading import Event
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from pipeline.errors import UserError
from pipeline.lake import Lake
from pipeline.lock import only_one
from pipeline.output import terminal
from pipeline.run_summary import NightReport, SiteReport, outcome_line, print_summary
from pipeline.runs import HISTORY, history, runs_in
from pipeline.site_night import LakeWriter, SiteNight
from pipeline.sites_command import known_sites
from scrapers.addresses import networks
from scrapers.archive import Archive
from scrapers.crawl import Budget, SiteCrawl, adopt_lost
from scrapers.crawl import Event as CrawlEvent
from scrapers.fetching import HttpFetcher, Limits
from scrapers.ledger import Ledger, LedgerError
from scrapers.politeness import Paces, PoliteFetcher
from scrapers.robots import AGENT
from scrapers.sites import Site

_SAME_NIGHT = timedelta(hours=12)
"""A run that begins so soon after one that was broken off goes on with that night."""


def user_agent(contact: str | None = None) -> str:
    """Who asks: the program, and whom to write to (by default the account that runs it)."""
    return f"{AGENT}/{version('thidua')} (+{contact or f'{getpass.getuser()}@{socket.gethostname()}'})"


@dataclass(frozen=True, slots=True)
class NightOptions:
    """How a night is run.

    `allow`: networks (CIDR) that may be reached though they are not public, as the demo's `127.0.0.0/8`.
    `pages`: pages that are asked for, at most, a site; `revisits`: known ones among them. `workers`: sites
    side by side.
    """

    contact: str | None = None
    allow: tuple[str, ...] = ()
    pages: int = 5_000
    revisits: int = 300
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
    with only_one(data / "nightly.lock"), _stores(data, now) as (archive, ledger, since):
        lake = LakeWriter(Lake(data))
        earlier = history(runs_in(data / "runs", now - HISTORY).nights)
        paces, stop = Paces(), Event()
        with _bars(chosen, console) as bars:

            def night(site: Site) -> SiteReport:
                fetcher = HttpFetcher(user_agent(options.contact), options.limits, options.allow, site.tls)
                polite = PoliteFetcher(fetcher, paces, site.delay)
                budget = Budget(limit or options.pages, options.revisits, since=since)
                crawl = SiteCrawl(
                    site,
                    polite,
                    archive,
                    ledger,
                    now=now,
                    budget=budget,
                    progress=bars.get(site.id),
                    stop=stop,
                )
                try:
                    return SiteNight(crawl, ledger, lake, now, earlier.get(site.id, ())).run()
                finally:
                    polite.close()

            reports = _side_by_side(chosen, night, options.workers, stop)
        report = NightReport(now, time.monotonic() - begun, reports, lake.files)
        try:
            report.write(data / "runs")
        except OSError as fault:  # a full disk, most likely: the night is told all the same
            raise UserError(
                f"the report cannot be written to {data / 'runs'} ({fault.strerror}); {outcome_line(report)}"
            ) from fault
    return report


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
def _stores(data: Path, now: datetime) -> Iterator[tuple[Archive, Ledger, datetime | None]]:
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


@contextmanager
def _bars(
    sites: Sequence[Site], console: Console | None
) -> Iterator[dict[str, Callable[[CrawlEvent, int], None]]]:
    """A progress bar a site on a terminal; nothing elsewhere."""
    if console is None or not console.is_terminal:
        yield {}
        return
    columns = (
        TextColumn("[cyan]{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as progress:
        yield {site.id: _bar(progress, progress.add_task(site.id, total=None)) for site in sites}


def _bar(progress: Progress, task: TaskID) -> Callable[[CrawlEvent, int], None]:
    def told(event: CrawlEvent, count: int) -> None:
        if event == "due":
            progress.update(task, total=count)
        else:
            progress.advance(task, count)

    return told


def nightly_command(
    data: Annotated[Path, typer.Option(help="Folder for tables, archive and ledger.")] = Path("data/lake"),
    site: Annotated[
        list[str] | None, typer.Option("--site", metavar="ID", help="Only this site; may be repeated.")
    ] = None,
    sites: Annotated[
        Path | None, typer.Option("--sites", metavar="DIR", help="Folder with site files of your own.")
    ] = None,
    *,
    limit: Annotated[int | None, typer.Option(min=1, help="Pages to visit, at most, a site.")] = None,
    contact: Annotated[
        str | None,
        typer.Option(envvar="THIDUA_CONTACT", help="Address or page that site owners can turn to."),
    ] = None,
    revisits: Annotated[
        int, typer.Option(min=0, help="Known pages to ask for again, at most, a site.")
    ] = 300,
    allow: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-network",
            metavar="CIDR",
            help="Reach this network though it is not public, e.g. 127.0.0.0/8; may be repeated.",
        ),
    ] = None,
) -> int:
    """Crawl the sites and bring the lake up to date; meant for cron or a systemd timer.

    Exit status: 0 all well, 1 some sites failed, 2 could not run.

    Examples:

        thidua nightly --data data/lake --contact you@example.org

        thidua nightly --site baobackan --limit 20

        thidua nightly --sites my-sites --site my-portal
    """
    try:
        networks(allow or ())
    except ValueError as fault:
        raise UserError(f"--allow-network: {fault}") from fault
    options = NightOptions(contact=contact, allow=tuple(allow or ()), revisits=revisits)
    console = terminal()
    report = run_night(data, _chosen(site, sites), limit=limit, options=options, console=console)
    print_summary(report, console)
    return report.status


def _chosen(ids: list[str] | None, folder: Path | None) -> list[Site]:
    known = known_sites(folder)
    unknown = [id for id in ids or () if id not in known]
    if unknown:
        raise UserError(f"no site {', '.join(unknown)}; known sites: {', '.join(sorted(known))}")
    return [known[id] for id in dict.fromkeys(ids)] if ids else list(known.values())
