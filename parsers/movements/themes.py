"""Themes (chủ đề, chủ điểm) of campaigns, plans, years, months of action, congresses, festivals, contests and
other events.

A theme stands behind the word ("với chủ đề: “…”", "chủ đề năm 2018 là …"), in a list behind it, or before it
("“…” được chọn làm chủ đề"). The subject of a talk, a lesson, an article or a debate is none, and neither are
mottos: a quotation belongs to the last head noun before it (see `parsers.movements.heads`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.found import Found, Source, Span, Where
from parsers.movements.heads import Head
from parsers.movements.names import SMALL, key_of
from parsers.movements.quotes import Quote
from parsers.movements.scene import Scene

# Whose subject it is when it is no event's: the words just before "chủ đề".
_TALK = re.compile(
    r"(?<!\w)(?:nói chuyện|thảo luận|tọa đàm|trao đổi|tranh luận|tranh biện|tham luận|thuyết trình"
    r"|phát biểu|bài (?:viết|giảng|học|"
    r"nói|hát|thơ|báo|văn|trình bày|luận)|tiết (?:học|dạy|mục)|chuyên đề|phóng sự|bàn|chia sẻ|trình bày"
    r"|giảng|(?<!đợt )sinh hoạt|"
    r"đề cập|phiên|buổi học|ca khúc|khai thác|xoay quanh)(?!\w)"
    r"[^.;:,“”\"]{0,45}\Z|(?<!\w)(?:nhiều|các|những|mọi|một số|mấy) \Z",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?<!\w)(?:hội thi|cuộc thi|lễ hội|đại hội|festival|liên hoan|năm|tháng|tuần lễ|tuần|ngày"
    r"|chương trình|chiến dịch|phong trào|"
    r"thi đua|kế hoạch|hội nghị|hội chợ|triển lãm|giải|đợt|hội báo|hội trại|lễ|diễn đàn|hội thảo|ngày hội"
    r"|mùa)(?!\w)",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(
    r" (?:này|đó|trên|khác|nào|kể trên|bài|sinh hoạt|thảo luận|nói chuyện|bao trùm về|(?-i:về))(?!\w)",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"(?<!\w)(?:đã|nhằm|để|góp phần|gắn|trở thành|đạt|theo|vì|sẽ|đang|mà|bởi|nhưng|khi|qua đó|dựa|thu hút"
    r"|khơi dậy|phát huy|"
    r"mang lại|giúp|thể hiện|cho thấy)(?!\w)|[;()\n]",
    re.IGNORECASE,
)
_LINE_BREAK = re.compile(r"(?: là)?[ :]{0,2}\n(?=[“\"])")
_NEAR = 150
# Between the word and a theme without quotes: which theme, whose, and what ties them.
_WHICH = re.compile(
    r"(?: (?:thi đua|hành động|công tác|hoạt động|chung|chính|xuyên suốt|lớn|trọng tâm|chủ đạo|kỷ niệm"
    r"|cả năm|năm nay"
    r"|năm(?: học)?(?: \d{4}(?: ?- ?\d{4})?)?|tháng(?: \d{1,2})?|quý|đợt))*",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r" (?:của|cho|trong|năm|tháng) [^.,;:“”\"()\n]{1,100}?(?= là(?!\w)| được (?:chọn|xác|lựa)|:)"
    r"|(?-i: (?:Ngày|Tháng|Tuần|Năm|Đại hội|Lễ hội|Hội|Cuộc|Chiến dịch|Chương trình|Festival|Liên hoan))"
    r"(?!\w)[^.;:“”\"()\n]{0,100}?(?= là(?!\w)|:)",
    re.IGNORECASE,
)
# "Chủ đề Ngày Môi trường thế giới": an event, whose theme it is; "với chủ đề Tháng ba biên cương": a theme.
_AN_EVENT = re.compile(r"(?:Ngày|Tháng|Tuần|Năm|Đại hội|Lễ hội|Hội thi|Cuộc thi|Chiến dịch)(?!\w)")
# "CHỦ ĐỀ VÀ THÔNG ĐIỆP": a heading's capitals make no name.
_GOES_ON = re.compile(r"(?:VÀ|CỦA|CHO|TRONG|VỀ|THEO|VỚI|HOẶC)(?!\w)")
_TAKEN = re.compile(r"(?<!\w)(?:với|có|lấy|mang|theo|chọn|thực hiện|hai|ba|là) \Z", re.IGNORECASE)
_ASIDE = re.compile(r" \([^()“”\"\n]{1,40}\)")
_TIE = re.compile(r"(?: được (?:chọn|xác định|lựa chọn))?(?: là(?: ?:)?| ?:) *| *", re.IGNORECASE)
_STOP = re.compile(
    r"[\n()“”\"]|[,;] (?:còn |và )?chủ (?:đề|điểm)(?!\w)|;(?! ["
    + SMALL
    + r"][^;:.\n]{3,120}[;.\n])|[.!?…]+(?=\s|\Z)"
)
_VERB = re.compile(
    r",? (?:do|diễn ra|khai mạc|bế mạc|kéo dài|mở màn|"
    r"được (?:tổ chức|khai mạc|phát động|triển khai|trao|tiến hành)|nhằm|sẽ|đã|tại"
    r"|từ ngày|với sự|với mục"
    r"|gắn với|thu hút|dự kiến|quy tụ)(?!\w)"
)
# "Với chủ đề Hội tụ tinh hoa, lễ hội thu hút …": behind the comma begins the main clause.
_CLAUSE = re.compile(
    r", (?=(?:[\w-]+ ){1,9}?(?:được|sẽ|đã|gồm|diễn ra|nhằm|thu hút|có|tập trung|quy tụ|mang|góp phần)(?!\w))"
    r"|, (?=(?:(?:những|trong|các|mấy)? ?(?:năm|thời gian|tháng|ngày) (?:qua|nay|này)"
    r"|phong trào|đợt (?:thi đua|cao điểm)|cuộc thi|hội thi|lễ hội|chương trình)(?!\w))"
)
_MORE = re.compile(r"(?: ?\([^()“”\"]{1,40}\))?[ ,;]*(?:(?:và|hoặc|hay) )?(?=[“\"‘'])")
_BEFORE = re.compile(
    r",? (?:-|là|cũng là|chính là|được|đã được|làm|để làm|-? ?được) ?"
    r"(?:(?:[^\s,.;:“”\"]+ ){0,5}?(?:chọn|lấy|xác định|lựa chọn|đặt|coi|xem)(?: là| làm)? )?"
    r"(?:một (?:trong )?(?:những |các )?)?(?:chủ đề|chủ điểm)(?!\w)",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?<!\w)(?:chọn|lấy|xác định|lựa chọn) (?P<theme>[^\W\d_"
    + SMALL
    + r"][^.;\n“”\"()]{3,160}?) (?:là |làm )(?:chủ đề|chủ điểm)(?!\w)"
)
# "Với chủ đề A, …": the theme ends with the clause.
_WITH = re.compile(r"\s*(?:(?:theo đó|cụ thể), )?với\s*", re.IGNORECASE)
_AS_THEME = ("là chủ đ", "làm chủ đ")
# "Đó là chủ đề của đợt thi đua …": the one quotation of the headline, or the last one before.
_THAT = re.compile(r"(?<!\w)(?:[Đđ]ó|[Đđ]ây) (?:cũng |chính )?là chủ (?:đề|điểm)(?!\w)")
_POINTS_BACK = re.compile(r"(?<!\w)(?:[Đđ]ó|[Đđ]ây) (?:cũng |chính )?là \Z")
_TO_THAT = 160
_OWNER = re.compile(
    r" (?:thi đua |hành động |công tác |hoạt động )?(?:của|cho|trong|năm|tháng|tuần|hoạt động)(?!\w)",
    re.IGNORECASE,
)
_TIED = re.compile(r"(?<!\w)là ?\Z")
_SENTENCE = re.compile(rf"[.!?…](?=[\s”\"]+[^\W\d_{SMALL}])|\.{{2,}}")
_LEADS = re.compile(r"(?:với )?(?:chủ đề|chủ điểm)(?!\w)", re.IGNORECASE)
_LONGEST = 420


def find_themes(source: Source) -> list[Found[str]]:
    """Every passage that introduces a theme, in the order of title and body; the value is the wording as
    printed.

    Confidence: 1.0 for a quotation right behind the word, 0.9 some words off or in a list, 0.7 without
    quotes.
    """
    found: list[Found[str]] = []
    first: dict[str, str] = {}
    scenes = {where: Scene.of(text.norm) for where, text in source.parts if text.norm}
    pointed = _pointed_at(scenes["body"], scenes.get("title")) if "body" in scenes else {}
    for where, text in source.parts:
        if where not in scenes:
            continue
        spans: dict[int, tuple[int, float]] = {}
        for start, end, confidence in (*_themes(scenes[where]), *pointed.get(where, ())):
            if start not in spans or spans[start][1] < confidence:
                spans[start] = end, confidence
        for start, (end, confidence) in sorted(spans.items()):
            value = text.surface(start, end)
            value = first.setdefault(key_of(value), value)
            found.append(Found(value, _span(where, start, end), confidence))
    return found


def _span(where: Where, start: int, end: int) -> Span:
    return Span(where, start, end)


def _themes(scene: Scene) -> Iterator[tuple[int, int, float]]:
    heads = scene.heads.items
    for i, head in enumerate(heads):
        if head.group != "theme":
            continue
        limit = heads[i + 1].start if i + 1 < len(heads) else len(scene.norm)
        yield from _behind(scene, head, limit)
    for quote in scene.quotes:
        if quote.closed and _BEFORE.match(scene.norm, quote.after):
            yield from _whole(scene, quote, 0.8)
    for match in _MADE.finditer(scene.norm) if any(words in scene.norm for words in _AS_THEME) else ():
        yield (*match.span("theme"), 0.7)


def _pointed_at(body: Scene, title: Scene | None) -> dict[Where, list[tuple[int, int, float]]]:
    """The theme that "đó là chủ đề của …" points back to."""
    found: dict[Where, list[tuple[int, int, float]]] = {}
    for match in _THAT.finditer(body.norm) if _AS_THEME[0] in body.norm else ():
        near = [q for q in body.quotes if match.start() - _TO_THAT <= q.after <= match.start()]
        if near:
            found.setdefault("body", []).extend(_whole(body, near[-1], 0.8))
        elif title is not None and match.start() <= _TO_THAT and len(title.quotes) == 1:
            found.setdefault("title", []).extend(_whole(title, title.quotes[0], 0.8))
    return found


def _behind(scene: Scene, head: Head, limit: int) -> Iterator[tuple[int, int, float]]:
    """Themes behind the word at `head`: quotations in a row, else the words up to the end of the clause."""
    norm = scene.norm
    start, end = scene.sentence(head.start)
    before = norm[max(start, head.start - 90) : head.start]
    talk = _TALK.search(before)
    if _NOT_ONE.match(norm, head.end) or (talk and not _EVENT.search(before, talk.start())):
        return
    broken = _LINE_BREAK.match(norm, head.end)  # "có chủ đề\n“…”": the page broke the line
    quote = scene.quote_from(head.end, broken.end() + 1 if broken else min(end, head.end + _NEAR))
    gap = norm[head.end : quote.before].strip("\n") if quote else ""
    if quote is None or _BREAK.search(_ASIDE.sub("", gap)):
        yield from _unquoted(scene, head, start, end)
        return
    inner = scene.heads.last(head.end, quote.before)
    if inner is not None and inner.group == "theme":  # "chủ đề năm là …, chủ đề tháng là “…”"
        yield from _unquoted(scene, head, start, end)
        return
    if inner is not None and not _names_the_event(norm, head, inner, quote):
        return
    if quote.before > limit and inner is None:
        return
    while quote is not None:
        yield from _whole(scene, quote, 1.0 if len(gap) < 4 else 0.9)
        more = _MORE.match(norm, quote.after)
        quote, gap = (scene.by_mark.get(more.end()) if more and quote.closed else None), " khác"


def _names_the_event(norm: str, head: Head, inner: Head, quote: Quote) -> bool:
    """Whether the nouns up to the quotation only say whose theme it is: "chủ đề của cuộc thi là: “…”"."""
    owner = _OWNER.match(norm, head.end)
    gap = norm[inner.end : quote.before]
    return bool(owner and (":" in gap or _TIED.search(gap)))


def _whole(scene: Scene, quote: Quote, confidence: float) -> Iterator[tuple[int, int, float]]:
    start, end = quote.start, quote.end
    norm = scene.norm
    if _LEADS.match(norm, start):
        return  # "lấy chủ đề “với chủ đề “…”": the inner quotation is the theme
    if quote.closed:
        if scene.runs_on(start, end):
            return
        if _SENTENCE.search(norm[start:end]):
            return
    elif end >= scene.text_end:
        return
    while end > start and norm[end - 1] in " ,;.":
        end -= 1
    if 2 < end - start <= _LONGEST:
        yield start, end, confidence


def _unquoted(
    scene: Scene, head: Head, sentence_start: int, sentence_end: int
) -> Iterator[tuple[int, int, float]]:
    norm = scene.norm
    if _POINTS_BACK.search(norm, max(0, head.start - 20), head.start):
        return
    which = _WHICH.match(norm, head.end)
    at = which.end() if which else head.end
    whose = _WHOSE.match(norm, at)
    tie = _TIE.match(norm, whose.end() if whose else at)
    start = tie.end() if tie else at
    tied = tie is not None and bool(tie.group().strip())
    if (
        not tied
        and _AN_EVENT.match(norm, start)
        and not _TAKEN.search(norm, max(0, head.start - 12), head.start)
    ):
        return
    letter = norm[start : start + 1]
    if start >= sentence_end or not letter.isalnum():
        return
    if not tied and _GOES_ON.match(norm, start):
        return
    if not letter.isupper() and not (tied and (":" in norm[at:start] or at > head.end or whose)):
        return
    stop = _STOP.search(norm, start, min(len(norm), start + _LONGEST))
    end = min(stop.start(), sentence_end) if stop else min(sentence_end, start + _LONGEST)
    opens_sentence = _WITH.fullmatch(norm, sentence_start, head.start)
    cut = (_CLAUSE.search(norm, start, end) if opens_sentence else None) or _VERB.search(norm, start, end)
    end = cut.start() if cut else end
    while end > start and norm[end - 1] in " ,;.-":
        end -= 1
    if end - start <= _LONGEST and len(norm[start:end].split()) >= 3:
        yield start, end, 0.7
