"""Dates of issue: which day belongs to which document. Sentences are written for these tests."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.dates.finder import find_dates
from parsers.documents.finder import find_documents
from parsers.documents.numbers import find_numbers
from parsers.found import Source
from parsers.text import Text


def issued(body: str) -> list[str | None]:
    source = Source(Text.of(""), Text.of(body), date(2021, 10, 20), "nghe-an")
    numbers = find_numbers(source)
    found = find_documents(source, numbers, find_dates(source, [number.span for number in numbers]))
    return [document.issued for document in dict.fromkeys(item.value for item in found)]


ISSUED = [
    (
        "Số hiệu: 17/2021/QĐ-UBND Loại: Quyết định\nNgày ban hành: 05/07/2021 Ngày hiệu lực: 20/07/2021",
        ["2021-07-05"],
        "a sheet of particulars",
    ),
    (
        "Số: 12/KH-UBND\n|\nNghệ An,\nngày 15 tháng 8 năm 2021\n|\nKẾ HOẠCH\nThi đua năm 2021",
        ["2021-08-15"],
        "a heading broken behind its place",
    ),
    (
        "Chi bộ quán triệt Kết luận số 61-KL/TW của Ban Bí thư (khóa X), ngày 03/12/2009.",
        ["2009-12-03"],
        "the body's term of congress in between",
    ),
    (
        "Chi bộ quán triệt Nghị quyết số 26-NQ/TW (khóa X) ngày 05/8/2008.",
        ["2008-08-05"],
        "the term of congress behind the number",
    ),
    ("Thực hiện Chỉ thị số 34-CT/TW ngày\n07/4/2014 của Bộ Chính trị.", ["2014-04-07"], "a broken line"),
    (
        "Số: 12/KH-UBND\n|\nNghệ An, ngày\n15 tháng 8 năm 2021\n|\nKẾ HOẠCH\nThi đua năm 2021",
        ["2021-08-15"],
        "a heading broken behind ngày",
    ),
    (
        "Nghệ An, ngày 15 tháng 8 năm 2021\nSố 12 - CV/BTGTU\nKính gửi: Các huyện ủy\nBan đề nghị thực hiện "
        "Hướng dẫn số 27-HD/BTGTU, ngày 27/5/2021.",
        ["2021-08-15", "2021-05-27"],
        "another document's day is not the heading's",
    ),
    (
        ("Thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh, ngày 15/8, Phòng Tư pháp tổ chức tập huấn."),
        [None],
        "a yearless day opens the next clause",
    ),
    (
        "Thực hiện Kế hoạch số 12/KH-UBND, ngày 15/8/2021, Sở Nội vụ tổ chức tập huấn.",
        [None],
        "a day before a body that acts",
    ),
    (
        (
            "Thực hiện Kế hoạch số 12/KH-UBND, sáng ngày 15/8/2021, tại hội trường huyện đã diễn ra "
            "lễ phát động."
        ),
        [None],
        "a day before a place",
    ),
    (
        "Thực hiện Kế hoạch số 12/KH-UBND, ngày 15/8/2021 của UBND tỉnh, các xã ra quân.",
        ["2021-08-15"],
        "the body behind the day owns it",
    ),
    (
        "Căn cứ Quyết định số 12/QĐ-UBND, ngày 15/8/2021 về việc giao chỉ tiêu.",
        ["2021-08-15"],
        "about what, behind the day",
    ),
    (
        (
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 15/8/2021, ngày 20/8/2021 UBND xã Nam Thanh ban "
            "hành Kế hoạch số 3/KH-UBND."
        ),
        ["2021-08-15", "2021-08-20"],
        "each its own",
    ),
    (
        ("Ngày 15/8/2021, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND và Công văn số 13/UBND-VX về thi đua."),
        ["2021-08-15", "2021-08-15"],
        "one verb behind a day issues both",
    ),
    (
        ("Ngày 15/8/2021, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND thực hiện Nghị quyết số 45/NQ-CP."),
        ["2021-08-15", None],
        "what it carries out is older",
    ),
    (
        (
            "Ngày 15/8/2021, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND thay thế Kế hoạch số "
            "45/KH-UBND ngày 3/2/2020."
        ),
        ["2021-08-15", "2020-02-03"],
        "what it replaces has its own",
    ),
    (
        "Nghị quyết số 12-NQ/TU, ngày 15/8/2021 của Ban Chấp hành Đảng bộ tỉnh.",
        ["2021-08-15"],
        "Party, behind a comma",
    ),
    (
        "Kế hoạch số 12/KH-UBND ban hành ngày 15 tháng 8 năm 2021 của UBND tỉnh.",
        ["2021-08-15"],
        "ban hành before the day",
    ),
    (
        "Quyết định 12/QĐ-UBND do Phó Chủ tịch UBND tỉnh Lê Văn Hải ký ngày 15/8/2021.",
        ["2021-08-15"],
        "signed by a deputy",
    ),
    (
        "Quyết định số 12/QĐ-UBND về việc khen thưởng được Chủ tịch UBND tỉnh ký ngày 15/8/2021.",
        ["2021-08-15"],
        "về việc … được … ký",
    ),
    (
        ("Tại Quyết định số 12/QĐ-UBND vừa được ký ban hành ngày 15/8/2021, UBND tỉnh giao chỉ tiêu."),
        ["2021-08-15"],
        "vừa được ký ban hành",
    ),
    (
        "Theo Quyết định số 12 ngày 15/8/2021 và Quyết định số 13 ngày 16/8/2021 của UBND tỉnh.",
        ["2021-08-15", "2021-08-16"],
        "bare numbers, each its own",
    ),
    (
        "Các Nghị quyết số 12/NQ-HĐND, 13/NQ-HĐND, 14/NQ-HĐND cùng ngày 15/8/2021 của HĐND tỉnh.",
        ["2021-08-15", "2021-08-15", "2021-08-15"],
        "three on one day",
    ),
    (
        (
            "Các Nghị quyết: số 12/NQ-HĐND ngày 15/8/2021; số 13/NQ-HĐND ngày 16/8/2021; số "
            "14/NQ-HĐND ngày 17/8/2021."
        ),
        ["2021-08-15", "2021-08-16", "2021-08-17"],
        "a list of numbers with days",
    ),
    ("Quyết định số 12/QĐ-UBND\nngày 15/8/2021 của UBND tỉnh", ["2021-08-15"], "a line break before the day"),
    (
        "Quyết định số: 12/QĐ-UBND, ngày 15 tháng\n8 năm 2021 của UBND tỉnh",
        ["2021-08-15"],
        "a line break within the day",
    ),
    ("Quyết định số 12/QĐ-UBND (15/8/2021) của UBND tỉnh.", ["2021-08-15"], "in brackets without ngày"),
    ("Hôm 15/8/2021, Bộ Y tế có Công điện số 12/CĐ-BYT.", ["2021-08-15"], "hôm"),
    (
        ("Ngày 15/8/2021, Giám đốc Sở Y tế Trần Văn Minh đã ký ban hành Công văn hỏa tốc số 12/SYT-NVY."),
        ["2021-08-15"],
        "an urgent letter",
    ),
    (
        "Trước đó, vào ngày 15/8/2021, Sở đã có tờ trình số 12/TTr-SYT trình UBND tỉnh.",
        ["2021-08-15"],
        "vào ngày",
    ),
    (
        (
            "Ngày 15/8/2021, Ban Chỉ đạo phòng, chống dịch tỉnh đã ban hành Thông báo số 12/TB-BCĐ "
            "về lịch trực."
        ),
        ["2021-08-15"],
        "a committee with a comma in its name",
    ),
    (
        ("Ngày 15/8/2021, tại Quyết định số 12/QĐ-UBND, Chủ tịch UBND tỉnh đã tặng Bằng khen cho 5 hộ."),
        ["2021-08-15"],
        "tại Quyết định số, by it",
    ),
    (
        "Ngày 15/8/2021, Thủ tướng Chính phủ đã ký Quyết định số 12/QĐ-TTg phê duyệt Đề án.",
        ["2021-08-15"],
        "the Prime Minister signs",
    ),
    (
        "Ngày 15/8/2021, UBND tỉnh họp nghe báo cáo kết quả thực hiện Kế hoạch số 12/KH-UBND.",
        [None],
        "a meeting about it",
    ),
    ("Kế hoạch số 12/KH-UBND của UBND tỉnh có hiệu lực từ ngày 15/8/2021.", [None], "the day of effect"),
    (
        (
            "Quyết định số 12/2021/QĐ-UBND có hiệu lực thi hành kể từ ngày 15/8/2021 và thay thế "
            "Quyết định số 3/2018/QĐ-UBND ngày 1/2/2018."
        ),
        [None, "2018-02-01"],
        "effect and replacement",
    ),
    ("Hạn nộp theo Công văn số 12/SNV-TĐKT là ngày 15/8/2021.", [None], "a deadline"),
    (
        "Kế hoạch số 12/KH-UBND, thời gian từ ngày 15/8/2021 đến ngày 20/9/2021.",
        [None],
        "the span of a campaign",
    ),
    (
        "Sau 3 năm thực hiện Chỉ thị 05-CT/TW (15/5/2016) của Bộ Chính trị.",
        ["2016-05-15"],
        "in brackets behind the Party's code",
    ),
    ("Công văn số 12/UBND-VX ngày 15/8 của UBND tỉnh.", ["2021-08-15"], "a year taken from the posting"),
    (
        ("Thực hiện Chỉ thị số 12-CT/TU ngày 15/8/2021, Kế hoạch số 13-KH/TU của Ban Thường vụ Tỉnh ủy."),
        ["2021-08-15", None],
        "a list where only one is dated",
    ),
    (
        (
            "- Kế hoạch số 12/KH-UBND, ngày 15/8/2021;\n- Công văn số 13/SNV-TC, ngày 16/8/2021;\n- "
            "Hướng dẫn số 14/HD-SNV"
        ),
        ["2021-08-15", "2021-08-16", None],
        "a bulleted list",
    ),
    (
        ("Quyết định 12/QĐ-UBND của Chủ tịch UBND tỉnh về công nhận xã đạt chuẩn ban hành ngày 15/8/2021."),
        ["2021-08-15"],
        "ban hành ngày behind what it is about",
    ),
    (
        "Công văn số 12/UBND-VX về việc tăng cường phòng dịch ngày 15/8/2021 của UBND tỉnh.",
        ["2021-08-15"],
        "ngày … của UBND behind what it is about",
    ),
    (
        "Số: 12/KH-UBND\nNghệ An, ngày 15 tháng 8 năm 2021\nKẾ HOẠCH",
        ["2021-08-15"],
        "a heading in three lines",
    ),
    (
        (
            "UBND TỈNH NGHỆ AN\nSỞ NỘI VỤ\nSố: 12/SNV-TĐKT\nV/v phát động thi đua\nCỘNG HÒA XÃ HỘI CHỦ "
            "NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nNghệ An, ngày 15 tháng 8 năm 2021\nKính gửi: "
            "Các sở"
        ),
        ["2021-08-15"],
        "a department's heading",
    ),
    (
        (
            "ĐẢNG BỘ TỈNH NGHỆ AN | ĐẢNG CỘNG SẢN VIỆT NAM |\nBAN THƯỜNG VỤ | Vinh, ngày 15 tháng 8 "
            "năm 2021 |\n* |\nSố 12-CT/TU |\nCHỈ THỊ"
        ),
        ["2021-08-15"],
        "a Party heading with bars",
    ),
    (
        "Theo công văn số 12/SNV-TC ký ngày 15.8.2021, Sở yêu cầu nộp hồ sơ trước 30.8.2021.",
        ["2021-08-15"],
        "signed on, then a deadline",
    ),
    ("Thông báo số 12-TB/TW ngày 15-8-2021.", ["2021-08-15"], "Party, hyphens"),
    (
        (
            "Ngày 15-8-2021, Bộ Chính trị ban hành Quy định số 12-QĐ/TW; ngày 20-9-2021, Ban Bí thư "
            "ban hành Hướng dẫn số 13-HD/TW."
        ),
        ["2021-08-15", "2021-09-20"],
        "two clauses, two days",
    ),
    (
        ("Ngày 14/8 và 15/8/2021, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND và Kế hoạch số 13/KH-UBND."),
        [None, None],
        "two days before the verb tell neither",
    ),
    (
        (
            "Ngày 15/8/2021, UBND tỉnh ban hành Kế hoạch số 12/KH-UBND. Đây là kế hoạch thực hiện "
            "Chỉ thị số 19/CT-TTg."
        ),
        ["2021-08-15", None],
        "another sentence",
    ),
    (
        "UBND tỉnh vừa ban hành Công văn số 12/UBND-VX (ngày 15/8/2021) chỉ đạo triển khai.",
        ["2021-08-15"],
        "in brackets behind vừa ban hành",
    ),
    (
        "Quyết định 12/QĐ-TTg được Thủ tướng Chính phủ phê duyệt ngày 20/2/2014, nhằm đẩy mạnh học tập.",
        ["2014-02-20"],
        "approved on that day",
    ),
    (
        "Chỉ thị số 12/CT-UBND ngày 15 và Chỉ thị số 13/CT-UBND ngày 20/8/2021.",
        [None, "2021-08-20"],
        "a day without its month",
    ),
]


@pytest.mark.parametrize(("body", "expected", "reason"), ISSUED, ids=[row[2] for row in ISSUED])
def test_date_of_issue(body: str, expected: list[str | None], reason: str) -> None:
    assert issued(body) == expected, reason
