"""Which province a notice is about or from.

Evidence, from the strongest: the host of its address, the masthead of its page, then the names in title, lead
and body. Hà Nội counts only as an authority ("UBND thành phố Hà Nội"), because national events are held
there. Without a clear winner the notice is national: null rather than a guess.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice
from urllib.parse import urlsplit

from parsers.places.gazetteer import Place, headline_district, places
from parsers.reference import datelines, provinces
from parsers.text import Text, sentences

_SPLIT_OF_THUA_THIEN_HUE = date(2025, 1, 1)
_LEAD = 600  # characters of the body that count as its lead
_TITLE_WEIGHT, _LEAD_WEIGHT, _BODY_WEIGHT = 6.0, 2.5, 1.0
_OFFICE_BONUS, _DISTRICT, _VISITOR, _SETTING = 1.5, 1.5, 0.4, 0.5
_LEAST, _LEAST_ALONE, _SHARE, _CLEAR = 5.0, 2.5, 0.55, 1.8
_MOST = 500  # names in a body that are weighed: the first ones tell
_DATELINE = 120  # "(binhdinh.gov.vn) - Chiều 31/3, …" stands within these first characters
_HOST = re.compile(r"\b(?:[\w-]{1,40}\.){1,4}vn\b")
# "Bí thư Tỉnh ủy Nghệ An" among the guests of a national event says little about the notice.
_GUEST = re.compile(
    r"(?<!\w)(?:dự|đồng chí|đ/c|ông|bà)(?!\w)[^.;\n]{0,160}"
    r"(?:Bí thư|Trưởng Đoàn|Chủ tịch|Giám đốc|Đoàn đại biểu)[^.;\n]{0,60}$|"
    r"(?:\bquê\b(?! hương| nhà)|nguyên quán)[^.;\n]{0,60}$|"
    r"\bsinh (?:ngày|năm|ra|tại)\b[^;\n]{0,130}$",
    re.IGNORECASE,
)
_GUEST_WORDS = (
    "bí thư", "trưởng đoàn", "chủ tịch", "giám đốc", "đoàn đại biểu", "quê", "nguyên quán", "sinh ",
)  # fmt: skip
_AT = re.compile(
    r"(?<!\w)(?:tại|ở)\s(?:[^.,;\n]{0,60},\s){0,2}(?:(?:thành phố|tỉnh|TP\.?|thị xã|huyện|quận)\s?)?$",
    re.IGNORECASE,
)
# Who acts for the whole country: "Bộ Nội vụ tổ chức", "Tổng Liên đoàn Lao động Việt Nam phát động".
_NATIONAL = re.compile(
    r"(?<!\w)(?:Thủ tướng|Chủ tịch nước|Tổng Bí thư|Chủ tịch Quốc hội|Chính phủ"
    r"|Quân ủy Trung ương|Quân khu \d|Tổng (?:Liên đoàn|cục)"
    r"|(?:Hội đồng|Ban) Thi đua ?- ?Khen thưởng Trung ương|Trung ương (?:Đoàn|Hội)"
    r"|Bộ (?!Chỉ huy|CHQS|Tư lệnh|đội|Chính trị)[A-ZĐ]\w*)(?!\w)"
    r"[^.;\n]{0,90}(?<!\w)(?:tổ chức|phát động|công bố|chủ trì|tổng kết|sơ kết)(?!\w)"
)
_AFTER_THE_SPLIT = re.compile(r"(?:năm |/)(?:202[5-9]|20[3-9]\d)(?!\d)")
# "Hà Nội: Phát động …", "Hà Nội biểu dương …"; "huyện Ba Vì (Hà Nội)".
_ACTS = re.compile(
    r": |\s(?:phát động|tổ chức|biểu dương|tuyên dương|tôn vinh|ra quân|thi đua|tổng kết|sơ kết|khen thưởng"
    r"|đẩy mạnh|triển khai|ban hành)(?!\w)",
    re.IGNORECASE,
)
_UNIT_AHEAD = re.compile(r"(?<!\w)(?:[Hh]uyện|[Qq]uận|[Tt]hị xã|[Xx]ã|[Pp]hường) [^.;()\n]{2,30} \($")
_LETTERHEAD = re.compile(r",? ngày \d{1,2} tháng")
_AGENCY = re.compile(r"(?:Cổng|Báo|Đài|Trang|Website|TTĐT|Sở|UBND|Ban|Công an|Tỉnh đoàn|LĐLĐ) ")
_REACH = 240
"""Characters before a name in which a guest's office or a birth is looked for."""


@dataclass(frozen=True, slots=True)
class ProvinceGuess:
    """A province's slug and how sure it is, from 0 to 1."""

    slug: str
    confidence: float


def in_force(slug: str, when: date | None) -> str:
    """The unit that bears the name of `slug` or took it over on the day `when` (None: as given).

    Resolution 202/2025/QH15 merged provinces on 2025-07-01; Resolution 175/2024/QH15 made Thừa Thiên Huế the
    city of Huế on 2025-01-01.
    """
    table = provinces()
    if when is None:
        return slug
    if slug == "hue" and when < _SPLIT_OF_THUA_THIEN_HUE:
        return "thua-thien-hue"
    while (unit := table[slug]).abolished and unit.successor and when >= unit.abolished:
        slug = unit.successor
    return slug


def find_province(
    title: Text,
    body: Text,
    *,
    masthead: str | None = None,
    credit: str | None = None,
    url: str | None = None,
    when: date | None = None,
) -> ProvinceGuess | None:
    """The province of a notice, or None where neither source nor text tells.

    `masthead` is the site's own name as the page shows it, `credit` whom it names as author, `when` the
    notice's date, which decides between a unit and its successor.
    """
    if when is None and not _AFTER_THE_SPLIT.search(body.norm):
        when = _SPLIT_OF_THUA_THIEN_HUE - timedelta(1)  # most of what has no date is older
    from_host = _by_host(urlsplit(url).hostname if url else None) or _by_dateline(body.norm)
    if from_host:
        return ProvinceGuess(in_force(from_host, when), 0.95)
    if masthead and (slug := _by_masthead(masthead)):
        return ProvinceGuess(in_force(slug, when), 0.95)
    weights = _weigh(title.norm, body.norm)
    if not weights:
        credited = _by_masthead(credit) if credit and _AGENCY.match(credit) else None
        return ProvinceGuess(in_force(credited, when), 0.6) if credited else None
    (slug, best), *rest = sorted(weights.items(), key=lambda item: -item[1])
    second = rest[0][1] if rest else 0.0
    total = sum(weights.values())
    if best < (_LEAST if rest else _LEAST_ALONE) or best < _SHARE * total or best < _CLEAR * second:
        return None
    return ProvinceGuess(in_force(slug, when), min(0.9, best / total))


def _by_dateline(body: str) -> str | None:
    if code := _code().search(body, 0, _DATELINE):
        return datelines()[code["in"] or code["bare"]]
    hosts = (match.group().lower() for match in _HOST.finditer(body, 0, _DATELINE))
    return next((slug for host in hosts if (slug := _by_host(host))), None)


@cache
def _code() -> re.Pattern[str]:
    """A newspaper's code where a report begins: "(GLO)- Sáng 17-8", "BHG - Sáng 23.2"."""
    codes = "|".join(map(re.escape, datelines()))
    return re.compile(rf"\((?P<in>{codes})\) ?-?|(?:^|\n)(?P<bare>{codes}) ?- ?(?=[^\W\d_])")


def _by_host(host: str | None) -> str | None:
    while host:
        if slug := _domains().get(host):
            return slug
        _, _, host = host.partition(".")
    return None


@cache
def _domains() -> dict[str, str]:
    """Domain of a portal or newspaper → the province that it is of."""
    found: dict[str, str] = {}
    for slug, unit in provinces().items():
        more = re.findall(r"[\w-]+(?:\.[\w-]+)*\.vn\b", unit.notes) if "news domain" in unit.notes else []
        for domain in (unit.gov_domain, unit.news_domain, *more):
            if domain:
                found.setdefault(domain, slug)
    return found


def _by_masthead(masthead: str) -> str | None:
    found = Counter[str]()
    for place in places(Text.of(masthead).norm):
        for slug in place.slugs:
            found[slug] += 3 if place.kind == "tỉnh" else 1
    if not found:
        return None
    ranked = found.most_common(2)
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None


def _weigh(title: str, body: str) -> dict[str, float]:
    lead = min(3 * _LEAD, next((end for _, end in sentences(body) if end >= _LEAD), _LEAD))
    titled = [*_opening(title, body), *places(title)]
    named = [(place, title, _TITLE_WEIGHT, i > 0) for i, place in enumerate(titled)]
    named += [
        (p, body, _LEAD_WEIGHT if p.start < lead else _BODY_WEIGHT, False)
        for p in islice(places(body), _MOST)
    ]
    found = [
        (place.slugs[0], *_weight(place, text, weight, setting=later or _is_setting(place, text)))
        for place, text, weight, later in named
        if _counts(place, text)
    ]
    if all(aside for *_, aside in found) and _NATIONAL.search(body, 0, lead):
        return {}
    # Where one province acts, another that is merely where it happens weighs less.
    acting = {slug for slug, _, aside in found if not aside}
    weights: dict[str, float] = {}
    for slug, weight, aside in found:
        share = _SETTING if aside and acting - {slug} else 1.0
        weights[slug] = weights.get(slug, 0.0) + share * weight
    return weights


def _opening(title: str, body: str) -> list[Place]:
    """The district that acts in the headline, where the text speaks of one of its kind."""
    district = headline_district(title)
    if district is None or not _ACTS.match(title, district[0].end):
        return []
    place, kind = district
    return [place] if re.search(rf"(?<!\w){kind}(?!\w)", body) else []


def _is_setting(place: Place, text: str) -> bool:
    return bool(_AT.search(text, max(0, place.start - _REACH), place.start))


def _counts(place: Place, text: str) -> bool:
    """Not a district's name that several provinces have, nor the capital as a mere place."""
    if place.slugs == ("ha-noi",) and place.kind == "tỉnh":
        acts = place.start == 0 and _ACTS.match(text, place.end)
        within = _UNIT_AHEAD.search(text, max(0, place.start - 60), place.start)
        return bool(place.office or acts or within) and not _LETTERHEAD.match(text, place.end)
    return len(place.slugs) == 1


def _weight(place: Place, text: str, weight: float, *, setting: bool) -> tuple[float, bool]:
    """What a name weighs, and whether it stands aside: where it happens, or a guest's home."""
    if place.kind == "huyện":
        weight *= _DISTRICT
    elif place.office:
        weight *= _OFFICE_BONUS
    start = max(0, place.start - _REACH)
    before = text[start : place.start].casefold()
    if any(word in before for word in _GUEST_WORDS) and _GUEST.search(text, start, place.start):
        return weight * _VISITOR, True
    return weight, setting
