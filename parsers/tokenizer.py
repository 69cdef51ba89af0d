"""A spaCy tokenizer for Vietnamese notices.

Words are syllables, as printed; the things that notices turn on stay whole (`545/KH-UBND`, `01/9/2021`,
`12,5%`), and quotation marks, brackets and closing punctuation always stand alone, so that a span can begin
and end at them. The stock tokenizer leaves `“Bắc` and `770/QĐ-TTg,` in one piece. The tokens joined give the
text back exactly.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

_TOKEN = re.compile(
    r"\d{1,5}[a-zA-ZđĐ]?(?:/\d{4})?[/-][^\W\d_][\w&.]*(?:[-/&.][^\W_][\w&]*)*"  # 39/2020/NQ-HĐND, 22-CT/TW
    r"|\d+(?:[./,:-]\d+)*%?"  # 30/8/2021, 5.100, 12,5%, 2021-2025
    r"|[^\W\d_](?:[\w]|[\u0300-\u036f])*(?:[-&.](?=[^\W\d_])\w+)*"  # syllables, TP.HCM, Covid-19, NN&PTNT
    r"|\s+|[\w]+|.",
    re.DOTALL,
)


class NoticeTokenizer:
    """Callable `text -> Doc`; `"".join(token.text_with_ws for token in doc) == text`."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Tokenise; a single blank belongs to the word before it, other white space is a token."""
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            token = match.group()
            if token[0] == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
                token = token[1:]
                if not token:
                    continue
            words.append(token)
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to keep: the rules are code."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> NoticeTokenizer:
        """The counterpart of `to_bytes`."""
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Nothing to keep: the rules are code."""

    def from_disk(self, path: str | Path, **_: Any) -> NoticeTokenizer:
        """The counterpart of `to_disk`."""
        return self
