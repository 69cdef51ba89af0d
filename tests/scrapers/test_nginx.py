"""Against nginx from Debian: what real servers say of conditions, codings, ranges, load and TLS."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme

from scrapers.fetch.fetching import FetchError, HttpFetcher, Limits
from scrapers.fetch.politeness import Paces, PoliteFetcher
from scrapers.fetch.tls import Tls
from tests.scrapers.nginx import free_port, installed, running

pytestmark = pytest.mark.skipif(not installed(), reason="nginx is not installed: see .ci/servers")
LOOPBACK = ("127.0.0.0/8",)
TEXT = "<html><body><h1>Phong trào thi đua</h1>" + "<p>Kế hoạch số 12/KH-UBND.</p>" * 500 + "</body></html>"

HTTP = """
    gzip on;
    gzip_min_length 100;
    limit_req_zone $binary_remote_addr zone=slow:1m rate=60r/m;
    server {{
        listen {plain};
        root {folder}/www;
        location = /robots.txt {{ return 200 "User-agent: *\\nCrawl-delay: 3\\nDisallow: /noi-bo/\\n"; }}
        location /cham/ {{
            limit_req zone=slow;
            limit_req_status 429;
            error_page 429 = @busy;
            rewrite ^ /page.html break;
        }}
        location @busy {{ add_header Retry-After 1 always; return 429; }}
    }}
    server {{
        listen {good} ssl http2;
        ssl_certificate {folder}/whole.pem;
        ssl_certificate_key {folder}/key.pem;
        root {folder}/www;
    }}
    server {{
        listen {partial} ssl;
        ssl_certificate {folder}/leaf.pem;
        ssl_certificate_key {folder}/key.pem;
        root {folder}/www;
    }}
    server {{
        listen {other} ssl;
        ssl_certificate {folder}/other.pem;
        ssl_certificate_key {folder}/other-key.pem;
        root {folder}/www;
    }}
    server {{
        listen {old} ssl;
        ssl_certificate {folder}/whole.pem;
        ssl_certificate_key {folder}/key.pem;
        ssl_protocols TLSv1 TLSv1.1;
        ssl_ciphers "DEFAULT:@SECLEVEL=0";
        root {folder}/www;
    }}
"""


@dataclass
class Servers:
    """Ports of one nginx, and the certificates of its authority as PEM."""

    ports: dict[str, int]
    authority: str
    intermediate: str
    log: Path

    def url(self, kind: str, path: str = "/page.html") -> str:
        scheme = "http" if kind == "plain" else "https"
        return f"{scheme}://127.0.0.1:{self.ports[kind]}{path}"


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    folder = tmp_path_factory.mktemp("nginx")
    for parent in (folder, folder.parent):
        parent.chmod(0o755)
    (folder / "www").mkdir()
    (folder / "www" / "page.html").write_text(TEXT, encoding="utf-8")
    root = trustme.CA()
    middle = root.create_child_ca()
    leaf, other = middle.issue_cert("127.0.0.1"), root.issue_cert("khac.gov.vn")
    chain = [each.bytes().decode() for each in leaf.cert_chain_pems]
    (folder / "leaf.pem").write_text(chain[0])
    (folder / "whole.pem").write_text(chain[0] + middle.cert_pem.bytes().decode())
    (folder / "key.pem").write_bytes(leaf.private_key_pem.bytes())
    (folder / "other.pem").write_bytes(other.cert_chain_pems[0].bytes())
    (folder / "other-key.pem").write_bytes(other.private_key_pem.bytes())
    ports = {name: free_port() for name in ("plain", "good", "partial", "other", "old")}
    with running(folder, HTTP.format(folder=folder, **ports), ("127.0.0.1", ports["plain"])):
        authority, intermediate = (ca.cert_pem.bytes().decode() for ca in (root, middle))
        yield Servers(ports, authority, intermediate, folder / "access.log")


def fetcher(tls: Tls | None = None) -> HttpFetcher:
    return HttpFetcher("thidua-test (+a@b.vn)", Limits(silence=3, seconds=6), LOOPBACK, tls)


def test_conditions(servers: Servers) -> None:
    first = fetcher().fetch(servers.url("plain")).final
    assert first.status == 200
    for header, value in (
        ("If-None-Match", first.header("etag")),
        ("If-Modified-Since", first.header("last-modified")),
    ):
        assert value is not None
        again = fetcher().fetch(servers.url("plain"), headers={header: value}).final
        assert (again.status, again.body) == (304, b""), header


def test_gzip(servers: Servers) -> None:
    answer = fetcher().fetch(servers.url("plain")).final
    assert answer.header("content-encoding") == "gzip"
    assert answer.body.decode() == TEXT


def test_ranges(servers: Servers) -> None:
    wanted = {"Range": "bytes=6-11", "Accept-Encoding": "identity"}
    answer = fetcher().fetch(servers.url("plain"), headers=wanted).final
    assert (answer.status, answer.body) == (206, TEXT.encode()[6:12])


def test_robots_and_throttling(servers: Servers) -> None:
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        import time

        slept.append(seconds)
        time.sleep(min(seconds, 1.1))

    polite = PoliteFetcher(fetcher(), Paces(), sleep=sleep)
    with pytest.raises(FetchError, match="disallows"):
        polite.fetch(servers.url("plain", "/noi-bo/x"))
    for _ in range(2):
        assert polite.fetch(servers.url("plain")).final.status == 200
    assert slept and slept[-1] > 2, "Crawl-delay: 3"
    hasty = PoliteFetcher(fetcher(), Paces(), sleep=sleep, robots=False)
    slept.clear()
    for n in range(2):
        assert hasty.fetch(servers.url("plain", f"/cham/{n}")).final.status == 200
    assert 1.0 in slept, "Retry-After: 1"
    assert " 429 " in servers.log.read_text(encoding="utf-8")


def test_http2_with_an_authority_of_the_sites_own(servers: Servers) -> None:
    with pytest.raises(FetchError, match=r"Remedy: save .*tls\.chain") as told:
        fetcher().fetch(servers.url("good"))
    assert told.value.kind == "tls"
    answer = fetcher(Tls(chain=servers.authority)).fetch(servers.url("good")).final
    assert answer.http_version == "HTTP/2"
    assert answer.body.decode() == TEXT


def test_a_missing_intermediate(servers: Servers) -> None:
    with pytest.raises(FetchError, match="does not send its intermediate") as told:
        fetcher().fetch(servers.url("partial"))
    assert told.value.kind == "tls"
    assert not told.value.passing, "it will be missing at the second try, too"
    answer = fetcher(Tls(chain=servers.intermediate)).fetch(servers.url("partial")).final
    assert answer.status == 200


def test_another_hosts_certificate(servers: Servers) -> None:
    with pytest.raises(FetchError, match=r"another host's .*Remedy: .*wrong-host"):
        fetcher(Tls(chain=servers.authority)).fetch(servers.url("other"))
    eased = Tls(frozenset({"wrong-host"}), servers.authority)
    assert fetcher(eased).fetch(servers.url("other")).final.status == 200
    with pytest.raises(FetchError, match="TLS"):
        fetcher(Tls(frozenset({"wrong-host"}))).fetch(servers.url("other"))


def test_an_old_protocol(servers: Servers) -> None:
    with pytest.raises(FetchError, match=r"old protocol .*Remedy: .*old-protocol"):
        fetcher(Tls(chain=servers.authority)).fetch(servers.url("old"))
    eased = Tls(frozenset({"old-protocol"}), servers.authority)
    assert fetcher(eased).fetch(servers.url("old")).final.status == 200
    assert (
        fetcher(Tls(frozenset({"old-protocol", "unverified"}))).fetch(servers.url("old")).final.status == 200
    )
