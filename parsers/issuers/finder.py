"""Which body issued a document: from the wording at its number, else from its code and the notice's province.

Wording is sought in this order: "của X" behind the number or its date, the heading of an official text, "X
tại Tờ trình số …", the body that issues it or confers the award in the sentence. A body found before the
number counts only if it can be meant by the code (`TTg` is the Prime Minister's). Where neither tells, None.
"""

from __future__ import annotations

import re
from collections import Counter

from parsers.documents.numbers import NumberMention
from parsers.found import Source, Span
from parsers.issuers.codes import central, coded_name, fits, is_joint, organ_code, organ_part
from parsers.issuers.headings import headed_issuer, in_running_text
from parsers.issuers.names import PLACE_NAME, BodyName, names_in, read_name
from parsers.issuers.places import Places
from parsers.issuers.short import ShortForms
from parsers.text import without_quotations

_DAY = (
    r"(?:\d{1,2} ?[-/.] ?\d{1,2}(?: ?[-/.] ?\d{2,4})?|\d{1,2}\s?tháng \d{1,2}(?:\s?năm \d{4})?"
    r"|năm \d{4}|\d{4})"
)
_OF = re.compile(
    rf"[)”\"]?[\s,(]*(?:(?:được |do )?(?:ký |ban hành )*(?:cùng )?(?:ngày\s)?{_DAY}[\s,)]*)?"
    r"(?:(?:vừa|đã|mới) )?(?:được |ban hành |ký )*"
    r"(?:(?:tại |của )?Hội nghị (?:lần thứ \w+(?: \w+)?,? ?(?:của )?(?=B)|toàn quốc )|(?:của|do)\s)"
    r"(?:các |đồng chí |ông |bà )?",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"(?<!\w)của ")
# "Chương trình phối hợp số … giữa A và B".
_BETWEEN = re.compile(rf"[\s,(]*(?:ngày\s)?(?:{_DAY}[\s,)]*)?giữa\s")
# "… vừa được Chủ tịch UBND tỉnh Lê Văn An ký ngày 3/5".
_SIGNED_BY = re.compile(r"[\s,]*(?:(?:vừa|đã|mới) )?được (?:đồng chí |ông |bà )?")
_SIGNED = re.compile(r"[^.,;:\n\d]{0,40}?(?<!\w)(?:ký|ban hành|phê duyệt|thông qua)(?!\w)")
# "Tại Công văn số 5/UBND-NN, Chủ tịch UBND tỉnh giao …"
_SAYS = re.compile(rf"[\s(]*(?:(?:ngày\s)?{_DAY}[\s)]*)?, ?")
_BY = re.compile(r"[Tt](?:ại|heo) $")
_SAID = re.compile(
    r",? (?:đã |vừa )?(?:giao|yêu cầu|chỉ đạo|quyết định|tặng|phê duyệt|đề nghị|thống nhất|cho phép)"
)
_VERB = re.compile(
    r"(?:ban hành|xây dựng|ký|ra|(?<!\d )có|phát hành|gửi|thông qua|trả lời|tặng|trao|phê duyệt|công bố"
    r"|quyết định)(?!\w)"
)
_CARRIES_OUT = re.compile(
    r"(?<!\w)(?:thực hiện|triển khai|thi hành|theo|căn cứ|hưởng ứng|học tập|quán triệt|chấp hành"
    r"|tinh thần)(?!\w)"
)
_NEXT_CLAUSE = re.compile(r"[^;\d]*;")
_UNIT_REACH = 110
_UNIT_ISSUES = re.compile(
    rf"(?<!\w)(?P<level>(?i:tỉnh|thành phố|huyện|quận|thị xã|(?<!thị )xã|phường|thị trấn))"
    rf"(?P<place> {PLACE_NAME})? (?:(?:cũng|đã|vừa|mới|còn|kịp thời|chủ động) ){{0,3}}"
    r"(?:ban hành|xây dựng|có|ra|ký|gửi)(?: [^\W\d_]+){0,3} $"
)
# Where the unit is not the one that acts: "tại huyện …", "UBND huyện …", "các xã …".
_INSIDE = re.compile(
    r"(?<!\w)(?:tại|ở|của|trong|về|cho|từ|đến|trên địa bàn|toàn|UBND|HĐND|ủy ban nhân dân|Chủ tịch|các"
    r"|mỗi|từng) (?:các )?$",
    re.IGNORECASE,
)
_AT = re.compile(r"(?<!\w)tại (?:các )?$")
_NUMBERED = re.compile(r"\d(?:[/-][A-ZĐ]+)+")
_GENERIC = re.compile(
    r"(?:Đảng|Trung ương|Lữ đoàn|Sư đoàn|Trung đoàn|Quân khu|TW|Hội|Đoàn|Ban|Cục|Bộ|Sở|Phòng|Trường"
    r"|Công ty|Khối|Cụm"
    r"|Hội đồng|Đảng bộ|Công đoàn|Ủy ban|Viện|Vụ|Ban Thường vụ|Chi cục|Trung tâm)$"
)
_PLENUM = re.compile(r"Nghị quyết (?:Hội nghị )?(?:Trung ương|TW)")
# Codes of a kind of body that the text alone tells apart.
_KINDS = {"ĐUK": "Đảng ủy Khối", "ĐU": "Đảng ủy", "BCĐ": "Ban Chỉ đạo"}
_OUR_SCHOOL = re.compile(r"(?:N|n)hà trường(?!\w)")
_LINK = re.compile(r", | và | - ")
_MOST_ORGANS = 6
# The body ahead owns another document: "Nghị quyết 21 của X và Quy định 37".
_OWNER = re.compile(
    r"\d[\w/.-]*[\s,(]{0,3}(?:ngày [\d/.-]{4,10}(?:\s?tháng \d{1,2} năm \d{4})?[ ,)]{0,3})?"
    r"(?:ban hành )?của (?:các )?$"
)
_READ = 20_000  # characters of a text in which names of bodies are gathered
# Whose signature is not the body's own: "Giám đốc Sở Y tế tại Tờ trình số …".
_HOLDER = re.compile(
    r"^(?:Phó )?(?:Giám đốc|Trưởng ban|Trưởng(?= Ban)|Cục trưởng|Chi cục trưởng|Trưởng phòng"
    r"|Bộ trưởng) (?=[A-ZĐ])"
)


class IssuerFinder:
    """Finds the issuers of one notice's documents; made once a notice."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._places = Places.of(source)
        self._names: list[str] | None = None
        self._short: ShortForms | None = None

    def named(self, number: NumberMention, span: Span, sentence: tuple[int, int], first: int) -> str | None:
        """The body that the wording around one passage names, in full, else None.

        `sentence` is the one around the number, `first` where the list begins that the number belongs to.
        """
        text = self._source.text(span.where).norm
        found = self._behind(text, span.end, number) or self._saying(text, span.end, number)
        found = found or self._within(text, number, span.start)
        if found is None and number.opens_line:
            found = headed_issuer(text, span.end, number, self._places, self._source.title.norm)
            found = found or self.coded(number)
        return found or self._unit(text, number, sentence) or self._ahead(text, number, sentence, first)

    def local(self, number: NumberMention, issuer: str | None) -> bool:
        """Whether the document is of the notice's own level: in a province's, none of a central organ."""
        return self._places.province is None or not central(number, issuer)

    def coded(self, number: NumberMention) -> str | None:
        """The body that the code alone means in this notice, else None."""
        return coded_name(number, self._places) or self._by_kind(number) or self._by_initials(number)

    def _behind(self, text: str, end: int, number: NumberMention) -> str | None:
        match = _OF.match(text, end) or (_BETWEEN.match(text, end) if is_joint(number) else None)
        if match and self._places.school and _OUR_SCHOOL.match(text, match.end()):
            return self._places.school
        name = read_name(text, match.end()) if match else _signer(text, end)
        if name is None:
            return None
        if name.text in ("TW", "Trung ương", "Trung ương Đảng"):
            return name.text if organ_code(number) in (None, "TW") else None
        full = self._full(name.text, number)
        return self._joined(text, name, full, number) if full and is_joint(number) else full

    def _within(self, text: str, number: NumberMention, start: int) -> str | None:
        """The body between type and number: "Quyết định của Thủ tướng số 1620"."""
        of = _WITHIN.search(text, number.head, start)
        name = read_name(text, of.end(), start) if of else None
        return self._full(name.text, number) if name else None

    def _joined(self, text: str, first: BodyName, names: str, number: NumberMention) -> str:
        """The names of all organs that issue a joint document, linked as printed."""
        end = first.end
        for _ in range(_MOST_ORGANS):
            link = _LINK.match(text, end)
            name = read_name(text, link.end()) if link else None
            if link is None or name is None or not (full := self._full(name.text, number)):
                break
            if names.removeprefix(first.text) == full.removeprefix(name.text.split()[0]):
                names = first.text  # "Thường trực HĐND và UBND tỉnh": the place stands once
            names, end = f"{names}{link.group()}{full}", name.end
        return names

    def _saying(self, text: str, end: int, number: NumberMention) -> str | None:
        says = _SAYS.match(text, end)
        lead = _BY.search(text, max(0, number.head - 6), number.head) if says else None
        if says is None or lead is None or not (number.parts or lead.group().casefold() == "tại "):
            return None  # "Theo Nghị quyết 68, UBND tỉnh giao …" may speak of another's
        name = read_name(text, says.end())
        return self._if_fits(name.text, number) if name and _SAID.match(text, name.end) else None

    def _unit(self, text: str, number: NumberMention, sentence: tuple[int, int]) -> str | None:
        """The committee of a unit that issues it: "Huyện Diễn Châu đã ban hành Kế hoạch số 45/KH-UBND"."""
        if organ_code(number) != "UBND":
            return None
        unit = _UNIT_ISSUES.search(text, max(sentence[0], number.head - _UNIT_REACH), number.head)
        if unit is None or _INSIDE.search(text, max(sentence[0], unit.start() - 16), unit.start()):
            return None
        return self._full(f"UBND {unit['level'].lower()}{unit['place'] or ''}", number)

    def _ahead(self, text: str, number: NumberMention, sentence: tuple[int, int], first: int) -> str | None:
        code, head = organ_code(number), number.head
        for name in reversed(names_in(text, max(sentence[0], head - 260), head)):
            if _GENERIC.match(name.text) or _PLENUM.search(text[max(0, name.start - 16) : name.end]):
                continue
            if _OWNER.search(text, max(0, name.start - 60), name.start):
                continue
            if ";" in text[name.end : head] and _NUMBERED.search(text, sentence[0], name.start):
                continue  # the list's member before names its own body
            between = text[name.end : head]
            if _AT.search(between) and len(between) < 90:
                return self._if_fits(name.text, number, holder=number.kind == "Quyết định")
            if _NUMBERED.search(between) and first == head:
                return None
            if code or number.parts == () or len(between) < 90:
                if not code and not _issues(between):
                    continue
                signed = number.kind == "Quyết định"  # others a holder signs for the body
                if fitting := self._if_fits(name.text, number, holder=signed):
                    return fitting
        return None

    def _full(self, name: str, number: NumberMention) -> str | None:
        coded = coded_name(number, self._places)
        full = self._places.complete(self._forms().expand(name, coded))
        return None if _GENERIC.match(full) else full

    def _if_fits(self, name: str, number: NumberMention, *, holder: bool = True) -> str | None:
        full = self._full(name, number)
        if full and number.year and organ_code(number) == "UBND":
            full = full.removeprefix("Chủ tịch ")  # norms are the committee's (Law 80/2015/QH13, Art. 4)
        if full and not holder:
            full = _HOLDER.sub("", full)
        return full if full and fits(full, number) else None

    def _by_kind(self, number: NumberMention) -> str | None:
        """The one body of the code's kind that the text names: `14-KH/ĐUK`, "Đảng ủy Khối …"."""
        head = _KINDS.get(organ_code(number) or "")
        only = self._forms().only(head) if head else None
        return self._places.complete(only) if only else None

    def _forms(self) -> ShortForms:
        if self._short is None:
            agency = in_running_text(self._source.agency) if self._source.agency else None
            self._short = ShortForms(self._all_names, agency)
        return self._short

    def _all_names(self) -> list[str]:
        if self._names is None:
            bodies: list[BodyName] = []
            for _, text in self._source.parts:
                bodies += names_in(text.norm, 0, min(len(text.norm), _READ))
            self._names = [self._places.complete(body.text) for body in bodies]
        return self._names

    def _by_initials(self, number: NumberMention) -> str | None:
        """A body of the text whose initials the code is: `TB-TTYT`, Trung tâm Y tế huyện Trùng Khánh."""
        part = organ_part(number)
        if part is None or len(part) < 2 or not part.isupper():
            return None
        fitting = Counter(name for name in self._all_names() if _initials(name, part))
        ranked = fitting.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return self._forms().expand(ranked[0][0])


def _issues(between: str) -> bool:
    """Whether the words from a body to a number tell that it issues it, and not that it carries it out."""
    between = without_quotations(between)
    verbs = list(_VERB.finditer(between))
    behind = between[verbs[-1].end() :] if verbs else ""
    return bool(verbs) and not _CARRIES_OUT.search(behind) and not _NEXT_CLAUSE.match(behind)


def _signer(text: str, end: int) -> BodyName | None:
    """Who is told to have signed what stands before `end`."""
    match = _SIGNED_BY.match(text, end)
    name = read_name(text, match.end()) if match else None
    return name if name and _SIGNED.match(text, name.end) else None


def _initials(name: str, code: str) -> bool:
    own, _, _ = name.partition(" HĐND")
    own = re.sub(r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|UBND)(?: .*)?$", "", own)
    letters = "".join(
        word if word.isupper() else word[0].upper() for word in re.findall(r"\w+", own) if word != "và"
    )
    return letters == code
