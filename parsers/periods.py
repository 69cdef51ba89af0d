"""When the campaigns or plans that a notice is about run.

Most stretches of a notice are background: a congress's term, the span of a cited policy, the years of another
movement, the dates of a festival or of an application. A stretch is a period only where the words of its own
sentence (or the heading above it) say that a campaign runs for so long: a schedule ("Thời gian thực hiện: …"), a
campaign that lasts, a numbered phase of it, or a named campaign that the sentence or the title launches.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from parsers.date_gaps import from_now
from parsers.dates import CalendarDate
from parsers.found import Found, Source, Span
from parsers.notice import Movement
from parsers.text import sentences

_CAMPAIGN = (
    r"đợt[ ](?:phát[ ]động[ ])?(?:thi[ ]đua|cao[ ]điểm|ra[ ]quân|hoạt[ ]động|sinh[ ]hoạt[ ]chính[ ]trị|tổng[ ]kiểm[ ]tra|tuyên[ ]truyền)|"
    r"phong[ ]trào|cuộc[ ]vận[ ]động|chiến[ ]dịch|cao[ ]điểm|(?:đợt|lễ|buổi)[ ]phát[ ]động|phát[ ]động|ra[ ]quân|"
    r"tháng[ ](?:hành[ ]động|cao[ ]điểm|thanh[ ]niên|công[ ]nhân|an[ ]toàn)|\d{2,3}[ ]ngày(?:[ ]đêm)?|thi[ ]đua"
)
_CAMPAIGNS = re.compile(rf"(?<!\w)(?:{_CAMPAIGN})(?!\w)", re.IGNORECASE)
# What runs for a while and is no campaign; also what a stretch measures that is over.
_OTHER = (
    r"lễ[ ]hội|festival|hội[ ]chợ|cuộc[ ]thi|hội[ ]thi|hội[ ]thao|hội[ ]diễn|giải[ ]|triển[ ]lãm|hội[ ]nghị|đại[ ]hội|kỳ[ ]họp|"
    r"nhận[ ]hồ[ ]sơ|nhận[ ]phiếu|nộp|đăng[ ]ký|bình[ ]chọn|tính[ ]thành[ ]tích|thanh[ ]tra|kiểm[ ]tra|công[ ]tác|tuyển[ ]dụng|tập[ ]huấn|"
    r"nhiệm[ ]kỳ|kế[ ]hoạch[ ]5[ ]năm|kế[ ]hoạch[ ]năm[ ]năm|năm[ ]học|nghỉ[ ]lễ|"
    r"tổng[ ]kết|sơ[ ]kết|kết[ ]quả|báo[ ]cáo|biểu[ ]dương|tuyên[ ]dương|thành[ ]tích|điển[ ]hình|nhìn[ ]lại|đánh[ ]giá|"
    r"tiếp[ ]tục|như:|gồm:|gắn[ ]với[ ]phong[ ]trào|"
    r"(?:nghị[ ]quyết|quyết[ ]định|chỉ[ ]thị|đề[ ]án|chiến[ ]lược|quy[ ]hoạch|chương[ ]trình[ ](?:mục[ ]tiêu|mtqg|hành[ ]động)|nhiệm[ ]vụ[ ]phát[ ]triển)"
)
_OTHERS = re.compile(rf"(?<!\w)(?:{_OTHER})", re.IGNORECASE)
_SCHEDULE = re.compile(
    r"(?<!\w)thời[ ]gian(?:[ ](?:phát[ ]động|thực[ ]hiện|thi[ ]đua|tổ[ ]chức|triển[ ]khai|diễn[ ]ra|tiến[ ]hành|của|chiến[ ]dịch|đợt|cao[ ]điểm|"
    r"phong[ ]trào|kế[ ]hoạch|hoạt[ ]động|và|các|giai[ ]đoạn|được|là|bắt[ ]đầu)){0,8}[ ]?(?:\([^()\n]{0,30}\))?[ ]?:?[ ]?(?P<rest>[^.;\n]{0,90})$",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?<!\w)(?:thời[ ]gian|tiến[ ]độ)(?!\w)", re.IGNORECASE)
_PHASE = re.compile(
    r"(?<!\w)(?:đợt|giai[ ]đoạn|chặng|bước|kỳ)[ ](?:\d|[IVX]{1,4}|một|hai|ba|bốn|thứ[ ](?:nhất|hai|ba))[ ]?(?:\([^()\n]{0,30}\))?[ ]?[:,(-]?[ ]?"
    r"(?:(?:được|sẽ|bắt[ ]đầu|kéo[ ]dài|diễn[ ]ra|tiến[ ]hành|thực[ ]hiện|tính|thời[ ]gian|trong)[ ]){0,4}:?[ ]?(?:kể[ ])?(?:từ[ ])?(?:ngày[ ]|tháng[ ]|năm[ ]){0,2}$",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"(?<!\w)(?:kéo[ ]dài|diễn[ ]ra|bắt[ ]đầu|thực[ ]hiện|triển[ ]khai|phát[ ]động|tổ[ ]chức|mở|tiến[ ]hành|từ|trong|hưởng[ ]ứng)(?!\w)",
    re.IGNORECASE,
)
_LAUNCH = re.compile(
    r"(?<!\w)(?:phát[ ]động|ban[ ]hành|triển[ ]khai|ký[ ]kết|tổ[ ]chức[ ]thực[ ]hiện|cùng[ ]thực[ ]hiện|ra[ ]quân)(?!\w)", re.IGNORECASE
)
_NAMED = re.compile(
    r"(?<!\w)(?:phong[ ]trào|đợt[ ]thi[ ]đua|cuộc[ ]vận[ ]động|chiến[ ]dịch|chương[ ]trình[ ]phối[ ]hợp|kế[ ]hoạch[ ]phối[ ]hợp)(?!\w)", re.IGNORECASE
)
_TASKS = re.compile(r"(?<!\w)(?:nhiệm[ ]vụ|phương[ ]hướng|phát[ ]động|triển[ ]khai|kế[ ]hoạch)(?!\w)[^.;\n]{0,80}$", re.IGNORECASE)
_SUMMED = re.compile(r"(?<!\w)(?:sơ[ ]kết|tổng[ ]kết|kết[ ]quả)(?!\w)[^.;,\n]{0,80}$", re.IGNORECASE)
_AFTERWARDS = re.compile(
    rf"^[ ]?\)?,[^.;\n]{{0,90}}?(?<!\w)(?:mở|phát[ ]động|tổ[ ]chức|thực[ ]hiện|triển[ ]khai|hưởng[ ]ứng|ra[ ]quân)(?!\w)[^.;,\n]{{0,30}}?(?:{_CAMPAIGN})",
    re.IGNORECASE,
)
_LEAD = 700


def find_periods(
    source: Source, dates: Sequence[Found[CalendarDate]], movements: Sequence[Found[Movement]]
) -> list[Found[str]]:
    """EDTF intervals of the campaigns and plans that the notice is about, one `Found` a mention.

    "từ nay đến …" begins on the date of publication, `..` where that is unknown.
    """
    about = bool(_CAMPAIGNS.search(source.title.norm) or _CAMPAIGNS.search(source.body.norm, 0, _LEAD))
    titled = {m.value.name.casefold() for m in movements if m.value.name.casefold() in source.title.norm.casefold()}
    found: list[Found[str]] = []
    for where, text in source.parts:
        norm = text.norm
        spans = sentences(norm)
        starts = [start for start, _ in spans]
        for item in dates:
            if item.span.where != where:
                continue
            value, now = item.value.edtf, False
            if from_now(norm, item.span.start):
                now = True
                value = value if "/" in value else f"../{value}"
            if "/" not in value or not item.value.counted:
                continue
            i = max(0, bisect_right(starts, item.span.start) - 1)
            start, end = spans[i]
            left, right = norm[max(start, item.span.start - 260) : item.span.start], norm[item.span.end : end]
            heading = norm[slice(*spans[i - 1])] if i and spans[i - 1][1] - spans[i - 1][0] < 80 else ""
            if where == "title":
                confidence = _in_title(left, item.value)
            else:
                confidence = _in_body(left, right, heading, item.value, about, now)
            if confidence < 0.5 and _of_titled(item.span, movements, titled):
                confidence = 0.6
            if confidence:
                found.append(Found(value, item.span, confidence))
    return found


def _of_titled(span: Span, movements: Sequence[Found[Movement]], titled: set[str]) -> bool:
    """Whether a stretch stands in or right behind the name of a movement that the title names."""
    return any(
        m.span.where == span.where
        and m.value.name.casefold() in titled
        and m.value.period
        and m.span.start <= span.start <= m.span.end + 24
        for m in movements
    )


def _years_only(value: CalendarDate) -> bool:
    return all(len(part) == 4 for part in value.edtf.split("/"))


def _months_of_year(value: CalendarDate) -> bool:
    return len(value.edtf) == 15 and value.edtf[:4] == value.edtf[8:12]


def _in_title(left: str, value: CalendarDate) -> float:
    """A stretch in the title: the title is what the notice is about."""
    if re.search(r"(?<!\w)nhiệm[ ]kỳ[ ]$", left, re.IGNORECASE):
        return 0.0
    if _months_of_year(value) and not _years_only(value):
        return 0.8 if _TASKS.search(left) and not _SUMMED.search(left) else 0.0
    return 0.8 if _CAMPAIGNS.search(left) or _NAMED.search(left) else 0.0


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of a pattern ends; -1 without one."""
    end = -1
    for match in pattern.finditer(text):
        end = match.end()
    return end


def _in_body(left: str, right: str, heading: str, value: CalendarDate, about: bool, now: bool) -> float:
    other, campaign = _last(_OTHERS, left), _last(_CAMPAIGNS, left)
    if _OTHERS.search(heading) and _HEADING.search(heading):
        return 0.0
    schedule = _SCHEDULE.search(left)
    if schedule and not _OTHERS.search(schedule["rest"]) and (about or campaign >= 0):
        return 0.9
    if about and _PHASE.search(left):
        return 0.85
    if about and _HEADING.search(heading) and len(left) < 60 and other < 0:
        return 0.8
    if now and campaign >= 0 and campaign > other:
        return 0.9
    if _years_only(value):
        named = _last(_NAMED, left)
        if named > other and _LAUNCH.search(left[: named + 200]) and not _background(left):
            return 0.7
        return 0.0
    if _months_of_year(value) and not re.search(r"(?<!\w)từ[ ](?:\w+[ ])?$", left, re.IGNORECASE):
        return 0.0
    if campaign > other and _RUNS.search(left[max(0, campaign - 30) :]):
        return 0.8
    return 0.75 if other < 0 and _AFTERWARDS.match(right) else 0.0


def _background(left: str) -> bool:
    """Whether a named campaign is one of those that the notice merely recalls."""
    return bool(re.search(r"(?<!\w)(?:các[ ]phong[ ]trào|tiếp[ ]tục|gắn[ ]với|thông[ ]qua)(?!\w)", left, re.IGNORECASE))
