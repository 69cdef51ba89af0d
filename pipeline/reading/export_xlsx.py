"""Tables as an Excel workbook: every text is written as a text, never as a formula, a number or a link."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, BinaryIO

from pipeline.errors import UserError
from pipeline.reading.export import batches, names
from pipeline.store.table_view import TableView

_ROWS, _CELL = 1_048_576, 32_767
"""Most rows of a sheet and characters of a cell (Microsoft, "Excel specifications and limits")."""
_FIRST_YEAR = 1900
"""Excel's calendar begins here; an earlier day can only be a text."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_xlsx(views: Iterable[TableView], file: BinaryIO) -> dict[str, int]:
    """A sheet a table; `TABLE.column` → how many texts were longer than a cell may be and were cut.

    `UserError` where a table has more rows than a sheet. Characters that XML cannot hold become "\ufffd".
    """
    try:
        import xlsxwriter  # noqa: PLC0415
    except ImportError:
        raise UserError("XLSX needs one more package: pip install 'thidua[xlsx]'") from None
    cut: Counter[str] = Counter()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False, "remove_timezone": True}  # fmt: skip
    with xlsxwriter.Workbook(file, options) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        bold = book.add_format({"bold": True})
        for view in views:
            table, count = view.table.name, len(view)
            if count >= _ROWS:
                raise UserError(
                    f"{table} has {count:,} rows, a sheet holds {_ROWS - 1:,}: choose fewer "
                    "(--province, --since) or another format"
                )
            sheet = book.add_worksheet(table)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, names(view), bold)
            rows = (row for batch in batches(view) for row in batch)
            for n, row in enumerate(rows, 1):
                for column, (title, value) in enumerate(row.items()):
                    if isinstance(value, str) and len(value) > _CELL:
                        cut[f"{table}.{title}"] += 1
                    _write(sheet, (n, column), value, day, moment)
    return dict(cut)


def _write(sheet: Any, cell: tuple[int, int], value: Any, day: Any, moment: Any) -> None:
    if isinstance(value, date) and value.year < _FIRST_YEAR:
        value = value.isoformat()
    if isinstance(value, str):
        text = _NOT_IN_XML.sub("\ufffd", value)
        sheet.write_string(*cell, text if len(text) <= _CELL else f"{text[: _CELL - 1]}…")
    elif isinstance(value, date):
        sheet.write_datetime(*cell, value, moment if isinstance(value, datetime) else day)
    elif value is not None:
        sheet.write_number(*cell, value)
