"""`thidua sites new` and `thidua sites check`: begin a site from its pages, see whether it still reads so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml

from parsers.page.charset import UnreadablePage
from pipeline.commands.output import terminal
from pipeline.commands.site_pages import SitePages
from pipeline.errors import UserError
from scrapers.discover.listing_entry import Entry
from scrapers.fetch.urls import UnusableUrlError, canonical_url
from scrapers.platforms import Platform, load_platforms
from scrapers.probing import (
    Drift,
    Probe,
    article_drift,
    id_of,
    listing_drift,
    listing_record,
    probe,
    read_article,
    trimmed,
)
from scrapers.registry import registry
from scrapers.sites import Site, load_site, load_sites
from scrapers.yaml_files import SiteFileError

_ARTICLES = 2
_SHOWN = 12
_NETWORK = typer.Option(
    "--allow-network", metavar="CIDR", help="Reach this network though it is not public; may be repeated."
)
_CONTACT = typer.Option(envvar="THIDUA_CONTACT", help="Address or page that site owners can turn to.")
_DELAY = typer.Option(min=0, max=600, help="Seconds between two requests.")
_RECORD_HEAD = (
    "# Expected of listing.html and article.html. Read by the program: CHECK EVERY LINE against the page,\n"
    "# correct what is wrong, then delete these two lines.\n"
)
_LISTING_FILE = typer.Option(
    "--listing", metavar="FILE", help="The saved listing page, instead of asking for it."
)


@dataclass(frozen=True, slots=True)
class Article:
    """An article that was read for a probe."""

    url: str
    body: bytes
    record: dict[str, Any]


def new_command(
    url: Annotated[str, typer.Argument(help="A listing page of the site: a news section or the front page.")],
    *,
    listing: Annotated[Path | None, _LISTING_FILE] = None,
    article: Annotated[
        Path | None,
        typer.Option("--article", metavar="FILE", help="A saved article, instead of asking for one."),
    ] = None,
    id: Annotated[
        str | None, typer.Option("--id", help="The site's id; made from the host by default.")
    ] = None,
    sites: Annotated[
        Path, typer.Option("--sites", metavar="DIR", help="Folder that the files are written to.")
    ] = Path("my-sites"),
    delay: Annotated[float, _DELAY] = 2.0,
    contact: Annotated[str | None, _CONTACT] = None,
    allow: Annotated[list[str] | None, _NETWORK] = None,
) -> int:
    """Begin a site: see what would be read from it, and write its file, a fixture and the expected record.

    Asks for the listing page and two of its articles, politely, or reads saved pages. Writes DIR/ID.yaml, and
    in DIR/pages/ID the trimmed pages with `record.yaml`, which a person must check.

    Exit status: 0 written, 1 nothing that reads like a listing, 2 could not run.

    Examples:

        thidua sites new https://sonoivu.hatinh.gov.vn/thi-dua

        thidua sites new https://sonoivu.hatinh.gov.vn/thi-dua --listing list.html --article one.html
    """
    try:
        start = canonical_url(url)
    except UnusableUrlError as fault:
        raise UserError(f"no address of a page: {fault}") from fault
    name = id or id_of(start)
    target = sites / f"{name}.yaml"
    if target.exists():
        raise UserError(f"{target} exists: `thidua sites check {name} --sites {sites}` reads it again")
    if name in load_sites() or name in registry():
        raise UserError(f"the site {name!r} is known already: choose another id (--id)")
    platforms = load_platforms(sites / "platforms")
    with SitePages(contact, allow, delay) as pages:
        body = pages.saved(listing) or pages.get(start)
        try:
            found = probe(body, start, platforms)
        except UnreadablePage as fault:
            raise UserError(f"{start}: {fault}") from fault
        articles = _articles(found, platforms, pages, article)
    print_probe(found, articles)
    if not found.listing.entries:
        return 1
    _write(target, name, found, body, articles)
    terminal().print(
        f"\nWritten: {target}, {target.parent / 'pages' / name}/. Next: check the record, then\n"
        f"  thidua sites check {name} --sites {sites}",
        highlight=False,
    )
    return 0


def _articles(
    found: Probe, platforms: Mapping[str, Platform], pages: SitePages, saved: Path | None
) -> list[Article]:
    layout = platforms[found.platform].layout.layout()
    if saved is not None:
        body = pages.saved(saved) or b""
        record = read_article(body, found.url, layout)
        same = [entry.url for entry in found.listing.entries if entry.title == record["title"]]
        return [Article(same[0] if same else found.url, body, record)]
    articles: list[Article] = []
    for entry in found.listing.entries[: _ARTICLES if pages.live else 0]:
        try:
            body = pages.get(entry.url)
            articles.append(Article(entry.url, body, read_article(body, entry.url, layout)))
        except (UserError, UnreadablePage) as fault:
            terminal().print(f"article {entry.url}: {fault}", highlight=False, markup=False)
    return articles


def print_probe(found: Probe, articles: Sequence[Article]) -> None:
    """What would be extracted, as tables."""
    console = terminal()
    signs = "; ".join(f"{sign.platform} ({', '.join(sign.signs)})" for sign in found.signs[:3]) or "none"
    console.print(f"Platform: {found.platform}. Signs: {signs}.", highlight=False, markup=False)
    read = found.listing
    way = "without selectors" if read.guessed else "by the platform's selectors"
    following = read.next or (f"?{read.parameter}=2" if read.parameter else "none found")
    console.print(
        f"Listing: {len(read.entries)} items {way}; next page: {following}\n", highlight=False, markup=False
    )
    _print_entries(read.entries)
    for article in articles:
        console.print(f"\n{article.url}", highlight=False, markup=False)
        body = article.record["body"]
        rows = {name: value for name, value in article.record.items() if name != "body"}
        rows |= {"body": f"{len(body)} paragraphs", "first": body[0], "last": body[-1]}
        for name, value in rows.items():
            shown = ", ".join(value) if isinstance(value, list) else str(value if value is not None else "-")
            console.print(f"  {name:<12}{shown[:300]}", highlight=False, markup=False)


def _print_entries(entries: Sequence[Entry]) -> None:
    from rich.table import Table  # noqa: PLC0415 - `--help` stays quick
    from rich.text import Text  # noqa: PLC0415

    table = Table("day", "title", "summary", box=None, pad_edge=False)
    for entry in entries[:_SHOWN]:
        table.add_row(str(entry.day or "-"), Text(entry.title), Text(entry.summary[:80]))
    terminal().print(table)


def _write(target: Path, name: str, found: Probe, body: bytes, articles: Sequence[Article]) -> None:
    file: dict[str, Any] = {
        "id": name,
        "name": found.name or name,
        "platform": found.platform,
        "province": found.province,
        "start": found.url,
        "delay": 5,
        "status": "unproven",
    }
    if found.listing.guessed and found.listing.parameter:
        file["listing"] = {"page_parameter": found.listing.parameter}
    folder = target.parent / "pages" / name
    folder.mkdir(parents=True, exist_ok=True)
    kept = {key: value for key, value in file.items() if value is not None}
    record: dict[str, Any] = {"listing": {"url": found.url, "items": listing_record(found.listing)}}
    (folder / "listing.html").write_text(trimmed(body), encoding="utf-8")
    if articles:
        (folder / "article.html").write_text(trimmed(articles[0].body), encoding="utf-8")
        record = {"url": articles[0].url, "article": articles[0].record, **record}
    (folder / "record.yaml").write_text(_RECORD_HEAD + _yaml(record), encoding="utf-8")
    target.write_text(_yaml(kept), encoding="utf-8")


def _yaml(data: dict[str, Any]) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)


def check_command(
    id: Annotated[str, typer.Argument(metavar="ID", help="A site's id.")],
    *,
    sites: Annotated[
        Path | None, typer.Option("--sites", metavar="DIR", help="Folder with site files of your own.")
    ] = None,
    listing: Annotated[Path | None, _LISTING_FILE] = None,
    mark: Annotated[
        bool, typer.Option("--mark", help="Write 'status: proven' to the site's file if nothing drifted.")
    ] = False,
    delay: Annotated[float, _DELAY] = 2.0,
    contact: Annotated[str | None, _CONTACT] = None,
    allow: Annotated[list[str] | None, _NETWORK] = None,
) -> int:
    """Read a site again and show what reads otherwise than its file and record say.

    Asks for the listing page and an article (that of the record, where the site has one). Without a record,
    the family's signs, the number of items and the fields of the article are judged.

    Exit status: 0 nothing drifted, 1 drift or nothing read, 2 could not run.

    Examples:

        thidua sites check baobackan

        thidua sites check cong-ha-tinh

        thidua sites check sonoivu-hatinh --sites my-sites --mark
    """
    from pipeline.commands.sites import known_sites  # noqa: PLC0415 - it names these commands

    known = known_sites(sites, registered=True)
    if id not in known:
        raise UserError(f"no site {id}; see `thidua sites list --unproven`")
    site = known[id]
    if not site.start:
        raise UserError(f"{id} has feeds or sitemaps only: nothing to check here")
    record = _record(sites, id)
    with SitePages(contact, allow, delay) as pages:
        drift = _checked(site, record, pages, listing)
    console = terminal()
    for each in drift:
        console.print(f"drift: {each.field}: expected {each.expected}; found {each.found}", markup=False)
    if drift:
        return 1
    console.print(f"{id}: reads as expected", highlight=False)
    if mark and sites is not None:
        _mark(sites / f"{id}.yaml", sites)
    return 0


def _record(sites: Path | None, id: str) -> dict[str, Any]:
    path = sites / "pages" / id / "record.yaml" if sites else None
    if path is None or not path.exists():
        return {}
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(loaded, dict):
        raise UserError(f"{path}: no mapping of keys to values")
    return loaded


def _checked(site: Site, record: Mapping[str, Any], pages: SitePages, saved: Path | None) -> list[Drift]:
    from scrapers.discover.listing import read_listing  # noqa: PLC0415

    body = pages.saved(saved) or pages.get(site.start[0])
    read = read_listing(body, site.start[0], site.listing)
    drift = listing_drift((record.get("listing") or {}).get("items") or [], read, bool(site.listing.item))
    _print_entries(read.entries)
    url = record.get("url") or next((entry.url for entry in read.entries), None)
    if url is None or not pages.live:
        return drift
    found = read_article(pages.get(url), url, site.layout)
    if "article" in record:
        return drift + article_drift(record["article"], found)
    return drift + [
        Drift(f"article's {name}", "something", "nothing")
        for name in ("title", "published")
        if not found[name]
    ]


def _mark(path: Path, sites: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: unproven", "status: proven"), encoding="utf-8")
    try:
        load_site(path, load_platforms(sites / "platforms"))
    except SiteFileError as fault:
        path.write_text(text, encoding="utf-8")
        raise UserError(str(fault)) from fault
