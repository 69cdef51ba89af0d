"""The scoreboard: predicted records against gold ones, a field at a time.

Micro-averaged over all notices, by the rules that stand in the annotation guide: text fields are compared
after casefolding and without quotes, punctuation and double blanks; *near* asks for a `difflib` ratio of at
least 0.90; document numbers ignore blanks, letter case and the kind of dash; issuers ignore abbreviation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, NamedTuple

Record = Mapping[str, Any]
Item = tuple[Hashable, str]
"""What is compared, and how it is shown."""

NEAR = 0.90
DOCUMENT_PARTS = ("type", "issuer", "role")
NOTICE_PARTS = ("title", "author", "published", "province")
_ABBREVIATIONS = (
    ("uỷ", "ủy"),
    ("ủy ban nhân dân", "ubnd"),
    ("hội đồng nhân dân", "hđnd"),
    ("mặt trận tổ quốc", "mttq"),
    ("liên đoàn lao động", "lđlđ"),
    ("hội đồng thi đua khen thưởng", "hđtđkt"),
    ("thành phố", "tp"),
)


def fold_text(text: str | None) -> str:
    """Casefolded text, every run of punctuation or blanks one blank."""
    return re.sub(r"[^\w%]+", " ", unicodedata.normalize("NFC", text or "").casefold()).strip()


def fold_number(number: str | None) -> str:
    """A document number without blanks, one kind of dash, letter case folded."""
    joined = "".join(unicodedata.normalize("NFC", number or "").split())
    return re.sub("[–—−]", "-", joined).casefold()


def fold_issuer(issuer: str | None) -> str:
    """An issuing body, usual names abbreviated."""
    folded = fold_text(issuer)
    for long, short in _ABBREVIATIONS:
        folded = folded.replace(long, short)
    return folded


class Tally(NamedTuple):
    """Counts of a list field."""

    hit: int = 0
    gold: int = 0
    predicted: int = 0

    def plus(self, hit: int, gold: int, predicted: int) -> Tally:
        """With one more notice."""
        return Tally(self.hit + hit, self.gold + gold, self.predicted + predicted)

    @property
    def precision(self) -> float:
        """Share of the predicted items that are right; 1 where neither side has any."""
        return self.hit / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of the gold items that were found."""
        return self.hit / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Answers(NamedTuple):
    """Counts of a field with one value: right ones of those asked for, and values where gold has none."""

    right: int = 0
    asked: int = 0
    false_alarms: int = 0

    @property
    def accuracy(self) -> float:
        """Share of right answers; 1 where none was asked for."""
        return self.right / self.asked if self.asked else 1.0


class Error(NamedTuple):
    """One difference: `sign` is `-` (missed), `+` (false alarm) or `≠` (wrong)."""

    notice: str
    field: str
    sign: str
    item: str


_LISTS = ("documents", "documents+issued", "movements", "movements~near", "movements+period", "themes",
          "themes~near", "periods", "occasions", "dates")  # fmt: skip


@dataclass(slots=True)
class Scoreboard:
    """The figures of one comparison; `lists` and `answers` by field."""

    notices: int = 0
    missing: int = 0
    lists: dict[str, Tally] = field(default_factory=lambda: dict.fromkeys(_LISTS, Tally()))
    answers: dict[str, Answers] = field(
        default_factory=lambda: dict.fromkeys((*DOCUMENT_PARTS, *NOTICE_PARTS), Answers())
    )
    errors: list[Error] = field(default_factory=list)

    def count(self, name: str, hits: int, gold: int, predicted: int) -> None:
        """Add one notice to a list field."""
        self.lists[name] = self.lists[name].plus(hits, gold, predicted)

    def answer(self, notice: str, name: str, want: str | None, got: str | None, right: bool) -> None:
        """Add one value; nothing is asked where gold has none."""
        right_, asked, alarms = self.answers[name]
        if want:
            self.answers[name] = Answers(right_ + right, asked + 1, alarms)
            if not right:
                self.errors.append(Error(notice, name, "≠", f"{want!r}, not {got!r}"))
        elif got and name in NOTICE_PARTS:
            self.answers[name] = Answers(right_, asked, alarms + 1)
            self.errors.append(Error(notice, name, "+", repr(got)))


def score(gold: Mapping[str, Record], predicted: Mapping[str, Record]) -> Scoreboard:
    """Compare predicted records with gold ones, both by id; an id without a prediction counts as empty."""
    board = Scoreboard(notices=len(gold), missing=len(gold.keys() - predicted.keys()))
    for key, want in gold.items():
        got = predicted.get(key, {})
        _score_documents(board, key, want, got)
        _score_movements(board, key, want, got)
        themes = [_distinct((fold_text(t), t) for t in record.get("themes", [])) for record in (want, got)]
        _exact(board, key, "themes", *themes)
        _near(board, "themes~near", *themes)
        for name in ("periods", "dates"):
            _exact(board, key, name, *(_distinct((v, v) for v in r.get(name, [])) for r in (want, got)))
        _score_occasions(board, key, want.get("occasions", []), got.get("occasions", []))
        for name in NOTICE_PARTS:
            right = fold_text(want.get(name)) == fold_text(got.get(name))
            board.answer(key, name, want.get(name), got.get(name), right)
    return board


def _distinct(items: Iterable[Item]) -> dict[Hashable, str]:
    return dict(items)


def _exact(
    board: Scoreboard, notice: str, name: str, gold: dict[Hashable, str], predicted: dict[Hashable, str]
) -> None:
    board.count(name, len(gold.keys() & predicted.keys()), len(gold), len(predicted))
    board.errors += [Error(notice, name, "-", shown) for key, shown in gold.items() if key not in predicted]
    board.errors += [Error(notice, name, "+", shown) for key, shown in predicted.items() if key not in gold]


def _near(board: Scoreboard, name: str, gold: dict[Hashable, str], predicted: dict[Hashable, str]) -> None:
    """Pairs of one gold and one predicted text, the most alike first."""
    wanted, had = [str(key) for key in gold], [str(key) for key in predicted]
    rated = [(alike(a, b), i, k) for i, a in enumerate(wanted) for k, b in enumerate(had)]
    used: tuple[set[int], set[int]] = (set(), set())
    for ratio, i, k in sorted(rated, reverse=True):
        if ratio >= NEAR and i not in used[0] and k not in used[1]:
            used[0].add(i)
            used[1].add(k)
    board.count(name, len(used[0]), len(gold), len(predicted))


def alike(first: str, second: str) -> float:
    """How alike two texts are, 0 to 1 (`difflib`)."""
    return SequenceMatcher(None, first, second).ratio()


def _score_documents(board: Scoreboard, notice: str, want: Record, got: Record) -> None:
    gold, predicted = (
        {fold_number(d["number"]): d for d in record.get("documents", []) if d.get("number")}
        for record in (want, got)
    )
    numbers = [_distinct((key, d["number"]) for key, d in side.items()) for side in (gold, predicted)]
    _exact(board, notice, "documents", *numbers)
    issued = [{(key, d.get("issued")) for key, d in side.items()} for side in (gold, predicted)]
    board.count("documents+issued", len(issued[0] & issued[1]), len(gold), len(predicted))
    folds: dict[str, Callable[[str | None], str]] = {"issuer": fold_issuer}
    for key, document in gold.items():
        if key not in predicted:
            continue
        pairs = [(part, document.get(part), predicted[key].get(part)) for part in (*DOCUMENT_PARTS, "issued")]
        for part, wanted, had in pairs:
            fold = folds.get(part, fold_text)
            if part in DOCUMENT_PARTS:
                board.answer(f"{notice} {key}", part, wanted, had, fold(wanted) == fold(had))
            elif wanted != had:
                board.errors.append(Error(f"{notice} {key}", "documents+issued", "≠", f"{wanted}, not {had}"))


def _score_movements(board: Scoreboard, notice: str, want: Record, got: Record) -> None:
    gold, predicted = ({fold_text(m["name"]): m for m in r.get("movements", [])} for r in (want, got))
    names = [_distinct((key, m["name"]) for key, m in side.items()) for side in (gold, predicted)]
    _exact(board, notice, "movements", *names)
    _near(board, "movements~near", *names)
    periods = [{(key, m.get("period")) for key, m in side.items()} for side in (gold, predicted)]
    board.count("movements+period", len(periods[0] & periods[1]), len(gold), len(predicted))
    board.errors += [
        Error(notice, "movements+period", "≠", f"{key}: {gold[key].get('period')}, not {m.get('period')}")
        for key, m in predicted.items()
        if key in gold and gold[key].get("period") != m.get("period")
    ]


def match_occasions(gold: Sequence[Record], predicted: Sequence[Record]) -> dict[int, int]:
    """Index in gold → index in predicted, of occasions whose events are near and whose counts are equal."""
    pairs: dict[int, int] = {}
    for i, want in enumerate(gold):
        for k, got in enumerate(predicted):
            near = alike(fold_text(want.get("event")), fold_text(got.get("event"))) >= NEAR
            if near and want.get("years") == got.get("years") and k not in pairs.values():
                pairs[i] = k
                break
    return pairs


def _score_occasions(
    board: Scoreboard, notice: str, gold: Sequence[Record], predicted: Sequence[Record]
) -> None:
    pairs = match_occasions(gold, predicted)
    board.count("occasions", len(pairs), len(gold), len(predicted))
    for sign, side, used in (("-", gold, set(pairs)), ("+", predicted, set(pairs.values()))):
        board.errors += [
            Error(notice, "occasions", sign, f"{o.get('event')} ({o.get('years')})")
            for i, o in enumerate(side)
            if i not in used
        ]
