from pathlib import Path

import pytest

from parsers.page.layout import Layout
from scrapers.sites import load_sites
from scrapers.yaml_files import SiteFileError

GOOD = """\
id: so-noi-vu
name: Sở Nội vụ
platform: liferay
province: son-la
start: https://sonoivu.sonla.gov.vn/tin-tuc
"""


def write(folder: Path, text: str, name: str = "so-noi-vu.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_five_built_in_sites() -> None:
    sites = load_sites()
    assert set(sites) == {"ict-backan", "vp-laichau", "stttt-baclieu", "baobackan", "sotttt-hanoi"}
    for site in sites.values():
        assert site.delay >= 1, "a built-in site is never crawled without a pause"
        assert site.province and site.agency and site.layout.body and site.listing.item


def test_a_folder_of_ones_own_comes_beside_them(tmp_path: Path) -> None:
    write(
        tmp_path,
        GOOD + "delay: 2\nhosts: [www.sonla.gov.vn]\nlisting: {item: .tin}\nlayout: {title: [h1, h2]}\n",
    )
    sites = load_sites(tmp_path)
    site = sites["so-noi-vu"]
    assert len(sites) == 6
    assert site.listing.item == (".tin",)
    assert site.listing.date == (".assetPublishDate",), "what the site does not name comes from its platform"
    assert site.layout.title == ("h1", "h2")
    assert isinstance(site.layout, Layout)
    assert site.owns("https://sonla.gov.vn/x")
    assert not site.owns("https://langson.gov.vn/x")


def test_what_a_site_asserts_of_its_health(tmp_path: Path) -> None:
    write(tmp_path, GOOD + "health: {least_new: 2, window: 14, published: 0.8}\n")
    health = load_sites(tmp_path)["so-noi-vu"].health
    assert (health.least_new, health.window, health.published) == (2, 14, 0.8)
    assert (health.title, health.failed, health.newest) == (0.9, 0.5, None), "the rest as by default"


def test_a_platform_of_ones_own(tmp_path: Path) -> None:
    write(tmp_path, "id: cms-tinh\nname: CMS\nlisting: {item: .row}\n", "platforms/cms-tinh.yaml")
    write(tmp_path, GOOD.replace("liferay", "cms-tinh"))
    assert load_sites(tmp_path)["so-noi-vu"].listing.item == (".row",)


FAULTS = [
    (GOOD + "provnce: x\n", "provnce", "Did you mean 'province'?"),
    (GOOD.replace("name: Sở Nội vụ\n", ""), "name", "Add the line 'name: …'"),
    (GOOD + "delay: soon\n", "delay", "Correct the value"),
    (GOOD + "delay: -1\n", "delay", "greater than or equal to 0"),
    (GOOD.replace("son-la", "sơn-la"), "province", "provinces.csv"),
    (GOOD.replace("liferay", "my-cms"), "platform", "Known platforms: dotnetnuke, drupal, epi"),
    (GOOD.replace("https://", "gopher://"), "start", "only http and https"),
    (GOOD.replace("start: https://sonoivu.sonla.gov.vn/tin-tuc", "start: []"), "start", "feeds"),
    (GOOD.replace("id: so-noi-vu", "id: so-tai-chinh"), "id", "Write 'id: so-noi-vu'"),
    (GOOD + "listing: {itm: .x}\n", "listing: itm", "Did you mean 'item'?"),
    (GOOD + "listing: {item: '[['}\n", "listing: item", "no CSS selector"),
    (GOOD + "layout: {body: 3}\n", "layout: body", "Correct the value"),
    (GOOD + "hosts: [https://a.vn/x]\n", "hosts", "names like"),
    (GOOD + "only: '(['\n", "only", "no regular expression"),
    (GOOD + "health: {publshed: 0.5}\n", "health.publshed", "Did you mean 'published'?"),
    (GOOD + "health: {published: 90}\n", "health.published", "less than or equal to 1"),
    ("- id: x\n", "", "Begin with 'id: …'"),
    ("id: a: b\n", "line 1", "Quote values"),
]


@pytest.mark.parametrize(("text", "key", "remedy"), FAULTS)
def test_faults_are_told_with_file_key_and_remedy(tmp_path: Path, text: str, key: str, remedy: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(SiteFileError) as told:
        load_sites(tmp_path)
    message = str(told.value)
    assert message.startswith(f"{path}: {key}"), message
    assert remedy in message, message


def test_an_id_that_is_built_in_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD.replace("so-noi-vu", "baobackan"), "baobackan.yaml")
    with pytest.raises(SiteFileError, match="built in") as told:
        load_sites(tmp_path)
    assert str(path) in str(told.value)


def test_a_folder_without_sites_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SiteFileError, match="no site files"):
        load_sites(tmp_path)


def test_relocated_sites_own_their_new_hosts_alone() -> None:
    site = load_sites()["baobackan"].relocated(["http://127.0.0.5:8080/tin/"], delay=0)
    assert site.owns("http://127.0.0.5:8080/x")
    assert not site.owns("https://baobackan.vn/x")
    assert site.delay == 0


TLS = "tls: {{reason: 'Máy chủ chỉ nói TLS 1.0, đã báo đơn vị', since: 2026-11-24, {what}}}\n"


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (TLS.format(what="allow: [old-protocol]"), None),
        ("tls: {allow: [unverified]}\n", "tls.reason: missing"),
        ("tls: {allow: [unverified], reason: cũ, since: 2026-11-24}\n", "tls.reason"),
        (TLS.format(what="allow: [everything]"), "tls.allow"),
        (TLS.format(what="verify: false"), "unknown key"),
        (TLS.format(what="allow: []"), "nothing is eased"),
        (TLS.format(what="chain: none.pem"), "none.pem"),
    ],
)
def test_tls_exceptions_need_reason_and_date(tmp_path: Path, block: str, told: str | None) -> None:
    path = tmp_path / "thu.yaml"
    path.write_text(f"id: thu\nname: Thử\nplatform: epi\nstart: https://a.vn/\n{block}", encoding="utf-8")
    if told is None:
        site = load_sites(tmp_path)["thu"]
        assert site.tls is not None and site.tls.allow == {"old-protocol"}
    else:
        with pytest.raises(SiteFileError, match=told):
            load_sites(tmp_path)
