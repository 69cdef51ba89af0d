"""Markup of a page to a `Page`: found in lexbor's tree, finished like a plain-text dump.

A layout's selectors go first; what they leave open, the generic reader fills. Whatever has no article at all
is read as the lines that a browser would show.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.notice import Attachment
from parsers.page.dump_byline import bare_byline, clean_author, labelled_byline
from parsers.page.dump_foot import read_foot
from parsers.page.dump_head import is_furnishing, is_furniture
from parsers.page.dump_lines import Line, few, is_related_heading, make_line
from parsers.page.dump_page import read_lines
from parsers.page.dump_posted import read_stamp
from parsers.page.html_body import find_body
from parsers.page.html_find import around, find_title
from parsers.page.html_marks import marks_among, says_author
from parsers.page.html_meta import Meta, read_meta
from parsers.page.html_parts import find_lead, find_section
from parsers.page.html_posted import Surroundings, read_posted
from parsers.page.html_text import attachments, paragraphs
from parsers.page.html_tree import block_lines, parse, take_out
from parsers.page.layout import Layout
from parsers.page.record import Page
from parsers.text import tidy

_LONGEST_NAME = 150
_HEADLINE_WORDS, _CLOSE = 4, 4
_SIGNED_WITHIN, _OPENING_LINES = 4, 12
_ABOVE, _BELOW = 50, 12
"""Lines around headline and text among which a posting date is looked for."""


def read_html(text: str, *, url: str | None = None, layout: Layout | None = None) -> Page:
    """Read markup. `url` resolves links; raises nothing on broken markup."""
    tree = parse(text)
    meta = read_meta(tree, text, url)
    layout = layout or Layout()
    take_out(node for selector in layout.remove for node in tree.css(selector))
    base = url or meta.canonical
    body = _select(tree, layout.body) or find_body(tree)
    title = _select(tree, layout.title) or find_title(tree, meta, body)
    told = meta.headline or _piece(meta)
    if body is None or (title is None and told is None and not layout.body):
        return _as_lines(tree, body, meta, base)
    scope = around(title, body)
    before, after = _surroundings(scope, body)
    shown = tidy(title.text()) if title else told
    author, source = _author(tree, layout, scope)
    lines, inner = _body_lines(body, before, shown)
    dated = _dated_below(lines)
    foot = read_foot(lines)
    near = Surroundings(scope, shown, before + (inner or _opening(body)), after, dated or foot.published)
    posted = read_posted(tree, layout.published, near, meta)
    return Page(
        title=shown,
        published=posted.day,
        author=author or foot.author or _signed(after) or source or meta.author,
        body="\n".join(foot.body),
        attachments=_attachments(tree, layout, scope, base),
        canonical_url=meta.canonical,
        source_label=_label(meta, shown, before),
        posted_at=posted.at,
        updated=posted.updated,
        lead=find_lead(scope, foot.body, meta),
        section=find_section(tree, meta, shown),
    )


def _select(tree: LexborHTMLParser, selectors: tuple[str, ...]) -> LexborNode | None:
    return next((node for selector in selectors for node in tree.css(selector) if node.text().strip()), None)


def _as_lines(tree: LexborHTMLParser, body: LexborNode | None, meta: Meta, url: str | None) -> Page:
    """A page whose head names no notice, read as lines: those around its text, else all."""
    root = tree.body
    near = around(None, body) if body is not None else None
    if root and body and near and near.mem_id != root.mem_id and _worded_above(near, body):
        root = near
    texts = [text for _, text in block_lines(root)] if root is not None else []
    lines = [make_line(text) for text in few(texts)]
    page = read_lines(lines)
    return Page(
        title=page.title or meta.headline,
        published=page.published or meta.published,
        author=page.author or meta.author,
        body=page.body,
        attachments=attachments(root, url) if root is not None else (),
        canonical_url=meta.canonical,
        source_label=page.source_label or meta.site or meta.title or None,
    )


def _worded_above(scope: LexborNode, body: LexborNode) -> bool:
    """Whether something that may be a headline stands right above the text."""
    above = takewhile(lambda line: line[0] != body.mem_id or line[1], _around(scope, body))
    near = [make_line(text) for _, text in deque(above, _CLOSE)]
    return any(line.words >= _HEADLINE_WORDS and not is_furniture(line) for line in near)


def _surroundings(scope: LexborNode, body: LexborNode) -> tuple[list[Line], list[Line]]:
    """The lines of `scope` before and behind the text."""
    before: list[str] = []
    after: list[str] = []
    side = before
    for owner, text in _around(scope, body):
        if owner == body.mem_id and not text:
            side = after
        else:
            side.append(text)
    return [make_line(text) for text in before[-_ABOVE:]], [make_line(text) for text in after[:_BELOW]]


def _around(scope: LexborNode, body: LexborNode) -> Iterator[tuple[int, str]]:
    """The lines of `scope`; the text is one of them, with nothing in it."""
    return block_lines(scope, frozenset([body.mem_id]))


def _body_lines(body: LexborNode, before: list[Line], title: str | None) -> tuple[list[Line], list[Line]]:
    """The text's lines, with a lead that stands above it, and the lines of its head."""
    lines = [make_line(text) for text in few(paragraphs(body))]
    head: list[Line] = []
    at = next((i for i, line in enumerate(lines[:40]) if line.text == title), None)
    if at is not None:
        head, lines = lines[: at + 1], lines[at + 1 :]
    while lines and (read_stamp(lines[0]) or is_furniture(lines[0])):
        head.append(lines.pop(0))
    named = next((i for i, line in enumerate(before) if line.text == title), len(before))
    lead = [
        line
        for line in before[named + 1 :]
        if line.words >= 14 and not is_furniture(line) and not read_stamp(line)
    ]
    shown = {line.text for line in lines}
    return [line for line in lead if line.text not in shown] + lines, head


def _author(tree: LexborHTMLParser, layout: Layout, scope: LexborNode) -> tuple[str | None, str | None]:
    """(author, source) that elements made for them show."""
    chosen = _select(tree, layout.author)
    if chosen is not None:
        return clean_author(tidy(chosen.text())), None
    source: str | None = None
    for node in scope.css("[rel=author],[itemprop=author],[class],[id]"):
        attributes = node.attributes
        known = "author" in (attributes.get("rel"), attributes.get("itemprop"))
        if not known and not says_author(marks_among(attributes)):
            continue
        text = tidy(node.text())
        if label := labelled_byline(text):
            if not label[1]:
                return label[0], source
            source = source or label[0]
        elif text and (name := bare_byline(text)):
            return name, source
    return None, source


def _opening(body: LexborNode) -> list[Line]:
    """What stands in the body's element above its prose, be it noise: headline and date may lie there."""
    lines: list[Line] = []
    for _, text in block_lines(body):
        line = make_line(text)
        if line.prose or len(lines) >= _OPENING_LINES:
            break
        lines.append(line)
    return lines


def _dated_below(lines: list[Line]) -> date | None:
    """The posting date in the text's last lines, which are taken off it."""
    day: date | None = None
    while len(lines) > 1 and (stamp := read_stamp(lines[-1])) and stamp.labelled and not stamp.clock:
        day = stamp.day
        lines.pop()
    return day


def _signed(after: Sequence[Line]) -> str | None:
    """The author that a line right behind the text names, labelled or the very first."""
    labels = [label for line in after[:_SIGNED_WITHIN] if (label := labelled_byline(line.text))]
    if author := next((name for name, source in labels if not source), None):
        return author
    first = after[0] if after and not _is_site(after[0]) else None
    bare = bare_byline(first.text) if first is not None and first.words > 1 else None
    return bare or next((name for name, _ in labels), None)


def _is_site(line: Line) -> bool:
    """Whether a line is the site's own: a tool, a section, the heading of other news."""
    return is_furniture(line) or is_furnishing(line) or is_related_heading(line)


def _piece(meta: Meta) -> str | None:
    """The piece of `<title>` that names a notice rather than a site or a section."""
    pieces = [make_line(piece) for piece in meta.titles if piece != meta.site]
    named = [line.text for line in pieces if line.words >= 5 and not is_furnishing(line)]
    return max(named, key=len, default=None) if len(pieces) > 1 or meta.site else None


def _attachments(
    tree: LexborHTMLParser, layout: Layout, scope: LexborNode, url: str | None
) -> tuple[Attachment, ...]:
    found = {
        file.url: file
        for selector in layout.attachments
        for node in tree.css(selector)
        for file in attachments(node.parent if node.tag == "a" and node.parent is not None else node, url)
    }
    return tuple(found.values()) or attachments(scope, url)


def _label(meta: Meta, title: str | None, before: list[Line]) -> str | None:
    """The site's name and the kicker above the headline, which tell whose page it is."""
    rest = [piece for piece in meta.titles if title is None or (piece not in title and title not in piece)]
    kicker = [line.text for line in before[-6:] if line.text.endswith(":") and line.words <= 12]
    name = meta.site or (rest[-1] if rest and len(meta.titles) > 1 else meta.title if rest else None)
    return " ".join([*([name] if name and len(name) <= _LONGEST_NAME else []), *kicker]) or None
