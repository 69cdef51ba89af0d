"""The documents that a notice cites: all passages of one document merged into one record.

One document may be printed in full and in short ("Chỉ thị số 34-CT/TW", later "Chỉ thị 34"), in capitals in a
heading, with its date here and its body there. What any passage gives holds for the document; each passage
returns the same record.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.dates import CalendarDate
from parsers.found import Found, Source, Where
from parsers.issue_dates import IssueDates
from parsers.issuers import IssuerFinder
from parsers.notice import Document, Role
from parsers.numbers import NumberMention
from parsers.roles import role_at, settle
from parsers.text import sentences

Number = Found[NumberMention]


@dataclass(slots=True)
class _Group:
    """The passages of one document."""

    mentions: list[Number] = field(default_factory=list)

    @property
    def number(self) -> str:
        spellings = Counter(found.value.number for found in self.mentions)
        return max(spellings, key=lambda n: (len(re.sub(r"\W", "", n)), spellings[n], sum(c.islower() for c in n)))


def find_documents(
    source: Source, numbers: Sequence[Number], dates: Sequence[Found[CalendarDate]]
) -> list[Found[Document]]:
    """One `Found` for each passage, in the order of the text; passages of one document hold equal records."""
    groups = _merge(numbers)
    issuers = IssuerFinder(source)
    issue = {
        where: IssueDates(text.norm, [found for found in dates if found.span.where == where])
        for where, text in source.parts
    }
    spans = {where: sentences(text.norm) for where, text in source.parts}
    issued = _issue_dates(numbers, issue)
    found: list[Found[Document]] = []
    for group in groups:
        document = _document(source, group, issued, issuers, spans)
        found += [Found(document, mention.span, mention.confidence) for mention in group.mentions]
    return sorted(found, key=lambda item: (item.span.where != "title", item.span.start))


def _sentence(spans: list[tuple[int, int]], at: int) -> tuple[int, int]:
    i = bisect_right(spans, (at, 1 << 60)) - 1
    return spans[max(i, 0)]


def _issue_dates(numbers: Sequence[Number], issue: dict[Where, IssueDates]) -> dict[Number, str | None]:
    """Date of issue that each mention gives; a list under one head shares what its last member has."""
    own = {i: issue[n.span.where].of(n.value, n.span) for i, n in enumerate(numbers)}
    for i in range(len(numbers) - 1, 0, -1):
        this, before = numbers[i], numbers[i - 1]
        if own[i] and not own[i - 1] and this.span.where == before.span.where:
            close = this.span.start - before.span.end < 60
            if close and (this.value.joined or issue[this.span.where].shared(this.span)):
                own[i - 1] = own[i]
    for i in range(1, len(numbers)):
        if numbers[i].value.joined and not own[i] and own[i - 1] and not numbers[i].value.parts:
            own[i] = own[i - 1]
    return {number: own[i] for i, number in enumerate(numbers)}


def _key(number: str) -> str:
    return re.sub(r"[\W_]", "", number).casefold()


def _merge(numbers: Sequence[Number]) -> list[_Group]:
    groups: dict[str, _Group] = {}
    for found in numbers:
        key = _key(found.value.number)
        if not found.value.parts:
            key = f"{found.value.kind}:{found.value.lead.lstrip('0')}:{found.value.year or ''}"
        groups.setdefault(key, _Group()).mentions.append(found)
    full = [group for group in groups.values() if group.mentions[0].value.parts]
    kept = list(full)
    for group in groups.values():
        if group.mentions[0].value.parts:
            continue
        short = group.mentions[0].value
        same = [g for g in full if _is_short_for(short, g.mentions[0].value)]
        if len(same) == 1:
            same[0].mentions += group.mentions
        else:
            kept.append(group)
    for group in kept:
        group.mentions.sort(key=lambda item: (item.span.where != "title", item.span.start))
    return kept


def _is_short_for(short: NumberMention, full: NumberMention) -> bool:
    same_lead = short.lead.lstrip("0") == full.lead.lstrip("0")
    return same_lead and short.kind == full.kind and (not short.year or short.year == full.year)


def _document(
    source: Source,
    group: _Group,
    issued: dict[Number, str | None],
    issuers: IssuerFinder,
    spans: dict[Where, list[tuple[int, int]]],
) -> Document:
    leading = max(group.mentions, key=lambda found: (bool(found.value.parts), found.value.type is not None))
    kind = _majority([found.value.kind for found in group.mentions if found.value.type]) or leading.value.kind
    date = next((issued[found] for found in group.mentions if issued[found]), None)
    names: list[str | None] = []
    votes: list[tuple[Role, int]] = []
    for found in group.mentions:
        where, start, end = found.span
        sentence = _sentence(spans[where], found.value.head)
        names.append(issuers.named(found.value, found.span, sentence))
        votes.append(
            role_at(
                source.text(where).norm,
                found.value.head,
                end,
                sentence,
                kind=kind,
                opens_line=found.value.opens_line,
                in_title=where == "title",
                first=start < 400,
            )
        )
    issuer = _majority(names) or issuers.coded(leading.value, source.published)
    return Document(group.number, kind, date, issuer, settle(votes))


def _majority(values: Sequence[str | None]) -> str | None:
    counts = Counter(value for value in values if value)
    return max(counts, key=lambda value: (counts[value], len(value))) if counts else None
