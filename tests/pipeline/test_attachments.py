"""Files that notices offer: fetched once, archived, listed with size and digest."""

import hashlib
import io
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from pipeline.night.nightly import NightOptions, run_night
from pipeline.night.run_summary import SiteReport
from pipeline.release.verify import verify
from scrapers.archive.files import Archive
from scrapers.archive.warc import Place
from scrapers.fetch.file_types import file_type
from scrapers.fetch.tls import Tls
from scrapers.ledger.ledger import Ledger
from scrapers.sites import Site
from tests.scrapers.portal import Page, Portal, detail, pdf, serving, site_of

NIGHT = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
LOOPBACK = ("127.0.0.0/8",)


class World:
    """A portal with one notice that offers files, and the folder of its lake."""

    def __init__(self, portal: Portal, data: Path) -> None:
        self.portal, self.data, self.site = portal, data, site_of(portal)

    def night(self, day: int = 0, site: Site | None = None, files: int = 1000) -> SiteReport:
        self.portal.asked.clear()
        now = NIGHT + timedelta(days=day)
        options = NightOptions(contact="a@b.vn", allow=LOOPBACK, clock=lambda: now, files=files)
        (told,) = run_night(self.data, [site or self.site], options=options).sites
        return told

    def rows(self) -> list[tuple[str, str | None, int | None, str | None]]:
        files = f"{self.data}/attachments/**/*.parquet"
        with duckdb.connect() as db:
            return db.execute(
                f"select name, type, size, sha256 from read_parquet('{files}') order by notice_id, position"
            ).fetchall()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with serving() as portal:
        link = portal.file("ke-hoach.pdf", etag='"1"')
        portal.listing("a")
        portal.notice("a", "Kế hoạch thi đua", text=f"Sở Nội vụ gửi kế hoạch kèm theo. {link}")
        yield World(portal, tmp_path / "lake")


def row(body: bytes, name: str = "ke-hoach.pdf", type: str = "pdf") -> tuple[str, str, int, str]:
    return f"Tệp {name}", type, len(body), hashlib.sha256(body).hexdigest()


def test_a_file_is_fetched_archived_and_listed(world: World) -> None:
    told = world.night()
    assert (told.new, told.files, told.files_failed) == (1, 1, 0)
    assert world.rows() == [row(pdf("ke-hoach.pdf"))]
    with duckdb.connect() as db:
        file, offset = db.execute(
            f"select archive_file, archive_offset from '{world.data}/attachments/**/*.parquet'"
        ).fetchall()[0]
    kept = Archive(world.data / "archive").read(Place(file, offset))
    assert (kept.body, kept.url) == (pdf("ke-hoach.pdf"), f"{world.portal.base}/files/ke-hoach.pdf")
    found = verify(world.data)
    assert found.whole and found.counts["attachments in the archive"] == 1


def test_it_is_not_asked_for_again_before_its_time(world: World) -> None:
    world.night()
    assert world.night(1).unchanged == 1
    assert world.portal.count("/files/ke-hoach.pdf") == 0
    told = world.night(31)
    assert (told.files, told.changed) == (0, 0)
    asked = next(ask for ask in world.portal.asked if ask.path.startswith("/files/"))
    assert asked.headers["If-None-Match"] == '"1"'


def test_another_file_at_the_same_address_is_a_change(world: World) -> None:
    world.night()
    world.portal.file("ke-hoach.pdf", pdf("thay thế"), etag='"2"')
    told = world.night(31)
    assert (told.files, told.changed) == (1, 1)
    assert world.rows() == [row(pdf("thay thế"))]
    assert world.night(32).changed == 0
    assert verify(world.data).whole


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (Page(status=404), "attachment: status 404"),
        (Page(detail("Đăng nhập", "Mời đăng nhập.")), "attachment: no document, whatever its name says"),
        (Page(b"PK\x03\x04 torn"), "attachment: no document, whatever its name says"),
    ],
    ids=["gone", "a web page", "torn"],
)
def test_what_is_no_file_is_told_and_tried_again(world: World, page: Page, why: str) -> None:
    good = world.portal.pages["/files/ke-hoach.pdf"]
    world.portal.pages["/files/ke-hoach.pdf"] = page
    told = world.night()
    assert (told.new, told.files, told.files_failed) == (1, 0, 1)
    assert dict(told.reasons)[why] == 1
    assert world.rows() == [("Tệp ke-hoach.pdf", "pdf", None, None)]
    assert world.portal.count("/files/ke-hoach.pdf") == 1
    world.portal.pages["/files/ke-hoach.pdf"] = good
    assert (world.night(1).changed, world.rows()) == (1, [row(pdf("ke-hoach.pdf"))])


def test_a_file_that_two_notices_offer_is_fetched_once(world: World) -> None:
    link = "<a href='/files/ke-hoach.pdf'>Tệp ke-hoach.pdf</a>"
    world.portal.listing("a", "b")
    world.portal.notice("b", "Tổng kết thi đua", text=f"Kế hoạch cũ còn đây. {link}")
    assert world.night().files == 1
    assert world.portal.count("/files/ke-hoach.pdf") == 1
    assert world.rows() == [row(pdf("ke-hoach.pdf"))] * 2


def test_how_many_are_fetched_is_bounded(world: World) -> None:
    links = [world.portal.file(f"{n}.pdf") for n in range(5)]
    world.portal.notice("a", "Kế hoạch thi đua", text=" ".join(links))
    none = world.night(site=replace(world.site, attachments=0))
    assert (none.files, len(world.rows())) == (0, 5)
    assert world.night(1, files=3).files == 3
    assert world.night(2, site=replace(world.site, attachments=4)).files == 1


def test_robots_txt_holds_for_files(world: World) -> None:
    world.portal.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /files/\n")
    told = world.night()
    assert (told.new, told.files, world.portal.count("/files/ke-hoach.pdf")) == (1, 0, 0)


def test_a_quiet_night_writes_nothing_of_files(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.night()
    monkeypatch.setattr(Ledger, "offer", lambda *_: pytest.fail("the same offer was entered again"))
    assert world.night(1).unchanged == 1


def test_an_exception_from_tls_does_not_hold_for_other_hosts(world: World) -> None:
    with serving("127.0.0.2") as other:
        other.file("la.pdf")
        text = f"Xem <a href='{other.base}/files/la.pdf'>Tệp lạ</a>."
        world.portal.notice("a", "Kế hoạch thi đua", text=text)
        eased = replace(world.site, tls=Tls(frozenset({"unverified"})))
        told = world.night(site=eased)
        assert (told.new, told.files, other.asked) == (1, 0, [])
        assert world.night(1).files == 1, "without an exception any public host may have it"


def test_a_removed_notice_keeps_no_file_alive(world: World) -> None:
    world.night()
    del world.portal.pages["/tin/a"]
    world.portal.listing()
    world.portal.listing("b")
    world.portal.notice("b", "Tổng kết thi đua", text="Tỉnh tổng kết.")
    assert world.night(1).removed == 1
    assert world.night(40).files == 0
    assert world.portal.count("/files/ke-hoach.pdf") == 0


def zipped(*names: str, mimetype: str | None = None) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        if mimetype:
            made.writestr("mimetype", mimetype)
        for name in names:
            made.writestr(name, "x")
    return held.getvalue()


def wide_directory() -> bytes:
    """A zip that says its directory of names is larger than any that is read."""
    return b"PK\x03\x04" + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, 40_000_000, 4, 0)


@pytest.mark.parametrize(
    ("body", "url", "type"),
    [
        (pdf("x"), "http://a.vn/x.doc", "pdf"),
        (b"\xef\xbb\xbf\r\n" + pdf("x"), "http://a.vn/x", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "http://a.vn/bieu-mau.XLS?v=2", "xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "http://a.vn/download?id=7", "doc"),
        (zipped("word/document.xml"), "http://a.vn/x.pdf", "docx"),
        (zipped("xl/workbook.xml"), "http://a.vn/x", "xlsx"),
        (zipped("anh.jpg"), "http://a.vn/x", "zip"),
        (zipped("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "http://a.vn/x", "odt"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/zipPK", "http://a.vn/x", "zip"),
        (zipped("word/document.xml")[:-9], "http://a.vn/x.docx", None),
        (wide_directory(), "http://a.vn/x.docx", "zip"),
        (b"{\\rtf1 x}", "http://a.vn/x.doc", "rtf"),
        (b"<!DOCTYPE html><p>%P", "http://a.vn/x.pdf", None),
        (b"", "http://a.vn/x.pdf", None),
        (b"MZ\x90\x00", "http://a.vn/x.pdf", None),
    ],
)
def test_bytes_tell_what_a_file_is(body: bytes, url: str, type: str | None) -> None:
    assert file_type(body, url) == type
