from __future__ import annotations

import pytest

from parsers.movements.quotes import quoted


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("phong trào “Dân vận khéo” năm 2020", ["Dân vận khéo"], "curved marks"),
        ('phong trào "Dân vận khéo" năm 2020', ["Dân vận khéo"], "straight marks"),
        ('phong trào “Dân vận khéo" năm 2020', ["Dân vận khéo"], "curved opens, straight closes"),
        ('phong trào "Dân vận khéo” năm 2020', ["Dân vận khéo"], "straight opens, curved closes"),
        ("phong trào ”Dân vận khéo” năm 2020", ["Dân vận khéo"], "a closing mark that opens"),
        ("phong trào “Dân vận khéo“ năm 2020", ["Dân vận khéo"], "an opening mark that closes"),
        ("phong trào ''Dân vận khéo'' năm 2020", ["Dân vận khéo"], "two apostrophes"),
        ("phong trào 'Dân vận khéo' năm 2020", ["Dân vận khéo"], "single marks"),
        ("phong trào ‘Dân vận khéo’ năm 2020", ["Dân vận khéo"], "single curved marks"),
        ("phong trào “ Dân vận khéo ” năm 2020", ["Dân vận khéo"], "blanks inside the marks"),
        ('các phong trào:"Hai giỏi","Ba nhất".', ["Hai giỏi", "Ba nhất"], "no blanks around the marks"),
        ("“Hai giỏi”, “Ba nhất” và “Bốn tốt”", ["Hai giỏi", "Ba nhất", "Bốn tốt"], "a list"),
        (
            'xây dựng "người cán bộ “trung thành, sáng tạo” của ngành"',
            ["người cán bộ “trung thành, sáng tạo” của ngành", "trung thành, sáng tạo"],
            "nested: the outer one first",
        ),
        ("phong trào “Hai giỏi\nTin khác", ["Hai giỏi"], "forgotten: ends with the paragraph"),
        ("phong trào “Hai giỏi; gắn với việc khác.", ["Hai giỏi"], "forgotten: ends with the clause"),
        ("phong trào “Hai giỏi. Hôm nay, Sở họp.", ["Hai giỏi"], "forgotten: ends with the sentence"),
        ("phong trào “Hai giỏi (giai đoạn 2) ở xã.", ["Hai giỏi"], "forgotten: ends before a bracket"),
        ("người K'Ho, nghệ sĩ Y'Bhiao, lúc 20h15' họp", [], "apostrophes inside words and behind numbers"),
        ("mô hình 'Loa ở bản' của người K'Ho", ["Loa ở bản"], "a quotation beside an apostrophe"),
        ('phong trào Hai giỏi" và "Ba nhất" ở xã', ["Ba nhất"], "the first opening mark was forgotten"),
        ("“”", [], "nothing inside"),
        ('tivi 32" giá rẻ, màn 45" bán chạy', [], "inches"),
    ],
)
def test_quotations(text: str, expected: list[str], reason: str) -> None:
    assert [text[quote.start : quote.end] for quote in quoted(text)] == expected, reason


@pytest.mark.parametrize(
    ("text", "closed"),
    [("“Hai giỏi”", True), ("“Hai giỏi", False), ("“Hai giỏi\n”", False), ("“Hai giỏi\nba tốt”", True)],
)
def test_a_quotation_says_whether_it_was_closed(text: str, closed: bool) -> None:
    """A line break before a small letter is the page's, not the paragraph's."""
    assert quoted(text)[0].closed is closed


def test_offsets_include_the_marks() -> None:
    text = "xem “ Hai giỏi ” nhé"
    (quote,) = quoted(text)
    assert text[quote.before : quote.after] == "“ Hai giỏi ”"
