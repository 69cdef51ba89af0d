import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from scrapers.archive.warc import Place
from scrapers.discover.revisits import next_try, next_visit
from scrapers.ledger.file import LedgerError
from scrapers.ledger.ledger import Ledger
from scrapers.ledger.rows import Sighting, StartRow

NOW = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
DAY = timedelta(days=1)
HERE = Place("2026/20261124-00000.warc.gz", 500)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    ledger = Ledger(tmp_path / "ledger.sqlite")
    yield ledger
    ledger.close()


def sight(ledger: Ledger, *ids: str, listed: str = "1", now: datetime = NOW) -> dict[str, bool]:
    return ledger.see("s", [Sighting(id, f"http://a.vn/{id}", listed) for id in ids], now)


def store(ledger: Ledger, id: str, published: date | None = None, now: datetime = NOW) -> None:
    ledger.fetched(id, HERE, now, '"7"', None)
    ledger.stored(id, "new", "hash", published, now)


def due(ledger: Ledger, now: datetime = NOW, revisits: int = 99, limit: int | None = None) -> list[str]:
    return [row.id for row in ledger.due("s", now, revisits, limit)]


def test_the_life_of_a_page(ledger: Ledger) -> None:
    assert sight(ledger, "a") == {"a": True}
    assert due(ledger) == ["a"]
    ledger.fetched("a", HERE, NOW, '"7"', "Tue, 24 Nov 2026 00:00:00 GMT")
    assert due(ledger) == [], "what is fetched is not asked for again"
    assert [(row.id, row.place) for row in ledger.pending("s")] == [("a", HERE)]
    assert ledger.pending("s")[0].conditions == {}, "a copy that is not stored yet confirms nothing"
    ledger.stored("a", "new", "hash", date(2026, 11, 20), NOW)
    (row,) = ledger.due("s", NOW, 99)
    assert row.conditions == {
        "If-None-Match": '"7"',
        "If-Modified-Since": "Tue, 24 Nov 2026 00:00:00 GMT",
    }
    assert sight(ledger, "a") == {"a": False}
    ledger.removed("a", "status 404, twice", NOW)
    assert due(ledger) == []
    assert sight(ledger, "a") == {"a": False}, "a dead link that stays in the listing is no news"
    ledger.removed("a", "status 404", NOW + DAY)
    assert sight(ledger, "a", now=NOW + 2 * DAY) == {"a": True}, "one that is listed again is"
    assert due(ledger, NOW + 2 * DAY) == ["a"]


def test_what_the_listing_changes_is_due_at_once(ledger: Ledger) -> None:
    sight(ledger, "a", now=NOW - 300 * DAY)
    store(ledger, "a", date(2020, 1, 1), NOW - DAY)
    assert due(ledger) == []
    assert sight(ledger, "a", listed="2") == {"a": True}
    assert due(ledger) == ["a"]


def test_new_pages_first_and_known_ones_within_bounds(ledger: Ledger) -> None:
    sight(ledger, "a", "b", "c", "d")
    for id in ("a", "b", "c"):
        store(ledger, id)
    assert due(ledger) == ["d", "a", "b", "c"]
    assert due(ledger, revisits=1) == ["d", "a"]
    assert due(ledger, limit=2) == ["d", "a"]


def test_failures_keep_the_good_copy(ledger: Ledger) -> None:
    sight(ledger, "a", "b")
    store(ledger, "a")
    for id in ("a", "b"):
        ledger.failed(id, "status 500", NOW)
    known, fresh = ledger.page("a"), ledger.page("b")
    assert known is not None and fresh is not None
    assert (known.state, known.content_hash, known.failures) == ("stored", "hash", 1)
    assert (fresh.state, fresh.failures) == ("found", 1)


def test_a_lost_copy_is_asked_for_unconditionally(ledger: Ledger) -> None:
    sight(ledger, "a")
    store(ledger, "a")
    ledger.fetched("a", HERE, NOW, '"8"', None)
    ledger.refetch("a")
    (row,) = ledger.due("s", NOW, 99)
    assert row.conditions == {}
    assert row.content_hash == "hash"


@pytest.mark.parametrize(
    ("place", "when", "adopted"),
    [
        (Place(HERE.file, 900), NOW, True),
        (HERE, NOW, False),
        (Place(HERE.file, 100), NOW, False),
        (Place("2026/20261125-00000.warc.gz", 3), NOW + DAY, True),
        (Place("2026/20261120-00000.warc.gz", 3), NOW - DAY, False),
    ],
)
def test_only_later_copies_are_adopted(ledger: Ledger, place: Place, when: datetime, adopted: bool) -> None:
    sight(ledger, "a")
    store(ledger, "a")
    assert ledger.adopt("a", place, when, None, None) is adopted
    assert [row.place for row in ledger.pending("s")] == ([place] if adopted else [])
    assert not ledger.adopt("unknown", place, when, None, None)


def test_a_listing_asks_conditionally_only_once_it_was_read_whole(ledger: Ledger) -> None:
    row = StartRow(False, 5, '"1"', None)
    ledger.note_start("s", "http://a.vn/", "r", row, NOW)
    assert ledger.start("s", "http://a.vn/", "r").conditions == {}
    ledger.note_start("s", "http://a.vn/", "r", StartRow(True, 5, '"1"', None), NOW)
    assert ledger.start("s", "http://a.vn/", "r").conditions == {"If-None-Match": '"1"'}
    assert ledger.start("s", "http://a.vn/", "other selectors") == StartRow()


def test_a_lost_lake_is_stored_again(ledger: Ledger) -> None:
    sight(ledger, "a", "b")
    store(ledger, "a")
    assert ledger.store_again() == 1
    assert [row.id for row in ledger.pending("s")] == ["a"]


def test_a_ledger_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(LedgerError, match="version 99"):
        Ledger(path)


def test_choosing_what_is_due_uses_an_index(ledger: Ledger) -> None:
    plan = ledger._db.execute(
        "EXPLAIN QUERY PLAN SELECT id FROM pages WHERE site = 's' AND state IN ('stored', 'removed')"
        " AND next_visit <= 'x' AND (last_visit IS NULL OR last_visit < 'y')"
        " ORDER BY next_visit, id LIMIT 9"
    ).fetchall()
    assert "INDEX known" in str(plan)
    plan = ledger._db.execute(
        "EXPLAIN QUERY PLAN SELECT id FROM pages WHERE site = 's' AND state = 'fetched'"
    ).fetchall()
    assert "INDEX pending" in str(plan)


@pytest.mark.parametrize(
    ("found", "published", "pause"),
    [
        (3, 2000, 0),
        (30, 3, 0),
        (30, 60, 30),
        (400, 400, 180),
        (400, None, 180),
        (30, -5, 0),
    ],
)
def test_when_a_page_is_visited_again(found: int, published: int | None, pause: int) -> None:
    day = (NOW - published * DAY).date() if published is not None else None
    assert next_visit(NOW, NOW - found * DAY, day) == NOW + pause * DAY


def test_failing_pages_are_tried_ever_more_seldom() -> None:
    assert [(next_try(NOW, n) - NOW).days for n in (1, 2, 3, 4, 5, 60)] == [0, 1, 3, 7, 14, 14]


def test_what_visits_came_to_is_remembered(ledger: Ledger) -> None:
    sight(ledger, "a")
    store(ledger, "a")
    for day in (1, 2, 3):
        ledger.not_modified("a", NOW + day * DAY)
    ledger.failed("a", "status 500", NOW + 4 * DAY)
    ledger.not_modified("a", NOW + 5 * DAY)
    told = [(each.outcome, each.why, each.times, (each.last - NOW).days) for each in ledger.history("a")]
    assert told == [
        ("new", None, 1, 0),
        ("not modified", None, 3, 3),
        ("failed", "status 500", 1, 4),
        ("not modified", None, 1, 5),
    ]


def test_a_run_that_goes_on_leaves_out_what_the_night_visited(ledger: Ledger) -> None:
    sight(ledger, "a", "b", "c")
    store(ledger, "a", now=NOW - DAY)
    store(ledger, "b", now=NOW)
    rows = ledger.due("s", NOW, 99, since=NOW - timedelta(hours=1))
    assert [row.id for row in rows] == ["c", "a"]
