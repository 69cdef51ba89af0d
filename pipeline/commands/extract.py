"""`thidua extract`: pages and texts to records, without a lake."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.errors import UserError

if TYPE_CHECKING:
    from parsers.notice import Notice
    from pipeline.commands.page_sources import PageSource


class ExtractFormat(StrEnum):
    """How records are written."""

    jsonl = "jsonl"
    table = "table"
    parquet = "parquet"


@dataclass(frozen=True, slots=True)
class Known:
    """What the caller knows of the pages; it goes before what a built-in site says."""

    url: str | None = None
    published: date | None = None
    province: str | None = None
    agency: str | None = None
    sites: Path | None = None


def extract_command(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…", help="Files (.txt .html .htm .warc .warc.gz), folders, '-' for stdin."
        ),
    ],
    *,
    format: Annotated[ExtractFormat, typer.Option(help="How to write the records.")] = ExtractFormat.jsonl,
    out: Annotated[Path | None, typer.Option(help="File to write to, instead of the terminal.")] = None,
    url: Annotated[
        str | None, typer.Option(help="Address of the page; a built-in site's layout and province are used.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Date for pages that show none: the anchor for “7/7”."),
    ] = None,
    province: Annotated[
        str | None, typer.Option(metavar="SLUG", help="Province of the source, e.g. bac-kan.")
    ] = None,
    agency: Annotated[str | None, typer.Option(help="Body that runs the site.")] = None,
    sites: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder of your own site files, beside the built-in ones."),
    ] = None,
) -> int:
    """Turn pages and texts into records: one JSON object a notice.

    An unreadable file gets a line on stderr and exit status 1 after the rest has been done.

    Examples:

        thidua extract page.html --format table

        thidua extract texts/ --out records.jsonl

        curl -s URL | thidua extract - --url URL

        thidua extract crawl.warc.gz --format parquet --out records.parquet
    """
    from pipeline.commands.page_sources import STDIN  # noqa: PLC0415

    if url and (len(paths) > 1 or (paths[0] != STDIN and Path(paths[0]).is_dir())):
        raise UserError("--url is the address of one page: give one PATH with it")
    known = Known(url, _day(published), _slug(province), agency, sites)
    failures = Failures()
    notices = extract_all(paths, known, failures)
    if format is ExtractFormat.jsonl:
        _write_lines(notices, out)
    else:
        from pipeline.commands.output import write_arrow  # noqa: PLC0415
        from pipeline.store.record_tables import nested_table, summary_table  # noqa: PLC0415

        make = summary_table if format is ExtractFormat.table else nested_table
        write_arrow(make(list(notices)), format.value, out)
    return 1 if failures.count else 0


class Failures:
    """Counts what could not be read and says it on stderr."""

    def __init__(self) -> None:
        self.count = 0

    def tell(self, name: str, reason: str) -> None:
        """One clear line."""
        self.count += 1
        typer.echo(f"thidua: {name}: {' '.join(reason.split())}", err=True)


def extract_all(paths: list[str], known: Known, failures: Failures) -> Iterator[Notice]:
    """The notices of all pages below `paths`; what cannot be read is told to `failures`."""
    from pipeline.commands.page_sources import Unreadable, pages_in  # noqa: PLC0415

    for source in pages_in(paths):
        if isinstance(source, Unreadable):
            failures.tell(source.name, source.reason)
            continue
        try:
            yield extract_one(source, known)
        except ValueError as fault:  # parsers.page.reader.UnreadablePage is one
            failures.tell(source.name, str(fault))


def extract_one(source: PageSource, known: Known) -> Notice:
    """The notice of one page; `ValueError` where its bytes hold no text."""
    from parsers.extraction import extract  # noqa: PLC0415
    from pipeline.night.site_hints import hints_for  # noqa: PLC0415

    hints = hints_for(source.url or known.url, known.sites)
    return extract(
        source.data,
        url=hints.url,
        published=known.published,
        province=known.province or hints.province,
        agency=known.agency or hints.agency,
        layout=hints.layout,
        id=source.id or hints.id,
    )


def _write_lines(notices: Iterator[Notice], out: Path | None) -> None:
    from pipeline.commands.output import destination  # noqa: PLC0415

    with destination(out) as file:
        for notice in notices:
            file.write(dump(notice.record()).encode("utf-8", errors="replace") + b"\n")
            if out is None:
                file.flush()  # so that a reader of the pipe can begin


def dump(record: dict[str, Any]) -> str:
    """A record as one line of JSON."""
    return json.dumps(record, ensure_ascii=False)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError(f"--published wants a day like 2021-10-01, got {text!r}") from None


def _slug(province: str | None) -> str | None:
    from parsers.reference import provinces  # noqa: PLC0415

    if province is not None and province not in provinces():
        raise UserError(
            f"--province wants a slug like bac-kan (data/reference/provinces.csv), got {province!r}"
        )
    return province
