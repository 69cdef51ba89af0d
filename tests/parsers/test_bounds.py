"""Very long and hostile input: bounded, told in the record, and in time that grows with length alone."""

from __future__ import annotations

import os
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers import extract
from parsers.extraction import SEARCHED
from parsers.page.dump_lines import MOST, MOST_TEXT, lines_of
from parsers.page.html_tree import MOST_TAGS

MIXTURES = int(os.environ.get("THIDUA_FUZZ", "8"))  # `benchmarks/hostile_texts.py` draws more, at 1 MB
PIECES = [
    "1", "1/", "12/5, ", "1-", "1.1.", "1/2 đến ", "(1/2", ".", "“", "”", '"a" ', "(", "số ", "ngày ",
    "tháng 1 ",
    "năm 2", "2021 - ", "giai đoạn 2021-2025 ", "phong trào ", "phong trào “", "thi đua “A”, ", "“A” và ",
    "chủ đề ", "chủ đề: “", "kỷ niệm 5 năm ", "Kế hoạch số ", "số 1/KH-UBND ", "1/KH-", "và 1/KH-UBND, ",
    "Quyết định số 1, 2, ", "tỉnh Bắc Kạn ", "UBND huyện ", "căn cứ ", "A-", "- ", "…", ", ", "\n", "a\n",
    "Ảnh: A\n", "Tác giả: A\n", "<p>", "<div>a", "&amp;", "a\u0301", "\u0301\u0323", "\u200b ",
]  # fmt: skip


def seconds(text: str) -> float:
    start = process_time()
    extract(text)
    return process_time() - start


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5))
@settings(
    max_examples=MIXTURES, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
def test_time_grows_with_length_and_not_with_its_square(some: list[str]) -> None:
    piece = "".join(some)
    short, long = (piece * (size // len(piece) + 1) for size in (3_000, 12_000))
    once = min(seconds(short) for _ in range(2))
    # Four times the length takes four times as long, twelve on a busy machine; a square would be sixteen.
    assert min(seconds(long) for _ in range(3)) < 12 * once + 0.05, some


@given(st.text(alphabet=st.sampled_from("0123456789/-.,;: \n“”\"'()ađnăsốgàyth<>p"), max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_a_record_whose_passages_are_its_own(text: str) -> None:
    notice = extract(text)
    for mention in notice.mentions:
        assert (
            mention.text
            == ((notice.title if mention.where == "title" else notice.body) or "")[
                mention.start : mention.end
            ]
        )


def test_a_long_body_is_kept_whole_and_what_is_not_searched_is_counted() -> None:
    opening = "Thông báo\nNgày 5/1/2021, xã họp dân bàn việc làm đường, được bà con đồng tình ủng hộ."
    filler = "\nBà con trong thôn cùng nhau dọn vệ sinh đường làng, ngõ xóm, trồng thêm nhiều cây xanh."
    text = (
        opening + filler * 1500 + "\nNgày 6/2/2021, xã tổng kết việc làm đường, biểu dương nhiều hộ gia đình."
    )
    notice = extract(text)
    assert notice.dates == ("2021-01-05",)
    assert notice.body.endswith("gia đình.")
    assert 0 < len(notice.body) - notice.unsearched <= SEARCHED
    assert notice.record()["unsearched"] == notice.unsearched


def test_an_ordinary_body_is_searched_whole() -> None:
    assert extract("Ngày 5/1/2021, xã họp.").unsearched == 0


def test_no_number_is_cut_in_two_where_the_search_ends() -> None:
    text = "xã họp dân, " * (SEARCHED // 12) + "Kế hoạch số 545/KH-UBND " * 3
    for shift in range(0, 24, 5):
        numbers = {document.number for document in extract("a" * shift + " " + text).documents}
        assert numbers <= {"545/KH-UBND"}, shift


@pytest.mark.parametrize("count", [MOST, MOST + 1, 3 * MOST])
def test_lines_beyond_the_last_are_kept_in_one(count: int) -> None:
    lines = lines_of("\n".join(f"dòng {i}" for i in range(count)))
    assert len(lines) == min(count, MOST + 1)
    assert lines[-1].raw.endswith(f"dòng {count - 1}")
    assert "\n".join(line.plain for line in lines).count("\n") == count - 1


def test_lines_of_a_very_long_text_are_kept_in_one_behind_its_searched_part() -> None:
    lines = lines_of("\n".join(f"dòng {i} " + "a " * 200 for i in range(1_000)))
    assert SEARCHED < sum(len(line.raw) for line in lines[:-1]) <= MOST_TEXT + 500
    assert lines[-1].plain.count("\n") == 1_000 - len(lines)


def test_tags_beyond_the_last_are_left_out() -> None:
    page = "<html><body><div><h1>Tin</h1><p>Ngày 5/1/2021, xã họp dân bàn việc làm đường.</p>"
    assert "2021-01-05" in extract(page + "<b>a</b>" * MOST_TAGS).dates
