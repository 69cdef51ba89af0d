"""A night on a site that is out of order: told, and without harm to what is stored."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from parsers.page.layout import Layout
from pipeline.night.run_summary import outcome_line
from pipeline.store.dataset import Dataset
from scrapers.fetch.urls import notice_id
from scrapers.health import HealthSpec
from scrapers.ledger.ledger import Ledger
from tests.pipeline.test_nightly import World, text
from tests.scrapers.portal import Page, detail, listing, serving

SLUGS = [f"n{number}" for number in range(12)]
BROKEN = Layout(title=("h1.t",), published=("p.moved",), body=("div.b",))


def undated(title: str, says: str) -> Page:
    """The page after a redesign that took its date away."""
    return Page(detail(title, says, day=""))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with serving() as portal:
        portal.pages["/tin"] = Page(listing(*SLUGS))
        for number, slug in enumerate(SLUGS):
            portal.notice(slug, f"Tin {slug}", text=text(number))
        yield World(portal, tmp_path / "lake")


def add(world: World, count: int, *, dated: bool) -> list[str]:
    """New notices on the portal's listing."""
    slugs = [f"m{number}" for number in range(count)]
    for number, slug in enumerate(slugs, 500):
        world.portal.notice(slug, f"Tin {slug}", text=text(number))
        if not dated:
            world.portal.pages[f"/tin/{slug}"] = undated(f"Tin {slug}", text(number))
    world.portal.pages["/tin"] = Page(listing(*slugs, *SLUGS))
    return slugs


def test_the_report_tells_what_was_filled(world: World) -> None:
    (site,) = world.night().sites
    assert (site.tried, site.read, site.newest) == (12, 12, "2021-02-01")
    assert [site.filled[name] for name in ("title", "published", "body", "documents")] == [12] * 4
    assert "movements" not in site.filled


def test_a_known_notice_that_lost_its_date_keeps_its_good_copy(world: World) -> None:
    world.night()
    world.portal.pages["/tin/n3"] = undated("Tin n3, sửa", text(77))
    (site,) = world.night().sites
    assert (site.failed, site.changed, site.ok) == (1, 0, True)
    assert "date no longer found: the stored copy is kept" in site.why
    assert world.rows("select title from notices where title like '%n3%'") == [("Tin n3",)]


def test_a_layout_that_stops_filling_is_told_and_replaces_nothing(world: World) -> None:
    world.night()
    before = world.rows("select id, title, published, body from notices order by id")
    slugs = add(world, 14, dated=False)
    report = world.night()
    (site,) = report.sites
    assert (report.status, site.held, site.new) == (1, 14, 0)
    assert "published found on 12 of 26 pages (100% before)" in site.why
    assert world.rows("select id, title, published, body from notices order by id") == before
    again = world.night().sites[0]
    assert (again.held, again.ok) == (14, False), "it is told until it is mended"
    assert not any(world.portal.paths.count(f"/tin/{slug}") for slug in slugs), "they lie in the archive"


def test_held_pages_come_in_from_the_archive_once_it_is_mended(world: World) -> None:
    world.night()
    slugs = add(world, 14, dated=False)
    assert world.night().sites[0].held == 14
    accepted = replace(world.site, health=HealthSpec(published=0.0))
    (site,) = world.night(accepted).sites
    assert (site.new, site.resumed, site.held, site.ok) == (14, 14, 0, True)
    assert not any(world.portal.paths.count(f"/tin/{slug}") for slug in slugs)
    assert len(world.rows()) == 26


def test_new_notices_that_are_whole_are_no_matter(world: World) -> None:
    world.night()
    add(world, 14, dated=True)
    (site,) = world.night().sites
    assert (site.new, site.ok, site.warnings) == (14, True, ())


def test_pages_that_a_304_confirms_do_not_outvote_those_that_fail(world: World) -> None:
    for slug in SLUGS:
        world.portal.pages[f"/tin/{slug}"].etag = '"1"'
    world.night()
    add(world, 3, dated=True)
    for number in range(3):
        world.portal.pages[f"/tin/m{number}"] = Page(b"<html><body></body></html>")
    report = world.night()
    assert report.sites[0].not_modified == 12
    assert report.status == 1
    assert "3 of 3 pages gave nothing" in report.sites[0].why


@pytest.mark.parametrize("failing", [0, 1])
def test_all_well_is_said_only_when_it_is(world: World, failing: int) -> None:
    for slug in SLUGS[:failing]:
        world.portal.pages[f"/tin/{slug}"] = Page(status=500)
    line = outcome_line(world.night())
    assert line.startswith("1 page gave nothing;" if failing else "all well;")


def test_an_assertion_of_the_site_file_fails_the_site(world: World) -> None:
    stale = replace(world.site, health=HealthSpec(newest=90))
    report = world.night(stale)
    assert report.status == 1
    assert "the newest notice is 2122 days old, at most 90 asserted" in report.sites[0].why
    assert len(world.rows()) == 12, "what is stale is still good"


def test_a_layout_that_reads_the_lead_alone_replaces_nothing(world: World) -> None:
    long = " ".join(text(number) for number in range(30))
    for slug in SLUGS:
        world.portal.notice(slug, f"Tin {slug}", text=long)
    world.night()
    lead = Layout(title=("h1.t",), published=("p.d",), body=("p.lead",))
    for slug in SLUGS:
        page = detail(f"Tin {slug}", long)
        page = page.replace(b"<div class='b'>", b"<p class='lead'>Sapo.</p><div class='b'>")
        world.portal.pages[f"/tin/{slug}"] = Page(page)
    (site,) = world.night(replace(world.site, layout=lead)).sites
    assert (site.held, site.changed, site.ok) == (12, 0, False)
    assert "texts of 5 characters on average" in site.why
    assert all(len(str(body)) > 1000 for _, body in world.rows())


def test_a_redesign_is_told(world: World) -> None:
    world.night()
    for number, slug in enumerate(SLUGS):
        world.portal.notice(slug, f"Tin {slug}", text=text(number) + " Chia sẻ bài viết này.")
    (site,) = world.night().sites
    assert (site.changed, site.ok) == (12, True)
    assert "12 of 12 known pages changed at once" in site.why


def test_silent_edits_and_removals_are_kept_as_versions(world: World) -> None:
    world.night()
    world.portal.notice("n1", "Tin n1, bản sửa", text=text(99))
    del world.portal.pages["/tin/n2"]
    (site,) = world.night().sites
    assert (site.changed, site.removed) == (1, 1)
    ledger = Ledger(world.data / "ledger.sqlite")
    ids = [notice_id(f"{world.portal.base}/tin/{slug}") for slug in ("n1", "n2")]
    told = [[each.outcome for each in ledger.history(id)] for id in ids]
    ledger.close()
    assert told == [["new", "changed"], ["new", "removed"]]
    versions = Dataset(world.data).history().to_pylist()
    assert sorted((row["title"], row["id"]) for row in versions) == [("Tin n1", ids[0]), ("Tin n2", ids[1])]
    assert all(row["archive_file"] for row in versions), "each version points to the page it was read from"
