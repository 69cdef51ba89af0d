"""One text as the stages for movements and themes see it: its quotations, head nouns and sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from parsers.movements.heads import Head, Heads, find_heads
from parsers.movements.quotes import Quote, quoted
from parsers.text import sentences

_OWN = 10  # characters between a noun and its quotation: " thi đua "


@dataclass(frozen=True, slots=True)
class Scene:
    """A normalised text with what was found in it, all in order."""

    norm: str
    quotes: tuple[Quote, ...]
    by_mark: dict[int, Quote]
    heads: Heads
    text_end: int
    """Where the text ends, an ellipsis not counted: a quotation that runs so far was cut off."""
    _marks: tuple[int, ...]
    _sentences: tuple[tuple[int, int], ...]

    @classmethod
    @lru_cache(maxsize=4)
    def of(cls, norm: str) -> Scene:
        """Read a normalised text; the last few are kept, since two stages read each text in turn."""
        quotes = tuple(quoted(norm))
        marks = tuple(quote.before for quote in quotes)
        by_mark = {quote.before: quote for quote in quotes}
        end = len(norm.rstrip(" .…\n"))
        return cls(norm, quotes, by_mark, find_heads(norm), end, marks, sentences(norm))

    def quote_from(self, start: int, end: int) -> Quote | None:
        """The first quotation that opens within `[start, end)`."""
        i = bisect_left(self._marks, start)
        return self.quotes[i] if i < len(self.quotes) and self._marks[i] < end else None

    def runs_on(self, start: int, end: int) -> bool:
        """Whether `[start, end)` is no quotation: a mark was forgotten, and it runs into the next one.

        That one has a noun of its own right before it; "… xứng danh “Bộ đội Cụ Hồ”" merely quotes a name.
        """
        inner = self.quote_from(start, end)
        own = self.heads.last(start, inner.before) if inner else None
        return inner is not None and own is not None and inner.before - own.end <= _OWN

    def sentence(self, offset: int) -> tuple[int, int]:
        """The sentence that holds `offset`."""
        i = max(0, bisect_right(self._sentences, (offset, len(self.norm))) - 1)
        return self._sentences[i] if self._sentences else (0, len(self.norm))

    def governor(self, quote: Quote, reach: int) -> Head | None:
        """The last head noun before a quotation in its sentence, at most `reach` characters off.

        Nouns inside or before an earlier quotation do not count.
        """
        start = max(self.sentence(quote.before)[0], quote.before - reach)
        i = bisect_left(self._marks, quote.before) - 1
        if i >= 0:
            earlier = self.quotes[i]
            start = max(start, earlier.after if earlier.after <= quote.before else earlier.start)
        return self.heads.last(start, quote.before)
