from dataclasses import fields

import pyarrow as pa
import pytest

from parsers.notice import Document, Movement
from pipeline.store.dictionary import dictionary
from pipeline.store.rows import days, rows_of
from pipeline.store.schema import TABLES, TYPES
from tests.pipeline.stored_notices import stored


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_rows_fill_exactly_the_columns(table):
    rows = [row for n in range(1, 12) for row in rows_of(stored(n, themes=(), periods=()))[table.name]]
    names = set(table.file_schema.names)
    assert all(set(row) == names for row in rows)
    made = pa.Table.from_pylist(rows, schema=table.file_schema)
    for column in table.columns:
        if not column.nullable:
            assert made[column.name].null_count == 0


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_every_column_is_explained(table):
    assert [c.name for c in table.all_columns] == table.schema.names
    assert table.schema.names[-1] == "province"
    for column in table.all_columns:
        assert column.type in TYPES
        assert column.meaning.endswith(".")
        assert column.vi
    assert set(table.key) <= set(table.file_schema.names)


def test_every_value_of_a_document_and_a_movement_has_its_column():
    for kind, table in ((Document, "documents"), (Movement, "movements")):
        assert {f.name for f in fields(kind)} <= set(TABLES[table].schema.names)


def test_the_dictionary_names_every_column_of_every_table():
    text = dictionary()
    for table in TABLES.values():
        section = text.split(f"## {table.name} (")[1].split("\n## ")[0]
        for column in table.all_columns:
            assert f"| `{column.name}` | {column.type} | {column.vi} |" in section


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021-08-30", "2021-08-30", "2021-08-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2021/2025", "2021-01-01", "2025-12-31"),
        ("2021-09-01/2021-12-10", "2021-09-01", "2021-12-10"),
        ("../2018-12-31", None, "2018-12-31"),
        ("XXXX-07-07", None, None),
        (None, None, None),
    ],
)
def test_edtf_has_a_first_and_a_last_day(edtf, first, last):
    row = days("d", edtf)
    assert row["d"] == edtf
    assert [v and v.isoformat() for v in (row["d_first"], row["d_last"])] == [first, last]


def test_a_value_with_several_passages_is_one_row_with_the_first_of_them():
    (row,) = rows_of(stored(7))["documents"]
    assert (row["field"], row["start"], row["mentions"]) == ("title", 12, 2)
    assert row["confidence"] == 0.9
