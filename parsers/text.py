"""Immutable, normalised text with spans that map back to the source exactly.

The grammar of the other modules reads one canonical spelling (`norm`), while every value and every offset
that a record shows comes from the source as it was printed (`raw`). Normalisation therefore keeps, for each
place where it changed the length, what stood there before. What is folded:

- Unicode to NFC, full-width forms to ASCII, zero-width characters out;
- runs of blanks to one blank, runs with a line break to one `\\n`, a blank put into "ngày15/3";
- dashes to `-`, slashes to `/`, quotation marks to `“ ” "`, Icelandic `Ð ð` to `Đ đ`, Cyrillic look-alikes
  to Latin capitals;
- the tone mark to its modern place (`hoà` → `hòa`, `Uỷ` → `Ủy`), as in the reference tables.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

_ZERO_WIDTH = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff"
_BLANK = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAK = "\n\r\x0b\x0c\x85\u2028\u2029"
_VOID = f"{_BLANK}{_BREAK}{_ZERO_WIDTH}"
_ODD = "".join(c for c in map(chr, range(0x10000)) if re.match(f"[{_VOID}]", c) and c not in " \n")
# Patterns that scan whole texts begin with one class of characters: `re` skips fast to the next of them.
_UNEVEN = re.compile(rf"[ \n{re.escape(_ODD)}](?:[{_VOID}]+|(?<=[{re.escape(_ODD)}]))")
# Latin letters and usual punctuation are NFC and combine with nothing: a look at them spares the rest.
_MAY_CHANGE = re.compile("[^\0-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]")
_MOST_MARKS, _HARMLESS = 8, 200
# Beyond U+FFFF whole blocks of old scripts stand for their marks: single ones cost ten times more.
_COMBINING = "".join(filter(unicodedata.combining, map(chr, range(0x300, 0x10000))))
_COMBINING = f"[{_COMBINING}\U00010000-\U0001d3ff\U0001e000-\U0001efff]"
_HEAP = re.compile(f"{_COMBINING}(?<={_COMBINING}{{{_MOST_MARKS + 1}}}){_COMBINING}*")
# "ngày15/3", "số27": a slip of the keyboard, mended by a blank.
_BEHIND_A_WORD = "|".join(
    f"(?<={unicodedata.normalize(form, word)})"
    for form in ("NFC", "NFD")
    for word in ("ngày", "Ngày", "tháng", "Tháng", "năm", "Năm", "số", "Số")
)
_GLUED = re.compile(rf"[ygmố](?=\d)(?:{_BEHIND_A_WORD})")
_ODDITIES = re.compile(
    rf"[^\W\d_][\u0300-\u036f]{{1,{_MOST_MARKS}}}|(?=\d)(?:{_BEHIND_A_WORD})|{_UNEVEN.pattern}"
)
_MARK = re.compile("[\u0300-\u036f]")
_UNSEEN = re.compile(f"[{_ZERO_WIDTH}]")
_BREAKS = re.compile(f"[{_BREAK}]")
_BLANKS = re.compile(f"[{_BLANK}]")
_EVEN = {
    **dict.fromkeys("‐‑‒–—―−﹣", "-"),
    **dict.fromkeys("„‟«❝〝", "“"),
    **dict.fromkeys("»❞〞", "”"),
    **dict.fromkeys("″＂", '"'),
    **dict(zip("АВЕКМНОРСТХ", "ABEKMHOPCTX", strict=True)),  # Cyrillic look-alikes in copied codes
    **dict.fromkeys("⁄∕", "/"),
    **dict.fromkeys("ÐƉ", "Đ"),
    "ð": "đ",
    **{chr(0xFF01 + i): chr(0x21 + i) for i in range(94) if chr(0xFF01 + i) != "＂"},
}
_TO_EVEN = re.compile("[" + re.escape("".join(_EVEN)) + "]")
_PLAIN, _TONES = "aeoyAEOY", ("àáảãạ", "èéẻẽẹ", "òóỏõọ", "ỳýỷỹỵ", "ÀÁẢÃẠ", "ÈÉẺẼẸ", "ÒÓỎÕỌ", "ỲÝỶỸỴ")
_FIRST = {"o": "òóỏõọ", "O": "ÒÓỎÕỌ", "u": "ùúủũụ", "U": "ÙÚỦŨỤ"}
_BARE = {
    toned: (plain, i) for plain, tones in zip(_PLAIN, _TONES, strict=True) for i, toned in enumerate(tones)
}
# Only open syllables moved their mark in the reform: hoà → hòa, but hoàn stays; quý keeps qu-.
_OLD_TONE = re.compile(r"[oOuU](?:(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])[ỳýỷỹỵỲÝỶỸỴ])(?!\w)(?<![qQ]..)")


def _modern_tone(match: re.Match[str]) -> str:
    first, toned = match.group()[0], match.group()[1]
    plain, tone = _BARE[toned]
    return _FIRST[first][tone] + plain


def fold_tone(text: str) -> str:
    """Move tone marks of open syllables to their modern place (`Uỷ ban` → `Ủy ban`); the length stays."""
    return _OLD_TONE.sub(_modern_tone, text)


def compose(text: str) -> str:
    """Unicode NFC; of marks heaped on one letter only the first few stay.

    Sorting a heap of marks into canonical order takes the square of its height: 40,000 of them, a second.
    """
    if not _MAY_CHANGE.search(text):
        return text
    if len(text) > _HARMLESS:
        text = _HEAP.sub("", text)
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """A printed value: NFC, zero-width characters out, every run of blanks one blank, none at the ends."""
    text = compose(text)
    if not text.isprintable():  # zero-width characters are not
        text = _UNSEEN.sub("", text)
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Text:
    """A source text and its normalised twin.

    `norm` is what patterns match; `source_span` turns offsets of `norm` into offsets of `raw`.
    Make one with `Text.of`.
    """

    raw: str
    norm: str
    _at: tuple[int, ...] = field(default=(), repr=False)
    """Offsets in `norm` just behind each uneven replacement, ascending."""
    _shift: tuple[int, ...] = field(default=(), repr=False)
    """For each of them: how far `raw` is ahead of `norm` from there on."""
    _was: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    """For each of them: length in `norm` and in `raw`."""

    @classmethod
    def of(cls, raw: str) -> Text:
        """Normalise `raw`."""
        parts: list[str] = []
        at: list[int] = []
        shift: list[int] = []
        was: list[tuple[int, int]] = []
        done = length = 0
        for match in (_ODDITIES if _GLUED.search(raw) or _MARK.search(raw) else _UNEVEN).finditer(raw):
            old = match.group()
            if not old:
                new = " "
            elif old[0].isalpha():
                new = unicodedata.normalize("NFC", old)
            else:
                new = "\n" if _BREAKS.search(old) else " " if _BLANKS.search(old) else ""
            parts += (raw[done : match.start()], new)
            length += match.start() - done + len(new)
            done = match.end()
            if len(new) != len(old):
                at.append(length)
                shift.append(done - length)
                was.append((len(new), len(old)))
        parts.append(raw[done:])
        norm = _TO_EVEN.sub(lambda match: _EVEN[match.group()], "".join(parts))
        return cls(raw, fold_tone(norm), tuple(at), tuple(shift), tuple(was))

    def __len__(self) -> int:
        return len(self.norm)

    def _raw_start(self, offset: int) -> int:
        i = bisect_right(self._at, offset)
        if i < len(self._at):
            new, old = self._was[i]
            start = self._at[i] - new
            if offset >= start:  # inside an uneven replacement: its beginning
                return start + self._shift[i] + new - old
        return offset + (self._shift[i - 1] if i else 0)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets `[start, end)` of `norm` as offsets of `raw`; an empty span stays empty."""
        first = self._raw_start(start)
        if end <= start:
            return first, first
        i = bisect_right(self._at, end - 1)
        if i < len(self._at) and end - 1 >= self._at[i] - self._was[i][0]:
            return first, self._at[i] + self._shift[i]
        return first, end + (self._shift[i - 1] if i else 0)

    def surface(self, start: int, end: int) -> str:
        """The source text of a span of `norm`, as printed (see `tidy`)."""
        return tidy(self.raw[slice(*self.source_span(start, end))])


# An abbreviation's dot ends no sentence: TP., T.Ư, ThS., Nxb., a lone capital, a figure followed by a figure.
_NO_END = re.compile(r"(?:\b(?:TP|Tp|tp|TT|Tx|TX|ThS|TS|GS|PGS|Th|BS|CN|KS|Nxb|NXB|tr|St|Mr|Ms|[A-ZĐ]))\.$")
# Spelt out: Unicode lets small and capital Vietnamese letters alternate, so no range holds one kind.
_LETTERS = "".join(map(chr, (*range(0x41, 0x250), *range(0x1EA0, 0x1EFA))))
SMALL = "".join(c for c in _LETTERS if c.islower())
"""Small Latin letters, Vietnamese ones among them, for a character class."""
CAPITAL = "".join(c for c in _LETTERS if c.isupper())
"""The capital ones."""
_END = re.compile(
    r"[.!?…\n](?:(?<=\n)|[.!?…]{0,8}[”\"’')\]]{0,4}"
    rf"(?=\s{{1,4}}[\W\d_]{{0,24}}[^\W\d_{SMALL}]|\s*$|\s{{1,4}}[-+*•]\s))"
)


_QUOTATION = re.compile(r"“[^“”\n]{1,200}”|\"[^\"\n]{1,200}\"")


def without_quotations(text: str) -> str:
    """The text with nothing in its quotation marks: a name's words are not the sentence's own."""
    return _QUOTATION.sub("“”", text)


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """The text in small letters, character for character: offsets stay what they are."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter such as `İ`, whose small form is longer
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower


@lru_cache(maxsize=16)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the sentences of a normalised text, without the blanks between them.

    A line break ends a sentence; so does closing punctuation before a capital letter, except behind a usual
    abbreviation. The spans cover everything that is not blank. Several stages ask for the same text, hence
    the small cache.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end() if match.group() != "\n" else match.start()
        if match.group() == "." and _NO_END.search(text, max(start, end - 6), end):
            continue
        _append(spans, text, start, end)
        start = match.end()
    _append(spans, text, start, len(text))
    return tuple(spans)


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end].rstrip()
    if words := piece.lstrip():
        end = start + len(piece)
        spans.append((end - len(words), end))
