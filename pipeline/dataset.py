"""The lake in Python: `Dataset("data/lake").documents.filter(province="bac-kan").to_pandas()`.

Filters and columns are pushed down: folders of other provinces are not opened, row groups that cannot match
are not read. pandas and Polars are imported only when asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as pads

from pipeline.errors import UserError
from pipeline.schema import PARTITION_COLUMN, TABLES, Table

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


def table_folders(root: str | Path) -> dict[str, Path]:
    """Table → folder of the lake at `root`; `UserError` where there is no lake."""
    folder = Path(root)
    folders = {name: folder / name for name in TABLES}
    if not any(path.is_dir() for path in folders.values()):
        raise UserError(
            f"no lake in {folder}: run `thidua nightly` or `thidua demo`, or name its folder (--data DIR)"
        )
    return folders


class Dataset:
    """The tables of a lake as attributes; their columns stand in the data dictionary.

    Raises `pipeline.errors.UserError` where `root` holds no lake.
    """

    notices: TableView
    documents: TableView
    movements: TableView
    themes: TableView
    periods: TableView
    occasions: TableView
    dates: TableView
    attachments: TableView

    def __init__(self, root: str | Path = "data/lake") -> None:
        self.root = Path(root)
        for name, folder in table_folders(root).items():
            setattr(self, name, TableView(TABLES[name], folder))

    def __getitem__(self, table: str) -> TableView:
        """A table by name; `KeyError` for an unknown one."""
        if table not in TABLES:
            raise KeyError(f"no table {table!r}; tables: {', '.join(TABLES)}")
        view: TableView = getattr(self, table)
        return view

    def sql(self, query: str) -> pa.Table:
        """The result of a DuckDB query over the tables (each a view); `UserError` where it is wrong."""
        from pipeline.query import run_query  # noqa: PLC0415  DuckDB costs a tenth of a second

        return run_query(self.root, query)

    def __repr__(self) -> str:
        return f"Dataset({str(self.root)!r})"


@dataclass(frozen=True, slots=True)
class TableView:
    """A table, or those of its rows and columns that were asked for; reads when it is turned into something.

    Every reading lists the files anew, so a view made before a nightly run shows what came in.
    """

    table: Table
    folder: Path
    _where: tuple[pc.Expression, ...] = field(default=(), repr=False)
    _columns: tuple[str, ...] | None = None

    def filter(self, expression: pc.Expression | None = None, /, **equal: Any) -> TableView:
        """Only the rows where each named column has the value, or one of several, or is null for None.

        An Arrow expression serves for everything else:
        `.filter(pc.field("published") >= date(2021, 1, 1))`. `ValueError` for an unknown column.
        """
        self._check(equal)
        wanted = [_condition(column, value) for column, value in equal.items()]
        if expression is not None:
            wanted.append(expression)
        return replace(self, _where=(*self._where, *wanted))

    def select(self, *columns: str) -> TableView:
        """Only these columns, in this order. `ValueError` for an unknown one."""
        self._check(columns)
        return replace(self, _columns=columns)

    def _check(self, columns: Iterable[str]) -> None:
        known = self.table.schema.names
        for column in columns:
            if column not in known:
                raise ValueError(f"{self.table.name} has no column {column!r}; columns: {', '.join(known)}")

    def _dataset(self) -> pads.Dataset:
        partitioning = pads.partitioning(pa.schema([(PARTITION_COLUMN, pa.string())]), flavor="hive")
        files = sorted(self.folder.glob("province=*/*.parquet"))
        return pads.dataset(
            [str(file) for file in files],
            schema=self.table.schema.remove_metadata(),
            format="parquet",
            partitioning=partitioning,
            partition_base_dir=str(self.folder),
        )

    def _filter(self) -> pc.Expression | None:
        combined: pc.Expression | None = None
        for expression in self._where:
            combined = expression if combined is None else combined & expression
        return combined

    def __len__(self) -> int:
        """How many rows there are."""
        rows: int = self._dataset().count_rows(filter=self._filter())
        return rows

    def to_arrow(self) -> pa.Table:
        """As a `pyarrow.Table`, ordered by partition."""
        columns = list(self._columns) if self._columns is not None else None
        return self._dataset().to_table(columns=columns, filter=self._filter())

    def to_pandas(self) -> pd.DataFrame:
        """As a `pandas.DataFrame`: days are datetime64, counts nullable integers, text `str`."""
        import pandas as pd  # noqa: PLC0415

        integers = {pa.int16(): pd.Int16Dtype(), pa.int32(): pd.Int32Dtype(), pa.int64(): pd.Int64Dtype()}
        frame: pd.DataFrame = self.to_arrow().to_pandas(date_as_object=False, types_mapper=integers.get)
        return frame

    def to_polars(self) -> pl.DataFrame:
        """As a `polars.DataFrame`; needs the extra `thidua[polars]`."""
        try:
            import polars as pl  # noqa: PLC0415
        except ImportError:
            raise UserError("Polars is not installed: pip install 'thidua[polars]'") from None
        frame = pl.from_arrow(self.to_arrow())
        assert isinstance(frame, pl.DataFrame)
        return frame


def _condition(column: str, value: Any) -> pc.Expression:
    if value is None:
        return pc.field(column).is_null()
    if isinstance(value, Collection) and not isinstance(value, str | bytes):
        return pc.field(column).isin(list(value))
    return pc.field(column) == value
