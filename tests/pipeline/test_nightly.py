import fcntl
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from rich.console import Console

from pipeline.cli import main
from pipeline.errors import UserError
from pipeline.night.nightly import NightOptions, run_night, user_agent
from pipeline.night.run_summary import NightReport, SiteReport, outcome_line, print_summary
from scrapers.archive.files import Archive
from scrapers.archive.warc import Place
from scrapers.sites import Site
from tests.scrapers.portal import Page, Portal, listing, serving, site_of

LOOPBACK = ("127.0.0.0/8",)
NIGHT = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)


class World:
    """A portal with three notices and the folder of its lake."""

    def __init__(self, portal: Portal, data: Path) -> None:
        self.portal, self.data, self.site = portal, data, site_of(portal)
        self.nights = 0

    def night(self, *sites: Site, limit: int | None = None) -> NightReport:
        """Each night a day later than the one before."""
        self.portal.asked.clear()
        now = NIGHT + timedelta(days=self.nights)
        self.nights += 1
        options = NightOptions(contact="a@b.vn", allow=LOOPBACK, clock=lambda: now)
        return run_night(self.data, sites or [self.site], limit=limit, options=options)

    def rows(self, sql: str = "select title, body from notices order by title") -> list[tuple[object, ...]]:
        tables = ("notices", "documents")
        with duckdb.connect() as db:
            for table in tables:
                files = f"{self.data}/{table}/**/*.parquet"
                db.execute(f"create view {table} as from read_parquet('{files}', hive_partitioning=true)")
            return db.execute(sql).fetchall()

    def files(self) -> dict[Path, tuple[int, int]]:
        found = self.data.rglob("*.parquet")
        return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in found}


def text(number: int) -> str:
    return f"UBND tỉnh ban hành Kế hoạch số {number}/KH-UBND ngày 05/01/2021 phát động thi đua."


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with serving() as portal:
        portal.listing("a", "b", "c")
        for number, slug in enumerate("abc", 11):
            portal.notice(slug, f"Tin {slug}", text=text(number), etag='"1"' if slug == "a" else None)
        yield World(portal, tmp_path / "lake")


def test_from_the_listing_to_the_tables(world: World) -> None:
    report = world.night()
    (site,) = report.sites
    assert (site.seen, site.new, site.failed, site.faults) == (3, 3, 0, ())
    assert report.status == 0
    assert [row[0] for row in world.rows()] == ["Tin a", "Tin b", "Tin c"]
    numbers = world.rows("select number, issued from documents order by number")
    assert [row[0] for row in numbers] == ["11/KH-UBND", "12/KH-UBND", "13/KH-UBND"]
    assert {row[1] for row in numbers} == {"2021-01-05"}


def test_every_notice_points_into_the_archive(world: World) -> None:
    world.night()
    archive = Archive(world.data / "archive")
    found = world.rows("select url, archive_file, archive_offset, fetched_at, site, platform from notices")
    assert len(found) == 3
    for url, file, offset, fetched_at, site, platform in found:
        kept = archive.read(Place(str(file), int(str(offset))))
        assert (kept.url, kept.fetched_at) == (url, fetched_at)
        assert (site, platform) == ("son-la", "test")


def test_a_night_with_nothing_new_touches_no_file(world: World) -> None:
    world.night()
    before = world.files()
    assert before
    report = world.night()
    (site,) = report.sites
    assert (site.new, site.changed, site.unchanged, site.not_modified) == (0, 0, 3, 1)
    assert report.files == 0
    assert world.files() == before
    assert "no Parquet file rewritten" in outcome_line(report)


def test_bytes_that_differ_are_no_change(world: World) -> None:
    world.night()
    before = world.files()
    page = world.portal.pages["/tin/b"].body.replace(b"</body>", b"<script>token = '77'</script></body>")
    world.portal.pages["/tin/b"] = Page(page)
    (site,) = world.night().sites
    assert (site.changed, site.unchanged) == (0, 3)
    assert world.files() == before


def test_the_next_night_changes_what_changed(world: World) -> None:
    world.night()
    world.portal.notice("b", "Tin b", text=text(99))
    world.portal.notice("d", "Tin d", text=text(14))
    del world.portal.pages["/tin/c"]
    world.portal.listing("d", "a", "b")
    (site,) = world.night().sites
    assert (site.new, site.changed, site.unchanged, site.removed) == (1, 1, 1, 1)
    assert (site.failed, site.faults) == (0, ())
    assert [row[0] for row in world.rows()] == ["Tin a", "Tin b", "Tin d"]
    assert ("99/KH-UBND",) in world.rows("select number from documents")
    assert ("12/KH-UBND",) not in world.rows("select number from documents")


def test_pages_that_lost_their_text_do_not_replace_good_ones(world: World) -> None:
    world.night()
    world.portal.pages["/tin/b"] = Page(b"<html><body><div class='b'></div></body></html>")
    report = world.night()
    (site,) = report.sites
    assert (site.failed, site.changed) == (1, 0)
    assert "no text found" in site.why
    assert report.status == 0, "a single page is not the site"
    assert len(world.rows()) == 3


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (Page(b"<html><body>B\xe1\xba\xa3o tr\xc3\xac</body></html>"), "no item found (it gave 3 before)"),
        (Page(status=500), "status 500"),
        (Page(raw=lambda handler: handler.connection.close()), "connection failed"),
    ],
)
def test_a_listing_that_breaks_is_a_failed_site(world: World, page: Page, why: str) -> None:
    world.night()
    world.portal.pages["/tin"] = page
    report = world.night()
    assert report.status == 1
    assert why in report.sites[0].why
    assert len(world.rows()) == 3
    assert world.portal.paths.count("/tin/a") == 0


def test_most_pages_failing_is_the_sites_failure(world: World) -> None:
    for slug in "abc":
        world.portal.pages[f"/tin/{slug}"] = Page(status=500)
    report = world.night()
    assert report.status == 1
    assert "3 of 3 pages gave nothing" in report.sites[0].why


def test_sites_side_by_side_and_one_that_fails(world: World) -> None:
    with serving("127.0.0.2") as second, serving("127.0.0.3") as third:
        second.listing("x")
        second.notice("x", "Tin x", text=text(50))
        third.pages["/robots.txt"] = Page(status=503)
        report = world.night(world.site, site_of(second, "second"), site_of(third, "third"))
    assert [site.site for site in report.sites] == ["son-la", "second", "third"]
    assert [site.ok for site in report.sites] == [True, True, False]
    assert [site.new for site in report.sites] == [3, 1, 0]
    assert report.status == 1
    assert "robots.txt cannot be read" in report.sites[2].why
    assert len(world.rows()) == 4


def test_a_fault_of_the_program_stays_with_its_site(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no such rule")

    monkeypatch.setattr("pipeline.night.site_night.extract", broken)
    report = world.night()
    assert report.status == 1
    assert "parser: RuntimeError: no such rule (3)" in report.sites[0].why


def test_one_record_that_does_not_fit_keeps_no_other_out(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.night import site_night

    def province_of_b(*args: object, **named: object) -> object:
        notice = genuine(*args, **named)  # type: ignore[arg-type]
        return replace(notice, province="Not A Slug") if notice.title == "Tin b" else notice

    genuine = site_night.extract
    monkeypatch.setattr(site_night, "extract", province_of_b)
    (site,) = world.night().sites
    assert (site.new, site.failed) == (2, 1)
    assert "record: " in site.why


def test_limit(world: World) -> None:
    assert world.night(limit=2).sites[0].new == 2
    assert world.night().sites[0].new == 1
    assert len(world.rows()) == 3


def test_a_lost_lake_is_made_again_from_the_archive(world: World) -> None:
    world.night()
    before = world.rows()
    for folder in world.data.iterdir():
        if folder.name not in {"archive", "ledger.sqlite", "runs"}:
            subprocess.run(["rm", "-r", folder], check=True)
    world.portal.pages["/tin"] = Page(status=500)
    (site,) = world.night().sites
    assert site.resumed == 3
    assert world.rows() == before
    assert world.portal.paths.count("/tin/b") == 0


def test_the_report_is_written(world: World) -> None:
    world.night()
    world.nights = 0  # the same second again
    world.night()
    files = sorted((world.data / "runs").iterdir())
    assert [file.name for file in files] == ["20261124T200000Z-1.json", "20261124T200000Z.json"]
    told = json.loads(files[1].read_text(encoding="utf-8"))
    assert told["status"] == 0
    assert told["sites"][0]["site"] == "son-la"
    assert told["sites"][0]["new"] == 3


def test_a_second_run_at_the_same_time_is_refused(world: World) -> None:
    world.data.mkdir()
    with (world.data / "nightly.lock").open("w") as lock:
        lock.write("4711\n")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(UserError, match=r"another run is at work .*process 4711"):
            world.night()
    assert world.night().status == 0, "the lock goes with its holder"


def test_what_cannot_be_used_is_told(world: World, tmp_path: Path) -> None:
    world.data.mkdir()
    (world.data / "ledger.sqlite").write_bytes(
        b"not a database at all, but long enough to be read as one" * 99
    )
    with pytest.raises(UserError, match="ledger"):
        world.night()
    (tmp_path / "file").write_text("x")
    world.data = tmp_path / "file" / "lake"
    with pytest.raises(UserError, match="cannot be written"):
        world.night()


def test_who_asks() -> None:
    assert user_agent("https://example.org/bot").endswith("(+https://example.org/bot)")
    assert user_agent().startswith("thidua/")


def test_the_summary_tells_why() -> None:
    good = SiteReport("tot", "Tốt", seen=3, new=1, unchanged=2)
    bad = SiteReport(
        "hong", "Hỏng", failed=2, reasons=(("status 500", 2),), faults=("listing x: status 404",)
    )
    report = NightReport(NIGHT, 1.0, (good, bad), 8)
    out = io.StringIO()
    print_summary(report, Console(file=out, width=120))
    lines = out.getvalue().splitlines()
    assert any("hong" in line and "listing x: status 404; status 500 (2)" in line for line in lines)
    assert lines[-1].startswith("1 of 2 sites failed: hong; 2 pages gave nothing; 8 Parquet files rewritten")


YAML = """\
id: thu-nghiem
name: Cổng thử nghiệm
platform: thu
province: son-la
delay: 0
start: {start}
"""
PLATFORM = """\
id: thu
name: Thử
listing: {item: .item}
layout: {title: h1.t, published: p.d, body: div.b}
"""


def command(world: World, *options: str) -> int:
    folder = world.data.parent / "sites"
    (folder / "platforms").mkdir(parents=True, exist_ok=True)
    (folder / "platforms" / "thu.yaml").write_text(PLATFORM, encoding="utf-8")
    (folder / "thu-nghiem.yaml").write_text(YAML.format(start=world.site.start[0]), encoding="utf-8")
    return main(
        ["nightly", "--data", str(world.data), "--sites", str(folder), "--contact", "a@b.vn", *options]
    )


def test_the_command(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    run = ("--site", "thu-nghiem", "--allow-network", "127.0.0.0/8")
    assert command(world, *run) == 0
    out = capsys.readouterr().out
    assert "thu-nghiem" in out
    assert "all well" in out
    assert "\x1b" not in out, "no colours and bars where no terminal is"
    assert len(world.rows()) == 3
    assert world.portal.asked[-1].headers["User-Agent"].endswith("(+a@b.vn)")
    world.portal.pages["/tin"] = Page(status=500)
    assert command(world, *run) == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--site", "khong-co"), "no site khong-co; known sites:"),
        (("--allow-network", "localhost"), "--allow-network"),
        (("--limit", "0"), "--limit"),
    ],
)
def test_the_command_refuses(
    world: World, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], told: str
) -> None:
    assert command(world, *options) == 2
    assert told in capsys.readouterr().err


def test_loopback_needs_the_option(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(world, "--site", "thu-nghiem") == 1
    assert "not a public address" in " ".join(capsys.readouterr().out.split())
    assert world.portal.asked == []


# Crashes

KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
import pipeline.night.site_night, scrapers.archive.files, scrapers.crawl, scrapers.ledger.ledger
from pipeline.night.nightly import NightOptions, run_night
from tests.scrapers.portal import Portal, site_of

base, data, owner, name, when, count = sys.argv[1:]
owner = eval(owner)
genuine, left = getattr(owner, name), [int(count)]

def dying(*args, **named):
    left[0] -= 1
    if left[0] == 0 and when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    if left[0] == 0 and when == "torn":
        self, data = args
        genuine(self, data[: len(data) // 2])
        os.kill(os.getpid(), signal.SIGKILL)
    done = genuine(*args, **named)
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return done

setattr(owner, name, dying)
clock = lambda: datetime(2026, 11, 24, tzinfo=UTC)
options = NightOptions(contact="a@b.vn", allow=("127.0.0.0/8",), clock=clock)
run_night(Path(data), [site_of(Portal(base))], options=options)
print("survived")
"""
LEDGER, ARCHIVE, WRITER = (
    "scrapers.ledger.ledger.Ledger",
    "scrapers.archive.files.Archive",
    "pipeline.night.site_night.LakeWriter",
)
MOMENTS = [
    (LEDGER, "see", "before", 1, 0, "before anything is known"),
    (LEDGER, "note_start", "before", 1, 0, "the listing is entered, its validators are not"),
    (ARCHIVE, "_append", "torn", 4, 1, "half a record is in the archive: that page alone is asked for again"),
    (ARCHIVE, "store", "after", 3, 0, "the archive has a page that the ledger was not told of"),
    (LEDGER, "fetched", "after", 5, 0, "all that is fetched is archived and told, nothing is stored"),
    (WRITER, "upsert", "before", 1, 0, "just before the tables are written"),
    (WRITER, "upsert", "after", 1, 0, "the tables are written, the ledger does not know"),
    (LEDGER, "stored", "after", 3, 0, "the ledger knows half of it"),
]
SLUGS = [f"n{n}" for n in range(8)]


@pytest.fixture
def larger(tmp_path: Path) -> Iterator[World]:
    with serving() as portal:
        portal.pages["/tin"] = Page(listing(*SLUGS[:4], following="/tin?p=2"))
        portal.pages["/tin?p=2"] = Page(listing(*SLUGS[4:]))
        for number, slug in enumerate(SLUGS, 1):
            portal.notice(slug, f"Tin {slug}", text=text(number))
        yield World(portal, tmp_path / "lake")


def kill(world: World, owner: str, name: str, when: str, count: int) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, world.portal.base, str(world.data), owner, name, when, str(count)],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -9, done.stdout + done.stderr


@pytest.mark.parametrize(("owner", "name", "when", "count", "again", "moment"), MOMENTS)
def test_kill_at_any_moment(
    larger: World, owner: str, name: str, when: str, count: int, again: int, moment: str
) -> None:
    kill(larger, owner, name, when, count)
    asked_before = [path for path in larger.portal.paths if path in {f"/tin/{slug}" for slug in SLUGS}]
    # No revisits: what is asked for in this run is asked for because it is missing.
    larger.portal.asked.clear()
    options = NightOptions(allow=LOOPBACK, revisits=0, clock=lambda: NIGHT)
    report = run_night(larger.data, [larger.site], options=options)
    asked_after = [path for path in larger.portal.paths if path in {f"/tin/{slug}" for slug in SLUGS}]
    assert len(asked_before) + len(asked_after) == len(SLUGS) + again, moment
    assert report.sites[0].faults == ()

    fresh = World(larger.portal, larger.data.parent / "uninterrupted")
    fresh.night()
    columns = "select id, url, title, body, published, content_hash, province, site from notices order by id"
    assert larger.rows(columns) == fresh.rows(columns), moment
    documents = "select * exclude (province) from documents order by all"
    assert larger.rows(documents) == fresh.rows(documents), moment
    for file in (larger.data / "archive").rglob("*.warc.gz"):
        checked = subprocess.run(
            [sys.executable, "-m", "warcio.cli", "check", str(file)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert checked.returncode == 0, checked.stdout
    before = larger.files()
    assert larger.night().files == 0
    assert larger.files() == before
