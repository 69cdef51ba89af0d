"""Every shape of a page's top: headline, date and author in each order, below each kind of masthead.

Real portals differ in three things: how the date is worded, in which order headline, date and author stand,
and what stands above them. Here each wording meets each order below several tops, with headlines that are
short, shouted, quoted, or worded like a tool ("Chia sẻ …", "Video: …").
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle, product

import pytest

from parsers.page.dump_page import read_dump
from parsers.page.record import Page

AUTHOR = "Bùi Thị Mến"
TITLES = [
    "Hai phía con đường mới",
    "Nghề giáo ở bản xa",
    "Thư chúc mừng của Chủ tịch UBND tỉnh nhân ngày khai trường",
    "Chia sẻ khó khăn với đồng bào vùng lũ",
    "Video: Lễ phát động thi đua nước rút",
    "Tổng kết 10 năm phong trào “Dân vận khéo”",
    "PHÁT ĐỘNG THI ĐUA CHÀO MỪNG ĐẠI HỘI ĐẢNG BỘ TỈNH",
    "Cao Phong: 100% thôn có đội tự quản",
    "Vì sao thi đua chưa đến với công nhân?",
    "Người giữ lửa phong trào ở Pà Cò",
    "Tăng cường công tác thi đua, khen thưởng trong tình hình mới",
    "Kế hoạch số 45/KH-UBND về phong trào thi đua năm 2021",
    "Quy định mới về xét tặng danh hiệu thi đua",
    "Trực tuyến hóa việc xét thi đua",
    "Hội Cựu chiến binh tỉnh sơ kết 6 tháng đầu năm 2021",
    "“Cây thi đua” nở hoa giữa đại ngàn",
    "Điểm sáng Mai Châu",
    "Thông báo lịch tiếp công dân tháng 7",
    "Xã Tân Lập đạt chuẩn nông thôn mới năm 2020",
    "Đánh giá kết quả thi đua quý II",
    "Đại hội Công đoàn cơ sở Sở Xây dựng",
]
TEXT = [
    "Thời gian qua, các cơ quan ở tỉnh Hòa Bình đã có nhiều cách làm mới trong phong trào thi đua, được nhân "
    "dân ghi nhận.",
    "Nhiều nơi giao chỉ tiêu đến từng tổ, chấm điểm công khai hằng tuần và thưởng ngay cho người làm tốt.",
]
LEAD = "Thời gian qua, các cơ quan ở tỉnh Hòa Bình đã có nhiều cách làm mới trong phong trào thi đua."
# Wordings of 12 July 2021 as posting date.
STAMPS = [
    "12/07/2021",
    "Thứ Hai, 12/07/2021",
    "Thứ hai, 12/7/2021 - 08:15",
    "08:15 | 12/07/2021",
    "08:15 12/07/2021",
    "12-07-2021 08:15:22 AM",
    "Ngày đăng: 12/07/2021",
    "Ngày đăng 12/07/2021 | 08:15 AM",
    "Đăng lúc: 12/07/2021 08:15 (GMT+7)",
    "Cập nhật lúc 08:15 ngày 12/07/2021",
    "( Cập nhật lúc: 12/07/2021 )",
    "[12/07/2021 08:15]",
    "Thứ 2, ngày 12 tháng 7 năm 2021",
    "Thứ Hai, 12 Tháng 7 2021 08:15",
    "Được đăng ngày Thứ hai, 12 Tháng 7 2021 08:15",
    "12 tháng 7, 2021",
    "12.07.2021 | 08:15",
    "Hòa Bình, Thứ Hai, 12/07/2021 08:15",
    "12/07/2021 08:15 - Lượt xem: 213",
    "Lượt xem: 213 - Ngày đăng: 12/07/2021",
    "Thứ hai, ngày 12/07/2021, 08:15 GMT+7",
    "Ngày cập nhật: 12/07/2021",
    "Ngày tạo: 12/07/2021",
    "Xuất bản: Thứ hai, 12/07/2021",
    "2021-07-12 08:15",
    "2021-07-12T08:15:00+07:00",
    "Post date: 12/07/2021",
    "Đăng ngày 12-07-2021",
    "Tin đăng ngày: 12/7/2021 - Xem: 213",
    "Gửi lúc: 12/07/2021",
    "Ngày gửi bài: 12/07/2021",
    "12/07/2021, 08h15",
    "Thứ 2 - 12/07/2021 08:15",
    "Thời gian: 12/07/2021",
    "Thứ Hai, ngày 12-7-2021, 8:15",
    "12/7/2021 8:15:00 SA",
    "Đã đăng 12/07/2021",
    "Cập nhật: Thứ hai, 12/07/2021 | 8:15:22 AM",
    "Hai, 12/07/2021 | 08:15",
    "T2, 12/07/2021",
    "12/07/21 08:15",
    "July 12, 2021",
    "Tháng Bảy 12, 2021",
    "Tháng Bảy 12, 2021 8:15 sáng",
    "Thứ Hai, 12/07/2021 08:15 [(GMT +7)]",
]
NO_STAMPS = ["Ngày ban hành: 12/07/2021", "3 giờ trước", "Thời gian: từ 05/7/2021 đến ngày 12/7/2021"]
TOPS: dict[str, list[str]] = {
    "none": [],
    "crumb": ["Trang chủ » Tin tức"],
    "mast+crumb": ["CỔNG THÔNG TIN ĐIỆN TỬ TỈNH HÒA BÌNH", "Trang chủ / Tin tức"],
    "mast+clock+menu": [
        "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH HÒA BÌNH",
        "Thứ Tư, 25/11/2026 08:15:42",
        "Trang chủ",
        "Giới thiệu",
        "Tin tức",
        "Văn bản",
        "Liên hệ",
    ],
    "menu+clock": [
        "Sở Nội vụ tỉnh Hòa Bình",
        "Trang chủ",
        "Giới thiệu",
        "Tin tức",
        "Văn bản",
        "Hôm nay, ngày 25/11/2026",
    ],
    "body": ["Hội Nông dân tỉnh Hòa Bình", "Chào mừng bạn đến với trang thông tin", "Tin trong tỉnh"],
    "counter": ["SỐ LƯỢT TRUY CẬP", "3", "4", "6", "0"],
    "news": ["Báo Hòa Bình điện tử", "Chính trị | Kinh tế | Xã hội | Văn hóa", "Thời sự - Chính trị"],
    "ribbon": ["Skip Ribbon Commands", "Skip to main content"],
    "ticker": [
        "BÁO HÒA BÌNH",
        "Trang chủ",
        "Chính trị",
        "Kinh tế",
        "Xã hội",
        "Tin mới nhận",
        "Khởi công cầu treo bản Ngòi sau ba năm chờ đợi",
        "Giá cam Cao Phong tăng nhẹ vào cuối vụ",
        "Trang chủ > Xã hội",
    ],
}
ORDERS: dict[str, Callable[[str, str], list[str]]] = {
    "below": lambda title, stamp: [title, stamp, *TEXT, AUTHOR],
    "above": lambda title, stamp: [stamp, title, *TEXT, AUTHOR],
    "below the lead": lambda title, stamp: [title, LEAD, stamp, *TEXT, AUTHOR],
    "tools": lambda title, stamp: [title, stamp, "Facebook", "Zalo", "In bài viết", *TEXT, AUTHOR],
    "author below": lambda title, stamp: [title, stamp, AUTHOR, *TEXT],
    "author above": lambda title, stamp: [title, AUTHOR, stamp, *TEXT],
}


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("top", TOPS)
def test_every_wording_of_the_date(top: str, order: str) -> None:
    titles = cycle(TITLES)
    wrong = []
    for stamp in STAMPS[list(TOPS).index(top) % 4 :: 4]:
        title = next(titles)
        page = read_dump("\n".join([*TOPS[top], *ORDERS[order](title, stamp)]))
        if _told(page) != (title, "2021-07-12", AUTHOR):
            wrong.append((stamp, title, _told(page)))
    assert wrong == []


@pytest.mark.parametrize("order", ORDERS)
def test_every_headline(order: str) -> None:
    stamps = cycle(STAMPS)
    wrong = []
    for title, top in list(product(TITLES, TOPS))[list(ORDERS).index(order) % 3 :: 3]:
        page = read_dump("\n".join([*TOPS[top], *ORDERS[order](title, next(stamps))]))
        if _told(page) != (title, "2021-07-12", AUTHOR):
            wrong.append((title, top, _told(page)))
    assert wrong == []


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("PV", "PV"),
        ("L.H", "L.H"),
        ("Mai Hoa/Cổng TTĐT", "Mai Hoa/Cổng TTĐT"),
        ("Nguồn: baohoabinh.com.vn", "baohoabinh.com.vn"),
        ("(Theo TTXVN)", "TTXVN"),
        ("Bài và ảnh: Bùi Thị Mến", "Bùi Thị Mến"),
    ],
)
def test_a_byline_below_the_headline(byline: str, author: str) -> None:
    for top in TOPS.values():
        for date in (["12/07/2021 08:15"], []):
            page = read_dump("\n".join([*top, "Điểm sáng ở Mai Châu hôm nay", *date, byline, *TEXT]))
            assert (page.title, page.author) == ("Điểm sáng ở Mai Châu hôm nay", author), (top, date)
            assert page.body == "\n".join(TEXT)


def test_what_a_foot_shouts_is_no_author() -> None:
    page = read_dump(
        "\n".join(["Điểm sáng ở Mai Châu hôm nay", *TEXT, "BẢN ĐỒ HÀNH CHÍNH", "Đang online: 12"])
    )
    assert page.author is None


@pytest.mark.parametrize("stamp", NO_STAMPS)
@pytest.mark.parametrize("top", TOPS)
def test_what_is_no_posting_date(stamp: str, top: str) -> None:
    page = read_dump("\n".join([*TOPS[top], TITLES[3], stamp, *TEXT]))
    assert (page.title, page.published) == (TITLES[3], None)


def _told(page: Page) -> tuple[str | None, str | None, str | None]:
    return page.title, page.published.isoformat() if page.published else None, page.author


def test_two_authors_beside_the_date() -> None:
    for stamp in ("Bùi Mến - Lò Thị Sáo| 12/07/2021 18:31", "12/07/2021 18:31 – Bùi Mến – Lò Thị Sáo"):
        page = read_dump("\n".join([TITLES[0], stamp, *TEXT]))
        assert _told(page)[1:] == ("2021-07-12", "Bùi Mến - Lò Thị Sáo")


def test_a_headline_that_is_said_again_in_pieces() -> None:
    lines = [
        TITLES[6],
        "(23:25, 12/07/2021)",
        "PHÁT ĐỘNG THI ĐUA",
        "CHÀO MỪNG ĐẠI HỘI",
        "ĐẢNG BỘ TỈNH",
        *TEXT,
    ]
    assert _told(read_dump("\n".join(lines))) == (TITLES[6], "2021-07-12", None)


def test_a_row_of_crumbs_that_ends_in_the_headline() -> None:
    crumbs = f"Trang chủ    Thực tiễn    {TITLES[1]}"
    page = read_dump("\n".join([crumbs, "Thứ hai, 12 Tháng 7 2021 16:03", TITLES[1], f"ThS {AUTHOR}", *TEXT]))
    assert _told(page) == (TITLES[1], "2021-07-12", f"ThS {AUTHOR}")


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        ("Thứ hai, 12/07/2021", None),  # the visit's day: the text is of 2013
        ("Cập nhật: 12/07/2021", "2021-07-12"),  # labelled: the page's own
        ("Thứ ba, 22/01/2013", "2013-01-22"),
    ],
)
def test_a_day_long_after_all_that_is_told(stamp: str, published: str | None) -> None:
    told = "HBO-Ngày 18/1/2013, khối thi đua các huyện tổng kết công tác và ký giao ước thi đua năm 2013."
    page = read_dump("\n".join([stamp, TITLES[0], told, *TEXT]))
    assert _told(page)[:2] == (TITLES[0], published)


@pytest.mark.parametrize(
    ("text", "title", "published"),
    [
        (
            f"Xã An Hòa ra quân làm đường05/01/2024 - 10:56:00 {LEAD}",
            "Xã An Hòa ra quân làm đường",
            "2024-01-05",
        ),
        (f"Xã An Hòa ra quân làm đường\n{LEAD} 04:30 GMT+7, Thứ Sáu, 5/1/2024", None, "2024-01-05"),
        (f"Xã An Hòa ra quân làm đường\nThứ Sáu, ngày 5/1/2024 - 04:30 (PLO)- {LEAD}", None, "2024-01-05"),
        (f"Xã An Hòa ra quân làm đường\nBuổi lễ diễn ra vào 05/01/2024 - 10:56, {LEAD}", None, None),
        (f"Xã An Hòa ra quân làm đường\nBuổi lễ diễn ra lúc 7:30 ngày 05/01/2024. {LEAD}", None, None),
    ],
)
def test_a_stamp_glued_to_its_neighbours(text: str, title: str | None, published: str | None) -> None:
    page = read_dump(text)
    assert page.title == (title or "Xã An Hòa ra quân làm đường")
    assert (page.published and page.published.isoformat()) == published
    assert LEAD in page.body


@pytest.mark.parametrize("tools", ["Email In PDF.", "PDF. In Email.", "In | Email", ""])
@pytest.mark.parametrize("host", ["Ban Thi đua - Khen thưởng tỉnh Hòa Bình", "Sở Nội vụ tỉnh Hòa Bình"])
def test_a_hosts_name_above_the_date_is_no_headline(host: str, tools: str) -> None:
    title = "Nâng cao trách nhiệm của người làm công tác thi đua"
    page = read_dump(f"{host}\n\n18:21:26 , 24/10/2013\n\n{title}\n\n{tools}\n\n{LEAD}")
    assert (page.title, str(page.published), page.author, page.body) == (title, "2013-10-24", None, LEAD)


def test_a_visitors_day_stands_above_the_posting_date() -> None:
    title = "Sức xuân trên những bản làng"
    days = "Thứ tư, ngày 24 tháng 4 năm 2024\nThứ hai, ngày 24 tháng 1 năm 2022 | 10:31"
    page = read_dump(f"Kinh tế nông thôn\nKinh tế nông thôn\n{days}\n\n{title}\n\n{LEAD}")
    assert (page.title, str(page.published), page.body) == (title, "2022-01-24", LEAD)
