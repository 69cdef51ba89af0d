"""An article's element to paragraphs: what is no text goes, tables become lines, the rest is read in order.

Only tables of data are read by beautifulsoup4 (`html_table`): the rest is a walk over lexbor's own tree,
because a second tree of the same markup costs ten times what the first one did.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from parsers.notice import Attachment
from parsers.page.dump_lines import words
from parsers.page.html_marks import marks, says_noise
from parsers.page.html_meta import absolute
from parsers.page.html_table import is_data, table_lines
from parsers.page.html_tree import block_lines
from parsers.text import tidy

_FILE = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|zip|rar|7z|odt|ods|rtf)$", re.IGNORECASE)
_NO_TEXT = "figure,figcaption,nav,aside,footer,audio,video,form,label,canvas"
_SHARE_OF_TEXT = 0.3
"""A part whose class calls it noise is believed only up to this share of the text."""
_CAPTION_TAGS = words("p div span em i td tr center h6")
_LONGEST_CAPTION = 250
_SENTENCE = re.compile(r"[^\W\d_][^.!?:;…]{10,80}\.$")


def paragraphs(node: LexborNode) -> list[str]:
    """The lines of an element: one for each block, a table's row as its cells parted by " | ".

    What belongs to no text (captions, share bars, boxes of other news, hidden parts) is left out.
    """
    noise = _noise(node)
    tables = {
        table.mem_id: table_lines(table.html or "")
        for table in node.css("table")
        if table.mem_id != node.mem_id and table.mem_id not in noise and is_data(table)
    }
    lines: list[str] = []
    for owner, line in block_lines(node, frozenset(tables), noise):
        lines.extend([line] if line else tables[owner])
    return lines


def _noise(body: LexborNode) -> frozenset[int]:
    """`mem_id` of the elements inside `body` that are no part of its text."""
    doomed = {node.mem_id for node in body.css(_NO_TEXT)}
    total: int | None = None
    for node in body.css("[class],[id],[style],[hidden]"):
        attributes = node.attributes
        style = (attributes.get("style") or "").replace(" ", "").lower()
        if "display:none" in style or "hidden" in attributes:
            doomed.add(node.mem_id)
        elif says_noise(marks(node)):
            if total is None:
                total = len(body.text())
            if len(node.text()) <= _SHARE_OF_TEXT * total:
                doomed.add(node.mem_id)
    for image in body.css("img"):
        caption = _caption_of(image, body)
        if caption is not None:
            doomed.add(caption.mem_id)
    return frozenset(doomed - {body.mem_id})


def _caption_of(image: LexborNode, body: LexborNode) -> LexborNode | None:
    """The block right below a picture's that captions it, or None.

    A caption is set apart: in italics, centred like the picture, in the row or cell below it; or it is one
    short full sentence, which neither a sub-heading nor a paragraph is.
    """
    holder = image
    while (
        holder.parent is not None and holder.parent.mem_id != body.mem_id and not holder.parent.text().strip()
    ):
        holder = holder.parent
    below = holder.next
    while below is not None and not (below.text() or "").strip():
        below = below.next
    if below is None or below.tag not in _CAPTION_TAGS:
        return None
    text = tidy(below.text())
    if not 0 < len(text) <= _LONGEST_CAPTION:
        return None
    if below.tag == "tr":
        return below if holder.tag == "tr" and len(below.css("td")) == 1 else None
    style = (below.html or "")[:2000].replace(" ", "").lower()
    if below.tag in {"em", "i"} or "font-style:italic" in style:
        return below
    centred = "text-align:center" in style or 'align="center"' in style or below.tag == "center"
    if centred or (below.tag in {"p", "div"} and _SENTENCE.match(text)):
        return below
    return below if tidy(" ".join(part.text() for part in below.css("em,i"))) == text else None


def attachments(node: LexborNode, url: str | None) -> tuple[Attachment, ...]:
    """The files that an element links to, each address once.

    The name is the link's text; a link that only says "here" ("tại đây") has the file's own name.
    """
    found: dict[str, Attachment] = {}
    for link in node.css("a[href]"):
        href = absolute(link.attributes.get("href") or "", url)
        if href is None:
            continue
        parts = urlsplit(href)
        name = PurePosixPath(unquote(parts.path)).name
        text = tidy(link.text())
        match = _FILE.search(name) or _FILE.search(text) or _FILE.search(unquote(parts.query))
        if match and href not in found:
            shown = None if _HERE.match(text) else text
            found[href] = Attachment(href, shown or name or None, match[1].lower())
    return tuple(found.values())


_HERE = re.compile(
    r"\W{0,3}(?:(?:xem |tải |download |chi tiết |file |bấm |vào |đính kèm ){0,4}(?:tại )?(?:đây|here)|tải về|"
    r"tải xuống|download|xem chi tiết|chi tiết|file đính kèm|tệp đính kèm)?\W{0,3}$",
    re.IGNORECASE,
)
