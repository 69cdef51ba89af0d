from __future__ import annotations

from datetime import date

import pytest

from parsers.campaigns.periods import find_periods
from parsers.dates.finder import find_dates
from parsers.found import Found, Source, Span
from parsers.movements.finder import find_movements
from parsers.notice import Movement
from parsers.text import Text


def periods(text: str, title: str = "", published: str | None = None) -> list[str]:
    anchor = date.fromisoformat(published) if published else None
    source = Source(Text.of(title), Text.of(text), anchor)
    found = find_periods(source, find_dates(source, []), [])
    return list(dict.fromkeys(item.value for item in found if item.confidence >= 0.5))


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "Phong trào được thực hiện trong 5 năm, từ 2015 đến 2020.",
            ["2015/2020"],
            "so many years, then which",
        ),
        ("Cuộc vận động diễn ra trong 5 năm (2015-2020).", ["2015/2020"], "so many years, in brackets"),
        (
            "Bắt đầu từ ngày 16/12/2019 đến 15/2/2020, theo lệnh của Bộ, các đơn vị đồng loạt ra quân.",
            ["2019-12-16/2020-02-15"],
            "what all set out for",
        ),
        ("Qua 5 năm thực hiện phong trào, từ 2009 đến 2014, xã đổi thay.", [], "years that are over"),
        (
            "Phát động thi đua. Đợt 1 từ nay đến 31/12/2014, đợt 2 từ 1/1/2015 đến 30/4/2015.",
            ["../2014-12-31", "2015-01-01/2015-04-30"],
            "phases, the first from now",
        ),
        (
            "Thành đoàn triển khai kế hoạch xây dựng khu phố văn hóa, diễn ra từ nay đến ngày 15/12/2014.",
            ["../2014-12-15"],
            "a plan from now",
        ),
        ("Cụm phát động phong trào thi đua ngay từ quý I/2026.", [], "when it begins, not how long it runs"),
        (
            "Đợt thi đua gồm ba nội dung. Thời gian thực hiện: Từ ngày 01/9/2021 đến hết ngày 10/12/2021.",
            ["2021-09-01/2021-12-10"],
            "a schedule",
        ),
        (
            "Thời gian thực hiện: Phong trào thi đua được thực hiện từ năm 2021 đến hết năm 2025.",
            ["2021/2025"],
            "a schedule in a sentence",
        ),
        (
            "Phong trào thi đua của trường.\n2. Thời gian: chia 2 chặng\n- Chặng I: từ 08/10 đến 27/10/2012\n"
            "- Chặng II: từ 29/10 đến 17/11/2012",
            ["2012-10-08/2012-10-27", "2012-10-29/2012-11-17"],
            "phases, one a line",
        ),
        (
            "Phong trào nước rút.\nIII. THỜI GIAN\n1. Giai đoạn 1: từ tháng 7/2022 đến tháng 12/2023.",
            ["2022-07/2023-12"],
            "a phase under a heading",
        ),
        (
            "Việc thi đua chia hai giai đoạn: giai đoạn 1 từ năm 2024 đến hết năm 2025; giai đoạn 2 từ năm "
            "2026 đến hết năm 2030.",
            ["2024/2025", "2026/2030"],
            "phases of years",
        ),
        (
            "Đợt thi đua kéo dài từ ngày 1-10 đến hết ngày 29-12-2023.",
            ["2023-10-01/2023-12-29"],
            "a campaign that lasts",
        ),
        (
            "Đợt thi đua lập thành tích chào mừng Đại hội Đảng bộ, diễn ra từ ngày 1/3 đến 30/6/2020.",
            ["2020-03-01/2020-06-30"],
            "what the campaign is for does not veto it",
        ),
        (
            "Tháng Thanh niên diễn ra từ 28/2 đến 31/3/2010.",
            ["2010-02-28/2010-03-31"],
            "a month of action",
        ),
        (
            "Từ ngày 02/5 đến 28/7/2017, toàn Cụm đồng loạt mở đợt thi đua “Nghìn sáng kiến”.",
            ["2017-05-02/2017-07-28"],
            "the campaign named behind",
        ),
        (
            "Hội nghị đã phát động phong trào thi đua giai đoạn 2017 - 2021.",
            ["2017/2021"],
            "a campaign that is launched",
        ),
        (
            "Hai bên ký kết Chương trình phối hợp về công đoàn giai đoạn 2017-2022.",
            ["2017/2022"],
            "a programme that is signed",
        ),
        (
            "Kế hoạch được triển khai từ tháng 01/2019 đến tháng 12/2019.",
            ["2019-01/2019-12"],
            "a plan that runs",
        ),
        (
            "Chương trình thi đua của Khối sẽ được thực hiện từ ngày 22/01/2024 đến ngày 20/12/2024.",
            ["2024-01-22/2024-12-20"],
            "a programme that runs",
        ),
        (
            "Huyện ban hành kế hoạch tuyên truyền. Thời gian thực hiện: từ ngày 15/01 đến 15/02/2019.",
            ["2019-01-15/2019-02-15"],
            "the schedule of a plan",
        ),
        (
            "Phong trào được thực hiện từ năm 2021 đến hết năm 2025, chia thành hai giai đoạn: 2021 - 2023 "
            "và 2024 -2025.",
            ["2021/2025", "2021/2023", "2024/2025"],
            "a movement that runs, and its parts",
        ),
        (
            "Phong trào gồm hai giai đoạn: Giai đoạn I (2016 - 2018): mở; Giai đoạn II (2019 - 2020): kết.",
            ["2016/2018", "2019/2020"],
            "phases in brackets",
        ),
        (
            "Kế hoạch một lo đê. Kế hoạch hai lo rừng. Cả hai cùng được thực hiện trong giai "
            "đoạn 2021 - 2025.",
            ["2021/2025"],
            "both plans",
        ),
        (
            "Huyện phát động đợt thi đua cao điểm trong quý IV/2022 nhằm về đích sớm.",
            ["2022-10/2022-12"],
            "a drive launched for a quarter",
        ),
        (
            "Đợt thi đua bắt đầu từ ngày 9/11 và kết thúc vào ngày 28/12/2022.",
            ["2022-11-09/2022-12-28"],
            "beginning and end told apart",
        ),
        (
            "Công đoàn phát động đợt thi đua 60 ngày, từ 1/11 đến 30/12/2022.",
            ["2022-11-01/2022-12-30"],
            "a count of days, then the days",
        ),
        (
            "Đợt cao điểm tấn công tội phạm, kéo dài 2 tháng từ 15/12/2021 đến 14/02/2022.",
            ["2021-12-15/2022-02-14"],
            "a police drive",
        ),
        (
            "Thi đua chia 02 đợt: Đợt 1: thi đua trong 6 tháng đầu năm 2024; Đợt 2: 6 tháng cuối năm 2024.",
            ["2024-01/2024-06", "2024-07/2024-12"],
            "phases of half a year",
        ),
        (
            "Thời gian phát động cuộc thi bắt đầu từ ngày 1/10/2021 đến ngày 30/11/2021. Phong trào sôi nổi.",
            [],
            "the run of a contest",
        ),
        ("Chương trình hành động được thực hiện từ năm 2021 đến năm 2025.", [], "a cited policy that runs"),
        ("Tháng Thanh niên sôi nổi. Hội thi nấu ăn diễn ra từ 5/3 đến 8/3/2014.", [], "a contest in a month"),
        ("Nhiệm kỳ 2020 - 2025, Đảng bộ phát động phong trào lớn.", [], "a term"),
        ("Phong trào bám sát Kế hoạch 5 năm (2021 - 2025) của tỉnh.", [], "a cited plan"),
        (
            "Phát động phong trào thực hiện Nghị quyết về chuyển đổi số giai đoạn 2022-2025.",
            [],
            "a cited policy",
        ),
        (
            "Tiếp tục thực hiện phong trào “Văn hóa công sở” giai đoạn 2019 - 2025.",
            [],
            "a movement that goes on elsewhere",
        ),
        ("Lễ hội cà phê diễn ra từ ngày 8 đến 13/3/2017.", [], "a festival"),
        ("Phát động cuộc thi viết giai đoạn 2017-2020.", [], "a contest"),
        (
            "Phong trào thi đua năm nay. Thời gian nhận hồ sơ: từ 18/5/2023 đến 16/6/2023.",
            [],
            "an application",
        ),
        (
            "Phong trào phòng dịch.\n2. Thời gian tính thành tích\nTừ ngày 01/5/2021 đến ngày 30/9/2021.",
            [],
            "achievements counted",
        ),
        (
            "Khen các tập thể có thành tích xuất sắc trong phong trào từ tháng 7/2021 đến tháng 01/2022.",
            [],
            "achievements rewarded",
        ),
        (
            "Biểu dương điển hình tiên tiến giai đoạn 2020 - 2025 và phát động đợt thi đua mới.",
            [],
            "what is looked back on",
        ),
        ("Chào mừng kỷ niệm 25 năm tái lập tỉnh (01/01/1997 - 01/01/2022).", [], "an anniversary's pair"),
        ("6 tháng cuối năm 2020, phong trào thi đua sôi nổi.", [], "a half-year alone"),
        ("Thời gian thanh tra: từ 1/1/2010 đến tháng 6/2017.", [], "no campaign at all"),
    ],
)
def test_in_the_body(text: str, expected: list[str], reason: str) -> None:
    assert periods(text) == expected, reason


@pytest.mark.parametrize(
    ("title", "expected", "reason"),
    [
        ("Phong trào thi đua “Vì người nghèo” giai đoạn 2021 - 2025", ["2021/2025"], "a movement's years"),
        (
            "Sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2023",
            ["2023-07/2023-12"],
            "the tasks ahead, not what is summed up",
        ),
        ("Kế hoạch phát triển du lịch giai đoạn 2021-2025", ["2021/2025"], "a plan's years"),
        ("Đại hội Công đoàn nhiệm kỳ 2017 - 2022 phát động thi đua", [], "a term"),
        ("Sơ kết phong trào thi đua 6 tháng đầu năm 2014", [], "a half-year that is over"),
    ],
)
def test_in_the_title(title: str, expected: list[str], reason: str) -> None:
    assert periods("Xã họp.", title) == expected, reason


def test_from_now_begins_on_the_date_of_publication() -> None:
    text = "Phong trào thi đua được phát động từ nay đến ngày 31/12/2018."
    assert periods(text, published="2018-01-26") == ["2018-01-26/2018-12-31"]
    assert periods(text) == ["../2018-12-31"]


def test_what_the_movements_say() -> None:
    """A movement's days count, and its years where the first sentence names it alone."""
    for text, expected in (
        ("“Chiến dịch Sóng xanh” diễn ra từ 12-7 đến 16-8-2020.", ["2020-07-12/2020-08-16"]),
        ("Sau ba năm, phong trào “Sóng xanh” giai đoạn 2019 - 2025 đã lan xa.", ["2019/2025"]),
        ("Xã họp. Sau ba năm, phong trào “Sóng xanh” giai đoạn 2019 - 2025 đã lan xa.", []),
    ):
        source = Source(Text.of(""), Text.of(text))
        dates = find_dates(source, [])
        found = find_periods(source, dates, find_movements(source, dates))
        assert [item.value for item in found if item.confidence >= 0.5] == expected, text


def test_the_years_of_a_movement_that_the_title_names() -> None:
    title = "Xã hưởng ứng Chung tay vì cộng đồng"
    text = Text.of("Nhiều việc hay. Chung tay vì cộng đồng giai đoạn 2021-2025 được dân mến.")
    start = text.norm.index("Chung tay")
    span = Span("body", start, start + len("Chung tay vì cộng đồng"))
    source = Source(Text.of(title), text)
    movement = Found(Movement("Chung tay vì cộng đồng", period="2021/2025"), span)
    dates = find_dates(source, [])
    assert [item.value for item in find_periods(source, dates, [movement])] == ["2021/2025"]
    assert find_periods(source, dates, []) == []


@pytest.mark.parametrize(
    "piece", ["thời gian ", "phong trào ", "đợt 1 từ 1/2/2020 đến 3/4/2020 ", "từ nay đến 5/6 "]
)
def test_hostile_repetition_is_read_to_its_end(piece: str) -> None:
    text = f"{piece * 500}\nĐợt thi đua kéo dài từ 1/10/2023 đến 29/12/2023."
    assert periods(text)[-1] == "2023-10-01/2023-12-29"
