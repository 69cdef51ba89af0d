"""Listings of portals that nobody knows: items made in many manners, none with a site file.

`listing(random.Random(seed))` draws a page: how an item is made, where its date stands, what lies around it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from scrapers.discover.listing import read_listing
from scrapers.platforms import ListingSpec

URL = "https://huyen.gov.vn/tin-tuc"
TITLES = (
    "Đô Lương ra quân làm thủy lợi nội đồng vụ hè thu",
    "Hội nghị sơ kết 6 tháng đầu năm của Hội Nông dân tỉnh",
    "KHAI MẠC GIẢI BÓNG CHUYỀN NAM TRANH CÚP LÀNG SEN",
    "“Điểm tựa” của người dân vùng lũ huyện Con Cuông",
    "Công an huyện: Bắt nhóm đối tượng trộm cắp dây điện",
    "Quyết định số 12/QĐ-UBND về việc tặng Bằng khen",
    "Kế hoạch tổ chức hội thi Tin học trẻ lần thứ XXVI",
    "Nghĩa tình quân dân xứ Nghệ ngày mưa lũ",
)
SUMMARY = "Theo Kế hoạch số 45/KH-UBND ngày 3/2/2020, tỉnh sẽ tổ chức nhiều hoạt động kỷ niệm trong năm nay."
MENU = "".join(f"<li><a href='/m/{i}'>Lĩnh vực số {i}</a></li>" for i in range(12))
SIDE = (
    "<div class='right'><h3>Xem nhiều</h3><ul><li><a href='/hot/1'>Bão số 3 đổi hướng, mưa lớn</a></li>"
    "<li><a href='/hot/2'>Giá vàng tăng mạnh</a></li><li><a href='/hot/3'>Lịch nghỉ lễ 30/4</a></li></ul>"
    "<ul><li><a href='https://chinhphu.vn'>Cổng thông tin điện tử Chính phủ</a></li></ul></div>"
)
HOT = (
    "<div class='hot'><h2>Tin nổi bật</h2>"
    "<a href='/h/1'><img src='1.jpg'><span>Khánh thành cầu Cửa Hội nối hai bờ sông Lam</span></a>"
    "<a href='/h/2'><img src='2.jpg'><span>Nghệ An đón 5 triệu lượt khách du lịch</span></a></div>"
)
DAYS = ("{0:%d/%m/%Y}", "({0:%d/%m/%Y})", "Ngày đăng: {0:%d/%m/%Y}", "08:30 | {0:%d/%m/%Y}", "[{0:%d/%m/%Y}]")
# An item with number, address, title, printed day and the day itself; what surrounds all items.
MANNERS: dict[str, tuple[Callable[[int, str, str, str, date], str], str]] = {
    "list": (
        lambda i, u, t, s, d: f"<li><a href='{u}'>{t}</a> <span>{s}</span><p>{SUMMARY}</p></li>",
        "<ul>{}</ul>",
    ),
    "cards": (
        lambda i, u, t, s, d: (
            f"<div class='item'><a href='{u}'><img src='{i}.jpg'></a><h3><a href='{u}'>{t}</a></h3>"
            f"<div class='time'>{s}</div><div>{SUMMARY}</div><a href='{u}'>Xem thêm</a></div>"
        ),
        "<div>{}</div>",
    ),
    "section and author beside": (
        lambda i, u, t, s, d: (
            f"<div class='post'><a href='/muc/{i % 3}'>Quốc phòng - An ninh</a><h3><a href='{u}'>{t}"
            f"</a></h3><span>{d:%d/%m/%Y} | <a href='/tg/1'>Mai Hoa</a> | "
            f"<a href='{u}#bl'>3 bình luận</a></span></div>"
        ),
        "<div>{}</div>",
    ),
    "one link around all": (
        lambda i, u, t, s, d: (
            f"<a class='card' href='{u}'><img src='{i}.jpg'><h4>{t}</h4><span>{s}</span></a>"
        ),
        "<div>{}</div>",
    ),
    "documents with files": (
        lambda i, u, t, s, d: (
            f"<tr><td>{i}</td><td>{d:%d/%m/%Y}</td><td><a href='{u}'>{t}</a></td>"
            f"<td><a href='/f/{i}.pdf'>Tải về</a></td></tr>"
        ),
        "<table><tr><th>STT</th><th>Ngày</th><th>Trích yếu</th><th></th></tr>{}</table>",
    ),
    "no element of its own": (
        lambda i, u, t, s, d: f"<h3><a href='{u}'>{t}</a></h3><small>{s}</small><p>{SUMMARY}</p>",
        "<div>{}</div>",
    ),
    "cells side by side": (
        lambda i, u, t, s, d: (
            f"<td><a href='{u}'><img src='{i}.jpg'></a><br><a href='{u}'><b>{t}</b></a><br>{s}</td>"
        ),
        "<table><tr>{}</tr></table>",
    ),
    "day within the link": (
        lambda i, u, t, s, d: f"<li><a href='{u}'>{t} ({d:%d/%m/%Y})</a></li>",
        "<ul>{}</ul>",
    ),
    "day in the markup": (
        lambda i, u, t, s, d: (
            f"<div><meta itemprop='datePublished' content='{d}T08:00:00+07:00'><a href='{u}'>{t}</a>"
            f"<p>{SUMMARY}</p></div>"
        ),
        "<div>{}</div>",
    ),
    "cut titles": (
        lambda i, u, t, s, d: f"<div><a title='{t}' href='{u}'>{t[:24]}...</a><div>{s}</div></div>",
        "<div>{}</div>",
    ),
}
ADDRESSES = (
    "/tin-tuc/{0}-bai-viet.html",
    "/chi-tiet.aspx?id={0}",
    "/web/guest/tin/-/asset/{0}/content/bai-{0}",
)
FRAMES = ("{0}{1}{2}", "{2}{0}{1}", "<table><tr><td>{2}</td><td>{0}{1}</td></tr></table>")


@dataclass(frozen=True)
class Made:
    """A page and the (address, title, day) of its items."""

    html: str
    items: list[tuple[str, str, date]]


def listing(rng: random.Random, manner: str) -> Made:
    """A page of items of one manner."""
    item, around = MANNERS[manner]
    address, printed = rng.choice(ADDRESSES), rng.choice(DAYS)
    drawn = [
        (address.format(500 + i), title, date(2022, rng.randint(1, 5), rng.randint(1, 28)))
        for i, title in enumerate(rng.sample(TITLES, rng.randint(4, len(TITLES))))
    ]
    items = "".join(item(i, u, t, printed.format(d), d) for i, (u, t, d) in enumerate(drawn))
    hot = HOT if rng.random() < 0.4 else ""
    main = rng.choice(FRAMES).format(hot, f"<h1>Tin trong huyện</h1>{around.format(items)}", SIDE)
    html = f"<html><head><meta charset='utf-8'></head><body><ul>{MENU}</ul>{main}</body></html>"
    return Made(html, [(f"https://huyen.gov.vn{url}", title, day) for url, title, day in drawn])


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("manner", MANNERS)
def test_listing(manner: str, seed: int) -> None:
    made = listing(random.Random(seed), manner)
    read = read_listing(made.html.encode(), URL, ListingSpec())
    assert [(entry.url, entry.title, entry.day) for entry in read.entries] == made.items
