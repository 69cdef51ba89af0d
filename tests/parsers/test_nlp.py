from __future__ import annotations

import subprocess
import sys
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import DocBin

import parsers.nlp
from parsers import extract
from parsers.nlp import FIELDS

BODY = (
    "Ngày 30/8/2021, UBND tỉnh Bắc Kạn ban hành Kế hoạch số 545/KH-UBND phát động đợt thi đua cao điểm "
    "“100 ngày đêm giữ rừng” với chủ đề “Rừng xanh, bản ấm”, từ ngày 01/9/2021 đến hết ngày 10/12/2021, "
    "nhân kỷ niệm 25 năm Ngày tái lập tỉnh Bắc Kạn (01/01/1997 - 01/01/2022)."
)
PAGE = f"<html><body><h1>Phát động thi đua giữ rừng</h1><div><p>{BODY}</p></div></body></html>"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return parsers.nlp.load()


def spans(doc: spacy.tokens.Doc) -> dict[str, list[tuple[int, int, str]]]:
    return {name: [(s.start, s.end, s.id_) for s in doc.spans[name]] for name in FIELDS}


def test_every_field_has_its_group_of_spans(nlp: Language) -> None:
    doc = nlp(BODY)
    assert set(doc.spans) == set(FIELDS)
    assert [span.text for span in doc.spans["documents"]] == ["545/KH-UBND"]
    assert [span.text for span in doc.spans["movements"]] == ["100 ngày đêm giữ rừng"]
    assert [span.text for span in doc.spans["themes"]] == ["Rừng xanh, bản ấm"]
    assert "2021-09-01/2021-12-10" in [span.id_ for span in doc.spans["periods"]]
    assert [span.id_ for span in doc.spans["dates"]] == list(doc._.notice.dates)
    assert doc.spans["occasions"]


def test_spans_lie_where_the_record_says(nlp: Language) -> None:
    doc = nlp(BODY)
    found = sorted((m.field, m.start, m.end) for m in doc._.notice.mentions)
    assert found == sorted((name, s.start_char, s.end_char) for name in FIELDS for s in doc.spans[name])
    assert all(0 < s._.confidence <= 1 and s.label_ == name for name in FIELDS for s in doc.spans[name])


def test_the_record_is_that_of_extract(nlp: Language) -> None:
    doc = parsers.nlp.read(nlp, PAGE, url="https://a.example/1")
    assert doc._.notice == extract(PAGE, url="https://a.example/1")
    assert doc.text == f"{doc._.notice.title}\n{doc._.notice.body}"
    assert [span.text for span in doc.spans["documents"]] == ["545/KH-UBND"]


def test_what_a_text_does_not_say_is_handed_over(nlp: Language) -> None:
    text = "Chiều 07/7, Khối thi đua họp."
    told = nlp(parsers.nlp.context(nlp, text, published=date(2023, 7, 10), province="bac-kan"))
    assert (told._.notice.dates, told._.notice.province) == (("2023-07-07",), "bac-kan")
    assert nlp(text)._.notice.dates == ("XXXX-07-07",)


def test_pipe_keeps_order_and_context(nlp: Language) -> None:
    texts = [(f"Quyết định số {i}/QĐ-UBND ngày {i}/5/2021.", {"id": i}) for i in range(1, 21)]
    for batch in (1, 7):
        read = list(nlp.pipe(texts, as_tuples=True, batch_size=batch))
        numbers = [(doc._.notice.documents[0].number, given["id"]) for doc, given in read]
        assert numbers == [(f"{i}/QĐ-UBND", i) for i in range(1, 21)]
    notices = list(parsers.nlp.notices(nlp, (text for text, _ in texts)))
    assert [notice.dates[0] for notice in notices] == [f"2021-05-{i:02d}" for i in range(1, 21)]


def test_a_blank_pipeline_takes_the_component_and_the_tokenizer() -> None:
    tokenizer = {"nlp": {"tokenizer": {"@tokenizers": "thidua.NoticeTokenizer.v1"}}}
    for language in ("vi", "xx"):  # Vietnamese needs the override: its own tokenizer asks for pyvi
        nlp = spacy.blank(language, config=tokenizer)
        nlp.add_pipe("thidua_notice")
        doc = nlp(BODY)
        assert [span.text for span in doc.spans["documents"]] == ["545/KH-UBND"]
    plain = spacy.blank("xx")  # the stock tokenizer: spans grow to whole tokens, the record is the same
    plain.add_pipe("thidua_notice")
    assert plain(BODY)._.notice.documents == doc._.notice.documents


def test_the_threshold_is_the_least_confidence_of_a_span() -> None:
    strict, loose = parsers.nlp.load(threshold=0.95)(BODY), parsers.nlp.load(threshold=0.0)(BODY)
    sure = [span for name in FIELDS for span in strict.spans[name]]
    assert sure and all(span._.confidence >= 0.95 for span in sure)
    assert len(sure) < sum(len(loose.spans[name]) for name in FIELDS)


def test_a_saved_pipeline_reads_as_before(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "thidua")
    again = spacy.load(tmp_path / "thidua")
    assert spans(again(BODY)) == spans(nlp(BODY))
    copied = parsers.nlp.load().from_bytes(nlp.to_bytes())
    assert copied(BODY)._.notice == nlp(BODY)._.notice


def test_spans_survive_a_docbin(nlp: Language, tmp_path: Path) -> None:
    docs = [nlp(BODY), nlp("Sáng nay, xã họp.")]
    DocBin(docs=docs).to_disk(tmp_path / "notices.spacy")
    read = list(DocBin().from_disk(tmp_path / "notices.spacy").get_docs(nlp.vocab))
    assert [spans(doc) for doc in read] == [spans(doc) for doc in docs]
    assert [doc.text for doc in read] == [doc.text for doc in docs]


def test_an_empty_text_gives_an_empty_record(nlp: Language) -> None:
    doc = nlp("")
    assert (doc._.notice.documents, doc._.notice.dates) == ((), ())
    assert all(len(doc.spans[name]) == 0 for name in FIELDS)


def test_spacy_finds_the_factories_by_itself() -> None:
    groups = ("spacy_factories", "spacy_tokenizers")
    found = {p.name for group in groups for p in entry_points(group=group) if p.module == "parsers.nlp"}
    if not found:
        pytest.skip("not installed: entry points are read from the package's metadata")
    assert found == {"thidua_notice", "thidua.NoticeTokenizer.v1"}
    code = (
        "import spacy\n"
        "tokenizer = {'nlp': {'tokenizer': {'@tokenizers': 'thidua.NoticeTokenizer.v1'}}}\n"
        "nlp = spacy.blank('vi', config=tokenizer)\n"
        "nlp.add_pipe('thidua_notice')\n"
        "print(nlp('Kế hoạch số 545/KH-UBND')._.notice.documents[0].number)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.stdout.strip() == "545/KH-UBND", run.stderr
