"""Whether a site is in order: its nights against what its file asserts and what it used to give.

A crawl breaks silently: a listing goes empty, a new markup leaves dates out, a move of all addresses makes
every notice new. A *fault* makes the night a failed one for the site; fields that stop filling also hold back
what was read. A *warning* is told and changes nothing. What a site's file says outright is a fault when it is
broken; what is only unlike the nights before is a warning, but for fields that stop filling.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass as checked_dataclass

from scrapers.yaml_files import STRICT

FIELDS = ("title", "published", "body")
"""The fields whose filling is asserted; texts far shorter than before are not filled, either."""
_LEAST_READ = 5
"""Pages that a fill rate needs; nights with fewer are added up, as far back as `_RECENT`."""
_LEAST_BEFORE = 10
_RECENT = timedelta(days=14)
_FALLEN = 0.5
"""A field that is filled on less than this part of its former share of pages has stopped filling."""
_SHORTENED = 0.25
"""Texts shorter than this part of their former length, on average, are not read whole any more."""
_LEAST_CHANGED, _MOST_CHANGED = 10, 0.8
_LEAST_FAILED = 3
"""Fewer pages that give nothing, or lack a field, are the pages' fault and not the site's."""
_MANY_NEW, _TIMES_NEW = 100, 10
_LONG_PAUSE = timedelta(days=30)
_TIMES_PAUSE = 3
_LEAST_NIGHTS_WITH_NEWS = 4

Share = Annotated[float, Field(ge=0, le=1)]


@checked_dataclass(frozen=True, config=STRICT)
class HealthSpec:
    """The key `health` of a site's file.

    `window`: days in which `least_new` and `most_new` notices are expected. `newest`: greatest age, in days,
    of the newest notice. `title`, `published`, `body`: least share of pages with the field (for None: half
    of what it was before). `failed`: greatest share of pages that give nothing.
    """

    window: Annotated[int, Field(ge=1, le=180)] = 30
    least_new: Annotated[int, Field(ge=0)] | None = None
    most_new: Annotated[int, Field(ge=0)] | None = None
    newest: Annotated[int, Field(ge=1)] | None = None
    title: Share | None = 0.9
    published: Share | None = None
    body: Share | None = None
    failed: Share = 0.5


@dataclass(frozen=True, slots=True)
class Figures:
    """One night of one site.

    `tried`: pages asked for or taken from the archive, without those that a 304 confirmed. `read`: pages that
    were parsed; `filled`: field → pages that had it; `characters`: length of their texts in all. `changed`,
    `confirmed`: known pages that now say something else, or the same. `newest`: latest date of a notice
    known by then.
    """

    started: datetime
    ok: bool = True
    new: int = 0
    tried: int = 0
    failed: int = 0
    read: int = 0
    filled: Mapping[str, int] = field(default_factory=dict)
    characters: int = 0
    changed: int = 0
    confirmed: int = 0
    newest: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a night, and what is strange about it."""

    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def judge(spec: HealthSpec, tonight: Figures, earlier: Sequence[Figures]) -> Verdict:
    """The verdict on a night; `earlier` holds the site's nights before it, in their order."""
    faults = [
        *_failures(spec, tonight),
        *stopped_filling(spec, tonight, earlier),
        *_amounts(spec, tonight, earlier),
    ]
    return Verdict(tuple(faults), tuple(_unlike_before(spec, tonight, earlier)))


def _failures(spec: HealthSpec, tonight: Figures) -> list[str]:
    if tonight.failed >= _LEAST_FAILED and tonight.failed > spec.failed * tonight.tried:
        return [f"{tonight.failed} of {tonight.tried} pages gave nothing"]
    return []


def stopped_filling(spec: HealthSpec, tonight: Figures, earlier: Sequence[Figures]) -> list[str]:
    """The fields that pages should have and lack; nothing where too few pages were read to tell."""
    recent, before = _recent_and_before(tonight, earlier)
    read = sum(night.read for night in recent)
    if not tonight.read or read < _LEAST_READ:
        return []
    known = sum(night.read for night in before)
    told = []
    for name in FIELDS:
        filled = sum(night.filled.get(name, 0) for night in recent)
        was = sum(night.filled.get(name, 0) for night in before) / known if known >= _LEAST_BEFORE else 0.0
        asserted: float | None = getattr(spec, name)
        least = asserted if asserted is not None else _FALLEN * was
        if filled < least * read and read - filled >= _LEAST_FAILED:
            history = f"{was:.0%} before" if was else f"{least:.0%} asserted"
            told.append(
                f"{name} found on {filled} of {read} pages ({history}): has the site's markup changed?"
            )
    length = sum(night.characters for night in recent) / read
    was_long = sum(night.characters for night in before) / known if known >= _LEAST_BEFORE else 0.0
    if length < _SHORTENED * was_long:
        told.append(
            f"texts of {length:.0f} characters on average ({was_long:.0f} before): "
            "has the site's markup changed?"
        )
    return told


def _recent_and_before(tonight: Figures, earlier: Sequence[Figures]) -> tuple[list[Figures], list[Figures]]:
    """The nights that tell how it is now, and the good ones that tell how it was."""
    recent, rest = [tonight], list(earlier)
    while (
        rest
        and sum(night.read for night in recent) < _LEAST_READ
        and tonight.started - rest[-1].started <= _RECENT
    ):
        recent.append(rest.pop())
    return recent, [night for night in rest if night.ok]


def _amounts(spec: HealthSpec, tonight: Figures, earlier: Sequence[Figures]) -> list[str]:
    told = []
    begin = tonight.started - timedelta(days=spec.window)
    new = tonight.new + sum(night.new for night in earlier if night.started > begin)
    watched = bool(earlier) and earlier[0].started <= begin
    if spec.least_new is not None and watched and new < spec.least_new:
        told.append(f"{new} new notices in {spec.window} days, at least {spec.least_new} asserted")
    if spec.most_new is not None and new > spec.most_new:
        told.append(f"{new} new notices in {spec.window} days, at most {spec.most_new} asserted")
    if spec.newest is not None and tonight.newest is not None:
        age = (tonight.started.date() - tonight.newest).days
        if age > spec.newest:
            told.append(f"the newest notice is {age} days old, at most {spec.newest} asserted")
    return told


def _unlike_before(spec: HealthSpec, tonight: Figures, earlier: Sequence[Figures]) -> list[str]:
    told = []
    most = max((night.new for night in earlier[1:]), default=None)  # the first night brings all there is
    if spec.most_new is None and most is not None and tonight.new >= max(_MANY_NEW, _TIMES_NEW * most + 1):
        told.append(
            f"{tonight.new} new notices, {most} at most on a night before: have the addresses changed?"
        )
    known = tonight.changed + tonight.confirmed
    if tonight.changed >= _LEAST_CHANGED and tonight.changed > _MOST_CHANGED * known:
        told.append(
            f"{tonight.changed} of {known} known pages changed at once: is what is read still the text?"
        )
    pause = _pause(tonight, earlier)
    if spec.least_new is None and pause is not None:
        told.append(f"nothing new for {pause[0].days} days; the longest pause before was {pause[1].days}")
    return told


def _pause(tonight: Figures, earlier: Sequence[Figures]) -> tuple[timedelta, timedelta] | None:
    """How long nothing new has come and the longest such pause before, where the first is far longer."""
    dates = [night.started for night in earlier if night.new]
    if tonight.new or len(dates) < _LEAST_NIGHTS_WITH_NEWS:
        return None
    longest = max(after - before for before, after in pairwise(dates))
    pause = tonight.started - dates[-1]
    return (pause, longest) if pause > max(_LONG_PAUSE, _TIMES_PAUSE * longest) else None
