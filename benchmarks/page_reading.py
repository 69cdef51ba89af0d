"""HTML → body and posting date, against trafilatura, readability-lxml, newspaper4k and htmldate in one run.

Pages: the golden pages of `tests/pages` (one a platform version), the demo's notices as pages of five
portals, and, where given, saved real article pages with their text in `article__body`. Nobody is told the
site: our reader runs without selectors. Words are compared as multisets; times are CPU seconds, the best of a
few runs of each page, tools by turns.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

import yaml
from bs4 import BeautifulSoup

from parsers import extract
from parsers.page.reader import read_page

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
OFF = "script, style, td.caption, .article__author, .ads_middle, [style*='display: none']"
"""What is no text on the real pages' system."""
WORDS = re.compile(r"\w+")


@dataclass(frozen=True)
class Case:
    """A page, the words of its text, and its posting date: ISO, or None where it shows none."""

    group: str
    html: str
    words: Counter[str]
    published: str | None


@dataclass
class Answer:
    body: str = ""
    published: str | None = None


@dataclass
class Score:
    same: int = 0
    said: int = 0
    true: int = 0
    dates: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def row(self) -> str:
        precision = self.same / self.said if self.said else 0.0
        recall = self.same / self.true if self.true else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        right, wrong, none = (self.dates[name] for name in ("right", "wrong", "none"))
        return f"{precision:>10.4f}{recall:>10.4f}{f1:>10.4f}{right:>7}{wrong:>7}{none:>7}"


def words(text: str) -> Counter[str]:
    return Counter(WORDS.findall(unicodedata.normalize("NFC", text).casefold()))


def golden() -> list[Case]:
    cases = []
    for folder in sorted((ROOT / "tests" / "pages").iterdir()):
        if folder.is_dir():
            told = yaml.safe_load((folder / "record.yaml").read_text(encoding="utf-8"))["article"]
            html = (folder / "article.html").read_text(encoding="utf-8")
            cases.append(Case("families", html, words("\n".join(told["body"])), told["published"]))
    return cases


def samples() -> list[Case]:
    from pipeline.demo.samples import samples as every
    from tests.gold.cases import page

    cases = []
    for sample in every():
        shown = [line for line in sample.body if not line.startswith("> ")]
        lines = [re.sub(r"^(?:## |- |\| |\^ )", "", line) for line in shown]
        told = sample.gold["published"]
        cases.append(Case("demo", page(sample), words("\n".join(lines)), str(told) if told else None))
    return cases


def real(paths: list[Path]) -> list[Case]:
    """Saved pages; what counts as text is taken by hand-written rules of that one system."""
    cases = []
    for path in paths:
        html = path.read_text(encoding="utf-8")
        soup = BeautifulSoup(html, "html.parser").select_one(".article__body")
        if soup is None:
            continue
        for off in soup.select(OFF):
            off.decompose()
        for picture in soup.select("table.picture, table:has(img)"):
            below = picture.find_next_sibling("p")
            # Here the paragraph behind a picture captions it where it is in italics or has a few words.
            if below and (len(below.get_text().split()) <= 8 or (below.em and below.em.text == below.text)):
                below.decompose()
        cases.append(Case("real", html, words(soup.get_text("\n")), None))
    return cases


def tools() -> dict[str, tuple[Callable[[str], Answer], Callable[[str], object]]]:
    """Name → (what gives body and date, what is timed)."""
    import newspaper
    import trafilatura
    from htmldate import find_date
    from readability import Document

    def ours(html: str) -> Answer:
        page = read_page(html)
        return Answer(page.body, page.published.isoformat() if page.published else None)

    def trafilatura_with(fast: bool) -> Callable[[str], Answer]:
        def run(html: str) -> Answer:
            found = trafilatura.bare_extraction(html, fast=fast, with_metadata=True)
            return Answer(found.text or "", found.date) if found else Answer()

        return run

    def readable(html: str) -> Answer:
        summary = Document(html).summary()
        return Answer(BeautifulSoup(summary, "lxml").get_text("\n"))

    def paper(html: str) -> Answer:
        article = newspaper.Article("https://tinh.gov.vn/tin.html", language="vi")
        article.download(input_html=html)
        article.parse()
        day = article.publish_date
        return Answer(article.text, day.date().isoformat() if day else None)

    def dated(html: str) -> Answer:
        return Answer("", find_date(html, original_date=True))

    return {
        "ours: page": (ours, read_page),
        "ours: HTML → notice": (ours, extract),
        "trafilatura": (trafilatura_with(False), trafilatura.extract),
        "trafilatura, fast": (trafilatura_with(True), lambda html: trafilatura.extract(html, fast=True)),
        "readability-lxml": (readable, readable),
        "newspaper4k": (paper, paper),
        "htmldate": (dated, dated),
    }


def seconds(task: Callable[[str], object], html: str, repeat: int) -> float:
    best = float("inf")
    for _ in range(repeat):
        start = process_time()
        task(html)
        best = min(best, process_time() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", type=Path, help="saved real article pages")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--errors", action="store_true", help="show where our own reading differs")
    options = parser.parse_args()
    cases = [*golden(), *samples(), *real(options.pages)]
    scores: dict[str, dict[str, Score]] = {}
    runners = tools()
    for answer, task in runners.values():
        answer(cases[0].html)
        task(cases[0].html)
    for case in cases:
        for name, (answer, task) in runners.items():
            score = scores.setdefault(case.group, {}).setdefault(name, Score())
            found = answer(case.html)
            said = words(found.body)
            score.same += (said & case.words).total()
            score.said += said.total()
            score.true += case.words.total()
            right = found.published == case.published
            score.dates["right" if right else "wrong" if found.published else "none"] += 1
            score.seconds += seconds(task, case.html, options.repeat)
            if options.errors and name == "ours: page" and (said != case.words or not right):
                print(case.group, found.published, case.published, said - case.words, case.words - said)
    for group, table in scores.items():
        count = sum(case.group == group for case in cases)
        size = sum(len(case.html) for case in cases if case.group == group) / count
        print(f"\n{group}: {count} pages of {size:,.0f} characters")
        head = f"{'':<22}{'precision':>10}{'recall':>10}{'F1':>10}{'right':>7}{'wrong':>7}{'none':>7}"
        print(f"{head}{'ms a page':>11}{'× ours':>9}")
        unit = table["ours: HTML → notice"].seconds
        for name, score in table.items():
            print(f"{name:<22}{score.row()}{score.seconds * 1e3 / count:>11.2f}{score.seconds / unit:>9.2f}")


if __name__ == "__main__":
    main()
