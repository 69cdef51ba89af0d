"""One page from the network, bounded in every direction: `Fetcher` is all that the crawler knows of HTTP.

`HttpFetcher` is httpx behind that interface; a test or a backfill puts another in its place. It follows no
redirect by itself: every hop is offered to the caller (robots.txt, the host's pace) before it is made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal, Protocol

import httpcore
import httpx

from scrapers.fetch.addresses import AddressRefusedError, Deadline, GuardedBackend, networks
from scrapers.fetch.decoding import ACCEPT_ENCODING, DecodingError, TooLargeError, decoded
from scrapers.fetch.tls import Tls, context, explained
from scrapers.fetch.urls import UnusableUrlError, canonical_url

Kind = Literal["address", "busy", "decoding", "dead", "redirect", "robots", "size", "timeout", "tls"]
Headers = tuple[tuple[str, str], ...]
_CHARSET = re.compile(r";\s{0,5}charset\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HTML = ("text/html", "application/xhtml", "text/plain")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class FetchError(Exception):
    """A page that could not be had: `kind` for machines, the message for people."""

    def __init__(self, kind: Kind, why: str) -> None:
        super().__init__(why)
        self.kind = kind

    @property
    def passing(self) -> bool:
        """Whether another try may do better."""
        return self.kind in {"dead", "timeout", "decoding"}


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one fetch: seconds without a byte, seconds in all, bytes sent, bytes unpacked, redirects.

    The bytes are for the largest scans of plans; a page is a fiftieth of that.
    """

    silence: float = 30.0
    seconds: float = 120.0
    wire_bytes: int = 50_000_000
    bytes: int = 50_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer. `body` is unpacked; `fetched_at` is aware, UTC, whole seconds.

    `source`: where the answer was taken from, if not from `url` itself but from an archive of it.
    """

    url: str
    status: int
    reason: str
    headers: Headers
    body: bytes
    request_headers: Headers
    fetched_at: datetime
    ip: str | None = None
    http_version: str = "HTTP/1.1"
    source: str | None = None

    def header(self, name: str) -> str | None:
        """The first header called `name`."""
        return next((value for key, value in self.headers if key.lower() == name), None)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page with the redirects that led to it."""

    final: Exchange
    hops: tuple[Exchange, ...] = field(default=())


MayFollow = Callable[[str], None]
"""Called with the canonical URL of a redirect's goal; raises `FetchError` to refuse it."""


class Fetcher(Protocol):
    """How a crawler gets pages."""

    def fetch(
        self, url: str, *, headers: Mapping[str, str] | None = None, may_follow: MayFollow | None = None
    ) -> Fetched:
        """The page at `url`, whatever its status; raises `FetchError` where there is none."""

    def close(self) -> None:
        """End all connections."""


class _GuardedTransport(httpx.BaseTransport):
    """What carries httpx's requests: its own engine over a network of ours, with bounds of ours.

    Errors stay httpcore's.
    """

    def __init__(self, backend: GuardedBackend, tls: Tls | None) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=context(tls),
            max_connections=4,
            max_keepalive_connections=2,
            keepalive_expiry=60.0,
            http1=True,
            http2=True,
            network_backend=backend,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Ask, and hand the answer on as it comes."""
        url = request.url
        asked = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            extensions=request.extensions,
        )
        answer = self._pool.handle_request(asked)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        """End all connections."""
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    """The body of an answer that is being read."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        """Give the connection back."""
        self._answer.close()


class HttpFetcher:
    """A client for one site's hosts. `allow` names networks (CIDR) that may be reached though not public;
    `tls` is the site's exception, if it has one.

    One thread at a time.
    """

    def __init__(
        self,
        user_agent: str,
        limits: Limits | None = None,
        allow: tuple[str, ...] = (),
        tls: Tls | None = None,
    ) -> None:
        self._limits = limits or Limits()
        self._deadline = Deadline()
        self._transport = _GuardedTransport(GuardedBackend(networks(allow), self._deadline), tls)
        self._headers = {
            "User-Agent": user_agent,
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.5",
            "Accept-Language": "vi,en;q=0.3",
            "Accept-Encoding": ACCEPT_ENCODING,
        }
        self._timeout = httpx.Timeout(self._limits.silence).as_dict()
        self._cookies = httpx.Cookies()

    def close(self) -> None:
        """End all connections."""
        self._transport.close()

    def fetch(
        self, url: str, *, headers: Mapping[str, str] | None = None, may_follow: MayFollow | None = None
    ) -> Fetched:
        """As `Fetcher.fetch`; conditional headers go with the first request and every hop."""
        hops: list[Exchange] = []
        self._deadline.start(self._limits.seconds)
        while True:
            answer = self._exchange(url, headers or {})
            goal = answer.header("location")
            if answer.status not in _REDIRECTS or not goal:
                return Fetched(answer, tuple(hops))
            hops.append(answer)
            if len(hops) > self._limits.redirects:
                raise FetchError("redirect", f"more than {self._limits.redirects} redirects")
            try:
                url = canonical_url(goal, answer.url)
            except UnusableUrlError as error:
                raise FetchError("redirect", f"redirect to an unusable address: {error}") from error
            if any(hop.url == url for hop in hops):
                raise FetchError("redirect", f"redirects go in a circle at {url}")
            if may_follow:
                may_follow(url)
                self._deadline.start(self._limits.seconds)

    def _exchange(self, url: str, headers: Mapping[str, str]) -> Exchange:
        try:
            return self._answer(url, headers)
        except AddressRefusedError as error:
            raise FetchError("address", str(error)) from error
        except httpcore.TimeoutException as error:
            raise FetchError("timeout", f"no answer in time ({str(error) or 'silence'})") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
            trouble = explained(error)
            if trouble is not None:
                raise FetchError("tls", trouble) from error
            raise FetchError("dead", f"connection failed: {error}") from error
        except httpx.InvalidURL as error:
            raise FetchError("address", f"{url}: {error}") from error
        except TooLargeError as error:
            raise FetchError("size", str(error)) from error
        except DecodingError as error:
            raise FetchError("decoding", str(error)) from error

    def _answer(self, url: str, headers: Mapping[str, str]) -> Exchange:
        """Ask the transport itself: a client's redirects, authentication and cookies for every answer would
        make a fetch a third dearer. Cookies are kept where a host sets them.
        """
        request = httpx.Request(
            "GET", url, headers=self._headers | dict(headers), extensions={"timeout": self._timeout}
        )
        if self._cookies:
            self._cookies.set_cookie_header(request)
        response = self._transport.handle_request(request)
        try:
            response.request = request
            if "set-cookie" in response.headers:
                self._cookies.extract_cookies(response)
            return self._read(url, response)
        finally:
            response.close()

    def _read(self, url: str, response: httpx.Response) -> Exchange:
        body = bytearray()
        for piece in response.iter_raw():
            body += piece
            if len(body) > self._limits.wire_bytes:
                raise TooLargeError(f"more than {self._limits.wire_bytes} bytes")
        unpacked = decoded(bytes(body), response.headers.get("content-encoding", ""), self._limits.bytes)
        stream = response.extensions.get("network_stream")
        server = stream.get_extra_info("server_addr") if stream is not None else None
        return Exchange(
            url=url,
            status=response.status_code,
            reason=response.reason_phrase,
            headers=_pairs(response.headers),
            body=unpacked,
            request_headers=_pairs(response.request.headers),
            fetched_at=datetime.now(UTC).replace(microsecond=0),
            ip=str(server[0]) if server else None,
            http_version=response.http_version,
        )


def _pairs(headers: httpx.Headers) -> Headers:
    return tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in headers.raw)


def charset_of(content_type: str | None) -> str | None:
    """The charset that a content type names (RFC 9110, 8.3.2)."""
    found = _CHARSET.search(content_type or "")
    return found[1] if found else None


def is_page(content_type: str | None) -> bool:
    """Whether a content type says "web page", or nothing."""
    return (content_type or _HTML[0]).strip().lower().startswith(_HTML)
