"""Issuing bodies: from wording, heading, code and places. Sentences are written for these tests."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.documents.finder import find_documents
from parsers.documents.numbers import find_numbers
from parsers.found import Source
from parsers.issuers.places import trim_place
from parsers.text import Text


def issuers(
    body: str, title: str = "", province: str | None = "nghe-an", agency: str | None = None
) -> list[str | None]:
    source = Source(Text.of(title), Text.of(body), date(2022, 5, 20), province, agency)
    found = find_documents(source, find_numbers(source), [])
    return [document.issuer for document in dict.fromkeys(item.value for item in found)]


WORDED = [
    (
        "Kế hoạch số 5/KH-UBND ngày 3/2/2022 của UBND tỉnh về thi đua.",
        "UBND tỉnh Nghệ An",
        "the province added",
    ),
    ("Kế hoạch số 5/KH-UBND của Ủy ban nhân dân tỉnh.", "UBND tỉnh Nghệ An", "written out"),
    (
        "Kế hoạch số 5/KH-UBND ngày 03 tháng 02 năm 2022 của Uỷ ban Nhân dân tỉnh.",
        "UBND tỉnh Nghệ An",
        "words",
    ),
    (
        "Huyện ủy Con Cuông họp sáng 3/2. Hội nghị bàn Kế hoạch số 5-KH/HU của Ban Thường vụ Huyện ủy.",
        "Ban Thường vụ Huyện ủy Con Cuông",
        "the district that the committee is named with",
    ),
    ("Chỉ thị số 788 của Tổng Tham mưu trưởng về huấn luyện.", "Tổng Tham mưu trưởng", "an office alone"),
    (
        "Bộ Giáo dục và Đào tạo yêu cầu thực hiện Chỉ thị 5105 của Bộ trưởng.",
        "Bộ trưởng Bộ Giáo dục và Đào tạo",
        "the minister of the one ministry named",
    ),
    (
        "Quận ủy Quận 3 họp; tập thể được khen theo Quyết định 876-QĐ/QU.",
        "Quận ủy Quận 3",
        "a district with a number",
    ),
    (
        "Công đoàn ngành Y tế Nghệ An họp. Công đoàn ngành khen 12 tập thể theo Quyết định số 02/QĐ-CĐN.",
        "Công đoàn ngành Y tế Nghệ An",
        "a short name whose letters are the code",
    ),
    (
        "Chủ tịch UBND tỉnh giao Sở Nội vụ thay thế Quyết định số 18/2020/QĐ-UBND.",
        "UBND tỉnh Nghệ An",
        "norms are the committee's",
    ),
    (
        "VKSND tỉnh Nghệ An: Thực hiện Kế hoạch số 18/KH-VKSTC ngày 20/01/2020, các phòng ra quân.",
        "Viện kiểm sát nhân dân tối cao",
        "the Supreme Procuracy, whoever carries it out",
    ),
    (
        "BCH Phòng, chống thiên tai tỉnh Nghệ An đã có công điện khẩn số 13.",
        "BCH Phòng, chống thiên tai tỉnh Nghệ An",
        "a headquarters",
    ),
    (
        "Công văn số 24/PCTT ngày 3/2/2022 của Ban Chỉ huy phòng chống thiên tai và Tìm kiếm cứu nạn tỉnh.",
        "Ban Chỉ huy phòng chống thiên tai và Tìm kiếm cứu nạn tỉnh Nghệ An",
        "a headquarters with a long name",
    ),
    ("Chỉ thị số 5/CT-UBND của Chủ tịch UBND tỉnh.", "Chủ tịch UBND tỉnh Nghệ An", "the chairman"),
    ("Quyết định số 113/TTg ngày 14/4/1980 của Thủ tướng.", "Thủ tướng Chính phủ", "a short title"),
    (
        "Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương khóa XII.",
        "Ban Chấp hành Trung ương khóa XII",
        "term",
    ),
    (
        "Nghị quyết số 33 của Ban chấp hành Trung ương Đảng (khóa XI).",
        "Ban Chấp hành Trung ương Đảng",
        "small",
    ),
    ("Chỉ thị số 22-CT/TW của Ban Bí thư Trung ương Đảng.", "Ban Bí thư", "the Secretariat"),
    ("Chỉ thị 87 của Thường vụ Quân ủy Trung ương về thi đua.", "Thường vụ Quân ủy Trung ương", "army"),
    (
        "Quy định số 5-QĐ/TU của Ban Thường vụ Tỉnh ủy.",
        "Ban Thường vụ Tỉnh ủy Nghệ An",
        "Party of the province",
    ),
    ("Thông báo số 5-TB/TU của Thường trực Tỉnh ủy.", "Thường trực Tỉnh ủy Nghệ An", "its standing members"),
    ("Kế hoạch số 5-KH/HU của Huyện ủy Quỳ Hợp về học tập.", "Huyện ủy Quỳ Hợp", "a district's Party"),
    (
        "Kế hoạch số 1-KH/ĐU của Ban Thường vụ Đảng ủy xã Nam Thanh về đại hội.",
        "Ban Thường vụ Đảng ủy xã Nam Thanh",
        "a commune's Party",
    ),
    ("Quyết định số 5/QĐ-SYT của Giám đốc Sở Y tế phê duyệt.", "Giám đốc Sở Y tế tỉnh Nghệ An", "a director"),
    (
        "Công văn số 5/SGDĐT-TCCB của Sở GD&ĐT về tuyển dụng.",
        "Sở Giáo dục và Đào tạo tỉnh Nghệ An",
        "an abbreviated field",
    ),
    (
        "Công văn số 5/SVHTTDL-QLVH của Sở Văn hóa, Thể thao và Du lịch.",
        "Sở Văn hóa, Thể thao và Du lịch tỉnh Nghệ An",
        "a comma within the name",
    ),
    ("Kế hoạch số 5/KH-BTV của Ban Thường vụ Hội LHPN tỉnh.", "Ban Thường vụ Hội LHPN tỉnh Nghệ An", "union"),
    ("Kế hoạch 979 ngày 15/10/2021 của Công an tỉnh.", "Công an tỉnh Nghệ An", "police"),
    (
        "Kế hoạch số 1-KH/BCĐTW của Ban Chỉ đạo Trung ương về khoa học, công nghệ và chuyển đổi số cùng xã.",
        "Ban Chỉ đạo Trung ương về khoa học, công nghệ và chuyển đổi số",
        "a committee with its topic",
    ),
    (
        "Kế hoạch số 26/KH-BCĐ (138) của Ban Chỉ đạo 138 tỉnh.",
        "Ban Chỉ đạo 138 tỉnh Nghệ An",
        "a numbered one",
    ),
    (
        "Quyết định số 386-QĐ/UB của UBND tỉnh Hà Sơn Bình về đất.",
        "UBND tỉnh Hà Sơn Bình",
        "a former province",
    ),
    ("Tại Thông báo số 12, UBND tỉnh yêu cầu các huyện báo cáo.", "UBND tỉnh Nghệ An", "who says it there"),
    ("Huyện Đô Lương đã ban hành Kế hoạch số 5/KH-UBND.", "UBND huyện Đô Lương", "a unit that acts"),
    ("Ngày 3/2, thành phố Vinh có Công văn số 5/UBND-VX.", "UBND thành phố Vinh", "a unit that acts"),
    ("Tại huyện Đô Lương có Kế hoạch số 5/KH-UBND.", "UBND tỉnh Nghệ An", "a unit where it is so"),
    ("Kế hoạch số 5/KH-UBND của UBND huyện Đô Lương V/v ra quân.", "UBND huyện Đô Lương", "V/v"),
    ("Kế hoạch số 5/KH-UBND của UBND tỉnh V/v ra quân.", "UBND tỉnh Nghệ An", "V/v is no place"),
    ("UBND tỉnh đã ban hành Kế hoạch số 5/KH-UBND.", "UBND tỉnh Nghệ An", "the body that issues it"),
    (
        "Ngày 3/2, Ban Thường vụ Tỉnh đoàn ra Kế hoạch số 5-KH/TĐTN.",
        "Ban Thường vụ Tỉnh đoàn Nghệ An",
        "youth",
    ),
    (
        "Ban Thường trực Ủy ban MTTQ tỉnh đã có Hướng dẫn số 5/HD-MT.",
        "Ban Thường trực Ủy ban MTTQ tỉnh Nghệ An",
        "front",
    ),
    (
        "Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 5/TTr-SYT.",
        "Sở Y tế tỉnh Nghệ An",
        "X tại Tờ trình",
    ),
    (
        "Chủ tịch UBND tỉnh tặng Bằng khen cho 24 hộ (QĐ số 5/QĐ-UBND).",
        "Chủ tịch UBND tỉnh Nghệ An",
        "who confers the award",
    ),
    ("Trao Cờ thi đua của UBND tỉnh (Quyết định số 5/QĐ-UBND).", "UBND tỉnh Nghệ An", "whose flag it is"),
    (
        "Chủ tịch UBND tỉnh Nguyễn Văn An vừa ký Quyết định số 5/QĐ-UBND.",
        "Chủ tịch UBND tỉnh Nghệ An",
        "no person",
    ),
    ("Giám đốc Sở Y tế Trần Thị Hoa ký Công văn số 5/SYT-NVY.", "Sở Y tế tỉnh Nghệ An", "nor here"),
    (
        "Phó Chủ tịch UBND huyện Đô Lương ký Quyết định số 5/QĐ-UBND.",
        "UBND huyện Đô Lương",
        "a deputy signs for it",
    ),
    (
        "Chủ tịch UBND TP.Vinh Lê Văn Chiến ký Quyết định số 5/QĐ-UBND.",
        "Chủ tịch UBND TP Vinh",
        "TP. and a person",
    ),
    ("Thừa lệnh, Văn phòng UBND tỉnh ra Công văn số 5/UBND-TNMT.", "UBND tỉnh Nghệ An", "the code says who"),
    (
        "Được phép của Chính phủ tại công văn số 5/TTg-QHQT.",
        "Thủ tướng Chính phủ",
        "the code against the wording",
    ),
]


@pytest.mark.parametrize(("body", "issuer", "reason"), WORDED, ids=[row[2] for row in WORDED])
def test_issuer_from_the_wording(body: str, issuer: str, reason: str) -> None:
    assert issuers(body) == [issuer], reason


CODED = [
    ("Theo Nghị định số 91/2017/NĐ-CP.", "nghe-an", "Chính phủ", "CP"),
    ("Theo Nghị định 67 về tàu cá.", "nghe-an", "Chính phủ", "a decree without its code"),
    ("Theo Quyết định số 770/QĐ-TTg.", "nghe-an", "Thủ tướng Chính phủ", "TTg"),
    ("Theo Thông tư số 12/2019/TT-BNV.", "nghe-an", "Bộ Nội vụ", "a ministry"),
    ("Theo Thông tư số 332/2016/TT-BTC.", "nghe-an", "Bộ Tài chính", "BTC of a circular"),
    ("Theo Kế hoạch số 5/KH-BTC.", "nghe-an", None, "BTC of a plan: any Ban Tổ chức"),
    ("Theo Luật số 06/2022/QH15.", "nghe-an", "Quốc hội", "a law"),
    ("Theo Nghị quyết số 916/NQ-UBTVQH13.", None, "Ủy ban Thường vụ Quốc hội", "its Standing Committee"),
    ("Theo Chỉ thị số 34-CT/TW.", "nghe-an", None, "TW: Politburo or Secretariat"),
    ("Theo Kế hoạch số 5/KH-UBND.", "bac-kan", "UBND tỉnh Bắc Kạn", "a province"),
    ("Theo Kế hoạch số 5/KH-UBND.", "da-nang", "UBND thành phố Đà Nẵng", "a city"),
    ("Theo Kế hoạch số 5/KH-UBND.", None, None, "no province known"),
    ("Theo Nghị quyết số 5/2020/NQ-HĐND.", "lai-chau", "HĐND tỉnh Lai Châu", "a council"),
    ("Theo Kế hoạch số 5-KH/TU.", "ha-noi", "Thành ủy Hà Nội", "a city's Party"),
    ("Theo Công văn số 5-CV/BTGTU.", "ha-giang", "Ban Tuyên giáo Tỉnh ủy Hà Giang", "its branch"),
    ("Theo Công văn số 5/SGD&ĐT-VP.", "nghe-an", "Sở Giáo dục và Đào tạo tỉnh Nghệ An", "& within a code"),
    ("Theo Công văn số 5/SNV-BTĐKT.", "da-nang", "Sở Nội vụ thành phố Đà Nẵng", "organ, then its unit"),
    ("Theo Kế hoạch số 5/KH-LĐLĐ.", "nghe-an", "LĐLĐ tỉnh Nghệ An", "the union"),
    ("Theo Quy chế số 5/QC-TT.HĐND-UBND.", "nghe-an", None, "two organs together"),
    ("Theo Quyết định số 5/QĐUBND.", "nghe-an", "UBND tỉnh Nghệ An", "type and organ glued"),
    (
        "Trung tâm Y tế huyện Nam Đàn mở lớp. Theo Kế hoạch số 5/KH-TTYT.",
        "nghe-an",
        "Trung tâm Y tế huyện Nam Đàn",
        "initials",
    ),
]


@pytest.mark.parametrize(("body", "province", "issuer", "reason"), CODED, ids=[row[3] for row in CODED])
def test_issuer_from_the_code(body: str, province: str | None, issuer: str | None, reason: str) -> None:
    assert issuers(body, province=province) == [issuer], reason


@pytest.mark.parametrize(
    "body",
    [
        "UBND huyện Đô Lương đã có văn bản triển khai thực hiện Chỉ thị số 12.",
        "Hội Nông dân tỉnh vận động xây dựng gia đình “5 có, 3 sạch”; Chỉ thị 05.",
        "Hội Nông dân tỉnh ban hành nhiều hướng dẫn thực hiện tinh thần Chỉ thị 05.",
    ],
)
def test_who_carries_a_document_out_is_not_its_issuer(body: str) -> None:
    assert issuers(body) == [None]


def test_a_lower_unit_is_completed_by_the_text() -> None:
    body = "Hội nghị công bố Quyết định số 5/QĐ-UBND của Chủ tịch UBND huyện."
    assert issuers(body, title="Huyện Yên Thế sơ kết công tác thi đua", province="bac-giang") == [
        "Chủ tịch UBND huyện Yên Thế"
    ]
    assert issuers(body, agency="UBND huyện Yên Thế", province="bac-giang") == ["Chủ tịch UBND huyện Yên Thế"]
    assert issuers(body, title="Các huyện sơ kết", province="bac-giang") == ["Chủ tịch UBND huyện"]


def test_a_bare_code_means_the_level_that_the_notice_speaks_from() -> None:
    body = "UBND xã Yên Lạc ra quân. Thực hiện Kế hoạch số 5/KH-UBND, các thôn dọn vệ sinh."
    assert issuers(body, title="Xã Yên Lạc ra quân", province="phu-tho") == ["UBND xã Yên Lạc"]


LISTED = [
    (
        "Theo Quyết định số 1/QĐ-UBND và Quyết định số 2/QĐ-UBND của Chủ tịch UBND huyện Đô Lương.",
        ["Chủ tịch UBND huyện Đô Lương"] * 2,
        "the body behind the last is that of both",
    ),
    (
        "Thực hiện Nghị quyết số 18, 19-NQ/TW và các Nghị quyết 39, 56 của Quốc hội.",
        [None, None, "Quốc hội", "Quốc hội"],
        "a body that the code excludes is not handed on",
    ),
    (
        "Nghị quyết 11, 12-NQ/TU.",
        ["Tỉnh ủy Nghệ An"] * 2,
        "the code behind the last is that of both",
    ),
    ("Kế hoạch số 12/KHLT-CA-MTTQ.", [None], "a joint plan by its code, whatever the text calls it"),
    ("Theo Quyết định của Thủ tướng số 1620.", ["Thủ tướng Chính phủ"], "the body before số"),
    ("Học Chỉ thị 03, 05 của Bộ Chính trị.", ["Bộ Chính trị"] * 2, "bare numbers"),
    (
        "Theo Nghị quyết số 12-NQ/TW ngày 16/1/2012, số 25-NQ/TW ngày 3/6/2013 của Ban Chấp hành Trung ương.",
        ["Ban Chấp hành Trung ương"] * 2,
        "one code, dates between",
    ),
    (
        "Thực hiện Nghị quyết số 88/NQ-CP, Chỉ thị số 18-CT/TW của Ban Bí thư.",
        ["Chính phủ", "Ban Bí thư"],
        "another code keeps its own",
    ),
    (
        "HĐND tỉnh thông qua Nghị quyết số 48/NQ-HĐND; các Nghị quyết số 52 và số 53 về đất.",
        ["HĐND tỉnh Nghệ An"] * 3,
        "the verb governs the list",
    ),
]


@pytest.mark.parametrize(("body", "expected", "reason"), LISTED, ids=[row[2] for row in LISTED])
def test_members_of_a_list_share_their_issuer(body: str, expected: list[str], reason: str) -> None:
    assert issuers(body) == expected, reason


HEADINGS = [
    (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHỊ XÃ THÁI HÒA   Độc lập – Tự do – Hạnh phúc\n"
        "Số:  5 /KH-UBND Thái Hòa, ngày 2 tháng 3 năm 2021\nKẾ HOẠCH\n",
        "UBND thị xã Thái Hòa",
        "two columns on one line",
    ),
    ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG\nSố: 5/QĐ-UBND\nQUYẾT ĐỊNH\n", "UBND thành phố Đà Nẵng", "masthead"),
    (
        "Số: 5/QĐ-UBND\nQUYẾT ĐỊNH\nVề khen thưởng\nCHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG\nCăn cứ",
        "Chủ tịch UBND thành phố Đà Nẵng",
        "who decides",
    ),
    (
        "Số: 5/QĐ-UBND\nQUYẾT ĐỊNH\nCHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ\nCăn cứ",
        "Chủ tịch UBND thành phố Đà Nẵng",
        "who decides, without the place",
    ),
    (
        "SỞ Y TẾ\nTRUNG TÂM Y TẾ QUẬN SƠN TRÀ\nSố: 5/TB-TTYT\n",
        "Trung tâm y tế quận Sơn Trà",
        "below its superior",
    ),
    (
        "HỘI LHPN QUẬN SƠN TRÀ\nBAN THƯỜNG VỤ\n***\nSố: 5/KH-BTV\n",
        "Ban Thường vụ Hội LHPN quận Sơn Trà",
        "its standing committee",
    ),
    (
        "ĐẢNG BỘ THÀNH PHỐ\nQUẬN ỦY SƠN TRÀ\n*\nSố 5-KH/QU\n",
        "Quận ủy Sơn Trà",
        "a district's Party",
    ),
    ("BAN CHẤP HÀNH TRUNG ƯƠNG\nSố 5-CT/TW\nCHỈ THỊ CỦA BAN BÍ THƯ\n", "Ban Bí thư", "the signing organ"),
    (
        "LIÊN HIỆP HỘI\nKHOA HỌC VÀ KỸ THUẬT\nSố: 5/KH-XYZ\n",
        "Liên hiệp hội khoa học và kỹ thuật",
        "a name in two lines",
    ),
    (
        "BỘ NỘI VỤ\nSố: 5/QĐ-BNV\nQUYẾT ĐỊNH\nVề tổ chức\nBỘ TRƯỞNG BỘ NỘI VỤ\nCăn cứ",
        "Bộ trưởng Bộ Nội vụ",
        "a minister decides",
    ),
    ("CÔNG TY CẤP NƯỚC\nSố: 5/TB-CTN\n", "Công ty cấp nước", "no State President"),
    ("ỦY BAN NHÂN DÂN\nQUẬN SƠN TRÀ\nSố: 5/KH-UBND\nKẾ HOẠCH\n", "UBND quận Sơn Trà", "a district"),
    (
        "UBND THÀNH PHỐ ĐÀ NẴNG\nSỞ NỘI VỤ\nSố: 5/SNV-TC\nKính gửi",
        "Sở Nội vụ thành phố Đà Nẵng",
        "a department",
    ),
]


@pytest.mark.parametrize(("body", "issuer", "reason"), HEADINGS, ids=[row[2] for row in HEADINGS])
def test_issuer_from_the_heading(body: str, issuer: str, reason: str) -> None:
    assert issuers(body, province="da-nang") == [issuer], reason


@pytest.mark.parametrize(
    ("level", "words", "place"),
    [
        ("tỉnh", "Nghệ An Nguyễn Văn Bình", "Nghệ An"),
        ("tỉnh", "Nguyễn Văn Bình", ""),
        ("tỉnh", "Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("thành phố", "Hồ Chí Minh", "Hồ Chí Minh"),
        ("huyện", "Lộc Hà Trần Đình", "Lộc Hà"),
        ("xã", "Trần Phú", "Trần Phú"),
        ("xã", "Ia Sao", "Ia Sao"),
        ("xã", "Nam Thanh Lê Thị Mai", "Nam Thanh"),
    ],
)
def test_a_persons_name_is_no_place(level: str, words: str, place: str) -> None:
    assert trim_place(level, words) == place
