"""A demo's folder: what it remembers, and that nothing of others is deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.demo.portals import Portal
from pipeline.demo.run import DemoState, _clear, demo_sites
from pipeline.demo.samples import portal_styles
from pipeline.errors import UserError


def test_an_empty_or_missing_folder_has_no_state(tmp_path: Path) -> None:
    assert DemoState.of(tmp_path) is None
    assert DemoState.of(tmp_path / "nowhere") is None


def test_port_and_night_are_remembered(tmp_path: Path) -> None:
    DemoState(8180, 2).keep(tmp_path / "demo")
    assert DemoState.of(tmp_path / "demo") == DemoState(8180, 2)


@pytest.mark.parametrize("note", ["no json", '{"port": 1, "moon": 2}', "[1]"])
def test_a_broken_note_says_what_to_do(tmp_path: Path, note: str) -> None:
    (tmp_path / "demo.json").write_text(note, encoding="utf-8")
    with pytest.raises(UserError, match="--fresh"):
        DemoState.of(tmp_path)


def test_a_folder_with_other_things_is_neither_used_nor_deleted(tmp_path: Path) -> None:
    treasure = tmp_path / "thesis.docx"
    treasure.write_text("years of work", encoding="utf-8")
    with pytest.raises(UserError, match="--data"):
        DemoState.of(tmp_path)
    with pytest.raises(UserError, match="not deleted"):
        _clear(tmp_path)
    assert treasure.exists()


def test_a_demo_is_deleted_when_asked(tmp_path: Path) -> None:
    DemoState(8180).keep(tmp_path / "demo")
    _clear(tmp_path / "demo")
    assert not (tmp_path / "demo").exists()


def test_demo_sites_are_the_built_in_ones_at_loopback_addresses() -> None:
    portals = [Portal(style, 8180, ()) for style in portal_styles()]
    sites = demo_sites(portals)
    assert [site.start for site in sites] == [(f"{p.base}{p.style.listing}",) for p in portals]
    assert {site.hosts for site in sites} == {frozenset({f"{p.style.host}:8180"}) for p in portals}
    assert all(site.delay == 0 and site.layout.body and site.province for site in sites)
