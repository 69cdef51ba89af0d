"""Names of issuing bodies as notices print them. Sentences are written for these tests."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.documents.finder import find_documents
from parsers.documents.numbers import find_numbers
from parsers.found import Source
from parsers.text import Text


def issuers(
    body: str, title: str = "", province: str | None = "nghe-an", agency: str | None = None
) -> list[str | None]:
    source = Source(Text.of(title), Text.of(body), date(2022, 5, 20), province, agency)
    found = find_documents(source, find_numbers(source), [])
    return [document.issuer for document in dict.fromkeys(item.value for item in found)]


BODIES = [
    (
        "Nghị quyết số 42-NQ/TW của Ban Chấp hành Trung ương khóa XIII; Nghị quyết số 26-NQ/TW (khóa X); "
        "Chỉ thị số 5-CT/TW của Bộ Chính trị.",
        ["Ban Chấp hành Trung ương khóa XIII", None, "Bộ Chính trị"],
        "the neighbours in a list of the Party's top name their own bodies",
    ),
    (
        "Chương trình phối hợp số 5/CTPH-MTTQ-CA giữa Ủy ban MTTQ tỉnh và Công an tỉnh.",
        ["Ủy ban MTTQ tỉnh Nghệ An và Công an tỉnh Nghệ An"],
        "two bodies between whom it was agreed",
    ),
    (
        "Quyết định số 812/QĐ-UBND vừa được Chủ tịch UBND tỉnh Hồ Văn Tư ký; Kế hoạch số 9/KH-UBND được UBND "
        "tỉnh ban hành.",
        ["Chủ tịch UBND tỉnh Nghệ An", "UBND tỉnh Nghệ An"],
        "who is told to have signed or issued it",
    ),
    (
        "Phó Giám đốc Công an tỉnh đọc các Quyết định số 31, 32/QĐ-BCA-X01 của Bộ trưởng Bộ Công an.",
        ["Bộ trưởng Bộ Công an"] * 2,
        "the first of a list has the issuer of the one with a code, not of who reads it out",
    ),
    (
        "Hướng dẫn số 17/HD-X của Đoàn Thanh niên Công an tỉnh; Công văn số 8/CV-Y của Văn phòng Đoàn "
        "ĐBQH và HĐND tỉnh; Kế hoạch số 9/KH-Z của Ban Chỉ đạo 35 Tỉnh ủy; Công văn số 7/CV-T của "
        "Đại học Huế.",
        [
            "Đoàn Thanh niên Công an tỉnh Nghệ An",
            "Văn phòng Đoàn ĐBQH và HĐND tỉnh Nghệ An",
            "Ban Chỉ đạo 35 Tỉnh ủy Nghệ An",
            "Đại học Huế",
        ],
        "organs within or between other bodies",
    ),
    (
        "Quyết định 112-QĐ/TU của Ban Thường vụ Tỉnh ủy điều động ông Hằng; Hướng dẫn số 5/HD-XYZ của Hội "
        "LHPN tỉnh luân chuyển; Công văn số 9/TTYT-KH của Trung tâm Y tế huyện Nam Đàn kỷ luật ông Sơn.",
        ["Ban Thường vụ Tỉnh ủy Nghệ An", "Hội LHPN tỉnh Nghệ An", "Trung tâm Y tế huyện Nam Đàn"],
        "a verb behind the level or the place ends the name",
    ),
    (
        "Kế hoạch số 5/KH-ATGT của Ban An toàn giao thông tỉnh; Công văn số 8/CV-QLDA của Ban Quản lý dự án.",
        ["Ban An toàn giao thông tỉnh Nghệ An", "Ban Quản lý dự án"],
        "words of a field that are verbs elsewhere",
    ),
    (
        "ĐẢNG BỘ TỈNH NGHỆ AN\nHUYỆN ỦY QUỲ HỢP\n*\nSố 45-CT/HU\nCHỈ THỊ\nCỦA BAN THƯỜNG VỤ HUYỆN ỦY",
        ["Ban Thường vụ Huyện ủy Quỳ Hợp"],
        "the masthead says whose committee",
    ),
    (
        "SỞ Y TẾ NGHỆ AN\nBỆNH VIỆN ĐA KHOA CỬA ĐÔNG\nSố: 305/KH-BVCĐ\nCửa Đông, ngày 14 tháng 02 năm 2022",
        ["Bệnh viện đa khoa Cửa Đông"],
        "a place in capitals as the text writes it",
    ),
    (
        "BAN THI ĐUA - KHEN THƯỞNG TRUNG ƯƠNG\nSố: 14/BTĐKT-P.III\nTheo Công văn số 9/BTĐKT-P.II.",
        ["Ban Thi đua - Khen thưởng Trung ương"] * 2,
        "an official text cites another of its own body",
    ),
    (
        "SỞ Y TẾ\nTRUNG TÂM Y TẾ HUYỆN NAM ĐÀN\nSố: 87/TTYT\nKính gửi",
        ["Trung tâm y tế huyện Nam Đàn"],
        "a letter of a centre",
    ),
    ("Công văn số 42/BNN-TCLN.", ["Bộ Nông nghiệp và Phát triển nông thôn"], "the short code of a ministry"),
    (
        "Kế hoạch số 14-KH/ĐUK ngày 20/3/2019 của Đảng ủy Khối Các cơ quan tỉnh.",
        ["Đảng ủy Khối Các cơ quan tỉnh Nghệ An"],
        "capitals within the Khối",
    ),
    (
        "Đảng ủy Khối các cơ quan tỉnh sơ kết. Theo Kế hoạch số 14-KH/ĐUK của Đảng ủy Khối.",
        ["Đảng ủy Khối các cơ quan tỉnh Nghệ An"],
        "Khối in full elsewhere",
    ),
    (
        "Đảng ủy Khối các cơ quan tỉnh sơ kết. Theo Kế hoạch số 14-KH/ĐUK.",
        ["Đảng ủy Khối các cơ quan tỉnh Nghệ An"],
        "the code and the one Khối named",
    ),
    (
        "Công đoàn Sở Y tế họp. Hướng dẫn số 05/HD-CĐ của Công đoàn Sở.",
        ["Công đoàn Sở Y tế tỉnh Nghệ An"],
        "named elsewhere",
    ),
    ("Quyết định số 15/QĐ-SYT của Giám đốc Sở.", ["Giám đốc Sở Y tế tỉnh Nghệ An"], "the code's department"),
    (
        "Sở Y tế tổng kết năm. Quyết định số 15/QĐ-SYT của Giám đốc Sở khen thưởng 5 tập thể.",
        ["Giám đốc Sở Y tế tỉnh Nghệ An"],
        "the code and the text",
    ),
    ("Công văn số 15/SYT-NVY của Sở về tiêm chủng.", ["Sở Y tế tỉnh Nghệ An"], "Sở alone"),
    ("Thông tư số 15/2020/TT-BNV của Bộ.", ["Bộ Nội vụ"], "Bộ alone"),
    ("Quyết định số 15/QĐ-BNV của Bộ trưởng.", ["Bộ trưởng Bộ Nội vụ"], "Bộ trưởng alone"),
    ("Thông tư số 15/2020/TT-BNV của Bộ trưởng Bộ Nội vụ.", ["Bộ trưởng Bộ Nội vụ"], "a minister's circular"),
    (
        "Kế hoạch số 234/KH-BCH của Bộ Chỉ huy Quân sự tỉnh về hội thao.",
        ["Bộ Chỉ huy Quân sự tỉnh Nghệ An"],
        "a military command",
    ),
    ("Kế hoạch số 234/KH-BCHQS của Bộ CHQS tỉnh.", ["Bộ CHQS tỉnh Nghệ An"], "CHQS"),
    (
        (
            "Kế hoạch số 12/KH-BCĐ của Ban Chỉ đạo Chương trình mục tiêu quốc gia xây dựng nông thôn "
            "mới tỉnh về đánh giá."
        ),
        ["Ban Chỉ đạo Chương trình mục tiêu quốc gia xây dựng nông thôn mới tỉnh Nghệ An"],
        "a national programme",
    ),
    (
        (
            "Kế hoạch số 12/KH-BCĐ của Ban Chỉ đạo phong trào “Toàn dân đoàn kết xây dựng đời sống "
            "văn hóa” tỉnh."
        ),
        ["Ban Chỉ đạo phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” tỉnh Nghệ An"],
        "a movement in quotes",
    ),
    (
        "Kế hoạch số 12/KH-BCĐ của Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh.",
        ["Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Nghệ An"],
        "a topic with commas",
    ),
    (
        "Kế hoạch số 12/KH-BCĐ389 của Ban Chỉ đạo 389 tỉnh về chống buôn lậu.",
        ["Ban Chỉ đạo 389 tỉnh Nghệ An"],
        "a number and a level",
    ),
    (
        "Công văn số 12/BCĐ389-VPTT của Ban Chỉ đạo 389 quốc gia.",
        ["Ban Chỉ đạo 389 quốc gia"],
        "a number, national",
    ),
    (
        "Kế hoạch số 12/KH-BCĐ của Ban Chỉ đạo cải cách hành chính của Chính phủ.",
        ["Ban Chỉ đạo cải cách hành chính của Chính phủ"],
        "of the Government",
    ),
    (
        "Hướng dẫn số 12-HD/BTGTW của Ban Tuyên giáo Trung ương về tuyên truyền.",
        ["Ban Tuyên giáo Trung ương"],
        "Party centre",
    ),
    ("Hướng dẫn số 12-HD/BTGDVTW.", ["Ban Tuyên giáo và Dân vận Trung ương"], "merged boards by code"),
    (
        "Kế hoạch số 12-KH/TWĐTN của Ban Bí thư Trung ương Đoàn.",
        ["Ban Bí thư Trung ương Đoàn"],
        "Secretariat of the Youth Union",
    ),
    (
        "Kế hoạch số 12-KH/TĐTN-BTG của Ban Thường vụ Tỉnh đoàn.",
        ["Ban Thường vụ Tỉnh đoàn Nghệ An"],
        "Youth Union of the province",
    ),
    (
        "Nghị quyết số 9c/NQ-BCH của Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam.",
        ["Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam"],
        "executive committee of the union",
    ),
    (
        "Kế hoạch số 12/KH-TLĐ của Đoàn Chủ tịch Tổng Liên đoàn.",
        ["Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam"],
        "the union's presidium in short",
    ),
    (
        "Nghị quyết số 18-NQ/TW Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII.",
        ["Ban Chấp hành Trung ương khóa XII"],
        "a session without của",
    ),
    (
        (
            "Nghị quyết số 18-NQ/TW ngày 25/10/2017 tại Hội nghị lần thứ 6 Ban Chấp hành Trung ương "
            "Đảng khóa XII."
        ),
        ["Ban Chấp hành Trung ương Đảng khóa XII"],
        "a session with tại",
    ),
    (
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị Trung ương 6 khóa XII.",
        ["Hội nghị Trung ương 6 khóa XII"],
        "a session with của",
    ),
    ("Nghị quyết Trung ương 4 (khóa XII) và Quy định số 08-QĐi/TW.", [None], "a plenum is no body"),
    ("Nghị quyết số 26-NQ/TW của Trung ương về nông nghiệp.", ["Trung ương"], "Trung ương alone"),
    (
        "Nghị quyết số 12/NQ-HĐND của Hội đồng nhân dân tỉnh khóa XVIII, kỳ họp thứ 5.",
        ["HĐND tỉnh Nghệ An"],
        "session and term of a council",
    ),
    (
        "Nghị quyết số 12/NQ-HĐND ngày 3/3/2022 của HĐND tỉnh Nghệ An khóa XVIII.",
        ["HĐND tỉnh Nghệ An"],
        "a named council with its term",
    ),
    (
        "Kết luận số 12-KL/HU của Ban Thường vụ Huyện ủy Đô Lương tại phiên họp.",
        ["Ban Thường vụ Huyện ủy Đô Lương"],
        "at a meeting",
    ),
    (
        "Chỉ thị số 12-CT/ThU của Ban Thường vụ Thành ủy Vinh.",
        ["Ban Thường vụ Thành ủy Vinh"],
        "a town's Party",
    ),
    ("Nghị quyết số 12-NQ/TXU của Thị ủy Cửa Lò.", ["Thị ủy Cửa Lò"], "a town's Party, TXU"),
    (
        "Kế hoạch số 12/KH-PGDĐT của Phòng GD&ĐT huyện Đô Lương.",
        ["Phòng Giáo dục và Đào tạo huyện Đô Lương"],
        "a division of a district",
    ),
    ("Kế hoạch số 12/KH-UBND của UBND TP Vinh.", ["UBND TP Vinh"], "TP"),
    ("Kế hoạch số 12/KH-UBND của UBND thị xã Thái Hòa.", ["UBND thị xã Thái Hòa"], "thị xã"),
    (
        "Công văn số 12/NHNN-TD của Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Nghệ An.",
        ["Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Nghệ An"],
        "a bank's branch",
    ),
    ("Công văn số 12/CT-TTHT của Cục Thuế tỉnh.", ["Cục Thuế tỉnh Nghệ An"], "tax"),
    ("Công văn số 12/BHXH-TST của BHXH tỉnh.", ["BHXH tỉnh Nghệ An"], "social insurance"),
    (
        "Quyết định số 12/QĐ-TANDTC của Chánh án Tòa án nhân dân tối cao.",
        ["Chánh án Tòa án nhân dân tối cao"],
        "chief justice",
    ),
    (
        "Chỉ thị số 12/CT-VKSTC của Viện trưởng VKSND tối cao.",
        ["Viện trưởng VKSND tối cao"],
        "chief procurator",
    ),
    (
        "Kế hoạch số 12/KH-THPT của Trường THPT Đô Lương 1.",
        ["Trường THPT Đô Lương 1"],
        "a school with a figure",
    ),
    (
        "Quyết định số 12/QĐ-ĐHV của Hiệu trưởng Trường Đại học Vinh.",
        ["Hiệu trưởng Trường Đại học Vinh"],
        "a rector",
    ),
    ("Quyết định số 12/QĐ-BTL của Tư lệnh Quân khu 4.", ["Tư lệnh Quân khu 4"], "a commander"),
    (
        "Chỉ thị số 12/CT-BQP của Bộ trưởng Bộ Quốc phòng.",
        ["Bộ trưởng Bộ Quốc phòng"],
        "a minister of the army",
    ),
    ("Kế hoạch số 12/KH-BTL của Bộ Tư lệnh Quân khu 4.", ["Bộ Tư lệnh Quân khu 4"], "an army command"),
    (
        "Kế hoạch số 12/KH-CAT-PV01 của Giám đốc Công an tỉnh.",
        ["Giám đốc Công an tỉnh Nghệ An"],
        "director of police",
    ),
    ("Kế hoạch số 12/KH-BCA.", ["Bộ Công an"], "a ministry by code"),
    (
        "Hướng dẫn số 12/HD-MTTW-BTT.",
        ["Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"],
        "the Front's centre by code",
    ),
    (
        "Kế hoạch số 12/KH-MTTQ-BTT của Ban Thường trực UBMTTQ Việt Nam tỉnh.",
        ["Ban Thường trực UBMTTQ Việt Nam tỉnh Nghệ An"],
        "the Front of the province",
    ),
    (
        "Hướng dẫn số 12/HD-HĐTĐKT của Hội đồng Thi đua - Khen thưởng tỉnh.",
        ["Hội đồng Thi đua - Khen thưởng tỉnh Nghệ An"],
        "the emulation council",
    ),
    (
        "Quyết định số 12-QĐ/BTCTW của Ban Tổ chức Trung ương.",
        ["Ban Tổ chức Trung ương"],
        "Party organisation board",
    ),
    ("Công văn số 12-CV/VPTW của Văn phòng Trung ương Đảng.", ["Văn phòng Trung ương Đảng"], "Party office"),
    ("Quyết định số 12/QĐ-CTN của Chủ tịch nước.", ["Chủ tịch nước"], "the State President"),
    ("Lệnh số 12/2022/L-CTN.", ["Chủ tịch nước"], "an order"),
    ("Công văn số 12/VPCP-KGVX.", ["Văn phòng Chính phủ"], "the Government's office"),
    ("Thông tư liên tịch số 12/2015/TTLT-BNV-BTC.", [None], "joint ministries by code"),
    (
        (
            "Nghị quyết liên tịch số 12/NQLT-CP-MTTW của Chính phủ và Đoàn Chủ tịch Ủy ban Trung "
            "ương MTTQ Việt Nam."
        ),
        ["Chính phủ và Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam"],
        "joint organs",
    ),
    (
        ("UBND xã Nam Thanh ra quân theo Kế hoạch số 12/KH-UBND ngày 3/4/2022 của UBND huyện Nam Đàn."),
        ["UBND huyện Nam Đàn"],
        "a higher level than the notice's",
    ),
    (
        "Sở Khoa học và Công nghệ có Công văn số 12/SKHCN-CĐS.",
        ["Sở Khoa học và Công nghệ tỉnh Nghệ An"],
        "a department ahead",
    ),
    (
        "Sở VH,TT&DL ban hành Kế hoạch số 12/KH-SVHTTDL.",
        ["Sở Văn hóa, Thể thao và Du lịch tỉnh Nghệ An"],
        "commas in an abbreviation",
    ),
    (
        "Sở LĐ-TB&XH ban hành Kế hoạch số 12/KH-SLĐTBXH.",
        ["Sở Lao động - Thương binh và Xã hội tỉnh Nghệ An"],
        "LĐ-TB&XH",
    ),
    (
        "Sở NN&PTNT ban hành Kế hoạch số 12/KH-SNN.",
        ["Sở Nông nghiệp và Phát triển nông thôn tỉnh Nghệ An"],
        "NN&PTNT",
    ),
    (
        "Hội Cựu chiến binh tỉnh ban hành Kế hoạch số 12/KH-HCCB.",
        ["Hội Cựu chiến binh tỉnh Nghệ An"],
        "veterans",
    ),
    (
        "Hội Nông dân tỉnh vừa có Công văn số 12-CV/HNDT gửi các huyện.",
        ["Hội Nông dân tỉnh Nghệ An"],
        "farmers",
    ),
    ("Hội Chữ thập đỏ tỉnh có Kế hoạch số 12/KH-CTĐ.", ["Hội Chữ thập đỏ tỉnh Nghệ An"], "Red Cross"),
    (
        "Ban Thường vụ Hội Nông dân tỉnh ban hành Kế hoạch số 12-KH/HNDT.",
        ["Ban Thường vụ Hội Nông dân tỉnh Nghệ An"],
        "standing committee of farmers",
    ),
    (
        "Thường trực HĐND tỉnh ban hành Kế hoạch số 12/KH-HĐND.",
        ["Thường trực HĐND tỉnh Nghệ An"],
        "standing council",
    ),
    ("Đoàn ĐBQH tỉnh ban hành Kế hoạch số 12/KH-ĐĐBQH.", ["Đoàn ĐBQH tỉnh Nghệ An"], "deputies"),
    (
        "Văn phòng UBND tỉnh ban hành Thông báo số 12/TB-VP.",
        ["Văn phòng UBND tỉnh Nghệ An"],
        "office of the committee",
    ),
    ("Văn phòng UBND tỉnh có Công văn số 12/VP-TH.", ["Văn phòng UBND tỉnh Nghệ An"], "VP by itself"),
    (
        "Quyết định số 12/QĐ-LĐLĐ của Chủ tịch LĐLĐ tỉnh.",
        ["Chủ tịch LĐLĐ tỉnh Nghệ An"],
        "chairman of the union",
    ),
    (
        "Quyết định số 12/QĐ-UBND của Chủ tịch Ủy ban nhân dân tỉnh Nghệ An Hoàng Nghĩa Hiếu.",
        ["Chủ tịch UBND tỉnh Nghệ An"],
        "chairman and a person",
    ),
    (
        "Quyết định số 12/QĐ-BTTTT của Bộ trưởng Bộ TT&TT.",
        ["Bộ trưởng Bộ Thông tin và Truyền thông"],
        "minister with an abbreviation",
    ),
    (
        "Ban Quản lý Khu kinh tế Đông Nam có Công văn số 12/KKT-VP.",
        ["Ban Quản lý Khu kinh tế Đông Nam"],
        "a zone's board",
    ),
    (
        "Quyết định số 12/QĐ-UBDT của Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc.",
        ["Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc"],
        "two offices",
    ),
    (
        "Kế hoạch số 12/KH-TTYT của Trung tâm Y tế huyện Đô Lương.",
        ["Trung tâm Y tế huyện Đô Lương"],
        "a health centre",
    ),
    ("Kế hoạch số 12/KH-BVĐK của Bệnh viện Đa khoa tỉnh.", ["Bệnh viện Đa khoa tỉnh Nghệ An"], "a hospital"),
    ("Chỉ thị số 12/CT-EVN của Tập đoàn Điện lực Việt Nam.", ["Tập đoàn Điện lực Việt Nam"], "a corporation"),
    (
        "Công văn số 12/NHCS-TD của Ngân hàng Chính sách xã hội tỉnh.",
        ["Ngân hàng Chính sách xã hội tỉnh Nghệ An"],
        "policy bank",
    ),
    (
        "Theo đề nghị của Trưởng ban Ban Thi đua - Khen thưởng tỉnh tại Tờ trình số 12/TTr-BTĐKT.",
        ["Ban Thi đua - Khen thưởng tỉnh Nghệ An"],
        "X tại, a chief of a board",
    ),
]


@pytest.mark.parametrize(("body", "expected", "reason"), BODIES, ids=[row[2] for row in BODIES])
def test_issuer(body: str, expected: list[str | None], reason: str) -> None:
    assert issuers(body) == expected, reason


PLACED = [
    (
        "Hướng dẫn số 05/HD-CĐS của Công đoàn Sở.",
        "",
        "nghe-an",
        "Sở Y tế",
        ["Công đoàn Sở Y tế tỉnh Nghệ An"],
        "the site's department",
    ),
    (
        "Kế hoạch số 12/KH-PGDĐT của Phòng GD-ĐT.",
        "Huyện Đô Lương tổng kết năm học",
        "nghe-an",
        None,
        ["Phòng Giáo dục và Đào tạo huyện Đô Lương"],
        "a division completed by the title",
    ),
    (
        "Kế hoạch số 12/KH-UBND của UBND thành phố.",
        "Thành phố Vinh ra quân",
        "nghe-an",
        None,
        ["UBND thành phố Vinh"],
        "a town completed by the title",
    ),
    (
        (
            "Xét đề nghị của Chủ tịch UBND tỉnh Bến Tre (Tờ trình số 12/TTr-UBND ngày 20 tháng 3 năm "
            "2008) và Trưởng ban Ban Thi đua - Khen thưởng Trung ương (Tờ trình số 13/TTr-BTĐKT ngày "
            "4 tháng 6 năm 2008),"
        ),
        "",
        None,
        None,
        ["Chủ tịch UBND tỉnh Bến Tre", "Ban Thi đua - Khen thưởng Trung ương"],
        "brackets behind each body",
    ),
    (
        "Hướng dẫn số 05/HD-CĐ của Công đoàn Sở.",
        "",
        "nghe-an",
        "SỞ Y TẾ NGHỆ AN",
        ["Công đoàn Sở Y tế tỉnh Nghệ An"],
        "the masthead in capitals",
    ),
    (
        "Công văn số 05/CV-S của Sở.",
        "",
        "nghe-an",
        "UBND TỈNH NGHỆ AN SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
        ["Sở Văn hóa, Thể thao và Du lịch tỉnh Nghệ An"],
        "a department with commas in capitals",
    ),
]


@pytest.mark.parametrize(
    ("body", "title", "province", "agency", "expected", "reason"), PLACED, ids=[row[5] for row in PLACED]
)
def test_issuer_completed_by_the_page(
    body: str, title: str, province: str | None, agency: str | None, expected: list[str | None], reason: str
) -> None:
    assert issuers(body, title, province, agency) == expected, reason


SHORT = [
    (
        "Xã Tam Quang (Tương Dương) họp. Theo Nghị quyết số 20-NQ/HU của Huyện ủy.",
        "Huyện ủy Tương Dương",
        "the district in brackets behind a commune",
    ),
    ("HĐND tỉnh họp bàn. Theo Kế hoạch số 5/KH-ABC của Hội về quỹ.", None, "a council is no association"),
    (
        "Bộ Chỉ huy Quân sự tỉnh họp. Theo Thông tư số 5/2020/TT-BQP của Bộ.",
        "Bộ Quốc phòng",
        "nor a ministry",
    ),
    (
        "Hội Nông dân tỉnh họp. Theo Kế hoạch số 5-KH/HNDT của Ban Thường vụ Hội.",
        "Ban Thường vụ Hội Nông dân tỉnh Nghệ An",
        "the one association named",
    ),
    (
        "Hội Nông dân tỉnh và Hội LHPN tỉnh họp. Theo Kế hoạch số 5-KH/BTV của Ban Thường vụ Hội.",
        "Ban Thường vụ Hội",
        "two are named: neither",
    ),
    (
        "Đảng ủy xã Nam Thanh họp. Theo Nghị quyết số 5-NQ/ĐU của Đảng ủy.",
        "Đảng ủy xã Nam Thanh",
        "the one Party committee",
    ),
    ("Trường hợp khó khăn được giúp. Theo Kế hoạch số 5/KH-TH của Trường.", None, "trường hợp is no school"),
    (
        "Ban Chỉ đạo 389 tỉnh họp. Theo Kế hoạch số 5/KH-BCĐ của Ban Chỉ đạo.",
        "Ban Chỉ đạo 389 tỉnh Nghệ An",
        "the one steering committee",
    ),
    (
        "Ban Chỉ đạo phòng, chống dịch tỉnh và Ban Chỉ đạo 389 tỉnh họp. "
        "Theo Kế hoạch số 5/KH-BCĐ của Ban Chỉ đạo.",
        "Ban Chỉ đạo",
        "two steering committees",
    ),
]


@pytest.mark.parametrize(("body", "issuer", "reason"), SHORT, ids=[row[2] for row in SHORT])
def test_short_forms_mean_the_body_that_leads(body: str, issuer: str | None, reason: str) -> None:
    assert issuers(body) == [issuer], reason
