"""Lakes of older versions are read as they are and brought to the present schema by the first write."""

import json
import shutil

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.errors import UserError
from pipeline.release.verify import verify
from pipeline.store import migrate
from pipeline.store.commits import Commits
from pipeline.store.dataset import Dataset
from pipeline.store.lake import Lake
from pipeline.store.manifest import MANIFEST
from pipeline.store.migrate import upgrade
from pipeline.store.schema import SCHEMA_VERSION, TABLES
from tests.pipeline.stored_notices import stored


@pytest.fixture
def version_1(tmp_path):
    """A lake as version 1 left it: the folders, and an index without a state."""
    root = tmp_path / "lake"
    Lake(root).upsert(stored(n) for n in range(12))
    shutil.rmtree(root / "_lake")
    return root


def test_version_1_is_read_verified_and_adopted(version_1):
    assert len(Dataset(version_1).notices.filter(province="bac-kan")) == 4
    assert len(Dataset(version_1).sql("select * from documents")) == 12
    assert verify(version_1).whole
    report = Lake(version_1).upsert([stored(1), stored(12)])
    assert (report.unchanged, report.new) == (("id00001",), ("id00012",))
    assert verify(version_1).whole
    assert json.loads((version_1 / MANIFEST).read_bytes())["schema"] == SCHEMA_VERSION


def older(root, change):
    """Commit the documents of one file as an earlier version would have written them."""
    lake = Lake(root)
    path = "documents/province=bac-kan/2010.parquet"
    rows = change(pq.ParquetFile(root / path).read())
    rows = rows.replace_schema_metadata({**(rows.schema.metadata or {}), b"thidua.schema_version": b"1"})
    sink = pa.BufferOutputStream()
    pq.write_table(rows, sink)
    commits = Commits(lake.store)
    held = commits.current()
    commits.begin()
    commits.commit(held, {path: commits.stage(path, sink.getvalue().to_pybytes(), rows.num_rows)})
    noted = json.loads((root / MANIFEST).read_bytes()) | {"schema": 1}
    (root / MANIFEST).write_text(json.dumps(noted))


def test_a_column_that_came_later_is_null_and_a_wider_type_holds(tmp_path):
    Lake(tmp_path).upsert(stored(n) for n in range(6))
    narrow = TABLES["documents"].file_schema
    narrow = narrow.set(narrow.get_field_index("mentions"), pa.field("mentions", pa.int16(), nullable=False))
    older(tmp_path, lambda rows: rows.cast(narrow).drop_columns(["issuer"]))
    Lake(tmp_path).compact()
    rows = Dataset(tmp_path).documents.filter(province="bac-kan", year=2010).to_arrow()
    assert rows["issuer"].null_count == rows.num_rows > 0
    assert verify(tmp_path).whole


def test_a_step_renames_what_was_called_otherwise(tmp_path, monkeypatch):
    def step(table, rows):
        return rows.rename_columns(["notice_id" if c == "tin" else c for c in rows.schema.names])

    Lake(tmp_path).upsert(stored(n) for n in range(6))
    older(tmp_path, lambda rows: rows.rename_columns(["tin", *rows.schema.names[1:]]))
    with pytest.raises(UserError, match="version 1 has no column notice_id"):
        Lake(tmp_path).compact()
    monkeypatch.setattr(migrate, "STEPS", {1: step})
    Lake(tmp_path).compact()
    assert verify(tmp_path).whole


def test_a_value_that_does_not_fit_is_told_not_lost():
    table = TABLES["attachments"]
    row = {"notice_id": "a", "position": 2**40, "url": "u", "name": None, "type": None, "published": None,
           "year": None}  # fmt: skip
    wide = pa.Table.from_pylist([row])
    with pytest.raises(UserError, match="attachments: a value of version 1 does not fit"):
        upgrade(wide, table)


def test_a_later_version_is_not_touched(tmp_path):
    Lake(tmp_path).upsert([stored(1)])
    noted = json.loads((tmp_path / MANIFEST).read_bytes()) | {"schema": SCHEMA_VERSION + 1}
    (tmp_path / MANIFEST).write_text(json.dumps(noted))
    with pytest.raises(UserError, match="update thidua"):
        Lake(tmp_path).upsert([stored(2)])
