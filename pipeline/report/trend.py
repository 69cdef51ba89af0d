"""What the last nights came to, site by site: the figures behind `thidua report`, in text, JSON and HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from pipeline.night.run_summary import NightReport, SiteReport

State = Literal["failed", "look", "well"]
_ORDER: dict[State, int] = {"failed": 0, "look": 1, "well": 2}


@dataclass(frozen=True, slots=True)
class SiteTrend:
    """A site over some nights. `nights` has an entry a night, None where the site was not crawled; `ran` is
    when it last was, `last` what came of it.
    """

    site: str
    nights: tuple[SiteReport | None, ...]
    ran: datetime
    last: SiteReport

    @property
    def state(self) -> State:
        """How it stands since its last night."""
        if not self.last.ok:
            return "failed"
        return "look" if self.last.warnings or self.last.failed else "well"

    @property
    def failing_since(self) -> int:
        """Nights in a row, up to the last, on which the site failed."""
        count = 0
        for night in reversed([night for night in self.nights if night is not None]):
            if night.ok:
                break
            count += 1
        return count

    def series(self, name: str) -> tuple[int | None, ...]:
        """One count a night."""
        return tuple(None if night is None else int(getattr(night, name)) for night in self.nights)

    def total(self, name: str) -> int:
        """The sum of one count."""
        return sum(value or 0 for value in self.series(name))

    def filled(self, name: str) -> float | None:
        """The share of pages read in these nights that had the field; None where none was read."""
        read = self.total("read")
        found = sum(night.filled.get(name, 0) for night in self.nights if night is not None)
        return found / read if read else None


@dataclass(frozen=True, slots=True)
class Trend:
    """Some nights, oldest first; `unfinished`: runs that began and left no summary."""

    nights: tuple[NightReport, ...]
    sites: tuple[SiteTrend, ...]
    unfinished: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()

    @property
    def last(self) -> NightReport:
        """The last night."""
        return self.nights[-1]

    def by_province(self, name: str) -> Counter[str]:
        """Province → one count over these nights; `none` where a site has no province."""
        found: Counter[str] = Counter()
        for trend in self.sites:
            found[trend.last.province or "none"] += trend.total(name)
        return found

    def reasons(self) -> list[tuple[str, int, tuple[str, ...]]]:
        """Why pages of each site's last night gave nothing: reason, pages, sites; the commonest first."""
        counts: Counter[str] = Counter()
        where: dict[str, list[str]] = {}
        for trend in self.sites:
            for why, count in trend.last.reasons:
                counts[why] += count
                where.setdefault(why, []).append(trend.site)
        return [(why, count, tuple(where[why])) for why, count in counts.most_common()]

    def problems(self, now: datetime, max_age: timedelta) -> list[str]:
        """What an operator should know first; nothing when all is well."""
        told = []
        failed = [trend.site for trend in self.sites if trend.state == "failed"]
        if failed:
            told.append(f"{len(failed)} of {len(self.sites)} sites failed: {', '.join(failed)}")
        age = now - self.last.started
        if age > max_age:
            told.append(
                f"the last night began {_hours(age)} ago, more than {_hours(max_age)}: does it still run?"
            )
        told += [f"a run that began {stem} did not end by itself" for stem in self.unfinished]
        told += [f"a summary cannot be read: {what}" for what in self.broken]
        return told

    def record(self, now: datetime, max_age: timedelta) -> dict[str, Any]:
        """As plain JSON values."""
        problems = self.problems(now, max_age)
        return {
            "status": 1 if problems else 0,
            "problems": problems,
            "last_night": self.last.started.isoformat(timespec="seconds"),
            "nights": [night.started.isoformat(timespec="seconds") for night in self.nights],
            "sites": [dict(_site_record(trend)) for trend in self.sites],
        }


_SERIES = ("seen", "new", "changed", "removed", "failed", "requests", "bytes")


def _site_record(trend: SiteTrend) -> Iterator[tuple[str, Any]]:
    yield "site", trend.site
    yield "state", trend.state
    yield "failing_since_nights", trend.failing_since
    yield "last_night", trend.ran.isoformat(timespec="seconds")
    yield "last", asdict(trend.last) | {"reasons": dict(trend.last.reasons)}
    yield "series", {name: list(trend.series(name)) for name in _SERIES}
    yield "filled", {name: trend.filled(name) for name in ("title", "published", "body", "documents")}


def _hours(age: timedelta) -> str:
    hours = age.total_seconds() / 3600
    return f"{hours:.0f} hours" if hours < 72 else f"{hours / 24:.0f} days"


def trend_of(
    nights: Sequence[NightReport], unfinished: Sequence[str] = (), broken: Sequence[str] = ()
) -> Trend:
    """The trend of `nights` (at least one, oldest first); failed sites first, then by id."""
    found: dict[str, SiteTrend] = {}
    tables = [{site.site: site for site in night.sites} for night in nights]
    for night, table in zip(nights, tables, strict=True):
        for id, site in table.items():
            found[id] = SiteTrend(id, tuple(each.get(id) for each in tables), night.started, site)
    sites = sorted(found.values(), key=lambda trend: (_ORDER[trend.state], trend.site))
    return Trend(tuple(nights), tuple(sites), tuple(unfinished), tuple(broken))
