"""Where on a page the headline, the text and the posting date stand, found without knowing the site.

The text is the smallest element that holds most of the page's prose, or one whose class says so. The
headline is a heading that `<title>` repeats. What belongs to both is looked for in the smallest element
around both, so that clocks of the site's header and dates of other news stay outside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.dump_head import is_furnishing
from parsers.dump_lines import make_line
from parsers.html_meta import Meta
from parsers.html_tree import ancestors, marks
from parsers.text import fold_tone, tidy

_BODY_CLASS = re.compile(
    r"articlebody|article[-_]{1,2}(?:body|content|detail)|cms-body|(?:news|detail|entry|post|content|"
    r"main)[-_](?:content|body|detail|text)\b|"
    r"content[-_]?(?:detail|news|article)|journal-content-article|externalclass|rtestate-field|"
    r"ms-rtefield|detailcontent|newscontent|"
    r"noi-?dung|chi-?tiet|bodytext|fck_detail|the-article-body|knc-content|\bcontent\b|single-content|"
    r"field-name-body|item-page"
)
_ASIDE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:related|relate|lien-?quan|tin-?khac|tin-?lien|other|others|newer|older|older-?news|"
    r"sidebar|aside|menu|nav|navbar|navigation|"
    r"footer|foot|header|banner|breadcrumb|comment|comments|share|social|tag|tags|poll|counter|stat|"
    r"widget|most|popular|latest|ads)(?:$|[\s_\d-])"
)
_TITLE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:title|headline|tieu-?de|tieude|tde|title-?detail|detail-?title|news-?title|"
    r"entry-?title|post-?title|article-?title|title-?news)(?:$|[\s_\d-])"
)
_LEAST = 40
"""Characters from which a block counts as prose."""
_MOST_OF_IT = 0.75


def find_body(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the text, or None where the page has no prose."""
    root = tree.body
    if root is None:
        return None
    weight: Counter[int] = Counter()
    nodes: dict[int, LexborNode] = {}
    depth: dict[int, int] = {}
    aside: dict[int, bool] = {}
    for block in root.css("p,div,td,li,span,font,article,section,blockquote,b,strong,em,i,h2,h3,center"):
        size = len(block.text(deep=False).strip())
        if size < _LEAST or block.tag in {"h2", "h3"}:
            continue
        line = ancestors(block)
        if any(_is_aside(node, aside) for node in line):
            continue
        for level, node in enumerate(reversed(line)):
            weight[node.mem_id] += size
            nodes[node.mem_id] = node
            depth[node.mem_id] = level
    total = weight[root.mem_id]
    if not total:
        return _named_body(root)
    named = [
        key
        for key, node in nodes.items()
        if _BODY_CLASS.search(marks(node)) or node.attributes.get("itemprop") == "articleBody"
    ]
    holders = [key for key in named if weight[key] >= 0.4 * total] or [
        key for key in nodes if weight[key] >= _MOST_OF_IT * total
    ]
    best = max(weight[key] for key in holders)
    # Of those that hold about as much, the innermost container; a lone paragraph is held by its parent.
    key = max((k for k in holders if weight[k] >= 0.9 * best), key=lambda k: depth[k])
    node = nodes[key]
    while (
        node.tag in {"p", "span", "font", "b", "strong", "em", "i", "li", "td", "blockquote", "center"}
        and node.parent is not None
    ):
        if node.tag == "td" and not key_cell(node):
            break
        node = node.parent
    return node


def key_cell(cell: LexborNode) -> bool:
    """Whether a table cell is one of a table of data, so that the table and not the cell is the text."""
    row = cell.parent
    return row is not None and len(row.css("td")) > 2 and len(cell.text(deep=True)) < 400


def _is_aside(node: LexborNode, known: dict[int, bool]) -> bool:
    if node.mem_id not in known:
        known[node.mem_id] = node.tag in {"nav", "aside", "footer"} or (
            node.tag not in {"body", "form"} and bool(_ASIDE_CLASS.search(marks(node)))
        )
    return known[node.mem_id]


def _named_body(root: LexborNode) -> LexborNode | None:
    found = [node for node in root.css("[class],[id]") if _BODY_CLASS.search(marks(node))]
    return max(found, key=lambda node: len(node.text()), default=None)


def find_title(tree: LexborHTMLParser, meta: Meta) -> LexborNode | None:
    """The element that shows the headline, or None."""
    root = tree.body
    if root is None:
        return None
    told = _folded(f"{meta.title} {meta.headline or ''}")
    aside: dict[int, bool] = {}
    best: tuple[int, bool, LexborNode] | None = None
    for node in _candidates(root):
        text = tidy(node.text())
        if not 8 <= len(text) <= 400:
            continue
        line = make_line(text)
        folded = _folded(text)
        told_so = len(folded) > 12 and folded in told
        cut = len(folded) > 30 and folded[:30] in told
        rank = 4 if told_so else 2 if cut else 0
        rank += {"h1": 3, "h2": 1}.get(node.tag or "", 0)
        if node.attributes.get("itemprop") == "headline" or _TITLE_CLASS.search(marks(node)):
            rank += 1
        if folded == _folded(meta.site or "") or is_furnishing(line) or _only_link(node):
            rank -= 6
        if any(_is_aside(each, aside) for each in ancestors(node)[1:]):
            rank -= 4
        if rank > 0 and (best is None or rank > best[0]):
            best = (rank, told_so or cut, node)
    if best is None:
        return None
    # A heading that neither <title> nor og:title repeats is believed only where these name no notice.
    _, told_so, node = best
    lone = node.tag == "h1" and len(root.css("h1")) == 1
    return node if told_so or lone or not (meta.headline or len(meta.titles) > 1) else None


def _candidates(root: LexborNode) -> Iterable[LexborNode]:
    yield from root.css("h1,h2,h3,[itemprop=headline]")
    for node in root.css(
        "div[class],span[class],p[class],td[class],a[class],div[id],span[id],h4[class],h5[class]"
    ):
        if _TITLE_CLASS.search(marks(node)):
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
