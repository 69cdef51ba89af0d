"""The nouns that say what a quotation or a name is: a movement, a theme, or something else.

A quotation belongs to the last such noun before it: in "phong trào thi đua với chủ đề “…”" it is a theme, in
"phong trào thi đua đạt danh hiệu “…”" a title. So precision rests on the list of the *other* nouns: contests,
programmes, models, titles, slogans, funds and the like. Misspelt heads ("phong trà", "cuộc vân động") count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from parsers.notice import Kind
from parsers.text import lowered

HeadClass = Literal["movement", "theme", "other"]

# The patterns read lower-cased text and begin with plain letters: `re` skips from one initial to the next.
_MOVEMENT = r"""
(?P<movement>
    ph[oò]ng\ tr(?:à|ào|ao|aò|ảo)(?:\ thi\ đua|\ thi(?=\ [“"]))?
  | đ[ợơ]t\ (?:sinh\ hoạt\ |phát\ động\ )?(?:thi\ đua|cao\ điểm\ thi\ đua)(?:\ cao\ điểm)?
  | chiến\ dịch(?:\ thi\ đua)?
  | cuộc\ (?:v[ậâ]n\ động|cận\ động)(?!\ viên|\ bầu) | cvđ | pttđ
)"""
# Without another kind word "thi đua" names a movement only as the object of a verb, or in a list of them.
_BARE = (
    r"(?P<bare>thi\ đua(?:\ cao\ điểm|\ đặc\ biệt|\ đột\ kích|\ ngắn\ ngày|\ nước\ rút)?"
    r"|(?:đợt\ )?cao\ điểm(?=:?\ ?[“\"]))"
)
# "tháng cao điểm “…”", "ngày hoạt động cao điểm “…”" are no drives; "60 ngày đêm cao điểm" is one.
_OF_ACTION = re.compile(r"(?<!\d )(?:tháng|ngày|tuần|giờ|mùa) (?:[^\W\d_]+ ){0,3}\Z")
_LAUNCHED = re.compile(r"phát động \Z")
_OBJECT = re.compile(r"(?:(?:hưởng ứng|đẩy mạnh|thực hiện|triển khai|tham gia|tổ chức|công tác|và) |[,;] )\Z")
_QUOTED = re.compile(r":? ?[“\"]")
# "Khẩu hiệu của đợt thi đua là: “…”": the movement only says whose motto it is.
_OF_A_DRIVE = (
    r"(?:\ (?:của|cho|trong)\ (?:các\ )?(?:phong\ trào|đợt|cuộc|chiến\ dịch)"
    r"[^.;“\"\n]{0,60}?(?=\ là(?!\w)|:))?"
)
# "Với chủ để: “…”" is a slip; without a quotation it is two words ("dân chủ để").
_THEME = rf"(?P<theme>(?:chủ\ đề|chủ\ điểm|chủ\ để(?=\ ?:?\ ?[“\"])){_OF_A_DRIVE})"
_MOTTOS = "khẩu hiệu, phương châm, tinh thần, thông điệp, mục tiêu, nội dung"
_OTHERS = """
    danh hiệu, mô hình, chương trình, cuộc thi, hội thi, hội thao, liên hoan, hội diễn, giải thưởng, giải báo,
    quỹ, ngày hội, tuần lễ, đề án, dự án, nghị quyết, chỉ thị, kế hoạch, công trình, câu lạc bộ, clb, cờ thi
    đua, bằng khen, kỷ niệm chương, huy hiệu, lời kêu gọi, chuyên đề, chuyên mục, chuyên trang, tiêu chí, hội
    nghị, hội thảo, tọa đàm, diễn đàn, tiêu đề, tựa đề, bài viết, ca khúc, bài hát, bộ phim, tác phẩm, cuốn
    sách, cụm từ, hình ảnh, truyền thống, lời dạy, tư tưởng, đoạn đường, tuyến đường, học bổng, phần mềm, hệ
    thống, hoạt động, triển lãm, tấm gương, gương, điển hình, đội hình, quy tắc, nguyên tắc, cơ chế, chính
    sách, phóng sự, lễ hội, hành trình, giao ước, danh sách, giấy khen, tập thể, vai trò, nhiệm vụ, sáng kiến,
    sản phẩm, đạo đức, bệnh, nạn, ngôi nhà, mái ấm, tổ, nhóm, đội, từ, câu, chữ, nói, viết, dạy, nhấn mạnh,
    khẳng định, cho biết, chia sẻ, phát biểu, cho rằng, trả lời, hỏi, kể, nêu rõ"""


def _by_initial(words: str) -> str:
    """The words as a pattern that tries only those with the right initial."""
    tails: dict[str, list[str]] = {}
    for word in words.split(","):
        tails.setdefault(word.strip()[0], []).append(re.escape(word.strip()[1:]))
    return "|".join(f"{initial}(?:{'|'.join(rest)})" for initial, rest in tails.items())


_OTHER = (
    rf"(?P<other>(?:{_by_initial(_MOTTOS)}){_OF_A_DRIVE}"
    rf"|{_by_initial(_OTHERS)})"
)
_WANTED = re.compile(rf"(?:{_MOVEMENT}|{_BARE}|{_THEME})(?!\w)", re.VERBOSE)
_HEAD = re.compile(rf"(?:{_MOVEMENT}|{_BARE}|{_THEME}|{_OTHER})(?!\w)", re.VERBOSE)
# Where they may begin: plain words by their initial letters, from one of which `re` skips to the next.
_WANTED_WORDS = (
    "phong tr, phòng tr, đợt, đơt, chiến dịch, cuộc, cvđ, pttđ, thi đua, cao điểm, chủ đề, chủ điểm, chủ để"
)
_WANTED_HERE = re.compile(_by_initial(_WANTED_WORDS))
_HEAD_HERE = re.compile(_by_initial(f"{_WANTED_WORDS}, {_MOTTOS}, {_OTHERS}"))
_MOST = 1_000  # nouns of movements and themes that are read in a text; hostile input must end
_BEFORE, _BEHIND = 350, 260  # how far from a movement's or a theme's noun the other nouns matter
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("chiến dịch thi đua", "đợt thi đua"),
    ("chiến dịch", "chiến dịch"),
    ("cuộc", "cuộc vận động"),
    ("cvđ", "cuộc vận động"),
    ("đợt", "đợt thi đua"),
    ("đơt", "đợt thi đua"),
    ("cao điểm", "đợt thi đua"),
    ("thi đua cao điểm", "đợt thi đua"),
    ("thi đua đặc biệt", "đợt thi đua"),
    ("thi đua đột kích", "đợt thi đua"),
    ("thi đua ngắn ngày", "đợt thi đua"),
    ("thi đua nước rút", "đợt thi đua"),
)


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun at `norm[start:end]`; `kind` is set for movements."""

    group: HeadClass
    start: int
    end: int
    kind: Kind = "phong trào"
    peak: bool = False
    """Whether it is a mere "(đợt) cao điểm", which days and weeks of action have, too."""


@dataclass(frozen=True, slots=True)
class Heads:
    """All head nouns of a text, in order."""

    items: tuple[Head, ...]
    _starts: tuple[int, ...]

    def last(self, start: int, end: int) -> Head | None:
        """The last head that lies within `[start, end)`."""
        i = bisect_left(self._starts, end) - 1
        while i >= 0 and self.items[i].end > end:
            i -= 1
        return self.items[i] if i >= 0 and self.items[i].start >= start else None

    def first(self, start: int, end: int) -> Head | None:
        """The first head that begins within `[start, end)`."""
        i = bisect_left(self._starts, start)
        return self.items[i] if i < len(self.items) and self.items[i].start < end else None


def find_heads(norm: str) -> Heads:
    """Head nouns of a normalised text; the other nouns only where a movement or a theme is near."""
    lower = lowered(norm)
    windows: list[tuple[int, int]] = []
    for match in islice(_matches(_WANTED, _WANTED_HERE, lower, 0, len(lower)), _MOST):
        start, end = max(0, match.start() - _BEFORE), match.end() + _BEHIND
        if windows and start <= windows[-1][1]:
            windows[-1] = windows[-1][0], end
        else:
            windows.append((start, end))
    found = (
        head
        for start, end in windows
        for match in _matches(_HEAD, _HEAD_HERE, lower, start, end)
        if (head := _head(lower, match))
    )
    items = tuple(islice(found, 2 * _MOST))
    return Heads(items, tuple(head.start for head in items))


def _matches(
    pattern: re.Pattern[str], here: re.Pattern[str], lower: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """As `pattern.finditer(lower, start, end)`, tried only where `here` finds its first word."""
    done = start
    for word in here.finditer(lower, start, end):
        if word.start() >= done and (match := pattern.match(lower, word.start(), end)):
            done = match.end()
            yield match


def _head(lower: str, match: re.Match[str]) -> Head | None:
    start, end = match.span()
    if start and (lower[start - 1].isalnum() or lower[start - 1] == "_"):
        return None
    group = match.lastgroup
    if group == "bare":
        before = lower[max(0, start - 12) : start]
        named = "cao điểm" in match.group() or "đặc biệt" in match.group()
        if named and _QUOTED.match(lower, end):
            if _OF_ACTION.search(lower, max(0, start - 40), start):
                return None
        elif not (_LAUNCHED.search(before) or (_OBJECT.search(before) and _QUOTED.match(lower, end))):
            return None
    if group in ("movement", "bare"):
        peak = match.group().endswith("cao điểm") and "thi đua" not in match.group()
        return Head("movement", start, end, kind_of(match.group()), peak)
    return Head("theme" if group == "theme" else "other", start, end)


def kind_of(words: str) -> Kind:
    """The kind that a head's words stand for; an unnamed kind is `phong trào`."""
    folded = words.casefold()
    return next((kind for start, kind in _KINDS if folded.startswith(start)), "phong trào")
