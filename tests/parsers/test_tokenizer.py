from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.tokenizer import NoticeTokenizer

TOKENIZER = NoticeTokenizer(spacy.blank("xx").vocab)


def tokens(text: str) -> list[str]:
    return [token.text for token in TOKENIZER(text) if not token.is_space]


@pytest.mark.parametrize(
    ("text", "whole", "reason"),
    [
        ("Kế hoạch số 545/KH-UBND.", "545/KH-UBND", "a number before a full stop"),
        ("theo Quyết định 770/QĐ-TTg, ngày", "770/QĐ-TTg", "before a comma"),
        ("Nghị quyết 39/2020/NQ-HĐND", "39/2020/NQ-HĐND", "with its year"),
        ("Chỉ thị 22-CT/TW của Ban Bí thư", "22-CT/TW", "as the Party numbers"),
        ("Công văn 598/UBND-CN&TY", "598/UBND-CN&TY", "an ampersand in its code"),
        ("sáng 29/6/2023, xã họp", "29/6/2023", "a day"),
        ("hôm 29-6-2023", "29-6-2023", "a day with dashes"),
        ("đạt 12,5% kế hoạch", "12,5%", "a share"),
        ("5.100.000 đồng", "5.100.000", "money"),
        ("giai đoạn 2021-2025", "2021-2025", "a stretch of years"),
        ("TP.HCM và Covid-19", "TP.HCM", "a short name with a dot"),
        ("Sở NN&PTNT tỉnh", "NN&PTNT", "a short name with an ampersand"),
    ],
)
def test_what_notices_turn_on_stays_whole(text: str, whole: str, reason: str) -> None:
    assert whole in tokens(text), reason


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("“Bắc Kạn”", ["“", "Bắc", "Kạn", "”"], "quotation marks stand alone"),
        ('"Giỏi việc"', ['"', "Giỏi", "việc", '"'], "straight ones, too"),
        ("(01/01/1997)", ["(", "01/01/1997", ")"], "so do brackets"),
        ("họp.", ["họp", "."], "and full stops"),
        ("xã;huyện", ["xã", ";", "huyện"], "a blank forgotten"),
        ("29 / 6 / 2023", ["29", "/", "6", "/", "2023"], "blanks part what is printed apart"),
    ],
)
def test_marks_stand_alone(text: str, expected: list[str], reason: str) -> None:
    assert tokens(text) == expected, reason


@pytest.mark.parametrize("text", ["", " ", "\n", "  a", "a  b\n\n c ", "\u00a0a\u200bb", "Bắc Kạn"])
def test_tokens_joined_give_the_text_back(text: str) -> None:
    assert TOKENIZER(text).text == text


@given(st.text(alphabet=st.sampled_from("aĐạ1/-.,“” \n\t&\u0301%()"), max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_comes_back_with_its_offsets(text: str) -> None:
    doc = TOKENIZER(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
