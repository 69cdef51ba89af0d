"""Where document numbers stand in a text: `545/KH-UBND`, `22-CT/TW`, "Chỉ thị 05", "Công văn số 8 và 9".

Numbers with a code are known by their form (`coded_numbers`), those without by the type before them
(`bare_numbers`). Dates, fractions, standards (TCVN, ISO), forms ("mẫu số 02/TĐ") and licences of web sites
are no documents.
"""

from __future__ import annotations

from heapq import merge
from itertools import islice

from parsers.documents.bare_numbers import BARE, read_bare
from parsers.documents.coded_numbers import CODED, read_coded
from parsers.documents.number_mention import NumberMention, is_introduced
from parsers.found import Found, Source, Where

__all__ = ["MOST", "NumberMention", "find_numbers"]

MOST = 1000
"""Mentions that are read in a title or body: what holds more is a register, and hostile input must end."""


def find_numbers(source: Source) -> list[Found[NumberMention]]:
    """The document numbers of title and body (the first `MOST` of each), in the order of the text."""
    return [found for where, text in source.parts for found in _find(where, text.norm)]


def _find(where: Where, text: str) -> list[Found[NumberMention]]:
    coded = CODED.finditer(text)
    bare = (m for m in BARE.finditer(text) if is_introduced(text, m.start()))
    found: list[Found[NumberMention]] = []
    for match in islice(merge(coded, bare, key=lambda m: (m.start(), -m.end())), 5 * MOST):
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
