"""Emulation movements, drives and mass campaigns with a name of their own (phong trào, đợt thi đua, cuộc vận
động, chiến dịch).

A name counts where the text presents it as one: behind a head noun, in a list that a head opens, or before
one ("“…” là phong trào …"). Passages that give one name (in whatever case, with or without quotes) share one
value.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.dates.finder import CalendarDate
from parsers.found import Found, Source, Span, Where
from parsers.movements.heads import kind_of
from parsers.movements.lists import Item, items_behind
from parsers.movements.names import SMALL, Name, bare_name, key_of, kinds
from parsers.movements.periods import campaign_period, period_beside, taken_up
from parsers.movements.scene import Scene
from parsers.movements.series import series_behind
from parsers.notice import Kind, Movement
from parsers.text import Text

_KIND = r"(?P<kind>phong trào|cuộc vận động|chiến dịch|đợt thi đua)"
_IS_KIND = re.compile(
    rf"(?:(?:,? (?:thực sự |chính |cũng |vốn )?là|,? -) (?:một trong (?:những|các) |một |các "
    rf"|những )?)(?:[^\s,.;]+ )?{_KIND}(?!\w)",
    re.IGNORECASE,
)
_KIND_WITHIN = re.compile(rf"{_KIND}(?: thi đua)? (?=\d|(?-i:[^\W\d_{SMALL}])\w* [^\W_])", re.IGNORECASE)
_CARRIED_OUT = re.compile(
    r"(?:hưởng ứng|phát động|thực hiện|đẩy mạnh|triển khai|tham gia)(?: (?:tốt|có hiệu quả))? ?\Z"
)
_LAUNCHED = re.compile(r"(?<!\w)(?:phát động|hưởng ứng) ?\Z")
_OF_ACTION = re.compile(r"(?:Ngày|Tuần|Tháng|Giờ|Năm) ")  # days and months of action are no movements
_WHOLE_NATION = re.compile(r"(?:Cả nước|Toàn dân) ")
_OF_A_YEAR = re.compile(r" năm (?:học )?\d{4}(?: ?- ?\d{4})?\Z", re.IGNORECASE)
_REACH = 60
_BACK = 500  # how far back the movements are that a sentence speaks of again


@dataclass(frozen=True, slots=True)
class _Passage:
    where: Where
    name: Name
    kind: Kind
    stated: float
    period: str | None
    key: str


def find_movements(source: Source, dates: Sequence[Found[CalendarDate]]) -> list[Found[Movement]]:
    """Every passage that names a movement, in the order of title and body.

    `dates` (from `find_dates`) serve for `period`: an EDTF interval such as `2021/2025`. The name is
    printed as at its first mention, without quotes, kind word and period. Confidence is 1.0 for a quotation
    right behind its head, 0.9 behind an introduction ("như: “…”") and for known names without quotes, 0.6 for
    unknown ones.
    """
    passages: list[_Passage] = []
    scenes: dict[Where, Scene] = {}
    for where, text in source.parts:
        if not text.norm:
            continue
        scene = scenes[where] = Scene.of(text.norm)
        own = [found for found in dates if found.span.where == where]
        passages += _taken_up(scene, _passages(where, scene, own), own)
    passages = _campaign(source, scenes, _without_year(scenes, passages), dates)
    return _merge(source, passages)


def _passages(where: Where, scene: Scene, dates: Sequence[Found[CalendarDate]]) -> list[_Passage]:
    by_start: dict[int, _Passage] = {}
    heads = scene.heads.items
    for i, head in enumerate(heads):
        if head.group != "movement":
            continue
        limit = heads[i + 1].start if i + 1 < len(heads) else len(scene.norm)
        items = list(_new(items_behind(scene, head, limit, scene.sentence(head.start)[1]), by_start))
        items = items or series_behind(scene, head, limit)
        for item in items:
            if item.name.start not in by_start or by_start[item.name.start].stated < item.stated:
                period = period_beside(scene, item, items, dates)
                by_start[item.name.start] = _passage(
                    where, scene, item.name, item.kind, stated=item.stated, period=period
                )
    for passage in _named_before_kind(where, scene):
        other = by_start.get(passage.name.start)
        if other is None or other.stated < passage.stated:
            by_start[passage.name.start] = passage
    return [by_start[start] for start in sorted(by_start)]


def _new(items: Iterable[Item], known: Mapping[int, _Passage]) -> Iterator[Item]:
    """The items of a list up to one that an earlier head has reached: the rest of its list is known, too."""
    for item in items:
        yield item
        if item.name.start in known and known[item.name.start].stated >= item.stated:
            return


def _passage(
    where: Where, scene: Scene, name: Name, kind: Kind, *, stated: float, period: str | None = None
) -> _Passage:
    return _Passage(where, name, kind, stated, period, key_of(scene.norm[name.start : name.end]))


def _launches(before: str, norm: str, start: int) -> bool:
    """Whether the words before a quotation at `start` launch it, or carry out a national one."""
    if _LAUNCHED.search(before) and not _OF_ACTION.match(norm, start):
        return True
    return bool(_WHOLE_NATION.match(norm, start) and _CARRIED_OUT.search(before))


def _named_before_kind(where: Where, scene: Scene) -> list[_Passage]:
    """Names that stand before their kind ("“…” là cuộc vận động …"), and national ones carried out."""
    found = []
    for quote in scene.quotes:
        if not quote.closed:
            continue
        after = _IS_KIND.match(scene.norm, quote.after)
        before = scene.norm[max(0, quote.before - 40) : quote.before]
        launched = _launches(before, scene.norm, quote.start)
        within = _KIND_WITHIN.match(scene.norm, quote.start, quote.end)  # "“Chiến dịch Thanh niên …”"
        if not (after or launched or within):
            continue
        governor = scene.governor(quote, _REACH)
        if governor is not None and governor.group != "movement":
            continue
        name = bare_name(scene.norm, quote.start, quote.end)
        if name is None or not (after or within or name.known):
            continue
        said = after or within
        kind = kind_of(said["kind"]) if said else kinds().get(name.known or "", "phong trào")
        found.append(_passage(where, scene, name, kind, stated=0.95 if within else 0.8 if after else 0.6))
    return found


def _taken_up(scene: Scene, passages: list[_Passage], dates: Sequence[Found[CalendarDate]]) -> list[_Passage]:
    """Give movements without a period the run that the next sentence states for them."""
    periods: dict[str, str] = {}
    for start, two, period in taken_up(scene, dates):
        above = scene.sentence(start - 1)[0] if start else 0
        first = bisect_left(passages, start - _BACK if two else above, key=_offset)
        named = passages[first : bisect_left(passages, start, key=_offset)]
        if len({p.key for p in named}) == 1 + two:
            periods = {p.key: period for p in named} | periods  # the first stretch is the whole run
    return [replace(p, period=p.period or periods.get(p.key)) for p in passages]


def _without_year(scenes: Mapping[Where, Scene], passages: list[_Passage]) -> list[_Passage]:
    """A movement named with the year of a drive is the one that is named without it elsewhere ("Thi đua quyết
    thắng năm 2020" beside "Thi đua quyết thắng").
    """
    known = {passage.key for passage in passages}
    found = []
    for passage in passages:
        name, norm = passage.name, scenes[passage.where].norm
        year = _OF_A_YEAR.search(norm[name.start : name.end])
        key = key_of(norm[name.start : name.start + year.start()]) if year else passage.key
        if year and key in known:
            found.append(replace(passage, name=replace(name, end=name.start + year.start()), key=key))
        else:
            found.append(passage)
    return found


def _offset(passage: _Passage) -> int:
    return passage.name.start


def _campaign(
    source: Source,
    scenes: dict[Where, Scene],
    passages: list[_Passage],
    dates: Sequence[Found[CalendarDate]],
) -> list[_Passage]:
    """Give the one drive that the notice is about the run that a sentence states for it."""
    if "body" not in scenes:
        return passages
    subject = _subject(passages, scenes["body"].sentence(0)[1])
    if subject is None:
        return passages
    own = [found for found in dates if found.span.where == "body"]
    period = campaign_period(scenes["body"], own, source.published, subject.kind)
    return [replace(p, period=period) if p.key == subject.key else p for p in passages]


def _subject(passages: list[_Passage], lead: int) -> _Passage | None:
    """The one drive that a notice is about, if it has no period yet.

    It is the only one that the title names, else the only emulation drive, else the only campaign, else the
    only movement in the first sentence of the body, which ends at `lead`.
    """
    for group in (
        [p for p in passages if p.where == "title"],
        [p for p in passages if p.kind == "đợt thi đua"],
        [p for p in passages if p.kind == "chiến dịch"],
        [p for p in passages if p.where == "body" and p.name.end <= lead],
    ):
        if len({p.key for p in group}) == 1:
            return None if any(p.period for p in passages if p.key == group[0].key) else group[0]
        if group:
            return None
    return None


def _merge(source: Source, passages: list[_Passage]) -> list[Found[Movement]]:
    values: dict[str, Movement] = {}
    sure: dict[str, float] = {}
    for passage in passages:
        text: Text = source.text(passage.where)
        old = values.get(passage.key)
        name = old.name if old else text.surface(passage.name.start, passage.name.end)
        kind = old.kind if old and sure[passage.key] >= passage.stated else passage.kind
        values[passage.key] = Movement(name, kind, (old.period if old else None) or passage.period)
        sure[passage.key] = max(sure.get(passage.key, 0.0), passage.stated)
    return [Found(values[p.key], Span(p.where, p.name.start, p.name.end), sure[p.key]) for p in passages]
