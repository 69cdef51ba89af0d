"""Where a body's name ends: verbs and particles in small letters, types of documents.

Vietnamese writes no mark between a name and its verb ("Sở Nội vụ hướng dẫn …"), and some verbs are also part
of a field's name ("Sở Quy hoạch - Kiến trúc", "Ban Quản lý các khu công nghiệp"): the tables say which word
ends a name, and beside which other one it does not.
"""

from __future__ import annotations

from parsers.documents.letters import UPPER

# Always the end of a name.
_WORDS = """
    về ban phê tặng trao đã vừa có ký tại yêu sửa bổ khen thì là được cho gửi ngày năm tháng số theo
    cùng do để nhằm thay đề đến từ trong với nêu khẩn cũng sẽ phải đang ra kèm xử áp bãi hủy bắt tuyên
    ngay nói khi vì như mà nay này trên dưới lại liên chuyển xem căn tổ mở lập họp đi nhận gồm vào sau
    trước hoặc nhưng cần nên sớm khẳng cam chủ tham mong đánh ghi biểu chúc lấy rút còn luôn qua nhấn
    thuộc hàng hằng hoãn nâng tạm đưa mời nghiêm xin dừng trích cử xếp góp
"""
_PHRASES = """
    thông báo, thông qua, công nhận, công bố, công khai, đoàn kết, luân chuyển, kỷ luật, cảnh cáo, khiển
    trách, phân công, phân bổ, phân cấp, đình chỉ, kết nạp, thống nhất, chấp thuận, chấp hành, xác định,
    xác nhận, ủy quyền, chuẩn y, tăng cường, hoàn thiện, hoàn thành, khởi động, miễn nhiệm, biệt phái,
    cụ thể, khuyến khích, bố trí, vận động, kêu gọi, ủng hộ, hưởng ứng, lãnh đạo, tháo gỡ, bảo đảm, đảm
    bảo, gia hạn, bình xét, tiến hành, cảm ơn, đẩy mạnh, tạo điều kiện, sáp nhập, hợp nhất, rà soát,
    tuyển dụng, tuyển chọn, thi tuyển, duy trì, khắc phục, chấn chỉnh, ngăn chặn, phòng ngừa, quán
    triệt, tôn vinh, vinh danh, truy tặng, đôn đốc, thu hồi, cưỡng chế, nhân rộng
"""
# The end, unless one of these follows and makes it part of a field ("Ban Quản lý quy hoạch").
_UNLESS_BEFORE = {
    "quy": "hoạch",
    "hướng": "nghiệp",
    "phát": "triển (?!khai)|thanh",
    "thực": "phẩm|vật",
    "triển": "lãm",
    "giao": "thông|dịch",
    "chỉ": "huy|đạo",
    "cấp": "nước|thoát|cứu",
    "điều": "phối|dưỡng|hành",
    "kiểm": "soát|lâm|định|nghiệm",
    "tiếp": "công dân|thị|nhận",
    "không": "Không|quân",
    "giải": "phóng",
    "xây": "dựng (?:cơ bản|công trình|dân dụng|tỉnh|huyện|thành phố|các)",
    "hỗ": "trợ (?:nông|doanh|phát|tư|việc)",
    "dự": "án|phòng|trữ|bị",
    "phối hợp": "phổ biến|liên ngành",
    "đăng ký": "đất|kinh|quyền|giao|xe",
}
# The end, unless one of these stands before it ("công trình", "nông thôn mới", "hội đồng").
_UNLESS_BEHIND = {"trình": ("công", "chương"), "mới": ("thôn",), "đồng": ("cộng", "ội"), "làm": ("việc",)}
_TYPES = """
    Kế hoạch, Quyết định, Chỉ thị, Nghị quyết, Nghị định, Thông báo, Thông tư, Thông tri, Công văn, Công
    điện, Hướng dẫn, Kết luận, Quy định, Quy chế, Báo cáo, Tờ trình, Chương trình, Đề án, Văn bản
"""
_BODIES = (
    "Sở|Bộ|Ban|UBND|HĐND|Ủy ban|Hội|Chủ tịch|Giám đốc|Thủ tướng|Chính phủ|Công an|Công đoàn|Liên đoàn|LĐLĐ"
    "|Tỉnh đoàn|Tỉnh ủy|Huyện ủy|Đảng ủy|MTTQ|Mặt trận"
)
_AND = rf"và(?: (?![{UPPER}])| (?:{_BODIES})(?!\w))"


def _listed(words: str) -> list[str]:
    return [" ".join(word.split()) for word in words.split(",")]


END_OF_NAME = "|".join(
    (
        _AND,
        *_WORDS.split(),
        *_listed(_PHRASES),
        *(f"{word}(?! (?:{after}))" for word, after in _UNLESS_BEFORE.items()),
        *("".join(f"(?<!{b} )" for b in before) + word for word, before in _UNLESS_BEHIND.items()),
        *_listed(_TYPES),
    )
)
"""Alternatives of a pattern: what cannot be a word of a body's name."""
