"""The documents that a notice cites: all passages of one document merged into one record.

One document may be printed in full and in short ("Chỉ thị số 34-CT/TW", later "Chỉ thị 34"), in capitals in a
heading, with its date here and its body there. What any passage gives holds for the document; each passage
returns the same record.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from parsers.dates.finder import CalendarDate
from parsers.documents.citations import Context, Number, list_lead
from parsers.documents.issue_dates import issue_dates
from parsers.documents.numbers import NumberMention
from parsers.documents.roles import Citation, settle, vote
from parsers.found import Found, Source
from parsers.issuers.codes import fits, organ_code, organ_part
from parsers.issuers.finder import IssuerFinder
from parsers.notice import Document

_TELLING = 24
"""Mentions of one document that are asked for its issuer and its role: the first ones say it."""
_BYGONE = 4
"""Years after which a document's issue is no news any more."""
_OLD_NEWS, _LEAD = 200, 400
"""Days between issue and posting that make a document old news, unless the first characters cite it."""
_BULLET = re.compile(r"[\s+*•-]*(?:\(?(?:\d{1,2}|[a-zđ])[.)/] ?)?-?[\s“\"]*(?:[Cc]ác )?")


def find_documents(
    source: Source, numbers: Sequence[Number], dates: Sequence[Found[CalendarDate]]
) -> list[Found[Document]]:
    """One `Found` for each passage, in the order of the text; passages of one document hold equal records."""
    if not numbers:
        return []
    context = Context.of(source, numbers)
    issuers = IssuerFinder(source)
    issued = issue_dates(source, numbers, dates)
    groups = merge(numbers)
    telling = {n for group in groups for n in group[:_TELLING]}
    named = _named([n for n in numbers if n in telling], context, issuers, source)
    own = next((n for n in numbers if n.value.opens_line and named.get(n)), None)
    now = source.published.year if source.published else _latest_year(dates)
    found: list[Found[Document]] = []
    for group in groups:
        leading = max(group, key=lambda n: (bool(n.value.parts), n.value.type is not None)).value
        kind = _majority(n.value.kind for n in group if n.value.type) or leading.kind
        day = next((issued[n] for n in group if issued[n]), None)
        issuer = _majority(named[n] for n in group[:_TELLING]) or issuers.coded(leading)
        if issuer is None and own and organ_part(own.value) == organ_part(leading):
            issuer = named[own]  # an official text cites others of its own body
        local = issuers.local(leading, issuer)
        past = bool(day and now and int(day[:4]) <= now - _BYGONE)
        past = past or (group[0].span.start > _LEAD and _is_old_news(day, source))
        told = group[:_TELLING]
        role = settle(vote(_citation(source, n, context, kind, local, past=past)) for n in told)
        document = Document(_spelling(group), kind, day, issuer, role)
        found += [Found(document, n.span, n.confidence) for n in group]
    return sorted(found, key=lambda item: (item.span.where != "title", item.span.start))


def _is_old_news(issued: str | None, source: Source) -> bool:
    """Whether a document was issued long before the notice's own day."""
    if not issued or not source.published or len(issued) < len("2021-08-30"):
        return False
    return (source.published - date.fromisoformat(issued)).days > _OLD_NEWS


def _latest_year(dates: Sequence[Found[CalendarDate]]) -> int | None:
    """The year of the latest day that a text prints: about when it was written."""
    days = [found.value.edtf[:4] for found in dates if found.value.kind == "day"]
    return max((int(year) for year in days if year.isdecimal()), default=None)


def merge(numbers: Sequence[Number]) -> list[list[Number]]:
    """The mentions of each document together, each list in the order of the text."""
    groups: dict[str, list[Number]] = {}
    for found in numbers:
        groups.setdefault(_key(found.value), []).append(found)
    full = [group for group in groups.values() if group[0].value.parts]
    kept = list(full)
    for group in groups.values():
        if group[0].value.parts:
            continue
        longer = [other for other in full if _is_short_for(group[0].value, other[0].value)]
        if len(longer) == 1:
            longer[0].extend(group)
        else:
            kept.append(group)
    return [sorted(group, key=lambda item: (item.span.where != "title", item.span.start)) for group in kept]


def _key(number: NumberMention) -> str:
    if not number.parts:
        return f"{number.kind}:{number.lead.lstrip('0')}:{number.year or ''}"
    return re.sub(r"[\W_]", "", number.number).casefold()


def _is_short_for(short: NumberMention, full: NumberMention) -> bool:
    same_lead = short.lead.lstrip("0") == full.lead.lstrip("0")
    return same_lead and short.kind == full.kind and (not short.year or short.year == full.year)


def _spelling(group: Sequence[Number]) -> str:
    spellings = Counter(found.value.number for found in group)
    return max(
        spellings, key=lambda n: (len(re.sub(r"\W", "", n)), sum(c.islower() for c in n), spellings[n])
    )


def _citation(
    source: Source, found: Number, context: Context, kind: str | None, local: bool, *, past: bool
) -> Citation:
    where, start, end = found.span
    text = source.text(where).norm
    first = context.first[found]
    opening = context.sentence(where, first)[0]
    before = text[max(opening, first - 300) : first]
    above = text[max(0, opening - 240) : opening]
    if _BULLET.fullmatch(before):
        before = list_lead(text, opening) + before
    return Citation(
        before=before,
        above=above,
        after=text[end : end + 300],
        start=start,
        kind=kind,
        local=local,
        opens_line=found.value.opens_line,
        in_title=where == "title",
        normative=found.value.year is not None,
        title=source.title.norm,
        past=past,
    )


def _named(
    numbers: Sequence[Number], context: Context, issuers: IssuerFinder, source: Source
) -> dict[Number, str | None]:
    """The issuer that the wording gives each passage; the members of a list share what one of them has."""
    named = {
        found: issuers.named(
            found.value,
            found.span,
            context.sentence(found.span.where, found.value.head),
            context.first[found],
        )
        for found in numbers
    }

    def shared(giver: Number, taker: Number) -> str | None:
        name = named[giver] or (None if taker.value.parts else issuers.coded(giver.value))
        return name if name and fits(name, taker.value) else None

    couples = [couple for couple in pairwise(numbers) if _alike(*couple, context, source)]
    for before, this in reversed(couples):
        headless = this.value.parts and not before.value.parts  # "số 12, 13/QĐ-BCA của …"
        named[before] = (shared(this, before) if headless else None) or named[before] or shared(this, before)
    for before, this in couples:
        named[this] = named[this] or shared(before, this)
    return named


def _alike(before: Number, this: Number, context: Context, source: Source) -> bool:
    where = this.span.where
    if before.span.where != where or context.first[before] != context.first[this]:
        return False
    between = source.text(where).norm[before.span.end : this.span.start]
    if organ_code(this.value) == "TW" and ";" in between:
        return False  # several bodies number so
    if organ_code(before.value) != organ_code(this.value):
        headless = not (before.value.parts and this.value.parts)
        return headless and before.value.kind == this.value.kind
    return bool(this.value.parts) or before.value.kind == this.value.kind


def _majority(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return max(counts, key=lambda value: (counts[value], len(value))) if counts else None
