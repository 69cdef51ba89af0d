"""One site, one night: discover, fetch what is due, archive it, tell the ledger, hand the pages on.

The order makes a crash harmless: archive, then ledger (`fetched`), then whoever takes the page stores it and
tells the ledger (`stored`). Pages that a broken run left between the two come first, from the archive,
without a request.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from threading import Event as Signal

from scrapers.archive.files import Archive, ArchiveError
from scrapers.archive.warc import Place
from scrapers.attachments import FileVisits, adopt_file
from scrapers.discover.discovery import discover
from scrapers.discover.finding import own_only
from scrapers.fetch.fetching import Fetched, FetchError, charset_of, is_page
from scrapers.fetch.politeness import PoliteFetcher
from scrapers.fetch.urls import notice_id, origin
from scrapers.ledger.files import FileCopy
from scrapers.ledger.ledger import Ledger
from scrapers.ledger.rows import PageRow
from scrapers.sites import Site
from scrapers.visits import Budget, Progress, Tally, Visit

_GONE = frozenset({404, 410})
_FAILURES_IN_A_ROW = 5
_LEAST_OUTAGE, _OUTAGE_SHARE = 3, 0.5
"""More than so many known pages gone at once, and more than this share of those visited: the site is out of
order, its notices are not.
"""


class _StopError(Exception):
    """The rest of the site's night is given up."""


class SiteCrawl:
    """The crawl of one site. `now` is the time of the run; whoever takes the visits stores them."""

    def __init__(
        self,
        site: Site,
        fetcher: PoliteFetcher,
        archive: Archive,
        ledger: Ledger,
        *,
        now: datetime,
        budget: Budget,
        progress: Progress | None = None,
        stop: Signal | None = None,
    ) -> None:
        self.site = site
        self.tally = Tally()
        self._fetcher, self._archive, self._ledger = fetcher, archive, ledger
        self._now, self._budget = now, budget
        self._progress: Progress = progress or (lambda event, count: None)
        self._ends = time.monotonic() + budget.seconds
        self._stop = stop or Signal()
        self._in_a_row = 0
        self._own_only = own_only(site)
        self._files = FileVisits(
            site.id,
            fetcher,
            archive,
            ledger,
            now=now,
            most=site.attachments,
            budget=budget.files,
            may_ask=self._may_ask_for_file,
            may_go_on=lambda: not self._stop.is_set() and time.monotonic() <= self._ends,
        )
        self.tally.files = self._files.tally

    def copies(self, notice: str, urls: Iterable[str]) -> dict[str, FileCopy]:
        """Address → archived copy of the files that a notice offers; new ones are fetched."""
        return self._files.copies(notice, urls)

    def _may_ask_for_file(self, url: str) -> None:
        """A site's exception from the checks of TLS holds for its own hosts, not for any that it links to."""
        if self.site.tls is not None and not self.site.owns(url):
            raise FetchError("tls", "on another host, for which the site's 'tls' is not meant: not fetched")

    def visits(self) -> Iterator[Visit]:
        """Every page to store and every notice to take out, as they come."""
        try:
            yield from self._kept(self._ledger.pending(self.site.id))
            yield from self._visits()
            if not self.tally.faults:
                again = [self._ledger.page(id) for id in self._files.revisit()]
                yield from self._kept([row for row in again if row is not None])
        except _StopError as stop:
            self.tally.faults.append(str(stop))
        finally:
            self.tally.requests = self._fetcher.requests

    def _visits(self) -> Iterator[Visit]:
        found = self.tally.discovered = discover(
            self.site,
            self._fetcher,
            self._ledger,
            self._now,
            limit=self._budget.limit,
            since=self._budget.newer_than,
            may_follow=self._own_only,
        )
        self.tally.faults += found.faults
        self.tally.met |= found.seen
        if found.closed or (found.faults and not found.seen and not found.known_ground):
            return  # a host that cannot be read tonight is not asked for its pages one by one
        budget = self._budget
        due = self._ledger.due(
            self.site.id,
            self._now,
            budget.revisits,
            budget.limit,
            since=budget.since,
            newer_than=budget.newer_than,
        )
        self._progress("due", len(due))
        gone: list[PageRow] = []
        for row in due:
            self.tally.met.add(row.id)
            yield from self._visit(row, gone)
            self._progress("visited", 1)
        yield from self._taken_out(gone)

    def _kept(self, rows: Iterable[PageRow]) -> Iterator[Visit]:
        """Pages that are to be stored as they lie in the archive."""
        for row in rows:
            try:
                kept = self._archive.read(row.place) if row.place else None
            except ArchiveError:
                kept = None
            if kept is None:
                self._ledger.refetch(row.id)
                continue
            self.tally.resumed += 1
            yield Visit(row, kept.body, kept.fetched_at, kept.place, charset_of(kept.header("content-type")))

    def _visit(self, row: PageRow, gone: list[PageRow]) -> Iterator[Visit]:
        fetched = self._fetch(row, row.conditions)
        if fetched is None:
            return
        with self._archive.telling():
            place = self._settle(row, fetched, gone)
        if place is not None:
            answer = fetched.final
            charset = charset_of(answer.header("content-type"))
            yield Visit(row, answer.body, answer.fetched_at, place, charset)

    def _settle(self, row: PageRow, fetched: Fetched, gone: list[PageRow]) -> Place | None:
        """Archive an answer and tell the ledger; where it lies if it is a page to be stored."""
        answer = fetched.final
        for hop in fetched.hops:
            self._archive.store(hop)
        place = self._archive.store(answer, (row.url, row.fetched_at) if row.fetched_at else None)
        if answer.status == 304 and row.state == "stored":
            self.tally.not_modified += 1
            self._ledger.not_modified(row.id, self._now)
        elif answer.status in _GONE:
            if row.state == "stored":
                gone.append(row)
            elif row.state == "removed":
                self._ledger.removed(row.id, f"status {answer.status}", self._now)
            else:
                self._fail(row, f"status {answer.status}")
        elif (why := self._unfit(row, fetched)) is not None:
            self._fail(row, why)
        else:
            self._ledger.fetched(
                row.id, place, answer.fetched_at, answer.header("etag"), answer.header("last-modified")
            )
            return place
        return None

    def _fetch(self, row: PageRow, conditions: dict[str, str]) -> Fetched | None:
        """The page, or None after its failure was noted."""
        if self._stop.is_set():
            raise _StopError("the run was stopped; the rest follows next time")
        if time.monotonic() > self._ends:
            raise _StopError(f"{self._budget.seconds:.0f} s are used up; the rest follows next night")
        self.tally.visits += 1
        try:
            fetched = self._fetcher.fetch(row.url, headers=conditions, may_follow=self._own_only)
        except FetchError as fault:
            if fault.kind == "robots":
                self.tally.refused += 1
                self.tally.visits -= 1
                self._ledger.failed(row.id, str(fault), self._now)
                return None
            if fault.kind == "busy":
                raise _StopError(str(fault)) from fault
            self._fail(row, str(fault))
            self._in_a_row += 1
            if self._in_a_row >= _FAILURES_IN_A_ROW:
                raise _StopError(f"{self._in_a_row} pages in a row failed, the last: {fault}") from fault
            return None
        self._in_a_row = 0
        self.tally.bytes += len(fetched.final.body)
        return fetched

    def _unfit(self, row: PageRow, fetched: Fetched) -> str | None:
        """Why an answer is no page of a notice."""
        answer = fetched.final
        if answer.status != 200:
            return f"status {answer.status}"
        if not is_page(answer.header("content-type")):
            return f"not a web page ({answer.header('content-type')})"
        if not fetched.hops:
            return None
        if answer.url in self.site.start or answer.url == f"{origin(answer.url)}/":
            return f"redirected to {answer.url}, not a notice"
        goal = notice_id(answer.url)
        if goal != row.id and self._ledger.page(goal) is not None:
            return f"redirected to {answer.url}, which is known by itself"
        return None

    def _taken_out(self, gone: list[PageRow]) -> Iterator[Visit]:
        """Notices whose page is gone at a second look as well, on a site that is in order otherwise."""
        if gone and self.tally.faults:
            self.tally.faults.append(f"{len(gone)} pages are gone, but nothing is removed on such a night")
            return
        if len(gone) > _LEAST_OUTAGE and len(gone) > _OUTAGE_SHARE * self.tally.visits:
            self.tally.faults.append(
                f"{len(gone)} of {self.tally.visits} pages visited are gone at once: "
                "taken for an outage, nothing was removed"
            )
            return
        for row in gone:
            fetched = self._fetch(row, {})
            if fetched is not None and fetched.final.status in _GONE:
                yield Visit(row, gone=f"status {fetched.final.status}, twice")
            elif fetched is not None:
                self._fail(row, f"gone at the first look, status {fetched.final.status} at the second")

    def _fail(self, row: PageRow, why: str) -> None:
        self.tally.failed += 1
        self.tally.reasons[why] += 1
        self._ledger.failed(row.id, why, self._now)


def adopt_lost(archive: Archive, ledger: Ledger) -> int:
    """Mend what a broken run left: cut torn records off the archive, and tell the ledger of whole ones
    that it was not told of, so that they are not fetched again. Returns how many there were.
    """
    adopted = 0
    for since in archive.repair():
        for kept in archive.responses(since):
            if (
                kept.status == 200
                and is_page(kept.header("content-type"))
                and ledger.adopt(
                    notice_id(kept.url),
                    kept.place,
                    kept.fetched_at,
                    kept.header("etag"),
                    kept.header("last-modified"),
                )
            ):
                adopted += 1
            adopted += adopt_file(ledger, kept)
    return adopted
