"""Pages that were damaged: cut off, bytes flipped, tags doubled or dropped, encodings mixed.

A mutation is told by (seed page, number) alone, so a page that made the reader fail can be made again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

PAGES = Path(__file__).parents[1] / "pages"
_TAG = re.compile(rb"<[^<>]{1,200}>")
_HOSTILE = (
    b"<div>" * 500,
    b"</div>" * 50,
    b"<table><tr><td>" * 60,
    b"<!--",
    b"<script>",
    b"<![CDATA[",
    b"<html><body><form>",
    b"<p title='",
    b"&#xFFFFFFF;&#0;&nbsp;" * 20,
    "\u202e\u200b\u0300\ufeff".encode() * 20,
    b"\xff\xfe\x00\x00",
    b"<meta charset=utf-16>",
    b'<script type="application/ld+json">{"@graph":[{"headline":[{}],"datePublished":{}}]}</script>',
    b'<meta property="og:title" content="' + b"x" * 5000 + b'">',
    b"<time datetime='9999-99-99T99:99'>31/02/2020</time>",
    b"<a href='http://[::1'>" + "Tin có địa chỉ hỏng và dài dòng".encode() + b"</a>",
    b"<base href='javascript:alert(1)'>",
    b"99/99/9999 " * 200,
    b"<td rowspan=999999999 colspan=-1>x</td>",
    b"<svg><math><template><p>",
)


@cache
def seeds() -> tuple[bytes, ...]:
    """The golden pages, articles and listings."""
    return tuple(path.read_bytes() for path in sorted(PAGES.glob("*/*.html")))


def _cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def _hole(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data) + 1)
    return data[:start] + data[start + dice.randrange(1, 2000) :]


def _flip(data: bytes, dice: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(dice.randrange(1, 60)):
        if damaged:
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
    return bytes(damaged)


def _insert(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.choice(_HOSTILE) * dice.choice((1, 1, 1, 8)) + data[at:]


def _tags(data: bytes, dice: random.Random) -> bytes:
    """Some tags dropped, some doubled."""
    fate = dice.choice((0.02, 0.1, 0.5))

    def change(match: re.Match[bytes]) -> bytes:
        roll = dice.random()
        return b"" if roll < fate / 2 else match[0] * 2 if roll < fate else match[0]

    return _TAG.sub(change, data)


def _swap(data: bytes, dice: random.Random) -> bytes:
    """Pieces of two pages in one."""
    other = dice.choice(seeds())
    return data[: dice.randrange(len(data) + 1)] + other[dice.randrange(len(other)) :]


def _recode(data: bytes, dice: random.Random) -> bytes:
    text = data.decode("utf-8", errors="replace")
    return text.encode(dice.choice(("utf-16", "cp1258", "latin-1", "utf-7", "cp1252")), errors="ignore")


def _repeat(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data) + 1)
    piece = data[start : start + dice.randrange(1, 3000)]
    return data[:start] + piece * dice.choice((2, 20, 60)) + data[start:]


_KINDS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut, _hole, _flip, _insert, _tags, _swap, _recode, _repeat,
)  # fmt: skip


def mutated(number: int) -> bytes:
    """Mutation `number`: one to four kinds of damage to one golden page."""
    dice = random.Random(number)
    data = dice.choice(seeds())
    for _ in range(dice.choice((1, 1, 2, 4))):
        data = dice.choice(_KINDS)(data, dice)
    return data


def mutations(count: int, first: int = 0) -> Iterator[tuple[int, bytes]]:
    """`count` mutations with their numbers."""
    return ((number, mutated(number)) for number in range(first, first + count))
