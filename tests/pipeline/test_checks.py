from dataclasses import replace

import pytest

from parsers.notice import Document, Mention
from pipeline.store.checks import checked_rows, reasons
from pipeline.store.dataset import Dataset
from pipeline.store.history import read_rejected
from pipeline.store.lake import Lake
from pipeline.store.manifest import read_manifest
from tests.pipeline.stored_notices import stored

BODY = stored(1).notice.body


def with_document(**changes):
    """Notice 1 with one document whose mention or value is as the test wants it."""
    one = stored(1)
    number = changes.get("number", "1/KH-UBND")
    start = BODY.index("1/KH-UBND")
    mention = Mention("documents", number, changes.get("where", "body"), changes.get("start", start),
                      changes.get("end", start + 9), "1/KH-UBND", changes.get("confidence", 0.9))  # fmt: skip
    document = Document(number, None, changes.get("issued"), None, changes.get("role", "subject"))
    return replace(one, notice=replace(one.notice, documents=(document,), mentions=(mention,), movements=(),
                                       occasions=(), dates=()))  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"start": 3, "end": 12}, "the passage is not what the page says there"),
        ({"start": -5}, "start is out of range"),
        ({"end": 10**12}, "end is out of range"),
        ({"confidence": 1.5}, "confidence is out of range"),
        ({"confidence": float("nan")}, "confidence is out of range"),
        ({"role": "boss"}, "role is none of subject, award, basis, mention"),
        ({"where": "foot"}, "field is none of title, body"),
        ({"number": None}, "number is missing"),
        ({"number": 7}, "number is no string"),
        ({"number": "7\ud83d"}, "number holds half of a character"),
        ({"issued": "2021-13-45"}, "issued is no EDTF date"),
        ({"issued": "hôm qua"}, "issued is no EDTF date"),
        ({"issued": "2021/2019"}, "issued ends before it begins"),
        ({"issued": "2021-10/.."}, None),
    ],
)
def test_a_row_that_breaks_a_rule_is_kept_out_alone(changes, reason):
    rows, rejected = checked_rows(with_document(**changes))
    assert rows is not None
    assert len(rows["notices"]) == 1
    assert [one.reason for one in rejected] == ([reason] if reason else [])
    assert len(rows["documents"]) == (0 if reason else 1)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"province": "../x"}, "no partition of the lake"),
        ({"published": "2021-02-31"}, "day is out of range for month"),
        ({"published": "0021-02-01"}, "published is out of range"),
        ({"body": None}, "body is missing"),
        ({"title": "\udc80"}, "title holds half of a character"),
    ],
)
def test_a_notice_that_breaks_a_rule_is_kept_out_whole(changes, reason):
    one = stored(1)
    rows, rejected = checked_rows(replace(one, notice=replace(one.notice, **changes)))
    assert rows is None
    assert [one.table for one in rejected] == ["notices"]
    assert reason in rejected[0].reason


def test_rows_kept_out_are_counted_and_kept_aside(tmp_path):
    lake = Lake(tmp_path)
    report = lake.upsert([stored(2), stored(3, themes=("Không có chỗ",)), stored(4, province="A b")])
    assert report.new == ("id00002", "id00003")
    assert reasons(report.rejected) == {
        "themes: no passage of the page gives this value": 1,
        "notices: no partition of the lake: province 'A b', year 'none'": 1,
    }
    assert len(Dataset(tmp_path).notices) == 2
    aside = list(read_rejected(lake.store, read_manifest(lake.store)))
    assert [(row["notice_id"], row["table"]) for row in aside] == [
        ("id00003", "themes"),
        ("id00004", "notices"),
    ]
    assert aside[0]["row"]["theme"] == "Không có chỗ"
    lake.upsert([stored(3, themes=("Không có chỗ",))])
    lake.compact()
    assert len(list(read_rejected(lake.store, read_manifest(lake.store)))) == 2
