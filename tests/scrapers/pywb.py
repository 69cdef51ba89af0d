"""pywb serving an archive of ours, from a virtual environment of its own, since its pins clash with ours.

`THIDUA_PYWB` names its `wayback`; `.ci/run` installs it in `.venv-pywb`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.scrapers.nginx import free_port, wait_for

ROOT = Path(__file__).parents[2]


def wayback() -> str | None:
    """The program, where it is installed."""
    own = ROOT / ".venv-pywb" / "bin" / "wayback"
    return os.environ.get("THIDUA_PYWB") or (str(own) if own.exists() else shutil.which("wayback"))


@contextlib.contextmanager
def serving(archive: Path, folder: Path) -> Iterator[str]:
    """Base address of a collection `thidua` with the files and indexes of `archive`."""
    program = wayback()
    if program is None:
        raise FileNotFoundError("no pywb here")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.yaml").write_text(
        f"collections:\n  thidua:\n    index_paths: {archive}/indexes/\n    archive_paths: {archive}/\n",
        encoding="utf-8",
    )
    port = free_port()
    with (folder / "pywb.log").open("wb") as log:
        process = subprocess.Popen(
            [program, "-b", "127.0.0.1", "-p", str(port), "-d", str(folder)], stdout=log, stderr=log
        )
    try:
        wait_for(("127.0.0.1", port), process, folder / "pywb.log")
        yield f"http://127.0.0.1:{port}/thidua"
    finally:
        process.terminate()
        process.wait(timeout=20)
