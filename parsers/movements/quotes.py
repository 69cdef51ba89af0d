"""Quotations of a normalised text, as Vietnamese pages really set them.

Names of movements and themes stand in quotation marks, but pages mix the marks (`“…"`), nest them, forget
one, or type two apostrophes. Each mark is therefore read by its neighbours (a blank before it opens, a blank
or a stop behind it closes) and only then by its shape. A quotation ends with its paragraph at the latest; one
that nothing closes ends where its clause does and says so (`closed` is False).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"''|[“”\"‘’'\n]")
_OPENS_AFTER = frozenset(" \n(\u005b:;,-/>.…“\"'‘")
_CLAUSE_END = re.compile(r"[;\n“\"]|[.!?…](?=\s|$)|\s\(")
_LONGEST_SINGLE = 200
_LONGEST_OPEN = 400


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `norm[start:end]` is the inside, without the blanks next to the marks.

    `before` is the offset of the opening mark, `after` that behind the closing one (`end` where none closes).
    """

    start: int
    end: int
    before: int
    after: int
    closed: bool = True


def quoted(norm: str) -> list[Quote]:
    """All quotations of a normalised text in the order of their opening marks, nested ones included."""
    found: list[Quote] = []
    stack: list[tuple[int, int, str]] = []  # opening mark's offset, offset behind it, kind of mark

    def flush() -> None:
        for before, start, kind in stack:
            if kind != "'":
                _append(found, norm, before, start, _open_end(norm, start), closed=False)
        stack.clear()

    for match in _MARK.finditer(norm):
        mark, at, after = match.group(), match.start(), match.end()
        if mark == "\n":
            if not norm[after : after + 1].islower():
                flush()
            continue
        kind = "'" if mark in "‘’'" else '"'
        if kind == "'" and not _is_single(norm, at, mark, bool(stack) and stack[-1][2] == "'"):
            continue
        if _opens(norm, at, after, mark, any(k == kind for _, _, k in stack)):
            stack.append((at, after, kind))
            continue
        for i in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
            if stack[i][2] == kind:
                for before, start, inner in stack[i + 1 :]:
                    if inner != "'":
                        _append(found, norm, before, start, min(at, _open_end(norm, start)), closed=False)
                before, start, _ = stack[i]
                del stack[i:]
                _append(found, norm, before, start, at, closed=True, after=after)
                break
    flush()
    return sorted(found, key=lambda quote: quote.before)


def _opens(norm: str, at: int, after: int, mark: str, inside: bool) -> bool:
    left = norm[at - 1 : at] or " "
    right = norm[after : after + 1] or " "
    free_left, free_right = left in _OPENS_AFTER, not (right.isalnum() or right in "“\"'‘")
    if mark == "“":
        return not (inside and not free_left and free_right)
    if mark in "”’":
        return not inside and left in " \n(" and not free_right
    if free_left and free_right:
        return not inside
    if free_right:
        return False  # closes; or its opening mark was forgotten, or it stands for inches
    if free_left and left not in " \n(" and inside and not right.isalpha():
        return False
    return free_left or not inside


def _is_single(norm: str, at: int, mark: str, inside: bool) -> bool:
    """Whether an apostrophe is a quotation mark: not the one of `K'Ho`, `20h15'` or `9'`."""
    left, right = norm[at - 1 : at] or " ", norm[at + 1 : at + 2] or " "
    if inside:
        return not right.isalnum()
    if mark == "’" or left not in _OPENS_AFTER or not right.isalnum():
        return False
    rest = norm[at + 1 : at + _LONGEST_SINGLE]
    close = re.search(r"['’](?!\w)", rest.split("\n", 1)[0])
    return close is not None


def _open_end(norm: str, start: int) -> int:
    match = _CLAUSE_END.search(norm, start, start + _LONGEST_OPEN)
    return match.start() if match else min(len(norm), start + _LONGEST_OPEN)


def _append(
    found: list[Quote], norm: str, before: int, start: int, end: int, *, closed: bool, after: int = 0
) -> None:
    inside = norm[start:end]
    left = len(inside) - len(inside.lstrip())
    if inside.strip():
        first, last = start + left, start + len(inside.rstrip())
        found.append(Quote(first, last, before, after if closed else last, closed))
