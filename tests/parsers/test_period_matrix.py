"""Periods in every wording: each drive, purpose and stretch in each sentence. Written for this test."""

from __future__ import annotations

from itertools import product

import pytest

from parsers import extract

DRIVES = [
    "phong trào thi đua “Xã Mỹ An chung sức làm đường”",
    "đợt thi đua “90 ngày vì dân phục vụ”",
    "cuộc vận động “Mỗi nhà một vườn rau”",
    "chiến dịch “Tuổi trẻ vì biển xanh”",
    "đợt thi đua đặc biệt",
    "phong trào thi đua xây dựng nông thôn mới",
    "đợt cao điểm bảo đảm trật tự an toàn giao thông",
]
STRETCHES = [
    ("từ ngày 15/4 đến ngày 30/6/2023", "2023-04-15/2023-06-30"),
    ("từ 15/4 - 30/6/2023", "2023-04-15/2023-06-30"),
    ("từ tháng 4 đến tháng 6/2023", "2023-04/2023-06"),
    ("từ nay đến hết ngày 30/6", "2023-04-10/2023-06-30"),
    ("từ ngày 15 tháng 4 năm 2023 đến hết ngày 30 tháng 6 năm 2023", "2023-04-15/2023-06-30"),
    ("từ tháng 4/2023 đến hết tháng 12/2025", "2023-04/2025-12"),
    ("từ 15.4 đến 30.6", "2023-04-15/2023-06-30"),
    ("từ ngày 15-4 đến 30-6-2023", "2023-04-15/2023-06-30"),
    ("trong giai đoạn 2023 - 2025", "2023/2025"),
    ("giai đoạn 2023-2025", "2023/2025"),
    ("từ năm 2023 đến năm 2025", "2023/2025"),
]
SENTENCES = [
    "UBND huyện phát động {drive} {stretch}.",
    "UBND huyện phát động {drive}, {stretch}.",
    "UBND huyện phát động {drive} ({stretch}).",
    "Thời gian thực hiện {drive}: {stretch}.",
    "Các xã thi đua sôi nổi. Theo kế hoạch, {drive} được triển khai {stretch}.",
    "Tới đây, {drive} diễn ra {stretch}.",
    "Được biết, {drive} kéo dài {stretch}.",
    "UBND huyện ban hành Kế hoạch số 12/KH-UBND phát động {drive} {stretch}.",
    "UBND huyện phát động {drive}. Thời gian thực hiện {stretch}.",
    "UBND huyện phát động {drive}. Thời gian: {stretch}.",
    "UBND huyện phát động {drive}.\nThời gian thi đua\n{stretch}.",
    "UBND huyện phát động {drive}. Đợt thi đua được tổ chức {stretch}.",
    "Sáng 10/4, UBND huyện tổ chức lễ phát động {drive}, diễn ra {stretch}.",
]
PURPOSES = [
    "thực hiện Nghị quyết Đại hội Đảng bộ tỉnh",
    "lập thành tích chào mừng Đại hội Đảng",
    "hoàn thành công tác bồi thường, tái định cư",
    "thực hiện Chỉ thị 34 của Bộ Chính trị",
    "đẩy mạnh công tác chuyển đổi số",
    "nâng cao kết quả học tập",
    "chào mừng Đại hội Công đoàn, nhiệm kỳ 2023 - 2028",
    "hưởng ứng Hội thi tay nghề",
    "thực hiện Đề án 06",
    "chào mừng 48 năm Ngày giải phóng quê hương",
]
BEHIND_A_PURPOSE = [
    ", từ ngày 15/4 đến ngày 30/6/2023.",
    " từ ngày 15/4 đến ngày 30/6/2023.",
    " (từ 15/4 - 30/6/2023).",
    ", thời gian từ 15/4 đến hết 30/6/2023.",
    ". Thời gian thi đua từ ngày 15/4 đến 30/6/2023.",
    ". Đợt thi đua diễn ra từ 15/4 đến 30/6.",
    ". Theo đó, từ 15/4 đến 30/6, các đơn vị thi đua hoàn thành chỉ tiêu.",
]
OPENINGS = [
    "UBND huyện phát động đợt thi đua",
    "Sở Y tế mở đợt thi đua cao điểm",
    "LĐLĐ tỉnh vừa ban hành kế hoạch tổ chức đợt thi đua",
]
LEADS = [
    "UBND huyện phát động phong trào thi đua yêu nước năm 2023.",
    "Sáng 10/4, LĐLĐ tỉnh phát động đợt thi đua “Vì đoàn viên”.",
    "Hội nghị sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2023.",
    "Phong trào thi đua “Dân vận khéo” được các xã hưởng ứng.",
]
NO_PERIODS = [
    "Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - 2025 được triển khai đồng bộ.",
    "Nghị quyết Đại hội Đảng bộ huyện nhiệm kỳ 2020 - 2025 được cụ thể hóa.",
    "Kế hoạch phát triển kinh tế - xã hội 5 năm 2021 - 2025 là nhiệm vụ trọng tâm.",
    "Giai đoạn 2016 - 2020, toàn huyện đã huy động 300 tỷ đồng.",
    "Từ năm 2020 đến năm 2022, huyện có 12 tập thể được tặng Cờ thi đua.",
    "Lễ hội diễn ra từ ngày 1/5 đến ngày 3/5/2023.",
    "Hội thao tổ chức từ 12/5 đến 14/5.",
    "Từ 1/1 đến 31/3/2023, toàn tỉnh xảy ra 12 vụ tai nạn.",
    "Từ đầu tháng 1 đến hết tháng 3/2023, các đơn vị đã trồng 3.000 cây.",
    "Đề án chuyển đổi số giai đoạn 2022 - 2025 đã được phê duyệt.",
    "Đại hội Công đoàn huyện nhiệm kỳ 2023 - 2028 diễn ra từ 5/5 đến 6/5/2023.",
    "Năm học 2022 - 2023, ngành giáo dục huyện đạt nhiều giải.",
    "6 tháng đầu năm 2023, thu ngân sách đạt 60% kế hoạch.",
    "Ông Nam làm Bí thư Chi bộ từ năm 2010 đến năm 2020.",
    "Chỉ thị số 34-CT/TW về thi đua giai đoạn 2014 - 2024 được tổng kết.",
    "Các cá nhân có thành tích trong phong trào thi đua giai đoạn 2018 - 2022 được tặng Bằng khen.",
]


def periods(text: str) -> list[str]:
    return list(extract(f"Thi đua ở cơ sở\n{text}", published="2023-04-10").periods)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_drive_runs_for_every_stretch(sentence: str) -> None:
    wrong = []
    for drive, (stretch, value) in product(DRIVES, STRETCHES):
        text = sentence.format(drive=drive, stretch=stretch)
        if (found := periods(text)) != [value]:
            wrong.append((text, found))
    assert wrong == []


@pytest.mark.parametrize("behind", BEHIND_A_PURPOSE)
def test_a_purpose_hides_no_period(behind: str) -> None:
    wrong = []
    for opening, purpose in product(OPENINGS, PURPOSES):
        text = f"{opening} {purpose}{behind}"
        if (found := periods(text)) != ["2023-04-15/2023-06-30"]:
            wrong.append((text, found))
    assert wrong == []


@pytest.mark.parametrize("lead", LEADS)
def test_what_else_lasts_beside_a_drive(lead: str) -> None:
    found = {text: periods(f"{lead} {text}") for text in NO_PERIODS}
    assert {text: value for text, value in found.items() if value} == {}


def test_from_now_on_is_never_in_the_past() -> None:
    text = "Huyện phát động thi đua. Các xã tập trung từ nay đến 22/12 vào ba việc."
    assert extract(text, published="2023-04-10").dates == ("2023-04-10/2023-12-22",)


def test_a_run_that_is_over() -> None:
    text = "Sau 3 tháng thực hiện (từ 10/1 đến 10/4/2023), đợt thi đua của kiểm lâm đã kết thúc."
    assert periods(text) == ["2023-01-10/2023-04-10"]
