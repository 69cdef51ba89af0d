"""One passage that is a document's number, and the words that introduce it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from parsers.documents.kinds import document_type, head_pattern, last_words

_NUMBER_WORD = (
    r"(?: ?(?:mang|có|ghi|ký hiệu|theo))?"
    r"(?P<so>[\s:]*(?:số(?: hiệu)?|SỐ(?: HIỆU)?|Số(?: hiệu)?)[\s.:]*)?[\s:|\"“(]*"
)
_ONLY_SO = re.compile(r"(?<!\w)(?i:số|s/n)(?: hiệu)?\s*[:.]?\s*$")
_NO_WORD = re.compile(r"\W")
_LINKS = frozenset({"số", "hiệu", "mang", "có", "ghi", "theo"})
_REACH = 80  # characters that type, qualifiers and "số" may take


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A document's number as one passage prints it.

    `number` is normalised: no blanks, `-` for every dash, the normal small letters of a code in capitals
    (`19/CT-TTG` → `19/CT-TTg`). `parts` are the letters of its code in their order, empty for a bare number.
    """

    number: str
    type: str | None
    """The words of the type printed before it, alone or at the head of its list, else None."""
    lead: str
    """The figures before the code ("961A")."""
    year: str | None
    parts: tuple[str, ...]
    head: int
    """Where the words that introduce it begin (type, "số")."""
    opens_line: bool = False
    """Whether "Số: …" begins a line, as in the heading of an official text."""
    joined: bool = False
    """Whether it shares the head of the mention before it ("các Quyết định số 1, 2")."""

    @property
    def party(self) -> bool:
        """Whether it is numbered as the Party numbers (`22-CT/TW`)."""
        unit, slash, _ = self.number.removeprefix(f"{self.lead}-").partition("/")
        return bool(self.parts and slash and unit) and self.number.startswith(f"{self.lead}-")

    @property
    def kind(self) -> str | None:
        """The type in words, printed or coded; see `document_type`."""
        return document_type(self.type, self.parts, self.party)


class Head(NamedTuple):
    """The words before a number: where they begin, the type among them, whether "số" stands there."""

    start: int
    type: str | None
    so: bool


def is_introduced(text: str, start: int) -> bool:
    """Whether the word before `start` may introduce a number: a quick test that most figures fail."""
    before = text[max(0, start - 16) : start].rstrip(' \n:.|"“()')
    word = _NO_WORD.split(before)[-1].casefold()
    return word in _LINKS or word in last_words()


def read_head(text: str, start: int) -> Head:
    """The words that introduce the number at `start`; `Head(start, None, False)` where none do."""
    if not is_introduced(text, start):
        return Head(start, None, False)
    match = _head_before().search(text, max(0, start - _REACH), start)
    if match:
        return Head(match.start(), match["type"], match["so"] is not None)
    alone = _ONLY_SO.search(text, max(0, start - 12), start)
    if alone is None:
        return Head(start, None, False)
    owned = _head_of_body().search(text, max(0, start - 2 * _REACH), start)
    return Head(owned.start(), owned["type"], True) if owned else Head(alone.start(), None, True)


@cache
def _head_before() -> re.Pattern[str]:
    return re.compile(head_pattern() + _NUMBER_WORD + "$")


@cache
def _head_of_body() -> re.Pattern[str]:
    """ "Quyết định của Thủ tướng số 1620": the body stands between the type and "số"."""
    return re.compile(head_pattern() + r" của [^\W\d_][^.,;:()“”\"\n\d]{2,60}? số $")
