"""Who signed: the last words of a text, glued to its last sentence or on lines of their own."""

from __future__ import annotations

import pytest

from parsers.page.dump_page import read_dump

TITLE = "Tỉnh đoàn tổng kết chiến dịch tình nguyện hè"
TEXT = (
    "Sáng 5/8, Tỉnh đoàn tổ chức tổng kết chiến dịch tình nguyện hè. Hơn 300 đoàn viên đã tham gia "
    "làm đường, dọn kênh và dạy học cho trẻ em vùng sâu."
)

# (what stands behind the last sentence, the author)
SIGNED = [
    ("Tin: Hồng Lam; ảnh: CTV", "Hồng Lam"),
    ("Ảnh: Thu Cúc; Bài: Hồng Lam", "Hồng Lam"),
    ("TRUNG KIÊN", "TRUNG KIÊN"),
    ("TRƯỜNG GIANG", "TRƯỜNG GIANG"),
    ("CHI MAI", "CHI MAI"),
    ("Phóng viên", "Phóng viên"),
    ("Tuấn Vũ", "Tuấn Vũ"),
    ("Hải Vân - Thu Phong", "Hải Vân - Thu Phong"),
    ("Hải Vân Thu Phong", "Hải Vân Thu Phong"),
    ("Quốc Việt (TTXVN)", "Quốc Việt (TTXVN)"),
    ("Đức Phương/TTXVN", "Đức Phương/TTXVN"),
    ("TTXVN/Tin Tức", "TTXVN/Tin Tức"),
    ("Theo TTXVN/Vietnam+", "TTXVN/Vietnam+"),
    ("(Theo TTXVN)", "TTXVN"),
    ("Theo Trí Thức Trẻ", "Trí Thức Trẻ"),
    ("Bảo Anh/VOV.VN", "Bảo Anh/VOV.VN"),
    ("Nguyễn Trang/VOV1", "Nguyễn Trang/VOV1"),
    ("Chí Kiên - Chinhphu.vn", "Chí Kiên - Chinhphu.vn"),
    ("Lê Nam - Thanh Hải/VOV-Tây Nguyên", "Lê Nam - Thanh Hải/VOV-Tây Nguyên"),
    ("PV", "PV"),
    ("P.V", "P.V"),
    ("P.V.", "P.V"),
    ("T.H", "T.H"),
    ("Q.Đ – N.H", "Q.Đ – N.H"),
    ("H.L (tổng hợp)", "H.L"),
    ("ĐAN VY", "ĐAN VY"),
    ("NGUYỄN ĐÌNH QUÂN", "NGUYỄN ĐÌNH QUÂN"),
    ("Bài, ảnh: Minh Hương", "Minh Hương"),
    ("Bài và ảnh: MINH HƯƠNG", "MINH HƯƠNG"),
    ("Tin, ảnh: Lê Thúy - Văn Bình", "Lê Thúy - Văn Bình"),
    ("Tin - ảnh: K.Oanh", "K.Oanh"),
    ("Tin và ảnh: TRẦN HỮU PHÚC", "TRẦN HỮU PHÚC"),
    ("Nguồn: Báo Quảng Bình", "Báo Quảng Bình"),
    ("(Nguồn: VietnamPlus)", "VietnamPlus"),
    ("Nguồn: baotintuc.vn", "baotintuc.vn"),
    ("Nhóm PV", "Nhóm PV"),
    ("Nhóm phóng viên", "Nhóm phóng viên"),
    ("Tr.Sơn", "Tr.Sơn"),
    ("Ng.Hân", "Ng.Hân"),
    ("K.Linh", "K.Linh"),
    ("Hoàng Lan (t/h)", "Hoàng Lan"),
    ("Trần Hương; ảnh: Lê Toàn", "Trần Hương"),
    ("Bình Minh - Ảnh: Nhật Bắc", "Bình Minh"),
    ("Thực hiện: Thu Cúc", "Thu Cúc"),
    ("Tác giả: Đỗ Văn Kha", "Đỗ Văn Kha"),
    ("Xuân Hải (Theo Reuters)", "Xuân Hải (Theo Reuters)"),
    ("Mai Hoa - Đài TT Mộc Châu", "Mai Hoa - Đài TT Mộc Châu"),
    ("Nguyễn Huyền Trang (Trung tâm Văn hóa huyện)", "Nguyễn Huyền Trang (Trung tâm Văn hóa huyện)"),
    ("Ban Tuyên giáo Tỉnh đoàn", "Ban Tuyên giáo Tỉnh đoàn"),
    ("BBT", "BBT"),
    ("H'Mai - Y Thanh", "H'Mai - Y Thanh"),
    ("Lò Thị Hương - Sùng A Dơ", "Lò Thị Hương - Sùng A Dơ"),
    ("Hồng Thất - Đặng Khoa, Minh Tú", "Hồng Thất - Đặng Khoa, Minh Tú"),
    ("Anh Tuấn, Thu Hà", "Anh Tuấn, Thu Hà"),
    ("VGP/Nhật Bắc", "VGP/Nhật Bắc"),
    ("VGP News", "VGP News"),
    ("Vietnam+", "Vietnam+"),
    ("Phương Vy/Báo Lao Động", "Phương Vy/Báo Lao Động"),
    ("CTV Văn Thành", "CTV Văn Thành"),
    ("CTV Nguyễn Sơn/VOV-Đông Bắc", "CTV Nguyễn Sơn/VOV-Đông Bắc"),
    ("Thanh Hương ./.", "Thanh Hương"),
    ("THANH THỦY - T.HIỀN", "THANH THỦY - T.HIỀN"),
    ("Ảnh: Văn Bình", None),
    ("(Còn nữa)", None),
    ("Mời bạn đọc xem tiếp kỳ sau.", None),
    ("Kết thúc buổi lễ, các đại biểu dâng hương tại Đài tưởng niệm liệt sĩ Trần Phú", None),
    ("Giải nhất thuộc về đội Thanh niên xã Bình Minh", None),
    ("Chi tiết liên hệ: 0912.345.678", None),
    ("Chi tiết xem tại địa chỉ http://tinhdoan.gov.vn", None),
    ("Đến dự có đồng chí Lê Văn Tám, Bí thư Tỉnh ủy", None),
]
# (the lines behind the text, the author)
FEET = [
    (["Một số hình ảnh tại buổi lễ"], None),
    (["Một số hình ảnh tại buổi lễ:"], None),
    (["Toàn cảnh hội nghị"], None),
    (["Quang cảnh buổi tổng kết"], None),
    (["Danh sách kèm theo"], None),
    (["Trân trọng thông báo!"], None),
    (["Trân trọng./."], None),
    (["Các cá nhân được khen thưởng gồm:", "Nguyễn Văn An", "Trần Thị Bé", "Lê Hoàng Cường"], None),
    (["Các đơn vị được tặng cờ:", "Huyện đoàn Tam Đảo", "Thành đoàn Vĩnh Yên"], None),
    (["1. Nguyễn Văn An", "2. Trần Thị Bé"], None),
    (["GIÁM ĐỐC", "Nguyễn Văn An"], None),
    (["TM. BAN CHẤP HÀNH", "BÍ THƯ", "(Đã ký)", "Nguyễn Văn An"], None),
    (["T/M BAN TỔ CHỨC", "Nguyễn Văn An"], None),
    (["BAN TỔ CHỨC"], None),
    (["Hotline: 1900 1234"], None),
    (["H'Mai"], "H'Mai"),
    (["Thu Hằng", "Ảnh: Văn Bình"], "Thu Hằng"),
    (["Ảnh: Văn Bình", "Thu Hằng"], "Thu Hằng"),
    (["Thu Hằng", "Nguồn: tinhdoan.gov.vn"], "Thu Hằng"),
    (["Nguồn: tinhdoan.gov.vn"], "tinhdoan.gov.vn"),
    (["Theo Báo Tuổi Trẻ"], "Báo Tuổi Trẻ"),
    (["(Theo Báo Tuổi Trẻ)"], "Báo Tuổi Trẻ"),
    (["Theo: Cổng TTĐT Chính phủ"], "Cổng TTĐT Chính phủ"),
    (["Văn phòng Tỉnh đoàn"], "Văn phòng Tỉnh đoàn"),
    (["VP Tỉnh đoàn"], "VP Tỉnh đoàn"),
    (["Phòng Nội vụ huyện"], "Phòng Nội vụ huyện"),
    (["Nguyễn Thị Hà - Chủ tịch Hội LHPN xã"], "Nguyễn Thị Hà - Chủ tịch Hội LHPN xã"),
    (["Nguyễn Thị Hà, Phòng Văn hóa và Thông tin"], "Nguyễn Thị Hà, Phòng Văn hóa và Thông tin"),
    (["Người đăng: quantri"], None),
    (["Người viết: Lê Sáu", "Người đăng: admin"], "Lê Sáu"),
    (["Tác giả bài viết: Lê Sáu", "Nguồn tin: Báo Nghệ An"], "Lê Sáu"),
    (["Nguồn tin: Báo Nghệ An"], "Báo Nghệ An"),
    (["Minh Hằng (TH)"], "Minh Hằng"),
    (["Minh Hằng – Sở Nội vụ"], "Minh Hằng – Sở Nội vụ"),
    (["Tin và ảnh: Phòng PA03"], "Phòng PA03"),
    (["Bài viết: Thu Hà; Ảnh: Văn Bình"], "Thu Hà"),
    (["Bài: Thu Hà - Ảnh: Văn Bình"], "Thu Hà"),
    (["Bài, ảnh: Thu Hà, Văn Bình"], "Thu Hà, Văn Bình"),
    (["Ảnh, bài: Thu Hà"], "Thu Hà"),
    (["Thu Hà, Văn Bình (Tổng hợp)"], "Thu Hà, Văn Bình"),
    (["Theo Thu Hà/Vietnamnet"], "Thu Hà/Vietnamnet"),
    (["Thu Hà", "", "Từ khóa: thi đua", "Tin liên quan", "Xã A ra quân"], "Thu Hà"),
    (["Thu Hà", "Tweet", "Thích", "Đánh giá:", "0 điểm"], "Thu Hà"),
    (["Thu Hà", "[Quay lại]", "[In trang]"], "Thu Hà"),
    (["Thu Hà", "Ý kiến bạn đọc", "Mã an toàn:"], "Thu Hà"),
    (["Thu Hà", "Tệp đính kèm:", "kehoach.pdf"], "Thu Hà"),
    (["Thu Hà", "Tải tệp đính kèm: KH_112.signed.pdf"], "Thu Hà"),
    (["Thu Hà", "Số lượt xem: 1.234"], "Thu Hà"),
    (["Thu Hà", "1234 lượt xem"], "Thu Hà"),
    (["Thu Hà", "Lượt xem: 100", "Bình chọn", "Trung bình (0 Bình chọn)"], "Thu Hà"),
    (["Thu Hà", "Về trang trước", "Gửi email", "In trang"], "Thu Hà"),
    (["Thu Hà", "Chia sẻ", "Copy link"], "Thu Hà"),
    (
        [
            "Thu Hà",
            "Bản quyền thuộc về Tỉnh đoàn",
            "Địa chỉ: số 2 đường Lê Lợi, phường 1",
            "Điện thoại: 0211.123.456",
            "Email: td@tinh.gov.vn",
        ],
        "Thu Hà",
    ),
]


@pytest.mark.parametrize(("signed", "author"), SIGNED)
def test_a_byline_glued_to_the_last_sentence(signed: str, author: str | None) -> None:
    page = read_dump(f"{TITLE}\n{TEXT} {signed}")
    assert (page.title, page.author) == (TITLE, author)
    assert author is None or author not in page.body


@pytest.mark.parametrize(
    ("end", "author"),
    [
        ("Bà con còn gặp khó khăn.N.G", "N.G"),
        ("Bà con còn gặp khó khăn./.Thu Hà", "Thu Hà"),
        ("Bà con còn gặp khó khăn.Thu Hà", "Thu Hà"),
        ("Hội thi tổ chức tại TP.HCM", None),
        ("Bà con gửi ý kiến về xã.Điện thoại 0912345678", None),
    ],
)
def test_a_byline_glued_without_a_blank(end: str, author: str | None) -> None:
    page = read_dump(f"{TITLE}\n{TEXT} {end}")
    assert page.author == author
    assert page.body.endswith("khó khăn." if author and "/" not in end else end.removesuffix(author or ""))


@pytest.mark.parametrize(("signed", "author"), SIGNED)
def test_a_byline_on_a_line_of_its_own(signed: str, author: str | None) -> None:
    page = read_dump(f"{TITLE}\n{TEXT}\n{signed}")
    assert (page.title, page.author) == (TITLE, author)
    assert author is None or page.body == TEXT


@pytest.mark.parametrize(
    ("foot", "author"), FEET, ids=lambda value: "|".join(value)[:40] if value else "none"
)
def test_what_follows_the_text(foot: list[str], author: str | None) -> None:
    page = read_dump("\n".join([TITLE, TEXT, *foot]))
    assert page.author == author
    assert author is None or page.body == TEXT, "nothing of the foot is text"


@pytest.mark.parametrize(
    "last", ["Ban hành Kế hoạch số 545/KH-UBND.", "Theo Kế hoạch số 545/KH-UBND của UBND tỉnh."]
)
def test_a_sentence_that_cites_a_document_is_no_byline(last: str) -> None:
    page = read_dump(f"{TITLE}\n{TEXT}\n{last}")
    assert (page.author, page.body.endswith(last)) == (None, True)
