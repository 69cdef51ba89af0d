"""Headings of official texts: every layout of issuer, number, motto, place and date, for State and Party.

Saved pages tear the two columns of a heading into lines in any order. Here each layout meets each body, and
the record must hold title, number, day of issue, issuer and role of the text itself.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

import pytest

from parsers import extract

SUBJECTS = (
    "Tổ chức phong trào thi đua “Dân vận khéo” năm 2022",
    "Về việc phát động đợt thi đua chào mừng Đại hội Đảng các cấp",
    "V/v tổ chức Hội thi nhà nông đua tài lần thứ V",
    "THỰC HIỆN CHỈ THỊ SỐ 34-CT/TW VỀ CÔNG TÁC THI ĐUA, KHEN THƯỞNG",
)
TEXT = (
    "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;\n"
    "Để tiếp tục đổi mới công tác thi đua, khen thưởng, các đơn vị thực hiện tốt những nội dung sau:\n"
    "1. Nâng cao nhận thức của cán bộ, người lao động.\nNơi nhận:\n- Như trên;"
)
STATE = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
PARTY = ["ĐẢNG CỘNG SẢN VIỆT NAM"]
# (lines of the issuer, code, place, issuer in the record, motto)
BODIES = [
    (["ỦY BAN NHÂN DÂN", "TỈNH NGHỆ AN"], "/KH-UBND", "Nghệ An", "UBND tỉnh Nghệ An", STATE),
    (["ỦY BAN NHÂN DÂN", "HUYỆN ĐÔ LƯƠNG"], "/KH-UBND", "Đô Lương", "UBND huyện Đô Lương", STATE),
    (["UBND TỈNH NGHỆ AN", "SỞ NỘI VỤ"], "/KH-SNV", "Nghệ An", "Sở Nội vụ tỉnh Nghệ An", STATE),
    (["LIÊN ĐOÀN LAO ĐỘNG TỈNH NGHỆ AN"], "/KH-LĐLĐ", "Nghệ An", "LĐLĐ tỉnh Nghệ An", STATE),
    (
        ["UBND HUYỆN ĐÔ LƯƠNG", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"],
        "/KH-PGDĐT",
        "Đô Lương",
        "Phòng Giáo dục và Đào tạo huyện Đô Lương",
        STATE,
    ),
    (["BỘ Y TẾ"], "/KH-BYT", "Hà Nội", "Bộ Y tế", STATE),
    (["CÔNG AN TỈNH NGHỆ AN"], "/KH-CAT-PX03", "Nghệ An", "Công an tỉnh Nghệ An", STATE),
    (["TỈNH ỦY NGHỆ AN", "BAN TUYÊN GIÁO"], "-KH/BTGTU", "Nghệ An", "Ban Tuyên giáo Tỉnh ủy Nghệ An", PARTY),
    (["ĐẢNG BỘ TỈNH NGHỆ AN", "HUYỆN ỦY ĐÔ LƯƠNG"], "-KH/HU", "Đô Lương", "Huyện ủy Đô Lương", PARTY),
    (["ĐẢNG ỦY XÃ THƯỢNG SƠN"], "-KH/ĐU", "Thượng Sơn", "Đảng ủy xã Thượng Sơn", PARTY),
]
WIDE = " " * 16
LAYOUTS: dict[str, Callable[[list[str], str, list[str], str], list[str]]] = {
    "issuer, motto, number": lambda issuer, number, motto, day: [*issuer, "-------", *motto, number, day],
    "issuer, number, motto": lambda issuer, number, motto, day: [*issuer, number, *motto, "-----", day],
    "motto first": lambda issuer, number, motto, day: [*motto, *issuer, "***", number, day],
    "two columns": lambda issuer, number, motto, day: [
        f"{issuer[0]}{WIDE}{motto[0]}",
        *issuer[1:],
        *motto[1:],
        f"{number}{WIDE}{day}",
    ],
    "table bars": lambda issuer, number, motto, day: [*issuer, "|", *motto, "|", number, "|", day, "|"],
    "day before number": lambda issuer, number, motto, day: [*issuer, *motto, day, number],
    "rows of a table": lambda issuer, number, motto, day: [
        f"{issuer[0]} | {motto[0]}",
        *(f"{cell} |" for cell in issuer[1:]),
        *(f"| {cell}" for cell in motto[1:]),
        f"*** | {day}",
        f"{number} |",
    ],
    "a line a column": lambda issuer, number, motto, day: [
        f"{' '.join(issuer)} {number}",
        f"{' '.join(motto)} {day}",
    ],
    "cells of one row": lambda issuer, number, motto, day: [
        f"{' '.join(issuer)} {number} | {' '.join(motto)} {day}"
    ],
    "below a menu": lambda issuer, number, motto, day: ["Trang chủ", "Văn bản", *issuer, number, *motto, day],
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("mark", ["Số: {}", "Số {}", "Số:{}"])
def test_every_heading(layout: str, mark: str) -> None:
    subjects = cycle(SUBJECTS)
    for count, (issuer, code, place, name, motto) in enumerate(BODIES, 41):
        number, subject = f"{count}{code}", next(subjects)
        lines = LAYOUTS[layout](issuer, mark.format(number), motto, f"{place}, ngày 05 tháng 4 năm 2022")
        notice = extract("\n".join([*lines, "KẾ HOẠCH", subject, TEXT]))
        own = next(document for document in notice.documents if document.number == number)
        assert notice.title == f"KẾ HOẠCH {subject}", lines
        assert (own.type, own.issued, own.issuer, own.role) == ("Kế hoạch", "2022-04-05", name, "subject"), (
            lines
        )
