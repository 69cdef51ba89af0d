"""Five small portals on loopback addresses, so that the demo crawls through HTTP as the real job does.

Each portal has its own host (127.0.0.2 … 127.0.0.6) and all share one port. Bytes differ at every request,
but the validators of a notice depend on the notice alone: so good portals behave, and a crawler relies on it.
"""

from __future__ import annotations

import contextlib
import hashlib
import mimetypes
import secrets
import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Thread
from urllib.parse import parse_qs, unquote, urlsplit

from pipeline.demo.render import Ambient, detail_page, listing_page, page_count, robots
from pipeline.demo.samples import PortalStyle, Sample, portal_styles, samples, samples_folder, shown

_FIRST_NIGHT = datetime(2026, 11, 20, 6, 0)  # a fixed day: validators must not depend on when the demo runs


class PortalsUnavailableError(OSError):
    """The loopback addresses or the port could not be taken; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request that a portal answered."""

    method: str
    path: str
    status: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: status, bytes, type and validators."""

    status: HTTPStatus
    content: bytes = b""
    type: str = "text/html; charset=utf-8"
    etag: str | None = None
    modified: datetime | None = None


@dataclass(slots=True)
class Portal:
    """One portal that answers requests; `night` may be set while it runs."""

    style: PortalStyle
    port: int
    notices: Sequence[Sample]
    night: int = 1
    visits: list[Visit] = field(default_factory=list)
    _counter: Iterator[int] = field(default_factory=lambda: count(346_024))

    @property
    def base(self) -> str:
        """The address without a path, e.g. `http://127.0.0.2:8180`."""
        return f"http://{self.style.host}:{self.port}"

    def standing(self) -> list[Sample]:
        """The notices that stand on the portal now, newest first."""
        return list(shown(self.notices, self.night))

    def answer(self, target: str) -> Answer:
        """What a GET of `target` (path and query) gives."""
        parts = urlsplit(target)
        path = unquote(parts.path)
        if path == "/robots.txt":
            return Answer(HTTPStatus.OK, robots().encode(), "text/plain; charset=utf-8")
        if path.startswith("/files/"):
            return self._file(path.removeprefix("/files/"))
        standing = self.standing()
        ambient = Ambient(datetime.now(), next(self._counter), secrets.token_hex(12))
        if path in {"/", self.style.listing}:
            number = parse_qs(parts.query).get(self.style.page_parameter, ["1"])[0]
            return self._listing(standing, number, ambient)
        for notice in standing:
            if notice.path == path:
                html = detail_page(self.style, notice, standing, self.base, ambient)
                return self._valid(html, repr((notice.title, notice.body)), _modified(notice))
        return Answer(HTTPStatus.NOT_FOUND, "<h1>Không tìm thấy trang</h1>".encode())

    def _listing(self, standing: Sequence[Sample], number: str, ambient: Ambient) -> Answer:
        page = int(number) if number.isdecimal() and len(number) < 5 else 0
        if not 1 <= page <= page_count(self.style, len(standing)):
            return Answer(HTTPStatus.NOT_FOUND, "<h1>Không tìm thấy trang</h1>".encode())
        html = listing_page(self.style, standing, page, ambient)
        return self._valid(html, repr([(page, n.path, n.title) for n in standing]), None)

    def _valid(self, html: str, essence: str, modified: datetime | None) -> Answer:
        tag = hashlib.sha256(essence.encode()).hexdigest()[:20]
        return Answer(
            HTTPStatus.OK,
            html.encode(),
            etag=f'W/"{tag}"' if self.style.etag else None,
            modified=modified if self.style.last_modified else None,
        )

    def _file(self, name: str) -> Answer:
        offered = {each.file for notice in self.standing() for each in notice.attachments}
        if name not in offered:
            return Answer(HTTPStatus.NOT_FOUND)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return Answer(HTTPStatus.OK, (samples_folder() / "files" / name).read_bytes(), kind)


def _modified(notice: Sample) -> datetime:
    if notice.edited is None:
        return notice.published.replace(tzinfo=UTC)
    return (_FIRST_NIGHT + timedelta(days=notice.edited)).replace(tzinfo=UTC)


def _unchanged(answer: Answer, none_match: str | None, since: str | None) -> bool:
    """Whether the visitor's copy is still good; `If-None-Match` wins (RFC 9110, 13.1)."""
    if none_match is not None:
        return answer.etag is not None and answer.etag in none_match
    if since is None or answer.modified is None:
        return False
    try:
        return answer.modified <= parsedate_to_datetime(since)
    except ValueError:
        return False


def _handler(portal: Portal) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one packet: else delayed acknowledgements cost 40 ms a page
        timeout = 30

        def do_GET(self) -> None:
            self._reply(with_body=True)

        def do_HEAD(self) -> None:
            self._reply(with_body=False)

        def _reply(self, *, with_body: bool) -> None:
            answer = portal.answer(self.path)
            if answer.status is HTTPStatus.OK and _unchanged(
                answer, self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")
            ):
                answer = Answer(HTTPStatus.NOT_MODIFIED, etag=answer.etag, modified=answer.modified)
            portal.visits.append(Visit(self.command, self.path, answer.status.value))
            self.send_response(answer.status)
            if answer.etag:
                self.send_header("ETag", answer.etag)
            if answer.modified:
                self.send_header("Last-Modified", format_datetime(answer.modified, usegmt=True))
            if answer.status is not HTTPStatus.NOT_MODIFIED:
                self.send_header("Content-Type", answer.type)
                self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            if with_body:
                self.wfile.write(answer.content)

        def log_message(self, format: str, *args: object) -> None:
            """Requests are kept in `Portal.visits`, not printed between the progress bars."""

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


def free_port(hosts: Sequence[str]) -> int:
    """A port that is free on every one of `hosts`.

    Raises `PortalsUnavailableError` where the addresses cannot be used.
    """
    for _ in range(20):
        with contextlib.ExitStack() as stack:
            try:
                first = stack.enter_context(socket.socket())
                first.bind((hosts[0], 0))
                port = int(first.getsockname()[1])
                for host in hosts[1:]:
                    stack.enter_context(socket.socket()).bind((host, port))
            except OSError:
                continue
            return port
    raise PortalsUnavailableError(
        f"no port is free on all of {', '.join(hosts)}: the demo needs these loopback addresses "
        "(on macOS: sudo ifconfig lo0 alias 127.0.0.2, and so on)"
    )


@contextlib.contextmanager
def serving(
    port: int | None = None, night: int = 1, *, styles: Sequence[PortalStyle] | None = None
) -> Iterator[list[Portal]]:
    """Serve the portals in threads while the context is open.

    `port` None takes a free one. Raises `PortalsUnavailableError` where an address or the port is taken.
    """
    styles = portal_styles() if styles is None else styles
    port = free_port([style.host for style in styles]) if port is None else port
    portals = [Portal(style, port, [n for n in samples() if n.portal == style.id], night) for style in styles]
    servers: list[_Server] = []
    try:
        for portal in portals:
            try:
                servers.append(_Server((portal.style.host, port), _handler(portal)))
            except OSError as error:
                raise PortalsUnavailableError(
                    f"{portal.base} cannot be served ({error.strerror}): another demo may be running; "
                    "end it or choose another folder with --data"
                ) from error
        for server in servers:
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield portals
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()
