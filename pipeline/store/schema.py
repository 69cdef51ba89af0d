"""Every table and column of the lake: the one place that names them, from which all else is made.

The Arrow schemas and the data dictionary (`thidua dictionary`) are generated from `TABLES`. A table is a
folder `TABLE/province=SLUG/YEAR.parquet`; `province` is the only hive key, so that no reader guesses a type
for a year, and it comes last in every reader. An unknown province is the plain string `none`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache

import pyarrow as pa

from parsers.notice import Kind, Role

SCHEMA_VERSION = 3
"""1: folders without a manifest. 2: the same columns, with manifest and history (see `migrate`). 3: notices
have `unsearched`, `lead`, `section`, `posted_at` and `updated`; attachments their copies.
"""
PARTITION_COLUMN = "province"

TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us", "UTC"),
    "int16": pa.int16(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "float": pa.float64(),
}
_ROLES: tuple[Role, ...] = ("subject", "award", "basis", "mention")
_KINDS: tuple[Kind, ...] = ("phong trào", "đợt thi đua", "cuộc vận động", "chiến dịch")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `type` is a key of `TYPES`, `vi` its Vietnamese term, `unit` what its values follow.

    The rest are rules that every row is held to when it is written (`checks`): the values that are
    `allowed`, the `least` and the `most`, and whether a text is `edtf`.
    """

    name: str
    type: str
    vi: str
    meaning: str
    unit: str = ""
    nullable: bool = True
    allowed: tuple[str, ...] = ()
    least: float | date | None = None
    most: float | date | None = None
    edtf: bool = False

    @property
    def rule(self) -> str:
        """The rules in words; empty where there are none beside type and null."""
        parts = [" \\| ".join(f"`{value}`" for value in self.allowed)] if self.allowed else []
        if self.least is not None:
            parts.append(f"≥ {self.least}")
        if self.most is not None:
            parts.append(f"≤ {self.most}")
        return ", ".join(parts + (["EDTF"] if self.edtf else []))


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `columns` are those of its files, `key` what tells its rows apart and orders them."""

    name: str
    vi: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def notice_key(self) -> str:
        """The column that names the notice."""
        return "id" if self.name == "notices" else "notice_id"

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """The columns as readers see them, the partition column last."""
        return (*self.columns, PROVINCE)

    @property
    def file_schema(self) -> pa.Schema:
        """The schema of a file."""
        return _file_schema(self)

    @property
    def schema(self) -> pa.Schema:
        """The schema of the folder: that of a file and the partition column."""
        return _schema(self)


PROVINCE = Column(
    PARTITION_COLUMN,
    "string",
    "tỉnh, thành phố",
    "Province that the notice is about or from, as named on its date; `none` where nothing tells. "
    "The partition key: it stands in the folder's name.",
    "slug of data/reference/provinces.csv",
    nullable=False,
)
_EARLIEST, _LATEST = date(1945, 9, 2), date(2100, 12, 31)
"""No notice of the present state is older; a later date is a misread number."""
_YEAR = Column(
    "year", "int16", "năm đăng", "Year of publication of the notice; null where unknown.", "year",
    least=_EARLIEST.year, most=_LATEST.year,
)  # fmt: skip
_PUBLISHED = Column(
    "published", "date", "ngày đăng", "Date that the page gives as its posting or update date.", "day",
    least=_EARLIEST, most=_LATEST,
)  # fmt: skip


def _days(name: str, vi: str, what: str) -> tuple[Column, Column, Column]:
    return (
        Column(
            name, "string", vi, f"{what}; null where the page gives none.", "EDTF (ISO 8601-2)", edtf=True
        ),
        Column(f"{name}_first", "date", f"{vi}: ngày đầu", f"First day that `{name}` covers.", "day"),
        Column(f"{name}_last", "date", f"{vi}: ngày cuối", f"Last day that `{name}` covers.", "day"),
    )  # fmt: skip


def _extracted(name: str, vi: str, meaning: str, *value: Column) -> Table:
    columns = (
        Column("notice_id", "string", "mã tin", "The notice: `notices.id`.", nullable=False),
        *value,
        Column("field", "string", "vị trí", "Where it was found.", nullable=False, allowed=("title", "body")),
        Column("start", "int32", "từ ký tự", "Where its passage starts in that field.", "characters", False,
               least=0),
        Column("end", "int32", "đến ký tự", "Where its passage ends (exclusive).", "characters", False,
               least=1),
        Column("text", "string", "nguyên văn", "The passage, word for word.", nullable=False),
        Column("confidence", "float", "độ tin cậy", "How sure the extractor is.", "probability", False,
               least=0, most=1),
        Column("mentions", "int32", "số lần nhắc", "How many passages give this value.", "passages", False,
               least=1),
        _PUBLISHED,
        _YEAR,
    )  # fmt: skip
    return Table(name, vi, f"{meaning} {_ONE_ROW}", columns, ("notice_id", "field", "start", value[0].name))


_ONE_ROW = "One row a distinct value in a notice, with its first passage (title before body)."

NOTICES = Table(
    "notices",
    "tin, bài",
    "Web pages and texts of authorities and newspapers, one row each.",
    (
        Column("id", "string", "mã tin", "Made from the canonical URL; never changes.", nullable=False),
        Column("url", "string", "địa chỉ", "Canonical URL of the page."),
        Column("site", "string", "trang", "Site that it was crawled from.", "id of a site file", False),
        Column("platform", "string", "nền tảng", "CMS family of the site."),
        Column("agency", "string", "cơ quan", "Body that runs the site."),
        Column("title", "string", "tiêu đề", "Headline as displayed."),
        _PUBLISHED,
        _YEAR,
        Column("posted_at", "timestamp", "giờ đăng", "`published` with the hour, where the page shows it.",
               "UTC"),
        Column("updated", "date", "ngày cập nhật", "Day of a later change that the page tells.", "day"),
        Column("author", "string", "tác giả", "Byline as printed."),
        Column("section", "string", "chuyên mục", "Rubric that the page stands in."),
        Column("lead", "string", "sapo", "Paragraph of the body that opens it apart."),
        Column("body", "string", "nội dung", "Text without menus and noise; paragraphs split by line breaks.",
               nullable=False),
        Column("unsearched", "int32", "số ký tự chưa đọc", "Characters at the end of a very long body "
               "in which nothing was looked for; nearly always 0.", "characters", False),
        Column("fetched_at", "timestamp", "thời điểm tải", "When this content was first fetched: the date of "
               "its WARC record, never that of the run.", "UTC"),
        Column("archive_file", "string", "tệp lưu trữ", "WARC file that holds it.", "path in the archive"),
        Column("archive_offset", "int64", "vị trí lưu trữ", "Where its record starts there.", "bytes",
               least=0),
        Column("content_hash", "string", "mã băm nội dung", "Digest of what the page says.", nullable=False),
        Column("extractor_version", "string", "phiên bản bộ trích xuất",
               "Version of the extractor that made the record.", nullable=False),
    ),
    ("published", "id"),
)  # fmt: skip
DOCUMENTS = _extracted(
    "documents",
    "văn bản",
    "Official documents cited with a number.",
    Column("number", "string", "số, ký hiệu", "As printed, blanks removed: `545/KH-UBND`.", nullable=False),
    Column("type", "string", "loại văn bản", "Type in words; null where neither page nor code tells."),
    *_days("issued", "ngày ban hành", "Date of issue"),
    Column("issuer", "string", "cơ quan ban hành", "Issuing body; null where neither page nor code tells."),
    Column("role", "string", "vai trò", "What the notice does with the document.", nullable=False,
           allowed=_ROLES),
)  # fmt: skip
MOVEMENTS = _extracted(
    "movements",
    "phong trào thi đua",
    "Emulation movements, drives and mass campaigns with a name of their own.",
    Column("name", "string", "tên", "The name alone, as printed.", nullable=False),
    Column("kind", "string", "loại", "What it is called.", nullable=False, allowed=_KINDS),
    *_days("period", "thời gian", "Stretch that the page gives the movement"),
)
THEMES = _extracted(
    "themes",
    "chủ đề",
    "Themes of campaigns, plans, years, months and events.",
    Column("theme", "string", "chủ đề", "The wording, without quotes.", nullable=False),
)
PERIODS = _extracted(
    "periods",
    "thời gian thực hiện",
    "When the campaigns or plans that a notice is about run.",
    *_days("period", "thời gian", "The stretch"),
)
OCCASIONS = _extracted(
    "occasions",
    "dịp kỷ niệm",
    "Anniversaries that a notice marks.",
    Column("event", "string", "sự kiện", "What is commemorated, as printed.", nullable=False),
    Column("years", "int32", "số năm", "The count of years.", "years", least=0, most=10_000),
    *_days("origin", "ngày gốc", "Founding date"),
    *_days("anniversary", "ngày kỷ niệm", "Date of the anniversary"),
)
DATES = _extracted(
    "dates",
    "ngày tháng",
    "Calendar expressions of title and body.",
    *_days("date", "ngày tháng", "The expression"),
)
ATTACHMENTS = Table(
    "attachments",
    "tệp đính kèm",
    "Files that a page offers, in its order.",
    (
        Column("notice_id", "string", "mã tin", "The notice: `notices.id`.", nullable=False),
        Column("position", "int32", "thứ tự", "Place in the page's list, from 1.", "files", False, least=1),
        Column("url", "string", "địa chỉ", "Address of the file.", nullable=False),
        Column("name", "string", "tên", "Name that the page shows."),
        Column(
            "type", "string", "loại tệp", "Extension in lower case, told by the bytes where there is a copy."
        ),
        Column(
            "size", "int64", "dung lượng", "Size of the copy; null where there is none.", "bytes", least=0
        ),
        Column("sha256", "string", "mã băm", "SHA-256 of the copy.", "hex"),
        Column("fetched_at", "timestamp", "thời điểm tải", "When the copy was fetched.", "UTC"),
        Column("archive_file", "string", "tệp lưu trữ", "WARC file that holds it.", "path in the archive"),
        Column(
            "archive_offset", "int64", "vị trí lưu trữ", "Where its record starts there.", "bytes", least=0
        ),
        _PUBLISHED,
        _YEAR,
    ),
    ("notice_id", "position"),
)
TABLES: dict[str, Table] = {
    table.name: table
    for table in (NOTICES, DOCUMENTS, MOVEMENTS, THEMES, PERIODS, OCCASIONS, DATES, ATTACHMENTS)
}

_PANDAS_TYPES = {
    "string": ("unicode", "str"),
    "date": ("date", "object"),
    "timestamp": ("datetimetz", "datetime64[us, UTC]"),
    "int16": ("int16", "Int16"),
    "int32": ("int32", "Int32"),
    "int64": ("int64", "Int64"),
    "float": ("float64", "float64"),
}


def _pandas_metadata(table: Table) -> bytes:
    """What `pd.read_parquet` heeds: nullable integers stay integers, the partition column is a string.

    pyarrow hands hive keys to pandas as categories, unless the stored metadata name an Arrow string type.
    """
    columns = []
    for column in table.all_columns:
        kind, numpy = _PANDAS_TYPES[column.type]
        if column is PROVINCE:
            numpy = "large_string[pyarrow]"
        extra = {"timezone": "UTC"} if column.type == "timestamp" else None
        columns.append(
            {"name": column.name, "field_name": column.name, "pandas_type": kind, "numpy_type": numpy,
             "metadata": extra}
        )  # fmt: skip
    return json.dumps(
        {"index_columns": [], "column_indexes": [], "columns": columns, "pandas_version": "2.2.0"}
    ).encode()


@cache
def _file_schema(table: Table) -> pa.Schema:
    fields = [pa.field(c.name, TYPES[c.type], c.nullable) for c in table.columns]
    version = str(SCHEMA_VERSION).encode()
    return pa.schema(fields, {b"pandas": _pandas_metadata(table), b"thidua.schema_version": version})


@cache
def _schema(table: Table) -> pa.Schema:
    field = pa.field(PROVINCE.name, TYPES[PROVINCE.type], PROVINCE.nullable)
    return table.file_schema.append(field)
