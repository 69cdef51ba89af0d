"""Rendering escapes everything and keeps what a notice says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from pipeline.demo.render import Ambient, body_html, detail_page, listing_page, stamp
from pipeline.demo.samples import load_sample, portal_styles, samples

BLOCKS = [
    ("Một đoạn văn.", "<p>Một đoạn văn.</p>", "anything else is a paragraph"),
    ("A & B < C", "<p>A &amp; B &lt; C</p>", "text is escaped"),
    ("## Mục một", "<p><strong>Mục một</strong></p>", "a heading"),
    ("- mục a", "<ul><li>mục a</li></ul>", "an item"),
    ("| 1 | x<y |", '<table border="1"><tbody><tr><td>1</td><td>x&lt;y</td></tr></tbody></table>', "a row"),
    (
        "^ UBND TỈNH || CỘNG HÒA",
        '<table border="0" width="100%"><tbody><tr><td>UBND TỈNH</td><td>CỘNG HÒA</td></tr></tbody></table>',
        "the head of an official text has two columns",
    ),
]
STAMPS = [
    ("{weekday} {day}/{month}/{year}", datetime(2022, 1, 17), "Thứ Hai 17/1/2022"),
    ("{weekday}, {day:02}/{month:02}", datetime(2018, 1, 28), "Chủ nhật, 28/01"),
    ("{hour12:02}:{minute:02} {half}", datetime(2020, 7, 28, 14, 20), "02:20 PM"),
    ("{hour12:02}:{minute:02} {half}", datetime(2020, 7, 28, 0, 5), "12:05 AM"),
]


@pytest.mark.parametrize(("line", "expected", "reason"), BLOCKS)
def test_blocks(line: str, expected: str, reason: str) -> None:
    assert body_html([line]) == expected, reason


def test_neighbouring_rows_make_one_table() -> None:
    assert body_html(["| a | b |", "| c | d |", "sau bảng"]).count("<table") == 1


@pytest.mark.parametrize(("style", "when", "expected"), STAMPS)
def test_stamps(style: str, when: datetime, expected: str) -> None:
    assert stamp(style, when) == expected


def test_markup_in_a_notice_stays_text() -> None:
    hostile = '<script>alert("1")</script> ${token} $portal'
    for style in portal_styles():
        notice = next(n for n in samples() if n.portal == style.id)
        changed = replace(notice, title=hostile, author=hostile, summary=hostile, body=(hostile,))
        pages = (
            detail_page(style, changed, [changed], "http://h", Ambient()),
            listing_page(style, [changed], 1, Ambient()),
        )
        for page in pages:
            assert '<script>alert("1")' not in page
            assert "${token} $portal" in page, "what looks like a placeholder in a notice is text"


def test_a_page_shows_its_neighbours_but_not_itself_among_them() -> None:
    for style in portal_styles():
        notices = [n for n in samples() if n.portal == style.id]
        page = detail_page(style, notices[3], notices, "http://h", Ambient())
        assert notices[4].path in page
        assert page.count(f'href="{notices[3].path}"') == 0


def test_a_broken_notice_names_its_file(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("portal: ict-backan\ntitle: Không có đường dẫn\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.yaml: KeyError: 'path'"):
        load_sample(broken)
    broken.write_text("- một danh sách\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.yaml: a mapping was expected"):
        load_sample(broken)
