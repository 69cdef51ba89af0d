import pytest

from scrapers.fetch.urls import UnusableUrlError, canonical_url, host_key, notice_id

ONE_PAGE = [
    ("https://ict.backan.gov.vn:443/Pages/tin-1.aspx", "the usual port, written out"),
    ("HTTPS://ICT.BacKan.gov.vn/Pages/tin-1.aspx", "case of scheme and host"),
    ("https://ict.backan.gov.vn./Pages/tin-1.aspx", "the root's dot"),
    ("https://ict.backan.gov.vn/Pages/tin-1.aspx#noi-dung", "a fragment"),
    ("https://ict.backan.gov.vn/Pages/./x/../tin-1.aspx", "dot segments"),
    ("https://ict.backan.gov.vn//Pages//tin-1.aspx", "doubled slashes"),
    ("https://ict.backan.gov.vn/Pages/tin%2D1.aspx", "an escape that is none"),
    ("https://ict.backan.gov.vn/Pages/tin-1.aspx?utm_source=zalo&fbclid=1", "tracking"),
    ("https://ict.backan.gov.vn/Pages/tin-1.aspx;jsessionid=0A1B?PHPSESSID=9", "session ids"),
    ("https://ict.backan.gov.vn/(S(lit3py55t21z5v55vlm25s55))/Pages/tin-1.aspx", "cookieless ASP.NET"),
    ("  https://ict.backan.gov.vn/Pages/tin-1.aspx\n", "blanks around"),
    (
        "https://ict.backan.gov.vn/Pages/tin-1.aspx?inheritRedirect=false&redirect=https%3A%2F%2Fa.vn%2F%3Fcur%3D2",
        "whence the reader came",
    ),
    (
        "https://ict.backan.gov.vn/Pages/tin-1.aspx?_101_INSTANCE_aB3_redirect=%2Ftin-tuc&p_auth=x1",
        "the same in Liferay's long spelling",
    ),
]


@pytest.mark.parametrize(("url", "reason"), ONE_PAGE)
def test_variants_fold_to_one(url: str, reason: str) -> None:
    assert canonical_url(url) == "https://ict.backan.gov.vn/Pages/tin-1.aspx", reason


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://a.vn/Tin/Thi đua.html", "http://a.vn/Tin/Thi%20%C4%91ua.html"),
        ("http://a.vn/Tin/Thi%20%c4%91ua.html", "http://a.vn/Tin/Thi%20%C4%91ua.html"),
        ("http://a.vn/?id=2&p=1", "http://a.vn/?id=2&p=1"),
        ("http://a.vn/?p=1&id=2", "http://a.vn/?p=1&id=2"),
        ("http://a.vn/?q=a%2Fb&empty=", "http://a.vn/?q=a%2Fb&empty="),
        ("http://a.vn:8080", "http://a.vn:8080/"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("http://tỉnh.vn/", "http://xn--tnh-dlz.vn/"),
    ],
)
def test_what_stays(url: str, expected: str) -> None:
    assert canonical_url(url) == expected
    assert canonical_url(expected) == expected


def test_both_spellings_of_a_vowel_are_one_path() -> None:
    assert canonical_url("http://a.vn/ho\u0300a") == canonical_url("http://a.vn/h\u00f2a")


def test_relative_links() -> None:
    base = "http://a.vn/tin-tuc/trang?p=2"
    assert canonical_url("../x", base) == "http://a.vn/x"
    assert canonical_url("?p=3", base) == "http://a.vn/tin-tuc/trang?p=3"
    assert canonical_url("//b.vn/y", base) == "http://b.vn/y"


@pytest.mark.parametrize(
    "url",
    ["javascript:;", "mailto:a@b.vn", "ftp://a.vn/x", "file:///etc/passwd", "http://", "http://a b.vn/",
     "http://a.vn:99999/", "http://[::1/", "data:text/html,x", "tin.html"],
)  # fmt: skip
def test_unusable(url: str) -> None:
    with pytest.raises(UnusableUrlError):
        canonical_url(url)


def test_the_id_outlives_a_move_to_https() -> None:
    assert notice_id("http://a.vn/x") == notice_id("https://a.vn/x")
    assert notice_id("http://a.vn/x") != notice_id("http://a.vn/X")
    assert len(notice_id("http://a.vn/x")) == 16


@pytest.mark.parametrize(
    ("one", "other", "same", "reason"),
    [
        ("http://www.a.vn/x", "http://a.vn/x", True, "www."),
        ("http://a.vn/x/", "http://a.vn/x", True, "slash at the end"),
        ("http://a.vn", "http://www.a.vn/", True, "the root"),
        ("http://a.vn/x?b=2&a=1", "http://a.vn/x?a=1&b=2", True, "order of parameters"),
        ("http://a.vn/x?a=1&a=2", "http://a.vn/x?a=2&a=1", False, "order of one parameter's values"),
        ("http://a.vn/Pages/Tin-1.aspx?ID=3", "http://a.vn/pages/tin-1.aspx?ID=3", True, "ASP.NET"),
        ("http://a.vn/t.aspx?ID=aB", "http://a.vn/t.aspx?ID=ab", False, "values have their case"),
        ("http://a.vn/Tin", "http://a.vn/tin", False, "elsewhere a path has its case"),
        ("http://a.vn/x?redirected=1", "http://a.vn/x", False, "a word that only begins so"),
        ("http://a.vn:8080/x", "http://a.vn/x", False, "another port"),
    ],
)
def test_what_servers_do_not_tell_apart_has_one_id(one: str, other: str, same: bool, reason: str) -> None:
    ids = {notice_id(canonical_url(url)) for url in (one, other)}
    assert (len(ids) == 1) == same, reason


def test_host_key() -> None:
    assert host_key("https://www.a.vn/x") == host_key("https://a.vn/") == "a.vn"
    assert host_key("http://127.0.0.2:8080/x") == "127.0.0.2:8080"


def test_a_hostile_url_is_folded_in_no_time() -> None:
    long = "http://a.vn/" + "/../a;jsessionid=" * 60_000
    assert canonical_url(long)
