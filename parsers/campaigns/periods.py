"""When the campaigns or plans that a notice is about run.

Most stretches of a notice are background: a congress's term, the span of a cited policy, the years of another
movement, the dates of a festival or of an application. A stretch is a period only where the words of its own
sentence (or the heading above it) say that a campaign runs for so long: a schedule ("Thời gian thực hiện:"),
a campaign that lasts, a numbered phase of it, or a named campaign that the sentence or the title launches.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.campaigns import period_words as words
from parsers.dates.finder import CalendarDate
from parsers.dates.gaps import from_now
from parsers.found import Found, Source, Span
from parsers.notice import Movement
from parsers.text import sentences, without_quotations

_BEFORE, _AFTER, _SHORT = 260, 200, 80
_LEAD = 700  # characters in which a notice says what it is about
_UNSURE = 0.5


def find_periods(
    source: Source, dates: Sequence[Found[CalendarDate]], movements: Sequence[Found[Movement]]
) -> list[Found[str]]:
    """EDTF intervals of the campaigns and plans that the notice is about, one `Found` a mention.

    "từ nay đến …" begins on the date of publication, `..` where that is unknown.
    """
    title, body = source.title.norm, source.body.norm
    about = any(
        words_of.search(title) or words_of.search(body, 0, _LEAD)
        for words_of in (words.CAMPAIGNS, words.PLANS)
    )
    named = _named_at_the_head(title, body, movements)
    # Whoever prints the days of a movement speaks of its present run.
    days = {(m.span.where, m.value.period) for m in movements if m.value.period and "-" in m.value.period}
    found: list[Found[str]] = []
    for where, text in source.parts:
        spans = sentences(text.norm)
        starts = [start for start, _ in spans]
        for item in dates:
            value = _interval(item, text.norm) if item.span.where == where else None
            if value is None:
                continue
            i = max(0, bisect_right(starts, item.span.start) - 1)
            place = _Place.of(text.norm, item, spans[i], spans[i - 1] if i else (0, 0))
            sure = place.in_title() if where == "title" else place.in_body(about)
            run = _beside(item.span, named) or (where, value) in days
            if sure < _UNSURE and run and not words.AWARDED.search(place.left):
                sure = 0.6
            if sure:
                found.append(Found(value, item.span, sure))
    return found


def _interval(item: Found[CalendarDate], norm: str) -> str | None:
    """The EDTF interval of a counted stretch, or of an end behind "từ nay đến"; else None."""
    edtf = item.value.edtf
    if not item.value.counted:
        return None
    if "/" in edtf:
        return None if words.BEGINS.search(norm, max(0, item.span.start - 20), item.span.end) else edtf
    return f"../{edtf}" if from_now(norm, item.span.start) else None


def _named_at_the_head(
    title: str, body: str, movements: Sequence[Found[Movement]]
) -> dict[str, list[tuple[int, int]]]:
    """Passages, by title and body, of the movements with a period that the notice is about.

    The title names them, or the first sentence of the body names one with a period and no other.
    """
    folded = title.casefold()
    first = next(iter(sentences(body)), (0, 0))[1]
    leading = {
        m.value for m in movements if m.value.period and m.span.where == "body" and m.span.end <= first
    }
    found: dict[str, list[tuple[int, int]]] = {}
    for m in movements:
        if m.value.period and (m.value.name.casefold() in folded or leading == {m.value}):
            found.setdefault(m.span.where, []).append((m.span.start, m.span.end))
    return found


def _beside(span: Span, named: dict[str, list[tuple[int, int]]]) -> bool:
    """Whether a stretch stands in, or right behind, the name of a movement that the title names."""
    passages = named.get(span.where, [])
    i = bisect_right(passages, (span.start, len(passages) and passages[-1][1])) - 1
    return i >= 0 and span.start <= passages[i][1] + 24


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match of a pattern ends; -1 without one."""
    end = -1
    for match in pattern.finditer(text):
        end = match.end()
    return end


def _first(pattern: re.Pattern[str], text: str) -> int:
    """Where the first match of a pattern begins; -1 without one."""
    match = pattern.search(text)
    return match.start() if match else -1


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch with the words of its sentence around it, and the short line above."""

    value: CalendarDate
    left: str
    right: str
    above: str
    """The sentence before its own."""
    now: bool

    @classmethod
    def of(cls, norm: str, item: Found[CalendarDate], own: tuple[int, int], above: tuple[int, int]) -> _Place:
        span = item.span
        left = norm[max(own[0], span.start - _BEFORE) : span.start]
        right = norm[span.end : min(own[1], span.end + _AFTER)]
        return cls(
            item.value,
            left,
            right,
            norm[max(above[0], above[1] - _BEFORE) : above[1]],
            from_now(norm, span.start),
        )

    @property
    def heading(self) -> str:
        """The short line or sentence above, else empty."""
        return self.above if len(self.above) < _SHORT else ""

    @property
    def years_only(self) -> bool:
        return all(len(part) == 4 for part in self.value.edtf.split("/"))

    @property
    def part_of_year(self) -> bool:
        """Whether the stretch is months of one year: a quarter, a half-year."""
        edtf = self.value.edtf
        return len(edtf) == 15 and edtf[:4] == edtf[8:12]

    def in_title(self) -> float:
        """How surely a stretch in the title is a period: the title is what the notice is about."""
        if words.TERM.search(self.left):
            return 0.0
        if self.part_of_year:
            return 0.8 if words.TASKS.search(self.left) and not words.SUMMED.search(self.left) else 0.0
        if words.CAMPAIGNS.search(self.left) or words.NAMED.search(self.left):
            return 0.8
        return 0.6 if words.PLAN_TITLE.search(self.left) else 0.0

    def in_body(self, about: bool) -> float:
        """How surely a stretch in the body is a period; `about`: whether the notice speaks of a campaign."""
        another = words.HEADING.search(self.heading) and words.OTHERS.search(self.heading)
        if another or words.AWARDED.search(self.left) or words.CONTEST.search(self.left):
            return 0.0
        said = without_quotations(self.left)
        other, campaign = _last(words.OTHERS, said), _last(words.CAMPAIGNS, said)
        scheduled = self._scheduled(about, campaign, other)
        if scheduled or self.years_only:
            return scheduled or self._launched(said, other)
        if self.part_of_year and not words.FROM.search(self.left):
            phase = about and words.PHASE_OF_YEAR.search(said)
            return 0.6 if phase or words.LAUNCHED_FOR.search(said) else 0.0
        return self._lasting(said, campaign, other)

    def _lasting(self, said: str, campaign: int, other: int) -> float:
        """Days or months for which the campaign of the sentence runs."""
        if campaign > other and words.RUNS.search(said, max(0, campaign - 30)):
            return 0.8
        if words.LASTS.search(said) and 0 <= _first(words.CAMPAIGNS, said) < _first(words.OTHERS, said):
            return 0.75
        if other < 0 and words.AFTERWARDS.match(self.right):
            return 0.75
        if words.THEREBY.fullmatch(self.left) and words.OPENED.search(self.above.rstrip(".!… ")):
            return 0.75
        told = words.CAMPAIGNS.search(self.right) or words.CAMPAIGNS.search(self.above)
        if words.AFTER_SO_LONG.fullmatch(self.left) and told:
            return 0.75
        return 0.7 if _is_opened(said) else 0.0

    def _scheduled(self, about: bool, campaign: int, other: int) -> float:
        """A schedule ("Thời gian thực hiện: …"), a numbered phase, or "từ nay đến" of a campaign."""
        schedule = words.SCHEDULE.search(self.left)
        if schedule and not words.OTHERS.search(schedule["rest"]) and (about or campaign >= 0):
            return 0.9
        if about and (words.PHASE.search(self.left) or words.PARTS.search(self.left)):
            return 0.85
        if words.SUBJECT_RUNS.search(self.left):
            return 0.75
        if about and other < 0 and len(self.left) < 60 and words.HEADING.search(self.heading):
            return 0.8
        if self.now and other < 0 and words.PLANS.search(self.left):
            return 0.75
        return 0.9 if self.now and campaign > other else 0.0

    def _launched(self, said: str, other: int) -> float:
        """A named campaign that the sentence launches, and that is not merely recalled."""
        runs = words.LAUNCH.search(said) or words.FOR_YEARS.search(said)
        known = _last(words.NAMED, said) > other and runs
        return 0.7 if known and not words.RECALLED.search(said) else 0.0


def _is_opened(said: str) -> bool:
    """Whether the words before a stretch open a campaign, whatever its purpose, and no other event."""
    opened = words.OPENED.search(said)
    if opened is None:
        return False
    purpose = words.WELCOMED.sub(" ", opened["purpose"])
    return not words.EVENTS.search(purpose) and not words.DONE.search(purpose)
