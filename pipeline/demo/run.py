"""`thidua demo`: the whole way of a notice on one's own machine, in seconds.

Nothing is feigned but the portals: the real nightly job crawls them through HTTP, archives, extracts and
fills a lake. The portals' port is remembered beside the lake, because a notice is known by its address: a
second demo over the same folder is an incremental night.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.output import terminal
from pipeline.errors import UserError

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline.demo.portals import Portal
    from scrapers.sites import Site

_NOTE = "demo.json"
LOOPBACK = "127.0.0.0/8"


@dataclass(frozen=True, slots=True)
class DemoState:
    """What a folder remembers of its demo: the portals' port and the night that was shown last."""

    port: int
    night: int = 1

    @classmethod
    def of(cls, folder: Path) -> DemoState | None:
        """The state of an earlier demo in `folder`; `UserError` where the folder holds something else."""
        note = folder / _NOTE
        if not folder.exists() or not any(folder.iterdir()):
            return None
        if not note.is_file():
            raise UserError(f"{folder} holds something else than a demo: name another folder (--data DIR)")
        try:
            return cls(**json.loads(note.read_text(encoding="utf-8")))
        except (ValueError, TypeError) as fault:
            raise UserError(f"{note} cannot be read ({fault}): start anew with --fresh") from fault

    def keep(self, folder: Path) -> None:
        """Remember it in `folder`."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _NOTE).write_text(json.dumps(asdict(self)) + "\n", encoding="utf-8")


def demo_command(
    data: Annotated[Path, typer.Option(help="Folder for the lake, the archive and the ledger.")] = Path(
        "data/demo"
    ),
    night: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=99,
            show_default="as last time",
            help="State of the portals: later nights add, change and remove notices.",
        ),
    ] = None,
    *,
    fresh: Annotated[bool, typer.Option("--fresh/--keep", help="Delete what an earlier demo left.")] = False,
    serve: Annotated[bool, typer.Option("--serve", help="Keep the portals up until Ctrl-C.")] = False,
) -> int:
    """See it work: five small portals on this machine, a real nightly run, a lake to query.

    The portals answer on 127.0.0.2 to 127.0.0.6; nothing leaves the machine.

    Examples:

        thidua demo

        thidua demo --night 2

        thidua demo --serve
    """
    from pipeline.demo.report import print_report  # noqa: PLC0415

    console = terminal()
    if fresh:
        _clear(data)
    state = DemoState.of(data)
    with _portals(state, night) as portals:
        DemoState(portals[0].port, portals[0].night).keep(data)
        _announce(console, portals)
        status = _crawl(console, portals, data)
        if (data / "notices").is_dir():
            print_report(data, console)
        if serve:
            _wait(console, portals)
    return status


def _clear(folder: Path) -> None:
    """Delete an earlier demo; nothing else is ever deleted."""
    if not folder.exists():
        return
    if any(folder.iterdir()) and not (folder / _NOTE).is_file():
        raise UserError(f"{folder} holds something else than a demo: it is not deleted (--data DIR)")
    shutil.rmtree(folder)


@contextmanager
def _portals(state: DemoState | None, night: int | None) -> Iterator[list[Portal]]:
    from pipeline.demo.portals import PortalsUnavailableError, serving  # noqa: PLC0415

    shown = night or (state.night if state else 1)
    try:
        with serving(state.port if state else None, shown) as portals:
            yield portals
    except PortalsUnavailableError as fault:
        raise UserError(str(fault)) from fault


def demo_sites(portals: Iterable[Portal]) -> list[Site]:
    """The built-in sites, moved to the portals that follow them."""
    from scrapers.sites import load_sites  # noqa: PLC0415

    sites = load_sites()
    return [
        sites[portal.style.id].relocated([portal.base + portal.style.listing], delay=0) for portal in portals
    ]


def _announce(console: Console, portals: list[Portal]) -> None:
    notices = sum(len(portal.standing()) for portal in portals)
    console.print(f"[bold]Five portals[/bold] with {notices} notices (night {portals[0].night}):")
    for portal in portals:
        console.print(f"  [cyan]{portal.base}[/cyan]  {portal.style.name}", soft_wrap=True)
    console.print()


def _crawl(console: Console, portals: list[Portal], data: Path) -> int:
    """Run the nightly job over the portals; its exit status."""
    from pipeline.night.nightly import NightOptions, run_night  # noqa: PLC0415
    from pipeline.night.run_summary import print_summary  # noqa: PLC0415

    options = NightOptions(contact="demo", allow=(LOOPBACK,))
    report = run_night(data, demo_sites(portals), options=options, console=console)
    print_summary(report, console)
    return report.status


def _wait(console: Console, portals: list[Portal]) -> None:
    console.print(f"[bold]The portals stay up[/bold] ({portals[0].base} …): end with Ctrl-C.")
    try:
        Event().wait()
    except KeyboardInterrupt:
        console.print("Portals closed.")
