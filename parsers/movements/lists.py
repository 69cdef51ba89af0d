"""Names behind one head: one name or a list, in quotes, without quotes, or both in turn.

"các phong trào: “A”, B và “C” do … phát động; cuộc vận động “D”" is one list with two heads. A quotation may
stand some words off its head ("phong trào thi đua do Thủ tướng phát động: “A”"); a name without quotes may
not: it must follow at once and be known, or begin with a capital letter and read like a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.movements.bare import is_name_start, is_plain, stops_at, unknown_campaign_end, unknown_end
from parsers.movements.heads import Head
from parsers.movements.names import Name, bare_name, known_at
from parsers.movements.quotes import Quote
from parsers.movements.scene import Scene
from parsers.notice import Kind

# What may stand between a head and a name without quotes.
_QUALIFIERS = re.compile(
    r"(?:[ :]+(?:thi đua|yêu nước|cao điểm|đặc biệt|trọng tâm|thường xuyên|chuyên đề|lớn|chung|trên"
    r"|toàn quốc|quần chúng"
    r"|điểm|như|gồm|gồm có|bao gồm|sau|tiêu biểu|có tên|mang tên|với tên gọi|với tên|nước rút|đột kích"
    r"|ngắn ngày|lập công|tình nguyện|truyền thông|xây dựng gia đình|là|\([^()\n]{2,12}\)))*"
    r"(?:[ :]{0,3}\n ?(?:[-+•*] ?|\d{1,2}[.)] ?)?|[ :]+|(?<=\))(?=[“\"]))",
    re.IGNORECASE,
)
# A verb or a conjunction between head and quotation: the quotation is no longer what the head names.
_BREAK = re.compile(
    r"(?<!\w)(?:đã|được|nhằm|để|góp phần|gắn|trở thành|thành|đạt|theo|vì|sẽ|đang|mà|bởi|nhưng|khi|qua đó"
    r"|từ đó|tại|có|nên|"
    r"nếu|luôn|cũng|không|là|dựa|thu hút|đưa|khơi dậy|lấy|nêu|phát huy|với|\d+ ?\Z)(?!\w)|[;()]",
    re.IGNORECASE,
)
_LAUNCHED = re.compile(
    r"(?<!\w)(?:do|được)(?: [^\s,;“”\"]+){1,14}? (?:phát động|khởi xướng|chủ trì|triển khai)(?!\w)"
)
_INTRODUCES = re.compile(
    r"(?:(?<!\w)(?:như|gồm|gồm có|bao gồm|đó là|trong đó có|nhất là|tiêu biểu là|điển hình là|đặc biệt là"
    r"|nổi bật là|cụ thể là"
    r"|có tên|tên gọi|tên là|mang tên|tiêu biểu|điển hình|nổi bật|cụ thể|sau đây|sau|trong đó"
    r"|phong trào) ?:?|:) ?[-+•]? ?(?:\(?(?:\d{1,2}|[a-z])\) ?)?\Z",
    re.IGNORECASE,
)
_SHORT_FORM = re.compile(r" \([^()“”\"\n]{2,20}\)")
_NAMED = re.compile(r"(?:có tên|tên gọi|tên là|mang tên)(?: gọi)?(?: là)? ?:? ?\Z", re.IGNORECASE)
MANY = re.compile(r"(?<!\w)(?:các|những|nhiều|hai|ba|bốn|năm|\d{1,2}) \Z", re.IGNORECASE)
"""What stands before the noun of several movements."""
_DESCRIBED = re.compile(r"[^;:]{0,60}(?:: ?[^;:,]{0,50}[;,] |; )")
_A_DAY = re.compile(r"(?:Ngày|Tuần lễ|Tuần|Tháng|Giờ) ")  # "ba đợt cao điểm: “Ngày đoàn viên”, “Tuần lễ …”"
# A contest or a month of action that a list names beside movements.
_AN_EVENT = re.compile(
    r"(?:Hội thi|Cuộc thi|Hội diễn|Hội thao|Liên hoan|Ngày hội|Tuần lễ|Chương trình|Giải thưởng|Câu lạc bộ"
    r"|Mô hình|Tháng (?:hành động|cao điểm|thanh niên|công nhân|nhân đạo|an toàn)"
    r"|Năm (?:an toàn|du lịch|thanh niên)) ",
    re.IGNORECASE,
)
_NEAR, _FAR = 90, 220
_MOST_ITEMS = 100  # no list of movements is longer; hostile input must end
# Between two items of a list: what is said of the first, then the separator.
AFTER_ITEM = re.compile(
    r"(?: ?\([^()“”\"]{1,60}\))?(?: lần thứ \w{1,6})?"
    r"(?:,? (?:trong )?(?:giai đoạn|nhiệm kỳ)[ :]*\(?\d{4} ?- ?\d{4}\)?| năm(?: học)? \d{4}(?: ?- ?\d{4})?)?"
    r"(?:,? (?:do|của|trong|ở|trên)(?: [^\s,;.:()“”\"]+){1,14}?)?"
    r"(?: ?(?:[;,.]?\n ?(?:[-+•*](?= ?)|\d{1,2}[.)](?= )|[a-zđ]\)(?= ))"
    r"|[,;/]|\.{3}|…|-(?= )|(?<!\w)(?:và|cùng với|cùng|hoặc|hay|với)(?!\w)"
    r"| [-+•](?= ))"
    r"[ ,;.…:+•*-]*(?:\((?:\d{1,2}|[a-z])\) ?)?"
    r"(?:(?:và|cùng với|cùng|hoặc|hay|đặc biệt là|đặc biệt|nhất là|tiêu biểu là|gắn với|kết hợp với"
    r"|trong đó có|đến)[ :]+)?)"
)
# "“A” có 12 tổ tham gia; “B” có 9 tổ": the same is said of each.
_SAID_OF_EACH = re.compile(r" (\w+) [^;“”\"\n]{1,80}; ?(?=[“\"][^“”\"\n]{3,120}[”\"] (\w+))")
_ADJACENT = re.compile(r"[ .…]*(?=[“\"])")
_ITEM_HEAD = re.compile(
    r"(?:(?:các|những|hai|ba|thực hiện|hưởng ứng|triển khai|tham gia|tổ chức) ){0,2}\Z", re.IGNORECASE
)
# "Chiến dịch: tình nguyện Mùa hè xanh; tình nguyện Hoa phượng đỏ": what kind of drive each is.
_VOLUNTARY = re.compile(r"(?:thanh niên )?tình nguyện (?:hè )?", re.IGNORECASE)
_COMPETE = "Thi đua"
_INITIAL = re.compile(r"(?<=[ :])\w")


@dataclass(frozen=True, slots=True)
class Item:
    """A name with its kind; `stated` is how sure the text is that it names a movement."""

    name: Name
    kind: Kind
    end: int
    """Behind the closing mark."""
    stated: float
    head: Head


def items_behind(scene: Scene, head: Head, limit: int, sentence_end: int) -> Iterator[Item]:
    """The items of the list that `head` opens. `limit` is the start of the next head."""
    first = _tight(scene, head) or _loose(scene, head, limit, sentence_end)
    current = head
    for _ in range(_MOST_ITEMS):
        if first is None:
            return
        yield first
        following = _next(scene, first, current)
        if following is None:
            return
        first, current = following


def _tight(scene: Scene, head: Head) -> Item | None:
    gap = _QUALIFIERS.match(scene.norm, head.end)
    if not gap:
        quote = scene.by_mark.get(head.end)
        return _quoted_item(scene, quote, head, 1.0) if quote else None
    starts = [match.start() for match in _INITIAL.finditer(scene.norm, head.end, gap.end())][-4:]
    # "phong trào Thi đua quyết thắng": the capital begins the name.
    within = head.end - len(_COMPETE)
    capital = (
        [within] if scene.norm[within : head.end] == _COMPETE and scene.norm[head.start].islower() else []
    )
    # Behind all qualifiers, else at one: "thi đua Thi đua quyết thắng".
    for start in (*capital, gap.end(), *reversed(starts)):
        item = _item_at(scene, start, head, lower=True, unknown=False)
        if item:
            return item
    # An unknown name begins at the first capital: "Truyền thông Thủ đô …" is one.
    unknown = next((start for start in (*starts, gap.end()) if is_name_start(scene.norm, start)), gap.end())
    return _item_at(scene, unknown, head, lower=True)


def _item_at(
    scene: Scene, start: int, head: Head, *, lower: bool, unknown: bool = True, listed: bool = False
) -> Item | None:
    quote = scene.by_mark.get(start)
    if quote is not None:
        # "phát động thi đua “…”": elsewhere the page may say that it is a drive.
        unnamed = scene.norm[head.start : head.end].casefold() == "thi đua"
        return _quoted_item(scene, quote, head, 0.95 if unnamed else 1.0)
    known = known_at(scene.norm, start)
    if known is not None:
        if is_plain(scene.norm, known, head.kind) or not (lower or is_name_start(scene.norm, start)):
            return None
        return Item(known, head.kind, known.end, 0.9, head)
    read_end = unknown_campaign_end if head.kind == "chiến dịch" else unknown_end
    end = read_end(scene.norm, start, listed=listed) if unknown else None
    if end is None:
        return None
    return Item(Name(start, end), head.kind, end, 0.6, head)


def _quoted_item(scene: Scene, quote: Quote, head: Head, stated: float) -> Item | None:
    start, end = quote.start, quote.end
    if not quote.closed:
        known = known_at(scene.norm, start)
        end = known.end if known and stops_at(scene.norm, known.end) else end
        if end >= scene.text_end:
            return None  # cut off by the end of the text
    if scene.runs_on(start, end):
        return None
    name = bare_name(scene.norm, start, end)
    if name is None or (head.peak and name.known is None and _A_DAY.match(scene.norm, name.start)):
        return None
    return Item(name, head.kind, max(quote.after, end), stated, head)


def _loose(scene: Scene, head: Head, limit: int, sentence_end: int) -> Item | None:
    quote = scene.quote_from(head.end, min(sentence_end, head.end + _FAR))
    if quote is None or quote.before >= limit:
        return None
    gap = scene.norm[head.end : quote.before]
    if "\n" in gap:
        return None
    stated = _looseness(gap, scene.norm[max(0, head.start - 12) : head.start])
    return _quoted_item(scene, quote, head, stated) if stated else None


def _looseness(gap: str, before: str) -> float:
    """How sure it is that a head names a quotation some words off, by the words between; 0: it does not."""
    if _INTRODUCES.search(gap):
        return 0.9
    if len(gap) > _NEAR:
        return 0.0
    if _DESCRIBED.fullmatch(gap) and MANY.search(before):
        return 0.7  # the list's first member is a mere description
    rest = _LAUNCHED.sub("", _NAMED.sub("", _SHORT_FORM.sub("", gap)))
    return 0.0 if _BREAK.search(rest) or rest.count(",") > 1 else 0.85


def _next(scene: Scene, item: Item, head: Head) -> tuple[Item, Head] | None:
    match = AFTER_ITEM.match(scene.norm, item.end, item.end + 200)
    start = match.end() if match else item.end
    if not match:
        each = _SAID_OF_EACH.match(scene.norm, item.end)
        further = each if each and each[1] == each[2] else _ADJACENT.match(scene.norm, item.end)
        if not further:
            return None
        start = further.end()
    other = scene.heads.first(start, start + 60)
    if other and other.group == "movement" and _ITEM_HEAD.match(scene.norm[start : other.start]):
        return None  # opens a list of its own
    kind = _VOLUNTARY.match(scene.norm, start)
    if kind and known_at(scene.norm, start) is None and known_at(scene.norm, kind.end()):
        start = kind.end()
    # A list that quotes one member quotes them all; only known names stand among them without quotes.
    quotes = scene.norm[item.end - 1] in "”\"'’"
    many = MANY.search(scene.norm, max(0, head.start - 12), head.start)
    # "3 phong trào: nông dân …, nông dân …": known members stand in small letters, too.
    parted = bool(many and not quotes and item.name.known and {",", ";"} & set(scene.norm[item.end : start]))
    opened = scene.by_mark.get(start)
    if opened and _AN_EVENT.match(scene.norm, opened.start) and known_at(scene.norm, opened.start) is None:
        return None
    found = _item_at(scene, start, head, lower=parted, unknown=bool(many and not quotes), listed=True)
    return (found, head) if found else None
