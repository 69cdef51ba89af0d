"""What the class and the id of an element say that it is.

Content systems name their elements by a few habits ("article-title", "tac-gia", "tinlienquan"); pages of one
site repeat the same few dozen strings, so each answer is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from selectolax.lexbor import LexborNode


def marks(node: LexborNode) -> str:
    """Class and id of an element, as one lower-case string."""
    return marks_among(node.attributes)


def marks_among(attributes: Mapping[str, str | None]) -> str:
    """As `marks`, for attributes that were read already: the tree makes them anew each time."""
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()


def _says(pattern: str) -> Callable[[str], bool]:
    """A test of an element's `marks`."""
    search = re.compile(pattern).search

    @lru_cache(maxsize=8192)
    def says(marked: str) -> bool:
        return search(marked) is not None

    return says


says_title = _says(
    r"(?:^|[\s_-])(?:title|headline|tieu-?de|tieude|tde|title-?detail|detail-?title|news-?title|"
    r"entry-?title|post-?title|article-?title|title-?news)(?:$|[\s_\d-])"
)
says_author = _says(r"(?:^|[\s_-])(?:author|byline|tac-?gia|nguoi-?viet|but-?danh|writer)(?:$|[\s_\d-])")
says_lead = _says(
    r"(?:^|[\s_-])(?:sapo|lead|summary|intro|introtext|hometext|tom-?tat|trich-?yeu|description|desc|"
    r"chapeau|abstract|excerpt)(?:$|[\s_\d-])|singular-sapo|asset-summary"
)
says_body = _says(
    r"articlebody|article[-_]{1,2}(?:body|content|detail)|cms-body|(?:news|detail|details|entry|post|content|"
    r"main|maincontent|article|singular|single|view)[-_]?(?:content|body|detail|details|text|noidung)s?\b|"
    r"content[-_]?(?:detail|news|article|body)|journal-content-article|externalclass|rtestate-field|"
    r"ms-rtefield|noi-?dung|chi-?tiet|bodytext|fck_detail|the-article-body|knc-content|\bcontent\b|"
    r"field-name-body|field--name-body|item-page|com-content-article__body|dnn_ctr\d{0,6}_viewnews|afcbc-body"
)
says_aside = _says(
    r"(?:^|[\s_-])(?:related|relate|lien-?quan|tin-?khac|tin-?lien|tinlienquan|other|others|othernews|newer|"
    r"older|older-?news|sidebar|aside|menu|menus|nav|navbar|navigation|"
    r"footer|foot|header|banner|breadcrumb|breadcrumbs|comment|comments|binh-?luan|share|social|tag|tags|"
    r"poll|counter|stat|stats|widget|most|popular|latest|ads|weblink|lienket|lien-?ket|captcha|login|search|"
    r"copyright|modal|popup|hidden)(?:$|[\s_\d-])"
)
"""Furniture of the site around the text."""
says_noise = _says(
    r"(?:^|[\s_-])(?:related|relate|relates|relation|lien-?quan|tin-?khac|tin-?lien-?quan|tinlienquan|"
    r"other-?news|others?|share|shares|social|socials|sharing|comment|comments|binh-?luan|tag|tags|"
    r"keyword|keywords|tu-?khoa|ads|adv|advert|banner|breadcrumb|print|toolbar|tools|rating|ratings|vote|"
    r"player|audio|menu|nav|navbar|sidebar|footer|noprint|author|subscribe|newsletter|recommend|suggest|"
    r"(?:photo|image|img|pic|picture)?-?captions?|chu-?thich|newer|older|views?|hits|counter|hidden|"
    r"date-?line|attach|attachment|attachments|files?|most|popular|latest|sr-only|visually-hidden|likes?)"
    r"(?:$|[\s_\d-])|(?:photocms|image|img|picture|photo|pic)_?caption|article__(?:author|tag|file|related)|"
    r"box-?(?:tin|news|related|lienquan)|wp-caption-text|mso-?caption|vcsortableinpreviewmode.{0,60}relat"
)
"""Parts within the text's element that are none of it."""
