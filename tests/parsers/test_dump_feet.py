"""Every foot of a page: each byline above each kind of furniture, with insertions amid the text."""

from __future__ import annotations

import pytest

from parsers.page.dump_page import read_dump

TITLE = "Xã Tân Lập sơ kết phong trào thi đua sáu tháng đầu năm"
TEXT = [
    "Sáng 5/7, UBND xã Tân Lập, huyện Lạc Sơn tổ chức hội nghị sơ kết phong trào thi đua sáu "
    "tháng đầu năm với 60 đại biểu tham dự.",
    "Toàn xã đã hiến 4.200 m2 đất, làm mới 3,1 km đường bê tông và sửa hai nhà văn hóa thôn.",
    "Trong sáu tháng cuối năm, xã phấn đấu hoàn thành ba tiêu chí còn lại để về đích nông thôn mới đúng hẹn.",
]
BYLINES: list[tuple[list[str], str | None]] = [
    (["Bùi Thị Mến"], "Bùi Thị Mến"),
    (["Đọc thêm: Khai mạc tuần lễ văn hóa ở Lạc Sơn", "Bùi Thị Mến"], "Bùi Thị Mến"),
    (["BÙI THỊ MẾN"], "BÙI THỊ MẾN"),
    (["Tin, ảnh: Bùi Mến - Đức Hòa"], "Bùi Mến - Đức Hòa"),
    (["Theo Báo Hòa Bình"], "Báo Hòa Bình"),
    (["Nguồn: hoabinh.gov.vn"], "hoabinh.gov.vn"),
    (["BBT"], "BBT"),
    (["Văn phòng UBND xã"], "Văn phòng UBND xã"),
    (["Bùi Mến (Đài TT huyện)"], "Bùi Mến (Đài TT huyện)"),
    (["Tác giả: Bùi Mến"], "Bùi Mến"),
    (["Bùi Mến (tổng hợp)"], "Bùi Mến"),
    (["(Theo TTXVN)"], "TTXVN"),
    (["H.M"], "H.M"),
    ([], None),
    (["Tác giả bài viết: Bùi Mến", "Nguồn tin: Báo Hòa Bình"], "Bùi Mến"),
    (["Người viết: Bùi Mến"], "Bùi Mến"),
    (["Bùi Mến", "Ảnh: Đức Hòa"], "Bùi Mến"),
    (["Bài, ảnh: BÙI MẾN"], "BÙI MẾN"),
    (["Bùi Mến – Công chức VHXH"], "Bùi Mến – Công chức VHXH"),
    (["PV"], "PV"),
    (["Ban Biên tập"], "Ban Biên tập"),
]
FEET: list[list[str]] = [
    [],
    ["Bản in", "Quay lại"],
    ["Số lượt xem: 234"],
    ["Từ khóa: thi đua, nông thôn mới"],
    ["Chia sẻ:", "Facebook", "Zalo"],
    ["Tin liên quan", "Xã Quý Hòa ra quân làm thủy lợi", "Khánh thành cầu treo bản Ngòi (02/07/2021)"],
    [
        "CÁC TIN KHÁC",
        "Hội nghị giao ban tháng 6 - 28/06/2021",
        "Thông báo lịch tiếp công dân - 25/06/2021",
        "1 2 3 4 5 >",
    ],
    ["Bình luận (0)", "Gửi bình luận"],
    ["Đánh giá:", "1 2 3 4 5", "Bạn đã không sử dụng Site, Bấm vào đây để duy trì trạng thái đăng nhập."],
    ["Tổng số điểm của bài viết là: 0 trong 0 đánh giá", "Click để đánh giá bài viết"],
    [
        "© Bản quyền thuộc UBND xã Tân Lập",
        "Địa chỉ: xóm Chiềng, xã Tân Lập, huyện Lạc Sơn",
        "Điện thoại: 0218 3 123 456",
    ],
    [
        "Thống kê truy cập",
        "Đang truy cập: 3",
        "Hôm nay: 21",
        "Tháng hiện tại: 1.234",
        "Tổng lượt truy cập: 345.678",
    ],
    ["Tệp đính kèm: baocao.pdf"],
    ["Tags:", "thi đua", "nông thôn mới"],
    ["Ý kiến bạn đọc (0)", "Họ tên", "Email", "Nội dung", "Gửi"],
    ["[Trở về]", "[Đầu trang]", "Xem theo ngày"],
    ["Các tin đã đưa ngày:", "Hội nghị giao ban tháng 6"],
    ["Bài viết liên quan:", "» Ra quân làm thủy lợi", "» Khánh thành cầu treo"],
    ["Xem thêm:", "Ra quân làm thủy lợi mùa khô", "Khánh thành cầu treo bản Ngòi"],
    ["0 người thích bài viết này"],
    [
        "Tin mới",
        "Ra quân làm thủy lợi mùa khô",
        "Đại hội điểm chi bộ thôn Chiềng khóa 2020 - 2022 thành công tốt đẹp",
        "Công khai dự toán ngân sách",
    ],
    ["In bài viết", "Gửi phản hồi", "Lưu bài viết"],
    ["Theo dõi chúng tôi trên Google News", "Quảng cáo"],
    [
        "Tin cùng chuyên mục",
        "Xã Quý Hòa ra quân làm thủy lợi",
        "05/07/2021 09:12",
        "Khánh thành cầu treo bản Ngòi",
        "02/07/2021 16:00",
    ],
]
INSERTED: list[list[str]] = [
    [],
    ["Quang cảnh hội nghị. Ảnh: Đức Hòa"],
    ["[img]", "Đại biểu dự hội nghị sơ kết."],
    ["Facebook", "Zalo", "Copy link"],
    ["Xem thêm:", "Ra quân làm thủy lợi mùa khô", "Khánh thành cầu treo bản Ngòi"],
    [">> Ra quân làm thủy lợi mùa khô"],
    ["Quảng cáo"],
    ["(Ảnh: Đức Hòa)"],
    ["Ảnh minh họa"],
]


@pytest.mark.parametrize("foot", FEET, ids=lambda foot: "|".join(foot)[:30] or "nothing")
def test_the_byline_above_a_foot_and_nothing_else(foot: list[str]) -> None:
    for i, (byline, author) in enumerate(BYLINES):
        inserted = INSERTED[i % len(INSERTED)]
        page = read_dump(
            "\n".join([TITLE, "05/07/2021 14:20", TEXT[0], *inserted, *TEXT[1:], *byline, *foot])
        )
        assert page.author == author
        assert page.body.split("\n") == TEXT, (byline, inserted)
