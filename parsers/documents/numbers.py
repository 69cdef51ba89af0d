"""Where document numbers stand in a text: `545/KH-UBND`, `22-CT/TW`, "Chỉ thị 05", "Công văn số 8 và 9".

Numbers with a code are known by their form (`coded_numbers`), those without by the type before them
(`bare_numbers`). Dates, fractions, standards (TCVN, ISO), forms ("mẫu số 02/TĐ") and licences of web sites
are no documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from parsers.documents.bare_numbers import BARE, read_bare
from parsers.documents.coded_numbers import CODED, read_coded
from parsers.documents.number_mention import NumberMention, is_introduced
from parsers.found import Found, Source, Where

__all__ = ["MOST", "NumberMention", "find_numbers"]

_FIGURES = re.compile(r"[0-9][0-9]*")  # as two classes, the first lets `re` skip to it
MOST = 500
"""Mentions that are read in a title or body: what holds more is a register, and hostile input must end."""


def find_numbers(source: Source) -> list[Found[NumberMention]]:
    """The document numbers of title and body (the first `MOST` of each), in the order of the text."""
    return [found for where, text in source.parts for found in _find(where, text.norm)]


def _find(where: Where, text: str) -> list[Found[NumberMention]]:
    found: list[Found[NumberMention]] = []
    for match in islice(_matches(text), 3 * MOST):
        if len(found) >= MOST:
            break
        previous = found[-1] if found else None
        if previous and match.start() < previous.span.end:
            continue
        if match.re is CODED:
            found += read_coded(where, text, match, previous)
        else:
            found += read_bare(where, text, match)
    return found


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Matches of both forms by their start, the longer first; only where figures begin is a form tried."""
    coded_to = bare_to = 0
    for figures in _FIGURES.finditer(text):
        at = figures.start()
        coded = CODED.match(text, at) if at >= coded_to else None
        bare = BARE.match(text, at) if at >= bare_to else None
        coded_to = coded.end() if coded else coded_to
        bare_to = bare.end() if bare else bare_to
        if bare and not is_introduced(text, at):
            bare = None
        yield from sorted(filter(None, (coded, bare)), key=lambda match: -match.end())
