"""A server of faults: each is a page that some government host really serves, and worse.

`FAULTS` are pages in a notice's place, with what the night has to say of them; `LISTINGS` are sites whose
listing or robots.txt is at fault. `tests/pipeline/test_faults.py` runs a night over all of them.
"""

from __future__ import annotations

import gzip
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass

import brotli  # type: ignore[import-untyped]
import zstandard

from tests.scrapers.portal import Handler, Page, Portal, detail, listing

_HTML = {"Content-Type": "text/html; charset=utf-8"}
_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_TITLE = "Phát động thi đua năm 2022"
_GOOD = detail(_TITLE, "Ban Chỉ huy phát động đợt thi đua cao điểm chào mừng ngày thành lập ngành.")


@dataclass(frozen=True, slots=True)
class Fault:
    """A page in a notice's place; `told`: what the night's reason has to say (None: it is read)."""

    page: Page
    told: str | None


def _drip(head: bytes, step: Callable[[int], bytes]) -> Page:
    def answer(handler: Handler) -> None:
        handler.wfile.write(head)
        for n in range(100):
            handler.wfile.write(step(n))
            handler.wfile.flush()
            time.sleep(0.05)

    return Page(raw=answer)


def _raw(data: bytes) -> Page:
    return Page(raw=lambda handler: handler.wfile.write(data) and None)


def _reset(data: bytes = b"") -> Page:
    """Closes with RST instead of FIN, after `data`."""

    def answer(handler: Handler) -> None:
        handler.wfile.write(data)
        handler.wfile.flush()
        time.sleep(0.02)
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.close()

    return Page(raw=answer)


def _endless(handler: Handler) -> None:
    handler.wfile.write(_OK + b"\r\n")
    for _ in range(10_000):
        handler.wfile.write(b"x" * 10_000)


def _chunks(data: bytes, end: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"%x\r\n%s\r\n" % (len(data), data) + end


def _coded(coding: str, body: bytes) -> Page:
    return Page(body, headers=_HTML | {"Content-Encoding": coding})


def _to(location: str) -> Page:
    return Page(status=302, headers={"Location": location})


def _html(body: str, title: str = "") -> Page:
    return Page(f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode())


def _in(charset: str, declared: str | None, text: str = _TITLE) -> Page:
    kind = "text/html" + (f"; charset={declared}" if declared else "")
    return Page(detail(text, text).decode().encode(charset, "replace"), headers={"Content-Type": kind})


_LATE = "no answer in time"
_ZEROS = bytes(8_000_000)
FAULTS: dict[str, Fault] = {
    "slow-loris body": Fault(_drip(_OK + b"Content-Length: 9000\r\n\r\n", lambda n: b"x"), _LATE),
    "slow-loris head": Fault(_drip(_OK, lambda n: b"X-%d: a\r\n" % n), _LATE),
    "silence": Fault(Page(raw=lambda handler: time.sleep(3)), _LATE),
    "reset at once": Fault(_reset(), "connection failed"),
    "reset within the body": Fault(_reset(_OK + b"Content-Length: 9000\r\n\r\n<html>"), "connection failed"),
    "truncated body": Fault(_raw(_OK + b"Content-Length: 9000\r\n\r\n<html>half"), "connection failed"),
    "length too small": Fault(Page(_GOOD, headers=_HTML | {"Content-Length": str(len(_GOOD) - 20)}), None),
    "length that is no number": Fault(_raw(_OK + b"Content-Length: many\r\n\r\n<html>"), "connection failed"),
    "chunks whole": Fault(_raw(_chunks(_GOOD, b"0\r\n\r\n")), None),
    "chunks without an end": Fault(_raw(_chunks(_GOOD, b"")), "connection failed"),
    "chunks of nonsense": Fault(_raw(_chunks(_GOOD, b"zz\r\n")), "connection failed"),
    "not HTTP": Fault(_raw(b"\x00\x01 hello\r\n\r\n"), "connection failed"),
    "headers without end": Fault(_raw(_OK + b"X: y\r\n" * 200_000), "connection failed"),
    "body without end": Fault(Page(raw=_endless), "more than"),
    "gzip bomb": Fault(_coded("gzip", gzip.compress(_ZEROS, 1)), "after decompression"),
    "brotli bomb": Fault(_coded("br", brotli.compress(_ZEROS, quality=1)), "after decompression"),
    "zstd bomb": Fault(_coded("zstd", zstandard.ZstdCompressor().compress(_ZEROS)), "after decompression"),
    "gzip cut off": Fault(_coded("gzip", gzip.compress(_GOOD)[:-9]), "compressed body is damaged"),
    "gzip that is none": Fault(_coded("gzip", _GOOD), "compressed body is damaged"),
    "unknown coding": Fault(_coded("lzma9", _GOOD), "unknown content coding"),
    "redirect loop": Fault(_to("/tin/bad"), "circle"),
    "redirect to a file": Fault(_to("file:///etc/passwd"), "unusable address"),
    "redirect to a private address": Fault(_to("http://10.0.0.1/"), "leads off the site"),
    "redirect to the metadata service": Fault(_to("http://169.254.169.254/latest/"), "leads off the site"),
    "redirect to the front page": Fault(_to("/"), "not a notice"),
    "429 for ever": Fault(Page(status=429, headers={"Retry-After": "0"}), "429 after 3 tries"),
    "503 for hours": Fault(Page(status=503, headers={"Retry-After": "7200"}), "left alone for 7200 s"),
    "500": Fault(Page(b"oops", status=500), "status 500"),
    "403": Fault(Page(b"no", status=403), "status 403"),
    "a PDF called a page": Fault(Page(b"%PDF-1.7\n\x00\x01", headers=_HTML), "not a page but a file (PDF)"),
    "a PDF": Fault(Page(b"%PDF-1.7\n", headers={"Content-Type": "application/pdf"}), "not a web page"),
    "noise called a page": Fault(Page(bytes(range(256)) * 40, headers=_HTML), "no text"),
    "an empty page": Fault(Page(b"", headers=_HTML), "no text found"),
    "a page without text": Fault(_html("<div class='b'></div>"), "no text found"),
    "soft 404": Fault(
        _html("<h1 class=t>Lỗi 404</h1><div class=b><p>Trang bạn truy cập không tồn tại.</p></div>"),
        "not-found page",
    ),
    "login": Fault(
        _html("<h1 class=t>Đăng nhập</h1><div class=b><form><p>Tài khoản</p><input name=u>"
              "<input type=password name=p></form></div>"),
        "login page",
    ),
    "maintenance": Fault(
        _html("<div class=b><p>Cổng thông tin điện tử đang được bảo trì, mời quay lại sau.</p></div>"),
        "maintenance page",
    ),
    "parked domain": Fault(
        _html("<div class=b><p>Liên hệ để mua.</p></div><script src='//sedoparking.com/x.js'></script>"),
        "parked domain",
    ),
    "bot challenge": Fault(
        _html("<script src='/cdn-cgi/challenge-platform/h/g/orchestrate'></script>", "Just a moment..."),
        "bot challenge",
    ),
    "bot challenge by cookie": Fault(
        _html("<script>document.cookie=\"D1N=0f3a\"; window.location.reload(true);</script>"), "bot challenge"
    ),
    "UTF-8 called Latin-1": Fault(_in("utf-8", "iso-8859-1"), None),
    "windows-1258 called UTF-8": Fault(_in("cp1258", "utf-8", "Tin tháng năm"), None),
    "UTF-16 without a word": Fault(_in("utf-16", None), None),
}  # fmt: skip
"""What must be told of each fault, beside two good notices that must be stored all the same."""


def install(portal: Portal, fault: Fault) -> None:
    """A site with two good notices and the fault between them."""
    portal.notice("a", "Tin thứ nhất", text="Sở Y tế phát động đợt thi đua cao điểm.")
    portal.notice("z", "Tin thứ hai", text="Ban hành Kế hoạch số 12/KH-UBND ngày 05/01/2021.")
    portal.pages["/"] = Page("<h1>Trang chủ</h1>".encode())
    portal.pages["/tin/bad"] = fault.page
    portal.listing("a", "bad", "z")


def _robots(page: Page) -> Callable[[Portal], None]:
    def change(portal: Portal) -> None:
        portal.pages["/robots.txt"] = page

    return change


def _calendar(portal: Portal) -> None:
    """Every page has other items and a next page."""
    answer = portal.answer

    def endless(path: str) -> Page:
        if not path.startswith("/tin?p=") and path != "/tin":
            return answer(path)
        number = int(path.partition("=")[2] or 1)
        return Page(listing(f"x{number}", following=f"/tin?p={number + 1}"))

    portal.answer = endless  # type: ignore[method-assign]


def _same_page(portal: Portal) -> None:
    """Every page number shows the first page."""
    answer = portal.answer

    def same(path: str) -> Page:
        if not path.startswith("/tin?p=") and path != "/tin":
            return answer(path)
        number = int(path.partition("=")[2] or 1)
        return Page(listing("a", "z", following=f"/tin?p={number + 1}"))

    portal.answer = same  # type: ignore[method-assign]


def _circle(portal: Portal) -> None:
    portal.pages["/tin"] = Page(listing("a", following="/tin?p=2"))
    portal.pages["/tin?p=2"] = Page(listing("z", following="/tin"))


@dataclass(frozen=True, slots=True)
class SiteFault:
    """A site at fault; `told`: what its line says, None: all well; `stored`: notices that it gives;
    `asked`: requests, at most.
    """

    change: Callable[[Portal], None]
    told: str | None
    stored: int
    asked: int


LISTINGS: dict[str, SiteFault] = {
    "robots.txt fails": SiteFault(_robots(Page(status=503)), "robots.txt cannot be read", 0, 1),
    "robots.txt is busy": SiteFault(_robots(Page(status=429)), "robots.txt cannot be read", 0, 1),
    "robots.txt resets": SiteFault(_robots(_reset()), "robots.txt cannot be read", 0, 1),
    "robots.txt says no": SiteFault(_robots(Page(b"User-agent: *\nDisallow: /")), "disallows", 0, 1),
    "robots.txt circles": SiteFault(_robots(_to("/robots.txt")), None, 2, 4),
    "robots.txt is a page": SiteFault(_robots(_html("<h1>Trang chủ</h1>")), None, 2, 4),
    "robots.txt is forbidden": SiteFault(_robots(Page(status=403)), None, 2, 4),
    "robots.txt without end": SiteFault(_robots(Page(raw=_endless)), "robots.txt cannot be read", 0, 1),
    "listing without end": SiteFault(_calendar, "gave nothing", 0, 30),
    "every page the same": SiteFault(_same_page, None, 2, 5),
    "listing in a circle": SiteFault(_circle, None, 2, 5),
    "listing fails": SiteFault(lambda p: p.pages.update({"/tin": Page(status=500)}), "status 500", 0, 2),
    "listing is a challenge": SiteFault(
        lambda p: p.pages.update({"/tin": FAULTS["bot challenge"].page}), "bot challenge", 0, 2
    ),
    "listing in maintenance": SiteFault(
        lambda p: p.pages.update({"/tin": FAULTS["maintenance"].page}), "maintenance page", 0, 2
    ),
}
