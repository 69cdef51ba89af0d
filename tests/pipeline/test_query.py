import csv
import io
import json

import pyarrow.parquet as pq
import pytest

from pipeline.cli import main
from pipeline.errors import UserError
from pipeline.reading.query import run_query
from pipeline.store.lake import Lake
from pipeline.store.schema import TABLES
from tests.pipeline.stored_notices import stored


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lake")
    Lake(folder).upsert(stored(n) for n in range(30))
    return folder


def query(root, capfd, sql, *options):
    status = main(["query", sql, "--data", str(root), *options])
    said = capfd.readouterr()
    return status, said.out, said.err


def test_every_table_is_a_view_with_the_columns_of_the_schema(root):
    for name, table in TABLES.items():
        found = run_query(root, f"select * from {name}")
        assert found.schema.names == table.schema.names
        assert [str(t).replace("Etc/UTC", "UTC") for t in found.schema.types] == [
            str(t) for t in table.schema.types
        ]


def test_empty_tables_are_views_too(root):
    assert run_query(root, "select count(*) n from themes").to_pylist() == [{"n": 0}]


def test_joins_and_functions_of_time_need_no_extension(root):
    sql = """
        select date_trunc('month', n.fetched_at)::date m, count(*) c
        from notices n join documents d on d.notice_id = n.id where d.role = 'subject' group by all
    """
    assert [row["c"] for row in run_query(root, sql).to_pylist()] == [30]


def test_a_folder_with_odd_characters_is_read(tmp_path):
    root = tmp_path / "la[k]e *o'n?"
    Lake(root).upsert([stored(1)])
    assert run_query(root, "select id from notices").to_pylist() == [{"id": "id00001"}]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("select * from docs", "docs does not exist! Tables: notices, documents"),
        ("select nummer from documents", '"nummer" not found'),
        ("select nummer from documents", "Columns of documents: notice_id, number, type"),
        ("selec 1", 'syntax error at or near "selec"'),
        ("select end from documents", 'Columns named like SQL words need quotes, e.g. "end"'),
        ("", "one SQL statement is needed, got 0"),
        ("select 1; select 2", "one SQL statement is needed, got 2"),
        ("select 'a'::int", "Could not convert string 'a'"),
    ],
)
def test_a_mistake_is_told_with_the_way_out(root, sql, said):
    with pytest.raises(UserError) as refused:
        run_query(root, sql)
    assert said in str(refused.value)


def test_csv_and_json_hold_the_same_values(root, capfd):
    sql = "select id, title, published, year, author from notices order by id limit 6"
    status, out, _ = query(root, capfd, sql, "--format", "json")
    rows = json.loads(out)
    assert status == 0
    assert rows[4]["published"] is None
    assert rows[1] == {
        "id": "id00001",
        "title": "Kế hoạch số 1/KH-UBND",
        "published": "2011-02-15",
        "year": 2011,
        "author": None,
    }
    _, out, _ = query(root, capfd, sql, "--format", "csv")
    told = [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows]
    assert list(csv.DictReader(io.StringIO(out))) == told


def test_parquet_and_csv_go_to_a_file_that_appears_whole(root, capfd, tmp_path):
    out = tmp_path / "new" / "found.parquet"
    assert query(root, capfd, "select * from documents", "--format", "parquet", "--out", str(out)) == (
        0,
        "",
        "",
    )
    assert pq.read_table(out).num_rows == 30
    assert [path.name for path in out.parent.iterdir()] == ["found.parquet"]


def test_the_table_shows_rows_and_their_count(root, capfd):
    status, out, err = query(
        root, capfd, "select province, count(*) n from notices group by all order by all"
    )
    assert (status, err) == (0, "")
    lines = [line.split() for line in out.splitlines()]
    assert lines[0] == ["province", "n"]
    assert lines[2:] == [["bac-kan", "10"], ["lai-chau", "10"], ["none", "10"], ["3", "rows"]]


def test_markup_and_control_characters_of_pages_are_shown_as_text(root, capfd):
    _, out, _ = query(root, capfd, "select '[red]x[/red]' a, 'one' || chr(10) || 'two' b")
    assert "[red]x[/red]" in out
    assert "one two" in out


def test_no_lake_and_mistakes_are_one_line_with_status_2(tmp_path, root, capfd):
    status, out, err = query(tmp_path / "nowhere", capfd, "select 1")
    assert (status, out) == (2, "")
    assert err.startswith("thidua: no lake in ")
    assert err.count("\n") == 1
    status, _, err = query(root, capfd, "select x\nfrom notices")
    assert (status, err.count("\n")) == (2, 1)
