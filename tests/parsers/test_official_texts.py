"""Official texts as pages show them: torn headings, headlines of the page's own, lost type lines."""

import pytest

from parsers import extract

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n"
CHAIN = "Căn cứ Luật Thi đua, Khen thưởng ngày 15 tháng 6 năm 2022;\n\nĐiều 1. Ban hành kèm theo.\n"

CASES = [
    (
        "Thư viện văn bản\nĐang mở, xin chờ...\n\nỦY BAN NHÂN DÂN\nTỈNH SÓC TRĂNG\n-------\n\n"
        + MOTTO
        + "\nSố: 87/KH-UBND\n\nSóc Trăng, ngày 05 tháng 8 năm 2022\n\nKẾ HOẠCH\n\n"
        "TỔ CHỨC HỘI THI DÂN VẬN KHÉO\n\n" + CHAIN,
        "KẾ HOẠCH TỔ CHỨC HỘI THI DÂN VẬN KHÉO",
        ("87/KH-UBND", "2022-08-05"),
        "a site's own lines above the heading are no headline",
    ),
    (
        "Quyết định 18/2023/QĐ-UBND về Quy chế thi đua của tỉnh Kon Tum\n"
        "Số hiệu: 18/2023/QĐ-UBND Loại văn bản: Quyết định\nNgày ban hành: 11/05/2023\n\n"
        "ỦY BAN NHÂN DÂN\nTỈNH KON TUM\n--------\n\n"
        + MOTTO
        + "\nSố: 18/2023/QĐ-UBND\n\nKon Tum, ngày 11 tháng 5 năm 2023\n\nQUYẾT ĐỊNH\n\n"
        "VỀ QUY CHẾ THI ĐUA CỦA TỈNH KON TUM\n\n" + CHAIN,
        "Quyết định 18/2023/QĐ-UBND về Quy chế thi đua của tỉnh Kon Tum",
        ("18/2023/QĐ-UBND", "2023-05-11"),
        "a headline that says again what the text is counts as displayed; issue is not posting",
    ),
    (
        "ỦY\nBAN NHÂN DÂN\nTỈNH TÂY NINH\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\n|\nSố:\n733/QĐ-UBND\n|\nTây Ninh, ngày 09 tháng 03 năm 2015\n|\n"
        'QUYẾT ĐỊNH\nBAN HÀNH "QUY ĐỊNH KHEN THƯỞNG" TỈNH TÂY NINH\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n' + CHAIN,
        'QUYẾT ĐỊNH BAN HÀNH "QUY ĐỊNH KHEN THƯỞNG" TỈNH TÂY NINH',
        ("733/QĐ-UBND", "2015-03-09"),
        "cells torn inside words, parted by table bars; the issuer's line ends the subject",
    ),
    (
        "UỶ BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n"
        "Số: 52/2012/QĐ-UBND | Hà Nam, ngày 20 tháng 12 năm 2012 |\n"
        "BAN HÀNH QUY ĐỊNH VỀ KHEN THƯỞNG CỦA TỈNH HÀ NAM\nUỶ BAN NHÂN DÂN TỈNH HÀ NAM\n" + CHAIN,
        "BAN HÀNH QUY ĐỊNH VỀ KHEN THƯỞNG CỦA TỈNH HÀ NAM",
        ("52/2012/QĐ-UBND", "2012-12-20"),
        "the page has lost the type's line",
    ),
    (
        "CÔNG AN TỈNH NGHỆ AN\nSố 3059/KH-CAT-PX03\n"
        + MOTTO
        + "Nghệ An, ngày 21 tháng 01 năm 2022\nKẾ HOẠCH\nPhát động thi đua lập công\n"
        + CHAIN,
        "KẾ HOẠCH Phát động thi đua lập công",
        ("3059/KH-CAT-PX03", "2022-01-21"),
        "no colon behind Số, and the number above the motto",
    ),
    (
        "BAN CHẤP HÀNH TRUNG ƯƠNG                         ĐOÀN TNCS HỒ CHÍ MINH\n\n***\n\n"
        "   Số: 96 - HD/TWĐTN-BTG               Hà Nội, ngày 3 tháng 3 năm 2022\n\nHƯỚNG DẪN\n"
        "Tuyên truyền các\nngày lễ lớn năm 2022\n\n" + CHAIN,
        "HƯỚNG DẪN Tuyên truyền các ngày lễ lớn năm 2022",
        ("96-HD/TWĐTN-BTG", "2022-03-03"),
        "no motto: number and place with its date make the heading",
    ),
    (
        "BỘ NỘI VỤ\nVỤ CHÍNH QUYỀN ĐỊA PHƯƠNG\nSố: 87/CQĐP\nV/v hướng dẫn bình xét thi đua các cụm năm 2020\n"
        + MOTTO
        + "Hà Nội, ngày 05 tháng 6 năm 2020\nKính gửi: Sở Nội vụ các tỉnh\n"
        + CHAIN,
        "V/v hướng dẫn bình xét thi đua các cụm năm 2020",
        ("87/CQĐP", "2020-06-05"),
        "a letter's subject above the motto is its title, the masthead is not",
    ),
]


@pytest.mark.parametrize(("page", "title", "own", "reason"), CASES, ids=[case[3][:40] for case in CASES])
def test_official_text(page: str, title: str, own: tuple[str, str], reason: str) -> None:
    notice = extract(page)
    assert notice.title == title, reason
    assert own in [(d.number, d.issued) for d in notice.documents], reason
    assert notice.published is None, reason


def test_a_report_above_an_official_text_stays() -> None:
    report = (
        "UBND tỉnh Sóc Trăng vừa ban hành kế hoạch hội thi, trong đó giao các huyện chọn đội trước tháng 9."
    )
    page = f"Hội thi dân vận khéo năm 2022\n\n{report}\n\n{CASES[0][0].split('chờ...')[1]}"
    notice = extract(page)
    assert notice.title == "Hội thi dân vận khéo năm 2022"
    assert report in notice.body
    assert "87/KH-UBND" in [d.number for d in notice.documents]


def test_a_date_torn_from_its_line_is_no_counter() -> None:
    page = f"{CASES[2][0]}Xét đề nghị tại Tờ trình số 41/TTr-SNV ngày\n12/02/2015,\nĐiều 2. Thi hành.\n"
    assert "2015-02-12" in extract(page).dates
