"""Which addresses a crawler may reach: public ones, checked where the connection is made.

A link, a redirect or a DNS answer can point into the operator's own network (server-side request forgery).
The check therefore sits below HTTP: every name is resolved here, every answer is judged, and the connection
goes to the very address that was judged, so that a second DNS answer cannot differ (rebinding). Loopback
portals, as the demo's, need an explicit allowance.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class AddressRefusedError(OSError):
    """A host that resolves to an address which is not public and not allowed."""


def networks(texts: Iterable[str]) -> tuple[Network, ...]:
    """Networks in CIDR notation; `ValueError` where one is none."""
    return tuple(ipaddress.ip_network(text) for text in texts)


def is_public(address: Address) -> bool:
    """Whether `address`, and the IPv4 address that it may carry inside, belongs to the public internet."""
    if isinstance(address, ipaddress.IPv6Address):
        carried = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if carried is None and address in _NAT64:
            carried = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if carried is not None and not is_public(carried):
            return False
        if address.ipv4_mapped is not None:
            return True
    return address.is_global and not address.is_multicast


class Deadline:
    """A moment (monotonic seconds) that bounds a whole fetch, however slowly its bytes drip."""

    def __init__(self) -> None:
        self._at = float("inf")

    def start(self, seconds: float) -> None:
        """Begin a fetch that may take `seconds`."""
        self._at = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """The seconds that one step may take; raises `httpcore.ReadTimeout` when none are left."""
        left = self._at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for this page is used up")
        return left if timeout is None else min(timeout, left)


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to judged addresses only, under a deadline."""

    def __init__(self, allowed: tuple[Network, ...], deadline: Deadline) -> None:
        self._allowed = allowed
        self._deadline = deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of `host` that answers."""
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._judged(host, port):
            try:
                left = self._deadline.left(timeout)
                stream = self._inner.connect_tcp(str(address), port, left, local_address, socket_options)
                return GuardedStream(stream, self._deadline, (str(address), port))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """No page lives there."""
        raise AddressRefusedError(f"{path}: not a network address")

    def sleep(self, seconds: float) -> None:
        """As the pool asks for it."""
        self._inner.sleep(seconds)

    def _judged(self, host: str, port: int) -> list[Address]:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host}: the name does not resolve ({error})") from error
        found = list(dict.fromkeys(ipaddress.ip_address(str(a[4][0]).split("%")[0]) for a in answers))
        for address in found:
            if not is_public(address) and not any(address in network for network in self._allowed):
                raise AddressRefusedError(f"{host} leads to {address}, which is not a public address")
        return found


class GuardedStream(httpcore.NetworkStream):
    """A connection whose every step ends at the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline, server: tuple[str, int]) -> None:
        self._inner = inner
        self._deadline = deadline
        self._server = server

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """As `httpcore.NetworkStream`."""
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """As `httpcore.NetworkStream`."""
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """As `httpcore.NetworkStream`."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """As `httpcore.NetworkStream`."""
        left = self._deadline.left(timeout)
        inner = self._inner.start_tls(ssl_context, server_hostname, left)
        return GuardedStream(inner, self._deadline, self._server)

    def get_extra_info(self, info: str) -> Any:
        """As `httpcore.NetworkStream`; the server's address is known after the connection is closed, too."""
        return self._server if info == "server_addr" else self._inner.get_extra_info(info)
