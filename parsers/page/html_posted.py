"""When a page says it was posted and changed: beside the headline first, in its head last.

A page shows many days: a visitor's clock, other news, the document it reports. The one beside the headline is
the page's own; what `<meta>` or JSON-LD say counts where none is shown, because templates fill those with the
time of crawling or of the site's last build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.page.dump_head import posted_near
from parsers.page.dump_lines import Line, make_line
from parsers.page.dump_posted import read_day, read_stamp
from parsers.page.html_meta import Meta
from parsers.page.html_tree import block_lines
from parsers.text import tidy

_HOUR = re.compile(
    r"(?<![\d:])([01]?\d|2[0-3]) ?(?::|h|g|giờ) ?([0-5]\d)(?::[0-5]\d)?(?: ?phút)?(?: ?(AM|PM|SA|CH)\b)?",
    re.IGNORECASE,
)
_ISO_HOUR = re.compile(r"\d{4}-\d\d-\d\dT(\d\d):(\d\d)")
_TICKING = re.compile(r"\d:\d\d:\d\d")  # so far off the headline, seconds are a visitor's clock
_CHANGED = re.compile(r"(?:cập nhật|sửa|chỉnh sửa|updated|modified)", re.IGNORECASE)
_FIRST = re.compile(r"(?:đăng|xuất bản|posted|published|tạo|đưa tin)", re.IGNORECASE)
_CLIMBS, _JUST_ABOVE, _JUST_BELOW = 3, 3, 3
"""How far around headline and text a date may stand: parents, and lines of them."""
_CLOCK_LINES = 40


@dataclass(frozen=True, slots=True)
class Posted:
    """`day` of posting, `at` with the hour where it is shown, `updated` a later day of change."""

    day: date | None = None
    at: datetime | None = None
    updated: date | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The element around headline and text, and its lines: `head` up to the text's top, `after` behind it.

    `foot`: a labelled day that the text's last lines show.
    """

    scope: LexborNode
    title: str | None
    head: Sequence[Line]
    after: Sequence[Line]
    foot: date | None


def read_posted(
    tree: LexborHTMLParser, selectors: tuple[str, ...], around: Surroundings, meta: Meta
) -> Posted:
    """The page's own dates; `selectors` say where the layout shows the day of posting."""
    title, foot = around.title, around.foot
    shown = list(_marked(tree, selectors))
    if not shown:
        at = next((i for i, line in enumerate(around.head) if line.text == title), -1)
        day = posted_near(list(around.head), at, len(around.head))
        if day is None:
            shown = list(_marked(around.scope, ("[itemprop=datePublished]", "time[datetime]")))[:1]
        else:
            shown = _said(around.head, day)
    if not shown:
        shown = list(_labelled(around.after)) or list(_beside(around.scope))
    if shown:
        day, at_hour = shown[0]
        return Posted(day, at_hour, _updated(around, meta, day))
    day = meta.published or foot or _doubtful(tree, around.scope, meta)
    return Posted(day, None, _updated(around, meta, day) if day else None)


def _marked(
    root: LexborHTMLParser | LexborNode, selectors: tuple[str, ...]
) -> Iterator[tuple[date, datetime | None]]:
    """Days of elements that are there to show them."""
    for selector in selectors:
        for node in root.css(selector):
            text = tidy(node.text())[:300]
            told = node.attributes.get("datetime") or node.attributes.get("content") or ""
            if day := read_day(text):
                yield day, hour_of(text, day)
            elif day := read_day(told):
                yield day, hour_of(told, day)


def _said(lines: Sequence[Line], day: date) -> list[tuple[date, datetime | None]]:
    """The day, with the hour of the line that shows it."""
    for line in lines:
        stamp = read_stamp(line)
        if stamp and stamp.day == day and (at := hour_of(line.text, day)):
            return [(day, at)]
    return [(day, None)]


def _labelled(lines: Sequence[Line]) -> Iterator[tuple[date, datetime | None]]:
    for line in lines:
        stamp = read_stamp(line)
        if stamp and stamp.labelled and not stamp.clock:
            yield stamp.day, hour_of(line.text, stamp.day)


def _beside(scope: LexborNode) -> Iterator[tuple[date, datetime | None]]:
    """A stamp right above or, labelled, right below the element around headline and text."""
    node = scope
    for _ in range(_CLIMBS):
        parent = node.parent
        if parent is None or node.tag == "body" or parent.tag in {None, "html"}:
            return
        before: list[Line] = []
        after: list[Line] = []
        side = before
        for owner, text in block_lines(parent, frozenset([node.mem_id])):
            if owner == node.mem_id and not text:
                side = after
            elif text:
                side.append(make_line(text))
        for line in reversed(before[-_JUST_ABOVE:]):
            stamp = read_stamp(line)
            ticking = _TICKING.search(line.text) and stamp and not stamp.labelled
            if (
                stamp
                and not stamp.clock
                and not ticking
                and (stamp.labelled or hour_of(line.text, stamp.day))
            ):
                yield stamp.day, hour_of(line.text, stamp.day)
        yield from _labelled(after[:_JUST_BELOW])
        node = parent


def hour_of(text: str, day: date) -> datetime | None:
    """The day with the clock time that a text shows ("03:53 PM", "15h53", ISO 8601), as local time."""
    if iso := _ISO_HOUR.search(text):
        hour, minute = int(iso[1]), int(iso[2])
        return datetime(day.year, day.month, day.day, hour, minute) if hour < 24 and minute < 60 else None
    match = _HOUR.search(text)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2]), (match[3] or "").upper()
    if half in {"PM", "CH"} and hour < 12:
        hour += 12
    elif half in {"AM", "SA"} and hour == 12:
        hour = 0
    return datetime(day.year, day.month, day.day, hour, minute)


def _updated(around: Surroundings, meta: Meta, day: date) -> date | None:
    for line in (*around.head, *around.after):
        if _CHANGED.search(line.fold[:60]) and not _FIRST.search(line.fold[:60]):
            stamp = read_stamp(line)
            if stamp and stamp.day > day:
                return stamp.day
    marked = next(_marked(around.scope, ("[itemprop=dateModified]",)), None)
    later = marked[0] if marked else meta.updated
    return later if later is not None and later > day else None


def _doubtful(tree: LexborHTMLParser, scope: LexborNode, meta: Meta) -> date | None:
    """A day of the head that may be the server's clock: not where the page shows that day as today's."""
    if meta.doubtful is None or tree.body is None:
        return None
    outside = block_lines(tree.body, without=frozenset([scope.mem_id]))
    for _, (_, text) in zip(range(_CLOCK_LINES), outside, strict=False):
        stamp = read_stamp(make_line(text)) if len(text) <= 160 else None
        if stamp and stamp.day == meta.doubtful:
            return None
    return meta.doubtful
