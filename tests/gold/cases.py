"""The project's own notices as pages and as gold: what the tests of this folder and `build` share."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from pipeline.demo_render import Ambient, detail_page
from pipeline.demo_samples import PortalStyle, Sample, portal_styles, samples

BASE = "http://portal.invalid"


@cache
def styles() -> dict[str, PortalStyle]:
    return {style.id: style for style in portal_styles()}


def page(sample: Sample) -> str:
    """The HTML of a notice among its neighbours, with the clock held still."""
    neighbours = [other for other in samples() if other.portal == sample.portal]
    return detail_page(styles()[sample.portal], sample, neighbours, BASE, Ambient())


def gold(sample: Sample) -> dict[str, object]:
    """The gold record, keyed as `thidua evaluate` reads it."""
    return {"id": sample.id, **sample.gold}


def write(folder: Path) -> None:
    """Write `gold.jsonl` and `texts/<id>.html`, so that `thidua evaluate` can run on them."""
    texts = folder / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    for sample in samples():
        (texts / f"{sample.id}.html").write_text(page(sample), encoding="utf-8")
    lines = [json.dumps(gold(sample), ensure_ascii=False) for sample in samples()]
    (folder / "gold.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
