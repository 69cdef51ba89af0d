"""Small plots as inline SVG: no script, no network, readable in print.

Colours are classes of the page's style.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

MOST_SERIES = 6
"""Series with a colour of their own; the page's style knows `s0` to `s6`, the last for the rest."""


@dataclass(frozen=True, slots=True)
class Series:
    """One number a night; None where nothing was run."""

    name: str
    values: tuple[int | None, ...]

    @property
    def total(self) -> int:
        """The sum."""
        return sum(value or 0 for value in self.values)


def strongest(series: Sequence[Series], rest: str = "others") -> list[Series]:
    """The series with the greatest sums, the others added up behind them; empty ones are left out."""
    ranked = sorted((each for each in series if each.total), key=lambda each: (-each.total, each.name))
    if len(ranked) <= MOST_SERIES + 1:
        return ranked
    columns = zip(*(each.values for each in ranked[MOST_SERIES:]), strict=True)
    others = tuple(sum(value or 0 for value in column) for column in columns)
    return [*ranked[:MOST_SERIES], Series(rest, others)]


def stacked_bars(labels: Sequence[str], series: Sequence[Series], title: str) -> str:
    """A bar a label, the series on top of each other, with an axis and a legend."""
    width, height, left, bottom = 860, 220, 46, 26
    sums = [sum(each.values[i] or 0 for each in series) for i in range(len(labels))]
    top = nice(max(sums, default=0))
    step = (width - left) / max(len(labels), 1)
    plot = height - bottom - 8
    parts = [_axis(top, width, left, plot)]
    for i, label in enumerate(labels):
        x, y = left + i * step + step * 0.12, 8.0 + plot
        for n, each in enumerate(series):
            value = each.values[i] or 0
            if not value:
                continue
            tall = value / top * plot
            y -= tall
            tip = escape(f"{label}: {each.name}: {value:,}")
            parts.append(
                f'<rect class="s{n}" x="{x:.1f}" y="{y:.1f}" width="{step * 0.76:.1f}" height="{tall:.1f}">'
                f"<title>{tip}</title></rect>"
            )
        if len(labels) <= 16 or i % (len(labels) // 12 + 1) == 0:
            middle = f'x="{x + step * 0.38:.1f}" y="{height - 8}" text-anchor="middle"'
            parts.append(f"<text {middle}>{escape(label)}</text>")
    legend = "".join(
        f'<span class="key"><i class="s{n}"></i>{escape(each.name)} <b>{each.total:,}</b></span>'
        for n, each in enumerate(series)
    )
    return (
        f'<figure><figcaption>{escape(title)}</figcaption><svg viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(title)}">{"".join(parts)}</svg><div class="legend">{legend}</div></figure>'
    )


def _axis(top: int, width: int, left: int, plot: int) -> str:
    lines = []
    for part in range(5):
        value = top * part / 4
        if value != int(value):
            continue
        y = 8 + plot - plot * part / 4
        lines.append(
            f'<line x1="{left}" x2="{width}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{int(value):,}</text>'
        )
    return "".join(lines)


def nice(value: int) -> int:
    """The end of an axis that reaches `value` and parts in four: 4, 8, 12, 20, 40, 60, 80, 100, 120, 200 …"""
    unit = 1
    while unit * 100 < value:
        unit *= 10
    return next(top * unit for top in (4, 8, 12, 20, 40, 60, 80, 100) if top * unit >= value)


def rows_of_bars(counts: Mapping[str, int], title: str) -> str:
    """A row a name, the longest bar for the greatest count."""
    most = max(counts.values(), default=0) or 1
    rows = "".join(
        f'<div class="row"><span>{escape(name)}</span><span class="track"><i class="s0" '
        f'style="width:{100 * count / most:.1f}%"></i></span><b>{count:,}</b></div>'
        for name, count in counts.items()
    )
    return f"<figure><figcaption>{escape(title)}</figcaption>{rows}</figure>"


def sparkbars(values: Sequence[int | None], failed: Sequence[bool]) -> str:
    """A tiny bar a night; red where the site failed, none where it was not crawled."""
    step, height = 7, 22
    most = max((value for value in values if value), default=0) or 1
    bars = []
    for i, (value, bad) in enumerate(zip(values, failed, strict=True)):
        if value is None:
            continue
        tall = max(height * value / most, 1.5)
        bars.append(
            f'<rect class="{"bad" if bad else "s0"}" x="{i * step}" y="{height - tall:.1f}" '
            f'width="{step - 2}" height="{tall:.1f}"><title>{value:,}</title></rect>'
        )
    width = len(values) * step
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg class="spark" {size}>{"".join(bars)}</svg>'


def cell(share: float | None, *, needed: bool) -> str:
    """A table cell that shows a share as a number and a bar; red where a `needed` field is low."""
    if share is None:
        return '<td class="share">–</td>'
    level = "plain" if not needed else "low" if share < 0.5 else "mid" if share < 0.9 else "high"
    return f'<td class="share {level}" style="--p:{100 * share:.0f}%">{share:.0%}</td>'
