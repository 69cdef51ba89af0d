"""What kind of line a line of a saved page is: the site around the notice, or the notice.

Portals differ in markup, but they word their furniture alike ("Số lượt người xem", "Bản in", "Các tin khác"),
because a handful of systems serve them all. A line is judged by its wording alone here; `dump_head` and
`dump_foot` judge by its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from parsers.text import fold_tone, tidy


def words(text: str) -> frozenset[str]:
    """The blank-separated words of a table of words."""
    return frozenset(text.split())


MOST = 2_500
"""Lines of a text that are told apart; what follows is read as one."""
MOST_TEXT = 160_000
"""Characters of a text whose lines are told apart: twice as many as are searched."""
_READ = 5_000  # characters at either end of a line that are read: what is longer is prose in any case
LONGEST = 300
"""Characters: no piece of furniture is longer, so longer lines are prose unread."""

_FOLDED = 2500
"""Characters of a paragraph that are folded: its beginning tells its kind."""
_PLAIN = {0xFF01 + i: 0x21 + i for i in range(94)} | {ord("Ð"): "Đ", ord("−"): "-", ord("‐"): "-"}
_UNPLAIN = re.compile(f"[{re.escape(''.join(map(chr, _PLAIN)))}]")

_END_OF_SENTENCE = re.compile(r"[.!?;…:]\W{0,3}$")

# Headings of lists of other news: what follows them is not the notice.
_RELATED = re.compile(
    r"\W{0,4}(?:(?:các |những )?(?:tin|bài|bài viết|tin bài|tin tức|văn bản|bài báo)(?: bài| tức| viết)? "
    r"(?:khác|liên quan|mới hơn|cũ hơn|mới nhất|mới|nổi bật|đã đưa|đã đăng|cùng chuyên mục|cùng loại|"
    r"cùng chủ đề|"
    r"đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|trước đó|trong cùng chuyên mục)(?: cùng chuyên mục)?\b"
    r"|chuyên mục khác\b|(?:tags?|từ khó?a) ?:?$|xem thêm\b|đọc thêm\b|có thể bạn quan tâm|bạn đang đọc bài|"
    r"cùng chuyên mục\b|xem nhiều nhất|"
    r"đọc nhiều nhất"
    r"|đừng bỏ lỡ|mời bạn đọc|đọc báo |\d{0,4} ?bình luận\b|ý kiến (?:bạn đọc|độc giả|của bạn|phản hồi)|"
    r"gửi bình luận)",
    re.IGNORECASE,
)
# Headings of what readers wrote: nothing behind them is the notice.
_COMMENTS = re.compile(
    r"\W{0,4}(?:(?:\d{1,4} )?bình luận(?: bài viết)?(?: ?\(\d{1,4}\)| ?: ?\d{1,4})?|"
    r"ý kiến (?:bạn đọc|độc giả|của bạn|phản hồi)(?: ?\(\d{1,4}\))?|gửi (?:bình luận|ý kiến)(?: của bạn)?|"
    r"leave a (?:reply|comment)|trả lời|phản hồi|(?:viết|thêm) bình luận)\W{0,4}$",
    re.IGNORECASE,
)
# Tools, counters and other furniture that ends a page, where it stands as a short line.
_TOOL = re.compile(
    r"[\W\d_]{0,12}(?:bản in|in (?:trang|bài|ra|tin|ấn)\b|gửi (?:e-?mail|mail|cho bạn|phản hồi|bình luận|"
    r"ý kiến|tin)|"
    r"print\b|send mail|quay lại|trở về|trở lại|(?:lên )?đầu trang|về trang|"
    r"chia sẻ(?:\b|(?-i:(?=[A-ZĐ])))|facebook|zalo\b|"
    r"twitter|"
    r"google(?: news|\+)|(?:số |tổng |tổng số )?lượt (?:người )?(?:xem|truy cập|đọc)|(?:đã|số người|"
    r"tổng) (?:xem|đọc|truy cập)\b|"
    r"từ khó?a\b|tags?\b|bình luận|ý kiến (?:bạn đọc|của bạn|phản hồi|độc giả)|bình chọn|thăm dò ý kiến|"
    r"click để|tổng số điểm|xếp hạng|đánh giá bài viết|(?:xem|tìm) theo ngày|xem tiếp|xem toàn bộ|xem tất cả|"
    r"©|\(c\) ?\d|copyright|bản quyền|đường dây nóng|liên kết web|website liên kết|"
    r"tải về|tải file|tải tệp|(?:tệp|file|tập tin|tài liệu|văn bản) (?:tin )?đính kèm|download|"
    r"theo dõi (?:báo|chúng tôi|trên)|nghe bài viết|nghe đọc bài|(?:xem với )?cỡ chữ|phóng to|lưu bài|"
    r"sao chép liên kết|like\b|"
    r"tweet\b|thích\b|báo lỗi|người đăng|rss\b|tỷ giá|thời tiết\b|video\b|ảnh\b(?! hưởng)|trực tuyến\b|"
    r"đang (?:trực tuyến|online)|"
    r"thống kê truy cập|skip (?:ribbon|to )|turn on more|chế độ tương phản|a[-+ ]{1,2}a\b|màu chữ|"
    r"(?:pdf|e-?mail|in)(?:[ .|]{1,3}(?:pdf|e-?mail|in)){1,2}\W{0,3}$|"
    r"(?:đọc|nghe)(?: bài viết| tin| bài)?$|(?:go )?top$|in(?: ấn)?(?: e-?mail)?$|e-?mail$|font size|"
    r"leave a |your e-?mail|(?:số lần |lượt )?truy cập ?:|gửi$|điểm$|đánh giá ?:|"
    r"(?:giây|phút|giờ|ngày|tuần|tháng|năm) trước$|vừa xong$|hôm qua$|bạn còn \d|tối đa ?:|"
    r"trang \d{1,6} ?/|quảng cáo$|"
    r"(?:đang|tháng|tuần)(?: hiện| đã)? (?:truy cập|tại|này|trước|qua) ?:|"
    r"(?:\d{1,6} )?người thích|mã (?:an toàn|xác nhận|bảo mật)|copy link)",
    re.IGNORECASE,
)
# Words that open a tool's line as well as a headline ("Chia sẻ khó khăn với đồng bào vùng lũ").
_TOOL_OR_TITLE = re.compile(
    r"[\W\d_]{0,6}(?:quay lại|trở về|trở lại|về trang|chia sẻ|đánh giá|bình chọn|phóng to|theo dõi|thích|"
    r"thời tiết|video|ảnh|trực tuyến|xem tiếp|đã xem|số người|tổng|tải về|lên đầu|gửi tin|xếp hạng|"
    r"đường dây nóng|tỷ giá|đã (?:đọc|truy))\b(?! ?:)|[\W\d_]{0,6}(?:video|ảnh)\b",
    re.IGNORECASE,
)
_LONGEST_TOOL = 5
"""Words of a tool's line that opens as a headline might, where no colon or number tells it."""
_CONTACT = re.compile(
    r"(?:địa chỉ|trụ sở|điện thoại|đt|tel|hotline|fax|e-?mail|giấy phép|chịu trách nhiệm|cơ quan chủ quản|"
    r"tổng biên tập|tòa soạn|ghi rõ nguồn|website|số điện thoại)\b ?(?:số |chính|nội dung|"
    r"thường trực)?[^:]{0,20}:",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\(\+?0?\d{2,4}\) ?\d[\d. ]{5,12}\d|[\w.+-]{1,40}@[\w-]{1,40}\.\w|\b0\d{2,3}[. ]\d{3}[. ]\d{3,4}\b"
)
# A site's imprint, which may run on like a paragraph.
_IMPRINT = re.compile(
    r"\W{0,3}(?:©|copyright\b|bản quyền (?:©|\(c\)|thuộc|nội dung)|"
    r"giấy phép (?:số|hoạt động|thiết lập|xuất bản|trang|báo|của)[^.;]{0,60}"
    r"(?:GP|TTĐT|BC\b|thông tin|TT&TT|TTTT|BTTTT|báo chí)|(?:cơ quan|đơn vị) chủ quản ?:|"
    r"(?:người )?chịu trách nhiệm(?: chính| nội dung| xuất bản| về nội dung)? ?:|"
    r"(?:phó )?tổng biên tập ?:|trưởng ban biên tập ?:|(?:ghi rõ|yêu cầu ghi|vui lòng ghi) (?:rõ )?nguồn\b|"
    r"(?:thiết kế|phát triển|xây dựng|vận hành)(?: và [^.]{3,20})? bởi|powered by|designed by|"
    r"(?:địa chỉ|trụ sở(?: chính)?)(?: tòa soạn| liên hệ)? ?:.{5,200}"
    r"(?:điện thoại|đt|tel|fax|email|e-mail|hotline)\b)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"[\W\d_]*$|\[?(?:img|image|ảnh|hình ảnh|video)\]?$", re.IGNORECASE)
_COUNTER = re.compile(
    r"(?:số |tổng |tổng số )?lượt (?:truy cập|người truy cập)|hôm (?:nay|qua) ?[:,]|bây giờ(?: là)? ?:|"
    r"(?:đang |khách )?(?:trực tuyến|online) ?[:(]? ?\d|\b(?:english|中文)(?:$| ?[|/])|\| ?english|"
    r"khách online|đang online|tổng truy cập|^\W{0,3}(?:đang )?trực tuyến\W{0,3}$",
    re.IGNORECASE,
)
_LONGEST_CLOCK = 14
"""Words: a line of counters and clocks is no longer."""
_TRAIL = re.compile(
    r"\W{0,3}(?:trang chủ|trang nhất|home|tin tức|bạn đang ở|tin hoạt động|thời sự)\s{0,3}(?:»|>|/|›|→|\||"
    r"::|\\)",
    re.IGNORECASE,
)
_FRONT_PAGE = ("trang chủ ", "trang nhất ", "home ")
_TRAIL_MARK = re.compile(r"\s(?:»|>{1,2}|›|→)\s")
_MENU_GAP = re.compile(r"(?<=\S) {2,}(?=\S)| \| ")
_NAMES_OF_MENU, _WORDS_OF_NAME = 0.7, 4.5
_NEXT_SENTENCE = re.compile(r"[.!?][”\"]? (?=[A-ZĐ“\"])")
_ASKED = (
    "vui lòng", "xin hãy đợi", "giây nữa", "đang tải", "bấm vào đây", "click vào đây", "trạng thái đăng nhập",
)  # fmt: skip
_REQUEST = re.compile(
    r"\W{0,3}(?:từ khó?a|nhập|tìm kiếm|bạn phải đăng nhập)\b.{0,120}\.\.\.$",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"\W{0,4}(?:(?:tải )?(?:tệp|file|tập tin|tài liệu|văn bản)(?: tin)? đính kèm|tải về|download) ?:",
    re.IGNORECASE,
)
_POINTER = re.compile(r"(?:>{2,3}|»|►|▶|☛|👉|=>) ?\S")
_DATED_ITEM = re.compile(
    r"[(\[](?:\d{1,2}:\d{2} )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?:[ ,-]{1,3}\d{1,2}:\d{2})?[)\]]$"
)
_CAPTION = re.compile(r"(?:\(|\b)[ẢA]nh(?: ?: ?[^.:]{2,60}| minh họa| tư liệu| internet)\)?\.?[ |]{0,3}$")
_SYLLABLE = re.compile(r"[^\W_]+")
_TOLD = re.compile(
    r":$|: ?\d|\d\)?$|\bfacebook\b|\bzalo\b|\btwitter\b|\be-?mail\b|\bgmail\b|google news", re.IGNORECASE
)


@dataclass(frozen=True)
class Line:
    """One line: `raw` as it stands, `text` tidied, `fold` its beginning in the canonical spelling of `Text`.

    Its readings are asked for again and again, hence kept.
    """

    raw: str
    text: str
    gap: bool = False
    """Whether an empty line stands before it."""

    @cached_property
    def fold(self) -> str:
        """The beginning of `text` in canonical spelling."""
        start = self.text[:_FOLDED]
        return fold_tone(start.translate(_PLAIN) if _UNPLAIN.search(start) else start)

    @property
    def plain(self) -> str:
        """`raw` with one blank for each run of them; the last line of a very long text holds many."""
        if self.raw == self.text:
            return self.raw
        return "\n".join(" ".join(line.split()) for line in self.raw.split("\n"))

    @cached_property
    def low(self) -> str:
        """`fold` in small letters."""
        return self.fold.lower()

    @cached_property
    def words(self) -> int:
        """Number of blank-separated words."""
        return self.text.count(" ") + 1 if self.text else 0

    @cached_property
    def short(self) -> bool:
        """Short enough to be furniture."""
        return len(self.text) <= LONGEST

    @cached_property
    def ended(self) -> bool:
        """Whether it ends like a sentence or a clause."""
        return bool(_END_OF_SENTENCE.search(self.text[-6:]))

    @cached_property
    def prose(self) -> bool:
        """Whether it reads like a paragraph rather than a heading or furniture."""
        return not self.short or (self.words >= 14 and self.ended)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold anything, in order."""
    lines: list[Line] = []
    gap = False
    for raw in few(text.splitlines()):
        if not raw or raw.isspace():
            gap = True
            continue
        line = make_line(raw, gap)
        if line.text:
            lines.append(line)
        gap = not line.text
    return lines


def few(raw: list[str]) -> list[str]:
    """The lines, those beyond `MOST` or `MOST_TEXT` in one piece.

    No notice has more, and a hostile text keeps its words.
    """
    ends = accumulate(map(len, raw[:MOST]))
    most = next((i for i, end in enumerate(ends, 1) if end >= MOST_TEXT), MOST)
    return raw if len(raw) <= most else [*raw[:most], "\n".join(raw[most:])]


def make_line(raw: str, gap: bool = False) -> Line:
    """A raw line with its readings."""
    text = tidy(raw if len(raw) <= 2 * _READ else f"{raw[:_READ]} {raw[-_READ:]}")
    return Line(raw.strip(), text, gap)


def is_related_heading(line: Line) -> bool:
    """Heading of a list of other news ("Các tin khác", "TIN MỚI HƠN", "Xem thêm: …")."""
    return line.short and bool(_RELATED.match(line.fold)) and (line.words <= 7 or ":" in line.fold[:20])


def is_tool(line: Line) -> bool:
    """Share bar, print link, counter, tags, attachment list: furniture behind or before a text."""
    if not line.short or (line.ended and line.words > 10 and not line.text.endswith(":")):
        return False
    if not _TOOL.match(line.fold):
        return False
    told = line.words <= _LONGEST_TOOL or bool(_TOLD.search(line.fold))
    return told or not _TOOL_OR_TITLE.match(line.fold)


def is_comment_heading(line: Line) -> bool:
    """Heading of the readers' comments, or the form for one."""
    return bool(_COMMENTS.match(line.fold))


def is_request(line: Line) -> bool:
    """What a site asks of its visitor ("Vui lòng đăng nhập để xem …", "Đang tải …")."""
    if not line.short:
        return False
    asked = any(words in line.low for words in _ASKED)
    return asked or bool(line.text.endswith("...") and _REQUEST.match(line.fold))


def is_attached(line: Line) -> bool:
    """The line that offers a file ("Tệp đính kèm: …", "Tải về: …")."""
    return line.short and bool(_ATTACHED.match(line.fold))


def is_pointed_item(line: Line) -> bool:
    """A pointer to other news amid a text (">> Ra quân …", "► …")."""
    return line.short and not line.ended and bool(_POINTER.match(line.text))


def is_dated_item(line: Line) -> bool:
    """An item of a list of other news: a headline with its date in brackets ("- Dấu ấn … (23/12)")."""
    return line.short and bool(_DATED_ITEM.search(line.fold))


def is_contact(line: Line) -> bool:
    """Address, telephone, e-mail or licence of the site's owner."""
    if not line.short:
        return False
    if ":" in line.fold and (_CONTACT.match if line.prose else _CONTACT.search)(line.fold):
        return True
    return not line.prose and _may_reach(line.text) and bool(_REACHED.search(line.fold))


def _may_reach(text: str) -> bool:
    """A cheap look for a telephone or an e-mail address."""
    return "@" in text or "0" in text or "(" in text


def is_imprint(line: Line) -> bool:
    """Whose site it is and under which licence, however long ("Bản quyền thuộc …", "Giấy phép số …")."""
    return says_imprint(line.fold[:400])


def says_imprint(text: str) -> bool:
    """Whether a text begins as a site's imprint does."""
    return bool(_IMPRINT.match(text))


def is_number(line: Line) -> bool:
    """Digits of a counter, a player's "0:00 / 0:00", a picture's place-holder."""
    return line.short and bool(_NUMBERS.match(line.fold))


def is_clock(line: Line) -> bool:
    """A visitor's clock or counter ("Hôm nay: …", "Trực tuyến: 6")."""
    return line.words <= _LONGEST_CLOCK and bool(_COUNTER.search(line.fold))


def is_trail(line: Line) -> bool:
    """Bread crumbs ("Trang chủ » Tin tức") or a menu set with bars or wide gaps."""
    if not line.short or line.ended:
        return False
    if _TRAIL.match(line.fold) or (_TRAIL_MARK.search(line.fold) and line.words <= 25):
        return True
    pieces = _MENU_GAP.split(line.raw)
    if len(pieces) > 1 and line.low.startswith(_FRONT_PAGE):
        return True
    if len(pieces) > 3 and line.words <= _WORDS_OF_NAME * len(pieces):
        # A sentence with stray blanks goes on in small letters.
        return sum(not piece[:1].islower() for piece in pieces) > _NAMES_OF_MENU * len(pieces)
    return line.raw.startswith("[") and line.raw.endswith("]") and line.raw.count("[") > 1


def is_caption(line: Line) -> bool:
    """A picture's caption that names its photographer ("… Ảnh: Cao Cường"): one sentence at most."""
    return (
        line.short
        and ("Ảnh" in line.fold or "Anh" in line.fold)
        and bool(_CAPTION.search(line.fold))
        and not line.fold.lower().startswith(("tin", "bài"))
        and len(_NEXT_SENTENCE.findall(line.fold)) <= 1
    )


def pairs_of_words(text: str) -> set[tuple[str, str]]:
    """Pairs of neighbouring syllables, in small letters: what two wordings of one thing share."""
    return set(pairwise(_SYLLABLE.findall(text.casefold())))
