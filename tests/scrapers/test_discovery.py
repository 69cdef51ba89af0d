from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scrapers.discover.discovery import Discovered, discover
from scrapers.fetch.fetching import HttpFetcher
from scrapers.fetch.politeness import Paces, PoliteFetcher
from scrapers.ledger.ledger import Ledger
from scrapers.platforms import ListingSpec
from scrapers.sites import Site
from tests.scrapers.portal import Page, Portal, listing, serving, site_of

NOW = datetime(2026, 11, 24, tzinfo=UTC)


class World:
    def __init__(self, portal: Portal, ledger: Ledger) -> None:
        self.portal, self.ledger = portal, ledger
        self.site = site_of(portal)

    def go(self, site: Site | None = None, limit: int | None = None) -> Discovered:
        """One night's discovery; what was asked before is forgotten."""
        self.portal.asked.clear()
        raw = HttpFetcher("test", allow=("127.0.0.0/8",))
        polite = PoliteFetcher(raw, Paces(), sleep=lambda seconds: None)
        try:
            return discover(site or self.site, polite, self.ledger, NOW, limit=limit)
        finally:
            polite.close()

    @property
    def listings(self) -> list[str]:
        return [path for path in self.portal.paths if path != "/robots.txt"]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with serving() as portal:
        ledger = Ledger(tmp_path / "ledger.sqlite")
        yield World(portal, ledger)
        ledger.close()


def three_pages(portal: Portal) -> None:
    portal.listing("a", "b", following="/tin?p=2")
    portal.listing("c", "d", path="/tin?p=2", following="/tin?p=3")
    portal.listing("e", path="/tin?p=3")


def test_all_pages_once_then_known_ground(world: World) -> None:
    three_pages(world.portal)
    first = world.go()
    assert (len(first.seen), len(first.news), first.pages, first.faults) == (5, 5, 3, [])
    second = world.go()
    assert (len(second.seen), len(second.news), second.pages) == (2, 0, 1)
    assert world.listings == ["/tin"]


def test_new_items_are_followed_until_known_ground(world: World) -> None:
    three_pages(world.portal)
    world.go()
    world.portal.listing("y", "z", following="/tin?p=2")
    world.portal.listing("x", "a", path="/tin?p=2", following="/tin?p=3")
    world.portal.listing("b", "c", path="/tin?p=3", following="/tin?p=4")
    found = world.go()
    assert len(found.news) == 3
    assert world.listings == ["/tin", "/tin?p=2", "/tin?p=3"]


def test_a_night_that_broke_off_hides_nothing(world: World) -> None:
    three_pages(world.portal)
    world.portal.pages["/tin?p=2"] = Page(status=500)
    broken = world.go()
    assert "status 500" in broken.faults[0]
    assert len(broken.seen) == 2
    three_pages(world.portal)
    assert len(world.go().news) == 3, "the first page is known, the others are not"


def test_a_limited_night_hides_nothing(world: World) -> None:
    three_pages(world.portal)
    assert len(world.go(limit=1).news) == 2
    assert world.listings == ["/tin"]
    assert len(world.go().news) == 3


def test_other_selectors_read_everything_again(world: World) -> None:
    three_pages(world.portal)
    world.go()
    other = replace(world.site, listing=replace(world.site.listing, link=(".item a",)))
    assert world.go(other).pages == 3


def test_a_listing_that_did_not_change_costs_one_304(world: World) -> None:
    world.portal.pages["/tin"] = Page(listing("a", "b"), etag='"1"')
    world.go()
    found = world.go()
    assert found.known_ground == 2
    assert world.portal.asked[-1].headers["If-None-Match"] == '"1"'
    assert found.faults == []


def test_endless_paging_ends(world: World) -> None:
    answer = world.portal.answer

    def calendar(path: str) -> Page:
        if not path.startswith("/tin"):
            return answer(path)
        number = int(path.partition("?p=")[2] or 1)
        return Page(listing("a", "b", following=f"/tin?p={number + 1}"))

    world.portal.answer = calendar  # type: ignore[method-assign]
    found = world.go()
    assert (len(found.seen), found.pages) == (2, 2), "the second page shows nothing new in this run"

    def bottomless(path: str) -> Page:
        if not path.startswith("/tin"):
            return answer(path)
        number = int(path.partition("?p=")[2] or 1)
        return Page(listing(f"n{number}", following=f"/tin?p={number + 1}"))

    world.portal.answer = bottomless  # type: ignore[method-assign]
    assert world.go(replace(world.site, max_pages=7)).pages == 7


def test_circles_end(world: World) -> None:
    world.portal.listing("a", following="/tin?p=2")
    world.portal.listing("b", path="/tin?p=2", following="/tin")
    assert world.go().pages == 2


def test_pages_are_counted_up_where_no_link_leads_on(world: World) -> None:
    world.portal.listing("a")
    world.portal.listing("b", path="/tin?trang=2")
    spec = ListingSpec(item=(".item",), page_parameter="trang")
    found = world.go(replace(world.site, listing=spec))
    assert len(found.seen) == 2
    assert found.faults == [], "the 404 behind the last page is its end"
    assert world.listings == ["/tin", "/tin?trang=2", "/tin?trang=3"]


def test_items_of_other_hosts_are_counted_and_left_alone(world: World) -> None:
    links = "".join(
        f"<div class='item'><a href='{href}'>x</a></div>"
        for href in ("/tin/a", "http://khac.gov.vn/b", "javascript:;")
    )
    world.portal.pages["/tin"] = Page(links.encode())
    found = world.go()
    assert (len(found.seen), found.elsewhere, found.unusable) == (1, 1, 1)


def test_the_next_page_on_another_host_is_not_followed(world: World) -> None:
    world.portal.listing("a", following="http://khac.gov.vn/tin?p=2")
    assert world.go().pages == 1


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (Page(status=404), "status 404"),
        (Page(status=500), "status 500"),
        (Page(status=403), "status 403"),
        (Page(b"<html><body>Trang dang bao tri</body></html>"), "no item found (it gave 2 before)"),
        (Page(b"<div class='item'><a href='http://khac.vn/x'>x</a></div>"), "lead to other hosts only"),
        (Page(b"\x00\x01\x02" * 99), "no item found"),
        (Page(raw=lambda handler: handler.connection.close()), "connection failed"),
    ],
)
def test_a_listing_that_fails_is_told(world: World, page: Page, why: str) -> None:
    world.portal.listing("a", "b")
    world.go()
    world.portal.pages["/tin"] = page
    found = world.go()
    assert why in found.faults[0], found.faults
    assert f"{world.portal.base}/tin" in found.faults[0]


def test_one_bad_start_page_does_not_stop_the_others(world: World) -> None:
    world.portal.listing("a", path="/khac")
    site = replace(world.site, start=(f"{world.portal.base}/tin", f"{world.portal.base}/khac"))
    found = world.go(site)
    assert len(found.faults) == 1
    assert len(found.seen) == 1


def test_a_shut_host_is_left_at_once(world: World) -> None:
    world.portal.pages["/robots.txt"] = Page(status=503)
    world.portal.listing("a")
    found = world.go()
    assert found.closed
    assert "robots.txt cannot be read (status 503)" in found.faults[0]
    assert world.listings == []
