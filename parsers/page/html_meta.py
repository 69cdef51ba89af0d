"""What a page says of itself in its head: canonical URL, site, headline, date, author."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from parsers.page.dump_byline import bare_byline
from parsers.page.dump_posted import read_day
from parsers.text import tidy

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
)
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")
# Templates fill these with the server's clock as often as with the day of posting.
_DOUBTFUL = ("pubdate", "publishdate", "publish-date", "publish_date", "og:published_time", "dc.date", "date")
_SECTION = ("article:section", "og:article:section", "articlesection", "section")
_LONGEST_JSON = 100_000
_MOST_JSON = 20
_LONGEST_SECTION = 80
_FIRST_YEAR = 1997
"""Vietnam's connection to the Internet; earlier days are a CMS's zero (0001, 1970, 1900)."""
_SPLIT = re.compile(r"\s+[-–—|>»›]\s+|\s*(?:\||»|›|::)\s*")


@dataclass(frozen=True, slots=True)
class Meta:
    """The head of a page; what it does not say is None.

    `titles`: the pieces of `<title>`, as shown. `doubtful`: a day that may be the server's clock.
    """

    canonical: str | None
    site: str | None
    headline: str | None
    titles: tuple[str, ...]
    title: str
    published: date | None
    updated: date | None
    doubtful: date | None
    author: str | None
    section: str | None
    description: str | None


def read_meta(tree: LexborHTMLParser, text: str, url: str | None) -> Meta:
    """Read the head of a page; `url` resolves a relative canonical link."""
    named: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and (content := tidy(attributes.get("content") or "")):
            named.setdefault(name.lower(), content)
    title_node = tree.css_first("title")
    title = tidy(title_node.text()) if title_node else ""
    titles = tuple(piece for piece in _SPLIT.split(title) if piece)
    article = next(_articles(text), {})
    site = named.get("og:site_name")
    return Meta(
        canonical=_canonical(tree, named, url),
        site=site,
        headline=_headline(named.get("og:title") or _text(article.get("headline")), site),
        titles=titles,
        title=title,
        published=_day(named, _PUBLISHED) or _plausible(_text(article.get("datePublished"))),
        updated=_day(named, _UPDATED) or _plausible(_text(article.get("dateModified"))),
        doubtful=_day(named, _DOUBTFUL),
        author=_author(named, article),
        section=_section(named, article),
        description=named.get("description") or named.get("og:description"),
    )


def _day(named: dict[str, str], names: tuple[str, ...]) -> date | None:
    return next((day for name in names if (day := _plausible(named.get(name)))), None)


def _plausible(value: str | None) -> date | None:
    day = read_day(value) if value else None
    return day if day is not None and day.year >= _FIRST_YEAR else None


def _headline(told: str | None, site: str | None) -> str | None:
    """`og:title` without the site's name behind it; None where it is that name alone."""
    if told is None or site is None:
        return told
    if told.endswith(site):
        told = told[: -len(site)].rstrip(" -–—|>»·:")
    return told or None


def _section(named: dict[str, str], article: dict[str, Any]) -> str | None:
    told = next((named[name] for name in _SECTION if name in named), None)
    if told is None:
        value = article.get("articleSection")
        told = _text(value[0] if isinstance(value, list) and value else value)
    return told if told and len(told) <= _LONGEST_SECTION else None


def _canonical(tree: LexborHTMLParser, named: dict[str, str], url: str | None) -> str | None:
    """The address that the page gives as its own; a front page's, given by every page of a site, is none."""
    for link in [*tree.css("link[rel=canonical]")[:1], None]:
        href = link.attributes.get("href") if link is not None else named.get("og:url")
        address = absolute(href, url) if href else None
        if address and (urlsplit(address).path.strip("/") or urlsplit(address).query):
            return address
    return None


def absolute(href: str, base: str | None) -> str | None:
    """`href` as an absolute http(s) URL, or None where it is none and `base` does not help."""
    try:
        joined = urljoin(base or "", href.strip())
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if parts.scheme in {"http", "https"} and parts.netloc else None


def _author(named: dict[str, str], article: dict[str, Any]) -> str | None:
    told = article.get("author")
    told = told[0] if isinstance(told, list) and told else told
    if isinstance(told, dict):
        told = told.get("name") if told.get("@type") == "Person" else None
    for name in (_text(told), named.get("author"), named.get("article:author")):
        if name and name != named.get("og:site_name") and bare_byline(name, alone=False):
            return name
    return None


def _text(value: object) -> str | None:
    return tidy(value) if isinstance(value, str) and value.strip() else None


def _articles(text: str) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article, however the site nests them."""
    for found in _json_blocks(text):
        pool = found if isinstance(found, list) else [found]
        for item in pool:
            if not isinstance(item, dict):
                continue
            graph = item.get("@graph")
            for each in graph if isinstance(graph, list) else [item]:
                if isinstance(each, dict) and ("datePublished" in each or "headline" in each):
                    yield each


def _json_blocks(text: str) -> Iterator[Any]:
    at = 0
    for _ in range(_MOST_JSON):
        at = text.find("application/ld+json", at)
        if at < 0:
            return
        start = text.find(">", at, at + 300) + 1
        at += 1
        end = text.find("</script", start, start + _LONGEST_JSON) if start else -1
        if end < 0:
            continue
        try:
            yield json.loads(text[start:end], strict=False)
        except (ValueError, RecursionError):
            continue  # sites print broken JSON; the page shows the same facts
