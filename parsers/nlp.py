"""The extraction as a spaCy pipeline: spans in `doc.spans`, the record in `doc._.notice`.

>>> import parsers.nlp
>>> nlp = parsers.nlp.load()
>>> doc = nlp("UBND tỉnh ban hành Kế hoạch số 545/KH-UBND ngày 30/8/2021.")
>>> [(span.text, span.id_) for span in doc.spans["documents"]]
[('545/KH-UBND', '545/KH-UBND')]

`nlp(text)` and `nlp.pipe(texts)` take a plain body; `read` takes a whole page. What a text does not say
itself (posting date, province) is handed over by `context(nlp, body, published=…)`.

In a pipeline of one's own, Vietnamese needs this project's tokenizer, because spaCy's asks for pyvi:

>>> import spacy
>>> nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "thidua.NoticeTokenizer.v1"}}})
>>> _ = nlp.add_pipe("thidua_notice")
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, get_args

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import registry

from parsers.extraction import THRESHOLD, find_all, make_notice, make_source
from parsers.notice import MentionField, Notice
from parsers.page.layout import Layout
from parsers.page.reader import Page, read_page
from parsers.tokenizer import NoticeTokenizer

FIELDS: tuple[str, ...] = get_args(MentionField)
_CONTEXT = "thidua"  # key in doc.user_data

for _kind, _name in ((Doc, "notice"), (Span, "confidence")):
    if not _kind.has_extension(_name):
        _kind.set_extension(_name, default=None)


@registry.tokenizers("thidua.NoticeTokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Any:
    """The registered maker of the tokenizer: `nlp -> NoticeTokenizer`."""
    return lambda nlp: NoticeTokenizer(nlp.vocab)


@Language.factory("thidua_notice", default_config={"threshold": THRESHOLD}, assigns=["doc._.notice"])
def make_component(nlp: Language, name: str, threshold: float) -> NoticeComponent:
    """The registered maker of the component; `threshold` is the least confidence of a span."""
    return NoticeComponent(threshold)


class NoticeComponent:
    """Runs the stages over a document and sets `doc.spans[field]` and `doc._.notice`.

    Spans carry the field as label, the value as `span.id_` and `span._.confidence`.
    """

    def __init__(self, threshold: float) -> None:
        self.threshold = threshold

    def __call__(self, doc: Doc) -> Doc:
        """Fill `doc`."""
        given: dict[str, Any] = doc.user_data.get(_CONTEXT, {})
        page = given.get("page") or Page(body=doc.text)
        source = make_source(
            page, given.get("url"), given.get("published"), given.get("province"), given.get("agency")
        )
        notice = make_notice(page, find_all(source), given.get("url"), given.get("id"), self.threshold)
        doc._.notice = notice
        body_at = len(page.title) + 1 if page.title else 0
        for field in FIELDS:
            doc.spans[field] = self._spans(doc, notice, field, body_at)
        return doc

    def _spans(self, doc: Doc, notice: Notice, field: str, body_at: int) -> list[Span]:
        spans = []
        for mention in notice.mentions:
            if mention.field != field:
                continue
            shift = body_at if mention.where == "body" else 0
            span = doc.char_span(
                mention.start + shift,
                mention.end + shift,
                label=field,
                span_id=mention.value,
                alignment_mode="expand",
            )
            if span is not None:
                span._.confidence = mention.confidence
                spans.append(span)
        return spans


def load(threshold: float = THRESHOLD) -> Language:
    """The pipeline `blank("vi")` with the tokenizer and the component of this project."""
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "thidua.NoticeTokenizer.v1"}}})
    nlp.add_pipe("thidua_notice", config={"threshold": threshold})
    return nlp


def context(
    nlp: Language,
    body: str,
    *,
    published: date | None = None,
    province: str | None = None,
    agency: str | None = None,
    url: str | None = None,
) -> Doc:
    """A document that knows more than its text; hand it to `nlp(…)` or `nlp.pipe(…)`."""
    doc = nlp.make_doc(body)
    doc.user_data[_CONTEXT] = {"published": published, "province": province, "agency": agency, "url": url}
    return doc


def read(
    nlp: Language,
    data: str | bytes,
    *,
    url: str | None = None,
    published: date | None = None,
    province: str | None = None,
    agency: str | None = None,
    layout: Layout | None = None,
) -> Doc:
    """Read one page (HTML or text) into a document: the title, a line break, the body.

    Raises `parsers.page.reader.UnreadablePage` where the bytes hold no text.
    """
    page = read_page(data, url=url, layout=layout)
    doc = nlp.make_doc(f"{page.title}\n{page.body}" if page.title else page.body)
    doc.user_data[_CONTEXT] = {
        "page": page,
        "published": published,
        "province": province,
        "agency": agency,
        "url": url,
    }
    return nlp(doc)


def notices(nlp: Language, texts: Iterable[str | Doc]) -> Iterable[Notice]:
    """The records of many bodies, in order."""
    for doc in nlp.pipe(texts):
        yield doc._.notice
