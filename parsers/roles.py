"""What a document is to the notice: its subject, an award, a basis or a mere mention.

The verb that governs the citation decides ("ban hành", "thực hiện", "theo", "tặng Bằng khen … theo"), then
the position: the document in whose heading or title the notice stands is its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.notice import Role

_AWARD = re.compile(
    r"Bằng khen|Giấy khen|[Cc]ờ (?:thi đua|thưởng)|Huân chương|Huy chương|Kỷ niệm chương|danh hiệu|tặng thưởng|khen thưởng (?:cho|đối với|\d)"
    r"|được khen|truy tặng|phong tặng|tuyên dương|vinh danh"
)
_BASIS = re.compile(
    r"(?i:thực hiện|triển khai|theo|căn cứ|quán triệt|trên cơ sở|cụ thể hóa|thay thế|sửa đổi|bổ sung|bãi bỏ|quy định|áp dụng|bám sát"
    r"|hưởng ứng|tuyên truyền|chấp hành|tinh thần|xét đề nghị|xét|đề nghị|tại|kèm theo|ý kiến|chỉ đạo|phổ biến|tổng kết|sơ kết|học tập|đúng)(?!\w)"
)
_ISSUE = re.compile(r"(?:ban hành|ký|ra|có|phát hành|thông qua|gửi)(?: (?:ban hành|tiếp|ngay|các|hai|ba|\d+))? ?$")


def role_at(
    text: str, start: int, end: int, sentence: tuple[int, int], *, kind: str | None, opens_line: bool, in_title: bool, first: bool
) -> tuple[Role, int]:
    """The role that one passage gives its document, and how strong the evidence is (higher wins)."""
    before = text[sentence[0] : start]
    after = text[end : min(sentence[1], end + 160)]
    if opens_line and start < 700:
        return "subject", 9
    if kind == "Quyết định" and (_AWARD.search(before[-200:]) or re.search(r"^[^.;]{0,90}?(?:tặng|khen thưởng|công nhận danh hiệu)", after)):
        return "award", 8
    near = before[-60:]
    if _ISSUE.search(near):
        return "subject", 7
    if _BASIS.search(before[-200:]):
        return "basis", 5
    return ("subject", 3) if in_title else ("mention", 1)


def settle(votes: Iterable[tuple[Role, int]]) -> Role:
    """One role from those of all passages of a document."""
    return max(votes, key=lambda vote: vote[1])[0]
