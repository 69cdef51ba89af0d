"""Manners: robots.txt, a delay a host, Retry-After, few and growing pauses after failures.

`Paces` is shared by all workers, so that two sites on one server do not double its load; `PoliteFetcher` is
the one worker's view of the network.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scrapers.fetch.fetching import Exchange, Fetched, Fetcher, FetchError, MayFollow
from scrapers.fetch.robots import Robots, read_robots
from scrapers.fetch.urls import host_key, origin

Sleep = Callable[[float], None]
_BUSY = frozenset({429, 503})
_TRIES = 3
_LONGEST_WAIT = 120.0
"""Seconds that a night waits for one host; who asks for more is left alone until the next night."""
_FIRST_PAUSE = 2.0


class _Pace:
    """When a host may be asked next."""

    def __init__(self) -> None:
        self.delay = 0.0
        self._free_at = 0.0
        self._lock = threading.Lock()

    def wait(self, sleep: Sleep) -> None:
        with self._lock:
            now = time.monotonic()
            start = max(now, self._free_at)
            self._free_at = start + self.delay
        if start > now:
            sleep(start - now)

    def answered(self, seconds: float) -> None:
        """A slow host gets longer pauses: as long as its answer took, at most ten delays."""
        with self._lock:
            pause = max(self.delay, min(seconds, 10 * self.delay))
            self._free_at = max(self._free_at, time.monotonic() + pause)


class Paces:
    """The paces of all hosts."""

    def __init__(self) -> None:
        self._paces: dict[str, _Pace] = {}
        self._lock = threading.Lock()

    def of(self, url: str, delay: float) -> _Pace:
        """The pace of the host of `url`; the longest delay that anyone wants for it counts."""
        with self._lock:
            pace = self._paces.setdefault(host_key(url), _Pace())
            pace.delay = max(pace.delay, delay)
            return pace


class PoliteFetcher:
    """A `Fetcher` that asks first, waits its turn, and takes a no for a no. One thread at a time.

    Raises `FetchError` of kind `robots` for what may not be fetched, `busy` where the host wants to be left
    alone for longer than a night waits. `robots` False is for programs' interfaces that the operator names,
    never for pages that a crawl finds.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        paces: Paces,
        delay: float = 0.0,
        sleep: Sleep = time.sleep,
        *,
        robots: bool = True,
    ) -> None:
        self._fetcher = fetcher
        self._paces = paces
        self._delay = delay
        self._sleep = sleep
        self._asks_robots = robots
        self._robots: dict[str, Robots] = {}
        self.requests = 0
        """Requests made, robots.txt among them, redirects not."""

    def close(self) -> None:
        """End all connections."""
        self._fetcher.close()

    def fetch(
        self, url: str, *, headers: Mapping[str, str] | None = None, may_follow: MayFollow | None = None
    ) -> Fetched:
        """As `Fetcher.fetch`, with manners."""

        def follow(goal: str) -> None:
            if may_follow:
                may_follow(goal)
            self._permitted(goal).wait(self._sleep)

        for attempt in range(1, _TRIES + 1):
            pace = self._permitted(url)
            pace.wait(self._sleep)
            begun = time.monotonic()
            self.requests += 1
            try:
                fetched = self._fetcher.fetch(url, headers=headers, may_follow=follow)
            except FetchError as error:
                if not error.passing or attempt == _TRIES:
                    raise
                self._sleep(_FIRST_PAUSE * 2 ** (attempt - 1) if self._delay else 0.0)
                continue
            finally:
                pace.answered(time.monotonic() - begun)
            if fetched.final.status not in _BUSY:
                return fetched
            self._heed(fetched.final, attempt)
        raise FetchError("busy", f"still busy after {_TRIES} tries")

    def _heed(self, answer: Exchange, attempt: int) -> None:
        asked = retry_after(answer)
        wait = _FIRST_PAUSE * 2**attempt if asked is None else asked
        if wait > _LONGEST_WAIT:
            raise FetchError(
                "busy", f"status {answer.status}: the host asks to be left alone for {wait:.0f} s"
            )
        if attempt == _TRIES:
            raise FetchError("busy", f"status {answer.status} after {_TRIES} tries")
        self._sleep(wait)

    def _permitted(self, url: str) -> _Pace:
        if not self._asks_robots:
            return self._paces.of(url, self._delay)
        at = origin(url)
        robots = self._robots.get(at)
        if robots is None:
            self._paces.of(url, self._delay).wait(self._sleep)
            self.requests += 1
            robots = self._robots[at] = read_robots(self._fetcher, at)
        why = robots.refuses(url)
        if why:
            raise FetchError("robots", why)
        return self._paces.of(url, max(self._delay, robots.delay))


def retry_after(answer: Exchange) -> float | None:
    """Seconds that `Retry-After` asks for, by number or date (RFC 9110, 10.2.3); None without it."""
    value = (answer.header("retry-after") or "").strip()
    if not value:
        return None
    if value.isdecimal():
        return float(value[:9])
    try:
        at = parsedate_to_datetime(value)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - datetime.now(UTC)).total_seconds())
