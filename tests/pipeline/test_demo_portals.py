"""The demo's portals behave as real ones: paging, noise that changes, validators that do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urljoin

import httpx
import pytest

from pipeline.demo.portals import Portal, PortalsUnavailableError, serving
from pipeline.demo.samples import samples, samples_folder, shown


@pytest.fixture
def portals() -> Iterator[list[Portal]]:
    with serving() as served:
        yield served


def _get(url: str, **headers: str) -> httpx.Response:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    with httpx.Client(trust_env=False) as client:
        return client.get(url, headers=names)


def _walk(portal: Portal) -> list[str]:
    """The detail paths of all listing pages, by the links to the next page."""
    found: list[str] = []
    url: str | None = portal.base + portal.style.listing
    while url:
        text = _get(url).text
        found += [n.path for n in portal.notices if f'href="{quote(n.path)}"' in text]
        onward = re.search(r'<a href="([^"]+)" class="next" rel="next"', text)
        url = urljoin(url, onward[1]) if onward else None
    return found


def test_each_portal_has_its_own_host_and_three_listing_pages_or_more(portals: list[Portal]) -> None:
    assert len({portal.style.host for portal in portals}) == 5
    for portal in portals:
        paths = _walk(portal)
        assert sorted(paths) == sorted(n.path for n in portal.standing())
        assert len({v.path for v in portal.visits}) >= 3


def test_the_pager_counts_up_its_page_parameter(portals: list[Portal]) -> None:
    for portal in portals:
        query = f"?{portal.style.page_parameter}="
        assert _get(f"{portal.base}{portal.style.listing}{query}2").status_code == 200
        assert _get(f"{portal.base}{portal.style.listing}{query}99").status_code == 404
        assert _get(f"{portal.base}{portal.style.listing}{query}x").status_code == 404


def test_bytes_differ_at_every_request_but_validators_do_not(portals: list[Portal]) -> None:
    for portal in portals:
        url = portal.base + quote(portal.standing()[0].path)
        first, second = _get(url), _get(url)
        assert first.content != second.content
        for name in ("ETag", "Last-Modified"):
            assert first.headers.get(name) == second.headers.get(name)


def test_conditional_requests_are_answered_where_the_portal_sends_validators(portals: list[Portal]) -> None:
    answered = {}
    for portal in portals:
        url = portal.base + quote(portal.standing()[0].path)
        first = _get(url)
        headers = {}
        if "ETag" in first.headers:
            headers["If_None_Match"] = first.headers["ETag"]
        if "Last-Modified" in first.headers:
            headers["If_Modified_Since"] = first.headers["Last-Modified"]
        answered[portal.style.id] = _get(url, **headers).status_code
    assert answered == {
        "ict-backan": 304,
        "vp-laichau": 200,
        "stttt-baclieu": 200,
        "baobackan": 304,
        "sotttt-hanoi": 304,
    }


def test_an_edit_changes_the_validators_of_its_notice_alone(portals: list[Portal]) -> None:
    portal = next(p for p in portals if p.style.id == "ict-backan")
    edited = next(n for n in portal.notices if n.changes)
    kept = next(n for n in portal.standing() if not n.changes)
    before = {n.slug: _get(portal.base + quote(n.path)) for n in (edited, kept)}
    portal.night = edited.changes[0].night
    stale = before[edited.slug].headers["Last-Modified"]
    assert _get(portal.base + quote(edited.path), If_Modified_Since=stale).status_code == 200
    still = before[kept.slug].headers["Last-Modified"]
    assert _get(portal.base + quote(kept.path), If_Modified_Since=still).status_code == 304


def test_a_malformed_condition_is_no_condition(portals: list[Portal]) -> None:
    portal = next(p for p in portals if p.style.last_modified)
    url = portal.base + quote(portal.standing()[0].path)
    assert _get(url, If_Modified_Since="yesterday").status_code == 200


def test_robots_close_a_folder_that_every_menu_links(portals: list[Portal]) -> None:
    for portal in portals:
        assert "Disallow: /noi-bo/" in _get(f"{portal.base}/robots.txt").text
        assert 'href="/noi-bo/' in _get(portal.base + portal.style.listing).text


def test_attachments_are_served_as_what_they_are(portals: list[Portal]) -> None:
    offered = [(p, each) for p in portals for n in p.standing() for each in n.attachments]
    assert {each.file.rsplit(".", 1)[1] for _, each in offered} == {"pdf", "docx"}
    for portal, each in offered:
        answer = _get(f"{portal.base}/files/{each.file}")
        assert answer.content == (samples_folder() / "files" / each.file).read_bytes()
        assert answer.headers["Content-Type"].startswith("application/")
    assert _get(f"{portals[0].base}/files/../portal.yaml").status_code == 404


def test_a_second_server_on_the_same_port_is_refused(portals: list[Portal]) -> None:
    with (
        pytest.raises(PortalsUnavailableError, match="another demo may be running"),
        serving(portals[0].port),
    ):
        pass


def test_nights_add_change_and_remove() -> None:
    nights = {night: {n.id: n for n in shown(samples(), night)} for night in (1, 2, 3)}
    assert set(nights[2]) > set(nights[1])
    assert set(nights[3]) - set(nights[2])
    assert set(nights[2]) - set(nights[3])
    both = set(nights[1]) & set(nights[2])
    assert 0 < sum(nights[1][i].body != nights[2][i].body for i in both) < 10
    assert len(nights[1]) >= 60
