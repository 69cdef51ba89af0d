"""Roles: subject, award, basis, mention. Sentences are written for these tests."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.dates.finder import find_dates
from parsers.documents.finder import find_documents
from parsers.documents.numbers import find_numbers
from parsers.found import Source
from parsers.text import Text

FILLER = "Các xã đã huy động người dân làm đường, trồng cây và dọn vệ sinh thôn xóm. " * 16


def roles(body: str, title: str = "", province: str | None = "nghe-an") -> dict[str, str]:
    source = Source(Text.of(title), Text.of(body), date(2022, 5, 20), province)
    found = find_documents(source, find_numbers(source), [])
    return {item.value.number: item.value.role for item in found}


ROLES = [
    ("Ngày 3/2, UBND tỉnh ban hành Kế hoạch số 5/KH-UBND về thi đua.", "subject", "issued"),
    ("UBND tỉnh vừa có Công văn số 5/UBND-VX gửi các sở.", "subject", "a letter sent"),
    ("HĐND tỉnh đã thông qua Nghị quyết số 5/NQ-HĐND.", "subject", "passed"),
    ("Sở công bố Quyết định số 5/QĐ-UBND về việc bổ nhiệm cán bộ.", "subject", "read out, no award"),
    (
        "Theo Kế hoạch số 5/KH-UBND của UBND tỉnh, đợt thi đua bắt đầu từ tháng 6.",
        "subject",
        "what it lays down",
    ),
    ("Đợt thi đua được tổ chức theo Kế hoạch số 5/KH-UBND.", "subject", "the campaign's own plan"),
    ("Xem chi tiết Kế hoạch số 5/KH-UBND tại đây.", "subject", "offered for reading"),
    ("Quyết định số 5/QĐ-UBND có hiệu lực từ hôm nay.", "subject", "it opens the text"),
    ("Tại Công văn số 5/UBND-VX, UBND tỉnh yêu cầu các huyện báo cáo.", "subject", "what it demands"),
    ("Theo đó, Quyết định số 5/QĐ-UBND quy định mức hỗ trợ mới.", "subject", "theo đó is no basis"),
    ("Sở trao bằng khen theo Quyết định số 5/QĐ-UBND cho 3 xã.", "award", "handed over"),
    ("Thực hiện Kế hoạch số 5/KH-UBND của tỉnh, các xã ra quân.", "basis", "carried out"),
    ("UBND huyện đã thu hồi Quyết định số 5/QĐ-UBND cấp sai đất.", "basis", "withdrawn"),
    ("Việc cấp đất trái với Nghị định số 46/2016/NĐ-CP.", "basis", "infringed"),
    ("Căn cứ Quyết định số 5/QĐ-UBND, Sở hướng dẫn như sau.", "basis", "relied on"),
    ("Các chi bộ quán triệt lại Chỉ thị số 34-CT/TW của Bộ Chính trị.", "basis", "taught"),
    ("Tỉnh ra quân theo tinh thần Chỉ thị số 5/CT-UBND.", "basis", "in the spirit of"),
    ("Mức thưởng áp dụng đúng Nghị định số 91/2017/NĐ-CP.", "basis", "applied"),
    ("Văn bản này thay thế Thông báo số 5/TB-SNV.", "basis", "replaced"),
    ("Trên cơ sở Hướng dẫn số 5/HD-CT, các đơn vị xây dựng kế hoạch.", "basis", "built upon"),
    ("Xét đề nghị của Sở Nội vụ tại Tờ trình số 5/TTr-SNV, tỉnh quyết định.", "basis", "proposed"),
    ("Cụ thể hóa Nghị quyết số 5-NQ/TU, huyện giao việc cho từng xã.", "basis", "put in concrete terms"),
    ("Tỉnh tặng Bằng khen cho 5 tập thể theo Quyết định số 5/QĐ-UBND.", "award", "certificates"),
    ("Trao Cờ thi đua của Chính phủ cho 4 đơn vị (Quyết định số 5/QĐ-TTg).", "award", "a flag, in brackets"),
    ("Công bố Quyết định số 5/QĐ-UBND của tỉnh về việc tặng Giấy khen cho 2 xã.", "award", "told behind it"),
    (
        "Theo Quyết định số 5/QĐ-UBND vừa được Chủ tịch UBND huyện ký ban hành, 9 hộ được tặng Giấy khen.",
        "award",
        "signed and issued in between",
    ),
    ("Thành tích đã được khen tại Quyết định số 5/QĐ-CT.", "award", "earlier praise"),
    ("Bằng khen xét theo Quyết định số 5/2018/QĐ-UBND.", "basis", "rules on awards are no award"),
    ("Bằng khen xét theo Thông tư số 5/2019/TT-BNV.", "basis", "nor is a circular"),
    ("Phong trào gắn với thực hiện Chỉ thị 05 của Bộ Chính trị.", "mention", "an aside"),
    ("Cục Báo chí sớm hoàn thiện dự thảo sửa đổi Nghị định số 159/2013/NĐ-CP.", "mention", "a draft"),
    (FILLER + "Ông cho biết đã có Công văn số 5/STNMT-MT yêu cầu dừng xả thải.", "mention", "in passing"),
    (FILLER + "Người dân còn nhớ Quyết định số 5/QĐ-UBND.", "mention", "background"),
]


@pytest.mark.parametrize(("body", "role", "reason"), ROLES, ids=[row[2] for row in ROLES])
def test_role(body: str, role: str, reason: str) -> None:
    assert list(roles(body).values()) == [role], reason


def test_the_first_of_a_list_governs_the_rest() -> None:
    body = (
        "Thực hiện Quyết định số 1/QĐ-TTg của Thủ tướng ban hành Kế hoạch thi đua; Văn bản số 2/BTĐKT-PI; "
        "Kế hoạch số 3/KH-UBND và Công văn số 4/SNV-TC, ngày 5/5 UBND huyện ban hành Kế hoạch số 9/KH-UBND."
    )
    assert roles(body) == {
        "1/QĐ-TTg": "basis",
        "2/BTĐKT-PI": "basis",
        "3/KH-UBND": "basis",
        "4/SNV-TC": "basis",
        "9/KH-UBND": "subject",
    }


def test_what_a_new_document_replaces_is_a_basis() -> None:
    body = "UBND tỉnh ban hành Kế hoạch số 31/KH-UBND về thi đua, thay thế Kế hoạch số 18/KH-UBND."
    assert roles(body) == {"31/KH-UBND": "subject", "18/KH-UBND": "basis"}


def test_the_document_that_the_page_is() -> None:
    plan = "UBND TỈNH NGHỆ AN\nSố: 5/KH-UBND\nKẾ HOẠCH\nTổ chức hội thi\nCăn cứ Công văn số 6/SNV-TC;"
    assert roles(plan, title="KẾ HOẠCH Tổ chức hội thi") == {"5/KH-UBND": "subject", "6/SNV-TC": "basis"}
    award = "Số: 5/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc tặng Bằng khen\nCăn cứ Nghị định số 91/2017/NĐ-CP;"
    assert roles(award, title="QUYẾT ĐỊNH Về việc tặng Bằng khen") == {
        "5/QĐ-UBND": "award",
        "91/2017/NĐ-CP": "basis",
    }
    rules = "Số: 5/QĐ-UBND\nQUYẾT ĐỊNH\nBan hành Quy chế thi đua, khen thưởng"
    assert roles(rules, title="QUYẾT ĐỊNH Ban hành Quy chế khen thưởng") == {"5/QĐ-UBND": "subject"}


def test_the_strongest_passage_settles_the_role() -> None:
    body = "UBND tỉnh ban hành Kế hoạch số 5/KH-UBND. Thực hiện Kế hoạch số 5/KH-UBND, các xã ra quân."
    assert roles(body) == {"5/KH-UBND": "subject"}


def test_a_central_document_in_a_local_notice_is_seldom_its_subject() -> None:
    body = "Chính phủ ban hành Nghị quyết số 100/NQ-CP. Căn cứ Nghị quyết số 100/NQ-CP, tỉnh giảm người."
    assert roles(body, title="Tỉnh tinh gọn bộ máy") == {"100/NQ-CP": "basis"}


@pytest.mark.parametrize(
    ("text", "role", "why"),
    [
        ("Ngày 8/1/2012, UBND tỉnh ban hành Kế hoạch số 5/KH-UBND về thi đua.", "mention", "ten years ago"),
        ("Ngày 8/1/2021, UBND tỉnh ban hành Kế hoạch số 5/KH-UBND về thi đua.", "subject", "of late"),
        (
            "Theo Chỉ thị số 5-CT/TW ngày 8/7/1975, ngày 27/7 là ngày lễ.",
            "basis",
            "what an old one laid down",
        ),
        ("Nghị quyết số 5/NQ-TLĐ của Tổng LĐLĐ về nữ công được các cấp quán triệt.", "basis", "taught"),
    ],
)
def test_a_document_of_long_ago_is_no_news(text: str, role: str, why: str) -> None:
    source = Source(Text.of(""), Text.of(text), date(2022, 5, 20), "nghe-an")
    numbers = find_numbers(source)
    found = find_documents(source, numbers, find_dates(source, [number.span for number in numbers]))
    assert [item.value.role for item in found] == [role], why


@pytest.mark.parametrize(
    ("lead", "issued", "role", "why"),
    [
        (FILLER, "8/6/2021", "mention", "background, a year before the posting"),
        (FILLER, "8/5/2022", "subject", "of this month"),
        ("", "8/6/2021", "subject", "the notice opens with it"),
    ],
)
def test_behind_the_lead_an_old_document_is_background(lead: str, issued: str, role: str, why: str) -> None:
    body = f"{lead}Ngày {issued}, UBND tỉnh ban hành Kế hoạch số 5/KH-UBND về thi đua."
    source = Source(Text.of(""), Text.of(body), date(2022, 5, 20), "nghe-an")
    numbers = find_numbers(source)
    found = find_documents(source, numbers, find_dates(source, [number.span for number in numbers]))
    assert [item.value.role for item in found] == [role], why


def test_a_misprinted_type_is_no_bar() -> None:
    text = "Sáng 3/2, Đảng ủy Khối đã ban hành Kế hoạc số 21- KH/ĐUK về cuộc thi."
    assert roles(text) == {"21-KH/ĐUK": "subject"}
    assert roles("Theo Chỉ thi số 05-CT/TW, xã ra quân.") == {"05-CT/TW": "basis"}
