"""The command `thidua nightly`: its options, and what it prints."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.output import terminal
from pipeline.commands.sites import known_sites
from pipeline.errors import UserError
from pipeline.night.dry_run import plans, print_plans
from pipeline.night.nightly import NightOptions, polite_fetcher, run_night
from pipeline.night.run_summary import print_summary
from scrapers.fetch.addresses import networks
from scrapers.fetch.politeness import Paces
from scrapers.registry import addresses, registry
from scrapers.sites import Site
from scrapers.visits import Budget


def nightly_command(
    data: Annotated[Path, typer.Option(help="Folder for tables, archive and ledger.")] = Path("data/lake"),
    site: Annotated[
        list[str] | None, typer.Option("--site", metavar="ID", help="Only this site; may be repeated.")
    ] = None,
    sites: Annotated[
        Path | None, typer.Option("--sites", metavar="DIR", help="Folder with site files of your own.")
    ] = None,
    *,
    since: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DAY",
            help="Only notices listed with this day or a later one, or without a day; the others wait.",
        ),
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Pages to visit, at most, a site.")] = None,
    revisits: Annotated[
        int, typer.Option(min=0, help="Known pages to ask for again, at most, a site.")
    ] = 300,
    files: Annotated[
        int, typer.Option("--attachments", min=0, help="Attachments to fetch, at most, a site; 0 for none.")
    ] = 1_000,
    unproven: Annotated[
        bool, typer.Option("--unproven", help="Also sites that no check has proven yet: all provinces.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Read the listings, tell what would be done, keep nothing.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing unless a site failed: for cron's mails.")
    ] = False,
    contact: Annotated[
        str | None,
        typer.Option(envvar="THIDUA_CONTACT", help="Address or page that site owners can turn to."),
    ] = None,
    allow: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-network",
            metavar="CIDR",
            help="Reach this network though it is not public, e.g. 127.0.0.0/8; may be repeated.",
        ),
    ] = None,
) -> int:
    """Crawl the sites and bring the lake up to date; meant for cron or a systemd timer (`thidua schedule`).

    What is known is not asked for again but by its age, and with the question whether it changed. A run that
    was killed is taken up by the next one. A terminal shows progress; elsewhere only the summary is printed.
    Every visit stands in DATA/logs (JSON lines), every night's summary in DATA/runs: see `thidua report`.

    Exit status: 0 no site failed, 1 some site failed, 2 could not run, 130 interrupted.

    Examples:

        thidua nightly --data data/lake --contact you@example.org

        thidua nightly --dry-run

        thidua nightly --site baobackan --limit 20

        thidua nightly --since 2026-11-01 --quiet

        thidua nightly --sites my-sites --site my-portal
    """
    try:
        networks(allow or ())
    except ValueError as fault:
        raise UserError(f"--allow-network: {fault}") from fault
    options = NightOptions(
        contact=contact,
        allow=tuple(allow or ()),
        revisits=revisits,
        files=files,
        since=since.date() if since else None,
    )
    chosen, console = _chosen(site, sites, unproven=unproven), terminal()
    if dry_run:
        return _dry_run(data, chosen, limit, options, quiet=quiet)
    report = run_night(data, chosen, limit=limit, options=options, console=None if quiet else console)
    if report.status or not quiet:
        print_summary(report, console)
    return report.status


def _dry_run(data: Path, sites: list[Site], limit: int | None, options: NightOptions, *, quiet: bool) -> int:
    paces = Paces()
    told = plans(
        data,
        sites,
        lambda site: polite_fetcher(site, options, paces),
        options.clock().replace(microsecond=0),
        Budget(limit or options.pages, options.revisits, newer_than=options.since),
        workers=options.workers,
    )
    failed = any(plan.faults for plan in told)
    if failed or not quiet:
        print_plans(told, terminal())
    return 1 if failed else 0


def _chosen(ids: list[str] | None, folder: Path | None, *, unproven: bool) -> list[Site]:
    """The sites named; else the proven ones, and with `unproven` the others, each address once."""
    known = known_sites(folder, registered=True)
    unknown = [id for id in ids or () if id not in known]
    if unknown:
        files = ", ".join(sorted(known.keys() - registry().keys()))
        raise UserError(
            f"no site {', '.join(unknown)}; known sites: {files}; see `thidua sites list --unproven`"
        )
    if ids:
        return [known[id] for id in dict.fromkeys(ids)]
    return addresses(site for site in known.values() if unproven or site.status == "proven")
