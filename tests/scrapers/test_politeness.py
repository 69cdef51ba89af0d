from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from scrapers.fetch.fetching import Exchange, FetchError, HttpFetcher, Limits
from scrapers.fetch.politeness import Paces, PoliteFetcher, retry_after
from tests.scrapers.portal import Handler, Page, Portal, serving


@pytest.fixture
def portal() -> Iterator[Portal]:
    with serving() as portal:
        portal.pages["/x"] = Page(b"x")
        portal.pages["/y"] = Page(b"y")
        yield portal


class Polite:
    """A polite fetcher whose pauses are written down instead of slept."""

    def __init__(self, delay: float = 0.0, paces: Paces | None = None) -> None:
        self.slept: list[float] = []
        raw = HttpFetcher("thidua-test", Limits(silence=2, seconds=4), ("127.0.0.0/8",))
        self.fetcher = PoliteFetcher(raw, paces or Paces(), delay, self.slept.append)

    def get(self, url: str) -> bytes:
        return self.fetcher.fetch(url).final.body


def robots(text: str) -> Page:
    return Page(text.encode(), headers={"Content-Type": "text/plain"})


@pytest.mark.parametrize(
    ("page", "allowed", "reason"),
    [
        (Page(status=404), True, "no file is a licence"),
        (Page(status=403), True, "RFC 9309, 2.3.1.3: all of 4xx"),
        (Page(status=500), False, "RFC 9309, 2.3.1.4: a failing server is none"),
        (Page(status=503), False, "the same"),
        (Page(status=429), False, "it asks to be left alone"),
        (Page(raw=lambda handler: handler.connection.close()), False, "the network fails"),
        (robots("User-agent: *\nDisallow: /"), False, "all are shut out"),
        (robots("User-agent: *\nDisallow: /noi-bo/"), True, "another folder is"),
        (robots("User-agent: *\nDisallow: /\n\nUser-agent: thidua\nAllow: /"), True, "we are named"),
        (robots("User-agent: thidua\nDisallow: /x$"), False, "we are named"),
        (robots("\ufeffUser-agent: *\nDisallow: /"), False, "a byte order mark hides nothing"),
        (Page(b"<html><body>Trang ch\xe1\xbb\xa7</body></html>"), True, "a page in its place has no rules"),
    ],
)
def test_robots(portal: Portal, page: Page, allowed: bool, reason: str) -> None:
    portal.pages["/robots.txt"] = page
    polite = Polite()
    if allowed:
        assert polite.get(f"{portal.base}/x") == b"x", reason
        polite.get(f"{portal.base}/y")
        assert portal.count("/robots.txt") == 1, "asked once a run"
    else:
        with pytest.raises(FetchError) as told:
            polite.get(f"{portal.base}/x")
        assert told.value.kind == "robots", reason
        assert portal.count("/x") == 0


def test_robots_speak_for_redirects_too(portal: Portal) -> None:
    portal.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /kin")
    portal.pages["/x"] = Page(status=302, headers={"Location": "/kin"})
    with pytest.raises(FetchError, match="disallows"):
        Polite().get(f"{portal.base}/x")
    assert portal.count("/kin") == 0


@pytest.mark.parametrize(
    ("own", "wanted", "expected"),
    [
        (3.0, "", 3.0),
        (3.0, "Crawl-delay: 7", 7.0),
        (9.0, "Crawl-delay: 7", 9.0),
        (1.0, "Request-rate: 1/20", 20.0),
    ],
)
def test_the_longest_delay_counts(portal: Portal, own: float, wanted: str, expected: float) -> None:
    portal.pages["/robots.txt"] = robots(f"User-agent: *\n{wanted}\n")
    polite = Polite(own)
    for path in ("/x", "/y", "/x"):
        polite.get(portal.base + path)
    assert polite.slept[-1] > 0.9 * expected
    assert polite.slept[-1] < 4 * expected + own


def test_two_sites_on_one_host_share_its_pace(portal: Portal) -> None:
    paces = Paces()
    Polite(5.0, paces).get(f"{portal.base}/x")
    other = Polite(5.0, paces)
    other.get(f"{portal.base}/y")
    assert other.slept[0] > 4


def busy_then_well(portal: Portal, times: int, status: int = 503, wait: str | None = "7") -> None:
    left = [times]

    def answer(handler: Handler) -> None:
        left[0] -= 1
        if left[0] >= 0:
            line = f"Retry-After: {wait}\r\n" if wait else ""
            handler.wfile.write(
                f"HTTP/1.1 {status} Busy\r\n{line}Connection: close\r\nContent-Length: 0\r\n\r\n".encode()
            )
        else:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx")

    portal.pages["/x"] = Page(raw=answer)


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_waited_for(portal: Portal, status: int) -> None:
    busy_then_well(portal, 2, status)
    polite = Polite()
    assert polite.get(f"{portal.base}/x") == b"x"
    assert polite.slept == [7.0, 7.0]


def test_without_retry_after_pauses_grow(portal: Portal) -> None:
    busy_then_well(portal, 2, wait=None)
    polite = Polite()
    polite.get(f"{portal.base}/x")
    assert polite.slept[1] > polite.slept[0] > 0


def test_who_wants_hours_is_left_alone(portal: Portal) -> None:
    busy_then_well(portal, 9, wait="7200")
    polite = Polite()
    with pytest.raises(FetchError, match="left alone for 7200 s") as told:
        polite.get(f"{portal.base}/x")
    assert told.value.kind == "busy"
    assert portal.count("/x") == 1
    assert polite.slept == []


def test_a_storm_of_429_ends(portal: Portal) -> None:
    busy_then_well(portal, 99, 429)
    with pytest.raises(FetchError) as told:
        Polite().get(f"{portal.base}/x")
    assert told.value.kind == "busy"
    assert portal.count("/x") == 3


def test_a_broken_answer_is_tried_again(portal: Portal) -> None:
    left = [1]

    def answer(handler: Handler) -> None:
        left[0] -= 1
        if left[0] < 0:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx")

    portal.pages["/x"] = Page(raw=answer)
    assert Polite().get(f"{portal.base}/x") == b"x"
    assert portal.count("/x") == 2


def test_retry_after_forms() -> None:
    def asked(value: str) -> float | None:
        head = (("Retry-After", value),)
        return retry_after(Exchange("http://a.vn/", 503, "", head, b"", (), datetime.now(UTC)))

    assert asked("120") == 120
    assert asked("soon") is None
    assert asked("") is None
    assert asked("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    later = asked(format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True))
    assert later is not None
    assert 80 < later <= 90
