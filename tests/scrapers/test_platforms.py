"""Golden pages: one a platform version, read with its selectors and without any, against the same record.

The pages are of our own making in the manner of each family; their records were written from the texts
that the pages were made of, not from what was read.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from parsers.page.layout import Layout
from parsers.page.reader import read_page
from scrapers.discover.listing import read_listing
from scrapers.fingerprints import recognise
from scrapers.platforms import ListingSpec, load_platform, load_platforms
from scrapers.sites import load_sites
from scrapers.yaml_files import SiteFileError

PAGES = Path(__file__).parents[1] / "pages"
FOLDERS = sorted(path for path in PAGES.iterdir() if path.is_dir())
NAMES = [path.name for path in FOLDERS]


def record(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((folder / "record.yaml").read_text(encoding="utf-8"))
    return loaded


def specs(name: str) -> tuple[ListingSpec, Layout]:
    """What reads the pages of `platform`, or of `platform@year` before its markup changed."""
    platform, _, year = name.partition("@")
    own = load_platforms()[platform]
    for version in own.earlier if year else ():
        if version.valid_until.year >= int(year):
            return version.listing, version.layout.layout()
    return own.listing, own.layout.layout()


@pytest.mark.parametrize("selectors", [True, False], ids=["its-selectors", "none"])
@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_article(folder: Path, selectors: bool) -> None:
    expected = record(folder)
    layout = specs(folder.name)[1] if selectors else None
    page = read_page((folder / "article.html").read_bytes(), url=expected["url"], layout=layout)
    assert {
        "title": page.title,
        "published": page.published.isoformat() if page.published else None,
        "author": page.author,
        "section": page.section,
        "attachments": [file.name for file in page.attachments],
        "body": page.body.split("\n"),
    } == expected["article"]


@pytest.mark.parametrize("selectors", [True, False], ids=["its-selectors", "none"])
@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_listing(folder: Path, selectors: bool) -> None:
    expected = record(folder)["listing"]
    spec = specs(folder.name)[0] if selectors else ListingSpec()
    read = read_listing((folder / "listing.html").read_bytes(), expected["url"], spec)
    shown = [
        {"url": each.url, "title": each.title, "date": each.day.isoformat() if each.day else None}
        for each in read.entries
    ]
    assert shown == expected["items"]
    assert read.next or read.parameter
    assert read.guessed is not selectors


@pytest.mark.parametrize("kind", ["article", "listing"])
@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_fingerprints(folder: Path, kind: str) -> None:
    html = (folder / f"{kind}.html").read_text(encoding="utf-8")
    found = recognise(html, record(folder)["url"], load_platforms())
    assert found[0].platform == folder.name.partition("@")[0]


def test_every_family_has_its_page_and_says_what_it_rests_on() -> None:
    without = {"generic", "provincial-office", "table-portal"}  # those two are read in the demo's gold tests
    platforms = load_platforms()
    assert {name.partition("@")[0] for name in NAMES} == set(platforms) - without
    for platform in platforms.values():
        assert platform.rests_on and all(version.rests_on for version in platform.earlier)
    assert {each.id for each in platforms.values() if each.status == "proven"} == {"epi", "liferay"}


def test_a_page_is_read_with_the_layout_of_its_day(tmp_path: Path) -> None:
    text = "id: truong\nname: T\nplatform: nukeviet\nstart: https://truong.edu.vn/vi/news/\n"
    (tmp_path / "truong.yaml").write_text(text, encoding="utf-8")
    site = load_sites(tmp_path)["truong"]
    assert site.layout_on(date(2014, 5, 1)).title == ("#news_detail > h1",)
    assert site.layout_on(date(2015, 12, 31)).title == ("#news_detail > h1",)
    assert site.layout_on(date(2016, 1, 1)) == site.layout_on(None) == site.layout


def test_versions_stand_in_the_order_of_their_end(tmp_path: Path) -> None:
    path = tmp_path / "cms.yaml"
    versions = "".join(f"  - {{valid_until: {day}, rests_on: x}}\n" for day in ("2015-01-01", "2012-01-01"))
    path.write_text(f"id: cms\nname: CMS\nearlier:\n{versions}", encoding="utf-8")
    with pytest.raises(SiteFileError, match="oldest first"):
        load_platform(path)
