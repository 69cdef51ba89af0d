"""Whole notices written for this project in the manner of real ones, with what the stages for movements,
themes, periods and occasions should find in them. The gold was written before the extractor ran on them;
what it then missed was mended in the rules, not in the gold.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Whole:
    """A notice; `movements` are (name, kind, period), `occasions` (event, years)."""

    id: str
    title: str
    published: str
    text: str
    movements: list[tuple[str, str, str | None]] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    periods: list[str] = field(default_factory=list)
    occasions: list[tuple[str, int]] = field(default_factory=list)


NOTICES = [
    Whole(
        "women-drive",
        "Hội LHPN huyện Kim Sơn phát động thi đua cao điểm chào mừng Đại hội",
        "2021-03-09",
        "Sáng 8/3, Hội LHPN huyện Kim Sơn tổ chức lễ phát động đợt thi đua cao điểm “Phụ nữ Kim Sơn giữ "
        "biển, dựng làng” chào mừng Đại hội đại biểu phụ nữ các cấp, nhiệm kỳ 2021 - 2026 và kỷ niệm 111 "
        "năm Ngày Quốc tế Phụ nữ, 1981 năm khởi nghĩa Hai Bà Trưng.\n"
        "Đợt thi đua diễn ra từ nay đến hết ngày 20/10/2021, tập trung vào ba việc: mỗi chi hội đỡ đầu một "
        "hộ nghèo; trồng 20.000 cây sú vẹt; xây 12 “Mái ấm tình thương”.\n"
        "Các cấp Hội còn gắn đợt thi đua với phong trào “Phụ nữ tích cực học tập, lao động sáng tạo, xây "
        "dựng gia đình hạnh phúc” và cuộc vận động xây dựng gia đình “5 không, 3 sạch”. Mô hình “Ngôi nhà "
        "phế liệu” được nhân ra 25 xã.",
        [
            ("Phụ nữ Kim Sơn giữ biển, dựng làng", "đợt thi đua", "2021-03-09/2021-10-20"),
            ("Phụ nữ tích cực học tập, lao động sáng tạo, xây dựng gia đình hạnh phúc", "phong trào", None),
            ("5 không, 3 sạch", "cuộc vận động", None),
        ],
        [],
        ["2021-03-09/2021-10-20"],
        [("Ngày Quốc tế Phụ nữ", 111), ("khởi nghĩa Hai Bà Trưng", 1981)],
    ),
    Whole(
        "emulation-plan",
        "KẾ HOẠCH Công tác thi đua, khen thưởng năm 2022",
        "2022-01-12",
        "Căn cứ Luật Thi đua, Khen thưởng; UBND thị xã An Lộc ban hành Kế hoạch công tác thi đua, khen "
        "thưởng năm 2022 như sau:\n"
        "I. NỘI DUNG\n"
        "1. Chủ đề thi đua năm 2022: “An Lộc thích ứng an toàn, phục hồi nhanh, phát triển bền vững”.\n"
        "2. Tiếp tục triển khai các phong trào thi đua do Thủ tướng Chính phủ phát động:\n"
        "- Phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới” giai đoạn 2021 - 2025;\n"
        "- Phong trào thi đua “Vì người nghèo - Không để ai bị bỏ lại phía sau” giai đoạn 2021 - 2025;\n"
        "- Phong trào thi đua “Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở” giai đoạn "
        "2019 - 2025.\n"
        "3. Tổ chức phong trào thi đua theo chuyên đề, trọng tâm là giải ngân vốn đầu tư công.\n"
        "II. THỜI GIAN\n"
        "1. Đợt I: từ ngày 15/01 đến ngày 30/6/2022, lập thành tích chào mừng kỷ niệm 132 năm Ngày sinh "
        "Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2022).\n"
        "2. Đợt II: từ ngày 01/7 đến ngày 20/12/2022, hướng tới kỷ niệm 50 năm Chiến thắng “Hà Nội - Điện "
        "Biên Phủ trên không”.",
        [
            ("Cả nước chung sức xây dựng nông thôn mới", "phong trào", "2021/2025"),
            ("Vì người nghèo - Không để ai bị bỏ lại phía sau", "phong trào", "2021/2025"),
            ("Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở", "phong trào", "2019/2025"),
        ],
        ["An Lộc thích ứng an toàn, phục hồi nhanh, phát triển bền vững"],
        ["2022-01-15/2022-06-30", "2022-07-01/2022-12-20"],
        [
            ("Ngày sinh Chủ tịch Hồ Chí Minh", 132),
            ("Chiến thắng “Hà Nội - Điện Biên Phủ trên không”", 50),
        ],
    ),
    Whole(
        "police-drive",
        "Công an huyện Phú Lộc bước vào 80 ngày đêm lập công",
        "2025-06-03",
        "Chiều 2/6, Công an huyện Phú Lộc tổ chức lễ phát động phong trào thi đua đặc biệt lập thành tích "
        "chào mừng kỷ niệm 80 năm Ngày truyền thống Công an nhân dân (19/8/1945 - 19/8/2025), 20 năm Ngày "
        "hội toàn dân bảo vệ an ninh Tổ quốc.\n"
        "Với chủ đề “Kỷ cương, liêm chính, gần dân, sát việc”, đợt thi đua “80 ngày đêm vì bản làng bình "
        "yên” kéo dài từ ngày 01/6 đến ngày 19/8/2025; khẩu hiệu hành động là “Một phút lơ là, cả đời ân "
        "hận”.\n"
        "Thiếu tá Lò Văn Páo cho biết: “Phong trào này không phải để lấy thành tích”. Toàn lực lượng tiếp "
        "tục đẩy mạnh phong trào Toàn dân bảo vệ an ninh Tổ quốc, phong trào “Ba nhất: Kỷ luật nhất - "
        "Trung thành nhất - Gần dân nhất” và các mô hình “Tiếng kẻng an ninh”, “Camera giám sát”.",
        [
            ("80 ngày đêm vì bản làng bình yên", "đợt thi đua", "2025-06-01/2025-08-19"),
            ("Toàn dân bảo vệ an ninh Tổ quốc", "phong trào", None),
            ("Ba nhất: Kỷ luật nhất - Trung thành nhất - Gần dân nhất", "phong trào", None),
        ],
        ["Kỷ cương, liêm chính, gần dân, sát việc"],
        ["2025-06-01/2025-08-19"],
        [("Ngày truyền thống Công an nhân dân", 80), ("Ngày hội toàn dân bảo vệ an ninh Tổ quốc", 20)],
    ),
    Whole(
        "summer-campaigns",
        "Tỉnh đoàn ra quân các chiến dịch tình nguyện hè",
        "2023-06-05",
        "Sáng 4/6, tại Quảng trường trung tâm, Tỉnh đoàn ra quân Chiến dịch Thanh niên tình nguyện hè năm "
        "2023 với chủ đề Tuổi trẻ chung tay xây dựng nông thôn mới, đô thị văn minh.\n"
        "Chiến dịch được triển khai từ nay đến ngày 15/8/2023 với 4 chiến dịch nhánh: Mùa hè xanh, Hoa "
        "phượng đỏ, Kỳ nghỉ hồng và Hành quân xanh; cùng chương trình “Tiếp sức mùa thi”.\n"
        "Hoạt động hè năm nay hưởng ứng Năm Thanh niên tình nguyện, chào mừng kỷ niệm 67 năm Ngày truyền "
        "thống Hội Liên hiệp Thanh niên Việt Nam (15/10/1956 - 15/10/2023).",
        [
            ("Thanh niên tình nguyện hè", "chiến dịch", "2023-06-05/2023-08-15"),
            ("Mùa hè xanh", "chiến dịch", None),
            ("Hoa phượng đỏ", "chiến dịch", None),
            ("Kỳ nghỉ hồng", "chiến dịch", None),
            ("Hành quân xanh", "chiến dịch", None),
        ],
        ["Tuổi trẻ chung tay xây dựng nông thôn mới, đô thị văn minh"],
        ["2023-06-05/2023-08-15"],
        [("Ngày truyền thống Hội Liên hiệp Thanh niên Việt Nam", 67)],
    ),
    Whole(
        "factory-sprint",
        "Phát động thi đua 60 ngày đêm về đích",
        "2018-11-01",
        "Ngày 31/10, Công ty Cổ phần Giấy Bãi Bằng Nam phát động thi đua “60 ngày đêm về đích, vượt 12.000 "
        "tấn giấy”.\n"
        "Thời gian thi đua: từ ngày 01/11/2018 đến hết ngày 30/12/2018. Đơn vị nhất được thưởng 50 triệu "
        "đồng, tặng danh hiệu “Phân xưởng lá cờ đầu”.\n"
        "Công đoàn Công ty duy trì các phong trào: Lao động giỏi, lao động sáng tạo; Xanh - Sạch - Đẹp, "
        "bảo đảm an toàn vệ sinh lao động; Giỏi việc nước, đảm việc nhà. Trong 9 tháng, thợ máy có 214 "
        "sáng kiến làm lợi 8,2 tỷ đồng.",
        [
            ("60 ngày đêm về đích, vượt 12.000 tấn giấy", "phong trào", "2018-11-01/2018-12-30"),
            ("Lao động giỏi, lao động sáng tạo", "phong trào", None),
            ("Xanh - Sạch - Đẹp, bảo đảm an toàn vệ sinh lao động", "phong trào", None),
            ("Giỏi việc nước, đảm việc nhà", "phong trào", None),
        ],
        [],
        ["2018-11-01/2018-12-30"],
        [],
    ),
    Whole(
        "school-terms",
        "Trường THPT Bình Sơn phát động các đợt thi đua năm học 2014 - 2015",
        "2014-09-08",
        "Lễ khai giảng năm học 2014 - 2015 của Trường THPT Bình Sơn có 1.120 học sinh tham dự.\n"
        "Năm học này, trường phát động 3 đợt thi đua: Đợt 1 từ 05/9 đến 20/11/2014 với chủ đề “Hoa điểm "
        "tốt dâng thầy cô”, kỷ niệm 32 năm Ngày Nhà giáo Việt Nam; đợt 2 từ 21/11/2014 đến 03/02/2015 với "
        "chủ đề “Tiếp bước anh bộ đội”; đợt 3 từ 04/02 đến 19/5/2015 với chủ đề “Hướng về Bác kính yêu”.\n"
        "Thầy và trò tiếp tục thực hiện cuộc vận động “Hai không”, cuộc vận động “Mỗi thầy giáo, cô giáo "
        "là một tấm gương đạo đức, tự học và sáng tạo” và phong trào thi đua “Xây dựng trường học thân "
        "thiện, học sinh tích cực”.",
        [
            ("Hai không", "cuộc vận động", None),
            ("Mỗi thầy giáo, cô giáo là một tấm gương đạo đức, tự học và sáng tạo", "cuộc vận động", None),
            ("Xây dựng trường học thân thiện, học sinh tích cực", "phong trào", None),
        ],
        ["Hoa điểm tốt dâng thầy cô", "Tiếp bước anh bộ đội", "Hướng về Bác kính yêu"],
        ["2014-09-05/2014-11-20", "2014-11-21/2015-02-03", "2015-02-04/2015-05-19"],
        [("Ngày Nhà giáo Việt Nam", 32)],
    ),
    Whole(
        "front-review",
        "Mặt trận huyện Sìn Hồ tổng kết công tác năm 2019",
        "2020-01-06",
        "Ngày 3/1, Ủy ban MTTQ huyện Sìn Hồ tổng kết công tác Mặt trận năm 2019.\n"
        "Năm qua, Mặt trận các cấp đã triển khai hiệu quả Cuộc vận động (CVĐ) “Toàn dân đoàn kết xây dựng "
        "nông thôn mới, đô thị văn minh” gắn với CVĐ “Người Việt Nam ưu tiên dùng hàng Việt Nam”, phong "
        "trào “Đoàn kết sáng tạo”; Quỹ “Vì người nghèo” tiếp nhận 1,9 tỷ đồng, làm 41 nhà đại đoàn kết.\n"
        "Dịp này, 12 tập thể có thành tích xuất sắc trong phong trào thi đua yêu nước giai đoạn 2017 - "
        "2019 được tặng Giấy khen. Hội nghị phát động phong trào thi đua năm 2020 với chủ đề: Đoàn kết, "
        "sáng tạo, hướng về cơ sở.",
        [
            ("Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh", "cuộc vận động", None),
            ("Người Việt Nam ưu tiên dùng hàng Việt Nam", "cuộc vận động", None),
            ("Đoàn kết sáng tạo", "phong trào", None),
        ],
        ["Đoàn kết, sáng tạo, hướng về cơ sở"],
        [],
        [],
    ),
    Whole(
        "army-drive",
        "Trung đoàn 880 sơ kết giai đoạn 1 đợt thi đua đột kích",
        "2016-10-20",
        "Ngày 18/10, Trung đoàn 880 sơ kết giai đoạn 1 đợt thi đua đột kích “Vượt nắng, thắng mưa, bắn "
        "trúng đích” kỷ niệm 72 năm Ngày thành lập Quân đội nhân dân Việt Nam, 27 năm Ngày hội Quốc phòng "
        "toàn dân.\n"
        "Đợt thi đua bắt đầu từ ngày 10/9 và kết thúc vào ngày 22/12/2016. Bộ đội bắn súng tiểu liên AK "
        "đạt 92% khá, giỏi; tăng gia 14 tấn rau.\n"
        "Trung đoàn cũng làm tốt phong trào thi đua Quyết thắng, phong trào Ngành Hậu cần Quân đội làm "
        "theo lời Bác Hồ dạy, Cuộc vận động 50; xây dựng đơn vị vững mạnh toàn diện “Mẫu mực, tiêu biểu”.",
        [
            ("Vượt nắng, thắng mưa, bắn trúng đích", "đợt thi đua", "2016-09-10/2016-12-22"),
            ("Quyết thắng", "phong trào", None),
            ("Ngành Hậu cần Quân đội làm theo lời Bác Hồ dạy", "phong trào", None),
        ],
        [],
        ["2016-09-10/2016-12-22"],
        [("Ngày thành lập Quân đội nhân dân Việt Nam", 72), ("Ngày hội Quốc phòng toàn dân", 27)],
    ),
    Whole(
        "month-of-action",
        "Phát động Tháng hành động về an toàn, vệ sinh lao động",
        "2019-05-06",
        "Sáng 5/5, UBND tỉnh phát động Tháng hành động về an toàn, vệ sinh lao động và Tháng Công nhân năm "
        "2019.\n"
        "Tháng hành động diễn ra từ ngày 1 đến 31-5 với chủ đề: “Tăng cường quản lý các nguy cơ rủi ro tại "
        "nơi làm việc”. Chủ đề Tháng Công nhân (từ 01/5 đến 31/5/2019) là “Mỗi công đoàn cơ sở - Một lợi "
        "ích đoàn viên”.\n"
        "Hưởng ứng phong trào thi đua, các doanh nghiệp tổ chức hội thi “An toàn viên giỏi”, Tuần lễ “Bữa "
        "ăn ca sạch”.",
        [],
        [
            "Tăng cường quản lý các nguy cơ rủi ro tại nơi làm việc",
            "Mỗi công đoàn cơ sở - Một lợi ích đoàn viên",
        ],
        ["2019-05-01/2019-05-31"],
        [],
    ),
    Whole(
        "award-news",
        "Khen thưởng 30 tập thể có thành tích phòng, chống dịch",
        "2021-12-21",
        "Ngày 20/12, UBND tỉnh tổng kết phong trào thi đua đặc biệt “Toàn dân đoàn kết, chung sức, đồng "
        "lòng thi đua phòng, chống và chiến thắng đại dịch Covid-19”.\n"
        "Chủ tịch UBND tỉnh tặng Bằng khen cho 30 tập thể có thành tích xuất sắc trong phong trào từ tháng "
        "5/2021 đến tháng 11/2021. Phong trào do tỉnh phát động nhằm hưởng ứng lời kêu gọi của Thủ tướng, "
        "đã trở thành việc làm hằng ngày.\n"
        "Nhiều cách làm hay như “Chợ 0 đồng”, “Xe cứu thương miễn phí”, chiến dịch “Tiêm hết vắc xin trong "
        "đêm” được dân nhớ mãi.",
        [
            (
                "Toàn dân đoàn kết, chung sức, đồng lòng thi đua phòng, chống và chiến thắng đại dịch "
                "Covid-19",
                "phong trào",
                None,
            ),
            ("Tiêm hết vắc xin trong đêm", "chiến dịch", None),
        ],
    ),
    Whole(
        "province-templates",
        "Triển khai phong trào thi đua “Tuyên Quang thi đua đổi mới sáng tạo và chuyển đổi số”",
        "2025-08-15",
        "Chủ tịch UBND tỉnh Tuyên Quang vừa ký Kế hoạch triển khai phong trào thi đua “Tuyên Quang thi đua "
        "đổi mới sáng tạo và chuyển đổi số”. Phong trào được thực hiện từ năm 2025 đến năm 2030, chia "
        "thành hai giai đoạn: 2025 - 2027 và 2028 - 2030.\n"
        "Đây là bước cụ thể hóa phong trào “Cả nước thi đua đổi mới sáng tạo và chuyển đổi số” do Thủ "
        "tướng Chính phủ phát động, gắn với phong trào Bình dân học vụ số và Chương trình hành động giai "
        "đoạn 2021-2025.\n"
        "Phương châm của phong trào là “Dữ liệu đúng, đủ, sạch, sống”.",
        [
            ("Tuyên Quang thi đua đổi mới sáng tạo và chuyển đổi số", "phong trào", "2025/2030"),
            ("Cả nước thi đua đổi mới sáng tạo và chuyển đổi số", "phong trào", None),
            ("Bình dân học vụ số", "phong trào", None),
        ],
        [],
        ["2025/2030", "2025/2027", "2028/2030"],
        [],
    ),
    Whole(
        "farmers-congress",
        "Đại hội Hội Nông dân xã Tân Lập lần thứ X",
        "2023-02-20",
        "Ngày 17/2, Hội Nông dân xã Tân Lập tổ chức Đại hội lần thứ X, nhiệm kỳ 2023 - 2028. Chủ đề Đại "
        "hội là “Đoàn kết - Dân chủ - Đổi mới - Hợp tác - Phát triển”; phương châm “Thiết thực, hiệu "
        "quả”.\n"
        "Nhiệm kỳ 2018 - 2023, hội viên hăng hái thực hiện 3 phong trào: nông dân thi đua sản xuất, kinh "
        "doanh giỏi, đoàn kết giúp nhau làm giàu và giảm nghèo bền vững; nông dân thi đua xây dựng nông "
        "thôn mới; nông dân tham gia bảo đảm quốc phòng, an ninh. 5 năm qua, 312 hộ đạt danh hiệu “Nông "
        "dân sản xuất kinh doanh giỏi”.\n"
        "Đại hội nghe tham luận với chủ đề “Nông dân với chuyển đổi số”.",
        [
            (
                "nông dân thi đua sản xuất, kinh doanh giỏi, đoàn kết giúp nhau làm giàu và giảm nghèo bền "
                "vững",
                "phong trào",
                None,
            ),
            ("nông dân thi đua xây dựng nông thôn mới", "phong trào", None),
            ("nông dân tham gia bảo đảm quốc phòng, an ninh", "phong trào", None),
        ],
        ["Đoàn kết - Dân chủ - Đổi mới - Hợp tác - Phát triển"],
        [],
        [],
    ),
    Whole(
        "letter",
        "Thư kêu gọi hưởng ứng phong trào “Xóa nhà tạm, nhà dột nát”",
        "2024-10-14",
        "Kính gửi đồng bào, chiến sĩ trong tỉnh!\n"
        "Nhân kỷ niệm 94 năm Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam và Tháng cao điểm “Vì "
        "người nghèo”, Ban Thường trực Ủy ban MTTQ tỉnh kêu gọi mọi người hưởng ứng phong trào “Xóa nhà "
        "tạm, nhà dột nát” bằng tinh thần “Ai có gì góp nấy, ai có công giúp công, ai có của giúp của”.\n"
        "Thời gian thực hiện: từ nay đến hết ngày 31/12/2025. Mọi đóng góp xin gửi về Quỹ “Vì người nghèo” "
        "tỉnh.",
        [("Xóa nhà tạm, nhà dột nát", "phong trào", "2024-10-14/2025-12-31")],
        [],
        ["2024-10-14/2025-12-31"],
        [("Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam", 94)],
    ),
    Whole(
        "anniversary-of-sector",
        "Ngành Thông tin và Truyền thông gặp mặt kỷ niệm Ngày truyền thống",
        "2015-08-28",
        "Chiều 27/8, Sở tổ chức gặp mặt Kỉ niệm 70 năm Ngày truyền thống ngành Thông tin và Truyền thông "
        "(28/8/1945 - 28/8/2015).\n"
        "“Trung thành, dũng cảm, tận tụy, sáng tạo, nghĩa tình” là 10 chữ vàng của ngành. Qua 70 năm xây "
        "dựng và phát triển, phong trào thi đua “Điểm Bưu điện - Văn hóa xã vì dân” do Bưu điện tỉnh khởi "
        "xướng đã phủ 128 xã; “Mỗi xã một tủ sách” trở thành phong trào quen thuộc.\n"
        "Sở cũng phát động đợt thi đua nước rút từ nay đến ngày 25/12/2015 với chủ đề “Nhanh hơn, gần dân "
        "hơn” và xác định “Công dân điện tử” là chủ đề năm 2016.",
        [
            ("Điểm Bưu điện - Văn hóa xã vì dân", "phong trào", None),
            ("Mỗi xã một tủ sách", "phong trào", None),
        ],
        ["Nhanh hơn, gần dân hơn", "Công dân điện tử"],
        ["2015-08-28/2015-12-25"],
        [("Ngày truyền thống ngành Thông tin và Truyền thông", 70)],
    ),
    Whole(
        "red-cross",
        "Lan tỏa một cuộc vận động nhân đạo",
        "2022-05-08",
        "“Mỗi tổ chức, mỗi cá nhân gắn với một địa chỉ nhân đạo” là cuộc vận động lớn do Trung ương Hội "
        "Chữ thập đỏ Việt Nam phát động từ năm 2008. Hưởng ứng cuộc vận động, huyện Phú Lộc lập hồ sơ 144 "
        "địa chỉ cần giúp.\n"
        "Hội còn duy trì phong trào “Tết Nhân ái”, phong trào hiến máu tình nguyện, chương trình “Ngân "
        "hàng bò”, chiến dịch “Những giọt máu hồng hè” (từ ngày 01/6 đến ngày 31/7/2022).\n"
        "Tháng Nhân đạo năm nay có chủ đề “Gắn kết cộng đồng - Lan tỏa yêu thương”, được tổ chức từ ngày "
        "01/5 đến ngày 31/5/2022, kỷ niệm 159 năm Ngày Chữ thập đỏ và Trăng lưỡi liềm đỏ quốc tế "
        "(08/5/1863 - 08/5/2022).",
        [
            ("Mỗi tổ chức, mỗi cá nhân gắn với một địa chỉ nhân đạo", "cuộc vận động", None),
            ("Tết Nhân ái", "phong trào", None),
            ("Những giọt máu hồng hè", "chiến dịch", "2022-06-01/2022-07-31"),
        ],
        ["Gắn kết cộng đồng - Lan tỏa yêu thương"],
        ["2022-06-01/2022-07-31", "2022-05-01/2022-05-31"],
        [("Ngày Chữ thập đỏ và Trăng lưỡi liềm đỏ quốc tế", 159)],
    ),
    Whole(
        "award-decision",
        "Quyết định khen thưởng",
        "2014-12-22",
        "Ngày 19/12, Chủ tịch UBND tỉnh ký Quyết định tặng Bằng khen cho 9 tập thể và 14 cá nhân đã "
        "có thành tích xuất sắc trong phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới” "
        "giai đoạn 2011 - 2014.\n"
        "Trong số này có xã Thanh Lâm, đơn vị dẫn đầu Phong trào thi đua yêu nước của Khối thi đua "
        "xã, thị trấn; Hội CCB xã với phong trào “CCB giúp nhau xóa đói giảm nghèo, làm kinh tế "
        "giỏi”; Chi đoàn thôn 5 với công trình thanh niên “Thắp sáng đường quê”.",
        [
            ("Cả nước chung sức xây dựng nông thôn mới", "phong trào", "2011/2014"),
            ("CCB giúp nhau xóa đói giảm nghèo, làm kinh tế giỏi", "phong trào", None),
        ],
        [],
        [],
        [],
    ),
    Whole(
        "post-office",
        "Bưu điện tỉnh ra quân đầu xuân",
        "2020-02-04",
        "Sáng 3/2, Bưu điện tỉnh tổ chức ra quân đầu xuân và phát động phong trào thi đua “Bưu điện "
        "- Văn hóa xã vững bước” năm 2020.\n"
        "Theo đó, phong trào được triển khai từ ngày 06/02/2020 đến ngày 31/12/2020 tại 156 điểm, "
        "với khẩu hiệu “Mỗi điểm một dịch vụ mới”. Ba đơn vị ký giao ước thi đua.",
        [("Bưu điện - Văn hóa xã vững bước", "phong trào", "2020-02-06/2020-12-31")],
        [],
        ["2020-02-06/2020-12-31"],
        [],
    ),
    Whole(
        "health-town",
        "Ngành Y tế thị xã hưởng ứng các phong trào",
        "2017-02-27",
        "Nhân kỷ niệm 62 năm Ngày Thầy thuốc Việt Nam (27/2/1955 - 27/2/2017), Trung tâm Y tế thị xã "
        "gặp mặt cán bộ qua các thời kỳ.\n"
        "Ngành đang thực hiện Kế hoạch “Đổi mới phong cách, thái độ phục vụ của cán bộ y tế hướng "
        "tới sự hài lòng của người bệnh”, phong trào xây dựng cơ sở y tế “Xanh - Sạch - Đẹp” và "
        "chiến dịch tiêm vắc xin sởi - rubella cho trẻ từ 1 đến 5 tuổi.\n"
        "Các bác sĩ trẻ mang chủ đề “Blouse trắng về bản” đi 14 chuyến trong năm.",
        [("Xanh - Sạch - Đẹp", "phong trào", None)],
        ["Blouse trắng về bản"],
        [],
        [("Ngày Thầy thuốc Việt Nam", 62)],
    ),
    Whole(
        "youth-congress",
        "Đoàn xã Mường Chà chào mừng Đại hội",
        "2022-02-14",
        "Đoàn xã Mường Chà đăng ký 7 công trình chào mừng Đại hội Đoàn các cấp, nhiệm kỳ 2022 - "
        "2027, lập thành tích kỷ niệm 91 năm Ngày thành lập Đoàn TNCS Hồ Chí Minh, 92 năm Ngày thành "
        "lập Đảng.\n"
        "Tháng Thanh niên năm 2022 với chủ đề “Tuổi trẻ tiên phong chuyển đổi số” sẽ diễn ra từ ngày "
        "20/02 đến ngày 31/3/2022, gồm 3 đợt cao điểm: “Ngày dọn biển”, “Tuần lễ nghĩa tình”, “Ngày "
        "đoàn viên”.\n"
        "Ba phong trào hành động cách mạng: Thanh niên tình nguyện; Tuổi trẻ sáng tạo; Tuổi trẻ xung "
        "kích bảo vệ Tổ quốc tiếp tục được đẩy mạnh.",
        [
            ("Thanh niên tình nguyện", "phong trào", None),
            ("Tuổi trẻ sáng tạo", "phong trào", None),
            ("Tuổi trẻ xung kích bảo vệ Tổ quốc", "phong trào", None),
        ],
        ["Tuổi trẻ tiên phong chuyển đổi số"],
        ["2022-02-20/2022-03-31"],
        [("Ngày thành lập Đoàn TNCS Hồ Chí Minh", 91), ("Ngày thành lập Đảng", 92)],
    ),
    Whole(
        "cluster-pledge",
        "Cụm thi đua số 4 ký giao ước năm 2016",
        "2016-03-15",
        "Ngày 11/3, Cụm thi đua số 4 gồm 6 huyện ký giao ước thi đua năm 2016, hưởng ứng phong trào "
        "thi đua do UBND tỉnh phát động với chủ đề: “Kỷ cương, năng động, thi đua thực hiện thắng "
        "lợi Nghị quyết Đại hội Đảng các cấp”.\n"
        "Các huyện thống nhất 10 nội dung, trong đó có các phong trào: “Hà Nam chung sức xây dựng "
        "nông thôn mới”, “Doanh nghiệp hội nhập và phát triển” và “Dạy tốt - Học tốt”; phấn đấu giữ "
        "vững danh hiệu “Đơn vị dẫn đầu”.",
        [
            ("Hà Nam chung sức xây dựng nông thôn mới", "phong trào", None),
            ("Doanh nghiệp hội nhập và phát triển", "phong trào", None),
            ("Dạy tốt - Học tốt", "phong trào", None),
        ],
        ["Kỷ cương, năng động, thi đua thực hiện thắng lợi Nghị quyết Đại hội Đảng các cấp"],
        [],
        [],
    ),
    Whole(
        "tax-sprint",
        "Chi cục Thuế phát động thi đua 45 ngày thu ngân sách",
        "2012-11-16",
        "Ngày 15/11/2012, Chi cục Thuế huyện Thanh Bình phát động đợt thi đua ngắn ngày “45 ngày thu "
        "đúng, thu đủ”, thời gian từ 16/11 đến 31/12/2012.\n"
        "Cán bộ thuế ký cam kết thực hiện 10 điều kỷ luật, cuộc vận động “Học tập và làm theo tấm "
        "gương đạo đức Hồ Chí Minh” và văn minh công sở.",
        [
            ("45 ngày thu đúng, thu đủ", "đợt thi đua", "2012-11-16/2012-12-31"),
            ("Học tập và làm theo tấm gương đạo đức Hồ Chí Minh", "cuộc vận động", None),
        ],
        [],
        ["2012-11-16/2012-12-31"],
        [],
    ),
    Whole(
        "models-conference",
        "Hội nghị điển hình tiên tiến",
        "2025-06-12",
        "Sáng 11/6, tỉnh tổ chức Hội nghị biểu dương điển hình tiên tiến giai đoạn 2020 - 2025 nhân "
        "kỷ niệm 77 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc (11/6/1948 - "
        "11/6/2025).\n"
        "Báo cáo nêu rõ: phong trào “Cả nước chung tay xóa nhà tạm, nhà dột nát” đã xóa 3.120 căn; "
        "phong trào thi đua “500 ngày đêm hoàn thành 3.000 km đường bộ cao tốc” được hưởng ứng; hàng "
        "nghìn tấm gương “Người tốt, việc tốt” được khen.\n"
        "Phát động thi đua giai đoạn 2026 - 2030, Chủ tịch UBND tỉnh nhấn mạnh tinh thần “Đã nói là "
        "làm”.",
        [
            ("Cả nước chung tay xóa nhà tạm, nhà dột nát", "phong trào", None),
            ("500 ngày đêm hoàn thành 3.000 km đường bộ cao tốc", "phong trào", None),
        ],
        [],
        ["2026/2030"],
        [("Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc", 77)],
    ),
    Whole(
        "unity-day",
        "Ngày hội Đại đoàn kết ở khu dân cư số 7",
        "2018-11-13",
        "Khu dân cư số 7 tổ chức Ngày hội Đại đoàn kết toàn dân tộc, kỷ niệm 88 năm Ngày thành lập "
        "Mặt trận Dân tộc thống nhất Việt Nam (18/11/1930 - 18/11/2018).\n"
        "Năm qua, khu dân cư thực hiện tốt phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”, "
        "“Toàn dân tham gia bảo vệ an ninh Tổ quốc”, 96% số hộ đạt “Gia đình văn hóa”. Bà con góp 84 "
        "triệu đồng hưởng ứng Quỹ “Đền ơn đáp nghĩa”, “Vì người nghèo”.",
        [
            ("Toàn dân đoàn kết xây dựng đời sống văn hóa", "phong trào", None),
            ("Toàn dân tham gia bảo vệ an ninh Tổ quốc", "phong trào", None),
        ],
        [],
        [],
        [("Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam", 88)],
    ),
    Whole(
        "ward-police",
        "Công an phường phát động phong trào phòng cháy",
        "2024-10-04",
        "Tối 3/10, Công an phường 5 ra mắt mô hình “Tổ liên gia an toàn phòng cháy”, hưởng ứng phong "
        "trào toàn dân phòng cháy, chữa cháy nhân Ngày 4/10.\n"
        "Chiến dịch “Mỗi nhà một bình chữa cháy” được phát động từ nay đến 31/12/2024. Chủ đề của "
        "tuần lễ: Chủ động từ mỗi gia đình.",
        [("Mỗi nhà một bình chữa cháy", "chiến dịch", "2024-10-04/2024-12-31")],
        ["Chủ động từ mỗi gia đình"],
        ["2024-10-04/2024-12-31"],
        [],
    ),
    Whole(
        "political-school",
        "Trường Chính trị tỉnh ký giao ước thi đua",
        "2023-01-18",
        "Chủ đề năm học 2023 là “Chuẩn mực, hiện đại, hội nhập”, Trường Chính trị tỉnh phát động hai "
        "phong trào: “Giờ giảng không giấy”; “Mỗi giảng viên một sáng kiến”, gắn với xây dựng trường "
        "chính trị chuẩn.\n"
        "Phong trào thứ nhất kéo dài từ tháng 01/2023 đến tháng 6/2023.",
        [("Giờ giảng không giấy", "phong trào", None), ("Mỗi giảng viên một sáng kiến", "phong trào", None)],
        ["Chuẩn mực, hiện đại, hội nhập"],
        ["2023-01/2023-06"],
        [],
    ),
    Whole(
        "two-goods",
        "Thi đua “Hai tốt” ở vùng biên",
        "2011-11-18",
        "Phát huy truyền thống hiếu học, thầy và trò huyện Mường Nhé dấy lên phong trào thi đua Hai "
        "tốt, phong trào thi đua “Mỗi giờ lên lớp là một lần đổi mới”.\n"
        "Năm học 2011 - 2012 là năm thứ năm ngành thực hiện cuộc vận động Hai không và cuộc vận động "
        "“Mỗi thầy giáo, cô giáo là một tấm gương đạo đức, tự học và sáng tạo”. Nhân kỷ niệm 29 năm "
        "Ngày Nhà giáo Việt Nam, huyện tuyên dương 46 thầy cô.",
        [
            ("Hai tốt", "phong trào", None),
            ("Mỗi giờ lên lớp là một lần đổi mới", "phong trào", None),
            ("Hai không", "cuộc vận động", None),
            ("Mỗi thầy giáo, cô giáo là một tấm gương đạo đức, tự học và sáng tạo", "cuộc vận động", None),
        ],
        [],
        [],
        [("Ngày Nhà giáo Việt Nam", 29)],
    ),
    Whole(
        "youth-plan",
        "KẾ HOẠCH Phát động phong trào thi đua “Tuổi trẻ Hòa An chung tay chuyển đổi số” "
        "giai đoạn 2022 - 2026",
        "2022-04-04",
        "Căn cứ Nghị quyết Đại hội Đoàn tỉnh, nhiệm kỳ 2022 - 2027; Ban Thường vụ Huyện đoàn Hòa An "
        "xây dựng Kế hoạch phát động phong trào thi đua “Tuổi trẻ Hòa An chung tay chuyển đổi số” "
        "giai đoạn 2022 - 2026 với các nội dung sau:\n"
        "I. MỤC ĐÍCH\n"
        "Lập thành tích chào mừng 92 năm Ngày thành lập Đoàn TNCS Hồ Chí Minh (26/3/1931 - "
        "26/3/2023).\n"
        "II. THỜI GIAN THỰC HIỆN\n"
        "Giai đoạn 1: từ tháng 4/2022 đến tháng 12/2023.\n"
        "Giai đoạn 2: từ tháng 01/2024 đến tháng 12/2026.\n"
        "III. KHẨU HIỆU: “Đâu cần thanh niên có, việc gì khó có thanh niên”.",
        [("Tuổi trẻ Hòa An chung tay chuyển đổi số", "phong trào", "2022/2026")],
        [],
        ["2022/2026", "2022-04/2023-12", "2024-01/2026-12"],
        [("Ngày thành lập Đoàn TNCS Hồ Chí Minh", 92)],
    ),
    Whole(
        "vietnamese-goods",
        "Điểm sáng từ một cuộc vận động",
        "2013-07-22",
        "Ba năm qua, Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam” đã đi vào nếp nghĩ "
        "của người dân thị trấn Bắc Yên. Sở Công Thương mở 14 phiên chợ “Đưa hàng Việt về nông "
        "thôn”, tổ chức Hội chợ từ ngày 10 đến 16/7/2013.\n"
        "Chị Sùng Thị Sua nói: “Cuộc vận động này thiết thực lắm”. Báo cáo cho thấy 78% người dân "
        "được hỏi đã đổi thói quen mua sắm. Huyện cũng lồng ghép với phong trào TDĐKXDĐSVH và chương "
        "trình mục tiêu quốc gia.",
        [
            ("Người Việt Nam ưu tiên dùng hàng Việt Nam", "cuộc vận động", None),
            ("TDĐKXDĐSVH", "phong trào", None),
        ],
        [],
        [],
        [],
    ),
    Whole(
        "army-without-name",
        "Phát động đợt thi đua cao điểm lập thành tích chào mừng 80 năm Quốc khánh",
        "2025-05-05",
        "Chiều 4/5, Bộ CHQS tỉnh phát động đợt thi đua cao điểm lập thành tích chào mừng kỷ niệm 80 "
        "năm Cách mạng Tháng Tám thành công (19/8/1945 - 19/8/2025) và Quốc khánh nước Cộng hòa xã "
        "hội chủ nghĩa Việt Nam (2/9/1945 - 2/9/2025), với chủ đề “Thần tốc, quyết thắng”.\n"
        "Đợt thi đua gồm 2 giai đoạn: giai đoạn 1 từ ngày 05/5 đến 30/6; giai đoạn 2 từ ngày 01/7 "
        "đến ngày 02/9/2025. Toàn đơn vị phấn đấu 100% chi bộ hoàn thành tốt nhiệm vụ.",
        [],
        ["Thần tốc, quyết thắng"],
        ["2025-05-05/2025-06-30", "2025-07-01/2025-09-02"],
        [
            ("Cách mạng Tháng Tám thành công", 80),
            ("Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam", 80),
        ],
    ),
    Whole(
        "fair-themes",
        "Hội chợ và Ngày hội sản vật",
        "2019-10-01",
        "Ngày hội Sản vật vùng cao năm 2019 có chủ đề Hương sắc miền đá, khai mạc tối 30/9, kéo dài "
        "từ ngày 30/9 đến 04/10/2019.\n"
        "Ngày hội có các hoạt động: thi nấu xôi; triển lãm ảnh “Mùa vàng”; hội thảo chủ đề “Liên kết "
        "tiêu thụ nông sản”; đêm nhạc với chủ đề “Về với bản”. Ban Tổ chức phát động chiến dịch nói "
        "không với túi ni lông trong khuôn viên.",
        [],
        ["Hương sắc miền đá", "Liên kết tiêu thụ nông sản", "Về với bản"],
        [],
        [],
    ),
    Whole(
        "health-union",
        "Công đoàn ngành Y tế phát động thi đua",
        "2023-05-12",
        "Công đoàn ngành Y tế tỉnh vừa phát động 3 đợt thi đua trong năm: “Nụ cười người bệnh” (từ "
        "15/5 đến 30/6/2023), “Ca trực an toàn” (từ 01/7 đến 30/9/2023), “Về đích” (từ 01/10 đến "
        "15/12/2023).\n"
        "Đồng thời tiếp tục đẩy mạnh phong trào thi đua “Lao động giỏi, lao động sáng tạo”, nhất là "
        "phong trào “Nâng cao y đức - Văn hóa ứng xử” trong nữ CNVCLĐ, hưởng ứng phong trào “Giỏi "
        "việc nước, đảm việc nhà”, “Văn phòng xanh” do LĐLĐ tỉnh phát động.",
        [
            ("Nụ cười người bệnh", "đợt thi đua", "2023-05-15/2023-06-30"),
            ("Ca trực an toàn", "đợt thi đua", "2023-07-01/2023-09-30"),
            ("Về đích", "đợt thi đua", "2023-10-01/2023-12-15"),
            ("Lao động giỏi, lao động sáng tạo", "phong trào", None),
            ("Nâng cao y đức - Văn hóa ứng xử", "phong trào", None),
            ("Giỏi việc nước, đảm việc nhà", "phong trào", None),
            ("Văn phòng xanh", "phong trào", None),
        ],
        [],
        ["2023-05-15/2023-06-30", "2023-07-01/2023-09-30", "2023-10-01/2023-12-15"],
        [],
    ),
    Whole(
        "staff-organs",
        "Khối thi đua các cơ quan tham mưu tổng kết năm 2017",
        "2018-01-10",
        "Năm 2017, với chủ đề thi đua “Năm kỷ cương hành chính”, các cơ quan trong Khối đã phát động "
        "và hưởng ứng 24 phong trào thi đua, điển hình như: Văn phòng Tỉnh ủy với phong trào “Tham "
        "mưu đúng, trúng, kịp thời”; Ban Dân vận với phong trào “Dân vận khéo”; Thanh tra tỉnh với "
        "phong trào “Cán bộ thanh tra nói ít, làm nhiều”.\n"
        "Kết thúc năm, 5 đơn vị được đề nghị tặng Cờ thi đua, 12 cá nhân đạt danh hiệu “Chiến sĩ thi "
        "đua cơ sở”. Trưởng khối năm 2018 là Ban Nội chính, đơn vị đề xuất chủ đề “Liêm chính - Hành "
        "động”.",
        [
            ("Tham mưu đúng, trúng, kịp thời", "phong trào", None),
            ("Dân vận khéo", "phong trào", None),
            ("Cán bộ thanh tra nói ít, làm nhiều", "phong trào", None),
        ],
        ["Năm kỷ cương hành chính", "Liêm chính - Hành động"],
        [],
        [],
    ),
    Whole(
        "old-people",
        "Người cao tuổi nêu gương",
        "2016-10-01",
        "Kỷ niệm 26 năm Ngày Quốc tế Người cao tuổi (01/10), Hội Người cao tuổi phường Tân Thịnh gặp "
        "mặt 120 hội viên.\n"
        "Phong trào “Tuổi cao - Gương sáng”, “Ông bà, cha mẹ mẫu mực, con cháu thảo hiền” cùng "
        "chương trình “Mắt sáng cho người cao tuổi” được duy trì nhiều năm. Hội hưởng ứng Tháng hành "
        "động vì người cao tuổi Việt Nam (từ 01/10 đến 31/10) với chủ đề “Hãy lên tiếng chống phân "
        "biệt tuổi tác”.",
        [
            ("Tuổi cao - Gương sáng", "phong trào", None),
            ("Ông bà, cha mẹ mẫu mực, con cháu thảo hiền", "phong trào", None),
        ],
        ["Hãy lên tiếng chống phân biệt tuổi tác"],
        ["2016-10-01/2016-10-31"],
        [("Ngày Quốc tế Người cao tuổi", 26)],
    ),
    Whole(
        "twenty-years",
        "Tổng kết 20 năm phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”",
        "2020-11-26",
        "Ngày 25/11, UBND huyện Ba Tri tổng kết 20 năm thực hiện phong trào “Toàn dân đoàn kết xây "
        "dựng đời sống văn hóa” giai đoạn 2000 - 2020, gọi tắt là Phong trào.\n"
        "Qua 20 năm, Phong trào gắn với cuộc vận động xây dựng nông thôn mới, làm đổi thay 22 xã; "
        "95% hộ đạt danh hiệu “Gia đình văn hóa”. Giai đoạn 2021 - 2025, huyện phấn đấu 100% ấp có "
        "nhà sinh hoạt cộng đồng.",
        [("Toàn dân đoàn kết xây dựng đời sống văn hóa", "phong trào", "2000/2020")],
        [],
        ["2000/2020"],
        [],
    ),
    Whole(
        "open-letter",
        "Thư ngỏ của Hội Khuyến học",
        "2021-08-25",
        "Kính thưa quý vị! Hưởng ứng Chương trình “Sóng và máy tính cho em”, Hội Khuyến học thị xã "
        "phát động chiến dịch “Máy cũ, tri thức mới” từ nay cho đến hết ngày 30/9/2021.\n"
        "Đây là hoạt động nhằm đẩy mạnh phong trào thi đua xây dựng “Gia đình học tập”, “Dòng họ học "
        "tập”, “Cộng đồng học tập” và hướng tới kỷ niệm 25 năm Ngày thành lập Hội Khuyến học Việt "
        "Nam (02/10/1996 - 02/10/2021).",
        [
            ("Máy cũ, tri thức mới", "chiến dịch", "2021-08-25/2021-09-30"),
            ("Gia đình học tập", "phong trào", None),
            ("Dòng họ học tập", "phong trào", None),
            ("Cộng đồng học tập", "phong trào", None),
        ],
        [],
        ["2021-08-25/2021-09-30"],
        [("Ngày thành lập Hội Khuyến học Việt Nam", 25)],
    ),
    Whole(
        "police-review",
        "Hà Giang: Tổng kết đợt cao điểm trấn áp tội phạm",
        "2022-02-18",
        "Ngày 17/2, Công an tỉnh Hà Giang tổng kết đợt cao điểm tấn công trấn áp các loại tội phạm, "
        "bảo đảm an ninh trật tự Tết Nguyên đán Nhâm Dần (từ 15/12/2021 đến 14/02/2022).\n"
        "Sau 2 tháng, toàn lực lượng triệt phá 214 vụ. Thực hiện phong trào thi đua “Vì an ninh Tổ "
        "quốc”, 9 tập thể được tặng Giấy khen.",
        [("Vì an ninh Tổ quốc", "phong trào", None)],
        [],
        ["2021-12-15/2022-02-14"],
        [],
    ),
    Whole(
        "directive",
        "Chỉ thị về tổ chức phong trào thi đua yêu nước năm 2019",
        "2019-01-15",
        "Chủ tịch UBND huyện chỉ thị các phòng, ban tổ chức phong trào thi đua yêu nước năm 2019 với "
        "chủ đề “Dân chủ, kỷ cương, liêm chính, hành động, sáng tạo”.\n"
        "Nội dung thi đua gắn với 5 phong trào do Thủ tướng Chính phủ phát động và các phong trào "
        "của tỉnh: “Cả nước chung sức xây dựng nông thôn mới”; “Doanh nghiệp Việt Nam hội nhập và "
        "phát triển”; “Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau”. Đợt 1 "
        "phát động từ nay đến 30/4/2019; đợt 2 từ tháng 5 đến tháng 9/2019.\n"
        "Thi đua lập thành tích chào mừng 89 năm Ngày thành lập Đảng Cộng sản Việt Nam.",
        [
            ("Cả nước chung sức xây dựng nông thôn mới", "phong trào", None),
            ("Doanh nghiệp Việt Nam hội nhập và phát triển", "phong trào", None),
            ("Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau", "phong trào", None),
        ],
        ["Dân chủ, kỷ cương, liêm chính, hành động, sáng tạo"],
        ["2019-01-15/2019-04-30", "2019-05/2019-09"],
        [("Ngày thành lập Đảng Cộng sản Việt Nam", 89)],
    ),
    Whole(
        "joint-programme",
        "Ký kết chương trình phối hợp giai đoạn 2020 - 2025",
        "2020-06-16",
        "Sáng 15/6, Hội LHPN tỉnh và Bộ Chỉ huy Bộ đội Biên phòng tỉnh ký kết Chương trình phối hợp "
        "“Đồng hành cùng phụ nữ biên cương” giai đoạn 2020 - 2025.\n"
        "Hai bên đánh giá kết quả chương trình giai đoạn 2018 - 2020: xây 14 mái ấm, tặng 230 con "
        "giống. Phong trào thi đua Quyết thắng của bộ đội gắn với phong trào “Phụ nữ tích cực học "
        "tập, lao động sáng tạo, xây dựng gia đình hạnh phúc”.",
        [
            ("Quyết thắng", "phong trào", None),
            ("Phụ nữ tích cực học tập, lao động sáng tạo, xây dựng gia đình hạnh phúc", "phong trào", None),
        ],
        [],
        ["2020/2025"],
        [],
    ),
    Whole(
        "tree-festival",
        "Phát động Tết trồng cây và phong trào “Vì một Tây Ninh xanh”",
        "2021-02-18",
        "Sáng mùng 6 Tết, lãnh đạo tỉnh dự lễ phát động Tết trồng cây “Đời đời nhớ ơn Bác Hồ” và "
        "phong trào “Vì một Tây Ninh xanh” giai đoạn 2021 - 2025.\n"
        "Từ nay đến năm 2025, tỉnh trồng mới 3 triệu cây, hưởng ứng Chương trình “Trồng một tỷ cây "
        "xanh”.",
        [("Vì một Tây Ninh xanh", "phong trào", "2021/2025")],
        [],
        ["2021/2025"],
        [],
    ),
    Whole(
        "town-youth",
        "Thị đoàn Sông Cầu ra quân Tháng Thanh niên",
        "2019-03-01",
        "Hưởng ứng Năm Thanh niên tình nguyện, sáng nay Thị đoàn Sông Cầu ra quân Tháng Thanh niên "
        "2019 với chủ đề “Tuổi trẻ Sông Cầu sáng tạo, tình nguyện”. Tháng Thanh niên diễn ra đến hết "
        "ngày 31/3.\n"
        "Tuổi trẻ thị xã duy trì 3 phong trào hành động cách mạng “Tuổi trẻ xung kích bảo vệ Tổ "
        "quốc”, “Thanh niên tình nguyện”, “Tuổi trẻ sáng tạo” và 3 chương trình đồng hành với thanh "
        "niên.",
        [
            ("Tuổi trẻ xung kích bảo vệ Tổ quốc", "phong trào", None),
            ("Thanh niên tình nguyện", "phong trào", None),
            ("Tuổi trẻ sáng tạo", "phong trào", None),
        ],
        ["Tuổi trẻ Sông Cầu sáng tạo, tình nguyện"],
        [],
        [],
    ),
    Whole(
        "garment-spring",
        "Đợt thi đua “Mừng Đảng, mừng xuân” ở Công ty May 20",
        "2015-01-20",
        "Công ty May 20 vừa phát động đợt thi đua “Mừng Đảng, mừng xuân” trong toàn thể người lao "
        "động. Theo đó, từ ngày 15/01 đến ngày 10/02/2015, các chuyền may phấn đấu vượt 8% năng "
        "suất, thực hiện khẩu hiệu “Sạch chuyền, đẹp xưởng”.\n"
        "Công ty có 6 sáng kiến được tặng Bằng Lao động sáng tạo của Tổng Liên đoàn Lao động Việt "
        "Nam.",
        [("Mừng Đảng, mừng xuân", "đợt thi đua", "2015-01-15/2015-02-10")],
        [],
        ["2015-01-15/2015-02-10"],
        [],
    ),
    Whole(
        "border-post",
        "Bộ đội Biên phòng kỷ niệm ngày truyền thống",
        "2024-02-28",
        "Đồn Biên phòng Lũng Cú kỷ niệm 65 năm Ngày truyền thống Bộ đội Biên phòng và 35 năm “Ngày "
        "Biên phòng toàn dân” (03/3/1989 - 03/3/2024).\n"
        "Đơn vị giữ vững danh hiệu Đơn vị Quyết thắng 5 năm liền; thực hiện tốt phong trào “Quân đội "
        "chung sức xây dựng nông thôn mới”, chương trình “Nâng bước em tới trường”, cuộc vận động "
        "Phát huy truyền thống, cống hiến tài năng, xứng danh Bộ đội Cụ Hồ thời kỳ mới.",
        [
            ("Quân đội chung sức xây dựng nông thôn mới", "phong trào", None),
            (
                "Phát huy truyền thống, cống hiến tài năng, xứng danh Bộ đội Cụ Hồ thời kỳ mới",
                "cuộc vận động",
                None,
            ),
        ],
        [],
        [],
        [("Ngày truyền thống Bộ đội Biên phòng", 65), ("Ngày Biên phòng toàn dân", 35)],
    ),
    Whole(
        "motorway",
        "Sở Giao thông vận tải hưởng ứng chiến dịch 500 ngày đêm",
        "2024-08-20",
        "Sở Giao thông vận tải ký giao ước hưởng ứng Phong trào thi đua “500 ngày đêm thi đua hoàn "
        "thành 3.000 km đường bộ cao tốc” do Thủ tướng Chính phủ phát động ngày 18/8/2024.\n"
        "Các nhà thầu cam kết thi công “3 ca, 4 kíp”, “xuyên lễ, xuyên Tết”, hoàn thành gói thầu "
        "trước ngày 30/6/2025. Đợt thi đua của Sở được chia làm hai chặng: chặng 1 từ 20/8 đến "
        "31/12/2024, chặng 2 từ 01/01 đến 30/6/2025.",
        [("500 ngày đêm thi đua hoàn thành 3.000 km đường bộ cao tốc", "phong trào", None)],
        [],
        ["2024-08-20/2024-12-31", "2025-01-01/2025-06-30"],
        [],
    ),
]
