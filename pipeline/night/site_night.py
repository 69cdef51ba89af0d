"""What the crawl hands on becomes records: parse, compare, upsert, and only then tell the ledger `stored`."""

from __future__ import annotations

import hashlib
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from parsers.extraction import EXTRACTOR_VERSION, extract
from parsers.notice import Notice
from parsers.page.charset import UnreadablePage, decode
from parsers.page.impostors import impostor
from pipeline.night.run_summary import SiteReport
from pipeline.store.lake import Lake
from pipeline.store.store import LakeBusyError
from pipeline.store.stored import StoredNotice
from scrapers.health import FIELDS, Figures, judge, stopped_filling
from scrapers.ledger.files import FileCopy
from scrapers.ledger.ledger import Ledger
from scrapers.ledger.rows import PageRow
from scrapers.sites import Site
from scrapers.visits import Crawl, Visit

_BATCH = 200
"""Notices that wait in memory for one upsert."""
_BUSY_TRIES = 30
_TABLES = ("documents", "movements", "themes", "periods", "occasions", "attachments")


class NoTextError(ValueError):
    """A page without title or text, which must not replace a good copy."""


class NotANoticeError(ValueError):
    """A page that is something else: a login, a bot challenge, "not found" with status 200."""


def content_hash(notice: Notice, copies: Mapping[str, FileCopy]) -> str:
    """A digest of what a notice and its files say: title, date, text, names and bytes of the files, whatever
    the blanks between words.
    """
    parts = [notice.title or "", notice.published or "", notice.body]
    for file in notice.attachments:
        copy = copies.get(file.url)
        parts.append(f"{file.name or ''} {file.url} {copy.sha256 if copy else ''}")
    return hashlib.sha256("\x00".join(" ".join(part.split()) for part in parts).encode()).hexdigest()[:32]


def read_visit(visit: Visit, site: Site) -> Notice:
    """The notice on a visited page.

    Raises `UnreadablePage` for bytes that are no text, `NoTextError` for a page that says nothing,
    `NotANoticeError` for one that stands in a notice's place.
    """
    row = visit.row
    html = decode(visit.body, visit.charset)
    notice = extract(
        html,
        url=row.url,
        published=row.listed_date,
        province=site.province,
        agency=site.agency,
        layout=site.layout_on(visit.fetched_at.date() if visit.fetched_at else None),
        id=row.id,
    )
    kind = impostor(html, notice.title, notice.body)
    if kind is not None:
        raise NotANoticeError(f"{kind} in the notice's place")
    if not notice.body.strip() and not notice.attachments:
        raise NoTextError("no text found on the page: has the site's markup changed?")
    return notice


def stored_notice(visit: Visit, site: Site, notice: Notice, copies: Mapping[str, FileCopy]) -> StoredNotice:
    """A notice with where it and its files come from."""
    return StoredNotice(
        notice=notice,
        site=site.id,
        content_hash=content_hash(notice, copies),
        extractor_version=EXTRACTOR_VERSION,
        platform=site.platform,
        agency=site.agency,
        fetched_at=visit.fetched_at,
        archive_file=visit.place.file if visit.place else None,
        archive_offset=visit.place.offset if visit.place else None,
        copies=copies,
    )


def filled_in(notice: Notice) -> Iterator[str]:
    """The fields and tables that a notice has something for."""
    for name in (*FIELDS, "author", *_TABLES):
        value = getattr(notice, name)
        if value.strip() if isinstance(value, str) else value:
            yield name


def lost(row: PageRow, notice: Notice) -> str | None:
    """What a page lacks that its good copy had: a reason not to replace that copy."""
    if row.content_hash is None:
        return None
    if not (notice.title or "").strip():
        return "title no longer found: the stored copy is kept"
    if row.published is not None and notice.published is None:
        return "date no longer found: the stored copy is kept"
    return None


class LakeWriter:
    """The lake for many workers: one upsert at a time. `files` counts Parquet files that were rewritten."""

    def __init__(self, lake: Lake) -> None:
        self._lake = lake
        self._lock = threading.Lock()
        self.files = 0

    def upsert(self, batch: list[StoredNotice]) -> dict[str, str]:
        """Store `batch`; id → `new`, `changed`, `unchanged`, or `record: …` with why a check kept it out."""
        with self._lock:
            for attempt in range(1, _BUSY_TRIES + 1):
                try:
                    report = self._lake.upsert(batch)
                    break
                except LakeBusyError:
                    if attempt == _BUSY_TRIES:
                        raise
                    time.sleep(1)
            self.files += len(report.files)
        outcomes = dict.fromkeys(report.new, "new") | dict.fromkeys(report.changed, "changed")
        refused = [one for one in report.rejected if one.table == "notices"]
        outcomes |= {one.notice_id: f"record: {one.reason}" for one in refused}
        return {stored.notice.id: outcomes.get(stored.notice.id, "unchanged") for stored in batch}

    def remove(self, ids: list[str]) -> None:
        """Take notices out."""
        with self._lock:
            self.files += len(self._lake.remove(ids).files)


@dataclass(slots=True)
class SiteNight:
    """One site's night from the first request to the last row; `earlier`: its nights before, in order."""

    crawl: Crawl
    ledger: Ledger
    lake: LakeWriter
    now: datetime
    earlier: Sequence[Figures] = ()
    outcomes: Counter[str] = field(default_factory=Counter)
    _read: int = 0
    _filled: Counter[str] = field(default_factory=Counter)
    _characters: int = 0
    _held: int = 0
    _newest: date | None = None
    _batch: list[StoredNotice] = field(default_factory=list)
    _leaving: list[Visit] = field(default_factory=list)

    def run(self) -> SiteReport:
        """Crawl and store; every fault ends in the report."""
        begun = time.monotonic()
        tally = self.crawl.tally
        try:
            try:
                for visit in self.crawl.visits():
                    self._take(visit)
            finally:
                self._flush()
        except Exception as fault:  # noqa: BLE001 - one site's trouble is told, the others go on
            tally.faults.append(f"{type(fault).__name__}: {fault}")
        found = tally.discovered
        site = self.crawl.site
        tonight = self._figures()
        verdict = judge(site.health, tonight, self.earlier)
        return SiteReport(
            site=site.id,
            name=site.name,
            province=site.province,
            seen=max(len(tally.met), found.known_ground),
            new=self.outcomes["new"],
            changed=self.outcomes["changed"],
            unchanged=self.outcomes["unchanged"] + tally.not_modified,
            not_modified=tally.not_modified,
            removed=self.outcomes["removed"],
            failed=tally.failed,
            refused=tally.refused,
            elsewhere=found.elsewhere,
            passed_over=found.passed_over,
            resumed=tally.resumed,
            requests=tally.requests,
            bytes=tally.bytes + tally.files.bytes,
            listing_pages=found.pages,
            seconds=time.monotonic() - begun,
            reasons=tuple((tally.reasons + tally.files.reasons).most_common()),
            files=tally.files.fetched,
            files_failed=tally.files.failed,
            faults=(*tally.faults, *verdict.faults),
            warnings=(*found.warnings, *verdict.warnings),
            tried=tonight.tried,
            read=self._read,
            filled=dict(self._filled),
            characters=self._characters,
            held=self._held,
            newest=tonight.newest.isoformat() if tonight.newest else None,
        )

    def _figures(self) -> Figures:
        """The night so far."""
        tally = self.crawl.tally
        known = [day for day in (self._newest, *(night.newest for night in self.earlier[-1:])) if day]
        return Figures(
            started=self.now,
            ok=not tally.faults,
            new=self.outcomes["new"],
            tried=tally.visits + tally.resumed - tally.not_modified,
            failed=tally.failed,
            read=self._read,
            filled=self._filled,
            characters=self._characters,
            changed=self.outcomes["changed"],
            confirmed=self.outcomes["unchanged"] + tally.not_modified,
            newest=max(known, default=None),
        )

    def _take(self, visit: Visit) -> None:
        if visit.gone is not None:
            self._leaving.append(visit)
            return
        try:
            notice = read_visit(visit, self.crawl.site)
        except (UnreadablePage, NoTextError, NotANoticeError) as fault:
            self._read += 1
            self._fail(visit.row.id, str(fault))
        except Exception as fault:  # noqa: BLE001 - a page that breaks a parser fails alone, with its reason
            self._fail(visit.row.id, f"parser: {type(fault).__name__}: {fault}")
        else:
            self._read += 1
            self._filled.update(filled_in(notice))
            self._characters += len(notice.body)
            self._sort(visit, notice)
        if len(self._batch) >= _BATCH:
            self._flush()

    def _sort(self, visit: Visit, notice: Notice) -> None:
        """What is to become of a notice that was read; its files are fetched."""
        row = visit.row
        if (why := lost(row, notice)) is not None:
            self._fail(row.id, why)
            return
        copies = self.crawl.copies(row.id, [file.url for file in notice.attachments])
        stored = stored_notice(visit, self.crawl.site, notice, copies)
        if stored.content_hash == row.content_hash:
            self._note(stored, "unchanged")
        else:
            self._batch.append(stored)

    def _flush(self) -> None:
        batch, self._batch = self._batch, []
        if batch and stopped_filling(self.crawl.site.health, self._figures(), self.earlier):
            # For the ledger they stay `fetched`: the next run reads them from the archive, with its parsers.
            self._held += len(batch)
        elif batch:
            outcomes = self.lake.upsert(batch)
            for stored in batch:
                outcome = outcomes[stored.notice.id]
                if outcome.startswith("record: "):
                    self._fail(stored.notice.id, outcome)
                else:
                    self._note(stored, outcome)
        leaving, self._leaving = self._leaving, []
        if leaving:
            self.lake.remove([visit.row.id for visit in leaving])
            for visit in leaving:
                self.ledger.removed(visit.row.id, visit.gone or "gone", self.now)
                self.outcomes["removed"] += 1

    def _note(self, stored: StoredNotice, outcome: str) -> None:
        published: date | None = stored.published
        self.ledger.stored(stored.notice.id, outcome, stored.content_hash, published, self.now)
        self.outcomes[outcome] += 1
        if published is not None and published <= self.now.date():
            self._newest = max(published, self._newest or published)

    def _fail(self, id: str, why: str) -> None:
        self.crawl.tally.failed += 1
        self.crawl.tally.reasons[why] += 1
        self.ledger.failed(id, why, self.now)
