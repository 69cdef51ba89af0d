"""A generated portal for the crash harness: hundreds of notices and their files on several loopback hosts."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from scrapers.sites import Site
from tests.scrapers.portal import Page, Portal, listing, serving, site_of

_PROVINCES = ("son-la", "lao-cai", "ca-mau", "quang-tri")
_ITEMS_ON_A_PAGE = 20
_OPENINGS = (
    "UBND tỉnh vừa ban hành Kế hoạch số {n}/KH-UBND ngày {day:02}/{month:02}/{year} phát động phong trào "
    "thi đua “Xóm bản sạch số {n}”.",
    "Ngày {day}/{month}/{year}, Sở Nội vụ ký Quyết định số {n}/QĐ-SNV khen thưởng {n} tập thể.",
    "Hội Nông dân tỉnh tổng kết đợt thi đua cao điểm từ ngày {day}/{month} đến ngày 30/12/{year}.",
    "Hội đồng Thi đua - Khen thưởng họp phiên thứ {n}, bàn về Công văn số {n}/UBND-NC.",
)


@contextlib.contextmanager
def portals(hosts: int, notices: int) -> Iterator[list[Portal]]:
    """`hosts` portals that are being served, with `notices` notices in all."""
    with contextlib.ExitStack() as stack:
        found = [stack.enter_context(serving(f"127.0.7.{n + 1}")) for n in range(hosts)]
        for n in range(notices):
            _write(found[n % hosts], n)
        for portal in found:
            _list(portal)
        yield found


def _write(portal: Portal, n: int) -> None:
    day, month, year = n % 28 + 1, n % 12 + 1, 2019 + n % 5
    text = _OPENINGS[n % len(_OPENINGS)].format(n=n, day=day, month=month, year=year)
    if n % 4 == 0:  # two notices of a portal offer the same file
        text += " " + portal.file(f"ke-hoach-{n // 24}.pdf", etag=f'"{n // 24}"')
    portal.notice(
        f"n{n:04}",
        f"Tin thi đua số {n}",
        text=f"{text} {'Các đơn vị báo cáo kết quả về Văn phòng. ' * (n % 40)}",
        etag=f'"{n}"' if n % 3 == 0 else None,
        day=f"{day:02}/{month:02}/{year}",
    )


def _list(portal: Portal) -> None:
    slugs = [path.removeprefix("/tin/") for path in portal.pages if path.startswith("/tin/")]
    groups = [slugs[i : i + _ITEMS_ON_A_PAGE] for i in range(0, len(slugs), _ITEMS_ON_A_PAGE)]
    for number, group in enumerate(groups, 1):
        path = "/tin" if number == 1 else f"/tin?p={number}"
        following = f"/tin?p={number + 1}" if number < len(groups) else None
        portal.pages[path] = Page(listing(*group, following=following))


def sites_at(bases: list[str]) -> list[Site]:
    """The sites that read the portals at `bases`."""
    return [
        site_of(Portal(base), f"site-{n}", province=_PROVINCES[n % len(_PROVINCES)])
        for n, base in enumerate(bases)
    ]
