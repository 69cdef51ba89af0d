import pytest

from pipeline.errors import UserError
from pipeline.reading.search import passage, search
from pipeline.reading.text_index import TextIndex, match_expression
from pipeline.store.lake import Lake
from pipeline.store.lake_state import open_state
from tests.pipeline.stored_notices import stored

TITLES = {
    0: "Bắc Kạn chung sức xây dựng nông thôn mới",
    1: "Đền ơn đáp nghĩa ở Điện Biên",
    2: "Nông dân thi đua sản xuất, kinh doanh giỏi",
    3: "Thôn Mới đón bằng công nhận làng văn hóa",
}


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Lake(tmp_path / "lake").upsert(stored(n, title=title, body="x") for n, title in TITLES.items())
    return tmp_path / "lake"


@pytest.mark.parametrize(
    ("words", "numbers", "reason"),
    [
        ("nong thon moi", [0], "marks may be left out"),
        ("nông thôn mới", [0], "or written"),
        ("NONG thon", [0], "case does not count"),
        ("den on dap nghia", [1], "đ may be d, which FTS5 does not fold"),
        ("Đền ơn", [1], "or stay đ"),
        ("thon moi", [0, 3], "all words, in any order and place"),
        ('"thon moi don"', [3], "a phrase"),
        ("nong*", [0, 2], "a beginning"),
        ("nong -dan", [0], "one without the other"),
        ('AND OR NEAR( "', [], "what FTS5's grammar would trip over is only words"),
        ("title:nong", [], "no columns, only words"),
        ("khong co", [], "nothing"),
    ],
)
def test_words_find_notices(root, words, numbers, reason):
    assert sorted(one.id for one in search(root, words)) == [f"id{n:05}" for n in numbers], reason


def test_province_and_days_narrow(root):
    assert [one.id for one in search(root, "thon moi", province=("bac-kan",))] == ["id00000", "id00003"]
    assert [one.id for one in search(root, "thon moi", since="2013-01-01")] == ["id00003"]
    assert [one.id for one in search(root, "thon moi", until="2013-01-01")] == ["id00000"]
    assert search(root, "thon moi", province=("%",)) == []


@pytest.mark.parametrize("words", ["", "  ", '"', "-", "*", "-nong"])
def test_no_word_is_told(root, words):
    with pytest.raises(UserError, match="no word to look for"):
        search(root, words)


def test_the_index_follows_the_lake_and_reads_what_changed(root, tmp_path):
    index = TextIndex(tmp_path / "text.sqlite")
    assert index.follow(open_state(root)) == 5  # four partitions and the empty one
    assert index.follow(open_state(root)) == 0
    Lake(root).upsert([stored(1, title="Tên khác", body="x")])
    Lake(root).remove(["id00003"])
    assert index.follow(open_state(root)) == 2
    assert index.search("den on") == []
    assert [hit.id for hit in index.search("ten khac")] == ["id00001"]
    assert [hit.id for hit in index.search("thon moi")] == ["id00000"]


def test_an_expression_is_always_quoted():
    assert match_expression('a"b OR (c*') == '"ab" AND "OR" AND "(c"*'


def test_the_passage_is_where_the_words_stand():
    text = "Mở đầu. " * 30 + "Phong trào Đền ơn đáp nghĩa được hưởng ứng. " + "Kết thúc. " * 30
    assert "Phong trào Đền ơn đáp nghĩa được hưởng ứng" in passage(text, "den on dap nghia")
    assert passage("ngắn", "gi do") == "ngắn"
