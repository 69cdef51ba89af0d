"""The top of a saved page: masthead, menu, clock, section, kicker, headline and date, told apart by place.

The headline is the last line before the posting date or before the first paragraph that is not furniture;
what stands above a bread crumb, a menu or a visitor's clock is the site's own. A text that opens with its
first sentence has no headline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from parsers.dump_byline import bare_byline, labelled_byline
from parsers.dump_lines import Line, is_clock, is_contact, is_number, is_tool, is_trail
from parsers.dump_posted import Stamp, read_stamp

_DEEPEST = 60
"""Lines that are looked at for a headline: menus of portals run to forty lines."""

_SITE = re.compile(
    r"(?:cổng (?:thông tin|ttđt)|trang (?:thông tin|tin)|website|báo .{2,40}(?:điện tử|online)|"
    r".{0,40}portal$|chào mừng (?:quý vị|bạn)|"
    r"\S{1,60}$|.{0,60}\|\s?(?:[\w-]+\.){1,4}[a-z]{2,4}$|cơ quan ngôn luận|tiếng nói của)",
    re.IGNORECASE,
)
_BODY_NAME = re.compile(
    r"(?:ỦY BAN|UBND|HĐND|HỘI|SỞ|BỘ|BAN|BÁO|LIÊN ĐOÀN|LĐLĐ|CÔNG AN|CÔNG ĐOÀN|TỈNH|THÀNH|HUYỆN|THỊ|QUẬN|XÃ|"
    r"PHƯỜNG|ĐOÀN|TRƯỜNG|TRUNG TÂM|"
    r"ĐẢNG|VĂN PHÒNG|VIỆN|ĐẠI HỌC|BẢO HIỂM|CỤC|CHI CỤC|TỔNG|TÒA ÁN|MẶT TRẬN|THANH TRA|HỌC VIỆN|TẠP CHÍ|"
    r"ĐÀI|BỆNH VIỆN|CHÍNH PHỦ|QUỐC HỘI|"
    r"KHO BẠC|NGÂN HÀNG|CÔNG TY|TẬP ĐOÀN|PHÒNG|CHI BỘ|HẢI QUAN|ỦY BAN MẶT TRẬN)\b"
)
_ACTION = re.compile(
    r"\b(?:tổ chức|phát động|triển khai|ban hành|biểu dương|ký kết|kí kết|sơ kết|tổng kết|tăng cường|"
    r"đẩy mạnh|hưởng ứng|khai mạc|trao|tặng|"
    r"thông báo|tuyển dụng|hướng dẫn|về việc|thực hiện|chào mừng|tuyên dương|tham gia|công bố|phối hợp|"
    r"nâng cao|đạt|họp|thăm|làm việc|"
    r"ra quân|đón|nhận|xây dựng|thi đua|kỷ niệm|góp phần|chúc mừng|gặp mặt|kiểm tra|yêu cầu|chỉ đạo|"
    r"đề nghị|quyết định|kế hoạch|đại hội|hội nghị)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:tin(?: tức)?(?:\s?[-–&,]\s?| và | |\b)(?:sự kiện|hoạt động|trong tỉnh|trong nước|nổi bật|mới|"
    r"địa phương|chuyên ngành|tổng hợp|bài)?"
    r"|tin hoạt động.{0,30}|thời sự|chính trị|kinh tế|xã hội|văn hóa|giáo dục|y tế|pháp luật|an ninh|"
    r"quốc phòng|thể thao|thông báo|"
    r"thi đua\s?[-,–]\s?khen thưởng|thi đua khen thưởng|phong trào thi đua|văn bản (?:chỉ đạo|mới)|"
    r"chỉ đạo điều hành|cải cách hành chính|hoạt động.{0,40}|"
    r"người tốt việc tốt|gương điển hình.{0,20}|chuyên (?:mục|đề) ?:.{0,80}|trang chủ|chi tiết(?: tin|"
    r" bài viết)?|nội dung|tin nội bộ|bài viết|"
    r"xây dựng đảng|công tác.{0,30}|học tập và làm theo.{0,60}|chuyển đổi số|đoàn thể|"
    r"nông thôn mới)(?:\s?[-,–&]\s?(?:chính trị|xã hội|kinh tế|sự kiện|pháp luật))?\W{0,3}$",
    re.IGNORECASE,
)
# "(binhdinh.gov.vn) -", "BBK -", "(TVU)-": agency lines that open a first sentence.
_DATELINE = re.compile(
    r"\(?[\w.]{2,30}(?: [\w.]{1,12}){0,4}\)?\s?[-–]\s?(?:chiều|sáng|tối|trưa|ngày|trong|vừa|theo|nhân|với|"
    r"để|hôm|đêm|nhằm|mới)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:(?:chiều|sáng|tối|trưa|đêm)(?: ngày)?|ngày|từ ngày) \d{1,2}\s?[/.-]\s?\d{1,2}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the top of a page gives; `start` is the index of the first line behind it."""

    title: str | None
    published: date | None
    author: str | None
    masthead: str | None
    start: int


def read_head(lines: list[Line]) -> Head:
    """Read the top of a page's lines."""
    stamps = {i: stamp for i, line in enumerate(lines[:_DEEPEST]) if (stamp := read_stamp(line))}
    end = _prose_start(lines, stamps)
    junk = [i for i in range(end) if i not in stamps and is_furniture(lines[i])]
    clocks = {i for i, stamp in stamps.items() if stamp.clock}
    headings = [i for i in range(end) if i not in stamps and i not in junk]
    title_at = _choose(lines, headings, stamps, clocks, junk)
    shown = [i for i in headings if title_at is None or i < title_at]
    masthead = " ".join(lines[i].text for i in shown if not _SECTION.match(lines[i].fold)) or None
    if title_at is None:
        # Without a headline, only what is surely furniture may go.
        start = next((i for i in range(end) if i not in junk and i not in stamps), end)
        return Head(None, _published(stamps, junk, end, end), None, None, start)
    start = title_at + 1
    while start < len(lines) and start < end and (start in stamps or start in junk):
        start += 1
    author = _author(lines, range(title_at + 1, start), stamps)
    if author is None and start < end and (label := labelled_byline(lines[start].text)) and not label[1]:
        author, start = label[0], start + 1
    return Head(lines[title_at].text, _published(stamps, junk, title_at, start), author, masthead, start)


def is_furniture(line: Line) -> bool:
    """Menu, bread crumb, tool, clock, counter or contact line."""
    return is_trail(line) or is_tool(line) or is_clock(line) or is_number(line) or is_contact(line)


def _prose_start(lines: list[Line], stamps: dict[int, Stamp]) -> int:
    for i, line in enumerate(lines[:_DEEPEST]):
        if i in stamps or is_furniture(line):
            continue
        if _DATELINE.match(line.fold) and line.words > 12:
            return i
        if line.prose and not _stamped_next(lines, stamps, i) and not _cut_headline(line):
            return i
    return min(len(lines), _DEEPEST)


def _cut_headline(line: Line) -> bool:
    return line.words <= 30 and line.text.endswith(("..", "…", "?", "!")) and ". " not in line.text


def _stamped_next(lines: list[Line], stamps: dict[int, Stamp], i: int) -> bool:
    return lines[i].short and i + 1 in stamps and not stamps[i + 1].clock


def _choose(
    lines: list[Line], headings: list[int], stamps: dict[int, Stamp], clocks: set[int], junk: list[int]
) -> int | None:
    if not headings:
        return None
    live = [i for i in stamps if i not in clocks]
    # A menu, a bread crumb or a clock closes the site's part, where headings remain below it.
    fence = max(
        (i for i in [*junk, *clocks] if i < headings[-1] and _closes(lines[i], i in clocks)), default=-1
    )
    after = [i for i in headings if i > fence] or headings
    posted = [i for i in live if i > after[0]]
    if posted:
        above = [i for i in after if i < posted[0] and not is_furnishing(lines[i])]
        if above:
            return _last_title(lines, above)
    before = [i for i in live if i < after[-1]]
    below = [i for i in after if before and i > before[-1]] or after
    return _first_title(lines, below)


def _closes(line: Line, clock: bool) -> bool:
    return clock or is_trail(line) or is_clock(line)


def _last_title(lines: list[Line], above: list[int]) -> int:
    long = [i for i in above if lines[i].words > 6]
    return long[0] if long else above[-1]


def _first_title(lines: list[Line], below: list[int]) -> int | None:
    for k, i in enumerate(below):
        line = lines[i]
        last = k == len(below) - 1
        kicker = line.text.endswith(":") and not last
        if kicker or (not last and is_furnishing(line)):
            continue
        if _OPENING.match(line.fold) and line.ended:
            return None
        if last and is_site_line(line) and line.words < 3:
            return None
        return i
    return None


def is_furnishing(line: Line) -> bool:
    """The name of a site or of one of its sections."""
    return is_site_line(line) or bool(_SECTION.match(line.fold))


def is_site_line(line: Line) -> bool:
    """The name of a site or of the body that runs it, as mastheads show it."""
    if _SITE.match(line.fold):
        return True
    return line.fold.isupper() and bool(_BODY_NAME.match(line.fold)) and not _ACTION.search(line.fold)


def _published(stamps: dict[int, Stamp], junk: list[int], title_at: int, start: int) -> date | None:
    near = [stamps[i] for i in sorted(stamps) if title_at < i < start]
    near.sort(key=lambda stamp: not stamp.labelled)
    for stamp in near:
        if not stamp.clock:
            return stamp.day
    for i in sorted((i for i in stamps if i < title_at), reverse=True):
        stamp = stamps[i]
        if not stamp.clock and not any(i < k < title_at for k in junk):
            return stamp.day
    return None


def _author(lines: list[Line], between: range, stamps: dict[int, Stamp]) -> str | None:
    for i in between:
        if i in stamps and stamps[i].rest:
            label = labelled_byline(stamps[i].rest)
            if label and not label[1]:
                return label[0]
            name = bare_byline(stamps[i].rest, alone=False)
            if name and len(name.split()) > 1 and not _SECTION.match(name):
                return name
        elif label := labelled_byline(lines[i].text):
            return label[0]
    return None


def posted_near(lines: list[Line], title_at: int, start: int) -> date | None:
    """The posting date around the headline at `title_at`, whose text begins at `start`, or None."""
    stamps = {i: stamp for i, line in enumerate(lines) if (stamp := read_stamp(line))}
    junk = [i for i, line in enumerate(lines) if i not in stamps and is_furniture(line)]
    return _published(stamps, junk, title_at, start)
