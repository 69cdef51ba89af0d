"""Menus of a saved page: one name a line, or names run together where only style had set them apart.

A single name of a menu says little, since sections and even headlines may be worded alike; a run of short
lines that holds several of them is a menu from the first to the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.page.dump_lines import Line, is_trail

_ITEM = re.compile(
    r"\W{0,3}(?:trang chủ|trang nhất|home|giới thiệu(?: chung)?|tin tức.{0,25}|tin .{2,25}|liên hệ|góp ý|"
    r"hỏi[ -]{1,3}đáp|sơ đồ (?:cổng|trang|site|website).{0,15}|đăng (?:nhập|ký|xuất)|thư điện tử|"
    r"email công vụ|lịch (?:công tác|làm việc|tiếp (?:công )?dân|tuần).{0,15}|văn bản.{0,25}|"
    r"thủ tục hành chính|dịch vụ công(?: trực tuyến)?|công khai.{0,25}|"
    r"(?:cơ cấu |sơ đồ )?tổ chức(?: bộ máy)?|bộ máy.{0,20}|chức năng.{0,15}nhiệm vụ|"
    r"thư viện(?: ảnh| video| hình ảnh)?|"
    r"(?:video|ảnh|hình ảnh|media|multimedia|podcast|infographic|e-?magazine|longform)s?"
    r"(?: clip| hoạt động)?|đa phương tiện|truyền hình|phát thanh|"
    r"rss|english|tiếng việt|français|中文|tìm kiếm.{0,10}|tòa soạn|quảng cáo|thông tin cần biết|bạn đọc|"
    r"tài liệu.{0,20}|(?:hệ thống )?biểu mẫu|số liệu.{0,20}|thống kê|diễn đàn|công báo|dự án.{0,20}|"
    r"quy hoạch.{0,25}|chuyên (?:mục|đề|trang)|đảng|đoàn thể|chính quyền|doanh nghiệp|du lịch|công dân|"
    r"chính trị|kinh tế|văn hóa(?: ?[-–,&] ?xã hội)?|xã hội|pháp luật|thể thao|giáo dục|y tế|sức khỏe|"
    r"quốc phòng(?: ?[-–,&] ?an ninh)?|an ninh.{0,25}|đời sống|khoa học.{0,20}|công nghệ|thế giới|quốc tế|"
    r"thời sự|thông báo|menu|danh mục|thi đua ?[-–,]? ?khen thưởng|phong trào thi đua|cải cách hành chính|"
    r"xây dựng đảng|nông thôn mới|chuyển đổi số|chỉ đạo,? điều hành)\W{0,3}$",
    re.IGNORECASE,
)
_LONGEST_NAME = 6
"""Words of a menu's entry."""


def is_menu_item(line: Line) -> bool:
    """Whether a line is worded like an entry of a site's menu or a section's name."""
    return line.words <= _LONGEST_NAME and bool(_ITEM.match(line.fold))


def is_glued_menu(line: Line) -> bool:
    """Names of a menu that run together ("Trang chủGiới thiệuTin tức")."""
    if not line.short or line.ended:
        return False
    pieces = list(_pieces(line.fold))
    if len(pieces) < 2 or any(piece.count(" ") >= _LONGEST_NAME for piece in pieces):
        return False
    # "VNeID" or "YouTube" in a headline join a small letter and a capital too.
    return bool(_ITEM.match(pieces[0])) or (len(pieces) > 2 and any(map(_ITEM.match, pieces)))


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for i in range(1, len(text)):
        if text[i - 1].islower() and text[i].isupper():
            yield text[start:i]
            start = i
    yield text[start:]


def menus(lines: list[Line], taken: set[int]) -> set[int]:
    """Indices of the lines that are menus. `taken` lines (dates) belong to none and part two runs."""
    found: set[int] = set()
    run: list[int] = []
    for i in range(len(lines) + 1):
        if i < len(lines) and i not in taken and _fits(lines[i]):
            run.append(i)
            continue
        found.update(_known(lines, run))
        run = []
        if i < len(lines) and i not in taken and is_glued_menu(lines[i]):
            found.add(i)
    return found


def _fits(line: Line) -> bool:
    return line.words <= _LONGEST_NAME and not line.ended and not is_trail(line)


def _known(lines: list[Line], run: list[int]) -> range:
    known = [i for i in run if is_menu_item(lines[i])]
    if len(run) < 3 or len(known) < 2:
        return range(0)
    return range(known[0], known[-1] + 1)
