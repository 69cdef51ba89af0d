"""Which province: the evidence, the guards, and the mergers."""

from datetime import date

import pytest

from parsers.gazetteer import places
from parsers.provinces import find_province, in_force
from parsers.text import Text

CASES = [
    ("", "Sáng 3/4, UBND tỉnh Sơn La tổng kết phong trào.", {}, "son-la", "an authority in the lead"),
    ("Gia Lai: trao Bằng khen cho 20 tập thể", "Hội nghị diễn ra sáng nay.", {}, "gia-lai", "the headline"),
    ("", "Lễ tôn vinh được tổ chức tại Hà Nội, do Bộ Nội vụ chủ trì.", {}, None, "national events"),
    ("", "UBND thành phố Hà Nội và UBND TP Hà Nội giao Sở Nội vụ.", {}, "ha-noi", "Hà Nội as an authority"),
    ("", "Học tập và làm theo phong cách Hồ Chí Minh, Chủ tịch Hồ Chí Minh.", {}, None, "a person"),
    ("", "UBND TP. Hồ Chí Minh phát động; TP.HCM phấn đấu về trước.", {}, "ho-chi-minh", "the city"),
    ("", "Liệt sĩ Nguyễn Thái Bình và đồng chí Trần Hòa Bình.", {}, None, "given names"),
    ("", "LĐLĐ huyện Diễn Châu và huyện Quỳnh Lưu họp cụm.", {}, "nghe-an", "districts tell the province"),
    ("", "UBND huyện Châu Thành họp với huyện Châu Thành.", {}, None, "several provinces have one"),
    ("", "Tỉnh Đăk Lăk, tỉnh Đắc Lắk.", {}, "dak-lak", "spellings of highland names"),
    ("", "UBND TỈNH BÀ RỊA- VŨNG TÀU họp.", {}, "ba-ria-vung-tau", "capitals and stray blanks"),
    ("", "Kế hoạch của tỉnh.", {"masthead": "BÁO YÊN BÁI ĐIỆN TỬ"}, "yen-bai", "the masthead"),
    ("", "Kế hoạch của tỉnh.", {"url": "https://snv.laocai.gov.vn/x"}, "lao-cai", "the host"),
    ("", "Ngày 5/4, Chủ tịch UBND tỉnh Kon Tum chủ trì họp.", {}, "kon-tum", "who acts is no guest"),
    ("", "Dự hội nghị có ông A, Chủ tịch UBND tỉnh Kon Tum.", {}, None, "a guest of a national event"),
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
