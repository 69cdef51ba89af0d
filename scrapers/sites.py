"""Sites: one YAML file each, so that a site is added without code.

Every site that is crawled is described by a file of `scrapers/sites/`, or of a folder of the user's
(`--sites DIR`, its own platforms in `DIR/platforms/`). Files are checked when they are loaded: a mistake
stops the start of a night, with file, key and remedy, instead of spoiling its result. An id that occurs
twice is refused, because the ledger knows a site by its id.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic.dataclasses import dataclass as checked_dataclass

from parsers.page.layout import Layout
from parsers.reference import provinces
from scrapers.fetch.tls import Tls, TlsSpec, exception
from scrapers.fetch.urls import UnusableUrlError, canonical_url, host_key
from scrapers.health import HealthSpec
from scrapers.platforms import HERE, ListingSpec, Platform, Status, load_platforms, overridden
from scrapers.yaml_files import STRICT, SiteFileError, checked, read_mapping

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _address(value: str) -> str:
    try:
        return canonical_url(value)
    except UnusableUrlError as error:
        raise ValueError(str(error)) from error


def _pattern(value: str | None) -> str | None:
    try:
        re.compile(value or "")
    except re.error as error:
        raise ValueError(f"no regular expression: {error}") from error
    return value


def _as_list(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Addresses = Annotated[tuple[Annotated[str, AfterValidator(_address)], ...], BeforeValidator(_as_list)]


@checked_dataclass(frozen=True, config=STRICT)
class SiteFile:
    """The keys of a site's file. At least one of `start`, `feeds`, `sitemaps` is needed."""

    id: str
    name: str
    platform: str
    start: Addresses = ()
    feeds: Addresses = ()
    sitemaps: Addresses = ()
    only: Annotated[str | None, AfterValidator(_pattern)] = None
    province: str | None = None
    agency: str | None = None
    hosts: Annotated[tuple[str, ...], BeforeValidator(_as_list)] = ()
    delay: Annotated[float, Field(ge=0, le=600)] = 5.0
    max_pages: Annotated[int, Field(ge=1, le=10_000)] = 50
    full_walk: Annotated[int, Field(ge=0, le=3650)] = 28
    attachments: Annotated[int, Field(ge=0, le=500)] = 20
    listing: dict[str, Any] = field(default_factory=dict)
    layout: dict[str, Any] = field(default_factory=dict)
    health: HealthSpec = field(default_factory=HealthSpec, metadata={"kind": HealthSpec})
    tls: TlsSpec | None = field(default=None, metadata={"kind": TlsSpec})
    status: Status = "proven"
    predecessors: Annotated[tuple[str, ...], BeforeValidator(_as_list)] = ()
    successor: str | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A site as the crawler takes it: its own keys over those of its platform.

    `start`, `feeds` (RSS, Atom), `sitemaps`: canonical URLs of what shows its notices. `only`: a pattern
    that the path and query of a notice's URL must contain. `hosts`: hosts (without `www.`, with an unusual
    port) whose pages belong to the site. `health`: what its nights are judged by. `delay`: seconds.
    `tls`: its exception from the checks of TLS.
    `max_pages`: pages of a listing, or files of a sitemap, a night. `full_walk`: days after which a listing
    is walked to its end again, known ground or not (0: never). `attachments`: files of one notice that are
    fetched, at most (0: none).
    `unproven`: no check of it has succeeded yet, so that a night leaves it out unless it is asked for.
    `earlier`: (last day, layout) of the platform's versions. `predecessors`, `successor`: ids of the sites
    before and after a merger of provinces.
    """

    id: str
    name: str
    platform: str
    start: tuple[str, ...]
    hosts: frozenset[str]
    listing: ListingSpec
    layout: Layout
    province: str | None = None
    agency: str | None = None
    delay: float = 5.0
    max_pages: int = 50
    full_walk: int = 28
    attachments: int = 20
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    only: re.Pattern[str] | None = None
    health: HealthSpec = field(default_factory=HealthSpec)
    tls: Tls | None = None
    status: Status = "proven"
    earlier: tuple[tuple[date, Layout], ...] = ()
    predecessors: tuple[str, ...] = ()
    successor: str | None = None

    def layout_on(self, day: date | None) -> Layout:
        """The layout of a page as it stood on `day` (None: today's)."""
        then = [layout for until, layout in self.earlier if day is not None and day <= until]
        return then[0] if then else self.layout

    def owns(self, url: str) -> bool:
        """Whether a canonical URL lies on the site's hosts."""
        return host_key(url) in self.hosts

    def takes(self, url: str) -> bool:
        """Whether a canonical URL of the site may be a notice's."""
        return self.only is None or self.only.search(f"/{url.split('/', 3)[-1]}") is not None

    def relocated(self, start: Iterable[str], *, delay: float | None = None) -> Site:
        """The same site at other start pages and on their hosts alone: for mirrors, tests and the demo."""
        pages = tuple(canonical_url(url) for url in start)
        return replace(
            self,
            start=pages,
            feeds=(),
            sitemaps=(),
            hosts=frozenset(map(host_key, pages)),
            delay=self.delay if delay is None else delay,
        )


def load_site(path: Path, platforms: dict[str, Platform]) -> Site:
    """One site; `SiteFileError` names file, key and remedy."""
    raw = checked(SiteFile, read_mapping(path), path)
    if not _ID.fullmatch(raw.id):
        raise SiteFileError(
            path, "id", f"{raw.id!r} is no id", "Use small letters, digits and single hyphens"
        )
    if raw.id != path.stem:
        raise SiteFileError(path, "id", f"{raw.id!r} is not the file's name", f"Write 'id: {path.stem}'")
    if raw.province is not None and raw.province not in provinces():
        raise SiteFileError(
            path, "province", f"no province {raw.province!r}", "Take a slug of data/reference/provinces.csv"
        )
    shown = (*raw.start, *raw.feeds, *raw.sitemaps)
    if not shown:
        raise SiteFileError(path, "start", "missing", "Give a listing page, or one of 'feeds', 'sitemaps'")
    platform = platforms.get(raw.platform)
    if platform is None:
        raise SiteFileError(
            path,
            "platform",
            f"no platform {raw.platform!r}",
            f"Known platforms: {', '.join(sorted(platforms))}",
        )
    return Site(
        id=raw.id,
        name=raw.name,
        platform=platform.id,
        start=raw.start,
        hosts=frozenset(map(host_key, shown)) | {_host(path, host) for host in raw.hosts},
        listing=overridden(platform.listing, raw.listing, path, "listing"),
        layout=overridden(platform.layout, raw.layout, path, "layout").layout(),
        province=raw.province,
        agency=raw.agency,
        delay=raw.delay,
        max_pages=raw.max_pages,
        full_walk=raw.full_walk,
        attachments=raw.attachments,
        feeds=raw.feeds,
        sitemaps=raw.sitemaps,
        only=re.compile(raw.only) if raw.only else None,
        health=raw.health,
        tls=_tls(raw, path),
        status=raw.status,
        earlier=tuple((version.valid_until, version.layout.layout()) for version in platform.earlier),
        predecessors=raw.predecessors,
        successor=raw.successor,
    )


def _tls(raw: SiteFile, path: Path) -> Tls | None:
    try:
        return exception(raw.tls, path.parent)
    except ValueError as fault:
        raise SiteFileError(
            path, "tls", str(fault), "See the keys of 'tls' in scrapers/fetch/tls.py"
        ) from fault


def _host(path: Path, host: str) -> str:
    if "/" in host or urlsplit(f"//{host}").hostname is None:
        raise SiteFileError(path, "hosts", f"{host!r} is no host name", "Write names like 'tinh.gov.vn'")
    return host_key(canonical_url(f"https://{host}/"))


def load_sites(folder: Path | None = None) -> dict[str, Site]:
    """The built-in sites and those of a user's `folder`, by id.

    Raises `SiteFileError` for a file that cannot be used, an id that occurs twice, or a folder without sites.
    """
    found = dict(_built_in())
    if folder is None:
        return found
    platforms = load_platforms(folder / "platforms")
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise SiteFileError(folder, "", "no site files (*.yaml) here", "Give the folder that holds them")
    for path in paths:
        site = load_site(path, platforms)
        if site.id in found:
            raise SiteFileError(
                path, "id", f"the site {site.id!r} is built in", "Choose another id and file name"
            )
        found[site.id] = site
    return found


@cache
def _built_in() -> dict[str, Site]:
    platforms = load_platforms()
    return {path.stem: load_site(path, platforms) for path in sorted((HERE / "sites").glob("*.yaml"))}
