"""The files that a site's notices offer: fetched once, archived, and asked for again seldom.

The order is that of pages: archive, then ledger, then whoever stores the notice; so a crash costs no copy,
and no file is fetched twice. A file may lie on any public host: robots.txt, the host's pace and the bounds of
a fetch hold there too.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from scrapers.archive.files import Archive
from scrapers.archive.warc import Archived, Place
from scrapers.fetch.fetching import Exchange, Fetched, FetchError, MayFollow
from scrapers.fetch.file_types import file_type
from scrapers.fetch.politeness import PoliteFetcher
from scrapers.fetch.urls import UnusableUrlError, canonical_url
from scrapers.ledger.files import FileCopy, FileRow
from scrapers.ledger.ledger import Ledger

_FAILURES_IN_A_ROW = 5


@dataclass(slots=True)
class FileTally:
    """What became of a site's files in a night; `reasons`: why some gave nothing."""

    fetched: int = 0
    not_modified: int = 0
    failed: int = 0
    bytes: int = 0
    reasons: Counter[str] = field(default_factory=Counter)


class FileVisits:
    """The files of one site in one night.

    `most`: files of one notice that are fetched; `budget`: files in all; `may_ask` refuses
    an address, also of a redirect; `may_go_on`: whether there is time.
    """

    def __init__(
        self,
        site: str,
        fetcher: PoliteFetcher,
        archive: Archive,
        ledger: Ledger,
        *,
        now: datetime,
        most: int,
        budget: int,
        may_ask: MayFollow,
        may_go_on: Callable[[], bool],
    ) -> None:
        self.tally = FileTally()
        self._site, self._fetcher, self._archive, self._ledger = site, fetcher, archive, ledger
        self._now, self._most, self._left = now, most, budget
        self._may_ask, self._may_go_on = may_ask, may_go_on
        self._asked: set[str] = set()
        self._in_a_row = 0

    def copies(self, notice: str, urls: Iterable[str]) -> dict[str, FileCopy]:
        """Address → copy of the files that a notice offers, those fetched that have none and are due."""
        wanted: dict[str, str] = {}
        for url in urls:
            try:
                wanted.setdefault(url, canonical_url(url))
            except UnusableUrlError:
                self._fail("an unusable address")
        chosen = list(dict.fromkeys(wanted.values()))[: self._most]
        known = self._ledger.files_of(notice)
        if {row.url for row in known} != set(chosen):
            self._ledger.offer(self._site, notice, chosen, self._now)
            known = self._ledger.files_of(notice)
        for row in known:
            if row.copy is None and row.next_visit <= self._now:
                self._visit(row)
        held = {row.url: row.copy for row in self._ledger.files_of(notice) if row.copy is not None}
        return {url: held[goal] for url, goal in wanted.items() if goal in held}

    def revisit(self) -> Iterator[str]:
        """Ask again for the files that are due; the ids of the notices that are to be stored again for it."""
        for row in self._ledger.files_due(self._site, self._now, self._left):
            if self._visit(row):
                yield from self._ledger.store_offering(row.url)

    def _visit(self, row: FileRow) -> bool:
        """Ask for a file; whether there is a copy that was not known."""
        tired = self._in_a_row >= _FAILURES_IN_A_ROW
        if row.url in self._asked or self._left <= 0 or tired or not self._may_go_on():
            return False
        self._asked.add(row.url)
        self._left -= 1
        try:
            self._may_ask(row.url)
            fetched = self._fetcher.fetch(row.url, headers=row.conditions, may_follow=self._may_ask)
        except FetchError as fault:
            self._in_a_row = _FAILURES_IN_A_ROW if fault.kind == "busy" else self._in_a_row + 1
            self._ledger.file_failed(row.url, str(fault), self._now)
            self._fail(str(fault))
            return False
        self._in_a_row = 0
        self.tally.bytes += len(fetched.final.body)
        with self._archive.telling():
            return self._settle(row, fetched)

    def _settle(self, row: FileRow, fetched: Fetched) -> bool:
        """Archive an answer and tell the ledger."""
        answer = fetched.final
        for hop in fetched.hops:
            self._archive.store(hop)
        place = self._archive.store(answer, (row.url, row.copy.fetched_at) if row.copy else None)
        if answer.status == 304 and row.copy is not None:
            self.tally.not_modified += 1
            self._ledger.file_not_modified(row.url, self._now)
            return False
        copy = file_copy(answer, row.url, place)
        if copy is None:
            why = f"status {answer.status}" if answer.status != 200 else "no document, whatever its name says"
            self._ledger.file_failed(row.url, why, self._now)
            self._fail(why)
            return False
        self.tally.fetched += 1
        return self._ledger.file_fetched(
            row.url, copy, answer.header("etag"), answer.header("last-modified"), self._now
        )

    def _fail(self, why: str) -> None:
        self.tally.failed += 1
        self.tally.reasons[f"attachment: {why}"] += 1


def file_copy(answer: Exchange | Archived, url: str, place: Place) -> FileCopy | None:
    """The document that an answer to `url` holds, archived at `place`; None where it holds none."""
    type = file_type(answer.body, url) if answer.status == 200 else None
    if type is None:
        return None
    digest = hashlib.sha256(answer.body).hexdigest()
    return FileCopy(type, len(answer.body), digest, answer.fetched_at, place)


def adopt_file(ledger: Ledger, kept: Archived) -> bool:
    """Tell the ledger of an archived file that a broken run could not report; whether it did not know it."""
    row = ledger.file(kept.url)
    if row is None or (row.copy is not None and row.copy.fetched_at >= kept.fetched_at):
        return False
    copy = file_copy(kept, kept.url, kept.place)
    if copy is None:
        return False
    if ledger.file_fetched(
        kept.url, copy, kept.header("etag"), kept.header("last-modified"), kept.fetched_at
    ):
        ledger.store_offering(kept.url)
    return True
