"""One item of a listing: what its block shows of title, day, hour and summary."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from selectolax.lexbor import LexborNode

from parsers.page.dump_lines import Line, make_line
from parsers.page.dump_posted import read_day, read_stamp, stamp_behind
from parsers.page.html_posted import hour_of
from parsers.page.html_tree import block_lines
from parsers.text import tidy
from scrapers.fetch.urls import notice_id
from scrapers.ledger.rows import Sighting

_MORE = re.compile(
    r"\W{0,3}(?:(?:xem|đọc) (?:tiếp|thêm|chi tiết|tất cả|toàn bộ|file|tệp|văn bản)|chi tiết|tiếp theo|"
    r"tải (?:về|xuống|file|tệp)|download|(?:file|tệp) đính kèm|\d{1,5} bình luận|"
    r"read more|more|details?)\W{0,5}$",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s{0,2}(?:\.{2,5}|…)$")
_CALENDAR_LEAF = re.compile(
    r"(?:^|\s)(\d{1,2})\s{0,3}(?:[/.-]|,?\s{0,3}(?:tháng|thg|th)\.?)?\s{0,3}(\d{1,2})\s{0,3}[/.,-]?\s{0,3}"
    r"(?:năm\s{1,3})?((?:19|20)\d\d)(?=\s|$)",
    re.IGNORECASE,
)
_DATE_CLASS = "time,[class*=date i],[class*=time i],[class*=ngay i],[class*=posted i]"
# A line of an item's data begins with its day: "20/05/2022 | Mai Hoa | 3 bình luận".
_DATED_DATA = re.compile(r"\W{0,3}\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d(?= *(?:$|[|•·,–-]))")
_LONGEST_DATA = 12
_SHORTEST_SUMMARY = 20
_LEAF = 20
_MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as a listing shows it; `url` is canonical, `at` local time; what is not shown is None or ""."""

    url: str
    title: str
    day: date | None = None
    at: datetime | None = None
    summary: str = ""

    def sighting(self) -> Sighting:
        """What the ledger keeps of it: the digest changes with title, day or summary, not with the hour."""
        essence = f"{self.title}\n{self.day or ''}\n{self.summary}"
        digest = hashlib.sha256(essence.encode()).hexdigest()[:16]
        return Sighting(notice_id(self.url), self.url, digest, self.day)


def title_of(link: LexborNode) -> str:
    """The headline that a link shows; its `title` attribute where the text is cut off and that is not.

    A link around a whole card shows it in the heading inside, or in its first line.
    """
    heading = link.css_first("h1,h2,h3,h4,h5,h6,[class*=title i],[class*=tieude i],[class*=headline i]")
    text = tidy((heading or link).text(separator=" "))
    if heading is None:
        lines = [line for _, line in block_lines(link)]
        text = tidy(lines[0]) if len(lines) > 1 else text
    full = tidy(link.attributes.get("title") or "")
    stem = _CUT.sub("", text)
    if stem != text and len(full) > len(stem) and full.startswith(stem):
        return full
    return text


def says_more(text: str) -> bool:
    """Whether a link's text only leads on ("Xem tiếp", "Chi tiết")."""
    return bool(_MORE.match(text))


def read_entry(url: str, title: str, blocks: Sequence[LexborNode]) -> Entry:
    """The item that `blocks` show together; dates inside sentences are not the item's own."""
    lines = [make_line(text) for block in blocks for _, text in block_lines(block) if text.strip()][
        :_MOST_LINES
    ]
    rest = [line for line in (_without(line, title) for line in lines) if line.text]
    day, at = _when(rest, blocks)
    if (stamped := stamp_behind(title)) and day in (None, stamped[1]):
        title, day = stamped
    told = [
        line.text
        for line in rest
        if len(line.text) >= _SHORTEST_SUMMARY and not read_stamp(line) and not says_more(line.text)
    ]
    return Entry(url, title, day, at, max(told, key=len, default=""))


def _without(line: Line, title: str) -> Line:
    if not title or title not in line.text:
        return line
    return make_line(line.text.replace(title, " ", 1).strip(" -–|()[]•·:"))


def _when(lines: Sequence[Line], blocks: Sequence[LexborNode]) -> tuple[date | None, datetime | None]:
    """The item's day and hour: the first that a line says, the markup tells, or a calendar leaf shows."""
    return next((told for told in _told(lines, blocks)), (_on_a_leaf(lines), None))


def _told(
    lines: Sequence[Line], blocks: Sequence[LexborNode]
) -> Iterator[tuple[date | None, datetime | None]]:
    stamps = [(stamp, line) for line in lines if (stamp := read_stamp(line)) is not None]
    stamps.sort(key=lambda found: not found[0].labelled)
    for stamp, line in stamps:
        yield stamp.day, hour_of(line.text, stamp.day)
    for block in blocks:
        for node in [block, *block.css("time[datetime],[itemprop=datePublished]")]:
            told = node.attributes.get("datetime") or node.attributes.get("content") or ""
            if day := read_day(told):
                yield day, hour_of(told, day)
        for node in block.css(_DATE_CLASS):
            text = tidy(node.text(separator=" "))
            if len(text) <= 60 and (day := read_day(text)):
                yield day, hour_of(text, day)
    for line in lines:
        if line.words <= _LONGEST_DATA and _DATED_DATA.match(line.text) and (day := read_day(line.text)):
            yield day, hour_of(line.text, day)


def _on_a_leaf(lines: Sequence[Line]) -> date | None:
    leaf = _CALENDAR_LEAF.search(" ".join(line.text for line in lines if len(line.text) <= _LEAF))
    try:
        return date(int(leaf[3]), int(leaf[2]), int(leaf[1])) if leaf else None
    except ValueError:
        return None
