"""What a document is to the notice: its subject, an award, a basis or a mere mention.

The words that govern the citation decide: "ban hành Kế hoạch số …" makes a subject, "thực hiện", "theo",
"căn cứ" a basis, a decision beside "tặng Bằng khen" an award. A list is governed by what stands before its
first member. Every passage casts a vote with a weight, and the heaviest settles the role.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from parsers.notice import Role

_GRANT = re.compile(
    r"Bằng khen|[Hh]uy hiệu|[Gg]iấy khen|[Cc]ờ (?:[Tt]hi đua|thưởng|đơn vị)|Huân chương|Huy chương"
    r"|Kỷ niệm chương|danh hiệu|(?:tặng|trao|nhận) (?:bằng khen|giấy khen|cờ )"
    r"|tặng thưởng|khen thưởng (?:cho|đối với|đột xuất|\d)|được khen|truy tặng|phong tặng"
    r"|(?i:chiến sĩ (?:thi đua|tiên tiến)|lao động (?:tiên tiến|xuất sắc)|đơn vị (?:quyết thắng|tiên tiến)"
    r"|(?:nhà giáo|thầy thuốc|nghệ sĩ|nghệ nhân) (?:nhân dân|ưu tú)|anh hùng lao động|lá cờ đầu)"
)
# Above "(Kèm theo Quyết định số …)": "DANH SÁCH TẬP THỂ ĐƯỢC TẶNG BẰNG KHEN".
_ROLL = re.compile(r"tặng|khen thưởng|được khen|danh hiệu", re.IGNORECASE)
_ENCLOSED = re.compile(r"[Kk]èm theo(?: các)?\s?$")
_GRANTS = re.compile(
    r"(?:(?!(?<!ký )ban hành|[Qq]uy chế|[Qq]uy định|[Kk]ế hoạch|sửa đổi|tổ chức|thành lập|kiện toàn)"
    r"[^.;\n]){0,150}?"
    r"(?<!\w)(?<!xét )(?:tặng(?! (?:hoa|quà|lẵng|tiền|sách|suất))"
    r"|truy tặng|công nhận (?:danh hiệu|tập thể|cá nhân|chiến sĩ|đạt)"
    r"|khen thưởng (?:cho|các|đối với|thành tích|tập thể|\d))"
)
_GRANT_TITLE = re.compile(
    r"(?:tặng|truy tặng|công nhận danh hiệu|khen thưởng (?:cho|các|đối với|thành tích|tập thể|cá nhân))",
    re.IGNORECASE,
)
_RULES = re.compile(r"quy chế|quy định|kế hoạch|ban hành|hướng dẫn", re.IGNORECASE)
_BASIS = re.compile(
    r"(?<!\w)(?i:thực hiện|triển khai|theo(?! đó)|căn cứ(?: vào)?|quán triệt|trên cơ sở|cơ sở|cụ thể hóa"
    r"|thay thế|thay cho|sửa đổi|bổ sung|bãi bỏ|hủy bỏ|hủy|thu hồi|trái|trái với|vi phạm|quy định"
    r"|áp dụng|bám sát|hưởng ứng|tuyên truyền|chấp hành|tinh thần|xét|đề nghị|tại|kèm theo|phổ biến|tổng kết"
    r"|sơ kết|học tập|đúng|dẫn chiếu|đối chiếu|tuân thủ|bằng|nghiên cứu|thi hành|tiếp thu|được sự"
    r"|yêu cầu|nội dung|phù hợp với|ngay sau|tập huấn)(?!\w)"
)
# "Nghị quyết 20 … được các cấp công đoàn quán triệt".
_CARRIED_OUT = re.compile(
    r"(?:[^.;\n]|(?<=\d)\.(?=\d)){0,200}?(?<!\w)được(?: [^\s.;,]+){0,7} "
    r"(?:quán triệt|triển khai|thực hiện|cụ thể hóa|phổ biến)(?!\w)"
)
_ASIDE = re.compile(
    r"(?:[Gg]ắn (?:[^.;,]{0,50}? )?(?:với|liền với|chặt với)(?: việc)?(?: đẩy mạnh| tiếp tục| quán triệt)?"
    r"(?: thực hiện| học tập| triển khai)?|dự thảo)[^.;,]{0,30}$"
)
_ISSUE = re.compile(
    r"(?<!\w)(?P<verb>(?i:ban hành|ký ban hành)|ký|xây dựng|ra|(?<!đó )có|phát hành|phát đi|thông qua|gửi"
    r"|ban bố|công bố|trao|(?:tiếp |đón )?nhận(?: được)?)"
    r"(?: (?:ban hành|tiếp|ngay|liên tiếp|thêm|các|hai|ba|bốn|năm|\d{1,2}|nhiều|một số|một"
    r"|bản|\w+ văn bản))*\s*"
    r"(?:(?:nghị quyết|văn bản|quyết định|kế hoạch|tài liệu)(?: [^.;:\n]{1,80})?:[\s+•-]*)?$"
)
_EARLIER = re.compile(r"[\s“]*Trước (?:đó|đây)(?!\w)")
# "Đây là nội dung tại Chỉ thị số …", "Đó là yêu cầu của UBND tỉnh tại Công văn số …".
_TOLD = re.compile(
    r"(?:^|[\n“(.] ?)(?:Đây|Đó|Trên đây|Trên)(?: cũng| chính)? là [^.;:\n]{3,90} (?:tại|trong|của) $"
)
# "Tại Nghị quyết số 125/NQ-CP, Chính phủ đã thông qua …".
_STATED = re.compile(r"(?:^|[\n“.]\s?)Tại (?:các )?$")
_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch"})
_ONCE = re.compile(r"(?<!\w)(?:[Ss]au khi|[Tt]ừ khi|[Kk]hi|[Nn]gay khi|[Kk]ể từ khi)(?: [^.;:,\n]{1,60})? ?$")
_BY = re.compile(
    r"[^.;:,]{0,60}?(?:vừa|mới) (?:được )?[^.;:,]{0,50}?(?:ban hành|ký|thông qua|phát đi"
    r"|phát hành|công bố)(?!\w)"
)
_THEO = re.compile(
    r"(?:^|[\n(“]\s*|được (?:tổ chức|thực hiện|triển khai|phát động"
    r"|tiến hành)(?: \w+){0,3} )(?:[Tt]heo|Tại) (?:nội dung )?$"
)
_OPENS = re.compile(r"[\s+*•“(-]*(?:(?:Theo đó|Trong đó|Cụ thể|Cùng với đó|Bên cạnh đó),? )?")
_FURTHER = re.compile(
    r"(?:[Xx]em|[Cc]hi tiết|[Tt]oàn văn|[Nn]guồn:?|[Tt]ải(?: về)?:?|[Gg]ửi kèm|[Đđ]ính kèm"
    r"|(?<!ban hành )[Kk]èm theo:?)"
    r"(?: (?:thêm|chi tiết|nội dung|toàn văn|tại|về|theo|văn bản)){0,3}:?\s?$"
)
_PLANS = frozenset(
    {
        "Kế hoạch",
        "Hướng dẫn",
        "Chương trình",
        "Chỉ thị",
        "Thông báo",
        "Chương trình hành động",
        "Công văn",
        "Đề án",
    }
)
_LEAD = 900


@dataclass(frozen=True, slots=True)
class Citation:
    """What the role of one passage depends on.

    `before` is the sentence up to the head of its list, `after` what follows the number; `local` tells
    whether the document is of the notice's own province or body rather than of the State's or Party's top.
    """

    before: str
    after: str
    start: int
    kind: str | None
    local: bool
    opens_line: bool
    in_title: bool
    above: str
    """The lines above its sentence."""
    normative: bool
    """A number with a year (`44/2018/QĐ-UBND`): rules, never an award."""
    title: str
    past: bool = False
    """Issued years before the notice, which then cannot be about its issue."""


def vote(citation: Citation) -> tuple[Role, float]:
    """The role that one passage gives its document, and the weight of it."""
    told = _as_subject(citation)
    if told and told[0] == "subject" and citation.past and not citation.in_title and not _heads(citation):
        told = None
    return _as_award(citation) or told or _as_basis(citation) or _unsaid(citation)


def _as_award(citation: Citation) -> tuple[Role, float] | None:
    if citation.kind != "Quyết định" or citation.normative:
        return None
    if _heads(citation):
        own = citation.title or citation.after
        return ("award", 10) if _GRANT_TITLE.search(own) and not _RULES.search(own) else None
    if _ENCLOSED.search(citation.before) and _ROLL.search(citation.above):
        return "award", 8
    granted = _GRANT.search(citation.before[-220:]) or _GRANTS.match(citation.after)
    return ("award", 8) if granted else None


def _as_subject(citation: Citation) -> tuple[Role, float] | None:
    before = citation.before[-160:]
    if _heads(citation):
        return "subject", 9
    if _ASIDE.search(before):
        return "mention", 4
    if issue := _ISSUE.search(before):
        if _EARLIER.match(citation.before):
            return "mention", 4
        if _ONCE.search(before[: issue.start()]):
            return "basis", 4
        return _issued(citation, issue["verb"].lower())
    return _told(citation, before)


def _told(citation: Citation, before: str) -> tuple[Role, float] | None:
    if citation.local and _TOLD.search(before):
        return "subject", 6
    if citation.local and citation.kind in _PLANS and _THEO.search(before):
        return "subject", 5.5
    if citation.local and citation.kind not in _LAWS and _STATED.search(before):
        return "subject", 5.5
    announced = _announced(citation) and not _BASIS.search(before[-40:])
    if announced or _BY.match(citation.after):
        return "subject", 6
    return ("subject", 4) if _FURTHER.search(before) else None


def _as_basis(citation: Citation) -> tuple[Role, float] | None:
    before = citation.before[-160:]
    words = [*_BASIS.finditer(before)]
    if not words:
        return ("basis", 2) if _CARRIED_OUT.match(citation.after) else None
    return "basis", 5 if len(before) - words[-1].end() < 40 else 3


def _unsaid(citation: Citation) -> tuple[Role, float]:
    if citation.in_title:
        return "subject", 6
    opens = _OPENS.fullmatch(citation.before) and citation.local and not citation.past
    return ("subject", 3.5) if opens and citation.start < _LEAD else ("mention", 1)


def _heads(citation: Citation) -> bool:
    return citation.opens_line and citation.start < 1500


def _announced(citation: Citation) -> bool:
    """Whether the headline announces a document of this type."""
    return (
        citation.local
        and citation.kind is not None
        and re.search(rf"ban hành[^.]{{0,30}}{citation.kind}|^{citation.kind}", citation.title, re.IGNORECASE)
        is not None
    )


def _issued(citation: Citation, verb: str) -> tuple[Role, float]:
    lead = citation.in_title or citation.start < _LEAD
    if "nhận" in verb:
        return "basis", 2
    if citation.local and lead:
        return "subject", 7
    if citation.local:
        announced = verb in ("ban hành", "ký ban hành", "thông qua", "công bố")
        return ("subject", 4.5) if announced else ("mention", 2)
    headed = citation.kind is not None and citation.kind.casefold() in citation.title.casefold()
    if not lead:
        return "mention", 2
    return "subject", 6 if headed else 2.5


def settle(votes: Iterable[tuple[Role, float]]) -> Role:
    """One role from the votes of all passages of a document."""
    return max(votes, key=lambda cast: cast[1])[0]
