"""Where document numbers stand in a text: `545/KH-UBND`, `22-CT/TW`, "Chỉ thị 05", "Công văn số 8 và 9".

Numbers with a code are known by their form (`coded_numbers`), those without by the type before them
(`bare_numbers`). Dates, fractions, standards (TCVN, ISO), forms ("mẫu số 02/TĐ") and licences of web sites
are no documents.
"""

from __future__ import annotations

from parsers.bare_numbers import BARE, LAST_WORD, read_bare
from parsers.coded_numbers import CODED, read_coded
from parsers.found import Found, Source, Where
from parsers.number_mention import NumberMention

__all__ = ["NumberMention", "find_numbers"]


def find_numbers(source: Source) -> list[Found[NumberMention]]:
    """All document numbers of title and body, in the order of the text."""
    return [found for where, text in source.parts for found in _find(where, text.norm)]


def _find(where: Where, text: str) -> list[Found[NumberMention]]:
    matches = [*CODED.finditer(text)]
    matches += (m for m in BARE.finditer(text) if LAST_WORD.search(text, max(0, m.start() - 12), m.start()))
    found: list[Found[NumberMention]] = []
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        previous = found[-1] if found else None
        if previous and match.start() < previous.span.end:
            continue
        if match.re is CODED:
            found += read_coded(where, text, match, previous)
        else:
            found += read_bare(where, text, match)
    return found
