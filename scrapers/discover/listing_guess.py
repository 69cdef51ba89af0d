"""A listing read without selectors: the repeated blocks of link, title, date and summary.

Links of one kind share their place: the tags and classes of the elements around them. Of all groups of links
that do, the listing is the one whose titles read like headlines and whose blocks show dates and summaries;
menus have short titles and no dates, boxes of other news stand in asides or are smaller. A block reaches as
far up as it holds no second item.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.page.dump_lines import words
from parsers.page.html_marks import marks, says_aside
from parsers.page.html_tree import ancestors
from parsers.text import tidy
from scrapers.discover.listing_entry import Entry, read_entry, says_more, title_of
from scrapers.fetch.urls import UnusableUrlError, canonical_url, host_key

_LEVELS = 3
"""Elements above a link that make its place."""
_FEWEST_WORDS = 4
_HEADLINE_WORDS, _BARE_HEADLINE_WORDS = 6.0, 8.0
"""Words of a title on average where a listing shows no dates: with summary, heading or picture, and bare."""
_MOST_LINKS = 5_000
_FOLLOWING = 8
"""Elements behind a heading that may belong to its item, where items have no element of their own."""
_BESIDE = 3
_LISTS = frozenset(["ul", "ol", "table"])
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5"])


@dataclass(frozen=True, slots=True)
class _Link:
    node: LexborNode
    url: str
    title: str
    line: tuple[LexborNode, ...]
    """The link and all above it, innermost first."""

    @property
    def short(self) -> bool:
        """Whether the title alone would not tell a headline from a menu's entry."""
        return len(self.title.split()) < _FEWEST_WORDS

    @property
    def holder(self) -> int:
        """`mem_id` of the list or table that it stands in; 0 where it stands in none."""
        return next((node.mem_id for node in self.line if node.tag in _LISTS), 0)

    @property
    def place(self) -> str:
        return "<".join(_kind(node) for node in self.line[1 : 1 + _LEVELS])


def _kind(node: LexborNode) -> str:
    """Tag and classes, without what only tells one item from another (numbers, first, last, odd, even)."""
    names = (node.attributes.get("class") or "").lower().split()
    kept = [n for n in names if not any(c.isdigit() for c in n) and n not in _POSITION]
    return ".".join([node.tag or "", *sorted(kept)])


_POSITION = words("first last odd even active current alt item-first item-last clearfix lastitem")


class _Group:
    """Links of one place, or of one list alone (`within`), each with the blocks that show its item."""

    def __init__(self, links: Sequence[_Link], within: int | None = None) -> None:
        self.links = links
        self.within = within
        shared = _shared([link.line for link in links])
        self.holder = shared
        self.blocks = [self._blocks(i) for i in range(len(links))]

    def _blocks(self, at: int) -> list[LexborNode]:
        link = self.links[at]
        others = {
            node.mem_id for i in (at - 1, at + 1) if 0 <= i < len(self.links) for node in self.links[i].line
        }
        block = _single(link) if len(self.links) == 1 else _alone(link, others)
        blocks = [block]
        if len(tidy(block.text())) <= len(link.title) + 5:  # a heading alone: what follows belongs to it
            node: LexborNode | None = block.next
            while node is not None and len(blocks) <= _FOLLOWING and node.mem_id not in others:
                if node.tag in _HEADINGS and block.tag in _HEADINGS:
                    break
                if node.is_element_node:
                    blocks.append(node)
                node = node.next
        return blocks

    @cached_property
    def entries(self) -> list[Entry]:
        return [
            read_entry(link.url, link.title, blocks)
            for link, blocks in zip(self.links, self.blocks, strict=True)
        ]

    @cached_property
    def dated(self) -> float:
        return sum(entry.day is not None for entry in self.entries) / len(self.entries)

    @cached_property
    def words(self) -> float:
        return sum(len(link.title.split()) for link in self.links) / len(self.links)

    @cached_property
    def aside(self) -> bool:
        return any(
            node.tag in {"nav", "aside", "footer"}
            or (node.tag not in {"body", "form"} and says_aside(marks(node)))
            for node in self.links[0].line[1:]
        )

    @cached_property
    def told(self) -> float:
        return sum(bool(entry.summary) for entry in self.entries) / len(self.entries)

    @cached_property
    def headed(self) -> bool:
        return any(node.tag in _HEADINGS for node in self.links[0].line[:4])

    @cached_property
    def pictured(self) -> bool:
        """Whether most items show a picture, as entries of menus do not."""
        shown = sum(any(block.css_first("img") is not None for block in blocks) for blocks in self.blocks)
        return shown >= 0.5 * len(self.blocks)

    @cached_property
    def score(self) -> float:
        weight: float = math.pow(min(len(self.links), 30), 0.7) * min(self.words, 14.0)
        return weight * (1 + 2 * self.dated + self.told + 0.5 * self.headed) * (0.25 if self.aside else 1.0)

    def credible(self, host: str) -> bool:
        """Whether it may be a listing of `host` at all: dates, or titles as long as headlines are."""
        if sum(host_key(link.url) == host for link in self.links) < 0.5 * len(self.links):
            return False  # links to other bodies' sites
        if len(self.links) == 1:
            return self.dated == 1 and bool(self.entries[0].summary) and not self.aside
        told = self.told >= 0.5 or self.headed or self.pictured
        return self.dated >= 0.5 or (
            len(self.links) >= 3
            and not self.aside
            and self.words >= (_HEADLINE_WORDS if told else _BARE_HEADLINE_WORDS)
        )


def _alone(link: _Link, others: set[int]) -> LexborNode:
    """The block of one item of several: as far up as no other's link lies in it."""
    block = link.node
    for node in link.line:
        if node.mem_id in others or node.tag == "body":
            break
        block = node
    return block


def _single(link: _Link) -> LexborNode:
    """The block of a lone item: up to the first element around it that says more than its title."""
    for node in link.line:
        if len(tidy(node.text())) > len(link.title) + 30:
            return node
    return link.node


def _shared(lines: Sequence[Sequence[LexborNode]]) -> LexborNode | None:
    """The innermost element around all."""
    common = {node.mem_id for node in lines[0][1:]}
    for line in lines[1:]:
        common &= {node.mem_id for node in line}
    return next((node for node in lines[0][1:] if node.mem_id in common), None)


@dataclass(frozen=True, slots=True)
class Guess:
    """The items found, in the page's order, and how many had no address that can be followed."""

    entries: tuple[Entry, ...] = ()
    unusable: int = 0


def guess_listing(tree: LexborHTMLParser, base: str, url: str) -> Guess:
    """The items of the listing that a page shows; none where nothing on it reads like one."""
    links, unusable = _title_links(tree, base, url)
    places: dict[str, list[_Link]] = {}
    for link in links:
        if not link.short:
            places.setdefault(link.place, []).append(link)
    host = host_key(url)
    groups = [group for each in places.values() for group in _groups(each, host)]
    if not groups:
        return Guess((), unusable)
    best = max(groups, key=lambda group: group.score)
    alike = [link for link in links if link.place == best.links[0].place]
    whole = [link for link in alike if best.within in (None, link.holder)]
    if len(whole) > len(best.links):  # titles of two or three words, told by the place of the others
        groups.remove(best)
        best = _Group(whole, best.within)
    members = [best, *(group for group in groups if group is not best and _beside(group, best))]
    order = {link.node.mem_id: i for i, link in enumerate(links)}
    found = sorted(
        ((order[link.node.mem_id], entry) for group in members for link, entry in _read(group)),
        key=lambda pair: pair[0],
    )
    return Guess(tuple({entry.url: entry for _, entry in reversed(found)}.values())[::-1], unusable)


def _groups(links: Sequence[_Link], host: str) -> list[_Group]:
    """The credible groups of one place: all its links, else those of each list, where a menu looks alike."""
    if (whole := _Group(links)).credible(host):
        return [whole]
    lists: dict[int, list[_Link]] = {}
    for link in links:
        lists.setdefault(link.holder, []).append(link)
    parts = (_Group(each, within) for within, each in lists.items()) if len(lists) > 1 else ()
    return [group for group in parts if group.credible(host)]


def _read(group: _Group) -> Iterable[tuple[_Link, Entry]]:
    return zip(group.links, group.entries, strict=True)


def _beside(group: _Group, best: _Group) -> bool:
    """Whether a smaller group belongs to the listing: a leading item in a layout of its own."""
    if group.aside != best.aside or best.holder is None or group.dated < min(0.5, best.dated):
        return False
    inside = {node.mem_id for node in group.links[0].line}
    if any(block.mem_id in inside for blocks in best.blocks for block in blocks):
        return False  # a section's name within an item
    if best.holder.mem_id in inside:
        return True
    parent = best.holder.parent
    return (
        len(group.links) <= _BESIDE < len(best.links)
        and parent is not None
        and parent.tag not in {"body", "html", "td", "tr", "form"}
        and parent.mem_id in inside
    )


def _title_links(tree: LexborHTMLParser, base: str, url: str) -> tuple[list[_Link], int]:
    found: dict[str, _Link] = {}
    unusable = 0
    own = urlsplit(url).path.rstrip("/")
    for node in tree.css("a[href]")[:_MOST_LINKS]:
        title = title_of(node)
        if not title or title.isdecimal() or says_more(title):
            continue
        href = (node.attributes.get("href") or "").strip()
        try:
            goal = canonical_url(href, base)
        except UnusableUrlError:
            unusable += href.lower().startswith("javascript:") and "#" not in href
            continue
        if (
            href.startswith("#")
            or goal == url
            or (urlsplit(goal).path.rstrip("/") in {"", own} and not urlsplit(goal).query)
        ):
            continue
        line = tuple(ancestors(node))
        known = found.get(goal)
        # An item linked twice (picture and headline) is read where its title is longer.
        longer = known is not None and len(title) > len(known.title)
        if known is None or (longer and (known.short or _same_item(known, line))):
            found.pop(goal, None)
            found[goal] = _Link(node, goal, title, line)
    return list(found.values()), unusable


def _same_item(known: _Link, line: Sequence[LexborNode]) -> bool:
    near = {node.mem_id for node in known.line[:5]}
    return any(node.mem_id in near for node in line[:5]) and len(known.title.split()) < _HEADLINE_WORDS
