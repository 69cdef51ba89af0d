"""One night over every fault of `tests/scrapers/faults.py`, each on a host of its own."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb
import pytest

from pipeline.night.nightly import NightOptions, run_night
from pipeline.night.run_summary import SiteReport
from scrapers.fetch.fetching import Limits
from tests.scrapers.faults import FAULTS, LISTINGS, install
from tests.scrapers.portal import Portal, serving, site_of

LIMITS = Limits(silence=1.0, seconds=2.0, wire_bytes=300_000, bytes=2_000_000, redirects=5)


@dataclass
class Night:
    reports: dict[str, SiteReport]
    portals: dict[str, Portal]
    stored: dict[str, list[tuple[str, str]]]


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    data = tmp_path_factory.mktemp("faults") / "lake"
    with ExitStack() as stack:
        portals = {
            name: stack.enter_context(serving(f"127.0.8.{number}"))
            for number, name in enumerate([*FAULTS, *LISTINGS], 1)
        }
        for name, portal in portals.items():
            install(portal, FAULTS.get(name) or FAULTS["chunks whole"])
            if name in LISTINGS:
                portal.listing("a", "z")
                LISTINGS[name].change(portal)
        sites = [site_of(portal, _slug(name), max_pages=10) for name, portal in portals.items()]
        options = NightOptions(
            contact="a@b.vn",
            allow=("127.0.0.0/8",),
            limits=LIMITS,
            clock=lambda: datetime(2026, 11, 24, tzinfo=UTC),
        )
        reports = {site.site: site for site in run_night(data, sites, options=options).sites}
        with duckdb.connect() as db:
            rows = db.execute(
                f"select site, title, body from read_parquet('{data}/notices/**/*.parquet') order by url"
            ).fetchall()
        stored: dict[str, list[tuple[str, str]]] = {name: [] for name in reports}
        for site, title, body in rows:
            stored[site].append((title, body))
        yield Night(reports, portals, stored)


def _slug(name: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in name.lower())


@pytest.mark.parametrize("name", FAULTS)
def test_a_page_at_fault_is_told_and_not_stored(night: Night, name: str) -> None:
    report, stored = night.reports[_slug(name)], night.stored[_slug(name)]
    told = FAULTS[name].told
    if told is None:
        assert (len(stored), report.why) == (3, "")
        return
    assert told in report.why
    titles = [title for title, _ in stored]
    if "busy" not in told and "429" not in told and "left alone" not in told:
        assert titles == ["Tin thứ nhất", "Tin thứ hai"], "the others are stored all the same"
        assert report.failed == 1
    assert len(stored) <= 2


@pytest.mark.parametrize("name", LISTINGS)
def test_a_site_at_fault_is_told_and_left_alone(night: Night, name: str) -> None:
    fault, report = LISTINGS[name], night.reports[_slug(name)]
    if fault.told is None:
        assert report.why == ""
    else:
        assert fault.told in report.why
        assert not report.ok
    assert len(night.stored[_slug(name)]) == fault.stored
    assert len(night.portals[name].asked) <= fault.asked


def test_lies_about_the_charset_change_no_letter(night: Night) -> None:
    for name in ("UTF-8 called Latin-1", "UTF-16 without a word"):
        assert "Phát động thi đua năm 2022" in [title for title, _ in night.stored[_slug(name)]]
    assert "Tin tháng năm" in [title for title, _ in night.stored[_slug("windows-1258 called UTF-8")]]
