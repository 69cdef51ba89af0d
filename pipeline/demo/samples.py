"""The demo's notices and portals, as they lie in `data/samples`: a notice is added without code.

A notice is one YAML file under `notices/<portal>/`; it appears on a night, may be edited on later nights and
may be taken down. A portal is a folder of templates with a `portal.yaml`. Dates stay strings in YAML:
`2021-10` and `2021/2025` are EDTF, and a half-parsed mixture of strings and dates would invite mistakes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_PACKAGE = Path(__file__).resolve().parents[1]


def samples_folder() -> Path:
    """The folder of the samples: inside the installed package, else `data/samples` of the checkout."""
    installed = _PACKAGE / "_data" / "samples"
    return installed if installed.is_dir() else _PACKAGE.parent / "data" / "samples"


class _Strings(yaml.SafeLoader):
    """YAML in which a date is a string."""


_Strings.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _load(path: Path) -> dict[str, Any]:
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=_Strings)
    if not isinstance(loaded, dict):
        raise ValueError(f"{path}: a mapping was expected, found {type(loaded).__name__}")
    return loaded


@dataclass(frozen=True, slots=True)
class Change:
    """An edit: from `night` on, `new` stands where `old` stood in title or body."""

    night: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A file that a notice offers; `file` is its name in `data/samples/files`."""

    file: str
    name: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A notice of the demo and what should be extracted from it.

    `author` is the byline as printed; `body` one line a paragraph (see `pipeline.demo.render` for the marks
    of tables, lists and captions); `gold` has the shape of the record that `thidua extract` prints.
    """

    slug: str
    portal: str
    path: str
    title: str
    published: datetime
    summary: str
    body: tuple[str, ...]
    gold: Mapping[str, Any]
    kicker: str | None = None
    author: str | None = None
    attachments: tuple[SampleFile, ...] = ()
    night: int = 1
    removed_on: int | None = None
    changes: tuple[Change, ...] = ()
    edited: int | None = None
    """The night of the last edit that this version holds."""

    @property
    def id(self) -> str:
        """`<portal>.<slug>`, the key of the notice in gold files."""
        return f"{self.portal}.{self.slug}"

    def on(self, night: int) -> Sample | None:
        """The version that the portal shows at `night`, None before it appears and after it is removed."""
        if night < self.night or (self.removed_on is not None and night >= self.removed_on):
            return None
        version = self
        for change in self.changes:
            if change.night <= night:
                version = replace(
                    version,
                    title=version.title.replace(change.old, change.new),
                    body=tuple(line.replace(change.old, change.new) for line in version.body),
                    edited=change.night,
                )
        return version


@dataclass(frozen=True, slots=True)
class PortalStyle:
    """How a portal shows its notices: its address, texts and templates.

    `stamp` is the format of its posting dates; `last_modified` and `etag` say which validators it sends.
    """

    id: str
    host: str
    name: str
    listing: str
    page_parameter: str
    page_size: int
    stamp: str
    last_modified: bool
    etag: bool
    templates: Mapping[str, str]


def load_sample(path: Path) -> Sample:
    """Read one notice; `ValueError` names the file and what is wrong."""
    raw = _load(path)
    try:
        return Sample(
            slug=path.stem,
            portal=raw["portal"],
            path=raw["path"],
            title=raw["title"],
            published=datetime.fromisoformat(raw["published"]),
            summary=raw["summary"],
            body=tuple(line for line in raw["body"].splitlines() if line.strip()),
            gold=raw["gold"],
            kicker=raw.get("kicker"),
            author=raw.get("author"),
            attachments=tuple(SampleFile(**each) for each in raw.get("attachments", ())),
            night=raw.get("night", 1),
            removed_on=raw.get("removed_on"),
            changes=tuple(Change(**each) for each in raw.get("changes", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path}: {type(error).__name__}: {error}") from error


@cache
def samples() -> tuple[Sample, ...]:
    """All notices, portal by portal, the newest first."""
    found = [load_sample(path) for path in sorted((samples_folder() / "notices").glob("*/*.yaml"))]
    return tuple(sorted(found, key=lambda s: (s.portal, -s.published.timestamp(), s.slug)))


def shown(notices: Iterable[Sample], night: int) -> Iterator[Sample]:
    """The versions of `notices` that stand on the portals at `night`."""
    for notice in notices:
        version = notice.on(night)
        if version is not None:
            yield version


@cache
def portal_styles() -> tuple[PortalStyle, ...]:
    """All portals, in the order of their addresses."""
    found = []
    for folder in sorted((samples_folder() / "portals").iterdir()):
        if folder.is_dir():
            raw = _load(folder / "portal.yaml")
            templates = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.html")}
            found.append(PortalStyle(**raw, templates=templates))
    return tuple(sorted(found, key=lambda style: style.host))
