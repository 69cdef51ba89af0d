"""The bottom of a saved page: where the notice ends, who signed it, and what only follows it.

Share bars, counters, lists of other news and contact lines go; so do pictures' captions and boxes of related
news inside the text. What a byline's line holds is the author and no longer body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from parsers.page.dump_byline import bare_byline, glued_byline, is_signatory_role, labelled_byline
from parsers.page.dump_lines import (
    Line,
    is_attached,
    is_caption,
    is_clock,
    is_comment_heading,
    is_contact,
    is_dated_item,
    is_imprint,
    is_number,
    is_pointed_item,
    is_related_heading,
    is_request,
    is_tool,
    is_trail,
)
from parsers.page.dump_names import is_pen_name
from parsers.page.dump_official import is_heading, is_number_line
from parsers.page.dump_posted import read_stamp

_LOOK_BACK = 14
"""Lines from the end among which a byline is looked for."""

_LONGEST_BAR = 4
"""Words of a share bar's line that may stand amid the text."""


# A line torn off its number or date ("… ngày" / "24/4/2014,") goes on in the next one.
_UNFINISHED = re.compile(r"(?:^|\s)(?:ngày|số|từ|đến|tháng|năm|và|khoảng|hơn|trên)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Foot:
    """The notice's own lines, its author, the source it names, and a date posted below the text."""

    body: tuple[str, ...]
    author: str | None
    source: str | None
    published: date | None


def read_foot(lines: list[Line]) -> Foot:
    """Split the lines behind a headline into the notice and the rest."""
    end = _end(lines)
    kept = _without_boxes(lines[:end])
    published = next(
        (s.day for line in lines[len(kept) // 2 :] if (s := read_stamp(line)) and s.labelled and not s.clock),
        None,
    )
    kept, author, source = _sign(kept)
    return Foot(tuple(line.plain for line in kept), author, source, published)


def _end(lines: list[Line]) -> int:
    """Index of the first line behind the notice."""
    weight = [len(line.text) if line.prose else 0 for line in lines]
    total = sum(weight)
    before = 0
    for i, line in enumerate(lines):
        rest = total - before
        # A box of related news may stand inside the text: only a heading with little prose below ends it.
        if i and before and rest <= 0.25 * total and is_related_heading(line) and not _is_pointer(lines, i):
            return i
        if i and before and rest <= 0.6 * total and is_comment_heading(line):
            return i
        before += weight[i]
    end = len(lines)
    while end > 1 and is_dated_item(lines[end - 1]) and (end == len(lines) or is_dated_item(lines[end])):
        end -= 1
    if end >= len(lines) - 1:
        end = len(lines)  # one line alone that ends in a date may be the text's own
    while end and _ends_page(lines[end - 1]):
        end -= 1
    return end


def _is_pointer(lines: list[Line], at: int) -> bool:
    """Whether one line points to other news, right above the author: "Đọc thêm: Khai mạc …"."""
    below = lines[at + 1 : at + 2]
    return bool(_names_its_item(lines[at]) and below and bare_byline(below[0].text))


def _ends_page(line: Line) -> bool:
    """Whether a line at the page's end is the site's own, even where it runs on like a paragraph."""
    return is_imprint(line) or ((not line.prose or is_request(line)) and _behind(line))


def _behind(line: Line) -> bool:
    if labelled_byline(line.text):
        return False
    return (
        is_tool(line)
        or is_contact(line)
        or is_number(line)
        or is_trail(line)
        or is_clock(line)
        or is_request(line)
        or (line.words <= 4 and is_comment_heading(line))
        or is_pointed_item(line)
        or line.text.startswith("©")
    )


def _without_boxes(lines: list[Line]) -> list[Line]:
    kept: list[Line] = []
    box = picture = False
    for i, line in enumerate(lines):
        if not line.short:  # a paragraph is none of these
            box = picture = False
            kept.append(line)
            continue
        if is_related_heading(line):
            box = not _names_its_item(line)
            continue
        if box and not line.prose and not line.ended and not is_heading(line):
            continue
        box = False
        cell = line.text.endswith(" |") and line.text.count("|") == 1
        barred = cell and not line.text.isupper() and not is_number_line(line)
        caption = (
            is_caption(line)
            or (line.short and barred)
            or (picture and line.short and len(line.text) < 220 and line.words > 2)
        )
        picture = is_number(line) and (any(c.isalpha() for c in line.text) or line.text.startswith("!["))
        # A photographer's name may follow the author's on the last line: "Bình Minh - Ảnh: …".
        signed = labelled_byline(line.text) or (i == len(lines) - 1 and bare_byline(line.text))
        if (caption and not signed) or (is_number(line) and not _torn(kept)):
            continue
        if is_pointed_item(line) or is_attached(line):
            continue
        if line.words <= _LONGEST_BAR and is_tool(line) and not line.ended and not signed:
            continue
        kept.append(line)
    return kept


def _names_its_item(line: Line) -> bool:
    """Whether a heading of other news holds the one item ("Đọc thêm: Khai mạc …")."""
    _, colon, item = line.text.partition(":")
    return bool(colon and item.strip())


def _torn(lines: list[Line]) -> bool:
    """Whether the last line breaks off where a figure has to follow."""
    return bool(lines and _UNFINISHED.search(lines[-1].text[-20:]))


def _sign(lines: list[Line]) -> tuple[list[Line], str | None, str | None]:
    source: str | None = None
    official = any(line.fold.casefold().startswith("nơi nhận") or is_heading(line) for line in lines)
    for at in range(len(lines) - 1, max(0, len(lines) - _LOOK_BACK), -1):
        label = labelled_byline(lines[at].text)
        if label and not label[1] and all(line.words <= 40 for line in lines[at:]):
            return (
                lines[:at],
                label[0],
                next(
                    (found[0] for line in lines[at:] if (found := labelled_byline(line.text)) and found[1]),
                    None,
                ),
            )
    oddities = 0
    for back, line in enumerate(reversed(lines[-_LOOK_BACK:]), 1):
        at = len(lines) - back
        if label := labelled_byline(line.text):
            source = source or label[0]
            continue
        if _behind(line) or read_stamp(line):
            continue
        if named := _label_above(lines, at):
            return lines[: at - 1], named, source
        # Whoever stands below an official text has signed it, except the page's own editors.
        editors = is_pen_name(line.text)
        author = bare_byline(line.text) if not official or editors else None
        listed = at and _is_listed(lines, at) and not (official and editors)
        if author and at and not listed and not is_signatory_role(line.text):
            return lines[:at], author, source
        if line.prose or line.words > 12 or line.ended:
            if source is None or at + 1 == len(lines):
                return _glued(lines, at, official, source)
            cut = _unsource(lines)
            return cut, source, source
        oddities += 1
        if oddities > 2 or official:
            break
    return (_unsource(lines), source, source) if source else (lines, None, None)


def _label_above(lines: list[Line], at: int) -> str | None:
    """The author on the line `at` below a label on a line of its own ("Tác giả:")."""
    above = lines[at - 1] if at else None
    if above is None or not above.text.endswith(":") or above.words > 4:
        return None
    label = labelled_byline(f"{above.text} {lines[at].text}")
    return label[0] if label else None


def _is_listed(lines: list[Line], at: int) -> bool:
    """Whether a name is the last of a list of names, or signed by an office: then it is no byline."""
    above = lines[at - 1]
    if above.text.endswith(":") or is_signatory_role(above.text):
        return True
    return not above.prose and not above.ended and bare_byline(above.text) is not None


def _unsource(lines: list[Line]) -> list[Line]:
    return [
        line
        for i, line in enumerate(lines)
        if i < len(lines) - _LOOK_BACK or not (label := labelled_byline(line.text)) or not label[1]
    ]


def _glued(
    lines: list[Line], at: int, official: bool, source: str | None
) -> tuple[list[Line], str | None, str | None]:
    if official:
        return lines, None, source
    line = lines[at]
    paragraph = line.plain
    found = glued_byline(paragraph)
    if found is None:
        return lines, source, source
    author, offset, only_source = found
    body = Line(paragraph[:offset].rstrip(), line.text, line.gap)
    return [*lines[:at], body], author, author if only_source else source
