"""The project's own notices as pages and as gold: what the tests of this folder and `build` share."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from parsers.extraction import extract
from parsers.notice import Notice
from pipeline.demo.render import Ambient, detail_page
from pipeline.demo.samples import PortalStyle, Sample, portal_styles, samples
from scrapers.sites import Site, load_sites

_BLOCKS = ["p", "div", "h1", "h2", "h3", "h4", "ul", "li", "tr", "figure", "figcaption", "article", "section",
           "header", "footer", "nav", "br"]  # fmt: skip


@cache
def styles() -> dict[str, PortalStyle]:
    return {style.id: style for style in portal_styles()}


def site(sample: Sample) -> Site:
    """The built-in site whose portal the notice's portal follows."""
    return load_sites()[sample.portal]


def base(sample: Sample) -> str:
    """The address of the real portal, without a path."""
    return "https://" + urlsplit(site(sample).start[0]).netloc


def page(sample: Sample) -> str:
    """The HTML of a notice among its neighbours, with the clock held still."""
    neighbours = [other for other in samples() if other.portal == sample.portal]
    return detail_page(styles()[sample.portal], sample, neighbours, base(sample), Ambient())


def notice(sample: Sample) -> Notice:
    """What the extraction makes of that page, called as the nightly job calls it."""
    at = site(sample)
    return extract(
        page(sample),
        url=base(sample) + sample.path,
        province=at.province,
        agency=at.agency,
        layout=at.layout,
        id=sample.id,
    )


def dump(sample: Sample) -> str:
    """The page as text, as people copy it from a browser: blocks parted by line breaks."""
    soup = BeautifulSoup(page(sample), "html.parser")
    for unseen in soup(["script", "style", "head", "input", "textarea"]):
        unseen.decompose()
    for block in soup(_BLOCKS):
        block.insert_before("\n")
        block.insert_after("\n")
    for cell in soup(["td", "li"]):
        cell.insert_after("\t")
    lines = (" ".join(line.split(" ")).strip() for line in soup.get_text().splitlines())
    return "\n".join(line for line in lines if line)


def dumped(sample: Sample) -> Notice:
    """What the extraction makes of the dump, knowing the site."""
    at = site(sample)
    return extract(dump(sample), province=at.province, agency=at.agency, id=sample.id)


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
