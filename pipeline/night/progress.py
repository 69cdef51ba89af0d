"""Progress bars of a night on a terminal: the sites done, and each site at work with its time left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from scrapers.visits import Event as CrawlEvent


class Bars:
    """The bars; without a terminal (`progress` None) nothing is shown."""

    def __init__(self, progress: Progress | None, sites: int) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}
        self._all = progress.add_task("sites", total=sites) if progress else None

    def begin(self, site: str) -> None:
        """A site's night begins."""
        if self._progress:
            self._tasks[site] = self._progress.add_task(site, total=None)

    def told(self, site: str, event: CrawlEvent, count: int) -> None:
        """What a site's crawl tells of itself."""
        if self._progress is None:
            return
        if event == "due":
            self._progress.update(self._tasks[site], total=count)
        else:
            self._progress.advance(self._tasks[site], count)

    def end(self, site: str) -> None:
        """A site's night is over; its bar makes room for the next."""
        if self._progress and self._all is not None:
            self._progress.remove_task(self._tasks.pop(site))
            self._progress.advance(self._all)


@contextmanager
def bars(sites: int, console: Console | None) -> Iterator[Bars]:
    """Bars on `console` if it is a terminal."""
    if console is None or not console.is_terminal:
        yield Bars(None, sites)
        return
    columns = (
        TextColumn("[cyan]{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield Bars(progress, sites)
