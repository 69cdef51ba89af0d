"""Whether confidence means something: how often items are right, by how sure the extractor was.

Counts every item that the stages found, also those below the threshold, which a record leaves out: how it is
set stands at `parsers.extraction.THRESHOLD`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from parsers.extraction import THRESHOLD
from parsers.notice import Notice
from pipeline.evaluation.scores import Record, fold_number, fold_text, match_occasions

BOUNDS = (0.0, THRESHOLD, 0.75, 0.9, 1.01)
"""Edges of the groups; the first is what the threshold keeps out."""


class Group(NamedTuple):
    """Items of a field whose confidence is in `[low, high)`."""

    field: str
    low: float
    high: float
    right: int
    items: int

    @property
    def precision(self) -> float:
        """Share of right items; 1 where there are none."""
        return self.right / self.items if self.items else 1.0


def calibrate(gold: Mapping[str, Record], every: Mapping[str, Notice]) -> list[Group]:
    """Groups by field, lowest confidence first; `every` holds notices made with a threshold of 0."""
    counts: defaultdict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0])
    for key, want in gold.items():
        if key not in every:
            continue
        for name, confidence, right in _judged(want, every[key]):
            group = next(i for i in range(len(BOUNDS) - 1) if confidence < BOUNDS[i + 1])
            counts[name, group][0] += right
            counts[name, group][1] += 1
    return [
        Group(name, BOUNDS[group], BOUNDS[group + 1], right, items)
        for (name, group), (right, items) in sorted(counts.items())
    ]


def _judged(want: Record, notice: Notice) -> Iterable[tuple[str, float, bool]]:
    """Field, confidence (of the surest passage) and whether it is right, of each item."""
    sure: defaultdict[tuple[str, str], float] = defaultdict(float)
    for mention in notice.mentions:
        sure[mention.field, mention.value] = max(sure[mention.field, mention.value], mention.confidence)
    numbers = {fold_number(document["number"]) for document in want.get("documents", [])}
    names = {fold_text(movement["name"]) for movement in want.get("movements", [])}
    themes = {fold_text(theme) for theme in want.get("themes", [])}
    for d in notice.documents:
        yield "documents", sure["documents", d.number], fold_number(d.number) in numbers
    for m in notice.movements:
        yield "movements", sure["movements", m.name], fold_text(m.name) in names
    for theme in notice.themes:
        yield "themes", sure["themes", theme], fold_text(theme) in themes
    for period in notice.periods:
        yield "periods", sure["periods", period], period in want.get("periods", [])
    for day in notice.dates:
        yield "dates", sure["dates", day], day in want.get("dates", [])
    matched = set(match_occasions(want.get("occasions", []), [o.record() for o in notice.occasions]).values())
    for i, o in enumerate(notice.occasions):
        yield "occasions", sure["occasions", o.event], i in matched
