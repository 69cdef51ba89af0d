"""The element that holds a notice's text, found without knowing the site.

One walk weighs every element by the prose in it: characters of blocks that read as paragraphs, not as links.
Repeated blocks of link and summary (other news), and what a class calls an aside, weigh nothing. From the top
the way goes down into the heaviest child for as long as that holds nearly all, and the class that a CMS gives
its text ("article__body", "noidung") is believed where it holds a good part.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.page.dump_lines import says_imprint, words
from parsers.page.html_marks import marks, marks_among, says_aside, says_body
from parsers.page.html_tree import BLOCKS

_LEAST = 40
"""Characters from which a block counts as prose."""
_NEARLY_ALL, _GOOD_PART = 0.75, 0.4
_LINKED = 0.6
"""A block is a link, not prose, from this share of linked characters on."""
_ITEM = 700
"""An item of a list of news has no more prose than this."""
_TEXT_TAGS = words("p span font b strong em i li td th tr tbody blockquote center u h1 h2 h3 h4 h5 h6 a")


@dataclass(slots=True)
class _Open:
    """An element on the way down, and what was met in it so far."""

    node: LexborNode
    at: int
    """Its `mem_id`."""
    kind: str
    aside: bool
    link: bool
    weight: int = 0
    chars: int = 0
    linked: int = 0
    links: int = 0
    first: str = ""
    """Its first words."""
    items: dict[str, list[int]] | None = None
    """Weights of the repeated blocks in it, by their kind."""
    heaviest: LexborNode | None = None
    heaviest_weight: int = 0


@dataclass(slots=True)
class _Weights:
    """Prose by `mem_id`, the heaviest child of each, and the elements with a class that says "text"."""

    weight: dict[int, int] = field(default_factory=dict)
    heaviest: dict[int, LexborNode] = field(default_factory=dict)
    named: list[tuple[int, LexborNode]] = field(default_factory=list)


def find_body(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the text, or None where the page has no prose."""
    root = tree.body
    if root is None:
        return None
    weights = _weigh(root)
    total = weights.weight.get(root.mem_id, 0)
    if not total:
        return _named_body(root)
    node = _descend(root, weights)
    weight = weights.weight[node.mem_id]
    named = [
        (depth, each)
        for depth, each in weights.named
        if weights.weight.get(each.mem_id, 0) >= _GOOD_PART * max(weight, total)
    ]
    if named:
        most = max(weights.weight[each.mem_id] for _, each in named)
        # Of those that hold about as much, the innermost.
        _, node = max(
            ((depth, each) for depth, each in named if weights.weight[each.mem_id] >= 0.9 * most),
            key=lambda found: found[0],
        )
        node = _descend(node, weights) if node.tag == "body" else node
    return _container(node)


def _descend(node: LexborNode, weights: _Weights) -> LexborNode:
    while True:
        child = weights.heaviest.get(node.mem_id)
        if child is None or weights.weight[child.mem_id] < _NEARLY_ALL * weights.weight[node.mem_id]:
            return node
        node = child


def _container(node: LexborNode) -> LexborNode:
    """A lone paragraph is held by its parent; a cell that lays out the page holds its text itself."""
    while node.tag in _TEXT_TAGS and node.parent is not None and node.parent.tag not in {"html", None}:
        if node.tag == "td" and not _data_cell(node):
            break
        node = node.parent
    return node


def _data_cell(cell: LexborNode) -> bool:
    row = cell.parent
    return row is not None and len(row.css("td")) > 2 and len(cell.text(deep=True)) < 400


def _named_body(root: LexborNode) -> LexborNode | None:
    found = [node for node in root.css("[class],[id]") if says_body(marks(node))]
    return max(found, key=lambda node: len(node.text()), default=None)


def _weigh(root: LexborNode) -> _Weights:
    found = _Weights()
    top = _Open(root, root.mem_id, "", False, False)
    stack = [top]
    nodes = root.traverse(include_text=True)
    next(nodes)  # the root itself
    for node in nodes:
        parent = node.parent
        inside = parent.mem_id if parent is not None else 0
        while top.at != inside and len(stack) > 1:
            stack.pop()
            _close(top, stack[-1], found)
            top = stack[-1]
        text = node.text_content  # None for what is no text
        if text is not None:
            if size := len(text.strip()):
                top.chars += size
                top.first = top.first or text
                if top.link:
                    top.linked += size
            continue
        tag = node.tag
        if tag != "br" and node.is_element_node:
            top = _opened(node, tag or "", top, len(stack), found)
            stack.append(top)
    while len(stack) > 1:
        top = stack.pop()
        _close(top, stack[-1], found)
    _settle(stack[0])
    _note(stack[0], found)
    return found


def _opened(node: LexborNode, tag: str, above: _Open, depth: int, found: _Weights) -> _Open:
    kind, aside = tag, above.aside
    if attributes := node.attributes:
        named = marks_among(attributes)
        kind = f"{tag} {named}"
        # Page builders wrap whole pages in forms and "has-sidebar" bodies: those two are never asides.
        aside = aside or (len(named) > 1 and tag not in {"body", "form"} and says_aside(named))
        if says_body(named) or attributes.get("itemprop") == "articleBody":
            found.named.append((depth, node))
    return _Open(
        node, node.mem_id, kind, aside or tag in {"nav", "aside", "footer"}, above.link or tag == "a"
    )


def _close(top: _Open, above: _Open, found: _Weights) -> None:
    if (top.node.tag or "") not in BLOCKS:
        # Inline: its characters belong to the block around it; what blocks it held keep their weight.
        above.chars += top.chars
        above.first = above.first or top.first
        above.linked += top.linked
        above.links += top.links
        weight = top.weight
    else:
        _settle(top)
        above.links += top.links
        weight = 0 if top.aside else top.weight
        if top.links and 0 < weight <= _ITEM:
            above.items = above.items or {}
            above.items.setdefault(top.kind, []).append(weight)
    top.weight = weight
    _note(top, found)
    above.weight += weight
    if weight > above.heaviest_weight:
        above.heaviest, above.heaviest_weight = top.node, weight


def _settle(top: _Open) -> None:
    """Take the block's own characters as prose or as a link, and repeated items out."""
    if top.chars and top.linked >= _LINKED * top.chars:
        top.links += 1
    elif top.chars >= _LEAST and not says_imprint(top.first[:200].strip()):
        top.weight += top.chars
    for weights in (top.items or {}).values():
        if len(weights) >= 3:
            top.weight -= sum(weights)
            top.links = 0


def _note(top: _Open, found: _Weights) -> None:
    if top.weight > 0:
        found.weight[top.at] = top.weight
    if top.heaviest is not None and top.heaviest_weight <= top.weight:
        found.heaviest[top.at] = top.heaviest
