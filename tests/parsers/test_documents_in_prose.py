"""Documents cited in single sentences: every field at once. Sentences are written for these tests."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.dates.finder import find_dates
from parsers.documents.finder import find_documents
from parsers.documents.numbers import find_numbers
from parsers.found import Source
from parsers.text import Text


def documents(body: str, title: str, province: str | None, published: str) -> list[str]:
    """One line each: number | type | issued | issuer | role."""
    source = Source(Text.of(title), Text.of(body), date.fromisoformat(published), province)
    numbers = find_numbers(source)
    found = find_documents(source, numbers, find_dates(source, [number.span for number in numbers]))
    cited = dict.fromkeys(item.value for item in found)
    return [f"{d.number} | {d.type} | {d.issued} | {d.issuer} | {d.role}" for d in cited]


CITED: list[tuple[str, str, str | None, str, list[str], str]] = [
    (
        (
            "Thực hiện các Quyết định của Thủ tướng Chính phủ số: 1521/QĐ-TTg ngày "
            "06/10/2020 ban hành Kế hoạch; 21/2021/QĐ-TTg ngày 21/6/2021 quy định về thành "
            "phần; 25/2021/QĐ-TTg ngày 22/7/2021 quy định về xã."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [
            "1521/QĐ-TTg | Quyết định | 2020-10-06 | Thủ tướng Chính phủ | basis",
            "21/2021/QĐ-TTg | Quyết định | 2021-06-21 | Thủ tướng Chính phủ | basis",
            "25/2021/QĐ-TTg | Quyết định | 2021-07-22 | Thủ tướng Chính phủ | basis",
        ],
        "the type and body before a list of numbers",
    ),
    (
        (
            "Căn cứ Nghị quyết Liên tịch số 19/2008/NQLT/CP-UBTUMTTQVN ngày 22/8/2008 của "
            "Chính phủ và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam;"
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [
            (
                "19/2008/NQLT/CP-UBTUMTTQVN | Nghị quyết liên tịch | 2008-08-22 | Chính phủ và "
                "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam | basis"
            )
        ],
        "a joint resolution",
    ),
    (
        "Ngày 8-1-2002, Bộ Chính trị ra Nghị quyết số 09 về công tác cựu chiến binh.",
        "",
        None,
        "2002-01-20",
        ["09 | Nghị quyết | 2002-01-08 | Bộ Chính trị | subject"],
        "a bare number of the Politburo",
    ),
    (
        (
            "Ngày 31/3/2016, đồng chí Đinh Thế Huynh, Ủy viên Bộ Chính trị, Thường trực Ban "
            "Bí thư đã ký ban hành Chỉ thị số 02-CT/TW của Ban Bí thư về lãnh đạo đại hội."
        ),
        "",
        None,
        "2016-04-20",
        ["02-CT/TW | Chỉ thị | 2016-03-31 | Ban Bí thư | subject"],
        "signed for the Secretariat",
    ),
    (
        (
            "Thực hiện Văn bản số 1445/UBND-NCPC ngày 23/3/2020 của UBND tỉnh về việc thực "
            "hiện Văn bản số 979/BTP-PBGDPL ngày 19/3/2020 của Bộ Tư pháp, Sở Tư pháp hướng "
            "dẫn như sau."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [
            "1445/UBND-NCPC | Công văn | 2020-03-23 | UBND tỉnh Nghệ An | basis",
            "979/BTP-PBGDPL | Công văn | 2020-03-19 | Bộ Tư pháp | basis",
        ],
        "a letter that passes another on",
    ),
    (
        (
            "Ngay từ đầu năm, Sở Tư pháp đã tham mưu UBND tỉnh ban hành Kế hoạch số "
            "79/KH-UBND ngày 27/02/2022 về công tác tư pháp."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        ["79/KH-UBND | Kế hoạch | 2022-02-27 | UBND tỉnh Nghệ An | subject"],
        "drawn up by another than its issuer",
    ),
    (
        "Xét đề nghị của Sở Tư pháp thành phố tại Tờ trình số 1234/TTr-STP ngày 3/4/2022,",
        "",
        "da-nang",
        "2022-05-20",
        ["1234/TTr-STP | Tờ trình | 2022-04-03 | Sở Tư pháp thành phố Đà Nẵng | basis"],
        "X of the city at a submission",
    ),
    (
        (
            "Kế hoạch thực hiện Kết luận số 80-KL/TW ngày 20/6/2020 của Ban Bí thư về việc "
            "tiếp tục thực hiện Chỉ thị số 32-CT/TW của Ban Bí thư."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [
            "80-KL/TW | Kết luận | 2020-06-20 | Ban Bí thư | basis",
            "32-CT/TW | Chỉ thị | None | Ban Bí thư | basis",
        ],
        "a conclusion on a directive",
    ),
    (
        (
            "Ngày 25/3/2022, Sở Tư pháp ban hành Văn bản số 473/STP-PBGDPL về việc hướng dẫn "
            "công tác hòa giải."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        ["473/STP-PBGDPL | Công văn | 2022-03-25 | Sở Tư pháp tỉnh Nghệ An | subject"],
        "a letter under its vague name",
    ),
    (
        (
            "Ngày 10/4/2022, UBND tỉnh ban hành văn bản số 2895/UBND-NC chỉ đạo các sở triển "
            "khai cuộc thi theo Kế hoạch số 113/KH-BCA-C04 ngày 09/3/2022 của Bộ Công an."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [
            "2895/UBND-NC | Công văn | 2022-04-10 | UBND tỉnh Nghệ An | subject",
            "113/KH-BCA-C04 | Kế hoạch | 2022-03-09 | Bộ Công an | basis",
        ],
        "a plan of a ministry behind a letter",
    ),
    (
        (
            "Thực hiện Chỉ thị số 22-CT/TW ngày 23/01/2018 của Ban Bí thư Trung ương Đảng và "
            "chỉ đạo của UBND tỉnh tại văn bản số 238/UBND-KGVX ngày 19/3/2018 về tổ chức kỷ "
            "niệm."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [
            "22-CT/TW | Chỉ thị | 2018-01-23 | Ban Bí thư | basis",
            "238/UBND-KGVX | Công văn | 2018-03-19 | UBND tỉnh Nghệ An | basis",
        ],
        "instructions at a letter",
    ),
    (
        (
            "Tại Nghị quyết số 125/NQ-CP và Nghị quyết số 126/NQ-CP ngày 9/5/2025, Chính phủ "
            "đã thông qua hồ sơ Đề án."
        ),
        "",
        None,
        "2025-05-20",
        [
            "125/NQ-CP | Nghị quyết | None | Chính phủ | subject",
            "126/NQ-CP | Nghị quyết | 2025-05-09 | Chính phủ | subject",
        ],
        "tại, stated by the Government",
    ),
    (
        ("Theo đó, căn cứ Quyết định số 34/QĐ-UBND của UBND huyện Đô Lương, thị trấn đã lập danh sách."),
        "",
        "nghe-an",
        "2022-05-20",
        ["34/QĐ-UBND | Quyết định | None | UBND huyện Đô Lương | basis"],
        "căn cứ, a district",
    ),
    (
        (
            "UBND tỉnh Nghệ An vừa có Quyết định số 99/QĐ-UBND phê duyệt Đề án theo Nghị "
            "quyết số 5/NQ-HĐND ngày 3/2/2022 của HĐND tỉnh."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [
            "99/QĐ-UBND | Quyết định | None | UBND tỉnh Nghệ An | subject",
            "5/NQ-HĐND | Nghị quyết | 2022-02-03 | HĐND tỉnh Nghệ An | basis",
        ],
        "an approval under a resolution",
    ),
    (
        "Đảng ủy xã ban hành Nghị quyết số 12-NQ/ĐU ngày 5/1/2022 về chuyển đổi số.",
        "Xã Nam Thanh chuyển đổi số",
        "nghe-an",
        "2022-05-20",
        ["12-NQ/ĐU | Nghị quyết | 2022-01-05 | Đảng ủy xã Nam Thanh | subject"],
        "a commune's Party",
    ),
    (
        ("Chi bộ thôn sinh hoạt theo Hướng dẫn số 12-HD/BTCTW ngày 6/7/2018 của Ban Tổ chức Trung ương."),
        "",
        "nghe-an",
        "2022-05-20",
        ["12-HD/BTCTW | Hướng dẫn | 2018-07-06 | Ban Tổ chức Trung ương | basis"],
        "Party guidance",
    ),
    (
        "Thực hiện Công văn số 45-CV/BTGHU của Ban Tuyên giáo Huyện ủy Đô Lương.",
        "",
        "nghe-an",
        "2022-05-20",
        ["45-CV/BTGHU | Công văn | None | Ban Tuyên giáo Huyện ủy Đô Lương | basis"],
        "a district's propaganda board",
    ),
    (
        "Đoàn xã triển khai Kế hoạch số 32-KH/HĐTN của Huyện đoàn Đô Lương.",
        "",
        "nghe-an",
        "2022-05-20",
        ["32-KH/HĐTN | Kế hoạch | None | Huyện đoàn Đô Lương | basis"],
        "a district's youth union",
    ),
    (
        (
            "Hội LHPN huyện Đô Lương xây dựng Kế hoạch số 15/KH-BTV triển khai Kế hoạch số "
            "88/KH-BTV của Ban Thường vụ Hội LHPN tỉnh."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [
            "15/KH-BTV | Kế hoạch | None | Hội LHPN huyện Đô Lương | subject",
            "88/KH-BTV | Kế hoạch | None | Ban Thường vụ Hội LHPN tỉnh Nghệ An | basis",
        ],
        "a union's plan under its superior's",
    ),
    (
        ("Trung ương Hội Nông dân Việt Nam phát động theo Hướng dẫn số 944-HD/HNDTW ngày 6/12/2016."),
        "",
        "nghe-an",
        "2022-05-20",
        ["944-HD/HNDTW | Hướng dẫn | 2016-12-06 | Trung ương Hội Nông dân Việt Nam | basis"],
        "by code and wording",
    ),
    (
        "Phòng LĐ-TB&XH huyện Đô Lương có Tờ trình số 22/TTr-LĐTBXH ngày 3/3/2022.",
        "",
        "nghe-an",
        "2022-05-20",
        [
            (
                "22/TTr-LĐTBXH | Tờ trình | 2022-03-03 | Phòng Lao động - Thương binh và Xã hội "
                "huyện Đô Lương | subject"
            )
        ],
        "a district division",
    ),
    (
        (
            "Văn phòng HĐND - UBND huyện Đô Lương có Thông báo số 07/TB-VP ngày 8/1/2022 kết "
            "luận của Chủ tịch UBND huyện."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [("07/TB-VP | Thông báo | 2022-01-08 | Văn phòng HĐND - UBND huyện Đô Lương | subject")],
        "an office of two organs",
    ),
    (
        ("Cuộc vận động triển khai theo Thông báo Kết luận số 264-TB/TW ngày 31/7/2009 của Bộ Chính trị."),
        "",
        "nghe-an",
        "2022-05-20",
        ["264-TB/TW | Thông báo | 2009-07-31 | Bộ Chính trị | basis"],
        "a notice of conclusions",
    ),
    (
        (
            "Quán triệt Nghị quyết 21 của BCH Trung ương Đảng khóa XIII và Quy định 37-QĐ/TW "
            "về những điều đảng viên không được làm."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [
            "21 | Nghị quyết | None | Ban Chấp hành Trung ương Đảng khóa XIII | basis",
            "37-QĐ/TW | Quy định | None | None | basis",
        ],
        "a plenum's resolution and a provision",
    ),
    (
        (
            "Trường Tiểu học Lưu Sơn được công nhận đạt chuẩn quốc gia theo Quyết định số "
            "4567/QĐ-UBND của Chủ tịch UBND tỉnh."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        ["4567/QĐ-UBND | Quyết định | None | Chủ tịch UBND tỉnh Nghệ An | basis"],
        "a school recognised",
    ),
    (
        ("Ông Lê Văn An được bổ nhiệm theo Quyết định số 77/QĐ-UBND ngày 3/4/2022 của UBND tỉnh."),
        "",
        "nghe-an",
        "2022-05-20",
        ["77/QĐ-UBND | Quyết định | 2022-04-03 | UBND tỉnh Nghệ An | basis"],
        "an appointment carried out",
    ),
    (
        (
            "Sở Nội vụ công bố Quyết định số 77/QĐ-UBND của Chủ tịch UBND tỉnh về điều động, "
            "bổ nhiệm ông Lê Văn An."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        ["77/QĐ-UBND | Quyết định | None | Chủ tịch UBND tỉnh Nghệ An | subject"],
        "an appointment read out",
    ),
    (
        (
            "Thừa ủy quyền của Thủ tướng, ông An trao Bằng khen của Thủ tướng Chính phủ "
            "(Quyết định số 45/QĐ-TTg ngày 3/1/2022) cho 2 cá nhân."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        ["45/QĐ-TTg | Quyết định | 2022-01-03 | Thủ tướng Chính phủ | award"],
        "brackets behind the certificate",
    ),
    (
        (
            "Công ty Điện lực Nghệ An nhận Cờ thi đua theo Quyết định số 88/QĐ-EVN ngày "
            "3/1/2022 của Tập đoàn Điện lực Việt Nam."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        ["88/QĐ-EVN | Quyết định | 2022-01-03 | Tập đoàn Điện lực Việt Nam | award"],
        "a corporation's flag",
    ),
    (
        "Kho bạc Nhà nước tỉnh có Công văn số 88/KBNA-KSC gửi các đơn vị.",
        "",
        "nghe-an",
        "2022-05-20",
        ["88/KBNA-KSC | Công văn | None | Kho bạc Nhà nước tỉnh Nghệ An | subject"],
        "a treasury's letter",
    ),
    (
        "BHXH Việt Nam ban hành Công văn số 1234/BHXH-TĐKT ngày 3/3/2022 về thi đua.",
        "",
        None,
        "2022-05-20",
        ["1234/BHXH-TĐKT | Công văn | 2022-03-03 | BHXH Việt Nam | subject"],
        "social insurance in short",
    ),
    (
        ("Bộ CHQS tỉnh phát động theo Chỉ thị số 12/CT-BTL ngày 3/1/2022 của Tư lệnh Quân khu 4."),
        "",
        "nghe-an",
        "2022-05-20",
        ["12/CT-BTL | Chỉ thị | 2022-01-03 | Tư lệnh Quân khu 4 | basis"],
        "an army's directive",
    ),
    (
        "Kế hoạch số 55/KH-BCHBP của Bộ Chỉ huy BĐBP tỉnh.",
        "",
        "nghe-an",
        "2022-05-20",
        ["55/KH-BCHBP | Kế hoạch | None | Bộ Chỉ huy BĐBP tỉnh Nghệ An | subject"],
        "border guards in short",
    ),
    (
        ("Thông tư số 10/2025/TT-BTC có hiệu lực từ 1/5/2025, sửa đổi Thông tư số 70/2019/TT-BTC."),
        "",
        None,
        "2022-05-20",
        [
            "10/2025/TT-BTC | Thông tư | None | Bộ Tài chính | subject",
            "70/2019/TT-BTC | Thông tư | None | Bộ Tài chính | basis",
        ],
        "an amendment",
    ),
    (
        (
            "Phong trào được phát động theo Kế hoạch số 03/KH-UBND ngày 6/5/2022 của Ủy ban "
            "nhân dân thành phố Vinh."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        ["03/KH-UBND | Kế hoạch | 2022-05-06 | UBND thành phố Vinh | subject"],
        "a town's plan",
    ),
    (
        ("Bộ trưởng Bộ Công an tặng Bằng khen (Quyết định số 99/QĐ-BCA ngày 3/2/2022) cho Công an huyện."),
        "",
        "nghe-an",
        "2022-05-20",
        ["99/QĐ-BCA | Quyết định | 2022-02-03 | Bộ trưởng Bộ Công an | award"],
        "a minister's award",
    ),
    (
        "Giám đốc Sở Y tế tặng Giấy khen cho 9 tập thể tại Quyết định số 99/QĐ-SYT.",
        "",
        "nghe-an",
        "2022-05-20",
        ["99/QĐ-SYT | Quyết định | None | Giám đốc Sở Y tế tỉnh Nghệ An | award"],
        "a director's award",
    ),
    (
        "LĐLĐ tỉnh tặng Bằng khen cho 9 công đoàn cơ sở (Quyết định 99/QĐ-LĐLĐ).",
        "",
        "nghe-an",
        "2022-05-20",
        ["99/QĐ-LĐLĐ | Quyết định | None | LĐLĐ tỉnh Nghệ An | award"],
        "a union's award",
    ),
    (
        ("Tỉnh đã phê duyệt quy hoạch tại Quyết định 1059/QĐ-TTg ngày 14/9/2023 của Thủ tướng."),
        "",
        "nghe-an",
        "2023-10-01",
        ["1059/QĐ-TTg | Quyết định | 2023-09-14 | Thủ tướng Chính phủ | basis"],
        "approved at",
    ),
    (
        (
            "Số hiệu | 18/2025/NQ-HĐND |\nNgày ban hành | 21/07/2025 |\nNgày có hiệu lực | "
            "21/07/2025 |\nLoại văn bản | Nghị quyết |\nCơ quan ban hành | Tỉnh Nghệ An |\nHỘI "
            "ĐỒNG NHÂN DÂN |\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM |\nSố: 18/2025/NQ-HĐND |\nNghệ "
            "An, ngày 21 tháng 7 năm 2025 |\nCăn cứ các Nghị định của Chính phủ: Số "
            "78/2025/NĐ-CP ngày 01 tháng 4 năm 2025 quy định chi tiết; số 187/2025/NĐ-CP "
            "ngày 01 tháng 7 năm 2025 sửa đổi, bổ sung một số điều của Nghị định số "
            "78/2025/NĐ-CP ngày 01 tháng 4 năm 2025 của Chính phủ;"
        ),
        "",
        "nghe-an",
        "2025-07-25",
        [
            "18/2025/NQ-HĐND | Nghị quyết | 2025-07-21 | HĐND tỉnh Nghệ An | subject",
            "78/2025/NĐ-CP | Nghị định | 2025-04-01 | Chính phủ | basis",
            "187/2025/NĐ-CP | Nghị định | 2025-07-01 | Chính phủ | basis",
        ],
        "a law portal's table",
    ),
    (
        (
            "Số hiệu:\n|\n15/2025/TT-BNV\n|\n|\nLoại văn bản:\n|\nThông tư\n|\n|\nNơi ban hành:\n|\nBộ "
            "Nội vụ\n|\n|\nNgười ký:\n|\nLê Thị Hoa\n|\n|\nNgày ban hành:\n|\n04/08/2025\n|\n|\nNgày hiệu "
            "lực:\n|\nĐã biết"
        ),
        "",
        None,
        "2025-08-05",
        ["15/2025/TT-BNV | Thông tư | 2025-08-04 | Bộ Nội vụ | subject"],
        "a law portal's data torn into lines",
    ),
    (
        (
            "UBND tỉnh vừa có Công văn số 5202/UBND-NCKS ngày 08/8/2021 triển khai Kế hoạch "
            "số 333/KHBCĐ ngày 30/6/2021 của Ban Chỉ đạo thực hiện phong trào toàn dân bảo "
            "vệ an ninh Tổ quốc Trung ương về việc tổ chức ngày hội; Kế hoạch số 2741/KH-BCĐ "
            "ngày 26/7/2021 của Ban Chỉ đạo 138 tỉnh."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [
            "5202/UBND-NCKS | Công văn | 2021-08-08 | UBND tỉnh Nghệ An | subject",
            (
                "333/KHBCĐ | Kế hoạch | 2021-06-30 | Ban Chỉ đạo thực hiện phong trào toàn dân "
                "bảo vệ an ninh Tổ quốc Trung ương | basis"
            ),
            "2741/KH-BCĐ | Kế hoạch | 2021-07-26 | Ban Chỉ đạo 138 tỉnh Nghệ An | basis",
        ],
        "two committees",
    ),
    (
        "Thực hiện Nghị định 152/2025/NĐ-CР của Chính phủ.",
        "",
        None,
        "2022-05-20",
        ["152/2025/NĐ-CP | Nghị định | None | Chính phủ | basis"],
        "a Cyrillic letter in the code",
    ),
    (
        "Theo Chỉ thị số 01/CT-BTC, ngành thuế sắp xếp các chi cục.",
        "",
        None,
        "2022-05-20",
        ["01/CT-BTC | Chỉ thị | None | Bộ Tài chính | subject"],
        "a ministry's directive by code",
    ),
    (
        (
            "Ngày 04/8/2025, Bộ trưởng Bộ Nội vụ đã ban hành Thông tư 15/2025/TT-BNV quy "
            "định biện pháp thi hành Luật."
        ),
        "",
        None,
        "2025-08-05",
        ["15/2025/TT-BNV | Thông tư | 2025-08-04 | Bộ Nội vụ | subject"],
        "a minister issues",
    ),
    (
        (
            "Gắn đợt sinh hoạt với việc quán triệt thực hiện Chỉ thị số 07/CT-TTg ngày "
            "19/3/2014 của Thủ tướng Chính phủ."
        ),
        "",
        None,
        "2022-05-20",
        ["07/CT-TTg | Chỉ thị | 2014-03-19 | Thủ tướng Chính phủ | mention"],
        "an aside: together with",
    ),
    (
        ("Căn cứ Nghị quyết 545/2007/NQ-UBTVQH12 ngày 11 tháng 12 năm 2007 của Ủy ban Thường vụ Quốc hội;"),
        "",
        None,
        "2022-05-20",
        [("545/2007/NQ-UBTVQH12 | Nghị quyết | 2007-12-11 | Ủy ban Thường vụ Quốc hội | basis")],
        "old numbering of a standing committee",
    ),
    (
        ("Căn cứ Nghị quyết số 120/2020/QH14 ngày 19 tháng 6 năm 2020 của Quốc hội phê duyệt chủ trương;"),
        "",
        None,
        "2022-05-20",
        ["120/2020/QH14 | Nghị quyết | 2020-06-19 | Quốc hội | basis"],
        "a resolution of the National Assembly",
    ),
    (
        (
            "- Căn cứ Thông tư số 338/2016/TT-BTC\nngày 28 tháng 12 năm 2016 của Bộ trưởng Bộ "
            "Tài chính; Thông tư số 42/2022/TT-BTC ngày 06 tháng 7 năm 2022 của Bộ trưởng Bộ "
            "Tài chính sửa\nđổi, bổ sung một số điều của Thông tư số\n338/2016/TT-BTC ngày 28 "
            "tháng 12 năm 2016 của Bộ trưởng Bộ Tài chính;"
        ),
        "",
        None,
        "2022-05-20",
        [
            "338/2016/TT-BTC | Thông tư | 2016-12-28 | Bộ trưởng Bộ Tài chính | basis",
            "42/2022/TT-BTC | Thông tư | 2022-07-06 | Bộ trưởng Bộ Tài chính | basis",
        ],
        "lines broken within a chain",
    ),
    (
        "Theo Công văn số 45-CV/BDVHU ngày 5/4/2022, các xã báo cáo.",
        "Huyện Đô Lương dân vận khéo",
        "nghe-an",
        "2022-05-20",
        ["45-CV/BDVHU | Công văn | 2022-04-05 | Ban Dân vận Huyện ủy Đô Lương | subject"],
        "a district's board by code",
    ),
    (
        "Thực hiện Kế hoạch số 45-KH/TXU, thị xã ra quân.",
        "Thị xã Thái Hòa ra quân",
        "nghe-an",
        "2022-05-20",
        ["45-KH/TXU | Kế hoạch | None | Thị ủy Thái Hòa | basis"],
        "a town's Party by code",
    ),
    (
        ("Thực hiện Kế hoạch số 45-KH/ĐUK của Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh về học tập."),
        "",
        "nghe-an",
        "2022-05-20",
        [("45-KH/ĐUK | Kế hoạch | None | Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh Nghệ An | basis")],
        "two kinds of members in one Khối",
    ),
    (
        "Thực hiện Kế hoạch số 45-KH/HU của Ban Thường vụ Huyện ủy về học tập.",
        "Huyện Đô Lương học tập",
        "nghe-an",
        "2022-05-20",
        ["45-KH/HU | Kế hoạch | None | Ban Thường vụ Huyện ủy Đô Lương | basis"],
        "a standing committee completed",
    ),
    (
        (
            "STT | Số, ký hiệu | Ngày ban hành | Trích yếu\n1 | 45/KH-UBND | 12/3/2021 | Kế "
            "hoạch thi đua\n2 | 46/QĐ-UBND | 13/3/2021 | Quyết định phê duyệt"
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [
            "45/KH-UBND | Kế hoạch | 2021-03-12 | UBND tỉnh Nghệ An | mention",
            "46/QĐ-UBND | Quyết định | 2021-03-13 | UBND tỉnh Nghệ An | mention",
        ],
        "rows of a register, the day in the next cell",
    ),
    (
        "Số: /KH-UBND\nNghệ An, ngày tháng 5 năm 2022\nKẾ HOẠCH",
        "",
        "nghe-an",
        "2022-05-20",
        [],
        "a form without a number",
    ),
    ("Số: …../QĐ-UBND ngày … tháng … năm 2022", "", "nghe-an", "2022-05-20", [], "dots for a number"),
    (
        ("Đạt 2/3 số hộ; km 12/H1; quốc lộ 1A; thửa đất số 12; mã số HTX 12/HTX; tờ bản đồ số 5."),
        "",
        "nghe-an",
        "2022-05-20",
        [],
        "shares, roads, plots",
    ),
    ("Mẫu 2C-BNV/2008 và biểu số 03/TĐ-KT.", "", "nghe-an", "2022-05-20", [], "forms to fill in"),
    (
        "Tỷ lệ 98/100 thôn; đợt 2/2022; tuần 3/5; vòng 1/8; xếp hạng 5/63 tỉnh, thành.",
        "",
        "nghe-an",
        "2022-05-20",
        [],
        "counts, rounds, ranks",
    ),
    ("Trung đoàn 335/f324, Tiểu đoàn 41/e335 dự lễ.", "", "nghe-an", "2022-05-20", [], "army units"),
    ("Năm học 2021/2022, lớp 12A1/THPT Đô Lương; khối 10/NC.", "", "nghe-an", "2022-05-20", [], "classes"),
    (
        "Giải bóng đá U15/NA; tàu NA-90123-TS; xe 37C-123.45.",
        "",
        "nghe-an",
        "2022-05-20",
        [],
        "boats and cars",
    ),
    (
        "Quyết định 45 năm 2019 của UBND tỉnh về thi đua.",
        "",
        "nghe-an",
        "2022-05-20",
        ["45 | Quyết định | None | UBND tỉnh Nghệ An | subject"],
        "a year for the day",
    ),
    (
        "Kế hoạch 45/KH-UBND\nNgày 12/3/2021",
        "",
        "nghe-an",
        "2022-05-20",
        ["45/KH-UBND | Kế hoạch | 2021-03-12 | UBND tỉnh Nghệ An | subject"],
        "a day in the next line",
    ),
    (
        "Hội nghị được nghe giới thiệu Luật số 06/2022/QH15, Nghị định số 98/2023/NĐ-CP.",
        "",
        "nghe-an",
        "2022-05-20",
        [
            "06/2022/QH15 | Luật | None | Quốc hội | mention",
            "98/2023/NĐ-CP | Nghị định | None | Chính phủ | mention",
        ],
        "introduced to an audience",
    ),
    (
        "Thực hiện Kết luận Hội nghị giao ban, Thông báo số 123-TB/TU.",
        "",
        "nghe-an",
        "2022-05-20",
        ["123-TB/TU | Thông báo | None | Tỉnh ủy Nghệ An | basis"],
        "a conclusion without number",
    ),
    (
        (
            "Quyết định số 12/QĐ-UBND, Quyết định số 13/QĐ-UBND ngày 3/2/2021 và Quyết định "
            "số 14/QĐ-UBND ngày 5/2/2021 của UBND huyện Đô Lương."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [
            "12/QĐ-UBND | Quyết định | None | UBND huyện Đô Lương | subject",
            "13/QĐ-UBND | Quyết định | 2021-02-03 | UBND huyện Đô Lương | subject",
            "14/QĐ-UBND | Quyết định | 2021-02-05 | UBND huyện Đô Lương | subject",
        ],
        "the middle of three is dated",
    ),
    (
        (
            "Theo Quyết định số 219-QĐ/TU ngày 7-8-2021 của Ban Thường vụ Tỉnh ủy, đợt này "
            "có 13 đảng viên được trao tặng Huy hiệu Đảng."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        ["219-QĐ/TU | Quyết định | 2021-08-07 | Ban Thường vụ Tỉnh ủy Nghệ An | award"],
        "the Party's badge, theo",
    ),
    (
        ("Ban Thường vụ Tỉnh ủy có Quyết định số 219-QĐ/TU về việc tặng Huy hiệu 50 năm tuổi Đảng."),
        "",
        "nghe-an",
        "2022-05-20",
        ["219-QĐ/TU | Quyết định | None | Ban Thường vụ Tỉnh ủy Nghệ An | award"],
        "the Party's badge, có",
    ),
    (
        "Thực hiện Nghị quyết số 33-NQ/TW của BCH T.Ư Đảng khóa XI.",
        "",
        "nghe-an",
        "2022-05-20",
        ["33-NQ/TW | Nghị quyết | None | Ban Chấp hành Trung ương Đảng khóa XI | basis"],
        "T.Ư",
    ),
    (
        "Thực hiện Chỉ thị 05-CT/TƯ của Bộ Chính trị.",
        "",
        "nghe-an",
        "2022-05-20",
        ["05-CT/TƯ | Chỉ thị | None | Bộ Chính trị | basis"],
        "TƯ in a code",
    ),
    (
        "Thực hiện Nghị quyết T.Ư 4 khóa XII và Chỉ thị số 05 của Bộ Chính trị.",
        "",
        "nghe-an",
        "2022-05-20",
        ["05 | Chỉ thị | None | Bộ Chính trị | basis"],
        "a plenum beside a directive",
    ),
    (
        "Thực hiện Kế hoạch số 12-KH/TWĐTN của BTV T.Ư Đoàn.",
        "",
        "nghe-an",
        "2022-05-20",
        ["12-KH/TWĐTN | Kế hoạch | None | Ban Thường vụ Trung ương Đoàn | basis"],
        "T.Ư Đoàn",
    ),
    (
        "Thực hiện Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị khóa XIII.",
        "",
        "nghe-an",
        "2022-05-20",
        ["01-KL/TW | Kết luận | 2021-05-18 | Bộ Chính trị khóa XIII | basis"],
        "a term of the Politburo",
    ),
    (
        "Thực hiện Chỉ thị số 05-CT/TW, ngày 15-5-2016 của Bộ Chính trị (khóa XII).",
        "",
        "nghe-an",
        "2022-05-20",
        ["05-CT/TW | Chỉ thị | 2016-05-15 | Bộ Chính trị | basis"],
        "a term in brackets",
    ),
    (
        (
            "Triển khai Chỉ thị số 13/CT-TTg, Công điện số 14/CĐ-TTg của Thủ tướng và các "
            "văn bản chỉ đạo của tỉnh."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [
            "13/CT-TTg | Chỉ thị | None | Thủ tướng Chính phủ | basis",
            "14/CĐ-TTg | Công điện | None | Thủ tướng Chính phủ | basis",
        ],
        "a tail of vague texts",
    ),
    (
        ("Thực hiện Quyết định số 22/2018/QĐ-TTg của Thủ tướng và Quyết định số 5/QĐ-UBND của tỉnh."),
        "",
        "nghe-an",
        "2022-05-20",
        [
            "22/2018/QĐ-TTg | Quyết định | None | Thủ tướng Chính phủ | basis",
            "5/QĐ-UBND | Quyết định | None | UBND tỉnh Nghệ An | basis",
        ],
        "của tỉnh is no body",
    ),
    (
        "Theo Quyết định của UBND tỉnh số 5/QĐ-UBND ngày 3/2/2021, trường được đổi tên.",
        "",
        "nghe-an",
        "2022-05-20",
        ["5/QĐ-UBND | Quyết định | 2021-02-03 | UBND tỉnh Nghệ An | basis"],
        "the body before the number",
    ),
    (
        "Căn cứ Quyết định của Bộ trưởng Bộ Y tế số 1313/QĐ-BYT ngày 22/4/2013.",
        "",
        "nghe-an",
        "2022-05-20",
        ["1313/QĐ-BYT | Quyết định | 2013-04-22 | Bộ trưởng Bộ Y tế | basis"],
        "a minister before the number",
    ),
    (
        "Căn cứ Công văn của Sở Nội vụ số 45/SNV-TĐKT ngày 3/4/2021 về xét khen thưởng.",
        "",
        "nghe-an",
        "2022-05-20",
        ["45/SNV-TĐKT | Công văn | 2021-04-03 | Sở Nội vụ tỉnh Nghệ An | basis"],
        "a department before the number",
    ),
    (
        "Căn cứ Nghị quyết của HĐND huyện Đô Lương số 12/NQ-HĐND ngày 3/4/2021.",
        "",
        "nghe-an",
        "2022-05-20",
        ["12/NQ-HĐND | Nghị quyết | 2021-04-03 | HĐND huyện Đô Lương | basis"],
        "a council before the number",
    ),
    (
        "UBND tỉnh ban hành Kế hoạch số 5/KH-UBND về tổ chức Hội nghị ngày 3/6/2022.",
        "",
        "nghe-an",
        "2022-05-20",
        ["5/KH-UBND | Kế hoạch | None | UBND tỉnh Nghệ An | subject"],
        "the day of a meeting",
    ),
    (
        "Công văn số 5/UBND-VX về việc báo cáo kết quả trước ngày 3/6/2022 của UBND tỉnh.",
        "",
        "nghe-an",
        "2022-05-20",
        ["5/UBND-VX | Công văn | None | UBND tỉnh Nghệ An | subject"],
        "a deadline before the body",
    ),
    (
        "Kế hoạch số 5/KH-UBND về tổ chức lễ kỷ niệm ngày 3/2/2022 của Đảng.",
        "",
        "nghe-an",
        "2022-05-20",
        ["5/KH-UBND | Kế hoạch | None | UBND tỉnh Nghệ An | subject"],
        "a commemoration's day",
    ),
    (
        ("Chỉ thị số 5/CT-UBND do Chủ tịch UBND tỉnh ban hành hôm 3/5/2022 yêu cầu các ngành vào cuộc."),
        "",
        "nghe-an",
        "2022-05-20",
        ["5/CT-UBND | Chỉ thị | 2022-05-03 | Chủ tịch UBND tỉnh Nghệ An | subject"],
        "hôm behind the body",
    ),
    (
        (
            "Ngày 3/5/2022, UBND tỉnh có Quyết định số 5/QĐ-UBND, Quyết định số 6/QĐ-UBND và "
            "Quyết định số 7/QĐ-UBND về đất đai."
        ),
        "",
        "nghe-an",
        "2022-05-20",
        [
            "5/QĐ-UBND | Quyết định | 2022-05-03 | UBND tỉnh Nghệ An | subject",
            "6/QĐ-UBND | Quyết định | 2022-05-03 | UBND tỉnh Nghệ An | subject",
            "7/QĐ-UBND | Quyết định | 2022-05-03 | UBND tỉnh Nghệ An | subject",
        ],
        "one verb and three decisions",
    ),
    (
        ("Sáng 3/5/2022, UBND tỉnh công bố Quyết định số 5/QĐ-UBND ngày 28/4/2022 và tặng hoa."),
        "",
        "nghe-an",
        "2022-05-20",
        ["5/QĐ-UBND | Quyết định | 2022-04-28 | UBND tỉnh Nghệ An | subject"],
        "flowers are no award",
    ),
    (
        "Sáng 3/5/2022, huyện công bố Quyết định số 5/QĐ-UBND.",
        "",
        "nghe-an",
        "2022-05-20",
        ["5/QĐ-UBND | Quyết định | None | UBND tỉnh Nghệ An | subject"],
        "the day it was read out in a town",
    ),
]


@pytest.mark.parametrize(
    ("body", "title", "province", "published", "expected", "reason"), CITED, ids=[row[5] for row in CITED]
)
def test_documents_of_a_sentence(
    body: str, title: str, province: str | None, published: str, expected: list[str], reason: str
) -> None:
    assert documents(body, title, province, published) == expected, reason
