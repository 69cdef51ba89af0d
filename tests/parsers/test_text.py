"""Normalised text: what is folded, and that every span maps back to what was printed."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.text import _MAY_CHANGE, Text, compose, sentences, tidy

FOLDED = [
    ("Uỷ ban  nhân\u00a0dân", "Ủy ban nhân dân", "old tone mark, double and hard blanks"),
    ("số 5 – “A” — «B»", "số 5 - “A” - “B”", "dashes and quotation marks of every kind"),
    ("QÐ-TTg", "QĐ-TTg", "Icelandic eth typed for đ"),
    ("từ ngày15/3, số27", "từ ngày 15/3, số 27", "a blank that the keyboard missed"),
    ("ngày １２／５", "ngày 12/5", "full-width figures"),
    ("một\r\n\r\n hai", "một\nhai", "any run with a line break is one break"),
    ("Kế\u200b hoạch\ufeff", "Kế hoạch", "zero-width characters"),
    (unicodedata.normalize("NFD", "Kế hoạch hoà giải"), "Kế hoạch hòa giải", "decomposed input"),
    ("quý I, quỹ đất, khoản", "quý I, quỹ đất, khoản", "qu- and closed syllables keep their mark"),
]


@pytest.mark.parametrize(("raw", "norm", "why"), FOLDED, ids=[why for *_, why in FOLDED])
def test_normalisation(raw: str, norm: str, why: str) -> None:
    assert Text.of(raw).norm == norm, why


def test_surface_is_what_was_printed() -> None:
    text = Text.of("phong  trào “Hoà\u00a0 bình\n –  xanh” của Uỷ ban")
    start = text.norm.index("Hòa")
    assert text.surface(start, text.norm.index("”")) == "Hoà bình – xanh"


pieces = st.lists(
    st.sampled_from(
        [
            "a",
            "Kế",
            "hoà",
            "uỷ",
            " ",
            "  ",
            "\u00a0",
            "\n",
            "\r\n",
            "\u200b",
            "–",
            "“",
            "”",
            "Ð",
            "ngày15",
            "số 7",
        ]
    )
    | st.sampled_from([unicodedata.normalize("NFD", "ế"), unicodedata.normalize("NFD", "ộ")]),
    max_size=30,
)


def bare(text: str) -> str:
    """Letters without marks and blanks, for the folding moves marks and puts a missing blank in."""
    letters = unicodedata.normalize("NFD", "".join(tidy(text).split())).translate(
        {ord("–"): "-", ord("Ð"): "Đ"}
    )
    return "".join(c for c in letters if not unicodedata.combining(c))


@given(pieces, st.data())
def test_a_span_holds_exactly_the_source_of_its_characters(parts: list[str], data: st.DataObject) -> None:
    raw = "".join(parts)
    text = Text.of(raw)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text.norm)), min_size=0, max_size=4)))
    bounds = [0, *cuts, len(text.norm)]
    end_before = 0
    for start, end in pairwise(bounds):
        if start == end:
            continue
        raw_start, raw_end = text.source_span(start, end)
        assert raw_start >= end_before
        gap = raw[end_before:raw_start]
        assert not gap.strip("\u200b"), "only dropped characters may lie between neighbouring spans"
        assert bare(raw[raw_start:raw_end]) == bare(text.norm[start:end])
        end_before = raw_end
    assert not raw[end_before:].strip("\u200b")


def test_sentences_end_at_stops_and_breaks_but_not_at_abbreviations() -> None:
    text = "Sáng 5.6, tại TP. Vinh, T.Ư Đoàn họp. “Vâng!” Ông nói... rồi về.\nDòng hai"
    assert [text[a:b] for a, b in sentences(text)] == [
        "Sáng 5.6, tại TP. Vinh, T.Ư Đoàn họp.",
        "“Vâng!”",
        "Ông nói... rồi về.",
        "Dòng hai",
    ]


def test_what_is_taken_for_composed_is() -> None:
    """`compose` returns a text of stable characters unread: none of them may change or combine."""
    stable = [c for c in map(chr, range(0x10000)) if not _MAY_CHANGE.match(c)]
    assert len(stable) > 1_000
    assert all(unicodedata.normalize("NFC", f"e{c}") == f"e{c}" for c in stable)
    assert not any(map(unicodedata.combining, stable))
    assert all(_MAY_CHANGE.match(c) for c in "\u0301\u0340\u212b\u2126\u1161\U00011127")


def test_marks_heaped_on_a_letter_are_cut_and_a_letter_keeps_its_own() -> None:
    """Canonical order is sorted by insertion: a heap costs the square of its height."""
    assert compose(f"{unicodedata.normalize('NFD', 'Kế')} hoạch") == "Kế hoạch"
    heap = "Kế hoạch " * 10 + "a" + "\u0301\u0323" * 100_000
    assert len(compose(heap)) < 120
    assert len(compose("a" + "\U0001e8d0\U0001e944" * 100_000)) < 120
    assert Text.of(heap[:2000]).norm.startswith("Kế hoạch")
