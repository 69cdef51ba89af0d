"""Calendar expressions: points, stretches, lists, and what is none. Sentences are written for these tests."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from parsers.dates.finder import CalendarDate, find_dates
from parsers.found import Found, Source, Span
from parsers.text import Text


def found(text: str, published: str | None = None, title: str = "") -> list[Found[CalendarDate]]:
    anchor = date.fromisoformat(published) if published else None
    return find_dates(Source(Text.of(title), Text.of(text), anchor), [])


def dates(text: str, published: str | None = None, title: str = "") -> list[str]:
    """The counted values, in order, each once: what the record's `dates` would hold."""
    values = [item.value for item in found(text, published, title)]
    return list(dict.fromkeys(value.edtf for value in values if value.counted))


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Ngày 30/8/2021, UBND tỉnh họp.", ["2021-08-30"], "slashes"),
        ("Sáng 27-9-2023, Sở Y tế họp.", ["2023-09-27"], "dashes"),
        ("Ngày 20.9.2016, tàu cập cảng.", ["2016-09-20"], "dots"),
        ("ký ngày 18-4/2024", ["2024-04-18"], "mixed separators"),
        ("ngày 5 / 6 / 2019", ["2019-06-05"], "blanks around the separators"),
        ("ngày 5/6 năm 2019", ["2019-06-05"], "day and month in figures, year in words"),
        ("ngày 02 tháng 4 năm 2024", ["2024-04-02"], "in words"),
        ("NGÀY 16 THÁNG 7 NĂM 2021", ["2021-07-16"], "capital heading"),
        ("Huế, ngày\n25 tháng 8\nnăm 2021", ["2021-08-25"], "broken over lines"),
        ("19 Tháng 12 2016", ["2016-12-19"], "the word for the year left out"),
        ("ngày 2 tháng Chín năm 1945", ["1945-09-02"], "the month's name in words"),
        ("hôm 24/9/22, xã ra quân", ["2022-09-24"], "two figures for the year, behind a word for a day"),
        ("ngày 001/12/2018", ["2018-12-01"], "a misprinted zero"),
        ("ngày28/4/2021 xã họp", ["2021-04-28"], "no blank behind ngày"),
        ("Ngày 10, tháng 3, năm 2020", ["2020-03-10"], "commas between the words"),
        ("Ngày 10 - tháng 3 - năm 2020", ["2020-03-10"], "dashes between the words"),
        ("ngày 10/3/năm 2020", ["2020-03-10"], "a slash before the word for the year"),
        ("Tổ 10, tháng 5 năm 2020", ["2020-05"], "the figure before the comma is no day"),
        (
            "75 năm Ngày thành lập (11-6-1948/11-6-2023)",
            ["1948-06-11", "2023-06-11"],
            "an anniversary's two days beside a slash",
        ),
        ("các tháng 9, 10 và 11 năm 2017", ["2017-09", "2017-10", "2017-11"], "a list of months"),
        ("tháng 6 - 7 năm 2020", ["2020-06/2020-07"], "two months, the year in words"),
        ("quý I, II/2020", ["2020-01/2020-03", "2020-04/2020-06"], "a list of quarters"),
        ("tháng 9,10/2020", ["2020-09", "2020-10"], "a list of months set without a blank"),
        ("các ngày 10,11,12/9/2020", ["2020-09-10", "2020-09-11", "2020-09-12"], "days without blanks"),
        ("Đợt 1: 10-20/3, hết hạn 5/4/2020", ["2020-03-10/2020-03-20", "2020-04-05"], "a programme's days"),
        ("mùng 3 và mùng 4 tháng 4 năm 2020", ["2020-04-03", "2020-04-04"], "a printed year: no lunar days"),
        ("28 tháng 8 đến mùng 2/9/2020", ["2020-08-28/2020-09-02"], "a solar day tells what mùng is"),
        ("trong 10 năm 2007 - 2017", ["2007/2017"], "a count of years before a stretch is no month"),
        ("mỗi năm xã chọn tháng 3 làm tháng cao điểm", [], "a month of every year"),
        ("từ 8h ngày 12 đến 17h ngày 14-6-2020", ["2020-06-12/2020-06-14"], "hours inside a stretch"),
        (
            "kỷ niệm 45 năm chiến thắng (12/1972- 12/2017)",
            ["1972-12", "2017-12"],
            "an anniversary's two months",
        ),
        ("từ tháng 12/1972 đến 12/2017", ["1972-12/2017-12"], "two months with a word between them"),
        ("ngày 05.01.24, đội tuyên truyền xuống bản", ["2024-01-05"], "two figures for the year, dots"),
        ("cập nhật 2024-01-05", ["2024-01-05"], "year first, as machines write it"),
        ("ngày 12tháng 5 năm2018", ["2018-05-12"], "blanks forgotten"),
        ("ngày ３０/８/２０２１", ["2021-08-30"], "full-width figures"),
        ("vào tháng 7/2012", ["2012-07"], "month"),
        ("Kể từ tháng 4.2017, hai bên phối hợp", ["2017-04"], "month with a dot"),
        ("trong tháng 11 năm 2025", ["2025-11"], "month in words"),
        ("vào đầu tháng 9, năm 2016", ["2016-09"], "a comma between month and year"),
        ("nghiệm thu (5/2010)", ["2010-05"], "month alone in brackets"),
        ("tháng Tám năm 1945", ["1945-08"], "month by name"),
        ("quý I/2022", ["2022-01/2022-03"], "quarter"),
        ("vào quý IV năm 2025", ["2025-10/2025-12"], "quarter in words"),
        ("6 tháng cuối năm 2023", ["2023-07/2023-12"], "second half-year"),
        ("sáu tháng đầu năm 2023", ["2023-01/2023-06"], "first half-year, the count in words"),
        ("9 tháng đầu năm 2019", ["2019-01/2019-09"], "first nine months"),
        ("nửa đầu năm 2020", ["2020-01/2020-06"], "half a year by another word"),
    ],
)
def test_single_points(text: str, expected: list[str], reason: str) -> None:
    assert dates(text) == expected, reason
    assert dates(unicodedata.normalize("NFD", text)) == expected, f"{reason}, decomposed"


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Từ ngày 01/9/2021 đến hết ngày 10/12/2021.", ["2021-09-01/2021-12-10"], "both ends in full"),
        ("từ 24/09 – 22/12/2024", ["2024-09-24/2024-12-22"], "a shared year"),
        ("từ ngày 7 đến 14-9-2020", ["2020-09-07/2020-09-14"], "a shared month and year"),
        ("diễn ra 7/6-14/6/2019", ["2019-06-07/2019-06-14"], "no blanks around the dash"),
        ("trong hai ngày 9 - 10/3/2017", ["2017-03-09/2017-03-10"], "two days"),
        ("trong các ngày từ 25-28/2/2017", ["2017-02-25/2017-02-28"], "dash that is no separator"),
        ("từ ngày 1-5/9/2020", ["2020-09-01/2020-09-05"], "days that could be day and month"),
        ("từ ngày 10 đến ngày 15 tháng 5 năm 2020", ["2020-05-10/2020-05-15"], "in words"),
        ("đợt 1 tháng 3- 4/2017", ["2017-03/2017-04"], "months sharing a year"),
        ("Đợt 1 đến 15/02/2026, đợt 2 đến 20/5/2026.", ["2026-02-15", "2026-05-20"], "numbers of the rounds"),
        ("Giai đoạn 1 đến 15/02/2026 thì xong.", ["2026-02-15"], "the number of the stage"),
        ("từ tháng 6 đến hết tháng 8/2019", ["2019-06/2019-08"], "months in words"),
        ("(tháng 1/2004 - 5/2010)", ["2004-01/2010-05"], "months, the word printed once"),
        ("từ 20/12 đến 10/01/2020", ["2019-12-20/2020-01-10"], "over the turn of the year"),
        ("từ 01/3/2020 đến tháng 6/2021", ["2020-03-01/2021-06"], "a day and a month"),
        (
            "từ 7h30 ngày 18/5/2023 đến 17h00 ngày 16/6/2023",
            ["2023-05-18/2023-06-16"],
            "clock times between",
        ),
        (
            "bắt đầu từ ngày 05/6 và kết thúc vào ngày 19/8/2020",
            ["2020-06-05/2020-08-19"],
            "begins and ends",
        ),
        (
            "khai mạc ngày 10/3/2017 và bế mạc ngày 13/3/2017",
            ["2017-03-10", "2017-03-13"],
            "two events are no stretch",
        ),
        (
            "Từ ngày 2-2-2017 (mùng 6 Tết) đến ngày 8-2-2017",
            ["2017-02-02/2017-02-08"],
            "an aside between the ends",
        ),
        ("giai đoạn 2021 -2025", ["2021/2025"], "years with a stray blank"),
        ("nhiệm kỳ 2020- 2025", ["2020/2025"], "a term"),
        ("Kế hoạch 5 năm (2021 - 2025)", ["2021/2025"], "years in brackets that are no anniversary"),
        ("từ năm 2021 đến hết năm 2025", ["2021/2025"], "years in words"),
        ("từ năm 2017 đến 2020", ["2017/2020"], "the word printed once"),
        ("giai đoạn 2023 - 2025 và 2026 -2030", ["2023/2025", "2026/2030"], "two stretches"),
        ("từ tháng 12/2013 đến trước năm 2017", ["2013-12"], "an end that is not reached is none"),
        ("từ ngày 01/11/2016 - 15/12017", ["2016-11-01"], "a misprinted end"),
        ("từ ngày 01/6/2018 đến 31/6/2018", ["2018-06-01"], "an end that the calendar does not have"),
        (
            "Thời gian diễn ra: 12-14/11/2024",
            ["2024-11-12/2024-11-14"],
            "days behind a label, in front of a dash",
        ),
        ("Vòng 1 - 14/11/2024", ["2024-11-14"], "a round's number in front of a dash"),
        ("trong tháng 12 và tháng 1/2019", ["2018-12", "2019-01"], "a list over the turn of the year"),
        ("từ đầu năm 2021 đến ngày 15/5/2021", ["2021-05-15"], "a year's beginning is no day"),
        (
            "từ 08g00 ngày 21/3/2016 đến 17g00 ngày 15/5/2016",
            ["2016-03-21/2016-05-15"],
            "clock times with g",
        ),
        (
            "các ngày: 05/7, 20/7, 06/8, 20/9/2018",
            ["2018-07-05", "2018-07-20", "2018-08-06", "2018-09-20"],
            "a list that shares its year",
        ),
        ("ngày 15 và 16/7/2021", ["2021-07-15", "2021-07-16"], "a list that shares its month"),
        (
            "3 đêm thi (15, 16 và 17/7/2017)",
            ["2017-07-15", "2017-07-16", "2017-07-17"],
            "a list alone in brackets",
        ),
        ("các tháng 6, 7, 8/2020", ["2020-06", "2020-07", "2020-08"], "a list of months"),
        (
            "ngày 14 tháng 6 năm 2005 và ngày 16 tháng 11 năm 2013",
            ["2005-06-14", "2013-11-16"],
            "two full dates stay two",
        ),
        (
            "kỷ niệm 25 năm tái lập tỉnh (01/01/1997 - 01/01/2022)",
            ["1997-01-01", "2022-01-01"],
            "an anniversary's pair is two days",
        ),
        ("80 năm Ngày thành lập (02/9/1945-3/9/2025)", ["1945-09-02", "2025-09-03"], "a misprinted pair"),
        (
            "từ ngày ký ban hành Kế hoạch (01/4/2020) đến hết 31/7/2020",
            ["2020-04-01/2020-07-31"],
            "the bracket says which day the first was",
        ),
        ("từ tháng 9 - 12, xã ra quân", ["XXXX-09/XXXX-12"], "a bare month behind a month"),
        ("trong tháng 4 và 5, xã ra quân", ["XXXX-04", "XXXX-05"], "two months, the word once"),
        ("trong tháng 4 và 5 xã đạt chuẩn", ["XXXX-04"], "a count behind a month"),
        ("Quý I và II/2017, tỉnh đạt 50%", ["2017-01/2017-03", "2017-04/2017-06"], "two quarters"),
        ("quý II - III năm 2023", ["2023-04/2023-09"], "a stretch of quarters"),
    ],
)
def test_stretches_and_lists(text: str, expected: list[str], reason: str) -> None:
    assert dates(text) == expected, reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Thực hiện nhiệm vụ năm 2021", "a bare year"),
        ("năm học 2015-2016", "a school year"),
        ("kỷ niệm 90 năm thành lập Đảng (1930 - 2020)", "an anniversary's years"),
        ("nhạc sĩ Trần Hoàn (1928 - 2003)", "a person's life"),
        ("từ năm 2000 đến nay", "an open stretch"),
        ("nhân dịp 30/4 và 1/5", "yearly holidays"),
        ("chào mừng ngày 20/11, trường tổ chức hội giảng", "a yearly day behind chào mừng"),
        ("lấy ngày 11/6 làm ngày truyền thống", "a yearly day that is chosen"),
        ("lập thành tích kỷ niệm Ngày Thương binh - Liệt sĩ 27/7", "a day within a feast's name"),
        ("Quốc khánh 2 tháng 9", "a feast's day in words"),
        ("báo cáo trước ngày 05/12 hằng năm", "every year"),
        ("vào tháng 10 hàng năm", "a month of every year"),
        ("giao ban các ngày 10, 20, 30 hằng tháng", "days of every month"),
        ("18/3 âm lịch", "a lunar day"),
        ("ngày mùng 10 tháng 3 âm lịch", "a lunar day in words"),
        ("lập thành tích mừng Cách mạng tháng Tám", "the revolution's name"),
        ("phong trào Cách mạng tháng 8", "the revolution's name in figures"),
        ("Quảng trường 2/4 (thành phố Nha Trang)", "a square"),
        ("thương binh 2/4, quê Nga Sơn", "a class of disability"),
        ("đạt 8/9 khu dân cư văn hóa", "a fraction"),
        ("chênh nhau đến 1/5, khó công bằng", "a fraction behind đến"),
        ("giảm từ 2-3%/năm", "a span of percents"),
        ("mỗi tháng 2 lần", "how often"),
        ("12 tháng 3 ngày", "how long"),
        ("thắng với tỷ số 2-1", "a score"),
        ("Đội Hòn Đất thắng 2 - 1", "a score with blanks around its dash"),
        ("dẫn trước 3-2 sau hiệp một, chung cuộc 5-4", "scores behind trước"),
        ("thắng 25-20, 25-18, 25-22", "sets of volleyball"),
        ("6 tháng năm 2022", "half a year without đầu or cuối; năm is no month before a year"),
        ("từ tháng 3 đến tháng 5 hằng năm", "a stretch of every year"),
        ("từ tháng 9 năm trước đến tháng 5 năm sau", "a season of every year"),
        ("Ngày Nhà giáo Việt Nam (20/11)", "a feast's day in brackets"),
        ("chào mừng Quốc khánh (2/9)", "a feast's day in brackets, another name"),
        ("niên độ 2023-2024, niên vụ 2022-2023", "financial and farming years"),
        ("từ 1/3 đến 1/2 số hộ", "a span of shares"),
        ("chiếm 2/3 xuống còn 1/3", "a share that fell"),
        ("mừng xuân từ mùng 6 đến mùng 8 tháng Giêng", "lunar days"),
        ("đường 3 tháng 2, trường THPT 19/5, công viên 29/3", "places named after days"),
        ("tốt nghiệp 12/12", "a school's last form"),
        ("Lễ hội lần thứ VI - 2017", "an edition"),
        ("tăng 11,1/17 ngày", "decimals"),
        ("tăng 4,5/9 lần", "decimals, days elsewhere"),
        ("5.500 doanh nghiệp, 3.104,5 tỷ đồng", "counts and money"),
        ("phiên bản 2.4.1", "a version"),
        ("TCVN ISO 9001:2015", "a standard"),
        ("điện thoại 0912.11.2012", "a telephone number"),
        ("số 56/12, đường 30/4", "a house and a street"),
        ("ngày 31/02/2020 và ngày 31/4", "days that the calendar does not have"),
        ("họp lúc 15h30, đến 16:45", "clock times"),
        ("tặng 2015 suất quà cho 2016 hộ", "counts that look like years"),
    ],
)
def test_what_is_no_date(text: str, reason: str) -> None:
    assert dates(text) == [], reason


def test_no_date_is_read_inside_a_document_number() -> None:
    text = Text.of("Thông báo số 12/5/2019-TB ngày 20/5/2019")
    start = text.norm.index("12/5")
    spans = [item.span for item in find_dates(Source(Text.of(""), text), [Span("body", start, start + 12)])]
    assert [text.surface(span.start, span.end) for span in spans] == ["20/5/2019"]


def test_order_spans_and_confidence() -> None:
    source = Source(
        Text.of("Kế hoạch quý I/2022"), Text.of("Ngày  5/1/2022 họp; sáng 6/1  xã họp."), date(2022, 1, 7)
    )
    items = find_dates(source, [])
    printed = [source.text(item.span.where).surface(item.span.start, item.span.end) for item in items]
    assert printed == ["quý I/2022", "5/1/2022", "6/1"]
    assert [item.span.where for item in items] == ["title", "body", "body"]
    assert items[1].confidence > items[2].confidence > 0.5


def test_doubtful_figures_are_told_only_when_asked_for_and_below_the_threshold() -> None:
    source = Source(
        Text.of(""), Text.of("Ngày 5/1/2022, xã họp. Bảng 8/11 treo trước cổng."), date(2022, 1, 7)
    )
    assert [item.value.edtf for item in find_dates(source, [])] == ["2022-01-05"]
    every = find_dates(source, [], doubtful=True)
    assert [(item.value.edtf, item.confidence < 0.5) for item in every] == [
        ("2022-01-05", False),
        ("2021-11-08", True),
    ]


def test_what_is_not_counted_is_still_told() -> None:
    values = [
        item.value
        for item in found("Năm 2021, nhân dịp 30/4, kỷ niệm 90 năm (1930 - 2020), năm học 2020-2021")
    ]
    assert [(value.edtf, value.kind, value.counted) for value in values] == [
        ("2021", "year", False),
        ("2021-04-30", "day", False),
        ("1930/2020", "stretch", False),
        ("2020/2021", "stretch", False),
    ]


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021-08-30", date(2021, 8, 30), date(2021, 8, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021/2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("2015-12-27/2017-02", date(2015, 12, 27), date(2017, 2, 28)),
        ("XXXX-07-07", None, None),
        ("../2018-12-31", None, date(2018, 12, 31)),
    ],
)
def test_first_and_last_day(edtf: str, first: date | None, last: date | None) -> None:
    value = CalendarDate(edtf, "stretch")
    assert (value.first, value.last) == (first, last)


@pytest.mark.parametrize(
    "piece",
    [
        "1/1 ",
        "1,",
        "ngày 1, ",
        "từ 1/2 đến ",
        "tháng ",
        "2021 - ",
        "dịp 1/5 đến 2/5, ",
        "3-3-",
        "quý ",
        "(1/2",
        "năm ",
    ],
)
def test_hostile_repetition_is_read_to_its_end(piece: str) -> None:
    text = piece * 550 + "\nngày 30/8/2021"
    assert dates(text)[-1].endswith("2021-08-30")


NOUNS = (
    "nhiệm vụ, mục tiêu, kế hoạch, phương hướng, chương trình, dự án, quy hoạch, phong trào, công tác, nghị "
    "quyết, đề án, kết quả, vốn đầu tư công, thực hiện, định hướng, chỉ tiêu, ngân sách, đào tạo, giảm nghèo "
    "bền vững, nông thôn mới, thi đua yêu nước, Sở Nội vụ, dịch vụ công, Ban Thường vụ, phục vụ, trồng rừng, "
    "gia đình văn hóa, giao thông nông thôn, trường học"
)


@pytest.mark.parametrize(
    ("stretch", "value"),
    [
        ("giai đoạn 2021 - 2025", "2021/2025"),
        ("thời kỳ 2021-2030", "2021/2030"),
        ("nhiệm kỳ 2020 - 2025", "2020/2025"),
        ("6 tháng cuối năm 2023", "2023-07/2023-12"),
        ("quý III/2023", "2023-07/2023-09"),
    ],
)
def test_whatever_lasts_so_long(stretch: str, value: str) -> None:
    texts = [f"Hội nghị bàn về {noun} {stretch}, các xã ra quân." for noun in NOUNS.split(", ")]
    assert [text for text in texts if dates(text) != [value]] == []


@pytest.mark.parametrize("season", ["Vụ đông xuân", "Niên vụ", "Sản xuất vụ mùa năm", "Mùa giải", "Năm học"])
def test_a_season_over_the_turn_of_the_year_is_no_stretch(season: str) -> None:
    assert dates(f"{season} 2019 - 2020, xã được mùa.") == []
