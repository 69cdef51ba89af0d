"""Extracted records as Arrow tables: nested (all there is), and a summary for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from parsers.notice import Notice

_TEXT = pa.string()


def _structs(*fields: tuple[str, pa.DataType]) -> pa.DataType:
    return pa.list_(pa.struct(list(fields)))


RECORD_SCHEMA = pa.schema(
    [
        *((name, _TEXT) for name in ("id", "url", "title", "published", "author", "province", "body")),
        ("documents", _structs(*((n, _TEXT) for n in ("number", "type", "issued", "issuer", "role")))),
        ("movements", _structs(*((n, _TEXT) for n in ("name", "kind", "period")))),
        ("themes", pa.list_(_TEXT)),
        ("periods", pa.list_(_TEXT)),
        ("occasions", _structs(("event", _TEXT), ("years", pa.int32()), ("from", _TEXT), ("on", _TEXT))),
        ("dates", pa.list_(_TEXT)),
        ("attachments", _structs(*((n, _TEXT) for n in ("url", "name", "type")))),
        (
            "mentions",
            _structs(
                *((n, _TEXT) for n in ("field", "value", "where")),
                ("start", pa.int32()),
                ("end", pa.int32()),
                ("text", _TEXT),
                ("confidence", pa.float64()),
            ),
        ),
        *((name, _TEXT) for name in ("section", "lead", "posted_at", "updated")),
        ("unsearched", pa.int32()),
    ]
)
"""The shape of `Notice.record()`: dates are EDTF strings there, and stay so."""


def nested_table(notices: Sequence[Notice]) -> pa.Table:
    """One row a notice, with lists of records inside."""
    return pa.Table.from_pylist([notice.record() for notice in notices], schema=RECORD_SCHEMA)


def summary_table(notices: Sequence[Notice]) -> pa.Table:
    """One row a notice, each list as text joined by `; `; all columns are strings."""
    rows = [
        {
            "id": n.id,
            "published": n.published,
            "province": n.province,
            "title": n.title,
            "documents": "; ".join(f"{d.number} ({d.issued})" if d.issued else d.number for d in n.documents),
            "movements": "; ".join(m.name for m in n.movements),
            "themes": "; ".join(n.themes),
            "periods": "; ".join(n.periods),
            "occasions": "; ".join(f"{o.event} ({o.years})" if o.years else o.event for o in n.occasions),
            "dates": "; ".join(n.dates),
        }
        for n in notices
    ]
    names = ("id", "published", "province", "title", "documents", "movements", "themes", "periods",
             "occasions", "dates")  # fmt: skip
    return pa.Table.from_pylist(rows, schema=pa.schema([(name, _TEXT) for name in names]))
