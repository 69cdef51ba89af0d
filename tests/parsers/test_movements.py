from __future__ import annotations

from datetime import date

import pytest

from parsers.dates.finder import find_dates
from parsers.found import Source
from parsers.movements.finder import find_movements
from parsers.notice import Movement
from parsers.text import Text
from tests.parsers.movement_cases import CASES, RECORDS


def movements(text: str, title: str = "", published: str | None = None) -> list[Movement]:
    source = Source(Text.of(title), Text.of(text), date.fromisoformat(published) if published else None)
    found = find_movements(source, find_dates(source, []))
    return list(dict.fromkeys(item.value for item in found if item.confidence >= 0.5))


@pytest.mark.parametrize(("text", "names", "reason"), CASES)
def test_names(text: str, names: list[str], reason: str) -> None:
    assert [movement.name for movement in movements(text)] == names, reason


@pytest.mark.parametrize(("title", "text", "published", "expected", "reason"), RECORDS)
def test_kind_and_period(
    title: str, text: str, published: str | None, expected: list[tuple[str, str, str | None]], reason: str
) -> None:
    found = [(m.name, m.kind, m.period) for m in movements(text, title, published)]
    assert found == expected, reason


@pytest.mark.parametrize(("text", "names", "reason"), CASES)
def test_passages_hold_their_names(text: str, names: list[str], reason: str) -> None:
    source = Source(Text.of(""), Text.of(text))
    for item in find_movements(source, find_dates(source, [])):
        passage = source.body.norm[item.span.start : item.span.end]
        assert " ".join(passage.split()).casefold() == Text.of(item.value.name).norm.casefold(), reason
