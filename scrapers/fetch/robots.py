"""robots.txt as RFC 9309 wants it read.

No file (4xx) is a licence; a server that fails or cannot be reached (5xx, 429, network) is none: everything
counts as disallowed until it answers again (section 2.3.1.4).
"""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from scrapers.fetch.fetching import Fetcher, FetchError

_MOST_BYTES = 512_000  # RFC 9309, 2.5: at least 500 KiB are to be read
AGENT = "thidua"
"""The product token that robots.txt addresses us by."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one origin. `rules` None: all allowed; `unreachable` says why nothing is."""

    rules: Protego | None = None
    unreachable: str | None = None

    def refuses(self, url: str) -> str | None:
        """Why `url` may not be fetched, or None."""
        if self.unreachable:
            return f"robots.txt cannot be read ({self.unreachable}), so nothing may be fetched"
        if self.rules is not None and not self.rules.can_fetch(url, AGENT):
            return "robots.txt disallows it"
        return None

    @property
    def delay(self) -> float:
        """Seconds between two requests that the site asks for; 0 where it does not say."""
        if self.rules is None:
            return 0.0
        rate = self.rules.request_rate(AGENT)
        by_rate = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(float(self.rules.crawl_delay(AGENT) or 0.0), by_rate)


def read_robots(fetcher: Fetcher, origin: str) -> Robots:
    """The rules of `origin`, freshly fetched."""
    try:
        answer = fetcher.fetch(f"{origin}/robots.txt").final
    except FetchError as error:
        if error.kind == "redirect":  # RFC 9309, 2.3.1.2: too many redirects count as no file
            return Robots()
        return Robots(unreachable=str(error))
    if answer.status >= 500 or answer.status == 429:
        return Robots(unreachable=f"status {answer.status}")
    if answer.status >= 300:
        return Robots()
    text = answer.body[:_MOST_BYTES].decode("utf-8", errors="replace").removeprefix("\ufeff")
    return Robots(Protego.parse(text))
