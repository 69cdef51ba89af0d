"""Short forms of a body's name, completed by what the notice itself calls it.

"Giám đốc Sở", "Công đoàn Sở", "Đảng ủy Khối", "Ban Chỉ đạo": the full name stands elsewhere in the text, is
the body that runs the site, or is what the number's code means. Where the text names several bodies of the
kind and none leads, the short form stays as printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from parsers.documents.letters import LOWER

# Head words that name no body by themselves; the longer ones are tried first.
_HEADS = (
    "Trung ương Hội",
    "Công đoàn ngành",
    "Đảng ủy Khối",
    "Công đoàn Sở",
    "Đảng ủy Sở",
    "Ban Chỉ đạo",
    "Liên đoàn Lao động",
    "Tổng công ty",
    "Tập đoàn",
    "Chi cục",
    "Học viện",
    "Trung tâm",
    "Bệnh viện",
    "Công ty",
    "Ngân hàng",
    "Đảng ủy",
    "Công đoàn",
    "Trường",
    "Phòng",
    "Khối",
    "Cục",
    "Viện",
    "Hội",
    "Đài",
    "Sở",
    "Bộ",
)
_SHORT = re.compile(rf"(?:^|(?<= ))(?P<head>{'|'.join(_HEADS)})$")
_CHIEF = re.compile(r"^(?:Bộ trưởng|Cục trưởng|Giám đốc|Hiệu trưởng|Chi cục trưởng)$")
# "Hội" does not stand for a "Hội đồng", nor "Bộ" for a military command.
_OTHER_KIND = re.compile(
    rf"(?:Hội|Bộ|Sở|Viện|Trường|Phòng|Cục|Đài|Công ty) [{LOWER}]|Bộ (?:Chỉ huy|Tư lệnh|CHQS|Tổng tham mưu)"
    r"|Khối thi đua"
)
_LEAST_LEAD = 2  # times that the leading name must be more frequent than the next, where several stand


class ShortForms:
    """The full names that one notice gives, and the body that runs its site.

    `gather` returns the names as they stand in title and body; it is called where a short form is met.
    """

    def __init__(self, gather: Callable[[], Sequence[str]], agency: str | None) -> None:
        self._gather = gather
        self._agency = agency

    @cached_property
    def _names(self) -> Sequence[tuple[str, int]]:
        """The names with their counts, most frequent first."""
        return Counter(self._gather()).most_common()

    def expand(self, name: str, coded: str | None = None) -> str:
        """The full form of `name`, or `name` where none is known; `coded` is what the number's code means."""
        if _CHIEF.match(name):
            body = coded if coded and _kin(name, coded) else self.only("Bộ") if name == "Bộ trưởng" else None
            return f"{name} {body}" if body else name
        match = _SHORT.search(name)
        if match is None:
            return name
        before, head = name[: match.start()], match["head"]
        if coded and coded.startswith(f"{head} "):
            return before + coded
        if full := self._longest(head) or self._longest_within(before, head):
            return before + full if full.startswith(head) else full
        return name

    def only(self, head: str) -> str | None:
        """The one body of a kind ("Ban Chỉ đạo") that the text names in full, None for none or several."""
        found = {tail for name, _ in self._names if (tail := _from(head, name))}
        return found.pop() if len(found) == 1 else None

    def _longest(self, head: str) -> str | None:
        if self._agency and (own := _from(head, self._agency)):
            return own
        counts: Counter[str] = Counter()
        for name, times in self._names:
            if tail := _from(head, name):
                counts[tail] += times
        fullest = max(counts, key=len, default="")
        if fullest and all(fullest.startswith(tail) for tail in counts):
            return fullest  # "Công đoàn ngành Y tế" and "Công đoàn ngành Y tế Khánh Hòa" are one
        ranked = counts.most_common(2)
        clear = ranked and (len(ranked) == 1 or ranked[0][1] >= _LEAST_LEAD * ranked[1][1])
        return ranked[0][0] if clear else None

    def _longest_within(self, before: str, head: str) -> str | None:
        """ "Công đoàn Sở": its last word alone ("Sở Y tế") where nobody gives the whole."""
        inner = re.search(r"(?<= )(?:Sở|Khối|Hội)$", head)
        full = self._longest(inner.group()) if inner else None
        return f"{head[: inner.start()]}{full}" if inner and full else None


def _from(head: str, name: str) -> str | None:
    """The part of a name from its head word on, if it says more than the head."""
    match = re.search(rf"(?:^|(?<= )){re.escape(head)} \S.*", name)
    if match is None or _OTHER_KIND.match(match.group()) or _SHORT.search(match.group()):
        return None
    return match.group()


def _kin(chief: str, body: str) -> bool:
    kinds = {"Bộ trưởng": "Bộ ", "Cục trưởng": "Cục ", "Giám đốc": "Sở ", "Chi cục trưởng": "Chi cục "}
    return body.startswith(kinds.get(chief, "Trường "))
