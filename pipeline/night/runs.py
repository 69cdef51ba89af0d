"""The nights that were run, read back from `runs/` (one JSON a night)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from pipeline.night.lock import held
from pipeline.night.run_summary import NightReport, SiteReport
from scrapers.health import Figures

_KNOWN = {each.name for each in fields(SiteReport)}


@dataclass(frozen=True, slots=True)
class Runs:
    """The nights, oldest first, and the files that could not be read as one (with the reason)."""

    nights: tuple[NightReport, ...]
    broken: tuple[str, ...] = ()


def runs_in(folder: Path, since: datetime | None = None, last: int | None = None) -> Runs:
    """The nights of `folder` that began at `since` or later, the `last` ones alone if a number is given; none
    where there is no such folder.
    """
    nights, broken = [], []
    first = f"{since:%Y%m%dT%H%M%SZ}" if since else ""
    paths = [path for path in sorted(folder.glob("*.json")) if path.name >= first]
    for path in paths[-last:] if last else paths:
        try:
            nights.append(night_of(json.loads(path.read_text(encoding="utf-8"))))
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as fault:
            broken.append(f"{path.name}: {type(fault).__name__}: {fault}")
    nights.sort(key=lambda night: night.started)
    return Runs(tuple(nights), tuple(broken))


def night_of(record: Mapping[str, Any]) -> NightReport:
    """A night from its JSON; keys that this version does not know are left out.

    Raises `KeyError`, `TypeError` or `ValueError` where it is none.
    """
    return NightReport(
        started=datetime.fromisoformat(record["started"]),
        seconds=float(record["seconds"]),
        sites=tuple(_site_of(site) for site in record["sites"]),
        files=int(record.get("parquet_files_rewritten", 0)),
    )


def _site_of(record: Mapping[str, Any]) -> SiteReport:
    known = {key: value for key, value in record.items() if key in _KNOWN}
    known["reasons"] = tuple(dict(known.get("reasons") or {}).items())
    for name in ("faults", "warnings"):
        known[name] = tuple(known.get(name) or ())
    return SiteReport(**known)


def figures(night: NightReport, site: SiteReport) -> Figures:
    """A site's night as its health is judged by."""
    return Figures(
        started=night.started,
        ok=site.ok,
        new=site.new,
        tried=site.tried,
        failed=site.failed,
        read=site.read,
        filled=site.filled,
        characters=site.characters,
        changed=site.changed,
        confirmed=site.unchanged,
        newest=date.fromisoformat(site.newest) if site.newest else None,
    )


def history(nights: Iterable[NightReport]) -> dict[str, list[Figures]]:
    """Site → its nights, in their order."""
    found: dict[str, list[Figures]] = defaultdict(list)
    for night in nights:
        for site in night.sites:
            found[site.site].append(figures(night, site))
    return dict(found)


def unfinished(data: Path) -> tuple[str, ...]:
    """The runs since the last that ended which began (they have a log), left no summary and are not at work
    now: they were killed.
    """
    ended = {path.stem for path in (data / "runs").glob("*.json")}
    begun = {path.stem for path in (data / "logs").glob("*.jsonl")}
    stems = sorted(stem for stem in begun - ended if stem > max(ended, default=""))
    return tuple(stems[:-1] if held(data / "nightly.lock") else stems)


HISTORY = timedelta(days=200)
"""How far back the health of a site looks."""
