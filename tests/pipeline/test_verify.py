from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.cli import main
from pipeline.release.verify import verify
from pipeline.store.lake import Lake
from tests.pipeline.stored_notices import stored


@pytest.fixture
def root(tmp_path):
    Lake(tmp_path / "lake").upsert(stored(n) for n in range(12))
    return tmp_path / "lake"


def bytes_of(root, pattern):
    return next(iter(sorted((root / "_lake/files").glob(pattern))))


def test_a_whole_lake_is_whole(root):
    found = verify(root)
    assert found.whole
    assert found.counts["notices"] == 12
    assert found.notes == [f"12 archive records not looked at: no archive in {root}/archive"]


def spoil(path: Path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def swap_rows(path: Path):
    """Another file under the visible name: the bytes below `_lake` stay as they are."""
    rows = pq.ParquetFile(path).read()
    path.unlink()
    pq.write_table(rows.take(list(range(rows.num_rows))[::-1]), path)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (
            lambda r: spoil(bytes_of(r, "documents/province=bac-kan/2010.*")),
            "not the bytes that were committed",
        ),
        (lambda r: bytes_of(r, "notices/province=bac-kan/2010.*").unlink(), "its bytes are missing"),
        (lambda r: swap_rows(r / "notices/province=bac-kan/2010.parquet"), "the folder shows other bytes"),
        (lambda r: (r / "notices/province=bac-kan/2010.parquet").unlink(), "not in the folder"),
        (lambda r: (r / "notices/province=bac-kan/9.parquet").write_bytes(b""), "is not part of the lake"),
    ],
)
def test_damage_is_found(root, damage, said):
    damage(root)
    found = verify(root)
    assert not found.whole
    assert any(said in fault for fault in found.faults), found.faults


def test_a_notice_without_its_file_leaves_rows_in_the_air(root):
    bytes_of(root, "notices/province=bac-kan/2010.*").unlink()
    assert any("which is no notice there" in fault for fault in verify(root).faults)


def test_an_offset_that_holds_no_record_is_found(root):
    (root / "archive" / "2024").mkdir(parents=True)
    (root / "archive" / "2024" / "portal.warc.gz").write_bytes(b"")
    found = verify(root)
    assert len(found.faults) == 12
    assert "id00000: " in found.faults[0]
    assert verify(root, pages=False).whole


def test_a_notice_without_archive_is_counted(root):
    Lake(root).upsert([replace(stored(99), archive_file=None, archive_offset=None)])
    (root / "archive").mkdir()
    assert verify(root).counts["notices without an archive record"] == 1


def test_repair_lets_the_folders_show_the_last_commit(root, capfd):
    (root / "notices/province=bac-kan/2010.parquet").unlink()
    (root / "notices/province=bac-kan/9.parquet").write_bytes(b"")
    assert main(["verify", str(root)]) == 1
    assert "NOT WHOLE: 2 faults" in capfd.readouterr().out
    assert main(["verify", str(root), "--repair"]) == 0
    assert capfd.readouterr().out.endswith("whole\n")
