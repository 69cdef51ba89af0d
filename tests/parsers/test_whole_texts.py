"""Whole notices, from saved text to the documents that they cite: official texts and news reports."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from parsers.extraction import extract

_HERE = Path(__file__).parent


def _texts(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((_HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


NOTICES = _texts("official_texts") + _texts("news_texts")


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: str(notice["name"]))
def test_documents_of_a_whole_text(notice: dict[str, Any]) -> None:
    found = extract(notice["text"], province=notice["province"], published=notice["published"])
    got = {document.number: asdict(document) for document in found.documents}
    assert got == {document["number"]: document for document in notice["documents"]}
