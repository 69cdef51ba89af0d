"""Where on a page the headline stands, and what belongs to it and the text.

The headline is a heading that `<title>` repeats. What belongs to it is looked for in the smallest element
around headline and text, so that clocks of the site's header and dates of other news stay outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.page.dump_head import is_furnishing
from parsers.page.dump_lines import make_line
from parsers.page.html_marks import marks, marks_among, says_aside, says_title
from parsers.page.html_meta import Meta
from parsers.page.html_tree import ancestors
from parsers.text import fold_tone, tidy

_NEAR = 4
"""Elements around the text within which a heading is near it."""


def find_title(tree: LexborHTMLParser, meta: Meta, body: LexborNode | None) -> LexborNode | None:
    """The element that shows the headline, or None; of two alike, the one near the text is."""
    root = tree.body
    if root is None:
        return None
    told = _folded(f"{meta.title} {meta.headline or ''}")
    site = _folded(meta.site or "")
    aside: dict[int, bool] = {}
    near = (
        {node.mem_id for node in ancestors(body)[:_NEAR] if node.tag != "body"} if body is not None else set()
    )
    best: tuple[int, bool, LexborNode] | None = None
    for node in _candidates(root):
        text = tidy(node.text())
        if not 8 <= len(text) <= 400:
            continue
        folded = _folded(text)
        told_so = len(folded) > 12 and folded in told
        cut = len(folded) > 30 and folded[:30] in told
        rank = 4 if told_so else 2 if cut else 0
        rank += {"h1": 3, "h2": 1}.get(node.tag or "", 0)
        attributes = node.attributes
        if attributes.get("itemprop") == "headline" or says_title(marks_among(attributes)):
            rank += 1
        if not rank:
            continue
        if folded == site or is_furnishing(make_line(text)) or _only_link(node):
            rank -= 6
        above = ancestors(node)
        if any(_is_aside(each, aside) for each in above[1:]):
            rank -= 4
        if rank > 0 and any(each.mem_id in near for each in above):
            rank += 4
        if rank > 0 and (best is None or rank > best[0]):
            best = (rank, told_so or cut, node)
    if best is None:
        return None
    # A heading that neither <title> nor og:title repeats is believed only where these name no notice.
    _, told_so, node = best
    lone = node.tag == "h1" and len(root.css("h1")) == 1
    return node if told_so or lone or not (meta.headline or len(meta.titles) > 1) else None


def _is_aside(node: LexborNode, known: dict[int, bool]) -> bool:
    if node.mem_id not in known:
        known[node.mem_id] = node.tag in {"nav", "aside", "footer"} or (
            node.tag not in {"body", "form"} and says_aside(marks(node))
        )
    return known[node.mem_id]


def _candidates(root: LexborNode) -> Iterable[LexborNode]:
    yield from root.css("h1,h2,h3,[itemprop=headline]")
    for node in root.css(
        "div[class],span[class],p[class],td[class],a[class],div[id],span[id],h4[class],h5[class]"
    ):
        if says_title(marks(node)):
            yield node


def _only_link(node: LexborNode) -> bool:
    links = node.css("a[href]")
    if node.tag == "a":
        return True
    return len(links) == 1 and len(tidy(links[0].text())) >= 0.9 * len(tidy(node.text()))


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", fold_tone(tidy(text)).casefold()).strip()


def around(title: LexborNode | None, body: LexborNode) -> LexborNode:
    """The smallest element around headline and text; around the text alone, its parent."""
    if title is None:
        return body.parent if body.parent is not None and body.tag != "body" else body
    above = {node.mem_id for node in ancestors(title)}
    line = ancestors(body)
    both = next((node for node in line if node.mem_id in above), line[-1])
    if both.mem_id == body.mem_id and both.parent is not None and both.tag != "body":
        return both.parent
    return both
