"""`thidua sites new` and `sites check`, from saved pages and against the demo's portals over HTTP."""

from pathlib import Path

import pytest
import yaml

from pipeline import cli
from pipeline.demo.portals import serving
from scrapers.sites import load_sites

PAGES = Path(__file__).parents[1] / "pages"
URL = "https://tinhdoan.daknong.gov.vn/tin"


def run(capfd, *args: str) -> tuple[int, str, str]:
    status = cli.main(["sites", *args])
    told = capfd.readouterr()
    return status, told.out, told.err


def saved(family: str) -> list[str]:
    folder = PAGES / family
    return ["--listing", str(folder / "listing.html"), "--article", str(folder / "article.html")]


def test_a_site_begun_from_saved_pages(capfd, tmp_path: Path):
    status, out, _ = run(capfd, "new", URL, *saved("wordpress"), "--sites", str(tmp_path))
    assert status == 0
    assert "Platform: wordpress" in out
    assert "2021-06-04  Thị xã Hồng Lĩnh phát động" in out
    site = load_sites(tmp_path)["tinhdoan-daknong"]
    assert (site.platform, site.province, site.status) == ("wordpress", "dak-nong", "unproven")
    folder = tmp_path / "pages" / "tinhdoan-daknong"
    record = yaml.safe_load((folder / "record.yaml").read_text(encoding="utf-8"))
    expected = yaml.safe_load((PAGES / "wordpress" / "record.yaml").read_text(encoding="utf-8"))
    assert record["article"] == expected["article"]
    assert [item["date"] for item in record["listing"]["items"]] == [
        item["date"] for item in expected["listing"]["items"]
    ]
    assert "CHECK EVERY LINE" in (folder / "record.yaml").read_text(encoding="utf-8")
    assert "<script" not in (folder / "article.html").read_text(encoding="utf-8")


def test_a_site_of_no_known_family(capfd, tmp_path: Path):
    items = "".join(
        f"<div class='r'><b><a href='/t/{i}'>Tin số {i} của sở có tiêu đề dài</a></b> (0{i}/5/2023)</div>"
        for i in range(1, 6)
    )
    page = tmp_path / "list.html"
    page.write_text(
        f"<html><body>{items}<div class='pages'><a href='?p=2'>2</a></div></body></html>", "utf-8"
    )
    out = tmp_path / "sites"
    status, told, _ = run(capfd, "new", URL, "--listing", str(page), "--sites", str(out), "--id", "so-x")
    assert status == 0
    assert "5 items without selectors" in told
    site = load_sites(out)["so-x"]
    assert (site.platform, site.listing.page_parameter) == ("generic", "p")


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (["new", "ftp://x.vn/"], 2, "only http and https"),
        (["new", "https://baobackan.vn/", "--id", "baobackan"], 2, "known already"),
        (["new", URL, "--listing", "/nonexistent.html"], 2, "cannot be read"),
        (["new", "http://127.0.0.1:9/"], 2, "127.0.0.1"),
        (["check", "nowhere"], 2, "no site nowhere"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(capfd, tmp_path, args, status, said):
    more = ["--sites", str(tmp_path)] if args[0] == "new" else []
    got, _, err = run(capfd, *args, *more)
    assert (got, err.count("\n")) == (status, 1)
    assert said in err


def test_a_page_without_a_listing_writes_nothing(capfd, tmp_path: Path):
    page = tmp_path / "x.html"
    page.write_text("<html><body><p>Trang đang bảo trì</p></body></html>", encoding="utf-8")
    status, out, _ = run(capfd, "new", URL, "--listing", str(page), "--sites", str(tmp_path / "s"))
    assert status == 1
    assert "0 items" in out
    assert not (tmp_path / "s").exists()


def test_drift_of_a_listing_is_told(capfd, tmp_path: Path):
    run(capfd, "new", URL, *saved("wordpress"), "--sites", str(tmp_path))
    here = ["check", "tinhdoan-daknong", "--sites", str(tmp_path), "--listing"]
    assert run(capfd, *here, str(PAGES / "wordpress" / "listing.html"))[0] == 0
    status, out, _ = run(capfd, *here, str(PAGES / "drupal" / "listing.html"))
    assert status == 1
    assert "drift: selectors: expected find the items; found find nothing" in out


def test_new_and_check_over_http(capfd, tmp_path: Path):
    allow = ["--allow-network", "127.0.0.0/8", "--delay", "0", "--sites", str(tmp_path)]
    with serving() as portals:
        portal = next(each for each in portals if each.style.id == "baobackan")
        status, out, _ = run(capfd, "new", portal.base + portal.style.listing, "--id", "bao-mau", *allow)
        assert status == 0
        assert "Platform: epi" in out
        newest = portal.standing()[0]
        assert newest.title in out
        status, out, _ = run(capfd, "check", "bao-mau", "--mark", *allow)
        assert (status, out.splitlines()[-1]) == (0, "bao-mau: reads as expected")
        assert load_sites(tmp_path)["bao-mau"].status == "proven"
        path = tmp_path / "pages" / "bao-mau" / "record.yaml"
        path.write_text(
            path.read_text(encoding="utf-8").replace(newest.title, "Tiêu đề cũ"), encoding="utf-8"
        )
        status, out, _ = run(capfd, "check", "bao-mau", *allow)
        assert status == 1
        assert "drift: title: expected Tiêu đề cũ" in out
