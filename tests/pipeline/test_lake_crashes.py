"""Readers beside a writer, and a writer that is killed.

`make test` runs a few rounds; the full counts are asked for by `THIDUA_COMMITS=1000 THIDUA_KILLS=200`.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd

from pipeline.release.verify import verify
from pipeline.store.dataset import Dataset
from pipeline.store.lake import Lake
from tests.pipeline.lake_writer import NOTICES, seen, state

ROOT = Path(__file__).resolve().parents[2]
COMMITS = int(os.environ.get("THIDUA_COMMITS", "12"))
KILLS = int(os.environ.get("THIDUA_KILLS", "4"))


def writer(root, first, last=10**9):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.pipeline.lake_writer", str(root), str(first), str(last)],
        stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def read(ds):
    """What a `Dataset` shows, over two tables."""
    notices = ds.notices.select("id", "title", "province").to_arrow().to_pylist()
    files = {row["notice_id"]: row["url"] for row in ds.attachments.to_arrow().to_pylist()}
    return {row["id"]: (row["title"], row["province"], files[row["id"]]) for row in notices}


def read_sql(ds):
    rows = ds.sql(
        "select n.id, n.title, n.province, a.url from notices n join attachments a on a.notice_id = n.id"
    ).to_pylist()
    assert len(rows) == NOTICES
    return {row["id"]: (row["title"], row["province"], row["url"]) for row in rows}


def step_of(found):
    (step,) = {int(title.rsplit(" ", 1)[1]) for title, _, _ in found.values()}
    return step


def test_every_read_is_one_committed_state(tmp_path):
    root = tmp_path / "lake"
    Lake(root).upsert(state(0))
    process = writer(root, 1, COMMITS + 1)
    opened, steps, last = [(0, Dataset(root))], set(), 0
    try:
        while process.poll() is None:
            ds = Dataset(root)
            found = read(ds)
            step = step_of(found)
            assert found == seen(step)
            assert step >= last
            assert read_sql(ds) == seen(step)
            pd.read_parquet(root / "notices")  # of the folder itself: every file whole, of either state
            if step != last:
                opened.append((step, ds))
            steps.add(step)
            last = step
            early, earlier = opened[-8:][0]
            assert read(earlier) == seen(early)  # whoever opened a commit goes on seeing it
            time.sleep(COMMITS / 4000)  # in the long run the writer shall get the processor, too
    finally:
        process.kill()
        process.wait()
    assert read(Dataset(root)) == seen(COMMITS)
    assert len(steps) > COMMITS // 20
    sys.stderr.write(f"{COMMITS} commits, {len(steps)} of them seen by the reader\n")


def test_kill_9_at_any_point_leaves_one_committed_state(tmp_path):
    root, dice = tmp_path / "lake", random.Random(20)
    last = 0
    Lake(root).upsert(state(0))
    broken = 0
    for _ in range(KILLS):
        process = writer(root, last + 1)
        first = process.stdout.readline()
        time.sleep(dice.random() * 0.25)
        os.kill(process.pid, signal.SIGKILL)
        said = [first, *process.stdout.read().splitlines()]
        process.wait()
        done = int([word for word in said if word.strip()][-1])
        found = read(Dataset(root))  # at once, before anything is mended
        assert found == seen(step_of(found))
        broken += Lake(root).recover()
        found = read(Dataset(root))
        last = step_of(found)
        assert last in (done, done + 1)
        assert found == seen(last)
        whole = verify(root)
        assert whole.whole, whole.faults
        assert not [note for note in whole.notes if "no commit mentions" in note]
        assert read_folder(root) == {key: (title, place) for key, (title, place, _) in seen(last).items()}
    assert Lake(root).upsert(state(last)).files == ()
    assert broken >= KILLS // 4
    sys.stderr.write(f"{KILLS} kills, {broken} amid a write\n")


def read_folder(root):
    frame = pd.read_parquet(root / "notices", columns=["id", "title", "province"])
    return {row.id: (row.title, row.province) for row in frame.itertuples()}
