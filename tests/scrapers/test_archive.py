import errno
import gzip
import io
import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator

from scrapers.archive.cdxj import surt, write_index
from scrapers.archive.files import Archive, ArchiveError
from scrapers.archive.warc import Place, whole_length
from scrapers.fetch.fetching import Exchange

NOW = datetime(2026, 11, 24, 20, 15, tzinfo=UTC)
TEXT = "Phong trào thi đua “Dân vận khéo”. ".encode() * 100


def exchange(url: str, status: int = 200, body: bytes = TEXT) -> Exchange:
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "br"), ("ETag", '"7"'))
    return Exchange(url, status, "OK", headers, body, (("Host", "a.vn"),), NOW, "113.160.1.1")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path / "archive")
    archive.begin(NOW)
    return archive


def the_file(archive: Archive) -> Path:
    return next(archive.root.rglob("*.warc.gz"))


def warcio_check(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", "-v", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_response_is_found_where_it_was_put(archive: Archive) -> None:
    places = [archive.store(exchange(f"http://a.vn/{n}", body=TEXT + bytes([48 + n]))) for n in range(3)]
    assert places[0].file == "2026/20261124-00000.warc.gz"
    for n in (2, 0, 1):
        kept = archive.read(places[n])
        assert kept.url == f"http://a.vn/{n}"
        assert kept.body == TEXT + bytes([48 + n]), "bodies are kept unpacked"
        assert kept.header("content-encoding") is None
        assert kept.header("x-archive-orig-content-encoding") == "br"
        assert kept.header("etag") == '"7"'
        assert (kept.fetched_at, kept.status, kept.place) == (NOW, 200, places[n])


def test_other_tools_read_it(archive: Archive) -> None:
    archive.store(exchange("http://a.vn/1"))
    archive.store(exchange("http://a.vn/1", 304, b""), ("http://a.vn/1", NOW))
    archive.store(exchange("http://a.vn/2", 404, b""))
    archive.end()
    with the_file(archive).open("rb") as stream:
        records = [r.headers["WARC-Type"] for r in ArchiveIterator(stream)]
    assert records == [
        "warcinfo", "response", "request", "revisit", "request", "response", "request",
    ]  # fmt: skip
    with the_file(archive).open("rb") as stream:
        revisit = next(r for r in ArchiveIterator(stream) if r.headers["WARC-Type"] == "revisit")
    assert revisit.headers["WARC-Profile"].endswith("server-not-modified")
    assert revisit.headers["WARC-Refers-To-Date"] == "2026-11-24T20:15:00Z"
    checked = warcio_check(the_file(archive))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "fail" not in checked.stdout.lower()


def test_a_second_run_of_the_day_goes_on_in_the_same_file(archive: Archive) -> None:
    first = archive.store(exchange("http://a.vn/1"))
    archive.end()
    archive.begin(NOW)
    second = archive.store(exchange("http://a.vn/2"))
    assert second.file == first.file
    assert second.offset > first.offset
    assert archive.read(second).url == "http://a.vn/2"


def test_every_torn_end_is_cut_off(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "whole")
    archive.begin(NOW)
    archive.store(exchange("http://a.vn/1"))
    path = the_file(archive)
    good = path.read_bytes()
    archive.store(exchange("http://a.vn/2"))
    both = path.read_bytes()
    response_ends = whole_length_within(both, len(good))
    for cut in range(len(good), len(both), 37):
        torn = tmp_path / "torn.warc.gz"
        torn.write_bytes(both[:cut])
        expected = len(good) if cut < response_ends else response_ends
        assert whole_length(torn) == expected, cut


def whole_length_within(data: bytes, start: int) -> int:
    """Where the first gzip member after `start` ends."""
    import zlib

    machine = zlib.decompressobj(31)
    machine.decompress(data[start:])
    return len(data) - len(machine.unused_data)


def test_repair_mends_only_what_was_open(archive: Archive) -> None:
    place = archive.store(exchange("http://a.vn/1"))
    with the_file(archive).open("ab") as stream:
        stream.write(the_file(archive).read_bytes()[:100])
    again = Archive(archive.root)
    assert again.repair() == [Place(place.file, 0)]
    assert [kept.place for kept in again.responses(Place(place.file, 0))] == [place]
    again.begin(NOW)
    again.end()
    assert again.repair() == [], "a run that ended well leaves nothing to mend"


def test_zeros_after_a_power_cut_are_cut_off(archive: Archive) -> None:
    archive.store(exchange("http://a.vn/1"))
    size = the_file(archive).stat().st_size
    with the_file(archive).open("ab") as stream:
        stream.write(bytes(5000))
    Archive(archive.root).repair()
    assert the_file(archive).stat().st_size == size


def test_a_full_disk_leaves_no_half_record(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.store(exchange("http://a.vn/1"))

    class Full:
        """Writes ten bytes of whatever it gets."""

        def __init__(self, inner: object) -> None:
            self._inner = inner

        def __getattr__(self, name: str) -> object:
            return getattr(self._inner, name)

        def write(self, data: bytes) -> int:
            return self._inner.write(data[:10])  # type: ignore[attr-defined, no-any-return]

    stream = archive._stream
    monkeypatch.setattr(archive, "_stream", Full(stream))
    for _ in range(3):
        with pytest.raises(OSError, match="10 of"):
            archive.store(exchange("http://a.vn/2"))
    monkeypatch.setattr(archive, "_stream", stream)
    place = archive.store(exchange("http://a.vn/3"))
    assert archive.read(place).url == "http://a.vn/3"
    archive.end()
    assert warcio_check(the_file(archive)).returncode == 0
    assert [kept.url for kept in archive.responses(Place("2026/20261124-00000.warc.gz", 0))] == [
        "http://a.vn/1",
        "http://a.vn/3",
    ]


@pytest.mark.parametrize(
    "place", [Place("2026/none.warc.gz", 0), Place("2026/20261124-00000.warc.gz", 7), None]
)
def test_a_wrong_place_is_told(archive: Archive, place: Place | None) -> None:
    archive.store(exchange("http://a.vn/1"))
    beyond = Place("2026/20261124-00000.warc.gz", 10_000_000)
    with pytest.raises(ArchiveError):
        archive.read(place or beyond)


def test_files_are_rotated_by_size_and_day(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive", most_bytes=3_000)
    archive.begin(NOW)
    noise = [bytes((i * i * 31 + n) % 251 for i in range(1500)) for n in range(4)]
    places = [archive.store(exchange(f"http://a.vn/{n}", body=body)) for n, body in enumerate(noise)]
    next_day = replace(exchange("http://a.vn/9"), fetched_at=NOW + timedelta(days=1))
    places.append(archive.store(next_day))
    archive.end()
    files = [place.file for place in places]
    assert files[0] == "2026/20261124-00000.warc.gz"
    assert len(set(files[:4])) > 1
    assert files[4] == "2026/20261125-00000.warc.gz"
    for n, place in enumerate(places[:4]):
        assert archive.read(place).url == f"http://a.vn/{n}"
    for path in archive.root.rglob("*.warc.gz"):
        assert warcio_check(path).returncode == 0
    indexed = [line for path in archive.root.glob("indexes/*.cdxj") for line in path.read_text().splitlines()]
    assert len(indexed) == 5


def test_the_index_leads_to_each_response(archive: Archive) -> None:
    place = archive.store(exchange("http://www.a.vn/Tin?b=2&a=1"))
    archive.store(exchange("http://www.a.vn/Tin?b=2&a=1", 304, b""))
    archive.end()
    archive.begin(NOW)
    later = archive.store(exchange("http://a.vn/", 404))
    archive.end()
    index = archive.root / "indexes" / "20261124-00000.cdxj"
    lines = index.read_text(encoding="utf-8").splitlines()
    keys = [line.split(" ", 2)[0] for line in lines]
    assert keys == ["vn,a)/", "vn,a)/tin?a=1&b=2"], "sorted, revisits left out"
    told = [json.loads(line.split(" ", 2)[2]) for line in lines]
    assert [int(each["offset"]) for each in told] == [later.offset, place.offset]
    data = the_file(archive).read_bytes()
    for each in told:
        start, length = int(each["offset"]), int(each["length"])
        assert gzip.decompress(data[start : start + length]).startswith(b"WARC/1.1\r\n")
    assert told[0]["status"] == "404"
    assert told[1]["filename"] == place.file


def test_the_index_that_a_run_notes_is_the_one_that_its_file_gives(archive: Archive) -> None:
    for n in range(3):
        archive.store(exchange(f"http://a.vn/{n}", 200 if n else 404, TEXT * (n + 1)))
    archive.end()
    index = archive.root / "indexes" / "20261124-00000.cdxj"
    noted = index.read_text(encoding="utf-8")
    assert not list(index.parent.glob("*.notes"))
    write_index(archive.root, "2026/20261124-00000.warc.gz")
    assert index.read_text(encoding="utf-8") == noted
    assert noted.count("\n") == 3


def test_notes_that_could_not_be_written_cost_no_line_of_the_index(archive: Archive) -> None:
    class FullDisk(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(errno.ENOSPC, "full")

    archive.store(exchange("http://a.vn/1"))
    archive._notes = FullDisk()
    archive.store(exchange("http://a.vn/2"))
    archive.end()
    index = archive.root / "indexes" / "20261124-00000.cdxj"
    assert index.read_text(encoding="utf-8").count("\n") == 2


def test_what_could_not_be_told_is_looked_at_again(archive: Archive) -> None:
    with pytest.raises(OSError, match="full"), archive.telling():
        place = archive.store(exchange("http://a.vn/1"))
        raise OSError("the ledger's disk is full")
    archive.end()
    assert Archive(archive.root).repair() == [Place(place.file, 0)]


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.laocai.gov.vn/tin-tuc/", "vn,gov,laocai)/tin-tuc"),
        ("http://laocai.gov.vn/", "vn,gov,laocai)/"),
        ("http://laocai.gov.vn/Tin?ID=7&a=B", "vn,gov,laocai)/tin?a=b&id=7"),
        ("http://laocai.gov.vn:8080/x", "vn,gov,laocai:8080)/x"),
        ("http://127.0.0.1:81/x", "1,0,0,127:81)/x"),
    ],
)
def test_surt(url: str, key: str) -> None:
    assert surt(url) == key
