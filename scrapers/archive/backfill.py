"""Old pages of a site from another archive, on the way of a night's: archive, ledger, whoever stores them.

Which of an archive's pages are notices is told by the site's own listings as the archive holds them, and by
the pattern `only` of the site's file; other pages are passed over and counted. Of several captures of a
notice the latest is taken; what the ledger holds a copy of stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from urllib.parse import urlsplit

from scrapers.archive.cdx import Capture
from scrapers.archive.files import Archive
from scrapers.archive.sources import Source
from scrapers.discover.listing import read_listing
from scrapers.fetch.fetching import Exchange, FetchError, charset_of, is_page
from scrapers.fetch.urls import notice_id
from scrapers.ledger.files import FileCopy
from scrapers.ledger.ledger import Ledger
from scrapers.ledger.rows import PageRow, Sighting
from scrapers.sites import Site
from scrapers.visits import Budget, Progress, Tally, Visit

_FAILURES_IN_A_ROW = 5


class Backfill:
    """The pages of one site that an archive holds; stands where a `SiteCrawl` stands otherwise."""

    def __init__(
        self,
        site: Site,
        source: Source,
        archive: Archive,
        ledger: Ledger,
        *,
        now: datetime,
        budget: Budget,
        years: tuple[int, int] | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.site = site
        self.tally = Tally()
        self._source, self._archive, self._ledger = source, archive, ledger
        self._now, self._budget, self._years = now, budget, years
        self._progress: Progress = progress or (lambda event, count: None)

    def visits(self) -> Iterator[Visit]:
        """Every old page to store."""
        try:
            chosen = self._chosen()
        except FetchError as fault:
            self.tally.faults.append(str(fault))
            return
        self._progress("due", len(chosen))
        in_a_row = 0
        for capture in chosen:
            self.tally.visits += 1
            row = self._entered(capture)
            try:
                page = self._source.page(capture)
            except FetchError as fault:
                self._fail(row, str(fault))
                in_a_row += 1
                if in_a_row >= _FAILURES_IN_A_ROW:
                    self.tally.faults.append(f"{in_a_row} pages in a row failed, the last: {fault}")
                    return
                continue
            in_a_row = 0
            self.tally.bytes += len(page.body)
            yield from self._visit(row, page)
            self._progress("visited", 1)

    def copies(self, notice: str, urls: Iterable[str]) -> dict[str, FileCopy]:
        """None: files are not looked for in other archives."""
        return {}

    def _visit(self, row: PageRow, page: Exchange) -> Iterator[Visit]:
        if not is_page(page.header("content-type")):
            self._fail(row, f"not a web page ({page.header('content-type')})")
            return
        with self._archive.telling():
            place = self._archive.store(page)
            # Validators of an archive's copy would be the live site's only by chance.
            self._ledger.fetched(row.id, place, page.fetched_at, None, None)
        yield Visit(row, page.body, page.fetched_at, place, charset_of(page.header("content-type")))

    def _chosen(self) -> list[Capture]:
        """The latest capture of each notice that the ledger has no copy of, the newest first."""
        latest: dict[str, Capture] = {}
        listings: dict[str, Capture] = {}
        for host in sorted(self.site.hosts):
            for capture in self._source.captures(host, self._years):
                self.tally.requests += 1
                if self._is_listing(capture.url):
                    # One a month shows what was listed; portals list a notice for longer than that.
                    listings[f"{capture.url} {capture.taken:%Y%m}"] = capture
                elif self.site.owns(capture.url):
                    id = notice_id(capture.url)
                    if id not in latest or latest[id].taken < capture.taken:
                        latest[id] = capture
        listed = self._listed(list(listings.values()))
        found = {
            id: capture
            for id, capture in latest.items()
            if id in listed or (self.site.only is not None and self.site.takes(capture.url))
        }
        self.tally.discovered.elsewhere += len(latest) - len(found)
        self.tally.met |= found.keys()
        if latest and not found:
            raise FetchError(
                "dead",
                f"{len(latest)} pages of the site are archived, but no listing that tells which are notices: "
                "give the pattern 'only' in the site's file",
            )
        missing = [capture for id, capture in found.items() if self._lacks(id)]
        missing.sort(key=lambda capture: (capture.taken, capture.url), reverse=True)
        return missing[: self._budget.limit]

    def _listed(self, pages: list[Capture]) -> set[str]:
        """The ids of the notices on archived listing pages; one that cannot be read is counted."""
        found: set[str] = set()
        for capture in pages:
            try:
                page = self._source.page(capture)
            except FetchError as fault:
                self.tally.reasons[f"listing: {fault}"] += 1
                continue
            self.tally.discovered.pages += 1
            listing = read_listing(page.body, capture.url, self.site.listing)
            found |= {item.id for item in listing.items if self.site.owns(item.url)}
        return found

    def _is_listing(self, url: str) -> bool:
        """Whether `url` is one of the start pages, or another page of one by its query."""
        return any(urlsplit(url)[1:3] == urlsplit(start)[1:3] for start in self.site.start)

    def _lacks(self, id: str) -> bool:
        row = self._ledger.page(id)
        return row is None or row.state == "found"

    def _entered(self, capture: Capture) -> PageRow:
        """The page in the ledger, first seen when it was taken: an old notice is revisited seldom."""
        id = notice_id(capture.url)
        if self._ledger.page(id) is None:
            self._ledger.see(self.site.id, [Sighting(id, capture.url, None)], capture.taken)
        row = self._ledger.page(id)
        if row is None:
            raise KeyError(id)
        return row

    def _fail(self, row: PageRow, why: str) -> None:
        self.tally.failed += 1
        self.tally.reasons[why] += 1
        self._ledger.failed(row.id, why, self._now)
