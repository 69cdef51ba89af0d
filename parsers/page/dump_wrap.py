"""Lines broken at a width are one paragraph again.

Plain-text copies of documents (PDF, law libraries, mail) break lines wherever the page's edge was; a sentence
so torn hides its dates and numbers. A page counts as broken only where lines go on in small letters: either
no line is longer than those, or many do, so that a menu or a list is never run together. Where a line had no
room for the next one's first word, it may also break before a capital or a figure.
"""

from __future__ import annotations

import re
from itertools import pairwise

from parsers.page.dump_lines import Line, make_line
from parsers.page.dump_official import is_heading
from parsers.page.dump_posted import read_stamp

_LEAST_BREAKS, _SHARE = 4, 0.15
"""Lines that go on in small letters, in number and as a share of all, where other lines are longer."""
_LEAST_AT_EDGE, _WIDEST = 2, 160
"""Such lines where none is longer, and the most characters that a page's width has."""
_LEAST_WIDTH = 24
_NEARLY_FULL = 0.75
_STUB_WORDS, _HEADING_WITHIN = 2, 40
_ITEM = re.compile(
    r"(?:[-–+•*▪·»>#|]|\d{1,3}(?:\.\d{1,2}){0,3}[.)]|[IVX]{1,5}[.)]|[a-zđ]{1,2}\)|"
    r"(?:điều \d|căn cứ|theo đề nghị|xét|chương|phần|nơi nhận|kính gửi)\b)",
    re.IGNORECASE,
)
_DAY_COMES = re.compile(r"(?<!\w)(?:ngày|đến|tới|từ|tháng|hết|trước)$")
_OPEN_END = re.compile(r"[^\W_][,”\"’)%]{0,2}$|[,(/–-]$")


def unwrap(lines: list[Line]) -> list[Line]:
    """The lines of a page with broken ones joined; the same lines where the page is not broken."""
    lines = _without_stubs(lines)
    torn = [(a, b) for a, b in pairwise(lines) if _goes_on(a, b)]
    if len(torn) < _LEAST_AT_EDGE:
        return lines
    edge = max(len(line.text) for line in lines)
    if edge > _WIDEST or not all(_full(a, b, edge) for a, b in torn):
        if len(torn) < max(_LEAST_BREAKS, _SHARE * len(lines)):
            return lines
        edge = max(len(a.text) for a, _ in torn)
    runs: list[list[Line]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        if last is not None and (_goes_on(last, line) or _breaks_at_edge(last, line, edge)):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [_joined(run) for run in runs]


def _without_stubs(lines: list[Line]) -> list[Line]:
    """An official text's lines with torn-off first words put back ("Thực" / "hiện Công điện …").

    Copies in law libraries break there, where their markup did; in other pages a word alone may be a menu's.
    """
    if not any(is_heading(line) for line in lines[:_HEADING_WITHIN]):
        return lines
    kept: list[Line] = []
    for line in lines:
        torn = kept and _is_stub(kept[-1]) and line.text[0].islower() and not _ITEM.match(line.fold)
        kept.append(_joined([kept.pop(), line]) if torn else line)
    return kept


def _is_stub(line: Line) -> bool:
    return line.words <= _STUB_WORDS and line.text[0].isupper() and line.text[-1].isalpha()


def _joined(run: list[Line]) -> Line:
    return run[0] if len(run) == 1 else make_line(" ".join(line.raw for line in run), run[0].gap)


def _goes_on(line: Line, after: Line) -> bool:
    """Whether a sentence runs from one line into the next, which begins in a small letter."""
    return _open(line, after) and after.text[0].islower()


def _full(line: Line, after: Line, edge: int) -> bool:
    """Whether the next line's first word had no room on the line."""
    return len(line.text) + 1 + len(after.text.split(" ", 1)[0]) > edge


def _breaks_at_edge(line: Line, after: Line, edge: int) -> bool:
    if (
        len(line.text) >= _NEARLY_FULL * edge
        and _open(line, after)
        and (after.text[0] == "(" or _quotes(line))
    ):
        return True  # no paragraph begins with a bracket or ends within a quotation
    if not _full(line, after, edge) or not _open(line, after):
        return False
    if line.text[-1] in "-–(/" or _DAY_COMES.search(line.text[-8:]):
        return True  # a stretch, a number or a day that the edge tore
    return (
        line.text.isupper() == after.text.isupper()
        and (after.text[0].isalnum() or after.text[0] in '“"(')
        and read_stamp(after) is None
        and read_stamp(line) is None
    )


def _open(line: Line, after: Line) -> bool:
    return (
        not after.gap
        and line.short
        and len(line.text) >= _LEAST_WIDTH
        and bool(_OPEN_END.search(line.text[-4:]))
        and (_quotes(line) or not _ITEM.match(after.fold))
    )


def _quotes(line: Line) -> bool:
    """Whether a quotation or a bracket that begins on the line is not closed there."""
    text = line.text
    return text.count("“") > text.count("”") or text.rfind("(") > text.rfind(")")
