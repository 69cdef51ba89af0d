"""Ten questions that an analyst asks first, in thidua, DuckDB, pandas, Polars, and DuckDB over Delta Lake.

    python benchmarks/store_queries.py /tmp/lakes/100000

Each tool in a process of its own: seconds, those of the processor, and bytes that were read
(`/proc/self/io`, `rchar`, which does not count what is mapped into memory). Every tool must give the same
count. The files are warm in the page cache for all; the text index of thidua is made before the clock starts,
as it is kept between searches.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import delta_peer
from generated_notices import MOVEMENTS, notice

NUMBER = notice(7, "ha-noi", 2010).notice.documents[0].number
MOVEMENT = MOVEMENTS[1]
SQL = {
    "notices by province and month":
        "select count(*) from (select province, date_trunc('month', published) m from notices group by all)",
    "notices of one province and year":
        "select count(*) from notices where province = 'ha-noi' "
        "and published between '2024-01-01' and '2024-12-31'",
    "all documents of a number": f"select count(*) from documents where number = '{NUMBER}'",
    "a movement's series by year":
        "select count(*) from (select year, count(*) from movements "
        f"where name = '{MOVEMENT}' group by year)",
    "movements in most provinces":
        "select max(n) from (select count(distinct province) n from movements group by name)",
    "titles of a movement's notices":
        "select count(n.title) from notices n join movements m on m.notice_id = n.id "
        f"where m.name = '{MOVEMENT}' and m.province = 'ha-noi'",
    "one notice by id": "select count(*) from notices where id = '0000000000000000'",
    "newest twenty of a province":
        "select count(*) from (select title from notices where province = 'lai-chau' "
        "order by published desc limit 20)",
    "documents by kind and year":
        "select count(*) from (select type, year, count(*) from documents group by all)",
    "full text: a sentence's words": "select count(*) from notices where body like '%(tin 77,%'",
}  # fmt: skip


def thidua(root: str, name: str) -> Callable[[], int]:
    from pipeline.reading.search import _index_path, search
    from pipeline.reading.text_index import TextIndex
    from pipeline.store.dataset import Dataset
    from pipeline.store.lake_state import open_state

    if name.startswith("full text"):
        TextIndex(_index_path(open_state(root))).follow(open_state(root))  # made once, as users do
        return lambda: len(search(root, '"tin 77"', most=1000))
    if name.startswith("notices of one"):
        import datetime

        import pyarrow.compute as pc

        first, last = datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)
        days = (pc.field("published") >= first) & (pc.field("published") <= last)
        return lambda: len(Dataset(root).notices.filter(days, province="ha-noi"))
    if name.startswith("all documents"):
        return lambda: len(Dataset(root).documents.filter(number=NUMBER))
    return lambda: next(iter(Dataset(root).sql(SQL[name]).to_pylist()[0].values()))


def duckdb(root: str, name: str) -> Callable[[], int]:
    import duckdb as engine

    db = engine.connect()
    for table in delta_peer.FILLED:
        db.execute(
            f"create view {table} as select * from read_parquet('{root}/{table}/*/*.parquet', "
            "hive_partitioning=true, hive_types={'province': VARCHAR})"
        )
    return lambda: db.execute(SQL[name]).fetchone()[0]


def delta(root: str, name: str) -> Callable[[], int]:
    import duckdb as engine
    from deltalake import DeltaTable

    def ask() -> int:
        db = engine.connect()
        for table in delta_peer.FILLED:
            files = ", ".join(f"'{path}'" for path in DeltaTable(f"{root}.delta/{table}").file_uris())
            db.execute(
                f"create view {table} as select * from read_parquet([{files}], hive_partitioning=true, "
                "hive_types={'province': VARCHAR, 'year': INT})"
            )
        return db.execute(SQL[name]).fetchone()[0]

    return ask


def pandas(root: str, name: str) -> Callable[[], int]:
    import datetime

    import pandas as pd

    def read(table: str, columns: list[str], **more: object) -> pd.DataFrame:
        return pd.read_parquet(f"{root}/{table}", columns=columns, **more)

    def month() -> int:
        frame = read("notices", ["province", "published"])
        days = pd.to_datetime(frame["published"])
        return len(frame.groupby([frame["province"], days.dt.to_period("M")]).size())

    def titles() -> int:
        asked = [("province", "==", "ha-noi"), ("name", "==", MOVEMENT)]
        named = read("movements", ["notice_id"], filters=asked)
        notices = read("notices", ["id", "title"], filters=[("id", "in", list(named["notice_id"]))])
        return len(named.merge(notices, left_on="notice_id", right_on="id"))

    first, last = datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)
    one_year = [("province", "==", "ha-noi"), ("published", ">=", first), ("published", "<=", last)]
    asks: list[Callable[[], int]] = [
        month,
        lambda: len(read("notices", ["id"], filters=one_year)),
        lambda: len(read("documents", ["number"], filters=[("number", "==", NUMBER)])),
        lambda: len(read("movements", ["year"], filters=[("name", "==", MOVEMENT)]).groupby("year").size()),
        lambda: int(read("movements", ["name", "province"]).groupby("name")["province"].nunique().max()),
        titles,
        lambda: len(read("notices", ["id"], filters=[("id", "==", "0000000000000000")])),
        lambda: len(
            read("notices", ["title", "published"], filters=[("province", "==", "lai-chau")])
            .sort_values("published").tail(20)
        ),
        lambda: len(read("documents", ["type", "year"]).groupby(["type", "year"]).size()),
        lambda: int(read("notices", ["body"])["body"].str.contains("(tin 77,", regex=False).sum()),
    ]  # fmt: skip
    return asks[list(SQL).index(name)]


def polars(root: str, name: str) -> Callable[[], int]:
    import datetime

    import polars as pl

    def scan(table: str) -> pl.LazyFrame:
        return pl.scan_parquet(f"{root}/{table}", hive_schema={"province": pl.String})

    def n(frame: pl.LazyFrame) -> int:
        return int(frame.select(pl.len()).collect().item())

    day = pl.col("published")
    first, last = datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)
    mine = pl.col("name") == MOVEMENT
    asks: list[Callable[[], int]] = [
        lambda: n(scan("notices").group_by("province", day.dt.truncate("1mo")).agg(pl.len().alias("n"))),
        lambda: n(scan("notices").filter(pl.col("province") == "ha-noi", day >= first, day <= last)),
        lambda: n(scan("documents").filter(pl.col("number") == NUMBER)),
        lambda: n(scan("movements").filter(mine).group_by("year").agg(pl.len().alias("n"))),
        lambda: int(
            scan("movements").group_by("name").agg(pl.col("province").n_unique()).max().collect()["province"][0]
        ),
        lambda: n(
            scan("movements").filter(mine, pl.col("province") == "ha-noi")
            .join(scan("notices").select("id", "title"), left_on="notice_id", right_on="id")
        ),
        lambda: n(scan("notices").filter(pl.col("id") == "0000000000000000")),
        lambda: n(scan("notices").filter(pl.col("province") == "lai-chau").sort("published").tail(20)),
        lambda: n(scan("documents").group_by("type", "year").agg(pl.len().alias("n"))),
        lambda: n(scan("notices").filter(pl.col("body").str.contains("(tin 77,", literal=True))),
    ]  # fmt: skip
    return asks[list(SQL).index(name)]


TOOLS = {"thidua": thidua, "duckdb": duckdb, "pandas": pandas, "polars": polars, "delta": delta}


def read_bytes() -> int:
    for line in Path("/proc/self/io").read_text().splitlines():
        if line.startswith("rchar"):
            return int(line.split()[1])
    return 0


def ask_all(tool: str, root: str) -> None:
    for name in SQL:
        question = TOOLS[tool](root, name)
        before, begun, used = read_bytes(), time.monotonic(), time.process_time()
        answer = question()
        seconds, cpu = time.monotonic() - begun, time.process_time() - used
        print(answer, seconds, cpu, read_bytes() - before, flush=True)


def main() -> None:
    if len(sys.argv) == 3:
        ask_all(*sys.argv[1:])
        return
    root = sys.argv[1]
    delta_root = Path(f"{root}.delta")
    if not delta_root.exists():
        with tempfile.TemporaryDirectory(dir=delta_root.parent) as folder:
            delta_peer.make_delta(Path(root), Path(folder) / "delta")
            (Path(folder) / "delta").rename(delta_root)
    found = {}
    for tool in TOOLS:
        ran = subprocess.run(
            [sys.executable, __file__, tool, root], capture_output=True, text=True, check=False
        )
        if ran.returncode:
            raise SystemExit(f"{tool}: {ran.stderr.strip()}")
        found[tool] = [line.split() for line in ran.stdout.splitlines()]
    print(f"{'seconds, CPU seconds, MB read':<34}" + "".join(f"{tool:>18}" for tool in TOOLS))
    for n, name in enumerate(SQL):
        cells = [
            f"{float(found[t][n][1]):.2f} {float(found[t][n][2]):.2f} {int(found[t][n][3]) / 1e6:.1f}"
            for t in TOOLS
        ]
        print(f"{name:<34}" + "".join(f"{cell:>18}" for cell in cells))
        answers = {found[tool][n][0] for tool in TOOLS}
        if len(answers) != 1:
            print(f"  NOT THE SAME: {answers}")


if __name__ == "__main__":
    main()
