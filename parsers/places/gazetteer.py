"""Names of provinces and districts in running text.

Names are looked up word by word (the longest first) among runs of capitalised words: a dictionary, not one
large pattern, so that the cost depends on the text alone. Spellings of one name fold together: `Đắk Lắk`,
`Đắc Lắc`, `Đăk Lăk`; `Thừa Thiên - Huế`; `BÀ RỊA- VŨNG TÀU`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from parsers.reference import districts, provinces
from parsers.text import CAPITAL, fold_tone

# A full stop belongs to "TP." and stands inside "TT.Huế", but ends a sentence behind a name.
_WORD = re.compile(r"[Tt]\.?[Pp]\.(?!HCM)|[^\W\d_][\w'&]*(?:\.[^\W\d_][\w'&]*)*|\d+")
_BEFORE = re.compile(rf"(?<![\w'&.])(?P<word>{_WORD.pattern})[^\S\n]*-?[^\S\n]*\Z")
# Both begin with plain letters, so that `re` skips from one to the next.
_CAPITALISED = re.compile(rf"[{CAPITAL}](?:(?<=T)\.?[Pp]\.(?!HCM)|[\w'&]*(?:\.[^\W\d_][\w'&]*)*)")
_SMALL = re.compile(
    r"huyện(?![\w'&])|quận(?![\w'&])|thị(?=\s[xXủỦuUđĐ])|thành(?=\s[pPủỦuUđĐ])|t\.?[Pp]\.(?!HCM)|tp(?![\w'&])"
)
_INSIDE = re.compile(r"[\w'&]")
_LONGEST = 5  # words of the longest name ("Bà Rịa - Vũng Tàu" has four)
_REACH = 60  # characters that a name with the word before it may take
_PERSON = "ho-chi-minh"  # the slug of the city that bears his name
_NUMBERED = frozenset(map(str, range(1, 13)))  # only its districts bear numbers
_DISTRICT_WORDS = frozenset(("huyện", "quận", "thị", "thành", "tp", "tp."))
_SHORT_NAMES = {
    "tphcm": "ho-chi-minh",
    "tp.hcm": "ho-chi-minh",
    "hcm": "ho-chi-minh",
    "brvt": "ba-ria-vung-tau",
    "tt.huế": "thua-thien-hue",
    "tthuế": "thua-thien-hue",
    "sài gòn": "ho-chi-minh",
}
# "Huyện ủy Ba Tri", "Thị đoàn", "Thành ủy": organs named after their district.
_DISTRICT_STEMS, _ORGANS = (
    frozenset(("huyen", "quan", "thi", "thanh")),
    frozenset(("ủy", "đoàn", "hội", "đội")),
)
# A battle, an ocean, a former province: they begin like a province of today.
_LONGER_NAMES = frozenset((("dien", "bien", "phu"), ("thai", "binh", "duong"), ("ha", "nam", "ninh")))
# Words before a province's name that are capitalised without being part of a person's name.
_OFFICE_WORDS = frozenset(
    """
    tỉnh tp tp. tphcm t.p thành phố xứ đất vùng nam bắc đông tây
    ubnd hđnd mttq lđlđ ủy ban huyện thành sở ngành cục chi kho bạc thuế tòa án viện nội vụ y tế
    báo đài cổng trang tin điện tử công an quân sự bộ binh hải quan biên phòng lực khoa học
    trường bệnh nhà máy bưu viễn thông vnpt bidv agribank vietinbank
    đoàn hội tuổi trẻ thanh niên phụ nữ nông dân người nhân viên chức
    """.split()  # noqa: SIM905 - a list of words reads better than sixty quoted ones
)


@dataclass(frozen=True, slots=True)
class Place:
    """A name in a text: `slugs` are the provinces that it can stand for, `start` its offset."""

    slugs: tuple[str, ...]
    start: int
    end: int
    kind: str
    """`tỉnh` for a province, `huyện` for a district or town."""
    office: bool
    """Whether a word such as "tỉnh", "UBND" or "Công an" stands before it."""


@lru_cache(maxsize=8192)
def _fold(word: str) -> str:
    """Case, and the marks that the spellings of highland names differ in, folded."""
    word = fold_tone(word).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return {"dac": "dak", "lac": "lak"}.get(bare.replace("đ", "d"), bare.replace("đ", "d"))


def _key(name: str) -> tuple[str, ...]:
    return tuple(_fold(word) for word in _WORD.findall(name))


@cache
def _province_names() -> dict[tuple[str, ...], str]:
    names = {_key(p.name): p.slug for p in provinces().values() if not p.founded_2025}
    names[_key("Hà Tây")] = "ha-noi"
    return names


@cache
def _district_names() -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for kind, name, slug in districts():
        if not name.isdigit():
            found.setdefault((_fold(kind.split()[0]), *_key(name)), set()).add(slug)
    return {key: tuple(sorted(slugs)) for key, slugs in found.items()}


@cache
def _marked_districts() -> dict[tuple[str, str], tuple[str, ...]]:
    """As `_district_names`, but with the marks that tell Thanh Trì from Thạnh Trị."""
    found: dict[tuple[str, str], set[str]] = {}
    for kind, name, slug in districts():
        found.setdefault((_fold(kind.split()[0]), fold_tone(name).casefold()), set()).add(slug)
    return {key: tuple(sorted(slugs)) for key, slugs in found.items()}


_TRUE_MARKS = {_key(p.name): fold_tone(p.name).casefold() for p in provinces().values()}


@cache
def _first_words() -> frozenset[str]:
    return frozenset({key[0] for key in _province_names()} | {_fold(short) for short in _SHORT_NAMES})


@cache
def _second_words() -> dict[str, frozenset[str]]:
    """First word of a province's name → the words that can follow it."""
    following: dict[str, set[str]] = {}
    for key in _province_names():
        following.setdefault(key[0], set()).add(key[1] if len(key) > 1 else "")
    return {first: frozenset(words) for first, words in following.items()}


def _may_be_province(text: str, word: str, end: int) -> bool:
    """A cheap look at the next word, which most words that could begin a name fail."""
    following = _second_words().get(_fold(word))
    if following is None or "" in following:
        return True
    second = _WORD.search(text, end, end + _REACH)
    return second is not None and _fold(second.group()) in following


@lru_cache(maxsize=8192)
def _opens(word: str) -> tuple[bool, bool] | None:
    """Whether a word can begin the name of a province, that of a district; None where it begins neither."""
    province = word[0].isupper() and _fold(word) in _first_words()
    district = word.lower() in _DISTRICT_WORDS
    return (province, district) if province or district else None


def places(text: str) -> Iterator[Place]:
    """All names of provinces and of former districts with their kind in a normalised text, in order.

    Only capitalised words and the words for a district are looked at: the rest of a text costs one scan.
    """
    done = 0
    for start, word, (province, district) in sorted(
        (match.start(), match.group(), opens)
        for opening in (_CAPITALISED, _SMALL)
        for match in opening.finditer(text)
        if (opens := _opens(match.group()))
    ):
        if start < done or (start and _INSIDE.match(text, start - 1)):
            continue
        place = None
        if province and _may_be_province(text, word, start + len(word)):
            place = _province(text, _words(text, start))
        if place is None and district:
            place = _district(_words(text, start))
        if place:
            yield place
            done = place.end


def _words(text: str, start: int) -> list[re.Match[str]]:
    """The word at `start` and those after it that a name with its kind may take."""
    return list(islice(_WORD.finditer(text, start, start + _REACH), _LONGEST + 2))


def _province(text: str, words: list[re.Match[str]]) -> Place | None:
    first = words[0].group()
    short = _SHORT_NAMES.get(first.casefold())
    if short and first.isupper():
        return Place((short,), words[0].start(), words[0].end(), "tỉnh", True)
    folded = tuple(_fold(word.group()) for word in words[:_LONGEST])
    if folded[:3] in _LONGER_NAMES:
        return None
    for length in range(len(folded), 0, -1):
        slug = _province_names().get(folded[:length])
        if slug is None:
            continue
        run = words[:length]
        start, end = run[0].start(), run[-1].end()
        printed = text[start:end]
        if not all(word.group()[0].isupper() for word in run) or re.search(r"[,;:()\n]", printed):
            continue
        if _same_marks(printed, folded[:length]):
            before = _BEFORE.search(text, max(0, start - _REACH), start)
            return _in_place(slug, start, end, printed, before["word"] if before else "")
    return None


def _in_place(slug: str, start: int, end: int, printed: str, before: str) -> Place | None:
    """The name as a place, unless the word right before it makes it a person or a street."""
    office = _is_office(before)
    if slug == _PERSON and before.casefold() not in ("tp", "tp.", "phố"):
        return None
    shouted = printed.isupper() and len(printed) > 6
    if before[:1].isupper() and not office and not shouted:
        return None  # "Nguyễn Thái Bình"
    return Place((slug,), start, end, "tỉnh", office)


def _same_marks(printed: str, key: tuple[str, ...]) -> bool:
    """Whether the marks are right: "Hoa Bình" is no province; capitals and highland spellings are lenient."""
    if key[0] in ("dak", "bac") and len(key) == 2 and key[1] in ("lak", "nong", "kan"):
        return True
    squeezed = re.sub(r"\s*-\s*", " ", fold_tone(printed).casefold())
    return squeezed == re.sub(r"\s*-\s*", " ", _TRUE_MARKS.get(key, squeezed))


def _is_office(word: str) -> bool:
    return word.casefold() in _OFFICE_WORDS or (word.isupper() and len(word) > 1)


def _district(words: list[re.Match[str]]) -> Place | None:
    folded = [_fold(word.group()) for word in words]
    kind, after = folded[0], folded[1] if len(folded) > 1 else ""
    organ = len(words) > 1 and fold_tone(words[1].group()).casefold() in _ORGANS  # huyện Đoan Hùng has none
    if (kind, after) in (("thi", "xa"), ("thanh", "pho")) or (kind in _DISTRICT_STEMS and organ):
        skip = 2
    elif kind in ("huyen", "quan", "tp", "tp."):
        kind = "thanh" if kind.startswith("tp") else kind
        skip = 1
    else:
        return None
    if kind == "quan" and len(words) > skip and words[skip].group() in _NUMBERED:
        return Place((_PERSON,), words[0].start(), words[skip].end(), "huyện", True)
    for length in range(len(folded) - skip, 0, -1):
        run = words[skip : skip + length]
        if not all(word.group()[0].isupper() for word in run):
            continue
        slugs = _district_names().get((kind, *folded[skip : skip + length]))
        if slugs:
            if len(slugs) > 1:
                printed = " ".join(fold_tone(word.group()).casefold() for word in run)
                slugs = _marked_districts().get((kind, printed), slugs)
            return Place(slugs, words[0].start(), run[-1].end(), "huyện", True)
    return None


@cache
def _lone_districts() -> dict[str, tuple[str, str]]:
    """Names of two words and more that one district alone has → (its kind, its province)."""
    found: dict[str, set[tuple[str, str]]] = {}
    for kind, name, slug in districts():
        found.setdefault(fold_tone(name).casefold(), set()).add((kind, slug))
    taken = {fold_tone(province.name).casefold() for province in provinces().values()}
    return {
        name: next(iter(units))
        for name, units in found.items()
        if len(units) == 1 and " " in name and name not in taken
    }


def headline_district(headline: str) -> tuple[Place, str] | None:
    """The former district that a headline opens with, without its kind, and that kind.

    "Lục Nam: Tôn vinh …", "Lục Nam ra quân …": other units bear such names, too, so the caller has to see the
    kind in the text.
    """
    words = list(islice(_WORD.finditer(headline), 4))
    for length in range(len(words), 1, -1):
        end = words[length - 1].end()
        unit = _lone_districts().get(fold_tone(headline[:end]).casefold())
        if unit and words[0].start() == 0 and all(word.group()[0].isupper() for word in words[:length]):
            return Place((unit[1],), 0, end, "huyện", False), unit[0]
    return None
