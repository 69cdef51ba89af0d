"""Where the name of an anniversary's event ends: "… miền Nam, thống nhất đất nước | và 125 năm …".

The event is what follows the count of years, up to the bracket or the end of its clause. Commas and "và" also
stand inside names: those of `commemorations.csv` are read whole, in others what follows them tells.
"""

from __future__ import annotations

import re
from functools import cache

from parsers.reference import commemorations
from parsers.text import Text

LONGEST = 160
"""Characters of the longest event; what runs on for longer is no event's name."""

# What ends the event: punctuation, a word that begins another phrase, a date in full.
_STOP = re.compile(
    r"[(.;:\n“”\"!?…\[\]|/,]|[ ]-[ ](?=[\d“(]|(?-i:[a-zà-öø-ÿ]))|"
    r"[ ](?=(?:và|cùng với|cùng|được(?![ ](?:phong|công[ ]nhận|vinh[ ]danh|UNESCO|mang[ ]tên))|"
    r"đã|đang|sẽ|phải|cần|nhằm|do|vào|diễn ra|tổ chức|cũng|là|đồng thời|"
    r"kéo dài|bắt đầu|"
    r"gắn với|hướng tới|tiến tới|chào mừng|nhân dịp|góp phần|để|với|trong|tại|theo|(?-i:bằng)|từ|khi|thì|nên|"
    r"năm nay|thông qua|trên địa bàn|giai đoạn|lần thứ|năm (?:19|20)\d\d)(?!\w))|"
    r"[ ](?=\(?(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})",
    re.IGNORECASE,
)
# Behind a comma or "và": what still belongs to the name.
_STILL = re.compile(
    r",?[ ]?(?:và[ ])?(?:ngày[ ](?!\d)|Quốc[ ]khánh|Tết[ ]Độc[ ]lập|Cách[ ]mạng[ ]tháng|Đại[ ]thắng|"
    r"Tổng[ ]khởi[ ]nghĩa|thống[ ]nhất[ ]đất[ ]nước|giải[ ]phóng|chống[ ]|chữa[ ]cháy|cứu[ ](?:nạn|hộ)|"
    r"sinh[ ]viên|Hội[ ]Sinh[ ]viên|liệt[ ]s[ĩỹ]|thành[ ]lập[ ]|tái[ ]lập|truyền[ ]thống|"
    r"(?-i:Thể[ ]thao|Du[ ]lịch|Xã[ ]hội|Truyền[ ]thông|Môi[ ]trường|Đầu[ ]tư|Đào[ ]tạo|Công[ ]nghệ|"
    r"Gia[ ]đình|Phát[ ]triển|Xây[ ]dựng|Kỹ[ ]thuật|Lưu[ ]trữ|Bảo[ ]hiểm|Khen[ ]thưởng|Văn[ ]hóa[ ]đọc|"
    r"Phát[ ]hành|In[ ]))",
    re.IGNORECASE,
)
# "35 năm xây dựng, chiến đấu và trưởng thành": a list of doings, where the event began as one.
_DOING = re.compile(
    r"[ ]?(?:ngày[ ])?(?:xây[ ]dựng|thành[ ]lập|tái[ ]lập|chia[ ]tách|chiến[ ]đấu|đấu[ ]tranh|hình[ ]thành|"
    r"ra[ ]đời|đổi[ ]mới|hoạt[ ]động|phấn[ ]đấu|hội[ ]nhập)(?!\w)",
    re.IGNORECASE,
)
_DOINGS = re.compile(
    r",?[ ]?(?:và[ ])?(?:xây[ ]dựng|chiến[ ]đấu|chiến[ ]thắng|trưởng[ ]thành|phát[ ]triển|đổi[ ]mới|"
    r"hội[ ]nhập|phục[ ]vụ|cống[ ]hiến)(?!\w)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"(?:nhân dịp |chào mừng )?k[ỷỉ][ ]niệm")
_FIRST_WORD = re.compile(r"[ ]?(?:ngày[ ])?(?P<first>\w+)", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(r"\d{1,2}[/.]\d{1,2}(?![/\d]|\.\d)")
_QUOTED = re.compile(r"“[^“”\n]{2,60}”|\"[^\"\n]{2,60}\"(?=[ ,.;(]|$)")


def event_end(norm: str, start: int) -> int:
    """Where the event ends that begins at `start` of a normalised text; `start` where it ends nowhere."""
    limit = min(len(norm), start + LONGEST + 1)
    doing = _DOING.match(norm, start)
    at = _known_end(norm, start, limit) or start + 1
    while True:
        stop = _STOP.search(norm, at, limit)
        if not stop:
            return limit if limit == len(norm) else start
        here = stop.start()
        past = _within(norm, start, here)
        if (
            not past
            and norm[here] in ", "
            and (_STILL.match(norm, here) or (doing and _DOINGS.match(norm, here)))
        ):
            past = here + 2
        if not past:
            return here
        at = past


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Names of commemorated days in small letters, without "ngày", by their first word, the longest first.

    Only those that a comma, a dash or a word such as "và" would cut.
    """
    found: dict[str, list[str]] = {}
    for day in commemorations():
        for name in (day.name, *day.aliases):
            plain = Text.of(name).norm.casefold().removeprefix("ngày ")
            if _STOP.search(plain, 1):
                found.setdefault(plain.split()[0], []).append(plain)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in found.items()}


def _known_end(norm: str, start: int, limit: int) -> int:
    """Where the longest known name ends that begins at `start`; 0 where none does."""
    words = _FIRST_WORD.match(norm, start)
    if words is None:
        return 0
    begin = words.start("first")
    said = norm[begin:limit].casefold()
    for name in _known().get(words["first"].casefold(), ()):
        if said.startswith(name) and not said[len(name) : len(name) + 1].isalnum():
            return begin + len(name)
    return 0


def _within(norm: str, start: int, here: int) -> int:
    """Where to read on if the stop at `here` lies inside a name; 0 if it does not."""
    sign = norm[here]
    if sign == "\n":  # the page broke the line
        goes_on = norm[here + 1 : here + 2].islower() and not _ANOTHER.match(norm, here + 1)
        return here + 1 if goes_on else 0
    if sign in "/.":  # "Quốc khánh 2/9", "Ngày Thầy thuốc Việt Nam 27.2"
        word = norm.rfind(" ", start, here) + 1
        day = _DAY_AND_MONTH.match(norm, word) if word else None
        if day and here < day.end():
            return here + 1
    if sign == ".":  # "T.Ư", "TP.HCM"
        return here + 1 if norm[here + 1 : here + 2].isalpha() else 0
    if sign in '“"' and norm[here - 1] == " ":  # 'ra "Lời kêu gọi thi đua ái quốc"'
        quoted = _QUOTED.match(norm, here)
        return quoted.end() if quoted else 0
    return 0
