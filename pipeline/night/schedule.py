"""`thidua schedule`: the nightly job as a systemd timer or a line of a crontab, with this machine's paths."""

from __future__ import annotations

import getpass
import re
import shlex
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import UserError

NAME = "thidua-nightly"
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")

_SERVICE = """\
# {folder}/{name}.service
[Unit]
Description=Thi Dua: nightly crawl of official notices
{network}
[Service]
Type=oneshot
{user}ExecStart={nightly}
# Whatever came of the night, its page is made; its exit status is the night's business.
ExecStopPost=-{report}
# As Ctrl-C: what was fetched is kept, the next run goes on.
KillSignal=SIGINT
TimeoutStopSec=10min
Nice=10
IOSchedulingClass=idle
NoNewPrivileges=yes
ProtectSystem=full
"""
_NETWORK = """\
Wants=network-online.target
After=network-online.target
"""
_TIMER = """\
# {folder}/{name}.timer
[Unit]
Description=Thi Dua: every night at {hour:02}:{minute:02}

[Timer]
OnCalendar=*-*-* {hour:02}:{minute:02}:00
RandomizedDelaySec=10min
# A night that was slept through is made up for.
Persistent=yes

[Install]
WantedBy=timers.target
"""
_CRONTAB = """\
# Thi Dua: nightly crawl of official notices. Cron mails what is printed: only nights on which a site failed.
{minute} {hour} * * * {nightly}; {report} > /dev/null 2>&1
"""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to run and when (local time); the commands are lists of words."""

    hour: int
    minute: int
    nightly: tuple[str, ...]
    report: tuple[str, ...]

    def service(self, *, user: str | None, folder: str) -> str:
        """The systemd service; `user` None for a unit of the user's own manager."""
        return _SERVICE.format(
            folder=folder,
            name=NAME,
            user=f"User={user}\n" if user else "",
            network=_NETWORK if user else "",
            nightly=" ".join(map(systemd_word, self.nightly)),
            report=" ".join(map(systemd_word, self.report)),
        )

    def timer(self, *, folder: str) -> str:
        """The systemd timer."""
        return _TIMER.format(folder=folder, name=NAME, hour=self.hour, minute=self.minute)

    def crontab(self) -> str:
        """A comment and a line for `crontab -e`."""
        return _CRONTAB.format(
            minute=self.minute,
            hour=self.hour,
            nightly=cron_words(self.nightly),
            report=cron_words(self.report),
        )


def systemd_word(word: str) -> str:
    """A word of a unit's command line: specifiers and variables escaped, blanks and the like quoted
    (systemd.syntax(7); systemd.service(5), "Command lines").
    """
    plain = word.replace("\\", "\\\\").replace("%", "%%").replace("$", "$$")
    if re.fullmatch(r"[\w@%+=:,./$-]+", plain):
        return plain
    return '"' + plain.replace('"', '\\"') + '"'


def cron_words(words: tuple[str, ...]) -> str:
    """A shell command in a crontab, where a bare `%` ends the line (crontab(5))."""
    return shlex.join(words).replace("%", "\\%")


def schedule_command(
    systemd: Annotated[bool, typer.Option("--systemd", help="Print a service and a timer.")] = False,
    cron: Annotated[bool, typer.Option("--cron", help="Print a crontab line.")] = False,
    *,
    user: Annotated[
        bool, typer.Option("--user", help="With --systemd: for your own user manager, without root.")
    ] = False,
    at: Annotated[str, typer.Option(metavar="HH:MM", help="When, in this machine's time.")] = "02:30",
    data: Annotated[Path, typer.Option(help="Folder for tables, archive and ledger.")] = Path("data/lake"),
    sites: Annotated[
        Path | None, typer.Option("--sites", metavar="DIR", help="Folder with site files of your own.")
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option(envvar="THIDUA_CONTACT", help="Address or page that site owners can turn to."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="With --systemd: write the two files into this folder.")
    ] = None,
) -> int:
    """Print what runs `thidua nightly` every night, and makes the report page DATA/report.html after it.

    Examples:

        (crontab -l; thidua schedule --cron --contact you@example.org) | crontab -

        thidua schedule --systemd --data /srv/thidua --out /etc/systemd/system

        systemctl enable --now thidua-nightly.timer

        thidua schedule --systemd --user --out ~/.config/systemd/user
    """
    if systemd == cron:
        raise UserError("say --systemd or --cron")
    if cron and (user or out):
        raise UserError("--user and --out are for --systemd")
    job = job_of(at, data, sites, contact)
    if cron:
        typer.echo(job.crontab(), nl=False)
        return 0
    folder = "~/.config/systemd/user" if user else "/etc/systemd/system"
    service = job.service(user=None if user else getpass.getuser(), folder=folder)
    timer = job.timer(folder=folder)
    if out is None:
        typer.echo(f"{service}\n{timer}", nl=False)
        return 0
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{NAME}.service").write_text(service, encoding="utf-8")
        (out / f"{NAME}.timer").write_text(timer, encoding="utf-8")
    except OSError as fault:
        raise UserError(f"cannot write to {out}: {fault.strerror}") from fault
    control = "systemctl --user" if user else "systemctl"
    typer.echo(f"{out / NAME}.service and .timer written. Now: {control} daemon-reload && ", nl=False)
    typer.echo(f"{control} enable --now {NAME}.timer")
    return 0


def job_of(at: str, data: Path, sites: Path | None, contact: str | None) -> Job:
    """The job; `UserError` for a time that is none, or a path or contact that no line can hold."""
    found = _TIME.fullmatch(at)
    if found is None:
        raise UserError(f"--at: {at!r} is no time of day; write it like 02:30")
    lake = data.resolve()
    program = _program()
    nightly = [*program, "nightly", "--quiet", "--data", str(lake)]
    if sites is not None:
        nightly += ["--sites", str(sites.resolve())]
    if contact is not None:
        nightly += ["--contact", contact]
    report = [*program, "report", "--data", str(lake), "--out", str(lake / "report.html")]
    for word in (*nightly, *report):
        if any(ord(character) < 32 for character in word):
            raise UserError(f"{word!r} holds a control character, which no unit or crontab can hold")
    return Job(int(found[1]), int(found[2]), tuple(nightly), tuple(report))


def _program() -> list[str]:
    """How this program is called from nowhere in particular."""
    beside = Path(sys.executable).parent / "thidua"
    found = str(beside) if beside.is_file() else shutil.which("thidua")
    return [found] if found else [sys.executable, "-m", "pipeline.cli"]
