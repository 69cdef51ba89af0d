"""Which CMS family served a page, told by what only that family's pages hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from scrapers.platforms import Fingerprints, Platform

_WEIGHTS = {"generator": 4, "css": 2, "html": 1, "url": 1}
_READ = 400_000


@dataclass(frozen=True, slots=True)
class Recognised:
    """A family, how strongly it is told (4: its own name), and by what."""

    platform: str
    strength: int
    signs: tuple[str, ...]


def recognise(html: str, url: str, platforms: Mapping[str, Platform]) -> list[Recognised]:
    """The families that a page may be of, the likeliest first; none where nothing tells."""
    tree = LexborHTMLParser(html[:_READ])
    node = tree.css_first("meta[name=generator i]")
    generator = (node.attributes.get("content") or "").strip().lower() if node is not None else ""
    lower = html[:_READ].lower()
    found: list[Recognised] = []
    for platform in platforms.values():
        signs = list(_signs(platform.fingerprints, tree, generator, lower, url))
        if signs:
            strength = sum(_WEIGHTS[kind] for kind, _ in signs)
            found.append(Recognised(platform.id, strength, tuple(f"{kind} {what}" for kind, what in signs)))
    return sorted(found, key=lambda each: (-each.strength, each.platform))


def _signs(
    prints: Fingerprints, tree: LexborHTMLParser, generator: str, html: str, url: str
) -> list[tuple[str, str]]:
    signs = [("generator", name) for name in prints.generator if generator.startswith(name.lower())]
    signs += [("css", selector) for selector in prints.css if tree.css_first(selector) is not None]
    signs += [("html", text) for text in prints.html if text.lower() in html]
    signs += [("url", text) for text in prints.url if text.lower() in url.lower()]
    return signs
