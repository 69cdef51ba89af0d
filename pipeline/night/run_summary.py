"""The report of a night: one line a site for people, one JSON file for machines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

_SHOWN_REASONS = 3


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What a site's night came to, in notices.

    `seen`: listed or visited. `new`, `changed`, `unchanged`, `removed`: what became of the visited ones
    (`not_modified` of the unchanged were told by a 304). `failed` and `reasons`: pages that gave nothing, and
    why. `refused`: pages that robots.txt keeps. `elsewhere`: items that lead to other hosts;
    `passed_over`: items that the site's key `only` leaves out. `resumed`: pages that an earlier run had
    fetched but not stored, or whose files are others now. `faults`: why the site as a whole counts as failed;
    `warnings`: what is strange about it.

    `tried`: pages asked for or taken from the archive, without those that a 304 confirmed. `read`: those that
    were parsed; `filled`: field or table → how many of them had it; `characters`: length of their texts in
    all. `held`: pages read but not stored, since too many lack a field. `files`, `files_failed`: attachments
    of which a copy was fetched, or could not be. `newest`: the latest date of a notice
    known by then (ISO 8601).
    """

    site: str
    name: str
    province: str | None = None
    seen: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    not_modified: int = 0
    removed: int = 0
    failed: int = 0
    refused: int = 0
    elsewhere: int = 0
    passed_over: int = 0
    resumed: int = 0
    requests: int = 0
    bytes: int = 0
    listing_pages: int = 0
    seconds: float = 0.0
    reasons: tuple[tuple[str, int], ...] = ()
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    tried: int = 0
    read: int = 0
    filled: Mapping[str, int] = field(default_factory=dict)
    characters: int = 0
    held: int = 0
    files: int = 0
    files_failed: int = 0
    newest: str | None = None

    @property
    def ok(self) -> bool:
        """Whether the site as a whole is in order; single failed pages do not count."""
        return not self.faults

    @property
    def why(self) -> str:
        """Faults, warnings and the commonest reasons, for one line."""
        reasons = [f"{why} ({count})" if count > 1 else why for why, count in self.reasons[:_SHOWN_REASONS]]
        if len(self.reasons) > _SHOWN_REASONS:
            reasons.append(f"and {len(self.reasons) - _SHOWN_REASONS} more reasons")
        return "; ".join([*self.faults, *self.warnings, *reasons])


def site_record(site: SiteReport) -> dict[str, Any]:
    """A site's night as plain JSON values."""
    return asdict(site) | {
        "ok": site.ok,
        "reasons": dict(site.reasons),
        "seconds": round(site.seconds, 1),
    }


@dataclass(frozen=True, slots=True)
class NightReport:
    """What a night came to. `files` counts the Parquet files that were rewritten."""

    started: datetime
    seconds: float
    sites: tuple[SiteReport, ...]
    files: int = 0

    @property
    def status(self) -> int:
        """The exit status: 0 all well, 1 some site failed."""
        return 0 if all(site.ok for site in self.sites) else 1

    def total(self, name: str) -> int:
        """The sum of one count over all sites."""
        return sum(getattr(site, name) for site in self.sites)

    def record(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {
            "started": self.started.isoformat(timespec="seconds"),
            "seconds": round(self.seconds, 1),
            "status": self.status,
            "parquet_files_rewritten": self.files,
            "sites": [site_record(site) for site in self.sites],
        }

    def write(self, folder: Path) -> Path:
        """Write `folder/YYYYMMDDTHHMMSSZ.json` and return its path; two runs of one second get two names."""
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self.record(), ensure_ascii=False, indent=2) + "\n"
        stem = f"{self.started:%Y%m%dT%H%M%SZ}"
        tries = (folder / f"{stem}{f'-{n}' if n else ''}.json" for n in range(1000))
        path = next(each for each in tries if not each.exists())
        part = path.with_suffix(".part")
        part.write_text(text, encoding="utf-8")
        part.replace(path)
        return path


_COUNTS = ("seen", "new", "changed", "unchanged", "removed", "failed")


def print_summary(report: NightReport, console: Console) -> None:
    """The table of sites, and what became of the lake."""
    table = Table(box=box.SIMPLE_HEAD, title="Run summary", title_justify="left", title_style="bold")
    table.add_column("site")
    for name in _COUNTS:
        table.add_column(name, justify="right")
    table.add_column("requests", justify="right")
    table.add_column("why", overflow="fold")
    for site in report.sites:
        counts = [str(getattr(site, name)) for name in _COUNTS]
        why = Text(site.why, style="red" if site.faults else "yellow" if site.warnings else "")
        mark = Text(site.site, style="bold red" if site.faults else "yellow" if site.warnings else "green")
        table.add_row(mark, *counts, str(site.requests), why)
    if len(report.sites) > 1:
        table.add_section()
        totals = [str(report.total(name)) for name in (*_COUNTS, "requests")]
        table.add_row("all", *totals, "", style="bold")
    console.print(table)
    console.print(Text(outcome_line(report)))


def outcome_line(report: NightReport) -> str:
    """One sentence on the night."""
    files = f"{report.files} Parquet files rewritten" if report.files else "no Parquet file rewritten"
    confirmed = report.total("not_modified")
    told = f", {confirmed} pages not modified (304)" if confirmed else ""
    copies = report.total("files")
    kept = f", {copies} {'attachment' if copies == 1 else 'attachments'} fetched" if copies else ""
    return f"{_verdict(report)}; {files}{told}{kept}; {report.seconds:.1f} s."


def _verdict(report: NightReport) -> str:
    """How the night went; "all well" where no site failed, no page did, and nothing is strange."""
    failed = [site.site for site in report.sites if not site.ok]
    strange = [site.site for site in report.sites if site.ok and site.warnings]
    pages = report.total("failed")
    parts = [f"{len(failed)} of {len(report.sites)} sites failed: {', '.join(failed)}"] if failed else []
    if strange:
        parts.append(f"look at {', '.join(strange)}")
    if pages:
        parts.append(f"{pages} {'page' if pages == 1 else 'pages'} gave nothing")
    return "; ".join(parts) or "all well"
