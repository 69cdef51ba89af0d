import pytest

from parsers.reference import provinces
from scrapers.registry import addresses, registry
from scrapers.sites import load_sites


def test_portal_and_newspaper_of_every_unit_former_and_present() -> None:
    units = provinces()
    assert set(registry()) == {f"{kind}-{slug}" for slug in units for kind in ("cong", "bao")}
    present = [unit for unit in units.values() if unit.abolished is None]
    assert len(present) == 34
    assert {
        unit.slug for unit in units.values() if unit.slug not in {"hue"} and "-2025" not in unit.slug
    } >= {
        "bac-kan",
        "ha-tinh",
        "thua-thien-hue",
    }
    assert sum("-2025" not in slug and slug != "hue" for slug in units) == 63


def test_none_is_proven_and_none_is_crawled_without_a_pause() -> None:
    assert all(site.status == "unproven" and site.delay >= 1 for site in registry().values())
    assert not set(registry()) & set(load_sites())


@pytest.mark.parametrize(
    ("former", "present"),
    [
        ("cong-bac-kan", "cong-thai-nguyen-2025"),
        ("bao-long-an", "bao-tay-ninh-2025"),
        ("cong-hau-giang", "cong-can-tho-2025"),
    ],
)
def test_a_series_runs_through_the_mergers(former: str, present: str) -> None:
    assert registry()[former].successor == present
    assert former in registry()[present].predecessors


def test_every_link_leads_to_a_site() -> None:
    for site in registry().values():
        assert {*site.predecessors, *filter(None, [site.successor])} <= set(registry())


def test_an_address_that_two_units_share_is_asked_once() -> None:
    once = addresses(registry().values())
    starts = [start for site in once for start in site.start]
    assert len(set(starts)) == len(starts)
    assert {start for site in registry().values() for start in site.start} == set(starts)
    assert "cong-tuyen-quang" in {site.id for site in once}
    assert "cong-tuyen-quang-2025" not in {site.id for site in once}


def test_names_and_hosts() -> None:
    assert registry()["bao-tien-giang"].name == "Báo Ấp Bắc"
    assert registry()["bao-bac-kan"].hosts >= {"baobackan.vn", "baobackan.com.vn"}
    assert registry()["cong-hue"].name == "Cổng thông tin điện tử thành phố Huế"
