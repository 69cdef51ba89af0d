"""Article pages of portals that nobody knows: markup drawn from the manners of many, no site file.

Every part of a page is drawn by itself (headline, date, paragraphs, captions, byline, share bar, other news,
comments, sidebar, imprint) and put into one of several frames. A seed names a page, so that a failure can be
looked at again: `article(random.Random(seed))`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest

from parsers.page.reader import read_page

TITLES = (
    "Đô Lương ra quân làm thủy lợi nội đồng vụ hè thu",
    "KHAI MẠC GIẢI BÓNG CHUYỀN NAM TRANH CÚP LÀNG SEN",
    "“Điểm tựa” của người dân vùng lũ Con Cuông",
    "Công an huyện: Bắt nhóm đối tượng trộm cắp dây điện",
)
PARAGRAPHS = (
    "Sáng 11/5, UBND huyện Đô Lương tổ chức lễ ra quân làm thủy lợi nội đồng tại xã Thượng Sơn. Hơn 400 đoàn "
    "viên, hội viên đã tham gia nạo vét 3 km kênh mương.",
    "Phát biểu tại buổi lễ, đồng chí Phó Chủ tịch UBND huyện đề nghị các xã huy động nhân lực, bảo đảm "
    "nước tưới cho 8.000 ha lúa hè thu.",
    "Theo kế hoạch, toàn huyện phấn đấu nạo vét 120 km kênh mương, tu sửa 45 cống trong tháng 5.",
    "Năm ngoái, nhờ làm tốt thủy lợi, năng suất lúa bình quân đạt 62 tạ/ha; nhiều xã đạt trên 65 tạ/ha.",
    "Chị Nguyễn Thị Hòa, xã Thượng Sơn cho biết: “Có nước về, bà con yên tâm gieo cấy”.",
)
OTHERS = (
    "Thanh Chương: Bàn giao nhà tình nghĩa cho hộ nghèo",
    "Yên Thành được mùa vải thiều, nông dân phấn khởi",
    "Diễn Châu tập huấn phòng cháy chữa cháy rừng",
    "Hội thi nhà nông đua tài cụm đồng bằng ven biển",
)
MENU = ("Trang chủ", "Giới thiệu", "Tin tức", "Chính trị", "Kinh tế", "Xã hội", "Văn bản", "Liên hệ")
HEADLINES = ("<h1>{}</h1>", "<h1 class='title-detail'>{}</h1>", "<h2 class='title'>{}</h2>")
STAMPS = (
    "<div class='date'>Thứ năm, 12/05/2022 - 08:30</div>",
    "<span class='time'>08:30 12/05/2022</span>",
    "<p><i>Ngày đăng: 12/05/2022</i></p>",
    "<div>12/05/2022 08:30 | <a href='#'>In bài viết</a></div>",
)
BLOCKS = (
    "<p>{}</p>",
    "<p style='text-align: justify;'><span style='font-size:14px'>{}</span></p>",
    "<div>{}</div>",
    "{}<br><br>",
    "<p class='MsoNormal'><font face='Times New Roman'><o:p></o:p>{}</font></p><p>&nbsp;</p>",
)
# What stands amid a text, with the lines that belong to it.
WITHIN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("<p><a href='/a1'><strong>&gt;&gt; Con Cuông mở phiên chợ vùng cao</strong></a></p>", ()),
    (
        "<div class='box-related'><h4>Tin liên quan</h4><a href='/r'>Tân Kỳ vào vụ</a></div>",
        (),
    ),
    ("<figure><img src='a.jpg'><figcaption>Kiểm tra kênh N2. Ảnh: Hòa Lê</figcaption></figure>", ()),
    (
        "<p style='text-align:center'><img src='b.jpg'></p><p style='text-align:center'><em>Kênh N2</em></p>",
        (),
    ),
    ("<div style='display:none'>Phần này trang không cho ai thấy cả</div>", ()),
    ("<script>var a = 'abc';</script><style>.x {color: red}</style>", ()),
    ("<h2>Đồng lòng từ cơ sở</h2>", ("Đồng lòng từ cơ sở",)),
    ("<ul><li>Xã Thượng Sơn: 3,2 km;</li><li>Xã Văn Sơn: 2,1 km.</li></ul>", ("Xã Thượng Sơn: 3,2 km;",)),
    (
        "<table border='1'><tr><td>Xã</td><td>Km kênh</td></tr><tr><td>Văn Sơn</td><td>2,1</td></tr></table>",
        ("Xã | Km kênh", "Văn Sơn | 2,1"),
    ),
    (
        "<p>Toàn huyện có:<br>- 12 trạm bơm;<br>- 45 cống.</p>",
        ("Toàn huyện có:", "- 12 trạm bơm;", "- 45 cống."),
    ),
)
BYLINES = (
    ("<p style='text-align:right'><strong>Nguyễn Lê</strong></p>", "Nguyễn Lê"),
    ("<div class='author'>Mai Hoa - Thành Chung</div>", "Mai Hoa - Thành Chung"),
    ("<p><b>Tin, ảnh: Mai Hoa</b></p>", "Mai Hoa"),
    ("<p align='right'><b>Trần Cảnh Yên (Trung tâm VHTT)</b></p>", "Trần Cảnh Yên (Trung tâm VHTT)"),
    ("", None),
)
SHARES = ("", "<div class='share'><a href='#'>Facebook</a> <a href='#'>Zalo</a></div>",
          "<div><a href='#'>Chia sẻ</a><span>Lượt xem: 1.204</span></div>")  # fmt: skip
COMMENTS = ("", "<div><p>Ý kiến bạn đọc</p><div><b>Lê Nam</b><p>Bài viết rất hay, cần nhân rộng cách làm ra "
            "toàn tỉnh để bà con học tập.</p></div></div>")  # fmt: skip
IMPRINT = (
    "<{0}><p>Bản quyền thuộc UBND huyện Đô Lương. Địa chỉ: thị trấn Đô Lương. Điện thoại: 0238.387123. "
    "Email: ubnd@doluong.gov.vn</p><p>Giấy phép số 12/GP-TTĐT ngày 3/4/2018. Người chịu trách nhiệm: Ông Lê "
    "Văn Hiệp, Phó Chủ tịch UBND huyện.</p></{0}>"
)
CLOCKS = ("", "<div>Thứ Tư, 25/11/2026 10:20:33</div>", "<div>Hôm nay: 25/11/2026</div>")
FRAMES = (
    "<div class='main'>{0}</div>{1}",
    "{1}<div id='content'>{0}</div>",
    "<table><tr><td>{1}</td><td>{0}</td></tr></table>",
    "<div class='row'><div class='col-8'>{0}</div><div class='col-4'>{1}</div></div>",
)
TEXTS = (
    "<div class='{}'>{}</div>",
    "<article class='{}'>{}</article>",
    "<div><div class='{}'>{}</div></div>",
)
CLASSES = ("content", "detail", "noidung", "entry-content", "col-md-8", "x1", "")


@dataclass(frozen=True)
class Made:
    """A page and what a reader has to find on it."""

    html: str
    title: str
    author: str | None
    body: list[str]


def article(rng: random.Random) -> Made:
    """A page drawn part by part."""
    title, (byline, author) = rng.choice(TITLES), rng.choice(BYLINES)
    block = rng.choice(BLOCKS)
    parts = [(block.format(text), (text,)) for text in rng.sample(PARAGRAPHS, rng.randint(3, 5))]
    for html, lines in rng.sample(WITHIN, rng.randint(0, 3)):
        shown = (*lines, "Xã Văn Sơn: 2,1 km.") if html.startswith("<ul>") else lines
        parts.insert(rng.randint(1, len(parts) - 1), (html, shown))
    text = "".join(html for html, _ in parts)
    signed_inside = rng.random() < 0.6
    inner = rng.choice(TEXTS).format(rng.choice(CLASSES), text + (byline if signed_inside else ""))
    head = [rng.choice(HEADLINES).format(title), rng.choice(STAMPS)]
    if rng.random() < 0.2:
        head.reverse()
    others = "".join(f"<li><a href='/o{i}'>{t}</a> (1{i}/05/2022)</li>" for i, t in enumerate(OTHERS))
    main = "".join(
        (
            *head,
            inner,
            "" if signed_inside else byline,
            rng.choice(SHARES),
            f"<h4>{rng.choice(('Tin liên quan', 'Các tin khác', 'CÁC TIN ĐÃ ĐƯA'))}</h4><ul>{others}</ul>",
            rng.choice(COMMENTS),
        )
    )
    side = "<div class='right'><h3>Tin mới</h3><ul>" + others.replace("/o", "/s") + "</ul></div>"
    menu = "".join(f"<li><a href='/m{i}'>{name}</a></li>" for i, name in enumerate(MENU))
    html = (
        f"<html><head><title>{title} - Huyện Đô Lương</title></head><body><ul>{menu}</ul>{rng.choice(CLOCKS)}"
        f"{rng.choice(FRAMES).format(main, side)}{IMPRINT.format(rng.choice(('div', 'footer')))}"
        "</body></html>"
    )
    return Made(html, title, author, [line for _, lines in parts for line in lines])


@pytest.mark.parametrize("seed", range(200))
def test_article(seed: int) -> None:
    made = article(random.Random(seed))
    page = read_page(made.html)
    assert page.title == made.title
    assert str(page.published) == "2022-05-12"
    assert page.author == made.author
    assert page.body.split("\n") == made.body
