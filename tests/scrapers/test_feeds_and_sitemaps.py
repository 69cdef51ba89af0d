import contextlib
import gzip
import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import process_time

import pytest

from scrapers.discover.feeds import FeedError, read_feed
from scrapers.discover.sitemaps import SitemapError, moment_of, read_sitemap
from tests.scrapers.portal import Page, listing
from tests.scrapers.test_listing_walk import World, world  # noqa: F401 - a fixture

NOW = datetime(2026, 11, 24, 20, tzinfo=UTC)
HERE = "https://cong.gov.vn/rss.xml"

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Cổng</title>
<item><title>Phát động thi đua</title><link>/tin/mot?utm_source=rss</link>
<pubDate>Tue, 24 Nov 2026 01:30:00 +0700</pubDate></item>
<item><title>Khen thưởng</title><link>https://cong.gov.vn/tin/hai</link></item>
<item><title>Không có địa chỉ</title></item>
<item><title>Thư</title><link>mailto:a@b.vn</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Cổng</title><entry><title>Một</title>
<link rel="self" href="/api/1"/><link rel="alternate" href="/tin/mot"/>
<published>2026-11-20T08:00:00+07:00</published><updated>2026-11-23T08:00:00+07:00</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="https://cong.gov.vn/tin/mot"><title>Một</title>
<link>https://cong.gov.vn/tin/mot</link><dc:date>2026-11-20</dc:date></item></rdf:RDF>"""
BROKEN = "<rss version='2.0'><channel><item><title>A & B</title><link>/tin/mot?a=1&b=2</link></item>"


@pytest.mark.parametrize(
    ("text", "urls", "days", "reason"),
    [
        (RSS, ["/tin/mot", "/tin/hai"], [date(2026, 11, 24), None], "the day is Vietnam's, not UTC's"),
        (ATOM, ["/tin/mot"], [date(2026, 11, 20)], "the alternate link, the day of publication"),
        (RDF, ["/tin/mot"], [date(2026, 11, 20)], "RSS 1.0"),
        (BROKEN, ["/tin/mot?a=1&b=2"], [None], "bare ampersands and a cut end"),
    ],
)
def test_feeds(text: str, urls: list[str], days: list[date | None], reason: str) -> None:
    items, _ = read_feed(text.encode(), HERE)
    assert [item.url.removeprefix("https://cong.gov.vn") for item in items] == urls, reason
    assert [item.date for item in items] == days, reason


def test_an_atom_entry_tells_when_it_was_updated() -> None:
    ((item,), _) = read_feed(ATOM.encode(), HERE)
    assert item.updated == datetime(2026, 11, 23, 1, tzinfo=UTC)


def test_entries_without_an_address_are_counted() -> None:
    assert read_feed(RSS.encode(), HERE)[1] == 2


BOMB = "<!DOCTYPE b [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 20}'>" for n in range(12)
)
BOMB += "]><rss version='2.0'><channel><title>&m;</title></channel></rss>"


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>Trang dang bao tri</body></html>",
        b"",
        b"\x00\x01\x02" * 50,
        b"http://127.0.0.1:9/rss",
        b"/etc/passwd",
        b"x" * 5_000_001,
    ],
    ids=["page", "nothing", "bytes", "address", "path", "size"],
)
def test_what_is_no_feed(body: bytes) -> None:
    with pytest.raises(FeedError):
        read_feed(body, HERE)


def test_a_bomb_of_entities_is_not_lit() -> None:
    assert read_feed(BOMB.encode(), HERE) == ((), 0)


UNITS = [
    "<item>",
    "<link>",
    "<item><link>/a",
    "<item ",
    "<link href='",
    "&",
    "<![CDATA[",
    "<url><loc>/a",
    "<loc ",
    "]]",
]


@pytest.mark.parametrize("unit", UNITS)
def test_hostile_files_take_no_time(unit: str) -> None:
    body = (unit * 2_000_000)[:2_000_000]
    begun = process_time()
    read_feed(f"<rss>{body}".encode(), HERE)
    read_sitemap(f"<urlset>{body}".encode(), HERE, NOW)
    assert process_time() - begun < 4


def test_files_with_random_faults_are_read_or_refused() -> None:
    dice = random.Random(7)
    splinters = [
        "<item>",
        "</item>",
        "]]>",
        "<![CDATA[",
        "&#x110000;",
        "\x00",
        "\ufffe",
        "2026-13-45",
        "http://[",
    ]
    for text in [RSS, ATOM, RDF, BROKEN, sitemap(("https://c.vn/a", "2026-01-01")).decode()] * 40:
        pieces = list(text)
        for _ in range(6):
            where = dice.randrange(len(pieces))
            pieces[where : where + dice.choice([0, 1, 9])] = [dice.choice(splinters)]
        body = "".join(pieces).encode("utf-8", "surrogatepass")
        with contextlib.suppress(FeedError):
            read_feed(body, HERE)
        with contextlib.suppress(SitemapError):
            read_sitemap(body, HERE, NOW)


def sitemap(*entries: tuple[str, str], index: bool = False) -> bytes:
    outer, inner = ("sitemapindex", "sitemap") if index else ("urlset", "url")
    rows = "".join(
        f"<{inner}><loc>{loc}</loc>{f'<lastmod>{when}</lastmod>' if when else ''}</{inner}>"
        for loc, when in entries
    )
    return (
        f'<?xml version="1.0"?><{outer} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</{outer}>'
    ).encode()


def test_a_sitemap() -> None:
    body = sitemap(
        ("https://cong.gov.vn/tin/mot", "2026-11-20"), ("/tin/hai", ""), ("", ""), ("ftp://x/", "")
    )
    found = read_sitemap(body, "https://cong.gov.vn/sitemap.xml", NOW)
    assert [item.url for item in found.items] == [
        "https://cong.gov.vn/tin/mot",
        "https://cong.gov.vn/tin/hai",
    ]
    assert [item.updated is None for item in found.items] == [False, True]
    assert found.unusable == 2


@pytest.mark.parametrize(
    ("text", "url", "reason"),
    [
        ("<urlset><url><loc><![CDATA[ https://c.vn/a?b=1&c=2 ]]></loc></url></urlset>", "a?b=1&c=2", "CDATA"),
        ("<urlset><url><loc>https://c.vn/a?b=1&c=2</loc></url>", "a?b=1&c=2", "bare ampersand, cut end"),
        ("<urlset><url><loc>https://c.vn/a?b=1&amp;c=2</loc></url></urlset>", "a?b=1&c=2", "escaped"),
        (
            "<urlset><url><xhtml:link rel='alternate' href='/en'/><loc>https://c.vn/a</loc><image:image>"
            "<image:loc>https://c.vn/a.jpg</image:loc></image:image></url></urlset>",
            "a",
            "an image's address is none of a page",
        ),
    ],
)
def test_sitemaps_as_portals_write_them(text: str, url: str, reason: str) -> None:
    (item,) = read_sitemap(text.encode(), "https://c.vn/sitemap.xml", NOW).items
    assert item.url == f"https://c.vn/{url}", reason


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-24", datetime(2026, 11, 24, 16, 59, 59, tzinfo=UTC)),
        ("2026-11-24T08:00:00+07:00", datetime(2026, 11, 24, 1, tzinfo=UTC)),
        ("2026-11-24T08:00:00Z", datetime(2026, 11, 24, 8, tzinfo=UTC)),
        ("2026-11-24T08:00", datetime(2026, 11, 24, 1, tzinfo=UTC)),
        ("0001-01-01T00:00:00", None),
        ("24/11/2026", None),
        ("", None),
    ],
)
def test_times_of_change(text: str, moment: datetime | None) -> None:
    assert moment_of(text) == moment


def test_times_that_say_just_now_on_every_page_are_not_believed() -> None:
    now = NOW.isoformat()
    lying = [(f"https://c.vn/{number}", now) for number in range(30)]
    assert all(item.updated is None for item in read_sitemap(sitemap(*lying), "https://c.vn/", NOW).items)
    mixed = lying[:10] + [(f"https://c.vn/{number}", "2026-01-01") for number in range(10, 30)]
    assert all(item.updated for item in read_sitemap(sitemap(*mixed), "https://c.vn/", NOW).items)


@pytest.mark.parametrize(
    "body", [b"", b"<html></html>", b"\x1f\x8bno gzip", gzip.compress(bytes(60_000_000))], ids=len
)
def test_what_is_no_sitemap(body: bytes) -> None:
    with pytest.raises(SitemapError):
        read_sitemap(body, "https://c.vn/", NOW)


# In a site's night

PLAIN = {"Content-Type": "application/xml"}


def feed(*slugs: str) -> Page:
    items = "".join(f"<item><title>{slug}</title><link>/tin/{slug}</link></item>" for slug in slugs)
    return Page(f"<rss version='2.0'><channel>{items}</channel></rss>".encode(), headers=PLAIN)


def with_sitemap(world: World, **changes: object) -> None:  # noqa: F811 - the class, not the fixture
    base = world.portal.base
    world.site = replace(world.site, start=(), sitemaps=(f"{base}/map.xml",), **changes)  # type: ignore[arg-type]


def test_a_site_with_feeds_alone(world: World) -> None:  # noqa: F811
    world.site = replace(world.site, start=(), feeds=(f"{world.portal.base}/rss",))
    world.portal.pages["/rss"] = feed("a", "b")
    assert len(world.night().news) == 2
    world.portal.pages["/rss"] = feed("c", "a", "b")
    assert len(world.night().news) == 1


def test_a_feed_makes_no_known_ground_of_a_listing(world: World) -> None:  # noqa: F811
    world.site = replace(world.site, feeds=(f"{world.portal.base}/rss",))
    world.portal.pages["/rss"] = feed("n0")
    world.show("n0", "n1", "n2", "n3")
    world.night()
    fresh = [f"f{number}" for number in range(6)]
    world.portal.pages["/rss"] = feed(*fresh[:2])
    world.portal.pages["/tin"] = Page(status=500)
    world.night()
    assert world.knows("f0")
    world.show(*fresh, "n0", "n1", "n2", "n3")
    world.night()
    assert all(world.knows(slug) for slug in fresh), "the first page was known from the feed alone"
    assert world.night().news == set(), "and listing and feed do not contradict each other every night"


def test_an_index_of_gzipped_sitemaps(world: World) -> None:  # noqa: F811
    base = world.portal.base
    with_sitemap(world)
    pages = world.portal.pages
    index = (f"{base}/2025.xml.gz", "2025-12-31"), (f"{base}/2026.xml.gz", "")
    pages["/map.xml"] = Page(sitemap(*index, index=True), headers=PLAIN)
    pages["/2025.xml.gz"] = Page(gzip.compress(sitemap((f"{base}/tin/a", ""))), headers=PLAIN)
    pages["/2026.xml.gz"] = Page(gzip.compress(sitemap((f"{base}/tin/b", ""))), headers=PLAIN)
    assert len(world.night().news) == 2
    assert len(world.night().news) == 0
    asked = [path for path in world.portal.paths if path != "/robots.txt"]
    assert asked == ["/map.xml", "/2026.xml.gz"], "what the index calls unchanged is not asked for"


def test_a_page_that_a_sitemap_calls_changed_is_due(world: World) -> None:  # noqa: F811
    base, ledger = world.portal.base, world.ledger
    with_sitemap(world)
    world.portal.pages["/map.xml"] = Page(sitemap((f"{base}/tin/a", "2026-11-01")), headers=PLAIN)
    world.night()
    (row,) = ledger.due(world.site.id, world.now, 300)
    ledger.failed(row.id, "x", world.now)  # a visit, after which it rests
    ledger.stored(row.id, "new", "hash", date(2020, 1, 1), world.now)
    later = world.now + timedelta(days=20)
    ledger.stored(row.id, "unchanged", "hash", date(2020, 1, 1), later - timedelta(days=1))
    assert ledger.due(world.site.id, later + timedelta(days=2), 300) == []
    world.now = later
    when = (later + timedelta(hours=12)).isoformat()
    world.portal.pages["/map.xml"] = Page(sitemap((f"{base}/tin/a", when)), headers=PLAIN)
    assert len(world.night().news) == 1
    assert [row.id for row in ledger.due(world.site.id, world.now, 300)] == [row.id]


def test_sitemaps_that_name_each_other_end(world: World) -> None:  # noqa: F811
    base = world.portal.base
    with_sitemap(world)
    both = (f"{base}/map.xml", ""), (f"{base}/map2.xml", ""), ("https://khac.vn/map.xml", "")
    world.portal.pages["/map.xml"] = Page(sitemap(*both, index=True), headers=PLAIN)
    world.portal.pages["/map2.xml"] = Page(sitemap(*both, index=True), headers=PLAIN)
    found = world.night()
    assert (found.pages, found.faults, found.elsewhere > 0) == (2, [], True)


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (Page(status=404), "status 404"),
        (Page(b"<html></html>"), "no sitemap"),
        (Page(sitemap()), "empty (it gave 1 before)"),
    ],
)
def test_a_sitemap_that_fails_is_told(world: World, page: Page, why: str) -> None:  # noqa: F811
    with_sitemap(world)
    world.portal.pages["/map.xml"] = Page(sitemap((f"{world.portal.base}/tin/a", "")), headers=PLAIN)
    world.night()
    world.portal.pages["/map.xml"] = page
    (fault,) = world.night().faults
    assert why in fault
    assert "sitemap http" in fault


def test_an_empty_feed_that_used_to_give_is_told(world: World, tmp_path: Path) -> None:  # noqa: F811
    world.site = replace(world.site, feeds=(f"{world.portal.base}/rss",))
    world.portal.pages["/tin"] = Page(listing("a"))
    world.portal.pages["/rss"] = feed("a")
    assert world.night().faults == []
    world.portal.pages["/rss"] = feed()
    assert "no entry found (it gave 1 before)" in world.night().faults[0]
