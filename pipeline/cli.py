"""The command `thidua`. Commands are imported when they are called, so that `thidua --help` is quick.

Exit status of every command: 0 done, 1 done but something failed (said on stderr), 2 could not run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from pipeline.errors import UserError

_CLI_ERROR: Any = typer.BadParameter.__mro__[2]
"""click's `ClickException`, wherever this version of Typer keeps it."""
_INTERRUPTED = 130


class _Lazy(NamedTuple):
    """Where a command is: `target` is its function, or the `typer.Typer` of a group."""

    module: str
    target: str
    help: str


_COMMANDS = {
    "demo": _Lazy(
        "pipeline.demo.run", "demo_command", "See it work: five small portals, a nightly run, a lake."
    ),
    "extract": _Lazy("pipeline.commands.extract", "extract_command", "Turn pages and texts into records."),
    "nightly": _Lazy(
        "pipeline.commands.nightly", "nightly_command", "Crawl the sites, bring the lake up to date."
    ),
    "backfill": _Lazy("pipeline.night.backfill", "backfill_command", "Fetch old notices from web archives."),
    "report": _Lazy("pipeline.commands.report", "report_command", "Tell what the last nights came to."),
    "schedule": _Lazy(
        "pipeline.night.schedule", "schedule_command", "Print a systemd timer or a crontab line."
    ),
    "sites": _Lazy("pipeline.commands.sites", "app", "List the sites, check one, begin a new one."),
    "query": _Lazy("pipeline.commands.query", "query_command", "Ask the lake in SQL."),
    "search": _Lazy(
        "pipeline.reading.search", "search_command", "Find notices by words, with or without marks."
    ),
    "export": _Lazy(
        "pipeline.reading.export", "export_command", "Write the tables as CSV, XLSX, JSONL or SQLite."
    ),
    "snapshot": _Lazy(
        "pipeline.release.snapshot", "snapshot_command", "Make an immutable release of the lake."
    ),
    "verify": _Lazy("pipeline.release.verify", "verify_command", "Prove a lake or a release whole."),
    "compact": _Lazy("pipeline.commands.compact", "compact_command", "Take away what no reader needs."),
    "dictionary": _Lazy("pipeline.commands.query", "dictionary_command", "Print the data dictionary."),
    "show": _Lazy("pipeline.commands.show", "show_command", "Show a page with what was found in it marked."),
    "evaluate": _Lazy("pipeline.commands.evaluate", "evaluate_command", "Score the extraction against gold."),
}


class _LazyGroup(TyperGroup):
    """A group that knows its commands' names and imports one when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command's name and help alone, for lists."""
        lazy = _COMMANDS.get(cmd_name)
        return TyperCommand(cmd_name, help=lazy.help) if lazy else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None and name in _COMMANDS:
            command = _load(name, _COMMANDS[name])
        return name, command, rest


def _load(name: str, lazy: _Lazy) -> Any:
    target = getattr(import_module(lazy.module), lazy.target)
    if isinstance(target, typer.Typer):  # a group with commands of its own
        group = typer.main.get_command(target)
        group.name = name
        return group
    one = typer.Typer(add_completion=False)
    one.command(name)(target)
    return typer.main.get_command(one)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"thidua {version('thidua')}")
        raise typer.Exit


app = typer.Typer(cls=_LazyGroup, add_completion=False, no_args_is_help=True)


@app.callback()
def _thidua(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Thi Đua: official notices of Vietnam's provinces as datasets.

    Begin with `thidua demo`. Then, for example:

        thidua extract page.html --format table

        thidua nightly --data data/lake

        thidua query "select number, issued, issuer from documents" --data data/lake

    `thidua COMMAND --help` tells more. Exit status: 0 done, 1 done but something failed, 2 could not run.
    """


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    try:
        status = typer.main.get_command(app)(args=argv, prog_name="thidua", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_gone()
    except SystemExit as ended:  # how click ends after a broken pipe
        if isinstance(ended.__context__, BrokenPipeError):
            return _reader_gone()
        raise
    except UserError as fault:
        return _refuse(str(fault))
    except _CLI_ERROR as fault:
        command = getattr(getattr(fault, "ctx", None), "command_path", "thidua")
        return _refuse(f"{fault.format_message()} (see `{command} --help`)")
    except (KeyboardInterrupt, typer.Abort):
        return _INTERRUPTED
    return status if isinstance(status, int) else 0


def _reader_gone() -> int:
    """`| head` has seen enough: what is still buffered must not fail again when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 0


def _refuse(message: str) -> int:
    typer.echo(f"thidua: {' '.join(message.split())}", err=True)
    return 2


if __name__ == "__main__":
    sys.exit(main())
