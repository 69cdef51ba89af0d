"""What becomes of a listing over many nights: fronts, sweeps, whole walks."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from scrapers.discover.discovery import discover
from scrapers.discover.finding import Discovered
from scrapers.fetch.fetching import HttpFetcher
from scrapers.fetch.politeness import Paces, PoliteFetcher
from scrapers.fetch.urls import notice_id
from scrapers.ledger.ledger import Ledger
from scrapers.platforms import ListingSpec
from scrapers.sites import Site
from tests.scrapers.portal import Page, Portal, listing, serving, site_of

NOW = datetime(2026, 11, 24, 20, tzinfo=UTC)
SPEC = ListingSpec(item=(".item",), page_parameter="p", date=("time",))


class World:
    """A portal whose listing shows `slugs`, two a page; a day passes from one night to the next."""

    def __init__(self, portal: Portal, ledger: Ledger) -> None:
        self.portal, self.ledger = portal, ledger
        self.site = replace(site_of(portal), listing=SPEC)
        self.now = NOW
        raw = HttpFetcher("test", allow=("127.0.0.0/8",))
        self.fetcher = PoliteFetcher(raw, Paces(), sleep=lambda seconds: None)

    def show(self, *slugs: str, etag: str | None = None) -> None:
        for path in [path for path in self.portal.pages if path.startswith("/tin")]:
            del self.portal.pages[path]
        for number, begin in enumerate(range(0, len(slugs), 2), 1):
            path = "/tin" if number == 1 else f"/tin?p={number}"
            self.portal.pages[path] = Page(listing(*slugs[begin : begin + 2]), etag=etag)

    def night(
        self, site: Site | None = None, limit: int | None = None, since: date | None = None, days: int = 1
    ) -> Discovered:
        self.portal.asked.clear()
        self.now += timedelta(days=days)
        return discover(site or self.site, self.fetcher, self.ledger, self.now, limit=limit, since=since)

    @property
    def asked(self) -> list[int]:
        """The listing's pages in the order in which they were asked for."""
        paths = [path for path in self.portal.paths if path.startswith("/tin")]
        return [int(path.partition("?p=")[2] or 1) for path in paths]

    def knows(self, slug: str) -> bool:
        return self.ledger.page(notice_id(f"{self.portal.base}/tin/{slug}")) is not None


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with serving() as portal:
        ledger = Ledger(tmp_path / "ledger.sqlite")
        world = World(portal, ledger)
        yield world
        world.fetcher.close()
        ledger.close()


OLD = [f"n{number}" for number in range(8)]


@pytest.mark.parametrize("etag", [None, '"same"'])
def test_an_old_dated_notice_on_a_deep_page_is_found_in_the_end(world: World, etag: str | None) -> None:
    world.show(*OLD, etag=etag)
    world.night()
    world.show(*OLD[:5], "late", *OLD[5:], etag=etag)
    nights = 0
    while not world.knows("late"):
        assert world.night().faults == []
        nights += 1
        assert nights <= 35, "a whole walk is due every 28 days, give or take a quarter"
    assert nights >= 21, "and not every night"
    assert world.asked == [1, 2, 3, 4, 5, 6]


def test_whole_walks_can_be_left_out(world: World) -> None:
    world.show(*OLD)
    never = replace(world.site, full_walk=0)
    world.night(never)
    for _ in range(3):
        world.night(never, days=300)
        assert world.asked == [1]


def test_whole_walks_of_many_sites_are_spread_over_the_nights(world: World) -> None:
    world.show("a", "b", "c")
    starts = [f"{world.portal.base}/tin?s={number}" for number in range(12)]
    for number in range(12):
        world.portal.pages[f"/tin?s={number}"] = Page(listing("a", "b"))
        world.portal.pages[f"/tin?s={number}&p=2"] = Page(listing("c"))
    many = replace(world.site, start=tuple(starts))
    world.night(many)
    walked = []
    for _ in range(12):
        world.night(many, days=3)
        walked.append(sum("p=2" in path for path in world.portal.paths))
    assert sum(walked) == 12
    assert max(walked) <= 9, walked


def test_a_listing_longer_than_a_night_is_read_over_several(world: World) -> None:
    slow = replace(world.site, max_pages=3)
    slugs = [f"n{number}" for number in range(14)]
    world.show(*slugs)
    world.night(slow)
    assert world.asked == [1, 2, 3]
    world.show("new", *slugs)
    world.night(slow)
    assert world.asked == [1, 2, 4], "what is new, then where the last night ended"
    world.night(slow)
    assert world.asked == [1, 5, 6]
    world.night(slow)
    assert world.asked[:3] == [1, 7, 8]
    assert all(world.knows(slug) for slug in ["new", *slugs])
    world.night(slow)
    assert world.asked in ([1], [1, 9]), "then it is known to its end"


def test_news_that_push_the_cursor_s_page_back_lose_nothing(world: World) -> None:
    slow = replace(world.site, max_pages=4)
    slugs = [f"n{number}" for number in range(12)]
    world.show(*slugs)
    world.night(replace(slow, max_pages=2))
    fresh = [f"f{number}" for number in range(5)]
    world.show(*fresh, *slugs)
    for _ in range(4):
        world.night(slow)
    assert all(world.knows(slug) for slug in fresh + slugs)


def test_a_front_that_breaks_off_behind_news_is_taken_up(world: World) -> None:
    world.show(*OLD)
    world.night()
    fresh = [f"f{number}" for number in range(5)]
    world.show(*fresh, *OLD)
    good = world.portal.pages["/tin?p=2"]
    world.portal.pages["/tin?p=2"] = Page(status=500)
    assert "status 500" in world.night().faults[0]
    assert not world.knows("f3")
    world.portal.pages["/tin?p=2"] = good
    assert world.night().faults == []
    assert world.asked == [1, 2, 3, 4], "the first page is known; the gap behind it is closed to known ground"
    assert all(world.knows(slug) for slug in fresh)


@pytest.mark.parametrize("at", ["before page 2", "after page 2"])
def test_a_front_that_is_killed_hides_nothing(world: World, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    world.show(*OLD)
    world.night()
    fresh = [f"f{number}" for number in range(5)]
    world.show(*fresh, *OLD)
    genuine = Ledger.see
    left = [1 if at == "before page 2" else 2]

    def dying(*args: object) -> object:
        if left[0] == 0:
            raise KeyboardInterrupt
        left[0] -= 1
        return genuine(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(Ledger, "see", dying)
    with pytest.raises(KeyboardInterrupt):
        world.night()
    monkeypatch.undo()
    world.night()
    assert all(world.knows(slug) for slug in fresh)


def test_a_page_of_the_sweep_that_never_answers_is_passed_over(world: World) -> None:
    slow = replace(world.site, max_pages=2)
    slugs = [f"n{number}" for number in range(10)]
    world.show(*slugs)
    world.night(slow)
    world.portal.pages["/tin?p=3"] = Page(status=500)
    told = [len(world.night(slow).faults) for _ in range(3)]
    assert told == [1, 1, 1]
    world.night(slow)
    assert world.asked == [1, 4]
    assert world.knows("n7")


def test_a_calendar_is_given_up_at_a_depth(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scrapers.discover.listing_walk._DEEPEST", 12)
    answer: Callable[[str], Page] = world.portal.answer

    def bottomless(path: str) -> Page:
        if not path.startswith("/tin"):
            return answer(path)
        return Page(listing(f"n{path.partition('?p=')[2] or 1}"))

    world.portal.answer = bottomless  # type: ignore[method-assign]
    site = replace(world.site, max_pages=5)
    warnings = [text for _ in range(5) for text in world.night(site).warnings]
    assert len(warnings) == 1
    assert "given up after 12 pages" in warnings[0]
    assert world.asked == [1], "then it is left alone"


def test_a_listing_that_shrinks_is_told(world: World) -> None:
    world.portal.pages["/tin"] = Page(listing(*OLD))
    assert world.night().warnings == []
    world.portal.pages["/tin"] = Page(listing(*OLD[:2]))
    assert world.night().warnings == [f"listing {world.portal.base}/tin: 2 items, it gave 8 before"]


def test_only_some_addresses_are_notices(world: World) -> None:
    world.show("tin-1", "khac-1", "khac-2", "khac-3", "tin-2")
    found = world.night(replace(world.site, only=__import__("re").compile(r"/tin-\d")))
    assert (len(found.seen), found.passed_over, found.pages) == (2, 3, 4), "a page without any is no end"
    assert world.knows("tin-2")
    assert not world.knows("khac-1")


def dated(*days: str) -> bytes:
    items = "".join(
        f"<div class='item'><a href='/tin/{day[:2]}'>Tin</a><time>{day}</time></div>" for day in days
    )
    return f"<html><body>{items}</body></html>".encode()


def test_since_a_day(world: World) -> None:
    world.portal.pages["/tin"] = Page(dated("20/11/2026", "19/11/2026"))
    world.portal.pages["/tin?p=2"] = Page(dated("10/11/2026", "09/11/2026"))
    world.portal.pages["/tin?p=3"] = Page(dated("02/11/2026"))
    world.night(since=date(2026, 11, 15))
    assert world.asked == [1, 2], "the second page holds older ones alone"
    world.night()
    assert world.knows("02"), "a night without --since brings the rest"


def test_a_site_under_maintenance_is_not_the_end_of_its_listing(world: World) -> None:
    slow = replace(world.site, max_pages=2)
    world.show(*OLD)
    world.night(slow)
    good = world.portal.pages["/tin?p=3"]
    world.portal.pages["/tin?p=3"] = Page("<h1>Website đang bảo trì, vui lòng quay lại sau</h1>".encode())
    assert "maintenance page in its place" in world.night(slow).faults[0]
    world.portal.pages["/tin?p=3"] = good
    for _ in range(3):
        world.night(slow)
    assert all(world.knows(slug) for slug in OLD)


def test_what_stands_behind_the_last_page_is_not_guessed(world: World) -> None:
    links = "".join(f"<li><a href='/muc/{n}'>Chuyên mục số {n} của cổng thông tin</a></li>" for n in range(9))
    world.show("a", "b")
    world.portal.pages["/tin?p=2"] = Page(f"<html><body><ul>{links}</ul></body></html>".encode())
    assert len(world.night().seen) == 2
