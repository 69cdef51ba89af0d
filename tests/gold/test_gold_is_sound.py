"""Gold is written by hand: these checks catch slips of the hand, not differences of opinion."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

import pytest

from parsers.reference import provinces
from parsers.text import Text
from pipeline.demo.samples import Sample, samples

_DAY = re.compile(r"(?:\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?")
KINDS = {"phong trào", "đợt thi đua", "cuộc vận động", "chiến dịch"}
ROLES = {"subject", "award", "basis", "mention"}
FIELDS = {
    "title",
    "published",
    "author",
    "province",
    "documents",
    "movements",
    "themes",
    "periods",
    "occasions",
    "dates",
}

every_notice = pytest.mark.parametrize("sample", samples(), ids=lambda s: s.id)


def _text(sample: Sample) -> str:
    return "\n".join(Text.of(part).norm for part in (sample.title, *sample.body))


def _close(text: str) -> str:
    """Without blanks and case, as document numbers are compared."""
    return re.sub(r"\s", "", Text.of(text).norm).casefold()


def _is_edtf(value: str) -> bool:
    ends = value.split("/")
    if len(ends) > 2 or not all(_DAY.fullmatch(end) for end in ends):
        return False
    for end in ends:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", end):
            date.fromisoformat(end)
        elif (month := end[5:7]) and not 1 <= int(month) <= 12:
            return False
    return len(ends) == 1 or ends[0] < ends[1]


def _doubles(items: Iterable[str]) -> list[str]:
    return [item for item, count in Counter(items).items() if count > 1]


def test_there_are_notices_of_every_portal_in_equal_shares() -> None:
    shares = Counter(sample.portal for sample in samples())
    assert len(shares) == 5
    assert min(shares.values()) >= 14
    assert max(shares.values()) - min(shares.values()) <= 1


@every_notice
def test_gold_has_the_shape_of_a_record(sample: Sample) -> None:
    gold = sample.gold
    assert set(gold) == FIELDS
    assert gold["province"] in provinces()
    assert gold["published"] == sample.published.date().isoformat()
    assert all(set(d) == {"number", "type", "issued", "issuer", "role"} for d in gold["documents"])
    assert {d["role"] for d in gold["documents"]} <= ROLES
    assert all(set(m) == {"name", "kind", "period"} for m in gold["movements"])
    assert {m["kind"] for m in gold["movements"]} <= KINDS
    assert all(set(o) == {"event", "years", "from", "on"} for o in gold["occasions"])


@every_notice
def test_every_item_stands_in_the_text(sample: Sample) -> None:
    text, close = _text(sample), _close(_text(sample))
    gold = sample.gold
    assert [d["number"] for d in gold["documents"] if _close(d["number"]) not in close] == []
    assert [m["name"] for m in gold["movements"] if Text.of(m["name"]).norm not in text] == []
    assert [t for t in gold["themes"] if Text.of(t).norm not in text] == []
    assert [o["event"] for o in gold["occasions"] if Text.of(o["event"]).norm not in text] == []
    assert [o["years"] for o in gold["occasions"] if f"{o['years']} năm" not in text] == []
    assert gold["title"] == sample.title
    assert gold["author"] is None or gold["author"] in (sample.author or "")


@every_notice
def test_dates_are_edtf_and_the_years_of_days_are_told(sample: Sample) -> None:
    gold = sample.gold
    dates, periods = gold["dates"], gold["periods"]
    stated = [m["period"] for m in gold["movements"] if m["period"]]
    issued = [d["issued"] for d in gold["documents"] if d["issued"]]
    ends = [o[end] for o in gold["occasions"] for end in ("from", "on") if o[end]]
    assert [value for value in (*dates, *periods, *stated, *issued, *ends) if not _is_edtf(value)] == []
    assert [value for value in (*periods, *stated, *issued, *ends) if value not in dates] == []
    digits = set(re.findall(r"\d+", _text(sample))) | {f"{sample.published.year}"}
    years = {end[:4] for value in dates for end in value.split("/")}
    assert years <= {*digits, f"{sample.published.year - 1}"}  # "tháng 7 năm ngoái"


@every_notice
def test_lists_are_without_doubles(sample: Sample) -> None:
    gold = sample.gold
    assert _doubles(_close(d["number"]) for d in gold["documents"]) == []
    assert _doubles(m["name"].casefold() for m in gold["movements"]) == []
    assert _doubles(gold["themes"]) == []
    assert _doubles(gold["periods"]) == []
    assert _doubles(gold["dates"]) == []


@every_notice
def test_changes_apply_and_leave_the_gold_true(sample: Sample) -> None:
    for change in sample.changes:
        before, after = sample.on(change.night - 1), sample.on(change.night)
        assert before is not None
        assert after is not None
        assert before.body != after.body or before.title != after.title
        changed = _close(_text(after))
        assert [d["number"] for d in sample.gold["documents"] if _close(d["number"]) not in changed] == []


def test_paths_are_unique() -> None:
    assert _doubles(f"{sample.portal}{sample.path}" for sample in samples()) == []
