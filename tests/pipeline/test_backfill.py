"""Backfill from pywb over an archive of our own, from a counterpart of Common Crawl, and from a WARC file."""

import gzip
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from pipeline.cli import main
from pipeline.night.backfill import run_backfill
from pipeline.night.nightly import NightOptions, run_night
from scrapers.archive.cdx import captures
from scrapers.archive.files import Archive
from scrapers.archive.sources import CommonCrawl, Source, WarcFile, Wayback
from scrapers.archive.warc import Place
from scrapers.fetch.fetching import Exchange, FetchError, HttpFetcher
from scrapers.fetch.politeness import Paces, PoliteFetcher
from scrapers.sites import Site
from tests.scrapers import pywb
from tests.scrapers.portal import Handler, Page, Portal, listing, serving, site_of

LOOPBACK = ("127.0.0.0/8",)
OPTIONS = NightOptions(contact="a@b.vn", allow=LOOPBACK)
THEN = datetime(2018, 5, 4, 3, 2, 1, tzinfo=UTC)
SLUGS = ("a", "b", "c")


def fetcher() -> PoliteFetcher:
    return PoliteFetcher(HttpFetcher("test", allow=LOOPBACK), Paces(), robots=False)


@pytest.fixture
def portal() -> Iterator[Portal]:
    with serving() as portal:
        yield portal


@pytest.fixture
def site(portal: Portal) -> Site:
    return site_of(portal)


@pytest.fixture
def old(portal: Portal, tmp_path: Path) -> Path:
    """An archive of 2018: the portal's listing, three notices, an image, an error, another host's page."""
    archive = Archive(tmp_path / "old")
    archive.begin(THEN)

    def keep(path: str, body: bytes, kind: str = "text/html", status: int = 200, host: str = "") -> None:
        head = (("Content-Type", kind),)
        archive.store(Exchange((host or portal.base) + path, status, "OK", head, body, (), THEN))

    keep("/tin", listing(*SLUGS))
    for slug in SLUGS:
        portal.notice(slug, f"Tin {slug}", text=f"Ban hành Kế hoạch số 1{ord(slug)}/KH-UBND ngày 05/01/2018.")
        keep(f"/tin/{slug}", portal.pages[f"/tin/{slug}"].body)
    keep("/tin/gone", b"<h1>404</h1>", status=404)
    keep("/lien-he", b"<html><body><h1>Contact</h1><p>Not listed.</p></body></html>")
    keep("/logo.png", b"\x89PNG", "image/png")
    keep("/tin/x", b"<html></html>", host="http://khac.gov.vn")
    archive.end()
    portal.pages.clear()
    return archive.root


def the_file(root: Path) -> Path:
    return next(root.rglob("*.warc.gz"))


def rows(data: Path) -> list[tuple[object, ...]]:
    with duckdb.connect() as db:
        return db.execute(
            "select title, url, fetched_at, archive_file, archive_offset"
            f" from read_parquet('{data}/notices/**/*.parquet') order by url"
        ).fetchall()


def judge(data: Path, site: Site, source: Source, portal: Portal) -> None:
    """The three listed notices are stored, as of 2018, from the own archive, and a second time nothing is."""
    report = run_backfill(data, site, source, options=OPTIONS)
    (told,) = report.sites
    assert (told.new, told.failed, told.faults) == (3, 0, ()), told.why
    assert told.elsewhere == 1, "the page that no listing shows"
    found = rows(data)
    assert [row[0] for row in found] == ["Tin a", "Tin b", "Tin c"]
    assert {row[2] for row in found} == {THEN}
    archive = Archive(data / "archive")
    for _, url, _, file, offset in found:
        assert archive.read(Place(str(file), int(str(offset)))).url == url
    again = run_backfill(data, site, source, options=OPTIONS)
    assert (again.sites[0].new, again.sites[0].tried, again.files) == (0, 0, 0)
    assert portal.asked == [], "the portal itself is not asked"


def test_from_a_warc_file(portal: Portal, site: Site, old: Path, tmp_path: Path) -> None:
    judge(tmp_path / "lake", site, WarcFile(the_file(old)), portal)


def test_from_pywb(portal: Portal, site: Site, old: Path, tmp_path: Path) -> None:
    if pywb.wayback() is None:
        pytest.skip("pywb is not installed: see .ci/run")
    with pywb.serving(old, tmp_path / "pywb") as base:
        source = Wayback(fetcher(), f"{base}/cdx", base + "/{stamp}id_/{url}")
        judge(tmp_path / "lake", site, source, portal)
        kept = [capture.taken for capture in source.captures(portal.base.split("//")[1], (2018, 2018))]
        assert kept and set(kept) == {THEN}
        assert list(source.captures(portal.base.split("//")[1], (2019, 2020))) == []


@pytest.fixture
def crawl_archive(old: Path) -> Iterator[Portal]:
    """A counterpart of Common Crawl: its list of indexes, an index, and files that answer range requests."""
    data = the_file(old).read_bytes()
    lines = [line for path in old.glob("indexes/*.cdxj") for line in path.read_text("utf-8").splitlines()]
    with serving("127.0.0.5") as server:
        answer = server.answer

        def serve(path: str) -> Page:
            if path == "/collinfo.json":
                found = [
                    {"id": f"CC-MAIN-{year}-17", "cdx-api": f"{server.base}/CC-MAIN-{year}-17-index"}
                    for year in (2019, 2018)
                ]
                return Page(json.dumps(found).encode(), headers={"Content-Type": "application/json"})
            if path.startswith("/CC-MAIN-2018"):
                kept = [
                    {"urlkey": key, "timestamp": stamp, **json.loads(told)}
                    for key, stamp, told in (line.split(" ", 2) for line in lines)
                    if "khac.gov.vn" not in told
                ]
                return Page("\n".join(map(json.dumps, kept)).encode(), headers={})
            if path.startswith("/data/"):
                return Page(raw=part)
            return answer(path)

        def part(handler: Handler) -> None:
            first, last = map(int, handler.headers["Range"].removeprefix("bytes=").split("-"))
            handler.send_response(206)
            handler.send_header("Content-Length", str(last + 1 - first))
            handler.end_headers()
            handler.wfile.write(data[first : last + 1])

        server.answer = serve  # type: ignore[method-assign]
        yield server


def test_from_common_crawl(portal: Portal, site: Site, crawl_archive: Portal, tmp_path: Path) -> None:
    base = crawl_archive.base
    judge(tmp_path / "lake", site, CommonCrawl(fetcher(), f"{base}/collinfo.json", f"{base}/data/"), portal)
    asked = [ask for ask in crawl_archive.asked if ask.path.startswith("/data/")]
    assert all(ask.headers["Range"].startswith("bytes=") for ask in asked)
    crawl_archive.asked.clear()
    only = CommonCrawl(fetcher(), f"{base}/collinfo.json", f"{base}/data/")
    assert list(only.captures("127.0.0.1", (2019, 2019))) == []
    assert not any("CC-MAIN-2018" in path for path in crawl_archive.paths), "other years are not asked"


def test_waybacks_own_form_of_answer(portal: Portal) -> None:
    head = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]

    def row(stamp: str, path: str, mime: str = "text/html", status: str = "200") -> list[str]:
        return ["vn,a)/", stamp, f"http://a.vn:80{path}", mime, status, "X", "77"]

    first = [head, row("20170203040506", "/1"), row("20170203040507", "/2", "image/gif"), [], ["key 2"]]
    second = [head, row("20170303040506", "/3"), row("20170303040506", "/4", status="302")]
    pages = [first, second]
    portal.pages["/cdx"] = Page(b"[]")
    portal.answer = lambda path: Page(json.dumps(pages.pop(0)).encode())  # type: ignore[method-assign]
    found = list(captures(fetcher(), f"{portal.base}/cdx", "a.vn"))
    assert [capture.url for capture in found] == ["http://a.vn/1", "http://a.vn/3"]
    assert found[0].stamp == "20170203040506"
    assert "resumeKey=key%202" in portal.paths[-1]


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (Page(b"<html>Service unavailable</html>"), "does not answer in JSON"),
        (Page(status=500), "status 500"),
        (Page(status=429, headers={"Retry-After": "7000"}), "left alone"),
    ],
)
def test_an_index_that_fails_is_told(portal: Portal, page: Page, why: str) -> None:
    portal.answer = lambda path: page  # type: ignore[method-assign]
    with pytest.raises(FetchError, match=why):
        list(captures(fetcher(), f"{portal.base}/cdx", "a.vn"))


def test_what_the_lake_has_stays(portal: Portal, site: Site, old: Path, tmp_path: Path) -> None:
    portal.listing("a")
    portal.notice("a", "Tin a, bản mới", text="Bản sửa đổi của thông báo trước đây.")
    data = tmp_path / "lake"
    run_night(data, [site], options=OPTIONS)
    run_backfill(data, site, WarcFile(the_file(old)), options=OPTIONS)
    assert [row[0] for row in rows(data)] == ["Tin a, bản mới", "Tin b", "Tin c"]


def test_the_pattern_tells_notices_where_no_listing_does(portal: Portal, site: Site, tmp_path: Path) -> None:
    import re

    archive = Archive(tmp_path / "bare")
    archive.begin(THEN)
    portal.notice("a", "Tin a", text="Ban hành Kế hoạch số 12/KH-UBND.")
    for path in ("/tin/a", "/gioi-thieu"):
        head = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
        archive.store(Exchange(portal.base + path, 200, "OK", head, portal.pages["/tin/a"].body, (), THEN))
    archive.end()
    file = WarcFile(the_file(archive.root))
    told = run_backfill(tmp_path / "lake", site, file, options=OPTIONS).sites[0]
    assert "give the pattern 'only'" in told.why
    told = run_backfill(
        tmp_path / "lake", replace(site, only=re.compile("^/tin/")), file, options=OPTIONS
    ).sites[0]
    assert (told.new, told.elsewhere) == (1, 1)


def test_the_command(portal: Portal, old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sites = tmp_path / "sites"
    (sites / "platforms").mkdir(parents=True)
    (sites / "platforms" / "thu.yaml").write_text(
        "id: thu\nname: Thử\nlisting: {item: .item}\nlayout: {title: h1.t, published: p.d, body: div.b}\n",
        encoding="utf-8",
    )
    (sites / "cu.yaml").write_text(
        f"id: cu\nname: Cổng cũ\nplatform: thu\nstart: {portal.base}/tin\n", encoding="utf-8"
    )
    packed = tmp_path / "crawl.warc.gz"
    shutil.copy(the_file(old), packed)
    assert gzip.decompress(packed.read_bytes()).startswith(b"WARC/1.1")
    base = ["backfill", "--site", "cu", "--sites", str(sites), "--data", str(tmp_path / "lake")]
    assert main([*base, "--from", str(packed), "--years", "2018"]) == 0
    assert "all well" in capsys.readouterr().out
    assert len(rows(tmp_path / "lake")) == 3
    for options, told in (
        (("--from", "nowhere"), "no archive 'nowhere'"),
        (("--from", "wayback", "--endpoint", "http://a.vn/cdx"), "belong together"),
        (("--from", str(packed), "--years", "20-30"), "are no years"),
    ):
        assert main([*base, *options]) == 2
        assert told in capsys.readouterr().err
