"""Where a platform keeps the parts of a notice, as data.

A site family (CMS) differs from another in selectors, seldom in logic; what selectors cannot say is left to
the generic reader, which also fills every part that a layout leaves empty or whose selectors find nothing. A
portal that moves a headline therefore loses precision, not notices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Layout:
    """CSS selectors of a detail page, a tuple for each part, tried in order; all optional.

    `published` may find a `<time datetime>`, a `<meta content>` or an element that shows the date.
    `remove` names elements that belong to no notice (related news, share bars): they go before anything is
    read.
    """

    title: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    def selectors(self) -> Iterator[tuple[str, str]]:
        """Every (part, selector), for whoever wants to check them before a crawl."""
        for part in fields(self):
            for selector in getattr(self, part.name):
                yield part.name, selector
