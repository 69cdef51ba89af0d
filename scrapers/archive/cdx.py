"""What web archives hold of a host: CDX servers (Wayback Machine, pywb) and the indexes of Common Crawl.

All answer `?url=HOST/*&output=json`, the Wayback Machine with one array of rows, pywb and Common Crawl with
one JSON object a line and other names for the same fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode

from scrapers.fetch.fetching import Fetcher, FetchError
from scrapers.fetch.urls import UnusableUrlError, canonical_url

_NAMES = {"original": "url", "statuscode": "status", "mimetype": "mime"}
_MOST_ROWS = 50_000
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "unk")
"""What may be a page: Wayback writes `unk` for revisits and where a server said nothing."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as an archive holds it: canonical `url`, when it was taken, and where its record lies, if the
    index says (`length`, `offset` in bytes of `filename`).
    """

    url: str
    original: str
    taken: datetime
    filename: str | None = None
    offset: int = 0
    length: int = 0

    @property
    def stamp(self) -> str:
        """The time as archives write it: 14 digits."""
        return f"{self.taken:%Y%m%d%H%M%S}"


def captures(
    fetcher: Fetcher, endpoint: str, host: str, years: tuple[int, int] | None = None
) -> Iterator[Capture]:
    """The good captures of pages of `host`, year by year where `years` (first, last) are given.

    Raises `FetchError` where the index cannot be asked.
    """
    wanted = {"url": f"{host}/*", "output": "json", "limit": str(_MOST_ROWS), "showResumeKey": "true"}
    spans: list[dict[str, str]] = [{}]
    if years:
        spans = [{"from": f"{y}0101", "to": f"{y}1231235959"} for y in range(years[0], years[1] + 1)]
    for span in spans:
        resume: str | None = ""
        while resume is not None:
            more = {"resumeKey": resume} if resume else {}
            rows, resume = _asked(fetcher, endpoint, wanted | span | more)
            for row in rows:
                capture = _capture(row)
                if capture is not None:
                    yield capture


def _asked(
    fetcher: Fetcher, endpoint: str, wanted: dict[str, str]
) -> tuple[list[dict[str, Any]], str | None]:
    """The rows of one answer, and the key to go on with."""
    answer = fetcher.fetch(f"{endpoint}?{urlencode(wanted, quote_via=quote)}").final
    if answer.status == 404:  # Common Crawl's word for "nothing"
        return [], None
    if answer.status != 200:
        raise FetchError("dead", f"the index {endpoint} answers with status {answer.status}")
    text = answer.body.decode("utf-8", errors="replace").strip()
    try:
        return _table(json.loads(text)) if text.startswith("[") else (_lines(text), None)
    except ValueError as error:
        raise FetchError(
            "decoding", f"the index {endpoint} does not answer in JSON: {text[:80]!r}"
        ) from error


def _lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _table(rows: list[list[str]]) -> tuple[list[dict[str, Any]], str | None]:
    """Wayback's form: names first, and at the end, behind an empty row, the key to go on with."""
    resume = None
    if len(rows) > 2 and rows[-2] == [] and len(rows[-1]) == 1:
        resume = rows[-1][0]
        rows = rows[:-2]
    names = rows[0] if rows else []
    return [dict(zip(names, row, strict=False)) for row in rows[1:]], resume


def _capture(row: dict[str, Any]) -> Capture | None:
    """The row as a capture of a page, or None: a redirect, an error, an image, nonsense."""
    told = {_NAMES.get(name, name): str(value) for name, value in row.items()}
    if told.get("status") not in {"200", None} or not told.get("mime", "unk").startswith(_PAGES):
        return None
    try:
        taken = datetime.strptime(told["timestamp"][:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        return Capture(
            url=canonical_url(told["url"]),
            original=told["url"],
            taken=taken,
            filename=told.get("filename"),
            offset=int(told.get("offset") or 0),
            length=int(told.get("length") or 0) if (told.get("length") or "0").isdecimal() else 0,
        )
    except (KeyError, ValueError, UnusableUrlError):
        return None
