import importlib.util
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.notice import Document, Mention, Notice
from pipeline.cli import main
from pipeline.evaluation.calibration import calibrate
from pipeline.evaluation.scores import Error, fold_issuer, fold_number, fold_text, score

SCORER = Path(__file__).resolve().parents[3] / "shared" / "eval" / "score.py"

EMPTY = {"title": None, "published": None, "author": None, "province": None, "documents": [], "movements": [],
         "themes": [], "periods": [], "occasions": [], "dates": []}  # fmt: skip


def one(**fields):
    return {"n": {"id": "n", **EMPTY, **fields}}


def document(number, **parts):
    return {"number": number, "type": None, "issued": None, "issuer": None, "role": "mention"} | parts


@pytest.mark.parametrize(
    ("fold", "one", "other"),
    [
        (fold_text, "“Đoàn kết –  sáng tạo”!", "đoàn kết sáng tạo"),
        (fold_text, "100 % hộ", "100 % HỘ"),
        (fold_text, "Thi đua", "Thi đua"),
        (fold_number, "12 / KH – UBND", "12/kh-ubnd"),
        (fold_issuer, "Ủy ban nhân dân thành phố Huế", "UBND TP Huế"),
        (fold_issuer, "Uỷ ban nhân dân xã", "UBND xã"),
    ],
)
def test_what_counts_as_the_same(fold, one, other):
    assert fold(one) == fold(other)


def test_percent_signs_tell_texts_apart():
    assert fold_text("100%") != fold_text("100")


def test_lists_count_hits_misses_and_false_alarms():
    gold = one(dates=["2021-01-05", "2021-02"], themes=["Xanh, sạch"])
    board = score(gold, one(dates=["2021-02", "2021-03", "2021-04"], themes=["“XANH SẠCH”"]))
    dates = board.lists["dates"]
    assert (dates.hit, dates.gold, dates.predicted) == (1, 2, 3)
    assert (dates.precision, dates.recall, dates.f1) == (pytest.approx(1 / 3), 0.5, pytest.approx(0.4))
    assert board.lists["themes"].f1 == 1.0
    assert [e for e in board.errors if e.field == "dates"] == [
        Error("n", "dates", "-", "2021-01-05"),
        Error("n", "dates", "+", "2021-03"),
        Error("n", "dates", "+", "2021-04"),
    ]


def test_documents_match_by_number_and_their_parts_are_asked_where_gold_has_them():
    gold = one(documents=[document("1/KH-UBND", type="Kế hoạch", issuer="UBND xã", issued="2021-01-05")])
    board = score(
        gold, one(documents=[document("1/kh – ubnd", type="Kế hoạch", issuer="Ủy ban nhân dân xã")])
    )
    assert board.lists["documents"].f1 == 1.0
    assert board.lists["documents+issued"].f1 == 0.0
    assert [board.answers[part].right for part in ("type", "issuer", "role")] == [1, 1, 1]


def test_near_names_are_told_from_exact_ones():
    gold = one(movements=[{"name": "Đường làng sạch đẹp văn minh", "period": None}])
    board = score(gold, one(movements=[{"name": "Đường làng sạch đẹp, văn  minhh", "period": None}]))
    assert (board.lists["movements"].f1, board.lists["movements~near"].f1) == (0.0, 1.0)


def test_a_missing_prediction_counts_as_empty_and_false_alarms_are_counted():
    board = score(one(title="A", dates=["2021-01"]), {})
    assert (board.missing, board.lists["dates"].recall, board.answers["title"].accuracy) == (1, 0.0, 0.0)
    assert score(one(), one(province="bac-kan")).answers["province"].false_alarms == 1


SMALL_TEXT = st.sampled_from(
    ["Làng sạch đẹp", "làng sạch, đẹp", "Làng sạch đẹpp", "Xóm vui", "xóm  vui khoẻ", "UBND tỉnh"]
)
MAYBE = st.none() | SMALL_TEXT
DAY = st.sampled_from(["2021-01-05", "2021-02", "2021/2025"])
RECORDS = st.fixed_dictionaries({
    "title": MAYBE, "author": MAYBE, "published": st.none() | DAY, "province": MAYBE,
    "documents": st.lists(st.fixed_dictionaries({
        "number": st.sampled_from(["1/KH-UBND", "1 / kh–ubnd", "22-CT/TW", "34"]), "type": MAYBE,
        "issued": st.none() | DAY, "issuer": MAYBE, "role": st.sampled_from(["subject", "basis"]),
    }), max_size=3),
    "movements": st.lists(st.fixed_dictionaries({"name": SMALL_TEXT, "period": st.none() | DAY}), max_size=4),
    "themes": st.lists(SMALL_TEXT, max_size=4),
    "periods": st.lists(DAY, max_size=3),
    "dates": st.lists(DAY, max_size=3),
    "occasions": st.lists(st.fixed_dictionaries({
        "event": SMALL_TEXT, "years": st.sampled_from([None, 5, 25])}), max_size=3),
})  # fmt: skip
BATCH = st.dictionaries(st.sampled_from(["a", "b", "c"]), RECORDS, max_size=3)


@pytest.mark.skipif(not SCORER.exists(), reason="the reference scorer lies outside the checkout")
@settings(max_examples=150, deadline=None)
@given(BATCH, BATCH)
def test_figures_are_those_of_the_reference_scorer(gold, predicted):
    spec = importlib.util.spec_from_file_location("reference_scorer", SCORER)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    want, board = scorer.score(gold, predicted), score(gold, predicted)
    assert board.missing == want["missing"]
    for name, figures in want["sets"].items():
        tally = board.lists[name]
        assert (name, *tally) == (name, figures["hit"], figures["gold"], figures["predicted"])
        assert (tally.precision, tally.recall, tally.f1) == (
            figures["precision"],
            figures["recall"],
            figures["f1"],
        )
    for name, figures in want["accuracy"].items():
        answers = board.answers[name]
        assert (name, answers.accuracy, answers.asked) == (name, figures["accuracy"], figures["asked"])
        assert answers.false_alarms == figures["false_alarms"]


def test_confidence_is_judged_by_group():
    def notice(*found):
        return Notice(
            "n", None, None, None, None, None, "",
            documents=tuple(Document(number) for number, _ in found),
            mentions=tuple(Mention("documents", number, "body", 0, 1, "x", sure) for number, sure in found),
        )  # fmt: skip

    groups = calibrate(
        one(documents=[document("1/KH"), document("2/KH")]),
        {"n": notice(("1/KH", 0.95), ("9/KH", 0.95), ("2/KH", 0.3), ("1/KH", 0.2))},
    )
    low, high = groups
    assert (low.low, low.high, low.right, low.items) == (0.0, 0.5, 1, 1)
    assert (high.low, high.right, high.items) == (0.9, 2, 3)


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Xã phát động thi đua\nNgày 5/3/2021, UBND xã ban hành Kế hoạch số 7/KH-UBND.\n"
    )
    record = {"id": "a", **EMPTY, "title": "Xã phát động thi đua", "dates": ["2021-03-05", "2021-04-01"],
              "documents": [document("7/KH-UBND", issued="2021-03-05", role=None)]}  # fmt: skip
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(record) + "\n")
    return file


def test_the_command_prints_figures_errors_and_changes(gold, capsys):
    saved = gold.parent / "board.json"
    base = ["evaluate", str(gold), "--texts", str(gold.parent)]
    assert main([*base, "--errors", "--save", str(saved)]) == 0
    out = capsys.readouterr().out
    assert "a\tdates\t-\t2021-04-01" in out
    assert next(line.split()[-1] for line in out.splitlines() if line.startswith("documents ")) == "1/1/1"
    kept = json.loads(saved.read_text())
    kept["errors"] = [["a", "themes", "-", "xanh"]]
    kept["figures"]["dates"] = 0.5
    saved.write_text(json.dumps(kept))
    assert main([*base, "--baseline", str(saved)]) == 0
    out = capsys.readouterr().out
    assert "gains (errors that went): 1\n  a\tthemes\t-\txanh" in out
    assert "losses (new errors): 1\n  a\tdates\t-\t2021-04-01" in out
    assert next(line.split()[-1] for line in out.splitlines() if line.startswith("dates ")) == "+0.167"


def test_a_gold_notice_without_a_text_is_said(gold, capsys):
    gold.write_text(gold.read_text() + json.dumps({"id": "b", **EMPTY}) + "\n")
    assert main(["evaluate", str(gold), "--texts", str(gold.parent)]) == 1
    assert "no text for b in" in capsys.readouterr().err


def test_wrong_files_are_named(gold, capsys):
    argv = ["evaluate", str(gold), "--texts", str(gold.parent)]
    assert main([*argv, "--baseline", str(gold)]) == 2
    assert "is no saved scoreboard" in capsys.readouterr().err
    gold.write_text('{"id": "a"}\n{"title": 1}\n')
    assert main(argv) == 2
    assert "gold.jsonl, line 2: no record with an id" in capsys.readouterr().err
