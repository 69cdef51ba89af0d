"""The options of `thidua nightly`, its log and its progress."""

import io
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from pipeline.night.night_log import NightLog, opened
from pipeline.night.nightly import NightOptions, run_night
from tests.pipeline.test_nightly import LOOPBACK, NIGHT, World, command, text
from tests.scrapers.portal import Page, serving

RUN = ("--site", "thu-nghiem", "--allow-network", "127.0.0.0/8")
DAYS = {"a": "20/11/2026", "b": "10/11/2026", "c": "01/11/2026"}


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with serving() as portal:
        items = "".join(
            f"<div class='item'><a href='/tin/{slug}'>Tin {slug}</a><time>{day}</time></div>"
            for slug, day in DAYS.items()
        )
        portal.pages["/tin"] = Page(f"<html><body>{items}</body></html>".encode())
        for number, (slug, day) in enumerate(DAYS.items(), 11):
            portal.notice(slug, f"Tin {slug}", text=text(number), day=day)
        yield World(portal, tmp_path / "lake")


def log_of(data: Path, number: int = -1) -> list[dict[str, Any]]:
    path = sorted((data / "logs").glob("*.jsonl"))[number]
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def asked(world: World) -> list[str]:
    return [path.removeprefix("/tin/") for path in world.portal.paths if path.startswith("/tin/")]


def test_the_log_tells_every_visit(world: World) -> None:
    world.portal.pages["/tin/c"] = Page(status=500)
    world.night()
    lines = log_of(world.data)
    assert [line["event"] for line in lines] == ["begin", "site", "page", "page", "page", "site_end", "end"]
    pages = {line["url"].rpartition("/")[2]: line for line in lines if line["event"] == "page"}
    assert (pages["a"]["outcome"], pages["a"]["why"]) == ("new", None)
    assert pages["a"]["archive_file"].endswith(".warc.gz")
    assert (pages["c"]["outcome"], pages["c"]["why"]) == ("failed", "status 500")
    assert (lines[-2]["site"], lines[-2]["new"], lines[-2]["reasons"]) == ("son-la", 2, {"status 500": 1})
    assert lines[-1]["status"] == 0
    assert all(line["at"].endswith("+00:00") for line in lines)


def test_log_and_summary_have_one_name(world: World) -> None:
    world.night()
    (log,), (run,) = (world.data / "logs").iterdir(), (world.data / "runs").iterdir()
    assert log.stem == run.stem


def test_a_log_that_cannot_be_written_ends_alone(caplog: pytest.LogCaptureFixture) -> None:
    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    log = NightLog(Full())
    log.write("begin")
    log.write("end")
    assert [record.getMessage() for record in caplog.records] == [
        "the log ends here: [Errno 28] No space left on device"
    ]


def test_old_logs_go(tmp_path: Path) -> None:
    for number in range(120):
        (tmp_path / f"2026{number:04}T000000Z.jsonl").write_text("")
    (tmp_path / "notes.txt").write_text("mine")
    opened(tmp_path, NIGHT).close()
    left = sorted(path.name for path in tmp_path.iterdir())
    assert len(left) == 91
    assert left[-1] == "notes.txt"
    assert left[0] == "20260031T000000Z.jsonl"


def test_since_a_day(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(world, *RUN, "--since", "2026-11-10") == 0
    assert sorted(asked(world)) == ["a", "b"]
    assert command(world, *RUN) == 0
    assert asked(world).count("c") == 1, "what was left out comes with the next whole night"
    world.portal.asked.clear()
    assert command(world, *RUN, "--since", "2026-11-15") == 0
    assert asked(world) == ["a"], "known ones too"


def test_dry_run_keeps_nothing(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(world, *RUN, "--dry-run") == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if "thu-nghiem" in line)
    assert line.split() == ["thu-nghiem", "3", "3", "3", "0", "0", "2"]
    assert asked(world) == []
    assert not world.data.exists()


def test_dry_run_on_a_lake_changes_nothing(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    command(world, *RUN)
    world.portal.notice("d", "Tin d", text=text(9))
    listing = world.portal.pages["/tin"].body.replace(
        b"<body>", b"<body><div class='item'><a href='/tin/d'>d</a></div>"
    )
    world.portal.pages["/tin"] = Page(listing)
    before = {path: path.read_bytes() for path in world.data.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert command(world, *RUN, "--dry-run") == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if "thu-nghiem" in line)
    assert line.split()[:5] == ["thu-nghiem", "4", "1", "1", "3"]
    after = {path: path.read_bytes() for path in world.data.rglob("*") if path.is_file()}
    assert {path.name for path in after.keys() ^ before.keys()} <= {"ledger.sqlite-shm", "ledger.sqlite-wal"}
    assert all(
        after[path] == content for path, content in before.items() if path.suffix not in {".sqlite-shm"}
    )


def test_dry_run_tells_what_fails(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.portal.pages["/tin"] = Page(status=500)
    assert command(world, *RUN, "--dry-run", "--quiet") == 1
    assert "status 500" in capsys.readouterr().out


def test_quiet_prints_only_what_failed(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(world, *RUN, "--quiet") == 0
    assert capsys.readouterr().out == ""
    world.portal.pages["/tin"] = Page(status=500)
    assert command(world, *RUN, "-q") == 1
    assert "1 of 1 sites failed: thu-nghiem" in capsys.readouterr().out


def test_lines_of_a_pipe_are_whole(
    world: World, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    world.portal.pages["/tin"] = Page(status=302, headers={"Location": "https://khac.gov.vn/" + "dai/" * 60})
    assert command(world, *RUN) == 1
    out = capsys.readouterr().out
    assert "leads off the site to https://khac.gov.vn/" + "dai/" * 60 in out
    assert all(line == line.rstrip() for line in out.splitlines())


@pytest.mark.parametrize("day", ["24/11/2026", "yesterday", "2026-13-01"])
def test_a_day_that_is_none(world: World, capsys: pytest.CaptureFixture[str], day: str) -> None:
    assert command(world, *RUN, "--since", day) == 2
    assert "--since" in capsys.readouterr().err


def test_progress_on_a_terminal_has_the_time_left(world: World) -> None:
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=120)
    options = NightOptions(allow=LOOPBACK, clock=lambda: NIGHT)
    run_night(world.data, [world.site], options=options, console=console)
    shown = out.getvalue()
    assert "sites" in shown
    assert "son-la" in shown
    assert "left" in shown
    plain = io.StringIO()
    run_night(world.data, [world.site], options=options, console=Console(file=plain, width=120))
    assert plain.getvalue() == ""


def test_outcomes_of_the_log_are_those_of_the_summary(world: World) -> None:
    world.night()
    world.portal.notice("a", "Tin a", text=text(99), day=DAYS["a"])
    (site,) = world.night().sites
    counts = Counter(line["outcome"] for line in log_of(world.data) if line["event"] == "page")
    assert counts == {"changed": site.changed, "unchanged": site.unchanged}
