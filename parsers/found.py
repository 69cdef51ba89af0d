"""What a stage of the extraction returns: a value and the passage that it was taken from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, NamedTuple, TypeVar

from parsers.text import Text

Where = Literal["title", "body"]
T_co = TypeVar("T_co", covariant=True)


class Span(NamedTuple):
    """A passage: offsets `[start, end)` of the *normalised* title or body."""

    where: Where
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """A value with its passage and a confidence between 0 and 1.

    Several passages may give the same value: a stage returns one `Found` for each.
    """

    value: T_co
    span: Span
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Source:
    """All that a stage may know of a notice: nothing is ambient, so the same source gives the same record.

    `published` is the anchor for dates without a year; `province` a slug of `provinces.csv`; `agency` the
    name of the body that runs the site ("Sở Thông tin và Truyền thông"), where the caller knows it.
    """

    title: Text
    body: Text
    published: date | None = None
    province: str | None = None
    agency: str | None = None

    @property
    def parts(self) -> tuple[tuple[Where, Text], tuple[Where, Text]]:
        """Title and body, each with its name."""
        return ("title", self.title), ("body", self.body)

    def text(self, where: Where) -> Text:
        """The part called `where`."""
        return self.title if where == "title" else self.body
