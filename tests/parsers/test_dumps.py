"""Saved pages of many kinds, whole, with what a reader takes from them.

Each file of `dumps/` is a page in the manner of a real one, written for this project, with the values that a
person reads off it (`first` and `last`: how the body's first line begins and its last line ends) and the
reason why it is there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

import pytest
import yaml

from parsers.extraction import extract
from parsers.notice import Notice
from parsers.text import tidy


@dataclass(frozen=True)
class Dump:
    """A saved page and what it says."""

    name: str
    text: str
    title: str | None
    published: str | None
    author: str | None
    province: str | None
    first: str | None
    last: str | None
    why: str


def _dumps() -> list[Dump]:
    files = sorted((Path(__file__).parent / "dumps").glob("*.yaml"))
    return [Dump(name=file.stem, **yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files]


DUMPS = _dumps()
_FULL_WIDTH = {ord(c): ord(c) - 0x21 + 0xFF01 for c in "0123456789:/"}
VARIANTS: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "double-spaced": lambda text: text.replace("\n", "\n\n"),
    "hard blanks": lambda text: text.replace(" ", "\u00a0"),
    "byte order mark": lambda text: "\ufeff" + text,
}


def _told(notice: Notice) -> tuple[str | None, ...]:
    return notice.title, notice.published, notice.author, notice.province


def _expected(dump: Dump) -> tuple[str | None, ...]:
    return dump.title, dump.published, dump.author, dump.province


def _check(notice: Notice, dump: Dump) -> None:
    assert _told(notice) == _expected(dump), dump.why
    lines = [tidy(line) for line in notice.body.splitlines() if tidy(line)]
    assert dump.first is None or lines[0].startswith(dump.first), (dump.why, lines[0])
    assert dump.last is None or lines[-1].endswith(dump.last), (dump.why, lines[-1])


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.name)
def test_a_saved_page_is_read_as_a_person_reads_it(dump: Dump) -> None:
    _check(extract(dump.text), dump)


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_way_of_saving_changes_nothing(variant: str) -> None:
    for dump in DUMPS:
        _check(extract(VARIANTS[variant](dump.text)), dump)


def test_lines_broken_at_a_width_are_joined() -> None:
    """Short pages hold too few breaks to be known as broken; nearly all are."""
    read = [dump.name for dump in DUMPS if _told(extract(_wrapped(dump.text))) == _expected(dump)]
    assert len(read) >= 0.92 * len(DUMPS), sorted({dump.name for dump in DUMPS} - set(read))


def test_a_first_word_torn_off_is_put_back_in_official_texts_alone() -> None:
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    head = f"{motto}Số: 12/KH-SYT\nKẾ HOẠCH\nTiêm chủng\n"
    torn = (
        "Thực\nhiện Công điện số 65/CĐ-TTg, Sở Y tế xây dựng kế hoạch tiêm chủng trên địa bàn tỉnh như sau.\n"
    )
    listed = "Phòng\na) Phòng bệnh cho người dân trong tỉnh theo hướng dẫn của Bộ Y tế."
    body = extract(head + torn + listed).body
    assert "Thực hiện Công điện" in body
    assert "Phòng\na)" in body
    assert "Thực\nhiện" in extract(torn).body


def _wrapped(text: str) -> str:
    return "\n".join("\n".join(wrap(line, 78)) for line in text.splitlines())


def test_full_width_dates_are_dates() -> None:
    for dump in DUMPS:
        lines = [line if len(line) > 60 else line.translate(_FULL_WIDTH) for line in dump.text.splitlines()]
        assert extract("\n".join(lines)).published == dump.published, dump.name
