import json
import subprocess

import pytest

from pipeline.cli import main
from pipeline.errors import UserError
from pipeline.release.snapshot import make_snapshot
from pipeline.release.verify import verify
from pipeline.store.dataset import Dataset
from pipeline.store.lake import Lake
from tests.pipeline.stored_notices import stored


@pytest.fixture
def root(tmp_path):
    Lake(tmp_path / "lake").upsert(stored(n) for n in range(12))
    return tmp_path / "lake"


def test_a_release_is_whole_and_does_not_change_with_the_lake(root, tmp_path):
    release = make_snapshot(root, tmp_path / "rel")
    assert release.folder == tmp_path / "rel" / "2024-01-01"  # the day of the newest page
    assert len(Dataset(release.folder).notices) == 12
    Lake(root).remove([f"id{n:05}" for n in range(12)])
    assert len(Dataset(release.folder).notices) == 12
    assert verify(release.folder).whole
    assert subprocess.run(
        ["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=release.folder, check=False
    ).returncode == 0  # fmt: skip


def test_the_next_release_tells_what_changed_and_shares_the_rest(root, tmp_path):
    first = make_snapshot(root, tmp_path / "rel", "1")
    lake = Lake(root, keep=0)
    lake.upsert([stored(1, title="Kế hoạch số 1/KH-UBND [sửa](http://x)"), stored(20, province="ha-noi")])
    lake.remove(["id00002"])
    second = make_snapshot(root, tmp_path / "rel", "2")
    assert [(one.change, one.id) for one in second.changes] == [
        ("added", "id00020"),
        ("changed", "id00001"),
        ("removed", "id00002"),
    ]
    assert second.previous == "1"
    assert second.shared > 20
    same = "notices/province=none/2013.parquet"
    other = "notices/province=lai-chau/2011.parquet"
    assert (first.folder / same).samefile(second.folder / same)
    assert not (first.folder / other).samefile(second.folder / other)
    text = (second.folder / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "- added: 1 notices" in text
    assert "\\[sửa\\]\\(http://x\\)" in text
    assert (second.folder / "changes.csv").read_text(encoding="utf-8").count("\n") == 4


def test_a_moved_notice_is_changed_not_removed(root, tmp_path):
    make_snapshot(root, tmp_path / "rel", "1")
    Lake(root).upsert([stored(5, province="ha-noi")])
    changes = make_snapshot(root, tmp_path / "rel", "2").changes
    assert [(one.change, one.id) for one in changes] == [("changed", "id00005")]


def test_a_release_never_changes_and_appears_whole(root, tmp_path, monkeypatch):
    make_snapshot(root, tmp_path / "rel", "1")
    with pytest.raises(UserError, match="exists and never changes"):
        make_snapshot(root, tmp_path / "rel", "1")
    monkeypatch.setattr("pipeline.release.snapshot.croissant", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_snapshot(root, tmp_path / "rel", "2")
    assert [path.name for path in (tmp_path / "rel").iterdir()] == ["1"]


@pytest.mark.parametrize("damage", ["flip", "lose", "add"])
def test_damage_to_a_release_is_found(root, tmp_path, damage):
    folder = make_snapshot(root, tmp_path / "rel").folder
    path = folder / "CHANGELOG.md"
    if damage == "flip":
        path.write_text("other")
    elif damage == "lose":
        path.unlink()
    else:
        (folder / "more.txt").write_text("x")
    assert main(["verify", str(folder)]) == 1


def test_a_lake_that_is_not_what_was_committed_is_not_released(root, tmp_path):
    path = next((root / "_lake/files/documents/province=bac-kan").glob("*.parquet"))
    path.write_bytes(path.read_bytes()[:-8])
    with pytest.raises(UserError, match="not what was committed"):
        make_snapshot(root, tmp_path / "rel")
    assert list((tmp_path / "rel").iterdir()) == []


def test_frictionless_accepts_the_data_package(root, tmp_path):
    frictionless = pytest.importorskip("frictionless", reason="the extra `release` is not installed")
    folder = make_snapshot(root, tmp_path / "rel").folder
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert len(package["resources"]) == len(list(folder.rglob("*.parquet")))
    package["resources"][0]["schema"]["fields"][0]["type"] = "integer"
    (folder / "broken.json").write_text(json.dumps(package))
    assert not frictionless.validate(str(folder / "broken.json")).valid  # the validator does read the rows


def test_croissant_is_accepted_and_reads_the_rows(root, tmp_path):
    croissant = pytest.importorskip("mlcroissant", reason="the extra `release` is not installed")
    license = "https://creativecommons.org/licenses/by/4.0/"
    folder = make_snapshot(root, tmp_path / "rel", license=license).folder
    dataset = croissant.Dataset(jsonld=str(folder / "croissant.json"))
    assert not dataset.metadata.ctx.issues.errors
    assert not dataset.metadata.ctx.issues.warnings
    rows = list(dataset.records("documents"))
    assert len(rows) == 12
    assert {row["documents/province"] for row in rows} == {b"bac-kan", b"lai-chau", b"none"}
