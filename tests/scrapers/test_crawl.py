from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from scrapers.archive.files import Archive
from scrapers.crawl import SiteCrawl, adopt_lost
from scrapers.fetch.fetching import HttpFetcher, Limits
from scrapers.fetch.politeness import Paces, PoliteFetcher
from scrapers.fetch.urls import notice_id
from scrapers.ledger.ledger import Ledger
from scrapers.ledger.rows import PageRow
from scrapers.sites import Site
from scrapers.visits import Budget, Tally, Visit
from tests.scrapers.portal import Page, Portal, serving, site_of

NOW = datetime(2026, 11, 24, tzinfo=UTC)


class World:
    """A portal, its site, an archive and a ledger; whoever takes the visits stores them at once."""

    def __init__(self, portal: Portal, folder: Path) -> None:
        self.portal = portal
        self.site = site_of(portal)
        self.archive = Archive(folder / "archive")
        self.ledger = Ledger(folder / "ledger.sqlite")

    def night(
        self,
        site: Site | None = None,
        budget: Budget | None = None,
        stop: Event | None = None,
        now: datetime = NOW,
    ) -> tuple[Tally, list[Visit]]:
        self.portal.asked.clear()
        raw = HttpFetcher("test", Limits(silence=2, seconds=4), ("127.0.0.0/8",))
        polite = PoliteFetcher(raw, Paces(), sleep=lambda seconds: None)
        self.archive.begin(NOW)
        crawl = SiteCrawl(
            site or self.site,
            polite,
            self.archive,
            self.ledger,
            now=now,
            budget=budget or Budget(),
            stop=stop,
        )
        visits = []
        for visit in crawl.visits():
            visits.append(visit)
            if visit.gone:
                self.ledger.removed(visit.row.id, visit.gone, now)
            else:
                self.ledger.stored(visit.row.id, "new", visit.body.hex()[-8:], None, now)
        polite.close()
        self.archive.end()
        return crawl.tally, visits

    def row(self, slug: str) -> PageRow:
        row = self.ledger.page(notice_id(f"{self.portal.base}/tin/{slug}"))
        assert row is not None
        return row


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with serving() as portal:
        portal.listing("a", "b", "c")
        portal.notice("a", "Kế hoạch thi đua", etag='"1"')
        portal.notice("b", "Tổng kết thi đua")
        portal.notice("c", "Khen thưởng đột xuất")
        world = World(portal, tmp_path)
        yield world
        world.ledger.close()


def test_each_page_is_archived_and_handed_on(world: World) -> None:
    tally, visits = world.night()
    assert (tally.visits, tally.failed, tally.faults, len(tally.met)) == (3, 0, [], 3)
    assert tally.requests == len(world.portal.asked) == 5
    for visit in visits:
        assert visit.place is not None
        assert world.archive.read(visit.place).body == visit.body


def test_known_pages_are_asked_for_conditionally(world: World) -> None:
    world.night()
    tally, visits = world.night()
    assert tally.not_modified == 1
    assert len(visits) == 2, "without validators the page comes again; what it says decides"
    asked = next(ask for ask in world.portal.asked if ask.path == "/tin/a")
    assert asked.headers["If-None-Match"] == '"1"'


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (Page(status=404), "status 404"),
        (Page(status=500), "status 500"),
        (Page(b"%PDF", headers={"Content-Type": "application/pdf"}), "not a web page (application/pdf)"),
        (Page(status=302, headers={"Location": "/"}), "not a notice"),
        (Page(status=302, headers={"Location": "/tin"}), "not a notice"),
        (Page(status=302, headers={"Location": "/tin/b"}), "which is known by itself"),
        (Page(status=302, headers={"Location": "http://127.0.0.9:1/"}), "leads off the site"),
        (Page(raw=lambda handler: handler.connection.close()), "connection failed"),
    ],
)
def test_pages_that_give_nothing_fail_alone(world: World, page: Page, why: str) -> None:
    world.portal.pages["/"] = Page(b"<h1>Trang ch\xe1\xbb\xa7</h1>")
    world.portal.pages["/tin/a"] = page
    tally, visits = world.night()
    assert (tally.failed, len(visits), tally.faults) == (1, 2, [])
    assert why in next(iter(tally.reasons)), tally.reasons
    assert world.row("a").outcome == "failed"


def test_a_page_that_moved_keeps_its_id(world: World) -> None:
    world.portal.pages["/moi/a"] = world.portal.pages["/tin/a"]
    world.portal.pages["/tin/a"] = Page(status=301, headers={"Location": "/moi/a"})
    _, visits = world.night()
    assert world.row("a").state == "stored"
    assert len(visits) == 3


def test_robots_keep_single_pages(world: World) -> None:
    world.portal.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /tin/b\n")
    tally, visits = world.night()
    assert (tally.refused, tally.failed, len(visits)) == (1, 0, 2)
    assert world.portal.count("/tin/b") == 0


def test_gone_means_gone_twice(world: World) -> None:
    world.night()
    del world.portal.pages["/tin/b"]
    tally, visits = world.night()
    assert [visit.gone for visit in visits if visit.gone] == ["status 404, twice"]
    assert world.portal.count("/tin/b") == 2
    assert world.row("b").state == "removed"
    assert tally.faults == []
    tally, visits = world.night()
    assert world.portal.count("/tin/b") == 0, "looked for again, but seldom"


def test_a_removed_page_that_returns_is_new(world: World) -> None:
    world.night()
    kept = world.portal.pages.pop("/tin/b")
    world.portal.listing("a", "c")
    world.night(now=NOW + timedelta(hours=9))
    assert world.row("b").state == "removed"
    world.portal.pages["/tin/b"] = kept
    world.portal.listing("a", "b", "c")
    _, visits = world.night(now=NOW + timedelta(days=1))
    returned = next(visit for visit in visits if visit.row.id == world.row("b").id)
    assert returned.row.content_hash is None
    assert world.row("b").state == "stored"


def test_gone_once_is_a_hiccup(world: World) -> None:
    world.night()
    good = world.portal.pages["/tin/b"]
    answers = [Page(status=404), good]
    answer = world.portal.answer
    world.portal.answer = lambda path: answers.pop(0) if path == "/tin/b" else answer(path)  # type: ignore[method-assign]
    tally, _ = world.night()
    assert tally.failed == 1
    assert world.row("b").state == "stored"


def test_an_outage_removes_nothing(world: World) -> None:
    slugs = [f"n{n}" for n in range(6)]
    for slug in slugs:
        world.portal.notice(slug, f"Tin {slug}")
    world.portal.listing(*slugs)
    world.night()
    for slug in slugs:
        del world.portal.pages[f"/tin/{slug}"]
    tally, visits = world.night()
    assert visits == []
    assert "taken for an outage" in tally.faults[0]
    assert world.row("n0").state == "stored"


def test_nothing_is_removed_while_the_listing_fails(world: World) -> None:
    world.night()
    world.portal.listing("a", "b", "c", following="/tin?p=2")
    world.portal.notice("d", "Tin mới")
    world.portal.listing("d", "a", "b", "c", following="/tin?p=2")
    world.portal.pages["/tin?p=2"] = Page(status=500)
    del world.portal.pages["/tin/b"]
    tally, visits = world.night()
    assert not any(visit.gone for visit in visits)
    assert "nothing is removed" in tally.faults[-1]
    assert world.row("b").state == "stored"


def test_a_host_that_breaks_down_is_left_alone(world: World) -> None:
    slugs = [f"n{n:02}" for n in range(30)]
    world.portal.listing(*slugs)
    for slug in slugs:
        world.portal.pages[f"/tin/{slug}"] = Page(raw=lambda handler: handler.connection.close())
    tally, _ = world.night()
    assert "5 pages in a row failed" in tally.faults[0]
    assert tally.visits == 5


def test_a_busy_host_is_left_alone(world: World) -> None:
    for slug in "abc":
        world.portal.pages[f"/tin/{slug}"] = Page(status=503, headers={"Retry-After": "9999"})
    tally, _ = world.night()
    assert "left alone for 9999 s" in tally.faults[0]
    assert sum(world.portal.count(f"/tin/{slug}") for slug in "abc") == 1


def test_limits(world: World) -> None:
    tally, visits = world.night(budget=Budget(limit=2))
    assert (tally.visits, len(visits)) == (2, 2)
    tally, visits = world.night(budget=Budget(limit=2))
    assert len(visits) >= 1
    assert world.row("a").state == world.row("b").state == world.row("c").state == "stored"
    assert world.night(budget=Budget(revisits=1))[0].visits == 1


def test_the_time_of_a_night_ends(world: World) -> None:
    tally, visits = world.night(budget=Budget(seconds=-1))
    assert visits == []
    assert "used up" in tally.faults[0]


def test_a_run_that_is_stopped_goes_on_next_time(world: World) -> None:
    stop = Event()
    stop.set()
    tally, visits = world.night(stop=stop)
    assert (visits, len(tally.faults)) == ([], 1)
    assert len(world.night()[1]) == 3


def test_copies_that_were_not_stored_come_from_the_archive(world: World) -> None:
    world.night()
    row = world.row("b")
    assert row.place is not None and row.fetched_at is not None
    world.ledger.fetched(row.id, row.place, row.fetched_at, None, None)
    tally, visits = world.night(replace(world.site, start=world.site.start), Budget(revisits=0))
    assert tally.resumed == 1
    assert [visit.row.id for visit in visits] == [row.id]
    assert world.portal.count("/tin/b") == 0


def test_a_copy_that_is_lost_is_fetched_again(world: World) -> None:
    world.night()
    row = world.row("b")
    assert row.place is not None and row.fetched_at is not None
    world.ledger.fetched(row.id, replace(row.place, offset=10**9), row.fetched_at, None, None)
    tally, _ = world.night()
    assert tally.resumed == 0
    assert world.portal.count("/tin/b") == 1


def test_copies_that_the_ledger_was_not_told_of_are_adopted(world: World) -> None:
    world.night()
    world.portal.notice("b", "Tổng kết thi đua năm 2022")
    world.archive.begin(NOW)  # a run that fetches one page and dies before it tells the ledger
    raw = HttpFetcher("test", allow=("127.0.0.0/8",))
    world.archive.store(raw.fetch(f"{world.portal.base}/tin/b").final)
    raw.close()
    again = Archive(world.archive.root)
    assert adopt_lost(again, world.ledger) == 1
    assert adopt_lost(again, world.ledger) == 0, "once is enough"
    _, visits = world.night(budget=Budget(revisits=0))
    assert [visit.row.id for visit in visits] == [world.row("b").id]
    assert "năm 2022" in visits[0].body.decode()
    assert world.portal.count("/tin/b") == 0
