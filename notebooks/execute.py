"""Execute the notebooks on a lake and say how big their outputs are; `make notebooks` calls it.

    python notebooks/execute.py [--lake DIR] [--into DIR] [--plots DIR]

Executed copies go to `--into` (default: nowhere); those in the repository keep none. `--plots` writes every plot as PNG,
for looking at. Fails where a cell does, where a notebook keeps outputs, or where one's outputs
are bigger than 1 MB.
"""

from __future__ import annotations

import argparse
import base64
import os
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent
MOST_BYTES = 1_000_000


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--lake", type=Path, default=HERE.parent / "data" / "demo")
    options.add_argument("--into", type=Path)
    options.add_argument("--plots", type=Path)
    given = options.parse_args()
    os.environ["THIDUA_LAKE"] = str(given.lake.resolve())
    for folder in filter(None, (given.into, given.plots)):
        folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(HERE.glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        if any(cell.get("outputs") for cell in notebook.cells):
            raise SystemExit(f"{path.name} keeps outputs: clear them before committing it")
        place = {"metadata": {"path": HERE}}
        NotebookClient(notebook, timeout=300, kernel_name="python3", resources=place).execute()
        size = len(nbformat.writes(notebook).encode()) - path.stat().st_size
        print(f"{path.name}: {len(notebook.cells)} cells, {size / 1000:.0f} kB of outputs")
        if size > MOST_BYTES:
            raise SystemExit(f"{path.name}: outputs of {size:,} bytes are too many")
        if given.into:
            nbformat.write(notebook, given.into / path.name)
        if given.plots:
            keep_plots(notebook, given.plots, path.stem)


def keep_plots(notebook: nbformat.NotebookNode, folder: Path, name: str) -> None:
    pictures = [
        output["data"]["image/png"]
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if "image/png" in output.get("data", {})
    ]
    for n, picture in enumerate(pictures, 1):
        (folder / f"{name}-{n}.png").write_bytes(base64.b64decode(picture))


if __name__ == "__main__":
    main()
