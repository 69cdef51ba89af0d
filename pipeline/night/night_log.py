"""The log of a night: one JSON object a line, in `logs/` beside the data, for `jq` and log collectors.

Every line has `at` (UTC) and `event`: `begin`, `site` (its night begins), `page` (a visit and its outcome,
with the place of the copy in the archive), `site_end` (the site's whole report), `end`. A log without a
summary of the same name in `runs/` is one of a run that was killed.
"""

from __future__ import annotations

import json
import logging
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from scrapers.ledger.rows import PageRow

_KEPT = 90
"""Logs that are kept; the oldest go first."""
_told = logging.getLogger("thidua")


class NightLog:
    """An open log; lines are whole whatever thread writes them, and on the disk's side at once.

    A line that cannot be written (a full disk) ends the log, not the night.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._broken = False

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def write(self, event: str, **values: Any) -> None:
        """Add a line."""
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"at": at, "event": event} | values, ensure_ascii=False, default=str)
        with self._lock:
            if self._broken:
                return
            try:
                self._file.write(line + "\n")
                self._file.flush()
            except OSError as fault:
                self._broken = True
                _told.warning("the log ends here: %s", fault)

    def page(self, row: PageRow, why: str | None) -> None:
        """Add what a visit came to: `row` as the ledger has it afterwards."""
        place = {"archive_file": row.place.file, "archive_offset": row.place.offset} if row.place else {}
        self.write("page", site=row.site, id=row.id, url=row.url, outcome=row.outcome, why=why, **place)


def opened(folder: Path, begun: datetime) -> NightLog:
    """A new log in `folder`, named after the time when the run began; older ones than the last 90 go."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in sorted(folder.glob("*.jsonl"))[: -(_KEPT - 1)]:
        old.unlink(missing_ok=True)
    stem = f"{begun:%Y%m%dT%H%M%SZ}"
    tries = (folder / f"{stem}{f'-{n}' if n else ''}.jsonl" for n in range(1000))
    path = next(each for each in tries if not each.exists())
    return NightLog(path.open("w", encoding="utf-8"))
