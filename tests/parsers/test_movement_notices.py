from __future__ import annotations

from datetime import date

import pytest

from parsers.extraction import Findings, find_all
from parsers.found import Source
from parsers.text import Text
from tests.parsers.movement_notices import NOTICES, Whole

every_notice = pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.id)


def _read(notice: Whole) -> Findings:
    published = date.fromisoformat(notice.published)
    return find_all(Source(Text.of(notice.title), Text.of(notice.text), published))


@every_notice
def test_movements(notice: Whole) -> None:
    found = {m.value for m in _read(notice).movements if m.confidence >= 0.5}
    assert sorted((m.name, m.kind, m.period or "") for m in found) == sorted(
        (name, kind, period or "") for name, kind, period in notice.movements
    )


@every_notice
def test_themes(notice: Whole) -> None:
    found = {t.value for t in _read(notice).themes if t.confidence >= 0.5}
    assert sorted(found) == sorted(notice.themes)


@every_notice
def test_periods(notice: Whole) -> None:
    found = {p.value for p in _read(notice).periods if p.confidence >= 0.5}
    assert sorted(found) == sorted(notice.periods)


@every_notice
def test_occasions(notice: Whole) -> None:
    found = {(o.value.event, o.value.years) for o in _read(notice).occasions if o.confidence >= 0.5}
    assert sorted(found) == sorted(notice.occasions)
