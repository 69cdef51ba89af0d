"""When the campaigns or plans that a notice is about run.

Most stretches of a notice are background: a congress's term, the span of a cited policy, the years of another
movement, the dates of a festival or of an application. A stretch is a period only where the words of its own
sentence (or the heading above it) say that a campaign runs for so long: a schedule ("Thời gian thực hiện: …"),
a campaign that lasts, a numbered phase of it, or a named campaign that the sentence or the title launches.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.date_gaps import from_now
from parsers.dates import CalendarDate
from parsers.found import Found, Source, Span
from parsers.notice import Movement
from parsers.text import sentences

_CAMPAIGN = (
    r"đợt[ ](?:phát[ ]động[ ])?(?:thi[ ]đua|cao[ ]điểm|ra[ ]quân|hoạt[ ]động|sinh[ ]hoạt[ ]chính[ ]trị|"
    r"tổng[ ]kiểm[ ]tra|tuyên[ ]truyền)|phong[ ]trào|cuộc[ ]vận[ ]động|chiến[ ]dịch|cao[ ]điểm|"
    r"(?:đợt|lễ|buổi)[ ]phát[ ]động|phát[ ]động|ra[ ]quân|"
    r"tháng[ ](?:hành[ ]động|cao[ ]điểm|thanh[ ]niên|công[ ]nhân|an[ ]toàn)|"
    r"\d{2,3}[ ]ngày(?:[ ]đêm)?|thi[ ]đua"
)
_CAMPAIGNS = re.compile(rf"(?<!\w)(?:{_CAMPAIGN})(?!\w)", re.IGNORECASE)
# What runs for a while and is no campaign; also what a stretch measures that is over.
_OTHERS = re.compile(
    r"(?<!\w)(?:lễ[ ]hội|festival|hội[ ]chợ|cuộc[ ]thi|hội[ ]thi|hội[ ]thao|hội[ ]diễn|giải[ ]|triển[ ]lãm|"
    r"hội[ ]nghị|(?<!mừng )(?<!tới )đại[ ]hội|kỳ[ ]họp|nhận[ ]hồ[ ]sơ|nhận[ ]phiếu|nộp|đăng[ ]ký|bình[ ]chọn|"
    r"tính[ ]thành[ ]tích|thanh[ ]tra|kiểm[ ]tra|công[ ]tác|tuyển[ ]dụng|tập[ ]huấn|nhiệm[ ]kỳ|kế[ ]hoạch[ ](?:5|năm)[ ]năm|"
    r"năm[ ]học|nghỉ[ ]lễ|tổng[ ]kết|sơ[ ]kết|kết[ ]quả|báo[ ]cáo|biểu[ ]dương|tuyên[ ]dương|(?<!lập )thành[ ]tích|"
    r"điển[ ]hình|nhìn[ ]lại|đánh[ ]giá|tiếp[ ]tục|như:|gồm:|gắn[ ]với[ ]phong[ ]trào|nghị[ ]quyết|"
    r"quyết[ ]định|chỉ[ ]thị|đề[ ]án|chiến[ ]lược|quy[ ]hoạch|nhiệm[ ]vụ[ ]phát[ ]triển|"
    r"chương[ ]trình[ ](?:mục[ ]tiêu|mtqg|hành[ ]động))",
    re.IGNORECASE,
)
_SCHEDULE = re.compile(
    r"(?<!\w)thời[ ]gian(?:[ ](?:phát[ ]động|thực[ ]hiện|thi[ ]đua|tổ[ ]chức|triển[ ]khai|diễn[ ]ra|"
    r"tiến[ ]hành|của|chiến[ ]dịch|đợt|cao[ ]điểm|phong[ ]trào|kế[ ]hoạch|hoạt[ ]động|và|các|giai[ ]đoạn|được|là|"
    r"bắt[ ]đầu)){0,8}[ ]?(?:\([^()\n]{0,30}\))?[ ]?:?[ ]?(?P<rest>[^.;\n]{0,90})$",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?<!\w)(?:thời[ ]gian|tiến[ ]độ)(?!\w)", re.IGNORECASE)
_PHASE = re.compile(
    r"(?<!\w)(?:đợt|giai[ ]đoạn|chặng|bước|kỳ)[ ](?:\d|[IVX]{1,4}|một|hai|ba|bốn|thứ[ ](?:nhất|hai|ba))[ ]?"
    r"(?:\([^()\n]{0,30}\))?[ ]?[:,(-]?[ ]?(?:(?:được|sẽ|bắt[ ]đầu|kéo[ ]dài|diễn[ ]ra|tiến[ ]hành|"
    r"thực[ ]hiện|tính|thời[ ]gian|trong)[ ]){0,4}:?[ ]?(?:kể[ ])?"
    r"(?:từ[ ])?(?:ngày[ ]|tháng[ ]|năm[ ]){0,2}$",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"(?<!\w)(?:kéo[ ]dài|diễn[ ]ra|bắt[ ]đầu|thực[ ]hiện|triển[ ]khai|phát[ ]động|tổ[ ]chức|mở|tiến[ ]hành|"
    r"từ|trong|hưởng[ ]ứng)(?!\w)",
    re.IGNORECASE,
)
_LAUNCH = re.compile(
    r"(?<!\w)(?:phát[ ]động|ban[ ]hành|triển[ ]khai|ký[ ]kết|tổ[ ]chức[ ]thực[ ]hiện|cùng[ ]thực[ ]hiện|"
    r"ra[ ]quân)(?!\w)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?<!\w)(?:phong[ ]trào|đợt[ ]thi[ ]đua|cuộc[ ]vận[ ]động|chiến[ ]dịch|(?:chương[ ]trình|kế[ ]hoạch)[ ]"
    r"phối[ ]hợp)(?!\w)",
    re.IGNORECASE,
)
_RECALLED = re.compile(r"(?<!\w)(?:các[ ]phong[ ]trào|tiếp[ ]tục|gắn[ ]với|thông[ ]qua)(?!\w)", re.IGNORECASE)
_TASKS = re.compile(
    r"(?<!\w)(?:nhiệm[ ]vụ|phương[ ]hướng|phát[ ]động|triển[ ]khai|kế[ ]hoạch)(?!\w)[^.;\n]{0,80}$",
    re.IGNORECASE,
)
_SUMMED = re.compile(r"(?<!\w)(?:sơ[ ]kết|tổng[ ]kết|kết[ ]quả)(?!\w)[^.;,\n]{0,80}$", re.IGNORECASE)
_AFTERWARDS = re.compile(
    r"[ ]?\)?,[^.;\n]{0,90}?(?<!\w)(?:mở|phát[ ]động|tổ[ ]chức|thực[ ]hiện|triển[ ]khai|hưởng[ ]ứng|"
    rf"ra[ ]quân)(?!\w)[^.;,\n]{{0,30}}?(?:{_CAMPAIGN})",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"(?<!\w)(?:kéo[ ]dài|diễn[ ]ra|bắt[ ]đầu|phát[ ]động|thực[ ]hiện|tổ[ ]chức|triển[ ]khai|tiến[ ]hành)"
    r"(?:[ ](?:trong|vào|thời[ ]gian|\d{1,3}[ ]ngày(?:[ ]đêm)?)){0,3},?[ ]\(?(?:kể[ ])?từ[ ](?:ngày[ ])?$",
    re.IGNORECASE,
)
_AWARDED = re.compile(
    r"(?<!\w)(?:có|đạt|nhiều)[ ]thành[ ]tích(?!\w)[^.;\n]{0,160}$|(?<!\w)khen[ ]thưởng[ ]thành[ ]tích(?!\w)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^“”\n]{1,200}”|\"[^\"\n]{1,200}\"")
_TERM = re.compile(r"(?<!\w)nhiệm[ ]kỳ[ ]$", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)từ[ ](?:\w{1,8}[ ])?$", re.IGNORECASE)
_BEFORE, _AFTER, _SHORT = 260, 200, 80
_LEAD = 700  # characters in which a notice says what it is about
_UNSURE = 0.5


def find_periods(
    source: Source, dates: Sequence[Found[CalendarDate]], movements: Sequence[Found[Movement]]
) -> list[Found[str]]:
    """EDTF intervals of the campaigns and plans that the notice is about, one `Found` a mention.

    "từ nay đến …" begins on the date of publication, `..` where that is unknown.
    """
    title, body = source.title.norm, source.body.norm
    about = bool(_CAMPAIGNS.search(title) or _CAMPAIGNS.search(body, 0, _LEAD))
    named = _named_in_title(title, movements)
    found: list[Found[str]] = []
    for where, text in source.parts:
        spans = sentences(text.norm)
        starts = [start for start, _ in spans]
        for item in dates:
            value = _interval(item, text.norm) if item.span.where == where else None
            if value is None:
                continue
            i = max(0, bisect_right(starts, item.span.start) - 1)
            place = _Place.of(text.norm, item, spans[i], spans[i - 1] if i else (0, 0))
            sure = place.in_title() if where == "title" else place.in_body(about)
            if sure < _UNSURE and _beside(item.span, named):
                sure = 0.6
            if sure:
                found.append(Found(value, item.span, sure))
    return found


def _interval(item: Found[CalendarDate], norm: str) -> str | None:
    """The EDTF interval of a counted stretch, or of an end behind "từ nay đến"; else None."""
    edtf = item.value.edtf
    if not item.value.counted:
        return None
    if "/" in edtf:
        return edtf
    return f"../{edtf}" if from_now(norm, item.span.start) else None


def _named_in_title(title: str, movements: Sequence[Found[Movement]]) -> dict[str, list[tuple[int, int]]]:
    """Passages, by title and body, of the movements with a period that the title names."""
    folded = title.casefold()
    found: dict[str, list[tuple[int, int]]] = {}
    for m in movements:
        if m.value.period and m.value.name.casefold() in folded:
            found.setdefault(m.span.where, []).append((m.span.start, m.span.end))
    return found


def _beside(span: Span, named: dict[str, list[tuple[int, int]]]) -> bool:
    """Whether a stretch stands in, or right behind, the name of a movement that the title names."""
    passages = named.get(span.where, [])
    i = bisect_right(passages, (span.start, len(passages) and passages[-1][1])) - 1
    return i >= 0 and span.start <= passages[i][1] + 24


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of a pattern ends; -1 without one."""
    end = -1
    for match in pattern.finditer(text):
        end = match.end()
    return end


def _first(pattern: re.Pattern[str], text: str) -> int:
    """Where the first match of a pattern begins; -1 without one."""
    match = pattern.search(text)
    return match.start() if match else -1


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch with the words of its sentence around it, and the short line above."""

    value: CalendarDate
    left: str
    right: str
    heading: str
    now: bool

    @classmethod
    def of(cls, norm: str, item: Found[CalendarDate], own: tuple[int, int], above: tuple[int, int]) -> _Place:
        span = item.span
        left = norm[max(own[0], span.start - _BEFORE) : span.start]
        right = norm[span.end : min(own[1], span.end + _AFTER)]
        heading = norm[slice(*above)] if above[1] - above[0] < _SHORT else ""
        return cls(item.value, left, right, heading, from_now(norm, span.start))

    @property
    def years_only(self) -> bool:
        return all(len(part) == 4 for part in self.value.edtf.split("/"))

    @property
    def part_of_year(self) -> bool:
        """Whether the stretch is months of one year: a quarter, a half-year."""
        edtf = self.value.edtf
        return len(edtf) == 15 and edtf[:4] == edtf[8:12]

    def in_title(self) -> float:
        """How surely a stretch in the title is a period: the title is what the notice is about."""
        if _TERM.search(self.left):
            return 0.0
        if self.part_of_year:
            return 0.8 if _TASKS.search(self.left) and not _SUMMED.search(self.left) else 0.0
        return 0.8 if _CAMPAIGNS.search(self.left) or _NAMED.search(self.left) else 0.0

    def in_body(self, about: bool) -> float:
        """How surely a stretch in the body is a period; `about`: whether the notice speaks of a campaign."""
        if self.heading and _HEADING.search(self.heading) and _OTHERS.search(self.heading):
            return 0.0
        if _AWARDED.search(self.left):
            return 0.0
        said = _QUOTED.sub("“”", self.left)
        other, campaign = _last(_OTHERS, said), _last(_CAMPAIGNS, said)
        scheduled = self._scheduled(about, campaign, other)
        if scheduled:
            return scheduled
        if self.years_only:
            return self._launched(said, other)
        if self.part_of_year and not _FROM.search(self.left):
            return 0.0
        if campaign > other and _RUNS.search(said, max(0, campaign - 30)):
            return 0.8
        if _LASTS.search(said) and 0 <= _first(_CAMPAIGNS, said) < _first(_OTHERS, said):
            return 0.75
        return 0.75 if other < 0 and _AFTERWARDS.match(self.right) else 0.0

    def _scheduled(self, about: bool, campaign: int, other: int) -> float:
        """A schedule ("Thời gian thực hiện: …"), a numbered phase, or "từ nay đến" of a campaign."""
        schedule = _SCHEDULE.search(self.left)
        if schedule and not _OTHERS.search(schedule["rest"]) and (about or campaign >= 0):
            return 0.9
        if about and _PHASE.search(self.left):
            return 0.85
        if about and other < 0 and len(self.left) < 60 and _HEADING.search(self.heading):
            return 0.8
        return 0.9 if self.now and campaign > other else 0.0

    def _launched(self, said: str, other: int) -> float:
        """A named campaign that the sentence launches, and that is not merely recalled."""
        known = _last(_NAMED, said) > other and _LAUNCH.search(said)
        return 0.7 if known and not _RECALLED.search(said) else 0.0
