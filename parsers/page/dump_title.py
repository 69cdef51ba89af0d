"""Which line of a page's top is the headline: a sum of evidence, none of it enough alone.

A headline stands beside the posting date, below the menus, says what the text then repeats, and is neither a
menu's name, a kicker nor a sentence. Weights are in words' worth of evidence: about two of them outweigh one
place in the order of lines.
"""

from __future__ import annotations

import re

from parsers.page.dump_lines import Line, is_tool, pairs_of_words
from parsers.page.dump_menu import is_menu_item
from parsers.page.dump_names import is_numbered

_OPENING = re.compile(
    r"(?:(?:chiều|sáng|tối|trưa|đêm)(?: ngày)?|ngày|từ ngày) \d{1,2}\s?[/.-]\s?\d{1,2}", re.IGNORECASE
)
# "(binhdinh.gov.vn) -", "BBK -", "(TVU)-": agency lines that open a first sentence.
_DATELINE = re.compile(
    r"\(?[\w.]{2,30}(?: [\w.]{1,12}){0,4}\)?\s?[-–]\s?(?:chiều|sáng|tối|trưa|ngày|trong|vừa|theo|nhân|với|"
    r"để|hôm|đêm|nhằm|mới)\b|\([\w. -]{2,40}\)\s?[-–]",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[-+•*] ?\S")
_READ = 2500
"""Characters of the text in which a headline's words are looked for."""
_LENGTHS = {1: -4.0, 2: -3.0, 3: -2.0, 4: -1.0, 5: -0.3}
_BESIDE_BEFORE, _BESIDE_BEHIND, _BELOW_MENU, _MASTHEAD, _LATER, _ECHO = 2.0, 1.5, 1.5, -1.5, 0.8, 3.0
_FURNISHING, _MENU, _SENTENCE, _KICKER, _SMALL = -4.0, -3.0, -2.5, -3.0, -2.0
_LEAST, _LEAST_FURNISHING = -3.2, -1.0


def is_dateline(line: Line) -> bool:
    """Whether a line opens as a report's first sentence does, with its agency."""
    return bool(_DATELINE.match(line.fold))


def choose_title(
    lines: list[Line],
    headings: list[int],
    *,
    dates: set[int],
    furniture: set[int],
    bylines: set[int],
    furnishings: set[int],
    text_at: int,
) -> int | None:
    """Index of the headline among `headings`, or None where none is likely.

    `dates`: lines that are posting dates (no clocks); `furniture`: menus, bread crumbs, clocks and tools;
    `bylines`: authors beside a date; `furnishings`: names of the site and its sections; the text begins at
    `text_at`.
    """
    echo = pairs_of_words(" ".join(line.fold for line in lines[text_at : text_at + 12])[:_READ])
    tools = {i for i in furniture if is_tool(lines[i])}
    menus, passed = furniture - tools, tools | bylines
    fence = max((i for i in menus if i < (headings or [0])[-1]), default=-1)
    top = min(menus, default=-1)
    scores: dict[int, float] = {}
    plausible = 0
    for i in headings:
        line = lines[i]
        # A lead is often printed twice: what it repeats says nothing where a headline stands above it.
        lead = plausible and line.words >= 12 and _is_sentence(line)
        score = _wording(line) + (0.0 if lead else _ECHO * _echoed(line, echo))
        score += _beside(i, dates, passed)
        if line.text.endswith(":") and i != headings[-1]:
            score += _KICKER  # above another heading it is surely none
        if i in furnishings:
            score += _FURNISHING
        elif is_menu_item(line):
            score += _MENU
        if i > fence:
            score += _BELOW_MENU
        elif i < top:
            score += _MASTHEAD
        score -= _LATER * plausible
        if line.words >= 4 and i not in furnishings and i > fence and not is_menu_item(line):
            plausible += 1
        scores[i] = score
    best = max(scores, key=lambda i: scores[i], default=None)
    if best is None or scores[best] < (_LEAST_FURNISHING if best in furnishings else _LEAST):
        return None
    if _OPENING.match(lines[best].fold) and lines[best].ended:
        return None  # the text's first, short sentence
    return best


def _is_sentence(line: Line) -> bool:
    return line.text.endswith(".") and not line.text.endswith("..")


def _wording(line: Line) -> float:
    score = _LENGTHS.get(line.words, 0.0 if line.words <= 28 else -0.5 if line.words <= 40 else -2.0)
    if line.text.endswith((":", ";", ",")):
        score += _KICKER
    elif _is_sentence(line):
        score += _SENTENCE
    if line.text[:1].islower():
        score += _SMALL
    if is_numbered(line.text) or _ITEM.match(line.text):
        score += _FURNISHING  # a heading within the text, an item of a list
    if _OPENING.match(line.fold) or is_dateline(line):
        score += _SENTENCE
    return score


def _beside(i: int, dates: set[int], passed: set[int]) -> float:
    """What a posting date next to a headline says, over `passed`: tools and bylines in between."""
    behind, before = i + 1, i - 1
    while behind in passed:
        behind += 1
    while before in passed:
        before -= 1
    return (_BESIDE_BEFORE if behind in dates else 0.0) + (_BESIDE_BEHIND if before in dates else 0.0)


def _echoed(line: Line, echo: set[tuple[str, str]]) -> float:
    """Share of a line's pairs of neighbouring syllables that the text repeats; short lines count less."""
    pairs = pairs_of_words(line.fold)
    return len(pairs & echo) / max(len(pairs), 6)
