"""Documents: passages merged, dates of issue, records. Sentences are written for these tests."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.dates.finder import find_dates
from parsers.documents.finder import find_documents
from parsers.documents.numbers import find_numbers
from parsers.found import Found, Source
from parsers.notice import Document
from parsers.text import Text


def passages(body: str, title: str = "", province: str | None = "nghe-an") -> list[Found[Document]]:
    source = Source(Text.of(title), Text.of(body), date(2022, 5, 20), province)
    numbers = find_numbers(source)
    return find_documents(source, numbers, find_dates(source, [found.span for found in numbers]))


def documents(body: str, title: str = "", province: str | None = "nghe-an") -> list[Document]:
    return list(dict.fromkeys(found.value for found in passages(body, title, province)))


ISSUED = [
    ("Kế hoạch số 5/KH-UBND ngày 30/8/2021 về thi đua.", ["2021-08-30"], "right behind"),
    ("Kế hoạch số 5/KH-UBND, ngày 30-8-2021 về thi đua.", ["2021-08-30"], "behind a comma"),
    ("Kế hoạch số 5/KH-UBND (ngày 30/8/2021) về thi đua.", ["2021-08-30"], "in brackets"),
    ("Kế hoạch số 5/KH-UBND ký ngày 30 tháng 8 năm 2021.", ["2021-08-30"], "ký ngày, in words"),
    ("Kế hoạch số 5/KH-UBND của UBND tỉnh ban hành ngày 30/8/2021.", ["2021-08-30"], "behind the body"),
    ("Kế hoạch số 5/KH-UBND của UBND tỉnh (ngày 30/8/2021).", ["2021-08-30"], "behind the body, in brackets"),
    ("Ngày 30/8/2021, UBND TP. Vinh ban hành Kế hoạch số 5/KH-UBND.", ["2021-08-30"], "a dot within a name"),
    ("Nghị quyết số 5/NQ-HĐND được HĐND tỉnh thông qua ngày 9/12/2021.", ["2021-12-09"], "passed on"),
    ("(Nguồn công văn số 5/UBND-VP - 22/09/2020)", ["2020-09-22"], "behind a dash, without ngày"),
    (
        "Ngày 30/8/2021, UBND tỉnh ban hành Kế hoạch số 5/KH-UBND.",
        ["2021-08-30"],
        "at the head of the sentence",
    ),
    ("Mới đây, ngày 30/8/2021 UBND tỉnh đã ký Kế hoạch số 5/KH-UBND.", ["2021-08-30"], "behind an adverb"),
    ("Ngày 12/4, Sở Nội vụ có Công văn số 5/SNV-TC gửi các huyện.", ["2022-04-12"], "the year of posting"),
    ("Theo Quyết định ngày 12/3/2020 số 5/QĐ-UBND.", ["2020-03-12"], "between type and number"),
    ("Các Quyết định số 1/QĐ-UBND, 2/QĐ-UBND ngày 3/2/2022.", ["2022-02-03"] * 2, "a list under one head"),
    (
        "Quyết định số 1/QĐ-UBND và Quyết định số 2/QĐ-UBND cùng ngày 3/2/2022.",
        ["2022-02-03"] * 2,
        "cùng ngày",
    ),
    (
        "Ngày 3/2/2022, tỉnh ký 3 Quyết định mang số 11, 12 và 13 để giao đất.",
        ["2022-02-03"] * 3,
        "a date before the list",
    ),
    ("Hướng dẫn số 1/HD-SNV ngày 3/2/2022 và Kế hoạch số 2/KH-SNV.", ["2022-02-03", None], "each its own"),
    ("Kế hoạch số 5/KH-UBND. Sau đó, Kế hoạch 5/KH-UBND ngày 3/2/2022 gửi đi.", ["2022-02-03"], "later"),
    ("Kế hoạch số 5/KH-UBND của tỉnh về tổ chức hội nghị ngày 3/6/2022.", [None], "the conference's date"),
    ("Thông tư số 5/2022/TT-BTC vừa ban hành, từ ngày 3/5/2022 phí giảm.", [None], "the date of effect"),
    ("Ngày 3/2/2022, hội nghị công bố Quyết định số 5/QĐ-UBND.", [None], "the day it was read out"),
    ("Chiều 3/2/2022, đoàn làm việc tại xã. Kế hoạch số 5/KH-UBND được nêu.", [None], "another sentence"),
]


@pytest.mark.parametrize(("body", "issued", "reason"), ISSUED, ids=[row[2] for row in ISSUED])
def test_date_of_issue(body: str, issued: list[str | None], reason: str) -> None:
    assert [document.issued for document in documents(body)] == issued, reason


HEADINGS = [
    (
        "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 5/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nNghệ An, ngày 21 tháng 10 năm 2021\nKẾ HOẠCH",
        "line by line",
    ),
    (
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "TỈNH NGHỆ AN | Độc lập - Tự do - Hạnh phúc |\n"
        "Số: 5/KH-UBND | Nghệ An, ngày 21 tháng 10 năm 2021 |",
        "table bars",
    ),
    (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH NGHỆ AN Độc lập - Tự do - Hạnh phúc\n"
        "Số: 5 /KH-UBND Nghệ An, ngày 21 tháng 10 năm 2021",
        "two columns in one line",
    ),
    (
        "ỦY\nBAN NHÂN DÂN\nTỈNH NGHỆ AN\n-------\n|\nSố:\n5/KH-UBND\n|\nNghệ\nAn, ngày 21 tháng 10 năm 2021",
        "lines broken by the layout",
    ),
    ("Nghệ An, ngày 21 tháng 10 năm 2021\nSố: 5/KH-UBND\nKính gửi: các sở", "the date above"),
]


@pytest.mark.parametrize(("body", "reason"), HEADINGS, ids=[row[1] for row in HEADINGS])
def test_heading_of_an_official_text(body: str, reason: str) -> None:
    text = f"{body}\nCăn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ;"
    assert documents(text) == [
        Document("5/KH-UBND", "Kế hoạch", "2021-10-21", "UBND tỉnh Nghệ An", "subject"),
        Document("91/2017/NĐ-CP", "Nghị định", "2017-07-31", "Chính phủ", "basis"),
    ], reason


MERGED = [
    ("Học Chỉ thị số 34-CT/TW. Đã đọc kỹ Chỉ thị 34.", ["34-CT/TW"], "the full form alone"),
    ("Học Chỉ thị 34. Chỉ thị số 34-CT/TW nêu rõ.", ["34-CT/TW"], "short form first"),
    ("Học Chỉ thị 5. Chỉ thị số 05-CT/TW nêu rõ.", ["05-CT/TW"], "a missing zero"),
    ("Theo Nghị định 67/2014. Nghị định số 67/2014/NĐ-CP cho vay.", ["67/2014/NĐ-CP"], "with its year"),
    ("THEO CHỈ THỊ SỐ 19/CT-TTG. Chỉ thị số 19/CT-TTg nêu rõ.", ["19/CT-TTg"], "capitals"),
    ("Kế hoạch số 5 /KH-UBND, sau là Kế hoạch 5/KH–UBND.", ["5/KH-UBND"], "blanks and dashes"),
    ("Kế hoạch số 34/KH-UBND theo Chỉ thị 34.", ["34/KH-UBND", "34"], "another type is another document"),
    (
        "Kế hoạch 3/KH-UBND, Kế hoạch 3/KH-SNV; theo Kế hoạch số 3 đã nêu.",
        ["3/KH-UBND", "3/KH-SNV", "3"],
        "two could be meant",
    ),
    ("Quyết định 5/QĐ-UBND và Quyết định 15/QĐ-UBND.", ["5/QĐ-UBND", "15/QĐ-UBND"], "figures are not cut"),
]


@pytest.mark.parametrize(("body", "expected", "reason"), MERGED, ids=[row[2] for row in MERGED])
def test_passages_of_one_document_are_merged(body: str, expected: list[str], reason: str) -> None:
    assert [document.number for document in documents(body)] == expected, reason


def test_each_passage_returns_the_whole_record() -> None:
    found = passages(
        "Theo Kế hoạch 7/KH-UBND, các xã ra quân. "
        "Kế hoạch số 7/KH-UBND ngày 3/2/2022 của UBND tỉnh giao rõ việc.",
        title="Triển khai Kế hoạch số 7/KH-UBND",
    )
    assert [item.span.where for item in found] == ["title", "body", "body"]
    assert {item.value for item in found} == {
        Document("7/KH-UBND", "Kế hoạch", "2022-02-03", "UBND tỉnh Nghệ An", found[0].value.role)
    }


def test_a_text_without_numbers_has_no_documents() -> None:
    assert passages("Tỉnh tổ chức hội nghị tổng kết.") == []


def test_a_date_without_year_is_completed() -> None:
    (found,) = documents("Công bố Nghị quyết số 12/2020/NQ-HĐND ngày 15/3 của HĐND tỉnh.")
    assert found.issued is not None and found.issued.endswith("-03-15")
