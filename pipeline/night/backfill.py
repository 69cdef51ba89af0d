"""`thidua backfill`: notices of portals that have changed or vanished, from web archives."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.commands.sites import known_sites
from pipeline.errors import UserError
from pipeline.night.lock import only_one
from pipeline.night.nightly import NightOptions, stores, user_agent
from pipeline.night.run_summary import NightReport, print_summary
from pipeline.night.site_night import LakeWriter, SiteNight
from pipeline.store.lake import Lake
from scrapers.archive.backfill import Backfill
from scrapers.archive.sources import CommonCrawl, Source, WarcFile, Wayback
from scrapers.fetch.addresses import networks
from scrapers.fetch.fetching import HttpFetcher
from scrapers.fetch.politeness import Paces, PoliteFetcher
from scrapers.health import HealthSpec
from scrapers.sites import Site
from scrapers.visits import Budget

_YEARS = re.compile(r"((?:19|20)\d\d)(?:[-–:]((?:19|20)\d\d))?")


def run_backfill(
    data: Path,
    site: Site,
    source: Source,
    *,
    years: tuple[int, int] | None = None,
    limit: int | None = None,
    options: NightOptions | None = None,
) -> NightReport:
    """Store what `source` holds of `site` in the lake at `data`; what the lake has already stays."""
    options = options or NightOptions()
    now = options.clock().replace(microsecond=0)
    with only_one(data / "nightly.lock"), stores(data, now) as (archive, ledger, _):
        lake = LakeWriter(Lake(data))
        # What is expected of a night says nothing of old pages.
        lenient = replace(site, health=HealthSpec(title=None, failed=1.0))
        crawl = Backfill(lenient, source, archive, ledger, now=now, budget=Budget(limit=limit), years=years)
        told = SiteNight(crawl, ledger, lake, now).run()
    return NightReport(now, told.seconds, (told,), lake.files)


def backfill_command(
    site: Annotated[str, typer.Option("--site", metavar="ID", help="The site whose old pages are wanted.")],
    source: Annotated[
        str, typer.Option("--from", metavar="SOURCE", help="wayback, commoncrawl, or a WARC file.")
    ],
    data: Annotated[Path, typer.Option(help="Folder for tables, archive and ledger.")] = Path("data/lake"),
    sites: Annotated[
        Path | None, typer.Option("--sites", metavar="DIR", help="Folder with site files of your own.")
    ] = None,
    *,
    years: Annotated[str | None, typer.Option(metavar="2015-2020", help="Only captures of then.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Pages to take, at most.")] = None,
    endpoint: Annotated[
        str | None,
        typer.Option(help="Another CDX server, or another list of Common Crawl's indexes."),
    ] = None,
    replay: Annotated[
        str | None,
        typer.Option(help="Where it shows pages, with {stamp} and {url}; or has its WARC files."),
    ] = None,
    delay: Annotated[float, typer.Option(min=0, help="Seconds between two requests to the archive.")] = 1.0,
    contact: Annotated[
        str | None, typer.Option(envvar="THIDUA_CONTACT", help="Address or page that archives can turn to.")
    ] = None,
    allow: Annotated[
        list[str] | None,
        typer.Option("--allow-network", metavar="CIDR", help="Reach this network though it is not public."),
    ] = None,
) -> int:
    """Fetch old notices of a site from a web archive into the lake.

    Examples:

        thidua backfill --site vp-laichau --from wayback --years 2015-2020

        thidua backfill --site vp-laichau --from commoncrawl --limit 500

        thidua backfill --site vp-laichau --from old-crawl.warc.gz
    """
    try:
        networks(allow or ())
    except ValueError as fault:
        raise UserError(f"--allow-network: {fault}") from fault
    known = known_sites(sites)
    if site not in known:
        raise UserError(f"no site {site}; known sites: {', '.join(sorted(known))}")
    options = NightOptions(contact=contact, allow=tuple(allow or ()))
    fetcher = PoliteFetcher(
        HttpFetcher(user_agent(contact), options.limits, options.allow), Paces(), delay, robots=False
    )
    try:
        made = _source(source, fetcher, endpoint, replay)
        report = run_backfill(data, known[site], made, years=_span(years), limit=limit, options=options)
    finally:
        fetcher.close()
    print_summary(report, Console())
    return report.status


def _source(name: str, fetcher: PoliteFetcher, endpoint: str | None, replay: str | None) -> Source:
    if name in ("wayback", "commoncrawl"):
        kind: Callable[..., Source] = Wayback if name == "wayback" else CommonCrawl
        given = [each for each in (endpoint, replay) if each is not None]
        if len(given) == 1:
            raise UserError("--endpoint and --replay belong together: an index, and where its pages are")
        if (
            name == "wayback"
            and replay is not None
            and not {"{stamp}", "{url}"} <= set(re.findall(r"\{\w+\}", replay))
        ):
            raise UserError("--replay needs the places {stamp} and {url}")
        return kind(fetcher, *given)
    path = Path(name)
    if not path.is_file():
        raise UserError(f"--from: no archive {name!r}; give wayback, commoncrawl, or a WARC file")
    return WarcFile(path)


def _span(years: str | None) -> tuple[int, int] | None:
    if years is None:
        return None
    found = _YEARS.fullmatch(years.strip())
    if found is None or int(found[2] or found[1]) < int(found[1]):
        raise UserError(f"--years: {years!r} are no years; write 2015 or 2015-2020")
    return int(found[1]), int(found[2] or found[1])
