"""What a page's address tells of it: the layout, province and agency of the site that owns the host."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from parsers.page.layout import Layout
from pipeline.errors import UserError
from scrapers.fetch.urls import UnusableUrlError, canonical_url, notice_id
from scrapers.registry import registry
from scrapers.sites import load_sites
from scrapers.yaml_files import SiteFileError


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of a page by its address; `url` (canonical) and `id` are as the crawl makes them."""

    url: str | None = None
    id: str | None = None
    layout: Layout | None = None
    province: str | None = None
    agency: str | None = None


def hints_for(url: str | None, sites: Path | None = None) -> Hints:
    """Hints of the built-in sites and those of the folder `sites`; the address alone where none owns it.

    `ValueError` for an address that is none, `UserError` for site files that cannot be used.
    """
    if url is None:
        return Hints()
    try:
        address = canonical_url(url)
    except UnusableUrlError as fault:
        raise ValueError(f"no address of a page: {url!r} ({fault})") from fault
    try:
        every = load_sites(sites)
    except SiteFileError as fault:
        raise UserError(str(fault)) from fault
    for site in (*every.values(), *registry().values()):
        if site.owns(address):
            return Hints(address, notice_id(address), site.layout, site.province, site.agency)
    return Hints(address, notice_id(address))
