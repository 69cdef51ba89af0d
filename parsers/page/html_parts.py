"""The smaller parts of an article: its lead (sapo) and the section that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.page.dump_lines import words
from parsers.page.html_marks import marks_among, says_lead
from parsers.page.html_meta import Meta
from parsers.text import tidy

_SHORTEST_LEAD, _LONGEST_LEAD = 40, 1500
_SAME = 60
"""A description that agrees with the first paragraph so far is that paragraph, shortened."""
_HOME = words("home index trangchủ trangnhất đầu")
_LONGEST_SECTION, _LONGEST_TRAIL = 80, 250
_STEPS, _UP, _MOST_LINKS = 5, 3, 400
_TRAIL = "[class*=breadcrumb i],[id*=breadcrumb i],[class*=bread-crumb i],[class*=duong-dan i]"


def find_lead(scope: LexborNode, body: Sequence[str], meta: Meta) -> str | None:
    """The paragraph of `body` that opens it apart: by its class, or because the page describes itself so."""
    shown = {tidy(line): line for line in body[:3]}
    for node in scope.css("[class],[itemprop=description]"):
        attributes = node.attributes
        if attributes.get("itemprop") != "description" and not says_lead(marks_among(attributes)):
            continue
        text = tidy(node.text())
        if _SHORTEST_LEAD <= len(text) <= _LONGEST_LEAD and text in shown:
            return shown[text]
    first = next(iter(shown), "")
    told = meta.description or ""
    if len(told) >= _SAME and len(first) <= _LONGEST_LEAD and first[:_SAME] == told[:_SAME]:
        return shown[first]
    return None


def _trails(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """Bread crumbs: by their class, or a short row of links that begins at the front page."""
    yield from tree.css(_TRAIL)
    for link in tree.css("a")[:_MOST_LINKS]:
        node = link.parent
        if _key(link.text()) not in _HOME:
            continue
        for _ in range(_UP):
            if node is None or node.tag in {"body", None}:
                break
            links = node.css("a")
            if len(links) > _STEPS or len(tidy(node.text())) > _LONGEST_TRAIL:
                break
            if len(links) > 1 and links[0].mem_id == link.mem_id:
                yield node
                break
            node = node.parent


def _key(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def find_section(tree: LexborHTMLParser, meta: Meta, title: str | None) -> str | None:
    """The last step of the bread crumbs before the notice itself, else what the head tells."""
    for trail in _trails(tree):
        steps = [tidy(link.text()).strip("»>/ ") for link in trail.css("a")]
        named = [
            step
            for step in steps
            if 1 < len(step) <= _LONGEST_SECTION and _key(step) not in _HOME and step != title
        ]
        if named:
            return named[-1]
    return meta.section
