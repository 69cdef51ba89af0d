"""The tree of a page, parsed once by lexbor, and what is bounded before it is.

HTML5's error recovery looks through the stack of open elements at every tag, so nesting costs its square; a
page's own depth is some dozens. Deeper tags and what lies beyond 2 MB or 18,000 tags are left out before
parsing: no notice is lost, and no page can stall a crawl.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.page.dump_lines import words

LONGEST = 2_000_000
"""Characters of a page that are read, pictures that stand in its markup not counted."""
MOST_TAGS = 18_000
"""Tags of a page that are read; large pages have some thousands. With `LONGEST` and `DEEPEST` this keeps any
page within 2 s of an ordinary core and 200 MB.
"""
DEEPEST = 256
"""Open elements beyond which further ones are ignored."""

_FEW_TAGS = 4_000
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,20})\b[^<>]{0,5000}>")
_PICTURE = re.compile(r"data:[a-z/+.-]{3,40};base64,[A-Za-z0-9+/=\s]{1,20000000}")
# Elements that hold nothing, or that the next of their kind closes: they do not deepen the tree.
_FLAT = words(
    "area base br col embed hr img input link meta param source wbr "
    "p li td th tr dt dd option tbody thead tfoot html head body "
)
_MARKUP = re.compile(
    r"</?(?:!doctype html|html|body|head|div|p|table|span|h[1-6]|article|section|ul|br|meta|td|"
    r"font)\b[^<>]{0,3000}>",
    re.IGNORECASE,
)
_DEAD = "body title,script,style,noscript,iframe,template,svg,math,select,textarea,button,object"
BLOCKS = words(
    "p div h1 h2 h3 h4 h5 h6 li ul ol table tr td th br hr "
    "section article header footer main aside nav blockquote figure figcaption "
    "form center dl dt dd pre tbody thead caption address fieldset body "
)


def is_html(text: str) -> bool:
    """Whether a text is markup rather than a plain-text dump."""
    return len(_MARKUP.findall(text[:20_000])) >= 2


def parse(text: str) -> LexborHTMLParser:
    """The tree of a page, without scripts, styles and form controls."""
    if len(text) > LONGEST // 4 and ";base64," in text:
        text = _PICTURE.sub("data:,", text)
    text = text[:LONGEST]
    tags = text.count("<")
    if tags > MOST_TAGS:
        text = "<".join(text.split("<", MOST_TAGS)[:-1])
    if tags > _FEW_TAGS:
        text = _shallow(text)
    tree = LexborHTMLParser(text)
    take_out(tree.css(_DEAD))
    return tree


def take_out(nodes: Iterable[LexborNode]) -> None:
    """Destroy elements with all they hold.

    One inside another goes with it: lexbor would free its memory twice if it were named again.
    """
    doomed = {node.mem_id: node for node in nodes}
    outermost = [
        node for node in doomed.values() if not any(above.mem_id in doomed for above in ancestors(node)[1:])
    ]
    for node in outermost:
        node.decompose()


def _shallow(text: str) -> str:
    depth = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth
        if match[2].lower() in _FLAT or match[0].endswith("/>"):
            return match[0]
        if match[1]:
            depth = max(0, depth - 1)
            return match[0] if depth < DEEPEST else ""
        depth += 1
        return match[0] if depth <= DEEPEST else ""

    return _TAG.sub(keep, text)


_NONE: frozenset[int] = frozenset()


def block_lines(
    root: LexborNode, marked: frozenset[int] = _NONE, without: frozenset[int] = _NONE
) -> Iterator[tuple[int, str]]:
    """The text of `root` as lines, one for each block: (`mem_id` of the block around it, text).

    An element of `marked` gives one line, (its `mem_id`, ""), instead of its text; one of `without` nothing.
    """
    owner = root.mem_id
    owners = {owner: owner}  # by element: the innermost block that holds its text; 0 where none is read
    parts: list[str] = []
    nodes = root.traverse(include_text=True)
    next(nodes)  # the root itself
    for node in nodes:
        parent = node.parent
        around = owners.get(parent.mem_id, owner) if parent is not None else owner
        text = node.text_content  # None for what is no text
        if not around:
            if text is None:
                owners[node.mem_id] = 0
            continue
        if text is not None:
            if around != owner:
                if line := " ".join("".join(parts).split()):
                    yield owner, line
                parts, owner = [], around
            parts.append(text)
            continue
        at = node.mem_id
        block, skipped = node.tag in BLOCKS, at in marked or at in without
        owners[at] = 0 if skipped else at if block else around
        if not block and at not in marked:
            continue
        if line := " ".join("".join(parts).split()):
            yield owner, line
        parts, owner = [], around
        if at in marked:
            yield at, ""
    if line := " ".join("".join(parts).split()):
        yield owner, line


def ancestors(node: LexborNode) -> list[LexborNode]:
    """The element itself and all above it, innermost first."""
    line: list[LexborNode] = []
    at: LexborNode | None = node
    while at is not None and at.tag not in {"html", "-undef", "#document"} and len(line) <= 2 * DEEPEST:
        line.append(at)
        at = at.parent
    return line
