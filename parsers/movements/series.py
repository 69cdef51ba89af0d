"""Lists of movements that a colon or "gồm" opens and whose names stand without quotation marks.

"Các phong trào do Hội phát động gồm: Dân vận khéo, Tuổi trẻ Kim Sơn lập nghiệp, giữ làng; Đền ơn đáp nghĩa".
Commas also stand inside names, so the list is read by what is known: it must hold one name of the reference
table, every member begins with a capital letter or a digit, and what follows a comma in small letters belongs
to the member before it.
"""

from __future__ import annotations

import re

from parsers.movements.bare import is_name_start, is_plain, unknown_end
from parsers.movements.heads import Head
from parsers.movements.lists import AFTER_ITEM, Item
from parsers.movements.names import Name, known_at
from parsers.movements.scene import Scene

_INTRO = re.compile(
    r"[^.;:“”\"()\n]{0,110}?(?:(?<!\w)(?:như|gồm|gồm có|bao gồm|đó là|trong đó có|cụ thể là|nhất là"
    r"|điển hình là|tiêu biểu là|tiêu biểu như|sau|sau đây|tiêu biểu)(?!\w) ?:?|:)"
    r" ?(?:\n ?)?(?:[-+•*] ?|\d{1,2}[.)] ?)?",
    re.IGNORECASE,
)
_MOST = 20


def series_behind(scene: Scene, head: Head, limit: int) -> list[Item]:
    """The members of the list without quotes that `head` opens; empty where no known name is among them.

    `limit` is the start of the next head. Known names are sure to 0.85, the others among them to 0.6.
    """
    intro = _INTRO.match(scene.norm, head.end, limit)
    if not intro:
        return []
    items: list[Item] = []
    start: int | None = intro.end()
    while start is not None and start < limit and len(items) < _MOST:
        item = _member(scene, head, start)
        if item is None:
            break
        items.append(item)
        after = AFTER_ITEM.match(scene.norm, item.end, item.end + 200)
        start = after.end() if after else None
    return items if any(item.name.known for item in items) else []


def _member(scene: Scene, head: Head, start: int) -> Item | None:
    norm = scene.norm
    if start >= len(norm) or start in scene.by_mark or not is_name_start(norm, start):
        return None
    known = known_at(norm, start)
    if known is not None:
        return None if is_plain(norm, known, head.kind) else Item(known, head.kind, known.end, 0.85, head)
    end = unknown_end(norm, start, least=3, listed=True)
    return Item(Name(start, end), head.kind, end, 0.6, head) if end else None
