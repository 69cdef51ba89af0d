"""The words around a number that make it a day or a month, or deny that it is one.

"8/9" may be the eighth of September, eight indicators of nine, a square in Nha Trang or a lunar day. Only the
few words before and after it tell, so only these are looked at.
"""

from __future__ import annotations

import re

from parsers.dates.points import Cue, Point
from parsers.text import CAPITAL

CONTEXT = 48
"""How many characters before and after a point may say what it is."""

_CUE = 20  # the longest cue is shorter
_DAY = re.compile(
    r"(?<!\w)(?:ngày|hôm(?:[ ](?:nay|qua|kia|ấy|đó))?|"
    r"(?:sáng|trưa|chiều|tối|đêm|khuya)(?:[ ](?:nay|qua|kia|mai|ngày))?|"
    r"ngày[ ](?:hôm[ ])?(?:nay|qua|kia|mai)|thứ[ ](?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ[ ]nhật|"
    r"\d{1,2}[ ]?(?:h|giờ)[ ]?(?:\d\d)?)[ \n]?[,(-]?[ ]?$",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"(?<!\w)(?:từ|trước|sau|hết|kể[ ]từ|tính[ ]đến|chậm[ ]nhất(?:[ ](?:là|đến|vào))?|muộn[ ]nhất(?:[ ]là)?|"
    r"hạn[ ](?:cuối|chót)(?:[ ]là)?|bắt[ ]đầu|kết[ ]thúc|khai[ ]mạc|bế[ ]mạc|vào)[ \n]?[:(]?[ ]?$",
    re.IGNORECASE,
)
# "Thời gian: 12/11", "Hạn nộp hồ sơ: 20/12", "Chung kết: 05/12": the heads of a programme.
_LABEL = re.compile(
    r"(?<!\w)(?:thời[ ](?:gian|hạn|điểm)|hạn|lịch|khai[ ]mạc|bế[ ]mạc|tổng[ ]kết|trao[ ]giải|sơ[ ]khảo|"
    r"chung[ ](?:kết|khảo)|bán[ ]kết|vòng[ ]loại)(?:[ ]\w{1,8}){0,4}[ ]?:[ ]?$",
    re.IGNORECASE,
)
_CLAUSE_OPENS = re.compile(r"(?:^|[.;:\n(][ ]?|[ ]-[ ])(?:Đến|Tới)[ ]$")
_LOOSE = re.compile(
    r"(?<!\w)(?:đến|tới|trong|tháng|đầu|cuối|giữa|là|quý|qua|nay|rạng)[ \n]?[:(]?[ ]?$", re.IGNORECASE
)
_BEHIND = re.compile(r"[ ](?:tới|sắp[ ]tới|vừa[ ]qua|vừa[ ]rồi|này)(?!\w)", re.IGNORECASE)

# A yearly day, whichever year: "dịp 30/4", "chào mừng ngày 20/11", "lấy ngày 11/6".
_FEAST = re.compile(
    r"(?<!\w)(?:dịp|lễ|k[ỷỉ][ ]niệm|mừng|hưởng[ ]ứng|Tết|nhân|lấy|chọn)[ ]"
    r"(?:các[ ])?(?:lễ[ ])?(?:ngày[ ])?(?:lễ[ ])?\(?$",
    re.IGNORECASE,
)
# "Ngày Nhà giáo Việt Nam (20/11)", "Quốc khánh (2/9)": the bracket tells when a feast is, every year.
_NAMED_FEAST = re.compile(
    rf"(?<!\w)(?:[Nn]gày[ ](?:hội[ ]|truyền[ ]thống[ ])?[{CAPITAL}][^.;:,()\d\n]{{3,60}}|"
    r"Quốc[ ]khánh|Giỗ[ ]Tổ[^.;:()\d\n]{0,20}|Tết[ ][^.;:()\d\n]{3,20})[ ]\($"
)
_YEARLY = re.compile(r"[ ]?\(?(?:hằng|hàng|mỗi|các)[ ](?:năm|tháng)(?!\w)", re.IGNORECASE)
_EVERY_YEAR = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi) năm(?!\w)[^.;:\n\d]{0,32}$", re.IGNORECASE)
_LUNAR = re.compile(
    r"[ ]?\(?[ ]?(?:tháng[ ]Giêng|âm[ ]lịch|[ÂA]L(?!\w)|"
    r"(?:năm[ ])?(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)[ ]"
    r"(?:Tý|Sửu|Dần|Mão|Thìn|Tỵ|Tị|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi))",
    re.IGNORECASE,
)
_LUNAR_BEFORE = re.compile(r"(?<!\w)(?:mùng|mồng|rằm)[ ]$", re.IGNORECASE)
# "từ ngày 28 tháng 8 đến mùng 2 tháng 9": the day before it is a solar one.
_SOLAR_FIRST = re.compile(
    r"\d[ ]?(?:/|-|tháng[ ])[ ]?\d{1,2}(?:[ ]?[/-][ ]?\d{4})?"
    r"[ ](?:đến|tới)[ ](?:hết[ ])?(?:ngày[ ])?m[ùồ]ng[ ]$",
    re.IGNORECASE,
)
# "14/2 (tức ngày 5 tháng Giêng)" and "10/3 âm lịch (tức ngày 18/4)": what stands first tells what follows.
_THAT_IS = re.compile(r"(?<!\w)(?:tức|nhằm)(?:[ ]là)?(?:[ ]vào)?[ ]ngày[ ]$", re.IGNORECASE)
_LUNAR_FIRST = re.compile(
    r"âm[ ]lịch|(?<!\w)(?:[ÂA]L|mùng|mồng|rằm|tháng[ ](?:Giêng|Chạp))(?!\w)", re.IGNORECASE
)
_SOLAR = re.compile(r"[ ]?\(?dương[ ]lịch", re.IGNORECASE)
# "thắng 2-1", "dẫn trước 3 - 2": with a dash and without a year it is a score.
_SCORE = re.compile(
    r"(?<!\w)(?:t[ỷỉ][ ]số|(?<!quyết[ ])thắng|thua|hòa|dẫn|gỡ|chung[ ]cuộc|hiệp)(?!\w)[^.;\n”\"]{0,24}$",
    re.IGNORECASE,
)
# Names that hold a month: the August Revolution, its autumn, its flags.
_NAMED_MONTH = re.compile(r"(?<!\w)(?:cách[ ]mạng|mùa[ ]thu|khởi[ ]nghĩa|cờ[ ]hồng)[ ]$", re.IGNORECASE)

# "từ 1/3 đến 1/2 số hộ", "từ 2/3 xuống còn 1/3": the second fraction tells what the first is.
_OTHER_SHARE = r"(?:[ ]?(?:-|đến|tới)[ ]?\d{1,3}/\d{1,3})?"
_MEASURE = re.compile(
    rf"{_OTHER_SHARE}[ ]?(?:%|lần|bữa|"
    r"buổi|giờ|tiếng|phút|người|triệu|tỷ|tỉ|nghìn|đồng|kg|tấn|ha|km|m2|m3|độ|điểm|phiếu|"
    r"suất|em|hộ|xã|huyện|số|chỉ[ ]tiêu|tiêu[ ]chí|khu|thôn|bản|làng|đơn[ ]vị|trường|lớp|diện[ ]tích|"
    r"dân[ ]số|đại[ ]biểu|công[ ]trình|dự[ ]án|cơ[ ]sở|gia[ ]đình|tổ|chi[ ]bộ|đảng[ ]viên|ngày|tháng|"
    r"năm[ ](?!\d|ngoái|nay|trước|sau))(?!\w)",
    re.IGNORECASE,
)
_REDUCED = re.compile(r"[ ](?:xuống|lên|còn)(?!\w)", re.IGNORECASE)
_LASTING = re.compile(
    r"(?<!\w)(?:mỗi|hàng|hằng|một|\d{1,3}|vài|mấy|nhiều|hai|ba|bốn|năm|sáu|tám|chín|mười|bình[ ]quân)[ ]$",
    re.IGNORECASE,
)
_MONTH_MEASURE = re.compile(r"[ ](?:lần|buổi|ngày|triệu|tỷ|nghìn|người|kg|tấn|suất|kỳ|cuộc|bài|hộ)(?!\w)")
_YEAR_MEASURE = re.compile(
    r"[ ](?:đồng|ha|m|m2|m3|km|người|hộ|em|lượt|suất|tấn|kg|đoàn[ ]viên|hội[ ]viên|đảng[ ]viên|cán[ ]bộ|"
    r"đại[ ]biểu|học[ ]sinh|sinh[ ]viên|chiến[ ]sĩ|thí[ ]sinh|vận[ ]động[ ]viên|tỷ|triệu|USD|cây|con|căn|"
    r"ngôi|nhà|vụ|tin|bài|phần)(?!\w)"
)
# "1981 năm khởi nghĩa Hai Bà Trưng": a count of years.
_SO_MANY_YEARS = re.compile(r"[ ]năm[ ](?!\d)")
_COUNTED = re.compile(
    r"(?<!\w)(?:là|có|với|đạt|hơn|gần|trên|dưới|khoảng|được|gồm|số|của|cho|tổng|thêm|tặng|trao|còn|bằng|các|"
    r"những)[ ]$",
    re.IGNORECASE,
)


def cue(before: str, after: str) -> Cue:
    """How surely a day or a month stands between these words."""
    if before.endswith((": ", ":")) and _LABEL.search(before):
        return Cue.FIRM
    before = before[-_CUE:]
    if _DAY.search(before):
        return Cue.DAY
    if _FIRM.search(before) or _CLAUSE_OPENS.search(before):
        return Cue.DAY if _BEHIND.match(after) else Cue.FIRM
    if _LOOSE.search(before) or (before.endswith("(") and after.startswith(")")):
        return Cue.DAY if _BEHIND.match(after) else Cue.LOOSE
    return Cue.NONE


def denied(point: Point, before: str, after: str) -> bool:  # noqa: PLR0911 - one return a unit
    """Whether the words around say that this is no point of (solar) time: a quantity, a lunar day, a name."""
    if point.unit == "day" and point.year is not None:
        return False
    lunar = _LUNAR_BEFORE.search(before) and not _SOLAR_FIRST.search(before)
    if _LUNAR.match(after) or lunar or _lunar_twin(before, after):
        return point.year is None
    if point.unit == "year":
        counted = _YEAR_MEASURE.match(after) or _COUNTED.search(before) or _SO_MANY_YEARS.match(after)
        return not point.worded and bool(counted)
    if point.unit == "month" and point.worded and _NAMED_MONTH.search(before):
        return True
    if point.year is not None:
        return False
    if point.unit == "month":
        return bool(_MONTH_MEASURE.match(after) or _LASTING.search(before))
    if point.unit == "day" and not point.worded:
        if not point.slash and point.cue is not Cue.DAY and _SCORE.search(before):
            return True
        if point.fraction and _REDUCED.match(after):
            return True
        return bool(_MEASURE.match(after)) and (point.fraction or point.cue is not Cue.DAY)
    return False


def _lunar_twin(before: str, after: str) -> bool:
    """Whether the day that "tức ngày" introduces is the lunar one of the two."""
    return bool(_THAT_IS.search(before)) and not (_LUNAR_FIRST.search(before) or _SOLAR.match(after))


def yearly(point: Point, norm: str) -> bool:
    """Whether a point without a year is meant for every year: "dịp 30/4", "ngày 05/12 hằng năm"."""
    if point.year is not None or point.shift is not None:
        return False
    if _YEARLY.match(norm, point.end) or _EVERY_YEAR.search(norm, max(0, point.start - 48), point.start):
        return True
    if point.unit != "day":
        return False
    before = norm[max(0, point.start - 2 * CONTEXT) : point.start]
    return bool(_FEAST.search(before[-CONTEXT:]) or (before.endswith("(") and _NAMED_FEAST.search(before)))
