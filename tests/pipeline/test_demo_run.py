"""The demo from the first request to the last query: four nights over one folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.demo.portals import Portal, serving
from pipeline.demo.report import QUERIES, counts
from pipeline.demo.run import LOOPBACK, DemoState, demo_sites
from pipeline.demo.samples import samples, shown
from pipeline.night.nightly import NightOptions, run_night
from pipeline.night.run_summary import NightReport
from pipeline.reading.query import run_query


@dataclass(frozen=True, slots=True)
class Night:
    """What is left of one night."""

    report: NightReport
    visits: list[tuple[str, str, int]]
    files: dict[str, tuple[int, int]]
    titles: set[str]


@dataclass(frozen=True, slots=True)
class Nights:
    """The nights of a demo, in their order, and the folder of the last."""

    data: Path
    first: Night
    repeated: Night
    second: Night
    third: Night
    third_repeated: Night


def _files(data: Path) -> dict[str, tuple[int, int]]:
    stats = ((path, path.stat()) for path in data.glob("*/province=*/*.parquet"))
    return {str(path.relative_to(data)): (stat.st_ino, stat.st_mtime_ns) for path, stat in stats}


@contextmanager
def _night(portals: list[Portal], number: int) -> Iterator[None]:
    for portal in portals:
        portal.night = number
        portal.visits.clear()
    yield


def _run(portals: list[Portal], data: Path, number: int) -> Night:
    with _night(portals, number):
        report = run_night(data, demo_sites(portals), options=NightOptions(contact="test", allow=(LOOPBACK,)))
        visits = [(p.style.id, v.path, v.status) for p in portals for v in p.visits]
    titles = {row["title"] for row in run_query(data, "select title from notices").to_pylist()}
    return Night(report, visits, _files(data), titles)


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Nights:
    data = tmp_path_factory.mktemp("demo") / "lake"
    with serving() as portals:
        return Nights(data, *(_run(portals, data, number) for number in (1, 1, 2, 3, 3)))


def _titles(night: int) -> set[str]:
    return {sample.title for sample in shown(samples(), night)}


def test_the_first_night_finds_every_notice(nights: Nights) -> None:
    report = nights.first.report
    assert report.status == 0
    assert report.total("new") == len(_titles(1))
    assert report.total("failed") == report.total("changed") == 0
    assert nights.first.titles == _titles(1)


def test_closed_folders_are_never_asked_for(nights: Nights) -> None:
    every = (nights.first, nights.repeated, nights.second, nights.third)
    asked = {path for night in every for _, path, _ in night.visits}
    assert "/robots.txt" in asked
    assert [path for path in asked if path.startswith("/noi-bo")] == []


def test_a_second_night_is_conditional_and_rewrites_nothing(nights: Nights) -> None:
    report = nights.repeated.report
    assert report.total("unchanged") == len(_titles(1))
    assert (report.total("new"), report.total("changed"), report.files) == (0, 0, 0)
    assert nights.repeated.files == nights.first.files
    answered = {site for site, _, status in nights.repeated.visits if status == 304}
    assert answered == {"ict-backan", "baobackan", "sotttt-hanoi"}


def test_the_second_night_brings_what_was_added_and_edited(nights: Nights) -> None:
    edited = [s for s in samples() if any(change.night == 2 for change in s.changes)]
    added = [s for s in samples() if s.night == 2]
    report = nights.second.report
    assert edited
    assert added
    assert (report.total("new"), report.total("changed"), report.total("removed")) == (
        len(added),
        len(edited),
        0,
    )
    touched = {(s.gold["province"], s.gold["published"][:4]) for s in (*edited, *added)}
    rewritten = {
        name for name, stat in nights.second.files.items() if nights.repeated.files.get(name) != stat
    }
    assert {_partition(name) for name in rewritten} <= touched
    assert nights.second.titles == _titles(2)


def _partition(file: str) -> tuple[str, str]:
    _, province, year = file.split("/")
    return province.removeprefix("province="), year.removesuffix(".parquet")


def test_removed_notices_go_once_the_site_has_said_so_twice(nights: Nights) -> None:
    gone = {s.title for s in samples() if s.removed_on == 3}
    assert gone
    assert nights.third_repeated.titles == _titles(3)
    assert not gone & nights.third_repeated.titles


def test_counts_and_queries_of_the_report(nights: Nights) -> None:
    found = counts(nights.data)
    assert sum(rows["notices"] for rows in found.values()) == len(_titles(3))
    assert all(rows["documents"] and rows["dates"] for rows in found.values())
    for question, sql in QUERIES:
        assert run_query(nights.data, sql).num_rows >= 2, question


def test_the_command_tells_and_remembers(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "demo"
    assert main(["demo", "--data", str(data)]) == 0
    said = capfd.readouterr().out
    assert all(word in said for word in ("Five portals", "Run summary", "What was found", "thidua query"))
    assert str(data) in said
    first = DemoState.of(data)
    assert first is not None
    assert main(["demo", "--data", str(data), "--night", "2"]) == 0
    assert DemoState.of(data) == DemoState(first.port, 2)
    assert main(["demo", "--data", str(data)]) == 0
    assert "night 2" in capfd.readouterr().out
    assert main(["demo", "--data", str(data), "--fresh"]) == 0
    assert "night 1" in capfd.readouterr().out


def test_a_folder_with_other_things_is_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.docx").write_text("years of work", encoding="utf-8")
    assert main(["demo", "--data", str(tmp_path)]) == 2
    assert "--data" in capfd.readouterr().err
