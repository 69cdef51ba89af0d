"""Listings read without selectors, in the many manners of portals, none with a site file."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from scrapers.discover.listing import read_listing
from scrapers.platforms import ListingSpec

URL = "https://tinh.gov.vn/tin-tuc"
TITLES = (
    "Phát động đợt thi đua cao điểm chào mừng đại hội đảng bộ",
    "Sơ kết phong trào thi đua xây dựng nông thôn mới năm 2023",
    "Trao giấy khen cho các tập thể điển hình tiên tiến",
    "Kế hoạch tổ chức hội thi dân vận khéo cấp tỉnh",
    "Biểu dương gia đình văn hóa tiêu biểu xuất sắc",
)
DAYS = tuple(date(2023, 5, 20 - i) for i in range(5))
SUMMARY = "Ngày 12/3/2021, UBND tỉnh đã ban hành kế hoạch, trong đó nêu rõ mục tiêu và nhiệm vụ thứ"
MENU = (
    "<div id='menu'><ul>"
    + "".join(f"<li><a href='/muc-{i}'>Lĩnh vực hoạt động số {i}</a></li>" for i in range(30))
    + "</ul></div>"
)
SIDE = (
    "<div class='right-col'><h3>Đọc nhiều</h3><ul>"
    + "".join(
        f"<li><a href='/doc-nhieu-{i}'>Bài đọc nhiều trong tuần qua số {i} của cổng</a></li>"
        for i in range(8)
    )
    + "</ul></div><div class='lienket'>"
    + "".join(f"<a href='https://so{i}.gov.vn/'>Trang thông tin điện tử Sở thứ {i}</a>" for i in range(9))
    + "</div>"
)
PAGES = "<div class='phantrang'><span class='active'>1</span><a href='?p=2'>2</a><a href='?p=3'>3</a></div>"


def list_items(i: int) -> str:
    return f"<li><a href='/tin/{i}'>{TITLES[i]}</a> <span>({DAYS[i]:%d/%m/%Y})</span></li>"


def cards(i: int) -> str:
    return (
        f"<div class='card'><a href='/tin/{i}'><img src='/a{i}.jpg'></a><div class='body'>"
        f"<h4><a href='/tin/{i}'>{TITLES[i]}</a></h4>{DAYS[i]:%d/%m/%Y} 08:30<p>{SUMMARY} {i}.</p>"
        f"<a href='/tin/{i}'>Xem chi tiết bài viết này</a></div></div>"
    )


def whole_cards(i: int) -> str:
    return (
        f"<a class='item' href='/tin/{i}'><img src='/a.jpg'><h3>{TITLES[i]}</h3><time datetime='{DAYS[i]}'>"
        f"{DAYS[i]:%d/%m/%Y}</time><p>{SUMMARY} {i}.</p></a>"
    )


def rows(i: int) -> str:
    return f"<tr><td>{i + 1}</td><td>{DAYS[i]:%d-%m-%Y}</td><td><a href='/tin/{i}'>{TITLES[i]}</a></td></tr>"


def flat(i: int) -> str:
    return (
        f"<h3><a href='/tin/{i}'>{TITLES[i]}</a></h3><p>Đăng ngày {DAYS[i]:%d/%m/%Y}</p><p>{SUMMARY} {i}.</p>"
    )


def leaves(i: int) -> str:
    return (
        f"<div class='ev'><div class='d'><b>{DAYS[i]:%d}</b><span>{DAYS[i]:%m/%Y}</span></div>"
        f"<p class='t'><a href='/tin/{i}'>{TITLES[i]}</a></p></div>"
    )


def cut(i: int) -> str:
    return (
        f"<div class='n'><a href='/tin/{i}' title='{TITLES[i]}'>{TITLES[i][:28]}...</a>"
        f"<small>Thứ hai, {DAYS[i]:%d/%m/%Y}, 07:05</small></div>"
    )


def unclosed(i: int) -> str:
    return (
        f"<div class='b'><div class='t'><a href='/tin/{i}'>{TITLES[i]}</a></div><div>{DAYS[i]:%d/%m/%Y}</div>"
    )


def layout_tables(i: int) -> str:
    return (
        f"<table class='it'><tr><td><img src='a.jpg'></td><td><a href='/tin/{i}'>{TITLES[i]}</a><br>"
        f"<span>[{DAYS[i]:%d/%m/%Y}]</span><br>{SUMMARY} {i}.</td></tr></table>"
    )


@pytest.mark.parametrize("outer", ["<div class='main'>{}</div>", "<table><tr><td>{}</td></tr></table>", "{}"])
@pytest.mark.parametrize(
    "item", [list_items, cards, whole_cards, rows, flat, leaves, cut, unclosed, layout_tables]
)
def test_items_of_every_make(item: Callable[[int], str], outer: str) -> None:
    inner = "".join(item(i) for i in range(5))
    inner = (
        f"<table>{inner}</table>" if item is rows else f"<ul>{inner}</ul>" if item is list_items else inner
    )
    side = SIDE if "<table" not in outer else f"<table><tr><td>{SIDE}</td></tr></table>"
    html = f"<html><body>{MENU}{outer.format(inner + PAGES)}{side}</body></html>"
    read = read_listing(html.encode(), URL, ListingSpec())
    assert [(each.url, each.title, each.day) for each in read.entries] == [
        (f"https://tinh.gov.vn/tin/{i}", TITLES[i], DAYS[i]) for i in range(5)
    ]
    assert read.guessed
    assert (read.next, read.parameter) == (f"{URL}?p=2", "p")


def test_a_title_of_two_words_among_longer_ones() -> None:
    html = "".join(list_items(i) for i in range(5)).replace(TITLES[2], "Giấy mời")
    read = read_listing(f"<body>{MENU}<ul>{html}</ul>{SIDE}</body>".encode(), URL, ListingSpec())
    assert [each.title for each in read.entries] == [*TITLES[:2], "Giấy mời", *TITLES[3:]]


def test_hour_and_summary() -> None:
    html = f"<body>{''.join(cards(i) for i in range(5))}</body>"
    first = read_listing(html.encode(), URL, ListingSpec()).entries[0]
    assert first.at == datetime(2023, 5, 20, 8, 30)
    assert first.summary == f"{SUMMARY} 0."


def test_a_leading_item_of_its_own_make_belongs_to_the_listing() -> None:
    lead = "<div class='top'><h2><a href='/tin/9'>Tin dẫn đầu chuyên mục</a></h2><p>21/05/2023</p></div>"
    html = (
        f"<body>{MENU}<div class='m'>{lead}<ul>{''.join(map(list_items, range(5)))}</ul></div>{SIDE}</body>"
    )
    read = read_listing(html.encode(), URL, ListingSpec())
    assert [each.url[-1] for each in read.entries] == ["9", "0", "1", "2", "3", "4"]


@pytest.mark.parametrize(
    "html",
    [
        MENU,
        MENU + "<h1>Giới thiệu</h1><p>Sở là cơ quan chuyên môn thuộc UBND tỉnh, có tư cách pháp nhân.</p>",
        "<p>Không có bài viết</p>",
    ],
    ids=["menu", "text", "empty"],
)
def test_what_is_no_listing_gives_nothing(html: str) -> None:
    assert read_listing(f"<html><body>{html}</body></html>".encode(), URL, ListingSpec()).entries == ()


def test_short_titles_without_dates_count_where_they_show_pictures() -> None:
    titles = ("Tân Kỳ được mùa mía", "Gương sáng nơi biên cương", "Nghĩa tình quân dân xứ Nghệ ngày mưa lũ")
    bare = "".join(f"<li><a href='/tin/{i}'>{title}</a></li>" for i, title in enumerate(titles))
    shown = "".join(f"<li><img src='/{i}.jpg'><a href='/tin/{i}'>{t}</a></li>" for i, t in enumerate(titles))
    assert read_listing(f"<body><ul>{bare}</ul></body>".encode(), URL, ListingSpec()).entries == ()
    read = read_listing(f"<body>{MENU}<ul>{shown}</ul></body>".encode(), URL, ListingSpec())
    assert [entry.title for entry in read.entries] == list(titles)


def test_selectors_that_find_nothing_leave_the_page_to_the_generic_reader() -> None:
    html = f"<body>{''.join(cards(i) for i in range(5))}</body>"
    read = read_listing(html.encode(), URL, ListingSpec(item=(".moved-away",)))
    assert len(read.entries) == 5
    assert read.guessed


PAGERS = [
    ("<a rel='next' href='?p=2'>x</a>", "?p=2", "rel=next"),
    (
        "<div class='pager'><a href='?p=1'>«</a><a href='?p=2'>Tiếp</a><a href='?p=9'>Cuối »</a></div>",
        "?p=2",
        "said",
    ),
    (
        "<ul class='pagination'><li class='active'><a>3</a></li><li><a href='?p=4'>4</a></li></ul>",
        "?p=4",
        "number",
    ),
    (
        "<ul class='pagination'><li><a href='?p=1'>1</a></li><li class='active'>2</li></ul>",
        None,
        "the last page goes nowhere",
    ),
    ("<div><a href='?p=2'>Trang sau »</a></div>", "?p=2", "said in full, outside of any pager"),
    ("<div><a href='?p=2'>Tiếp</a></div>", None, "a mere word outside of a pager"),
    ("<p><a href='?p=2'>2</a></p>", None, "a number outside of a pager is no page"),
    ("<div class='paging'><a href='javascript:go(2)'>2</a></div>", None, "a script is no address"),
]


def test_what_an_item_shows_beside_its_title() -> None:
    html = "".join(
        f"<div class='post'><a href='/muc/{i % 2}'>Quốc phòng - An ninh</a>"
        f"<h3><a href='/tin/{i}'>{title}</a></h3><span>{DAYS[i]:%d/%m/%Y} | "
        f"<a href='/tac-gia/1'>Mai Hoa</a> | <a href='/tin/{i}#bl'>3 bình luận</a></span>"
        f"<p>{SUMMARY} {i}.</p></div>"
        for i, title in enumerate(TITLES)
    )
    read = read_listing(f"<body>{MENU}{html}</body>".encode(), URL, ListingSpec())
    assert [(entry.title, entry.day) for entry in read.entries] == list(zip(TITLES, DAYS, strict=True))


def test_a_table_of_documents_with_their_files() -> None:
    html = "".join(
        f"<tr><td>{i + 1}</td><td>{DAYS[i]:%d/%m/%Y}</td><td><a href='/vb/{i}'>{title}</a></td>"
        f"<td><a href='/f/{i}.pdf'>Tải về</a></td></tr>"
        for i, title in enumerate(TITLES)
    )
    read = read_listing(f"<body>{MENU}<table>{html}</table></body>".encode(), URL, ListingSpec())
    assert [(entry.title, entry.day) for entry in read.entries] == list(zip(TITLES, DAYS, strict=True))


@pytest.mark.parametrize(
    "item",
    [
        "<li><a href='/tin/{i}'>{title} <span>({day:%d/%m/%Y})</span></a></li>",
        "<li><meta itemprop='datePublished' content='{day}T08:00:00'><a href='/tin/{i}'>{title}</a></li>",
    ],
)
def test_the_day_in_the_link_or_in_the_markup(item: str) -> None:
    html = "".join(item.format(i=i, title=title, day=DAYS[i]) for i, title in enumerate(TITLES))
    read = read_listing(f"<body>{MENU}<ul>{html}</ul></body>".encode(), URL, ListingSpec())
    assert [(entry.title, entry.day) for entry in read.entries] == list(zip(TITLES, DAYS, strict=True))


@pytest.mark.parametrize(("pager", "expected", "reason"), PAGERS)
def test_the_way_on(pager: str, expected: str | None, reason: str) -> None:
    html = f"<body>{''.join(cards(i) for i in range(5))}{pager}</body>"
    read = read_listing(html.encode(), URL, ListingSpec())
    assert read.next == (URL + expected if expected else None), reason
