import json
import re
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.commands.report import sparkline
from pipeline.night.lock import only_one
from pipeline.night.run_summary import NightReport, SiteReport
from pipeline.night.runs import night_of, runs_in
from pipeline.report.html import page
from pipeline.report.plots import Series, nice, stacked_bars, strongest
from pipeline.report.trend import trend_of

NOW = datetime.now(UTC).replace(microsecond=0)
EVIL = "</script><script>alert(1)</script>&\"'"


def site(id: str, new: int = 0, **values: object) -> SiteReport:
    """A site's night with ten pages read, all of them dated."""
    base = {"read": 10, "tried": 10, "filled": {"title": 10, "published": 10}, "province": "son-la"}
    return SiteReport(id, f"Sở {id}", new=new, **(base | values))  # type: ignore[arg-type]


def night(days_ago: int, *sites: SiteReport) -> NightReport:
    return NightReport(NOW - timedelta(days=days_ago, hours=1), 61.5, sites, 3)


def lake(folder: Path, *nights: NightReport) -> Path:
    for each in nights:
        each.write(folder / "runs")
    return folder


FAILED = {"faults": ("listing x: status 404",)}
NIGHTS = (
    night(3, site("a", 9), site("b", 4)),
    night(2, site("a", 1), site("b", 0, **FAILED)),
    night(1, site("a", 0)),
    night(0, site("a", 3, failed=2, reasons=(("status 500", 2),)), site("b", 0, **FAILED)),
)


def report(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    status = cli.main(["report", *args])
    told = capfd.readouterr()
    return status, told.out, told.err


def test_a_night_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = NIGHTS[3].write(tmp_path)
    assert night_of(json.loads(path.read_text(encoding="utf-8"))) == NIGHTS[3]


def test_summaries_of_other_versions_are_read(tmp_path: Path) -> None:
    old = {
        "started": "2026-11-24T20:00:00+00:00",
        "seconds": 1,
        "sites": [{"site": "a", "name": "A", "x": 1}],
    }
    assert night_of(old).sites[0] == SiteReport("a", "A")


def test_a_line_a_site_failed_ones_first(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status, out, _ = report(capfd, "--data", str(lake(tmp_path, *NIGHTS)))
    lines = [line.split() for line in out.splitlines() if line.strip()]
    assert status == 1
    assert lines[3][:7] == ["b", "failed", "×2", "4", "0", "0", "0"]
    assert lines[4][:6] == ["a", "look", "13", "0", "0", "2"]
    assert "status 500 (2)" in out
    assert out.splitlines()[-1] == "1 of 2 sites failed: b"


def test_all_well_is_status_0(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status, out, _ = report(capfd, "--data", str(lake(tmp_path, *NIGHTS[:1])), "--max-age", "100")
    assert (status, out.splitlines()[-1]) == (0, "all well")


def test_a_night_long_ago_is_a_problem(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status, out, _ = report(capfd, "--data", str(lake(tmp_path, *NIGHTS[:1])))
    assert status == 1
    assert "the last night began 3 days ago, more than 36 hours: does it still run?" in out


def test_a_run_that_was_killed_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lake(tmp_path, night(0, site("a")))
    (tmp_path / "logs").mkdir()
    stem = f"{NOW:%Y%m%dT%H%M%SZ}"
    (tmp_path / "logs" / f"{stem}.jsonl").write_text("")
    assert f"a run that began {stem} did not end by itself" in report(capfd, "--data", str(tmp_path))[1]
    with only_one(tmp_path / "nightly.lock"):
        assert report(capfd, "--data", str(tmp_path))[0] == 0, "it is at work now"


def test_a_broken_summary_is_told_and_the_others_are_read(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    lake(tmp_path, night(0, site("a")))
    (tmp_path / "runs" / "20260101T000000Z.json").write_text('{"started": "20')
    status, out, _ = report(capfd, "--data", str(tmp_path))
    assert status == 1
    assert "a summary cannot be read: 20260101T000000Z.json" in out


@pytest.mark.parametrize(
    ("args", "said"), [((), "no night was run in"), (("--site", "zz"), "no night of zz in these 4 nights")]
)
def test_nothing_to_tell(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], args: tuple[str, ...], said: str
) -> None:
    if args:
        lake(tmp_path, *NIGHTS)
    status, out, err = report(capfd, "--data", str(tmp_path), *args)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_json_for_machines(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status, out, _ = report(capfd, "--json", "--data", str(lake(tmp_path, *NIGHTS)))
    told = json.loads(out)
    assert (status, told["status"], told["problems"]) == (1, 1, ["1 of 2 sites failed: b"])
    b, a = told["sites"]
    assert (b["state"], b["failing_since_nights"], b["series"]["new"]) == ("failed", 2, [4, 0, None, 0])
    assert (a["state"], a["last"]["reasons"], a["filled"]["published"]) == ("look", {"status 500": 2}, 1.0)


def test_only_some_sites(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = json.loads(report(capfd, "--json", "--site", "a", "--data", str(lake(tmp_path, *NIGHTS)))[1])
    assert [each["site"] for each in told["sites"]] == ["a"]
    assert told["status"] == 0


def test_lines_of_a_pipe_are_whole(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    long = "listing https://mot-cong-thong-tin-rat-dai.gov.vn/" + "chuyen-muc/" * 40 + ": status 404"
    out = report(capfd, "--data", str(lake(tmp_path, night(0, site("a", faults=(long,))))))[1]
    assert long in out
    assert "…" not in out
    assert all(line == line.rstrip() for line in out.splitlines())


class Page(HTMLParser):
    """Collects tags and outward references; complains of tags that do not close."""

    VOID = frozenset({"meta", "br", "line", "i"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.references: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.references += [value or "" for name, value in attrs if name in {"src", "href", "srcset", "data"}]
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, (self.open, tag)
        self.open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_stands_alone(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report.html"
    status, printed, _ = report(capfd, "--data", str(lake(tmp_path, *NIGHTS)), "--out", str(out))
    text = out.read_text(encoding="utf-8")
    found = Page(text)
    assert (status, printed, found.open, found.references) == (1, "", [], [])
    assert not {"script", "link", "img", "iframe"} & set(found.tags)
    assert "url(" not in text
    assert "@import" not in text
    said = " ".join(" ".join(found.words).split())
    for part in ("1 of 2 sites failed: b", "Sở a", "status 500", "New notices a night, by site", "son-la"):
        assert part in said, part


def test_the_page_s_figures_are_the_nights(tmp_path: Path) -> None:
    text = page(trend_of(NIGHTS), [])
    bars = re.findall(r"<title>(\d\d\.\d\d\.): (\w): (\d+)</title>", text)
    assert [(name, int(count)) for _, name, count in bars[:4]] == [("a", 9), ("b", 4), ("a", 1), ("a", 3)]
    heights = [float(tall) for tall in re.findall(r'height="([\d.]+)"><title>\d\d\.\d\d\.: [ab]: ', text)]
    assert heights[0] / heights[1] == pytest.approx(9 / 4, abs=0.01)
    assert "All well." in text


def test_what_portals_say_stays_text() -> None:
    bad = site(EVIL, 1, faults=(EVIL,), reasons=((EVIL, 2),), failed=2)
    found = Page(page(trend_of([night(0, bad)]), [EVIL]))
    assert "script" not in found.tags
    assert sum(EVIL in word for word in found.words) >= 4


def test_a_night_without_anything_has_a_page() -> None:
    assert Page(page(trend_of([night(0)]), [])).open == []
    assert Page(page(trend_of([night(0, SiteReport("a", "A"))]), [])).open == []


@pytest.mark.parametrize(
    ("series", "line", "reason"),
    [
        ((8, 4, 0, None), "█▄· ", "a bar, a dot for nothing, a blank for no run"),
        ((1, 100), "▁█", "little is not nothing"),
        ((0, 0), "··", "no division by nothing"),
        ((), "", ""),
    ],
)
def test_sparkline(series: tuple[int | None, ...], line: str, reason: str) -> None:
    assert sparkline(series) == line, reason


@pytest.mark.parametrize(
    ("value", "top"), [(0, 4), (4, 4), (5, 8), (13, 20), (89, 100), (101, 120), (5000, 6000)]
)
def test_axis(value: int, top: int) -> None:
    assert nice(value) == top


def test_the_strongest_series_and_the_rest() -> None:
    many = [Series(f"s{number:02}", (number, None)) for number in range(20)]
    chosen = strongest(many)
    assert [each.name for each in chosen] == ["s19", "s18", "s17", "s16", "s15", "s14", "others"]
    assert sum(each.total for each in chosen) == sum(range(20))
    assert stacked_bars([], [], "nothing").count("<rect") == 0


def test_old_nights_are_left_out(tmp_path: Path) -> None:
    lake(tmp_path, *NIGHTS)
    assert len(runs_in(tmp_path / "runs", NOW - timedelta(days=2)).nights) == 2
