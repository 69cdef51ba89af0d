"""The top of a saved page: masthead, menu, clock, section, kicker, headline and date, told apart by place.

The headline is the last line before the posting date or before the first paragraph that is not furniture;
what stands above a bread crumb, a menu or a visitor's clock is the site's own. A text that opens with its
first sentence has no headline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from parsers.issuers.names import read_name
from parsers.page.dump_byline import bare_byline, labelled_byline
from parsers.page.dump_lines import (
    Line,
    is_caption,
    is_clock,
    is_contact,
    is_number,
    is_request,
    is_tool,
    is_trail,
    make_line,
)
from parsers.page.dump_menu import is_menu_item, menus
from parsers.page.dump_names import is_pen_name
from parsers.page.dump_posted import Stamp, read_stamp, stamp_behind
from parsers.page.dump_title import choose_title, is_dateline
from parsers.places.gazetteer import places

_DEEPEST = 240
"""Lines that are looked at for a headline: menus of newspapers run to two hundred lines."""

# A listing's remark behind the headline.
_LISTED_AS = re.compile(r"\s{1,3}\(?tin có (?:hình|ảnh|video)\)?$", re.IGNORECASE)
_LONGEST_BYLINE = 10
"""Words of an author's line beside the posting date."""
_LONGEST_BODY = 12
"""Words of a body's name with its place."""
_LEAD_LINES = 4
"""Lines of the text among which the posting date may stand."""

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
_SEATED = re.compile(r" (?:tỉnh|thành phố|TP|huyện|quận|thị xã|xã|phường|thị trấn) \S+(?: \S+){0,3}$")
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


_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
_FEW_YEARS, _LONG_GONE = 2, 2
_WEB = 2005  # no portal shows a page of an earlier year


@dataclass(frozen=True, slots=True)
class Head:
    """What the top of a page gives.

    `start` is the index of the first line behind it, `stamp_at` that of a posting date which stands among the
    text's first lines.
    """

    title: str | None
    published: date | None
    author: str | None
    masthead: str | None
    start: int
    stamp_at: int | None = None
    source: str | None = None
    """Where the text was taken from: its author where no other signed it."""


def read_head(lines: list[Line]) -> Head:
    """Read the top of a page's lines."""
    top = lines[:_DEEPEST]
    stamps = {i: stamp for i, line in enumerate(top) if (stamp := read_stamp(line))}
    listed = menus(top, set(stamps))
    end = _prose_start(lines, stamps)
    junk = {i for i in range(end) if i not in stamps and (i in listed or is_furniture(lines[i]))}
    clocks = {
        i
        for i, stamp in stamps.items()
        if stamp.clock or _followed_by_menu(i, listed, stamps) or _above_an_earlier(i, stamps)
    }
    headings = [i for i in range(end) if i not in stamps and i not in junk]
    furnishings = {i for i in headings if is_furnishing(lines[i])}
    bylines = {i: name for i in headings if (name := _byline_beside(lines, i, set(stamps) - clocks))}
    headings = [i for i in headings if i not in bylines and not _is_credit(lines[i])]
    title_at = choose_title(
        lines,
        headings,
        dates=set(stamps) - clocks,
        furniture=junk | clocks,
        bylines=set(bylines),
        furnishings=furnishings,
        text_at=end,
    )
    if title_at is None:
        # Without a headline, only what is surely furniture may go.
        start = next((i for i in range(end) if i not in junk and i not in stamps), end)
        return Head(None, _published(stamps, clocks, junk, end, end), None, None, start)
    start = title_at + 1
    while start < len(lines) and start < end and (start in stamps or start in junk or start in bylines):
        start += 1
    author = _author(lines, range(title_at + 1, start), stamps)
    author = author or next((bylines[i] for i in bylines if title_at < i < start), None)
    source = None
    if author is None and start < end and (byline := _byline_above_text(lines[start])):
        (author, source), start = byline, start + 1
    parting = {i for i in junk if not is_number(lines[i]) and not is_tool(lines[i])} | furnishings
    published = _published(
        stamps, clocks | _outdone(lines, stamps, title_at, start), parting, title_at, start
    )
    stamp_at = None if published else _stamp_in_text(stamps, clocks, start)
    if stamp_at is not None:
        published = stamps[stamp_at].day
    title = _LISTED_AS.sub("", lines[title_at].text)
    if (stamped := stamp_behind(title)) and published in (None, stamped[1]):
        title, published = stamped
    masthead = _masthead(lines, stamps, headings, title_at)
    if author and len(author.split()) > 2 and author.casefold() in title.casefold():
        author = None  # the headline again, broken over lines
    return Head(title, published, author, masthead, start, stamp_at, source)


def _byline_beside(lines: list[Line], i: int, dates: set[int]) -> str | None:
    """The author that a line beside the posting date names, without any label."""
    line = lines[i]
    if not (i + 1 in dates or i - 1 in dates) or line.words > _LONGEST_BYLINE:
        return None
    if is_furnishing(line) and not is_pen_name(line.text):
        return None
    if is_menu_item(line) or (line.text.isupper() and line.words > 5):
        return None
    name = bare_byline(line.text)
    return None if name is None or _is_place(name) else name


def _byline_above_text(line: Line) -> tuple[str | None, str | None] | None:
    """The author or else the source that a line between headline and text names, labelled or not."""
    if label := labelled_byline(line.text):
        return (None, label[0]) if label[1] else (label[0], None)
    if line.words > _LONGEST_BYLINE or is_menu_item(line):
        return None
    name = bare_byline(line.text) if is_pen_name(line.text) or not is_furnishing(line) else None
    return None if name is None or _SECTION.match(name) or _is_place(name) else (name, None)


def _is_credit(line: Line) -> bool:
    """Whether a line says who wrote or took something, so that it is no headline."""
    label = labelled_byline(line.text)
    return (label is not None and not label[1]) or is_caption(line)


def _is_place(text: str) -> bool:
    """Whether a text is nothing but a province's or district's name ("Hòa Bình, Thứ Hai, 12/7 …")."""
    return any(place.end - place.start == len(text) for place in places(text))


def _stamp_in_text(stamps: dict[int, Stamp], clocks: set[int], start: int) -> int | None:
    """A date below the lead: nothing but a date on its line, so no part of the text."""
    behind = range(start, start + _LEAD_LINES)
    bare = [i for i in behind if i in stamps and (not stamps[i].rest or _is_place(stamps[i].rest))]
    return next((i for i in bare if i not in clocks), None)


def _followed_by_menu(i: int, listed: set[int], stamps: dict[int, Stamp]) -> bool:
    return i + 1 in listed and not stamps[i].labelled


def _above_an_earlier(i: int, stamps: dict[int, Stamp]) -> bool:
    """Whether a day stands right above an earlier one: the visitor's above the posting date."""
    below = stamps.get(i + 1)
    return below is not None and not stamps[i].labelled and below.day < stamps[i].day


def _masthead(lines: list[Line], stamps: dict[int, Stamp], headings: list[int], title_at: int) -> str | None:
    """The site's own name above the headline, also where it shares a line with a clock."""
    shown = [i for i in headings if i < title_at and not _SECTION.match(lines[i].fold)]
    named = {i: lines[i].text for i in shown}
    named |= {i: s.rest for i, s in stamps.items() if i < title_at and is_site_line(make_line(s.rest))}
    return " ".join(named[i] for i in sorted(named)) or None


def is_furniture(line: Line) -> bool:
    """Menu, bread crumb, tool, clock, counter, contact line, request or a picture's crumb."""
    if not line.short:
        return is_clock(line)
    tests = (is_trail, is_tool, is_clock, is_number, is_contact, is_request)
    return any(test(line) for test in tests) or (line.text.startswith(("|", "(", "![")) and is_caption(line))


def _prose_start(lines: list[Line], stamps: dict[int, Stamp]) -> int:
    for i, line in enumerate(lines[:_DEEPEST]):
        if i in stamps or is_furniture(line):
            continue
        if is_dateline(line) and line.words > 12:
            return i
        if line.prose and not _stamped_next(lines, stamps, i) and not _cut_headline(line):
            return i
    return min(len(lines), _DEEPEST)


def _cut_headline(line: Line) -> bool:
    return line.words <= 30 and line.text.endswith(("..", "…", "?", "!")) and ". " not in line.text


def _stamped_next(lines: list[Line], stamps: dict[int, Stamp], i: int) -> bool:
    return lines[i].short and i + 1 in stamps and not stamps[i + 1].clock


def is_furnishing(line: Line) -> bool:
    """The name of a site or of one of its sections."""
    return is_site_line(line) or bool(_SECTION.match(line.fold))


def is_site_line(line: Line) -> bool:
    """The name of a site or of the body that runs it, as mastheads show it."""
    if _SITE.match(line.fold):
        return True
    if not line.fold.isupper():
        return _is_body(line)
    return bool(_BODY_NAME.match(line.fold)) and not _ACTION.search(line.fold)


def _is_body(line: Line) -> bool:
    """Whether a line is nothing but a body's name with its place: "Hội Nông dân tỉnh Nghệ An"."""
    name = read_name(line.fold, 0) if line.words <= _LONGEST_BODY else None
    return name is not None and name.end == len(line.fold) and bool(_SEATED.search(name.text))


def _outdone(lines: list[Line], stamps: dict[int, Stamp], title_at: int, start: int) -> set[int]:
    """Days above the headline that are a visitor's: all years that the text prints are long gone by then."""
    above = [i for i, stamp in stamps.items() if i < title_at and not stamp.labelled]
    if not above:
        return set()
    years = [int(year) for line in lines[start:] for year in _YEAR.findall(line.text)]
    if len(years) < _FEW_YEARS:
        return set()
    return {i for i in above if _WEB <= max(years) <= stamps[i].day.year - _LONG_GONE}


def _published(
    stamps: dict[int, Stamp], clocks: set[int], between: set[int], title_at: int, start: int
) -> date | None:
    """The posting date beside the headline: behind it a labelled one first, else right above it.

    A date above the headline counts only where nothing of the site (`between`) parts the two.
    """
    near = [stamps[i] for i in sorted(stamps) if title_at < i < start and i not in clocks]
    if near:
        return min(near, key=lambda stamp: not stamp.labelled).day
    above = [i for i in stamps if i < title_at and i not in clocks]
    for i in sorted(above, reverse=True):
        if not any(i < k < title_at for k in between) and not is_site_line(make_line(stamps[i].rest)):
            return stamps[i].day
    return None


def _author(lines: list[Line], between: range, stamps: dict[int, Stamp]) -> str | None:
    for i in between:
        if i in stamps and stamps[i].rest:
            label = labelled_byline(stamps[i].rest)
            if label and not label[1]:
                return label[0]
            name = bare_byline(stamps[i].rest, alone=False)
            sure = name and (len(name.split()) > 1 or is_pen_name(name))
            if name and sure and not _SECTION.match(name) and not _is_place(name):
                return name
        elif label := labelled_byline(lines[i].text):
            return label[0]
    return None


def posted_near(lines: list[Line], title_at: int, start: int) -> date | None:
    """The posting date around the headline at `title_at`, whose text begins at `start`, or None."""
    stamps = {i: stamp for i, line in enumerate(lines) if (stamp := read_stamp(line))}
    junk = {i for i, line in enumerate(lines) if i not in stamps and is_furniture(line)}
    clocks = {i for i, stamp in stamps.items() if stamp.clock}
    return _published(stamps, clocks, junk, title_at, start)
