"""Numbers without a code: "Chỉ thị 34", "Công văn số 468", "6 Quyết định mang số 2356, 2357 và 2361".

A type must stand right before the figure, and what follows must not make it a count ("Nghị quyết 3 nội dung")
or a plenum ("Nghị quyết 4 khóa XI"). Without "số" only types that are cited so count.
"""

from __future__ import annotations

import re

from parsers.documents.number_mention import Head, NumberMention, read_head
from parsers.found import Found, Span, Where

_FIGURE = r"(?P<lead>\d{1,5}[a-zđ]?)(?:/(?P<year>(?:19|20)\d\d))?"
BARE = re.compile(rf"(?<=[\w: .])(?<![\d/.,-])(?<!\d ){_FIGURE}(?![\w/%]|[.,:]\d| ?- ?\d|-[A-ZĐ])")
_NEXT = re.compile(
    rf"(?: ?(?:,|;|và|, và|&|hoặc)) ?(?:(?:số|Số) )?{_FIGURE}"
    r"(?=\s*(?:[.;:)\]”\"\n]|$|,(?! ?\d+[.,]\d)|và (?:số )?\d|của |về |ngày |nêu|trên|để |do |mà |là "
    r"|được |đã |ban hành|ký )|-[A-ZĐ]| ?[-/] ?[A-ZĐ]{2})"
)
_CODE_FOLLOWS = re.compile(r"[-/]| [-/] ?[A-ZĐ]")
_NOUNS = (
    "quý|tuần|giờ|phút|điểm|nội dung|nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|tiêu chí|đơn vị|người"
    "|lần|cá nhân|tập thể|tỉnh|huyện|xã|phường|thôn|bản|hộ|triệu|tỷ|đồng|nghìn|ngàn|cán bộ"
    "|trường hợp|vụ|dự án|công trình|nhóm|bước|loại|phần|khâu|đột phá|chương|điều|khoản|mục|bộ"
    "|ngành|nước|nghị quyết|văn bản|không|xây|sạch|ha|km|m2|kg|tấn|đợt|giai đoạn|chữ|đề án"
    "|chương trình|cơ quan|doanh nghiệp|đảng viên|bên|cấp|hội viên|tổ chức|lãnh đạo|bị|đối tượng"
    "|thành viên|ủy viên|đại biểu|chức danh|học sinh|giáo viên|em|con|trường|lớp|nhà|suất|cuộc"
    "|buổi|mô hình"
)
_COUNTED = re.compile(rf"\s?(?:%|(?:năm|ngày|tháng)(?! \d)|(?:{_NOUNS})(?!\w))", re.IGNORECASE)
_WITHOUT_SO = frozenset(
    {"chỉ thị", "nghị quyết", "quyết định", "nghị định", "thông tư", "kết luận", "quy định", "công điện"}
    | {"công văn", "pháp lệnh", "hướng dẫn", "thông tư liên tịch", "chương trình hành động"}
    | {"thông báo", "qđ", "ct", "nq", "nđ", "cv"}
)
_NEVER = frozenset(
    {"dự án", "hợp đồng", "hiến pháp", "bản cam kết", "phương án", "biên bản", "giấy chứng nhận"}
)
# "Kế hoạch 979 ngày 15/10/2021 của Công an tỉnh": other types count where date or body follow.
_DATED = re.compile(
    r"(?<=\d\d),? ?(?:\(?ngày \d{1,2} ?[-/.] ?\d|của (?:UBND|Ủy ban|Sở|Công an|Huyện|Tỉnh"
    r"|Ban|Bộ|Thủ|Giám đốc|Chủ tịch|Thành ủy|Quận ủy|Đảng ủy|HĐND|LĐLĐ|Hội|Đoàn|Tổng))"
)
_OWNED = re.compile(r" của (?:Thủ|Chính phủ|UBND|Bộ|Chủ tịch)")
_LAST_PLENUM = 16  # no term of the Central Committee has held more
_PLENUM = re.compile(
    r"\s?[,(]?\s?(?:khóa|Trung ương|TW|T\.Ư|TƯ|BCH|Ban Chấp hành Trung ương|Hội nghị)(?!\w)", re.IGNORECASE
)


def read_bare(where: Where, text: str, match: re.Match[str]) -> list[Found[NumberMention]]:
    """The mentions that a match of `BARE` begins: one, several in a list, or none."""
    if _COUNTED.match(text, match.end()):
        return []
    head = read_head(text, match.start())
    if head.type is None or head.type.casefold() in _NEVER or _is_other(text, match, head):
        return []
    found = [_mention(where, match, head, joined=False)]
    while item := _NEXT.match(text, found[-1].span.end):
        # One with a code is read with it.
        if _CODE_FOLLOWS.match(text, item.end()) or _COUNTED.match(text, item.end()):
            break
        found.append(_mention(where, item, head, joined=True))
    return found


def _is_other(text: str, match: re.Match[str], head: Head) -> bool:
    kind = (head.type or "").casefold()
    figures = re.sub(r"\D", "", match["lead"])
    plenum = kind == "nghị quyết" and int(figures) <= _LAST_PLENUM and _PLENUM.match(text, match.end())
    if plenum or head.so:
        return bool(plenum)
    unusual = kind not in _WITHOUT_SO and not _DATED.match(text, match.end())
    apart = re.search(r"[\n:]", text[head.start : match.start()])
    year = not match["year"] and len(figures) == 4 and figures.startswith(("19", "20"))
    year = year and not _OWNED.match(text, match.end())
    count = not match["year"] and len(figures) == 1
    return bool(unusual or apart or year or count)


def _mention(where: Where, match: re.Match[str], head: Head, *, joined: bool) -> Found[NumberMention]:
    number = match["lead"] + (f"/{match['year']}" if match["year"] else "")
    mention = NumberMention(number, head.type, match["lead"], match["year"], (), head.start, joined=joined)
    end = match.end("year") if match["year"] else match.end("lead")
    return Found(mention, Span(where, match.start("lead"), end), 0.95 if head.so else 0.85)
