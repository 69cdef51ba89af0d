"""A portal on a loopback address that answers as a test wants it to, and remembers what it was asked."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from parsers.page.layout import Layout
from scrapers.fetch.urls import host_key
from scrapers.platforms import ListingSpec
from scrapers.sites import Site

Raw = Callable[["Handler"], None]


@dataclass
class Page:
    """An answer: status, headers and body; `etag` makes it conditional. `raw` takes the socket over."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    etag: str | None = None
    raw: Raw | None = None


@dataclass
class Ask:
    """One request as it came."""

    path: str
    headers: dict[str, str]


class Portal:
    """The pages by path (with query); unknown ones are 404, but for robots.txt, which allows all."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.pages: dict[str, Page] = {"/robots.txt": Page(b"", status=404)}
        self.asked: list[Ask] = []

    def count(self, path: str) -> int:
        return sum(ask.path == path for ask in self.asked)

    @property
    def paths(self) -> list[str]:
        return [ask.path for ask in self.asked]

    def answer(self, path: str) -> Page:
        return self.pages.get(path) or Page(b"<h1>404</h1>", status=404)

    def notice(
        self, slug: str, title: str, *, text: str = "", etag: str | None = None, day: str = "01/02/2021"
    ) -> None:
        """A detail page, whose counter differs at every request."""
        self.pages[f"/tin/{slug}"] = Page(detail(title, text or title, day), etag=etag)

    def file(self, name: str, body: bytes | None = None, *, etag: str | None = None) -> str:
        """A PDF of a few words (or `body`), and the link that offers it."""
        self.pages[f"/files/{name}"] = Page(
            pdf(name) if body is None else body, headers={"Content-Type": "application/pdf"}, etag=etag
        )
        return f"<a href='/files/{name}'>Tệp {name}</a>"

    def listing(self, *slugs: str, path: str = "/tin", following: str | None = None) -> None:
        self.pages[path] = Page(listing(*slugs, following=following))


class Handler(BaseHTTPRequestHandler):
    """Serves the portal that its server carries."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    timeout = 20

    def do_GET(self) -> None:
        portal: Portal = self.server.portal  # type: ignore[attr-defined]
        portal.asked.append(Ask(self.path, dict(self.headers)))
        page = portal.answer(self.path)
        if page.raw:
            page.raw(self)
            self.close_connection = True
            return
        etag = page.etag
        if etag and self.headers.get("If-None-Match") == etag:
            page = Page(status=304, headers={}, etag=etag)
        self.send_response(page.status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        if etag:
            self.send_header("ETag", etag)
        if page.status != 304 and "Content-Length" not in page.headers:
            self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        self.wfile.write(page.body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    address_family = socket.AF_INET

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that break off are what is tested."""


@contextlib.contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Portal]:
    server = _Server((host, 0), Handler)
    portal = Portal(f"http://{host}:{server.server_port}")
    server.portal = portal  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield portal
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def pdf(words: str) -> bytes:
    return f"%PDF-1.4\n1 0 obj << /Title ({words}) >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n".encode()


def detail(title: str, text: str, day: str = "01/02/2021") -> bytes:
    return (
        f"<html><head><title>{title}</title></head><body><h1 class='t'>{title}</h1><p class='d'>{day}</p>"
        f"<div class='b'><p>{text}</p><p>Văn phòng UBND tỉnh Sơn La thông báo.</p></div></body></html>"
    ).encode()


def listing(*slugs: str, following: str | None = None) -> bytes:
    items = "".join(f"<div class='item'><a href='/tin/{slug}'>Tin {slug}</a></div>" for slug in slugs)
    after = f"<a rel='next' href='{following}'>Trang sau</a>" if following else ""
    return f"<html><body>{items}{after}</body></html>".encode()


def site_of(portal: Portal, id: str = "son-la", **changes: object) -> Site:
    """A site that reads the portal's pages, in no hurry to be polite."""
    start = f"{portal.base}/tin"
    values: dict[str, object] = {
        "id": id,
        "name": "Cổng thử nghiệm",
        "platform": "test",
        "start": (start,),
        "hosts": frozenset({host_key(start)}),
        "listing": ListingSpec(item=(".item",), link=("a[href]",)),
        "layout": Layout(title=("h1.t",), published=("p.d",), body=("div.b",)),
        "province": "son-la",
        "delay": 0.0,
    }
    return Site(**(values | changes))  # type: ignore[arg-type]
