"""YAML files of sites and platforms: read, checked, and refused with file, key and remedy."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ConfigDict, TypeAdapter, ValidationError

T = TypeVar("T")
STRICT = ConfigDict(extra="forbid")


class SiteFileError(ValueError):
    """A file that cannot be used; the message names the file, the key and the remedy."""

    def __init__(self, file: Path | str, key: str, what: str, remedy: str) -> None:
        super().__init__(f"{file}: {key}: {what}. {remedy}" if key else f"{file}: {what}. {remedy}")


def read_mapping(path: Path) -> dict[str, Any]:
    """The mapping that a YAML file holds."""
    try:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SiteFileError(path, "", f"cannot be read ({error})", "Save it as UTF-8 text") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "cannot be read"
        raise SiteFileError(
            path, where, f"not YAML ({problem})", "Quote values that hold ': ' or '#'"
        ) from error
    if not isinstance(loaded, dict):
        raise SiteFileError(path, "", "no mapping of keys to values", "Begin with 'id: …' on the first line")
    return loaded


def checked(kind: type[T], data: Mapping[str, Any], path: Path) -> T:
    """`data` as an instance of the pydantic dataclass `kind`."""
    try:
        return TypeAdapter(kind).validate_python(data)
    except ValidationError as error:
        raise _explained(error, kind, path) from error


def _explained(error: ValidationError, kind: type[Any], path: Path) -> SiteFileError:
    first = error.errors(include_url=False)[0]
    loc = [part for part in first["loc"] if part != kind.__name__]
    key = ".".join(str(part) for part in loc)
    if first["type"] in {"unexpected_keyword_argument", "extra_forbidden"}:
        known = _keys_at(kind, loc[:-1])
        near = difflib.get_close_matches(str(loc[-1]), known, 1)
        hint = f"Did you mean '{near[0]}'?" if near else f"Known keys: {', '.join(known)}"
        return SiteFileError(path, key, "unknown key", hint)
    if first["type"] in {"missing", "missing_argument"}:
        return SiteFileError(path, key, "missing", f"Add the line '{loc[-1] if loc else key}: …'")
    message = str(first["msg"]).removeprefix("Value error, ")
    given = repr(first.get("input"))[:80]
    return SiteFileError(path, key, f"{message} (found {given})", "Correct the value")


def _keys_at(kind: type[Any], loc: list[int | str]) -> list[str]:
    """The keys that the (nested) dataclass at `loc` takes."""
    for part in loc:
        inner = [field.metadata.get("kind") for field in fields(kind) if field.name == part]
        if not inner or inner[0] is None:
            return []
        kind = inner[0]
    return [field.name for field in fields(kind) if field.init] if is_dataclass(kind) else []
