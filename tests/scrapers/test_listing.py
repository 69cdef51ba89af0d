from datetime import date

import pytest

from scrapers.discover.listing import counted_up, read_listing
from scrapers.platforms import ListingSpec, load_platforms

SPEC = ListingSpec(item=(".muc", ".item"), link=("h3 a[href]", "a[href]"), date=(".ngay",), summary=("p",))
URL = "http://tinh.gov.vn/tin-tuc/"


def page(*items: str, after: str = "") -> bytes:
    return f"<html><body>{''.join(items)}{after}</body></html>".encode()


def item(href: str, title: str = "Phát động thi đua", day: str = "Ngày đăng 05/3/2021 | 08:10 AM") -> str:
    return (
        f"<div class='item'><a href='/anh/{title}.jpg'>ảnh</a><h3><a href='{href}'>{title}</a></h3>"
        f"<span class='ngay'>{day}</span><p>Tóm tắt</p></div>"
    )


def test_items_with_address_and_day() -> None:
    read = read_listing(
        page(item("/tin-tuc/a?utm_source=x"), item("b.html", day="2021-03-06T01:02")), URL, SPEC
    )
    assert [each.url for each in read.items] == [
        "http://tinh.gov.vn/tin-tuc/a",
        "http://tinh.gov.vn/tin-tuc/b.html",
    ]
    assert [each.date for each in read.items] == [date(2021, 3, 5), date(2021, 3, 6)]
    assert read.next is None


def test_what_the_listing_says_makes_the_digest() -> None:
    def digest(**changes: str) -> str:
        return read_listing(page(item("/a", **changes)), URL, SPEC).items[0].listed

    assert digest() == digest()
    assert digest() != digest(title="Tổng kết thi đua")
    assert digest() != digest(day="06/3/2021")
    assert digest() == digest(day="Ngày đăng 05/3/2021 | 09:59 PM"), "the hour is no news"


@pytest.mark.parametrize("href", ["javascript:void(0)", "mailto:a@b.vn", "http://[", ""])
def test_items_that_lead_nowhere_are_counted(href: str) -> None:
    read = read_listing(page(item(href), item("/b")), URL, SPEC)
    assert len(read.items) == 1
    assert read.unusable == 1


def test_one_notice_linked_twice_is_one_item() -> None:
    assert (
        len(read_listing(page(item("/a"), item("/a#top"), item("HTTP://TINH.gov.vn:80/a")), URL, SPEC).items)
        == 1
    )


def test_base_and_other_encodings() -> None:
    head = "<head><meta charset='windows-1258'><base href='http://tinh.gov.vn/goc/'></head>"
    data = f"<html>{head}<body>{item('a', 'Thi dua nam 2021')}</body></html>".encode("cp1258", "ignore")
    assert read_listing(data, URL, SPEC).items[0].url == "http://tinh.gov.vn/goc/a"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 x", b"\x00" * 100, b"<html></html>"])
def test_what_is_no_listing_has_no_items(data: bytes) -> None:
    assert read_listing(data, URL, SPEC).items == ()


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("<a rel='next' href='?p=2'>Sau</a>", f"{URL}?p=2"),
        ("<a rel='next nofollow' href='?p=2'>Sau</a>", f"{URL}?p=2"),
        ("<a rel='next' href='javascript:go(2)'>Sau</a>", None),
        (f"<a rel='next' href='{URL}#x'>Sau</a>", None),
        ("<a href='?p=2'>2</a>", None),
    ],
)
def test_the_way_on(after: str, expected: str | None) -> None:
    assert read_listing(page(item("/a"), after=after), URL, SPEC).next == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (URL, f"{URL}?trang=2"),
        (f"{URL}?trang=9&id=5", f"{URL}?id=5&trang=10"),
        (f"{URL}?trang=x", f"{URL}?trang=2"),
    ],
)
def test_counting_up(url: str, expected: str) -> None:
    assert counted_up(url, "trang") == expected


def test_the_buttons_of_a_liferay_pager() -> None:
    def pager(third: str) -> str:
        return (
            "<ul class='pager lfr-pagination-buttons'><li class='first'><a href='?c=1'>Đầu</a></li>"
            f"<li><a href='?c=1'>Trước</a></li>{third}<li class='last'><a href='?c=9'>Cuối</a></li></ul>"
        )

    spec = load_platforms()["liferay"].listing
    body = "<div class='asset-abstract'><h3 class='asset-title'><a href='/a'>Tin</a></h3></div>"
    middle = read_listing(page(body, after=pager("<li class=''><a href='?c=3'>Tiếp</a></li>")), URL, spec)
    assert middle.next == f"{URL}?c=3"
    end = read_listing(
        page(body, after=pager("<li class='disabled'><a href='javascript:;'>Tiếp</a></li>")), URL, spec
    )
    assert end.next is None
