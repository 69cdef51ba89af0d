"""Plain text of a page, as saved from a browser, to a `Page`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from parsers.page.dump_foot import read_foot
from parsers.page.dump_head import posted_near, read_head
from parsers.page.dump_lines import Line, lines_of
from parsers.page.dump_official import heading_start, headline_above, official_title
from parsers.page.dump_posted import part_stamp, read_day
from parsers.page.dump_wrap import unwrap
from parsers.page.record import Page
from parsers.text import Text

_FIELD = re.compile(r"#\s{0,4}([A-Za-z_]{1,20})\s{0,4}[=:]\s{0,4}(.{1,1000})$")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)$")
# A field torn from a page's head: "date 2025-12-26 " before the first words.
_CRUMB = re.compile(r"date\s{1,3}(\d{4}[-－]\d\d(?:[-－]\d\d)?)\s{1,4}", re.IGNORECASE)
_TITLE_FIELDS, _DATE_FIELDS = ("title", "headline"), ("date", "published", "posted")


def read_dump(text: str) -> Page:
    """Read a text whose lines are those of a page; `# key = value` lines at its top are its metadata."""
    fields, text = _fields(text)
    lines = part_stamp(unwrap(lines_of(text)))
    page = read_lines(lines)
    return replace(
        page,
        title=_first(fields, _TITLE_FIELDS) or page.title,
        published=_date(fields) or page.published,
        canonical_url=fields.get("url"),
    )


def read_lines(lines: list[Line]) -> Page:
    """Read the lines of a page, from its masthead to its foot."""
    if not lines:
        return Page()
    start = heading_start(lines)
    if start is not None and (page := _official_page(lines, start)):
        return page
    head = read_head(lines)
    foot = read_foot([line for i, line in enumerate(lines) if i >= head.start and i != head.stamp_at])
    return Page(
        title=head.title,
        published=head.published or foot.published,
        author=head.author or foot.author or head.source,
        body="\n".join(foot.body),
        source_label=head.masthead,
    )


def _official_page(lines: list[Line], start: int) -> Page | None:
    """A page that shows an official text from `start` on, below its own headline or without one."""
    found = official_title(lines[start:])
    headline = headline_above(lines, start)
    if headline is None and found is None and start:
        return None
    title, taken = found if found and headline is None else (None, [])
    foot = read_foot([line for i, line in enumerate(lines[start:]) if i not in taken])
    return Page(
        title=title if headline is None else lines[headline].text,
        published=posted_near(lines[:start], start if headline is None else headline, start)
        if start
        else None,
        author=foot.author,
        body="\n".join(foot.body),
        source_label=None,
    )


def _fields(text: str) -> tuple[dict[str, str], str]:
    fields: dict[str, str] = {}
    rest = text.lstrip("\ufeff\r\n \t\u00a0")
    if crumb := _CRUMB.match(rest):
        return {"date": Text.of(crumb[1]).norm}, rest[crumb.end() :]
    while rest.startswith("#"):
        line, _, behind = rest.partition("\n")
        match = _FIELD.match(line.strip())
        if not match:
            break
        fields[match[1].lower()] = match[2].strip()
        rest = behind.lstrip("\r\n \t")
    return fields, rest if fields else text


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((fields[name] for name in names if name in fields), None)


def _date(fields: dict[str, str]) -> date | None:
    value = _first(fields, _DATE_FIELDS)
    if value is None:
        return None
    compact = _COMPACT.match(value)
    return read_day("-".join(compact.groups()) if compact else value)
