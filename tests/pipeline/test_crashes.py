"""A few nights of the crash harness; `THIDUA_CRASHES=100` runs as many, `benchmarks/crashes.py` reports."""

import os
import random
from collections.abc import Iterator

import pytest

from tests.pipeline.crash_harness import Harness, full_disk, mounted, unmount
from tests.pipeline.crash_portal import portals

RUNS = int(os.environ.get("THIDUA_CRASHES", "2"))
NOTICES = 520 if RUNS > 10 else 60


@pytest.fixture(scope="module")
def harness(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Harness]:
    with portals(3, NOTICES) as served:
        yield Harness(served, tmp_path_factory.mktemp("crashes"))


@pytest.mark.parametrize("number", range(RUNS))
def test_a_killed_night_is_finished_by_the_next_run(harness: Harness, number: int) -> None:
    result = harness.killed(random.Random(f"{os.getpid()} {number}"), times=1 + number % 2)
    assert result.wrong == [], result
    most = len(harness.served) * (1 + number % 2)
    assert result.in_flight <= most, "a page a host and kill may be under way"


@pytest.mark.parametrize("real", [True, False], ids=["small disk", "small files"])
def test_a_night_on_a_full_disk_is_finished_once_there_is_room(harness: Harness, real: bool) -> None:
    if real:
        probe = harness.folder / "probe"
        if not mounted(probe, "64k"):
            pytest.skip("mounting a small file system needs root")
        unmount(probe)
    result = full_disk(harness, random.Random(os.getpid()), real=real)
    assert result.wrong == [], result
