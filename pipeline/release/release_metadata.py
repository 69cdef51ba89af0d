"""A release described for programs: Frictionless Data Package v1 and Croissant 1.0 (MLCommons).

Both are made from the schema. A Parquet file holds no `province`: it stands in the folder's name, and
Croissant reads it from there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.store.schema import TABLES, Column, Table

_FRICTIONLESS = {
    "string": "string",
    "date": "date",
    "timestamp": "datetime",
    "int16": "integer",
    "int32": "integer",
    "int64": "integer",
    "float": "number",
}
_CROISSANT = {
    "string": "sc:Text",
    "date": "sc:Date",
    "timestamp": "sc:DateTime",
    "int16": "sc:Integer",
    "int32": "sc:Integer",
    "int64": "sc:Integer",
    "float": "sc:Float",
}
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataBiases": "cr:dataBiases",
    "dataCollection": "cr:dataCollection",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "personalSensitiveInformation": "cr:personalSensitiveInformation",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


@dataclass(frozen=True, slots=True)
class About:
    """What a release says of itself; `released` is a day (ISO 8601)."""

    name: str
    released: str
    title: str
    description: str
    creator: str
    url: str
    license: str | None

    @property
    def citation(self) -> str:
        """How to cite it."""
        return f"{self.creator} ({self.released[:4]}). {self.title}, release {self.name}. {self.url}"


@dataclass(frozen=True, slots=True)
class Released:
    """A file of the release: SHA-256 in hex, bytes, rows."""

    sha256: str
    size: int
    rows: int


def datapackage(about: About, files: Mapping[str, Released]) -> bytes:
    """`datapackage.json`: a resource a Parquet file, with hash, rows and the table's schema.

    No `bytes`: Frictionless counts none for Parquet and calls the difference an error.
    """
    resources = [
        {
            "name": path.removesuffix(".parquet").replace("/province=", "-").replace("/", "-"),
            "path": path,
            "scheme": "file",
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
            "hash": f"sha256:{file.sha256}",
            "rowcount": file.rows,
            "schema": _table_schema(TABLES[path.split("/")[0]]),
        }
        for path, file in sorted(files.items())
    ]
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": f"thidua-{about.name.lower()}",
        "title": about.title,
        "description": about.description,
        "version": about.name,
        "created": f"{about.released}T00:00:00Z",
        "homepage": about.url,
        "contributors": [{"title": about.creator, "role": "author"}],
        "resources": resources,
    }
    if about.license:
        package["licenses"] = [{"name": "license", "path": about.license}]
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _table_schema(table: Table) -> dict[str, Any]:
    return {"fields": [_table_field(column) for column in table.columns]}


def _table_field(column: Column) -> dict[str, Any]:
    rules: dict[str, Any] = {} if column.nullable else {"required": True}
    if column.allowed:
        rules["enum"] = list(column.allowed)
    if column.least is not None:
        rules["minimum"] = column.least if isinstance(column.least, int | float) else str(column.least)
    if column.most is not None:
        rules["maximum"] = column.most if isinstance(column.most, int | float) else str(column.most)
    field: dict[str, Any] = {
        "name": column.name,
        "type": _FRICTIONLESS[column.type],
        "title": column.vi,
        "description": f"{column.meaning}{f' ({column.unit})' if column.unit else ''}",
    }
    return field | ({"constraints": rules} if rules else {})


def croissant(about: About) -> bytes:
    """`croissant.json`: a file set and a record set a table."""
    whole: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "thidua",
        "description": about.description,
        "url": about.url,
        "version": _version(about.name),
        "datePublished": about.released,
        "creator": {"@type": "sc:Organization", "name": about.creator},
        "inLanguage": "vi",
        "citeAs": about.citation,
        "distribution": [_file_set(table) for table in TABLES.values()],
        "recordSet": [_record_set(table) for table in TABLES.values()],
    }
    if about.license:
        whole["license"] = about.license
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _version(name: str) -> str:
    """Croissant recommends `MAJOR.MINOR.PATCH`: a day becomes one."""
    parts = name.split("-")
    return ".".join(str(int(part)) for part in parts) if all(p.isdecimal() for p in parts) else name


def _file_set(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:FileSet",
        "@id": f"{table.name}-files",
        "name": f"{table.name}-files",
        "description": f"Files of the table {table.name}, a folder a province, a file a year.",
        "encodingFormat": "application/x-parquet",
        "includes": f"{table.name}/*/*.parquet",
    }


def _record_set(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.meaning,
        "field": [_field(table, column) for column in table.columns] + [_province(table)],
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.meaning,
        "dataType": _CROISSANT[column.type],
        "source": {"fileSet": {"@id": f"{table.name}-files"}, "extract": {"column": column.name}},
    }


def _province(table: Table) -> dict[str, Any]:
    province = table.all_columns[-1]
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{province.name}",
        "name": province.name,
        "description": province.meaning,
        "dataType": "sc:Text",
        "source": {
            "fileSet": {"@id": f"{table.name}-files"},
            "extract": {"fileProperty": "fullpath"},
            "transform": {"regex": ".*province=([^/]+)/.*"},
        },
    }
