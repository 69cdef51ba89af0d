"""The reference tables of `data/reference/`, loaded once as frozen records.

Facts only: types of documents, issuing bodies, provinces and their mergers, districts, movements,
commemorations. Where each row comes from stands in `data/reference/README.md`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def reference_folder() -> Path:
    """The folder of the tables: inside the installed package, else `data/reference` of the checkout."""
    installed = _HERE / "_data" / "reference"
    return installed if installed.is_dir() else _HERE.parent / "data" / "reference"


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of official document; `code` is its short form in a number (`KH`), "" where it has none."""

    code: str
    name: str
    name_en: str
    family: str
    source: str


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body whose code stands in document numbers."""

    code: str
    name: str
    level: str
    kind: str
    aliases: tuple[str, ...]
    notes: str


@dataclass(frozen=True, slots=True)
class Province:
    """A province or centrally run city, of before or after the mergers of 2025-07-01."""

    code: str
    slug: str
    name: str
    name_en: str
    kind: str
    abolished: date | None
    successor: str | None
    gov_domain: str | None
    news_domain: str | None
    notes: str

    @property
    def founded_2025(self) -> bool:
        """Whether the unit was made on 2025-07-01 (Resolution 202/2025/QH15)."""
        return self.slug.endswith("-2025")


@dataclass(frozen=True, slots=True)
class KnownMovement:
    """A movement known by name; `{tỉnh}` in an alias stands for a province's name."""

    id: str
    name: str
    kind: str
    level: str
    launched_by: str
    launched_document: str
    period_start: str
    period_end: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commemoration:
    """A day that is commemorated, with the date of its origin (None for a lunar day)."""

    id: str
    name: str
    origin: date | None
    aliases: tuple[str, ...]


def _rows(table: str) -> list[dict[str, str]]:
    with (reference_folder() / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _split(aliases: str) -> tuple[str, ...]:
    return tuple(alias for alias in aliases.split("|") if alias)


@cache
def document_types() -> tuple[DocumentType, ...]:
    """All types, in the order of the table (administrative ones first)."""
    return tuple(
        DocumentType(r["code"], r["name_vi"], r["name_en"], r["family"], r["source"])
        for r in _rows("document_types")
    )


@cache
def issuers() -> tuple[Issuer, ...]:
    """All issuing bodies and drafting units."""
    return tuple(
        Issuer(r["code"], r["name_vi"], r["level"], r["kind"], _split(r["aliases"]), r["notes"])
        for r in _rows("issuers")
    )


@cache
def provinces() -> dict[str, Province]:
    """Slug → province, the 63 former units first."""
    return {
        r["slug"]: Province(
            r["code"],
            r["slug"],
            r["name_vi"],
            r["name_en"],
            r["kind"],
            date.fromisoformat(r["abolished"]) if r["abolished"] else None,
            r["successor_slug"] or None,
            r["gov_domain"] or None,
            r["news_domain"] or None,
            r["notes"],
        )
        for r in _rows("provinces")
    }


@cache
def districts() -> tuple[tuple[str, str, str], ...]:
    """Former districts (abolished 2025-07-01): kind ("huyện"), name, slug of their province."""
    return tuple((r["kind"], r["name_vi"], r["province_slug"]) for r in _rows("districts"))


@cache
def datelines() -> dict[str, str]:
    """What a province's newspaper puts before its reports ("GLO") → slug of the province."""
    return {row["code"]: row["province_slug"] for row in _rows("datelines")}


@cache
def known_movements() -> tuple[KnownMovement, ...]:
    """Movements known by name."""
    return tuple(
        KnownMovement(
            r["id"],
            r["name_vi"],
            r["kind"],
            r["level"],
            r["launched_by"],
            r["launched_document"],
            r["period_start"],
            r["period_end"],
            _split(r["aliases"]),
        )
        for r in _rows("movements")
    )


@cache
def commemorations() -> tuple[Commemoration, ...]:
    """Days that are commemorated."""
    return tuple(
        Commemoration(
            r["id"],
            r["name_vi"],
            date.fromisoformat(r["origin_date"]) if r["origin_date"] else None,
            _split(r["aliases"]),
        )
        for r in _rows("commemorations")
    )
