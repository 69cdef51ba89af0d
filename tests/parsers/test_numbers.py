"""Document numbers: forms, lists, what is none. Sentences are written for these tests."""

from __future__ import annotations

import csv
import os
import re
from pathlib import Path

import pytest

from parsers.documents.numbers import MOST, NumberMention, find_numbers
from parsers.found import Source
from parsers.text import Text

SHARED = Path(os.environ.get("THIDUA_SHARED") or Path(__file__).parents[3] / "shared")
BINH_DUONG = SHARED / "eval" / "numbers_binh_duong.tsv"


def mentions(body: str, title: str = "") -> list[NumberMention]:
    return [found.value for found in find_numbers(Source(Text.of(title), Text.of(body)))]


def numbers(body: str) -> list[str]:
    return [mention.number for mention in mentions(body)]


FORMS = [
    ("Tỉnh ban hành Kế hoạch số 545/KH-UBND về thi đua.", "545/KH-UBND", "State"),
    ("Theo Nghị quyết số 39/2020/NQ-HĐND của HĐND tỉnh.", "39/2020/NQ-HĐND", "normative, with its year"),
    ("Theo Quyết định số 1285/QĐ/CTN của Chủ tịch nước.", "1285/QĐ/CTN", "a slash for the dash"),
    ("Đơn vị ra Thông báo số 961A/TB-LĐ gửi công dân.", "961A/TB-LĐ", "a letter behind the figures"),
    ("Theo Nghị quyết số 30c/NQ-CP về cải cách.", "30c/NQ-CP", "a small letter behind the figures"),
    (
        "Theo Hướng dẫn số 56/TĐKT-HD-V1 về hồ sơ.",
        "56/TĐKT-HD-V1",
        "organ first, type later, a unit at the end",
    ),
    ("Ký Quy chế số 06/QC-TT.HĐND-UBND về phối hợp.", "06/QC-TT.HĐND-UBND", "two organs, a dot"),
    ("Theo Kế hoạch số 26/KH-BCĐ (138) của tỉnh.", "26/KH-BCĐ(138)", "a committee's topic in brackets"),
    ("Nhận Công văn số 12/BCĐ (CAT-PC02) chiều nay.", "12/BCĐ(CAT-PC02)", "a unit in brackets"),
    ("Ra Thông báo số 7/TB-BCH PCTT-TKCN về bão.", "7/TB-BCH PCTT-TKCN", "a topic behind a blank"),
    ("Nhận Văn bản số 238/UBND-KGVX ngày 19/3.", "238/UBND-KGVX", "a letter: organ and unit"),
    ("Nhận Công văn số 598 /UBND-CN&TY của huyện.", "598/UBND-CN&TY", "a blank before the slash, &"),
    ("Học Chỉ thị số 22-CT/TW của Ban Bí thư.", "22-CT/TW", "Party: dash, slash"),
    ("Theo Kế hoạch 103-KH/TU của Tỉnh ủy.", "103-KH/TU", "Party, without số"),
    ("Quyết định số 439 – QĐNS/TW về cán bộ.", "439-QĐNS/TW", "dash between blanks"),
    ("Công văn số 369 - CV/BTGTU về tuyên truyền.", "369-CV/BTGTU", "Party letter"),
    ("Theo Thông tư số 08/2017/TT - BNV của Bộ.", "08/2017/TT-BNV", "blanks inside"),
    ("Theo Quyết định số 1005/QĐ – UBND của tỉnh.", "1005/QĐ-UBND", "blanks and long dash inside"),
    ("Theo Quyết định số 12/QĐ- UBND của tỉnh.", "12/QĐ-UBND", "one blank inside"),
    ("Theo Quyết định số 77/Q\u00d0-UBND của tỉnh.", "77/QĐ-UBND", "Icelandic Ð"),
    ("CÁC SỞ THỰC HIỆN CHỈ THỊ SỐ 19/CT-TTG NGÀY MAI", "19/CT-TTg", "a heading in capitals"),
    ("Căn cứ Kế hoạch số 45/KH-\nUBND của tỉnh.", "45/KH-UBND", "a line break inside"),
    ("Số:\n594/KH-UBND", "594/KH-UBND", "a line break before"),
    ("Căn cứ Nghị định\nsố 35/2015/NĐ-CP của Chính phủ.", "35/2015/NĐ-CP", "a line break behind the type"),
    ("Kế hoạch số 62 KH/ĐTN của Tỉnh đoàn.", "62KH/ĐTN", "a blank for the slash"),
    ("Theo Quyết định số 1830 QĐ-UBND của tỉnh.", "1830QĐ-UBND", "no slash at all"),
    ("Theo Quyết định số 113/TTg năm 1980.", "113/TTg", "old: the organ alone"),
    ("Theo Quyết định số 386-QĐ/UB của tỉnh.", "386-QĐ/UB", "old code of the committee"),
    ("Chủ tịch nước ký Lệnh số 12/2022/L-CTN hôm qua.", "12/2022/L-CTN", "an order: one letter"),
    ("Nhận Công văn số 3167/VPCP-V.I sáng nay.", "3167/VPCP-V.I", "a unit with a dot"),
    ("Nhận Công văn số 3708-CV/VPTW/nb sáng nay.", "3708-CV/VPTW/nb", "for internal use"),
    ("Nộp phạt theo Quyết định số 0012345/QĐ-XPHC.", "0012345/QĐ-XPHC", "seven figures"),
    ("Công bố Luật số 06/2022/QH15 tại hội nghị.", "06/2022/QH15", "a law"),
    ("Nghị quyết số 916/NQ-UBTVQH13 về vốn.", "916/NQ-UBTVQH13", "the Standing Committee"),
    ("Theo Nghị định số 61/2018/NĐCP về một cửa.", "61/2018/NĐCP", "the dash lost in conversion"),
    ("Theo quyết định số 15/qđ-ubnd của xã.", "15/qđ-ubnd", "small letters"),
    ("Ký Quyết định số 12/QĐ-UBNDngày 3/2/2020.", "12/QĐ-UBND", "the blank behind it lost"),
    ("Kế hoạch số04/KH-UBND của huyện.", "04/KH-UBND", "the blank before it lost"),
    ("Theo Thông báo số 22/CT-TW của Đảng.", "22/CT-TW", "a misprint stays"),
    ("Căn cứ Kế hoạch số 12/KH-UBND - UBND tỉnh giao.", "12/KH-UBND", "a dash of the sentence behind it"),
    ("Tỉnh giao 1745/TTg-QHQT cho Sở Ngoại vụ.", "1745/TTg-QHQT", "no introduction, but a known organ"),
]


@pytest.mark.parametrize(("text", "number", "reason"), FORMS, ids=[row[2] for row in FORMS])
def test_one_number_is_found_whole(text: str, number: str, reason: str) -> None:
    assert numbers(text) == [number.replace(" ", "")], reason


LISTS = [
    ("Thực hiện Chỉ thị 34 của Bộ Chính trị.", ["34"], "a bare number"),
    ("Sở gửi Công văn số 468 về các huyện.", ["468"], "a bare letter"),
    ("Học Chỉ thị 03, 05 của Bộ Chính trị.", ["03", "05"], "a list under one head"),
    ("Học các Chỉ thị số 05, 06 và 07.", ["05", "06", "07"], "a list to the end"),
    (
        "Ký 4 Quyết định mang số 2356, 2357, 2358 và 2361 để đổi đất.",
        ["2356", "2357", "2358", "2361"],
        "mang số",
    ),
    ("Ra hai Quyết định số 578/QĐ-UBND và 579/QĐ-UBND.", ["578/QĐ-UBND", "579/QĐ-UBND"], "coded"),
    ("Học các Nghị quyết số 26, 27-NQ/TW.", ["26", "27-NQ/TW"], "bare, then coded"),
    ("Thông qua các Nghị quyết số 52 và số 53 về đất.", ["52", "53"], "số repeated"),
    ("Theo Kế hoạch 979 ngày 15/10/2021 của tỉnh.", ["979"], "no số, but a date behind it"),
    ("Theo Nghị định 67/2014 về tàu cá.", ["67/2014"], "figures and year"),
    ("Theo Nghị quyết 30a của Chính phủ.", ["30a"], "a letter"),
    ("Nghị quyết số 18 khóa XII về bộ máy.", ["18"], "no plenum has this number"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), LISTS, ids=[row[2] for row in LISTS])
def test_bare_numbers_and_lists(text: str, expected: list[str], reason: str) -> None:
    assert numbers(text) == expected, reason


NONE = [
    ("Học Nghị quyết Trung ương 4 (khóa XII).", "a plenum"),
    ("Học Nghị quyết 4 khóa XI và Nghị quyết số 5 khóa XII.", "plenums without Trung ương"),
    ("Đoàn kiểm tra số 471 làm việc tại xã.", "an inspection team"),
    ("Khắc phục hậu quả cơn bão số 6 và số 7.", "storms"),
    ("Áp dụng TCVN 7957:2008, ISO 9001:2015 và QCVN 01-1:2018/BYT.", "standards"),
    ("Đạt 19/19 tiêu chí, thắng 3/2, còn 121/147 vụ.", "fractions and scores"),
    ("Liên hệ 0238.3844.522 hoặc 069-2569-105.", "telephones"),
    ("Trụ sở tại số nhà 12/5 đường 3/2, phường Bến Thủy.", "an address"),
    ("Theo mẫu số 02/TĐKT và biểu số 05/BC-KH.", "forms"),
    ("Nghị quyết 3 nội dung, Quyết định 12 cá nhân, Thông báo 2 lần.", "counts"),
    ("Kế hoạch 5 năm 2021 - 2025 và Kế hoạch 120 ngày đêm.", "spans of time"),
    ("Nghị quyết 2020 của hội đồng.", "a year"),
    ("Chương trình 135 và Dự án 661 ở miền núi.", "programmes known by figures"),
    ("Giấy phép số 45/GP-TTĐT do Sở cấp.", "the licence of a web site"),
    ("Mỗi xã 50/HTX, mỗi lớp 1-CNTT, quân số 20/VN-30.", "other things of that form"),
    ("Sáng 11/6/2018 - UBND tỉnh họp; năm 2020 - HĐND-UBND xã ra quân.", "dates before a body"),
    ("Số:      /KH-UBND ngày    tháng 10 năm 2021", "a number not yet given"),
]


@pytest.mark.parametrize(("text", "reason"), NONE, ids=[row[1] for row in NONE])
def test_what_is_no_document(text: str, reason: str) -> None:
    assert numbers(text) == [], reason


TYPES = [
    ("Kế hoạch số 12/KH-UBND", "Kế hoạch", "both say so"),
    ("văn bản số 12/KH-UBND", "Kế hoạch", "a vague word: the code"),
    ("số 12/QyĐ-UBND", "Quy định", "the code alone"),
    ("Quy định số 37-QĐ/TW", "Quy định", "printed against the code"),
    ("Quyết định số 439-QĐNS/TW", "Quyết định", "a coined code"),
    ("Văn bản số 238/UBND-KGVX", "Công văn", "a letter, whatever the page calls it"),
    ("thông báo số 238/UBND-TH", "Thông báo", "a type is printed"),
    ("số 238/UBND-KGVX", "Công văn", "a letter without introduction"),
    ("Hướng dẫn số 56/TĐKT-HD-V1", "Hướng dẫn", "the type behind the organ"),
    ("Chương trình hành động số 28-CTr/TU", "Chương trình hành động", "a longer type"),
    ("Nghị quyết liên tịch số 01/NQLT-BCA-MTTW", "Nghị quyết liên tịch", "jointly"),
    ("QĐ số 3698/QĐ-UBND", "Quyết định", "an abbreviation before it"),
    ("Luật Thi đua, khen thưởng số 06/2022/QH15", "Luật", "the law's name between"),
    ("Bộ luật Lao động số 45/2019/QH14", "Bộ luật", "a code of law"),
    ("Nghị quyết số 202/2025/QH15", "Nghị quyết", "a resolution in the same form"),
    ("Quyết định số 113/TTg", "Quyết định", "old: printed"),
    ("công văn số 1745/TTg-QHQT", "Công văn", "a letter of the Prime Minister"),
    ("Thông tri số 12-TT/TU", "Thông tri", "the Party's"),
    ("số 12/2020/TT-BNV", "Thông tư", "the State's"),
    ("Quyết định khen thưởng số 45/QĐ-UBND", "Quyết định", "a qualifier between"),
    ("QUYẾT ĐỊNH SỐ 45/QĐ-UBND", "Quyết định", "capitals"),
]


@pytest.mark.parametrize(("text", "kind", "reason"), TYPES, ids=[row[2] for row in TYPES])
def test_type(text: str, kind: str, reason: str) -> None:
    assert [mention.kind for mention in mentions(f"Theo {text} vừa ký.")] == [kind], reason


def test_a_list_inherits_the_type_of_its_head() -> None:
    found = mentions("Theo Quy định số 37-QĐ/TW và số 41-QĐ/TW của Bộ Chính trị.")
    assert [(mention.number, mention.kind) for mention in found] == [
        ("37-QĐ/TW", "Quy định"),
        ("41-QĐ/TW", "Quy định"),
    ]


def test_spans_cover_the_number_alone() -> None:
    body = Text.of("Thực hiện  Kế hoạch\u00a0số 12 /KH - UBND, Chỉ thị 05.")
    found = find_numbers(Source(Text.of("Chỉ thị 34"), body))
    assert [item.span.where for item in found] == ["title", "body", "body"]
    assert [body.surface(*item.span[1:]) for item in found[1:]] == ["12 /KH - UBND", "05"]


@pytest.mark.parametrize(
    "piece", ["12/KH-", "số 1, ", "Quyết định ", "1/A-B/", "Chỉ thị 05 và ", "(", "12 - "]
)
def test_hostile_input_stays_linear(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert all(
        found.span.end > found.span.start for found in find_numbers(Source(Text.of(""), Text.of(text)))
    )


def test_a_register_is_read_in_part() -> None:
    assert len(mentions("Kế hoạch số 12/KH-UBND. " * (MOST + 5))) == MOST


def _expected_kind(number: str) -> str:
    code = re.match(r"\d+[/-]?(?:\d+/)?([^/-]+)", number)
    assert code
    table = {"QĐ": "Quyết định", "KH": "Kế hoạch", "TB": "Thông báo", "CT": "Chỉ thị", "NQ": "Nghị quyết"}
    table |= {
        "CTr": "Chương trình",
        "Ctr": "Chương trình",
        "GM": "Giấy mời",
        "BC": "Báo cáo",
        "TTr": "Tờ trình",
    }
    table |= {"QCPH": "Quy chế phối hợp", "PA": "Phương án", "QD": "Quyết định", "TB_UBND": "Thông báo"}
    return table.get(code[1], "Công văn")


@pytest.mark.skipif(not BINH_DUONG.exists(), reason="the real numbers lie outside the checkout")
def test_all_numbers_of_binh_duong() -> None:
    with BINH_DUONG.open(encoding="utf-8", newline="") as lines:
        printed = [row["number"] for row in csv.DictReader(lines, delimiter="\t")]
    missed = []
    for number in printed:
        want = re.sub(r"\s", "", number).replace("Ð", "Đ").replace("–", "-")
        found = mentions(f"Sở triển khai văn bản số {number} ngày 12/3/2020 của tỉnh về công tác năm.")
        if [(m.number, m.kind) for m in found] != [(want, _expected_kind(want))]:
            missed.append((number, found))
    assert len(printed) == 3606
    assert not missed
