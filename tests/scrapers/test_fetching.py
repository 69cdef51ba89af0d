import gzip
import time
import zlib
from collections.abc import Iterator

import brotli  # type: ignore[import-untyped]
import pytest
import zstandard

from scrapers.fetch.decoding import DecodingError, TooLargeError, decoded
from scrapers.fetch.fetching import FetchError, HttpFetcher, Limits
from tests.scrapers.portal import Handler, Page, Portal, serving

LIMITS = Limits(silence=1.0, seconds=2.0, wire_bytes=100_000, bytes=300_000, redirects=3)
TEXT = "Phát động phong trào thi đua năm 2021. ".encode() * 50


@pytest.fixture
def portal() -> Iterator[Portal]:
    with serving() as portal:
        yield portal


@pytest.fixture
def fetcher() -> Iterator[HttpFetcher]:
    fetcher = HttpFetcher("thidua-test (+a@b.vn)", LIMITS, ("127.0.0.0/8",))
    yield fetcher
    fetcher.close()


def packed(coding: str) -> bytes:
    match coding:
        case "gzip":
            return gzip.compress(TEXT)
        case "deflate":
            return zlib.compress(TEXT)
        case "br":
            return bytes(brotli.compress(TEXT))
        case "zstd":
            return zstandard.ZstdCompressor().compress(TEXT)
    raise ValueError(coding)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_codings_are_undone(portal: Portal, fetcher: HttpFetcher, coding: str) -> None:
    portal.pages["/x"] = Page(packed(coding), headers={"Content-Encoding": coding})
    answer = fetcher.fetch(f"{portal.base}/x").final
    assert answer.body == TEXT
    assert answer.ip == "127.0.0.1"


def test_bare_deflate_and_chains() -> None:
    bare = zlib.compressobj(wbits=-15)
    assert decoded(bare.compress(TEXT) + bare.flush(), "deflate", 10_000) == TEXT
    assert decoded(gzip.compress(packed("br")), "br, gzip", 10_000) == TEXT


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_cut_off_bodies_are_no_pages(coding: str) -> None:
    with pytest.raises(DecodingError):
        decoded(packed(coding)[:-8], coding, 10_000)


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_bombs_stop_at_the_bound(coding: str) -> None:
    zeros = bytes(200_000_000)
    bomb = {
        "gzip": lambda: gzip.compress(zeros, 1),
        "br": lambda: brotli.compress(zeros, quality=1),
        "zstd": lambda: zstandard.ZstdCompressor().compress(zeros),
    }[coding]()
    with pytest.raises(TooLargeError):
        decoded(bomb, coding, 1_000_000)


def test_a_bomb_from_the_wire(portal: Portal, fetcher: HttpFetcher) -> None:
    portal.pages["/x"] = Page(gzip.compress(bytes(20_000_000)), headers={"Content-Encoding": "gzip"})
    with pytest.raises(FetchError, match="after decompression") as told:
        fetcher.fetch(f"{portal.base}/x")
    assert told.value.kind == "size"


def test_a_body_that_never_ends(portal: Portal, fetcher: HttpFetcher) -> None:
    def endless(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(10_000):
            handler.wfile.write(b"x" * 10_000)

    portal.pages["/x"] = Page(raw=endless)
    with pytest.raises(FetchError, match="more than 100000 bytes"):
        fetcher.fetch(f"{portal.base}/x")


def drip(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(200):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def drip_head(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for n in range(200):
        handler.wfile.write(f"X-{n}: a\r\n".encode())
        handler.wfile.flush()
        time.sleep(0.05)


def silent(handler: Handler) -> None:
    time.sleep(4)


@pytest.mark.parametrize("slow", [drip, drip_head, silent])
def test_slow_answers_end_in_time(portal: Portal, fetcher: HttpFetcher, slow: object) -> None:
    portal.pages["/x"] = Page(raw=slow)  # type: ignore[arg-type]
    with pytest.raises(FetchError) as told:
        fetcher.fetch(f"{portal.base}/x")
    assert told.value.kind == "timeout"
    assert told.value.passing


def too_short(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf a page")


def reset(handler: Handler) -> None:
    handler.connection.close()


def garbage(handler: Handler) -> None:
    handler.wfile.write(b"\x00\x01 this is not HTTP\r\n\r\n")


@pytest.mark.parametrize("broken", [too_short, reset, garbage])
def test_broken_answers_are_no_pages(portal: Portal, fetcher: HttpFetcher, broken: object) -> None:
    portal.pages["/x"] = Page(raw=broken)  # type: ignore[arg-type]
    with pytest.raises(FetchError) as told:
        fetcher.fetch(f"{portal.base}/x")
    assert told.value.kind == "dead"


def test_redirects_are_followed_and_kept(portal: Portal, fetcher: HttpFetcher) -> None:
    portal.pages["/a"] = Page(status=301, headers={"Location": "/b"})
    portal.pages["/b"] = Page(status=302, headers={"Location": f"{portal.base}/c#x"})
    portal.pages["/c"] = Page(b"c")
    offered: list[str] = []
    fetched = fetcher.fetch(f"{portal.base}/a", may_follow=offered.append)
    assert fetched.final.body == b"c"
    assert [hop.status for hop in fetched.hops] == [301, 302]
    assert offered == [f"{portal.base}/b", f"{portal.base}/c"]


@pytest.mark.parametrize(
    ("pages", "why"),
    [
        ({"/a": "/b", "/b": "/a"}, "circle"),
        ({"/a": "/1", "/1": "/2", "/2": "/3", "/3": "/4"}, "more than 3"),
        ({"/a": "file:///etc/passwd"}, "unusable"),
        ({"/a": "http://a%20b/"}, "unusable"),
    ],
)
def test_redirects_that_lead_nowhere(
    portal: Portal, fetcher: HttpFetcher, pages: dict[str, str], why: str
) -> None:
    for path, goal in pages.items():
        portal.pages[path] = Page(status=302, headers={"Location": goal})
    with pytest.raises(FetchError, match=why) as told:
        fetcher.fetch(f"{portal.base}/a")
    assert told.value.kind == "redirect"


def test_who_asks_and_what_for(portal: Portal, fetcher: HttpFetcher) -> None:
    portal.pages["/x"] = Page(b"x", etag='"1"')
    answer = fetcher.fetch(f"{portal.base}/x", headers={"If-None-Match": '"1"'}).final
    assert answer.status == 304
    assert portal.asked[0].headers["User-Agent"] == "thidua-test (+a@b.vn)"
    assert "gzip" in portal.asked[0].headers["Accept-Encoding"]
    assert answer.header("etag") == '"1"'
