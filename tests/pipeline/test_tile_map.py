import pytest

from parsers.reference import provinces
from pipeline.reading.tile_map import by_tile, draw_tile_map, tiles


def test_every_province_of_before_july_2025_has_one_tile_of_its_own():
    old = {one.slug for one in provinces().values() if not one.slug.endswith("-2025")} - {"hue"}
    whole = [tile.slug for tile in tiles() if not tile.part]
    assert sorted(whole) == sorted(old)
    assert len({(tile.column, tile.row) for tile in tiles()}) == len(tiles())


def test_provinces_of_today_lie_on_the_tile_that_gave_the_name():
    found, rest = by_tile({"thai-nguyen": 1, "thai-nguyen-2025": 2, "hue": 3, "none": 4})
    assert found == {"thai-nguyen": 3, "thua-thien-hue": 3}
    assert rest == 4


def test_the_map_writes_names_and_values(monkeypatch):
    pytest.importorskip("matplotlib", reason="the extra `notebooks` is not installed").use("Agg")
    fig = draw_tile_map({"bac-kan": 7, "none": 2}, "Số tin")
    said = {text.get_text() for text in fig.axes[0].texts}
    assert {"Bắc Kạn", "7", "Hoàng Sa", "and 2 of no single province"} <= said
    assert draw_tile_map({}, "nothing")
