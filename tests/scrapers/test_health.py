from datetime import UTC, date, datetime, timedelta

import pytest

from scrapers.health import Figures, HealthSpec, judge

TONIGHT = datetime(2026, 11, 24, 20, tzinfo=UTC)
ALL = {"title": 10, "published": 10, "body": 10}


def night(days_ago: int, **values: object) -> Figures:
    return Figures(TONIGHT - timedelta(days=days_ago), **values)  # type: ignore[arg-type]


def good(days_ago: int, **values: object) -> Figures:
    """Ten pages read, all fields on each."""
    return night(days_ago, **({"read": 10, "tried": 10, "filled": ALL, "new": 1} | values))


FAULTS = [
    (HealthSpec(), night(0, tried=3, failed=2), [], None, "two pages are two pages"),
    (HealthSpec(), night(0, tried=3, failed=3), [], "3 of 3 pages gave nothing", "all failed"),
    (HealthSpec(), night(0, tried=10, failed=5), [], None, "half is not over half"),
    (HealthSpec(failed=0.1), night(0, tried=10, failed=3), [], "3 of 10 pages", "asserted otherwise"),
    (
        HealthSpec(),
        night(0, read=10, filled=ALL | {"title": 6}),
        [],
        "title found on 6 of 10 pages (90% asserted)",
        "a title is asserted by default",
    ),
    (
        HealthSpec(),
        night(0, read=10, filled=ALL | {"published": 0}),
        [],
        None,
        "a site may have no dates: only what was there can stop",
    ),
    (
        HealthSpec(),
        night(0, read=10, filled=ALL | {"published": 2}),
        [good(1)],
        "published found on 2 of 10 pages (100% before)",
        "dates stopped",
    ),
    (
        HealthSpec(),
        night(0, read=10, filled=ALL | {"published": 2}),
        [good(2), night(1, ok=False, read=99, filled={"title": 99, "body": 99})],
        "(100% before)",
        "a broken night is no measure, however many pages it read",
    ),
    (
        HealthSpec(published=0.0),
        night(0, read=10, filled=ALL | {"published": 0}),
        [good(1)],
        None,
        "the operator has said that dates may be missing",
    ),
    (
        HealthSpec(),
        night(0, read=2, filled={"title": 2, "body": 2}),
        [good(3), night(1, read=3, filled={"title": 3, "body": 3})],
        "published found on 0 of 5 pages",
        "few pages a night are added up",
    ),
    (
        HealthSpec(),
        night(0, read=2, filled={"title": 2, "body": 2}),
        [good(90), night(40, read=3, filled={"title": 3, "body": 3})],
        None,
        "but not with those of last month",
    ),
    (HealthSpec(), night(0), [good(1)], None, "nothing read: nothing to say of fields"),
    (
        HealthSpec(),
        good(0, characters=2_000),
        [good(1, characters=20_000)],
        "texts of 200 characters on average (2000 before)",
        "only the lead is read",
    ),
    (HealthSpec(), good(0, characters=9_000), [good(1, characters=20_000)], None, "shorter notices"),
    (HealthSpec(), good(0, characters=10), [], None, "short from the beginning"),
    (
        HealthSpec(least_new=3),
        night(0, new=1),
        [good(40, new=9), good(20, new=1)],
        "2 new notices in 30 days, at least 3 asserted",
        "old nights are outside the window",
    ),
    (HealthSpec(least_new=3), night(0, new=1), [good(20)], None, "not watched for a whole window yet"),
    (HealthSpec(most_new=5), night(0, new=4), [good(20, new=2)], "6 new notices", "too many"),
    (
        HealthSpec(newest=30),
        night(0, newest=date(2026, 9, 1)),
        [],
        "the newest notice is 84 days old, at most 30 asserted",
        "stale",
    ),
    (HealthSpec(newest=30), night(0, newest=date(2026, 11, 20)), [], None, "fresh"),
    (HealthSpec(newest=30), night(0), [], None, "no date known"),
]


@pytest.mark.parametrize(("spec", "tonight", "earlier", "said", "reason"), FAULTS)
def test_faults(
    spec: HealthSpec, tonight: Figures, earlier: list[Figures], said: str | None, reason: str
) -> None:
    faults = judge(spec, tonight, earlier).faults
    assert (said is None) == (not faults), (reason, faults)
    assert said is None or said in faults[0], reason


def regular(new: int = 1) -> list[Figures]:
    """News every fourth day of the last two months, ten days ago the last."""
    return [good(days, new=new) for days in range(70, 6, -4)]


WARNINGS = [
    (HealthSpec(), good(0, new=200), regular(), "200 new notices, 1 at most", "addresses moved"),
    (HealthSpec(), good(0, new=200), [good(1, new=500)], None, "the second night has no measure"),
    (HealthSpec(), good(0, new=90), regular(), None, "a big day is no move"),
    (HealthSpec(), good(0, new=200), regular(50), None, "a busy site"),
    (HealthSpec(most_new=900), good(0, new=200), regular(), None, "asserted otherwise"),
    (
        HealthSpec(),
        night(-40),
        regular(),
        "nothing new for 50 days; the longest pause before was 4",
        "went quiet",
    ),
    (HealthSpec(), night(-10), regular(), None, "three weeks are no silence"),
    (HealthSpec(), night(-40), regular()[:3], None, "too little is known"),
    (HealthSpec(least_new=0), night(-40), regular(), None, "asserted otherwise"),
    (
        HealthSpec(),
        good(0, changed=11, confirmed=2),
        [good(1)],
        "11 of 13 known pages changed at once",
        "all at once is a redesign, not news",
    ),
    (HealthSpec(), good(0, changed=11, confirmed=9), [good(1)], None, "a diligent editor"),
    (HealthSpec(), good(0, changed=3), [good(1)], None, "few"),
]


@pytest.mark.parametrize(("spec", "tonight", "earlier", "said", "reason"), WARNINGS)
def test_warnings(
    spec: HealthSpec, tonight: Figures, earlier: list[Figures], said: str | None, reason: str
) -> None:
    verdict = judge(spec, tonight, earlier)
    assert verdict.faults == (), reason
    assert (said is None) == (not verdict.warnings), (reason, verdict.warnings)
    assert said is None or said in verdict.warnings[0], reason
