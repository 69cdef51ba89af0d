"""An article's fragment to paragraphs and files: the only part of a page that beautifulsoup4 reads."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from selectolax.lexbor import LexborNode

from parsers.html_meta import absolute
from parsers.html_tree import BLOCKS, block_lines
from parsers.notice import Attachment
from parsers.text import tidy

LONGEST = 1_000_000
"""Characters of markup that beautifulsoup4 is given; a longer fragment is read as lexbor shows it."""

_FILE = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|zip|rar|7z|odt|ods|rtf)$", re.IGNORECASE)
_NOISE = re.compile(
    r"(?:^|[\s_-])(?:related|relate|lien-?quan|tin-?khac|tin-?lien-?quan|other-?news|share|social|sharing|"
    r"comment|comments|tag|tags|keyword|keywords|"
    r"tu-?khoa|ads|adv|advert|banner|breadcrumb|print|toolbar|tools|rating|vote|player|audio|menu|nav|"
    r"sidebar|footer|noprint|author|"
    r"caption|photo-?caption|image-?caption|newer|older|views?|counter|hidden|date-?line|attach|"
    r"attachment|files?)(?:$|[\s_\d-])|photocms_caption|article__(?:author|tag|file)"
)
_PICTURES = frozenset(["figure", "figcaption"])
_NOISY_TAGS = frozenset(["nav", "aside", "footer", "audio", "video", "form", "input", "label"])
_SHARE_OF_TEXT = 0.3
"""A part whose class calls it noise is believed only up to this share of the text."""


def paragraphs(node: LexborNode) -> list[str]:
    """The lines of an element: one for each block, a table's row as its cells parted by " | "."""
    markup = node.html or ""
    if len(markup) > LONGEST:
        return [line for _, line in block_lines(node)]
    soup = BeautifulSoup(markup, "html.parser")
    _drop_noise(soup)
    for row in soup.find_all("tr"):
        _flatten(row)
    return _lines(soup)


def _drop_noise(soup: BeautifulSoup) -> None:
    total = len(soup.get_text())
    for tag in soup.find_all(True)[1:]:
        names = tag.attrs.get("class") or ()
        marked = " ".join([*([names] if isinstance(names, str) else names), str(tag.attrs.get("id") or "")])
        if tag.name in _PICTURES or _hidden(tag) or _is_caption(tag):
            tag.extract()
            continue
        noisy = tag.name in _NOISY_TAGS or (len(marked) > 1 and _NOISE.search(marked.lower()))
        if noisy and len(tag.get_text()) <= _SHARE_OF_TEXT * total:
            tag.extract()


def _hidden(tag: Tag) -> bool:
    return "display:none" in str(tag.attrs.get("style") or "").replace(" ", "").lower()


def _is_caption(tag: Tag) -> bool:
    """A short paragraph in italics right below a picture."""
    if tag.name not in {"p", "div"} or tag.find(["em", "i"]) is None:
        return False
    text = tidy(tag.get_text())
    if not 0 < len(text) <= 250 or text != tidy(
        " ".join(part.get_text() for part in tag.find_all(["em", "i"]))
    ):
        return False
    above = tag.find_previous_sibling(True)
    return isinstance(above, Tag) and above.find("img") is not None and not above.get_text().strip()


def _flatten(row: Tag) -> None:
    """A row of data becomes one line; a row that lays out the page keeps its blocks."""
    cells = [cell for cell in row.find_all(["td", "th"], recursive=False) if isinstance(cell, Tag)]
    texts = [tidy(cell.get_text(" ")) for cell in cells]
    if len(cells) < 2 or max(map(len, texts)) > 400 or row.find("table"):
        return
    row.clear()
    row.append(NavigableString(" | ".join(text for text in texts if text)))


def _lines(soup: BeautifulSoup) -> list[str]:
    lines: list[str] = []
    parts: list[str] = []

    def close() -> None:
        if line := " ".join("".join(parts).split()):
            lines.append(line)
        parts.clear()

    open_blocks: list[Tag] = []
    for item in soup.descendants:
        while open_blocks and not _inside(item, open_blocks[-1]):
            open_blocks.pop()
            close()
        if isinstance(item, Tag):
            if item.name in BLOCKS:
                close()
                if item.contents:
                    open_blocks.append(item)
        elif type(item) is NavigableString:
            parts.append(str(item))
    close()
    return lines


def _inside(item: object, block: Tag) -> bool:
    at = getattr(item, "parent", None)
    while at is not None and at is not block:
        at = at.parent
    return at is block


def attachments(node: LexborNode, url: str | None) -> tuple[Attachment, ...]:
    """The files that an element links to, each address once, with the link's text or else the file's name."""
    found: dict[str, Attachment] = {}
    for link in node.css("a[href]"):
        href = absolute(link.attributes.get("href") or "", url)
        if href is None:
            continue
        name = PurePosixPath(unquote(urlsplit(href).path)).name
        text = tidy(link.text())
        match = _FILE.search(name) or _FILE.search(text)
        if match and href not in found:
            found[href] = Attachment(href, text or name or None, match[1].lower())
    return tuple(found.values())
