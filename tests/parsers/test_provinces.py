"""Which province: the evidence, the guards, and the mergers."""

from datetime import date

import pytest

from parsers.places.gazetteer import places
from parsers.places.provinces import find_province, in_force
from parsers.text import Text

CASES = [
    ("", "Sáng 3/4, UBND tỉnh Sơn La tổng kết phong trào.", {}, "son-la", "an authority in the lead"),
    ("Gia Lai: trao Bằng khen cho 20 tập thể", "Hội nghị diễn ra sáng nay.", {}, "gia-lai", "the headline"),
    (
        "Lục Nam: Tôn vinh 20 gia đình",
        "Sáng nay, huyện họp.",
        {},
        "bac-giang",
        "a district opens the headline",
    ),
    ("Mường Khương ra quân làm đường", "Các xã trong huyện góp sức.", {}, "lao-cai", "a district that acts"),
    ("Mường Khương ra quân làm đường", "Các thôn góp sức.", {}, None, "perhaps a commune"),
    ("Nam Đàn quê Bác", "Huyện có nhiều đổi thay.", {}, None, "no deed behind the name"),
    ("Bình Minh: Ra quân", "Sáng nay, huyện họp.", {}, None, "another kind of unit has the name"),
    ("", "Lễ tôn vinh được tổ chức tại Hà Nội, do Bộ Nội vụ chủ trì.", {}, None, "national events"),
    ("", "UBND thành phố Hà Nội và UBND TP Hà Nội giao Sở Nội vụ.", {}, "ha-noi", "Hà Nội as an authority"),
    ("", "Học tập và làm theo phong cách Hồ Chí Minh, Chủ tịch Hồ Chí Minh.", {}, None, "a person"),
    ("", "UBND TP. Hồ Chí Minh phát động; TP.HCM phấn đấu về trước.", {}, "ho-chi-minh", "the city"),
    ("", "Liệt sĩ Nguyễn Thái Bình và đồng chí Trần Hòa Bình.", {}, None, "given names"),
    ("", "LĐLĐ huyện Diễn Châu và huyện Quỳnh Lưu họp cụm.", {}, "nghe-an", "districts tell the province"),
    ("", "UBND huyện Châu Thành họp với huyện Châu Thành.", {}, None, "several provinces have one"),
    ("", "UBND huyện Thanh Trì họp với huyện Thanh Trì.", {}, "ha-noi", "not Thạnh Trị: the marks tell"),
    ("", "UBND huyện Đoan Hùng họp; huyện Đoan Hùng có 22 xã.", {}, "phu-tho", "Đoan is not đoàn"),
    (
        "",
        "Công an Quận 7 ra quân; UBND quận 7 khen thưởng.",
        {},
        "ho-chi-minh",
        "only it numbers its districts",
    ),
    ("", "Tỉnh Đăk Lăk, tỉnh Đắc Lắk.", {}, "dak-lak", "spellings of highland names"),
    ("", "UBND TỈNH BÀ RỊA- VŨNG TÀU họp.", {}, "ba-ria-vung-tau", "capitals and stray blanks"),
    ("", "Kế hoạch của tỉnh.", {"masthead": "BÁO YÊN BÁI ĐIỆN TỬ"}, "yen-bai", "the masthead"),
    ("", "Kế hoạch của tỉnh.", {"url": "https://snv.laocai.gov.vn/x"}, "lao-cai", "the host"),
    ("", "Ngày 5/4, Chủ tịch UBND tỉnh Kon Tum chủ trì họp.", {}, "kon-tum", "who acts is no guest"),
    ("", "Dự hội nghị có ông A, Chủ tịch UBND tỉnh Kon Tum.", {}, None, "a guest of a national event"),
    (
        "V/v tổng kết",
        "BAN TĐKT\nTRUNG ƯƠNG\nSố: 9/BTĐKT-PT\nHà Nội, ngày 2 tháng 3 năm 2020",
        {},
        None,
        "a letterhead",
    ),
    ("", "(GLO)- Sáng 4/5, huyện họp.", {}, "gia-lai", "a newspaper's code in brackets"),
    ("", "BHG - Sáng 4.5, huyện họp.", {}, "ha-giang", "a newspaper's code"),
    ("", "Hệ thống ABO - B là nhóm máu. Huyện họp.", {}, None, "a code within a sentence"),
    ("", "(baclieu.gov.vn) - Sáng 4/5, tỉnh họp.", {}, "bac-lieu", "a dateline with the portal's name"),
    (
        "",
        "UBND TP.Đà Nẵng họp; UBND TP. Đà Nẵng giao Sở Nội vụ.",
        {},
        "da-nang",
        "TP. with and without a blank",
    ),
    ("", "Lễ hội mở ở xã Cát Hải, Hải Phòng. Hải Phòng. Xong.", {}, "hai-phong", "a full stop behind a name"),
    ("", "Đồn Biên phòng Mỹ Á (Quảng Ngãi) trao cờ cho ngư dân.", {}, "quang-ngai", "one name, in the lead"),
    ("", "Ông sinh ngày 03/02/1922 tại làng Cổ Đạm, tỉnh Hà Tĩnh.", {}, None, "a birthplace says little"),
    ("", "Chung tay dựng xây quê hương tỉnh Hà Tĩnh.", {}, "ha-tinh", "a homeland is not a birthplace"),
    ("", "Tỉnh Nghệ An, tỉnh Hà Tĩnh, tỉnh Thanh Hóa, tỉnh Quảng Trị.", {}, None, "none stands out"),
    ("UBND tỉnh Phú Thọ họp", "", {"when": date(2025, 9, 1)}, "phu-tho-2025", "after the merger"),
    ("UBND tỉnh Bắc Kạn họp", "", {"when": date(2025, 6, 30)}, "bac-kan", "the day before it"),
]


@pytest.mark.parametrize(("title", "body", "known", "slug", "why"), CASES, ids=[c[-1] for c in CASES])
def test_province(title: str, body: str, known: dict[str, object], slug: str | None, why: str) -> None:
    guess = find_province(Text.of(title), Text.of(body), **known)  # type: ignore[arg-type]
    assert (guess.slug if guess else None) == slug, why


def test_units_follow_the_mergers() -> None:
    assert in_force("hue", date(2020, 1, 1)) == "thua-thien-hue"
    assert in_force("thua-thien-hue", date(2026, 1, 1)) == "hue"
    assert in_force("ca-mau", date(2026, 1, 1)) == "ca-mau-2025"
    assert in_force("ca-mau", None) == "ca-mau"
    assert in_force("lai-chau", date(2026, 1, 1)) == "lai-chau"


def test_places_are_where_they_are_said_to_be() -> None:
    text = "Sở Nội vụ tỉnh Thừa Thiên - Huế, thị xã Hương Thủy"
    assert [(text[p.start : p.end], p.slugs, p.kind) for p in places(text)] == [
        ("Thừa Thiên - Huế", ("thua-thien-hue",), "tỉnh"),
        ("thị xã Hương Thủy", ("thua-thien-hue",), "huyện"),
    ]


# Headline and first sentence alone: (title, text, slug).
STORIES = [
    (
        "Chiến thắng Điện Biên Phủ sống mãi",
        "Sáng 7/5, Bộ Quốc phòng tổ chức mít tinh kỷ niệm chiến thắng Điện Biên Phủ. Chiến "
        "dịch Điện Biên Phủ kéo dài 56 ngày đêm.",
        None,
    ),
    (
        "Thành phố Vinh ra quân chỉnh trang đô thị",
        "Sáng 3/4, UBND thành phố Vinh phát động đợt thi đua chỉnh trang đô thị tại 25 phường, xã.",
        "nghe-an",
    ),
    (
        "TP Buôn Ma Thuột tuyên dương 50 gia đình văn hóa",
        "Hội nghị diễn ra chiều 5/6 tại hội trường thành phố, với hơn 200 đại biểu.",
        "dak-lak",
    ),
    (
        "Đà Lạt phát động phong trào tuyến phố không rác",
        "Từ 1/7, các phường của TP Đà Lạt chấm điểm vệ sinh hằng tuần.",
        "lam-dong",
    ),
    (
        "Thị xã Ba Đồn tập huấn công tác thi đua",
        "Phòng Nội vụ thị xã Ba Đồn vừa mở lớp tập huấn cho 80 cán bộ.",
        "quang-binh",
    ),
    (
        "Quảng Ninh học tập kinh nghiệm cải cách hành chính tại Đà Nẵng",
        "Đoàn công tác của UBND tỉnh Quảng Ninh vừa có chuyến làm việc tại thành phố Đà Nẵng.",
        "quang-ninh",
    ),
    (
        "Hội nghị giao ban cụm thi đua các tỉnh miền núi",
        "Dự hội nghị có đại diện các tỉnh Hà Giang, Cao Bằng, Bắc Kạn, Lạng Sơn, Thái Nguyên.",
        None,
    ),
    (
        "Vì một thế giới hòa bình",
        "Hội Hữu nghị phát động cuộc thi vẽ tranh vì hòa bình cho thiếu nhi cả nước.",
        None,
    ),
    (
        "Tàu hải quân thăm các nước Thái Bình Dương",
        "Chuyến đi của tàu 016 qua nhiều nước bên bờ Thái Bình Dương kéo dài 60 ngày.",
        None,
    ),
    (
        "Công an Hà Tĩnh khen thưởng ban chuyên án",
        "Giám đốc Công an tỉnh vừa thưởng nóng ban chuyên án phá đường dây lừa đảo.",
        "ha-tinh",
    ),
    (
        "Học sinh dân tộc nội trú thi đua học tốt",
        "Trường Phổ thông Dân tộc nội trú tỉnh Kon Tum có 430 học sinh.",
        "kon-tum",
    ),
    (
        "Nghĩa tình biên giới",
        "Những năm qua, Bộ đội Biên phòng An Giang luôn sát cánh cùng nhân dân trong phòng chống buôn lậu.",
        "an-giang",
    ),
    (
        "Bộ Nội vụ tổng kết thi đua",
        "Sáng 5/4, tại Đà Nẵng, Bộ Nội vụ tổ chức hội nghị tổng kết công tác thi đua, khen thưởng toàn quốc.",
        None,
    ),
    (
        "Đại học Huế thi đua",
        "Đại học Huế phát động phong trào thi đua dạy tốt, học tốt năm 2020.",
        "thua-thien-hue",
    ),
    ("Hà Nội: Biểu dương 100 điển hình", "Sáng 5/4, các đơn vị ra quân.", "ha-noi"),
    ("Thi đua ở cơ sở", "Xã Vân Hòa, huyện Ba Vì (Hà Nội) phát động thi đua.", "ha-noi"),
    ("Đại học Huế thi đua", "Đại học Huế phát động phong trào thi đua dạy tốt, học tốt năm 2026.", "hue"),
    (
        "Thủ tướng dự khánh thành cao tốc",
        "Sáng 19/8, tại Khánh Hòa, Thủ tướng Chính phủ dự lễ khánh thành đoạn cao tốc Vân Phong - Nha Trang.",
        "khanh-hoa",
    ),
    (
        "Tổng Liên đoàn phát động thi đua",
        "Tổng Liên đoàn Lao động Việt Nam vừa phát động đợt thi đua cao điểm trong công nhân cả nước.",
        None,
    ),
    (
        "Ngành ngân hàng thi đua phục vụ",
        "Ngân hàng Chính sách xã hội chi nhánh Quảng Nam giải ngân 340 tỷ đồng trong quý I.",
        "quang-nam",
    ),
    (
        "Thủ đô thi đua xây dựng nếp sống văn minh",
        "UBND Thành phố Hà Nội yêu cầu các quận, huyện hoàn thành trước 10/10.",
        "ha-noi",
    ),
    (
        "Bộ trưởng làm việc với lãnh đạo tỉnh Sóc Trăng",
        "Chiều 4/3, Bộ trưởng Bộ Giao thông vận tải làm việc với lãnh đạo tỉnh Sóc Trăng về "
        "dự án cảng Trần Đề.",
        "soc-trang",
    ),
    (
        "Hà Nội, Đà Nẵng, TP.HCM cùng khởi động tháng thanh niên",
        "Trung ương Đoàn tổ chức lễ khởi động tháng thanh niên trực tuyến giữa ba thành phố "
        "Hà Nội, Đà Nẵng và TP.HCM.",
        None,
    ),
    (
        "Người thợ mỏ say sáng kiến",
        "Anh Phạm Văn Dũng, thợ lò Công ty Than Vàng Danh (TP Uông Bí, Quảng Ninh) vừa được "
        "tuyên dương thợ giỏi toàn quốc.",
        "quang-ninh",
    ),
    (
        "Tuổi trẻ Đất Mũi trồng rừng",
        "Huyện đoàn Ngọc Hiển vừa ra quân trồng 5.000 cây đước ở xã Đất Mũi.",
        "ca-mau",
    ),
    (
        "Trao nhà tình nghĩa ở Thạch Thất",
        "Hội CCB huyện Thạch Thất (Hà Nội) trao nhà tình nghĩa cho hội viên Nguyễn Văn Bảy.",
        "ha-noi",
    ),
    (
        "TIỀN GIANG: PHÁT ĐỘNG THÁNG HÀNH ĐỘNG",
        "Sáng nay tại TP Mỹ Tho diễn ra lễ phát động tháng hành động vì an toàn lao động.",
        "tien-giang",
    ),
    (
        "Lễ trao giải thưởng Lương Định Của",
        "Trung ương Đoàn trao giải cho 34 thanh niên nông thôn, trong đó có anh Lò Văn Pọm "
        "(Sơn La), chị Hà Thị Mơ (Thanh Hóa).",
        None,
    ),
    (
        "Hội thi nhà nông đua tài",
        "Hội thi có 8 đội đến từ các huyện Bình Giang, Ninh Giang, Thanh Miện, Gia Lộc tham dự.",
        "hai-duong",
    ),
    (
        "Đường Trần Hưng Đạo thông xe",
        "Sau 3 tháng, đường Trần Hưng Đạo ở phường Quang Trung, thành phố Thái Bình đã thông xe.",
        "thai-binh",
    ),
    (
        "Phú Thọ: 95% thôn có nhà văn hóa",
        "Đến nay toàn tỉnh có 2.800 nhà văn hóa thôn, khu dân cư.",
        "phu-tho",
    ),
    (
        "Bí thư Tỉnh ủy Bạc Liêu đối thoại với nông dân",
        "Sáng 4/10, Bí thư Tỉnh ủy đối thoại với 300 nông dân tiêu biểu.",
        "bac-lieu",
    ),
    (
        "Thông xe cầu Mỹ Thuận 2",
        "Cầu Mỹ Thuận 2 nối hai tỉnh Tiền Giang và Vĩnh Long được thông xe sáng 24/12.",
        None,
    ),
    (
        "Thủy điện Lai Châu về đích",
        "Tập đoàn Điện lực Việt Nam khen thưởng 40 tập thể trên công trường thủy điện Lai Châu.",
        "lai-chau",
    ),
    (
        "Họp báo giải chạy",
        "Chiều 8/3, tại TP.HCM, Ban Tổ chức họp báo giới thiệu giải chạy bán marathon quốc tế "
        "Cà Mau, diễn ra tại huyện Năm Căn, tỉnh Cà Mau.",
        "ca-mau",
    ),
]


@pytest.mark.parametrize(("title", "text", "slug"), STORIES, ids=[story[0] for story in STORIES])
def test_the_province_of_a_story(title: str, text: str, slug: str | None) -> None:
    guess = find_province(Text.of(title), Text.of(text))
    assert (guess.slug if guess else None) == slug
