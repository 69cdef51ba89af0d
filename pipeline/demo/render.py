"""A notice of the demo as a page of its portal: plain templates, everything escaped.

What surrounds a notice changes with every request, as on real portals (clock, counters, session token):
`Ambient` carries it, so that rendering itself stays pure and a test can hold it still.

Lines of a body: `## ` a heading, `- ` an item of a list, `> ` the caption of a photo, `| a | b |` a row of a
table, `^ a || b` a row of an official text's head (two columns without lines); anything else is a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from itertools import groupby
from string import Template
from urllib.parse import quote

from pipeline.demo.samples import PortalStyle, Sample

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_RELATED = 3


@dataclass(frozen=True, slots=True)
class Ambient:
    """What a page shows of the moment and the visitor; `token` has at least eight characters."""

    now: datetime = datetime(2026, 11, 24, 21, 0)
    visits: int = 346_024
    token: str = "9f86d081884c7d659a2feaa0"


def stamp(style: str, when: datetime) -> str:
    """A point in time in a portal's format, e.g. `{weekday}, {day:02}/{month:02}/{year}`."""
    return style.format(
        weekday=_WEEKDAYS[when.weekday()],
        day=when.day,
        month=when.month,
        year=when.year,
        hour=when.hour,
        hour12=(when.hour - 1) % 12 + 1,
        half="AM" if when.hour < 12 else "PM",
        minute=when.minute,
    )


def _kind(line: str) -> str:
    mark = line.split(" ", 1)[0]
    return mark if mark in {"##", "-", ">", "|", "^"} else ""


def _cells(line: str, mark: str) -> str:
    return "".join(f"<td>{escape(cell.strip())}</td>" for cell in line.split(mark))


def _block(kind: str, lines: Iterable[str]) -> str:
    inner = [escape(line[len(kind) :].strip(), quote=False) for line in lines] if kind not in "|^" else []
    match kind:
        case "##":
            return "\n".join(f"<p><strong>{line}</strong></p>" for line in inner)
        case "-":
            return "<ul>" + "".join(f"<li>{line}</li>" for line in inner) + "</ul>"
        case ">":
            return "\n".join(
                '<figure class="picture"><img src="/images/photo.jpg" alt="">'
                f"<figcaption>{line}</figcaption></figure>"
                for line in inner
            )
        case "|":
            rows = [_cells(line.strip("| "), "|") for line in lines]
        case "^":
            rows = [_cells(line.removeprefix("^"), "||") for line in lines]
        case _:
            return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)
    width = ' border="1"' if kind == "|" else ' border="0" width="100%"'
    return f"<table{width}><tbody>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</tbody></table>"


def body_html(lines: Iterable[str]) -> str:
    """The body of a notice as HTML."""
    return "\n".join(_block(kind, list(group)) for kind, group in groupby(lines, _kind))


def _fill(style: PortalStyle, template: str, ready: dict[str, str], **values: str) -> str:
    """Fill a template; `ready` values are HTML, the others are escaped."""
    safe = {name: escape(value) for name, value in values.items()}
    return Template(style.templates[template]).substitute(safe, **ready)


def _around(style: PortalStyle, ambient: Ambient) -> dict[str, str]:
    return {
        "portal": escape(style.name),
        "listing": escape(style.listing),
        "clock": stamp("{weekday}, {day:02}/{month:02}/{year} {hour:02}:{minute:02}", ambient.now),
        "clock_day": stamp("{day:02}/{month:02}/{year}", ambient.now),
        "token": escape(ambient.token),
        "token8": escape(ambient.token[:8]),
        "visits": f"{ambient.visits:,}".replace(",", "."),
        "online": str(1 + ambient.visits % 37),
        "digits": "".join(f"<span>{digit}</span>" for digit in str(ambient.visits)),
    }


def _card(style: PortalStyle, template: str, notice: Sample) -> str:
    return _fill(
        style,
        template,
        {},
        href=quote(notice.path),
        title=notice.title,
        published=stamp(style.stamp, notice.published),
        iso=notice.published.isoformat(),
        day=stamp("{day:02}/{month:02}/{year}", notice.published),
        summary=notice.summary,
    ).strip()


def detail_page(
    style: PortalStyle, notice: Sample, neighbours: Sequence[Sample], base: str, ambient: Ambient
) -> str:
    """The page of one notice; `neighbours` are the portal's notices, newest first, `base` its address."""
    at = next((i for i, other in enumerate(neighbours) if other.slug == notice.slug), 0)
    older = [n for n in neighbours[at + 1 :] if n.slug != notice.slug][:_RELATED]
    newer = [n for n in neighbours[:at] if n.slug != notice.slug][-_RELATED:]
    attachments = [
        _fill(style, "attachment", {}, href=quote(f"/files/{each.file}"), name=each.name).strip()
        for each in notice.attachments
    ]
    blocks = {
        "body": body_html(notice.body),
        "author": _fill(style, "author", {}, author=notice.author).strip() if notice.author else "",
        "kicker": _fill(style, "kicker", {}, kicker=notice.kicker).strip() if notice.kicker else "",
        "attachments": "\n".join(attachments),
        "related": "\n".join(_card(style, "related", other) for other in older),
        "newer": "\n".join(_card(style, "related", other) for other in newer),
    }
    return _fill(
        style,
        "detail",
        {**_around(style, ambient), **blocks},
        title=notice.title,
        url=base + quote(notice.path),
        published=stamp(style.stamp, notice.published),
        iso=notice.published.isoformat(),
        summary=notice.summary,
        views=str(100 + ambient.visits % 900),
    )


def page_count(style: PortalStyle, total: int) -> int:
    """How many listing pages `total` notices fill."""
    return max(1, -(-total // style.page_size))


def listing_page(style: PortalStyle, notices: Sequence[Sample], page: int, ambient: Ambient) -> str:
    """Listing page number `page` (from 1) over `notices`, newest first."""
    first = (page - 1) * style.page_size
    last = page_count(style, len(notices))
    items = "\n".join(_card(style, "item", notice) for notice in notices[first : first + style.page_size])
    ready = {**_around(style, ambient), "items": items, "pages": _pager(style, page, last)}
    return Template(style.templates["listing"]).substitute(ready)


def _pager(style: PortalStyle, page: int, last: int) -> str:
    def link(number: int, text: str, attributes: str) -> str:
        href = escape(f"{style.listing}?{style.page_parameter}={number}")
        return f'<a href="{href}"{attributes}>{text}</a>'

    numbers = [
        f'<span class="current">{n}</span>' if n == page else link(n, str(n), "") for n in range(1, last + 1)
    ]
    if page < last:
        numbers.append(link(page + 1, "Trang sau", ' class="next" rel="next"'))
    wrap = "<li>{}</li>" if style.templates["listing"].count('<ul class="pager') else "{}"
    return " ".join(wrap.format(each) for each in numbers)


def robots() -> str:
    """The robots.txt of every portal: one closed folder, no delay wanted."""
    return "User-agent: *\nDisallow: /noi-bo/\nCrawl-delay: 0\n"
