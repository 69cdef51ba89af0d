"""Other archives as sources of pages: a CDX server with replay, Common Crawl, a WARC file.

Each lists what it holds of a site and gives the page of a capture as an exchange that can be archived here,
with the time when it was taken and the place that it came from.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from scrapers.archive.cdx import Capture, captures
from scrapers.archive.warc import Archived, read_responses
from scrapers.fetch.fetching import Exchange, Fetcher, FetchError, is_page
from scrapers.fetch.urls import UnusableUrlError, canonical_url, host_key

_MOST_BYTES = 20_000_000
_OWN_HEADERS = re.compile(r"x-archive-orig-(.+)", re.IGNORECASE)
_KEPT = frozenset({"content-type", "last-modified", "etag"})
_REPLAYED = re.compile(r"/(\d{14})(?:id_)?/(.+)$")


class Source(Protocol):
    """Where old pages come from."""

    def captures(self, host: str, years: tuple[int, int] | None) -> Iterator[Capture]:
        """The good captures of pages of `host`."""

    def page(self, capture: Capture) -> Exchange:
        """The page of a capture; raises `FetchError` where it cannot be had."""


@dataclass(frozen=True, slots=True)
class Wayback:
    """A CDX server and its replay: the Wayback Machine, or a pywb collection.

    `replay` has the places `{stamp}` and `{url}`; the page has to come as it was (`id_`).
    """

    fetcher: Fetcher
    index: str = "https://web.archive.org/cdx/search/cdx"
    replay: str = "https://web.archive.org/web/{stamp}id_/{url}"

    def captures(self, host: str, years: tuple[int, int] | None) -> Iterator[Capture]:
        """As `Source`."""
        return captures(self.fetcher, self.index, host, years)

    def page(self, capture: Capture) -> Exchange:
        """As `Source`. The archive may lead on to the nearest capture it can show."""
        archive = host_key(canonical_url(self.replay.format(stamp="0", url="x")))

        def stay(url: str) -> None:
            if host_key(url) != archive:
                raise FetchError("redirect", f"the archive leads away to {url}")

        asked = self.replay.format(stamp=capture.stamp, url=capture.original)
        answer = self.fetcher.fetch(asked, may_follow=stay).final
        if answer.status != 200:
            raise FetchError("dead", f"the archive answers with status {answer.status}")
        taken = capture.taken
        shown = _REPLAYED.search(answer.url)
        if shown:
            taken = datetime.strptime(shown[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        headers = {
            (own[1] if (own := _OWN_HEADERS.fullmatch(name)) else name).lower(): value
            for name, value in answer.headers
            if _OWN_HEADERS.fullmatch(name) or name.lower() in _KEPT
        }
        kept = tuple((name, value) for name, value in headers.items() if name in _KEPT)
        return replace(
            answer,
            url=capture.url,
            headers=kept,
            fetched_at=taken,
            ip=None,
            source=answer.url,
            request_headers=(),
        )


@dataclass(frozen=True, slots=True)
class CommonCrawl:
    """Common Crawl: a list of indexes, one a crawl, and its WARC files, of which single records are asked."""

    fetcher: Fetcher
    collections: str = "https://index.commoncrawl.org/collinfo.json"
    data: str = "https://data.commoncrawl.org/"

    def captures(self, host: str, years: tuple[int, int] | None) -> Iterator[Capture]:
        """As `Source`; only the crawls of the years are asked."""
        answer = self.fetcher.fetch(self.collections).final
        if answer.status != 200:
            raise FetchError("dead", f"{self.collections} answers with status {answer.status}")
        try:
            crawls = [(str(each["id"]), str(each["cdx-api"])) for each in json.loads(answer.body)]
        except (ValueError, KeyError, TypeError) as error:
            raise FetchError("decoding", f"{self.collections} is no list of indexes ({error})") from error
        for name, index in crawls:
            year = re.search(r"(?:19|20)\d\d", name)
            if years is None or year is None or years[0] <= int(year[0]) <= years[1]:
                yield from captures(self.fetcher, index, host)

    def page(self, capture: Capture) -> Exchange:
        """As `Source`: the bytes of one record, by a range request."""
        if capture.filename is None or not 0 < capture.length <= _MOST_BYTES:
            raise FetchError("size", "the index does not say where the record lies")
        url = self.data + capture.filename
        wanted = f"bytes={capture.offset}-{capture.offset + capture.length - 1}"
        answer = self.fetcher.fetch(url, headers={"Range": wanted, "Accept-Encoding": "identity"}).final
        if answer.status != 206:
            raise FetchError("dead", f"a part of {url} was asked for, the answer has status {answer.status}")
        try:
            found = next(read_responses(io.BytesIO(answer.body), capture.filename, _MOST_BYTES), None)
        except (ValueError, KeyError, EOFError) as error:
            raise FetchError("decoding", f"{url} {wanted}: no record ({error})") from error
        if found is None or found.status != 200:
            raise FetchError("decoding", f"{url} {wanted} is no page")
        return exchange_of(found, f"{url}#{capture.offset}")


@dataclass(frozen=True, slots=True)
class WarcFile:
    """A WARC file on this machine."""

    path: Path

    def captures(self, host: str, years: tuple[int, int] | None) -> Iterator[Capture]:
        """As `Source`."""
        with self.path.open("rb") as stream:
            for found in read_responses(stream, self.path.name, _MOST_BYTES):
                if found.status != 200 or (years and not years[0] <= found.fetched_at.year <= years[1]):
                    continue
                try:
                    url = canonical_url(found.url.strip("<>"))
                except UnusableUrlError:
                    continue
                if host_key(url) == host and is_page(found.header("content-type")):
                    yield Capture(url, found.url, found.fetched_at, found.place.file, found.place.offset)

    def page(self, capture: Capture) -> Exchange:
        """As `Source`."""
        with self.path.open("rb") as stream:
            stream.seek(capture.offset)
            found = next(read_responses(stream, self.path.name, _MOST_BYTES), None)
        if found is None:
            raise FetchError("decoding", f"{self.path.name} holds no page at {capture.offset}")
        return exchange_of(found, f"{self.path.name}#{capture.offset}")


def exchange_of(found: Archived, source: str) -> Exchange:
    """A record of another archive as an exchange of ours."""
    codings = {"content-encoding", "transfer-encoding", "content-length"}
    return Exchange(
        url=canonical_url(found.url.strip("<>")),
        status=found.status,
        reason="OK",
        headers=tuple(pair for pair in found.headers if pair[0].lower() not in codings),
        body=found.body,
        request_headers=(),
        fetched_at=found.fetched_at,
        source=source,
    )
