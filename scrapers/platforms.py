"""Platforms: what the sites of one CMS family have in common, as data.

A platform says how its listing pages show their items and where its detail pages keep the parts of a notice.
A site takes both from its platform and overrides single keys. Selectors are tried in order; the first that
finds something counts.
"""

from __future__ import annotations

from dataclasses import field, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator
from pydantic.dataclasses import dataclass
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from parsers.page.layout import Layout
from scrapers.yaml_files import STRICT, SiteFileError, checked, read_mapping

HERE = Path(__file__).resolve().parent
_PROBE = LexborHTMLParser("<p></p>")
Spec = TypeVar("Spec", bound="ListingSpec | LayoutSpec")


def _as_tuple(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _valid_css(selectors: tuple[str, ...]) -> tuple[str, ...]:
    for selector in selectors:
        try:
            _PROBE.css(selector)
        except SelectolaxError as error:
            raise ValueError(f"{selector!r} is no CSS selector that can be read") from error
    return selectors


Words = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]
Status = Literal["proven", "unproven"]
Css = Annotated[tuple[str, ...], BeforeValidator(_as_tuple), AfterValidator(_valid_css)]
"""One selector or several; checked when the file is loaded, not in the middle of the night."""


@dataclass(frozen=True, config=STRICT)
class ListingSpec:
    """How a listing page is read.

    `item` finds the blocks of the items; `link`, `title`, `date`, `summary` look inside one. An item whose
    `link` finds nothing is its own link. `next` finds the link to the following page; where no such link
    stands, the query parameter `page_parameter` is counted up.
    """

    item: Css = ()
    link: Css = ("a[href]",)
    title: Css = ()
    date: Css = ()
    summary: Css = ()
    next: Css = ('a[rel~="next"]',)
    page_parameter: str | None = None


@dataclass(frozen=True, config=STRICT)
class LayoutSpec:
    """How a detail page is read: the keys of `parsers.page.layout.Layout`."""

    title: Css = ()
    published: Css = ()
    author: Css = ()
    body: Css = ()
    attachments: Css = ()
    remove: Css = ()

    def layout(self) -> Layout:
        """As the parsers take it."""
        return Layout(**{each.name: getattr(self, each.name) for each in fields(self)})


@dataclass(frozen=True, config=STRICT)
class Fingerprints:
    """What tells a family's pages: `generator` begins its `<meta name=generator>`; `html` are strings of the
    markup, in lower case; `css` finds elements that only it makes; `url` are strings of its addresses.
    """

    generator: Words = ()
    html: Words = ()
    css: Css = ()
    url: Words = ()


@dataclass(frozen=True, config=STRICT)
class Version:
    """A family's earlier markup, in use up to the day `valid_until`."""

    valid_until: date
    rests_on: str
    status: Status = "unproven"
    listing: ListingSpec = field(default_factory=ListingSpec, metadata={"kind": ListingSpec})
    layout: LayoutSpec = field(default_factory=LayoutSpec, metadata={"kind": LayoutSpec})


@dataclass(frozen=True, config=STRICT)
class Platform:
    """A CMS family; `id` is the stem of its file. `unproven`: no real page was read with these selectors, and
    `rests_on` says what they were made from. `earlier`: versions of its markup, the oldest first.
    """

    id: str
    name: str
    rests_on: str = ""
    status: Status = "unproven"
    fingerprints: Fingerprints = field(default_factory=Fingerprints, metadata={"kind": Fingerprints})
    listing: ListingSpec = field(default_factory=ListingSpec, metadata={"kind": ListingSpec})
    layout: LayoutSpec = field(default_factory=LayoutSpec, metadata={"kind": LayoutSpec})
    earlier: tuple[Version, ...] = ()


def overridden(own: Spec, given: dict[str, Any], path: Path, key: str) -> Spec:
    """`own` with the keys of `given` in their place."""
    merged = {each.name: getattr(own, each.name) for each in fields(own)} | given
    try:
        return checked(type(own), merged, path)
    except SiteFileError as error:
        raise SiteFileError(path, key, str(error).removeprefix(f"{path}: "), "") from error


def load_platform(path: Path) -> Platform:
    """One platform; `SiteFileError` names what is wrong."""
    platform = checked(Platform, read_mapping(path), path)
    if platform.id != path.stem:
        raise SiteFileError(path, "id", f"{platform.id!r} is not the file's name", f"Write 'id: {path.stem}'")
    days = [version.valid_until for version in platform.earlier]
    if days != sorted(set(days)):
        raise SiteFileError(path, "earlier", "not in the order of 'valid_until'", "Put the oldest first")
    return platform


def load_platforms(folder: Path | None = None) -> dict[str, Platform]:
    """The built-in platforms and those of a user's `folder`, by id; an id that occurs twice is refused."""
    found = dict(_built_in())
    for path in sorted(folder.glob("*.yaml")) if folder and folder.is_dir() else ():
        platform = load_platform(path)
        if platform.id in found:
            raise SiteFileError(
                path, "id", f"the platform {platform.id!r} is built in", "Choose another id and file name"
            )
        found[platform.id] = platform
    return found


@cache
def _built_in() -> dict[str, Platform]:
    return {path.stem: load_platform(path) for path in sorted((HERE / "platforms").glob("*.yaml"))}
