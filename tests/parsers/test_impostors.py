import pytest

from parsers.page.impostors import impostor

LONG = "Sở Thông tin và Truyền thông thông báo tới các cơ quan, đơn vị về lịch làm việc của hệ thống. " * 8


@pytest.mark.parametrize(
    ("html", "title", "body", "expected", "reason"),
    [
        ("", "Lỗi 404 - Không tìm thấy trang", "", "not-found page", "the title says it"),
        ("", "404 Not Found", "nginx", "not-found page", "the server's own words"),
        (
            "",
            None,
            "Trang bạn yêu cầu không tồn tại hoặc đã bị xóa.",
            "not-found page",
            "hardly anything else",
        ),
        ("", None, "Bài viết không tồn tại. Về trang chủ", "not-found page", "the CMS's words"),
        (
            "",
            "Tìm người mất tích",
            "Không tìm thấy trang phục nghi lễ, ban tổ chức họp." + LONG,
            None,
            "news",
        ),
        ("", "Xử lý liên kết hỏng", "Nội dung không còn tồn tại trên cổng. " + LONG, None, "long: a notice"),
        ("", "Cổng thông tin đang bảo trì", "", "maintenance page", "the title says it"),
        (
            "",
            "Thông báo",
            "Website hiện đang được nâng cấp, mong quý vị quay lại sau.",
            "maintenance page",
            "hardly anything else",
        ),
        (
            "",
            "Thông báo bảo trì hệ thống một cửa",
            "Thực hiện Công văn số 12/STTTT, hệ thống sẽ được bảo trì từ 17h00 ngày 05/3/2022; các đơn vị "
            "chủ động tiếp nhận hồ sơ giấy trong thời gian này và nhập bù vào hệ thống sau khi hoàn thành.",
            None,
            "a notice of maintenance to come is a notice",
        ),
        ("<input type=password>", "Đăng nhập hệ thống", "Tài khoản Mật khẩu", "login page", "title and form"),
        ("<input type=password>", "Phát động thi đua", "Bài ngắn.", None, "a login box beside a notice"),
        ("", "Đăng nhập một lần cho mọi dịch vụ công", "Tin ngắn.", None, "no form"),
        (
            "<script src='/cdn-cgi/challenge-platform/x'>",
            "Just a moment...",
            "",
            "bot challenge",
            "Cloudflare",
        ),
        ("<script src='/cdn-cgi/challenge-platform/x'>", "Tin", LONG, None, "the script beside a real text"),
        ("<script>document.cookie='D1N=77'</script>", None, "", "bot challenge", "a cookie wall"),
        (
            "The requested URL was rejected. Your support ID is: 18446",
            "Request Rejected",
            "The requested URL was rejected.",
            "bot challenge",
            "an application firewall",
        ),
        ("Welcome to nginx!", "Welcome to nginx!", "", "parked domain", "nobody lives here"),
        (
            "Tên miền này đang được rao bán",
            None,
            "Tên miền này đang được rao bán",
            "parked domain",
            "for sale",
        ),
        ("", "Khen thưởng", "Tặng Bằng khen cho 12 tập thể.", None, "short, and a notice"),
    ],
)
def test_impostors(html: str, title: str | None, body: str, expected: str | None, reason: str) -> None:
    assert impostor(html, title, body) == expected, reason


def test_hostile_markup_takes_no_time() -> None:
    for piece in ("<input ", "document.cookie ", "hệ thống ", "lỗi ", "trang quý "):
        assert impostor(piece * 100_000, piece * 1000, (piece * 60)[:500]) in {None, "not-found page"}
