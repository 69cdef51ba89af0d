"""`thidua nightly --dry-run`: the listings are read, and nothing is kept."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.errors import UserError
from scrapers.discover.discovery import discover
from scrapers.discover.finding import own_only
from scrapers.fetch.politeness import PoliteFetcher
from scrapers.ledger.file import LedgerError
from scrapers.ledger.ledger import Ledger
from scrapers.sites import Site
from scrapers.visits import Budget


@dataclass(frozen=True, slots=True)
class Plan:
    """What a night on a site would do. `listed`: items seen; `fetch`: pages without a good copy that would be
    asked for; `revisit`: known pages that would be asked for again; `waiting`: pages in the archive that
    would be stored.
    """

    site: str
    listed: int = 0
    new: int = 0
    fetch: int = 0
    revisit: int = 0
    waiting: int = 0
    requests: int = 0
    faults: tuple[str, ...] = ()


@contextmanager
def _copy(path: Path) -> Iterator[Ledger]:
    """The ledger at `path`, or an empty one, in a place that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="thidua-dry-run-") as folder:
        goal = Path(folder) / "ledger.sqlite"
        try:
            if path.exists():
                with (
                    closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as source,
                    closing(sqlite3.connect(goal)) as copy,
                ):
                    source.backup(copy)
            ledger = Ledger(goal)
        except (sqlite3.DatabaseError, LedgerError) as fault:
            raise UserError(f"the ledger {path} cannot be read: {fault}") from fault
        try:
            yield ledger
        finally:
            ledger.close()


def plans(
    data: Path,
    sites: Iterable[Site],
    fetcher: Callable[[Site], PoliteFetcher],
    now: datetime,
    budget: Budget,
    *,
    workers: int,
) -> list[Plan]:
    """What a night would do, a plan a site. Nothing below `data` is written or locked."""
    chosen = list(sites)
    with _copy(data / "ledger.sqlite") as ledger, ThreadPoolExecutor(min(workers, len(chosen) or 1)) as pool:
        return list(pool.map(lambda site: _plan(site, fetcher(site), ledger, now, budget), chosen))


def _plan(site: Site, fetcher: PoliteFetcher, ledger: Ledger, now: datetime, budget: Budget) -> Plan:
    oldest: date | None = budget.newer_than
    try:
        found = discover(
            site, fetcher, ledger, now, limit=budget.limit, since=oldest, may_follow=own_only(site)
        )
    finally:
        fetcher.close()
    due = ledger.due(site.id, now, budget.revisits, budget.limit, newer_than=oldest)
    fresh = sum(row.state == "found" for row in due)
    return Plan(
        site.id,
        max(len(found.seen), found.known_ground),
        len(found.news),
        fresh,
        len(due) - fresh,
        len(ledger.pending(site.id)),
        fetcher.requests,
        (*found.faults, *found.warnings),
    )


def print_plans(told: list[Plan], console: Console) -> None:
    """A line a site."""
    names = ("listed", "new", "fetch", "revisit", "waiting", "requests")
    table = Table(
        box=box.SIMPLE_HEAD,
        title="Dry run: nothing was fetched but listings, nothing is kept",
        title_justify="left",
        title_style="bold",
    )
    table.add_column("site", no_wrap=True)
    for name in names:
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("why", overflow="fold")
    for plan in told:
        counts = [str(getattr(plan, name)) for name in names]
        table.add_row(
            Text(plan.site, style="bold red" if plan.faults else "green"),
            *counts,
            Text("; ".join(plan.faults)),
        )
    console.print(table)
