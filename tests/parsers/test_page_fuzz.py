"""Damaged pages: no crash, no hang, no field from outside the page.

A small count runs here; `THIDUA_FUZZ=10000 pytest tests/parsers/test_page_fuzz.py` runs all.
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import time
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers.page.charset import UnreadablePage, decode
from parsers.page.dump_lines import words as words_of
from parsers.page.legacy_text import modern
from parsers.page.reader import Page, read_page
from scrapers.discover.listing import ListingPage, read_listing
from scrapers.platforms import ListingSpec
from tests.parsers.page_mutations import mutations, seeds

COUNT = int(os.environ.get("THIDUA_FUZZ", "100"))
SECONDS, BYTES = 2.0, 200_000_000
URL = "https://tinh.gov.vn/tin/mot.html"
_SPACE = re.compile(r"[\W_]+")


def flat(text: str) -> str:
    """Letters and digits alone, so that blanks, entities and tags do not matter."""
    return _SPACE.sub("", unicodedata.normalize("NFC", text))


def shown(data: bytes) -> str:
    """What a page holds, as far as any field may come from it: its text without tags, and its tags."""
    text = modern(decode(data)).replace("\x00", "\ufffd")
    bare = re.sub(r"<!--.*?-->|<[^<>]*>", "", html.unescape(text), flags=re.DOTALL)
    return flat(bare) + "\n" + flat(html.unescape(text)) + "\n" + flat(text)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]{2,}", unicodedata.normalize("NFC", text)))


def held(word: str, source: str) -> bool:
    """Whether a page holds a word, be it of two pieces that a broken tag parted."""
    return word in source or any(word[:i] in source and word[i:] in source for i in range(1, len(word)))


def check(data: bytes) -> tuple[Page | None, ListingPage]:
    begun = time.process_time()
    try:
        page: Page | None = read_page(data, url=URL)
    except UnreadablePage:
        page = None
    listing = read_listing(data, URL, ListingSpec())
    assert time.process_time() - begun < 2 * SECONDS
    if page is not None:
        source = shown(data)
        fields = [page.title, page.author, page.section, page.lead, *page.body.split("\n")]
        fields += [file.name for file in page.attachments] + [entry.title for entry in listing.entries]
        for value in fields:
            for word in words(value or ""):
                assert held(flat(word), source), (word, value)
        for day in (page.published, page.updated, *(entry.day for entry in listing.entries)):
            assert day is None or str(day.year) in source or f"{day.day}{day:%m%y}" in source
    return page, listing


def test_damaged_pages() -> None:
    faults = []
    for number, data in mutations(COUNT):
        try:
            check(data)
        except Exception as fault:  # noqa: BLE001 - whatever it is, its number is wanted
            faults.append((number, repr(fault)[:300]))
    assert not faults, f"{len(faults)} of {COUNT}: {faults[:5]}"


@pytest.mark.parametrize("share", [0.35, 0.85])
def test_pages_cut_off(share: float) -> None:
    for data in seeds():
        check(data[: int(len(data) * share)])


TAGS = words_of(
    "<div> </div> <p> <table> <tr> <td> </table> <h1> </h1> <ul><li> </a> <b> <br> <html> <body> <form> <em> "
    "<title> </title> <script> <figure> <!-- -->"
)
ATTRIBUTED = (
    "<a href='/x'>",
    "<img src=x>",
    "<div class='content'>",
    "<span class='date'>",
    "<div style='display:none'>",
    "<meta charset=x>",
)
TEXTS = ("Thi đua yêu nước", "Ngày đăng: 12/4/2023", "Tác giả: Lê Na", "Tin liên quan", "Xem thêm")
PIECES = st.one_of(
    st.sampled_from([*sorted(TAGS), *ATTRIBUTED]),
    st.text(max_size=60),
    st.sampled_from(TEXTS),
    st.text("aăâđêôơư áàảãạ.,;0123456789/", min_size=60, max_size=200),
)


@settings(max_examples=max(40, COUNT // 10), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=60))
def test_markup_of_any_make(pieces: list[str]) -> None:
    check(("<html><body>" + "".join(pieces)).encode("utf-8", errors="surrogatepass"))


@settings(max_examples=max(40, COUNT // 10), deadline=None)
@given(st.binary(max_size=3000))
def test_any_bytes(data: bytes) -> None:
    check(data)


HUGE = {
    "deep": b"<div><table><tr><td>" * 60_000,
    "many links": "".join(f"<a href='/{i}'>Tiêu đề tin số {i} dài vừa</a>" for i in range(40_000)).encode(),
    "many blocks": b"<p>x</p>" * 200_000,
    "many classes": "".join(f"<div class='c{i} related'>x</div>" for i in range(60_000)).encode(),
    "one long line": b"<html><body><p>" + b"thi dua " * 400_000,
    "one long word": b"<html><body><p>" + b"a" * 3_000_000,
    "dates": b"<html><body>" + b"<p>12/04/2023 08:00</p>" * 100_000,
    "tags never closed": b"<html><body>" + b"<a href='x" * 200_000,
    "a table": b"<html><table>" + b"<tr><td rowspan=9999>a</td><td colspan=9999>b</td></tr>" * 30_000,
    "pictures": b"<html><body>" + b"<p><img src=a></p><p><em>x</em></p>" * 50_000,
    "nested forms": b"<html><body>" + b"<form class=content><i>" * 50_000,
    "entities": b"<html><body><p>" + b"&#176;&oslash;" * 200_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_no_page_runs_away(name: str) -> None:
    begun = time.process_time()
    read_page(HUGE[name], url=URL)
    assert time.process_time() - begun < SECONDS
    if COUNT >= 10_000:
        begun = time.process_time()
        read_listing(HUGE[name], URL, ListingSpec())
        assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize("name", ["deep", "many blocks"] if COUNT < 10_000 else list(HUGE))
def test_memory_is_bounded(name: str) -> None:
    """Of a process of its own, lexbor's memory included."""
    code = (
        "import resource, sys; from parsers.page.reader import read_page;"
        "low = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "read_page(sys.stdin.buffer.read());"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - low)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=HUGE[name], capture_output=True, check=True)
    assert int(done.stdout) * 1024 < BYTES
