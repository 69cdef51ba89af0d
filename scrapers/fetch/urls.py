"""One address for one page: canonical URLs and the ids of notices.

Portals link one notice in many ways: with a session id, a tracking tail, `:443`, another case of the host, an
unescaped Vietnamese path. All fold to one canonical URL (RFC 3986, section 6.2, and the parameters below),
and the id of a notice is a digest of that URL without its scheme, because portals move from http to https
one by one and a notice's id never changes. What servers do not tell apart, the id does not either: `www.`,
the slash at the end, the order of the query's parameters, the case of a path on ASP.NET. The URL keeps it,
for it is what is asked for.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import SplitResult, quote, unquote_to_bytes, urljoin, urlsplit, urlunsplit

from parsers.text import compose

_TRACKING = re.compile(
    r"utm_[a-z_]{1,40}|fbclid|gclid|dclid|msclkid|zarsrc|zalo_[a-z]{1,20}|_ga|mc_[ce]id|igshid"
    r"|gad_source|gbraid|wbraid|_gl|yclid|mibextid|__cf_chl_[a-z_]{1,20}"
    r"|phpsessid|jsessionid|aspsessionid[a-z]{0,20}|asp\.net_sessionid|sessionid|cfid|cftoken|p_auth"
    r"|(?:_[a-z0-9_]{1,80}_)?(?:redirect|inheritredirect|backurl)|returnurl|return_url|p_l_back_url",
    re.IGNORECASE,
)
"""Parameters that say who reads and whence he came (Liferay writes the listing's address into each link), not
what is read.
"""
_CASELESS = (".aspx", ".asp", ".ashx")
_PATH_SESSION = re.compile(r";jsessionid=[^/;?]*", re.IGNORECASE)
_ASPNET_SESSION = re.compile(r"/\([A-Z]\([A-Za-z0-9]{20,40}\)\)(?=/|$)")  # cookieless ASP.NET: /(S(…))/
_DEFAULT_PORTS = {"http": 80, "https": 443}
_PATH_SAFE = "/:@!$&'()*+,;=~-._"
_QUERY_SAFE = "/:@!$'()*+,;=~-._?"
_ID_LENGTH = 16


class UnusableUrlError(ValueError):
    """A link that no crawler follows: another scheme, no host, a broken port."""


def canonical_url(url: str, base: str | None = None) -> str:
    """The canonical form of `url`, resolved against `base` where it is relative.

    Raises `UnusableUrlError` for schemes other than http and https and for addresses without a valid host.
    """
    text = url.strip()
    try:
        parts = urlsplit(urljoin(base, text) if base else text)
        port = parts.port
    except ValueError as error:
        raise UnusableUrlError(f"{text[:200]!r}: {error}") from error
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS:
        raise UnusableUrlError(f"{text[:200]!r}: only http and https addresses are followed")
    host = _host(parts)
    authority = f"[{host}]" if ":" in host else host
    if port is not None and port != _DEFAULT_PORTS[scheme]:
        authority += f":{port}"
    path = _ASPNET_SESSION.sub("", _PATH_SESSION.sub("", parts.path))
    path = _without_dots(_escaped(path, _PATH_SAFE)) or "/"
    return urlunsplit((scheme, authority, path, _query(parts.query), ""))


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".").lower()
    if not host or any(c.isspace() or c in "\\<>^`{|}%" for c in host):
        raise UnusableUrlError(f"{parts.geturl()[:200]!r}: no valid host")
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise UnusableUrlError(f"{host[:100]!r}: not a host name") from error


def _escaped(text: str, safe: str) -> str:
    """Percent-encoding in one spelling: letters that need none are bare, others `%XX` in upper case, NFC."""
    pieces = []
    for piece in re.split(r"(%[0-9A-Fa-f]{2})", text):
        if re.fullmatch(r"%[0-9A-Fa-f]{2}", piece):
            byte = unquote_to_bytes(piece)
            bare = byte.isalnum() or byte in b"-._~"
            pieces.append(byte.decode("ascii") if bare and byte.isascii() else piece.upper())
        else:
            pieces.append(quote(compose(piece), safe=safe))
    return "".join(pieces)


def _without_dots(path: str) -> str:
    """RFC 3986, 5.2.4; also folds `//`, which no portal means."""
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if kept:
                kept.pop()
        elif segment not in {"", "."}:
            kept.append(segment)
    tail = "/" if segments[-1] in {"", ".", ".."} and kept else ""
    return "/" + "/".join(kept) + tail


def _query(query: str) -> str:
    kept = [
        _escaped(pair, _QUERY_SAFE)
        for pair in query.split("&")
        if pair and not _TRACKING.fullmatch(pair.split("=", 1)[0])
    ]
    return "&".join(kept)


def notice_id(url: str) -> str:
    """The id of the notice at a canonical `url`: 16 hex digits, the same for http and https."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    path = path.lower() if path.lower().endswith(_CASELESS) else path
    query = "&".join(sorted(parts.query.split("&"), key=lambda pair: pair.partition("=")[0]))
    told = f"{parts.netloc.removeprefix('www.')}{path or '/'}{'?' if query else ''}{query}"
    return hashlib.sha256(told.encode()).hexdigest()[:_ID_LENGTH]


def host_key(url: str) -> str:
    """Host and port of a canonical `url`, without `www.`: whose server it is."""
    return urlsplit(url).netloc.removeprefix("www.")


def origin(url: str) -> str:
    """Scheme, host and port: what one robots.txt speaks for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
