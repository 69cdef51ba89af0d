"""The extraction on the project's own notices, as pages of five platforms: floors that may only rise.

The floors stand a little under what was measured when they were set, so that one notice more or less does not
break the build; a change that costs several does. `python -m tests.gold.build DIR` and `thidua evaluate` show
each difference.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import pytest

from parsers.notice import Notice
from pipeline.demo.samples import Sample, samples
from pipeline.evaluation.scores import Scoreboard, score
from tests.gold.cases import dumped, gold, notice

FLOORS_F1 = {
    "documents": 0.99,
    "documents+issued": 0.98,
    "movements": 0.98,
    "movements~near": 0.98,
    "movements+period": 0.96,
    "themes": 0.99,
    "periods": 0.95,
    "occasions": 0.99,
    "dates": 0.98,
}
FLOORS_ACCURACY = {
    "type": 0.99,
    "issuer": 0.96,
    "role": 0.91,
    "title": 1.0,
    "author": 1.0,
    "published": 1.0,
    "province": 1.0,
}
# The same pages as text, with menus and clocks as a browser copies them.
FLOORS_OF_DUMPS = {"title": 1.0, "published": 1.0, "province": 1.0, "author": 0.98}


@cache
def _notices() -> dict[str, Notice]:
    return {sample.id: notice(sample) for sample in samples()}


@cache
def _board() -> Scoreboard:
    return score({s.id: gold(s) for s in samples()}, {key: n.record() for key, n in _notices().items()})


@cache
def _board_of_dumps() -> Scoreboard:
    return score({s.id: gold(s) for s in samples()}, {s.id: dumped(s).record() for s in samples()})


def _differences(field: str) -> str:
    return "\n".join(f"{e.notice} {e.sign} {e.item}" for e in _board().errors if e.field == field)


@pytest.mark.parametrize(("field", "floor"), FLOORS_F1.items())
def test_f1_of_lists(field: str, floor: float) -> None:
    assert _board().lists[field].f1 >= floor, _differences(field.split("~", maxsplit=1)[0])


@pytest.mark.parametrize(("field", "floor"), FLOORS_ACCURACY.items())
def test_accuracy_of_single_values(field: str, floor: float) -> None:
    assert _board().answers[field].accuracy >= floor, _differences(field)
    assert _board().answers[field].false_alarms == 0, _differences(field)


@pytest.mark.parametrize(("field", "floor"), FLOORS_OF_DUMPS.items())
def test_accuracy_on_dumps(field: str, floor: float) -> None:
    board = _board_of_dumps()
    told = "\n".join(f"{e.notice} {e.sign} {e.item}" for e in board.errors if e.field == field)
    assert board.answers[field].accuracy >= floor, told
    assert board.answers[field].false_alarms == 0, told


@pytest.mark.parametrize("sample", samples(), ids=lambda s: s.id)
def test_the_page_gives_the_whole_text_and_no_more(sample: Sample) -> None:
    body = _notices()[sample.id].body
    lost = [line for line in sample.body if not line.startswith(("|", "^", ">")) and _words(line) not in body]
    assert lost == []
    others = {
        s.title for s in samples() if s.portal == sample.portal and s.title not in "\n".join(sample.body)
    }
    assert [title for title in others - {sample.title} if title in body] == [], "related news"
    assert [noise for noise in ("Lượt truy cập", "Skip Ribbon", "send mail", "0:00") if noise in body] == []


def _words(line: str) -> str:
    return unicodedata.normalize("NFC", line).removeprefix("## ").removeprefix("- ")


@pytest.mark.parametrize("sample", [s for s in samples() if s.attachments], ids=lambda s: s.id)
def test_attachments_are_found(sample: Sample) -> None:
    found = _notices()[sample.id].attachments
    assert [(each.name, each.url.rsplit("/", 1)[1]) for each in found] == [
        (each.name, each.file) for each in sample.attachments
    ]


@pytest.mark.parametrize("sample", samples(), ids=lambda s: s.id)
def test_mentions_point_at_their_words(sample: Sample) -> None:
    found = _notices()[sample.id]
    for mention in found.mentions:
        part = found.title if mention.where == "title" else found.body
        assert part is not None
        assert part[mention.start : mention.end] == mention.text
