import gzip
import io
import json

import pyarrow.parquet as pq
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.cli import main
from scrapers.fetch.urls import notice_id

TEXT = """UBND xã Hương Lâm phát động thi đua
Ngày 5/3/2021, UBND xã ban hành Kế hoạch số 17/KH-UBND về phong trào thi đua “Đường làng sạch đẹp”.
"""
PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head><body>
<h1>{title}</h1><p>Ngày 5/3/2021, UBND xã ban hành Kế hoạch số {n}/KH-UBND về phong trào thi đua
“Đường làng sạch đẹp”, các thôn cùng thực hiện trong cả năm và báo cáo kết quả hằng tháng.</p>
<p>Các thôn đăng ký thi đua, xã kiểm tra và khen thưởng những nơi làm tốt vào cuối năm.</p></body></html>"""


def page(n):
    return PAGE.format(n=n, title=f"Xã phát động thi đua đợt {n}").encode()


def extract(capfd, *argv):
    status = main(["extract", *map(str, argv)])
    said = capfd.readouterr()
    return status, [json.loads(line) for line in said.out.splitlines()], said.err


def archive(path, *records, gzipped=True):
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=gzipped)
        for url, status, kind, body in records:
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers)
            )
    return path


def numbers(records):
    return [[d["number"] for d in record["documents"]] for record in records]


def test_a_text_gives_one_object_with_the_stem_as_id(tmp_path, capfd):
    (tmp_path / "tin.so.1.txt").write_text(TEXT)
    status, (record,), err = extract(capfd, tmp_path / "tin.so.1.txt")
    assert (status, err, record["id"]) == (0, "", "tin.so.1")
    assert set(record) == {
        "id", "url", "title", "published", "author", "province", "body", "documents", "movements", "themes",
        "periods", "occasions", "dates", "attachments", "mentions", "section", "lead", "posted_at",
        "updated", "unsearched",
    }  # fmt: skip
    assert record["documents"][0]["number"] == "17/KH-UBND"
    for mention in record["mentions"]:
        assert record[mention["where"]][mention["start"] : mention["end"]] == mention["text"]


def test_a_folder_is_walked_in_the_order_of_names_and_other_files_are_passed_over(tmp_path, capfd):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.html").write_bytes(page(2))
    (tmp_path / "a.HTM").write_bytes(page(1))
    (tmp_path / "c.txt").write_text(TEXT)
    (tmp_path / "notes.csv").write_text("x,y")
    status, records, err = extract(capfd, tmp_path)
    assert (status, err) == (0, "")
    assert [record["id"] for record in records] == ["a", "2", "c"]
    assert numbers(records) == [["1/KH-UBND"], ["2/KH-UBND"], ["17/KH-UBND"]]


def test_what_cannot_be_read_is_said_and_the_rest_is_done(tmp_path, capfd):
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    status, records, err = extract(
        capfd, tmp_path / "missing.txt", tmp_path / "picture.html", tmp_path / "good.txt"
    )
    assert (status, [record["id"] for record in records]) == (1, ["good"])
    lines = err.splitlines()
    assert len(lines) == 2
    assert lines[0] == f"thidua: {tmp_path}/missing.txt: No such file or directory"
    assert lines[1].startswith(f"thidua: {tmp_path}/picture.html: ")


@pytest.mark.parametrize("content", [b"", b"  \n", b"<html><body></body></html>"])
def test_an_empty_page_is_an_empty_notice(tmp_path, capfd, content):
    (tmp_path / "e.html").write_bytes(content)
    status, (record,), err = extract(capfd, tmp_path / "e.html")
    assert (status, err) == (0, "")
    assert (record["id"], record["title"], record["documents"], record["mentions"]) == ("e", None, [], [])
    assert record["body"].strip() == ""


def test_a_folder_without_pages_is_said(tmp_path, capfd):
    status, records, err = extract(capfd, tmp_path)
    assert (status, records) == (1, [])
    assert "no page in this folder" in err


def test_stdin_is_a_page_or_an_archive(tmp_path, capfd, monkeypatch):
    class Stdin:
        def __init__(self, data):
            self.buffer = io.BytesIO(data)

    file = archive(
        tmp_path / "a.warc", ("https://a.example/1", "200 OK", "text/html", page(3)), gzipped=False
    )
    for data, want in (
        (page(4), ["4/KH-UBND"]),
        (file.read_bytes(), ["3/KH-UBND"]),
        (gzip.compress(file.read_bytes()), ["3/KH-UBND"]),
    ):
        monkeypatch.setattr("sys.stdin", Stdin(data))
        status, records, err = extract(capfd, "-")
        assert (status, err, numbers(records)) == (0, "", [want])


@pytest.mark.parametrize(("name", "gzipped"), [("a.warc", False), ("a.warc.gz", True)])
def test_an_archive_gives_its_html_pages_alone(tmp_path, capfd, name, gzipped):
    file = archive(
        tmp_path / name,
        ("https://a.example/1", "200 OK", "text/html; charset=utf-8", page(1)),
        ("https://a.example/gone", "404 Not Found", "text/html", page(2)),
        ("https://a.example/f.pdf", "200 OK", "application/pdf", b"%PDF-1.7"),
        ("http://A.example:80/5?utm_source=x", "200 OK", "text/html", page(5)),
        gzipped=gzipped,
    )
    status, records, err = extract(capfd, file)
    assert (status, err, numbers(records)) == (0, "", [["1/KH-UBND"], ["5/KH-UBND"]])
    assert [record["url"] for record in records] == ["https://a.example/1", "http://a.example/5"]
    assert [record["id"] for record in records] == [notice_id(record["url"]) for record in records]


def test_the_charset_of_the_server_is_heeded(tmp_path, capfd):
    html = "<html><body><h1>Thi đua</h1><p>Xã ban hành Kế hoạch số 8/KH-UBND.</p></body></html>"
    file = archive(
        tmp_path / "a.warc.gz",
        ("https://a.example/1", "200 OK", "text/html; charset=utf-16", html.encode("utf-16")),
    )
    assert numbers(extract(capfd, file)[1]) == [["8/KH-UBND"]]


@pytest.mark.parametrize("gzipped", [True, False])
@pytest.mark.parametrize("left", [0.03, 0.3, 0.7, 0.98])
def test_an_archive_that_is_cut_off_gives_what_is_whole(tmp_path, capfd, left, gzipped):
    first, second = ((f"https://a.example/{n}", "200 OK", "text/html", page(n)) for n in (1, 2))
    alone = archive(tmp_path / "one.warc", first, gzipped=gzipped).read_bytes()
    file = archive(tmp_path / "a.warc", first, second, gzipped=gzipped)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(alone) + int(left * (len(whole) - len(alone)))])
    status, records, err = extract(capfd, file)
    assert (status, numbers(records)) == (1, [["1/KH-UBND"]])
    assert err.startswith(f"thidua: {file}")
    assert err.count("\n") == 1


@pytest.mark.parametrize("content", [b"garbage" * 50, gzip.compress(b"garbage" * 50)], ids=["raw", "gzip"])
def test_what_is_no_archive_is_said(tmp_path, capfd, content):
    (tmp_path / "a.warc.gz").write_bytes(content)
    status, records, err = extract(capfd, tmp_path / "a.warc.gz")
    assert (status, records) == (1, [])
    assert "no whole WARC file" in err


def test_the_address_of_a_built_in_site_brings_its_province(tmp_path, capfd):
    (tmp_path / "p.html").write_bytes(page(1))
    _, (record,), _ = extract(capfd, tmp_path / "p.html", "--url", "https://www.baobackan.vn/a-post1.html")
    assert (record["province"], record["id"]) == ("bac-kan", "p")
    argv = [tmp_path / "p.html", "--url", "https://baobackan.vn/a-post1.html", "--province", "lai-chau"]
    assert extract(capfd, *argv)[1][0]["province"] == "lai-chau"


def test_published_anchors_days_without_a_year(tmp_path, capfd):
    (tmp_path / "p.txt").write_text("Xã họp bàn thi đua\nNgày 7/7, UBND xã đã tổ chức hội nghị tổng kết.\n")
    _, (record,), _ = extract(capfd, tmp_path / "p.txt", "--published", "2021-07-10")
    assert (record["published"], record["dates"]) == (None, ["2021-07-07"])


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["p.txt", "--published", "10/7/2021"], "--published wants a day like 2021-10-01, got '10/7/2021'"),
        (["p.txt", "--province", "Bắc Kạn"], "--province wants a slug like bac-kan"),
        (["p.txt", "q.txt", "--url", "https://a.example/"], "give one PATH with it"),
        (["p.txt", "--sites", "/nonexistent", "--url", "https://a.example/"], "/nonexistent"),
    ],
)
def test_a_wrong_option_is_one_line_with_status_2(tmp_path, capfd, monkeypatch, argv, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "p.txt").write_text(TEXT)
    status, records, err = extract(capfd, *argv)
    assert (status, records) == (2, [])
    assert said in err
    assert err.count("\n") == 1


def test_parquet_holds_the_records_and_the_table_their_summary(tmp_path, capfd):
    for n in (1, 2):
        (tmp_path / f"{n}.html").write_bytes(page(n))
    _, records, _ = extract(capfd, tmp_path)
    out = tmp_path / "out.parquet"
    assert main(["extract", str(tmp_path), "--format", "parquet", "--out", str(out)]) == 0
    assert pq.read_table(out).to_pylist() == records
    assert main(["extract", str(tmp_path), "--format", "table"]) == 0
    shown = capfd.readouterr().out
    assert "2/KH-UBND" in shown
    assert shown.splitlines()[-1] == "2 rows"
