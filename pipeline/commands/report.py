"""`thidua report`: the last nights for the operator in the morning, and for cron."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from pipeline.commands.output import destination, terminal
from pipeline.errors import UserError
from pipeline.night.runs import runs_in, unfinished
from pipeline.report.trend import SiteTrend, State, Trend, trend_of

if TYPE_CHECKING:
    from rich.console import Console

_BARS = "▁▂▃▄▅▆▇█"
_STYLES: dict[State, str] = {"failed": "bold red", "look": "yellow", "well": "green"}


def report_command(
    data: Annotated[Path, typer.Option(help="Folder of the lake, whose runs/ is read.")] = Path("data/lake"),
    nights: Annotated[int, typer.Option(min=1, max=1000, help="How many nights to look at.")] = 14,
    site: Annotated[
        list[str] | None, typer.Option("--site", metavar="ID", help="Only this site; may be repeated.")
    ] = None,
    *,
    format: Annotated[
        Literal["table", "json", "html"], typer.Option("--format", help="For people, machines or browsers.")
    ] = "table",
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to write; a name in .html makes a page.")
    ] = None,
    max_age: Annotated[
        float, typer.Option(min=1, metavar="HOURS", help="An older last night is a problem.")
    ] = 36.0,
) -> int:
    """Tell what the last nights came to: a line a site, what failed, what is strange, the trend.

    Exit status: 0 all well, 1 a site failed, a run did not end or the last night is too old, 2 no night was
    run yet.

    Examples:

        thidua report

        thidua report --nights 30 --out report.html

        thidua report --json | jq '.sites[] | select(.state == "failed")'

        thidua report > /tmp/report || mail -s "Thi Đua" you@example.org < /tmp/report
    """
    trend = read_trend(data, nights, site)
    now, oldest = datetime.now(UTC), timedelta(hours=max_age)
    problems = trend.problems(now, oldest)
    if as_json:
        format = "json"
    elif out is not None and format == "table" and out.suffix in {".html", ".htm"}:
        format = "html"
    if format == "table" and out is None:
        print_trend(trend, problems, terminal())
        return 1 if problems else 0
    with destination(out) as file:
        file.write(_text(trend, problems, now, oldest, format).encode())
    return 1 if problems else 0


def read_trend(data: Path, nights: int, sites: list[str] | None = None) -> Trend:
    """The trend of the last `nights` of the lake in `data`.

    Raises `UserError` where no night was run, or a site was in none of them.
    """
    runs = runs_in(data / "runs", last=nights)
    if not runs.nights:
        why = f" ({'; '.join(runs.broken)})" if runs.broken else ""
        raise UserError(f"no night was run in {data} yet{why}: run `thidua nightly --data {data}`")
    left = unfinished(data)
    trend = trend_of(runs.nights, left, runs.broken)
    if not sites:
        return trend
    known = {each.site for each in trend.sites}
    unknown = [id for id in sites if id not in known]
    if unknown:
        raise UserError(f"no night of {', '.join(unknown)} in these {len(trend.nights)} nights")
    chosen = tuple(each for each in trend.sites if each.site in sites)
    return Trend(trend.nights, chosen, trend.unfinished, trend.broken)


def _text(trend: Trend, problems: list[str], now: datetime, oldest: timedelta, format: str) -> str:
    if format == "json":
        return json.dumps(trend.record(now, oldest), ensure_ascii=False, indent=2) + "\n"
    if format == "html":
        from pipeline.report.html import page  # noqa: PLC0415

        return page(trend, problems)
    import io  # noqa: PLC0415

    from rich.console import Console  # noqa: PLC0415

    text = io.StringIO()
    print_trend(trend, problems, Console(file=text, width=10_000))
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines()) + "\n"


def sparkline(series: tuple[int | None, ...]) -> str:
    """A character a night: a bar, a blank where the site was not crawled, a dot for nothing."""
    most = max((value for value in series if value), default=0)
    return "".join(
        " " if value is None else "·" if not value else _BARS[(value * len(_BARS) - 1) // most]
        for value in series
    )


def print_trend(trend: Trend, problems: list[str], console: Console) -> None:
    """A line a site, then what is wrong."""
    from rich import box  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    first, last = trend.nights[0].started, trend.last.started
    span = f"{last:%Y-%m-%d %H:%M}" if first == last else f"{first:%Y-%m-%d} to {last:%Y-%m-%d %H:%M}"
    count = len(trend.nights)
    table = Table(
        box=box.SIMPLE_HEAD,
        title=f"{count} {'night' if count == 1 else 'nights'}, {span} UTC",
        title_justify="left",
        title_style="bold",
    )
    table.add_column("site", no_wrap=True)
    table.add_column("state", no_wrap=True)
    for name in ("new", "changed", "removed", "failed", "dated"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("newest", no_wrap=True)
    table.add_column("new a night", no_wrap=True)
    table.add_column("last night", overflow="fold")
    for each in trend.sites:
        style = _STYLES[each.state]
        counts = [str(each.total(name)) for name in ("new", "changed", "removed", "failed")]
        table.add_row(
            Text(each.site, style=style),
            Text(_state(each), style=style),
            *counts,
            _percent(each.filled("published")),
            each.last.newest or "",
            Text(sparkline(each.series("new"))),
            Text(each.last.why),
        )
    console.print(table)
    console.print(Text("\n".join(problems) or "all well", style="bold red" if problems else "bold green"))


def _state(trend: SiteTrend) -> str:
    nights = trend.failing_since
    return f"failed ×{nights}" if nights > 1 else trend.state


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"
