from __future__ import annotations

import pytest

from parsers.found import Source
from parsers.movements.themes import find_themes
from parsers.text import Text


def themes(text: str, title: str = "") -> list[str]:
    found = find_themes(Source(Text.of(title), Text.of(text)))
    return list(dict.fromkeys(item.value for item in found if item.confidence >= 0.5))


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        # Quoted
        (
            "Chủ đề của tháng là Phòng ngừa tai nạn nghề nghiệp, chủ đề Tháng Công nhân là “Sức trẻ”.",
            ["Phòng ngừa tai nạn nghề nghiệp", "Sức trẻ"],
            "one without quotes, one with",
        ),
        (
            "Hội thao có chủ đề “Phát huy truyền thống, xứng danh “Bộ đội Cụ Hồ””.",
            ["Phát huy truyền thống, xứng danh “Bộ đội Cụ Hồ”"],
            "a name quoted inside",
        ),
        ("Tháng Thanh niên có chủ đề “Tuổi trẻ giữ biển”.", ["Tuổi trẻ giữ biển"], "right behind the word"),
        ("Tháng Thanh niên với chủ để: “Tuổi trẻ giữ biển”.", ["Tuổi trẻ giữ biển"], "a slip of the accent"),
        ("Xã phát huy dân chủ để mọi nhà cùng làm “Đường hoa”.", [], "two other words"),
        ("Đó là chủ đề Chiến dịch truyền thông do Viện phát động.", [], "it points back"),
        ("II. CHỦ ĐỀ VÀ THÔNG ĐIỆP TUYÊN TRUYỀN", [], "a heading in capitals"),
        ("Huyện mở hội trại với chủ đề: 'Lửa hồng'.", ["Lửa hồng"], "single marks"),
        ('Triển lãm lấy chủ đề "Sắc biển” làm điểm nhấn.', ["Sắc biển"], "mixed marks"),
        ("Hội nghị có chủ đề\n“Vì dòng sông xanh”, họp tại tỉnh.", ["Vì dòng sông xanh"], "a broken line"),
        ("Ngày Chuyển đổi số (chủ đề: “Dữ liệu mở”), xã có 20 lớp.", ["Dữ liệu mở"], "in a bracket"),
        ("Hoạt động theo chủ điểm “Mừng Đảng, mừng xuân”.", ["Mừng Đảng, mừng xuân"], "chủ điểm"),
        (
            "Tháng Công nhân có chủ đề “Thợ trẻ: tiên phong, sáng tạo; an toàn”.",
            ["Thợ trẻ: tiên phong, sáng tạo; an toàn"],
            "a colon and a semicolon inside",
        ),
        (
            "Huyện giữ nếp “Mỗi tuần một việc tốt”. Đây cũng là chủ đề của Tháng Thanh niên.",
            ["Mỗi tuần một việc tốt"],
            "pointed back to",
        ),
        # Whose theme, which theme
        ("Chủ đề năm 2024 của tỉnh là “Kỷ cương, bứt phá” để dễ nhớ.", ["Kỷ cương, bứt phá"], "whose"),
        (
            "Với chủ đề công tác năm “Đoàn kết - Phát triển”, phố vượt thu.",
            ["Đoàn kết - Phát triển"],
            "which",
        ),
        (
            "Với chủ đề thi đua năm học 2020-2021 “Dạy thật, học thật”, trường mở hội giảng.",
            ["Dạy thật, học thật"],
            "a school year between",
        ),
        (
            "Chủ đề Ngày Nước thế giới (22/3) năm 2019 là “Nước cho mọi người”.",
            ["Nước cho mọi người"],
            "the event and a bracket between",
        ),
        ("Ngày hội có chủ đề xuyên suốt: “Chung lòng”.", ["Chung lòng"], "an adjective between"),
        # Several
        (
            "Cuộc thi có hai chủ đề: “Biển đảo quê mình” và “Mái trường thân yêu”.",
            ["Biển đảo quê mình", "Mái trường thân yêu"],
            "two behind one word",
        ),
        (
            "Tuần đầu có chủ đề “Gieo”, tuần sau chủ đề “Gặt”.",
            ["Gieo", "Gặt"],
            "two words, two themes",
        ),
        # Chosen as the theme
        ("“Nụ cười công sở” được chọn làm chủ đề năm 2019.", ["Nụ cười công sở"], "before the word"),
        ("“Năm doanh nghiệp” được tỉnh chọn làm chủ đề năm 2019.", ["Năm doanh nghiệp"], "by whom"),
        ("Tỉnh lấy Kỷ cương và trách nhiệm làm chủ đề năm 2019.", ["Kỷ cương và trách nhiệm"], "unquoted"),
        # Without quotation marks
        (
            "Chiến dịch hè 2017 với chủ đề Tuổi trẻ chung tay dựng xây nông thôn mới.",
            ["Tuổi trẻ chung tay dựng xây nông thôn mới"],
            "up to the stop",
        ),
        (
            "Với chủ đề Về miền hoa ban, lễ hội sẽ diễn ra trong bốn ngày.",
            ["Về miền hoa ban"],
            "up to the main clause",
        ),
        ("Tuần lễ dinh dưỡng với chủ đề: Bữa cơm lành của bé.", ["Bữa cơm lành của bé"], "behind a colon"),
        (
            "Chủ đề thi đua là chủ động, sáng tạo, vượt khó hoàn thành nhiệm vụ.",
            ["chủ động, sáng tạo, vượt khó hoàn thành nhiệm vụ"],
            "small letters behind “là”",
        ),
        (
            "Chủ đề Đại hội: Tăng cường xây dựng Đảng; phát huy dân chủ; đưa huyện tiến nhanh.",
            ["Tăng cường xây dựng Đảng; phát huy dân chủ; đưa huyện tiến nhanh"],
            "semicolons inside a congress's theme",
        ),
        (
            "Chủ đề: Thanh niên khởi nghiệp; thời gian: 8 giờ sáng mai; địa điểm: hội trường.",
            ["Thanh niên khởi nghiệp"],
            "the next label ends it",
        ),
        ("Hội thảo chủ đề Ngày Môi trường Thế giới; diễn đàn biển.", [], "an event, not its theme"),
        # Not themes
        ("Đợt thi đua có khẩu hiệu “Ra ngõ gặp anh hùng”.", [], "a slogan"),
        ("Phương châm của Đại hội là “Đoàn kết - Đổi mới”.", [], "a motto"),
        ("Với tinh thần “Ba sẵn sàng”, xã đội lên đường.", [], "a spirit"),
        (
            "Chủ đề của Đại hội là: “Đoàn kết, trí tuệ”; phương châm “Đổi mới - Sáng tạo”.",
            ["Đoàn kết, trí tuệ"],
            "the motto behind the theme",
        ),
        (
            "Với chủ đề “Giữ rừng”, phương châm “Bốn tại chỗ” và khẩu hiệu “Rừng là vàng”, lễ đã mở.",
            ["Giữ rừng"],
            "theme, motto and slogan in one sentence",
        ),
        ("Sinh hoạt chuyên đề “Học Bác từ việc nhỏ”.", [], "a subject of study"),
        ("Buổi nói chuyện với chủ đề “Giữ lửa gia đình” đông vui.", [], "a talk"),
        ("Đồng chí trình bày tham luận chủ đề “Giảm nghèo vùng cao”.", [], "a paper"),
        ("Bài viết có chủ đề “Người giữ hồn chiêng”.", [], "an article"),
        ("Các em hát những bài ca với chủ đề về mẹ.", [], "what songs are about"),
        ("Chủ đề này được bàn nhiều.", [], "no wording"),
        ("Phong trào có chủ đề “Vì một thành phố", [], "cut off by the end of the text"),
    ],
)
def test_themes(text: str, expected: list[str], reason: str) -> None:
    assert themes(text) == expected, reason


def test_a_theme_in_two_spellings_is_one() -> None:
    assert themes("Năm nay chủ đề là “Giữ rừng”.", "HỘI TRẠI CHỦ ĐỀ “GIỮ RỪNG”") == ["GIỮ RỪNG"]


def test_the_headline_says_what_the_text_calls_the_theme() -> None:
    text = "Đó là chủ đề của đợt thi đua mà Bộ CHQS tỉnh phát động sáng 3/5."
    assert themes(text, "“Một ý chí, trăm việc tốt” ở Bộ CHQS tỉnh") == ["Một ý chí, trăm việc tốt"]
    assert themes(text, "“Một ý chí” và “Trăm việc tốt”") == []
