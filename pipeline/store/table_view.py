"""A table of one commit, or those of its rows and columns that were asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as pads

from pipeline.errors import UserError
from pipeline.store.lake_state import LakeState
from pipeline.store.schema import PARTITION_COLUMN, TABLES, Table

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


@dataclass(frozen=True, slots=True)
class TableView:
    """Rows and columns of a table; reads when it is turned into something."""

    table: Table
    state: LakeState = field(repr=False)
    _where: tuple[pc.Expression, ...] = field(default=(), repr=False)
    _columns: tuple[str, ...] | None = None

    def filter(self, expression: pc.Expression | None = None, /, **equal: Any) -> Self:
        """Only the rows where each named column has the value, or one of several, or is null for None.

        An Arrow expression serves for everything else:
        `.filter(pc.field("published") >= date(2021, 1, 1))`. `ValueError` for an unknown column.
        """
        self._check(equal)
        wanted = [_condition(column, value) for column, value in equal.items()]
        if expression is not None:
            wanted.append(expression)
        return replace(self, _where=(*self._where, *wanted))

    def select(self, *columns: str) -> Self:
        """Only these columns, in this order. `ValueError` for an unknown one."""
        self._check(columns)
        return replace(self, _columns=columns)

    @property
    def files(self) -> list[str]:
        """The files of this commit, for any reader: `pl.read_parquet(ds.notices.files)`."""
        return self.state.located(self.table.name)

    def _check(self, columns: Iterable[str]) -> None:
        known = self.table.schema.names
        for column in columns:
            if column not in known:
                raise ValueError(f"{self.table.name} has no column {column!r}; columns: {', '.join(known)}")

    def dataset(self) -> pads.Dataset:
        """As a `pyarrow.dataset.Dataset` of all rows and columns, for pyarrow's own tools."""
        store = self.state.store
        return pads.dataset(
            [store.locate(path) for path in self.state.files[self.table.name]],
            schema=self.table.schema.remove_metadata(),
            format="parquet",
            filesystem=store.filesystem,
            partitioning=pads.partitioning(pa.schema([(PARTITION_COLUMN, pa.string())]), flavor="hive"),
        )

    def _filter(self) -> pc.Expression | None:
        combined: pc.Expression | None = None
        for expression in self._where:
            combined = expression if combined is None else combined & expression
        return combined

    def __len__(self) -> int:
        """How many rows there are."""
        try:
            rows: int = self.dataset().count_rows(filter=self._filter())
        except FileNotFoundError as fault:
            raise _superseded(self.state) from fault
        return rows

    def to_arrow(self) -> pa.Table:
        """As a `pyarrow.Table`, ordered by partition."""
        columns = list(self._columns) if self._columns is not None else None
        try:
            return self.dataset().to_table(columns=columns, filter=self._filter())
        except FileNotFoundError as fault:
            raise _superseded(self.state) from fault
        except pa.ArrowInvalid as fault:
            raise UserError(f"{self.table.name} cannot be read (see `thidua verify`): {fault}") from fault

    def to_pandas(self) -> pd.DataFrame:
        """As a `pandas.DataFrame`: days are datetime64, counts nullable integers, text `str`."""
        return arrow_to_pandas(self.to_arrow())

    def to_polars(self) -> pl.DataFrame:
        """As a `polars.DataFrame`; needs the extra `thidua[polars]`."""
        try:
            import polars as pl  # noqa: PLC0415
        except ImportError:
            raise UserError("Polars is not installed: pip install 'thidua[polars]'") from None
        frame = pl.from_arrow(self.to_arrow())
        assert isinstance(frame, pl.DataFrame)
        return frame


@dataclass(frozen=True, slots=True)
class NoticesView(TableView):
    """Notices, which the rows of every other table can be joined to."""

    def with_rows_of(self, table: str, *columns: str, how: str = "inner") -> JoinedView:
        """Each row of `table` beside its notice (`inner`), or also notices without any (`left outer`).

        `columns` are those of the other table (default: all that `notices` does not have); one that both
        have is called `TABLE_COLUMN`.
        """
        if table not in TABLES or table == "notices":
            others = ", ".join(name for name in TABLES if name != "notices")
            raise ValueError(f"no table {table!r} to join; tables: {others}")
        other = TableView(TABLES[table], self.state)
        other._check(columns)
        return JoinedView(self, other, columns or None, how)

    def with_documents(self, *columns: str, how: str = "inner") -> JoinedView:
        """Notices and the documents that they cite: a row a document."""
        return self.with_rows_of("documents", *columns, how=how)

    def with_movements(self, *columns: str, how: str = "inner") -> JoinedView:
        """Notices and the movements that they name: a row a movement."""
        return self.with_rows_of("movements", *columns, how=how)

    def with_themes(self, *columns: str, how: str = "inner") -> JoinedView:
        """Notices and their themes: a row a theme."""
        return self.with_rows_of("themes", *columns, how=how)

    def with_periods(self, *columns: str, how: str = "inner") -> JoinedView:
        """Notices and when their campaigns run: a row a stretch."""
        return self.with_rows_of("periods", *columns, how=how)


_COMMON = ("notice_id", "published", "year", PARTITION_COLUMN)


@dataclass(frozen=True, slots=True)
class JoinedView:
    """Notices joined to the rows of another table."""

    notices: NoticesView
    other: TableView
    columns: tuple[str, ...] | None
    how: str

    def filter(self, expression: pc.Expression | None = None, /, **equal: Any) -> JoinedView:
        """Only such rows of the other table; filter notices before joining them."""
        return replace(self, other=self.other.filter(expression, **equal))

    def to_arrow(self) -> pa.Table:
        """As a `pyarrow.Table`: the notices' columns, then the other table's."""
        left = self.notices
        if left._columns is not None and "id" not in left._columns:
            left = left.select("id", *left._columns)
        notices = left.to_arrow()
        taken = self.columns or tuple(c for c in self.other.table.schema.names if c not in _COMMON)
        key = self.other.table.notice_key
        other = self.other.select(key, *(c for c in taken if c != key)).to_arrow()
        other = other.rename_columns(
            [c if c == key or c not in notices.column_names else f"{self.other.table.name}_{c}"
             for c in other.column_names]
        )  # fmt: skip
        return notices.join(other, keys="id", right_keys=key, join_type=self.how).sort_by("id")

    def to_pandas(self) -> pd.DataFrame:
        """As a `pandas.DataFrame`, with the types of `TableView.to_pandas`."""
        return arrow_to_pandas(self.to_arrow())

    def to_polars(self) -> pl.DataFrame:
        """As a `polars.DataFrame`."""
        import polars as pl  # noqa: PLC0415

        frame = pl.from_arrow(self.to_arrow())
        assert isinstance(frame, pl.DataFrame)
        return frame


def arrow_to_pandas(rows: pa.Table) -> pd.DataFrame:
    """Days as datetime64, counts as nullable integers, text as `str`."""
    import pandas as pd  # noqa: PLC0415

    integers = {pa.int16(): pd.Int16Dtype(), pa.int32(): pd.Int32Dtype(), pa.int64(): pd.Int64Dtype()}
    frame: pd.DataFrame = rows.to_pandas(date_as_object=False, types_mapper=integers.get)
    return frame


def _condition(column: str, value: Any) -> pc.Expression:
    if value is None:
        return pc.field(column).is_null()
    if isinstance(value, Collection) and not isinstance(value, str | bytes):
        return pc.field(column).isin(list(value))
    return pc.field(column) == value


def _superseded(state: LakeState) -> UserError:
    return UserError(
        f"{state.store.url} has moved on and the commit that was opened is no longer kept: open it again "
        "(`ds = ds.refresh()`)"
    )
