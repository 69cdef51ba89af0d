"""The crash harness: nights that are killed at random moments or run out of disk, and the runs that finish
them.

`benchmarks/crashes.py` disturbs a hundred, `tests/pipeline/test_crashes.py` a few. After each it is checked
that

- every table holds the very rows of a night that nobody disturbed (but for place and time of the capture);
- the finishing run asked for no page or file of which the archive already held a whole copy, no run for one
  twice;
- `warcio check` and fastwarc read every archive file to its end, and every notice and attachment lies where
  its row says.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
from fastwarc.warc import ArchiveIterator

from pipeline.errors import UserError
from pipeline.night.nightly import NightOptions, run_night
from pipeline.night.run_summary import NightReport
from pipeline.release.verify import verify
from pipeline.store.schema import TABLES
from scrapers.archive.warc import whole_length
from tests.pipeline.crash_portal import sites_at
from tests.scrapers.portal import Portal

ROOT = Path(__file__).parents[2]
_CAPTURE = {"fetched_at", "archive_file", "archive_offset"}
LOOPBACK = ("127.0.0.0/8",)
Rows = dict[str, list[tuple[object, ...]]]


@dataclass(slots=True)
class Result:
    """What one disturbed night and its finish came to; `wrong` is empty when all promises were kept."""

    moment: str
    wrong: list[str] = field(default_factory=list)
    asked_before: int = 0
    asked_after: int = 0
    resumed: int = 0
    in_flight: int = 0
    """Pages that the server was sending, or had just sent, and the archive did not hold: asked for again."""

    def __str__(self) -> str:
        return (
            f"{self.moment}: {self.asked_before} + {self.asked_after} pages asked for, {self.resumed} taken "
            f"from the archive, {self.in_flight} in flight: {'; '.join(self.wrong) or 'as promised'}"
        )


class Harness:
    """The served portals, and what an undisturbed night makes of them."""

    def __init__(self, served: list[Portal], folder: Path) -> None:
        self.served, self.folder = served, folder
        self.pages = {
            f"{portal.base}{path}"
            for portal in served
            for path in portal.pages
            if path.startswith(("/tin/", "/files/"))
        }
        begun = time.monotonic()
        self.finish(folder / "undisturbed")
        self.seconds = time.monotonic() - begun
        self.expected = rows_of(folder / "undisturbed")
        self.requests = sum(len(portal.asked) for portal in served)
        files = {url for _, _, url, _, _, size, *_ in self.expected["attachments"] if size}
        if len(self.expected["notices"]) + len(files) != len(self.pages):
            raise RuntimeError("the undisturbed night did not store every notice and file")

    def killed(self, rng: random.Random, times: int = 1) -> Result:
        """A night killed `times` times at random moments, then finished."""
        data = self.folder / "killed"
        while True:
            result = Result("killed")
            shutil.rmtree(data, ignore_errors=True)
            for _ in range(times):
                self._forget()
                if not self._kill(data, rng):
                    break  # it came to its end first: nothing to finish
                result.moment += f" after {self._asked()} requests"
                self._judge_requests(result)
                result.asked_before += len(self._pages_asked())
            else:
                return self._finished(data, result)

    def starved(
        self, data: Path, widen: Callable[[], None], file_bytes: int | None, moment: str
    ) -> Result | None:
        """A night that runs out of disk in `data`, or may write files of `file_bytes` only; then finished
        after `widen` made room. None: there was room from the start.
        """
        result = Result(moment)
        self._forget()
        process = self._start(data, file_bytes or 0)
        _, told = process.communicate(timeout=300)
        if process.returncode == 0:
            return None
        if process.returncode not in (1, 2) or "Traceback" in told:
            result.wrong.append(f"the starved run ended with status {process.returncode}: {told[-2000:]}")
        self._judge_requests(result)
        result.asked_before = len(self._pages_asked())
        widen()
        return self._finished(data, result)

    def finish(self, data: Path) -> NightReport:
        """A night in this process."""
        self._forget()
        sites = sites_at([portal.base for portal in self.served])
        return run_night(data, sites, options=NightOptions(contact="a@b.vn", allow=LOOPBACK))

    def _start(self, data: Path, file_bytes: int = 0) -> subprocess.Popen[str]:
        bases = [portal.base for portal in self.served]
        return subprocess.Popen(
            [sys.executable, "-m", "tests.pipeline.crash_harness", str(data), str(file_bytes), *bases],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def _kill(self, data: Path, rng: random.Random) -> bool:
        """Start a night and kill it; whether before its work was done.

        After so many requests and a little, which hits every phase, whatever the machine's speed; after the
        last request, at some time while the rest is stored.
        """
        after = rng.randint(0, round(self.requests * 1.15))
        pause = rng.uniform(0, 0.03) if after < self.requests else rng.uniform(0, 0.5 * self.seconds)
        process = self._start(data)
        deadline = time.monotonic() + 120
        while self._asked() < min(after, self.requests) and process.poll() is None:
            if time.monotonic() > deadline:
                break
            time.sleep(0.001)
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        _, told = process.communicate()
        if process.returncode not in (0, -9):
            raise RuntimeError(f"the night that was to be killed failed by itself: {told[-2000:]}")
        ended = self._asked() > 0 and not (data / "archive" / "OPEN").exists()
        return process.returncode == -9 and not ended

    def _asked(self) -> int:
        return sum(len(portal.asked) for portal in self.served)

    def _forget(self) -> None:
        for portal in self.served:
            portal.asked.clear()

    def _pages_asked(self) -> list[str]:
        asked = [f"{portal.base}{path}" for portal in self.served for path in portal.paths]
        return [url for url in asked if url in self.pages]

    def _judge_requests(self, result: Result) -> None:
        twice = [url for url, count in Counter(self._pages_asked()).items() if count > 1]
        if twice:
            result.wrong.append(f"one run asked twice for {twice[:3]}")

    def _finished(self, data: Path, result: Result) -> Result:
        held = set(archived(data / "archive"))
        report = self.finish(data)
        again = set(self._pages_asked()) & held
        if again:
            result.wrong.append(
                f"{len(again)} pages of the archive were asked for again: {sorted(again)[:3]}"
            )
        self._judge_requests(result)
        result.asked_after = len(self._pages_asked())
        result.in_flight = result.asked_before + result.asked_after - len(self.pages)
        result.resumed = report.total("resumed")
        if report.status != 0:
            result.wrong.append(f"the finishing run failed: {[site.why for site in report.sites]}")
        found = rows_of(data)
        for name, rows in self.expected.items():
            if rows != found[name]:
                result.wrong.append(f"table {name} differs: {len(found[name])} rows, expected {len(rows)}")
        result.wrong += unreadable(data)
        return result


def rows_of(data: Path) -> Rows:
    """All rows of all tables, sorted, without the columns that tell of the capture."""
    found: Rows = {}
    with duckdb.connect() as db:
        for name, table in TABLES.items():
            columns = ", ".join(f'"{c.name}"' for c in table.all_columns if c.name not in _CAPTURE)
            files = f"{data}/{name}/**/*.parquet"
            source = f"read_parquet('{files}', hive_partitioning=true)"
            found[name] = db.execute(f"select {columns} from {source} order by all").fetchall()
    return found


def archived(root: Path) -> Iterator[str]:
    """URLs of which the archive holds a whole 200, however torn its end is."""
    for path in root.rglob("*.warc.gz"):
        with tempfile.NamedTemporaryFile() as whole:
            shutil.copyfile(path, whole.name)
            os.truncate(whole.name, whole_length(path))
            with Path(whole.name).open("rb") as stream:
                for record in ArchiveIterator(stream, parse_http=True):
                    if record.headers["WARC-Type"] == "response" and record.http_headers.status_code == 200:
                        yield record.headers["WARC-Target-URI"]


def unreadable(data: Path) -> list[str]:
    """What `warcio check`, fastwarc and `thidua verify` say against archive and lake."""
    wrong: list[str] = []
    for path in (data / "archive").rglob("*.warc.gz"):
        check = [sys.executable, "-m", "warcio.cli", "check", str(path)]
        checked = subprocess.run(check, capture_output=True, text=True, check=False)
        if checked.returncode:
            wrong.append(f"warcio check {path.name}: {checked.stdout[-500:]}")
        if whole_length(path) != path.stat().st_size:
            wrong.append(f"{path.name} has a torn end")
        with path.open("rb") as stream:
            if not any(True for _ in ArchiveIterator(stream)):
                wrong.append(f"fastwarc finds no record in {path.name}")
    return wrong + verify(data).faults


def mounted(folder: Path, size: str) -> bool:
    """Whether a small file system could be mounted at `folder`; needs root."""
    folder.mkdir(parents=True, exist_ok=True)
    return _mount("-t", "tmpfs", "-o", f"size={size}", "none", str(folder))


def widened(folder: Path) -> None:
    """Make the small file system large."""
    if not _mount("-o", "remount,size=500m", str(folder)):
        raise RuntimeError(f"{folder} cannot be made larger")


def unmount(folder: Path) -> None:
    """Give the small file system back."""
    subprocess.run(["umount", str(folder)], check=True)


def _mount(*arguments: str) -> bool:
    try:
        return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def full_disk(harness: Harness, rng: random.Random, *, real: bool) -> Result:
    """A night on a disk that is too small, `real` where one can be mounted, else under a limit on files."""
    data = harness.folder / "starved"
    notices = len(harness.pages)
    size = rng.randint(700, 700 + 9 * notices) if real else rng.randint(200, 200 + 2 * notices)
    while True:
        shutil.rmtree(data, ignore_errors=True)
        if not real:
            result = harness.starved(data, lambda: None, size * 1024, f"with files of {size} KiB at most")
        elif mounted(data, f"{size}k"):
            try:
                result = harness.starved(data, lambda: widened(data), None, f"on a disk of {size} KiB")
            finally:
                unmount(data)
        else:
            raise RuntimeError(f"no file system can be mounted at {data}: this needs root")
        if result is not None:
            return result
        size = size * 2 // 3  # there was room for the whole night


def _night(data: Path, file_bytes: int, bases: list[str]) -> int:
    """The night that is killed or starved, in a process of its own."""
    if file_bytes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))
    try:
        report = run_night(data, sites_at(bases), options=NightOptions(contact="a@b.vn", allow=LOOPBACK))
    except UserError as fault:
        sys.stderr.write(f"{fault}\n")
        return 2
    sys.stderr.writelines(f"{site.site}: {site.why}\n" for site in report.sites)
    return report.status


if __name__ == "__main__":
    sys.exit(_night(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
