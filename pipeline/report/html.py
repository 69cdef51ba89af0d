"""The nightly report as one static page: no script, no network, nothing beside the file."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from pipeline.report.plots import Series, cell, rows_of_bars, sparkbars, stacked_bars, strongest
from pipeline.report.trend import SiteTrend, Trend
from scrapers.health import FIELDS

_FIELDS = ("title", "published", "body", "author", "documents", "movements", "themes", "periods", "occasions")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LABELS = {"published": "date", "body": "text"}
_STYLE = Path(__file__).with_name("report.css")


def page(trend: Trend, problems: Sequence[str]) -> str:
    """The page as HTML."""
    first, last = trend.nights[0].started, trend.last.started
    style = " ".join(_STYLE.read_text(encoding="utf-8").split("*/")[-1].split())
    count = len(trend.nights)
    span = f"{count} {'night' if count == 1 else 'nights'}: {first:%Y-%m-%d} to {last:%Y-%m-%d %H:%M} UTC"
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>Thi Đua: night of {last:%Y-%m-%d}</title><style>{style}</style></head><body>"
        f'<h1>Thi Đua: night of {last:%Y-%m-%d}</h1><p class="sub">{escape(span)}</p>'
        f"{_verdict(problems)}{_tiles(trend)}{_plots(trend)}{_sites(trend)}{_filled(trend)}{_failures(trend)}"
        "<footer>Made by <code>thidua report</code> from the run summaries beside the lake; times are UTC."
        "</footer></body></html>\n"
    )


def _verdict(problems: Sequence[str]) -> str:
    if not problems:
        return '<div class="verdict"><b>All well.</b></div>'
    items = "".join(f"<li>{escape(problem)}</li>" for problem in problems)
    return f'<div class="verdict bad"><ul>{items}</ul></div>'


def _tiles(trend: Trend) -> str:
    night = trend.last
    well = sum(site.ok for site in night.sites)
    told = [
        ("new notices", f"{night.total('new'):,}"),
        ("changed", f"{night.total('changed'):,}"),
        ("removed", f"{night.total('removed'):,}"),
        ("pages gave nothing", f"{night.total('failed'):,}"),
        ("sites in order", f"{well} of {len(night.sites)}"),
        ("requests", f"{night.total('requests'):,}"),
        ("MB read", f"{night.total('bytes') / 1e6:,.1f}"),
        ("minutes", f"{night.seconds / 60:,.1f}"),
    ]
    tiles = "".join(f'<div class="tile"><b>{value}</b><span>{name}</span></div>' for name, value in told)
    return f'<div class="tiles">{tiles}</div>'


def _plots(trend: Trend) -> str:
    labels = _labels(trend)
    new = strongest([Series(each.site, each.series("new")) for each in trend.sites])
    lost = [
        Series(name, tuple(night.total(key) for night in trend.nights))
        for name, key in (("pages that gave nothing", "failed"), ("removed by their portals", "removed"))
    ]
    provinces = dict(trend.by_province("new").most_common(12))
    reasons = {why: count for why, count, _ in trend.reasons()[:12]}
    parts = [
        "<h2>What came in</h2>",
        stacked_bars(labels, new, "New notices a night, by site")
        if new
        else "<p>Nothing new in these nights.</p>",
        '<div class="two">',
        rows_of_bars(provinces, "From where: new notices by province"),
        rows_of_bars(reasons, "Why pages gave nothing, last night of each site")
        if reasons
        else "<figure><figcaption>Every page gave something.</figcaption></figure>",
        "</div>",
    ]
    if any(each.total for each in lost):
        parts.append(stacked_bars(labels, lost, "What failed or went, a night"))
    return "".join(parts)


def _labels(trend: Trend) -> list[str]:
    """A day a night; with the hour where a day has several."""
    days = [night.started.strftime("%d.%m.") for night in trend.nights]
    if len(set(days)) == len(days):
        return days
    return [night.started.strftime("%d.%m. %H:%M") for night in trend.nights]


def _sites(trend: Trend) -> str:
    rows = "".join(_site(each) for each in trend.sites)
    return (
        '<h2>Sites</h2><div class="wide"><table><thead><tr><th>site</th><th>state</th><th class="n">new</th>'
        '<th class="n">changed</th><th class="n">removed</th><th class="n">failed</th><th>new a night</th>'
        f"<th>newest</th><th>last night</th></tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _site(trend: SiteTrend) -> str:
    failed = [night is not None and not night.ok for night in trend.nights]
    counts = "".join(
        f'<td class="n">{trend.total(name):,}</td>' for name in ("new", "changed", "removed", "failed")
    )
    since = f" ×{trend.failing_since}" if trend.failing_since > 1 else ""
    return (
        f"<tr><td><b>{escape(trend.site)}</b><br><small>{escape(trend.last.name)}</small></td>"
        f'<td class="state {trend.state}">{trend.state}{since}</td>{counts}'
        f"<td>{sparkbars(trend.series('new'), failed)}</td>"
        f'<td class="day">{escape(trend.last.newest or "–")}</td>'
        f'<td class="why">{escape(trend.last.why) or "–"}</td></tr>'
    )


def _filled(trend: Trend) -> str:
    head = "".join(f'<th class="n">{_LABELS.get(name, name)}</th>' for name in _FIELDS)
    rows = "".join(
        f'<tr><td>{escape(each.site)}</td><td class="n">{each.total("read"):,}</td>'
        f"{''.join(cell(each.filled(name), needed=name in FIELDS) for name in _FIELDS)}</tr>"
        for each in sorted(trend.sites, key=lambda each: each.site)
    )
    return (
        '<h2>Which fields were filled</h2><p class="sub">Share of the pages read in these nights that had '
        f'the field, or at least one row of the table.</p><div class="wide"><table><thead><tr><th>site</th>'
        f'<th class="n">pages read</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _failures(trend: Trend) -> str:
    reasons = trend.reasons()
    if not reasons:
        return ""
    rows = "".join(
        f'<tr><td class="n">{count:,}</td><td class="why">{escape(why)}</td>'
        f"<td>{escape(', '.join(sites))}</td></tr>"
        for why, count, sites in reasons[:200]
    )
    return (
        '<h2>What failed</h2><div class="wide"><table><thead><tr><th class="n">pages</th><th>why</th>'
        f"<th>sites</th></tr></thead><tbody>{rows}</tbody></table></div>"
    )
