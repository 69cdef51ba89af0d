"""The lake in Python: `Dataset("data/lake").documents.filter(province="bac-kan").to_pandas()`.

Filters and columns are pushed down: files of other provinces are not opened, row groups that cannot match
are not read. A `Dataset` shows one commit over all tables, whatever is written meanwhile; `refresh()` gives
the newest. pandas and Polars are imported only when asked for.
"""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from pipeline.store.history import read_history
from pipeline.store.lake_state import LakeState, open_state
from pipeline.store.schema import TABLES
from pipeline.store.table_view import NoticesView, TableView


class Dataset:
    """The tables of a lake (a folder, or `s3://bucket/path`) or of a snapshot as attributes; their columns
    stand in the data dictionary.

    Raises `pipeline.errors.UserError` where `root` holds no lake.
    """

    notices: NoticesView
    documents: TableView
    movements: TableView
    themes: TableView
    periods: TableView
    occasions: TableView
    dates: TableView
    attachments: TableView

    def __init__(self, root: str | Path = "data/lake") -> None:
        self.root = root
        self._show(open_state(root))

    def _show(self, state: LakeState) -> None:
        self.state = state
        for name, table in TABLES.items():
            view = NoticesView if name == "notices" else TableView
            setattr(self, name, view(table, state))

    def refresh(self) -> Dataset:
        """The same lake as of its last commit."""
        return Dataset(self.root)

    @property
    def commit(self) -> int | None:
        """The number of the commit that is shown; None for a snapshot and for a lake of version 1."""
        return self.state.manifest.commit if self.state.manifest else None

    def __getitem__(self, table: str) -> TableView:
        """A table by name; `KeyError` for an unknown one."""
        if table not in TABLES:
            raise KeyError(f"no table {table!r}; tables: {', '.join(TABLES)}")
        view: TableView = getattr(self, table)
        return view

    def sql(self, query: str) -> pa.Table:
        """The result of a DuckDB query over the tables (each a view); `UserError` where it is wrong."""
        from pipeline.reading.query import run_query  # noqa: PLC0415  DuckDB costs a tenth of a second

        return run_query(self.state, query)

    def history(self) -> pa.Table:
        """Former versions of notices that changed or went: the columns of `notices`, `commit`, `outcome`."""
        if self.state.manifest is None:
            return pa.table({})
        return read_history(self.state.store, self.state.manifest)

    def __repr__(self) -> str:
        return f"Dataset({str(self.root)!r})"
