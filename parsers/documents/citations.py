"""Where a citation stands: its sentence, and the list of documents that it belongs to.

"Thực hiện Quyết định số 1 của …, Kế hoạch số 2 và các Công văn số 3, 4": what governs the first ("thực hiện")
governs all. Sentences are those of the text, but a line break of the layout does not end one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.documents.numbers import NumberMention
from parsers.found import Found, Source, Where
from parsers.text import sentences

Number = Found[NumberMention]

_LIST = re.compile(
    r"(?:[,;]|(?<!\w)(?:và|cùng|hoặc|với|&))\s*(?:với )?(?:các |những |hai |ba |\d )?(?:số )?$"
)
_APART = re.compile(r";\s*(?:và )?(?:các |những |hai |ba |\d )?(?:số )?$")
# A document that the one before it carries out or amends: "Kế hoạch số 1 về thực hiện Nghị quyết số 2; …".
_NESTED = re.compile(
    r"(?<!\w)(?:thực hiện|triển khai|sửa đổi|bổ sung|thay thế|theo|hướng dẫn|quy định|thi hành|điều của)"
    r"[^,;]{0,60}$"
)
_BREAK = re.compile(r"[.!?]\s|(?<![;,])\n")
# An item of a list: by its bullet, or by its closing semicolon.
_ITEM = re.compile(r"\s*(?:[-+*•]|\(?\d{1,2}[.)/]|[a-zđ][.)]) ?\S|.*;\s*$")
_LONGEST_LIST, _MOST_ITEMS = 3000, 20
_LONGEST = 400  # characters between two members of a list


@dataclass(frozen=True, slots=True)
class Context:
    """The sentences and lists of one notice."""

    spans: dict[Where, list[tuple[int, int]]]
    first: dict[Number, int]
    """For each mention where the head of the first member of its list begins."""

    @classmethod
    def of(cls, source: Source, numbers: Sequence[Number]) -> Context:
        """Read them from a source and its numbers in their order."""
        spans = {where: _sentences(text.norm) for where, text in source.parts}
        first: dict[Number, int] = {}
        opening: Number | None = None  # of the item between two semicolons
        for i, this in enumerate(numbers):
            first[this] = this.value.head
            before = numbers[i - 1] if i else None
            if before is None or before.span.where != this.span.where:
                opening = this
                continue
            text = source.text(this.span.where).norm
            between = text[before.span.end : this.value.head]
            enumerated = opening is not None and opens_list(text, first[opening])
            listed = this.value.joined or _LIST.search(between)
            if len(between) > _LONGEST or _BREAK.search(between):
                opening = this
            elif listed:
                apart = opening is not None and enumerated and _APART.search(between) is not None
                first[this] = first[opening if apart and opening else before]
                opening = this if apart else opening
            elif not _NESTED.search(between):
                opening = this
        return cls(spans, first)

    def sentence(self, where: Where, at: int) -> tuple[int, int]:
        """The sentence around an offset."""
        spans = self.spans[where]
        return spans[max(bisect_right(spans, (at, 1 << 60)) - 1, 0)]


def opens_list(text: str, start: int) -> bool:
    """Whether a colon introduces the list whose first item begins at `start`."""
    return text[max(0, start - 4) : start].rstrip(" \n-+").endswith(":")


def list_lead(text: str, start: int) -> str:
    """The line that introduces the bulleted list whose item begins at `start` ("Căn cứ:"), "" for none."""
    lines = text[max(0, start - _LONGEST_LIST) : start].rstrip("\n").split("\n")
    for line in reversed(lines[-_MOST_ITEMS:]):
        if line.rstrip().endswith(":"):
            return line.rstrip()[-160:].removesuffix(":") + ": "
        if not _ITEM.match(line):
            return ""
    return ""


def _sentences(text: str) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if joined and _runs_on(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _runs_on(text: str, end: int, start: int) -> bool:
    return text[end - 1] not in ".;:!?…" and (text[start].islower() or text[start].isdigit())
