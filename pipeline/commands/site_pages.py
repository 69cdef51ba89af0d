"""The pages that a probe of a site reads: saved ones, or asked for politely."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.errors import UserError
from scrapers.fetch.fetching import FetchError


class SitePages:
    """Pages from files or, politely, from their hosts. `live`: whether hosts are asked."""

    def __init__(self, contact: str | None, allow: list[str] | None, delay: float) -> None:
        self._contact, self._allow, self._delay = contact, tuple(allow or ()), delay
        self._fetch: Callable[[str], bytes] | None = None
        self._close: Callable[[], None] = lambda: None
        self.live = True

    def __enter__(self) -> SitePages:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def saved(self, path: Path | None) -> bytes | None:
        """The bytes of a saved page; from then on no host is asked for what was not saved."""
        if path is None:
            return None
        self.live = False
        try:
            return path.read_bytes()
        except OSError as fault:
            raise UserError(f"{path} cannot be read ({fault.strerror})") from fault

    def get(self, url: str) -> bytes:
        """The bytes at `url`; `UserError` says why there are none."""
        if self._fetch is None:
            self._connect()
        assert self._fetch is not None
        return self._fetch(url)

    def _connect(self) -> None:
        from pipeline.night.nightly import user_agent  # noqa: PLC0415 - a client is not needed for saved pages
        from scrapers.fetch.addresses import networks  # noqa: PLC0415
        from scrapers.fetch.fetching import HttpFetcher  # noqa: PLC0415
        from scrapers.fetch.politeness import Paces, PoliteFetcher  # noqa: PLC0415

        try:
            networks(self._allow)
        except ValueError as fault:
            raise UserError(f"--allow-network: {fault}") from fault
        fetcher = PoliteFetcher(
            HttpFetcher(user_agent(self._contact), None, self._allow), Paces(), self._delay
        )
        self._close = fetcher.close

        def fetch(url: str) -> bytes:
            try:
                answer = fetcher.fetch(url).final
            except FetchError as fault:
                raise UserError(f"{url}: {fault}") from fault
            if answer.status != 200:
                raise UserError(f"{url}: status {answer.status}")
            return answer.body

        self._fetch = fetch
