"""The words that make a role. Sentences are written for these tests."""

from __future__ import annotations

from datetime import date

import pytest

from parsers.documents.finder import find_documents
from parsers.documents.numbers import find_numbers
from parsers.found import Source
from parsers.text import Text

FILLER = "Các thôn đã huy động người dân làm đường, trồng hoa và dọn vệ sinh, góp nhiều ngày công. " * 12


def roles(body: str, province: str | None = "nghe-an") -> list[str]:
    source = Source(Text.of(""), Text.of(body), date(2022, 5, 20), province)
    found = find_documents(source, find_numbers(source), [])
    return [document.role for document in dict.fromkeys(item.value for item in found)]


ROLES = [
    (
        "Sáng 12/5, xã khánh thành cầu. Trước đó, ngày 5/1, UBND huyện đã ký Quyết định số 12/QĐ-UBND.",
        ["mention"],
        "what came before is told as background",
    ),
    (
        (
            "DANH SÁCH TẬP THỂ ĐƯỢC TẶNG BẰNG KHEN\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 5/5/2022 "
            "của Chủ tịch UBND tỉnh)"
        ),
        ["award"],
        "above: a roll of those who get it",
    ),
    (
        (
            "DANH SÁCH\nCác cá nhân được khen thưởng năm 2021\n(Ban hành kèm theo Quyết định số "
            "12/QĐ-UBND ngày 5/5/2022 của UBND huyện Đô Lương)"
        ),
        ["award"],
        "above: praise",
    ),
    (
        (
            "Năm học | Danh hiệu | Quyết định\n2018-2019 | Tập thể lao động xuất sắc | Quyết định số "
            "45/QĐ-UBND ngày 12/8/2019 của UBND tỉnh\n2019-2020 | Cờ thi đua | QĐ số 67/QĐ-UBND ngày "
            "15/8/2020"
        ),
        ["award", "award"],
        "rows of a table of titles",
    ),
    (
        "| 2018 | Lao động tiên tiến | Số 45/QĐ-SYT ngày 12/01/2019 |",
        ["award"],
        "a cell with the number alone",
    ),
    (
        ("Năm 2019: Lao động tiên tiến, Quyết định số 45/QĐ-SYT ngày 12/01/2020 của Giám đốc Sở Y tế."),
        ["award"],
        "a title, then its decision",
    ),
    (
        (
            "UBND tỉnh ban hành Quyết định số 12/QĐ-UBND về việc công nhận danh hiệu “Tập thể lao "
            "động xuất sắc”."
        ),
        ["award"],
        "công nhận danh hiệu",
    ),
    (
        ("Chủ tịch nước ký Quyết định số 12/QĐ-CTN tặng thưởng Huân chương Lao động hạng Ba cho trường."),
        ["award"],
        "an order of the State",
    ),
    (
        "Ông được Thủ tướng Chính phủ tặng Bằng khen tại Quyết định số 12/QĐ-TTg ngày 3/4/2021.",
        ["award"],
        "tại Quyết định",
    ),
    (
        (
            "Tại lễ kỷ niệm, ông An công bố Quyết định số 12/QĐ-UBND của Chủ tịch UBND tỉnh về khen "
            "thưởng các tập thể xuất sắc."
        ),
        ["award"],
        "read out",
    ),
    (
        ("Dịp này, 5 tập thể được khen theo Quyết định số 12/QĐ-UBND ngày 3/4/2022 của Chủ tịch UBND tỉnh."),
        ["award"],
        "khen theo",
    ),
    (
        (
            "Quyết định số 12/QĐ-UBND của Chủ tịch UBND tỉnh tặng Bằng khen cho 32 tập thể, vì đã có "
            "thành tích xuất sắc năm 2023."
        ),
        ["award"],
        "tặng behind the body",
    ),
    (
        (
            "UBND tỉnh ban hành Quyết định số 12/QĐ-UBND phê duyệt kết quả Cuộc thi viết; Quyết định "
            "số 13/QĐ-UBND tặng Bằng khen cho 3 tác giả."
        ),
        ["subject", "award"],
        "approval, then an award",
    ),
    (
        (
            "Chủ tịch UBND tỉnh quyết định tặng Cờ thi đua cho 3 đơn vị (Quyết định số 12/QĐ-UBND "
            "ngày 3/2/2022); tặng Bằng khen cho 9 đơn vị (Quyết định số 13/QĐ-UBND ngày 3/2/2022)."
        ),
        ["award", "award"],
        "two awards in brackets",
    ),
    (
        "Quyết định số 12/2019/QĐ-UBND ban hành Quy chế thi đua, khen thưởng.",
        ["subject"],
        "rules on emulation",
    ),
    (
        "Hồ sơ xét tặng Kỷ niệm chương thực hiện theo Hướng dẫn số 12/HD-SNV.",
        ["basis"],
        "rules on who may get it",
    ),
    (
        "Tiền thưởng kèm theo Bằng khen thực hiện theo Nghị định số 98/2023/NĐ-CP.",
        ["basis"],
        "money by a decree",
    ),
    (
        ("UBND tỉnh ban hành Quyết định số 12/QĐ-UBND thành lập Hội đồng Thi đua - Khen thưởng tỉnh."),
        ["subject"],
        "a council is set up",
    ),
    (
        (
            "UBND tỉnh ban hành Quyết định số 12/QĐ-UBND về việc kiện toàn Hội đồng xét tặng danh "
            "hiệu Nghệ nhân ưu tú."
        ),
        ["subject"],
        "a council is renewed",
    ),
    (
        "Chủ tịch UBND tỉnh có Tờ trình số 12/TTr-UBND đề nghị tặng Huân chương cho 3 cá nhân.",
        ["subject"],
        "a proposal is no award",
    ),
    (
        "UBND tỉnh vừa ban hành Kế hoạch số 12/KH-UBND về việc triển khai phong trào thi đua.",
        ["subject"],
        "vừa ban hành",
    ),
    (
        "Để triển khai phong trào, UBND tỉnh đã ban hành Kế hoạch số 12/KH-UBND ngày 3/4/2022.",
        ["subject"],
        "a purpose before it",
    ),
    (
        "Đây là nội dung tại Chỉ thị số 12/CT-UBND của Chủ tịch UBND tỉnh về phát động thi đua.",
        ["subject"],
        "đây là nội dung tại",
    ),
    (
        "Đó là yêu cầu của UBND tỉnh tại Công văn số 12/UBND-VX về tăng cường phòng dịch.",
        ["subject"],
        "đó là yêu cầu tại",
    ),
    ("Chỉ thị số 12/CT-UBND nêu rõ: các ngành phải vào cuộc.", ["subject"], "it says clearly"),
    ("Sở Nội vụ vừa có hướng dẫn số 12/HD-SNV về tổng kết thi đua.", ["subject"], "a guidance"),
    ("Thông báo số 12/TB-VPCP vừa được phát đi nêu rõ các việc cần làm.", ["subject"], "vừa được phát đi"),
    (
        "Văn phòng UBND tỉnh vừa phát đi Thông báo số 12/TB-VP kết luận của Chủ tịch UBND tỉnh.",
        ["subject"],
        "vừa phát đi",
    ),
    (
        "Ngày 3/4, Sở Y tế ban hành Công văn số 12/SYT-NVY yêu cầu các bệnh viện trực Tết.",
        ["subject"],
        "a letter that demands",
    ),
    (
        (
            "Thực hiện Quyết định số 34/QĐ-TTg của Thủ tướng Chính phủ, UBND tỉnh ban hành Kế hoạch "
            "số 12/KH-UBND triển khai phong trào."
        ),
        ["basis", "subject"],
        "theo, then issued",
    ),
    (
        (
            "UBND tỉnh ban hành Kế hoạch số 12/KH-UBND thực hiện Quyết định số 34/QĐ-TTg của Thủ "
            "tướng Chính phủ."
        ),
        ["subject", "basis"],
        "issued to carry out",
    ),
    (
        "UBND tỉnh ban hành Kế hoạch số 12/KH-UBND nhằm triển khai Nghị quyết số 34-NQ/TU.",
        ["subject", "basis"],
        "issued in order to",
    ),
    (
        "Tại Kế hoạch số 12/KH-UBND, UBND tỉnh đặt mục tiêu 90% hộ đạt chuẩn.",
        ["subject"],
        "at, with what it aims at",
    ),
    ("Kế hoạch số 12/KH-UBND đặt ra 5 nhóm nhiệm vụ.", ["subject"], "it lays down"),
    (
        "Theo nội dung Kế hoạch số 12/KH-UBND, phong trào kéo dài đến hết năm 2025.",
        ["subject"],
        "theo nội dung",
    ),
    ("Chi tiết văn bản số 12/UBND-NC xem tại đây.", ["subject"], "see here"),
    ("Nội dung chi tiết xem Kế hoạch số 12/KH-UBND đính kèm.", ["subject"], "attached"),
    (
        "Toàn văn Chỉ thị số 12/CT-UBND: Thời gian qua, công tác thi đua có chuyển biến.",
        ["subject"],
        "in full",
    ),
    (
        (
            "HĐND tỉnh đã biểu quyết thông qua 2 nghị quyết: Nghị quyết số 12/NQ-HĐND về đầu tư "
            "công; Nghị quyết số 13/NQ-HĐND về biên chế."
        ),
        ["subject", "subject"],
        "two passed, introduced by a colon",
    ),
    ("Công ty gửi Báo cáo số 12/BC-CT đến UBND tỉnh.", ["subject"], "a report sent"),
    (
        (
            "Thực hiện Công văn số 12/UBND-VX ngày 3/4/2022 của UBND tỉnh về việc hưởng ứng Tháng "
            "Công nhân, Công đoàn Viên chức tỉnh hướng dẫn như sau:"
        ),
        ["basis"],
        "a head of a guidance",
    ),
    (
        (
            "Căn cứ Kế hoạch số 12/KH-UBND; Hướng dẫn số 13/HD-SNV; Công văn số 14/SNV-TC, phòng Nội "
            "vụ đề nghị các đơn vị nộp báo cáo."
        ),
        ["basis", "basis", "basis"],
        "three bases in a list",
    ),
    (
        ("Hưởng ứng phong trào theo Kế hoạch số 12/KH-UBND của UBND tỉnh, Đoàn trường đã phát động."),
        ["basis"],
        "hưởng ứng theo",
    ),
    (
        "Qua 5 năm thực hiện Chỉ thị số 34-CT/TW của Bộ Chính trị, huyện đạt nhiều kết quả.",
        ["basis"],
        "years of carrying it out",
    ),
    ("Hội nghị sơ kết 3 năm thực hiện Quyết định số 34/QĐ-TTg.", ["basis"], "a review of it"),
    ("Sau khi có Chỉ thị số 12-CT/TU, các cấp ủy đã vào cuộc.", ["basis"], "once it was there"),
    ("Bãi bỏ Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015.", ["basis"], "abolished"),
    (
        "Quyết định có hiệu lực từ ngày ký và thay thế Quyết định số 12/QĐ-UBND.",
        ["basis"],
        "in force and replaces",
    ),
    ("Kế hoạch này được xây dựng trên cơ sở Nghị quyết số 34-NQ/TU.", ["basis"], "built upon"),
    (
        "Đại biểu được nghe quán triệt Nghị quyết số 34-NQ/TW và Kết luận số 21-KL/TW.",
        ["basis", "basis"],
        "taught, two",
    ),
    ("Từ khi triển khai Nghị quyết số 34/NQ-HĐND, nhiều hộ thoát nghèo.", ["basis"], "since it runs"),
    ("Mức chi áp dụng theo quy định tại Thông tư số 12/2020/TT-BTC.", ["basis"], "at rates of"),
    ("Ban Tổ chức tuân thủ Nghị định số 110/2018/NĐ-CP về lễ hội.", ["basis"], "observed"),
    ("Lễ hội được tổ chức theo tinh thần Công điện số 12/CĐ-TTg.", ["basis"], "in the spirit of"),
    ("Tập huấn Luật số 06/2022/QH15 cho cán bộ.", ["basis"], "training on a law"),
    (
        "Tuyên truyền Luật Thi đua, khen thưởng số 06/2022/QH15 và các văn bản hướng dẫn.",
        ["basis"],
        "made known, a law by name",
    ),
    ("Hội nghị phổ biến Nghị định số 98/2023/NĐ-CP của Chính phủ.", ["basis"], "made known, a decree"),
    (
        "Kết luận của Thủ tướng tại Thông báo số 12/TB-VPCP được các tỉnh thực hiện nghiêm.",
        ["basis"],
        "conclusions carried out",
    ),
    (
        ("Báo cáo kết quả thực hiện Kế hoạch số 12/KH-UBND của các huyện cho thấy nhiều chuyển biến."),
        ["basis"],
        "results of it",
    ),
    (
        ("Xét Tờ trình số 12/TTr-UBND của UBND tỉnh; Báo cáo thẩm tra số 13/BC-HĐND của Ban Pháp chế,"),
        ["basis", "basis"],
        "examined: a submission and a report",
    ),
    (
        (
            "Ngoài ra, đơn vị còn thực hiện tốt Quyết định số 217-QĐ/TW, Quyết định số 218-QĐ/TW của "
            "Bộ Chính trị."
        ),
        ["basis", "basis"],
        "also carried out, two",
    ),
    (
        ("Thực hiện ý kiến chỉ đạo của UBND tỉnh tại Công văn số 12/UBND-VX, Sở đề nghị các phòng báo cáo."),
        ["basis"],
        "opinion at",
    ),
    ("Sở đề nghị các đơn vị nghiêm túc thực hiện Công văn số 12/UBND-VX.", ["basis"], "do carry it out"),
    ("Phong trào được cụ thể hóa bằng Nghị quyết số 12-NQ/HU của Huyện ủy.", ["basis"], "made concrete by"),
    (
        FILLER + "Ngoài ra, Thủ tướng cũng vừa ký Quyết định số 12/QĐ-TTg phê duyệt quy hoạch vùng.",
        ["mention"],
        "another body's, in passing",
    ),
    ("Phong trào gắn với việc học tập Chỉ thị số 05-CT/TW.", ["mention"], "an aside"),
    (FILLER + "Năm 1998, UBND tỉnh có Quyết định số 12/QĐ-UB thành lập trường.", ["mention"], "long ago"),
    (
        "Trường được thành lập theo Quyết định số 12/QĐ-UB ngày 3/4/1998 của UBND tỉnh. " + FILLER,
        ["basis"],
        "by which the school was founded",
    ),
]


@pytest.mark.parametrize(("body", "expected", "reason"), ROLES, ids=[row[2] for row in ROLES])
def test_role(body: str, expected: list[str], reason: str) -> None:
    assert roles(body) == expected, reason


def test_a_national_notice_reports_a_decree() -> None:
    body = "Nghị định số 98/2023/NĐ-CP thay thế Nghị định số 91/2017/NĐ-CP."
    assert roles(body, province=None) == ["subject", "basis"]
