"""`thidua sites`: the sites that are known, and what can be done with one."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.commands.sites_probe import check_command, new_command
from pipeline.errors import UserError
from scrapers.registry import registry
from scrapers.sites import Site, load_sites
from scrapers.yaml_files import SiteFileError

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback()
def _sites() -> None:
    """List the sites that are crawled; each is one YAML file.

    Examples:

        thidua sites list

        thidua sites list --province bac-kan --format json
    """


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A site as it is listed. `start`: its first listing, feed or sitemap; `starts`: how many there are."""

    id: str
    province: str | None
    platform: str
    name: str
    start: str
    starts: int
    status: str

    @classmethod
    def of(cls, site: Site) -> SiteLine:
        """The line of one site."""
        shown = (*site.start, *site.feeds, *site.sitemaps)
        return cls(site.id, site.province, site.platform, site.name, shown[0], len(shown), site.status)


@app.command("list")
def list_command(
    sites: Annotated[
        Path | None, typer.Option("--sites", metavar="DIR", help="Folder with site files of your own.")
    ] = None,
    province: Annotated[
        str | None, typer.Option(metavar="SLUG", help="Only the sites of this province.")
    ] = None,
    *,
    unproven: Annotated[
        bool, typer.Option("--unproven", help="Also portal and newspaper of every province, not yet read.")
    ] = False,
    format: Annotated[
        Literal["table", "csv", "json"], typer.Option("--format", help="How to print.")
    ] = "table",
) -> int:
    """List the sites: id, province, platform, name, first listing page, status.

    Examples:

        thidua sites list

        thidua sites list --unproven --province ha-tinh

        thidua sites list --sites my-sites --format csv
    """
    import pyarrow as pa  # noqa: PLC0415 - `--help` stays quick

    from pipeline.commands.output import write_arrow  # noqa: PLC0415

    known = known_sites(sites, registered=unproven)
    chosen = [site for site in known.values() if province is None or site.province == province]
    if not chosen:
        raise UserError(f"no site of province {province!r}; see `thidua sites list`")
    rows = [asdict(SiteLine.of(site)) for site in sorted(chosen, key=lambda site: site.id)]
    write_arrow(pa.Table.from_pylist(rows), format, None)
    return 0


def known_sites(folder: Path | None, *, registered: bool = False) -> dict[str, Site]:
    """The built-in sites and those of `folder`, by id; `UserError` where a file cannot be used.

    `registered`: also those of the registry, whose ids give way to a file's.
    """
    try:
        own = load_sites(folder)
        return own | {id: site for id, site in registry().items() if id not in own} if registered else own
    except SiteFileError as fault:
        raise UserError(str(fault)) from fault


app.command("new")(new_command)
app.command("check")(check_command)
