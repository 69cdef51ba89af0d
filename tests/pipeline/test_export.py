import csv
import io
import json
import sqlite3

import openpyxl
import pytest

from parsers.notice import Attachment
from pipeline.cli import main
from pipeline.reading.export import harmless
from pipeline.store.lake import Lake
from tests.pipeline.stored_notices import stored

FORMULA = '=HYPERLINK("http://evil.example","x")'


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lake")
    risky = [FORMULA, "+84 987", "-1+1", "@SUM(A1)", "\tcmd", "Đền ơn\x0bđáp nghĩa"]
    notices = [stored(n, title=title, body="Nội dung\nhai dòng") for n, title in enumerate(risky)]
    notices.append(stored(6, body="x" * 40_000))
    notices.append(stored(7, attachments=(Attachment("https://a.example/b", "=1+1", "pdf"),)))
    Lake(folder).upsert(notices)
    return folder


def export(root, out, *more):
    return main(["export", *more, "--data", str(root), "--out", str(out)])


@pytest.mark.parametrize("text", [FORMULA, "+1", "-1", "@x", "\tx", "\rx", "\nx"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("value", ["Kế hoạch", "", "1-2", None, -5, 0.5])
def test_what_it_would_not_run_stays(value):
    assert harmless(value) is value


def test_csv_is_for_spreadsheets_unless_raw(root, tmp_path):
    assert export(root, tmp_path / "n.csv", "notices") == 0
    data = (tmp_path / "n.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,url,")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    titles = {row["id"]: row["title"] for row in rows}
    assert titles["id00000"] == f"'{FORMULA}"
    assert {row["body"] for row in rows} >= {"Nội dung\nhai dòng"}
    assert rows[0]["fetched_at"].endswith("Z")
    assert export(root, tmp_path / "r.csv", "notices", "--raw") == 0
    raw = list(csv.DictReader((tmp_path / "r.csv").open(encoding="utf-8", newline="")))
    assert {row["id"]: row["title"] for row in raw}["id00000"] == FORMULA


def test_xlsx_holds_texts_as_texts_and_days_as_days(root, tmp_path, capfd):
    assert export(root, tmp_path / "n.xlsx") == 0
    assert "notices.body: 1 texts were longer than a cell may be and were cut" in capfd.readouterr().err
    book = openpyxl.load_workbook(tmp_path / "n.xlsx")
    sheet = book["notices"]
    names = [cell.value for cell in sheet[1]]
    rows = {row[0].value: dict(zip(names, row, strict=True)) for row in sheet.iter_rows(min_row=2)}
    assert (rows["id00000"]["title"].value, rows["id00000"]["title"].data_type) == (FORMULA, "s")
    assert rows["id00005"]["title"].value == "Đền ơn\ufffdđáp nghĩa"
    assert rows["id00000"]["published"].is_date
    assert rows["id00000"]["published"].value.isoformat() == "2010-01-15T00:00:00"
    assert rows["id00004"]["published"].value is None
    assert len(rows["id00006"]["body"].value) == 32_767
    assert "documents" in book.sheetnames


def test_sqlite_has_every_row_and_finds_without_marks(root, tmp_path):
    assert export(root, tmp_path / "n.sqlite") == 0
    with sqlite3.connect(tmp_path / "n.sqlite") as db:
        assert db.execute("select count(*) from notices").fetchone() == (8,)
        assert db.execute("select count(*) from documents").fetchone()[0] > 0
        found = db.execute(
            "select n.title from notices_fts f join notices n using (id) where notices_fts match 'den on'"
        ).fetchall()
        assert found == [("Đền ơn\x0bđáp nghĩa",)]
        plan = str(db.execute("explain query plan select * from documents where number = 'x'").fetchall())
        assert "documents_number" in plan


def test_jsonl_and_a_folder_of_tables(root, tmp_path):
    assert export(root, tmp_path / "all", "--format", "jsonl", "--province", "bac-kan") == 0
    lines = (tmp_path / "all" / "notices.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["province"] for line in lines} == {"bac-kan"}
    assert (tmp_path / "all" / "documents.jsonl").exists()


@pytest.mark.parametrize(
    ("more", "out", "said"),
    [
        (("nonsense",), "x.csv", "no table nonsense"),
        ((), "x.csv", "is one file, and 8 tables are asked for"),
        (("notices",), "x.doc", "no format 'doc'"),
        (("notices", "--since", "hôm qua"), "x.csv", "a day is written"),
        (("notices", "--format", "sqlite"), "-", "a database needs a file"),
    ],
)
def test_mistakes_are_told(root, tmp_path, capfd, more, out, said):
    assert export(root, out if out == "-" else tmp_path / out, *more) == 2
    assert said in capfd.readouterr().err
    assert list(tmp_path.iterdir()) == []
