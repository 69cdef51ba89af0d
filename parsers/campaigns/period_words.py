"""The words that say whether a stretch of time is a campaign's: what runs, what is launched, what is not."""

from __future__ import annotations

import re

CAMPAIGN = (
    r"đợt[ ](?:phát[ ]động[ ])?(?:thi[ ]đua|cao[ ]điểm|ra[ ]quân|hoạt[ ]động|sinh[ ]hoạt[ ]chính[ ]trị|"
    r"tổng[ ]kiểm[ ]tra|tuyên[ ]truyền)|phong[ ]trào|cuộc[ ]vận[ ]động|chiến[ ]dịch|cao[ ]điểm|"
    r"(?:đợt|lễ|buổi)[ ]phát[ ]động|phát[ ]động|ra[ ]quân|"
    r"tuần[ ]lễ(?![ ](?:văn[ ]hóa|du[ ]lịch|thời[ ]trang|phim|hàng|ẩm))|"
    r"tháng[ ](?:hành[ ]động|cao[ ]điểm|thanh[ ]niên|công[ ]nhân|an[ ]toàn|nhân[ ]đạo)|"
    r"\d{2,3}[ ]ngày(?:[ ]đêm)?|"
    # but no body, title or desk of emulation
    r"(?<!vụ[ ])(?<!hiệu[ ])(?<!cờ[ ])(?<!đồng[ ])(?<!khối[ ])(?<!cụm[ ])(?<!sĩ[ ])thi[ ]đua"
)
CAMPAIGNS = re.compile(rf"(?<!\w)(?:{CAMPAIGN})(?!\w)", re.IGNORECASE)
# What runs for a while and is no campaign.
_EVENT = (
    r"lễ[ ]hội|festival|hội[ ]chợ|cuộc[ ]thi|hội[ ]thi|hội[ ]thao|hội[ ]diễn|"
    r"giải[ ](?!phóng|quyết|pháp|ngân|tỏa|thích|trí)|triển[ ]lãm|"
    r"hội[ ]nghị|(?<!mừng )(?<!tới )đại[ ]hội|kỳ[ ]họp|"
    r"(?:nhận|gửi)[ ](?:hồ[ ]sơ|phiếu|bài|tác[ ]phẩm)|nộp|đăng[ ]ký|bình[ ]chọn|"
    r"tính[ ]thành[ ]tích|thanh[ ]tra|kiểm[ ]tra|tuyển[ ]dụng|tập[ ]huấn|nghỉ[ ]lễ|như:|gồm:"
)
EVENTS = re.compile(rf"(?<!\w)(?:{_EVENT})", re.IGNORECASE)
# Also what a stretch measures that is over, and what years belong to.
OTHERS = re.compile(
    rf"(?<!\w)(?:{_EVENT}|công[ ]tác|nhiệm[ ]kỳ|"
    r"kế[ ]hoạch[ ](?:5|năm)[ ]năm|năm[ ]học|tổng[ ]kết|sơ[ ]kết|kết[ ]quả|báo[ ]cáo|"
    r"biểu[ ]dương|tuyên[ ]dương|(?<!lập )thành[ ]tích|điển[ ]hình|nhìn[ ]lại|đánh[ ]giá|tiếp[ ]tục|"
    r"gắn[ ]với[ ]phong[ ]trào|nghị[ ]quyết|"
    r"quyết[ ]định|chỉ[ ]thị|đề[ ]án|chiến[ ]lược|quy[ ]hoạch|nhiệm[ ]vụ[ ]phát[ ]triển|"
    r"chương[ ]trình[ ](?:mục[ ]tiêu|mtqg|hành[ ]động))",
    re.IGNORECASE,
)
SCHEDULE = re.compile(
    r"(?<!\w)thời[ ]gian(?:[ ](?:phát[ ]động|thực[ ]hiện|thi[ ]đua|tổ[ ]chức|triển[ ]khai|diễn[ ]ra|"
    r"tiến[ ]hành|của|chiến[ ]dịch|đợt|cao[ ]điểm|phong[ ]trào|kế[ ]hoạch|hoạt[ ]động|và|các|giai[ ]đoạn|"
    r"được|là|bắt[ ]đầu)){0,8}[ ]?(?:\([^()\n]{0,30}\))?[ ]?:?[ ]?(?P<rest>[^.;\n]{0,90})$",
    re.IGNORECASE,
)
HEADING = re.compile(r"(?<!\w)(?:thời[ ]gian|tiến[ ]độ)(?!\w)", re.IGNORECASE)
PHASE = re.compile(
    r"(?<!\w)(?:đợt|giai[ ]đoạn|chặng|bước|kỳ)[ ](?:\d|[IVX]{1,4}|một|hai|ba|bốn|thứ[ ](?:nhất|hai|ba))[ ]?"
    r"(?:\([^()\n]{0,30}\))?[ ]?[:,(-]?[ ]?(?:(?:được|sẽ|bắt[ ]đầu|kéo[ ]dài|diễn[ ]ra|tiến[ ]hành|"
    r"thực[ ]hiện|tính|thời[ ]gian|trong)[ ]){0,4}:?[ ]?(?:kể[ ])?"
    r"(?:từ[ ](?:nay[ ](?:cho[ ])?(?:đến|tới)[ ](?:hết[ ])?)?)?(?:ngày[ ]|tháng[ ]|năm[ ]){0,2}$",
    re.IGNORECASE,
)
RUNS = re.compile(
    r"(?<!\w)(?:kéo[ ]dài|diễn[ ]ra|bắt[ ]đầu|thực[ ]hiện|triển[ ]khai|phát[ ]động|tổ[ ]chức|mở|tiến[ ]hành|"
    r"từ|trong|hưởng[ ]ứng)(?!\w)",
    re.IGNORECASE,
)
LAUNCH = re.compile(
    r"(?<!\w)(?:phát[ ]động|ban[ ]hành|(?<!đã )triển[ ]khai|ký[ ]kết|tổ[ ]chức[ ]thực[ ]hiện|"
    r"cùng[ ]thực[ ]hiện|ra[ ]quân)(?!\w)",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"(?<!\w)(?:phong[ ]trào|phát[ ]động[ ]thi[ ]đua|đợt[ ](?:thi[ ]đua|cao[ ]điểm)|cuộc[ ]vận[ ]động|"
    r"chiến[ ]dịch|(?:chương[ ]trình|kế[ ]hoạch)[ ]phối[ ]hợp)(?!\w)",
    re.IGNORECASE,
)
RECALLED = re.compile(r"(?<!\w)(?:các[ ]phong[ ]trào|tiếp[ ]tục|gắn[ ]với|thông[ ]qua)(?!\w)", re.IGNORECASE)
# "Phong trào … kéo dài từ năm", "đợt thi đua … diễn ra trong giai đoạn": years for which a campaign runs.
FOR_YEARS = re.compile(
    r"(?<!\w)(?:kéo[ ]dài|diễn[ ]ra|(?:thực[ ]hiện|triển[ ]khai|tổ[ ]chức)[ ](?:trong|từ))(?!\w)"
    r"(?:[ ](?:trong|từ|giai|đoạn|thời|gian|năm|đầu|\d{1,2}),?){0,6}[ ]\(?$",
    re.IGNORECASE,
)
TASKS = re.compile(
    r"(?<!\w)(?:nhiệm[ ]vụ|phương[ ]hướng|phát[ ]động|triển[ ]khai|kế[ ]hoạch)(?!\w)[^.;\n]{0,80}$",
    re.IGNORECASE,
)
SUMMED = re.compile(r"(?<!\w)(?:sơ[ ]kết|tổng[ ]kết|kết[ ]quả)(?!\w)[^.;,\n]{0,80}$", re.IGNORECASE)
AFTERWARDS = re.compile(
    r"[ ]?\)?,[^.;\n]{0,90}?(?<!\w)(?:(?:mở|phát[ ]động|tổ[ ]chức|thực[ ]hiện|triển[ ]khai|hưởng[ ]ứng|"
    rf"ra[ ]quân)(?!\w)[^.;,\n]{{0,30}}?(?:{CAMPAIGN})|đồng[ ]loạt[ ]ra[ ]quân(?!\w))",
    re.IGNORECASE,
)
# "phát động đợt thi đua thực hiện Nghị quyết Đại hội, (từ …)": a purpose hides no campaign …
OPENED = re.compile(
    r"(?<!\w)(?:phát[ ]động|mở|ra[ ]quân|tổ[ ]chức|triển[ ]khai|bước[ ]vào)(?!\w)[^,;.]{0,40}?"
    rf"(?<!\w)(?:{CAMPAIGN})(?!\w)(?P<purpose>[^;.]{{0,220}})$",
    re.IGNORECASE,
)
# … nor does what it welcomes; but what was done in that time is no campaign's run.
WELCOMED = re.compile(
    r"(?<!\w)(?:(?:chào[ ])?mừng|hưởng[ ]ứng|hướng[ ](?:tới|về)|tiến[ ]tới|phục[ ]vụ|kỷ[ ]niệm|nhân|"
    r"nghị[ ]quyết)[ ][^,;(]{1,90}",
    re.IGNORECASE,
)
DONE = re.compile(r"(?<!\w)(?:đã|đạt|được|có|là|qua)(?!\w)", re.IGNORECASE)
# "…. Theo đó, từ nay đến 30/6, các đơn vị …", behind the sentence that opens the campaign.
THEREBY = re.compile(
    r"(?:Theo[ ]đó|Theo[ ]kế[ ]hoạch|Cụ[ ]thể|Trong[ ]đó),?[ ](?:trong[ ]thời[ ]gian[ ]|bắt[ ]đầu[ ]|kể[ ])?"
    r"từ[ ](?:nay[ ](?:cho[ ])?(?:đến|tới)[ ](?:hết[ ])?)?(?:ngày[ ]|tháng[ ]|đầu[ ]|cuối[ ]|giữa[ ])?"
)
# "… tổng kết chiến dịch “A”. Sau 75 ngày triển khai (từ 01/6 - 15/8/2020), …".
AFTER_SO_LONG = re.compile(
    r"(?:Sau|Qua|Trong) (?:hơn |gần )?\d{1,3} (?:ngày(?: đêm)?|tuần|tháng)"
    r"(?: (?:triển khai|thực hiện|phát động|ra quân|thi đua|diễn ra))? ?\((?:từ )?(?:ngày |tháng )?\Z"
)
LASTS = re.compile(
    r"(?<!\w)(?:kéo[ ]dài|diễn[ ]ra|bắt[ ]đầu|phát[ ]động|thực[ ]hiện|tổ[ ]chức|triển[ ]khai|tiến[ ]hành)"
    r"(?:[ ](?:trong|vào|thời[ ]gian|\d{1,3}[ ]ngày(?:[ ]đêm)?)){0,3},?[ ]\(?(?:kể[ ])?từ[ ](?:ngày[ ])?$",
    re.IGNORECASE,
)
AWARDED = re.compile(
    r"(?<!\w)(?:có|đạt|nhiều)[ ]thành[ ]tích(?!\w)[^.;\n]{0,160}$|(?<!\w)khen[ ]thưởng[ ]thành[ ]tích(?!\w)",
    re.IGNORECASE,
)
TERM = re.compile(r"(?<!\w)nhiệm[ ]kỳ[ ]$", re.IGNORECASE)
FROM = re.compile(r"(?<!\w)từ[ ](?:\w{1,8}[ ])?$", re.IGNORECASE)
# "ngay từ quý I": when it begins, not how long it runs.
BEGINS = re.compile(
    r"(?<!\w)(?:ngay|bắt[ ]đầu|kể)[ ]từ[ ](?:quý[^\d\W]*[ ]\S+|6[ ]tháng)(?:[ ]năm[ ]\d{4})?$", re.IGNORECASE
)
# A notice that announces a plan: its schedule and its phases count like a campaign's.
PLANS = re.compile(
    r"(?<!\w)(?:ban[ ]hành|xây[ ]dựng|triển[ ]khai|thực[ ]hiện)[ ]kế[ ]hoạch(?!\w)|(?-i:KẾ[ ]HOẠCH)(?!\w)",
    re.IGNORECASE,
)
PLAN_TITLE = re.compile(r"(?:\A|(?<!\w)ban[ ]hành[ ])kế[ ]hoạch(?!\w)", re.IGNORECASE)
# At the sentence's start: "Kế hoạch được triển khai từ …", "Phong trào sẽ thực hiện trong giai đoạn …".
SUBJECT_RUNS = re.compile(
    r"\A(?:[^,.;\n]{0,40},[ ])?(?:đợt[ ]|các[ ])?(?:phong[ ]trào|thi[ ]đua|cuộc[ ]vận[ ]động|chiến[ ]dịch|"
    r"kế[ ]hoạch|chương[ ]trình|cả[ ]hai|hai[ ]phong[ ]trào)(?![ ]hành[ ]động|[ ]mục[ ]tiêu)[^.;\n]{0,90}?"
    r"[ ](?:được|sẽ|cùng|dự[ ]kiến)[ ](?:được[ ]|cùng[ ])?(?:triển[ ]khai|thực[ ]hiện|tổ[ ]chức|tiến[ ]hành)"
    r"(?:[ ]thực[ ]hiện)?"
    r"(?:[ ](?:trong|từ|giai|đoạn|thời|gian|ngày|tháng|năm|trên|địa|bàn|toàn|tỉnh|huyện|\d{1,2}),?){0,6}"
    r"[ ](?:từ[ ])?$",
    re.IGNORECASE,
)
# "chia thành hai giai đoạn: 2021 - 2023 và 2024 - 2025".
PARTS = re.compile(
    r"(?<!\w)(?:hai|ba|bốn|\d)[ ](?:giai[ ]đoạn|đợt|chặng)[ ]?[:,(-]{0,2}[ ]?"
    r"(?:(?:từ[ ])?(?:\d{4}[ ]?-[ ]?\d{4})[ ]?(?:,|và|;|,[ ]và)[ ]?(?:từ[ ])?){0,3}$",
    re.IGNORECASE,
)
LAUNCHED_FOR = re.compile(
    r"(?<!\w)(?:phát[ ]động|mở)[ ](?:đợt[ ]thi[ ]đua|phong[ ]trào|đợt[ ]cao[ ]điểm|thi[ ]đua)"
    r"[^.;,\n]{0,40}[ ]trong[ ]$",
    re.IGNORECASE,
)
# "Đợt 1: thi đua trong 6 tháng đầu năm 2024".
PHASE_OF_YEAR = re.compile(
    r"(?<!\w)(?:đợt|giai[ ]đoạn|chặng)[ ](?:\d|[IV]{1,3}|một|hai)[ ]?:(?![^.;\n]{0,80}(?:sơ|tổng)[ ]kết)"
    r"[^.;\n]{0,80}$",
    re.IGNORECASE,
)
CONTEST = re.compile(
    r"(?<!\w)phát[ ]động[ ](?:cuộc[ ]thi|hội[ ]thi|giải[ ](?!phóng)|cuộc[ ]bình[ ]chọn)", re.IGNORECASE
)
