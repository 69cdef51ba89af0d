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

from parsers.dump_byline import bare_byline
from parsers.dump_lines import words
from parsers.dump_posted import read_day
from parsers.text import tidy

_DATE_NAMES = words(
    "article:published_time og:article:published_time datepublished pubdate publishdate "
    "publish-date dc.date.issued dcterms.issued dc.date og:published_time publish_date "
)
_JSON_LD = re.compile(
    r"<script[^<>]{0,200}application/ld\+json[^<>]{0,200}>([^<]{2,50000})</script", re.IGNORECASE
)
_SPLIT = re.compile(r"\s+[-–—|>»›]\s+|\s*(?:\||»|›|::)\s*")


@dataclass(frozen=True, slots=True)
class Meta:
    """The head of a page; what it does not say is None. `titles`: the pieces of `<title>`, as shown."""

    canonical: str | None
    site: str | None
    headline: str | None
    titles: tuple[str, ...]
    title: str
    published: date | None
    author: str | None


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
    article = next(_articles(text), {})
    return Meta(
        _canonical(tree, named, url),
        named.get("og:site_name"),
        named.get("og:title") or _text(article.get("headline")),
        tuple(piece for piece in _SPLIT.split(title) if piece),
        title,
        next((day for name in _DATE_NAMES if (day := read_day(named.get(name, "")))), None)
        or read_day(_text(article.get("datePublished")) or ""),
        _author(named, article),
    )


def _canonical(tree: LexborHTMLParser, named: dict[str, str], url: str | None) -> str | None:
    link = tree.css_first("link[rel=canonical]")
    href = (link.attributes.get("href") if link else None) or named.get("og:url")
    return absolute(href, url) if href else None


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
    for match in _JSON_LD.finditer(text):
        try:
            found: Any = json.loads(match[1])
        except (ValueError, RecursionError):
            continue  # sites print broken JSON; the page shows the same facts
        pool = found if isinstance(found, list) else [found]
        for item in pool:
            if not isinstance(item, dict):
                continue
            graph = item.get("@graph")
            for each in graph if isinstance(graph, list) else [item]:
                if isinstance(each, dict) and ("datePublished" in each or "headline" in each):
                    yield each
