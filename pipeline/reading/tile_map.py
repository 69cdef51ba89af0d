"""A map of Vietnam as tiles, one a province of before July 2025: readable at any size, without shapes.

Where the provinces of today are asked for, their counts are shown on the tile of the province that gave the
name. The grid is `data/reference/province_tiles.csv`. Needs matplotlib (extra `notebooks`).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from parsers.reference import provinces, reference_folder

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_EMPTY = "#eeeeee"
_SHORT = {
    "thua-thien-hue": "T.T. Huế",
    "ba-ria-vung-tau": "BR-VT",
    "ho-chi-minh": "TP.HCM",
}
_DARK = 0.55


@dataclass(frozen=True, slots=True)
class Tile:
    """A place on the grid: columns from west, rows from north; `part` names an island district."""

    slug: str
    column: int
    row: int
    part: str


def tiles() -> tuple[Tile, ...]:
    """The grid."""
    with (reference_folder() / "province_tiles.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Tile(row["slug"], int(row["column"]), int(row["row"]), row["part"])
            for row in csv.DictReader(file)
        )


def by_tile(values: Mapping[str, float]) -> tuple[dict[str, float], float]:
    """Values by the slugs of the grid, and the sum of those that have no place on it (`none`)."""
    known = {tile.slug for tile in tiles()}
    renamed = {"hue": "thua-thien-hue"}
    found: dict[str, float] = defaultdict(float)
    rest = 0.0
    for slug, value in values.items():
        place = renamed.get(slug, slug.removesuffix("-2025"))
        if place in known:
            found[place] += value
        else:
            rest += value
    return dict(found), rest


def draw_tile_map(values: Mapping[str, float], title: str, cmap: str = "YlGnBu") -> Figure:
    """The map with a tile a province, darker where `values` (slug → number) is greater.

    Provinces without a value are grey. What lies in no province is told below the title.
    """
    import matplotlib.pyplot as plt  # noqa: PLC0415
    from matplotlib.cm import ScalarMappable  # noqa: PLC0415
    from matplotlib.colors import Normalize  # noqa: PLC0415

    shown, rest = by_tile(values)
    norm = Normalize(0, max(shown.values(), default=1))
    colours = plt.get_cmap(cmap)
    fig, ax = plt.subplots(figsize=(7.2, 8.6), layout="constrained")
    for tile in tiles():
        value = shown.get(tile.slug)
        _draw(ax, tile, value, _EMPTY if value is None else colours(0.08 + 0.92 * norm(value)),
              dark=value is not None and norm(value) > _DARK)  # fmt: skip
    ax.set(xlim=(-0.55, 7.55), ylim=(21.6, -0.6), aspect=0.5)
    ax.axis("off")
    ax.set_title(title, loc="left", fontsize=12)
    if rest:
        ax.text(-0.5, 21.6, f"and {rest:g} of no single province", fontsize=8, color="#666", va="top")
    if shown:
        bar = fig.colorbar(ScalarMappable(norm, colours), ax=ax, shrink=0.3, anchor=(0, 0.85), pad=0.0)
        bar.outline.set_visible(False)
    return fig


def _draw(ax: Any, tile: Tile, value: float | None, colour: Any, *, dark: bool) -> None:
    from matplotlib.patches import Rectangle  # noqa: PLC0415

    ax.add_patch(Rectangle((tile.column - 0.48, tile.row - 0.46), 0.96, 0.92, color=colour, lw=0))
    name = tile.part or _SHORT.get(tile.slug) or provinces()[tile.slug].name
    ink = "white" if dark else "#333333"
    ax.text(tile.column, tile.row - 0.12, name, ha="center", va="center", fontsize=6.5, color=ink)
    if value is not None and not tile.part:
        ax.text(tile.column, tile.row + 0.24, f"{value:g}", ha="center", va="center", fontsize=7.5, color=ink,
                weight="bold")  # fmt: skip
