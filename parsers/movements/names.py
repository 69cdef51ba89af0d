"""What a movement's name looks like: the names known from public pages, and the bare name in a quotation.

Known names are kept as a trie over folded words, because they are asked for at single places (behind a head,
in a list) and may hold a slot: "{tỉnh} chung sức xây dựng nông thôn mới" is one name in 63 spellings. A known
name is never a movement by itself: the text must present it as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from parsers.notice import Kind
from parsers.reference import known_movements
from parsers.text import Text

# Spelt out: Unicode lets small and capital Vietnamese letters alternate, so no range holds one kind.
SMALL = "".join(c for c in map(chr, (*range(0x61, 0x250), *range(0x1EA0, 0x1EFA))) if c.islower())
_WORD = re.compile(r"\w+")
_SLOT = "{tỉnh}"
_SLOT_WORDS = 5
_GAP = re.compile(r"[\s,;/–-]{0,4}\Z")
_FOLD = {
    "ntm": "nông thôn mới", "đtvm": "đô thị văn minh", "antq": "an ninh tổ quốc", "antt": "an ninh trật tự",
    "ccb": "cựu chiến binh", "tdđkxdđsvh": "toàn dân đoàn kết xây dựng đời sống văn hóa",
    "sxkd": "sản xuất kinh doanh", "sỹ": "sĩ",
    "một": "1", "hai": "2", "ba": "3", "bốn": "4", "năm": "5", "sáu": "6", "mười": "10",
}  # fmt: skip
# Rows whose words are a plain description unless capitals or quotes make a name of them.
_DESCRIPTIONS = frozenset(
    """
    chung-suc-xay-dung-nong-thon-moi van-hoa-cong-so thuc-hanh-tiet-kiem-chong-lang-phi
    xoa-nha-tam-nha-dot-nat doi-moi-sang-tao-va-chuyen-doi-so xay-dung-xa-hoi-hoc-tap hien-mau-tinh-nguyen
    tet-trong-cay ngay-vi-nguoi-ngheo trong-mot-ty-cay-xanh thanh-nien-tinh-nguyen thi-dua-ai-quoc
    binh-dan-hoc-vu doan-ket-sang-tao toan-dan-doan-ket-xoa-ho-ngheo-nha-dai-doan-ket
    hoc-tap-va-lam-theo-ho-chi-minh tuan-le-vang gia-dinh-dong-ho-cong-dong-hoc-tap
    sang-tao-tre lao-dong-tien-tien-cai-tien-ky-thuat chong-rac-thai-nhua thanh-nien-khoi-nghiep
    gia-dinh-van-hoa
    phu-nu-giup-nhau-phat-trien-kinh-te co-quan-van-hoa nep-song-van-hoa-cong-nghiep doi-song-moi
    doanh-trai-chinh-quy quan-ly-xang-dau-tot co-so-y-te-xanh-sach-dep nong-dan-chong-rac-thai-nhua
    thanh-nien-tham-gia-van-minh-do-thi thanh-nien-xung-kich-chuyen-doi-so viec-tu-te nha-sach-vuon-dep
    toan-dan-phong-chay-chua-chay thi-dua-phat-trien-kinh-te-xa-hoi-2021-2025
    """.split()  # noqa: SIM905 - a list of words reads better than quoted ones
)
_GENERIC = re.compile(
    r"(?:(?:phong trào )?thi đua(?: yêu nước| ái quốc)?|thi đua theo (?:đợt|chuyên đề)|yêu nước|ái quốc"
    r"|cao điểm)\Z",
    re.IGNORECASE,
)
_KIND_WORDS = re.compile(
    r"(?:(?:phong trào|đợt)(?: thi đua)?(?: đặc biệt| cao điểm| yêu nước)?|cuộc vận động|chiến dịch)[ :]+",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"[\s,;-]*(?:trong )?(?:\((?:giai đoạn )?\d{4} ?- ?\d{4}\)|giai đoạn,? \(?\d{4} ?- ?\d{4}\)?)\Z",
    re.IGNORECASE,
)
# What is said of a movement, in quotation marks: "phong trào “đã tạo động lực mới”".
_SAID = re.compile(
    r"(?:đã|đang|sẽ|phải|là|cần|có|được|luôn|nhưng|rất|thật|như|tôi|chúng ta|chúng tôi"
    r"|(?:mở|phát động|tổ chức|hưởng ứng|tham gia|đẩy mạnh) (?:phong trào|chiến dịch|cuộc vận động|đợt)) "
)
_SENTENCE = re.compile(rf"[.!?](?=[\s”\"]+[^\W\d_{SMALL}])|\.{{2,}}|…")
_MILITARY = re.compile(
    r"(?:hà nội - )?điện biên phủ(?: trên không)?\Z|hồ chí minh\Z|tây nguyên\Z|việt bắc\b|biên giới\Z",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"\d[A-Z]\Z")  # “5K”
_LONGEST = 260


@dataclass(slots=True)
class _Node:
    words: dict[str, _Node] = field(default_factory=dict)
    slot: _Node | None = None
    end: str | None = None
    """The id of the row whose name ends here."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `norm[start:end]`; `known` is the id of its row in `movements.csv`, if it has one."""

    start: int
    end: int
    known: str | None = None
    stretch: tuple[int, int] | None = None
    """Where a period stood inside the quotation ("… giai đoạn 2021 - 2025”)."""


def fold(word: str) -> str:
    """A word as the trie spells it; a short form may become several words."""
    word = word.casefold()
    return _FOLD.get(word, word)


def key_of(name: str) -> str:
    """What makes two spellings of a name one item: case, quotes, punctuation and blanks do not count."""
    return " ".join(_WORD.findall(name.casefold()))


def _spellings(*names: str) -> Iterator[str]:
    """The names, each with "bảo đảm" and "đảm bảo", which pages interchange."""
    for name in names:
        yield name
        if "bảo đảm" in name:
            yield name.replace("bảo đảm", "đảm bảo")


@cache
def _trie() -> _Node:
    root = _Node()
    for movement in known_movements():
        for name in _spellings(movement.name, *movement.aliases):
            node = root
            text = _PERIOD.sub("", _KIND_WORDS.sub("", Text.of(name).norm, count=1))
            for part in re.split(r"(\{tỉnh\})", text):
                if part == _SLOT:
                    node.slot = node.slot or _Node()
                    node = node.slot
                    continue
                for word in " ".join(fold(w) for w in _WORD.findall(part)).split():
                    node = node.words.setdefault(word, _Node())
            if node is not root and not _GENERIC.match(text):
                node.end = node.end or movement.id
    return root


@cache
def kinds() -> dict[str, Kind]:
    """The kind of each known movement."""
    names: dict[str, Kind] = {
        "phong trào": "phong trào", "đợt thi đua": "đợt thi đua",
        "cuộc vận động": "cuộc vận động", "chiến dịch": "chiến dịch",
    }  # fmt: skip
    return {movement.id: names.get(movement.kind, "phong trào") for movement in known_movements()}


def known_at(norm: str, start: int) -> Name | None:
    """The longest known name that begins at `start`, whatever its case; None where none does."""
    first = _WORD.match(norm, start)
    if first is None or not (first[0][0].isupper() or _folded(first[0])[0] in _trie().words):
        return None  # a slot begins with a capital
    coming = _words_from(norm, start)
    words: list[re.Match[str]] = []

    def word(i: int) -> re.Match[str] | None:
        """The name's word at `i`, else None; no more are read than are asked for."""
        while len(words) <= i:
            following = next(coming, None)
            if following is None:
                return None
            words.append(following)
        return words[i]

    best: tuple[int, str] | None = None
    pending: list[tuple[int, _Node]] = [(0, _trie())]
    for _ in range(400):
        if not pending:
            break
        i, node = pending.pop()
        if i and word(i - 1) is None:
            continue
        if node.end and i and (best is None or i > best[0]):
            best = i, node.end
        following = word(i) if node.words or node.slot else None
        if following is None:
            continue
        step: _Node | None = node
        for part in _folded(following[0]):
            step = step.words.get(part) if step else None
        if step is not None:
            pending.append((i + 1, step))
        if node.slot is not None and following[0][0].isupper():
            pending += [(j, node.slot) for j in range(i + 1, i + _SLOT_WORDS + 1)]
    if best is None:
        return None
    count, row = best
    return Name(start, words[count - 1].end(), row)


@lru_cache(maxsize=8192)
def _folded(word: str) -> tuple[str, ...]:
    """A word as the trie's steps spell it."""
    return tuple(fold(word).split())


def _words_from(norm: str, start: int) -> Iterator[re.Match[str]]:
    """The words from `start` on, as long as no more than a comma, a dash or a short form stands between."""
    last = start
    for match in _WORD.finditer(norm, start, start + _LONGEST):
        bracket = norm[match.start() - 1] == "(" and norm.startswith(")", match.end())
        if match.start() > start and bracket and match.group().isupper():
            last = match.end() + 1  # "sản xuất, kinh doanh (SXKD) giỏi"
            continue
        if not _GAP.match(norm[last : match.start()]):
            return
        yield match
        last = match.end()


def is_description(norm: str, name: Name, kind: Kind) -> bool:
    """Whether a known name without quotes may be no name but a plain description: lower case, plain words.

    `kind` is that of its head: "cuộc vận động học tập và làm theo …" names the campaign, "phong trào học tập
    và làm theo …" describes what is done.
    """
    if name.known not in _DESCRIPTIONS or norm[name.start].isupper():
        return False
    if kind in ("cuộc vận động", "chiến dịch") and kinds()[name.known] == kind:
        return False
    return not norm.startswith(("cả nước", "toàn dân đoàn kết xây dựng đời sống"), name.start)


def bare_name(norm: str, start: int, end: int) -> Name | None:
    """The name in a quotation: without a kind word before it, a period behind it and stray punctuation.

    None where the words are no name: too long, a whole sentence, elided ("…"), or generic.
    """
    kind = _KIND_WORDS.match(norm, start, end)
    if kind and norm.count(" ", kind.end(), end) >= 1:
        start = kind.end()
    while end > start and norm[end - 1] in " ,;:.-":
        end -= 1
    stretch = None
    period = _PERIOD.search(norm, max(start, end - 40), end)
    if period and period.start() > start:
        stretch, end = (period.start(), end), period.start()
    while start < end and norm[start] in " ,;:.-":
        start += 1
    inside = norm[start:end]
    if (
        not (2 < len(inside) <= _LONGEST or _SYMBOL.match(inside))
        or _SENTENCE.search(inside)
        or _GENERIC.match(inside)
    ):
        return None
    if _MILITARY.match(inside) or _SAID.match(inside) or not any(c.isalpha() for c in inside):
        return None
    known = known_at(norm, start)
    return Name(start, end, known.known if known and known.end == end else None, stretch)
