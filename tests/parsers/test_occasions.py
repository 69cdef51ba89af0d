from __future__ import annotations

import pytest

from parsers.campaigns.occasions import find_occasions
from parsers.dates.finder import find_dates
from parsers.found import Found, Source
from parsers.notice import Occasion
from parsers.text import Text


def mentions(text: str, title: str = "") -> list[Found[Occasion]]:
    source = Source(Text.of(title), Text.of(text))
    return find_occasions(source, find_dates(source, []))


def occasions(text: str, title: str = "") -> list[tuple[str, int | None]]:
    return list(dict.fromkeys((m.value.event, m.value.years) for m in mentions(text, title)))


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "Hội thi chào mừng 70 năm chiến thắng Điện Biên Phủ và 35 năm tái lập tỉnh.",
            [("chiến thắng Điện Biên Phủ", 70), ("tái lập tỉnh", 35)],
            "greeted without kỷ niệm",
        ),
        ("Xã chào mừng 35 năm thực hiện Luật Đất đai.", [], "carrying out a law is nothing to greet"),
        ("Sau 35 năm tái lập tỉnh, phố đã đổi thay.", [], "a stretch of time"),
        (
            "chào mừng kỷ niệm 25 năm Ngày tái lập tỉnh Bắc Kạn.",
            [("Ngày tái lập tỉnh Bắc Kạn", 25)],
            "up to the stop",
        ),
        ("kỉ niệm 78 năm Ngày thành lập Mặt trận", [("Ngày thành lập Mặt trận", 78)], "the other spelling"),
        (
            "KỶ NIỆM 90 NĂM NGÀY THÀNH LẬP ĐẢNG (3/2/1930 - 3/2/2020)",
            [("NGÀY THÀNH LẬP ĐẢNG", 90)],
            "capitals",
        ),
        (
            "kỷ niệm lần thứ 129 Ngày sinh Chủ tịch Hồ Chí Minh, xã mở hội",
            [("Ngày sinh Chủ tịch Hồ Chí Minh", 129)],
            "lần thứ before the count, and the comma ends the clause",
        ),
        (
            "kỷ niệm 45 năm Ngày mở bến (2/3/1975 - 2/3/2020) và Ngày lập cảng (5/6/1975 - 5/6/2020)",
            [("Ngày mở bến", 45), ("Ngày lập cảng", 45)],
            "one count for two events, each with its days",
        ),
        (
            "kỷ niệm 45 năm Ngày mở bến (2/3/1975 - 2/3/2020) và Tuần lễ cảng (1/3/2020 - 7/3/2020)",
            [("Ngày mở bến", 45)],
            "days that are not so far apart",
        ),
        (
            "kỷ niệm 120 năm ngày sinh cụ Lê Bằng Giang, xã dâng hương",
            [("ngày sinh cụ Lê Bằng Giang", 120)],
            "a middle name that is a small word elsewhere",
        ),
        (
            "kỷ niệm 70 năm Ngày Thương binh – Liệt sĩ; quà nhân kỷ niệm 70 năm Ngày Thương binh - Liệt sỹ",
            [("Ngày Thương binh – Liệt sĩ", 70)],
            "two spellings of one day",
        ),
        (
            "mừng 111 năm Ngày Quốc tế Phụ nữ 8/3, 1981 năm khởi nghĩa Hai Bà Trưng, xã mở hội",
            [("Ngày Quốc tế Phụ nữ 8/3", 111), ("khởi nghĩa Hai Bà Trưng", 1981)],
            "a count that looks like a year",
        ),
        ("kỷ niệm Quốc khánh lần thứ 72, xã mở hội", [("Quốc khánh", 72)], "the count behind the event"),
        ("kỷ niệm tròn 60 năm Bác Hồ về thăm đảo và được dân đón", [("Bác Hồ về thăm đảo", 60)], "a verb"),
        (
            "chào mừng 30 năm Ngày Nhà giáo Việt Nam",
            [("Ngày Nhà giáo Việt Nam", 30)],
            "Ngày without kỷ niệm",
        ),
        ("nhân 50 năm ngày mất của Đại tướng (6/7/1967-6/7/2017)", [("ngày mất của Đại tướng", 50)], "small"),
        (
            "kỷ niệm 69 năm Cách mạng tháng Tám và 92 năm thành lập Công đoàn.",
            [("Cách mạng tháng Tám", 69), ("thành lập Công đoàn", 92)],
            "two after one head",
        ),
        (
            "kỷ niệm 85 năm Ngày thành lập Đảng (3/2/1930 - 3/2/2015), 40 năm Ngày giải phóng miền Nam, "
            "thống nhất đất nước và 125 năm Ngày sinh Chủ tịch Hồ Chí Minh; xã ra quân",
            [
                ("Ngày thành lập Đảng", 85),
                ("Ngày giải phóng miền Nam, thống nhất đất nước", 40),
                ("Ngày sinh Chủ tịch Hồ Chí Minh", 125),
            ],
            "a list with a bracket and with a comma inside a name",
        ),
        (
            "gắn với kỷ niệm 74 năm Cách mạng tháng Tám và Quốc khánh 2/9.",
            [("Cách mạng tháng Tám và Quốc khánh 2/9", 74)],
            "one count for two feasts",
        ),
        (
            "chào mừng kỷ niệm 66 năm Ngày Thầy thuốc Việt Nam 27.2. Hội thi",
            [("Ngày Thầy thuốc Việt Nam 27.2", 66)],
            "day and month with a stop between them",
        ),
        (
            "kỷ niệm 70 năm Ngày truyền thống ngành Lao động - Thương binh và Xã hội, Sở gặp mặt",
            [("Ngày truyền thống ngành Lao động - Thương binh và Xã hội", 70)],
            "a sector's name",
        ),
        (
            "lễ kỷ niệm 35 năm thành lập và đón nhận Huân chương",
            [("thành lập", 35)],
            "và before another doing",
        ),
        (
            "kỷ niệm 35 năm xây dựng, chiến đấu và trưởng thành, Công ty đón khách",
            [("xây dựng, chiến đấu và trưởng thành", 35)],
            "a list of doings",
        ),
        (
            "“Thi đua chào mừng kỷ niệm 25 năm Ngày tái lập tỉnh” do tỉnh mở",
            [("Ngày tái lập tỉnh", 25)],
            "inside a movement's name: up to its quote",
        ),
        (
            "73 năm ngày Bác ra “Lời kêu gọi thi đua ái quốc” (11/6/1948 - 11/6/2021)",
            [("ngày Bác ra “Lời kêu gọi thi đua ái quốc”", 73)],
            "a quote inside the event",
        ),
        (
            "kỷ niệm 65 năm (1950 - 2015) Ngày truyền thống TNXP.",
            [("Ngày truyền thống TNXP", 65)],
            "the bracket before the event",
        ),
        (
            "kỷ niệm 110 năm Ngày Quốc tế Phụ nữ, 1980 năm Khởi nghĩa Hai Bà Trưng.",
            [("Ngày Quốc tế Phụ nữ", 110), ("Khởi nghĩa Hai Bà Trưng", 1980)],
            "a count in the thousands",
        ),
        (
            "đợt thi đua kỷ niệm 75 năm Ngày Bác kêu gọi thi đua kéo dài đến hết ngày 11/6/2023",
            [("Ngày Bác kêu gọi thi đua", 75)],
            "the main verb ends the event",
        ),
        (
            "kỷ niệm 50 năm Chiến thắng ''Hà Nội - Điện Biên Phủ trên không'' (18/12/1972 - 18/12/2022)",
            [("Chiến thắng ''Hà Nội - Điện Biên Phủ trên không''", 50)],
            "a quotation of two apostrophes inside the event",
        ),
        (
            "50 năm Ngày truyền thống Biên phòng, 20 năm “Ngày Biên phòng toàn dân” (3/1989 - 3/2009)",
            [("Ngày truyền thống Biên phòng", 50), ("Ngày Biên phòng toàn dân", 20)],
            "an event in quotes",
        ),
        (
            "kỷ niệm 55 năm tỉnh Tân An được phong tặng danh hiệu “Kiên cường” (17-9-1967 - 17-9-2022)",
            [("tỉnh Tân An được phong tặng danh hiệu “Kiên cường”", 55)],
            "an honour that was conferred",
        ),
        (
            "kỷ niệm 75 năm Ngày Bác ra Lời kêu gọi\nthi đua ái quốc (11/6/1948 -\n11/6/2023)",
            [("Ngày Bác ra Lời kêu gọi thi đua ái quốc", 75)],
            "a broken line",
        ),
        (
            "kỷ niệm 60 năm Ngày truyền thống lực lượng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ, "
            "công an ra quân; kỷ niệm 159 năm Ngày Chữ thập đỏ và Trăng lưỡi liềm đỏ quốc tế, hội tặng quà",
            [
                (
                    "Ngày truyền thống lực lượng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
                    60,
                ),
                ("Ngày Chữ thập đỏ và Trăng lưỡi liềm đỏ quốc tế", 159),
            ],
            "names of the reference table are read whole",
        ),
        (
            "lễ kỷ niệm ngày Thương binh - Liệt sĩ 27/7 lần thứ 70",
            [("ngày Thương binh - Liệt sĩ 27/7", 70)],
            "the day before the count",
        ),
        ("Các hoạt động kỷ niệm 25 năm tái lập tỉnh phải tiết kiệm", [("tái lập tỉnh", 25)], "a modal verb"),
        ("35 năm thực hiện đường lối đổi mới", [], "a count alone"),
        (
            "kỷ niệm 20 năm thành lập và 5 năm thực hiện nghị quyết",
            [("thành lập", 20)],
            "carrying out something is no anniversary without kỷ niệm",
        ),
        ("sau 15 năm ngày càng phát triển", [], "ngày càng"),
        ("hơn 30 năm ngày nào ông cũng ra vườn", [], "a duration"),
        ("tặng Huy hiệu 50 năm tuổi Đảng", [], "years of membership"),
        ("trao Kỷ niệm chương cho 5 cá nhân", [], "a medal"),
        ("kỷ niệm 35 năm qua", [], "no event"),
        ("kỷ niệm Ngày Nhà giáo Việt Nam 20/11", [], "no count"),
        ("Đại hội lần thứ XIV chào mừng kỷ niệm ngày thành lập", [], "a congress's number"),
    ],
)
def test_events_and_counts(text: str, expected: list[tuple[str, int]], reason: str) -> None:
    assert occasions(text) == expected, reason


@pytest.mark.parametrize(
    ("text", "origin", "on", "reason"),
    [
        ("kỷ niệm 25 năm tái lập tỉnh (01/01/1997 - 01/01/2022)", "1997-01-01", "2022-01-01", "a pair"),
        ("kỷ niệm 78 năm thành lập hội (18-11-1930 – 18-11-2008)", "1930-11-18", "2008-11-18", "dashes"),
        ("kỷ niệm 25 năm tái lập tỉnh", None, None, "not printed"),
        ("kỷ niệm 69 năm Lời kêu gọi thi đua (11/6/1948)", "1948-06-11", None, "the founding alone"),
        ("kỷ niệm 75 năm thành lập ngành (28/8/2020)", None, "2020-08-28", "the anniversary alone"),
        ("kỷ niệm 90 năm thành lập Đảng (1930 - 2020)", "1930", "2020", "years"),
        ("kỷ niệm 60 năm Ngày truyền thống, từ đầu năm 2023 đến nay", None, None, "a date of something else"),
        ("kỷ niệm 70 năm Ngày toàn thắng, ngày 07/5/2024", None, "2024-05-07", "behind a comma"),
        ("kỷ niệm 90 năm thành lập Đảng (Điều 5)", None, None, "a bracket without dates"),
    ],
)
def test_founding_and_anniversary(text: str, origin: str | None, on: str | None, reason: str) -> None:
    (mention,) = mentions(text)
    assert (mention.value.origin, mention.value.on) == (origin, on), reason


def test_mentions_of_one_anniversary_give_one_value() -> None:
    found = mentions(
        "Sáng nay, kỷ niệm 25 năm Ngày tái lập tỉnh. Năm xưa có lễ kỷ niệm 20 năm Ngày tái lập tỉnh Bắc Kạn.",
        "KỶ NIỆM 25 NĂM NGÀY TÁI LẬP TỈNH BẮC KẠN",
    )
    full = mentions("Mừng kỷ niệm 25 năm tái lập tỉnh Bắc Kạn (01/01/1997 - 01/01/2022).")
    assert [(m.span.where, m.value.event.casefold(), m.value.years) for m in found] == [
        ("title", "ngày tái lập tỉnh bắc kạn", 25),
        ("body", "ngày tái lập tỉnh bắc kạn", 25),
        ("body", "ngày tái lập tỉnh bắc kạn", 20),
    ]
    assert full[0].value.origin == "1997-01-01"


def test_spans_hold_the_mention() -> None:
    text = Text.of("Lễ kỷ  niệm 30 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2012), tối qua")
    (mention,) = find_occasions(Source(Text.of(""), text), [])
    assert text.surface(mention.span.start, mention.span.end) == "kỷ niệm 30 năm Ngày Nhà giáo Việt Nam"


@pytest.mark.parametrize(
    "piece", ["kỷ niệm 5 năm A", "5 năm ngày ", "kỷ niệm 5 năm x, ngày y, ", "kỷ niệm 5 năm “", "và 5 năm x "]
)
def test_hostile_repetition_is_read_to_its_end(piece: str) -> None:
    assert occasions(f"{piece * 900}\nkỷ niệm 99 năm thành lập trường.")[-1] == ("thành lập trường", 99)
