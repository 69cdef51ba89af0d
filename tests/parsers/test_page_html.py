"""Reading markup without knowing the site: pairs of (markup, expected, reason)."""

import json
from datetime import date, datetime

import pytest

from parsers.page.html_posted import hour_of
from parsers.page.layout import Layout
from parsers.page.legacy_text import modern
from parsers.page.reader import read_page

TITLE = "Huyện Phong Thổ sơ kết phong trào thi đua vì người nghèo"
LEAD = "Sáng 12/4, UBND huyện Phong Thổ tổ chức hội nghị sơ kết phong trào thi đua vì người nghèo."
FIRST = "Qua hai năm, toàn huyện đã hỗ trợ làm mới 148 căn nhà và giúp 620 hộ dân vay vốn sản xuất."
LAST = "Hội nghị đã khen thưởng 9 tập thể và 14 cá nhân có thành tích xuất sắc trong phong trào."
REST = f"<p>{FIRST}</p><p>{LAST}</p>"
PROSE = f"<p>{LEAD}</p>{REST}"
ALL = f"{LEAD}\n{FIRST}\n{LAST}"
LINKS = "".join(f"<li><a href='/{i}'>Chuyên mục số {i}</a></li>" for i in range(12))
NAV = f"<ul class='menu'>{LINKS}</ul>"
OTHERS = "".join(
    f"<div class='it'><a href='/tin-{i}'>Tin khác trong ngày thứ {i} của tháng tư</a>"
    f"<span>1{i}/03/2023</span><p>Tóm tắt của tin khác thứ {i}, đủ dài để trông giống văn xuôi.</p></div>"
    for i in range(6)
)


def page(inside: str, head: str = "", before: str = NAV, after: str = "") -> str:
    title = f"<title>{TITLE} - Cổng thông tin điện tử huyện Phong Thổ</title>"
    return f"<!doctype html><html><head>{title}{head}</head><body>{before}{inside}{after}</body></html>"


def article(body: str = PROSE, stamp: str = "Thứ tư, 12/04/2023 | 15:47") -> str:
    return f"<div class='d'><h1>{TITLE}</h1><div>{stamp}</div><div class='x'>{body}</div></div>"


BODIES = [
    (PROSE, ALL, "plain paragraphs"),
    (f"<div>{LEAD}</div><div>{FIRST}</div><div>{LAST}</div>", ALL, "blocks that are no paragraphs"),
    (f"{LEAD}<br><br>{FIRST}<br>{LAST}", ALL, "line breaks alone"),
    (f"<table><tr><td>{PROSE}</td></tr></table>", ALL, "a table that lays out the page"),
    (f"<p>{LEAD}<p>{FIRST}<p>{LAST}", ALL, "paragraphs never closed"),
    (f"<html><body>{PROSE}</body></html>", ALL, "a whole document pasted into the text"),
    (f"<p><span><font>{LEAD}</font></span></p>{FIRST}<p>{LAST}</p>", ALL, "text beside blocks, Word's spans"),
    (PROSE.replace("; ", ";&nbsp;").replace("huyện ", "huyện&nbsp;"), ALL, "non-breaking blanks"),
    (
        f"<p>{LEAD}</p><ul><li>Một là,<b> góp</b>;</li><li>Hai là, đi.</li></ul>{REST}",
        f"{LEAD}\nMột là, góp;\nHai là, đi.\n{FIRST}\n{LAST}",
        "a list in its place",
    ),
    (
        f"<p>{LEAD}</p><table><tr><th>Xã</th><th>Số nhà</th></tr><tr><td>Mường So</td><td>31</td></tr>"
        f"<tr><td rowspan=2>Khổng Lào</td><td>27</td></tr><tr><td>12</td></tr></table>{REST}",
        f"{LEAD}\nXã | Số nhà\nMường So | 31\nKhổng Lào | 27\nKhổng Lào | 12\n{FIRST}\n{LAST}",
        "a table of data, a row a line, a spanning cell in each of its rows",
    ),
    (
        f"<p>{LEAD}</p><p style='text-align:center'><img src='a.jpg'></p>"
        f"<p style='text-align: center'>Quang cảnh hội nghị</p>{REST}",
        ALL,
        "a centred caption",
    ),
    (
        f"<p>{LEAD}</p><p><img src='a.jpg'></p><p><em>Đại biểu dự hội nghị</em></p>{REST}",
        ALL,
        "a caption in italics",
    ),
    (
        f"<p>{LEAD}</p><table><tr><td><img src='a.jpg'></td></tr><tr><td>Trao giấy khen</td></tr></table>"
        f"{REST}",
        ALL,
        "picture and caption in a table",
    ),
    (
        f"<p>{LEAD}</p><figure><img src='a.jpg'><figcaption>Nhà mới</figcaption></figure>{REST}",
        ALL,
        "figure",
    ),
    (
        f"<p>{LEAD}</p><p><img src='a.jpg'></p><p><strong>Kết quả nổi bật</strong></p>{REST}",
        f"{LEAD}\nKết quả nổi bật\n{FIRST}\n{LAST}",
        "a sub-heading below a picture is no caption",
    ),
    (
        f"<div class='share'><a>Chia sẻ</a></div>{PROSE}"
        "<div class='related-news'><a href='/t'>Xem tin khác</a></div>"
        "<div style='display: none'>Nội dung ẩn</div><div class='comments'>Gửi ý kiến</div>",
        ALL,
        "share bar, related news, comments and hidden parts",
    ),
]


@pytest.mark.parametrize(("markup", "expected", "reason"), BODIES)
def test_body(markup: str, expected: str, reason: str) -> None:
    read = read_page(page(article(markup), after=OTHERS))
    assert read.body == expected, reason
    assert read.title == TITLE, reason
    assert read.published == date(2023, 4, 12), reason


STAMP = "12/04/2023 08:00"
SIDE = f"<div class='col-right'><h3>Tin mới nhất</h3>{OTHERS}</div>"
SITE = "<title>Cổng TTĐT huyện Phong Thổ</title>"
OTHER_LINKS = "<p><b>Các tin khác:</b></p><ul><li><a href=/a>Tin khác thứ nhất</a> (30/11/2024)</li></ul>"
WHOLE = [
    (
        f"{SITE}<table><tr><td>{NAV}</td><td><table><tr><td class='tieude_tin'>{TITLE}</td></tr><tr>"
        f"<td>({STAMP})</td></tr><tr><td class='noidung_tin'>{PROSE}</td></tr></table></td>"
        f"<td>{SIDE}</td></tr>",
        "laid out in tables, a title that names the site alone",
    ),
    (
        f"{SITE}{NAV}<div><b>{TITLE}</b><br><i>Cập nhật: {STAMP}</i><div>{PROSE}</div></div>{SIDE}",
        "a bold headline",
    ),
    (
        f"<title>{TITLE} - Huyện</title><h1>HUYỆN PHONG THỔ</h1>{NAV}"
        f"<div><h2>{TITLE}</h2><i>{STAMP}</i>{PROSE}</div>",
        "the first heading is the site's",
    ),
    (
        f"<title>Tin tức</title><h1 class=portlet-title>liên kết website</h1>{NAV}<div class='main'>"
        f"<h3 class='title-news'>{TITLE}</h3><p>{STAMP}</p>{PROSE}</div>{SIDE}",
        "the lone first heading is a box's",
    ),
    (
        f"<title>{TITLE}</title>{NAV}<div><h2>{TITLE}</h2>{PROSE}<p>Ngày đăng: {STAMP}</p></div>{SIDE}",
        "the date below the text",
    ),
    (
        f"<title>{TITLE}</title>{NAV}<div><h2>{TITLE}</h2><p>{STAMP}</p>{PROSE}{OTHER_LINKS}</div>{SIDE}",
        "other news within the text's element",
    ),
    (
        f"<title>{TITLE}</title>{NAV}<div><h1>{TITLE}</h1><p>{STAMP}</p><div><p>{LEAD}</p><p>{FIRST}</p></div>"
        f"<div class=qc><a href=/x>Quảng cáo</a></div><div><p>{LAST}</p></div></div>{SIDE}",
        "a text in two parts",
    ),
    (
        f"<title>{TITLE}</title>{NAV}<div><h1>{TITLE}</h1><p>{STAMP}</p><div>{PROSE}</div>"
        "<div class='binh-luan'>"
        + "<p>Tôi đồng tình với cách làm này của huyện, cần nhân rộng thêm.</p>" * 9
        + f"</div></div>{SIDE}",
        "more comments than text",
    ),
    (
        f"<title>{TITLE}</title>{NAV}<div><h1>{TITLE}</h1><p>{STAMP}</p><div><!DOCTYPE html><html><head>"
        f"<title>Word</title></head><body>{PROSE}</body></html></div></div>{SIDE}",
        "a whole document pasted into the text, with its head",
    ),
    (
        f"<title>{TITLE}</title><div class='modal'><p>Trang này dùng cookie để phục vụ bạn.</p></div>"
        f"{NAV}<div><h1>{TITLE}</h1><time>{STAMP}</time>{PROSE}</div>",
        "a window about cookies",
    ),
]


@pytest.mark.parametrize(("markup", "reason"), WHOLE)
def test_whole_pages(markup: str, reason: str) -> None:
    read = read_page(f"<html><body>{markup}</body></html>")
    assert (read.title, read.published, read.body) == (TITLE, date(2023, 4, 12), ALL), reason


@pytest.mark.parametrize(
    ("inside", "head", "expected", "reason"),
    [
        (article(), "", datetime(2023, 4, 12, 15, 47), "beside the headline"),
        (article(stamp="Ngày đăng: 12/04/2023 03:47 PM"), "", datetime(2023, 4, 12, 15, 47), "twelve hours"),
        (article(stamp="12-04-2023, 15h47"), "", datetime(2023, 4, 12, 15, 47), "hour with h"),
        (
            article(),
            "<meta property='article:published_time' content='2024-11-20T08:00:00+07:00'>",
            datetime(2023, 4, 12, 15, 47),
            "a template that says when it was built is not believed against the headline",
        ),
    ],
)
def test_posting_time(inside: str, head: str, expected: datetime, reason: str) -> None:
    read = read_page(page(inside, head, after=OTHERS))
    assert read.posted_at == expected, reason
    assert read.published == expected.date(), reason


LD = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [{"@type": "NewsArticle", "datePublished": "2023-04-12T15:47:00"}],
    }
)
HEADS = [
    (
        "<meta property='article:published_time' content='2023-04-12T08:00:00+07:00'>",
        date(2023, 4, 12),
        "OpenGraph",
    ),
    (f"<script type='application/ld+json'>{LD}</script>", date(2023, 4, 12), "JSON-LD in a graph"),
    ("<script type='application/ld+json'>{\"datePublished\": }</script>", None, "broken JSON-LD"),
    ("<meta itemprop='datePublished' content='0001-01-01T00:00:00'>", None, "a CMS's zero"),
    ("<meta name='pubdate' content='2023-04-12'>", date(2023, 4, 12), "an old name, no clock in sight"),
    ("<meta name='pubdate' content='2024-11-20'>", None, "an old name that repeats the visitor's clock"),
]


@pytest.mark.parametrize(("head", "expected", "reason"), HEADS)
def test_dates_of_the_head_where_none_is_shown(head: str, expected: date | None, reason: str) -> None:
    clock = "<div id='clock'>Hôm nay, Thứ Tư, 20/11/2024 07:31</div>"
    read = read_page(page(article(stamp=""), head, before=clock + NAV, after=OTHERS))
    assert read.published == expected, reason


def test_the_sidebars_dates_are_not_the_pages() -> None:
    items = "<li><a href='/a'>Khai giảng lớp tập huấn</a> 30/11/2024</li>"
    side = f"<div class='col'><h3>Tin mới</h3><ul>{items}</ul></div>"
    assert read_page(page(article(stamp=""), before=side, after=OTHERS)).published is None


def test_updated_lead_section_byline_and_files() -> None:
    inside = (
        "<div class='breadcrumb'><a href='/'>Trang chủ</a> » <a href='/t'>Thi đua - Khen thưởng</a></div>"
        f"<div class='d'><h1>{TITLE}</h1><p class='date'>Ngày đăng: 12/04/2023</p><p>Cập nhật: 14/04/2023</p>"
        f"<p class='sapo'>{LEAD}</p><div class='noidung'><p>{FIRST}</p>"
        f"<p>{LAST} Xem kế hoạch <a href='/f/KH-31.pdf'>tại đây</a>.</p>"
        "<p class='author'>Lò Thị Hiền</p></div></div>"
    )
    read = read_page(
        page(inside, "<link rel='canonical' href='/tin/so-ket.html'>"), url="https://pt.gov.vn/x?id=3"
    )
    assert (read.published, read.updated) == (date(2023, 4, 12), date(2023, 4, 14))
    assert read.lead == LEAD
    assert read.section == "Thi đua - Khen thưởng"
    assert read.author == "Lò Thị Hiền"
    assert [(each.url, each.name) for each in read.attachments] == [
        ("https://pt.gov.vn/f/KH-31.pdf", "KH-31.pdf")
    ]
    assert read.canonical_url == "https://pt.gov.vn/tin/so-ket.html"
    assert read.body.startswith(f"{LEAD}\n{FIRST}")


def test_a_front_page_is_nobodys_canonical_address() -> None:
    read = read_page(
        page(article(), "<link rel='canonical' href='https://pt.gov.vn/'>"), url="https://pt.gov.vn/x"
    )
    assert read.canonical_url is None


def test_a_layout_goes_first_and_the_generic_reader_fills_what_it_leaves() -> None:
    head = f"<div class='a'><b class='t'>{TITLE}</b><i class='w'>12/04/2023</i></div>"
    inside = f"{head}<div class='b'>{PROSE}</div>"
    read = read_page(page(inside), layout=Layout(title=(".t",), body=(".gone",), published=(".w",)))
    assert (read.title, read.published, read.body) == (TITLE, date(2023, 4, 12), ALL)


def test_parts_to_remove_may_lie_in_one_another() -> None:
    inner = "<div class='off'>" * 40 + "Bỏ đi" + "</div>" * 40
    assert read_page(page(article(PROSE + inner)), layout=Layout(remove=(".off", "div.off"))).body == ALL


LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĐ"
TCVN3 = dict(
    zip(
        LETTERS,
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ§",
        strict=True,
    )
)
MARKED = """
aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò
oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î Ñ
"""
VNI = dict(zip(LETTERS, MARKED.split(), strict=True))


def in_code(code: dict[str, str], text: str) -> str:
    return "".join(code.get(char, char) for char in text)


@pytest.mark.parametrize("code", [TCVN3, VNI], ids=["TCVN3", "VNI"])
@pytest.mark.parametrize("declared", ["windows-1252", "utf-8", "iso-8859-1", None])
def test_pages_older_than_unicode(code: dict[str, str], declared: str | None) -> None:
    text = in_code(code, page(article(), f"<meta charset={declared}>" if declared else ""))
    data = text.encode("latin-1" if declared != "utf-8" else "utf-8")
    read = read_page(data)
    assert (read.title, read.body) == (TITLE, ALL)


def test_a_template_in_unicode_around_a_text_in_tcvn3() -> None:
    inside = f"<div class='d'><h1>{TITLE}</h1><div>{in_code(TCVN3, PROSE)}</div></div>"
    read = read_page(page(inside).encode())
    assert (read.title, read.body) == (TITLE, ALL)


@pytest.mark.parametrize(
    "text", [PROSE, "Trang chủ » Tin tức « hoá, khoá, loà xoà, quý » © 2021 ®" * 9, "a" * 99]
)
def test_unicode_stays_as_it_is(text: str) -> None:
    assert modern(text) == text


def test_text_that_was_encoded_twice() -> None:
    twice = "".join(chr(byte) for byte in page(article()).encode())
    assert read_page(twice.encode()).body == ALL
    windows = page(article()).encode().decode("cp1252", errors="ignore")
    assert "Ã" not in read_page(windows.encode()).body


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("27/03/2018 | 03:47 PM", (15, 47)),
        ("27/03/2018 12:05 SA", (0, 5)),
        ("27/03/2018 - 8 giờ 05 phút", (8, 5)),
        ("2018-03-27T09:30:00Z", (9, 30)),
        ("27/03/2018", None),
        ("tỷ lệ 25:75", None),
    ],
)
def test_hours(text: str, expected: tuple[int, int] | None) -> None:
    at = hour_of(text, date(2018, 3, 27))
    assert (at and (at.hour, at.minute)) == expected


IMPRINT = (
    "<div><p>Bản quyền thuộc UBND huyện Phong Thổ. Địa chỉ: thị trấn Phong Thổ. Điện thoại: 0213.3896.123. "
    "Email: ubnd@phongtho.gov.vn</p><p>Giấy phép số 12/GP-TTĐT ngày 3/4/2018. Người chịu trách nhiệm: Ông Lò "
    "Văn Sơn, Phó Chủ tịch UBND huyện, Trưởng Ban Biên tập.</p></div>"
)


@pytest.mark.parametrize("clock", ["", "<div>Thứ Tư, 25/11/2026 10:20:33</div>"])
@pytest.mark.parametrize(
    ("foot", "author"),
    [
        ("<p align='right'><b>Mai Hoa - Thành Chung</b></p>", "Mai Hoa - Thành Chung"),
        (
            "<p>Theo baolaichau.vn</p><div><a href='#'>Chia sẻ</a><span>Lượt xem: 1.204</span></div>",
            "baolaichau.vn",
        ),
        ("<h4>CÁC TIN ĐÃ ĐƯA</h4>", None),
    ],
)
def test_what_stands_behind_the_text(foot: str, author: str | None, clock: str) -> None:
    inside = (
        f"<div><div class='d'><h3>{TITLE}</h3><div class='noidung'>{PROSE}</div>{foot}</div>{IMPRINT}</div>"
    )
    read = read_page(page(inside, before=NAV + clock))
    assert (read.title, read.body, read.author, read.published) == (TITLE, ALL, author, None)
