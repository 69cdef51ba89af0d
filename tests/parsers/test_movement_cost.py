"""Hostile repetition: the work for movements, themes, occasions and periods grows with the length
of a text and no faster. Measured as ratios within one run, never against a clock.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import date

import pytest

from parsers.campaigns.occasions import find_occasions
from parsers.campaigns.periods import find_periods
from parsers.dates.finder import find_dates
from parsers.found import Source
from parsers.movements.finder import find_movements
from parsers.movements.quotes import quoted
from parsers.movements.scene import Scene
from parsers.movements.themes import find_themes
from parsers.text import Text

PIECES = [
    "“", "”", '"', "''", "(“", "'a ", "“A” và ", "“Phong trào ",
    "phong trào ", "phong trào “", "phong trào “A”, ", "phong trào: ", "phong trào\n- ", "phong trào 1. ",
    "phong trào (", "phong trào Hà Nội ", "phong trào Chung sức, ", "An Giang chung ", "thi đua ",
    "các phong trào gồm: Dân vận khéo, ", "Dân vận khéo, ", "Phong trào Tuổi trẻ giữ rừng và ",
    "chủ đề ", "chủ đề “", "chủ đề là ", "chủ đề của cuộc thi là ", "lấy Kỷ ", "được chọn làm chủ đề ",
    "chiến dịch “A” từ 1/2/2020 đến 3/4/2020. Phong trào được thực hiện từ năm 2020 đến năm 2021. ",
    "đợt thi đua từ nay đến 5/6 ", "hai giai đoạn: 2021 - 2023 và ", "thời gian thực hiện từ ",
    "kỷ niệm 5 năm “",
]  # fmt: skip
FEW = [p for p in PIECES if p in ("“", "''", "phong trào “", "phong trào Hà Nội ", "chủ đề “", "thi đua ")]


def _stages(text: str) -> Callable[[], None]:
    source = Source(Text.of(""), Text.of(text), date(2020, 1, 1))
    dates = find_dates(source, [])

    def run() -> None:
        Scene.of.cache_clear()
        quoted(source.body.norm)
        movements = find_movements(source, dates)
        find_themes(source)
        find_occasions(source, dates)
        find_periods(source, dates, movements)

    return run


def _long(piece: str, length: int) -> Callable[[], None]:
    return _stages(piece * (length // len(piece)))


def _calls(run: Callable[[], None]) -> int:
    """How many functions, of Python and of C, a run calls: the same in every run."""
    count = 0

    def note(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", PIECES)
def test_calls_grow_no_faster_than_the_text(piece: str) -> None:
    short, long = _calls(_long(piece, 1500)), _calls(_long(piece, 6000))
    assert long <= 6 * short + 500, "four times the text: four times the calls, not sixteen"


@pytest.mark.parametrize("piece", PIECES if os.environ.get("THIDUA_FULL") else FEW)
def test_patterns_do_not_backtrack_over_the_whole_text(piece: str) -> None:
    """What a pattern does inside one call, calls do not show: so the processor's time, as a ratio."""

    def spent(run: Callable[[], None]) -> float:
        begun = time.process_time()
        run()
        return time.process_time() - begun

    short, long = _long(piece, 10_000), _long(piece, 200_000)
    assert spent(long) <= 80 * min(spent(short), spent(short)) + 0.2, "twenty times the text, not 400 times"


@pytest.mark.parametrize(
    "text", [*PIECES, "phong trào", "phong trào:", "chủ đề", "chủ đề:", "chủ đề là", "“", ""]
)
def test_any_piece_may_end_the_text(text: str) -> None:
    _stages(text)()
    _stages(text.strip())()
