"""Years of dates that print none: from the day of publication, else from the text."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.dates.finder import find_dates
from parsers.found import Source, Span
from parsers.text import Text
from tests.parsers.test_dates import dates


@pytest.mark.parametrize(
    ("text", "published", "expected", "reason"),
    [
        ("Chiều 07/7, Khối thi đua họp.", "2023-07-10", ["2023-07-07"], "just before"),
        ("Lễ hội khai mạc tối 1/5.", "2021-04-28", ["2021-05-01"], "just ahead"),
        ("Sáng 28/12, huyện tổng kết.", "2022-01-04", ["2021-12-28"], "over the turn of the year"),
        ("Phát huy năm 2017, ngày 24/01, Sở họp.", "2018-01-26", ["2018-01-24"], "not the year printed near"),
        ("Hoàn thành trước ngày 30/11.", "2019-02-14", ["2019-11-30"], "a deadline lies ahead"),
        ("Ngày 15/9 vừa qua, xã đã ra quân.", "2020-02-20", ["2019-09-15"], "what has happened lies behind"),
        ("tháng 7 năm ngoái, xã về đích", "2018-02-01", ["2017-07"], "last year"),
        ("ngày 12/3 năm nay", "2018-12-01", ["2018-03-12"], "this year"),
        ("tháng 2 này, xã ra quân", "2021-02-25", ["2021-02"], "this month"),
        ("hôm qua 12.5, đoàn đến thăm", "2017-05-13", ["2017-05-12"], "yesterday, printed with a dot"),
        ("Hôm qua (28/2), đoàn đến thăm", "2010-03-01", ["2010-02-28"], "yesterday, in brackets"),
        ("từ 1-6 tới, tỉnh thực hiện", "2017-05-26", ["2017-06-01"], "a coming day with a dash"),
        ("sơ kết vào cuối tháng 6", "2017-03-14", ["2017-06"], "the end of a month"),
        ("kết quả 6 tháng đầu năm", "2014-07-18", ["2014-01/2014-06"], "this year's half"),
        ("đã vượt chỉ tiêu 6 tháng cuối năm", "2020-01-06", ["2019-07/2019-12"], "the half-year just over"),
        ("xếp loại quý IV", "2025-09-29", ["2025-10/2025-12"], "this year's quarter"),
        ("từ 28/2 đến 31/3", "2010-03-01", ["2010-02-28/2010-03-31"], "a stretch around the day"),
        ("từ 15/12 đến 20/01", "2021-12-10", ["2021-12-15/2022-01-20"], "a stretch over the turn"),
        ("từ nay đến ngày 31/12/2018", "2018-01-26", ["2018-01-26/2018-12-31"], "from now on"),
        ("từ nay đến hết tháng 12/2019", "2019-02-14", ["2019-02-14/2019-12"], "from now on, to a month"),
        ("Từ 1/7, xã mới vận hành.", "2025-06-20", ["2025-07-01"], "a slash behind từ"),
        ("hôm nay, 18/6, xã ra quân", "2022-06-18", ["2022-06-18"], "today, with a comma"),
        ("Hạn nộp hồ sơ: 20/12", "2024-11-10", ["2024-12-20"], "behind a label"),
        (
            "Vòng 1: 12/11 - 20/11; Chung kết: 05/12",
            "2024-11-10",
            ["2024-11-12/2024-11-20", "2024-12-05"],
            "a contest's programme",
        ),
        (
            "báo cáo trước ngày 10/6 (giữa năm) và 10/12 (cả năm)",
            "2024-05-08",
            ["2024-06-10", "2024-12-10"],
            "the later days of a list stay in its year",
        ),
        (
            "trước 30/4/2019, sau 30/4/1975, trước 15/9",
            "2019-03-10",
            ["2019-04-30", "1975-04-30", "2019-09-15"],
            "but not in a year long past",
        ),
        ("ngày 10/3 âm lịch (tức ngày 18/4)", "2024-04-18", ["2024-04-18"], "the solar day of the two"),
        ("khai mạc 14/2 (tức ngày 5 tháng Giêng)", "2024-02-18", ["2024-02-14"], "the solar day first"),
        ("từ 5/12 đến trưa 8/12", "2023-12-05", ["2023-12-05/2023-12-08"], "a time of day between"),
        ("gửi trước ngày 31/01 năm sau", "2023-03-05", ["2024-01-31"], "next year"),
        (
            "Lễ phát động sẽ diễn ra vào ngày 30/11.",
            "2023-04-10",
            ["2023-11-30"],
            "a plan lies ahead",
        ),
        ("Hội nghị dự kiến họp ngày 20/10.", "2023-04-10", ["2023-10-20"], "what is expected, too"),
        ("Thời hạn gửi hồ sơ là ngày 15/12.", "2023-04-10", ["2023-12-15"], "a term"),
        ("Thưởng cho xã đứng đầu ngày 30/11 tới.", "2023-04-10", ["2023-11-30"], "said behind it"),
        ("Đoàn đã đến ngày 30/11, và sẽ báo cáo.", "2023-04-10", ["2022-11-30"], "another clause's plan"),
        (
            "Đợt 2 từ ngày 15-10 đến hết năm 2024.",
            "2024-02-26",
            ["2024-10-15/2024"],
            "to the end of this year",
        ),
        ("Từ 1/3 đến hết năm 2025, xã trồng rừng.", "2024-02-26", ["2024-03-01/2025"], "of a later one"),
        ("đêm 24-6 và sáng 25-6", "2015-06-24", ["2015-06-24", "2015-06-25"], "a forecast's dashes"),
    ],
)
def test_years_from_the_date_of_publication(
    text: str, published: str, expected: list[str], reason: str
) -> None:
    assert dates(text, published) == expected, reason


@pytest.mark.parametrize(
    ("title", "text", "expected", "reason"),
    [
        (
            "",
            "Tháng 10-2016, đơn vị nhận cờ. Năm 1954, đơn vị mở đường ngày 30-3, xong ngày 7-5.",
            ["2016-10", "1954-03-30", "1954-05-07"],
            "a year that opens its sentence tells of that year, however long ago",
        ),
        (
            "",
            "Năm học 2017 - 2018 bắt đầu từ 5/9; học kỳ I xong trước ngày 15/1/2018.",
            ["2017-09-05", "2018-01-15"],
            "the first half of a school year",
        ),
        (
            "",
            "Năm 2015, Hội được khen. Theo Hội, 6 tháng đầu năm nay có 65 hộ đăng ký.",
            ["XXXX-01/XXXX-06"],
            "this year is not the year of the sentence before",
        ),
        (
            "",
            "Đợt “Quyết thắng” từ ngày 5-5 đến 30-6, với 3 đột phá.",
            ["XXXX-05-05/XXXX-06-30"],
            "a motto is no game that was won",
        ),
        (
            "",
            "Theo Nghị quyết số 63/NQ-CP ngày 25/7/2017, đến cuối năm 2018 nhà sẽ xong.",
            ["2017-07-25"],
            "behind a comma đến opens a clause",
        ),
        (
            "",
            "Chiều 07/7, Khối họp sơ kết 6 tháng đầu năm 2023.",
            ["2023-07-07", "2023-01/2023-06"],
            "same sentence",
        ),
        (
            "",
            "Tối 9/5, khai mạc Liên hoan Cồng chiêng Tây Nguyên 2017.",
            ["2017-05-09"],
            "a year without năm",
        ),
        (
            "",
            "Sáng 6/7, tỉnh kỷ niệm ngày mất (6/7/1967-6/7/2017).",
            ["2017-07-06", "1967-07-06"],
            "of a pair the later",
        ),
        (
            "",
            "Lễ hội năm 2017 đã mở. Khách đến từ ngày 8 đến 13/3.",
            ["2017-03-08/2017-03-13"],
            "previous sentence",
        ),
        ("Robocon năm 2017", "Tối 9/5, tại Ninh Bình, khai mạc vòng chung kết.", ["2017-05-09"], "title"),
        (
            "",
            "Sáng 7-2, xã họp. Năm 2017 là năm kỷ cương.",
            ["XXXX-02-07"],
            "the next sentence does not tell",
        ),
        ("", "Cuối tháng 6, xã họp.", ["XXXX-06"], "nothing tells"),
        ("", "Đêm 9 – 6, tại bãi biển, hội mở.", ["XXXX-06-09"], "a blank on both sides of the dash"),
        (
            "",
            "Năm 2017, hội mở ngày 7-2. Bà con dự rất đông. Ai cũng vui. Khách còn nhắc chuyện hôm 7-2.",
            ["2017-02-07"],
            "the same day elsewhere",
        ),
        (
            "",
            "Ngày 22/6, phát động cuộc thi viết giai đoạn 2017-2020.",
            ["XXXX-06-22", "2017/2020"],
            "a horizon",
        ),
        (
            "",
            "Ngày 7/7, Công đoàn tổ chức Đại hội lần thứ V, nhiệm kỳ 2017-2022.",
            ["2017-07-07", "2017/2022"],
            "a congress opens its term",
        ),
        (
            "",
            "Ngày 7/7, xã chào mừng Đại hội Đảng bộ, nhiệm kỳ 2020-2025.",
            ["XXXX-07-07", "2020/2025"],
            "a congress to come does not",
        ),
        ("", "Sáng 5/3, thăm ông Ba, sinh năm 1996, ở xã Đồng Tâm.", ["XXXX-03-05"], "a birth"),
        ("", "Sáng 5/3, xã bàn mục tiêu đến năm 2030.", ["XXXX-03-05"], "a plan's end"),
        ("", "Sáng 5/3, tập huấn Luật Đất đai năm 2013.", ["XXXX-03-05"], "a law's year"),
        (
            "",
            "Năm 2008, di sản được ghi danh. Hội nghị họp ngày 11-3. Năm 2017, xã đón khách.",
            ["XXXX-03-11"],
            "long past",
        ),
        (
            "",
            "Sáng 26/3, Đoàn xã kể chuyện ngày 26/3/1931.",
            ["XXXX-03-26", "1931-03-26"],
            "an old day of the same name",
        ),
        (
            "",
            "Ngày 19/8/1945, Hà Nội khởi nghĩa, đến ngày 25/8 thì Sài Gòn.",
            ["1945-08-19", "1945-08-25"],
            "told in its sentence",
        ),
        (
            "",
            "Sáng 10/1, tổng kết công tác năm 2016.",
            ["2017-01-10"],
            "a year is summed up in the next January",
        ),
        (
            "",
            "Sáng 27/12, tổng kết năm 2016, triển khai nhiệm vụ năm 2017.",
            ["2016-12-27"],
            "between two years",
        ),
        ("", "từ nay đến ngày 31/12/2018", ["2018-12-31"], "from now on, now unknown"),
        (
            "",
            "Ngày 10/11, huyện ban hành Kế hoạch du lịch năm 2018, chạy từ ngày 01/12/2017 đến 30/6/2018.",
            ["2017-11-10", "2017-12-01/2018-06-30"],
            "a plan for next year, with dates of this one",
        ),
        (
            "",
            "Ngày 20/7, xã gặp mặt kỷ niệm 75 năm Ngày Thương binh - Liệt sĩ (1947 - 2022).",
            ["2022-07-20"],
            "an anniversary's years tell its own",
        ),
        (
            "",
            "Hội mở từ ngày 8 đến 13/3. Khách rất đông. Bế mạc ngày 13/3 là đêm hội lớn nhất năm 2017.",
            ["2017-03-08/2017-03-13", "2017-03-13"],
            "the end of a stretch, told elsewhere",
        ),
        (
            "",
            "Sáng 15/12, Công an xã ra quân bảo vệ Tết Nguyên đán Nhâm Dần 2022.",
            ["2021-12-15"],
            "a Tết is prepared in the year before",
        ),
        (
            "",
            "Sáng 15/1, Công an xã ra quân bảo vệ Tết Nguyên đán năm 2022.",
            ["2022-01-15"],
            "or in its own",
        ),
        (
            "",
            "Chiều 20/12, Khối tổng kết năm 2016 và ký giao ước thi đua năm 2017.",
            ["2016-12-20"],
            "a pledge for the next year",
        ),
        ("", "Sáng 5/9, trường khai giảng năm học 2020-2021.", ["2020-09-05"], "a school year opens"),
        ("", "Sáng 25/5, trường tổng kết năm học 2020-2021.", ["2021-05-25"], "a school year closes"),
        (
            "",
            "Ngày 15/8, ngành tổng kết năm học 2019-2020, triển khai nhiệm vụ năm học 2020-2021.",
            ["2020-08-15"],
            "between two school years",
        ),
        (
            "",
            "Sáng 19/11, Huyện ủy góp ý báo cáo trình Đại hội nhiệm kỳ 2025-2030.",
            ["XXXX-11-19", "2025/2030"],
            "a congress that is being prepared",
        ),
        (
            "",
            "Tháng 2/2017, dân họp, các ngày từ 25-28/2 thì đo đất.",
            ["2017-02", "2017-02-25/2017-02-28"],
            "a month tells too",
        ),
    ],
)
def test_years_from_the_text(title: str, text: str, expected: list[str], reason: str) -> None:
    assert dates(text, None, title) == expected, reason


def test_a_date_of_issue_never_tells_another_year_and_never_lies_ahead() -> None:
    text = Text.of(
        "Ngày 9/5, tỉnh nhắc lại Thông tư số 07/2012/TT-BNV ngày 22/11/2012; Công văn 45/SNV ngày 15/3."
    )
    start, letter = text.norm.index("07/2012"), text.norm.index("45/SNV")
    taken = [Span("body", start, start + 14), Span("body", letter, letter + 6)]
    undated = find_dates(Source(Text.of(""), text), taken)
    assert [item.value.edtf for item in undated] == ["XXXX-05-09", "2012-11-22", "XXXX-03-15"]
    dated = find_dates(Source(Text.of(""), text, date(2019, 1, 10)), taken)
    assert dated[-1].value.edtf == "2018-03-15"
