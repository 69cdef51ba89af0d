"""Pages that stand in a notice's place and are none: "not found" with status 200, a login, "under
maintenance", a parked domain, a bot challenge.

Notices report on maintenance, logins and missing things too, so a phrase alone decides nothing: it has to be
the title, or stand on a page that says hardly anything else; scripts and forms are judged by markup that no
notice has.
"""

from __future__ import annotations

import re
from typing import Literal

Impostor = Literal["bot challenge", "login page", "maintenance page", "not-found page", "parked domain"]
_SHORT = 500
"""Characters of text that such pages have at most; notices of this length exist, hence the phrases."""
_HEAD = 20_000

_CHALLENGE = re.compile(
    r"/cdn-cgi/challenge-platform|__cf_chl_|id=\"challenge-form\"|_Incapsula_Resource|sucuri_cloudproxy"
    r"|document\.cookie\s{0,3}=\s{0,3}[\"'](?:D1N|__test)=|/aes\.js\"|Your support ID is"
    r"|captcha-delivery\.com|<title>Just a moment",
    re.IGNORECASE,
)
_PASSWORD = re.compile(r"<input\b[^>]{0,300}\btype\s{0,3}=\s{0,3}[\"']?password", re.IGNORECASE)
_LOGIN = re.compile(r"(?:trang\s)?đăng nhập(?: hệ thống)?|(?:user )?log ?in|sign in", re.IGNORECASE)
_PARKED = re.compile(
    r"sedoparking\.com|parkingcrew\.net|bodis\.com|domain (?:name )?(?:is |may be )for sale|buy this domain"
    r"|tên miền (?:này )?(?:đang được |đang )?(?:rao bán|cần bán|chưa được kích hoạt|đã hết hạn)"
    r"|this account has been suspended|apache2 (?:ubuntu|debian) default page|welcome to nginx!"
    r"|<title>IIS Windows(?: Server)?</title>",
    re.IGNORECASE,
)
_MAINTENANCE = re.compile(
    r"(?:website|trang (?:web|tin|thông tin)|cổng (?:tt|thông tin)|hệ thống|hosting|máy chủ)[^.\n]{0,60}?"
    r"(?:đang|tạm (?:ngừng|dừng|ngưng))[^.\n]{0,40}?(?:bảo trì|bảo dưỡng|nâng cấp)"
    r"|(?:under|down for|scheduled) maintenance|site is (?:being updated|under construction)"
    r"|đang (?:được )?(?:bảo trì|nâng cấp)[^\n]{0,80}(?:quay lại|trở lại) sau",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(
    r"(?:lỗi|error)\s{0,3}:?\s{0,3}404|404\s{0,3}(?:[-–:|]\s{0,3})?(?:not found|error|không tìm thấy)"
    r"|(?:page|file|resource) (?:can ?not be|could not be|was not|not) found"
    r"|không tìm thấy (?:trang|nội dung|bài viết|tin bài|đường dẫn|dữ liệu|kết quả)"
    r"|(?:trang|nội dung|bài viết|tin bài|tin|đường dẫn|liên kết)(?: này| bạn[^.\n]{0,40}| quý[^.\n]{0,40})?"
    r" (?:không (?:còn )?tồn tại|đã bị (?:xóa|xoá|gỡ)|không được tìm thấy)",
    re.IGNORECASE,
)
_PHRASES: tuple[tuple[Impostor, re.Pattern[str]], ...] = (
    ("not-found page", _NOT_FOUND),
    ("maintenance page", _MAINTENANCE),
)


def impostor(html: str, title: str | None, body: str) -> Impostor | None:
    """What a page is that is no notice; None for all that may be one.

    `html`: the page's markup; `title`, `body`: what was read from it.
    """
    if len(body) > _SHORT:
        return None
    head = html[:_HEAD]
    if _CHALLENGE.search(head):
        return "bot challenge"
    if _PARKED.search(head):
        return "parked domain"
    heading = " ".join((title or "").split())
    if _PASSWORD.search(html) and (_LOGIN.match(heading) or _LOGIN.match(body.lstrip())):
        return "login page"
    for kind, phrase in _PHRASES:
        if phrase.match(heading) or _says_little_else(phrase, body):
            return kind
    return None


def _says_little_else(phrase: re.Pattern[str], body: str) -> bool:
    """Whether the text begins with the phrase, or is hardly longer."""
    found = phrase.search(body)
    return found is not None and (found.start() < 30 or len(body) - len(found[0]) < 150)
