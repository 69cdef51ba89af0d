"""A table of data to lines, one a row, read by beautifulsoup4; tables that lay out a page are none.

A cell that spans rows is repeated in each of them, so that every line says whose figures it shows.
"""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from selectolax.lexbor import LexborNode

from parsers.text import tidy

LONGEST_CELL = 400
"""Characters: what holds more is laid out by the table, not listed in it."""
_LONGEST = 300_000
"""Characters of markup that beautifulsoup4 is given; longer tables are read as lexbor shows them."""
_MOST_SPANNED = 50


def is_data(table: LexborNode) -> bool:
    """Whether a table lists data: rows of several short cells, no table within."""
    # A selector sees beyond the element it is asked of: "table table" would find a nested table itself.
    if len(table.css("table")) > 1 or len(table.html or "") > _LONGEST:
        return False
    rows = table.css("tr")
    wide = [row for row in rows if len(_cells(row)) >= 2]
    if len(wide) < max(1, len(rows) // 2):
        return False
    return all(len(cell.text().strip()) <= LONGEST_CELL for row in wide for cell in _cells(row))


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in {"td", "th"}]


def table_lines(markup: str) -> list[str]:
    """The rows of a table's markup, cells parted by " | ", empty cells and rows left out."""
    soup = BeautifulSoup(markup, "html.parser")
    lines: list[str] = []
    pending: dict[int, tuple[int, str]] = {}
    for row in soup.find_all("tr"):
        texts: list[str] = []
        column = 0
        for cell in row.find_all(["td", "th"], recursive=False):
            while column in pending:
                column = _spanned(pending, column, texts)
            text = tidy(cell.get_text(" ")) if isinstance(cell, Tag) else ""
            texts.append(text)
            down = _span(cell, "rowspan")
            if down > 1:
                pending[column] = (down - 1, text)
            column += max(1, _span(cell, "colspan"))
        while column in pending:
            column = _spanned(pending, column, texts)
        if line := " | ".join(text for text in texts if text):
            lines.append(line)
    return lines


def _spanned(pending: dict[int, tuple[int, str]], column: int, texts: list[str]) -> int:
    left, text = pending.pop(column)
    texts.append(text)
    if left > 1:
        pending[column] = (left - 1, text)
    return column + 1


def _span(cell: object, name: str) -> int:
    value = cell.get(name) if isinstance(cell, Tag) else None
    return min(int(value), _MOST_SPANNED) if isinstance(value, str) and value[:4].isdecimal() else 1
