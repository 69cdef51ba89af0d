"""The pipeline joins scrapers and parsers and owns what is stored and everything that a user touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.store.dataset import Dataset

__all__ = ["Dataset"]


def __getattr__(name: str) -> object:
    """`Dataset` is imported when asked for: it brings pyarrow, which costs half a second."""
    if name == "Dataset":
        from pipeline.store.dataset import Dataset  # noqa: PLC0415

        return Dataset
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
