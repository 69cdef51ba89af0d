import re
from html import unescape

from bs4 import BeautifulSoup

from parsers.notice import Attachment, Document, Mention, Movement, Notice
from pipeline.commands.show import marked_page, marked_text

BODY = "UBND xã ban hành Kế hoạch số 12/KH-UBND.\nPhong trào “Sạch làng” <b>năm</b> & sau."


def mention(field, text, start=None):
    start = BODY.index(text) if start is None else start
    return Mention(field, text, "body", start, start + len(text), text, 1.0)


def words(html):
    return "".join(BeautifulSoup(html, "html.parser").get_text().split())


def test_all_of_the_text_is_shown_and_passages_are_labelled():
    html = marked_text(BODY, [mention("documents", "12/KH-UBND"), mention("movements", "Sạch làng")])
    labels = re.findall(r">\s*(DOCUMENTS|MOVEMENTS)\s*<", html)
    assert labels == ["DOCUMENTS", "MOVEMENTS"]
    assert words(html).replace("DOCUMENTS", "").replace("MOVEMENTS", "") == "".join(BODY.split())


def test_overlapping_passages_are_both_marked():
    outer, inner = mention("documents", "Kế hoạch số 12/KH-UBND"), mention("dates", "12")
    html = marked_text(BODY, [inner, outer])
    assert "DOCUMENTS" in html
    assert "DATES" in html


def test_a_long_paragraph_is_shown_whole():
    text = " ".join(f"từ{i}" for i in range(1000))
    shown = unescape(re.sub("<[^>]+>", " ", marked_text(text, []))).split()
    assert shown == text.split()


def test_a_hostile_page_can_do_nothing():
    evil = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\"'"
    notice = Notice(
        id=evil, url="javascript:alert(1)", title=evil, published=None, author=evil, province=None,
        body=f"{evil}\n{evil}",
        documents=(Document(evil, evil, evil, evil),),
        movements=(Movement(evil),),
        themes=(evil,),
        attachments=(Attachment(evil, evil, evil),),
        mentions=(Mention("themes", evil, "body", 0, len(evil), evil, 1.0),),
    )  # fmt: skip
    html = marked_page(notice)
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.find_all(["script", "img", "a", "iframe"])
    assert not any(name.startswith("on") for tag in soup.find_all(True) for name in tag.attrs)
    assert "script-src" not in html
    assert "default-src 'none'" in html
    assert soup.title.get_text() == evil
    assert "".join(evil.split()) in words(html)


def test_records_stand_beside_the_text():
    notice = Notice(
        "n1", None, "Tiêu đề", "2021-01-05", None, "bac-kan", BODY,
        documents=(Document("12/KH-UBND", "Kế hoạch", None, "UBND xã"),),
        mentions=(mention("documents", "12/KH-UBND"),),
    )  # fmt: skip
    aside = BeautifulSoup(marked_page(notice), "html.parser").aside
    assert [cell.get_text() for cell in aside.find_all("table")[1].find_all("td")] == [
        "12/KH-UBND", "Kế hoạch", "", "UBND xã", "mention",
    ]  # fmt: skip
