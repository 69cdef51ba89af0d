"""Sentences written for this project, with the movements that each names and the reason.

`CASES`: (text, names, reason). `RECORDS`: (title, text, published, (name, kind, period) of all, reason).
"""

from __future__ import annotations

NTM = "Cả nước chung sức xây dựng nông thôn mới"
DNHN = "Doanh nghiệp Việt Nam hội nhập và phát triển"
VNN = "Vì người nghèo - Không để ai bị bỏ lại phía sau"

CASES: list[tuple[str, list[str], str]] = [
    (
        "Huyện phát động “Tết trồng cây đời đời nhớ ơn Bác Hồ”, hưởng ứng “Ngày Chủ nhật xanh”.",
        ["Tết trồng cây đời đời nhớ ơn Bác Hồ"],
        "a known name that is launched; a day of action is none",
    ),
    (
        "Hội phát động hai phong trào Ngày thứ bảy xanh và Chủ nhật sạch.",
        ["Ngày thứ bảy xanh", "Chủ nhật sạch"],
        "two unknown names, each with its capital",
    ),
    (
        "Các phong trào lao động giỏi, lao động sáng tạo, giỏi việc nước, đảm việc nhà thu hút đoàn viên.",
        ["lao động giỏi, lao động sáng tạo", "giỏi việc nước, đảm việc nhà"],
        "known names in small letters, commas between and within",
    ),
    (
        "Các phong trào văn nghệ, thể thao, đền ơn đáp nghĩa và dân vận khéo được giữ vững.",
        ["đền ơn đáp nghĩa", "dân vận khéo"],
        "known names behind descriptions",
    ),
    (
        "Các phong trào được triển khai rộng khắp, dân vận khéo là nét mới.",
        [],
        "behind a verb the list has ended",
    ),
    (
        "Bác kêu gọi mở chiến dịch diệt dốt, “mở chiến dịch giáo dục lại nếp sống” và phong trào “Hũ gạo”.",
        ["Hũ gạo"],
        "words of a call, which speak of a campaign",
    ),
    (
        "Phát động 3 phong trào: (1) “Sạch ngõ”; (2) “Sáng đường quê”; (3) “Tiếng trống học bài”.",
        ["Sạch ngõ", "Sáng đường quê", "Tiếng trống học bài"],
        "numbers in brackets",
    ),
    (
        "Trong phong trào “Sạch ngõ” có 12 tổ dẫn đầu; “Sáng đường quê” có 10 tổ; “Ba sẵn sàng” có 9 tổ.",
        ["Sạch ngõ", "Sáng đường quê", "Ba sẵn sàng"],
        "the same is said of each",
    ),
    (
        "Phong trào “Sạch ngõ” lần thứ 12, “Sáng đường quê” được giữ vững.",
        ["Sạch ngõ", "Sáng đường quê"],
        "the first is told to be the twelfth of its kind",
    ),
    (
        "Phong trào “Sạch ngõ” được giữ vững; “Cà phê doanh nhân” họp hằng tuần.",
        ["Sạch ngõ"],
        "something else is said of what follows",
    ),
    (
        "Hội phát động 2 phong trào: Vùng cao không khoảng cách và Mỗi ngày một việc tốt vì dân.",
        ["Vùng cao không khoảng cách", "Mỗi ngày một việc tốt vì dân"],
        "two without quotes, and a day within a name",
    ),
    (
        'Cuộc vận động "Giữ trọn truyền thống, xứng danh “Bộ đội Cụ Hồ”" đi vào nền nếp.',
        ["Giữ trọn truyền thống, xứng danh “Bộ đội Cụ Hồ”"],
        "a name quoted inside, behind a noun that is not its own",
    ),
    (
        'Cuộc vận động "Giữ trọn truyền thống, xứng danh "Bộ đội Cụ Hồ"" đi vào nền nếp.',
        ['Giữ trọn truyền thống, xứng danh "Bộ đội Cụ Hồ"'],
        "the same with straight marks",
    ),
    (
        "Phong trào nông dân thi đua sản xuất, kinh doanh giỏi, đoàn kết giúp nhau xóa đói giảm nghèo.",
        ["nông dân thi đua sản xuất, kinh doanh giỏi, đoàn kết giúp nhau xóa đói giảm nghèo"],
        "a long known name with commas, in small letters",
    ),
    (
        "Trong phong trào Thi đua Quyết thắng, 12/15 đại đội đạt loại giỏi.",
        ["Thi đua Quyết thắng"],
        "the capital begins the name",
    ),
    # The year of a drive
    (
        "Đồn tổng kết Phong trào “Bám bản, giữ mốc năm 2021”. Phong trào “Bám bản, giữ mốc” lan rộng.",
        ["Bám bản, giữ mốc"],
        "with and without the year it is one",
    ),
    (
        "Huyện đoàn mở 2 chiến dịch gồm: Chiến dịch: tình nguyện Mùa hè xanh; tình nguyện Hoa phượng đỏ.",
        ["Mùa hè xanh", "Hoa phượng đỏ"],
        "what kind of drive it is stands before each name",
    ),
    # Quotation marks
    ("Huyện phát động phong trào “Sạch từ ngõ vào nhà”.", ["Sạch từ ngõ vào nhà"], "quoted"),
    ('Huyện phát động phong trào "Sạch từ ngõ vào nhà”.', ["Sạch từ ngõ vào nhà"], "mixed marks"),
    (
        "Bộ đội hưởng ứng cuộc vận động 'Góp đá xây trường vùng cao' (gọi tắt là Cuộc vận động).",
        ["Góp đá xây trường vùng cao"],
        "single marks, and a short name in a bracket",
    ),
    (
        'Công đoàn đẩy mạnh cuộc vận động "Xây dựng người thợ “Giỏi nghề, đẹp nết” ở mỗi xưởng".',
        ["Xây dựng người thợ “Giỏi nghề, đẹp nết” ở mỗi xưởng"],
        "a quotation inside a name belongs to it",
    ),
    (
        "Xã thực hiện phong trào “Dân vận khéo, gắn với chỉnh trang đường làng.",
        ["Dân vận khéo"],
        "the closing mark is forgotten: a known name ends it",
    ),
    (
        "Kế hoạch triển khai phong trào “Kim Sơn xanh hóa bãi bồi; kế hoạch thứ hai lo nhà ở.",
        ["Kim Sơn xanh hóa bãi bồi"],
        "the closing mark is forgotten: the clause ends the name",
    ),
    (
        "Đoàn trường thực hiện “4 đồng hành với thanh niên lập nghiệp; hai phong trào “5 xung kích”, “4 đồng "
        "hành với học sinh vùng cao; lo việc khác.",
        ["5 xung kích", "4 đồng hành với học sinh vùng cao"],
        "a known name that goes on is not cut",
    ),
    ("Hội tổ chức phong trào thi đua” “Vườn rau sạch”.", ["Vườn rau sạch"], "a stray mark before the name"),
    ("Cuộc vận động (CVĐ)“Nhà có số, phố có tên” lan rộng.", ["Nhà có số, phố có tên"], "no blank before it"),
    ("Tỉnh phát động phong trào thi đua “Người Kim Sơn dựng xây quê", [], "cut off by the end of the text"),
    ("Tỉnh phát động phong trào thi đua “Người Kim Sơn dựng…", [], "cut off with an ellipsis"),
    (
        "Đẩy mạnh phong trào thi đua “Cả nước chung sức xây\ndựng nông thôn mới” và "
        "phong trào “Đường\nhoa” ở xã.",
        ["Cả nước chung sức xây dựng nông thôn mới", "Đường hoa"],
        "lines broken inside the names",
    ),
    ("Phong trào thi đua «Ngõ sáng» và phong trào ‘‘Vườn xanh’’.", ["Ngõ sáng", "Vườn xanh"], "other marks"),
    (
        "Phong trào thi đua “Nhà giáo mẫu mực, “Học trò chăm ngoan” ở xã.",
        ["Nhà giáo mẫu mực", "Học trò chăm ngoan"],
        "a closing mark is forgotten before the next name",
    ),
    # Lists that share a head
    ("Phong trào “5K”, “Vùng xanh” lan tỏa.", ["5K", "Vùng xanh"], "a symbol for a name"),
    (
        "Ba phong trào gồm “Cánh đồng lúa thơm”, “Vườn mẫu” và “Ao cá Bác Hồ” được duy trì.",
        ["Cánh đồng lúa thơm", "Vườn mẫu", "Ao cá Bác Hồ"],
        "a list in quotes",
    ),
    (
        "Tuyên truyền phong trào “Cổng trường em sạch đẹp” của thành phố, "
        "phong trào thi đua “Xưởng máy xanh”, “Sáng kiến trong thợ trẻ” "
        "và cuộc vận động “Bữa cơm nghĩa tình” của Công đoàn.",
        ["Cổng trường em sạch đẹp", "Xưởng máy xanh", "Sáng kiến trong thợ trẻ", "Bữa cơm nghĩa tình"],
        "a list with several heads and owners between",
    ),
    (
        "Phong trào “Ba sẵn sàng” của thanh niên, “Ba đảm đang” của phụ nữ còn vang mãi.",
        ["Ba sẵn sàng", "Ba đảm đang"],
        "the owner stands behind each member",
    ),
    (
        "Các phong trào thi đua như: “Lúa thơm”, Dân vận khéo và “Cá sạch” được hưởng ứng.",
        ["Lúa thơm", "Dân vận khéo", "Cá sạch"],
        "a known name without quotes among quoted ones",
    ),
    (
        "Thi đua cao điểm “Ba tháng lập công”, Ban Chỉ huy huyện giao chỉ tiêu cho từng xã.",
        ["Ba tháng lập công"],
        "behind a quoted name a capital only begins the main clause",
    ),
    (
        f"Tiếp tục triển khai các phong trào thi đua sau:\n1. “{NTM}”.\n2. “{DNHN}”.\n3. “{VNN}”.",
        [NTM, DNHN, VNN],
        "numbered lines",
    ),
    (
        f"Tiếp tục triển khai các phong trào thi đua sau:\n- {NTM};\n- {DNHN};\n- Dân vận khéo.",
        [NTM, DNHN, "Dân vận khéo"],
        "lines without quotes",
    ),
    (
        "Hội phát động 3 phong trào: phụ nữ làm giàu; “Ngõ hoa”; “Gia đình không dùng túi ni lông”.",
        ["Ngõ hoa", "Gia đình không dùng túi ni lông"],
        "the first member is a mere description",
    ),
    (
        "Thực hiện các cuộc vận động “Hàng quê mình”, “Nhà ấm”, Quỹ “Vì người nghèo”, mặt trận xã được khen.",
        ["Hàng quê mình", "Nhà ấm"],
        "the fund ends the list",
    ),
    (
        "Phong trào “Tay lái an toàn” và các chương trình “Tiếp bước”, “Rèn tay nghề” được đẩy mạnh.",
        ["Tay lái an toàn"],
        "programmes are no movements",
    ),
    (
        "Xã phát động nhiều phong trà như: Phong trào thi đua hưởng ứng cuộc vận động “Gương sáng quê em”; "
        "phong trào “Chợ sạch”; Phong trào phòng, chống tham nhũng.",
        ["Gương sáng quê em", "Chợ sạch"],
        "members that begin with their kind",
    ),
    (
        'Huyện hưởng ứng phong trào thi đua "Ruộng đẹp" - Ảnh minh họa | Báo huyện.',
        ["Ruộng đẹp"],
        "a caption behind the name",
    ),
    # Without quotation marks
    (
        "Các phong trào thi đua của tỉnh gồm: Chung sức xây dựng nông thôn mới, Doanh nghiệp hội nhập và "
        "phát triển, Đền ơn đáp nghĩa được triển khai rộng khắp.",
        ["Chung sức xây dựng nông thôn mới", "Doanh nghiệp hội nhập và phát triển", "Đền ơn đáp nghĩa"],
        "a list without quotes, up to the verb",
    ),
    (
        "Các phong trào được huyện chọn làm trọng tâm gồm: Nông dân tham gia bảo đảm quốc phòng, an ninh, "
        "Lao động giỏi, lao động sáng tạo, Giỏi việc nước, đảm việc nhà.",
        [
            "Nông dân tham gia bảo đảm quốc phòng, an ninh",
            "Lao động giỏi, lao động sáng tạo",
            "Giỏi việc nước, đảm việc nhà",
        ],
        "commas inside the names",
    ),
    (
        "Các phong trào tiêu biểu là: Dân vận khéo; Tuổi trẻ Kim Sơn giữ đê, trồng đước; Đền ơn đáp nghĩa.",
        ["Dân vận khéo", "Tuổi trẻ Kim Sơn giữ đê, trồng đước", "Đền ơn đáp nghĩa"],
        "an unknown name among known ones",
    ),
    (
        "Phong trào thi đua yêu nước, nhất là lao động giỏi, lao động sáng tạo, góp phần tăng năng suất.",
        [],
        "small letters: what is done, not names",
    ),
    (
        "Các phong trào được triển khai ở nhiều nơi như: Kim Sơn, Phú Lộc, Tân Bình.",
        [],
        "places: no known name among them",
    ),
    (
        "Hè này có bốn chiến dịch: Mùa hè xanh, Hoa phượng đỏ, Hành quân xanh và Kỳ nghỉ hồng.",
        ["Mùa hè xanh", "Hoa phượng đỏ", "Hành quân xanh", "Kỳ nghỉ hồng"],
        "known campaigns",
    ),
    (
        "Phong trào Tuổi trẻ Kim Sơn chung tay giữ rừng được phát động sáng nay.",
        ["Tuổi trẻ Kim Sơn chung tay giữ rừng"],
        "a name that begins with a capital and ends at the verb",
    ),
    (
        "Bộ trưởng phát động Phong trào Mỗi nhà một cây vì một thành phố xanh và kêu gọi dân hưởng ứng.",
        ["Mỗi nhà một cây vì một thành phố xanh"],
        "“và” with a verb goes on with the sentence",
    ),
    (
        "Lễ phát động phong trào thi đua Truyền thông Kim Sơn đồng hành cùng người trồng lúa.",
        ["Truyền thông Kim Sơn đồng hành cùng người trồng lúa"],
        "the first capital begins the name",
    ),
    (
        "Phong trào thi đua, Truyền thông Kim Sơn xin giới thiệu cùng bạn đọc.",
        [],
        "behind a comma no name begins",
    ),
    (
        "Hội nghị tổng kết phong trào nông dân sản xuất, kinh doanh (SXKD) giỏi toàn huyện.",
        ["nông dân sản xuất, kinh doanh (SXKD) giỏi"],
        "a short form in a bracket inside a known name",
    ),
    (
        "Nông dân xã Phú Lộc làm tốt phong trào nông dân thi đua SXKD giỏi.",
        ["nông dân thi đua SXKD giỏi"],
        "a short form of a known name",
    ),
    (
        "Chi hội có phong trào Chị em giúp nhau làm kinh tế, phong trào Ngày thứ bảy dọn ngõ.",
        ["Chị em giúp nhau làm kinh tế", "Ngày thứ bảy dọn ngõ"],
        "each with its own head",
    ),
    (
        "Từ phong trào Đồng khởi năm 1960, phong trào Nam tiến đến hôm nay.",
        ["Đồng khởi", "Nam tiến"],
        "historical",
    ),
    # National names with the province's
    (
        "UBND tỉnh đẩy mạnh phong trào Đắk Nông chung sức xây dựng nông thôn mới trong năm tới.",
        ["Đắk Nông chung sức xây dựng nông thôn mới"],
        "a national name, the province in it",
    ),
    (
        "UBND tỉnh Cà Mau hưởng ứng phong trào Doanh nghiệp Cà Mau hội nhập và phát triển đã ba năm.",
        ["Doanh nghiệp Cà Mau hội nhập và phát triển"],
        "the province inside",
    ),
    (
        f"Hưởng ứng phong trào “{NTM}”, tỉnh có phong trào “Chung sức xây dựng nông thôn mới”.",
        [NTM, "Chung sức xây dựng nông thôn mới"],
        "short and long form are two",
    ),
    (
        "PHONG TRÀO “DÂN VẬN KHÉO”. Phong trào Dân vận khéo và “dân vận khéo” là một phong trào.",
        ["DÂN VẬN KHÉO"],
        "one name in three spellings is one item",
    ),
    # Heads
    ("Nhà trường tổ chức phong trà thi đua “Trang vở sạch”.", ["Trang vở sạch"], "a misspelt head"),
    ("Nhà trường tổ chức phong trào thi “Trang vở sạch”.", ["Trang vở sạch"], "a head cut short"),
    ("Ngành mở cuộc vân động “Trạm xá không khói thuốc”.", ["Trạm xá không khói thuốc"], "a misspelt head"),
    ("Công ty mở PTTĐ “Ca ba năng suất”.", ["Ca ba năng suất"], "an abbreviated head"),
    (
        "“Bữa sáng cho em” là phong trào do cô giáo Mùa A Súa khởi xướng.",
        ["Bữa sáng cho em"],
        "the kind behind the name",
    ),
    (
        "Nhà máy mở đợt phát động thi đua mang tên “Tháng bảy không phế phẩm”.",
        ["Tháng bảy không phế phẩm"],
        "introduced by its name",
    ),
    (
        "Công an tỉnh thực hiện đợt cao điểm “60 ngày đêm bình yên phố biển”.",
        ["60 ngày đêm bình yên phố biển"],
        "a peak drive with a name",
    ),
    (
        "Hội hưởng ứng phong trào thi đua do Ban Chấp hành Hội tỉnh phát động: “Chi hội năm tốt”.",
        ["Chi hội năm tốt"],
        "who launched it stands between",
    ),
    (
        "Xã thực hiện cuộc vận động xây dựng gia đình “5 không, 3 sạch”.",
        ["5 không, 3 sạch"],
        "words before the quotes that merely describe",
    ),
    (
        "Lễ ra quân “Chiến dịch Thanh niên tình nguyện Xuân 2017” diễn ra sáng nay.",
        ["Thanh niên tình nguyện Xuân 2017"],
        "the kind inside the quotes",
    ),
    (
        "Cuộc vận động Mỗi công nhân, viên chức là một tấm gương kỷ luật, tự giác và sáng tạo lan rộng.",
        ["Mỗi công nhân, viên chức là một tấm gương kỷ luật, tự giác và sáng tạo"],
        "each … is a …: the one name without quotes that holds a verb",
    ),
    (
        "Phong trào Mỗi tuần một việc tốt, đây là cách làm hay.",
        ["Mỗi tuần một việc tốt"],
        "the verb is not its own",
    ),
    (
        "Phong trào thi đua Đoàn kết, kỷ cương, thực chất, hiệu quả với nhiều chỉ tiêu.",
        ["Đoàn kết, kỷ cương, thực chất, hiệu quả"],
        "a row of virtues without quotes",
    ),
    (
        "Các phong trào Chủ nhật xanh, Ngôi nhà xanh, Đường em đi an toàn lan rộng.",
        ["Chủ nhật xanh", "Ngôi nhà xanh", "Đường em đi an toàn"],
        "a short name among others without quotes",
    ),
    ("Xã phát động phong trào Đọc sách mỗi ngày thu hút 500 em.", ["Đọc sách mỗi ngày"], "thu hút ends it"),
    (
        "Các cuộc vận động Kỷ cương - trách nhiệm; Hỗ trợ công nhân vùng sâu, vùng xa.",
        ["Kỷ cương - trách nhiệm", "Hỗ trợ công nhân vùng sâu, vùng xa"],
        "công nhân does not end it",
    ),
    (
        "Chi đoàn ra quân chiến dịch Dòng sông quê em, trồng 300 cây.",
        ["Dòng sông quê em"],
        "a campaign's own name",
    ),
    ("Ông tham gia chiến dịch Tiến công chiến lược năm 1972.", [], "a battle in small letters"),
    (
        "Xã mở “Phong trào Chủ nhật không rác”, “Tháng hành động vì trẻ em”.",
        ["Chủ nhật không rác"],
        "a month of action beside a movement",
    ),
    (
        "Chủ tịch nước phát động “Chiến dịch Quang Trung” dựng nhà cho dân.",
        ["Quang Trung"],
        "named for a person",
    ),
    ("Ông nói: “Phong trào thi đua phải đi vào thực chất”.", [], "what somebody said"),
    # No names
    ("Huyện phát động phong trào thi đua yêu nước năm 2018.", [], "generic"),
    ("Sở tổ chức phong trào thi đua theo đợt, phong trào thi đua theo chuyên đề.", [], "generic"),
    ("Phong trào “thi đua yêu nước” lan rộng.", [], "generic, though quoted"),
    ("Bí thư nói phong trào thi đua của tỉnh “đã tạo sức bật mới cho quê hương”.", [], "what is said of it"),
    ("CVĐ đi vào chiều sâu với 622 “Chi hội không rác”.", [], "a count of something else"),
    ("Phong trào thi đua với khẩu hiệu “Tất cả vì đàn em” được hưởng ứng.", [], "a slogan"),
    ("Khẩu hiệu của đợt thi đua là: “Đoàn kết, bứt phá”.", [], "a slogan of a drive"),
    ("Với phương châm “Bốn tại chỗ”, phong trào thi đua lan rộng.", [], "a motto"),
    ("Đợt thi đua có chủ đề “Vì dòng sông quê”.", [], "a theme"),
    ("Phong trào thi đua đạt danh hiệu “Thôn văn hóa”, “Nhà văn hóa”.", [], "titles of honour"),
    ("Phong trào thi đua nảy ra nhiều mô hình như “Camera an ninh”.", [], "a model"),
    ("Hưởng ứng phong trào thi đua, trường mở hội thi “Cô giáo tài năng”.", [], "a contest"),
    ("Cuộc vận động sáng tác ca khúc “Quê hương mùa xuân” nhận 200 bài.", [], "a song"),
    ("Hưởng ứng Tháng hành động “Vì trẻ em”, xã khai trương sân chơi.", [], "a month of action"),
    ("Xã gắn với Ngày hoạt động cao điểm “Vì đàn em vùng cao”.", [], "a day of action"),
    ("Các chiến dịch tình nguyện hè năm 2022 rất vui.", [], "a plain description"),
    ("Tết trồng cây “Đời đời nhớ ơn Bác Hồ” diễn ra sáng nay.", [], "a festival"),
    ("Chiến dịch Hồ Chí Minh, chiến dịch Tây Nguyên toàn thắng.", [], "battles"),
    ("Phong trào Đoàn và công tác Hội có chuyển biến.", [], "the work of an association"),
    ("Tặng Cờ thi đua cho đơn vị dẫn đầu phong trào thi đua năm 2019.", [], "an award"),
    # Hồ Chí Minh's example
    (
        "Đảng viên tiếp tục học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh gắn với phong trào "
        "“Dân vận khéo”.",
        ["Dân vận khéo"],
        "a task, not presented as a campaign",
    ),
    (
        "Cuộc vận động Học tập và làm theo tấm gương đạo đức Hồ Chí Minh được đảng viên hưởng ứng.",
        ["Học tập và làm theo tấm gương đạo đức Hồ Chí Minh"],
        "presented as a campaign",
    ),
]

RECORDS: list[tuple[str, str, str | None, list[tuple[str, str, str | None]], str]] = [
    (
        "",
        "Phát động Cuộc vận động Toàn dân rèn luyện thân thể theo gương Bác Hồ vĩ đại giai đoạn 2021-2030.",
        None,
        [("Toàn dân rèn luyện thân thể theo gương Bác Hồ vĩ đại", "cuộc vận động", "2021/2030")],
        "a period is no part of a known name",
    ),
    (
        "",
        "Chiến dịch “Đường quê thắp sáng” năm 2019 được triển khai từ tháng 6 đến hết tháng 8/2019.",
        None,
        [("Đường quê thắp sáng", "chiến dịch", "2019-06/2019-08")],
        "a year, a verb and the stretch",
    ),
    (
        "",
        "Tổng kết phong trào “Chi bộ bốn tốt” giai đoạn 2014 – 2019.",
        None,
        [("Chi bộ bốn tốt", "phong trào", "2014/2019")],
        "a period behind the quotes",
    ),
    (
        "",
        "Tổng kết 5 năm phong trào “Chi bộ bốn tốt” (giai đoạn 2014 – 2019).",
        None,
        [("Chi bộ bốn tốt", "phong trào", "2014/2019")],
        "a count of years before it, and its stage behind",
    ),
    (
        "",
        "Phong trào “Cả huyện xây dựng xã hội học tập giai đoạn 2023-2030” đi vào nền nếp.",
        None,
        [("Cả huyện xây dựng xã hội học tập", "phong trào", "2023/2030")],
        "a period inside the quotes",
    ),
    (
        "",
        "Xã mở chiến dịch thi đua “100 ngày thần tốc” từ 20/9 đến 28/12/2022.",
        None,
        [("100 ngày thần tốc", "đợt thi đua", "2022-09-20/2022-12-28")],
        "an emulation campaign is a drive",
    ),
    (
        "",
        "Huyện mở đợt thi đua “Biên giới xanh” trong đoàn viên, từ 15/4 - 30/6/2023, chào mừng ngày lễ.\n"
        "Thời gian: từ ngày 01/5/2023 đến ngày 31/5/2023.",
        None,
        [("Biên giới xanh", "đợt thi đua", "2023-04-15/2023-06-30")],
        "for whom stands between name and period; another schedule does not win",
    ),
    (
        "",
        "Phong trào “Đồng sạch” của Hội Nông dân giai đoạn 2020 - 2025 được nhân rộng.",
        None,
        [("Đồng sạch", "phong trào", "2020/2025")],
        "whose movement stands between",
    ),
    (
        "",
        "Phong trào “Đồng sạch” được phát động trong Nghị quyết Đại hội nhiệm kỳ 2020 - 2025.",
        None,
        [("Đồng sạch", "phong trào", None)],
        "a congress's term",
    ),
    (
        "Phát động chiến dịch “40 ngày làm sạch dữ liệu”",
        "Sáng qua, Sở phát động chiến dịch “40 ngày làm sạch dữ liệu”.\nTheo kế hoạch của tỉnh, chiến dịch "
        "kéo dài từ ngày 05/9/2023 đến ngày 14/10/2023.",
        None,
        [("40 ngày làm sạch dữ liệu", "chiến dịch", "2023-09-05/2023-10-14")],
        "the title's campaign, its run in a later sentence",
    ),
    (
        "Huyện phát động cuộc vận động “Ngày vì người nghèo”",
        "Cuộc vận động “Ngày vì người nghèo” được mở hôm qua. Tháng cao điểm bắt đầu từ ngày 17/10 đến hết "
        "ngày 18/11/2018. Xã hưởng ứng phong trào “Dân vận khéo”.",
        None,
        [
            ("Ngày vì người nghèo", "cuộc vận động", "2018-10-17/2018-11-18"),
            ("Dân vận khéo", "phong trào", None),
        ],
        "the title's campaign alone",
    ),
    (
        "",
        "Tỉnh mở phong trào “Kim Sơn trồng đước”. Phong trào được triển khai từ năm 2025 đến năm 2030.",
        None,
        [("Kim Sơn trồng đước", "phong trào", "2025/2030")],
        "the next sentence goes on with it",
    ),
    (
        "",
        "Kế hoạch đầu lo phong trào “Đường hoa”. Kế hoạch sau lo phong trào “Nhà số”. Cả hai cùng được thực "
        "hiện trong giai đoạn 2021 - 2025.",
        None,
        [("Đường hoa", "phong trào", "2021/2025"), ("Nhà số", "phong trào", "2021/2025")],
        "both",
    ),
    (
        "",
        "Xã có phong trào “Đường hoa” và “Nhà số”. Phong trào được thực hiện từ năm 2021 đến năm 2025.",
        None,
        [("Đường hoa", "phong trào", None), ("Nhà số", "phong trào", None)],
        "which of two is unclear",
    ),
    (
        "",
        "Công an tỉnh mở đợt thi đua “Vì phố bình yên”. Đợt thi đua kéo dài từ nay đến 19-8-2020.",
        "2020-06-01",
        [("Vì phố bình yên", "đợt thi đua", "2020-06-01/2020-08-19")],
        "from the day of publication",
    ),
    (
        "",
        "Phát động thi đua giai đoạn 2021 - 2025 theo Chỉ thị của Thủ tướng.",
        None,
        [],
        "a stretch is no name",
    ),
    (
        "",
        "Sơ kết chiến dịch “Mùa gặt an toàn”. Sau 60 ngày triển khai (từ 10/5 - 08/7/2019), xã giảm cháy.",
        None,
        [("Mùa gặt an toàn", "chiến dịch", "2019-05-10/2019-07-08")],
        "its run told afterwards, in brackets",
    ),
    (
        "",
        "Kỷ niệm 15 năm chiến dịch Mùa hè xanh (2001 - 2016), đoàn xã trồng cây.",
        None,
        [("Mùa hè xanh", "chiến dịch", None)],
        "an anniversary's years are no run",
    ),
]
