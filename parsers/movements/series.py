"""Lists of movements that a colon or "gồm" opens and whose names stand without quotation marks.

"Các phong trào do Hội phát động gồm: Dân vận khéo, Tuổi trẻ Kim Sơn lập nghiệp, giữ làng; Đền ơn đáp nghĩa".
Commas also stand inside names, so the list is read by what is known: it must hold one name of the reference
table, every member begins with a capital letter or a digit, and what follows a comma in small letters belongs
to the member before it. Where descriptions stand among known names ("các phong trào văn nghệ, dân vận khéo,
đền ơn đáp nghĩa"), the known ones are members.
"""

from __future__ import annotations

import re

from parsers.movements.bare import STOPS, is_name_start, is_plain, unknown_end
from parsers.movements.heads import Head
from parsers.movements.lists import AFTER_ITEM, MANY, Item
from parsers.movements.names import Name, known_at
from parsers.movements.scene import Scene

_INTRO = re.compile(
    r"[^.;:“”\"()\n]{0,110}?(?:(?<!\w)(?:như|gồm|gồm có|bao gồm|đó là|trong đó có|cụ thể là|nhất là"
    r"|điển hình là|tiêu biểu là|tiêu biểu như|sau|sau đây|tiêu biểu)(?!\w) ?:?|:)"
    r" ?(?:\n ?)?(?:[-+•*] ?|\d{1,2}[.)] ?)?",
    re.IGNORECASE,
)
_MOST = 20
_COMMA = re.compile(r", |,? và ")
# A member that merely describes, with what parts it from the next.
_DESCRIPTION = re.compile(r"[^\s,;.:()“”\"]{1,20}(?: [^\s,;.:()“”\"]{1,20}){0,6}?(?:, |,? và )")


def series_behind(scene: Scene, head: Head, limit: int) -> list[Item]:
    """The members of the list without quotes that `head` opens; empty where no known name is among them.

    `limit` is the start of the next head. Known names are sure to 0.85, the others among them to 0.6.
    """
    intro = _INTRO.match(scene.norm, head.end, limit)
    items: list[Item] = []
    start: int | None = intro.end() if intro else None
    while start is not None and start < limit and len(items) < _MOST:
        item = _member(scene, head, start)
        if item is None:
            break
        items.append(item)
        after = AFTER_ITEM.match(scene.norm, item.end, item.end + 200)
        start = after.end() if after else None
    return items if any(item.name.known for item in items) else _among_descriptions(scene, head, limit)


def _among_descriptions(scene: Scene, head: Head, limit: int) -> list[Item]:
    """The known names in a list behind the noun of several movements, up to the first verb."""
    items: list[Item] = []
    if not MANY.search(scene.norm, max(0, head.start - 12), head.start):
        return items
    at = head.end + 1
    while at < limit and len(items) < _MOST:
        known = known_at(scene.norm, at)
        if known and not is_plain(scene.norm, known, head.kind):
            items.append(Item(known, head.kind, known.end, 0.8, head))
            parted = _COMMA.match(scene.norm, known.end)
        else:
            parted = _DESCRIPTION.match(scene.norm, at)
            if parted and not STOPS.isdisjoint(parted.group().casefold().split()):
                break
        if parted is None:
            break
        at = parted.end()
    return items


def _member(scene: Scene, head: Head, start: int) -> Item | None:
    norm = scene.norm
    if start >= len(norm) or start in scene.by_mark or not is_name_start(norm, start):
        return None
    known = known_at(norm, start)
    if known is not None:
        return None if is_plain(norm, known, head.kind) else Item(known, head.kind, known.end, 0.85, head)
    end = unknown_end(norm, start, least=3, listed=True)
    return Item(Name(start, end), head.kind, end, 0.6, head) if end else None
