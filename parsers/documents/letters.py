"""Vietnamese capitals and small letters as character classes: ranges such as `À-Ỹ` hold both cases."""

from __future__ import annotations

import unicodedata

_BASES = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")

LOWER = "a-zđ" + "".join(
    letter
    for base in _BASES
    for tone in _TONES
    if (letter := unicodedata.normalize("NFC", base + tone)) not in "aeiouy"
)
"""Inside of a character class: every small letter of Vietnamese."""
UPPER = "A-ZĐ" + LOWER[4:].upper()
"""Inside of a character class: every capital letter of Vietnamese."""
