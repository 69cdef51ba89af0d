"""The way from one page of a listing to the next, found without selectors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.page.html_marks import marks
from parsers.page.html_tree import ancestors
from parsers.text import tidy
from scrapers.fetch.urls import UnusableUrlError, canonical_url

_NEXT = re.compile(
    r"(?:trang |xem )?(?:tiếp(?: theo)?|sau|kế(?: tiếp)?|next(?: page)?|older(?: posts)?|cũ hơn)?"
    r"\s{0,2}[›»>→]{0,2}$",
    re.IGNORECASE,
)
# Said in full, these lead on wherever they stand; "»" and "tiếp" only within a pager.
_NEXT_PAGE = re.compile(
    r"(?:xem )?trang (?:tiếp(?: theo)?|sau|kế(?: tiếp)?)\s{0,2}[›»>→]{0,3}$|next page|older posts",
    re.IGNORECASE,
)
_LAST = re.compile(r"(?:cuối|last)", re.IGNORECASE)
_PAGER = re.compile(r"pag(?:er|ing|ination|inate|enav|es?\b)|phan-?trang|page-?numbers?|generate_page")
_CURRENT = re.compile(r"(?:^|[\s_-])(?:active|current|selected|on)(?:$|[\s_-])")
_MOST_LINKS = 3_000


@dataclass(frozen=True, slots=True)
class Paging:
    """`next`: the following page's canonical URL; `parameter`: the query parameter that numbers the pages."""

    next: str | None = None
    parameter: str | None = None


def find_paging(tree: LexborHTMLParser, base: str, url: str) -> Paging:
    """How the listing at `url` goes on: a link that says "next", else the number after the current page's."""
    for link in tree.css('a[rel~="next"],link[rel~="next"]'):
        if goal := _goal(link, base, url):
            return Paging(goal, _parameter(goal, url))
    numbers: dict[int, str] = {}
    said: str | None = None
    for link in tree.css("a[href]")[:_MOST_LINKS]:
        text = tidy(link.text()) or tidy(
            link.attributes.get("title") or link.attributes.get("aria-label") or ""
        )
        number = int(text) if text.isdecimal() and len(text) < 5 else None
        says_next = bool(text) and bool(_NEXT.match(text)) and not _LAST.search(text)
        if number is None and not says_next:
            continue
        if not _NEXT_PAGE.match(text) and not any(_PAGER.search(marks(node)) for node in ancestors(link)[:6]):
            continue
        goal = _goal(link, base, url)
        if goal is None:
            continue
        if number is not None:
            numbers.setdefault(number, goal)
        elif said is None and not _disabled(link):
            said = goal
    current = _current(tree, numbers, url)
    after = numbers.get(current + 1)
    # Of two "»", the second leads to the last page: where pages are numbered, the number decides.
    goal = after or (said if said not in {numbers.get(1), numbers.get(current - 1)} else None)
    parameter = next((name for n, each in numbers.items() if (name := _numbering(each, n))), None)
    return Paging(goal, parameter or (_parameter(goal, url) if goal else None))


def _goal(link: LexborNode, base: str, url: str) -> str | None:
    try:
        goal = canonical_url(link.attributes.get("href") or "", base)
    except UnusableUrlError:
        return None
    return goal if goal != url and (link.attributes.get("href") or "#")[0] != "#" else None


def _disabled(link: LexborNode) -> bool:
    return any("disabled" in marks(node) for node in ancestors(link)[:2])


def _current(tree: LexborHTMLParser, numbers: dict[int, str], url: str) -> int:
    """The number of the page at hand: by its address, else the one marked as current, else 1."""
    for number, goal in numbers.items():
        name = _numbering(goal, number)
        given = dict(parse_qsl(urlsplit(url).query)).get(name or "")
        if name and given and given.isdecimal():
            return int(given[:6])
    for node in tree.css("[class],[aria-current]"):
        text = (node.text() or "").strip()
        if not (text.isdecimal() and len(text) < 5):
            continue
        marked = bool(_CURRENT.search(marks(node))) or node.attributes.get("aria-current") is not None
        if marked and any(_PAGER.search(marks(above)) for above in ancestors(node)[:6]):
            return int(text)
    return 1


def _numbering(goal: str, number: int) -> str | None:
    """The query parameter of `goal` whose value is the page's number."""
    names = [name for name, value in parse_qsl(urlsplit(goal).query) if value == str(number)]
    preferred = [name for name in names if re.search(r"cur|pag|trang|start", name, re.IGNORECASE)]
    return next(reversed(preferred or names), None)


def _parameter(goal: str, url: str) -> str | None:
    """The query parameter in which `goal` is one page ahead of `url`."""
    before = dict(parse_qsl(urlsplit(url).query))
    for name, value in parse_qsl(urlsplit(goal).query):
        old = before.get(name, "1")
        if value.isdecimal() and old.isdecimal() and int(value[:6]) == int(old[:6]) + 1:
            return name
    return None
