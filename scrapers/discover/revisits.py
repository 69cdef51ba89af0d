"""When a page is visited again: young often, old seldom, failing ones ever more seldom.

Portals correct a notice in its first days, if at all; but silent edits and removals of old ones happen too.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

_YOUNG = timedelta(days=14)
_MIDDLE = timedelta(days=180)
_EVERY_MONTH, _EVERY_HALF_YEAR = timedelta(days=30), timedelta(days=180)
_LONGEST_PAUSE = 14


def next_visit(now: datetime, first_seen: datetime, published: date | None) -> datetime:
    """When a page with a good copy is due: at the next run while it was found or published in the last
    two weeks, monthly in its first half year, then twice a year.
    """
    since_found = now - first_seen
    since_published = timedelta(days=(now.date() - published).days) if published else since_found
    if min(since_found, max(since_published, timedelta())) < _YOUNG:
        return now
    return now + (_EVERY_MONTH if since_published < _MIDDLE else _EVERY_HALF_YEAR)


def next_file_visit(now: datetime, published: date | None) -> datetime:
    """When a file with a good copy is due: monthly in its notice's first half year, then twice a year."""
    young = published is None or timedelta(days=(now.date() - published).days) < _MIDDLE
    return now + (_EVERY_MONTH if young else _EVERY_HALF_YEAR)


def next_try(now: datetime, failures: int) -> datetime:
    """When a page is tried again after `failures` in a row: next run, then after 1, 3, 7, 14 days."""
    return now + timedelta(days=min(2 ** min(failures - 1, 5) - 1, _LONGEST_PAUSE))
