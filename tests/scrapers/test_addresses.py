import ipaddress
import socket
from typing import Any

import pytest

from scrapers.fetch.addresses import is_public, networks
from scrapers.fetch.fetching import FetchError, HttpFetcher
from tests.scrapers.portal import Page, serving


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("113.160.10.1", True),
        ("2405:4800::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:113.160.10.1", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


def refused(url: str, allow: tuple[str, ...] = ()) -> str:
    fetcher = HttpFetcher("test", allow=allow)
    with pytest.raises(FetchError) as told:
        fetcher.fetch(url)
    fetcher.close()
    assert told.value.kind == "address"
    assert not told.value.passing
    return str(told.value)


def test_loopback_needs_an_allowance() -> None:
    with serving() as portal:
        portal.pages["/x"] = Page(b"x")
        assert "not a public address" in refused(f"{portal.base}/x")
        assert "not a public address" in refused(f"{portal.base}/x", allow=("10.0.0.0/8",))
        assert portal.asked == []
        fetcher = HttpFetcher("test", allow=("127.0.0.0/8",))
        assert fetcher.fetch(f"{portal.base}/x").final.body == b"x"
        fetcher.close()


@pytest.mark.parametrize("host", ["localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:7f00:1]"])
def test_other_spellings_of_loopback(host: str) -> None:
    refused(f"http://{host}:9/x")


def test_every_dns_answer_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    def answers(host: str, port: int, **_: Any) -> list[Any]:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in ("113.160.10.1", "10.0.0.1")
        ]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    assert "10.0.0.1" in refused("http://tinh.gov.vn/")


def test_redirects_are_judged() -> None:
    with serving("127.0.0.1") as portal, serving("127.0.0.2") as inner:
        portal.pages["/x"] = Page(status=302, headers={"Location": f"{inner.base}/secret"})
        assert "127.0.0.2" in refused(f"{portal.base}/x", allow=("127.0.0.1/32",))
        assert inner.asked == []


def test_a_name_that_does_not_resolve() -> None:
    fetcher = HttpFetcher("test")
    with pytest.raises(FetchError, match="does not resolve") as told:
        fetcher.fetch("http://khong-co.invalid/")
    assert told.value.kind == "dead"


def test_networks_are_checked() -> None:
    with pytest.raises(ValueError, match="does not appear"):
        networks(["localhost"])
