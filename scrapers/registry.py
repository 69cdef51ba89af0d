"""The registry: government portal and party newspaper of every province, former and present, as sites.

Made from `data/reference/provinces.csv`, so that each address is kept once. None has been read yet: they
are `unproven`, read without selectors from their front page, and left out of a night unless it asks for them;
`thidua sites check ID` tells whether one can be read, `thidua sites new URL` makes a site file of it.
Sites of merged provinces name their successor and predecessors, so that a province's series can be followed
through the mergers of 2025. A former and a present unit may share an address; whoever wants each address once
takes `addresses`: the former unit's site serves for both, because a notice's province is that of its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from parsers.reference import Province, provinces
from scrapers.fetch.urls import canonical_url, host_key
from scrapers.platforms import load_platforms
from scrapers.sites import Site

_PAPER = re.compile(r"paper: ([^;]{3,60})")
_OTHER_HOSTS = re.compile(r"other news domains: ([^;]{3,200})")
_HOST = re.compile(r"(?:[a-z0-9-]{1,40}\.){1,4}vn\b")
_PORTAL, _PAPER_ID = "cong", "bao"
_MOST_PAGES = 5


@cache
def registry() -> dict[str, Site]:
    """Every site of the registry by id: `cong-<province>` and `bao-<province>`."""
    found: dict[str, Site] = {}
    for unit in provinces().values():
        for kind, domain in ((_PORTAL, unit.gov_domain), (_PAPER_ID, unit.news_domain)):
            if domain:
                site = _site(unit, kind, domain)
                found[site.id] = site
    return found


def addresses(sites: Iterable[Site]) -> list[Site]:
    """`sites` without those whose start pages others before them have; a site of its own section stays."""
    taken: set[str] = set()
    kept: list[Site] = []
    for site in sites:
        shown = {*site.start, *site.feeds, *site.sitemaps}
        if not shown <= taken:
            kept.append(site)
            taken |= shown
    return kept


def _site(unit: Province, kind: str, domain: str) -> Site:
    generic = load_platforms()["generic"]
    start = canonical_url(f"https://{domain}/")
    name = _portal_name(unit) if kind == _PORTAL else _paper_name(unit)
    return Site(
        id=f"{kind}-{unit.slug}",
        name=name,
        platform=generic.id,
        start=(start,),
        hosts=frozenset({host_key(start), *(_other_hosts(unit) if kind == _PAPER_ID else ())}),
        listing=generic.listing,
        layout=generic.layout.layout(),
        province=unit.slug,
        agency=f"UBND {unit.kind} {unit.name}" if kind == _PORTAL else name,
        max_pages=_MOST_PAGES,
        status="unproven",
        predecessors=tuple(
            f"{kind}-{other.slug}" for other in provinces().values() if other.successor == unit.slug
        ),
        successor=f"{kind}-{unit.successor}" if unit.successor else None,
    )


def _portal_name(unit: Province) -> str:
    return f"Cổng thông tin điện tử {unit.kind} {unit.name}"


def _paper_name(unit: Province) -> str:
    told = _PAPER.search(unit.notes)
    return told[1].strip() if told else f"Báo {unit.name}"


def _other_hosts(unit: Province) -> tuple[str, ...]:
    told = _OTHER_HOSTS.search(unit.notes)
    return tuple(_HOST.findall(told[1])) if told else ()
