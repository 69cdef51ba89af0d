from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as pads
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline
from pipeline.errors import UserError
from pipeline.store.dataset import Dataset
from pipeline.store.lake import Lake
from pipeline.store.rows import rows_of
from pipeline.store.schema import TABLES
from pipeline.store.store import LakeBusyError, LocalStore
from pipeline.store.stored import Partition
from tests.pipeline.stored_notices import stored

HERE = Path(__file__).resolve()


@pytest.fixture
def root(tmp_path):
    return tmp_path / "lake"


def files_of(root):
    """Path → inode, mtime and bytes of every file in the tables' folders."""
    found = {}
    for name in TABLES:
        for path in sorted((root / name).rglob("*")):
            if path.is_file():
                stat = path.stat()
                found[path.relative_to(root).as_posix()] = (stat.st_ino, stat.st_mtime_ns, path.read_bytes())
    return found


def contents(root):
    """Table → its rows in the order of their keys, as plain Python values."""
    return {
        name: sorted((tuple(row.items()) for row in Dataset(root)[name].to_arrow().to_pylist()), key=repr)
        for name in TABLES
    }


def expected(notices):
    rows = {name: [] for name in TABLES}
    for one in notices:
        for name, some in rows_of(one).items():
            order = TABLES[name].schema.names
            for row in some:
                whole = row | {"province": one.partition.province}
                rows[name].append(tuple((column, whole[column]) for column in order))
    return {name: sorted(some, key=repr) for name, some in rows.items()}


def plain(rows):
    """Rows of any reader as a sorted list of tuples of plain values."""
    return sorted(
        (tuple(None if v is None or v is pd.NA or v != v or v is pd.NaT else v for v in row) for row in rows),
        key=repr,
    )


def test_upsert_stores_every_row(root):
    notices = [stored(n) for n in range(40)]
    report = Lake(root).upsert(notices)
    assert report.new == tuple(n.notice.id for n in notices)
    assert (report.changed, report.unchanged, report.removed) == ((), (), ())
    assert contents(root) == expected(notices)


def test_files_lie_in_hive_partitions_and_nothing_else_does(root):
    Lake(root).upsert([stored(0), stored(1), stored(4)])
    assert sorted(
        path.removeprefix("notices/") for path in files_of(root) if path.startswith("notices/")
    ) == [
        "province=bac-kan/2010.parquet",
        "province=lai-chau/2011.parquet",
        "province=lai-chau/none.parquet",
        "province=none/none.parquet",
    ]
    assert all(path.endswith(".parquet") for path in files_of(root))


def test_the_same_again_rewrites_nothing(root):
    notices = [stored(n) for n in range(20)]
    Lake(root).upsert(notices)
    before = files_of(root)
    report = Lake(root).upsert(notices)
    assert report.unchanged == tuple(n.notice.id for n in notices)
    assert report.files == ()
    assert files_of(root) == before


def test_a_later_capture_of_the_same_notice_changes_nothing(root):
    from dataclasses import replace

    Lake(root).upsert([stored(3)])
    before = files_of(root)
    again = replace(stored(3), archive_file="2025/portal.warc.gz", archive_offset=7)
    assert Lake(root).upsert([again]).unchanged == ("id00003",)
    assert files_of(root) == before


def test_a_change_rewrites_the_touched_files_alone(root):
    Lake(root).upsert([stored(n) for n in range(40)])
    before = files_of(root)
    changed = stored(7, title="Kế hoạch số 7/KH-UBND (sửa đổi)")
    report = Lake(root).upsert([changed, stored(8)])
    assert (report.changed, report.unchanged) == (("id00007",), ("id00008",))
    after = files_of(root)
    assert {path for path in after if after[path] != before[path]} == set(report.files)
    assert report.files == (f"notices/{changed.partition.path}",)


def test_a_new_notice_touches_its_partition_only(root):
    Lake(root).upsert([stored(n) for n in range(10)])
    before = files_of(root)
    report = Lake(root).upsert([stored(99, province="ha-noi")])
    after = files_of(root)
    assert {path: state for path, state in after.items() if path in before} == before
    assert all("province=ha-noi/" in path for path in report.files)


def test_a_notice_that_moves_leaves_its_old_partition(root):
    notices = [stored(n) for n in range(12)]
    Lake(root).upsert(notices)
    moved = stored(5, province="ha-noi", published="2022-03-01")
    report = Lake(root).upsert([moved])
    assert report.moved == report.changed == ("id00005",)
    assert report.new == ()
    assert contents(root) == expected([*notices[:5], moved, *notices[6:]])


def test_remove_takes_all_rows_out(root):
    notices = [stored(n) for n in range(12)]
    Lake(root).upsert(notices)
    report = Lake(root).remove(["id00002", "id00011", "unknown"])
    assert report.removed == ("id00002", "id00011")
    assert contents(root) == expected(n for n in notices if n.notice.id not in report.removed)
    assert Lake(root).remove(["id00002"]).removed == ()


def test_a_file_that_loses_all_rows_stays_readable(root):
    """A reader that has just listed the folder must not meet a missing file."""
    Lake(root).upsert([stored(3)])
    before = set(files_of(root))
    Lake(root).remove(["id00003"])
    assert set(files_of(root)) == before
    assert all(len(rows) == 0 for rows in contents(root).values())


def test_of_several_with_one_id_the_last_counts(root):
    Lake(root).upsert([stored(1), stored(1, title="Kế hoạch số 1/KH-UBND, bản hai")])
    assert Dataset(root).notices.to_arrow()["title"].to_pylist() == ["Kế hoạch số 1/KH-UBND, bản hai"]


def test_files_do_not_depend_on_the_order_of_upserts(tmp_path):
    notices = [stored(n) for n in range(20)]
    Lake(tmp_path / "a").upsert(notices)
    for n in reversed(notices):
        Lake(tmp_path / "b").upsert([n])
    one, other = files_of(tmp_path / "a"), files_of(tmp_path / "b")
    assert {path: state[2] for path, state in one.items()} == {
        path: state[2] for path, state in other.items()
    }


@pytest.mark.parametrize(("province", "year"), [("../x", "2021"), ("2021", "2021"), ("", "2021"), ("a", "x")])
def test_a_partition_is_named_by_a_slug(province, year):
    with pytest.raises(ValueError, match="no partition"):
        Partition(province, year)


def test_a_lost_or_broken_index_is_made_again(root):
    Lake(root).upsert([stored(5)])
    index = root / "_lake" / "index.sqlite"
    for damage in (index.unlink, lambda: index.write_bytes(b"no database" * 500)):
        damage()
        province = "ha-noi" if index.exists() else "ha-giang"
        assert Lake(root).upsert([stored(5, province=province)]).moved == ("id00005",)
        assert Dataset(root).notices.to_arrow()["province"].to_pylist() == [province]


def test_a_second_writer_is_refused(root):
    lake = Lake(root)
    lake.upsert([stored(1)])
    with lake._writing(), pytest.raises(LakeBusyError, match="another process is writing"):
        Lake(root).upsert([stored(2)])


ACTIONS = st.lists(
    st.tuples(
        st.booleans(),
        st.lists(
            st.tuples(st.integers(0, 8), st.sampled_from(["bac-kan", "ha-noi", None]), st.booleans()),
            max_size=5,
        ),
    ),
    max_size=5,
)


@settings(max_examples=15, deadline=None)
@given(ACTIONS)
def test_the_lake_holds_what_a_dictionary_would(tmp_path_factory, actions):
    root = tmp_path_factory.mktemp("lake")
    lake, model = Lake(root), {}
    lake.upsert([])
    for removing, items in actions:
        if removing:
            ids = [f"id{n:05}" for n, _, _ in items]
            assert set(lake.remove(ids).removed) == model.keys() & set(ids)
            model = {key: one for key, one in model.items() if key not in ids}
        else:
            batch = {
                f"id{n:05}": stored(n, province=province, published="2021-01-05" if dated else None)
                for n, province, dated in items
            }
            report = lake.upsert(batch.values())
            assert set(report.new) == batch.keys() - model.keys()
            assert set(report.unchanged) == {key for key in batch if model.get(key) == batch[key]}
            model |= batch
        assert contents(root) == expected(model.values())


def test_every_reader_sees_the_same_rows_and_types(root):
    notices = [stored(n) for n in range(60)]
    Lake(root).upsert(notices)
    for name, table in TABLES.items():
        folder, names = root / name, table.schema.names
        want = sorted((tuple(v for _, v in row) for row in expected(notices)[name]), key=repr)
        frame = pd.read_parquet(folder)
        assert list(frame.columns) == names
        for column in table.columns:
            if column.type == "timestamp":
                frame[column.name] = frame[column.name].astype(object)
        assert plain(frame.astype(object).itertuples(index=False, name=None)) == want
        polars = pl.read_parquet(folder)
        assert polars.columns == names
        assert plain(polars.iter_rows()) == want
        files = str(folder / "*" / "*.parquet")
        with duckdb.connect() as db:
            db.execute("set timezone = 'UTC'")
            found = db.execute(f"select * from read_parquet('{files}')")
            assert [column[0] for column in found.description] == names
            assert plain(found.fetchall()) == want
        arrow = pads.dataset(folder, partitioning="hive").to_table()
        assert arrow.schema.names == names
        assert plain(tuple(row.values()) for row in arrow.to_pylist()) == want
        assert plain(tuple(row.values()) for row in pq.read_table(folder).to_pylist()) == want


def test_no_reader_is_surprised_by_types(root):
    Lake(root).upsert([stored(n) for n in range(60)])
    frame = pd.read_parquet(root / "occasions")
    assert pd.api.types.is_string_dtype(frame["province"].dtype)
    assert pd.api.types.is_string_dtype(frame["event"].dtype)
    assert str(frame["years"].dtype) == "Int32"
    assert str(frame["year"].dtype) == "Int16"
    assert isinstance(frame["origin_first"].dropna().iloc[0], date)
    schema = pl.read_parquet(root / "occasions").schema
    assert schema["province"] == pl.String
    assert schema["origin_first"] == pl.Date
    assert list(pd.read_parquet(root / "occasions", columns=["event"]).columns) == ["event"]
    chosen = pd.read_parquet(root / "occasions", filters=[("province", "==", "bac-kan")])
    assert set(chosen["province"]) == {"bac-kan"}


def test_tables_without_rows_can_be_read_by_all(root):
    Lake(root).upsert([])
    for name, table in TABLES.items():
        assert list(pd.read_parquet(root / name).columns) == table.schema.names
        assert pl.read_parquet(root / name).height == 0
        assert len(Dataset(root)[name]) == 0


def test_dataset_filters_and_selects(root):
    Lake(root).upsert([stored(n) for n in range(30)])
    ds = pipeline.Dataset(root)
    assert set(ds.documents.filter(province="bac-kan").to_arrow()["province"].to_pylist()) == {"bac-kan"}
    assert len(ds.notices.filter(province=["bac-kan", "none"])) == 20
    assert len(ds.notices.filter(published=None)) == 6
    late = ds.notices.filter(pc.field("published") >= date(2012, 1, 1), province="lai-chau")
    assert min(late.to_arrow()["published"].to_pylist()) >= date(2012, 1, 1)
    assert ds.documents.select("number", "province").to_polars().columns == ["number", "province"]
    with pytest.raises(ValueError, match="documents has no column 'nummer'; columns: notice_id, number"):
        ds.documents.filter(nummer="1")
    with pytest.raises(KeyError, match="no table 'docs'"):
        ds["docs"]
    assert ds.sql("select count(*) n from notices").to_pylist() == [{"n": 30}]


def test_dataset_reads_only_the_folders_it_needs(root):
    Lake(root).upsert([stored(n) for n in range(12)])
    for file in (root / "_lake/files/notices/province=lai-chau").iterdir():
        file.write_bytes(b"not to be opened")
    assert len(Dataset(root).notices.filter(province="bac-kan").to_arrow()) == 4


def test_pandas_frame_has_days_and_whole_numbers(root):
    Lake(root).upsert([stored(n) for n in range(30)])
    frame = Dataset(root).occasions.to_pandas()
    assert frame["published"].dt.year.max() == 2013
    assert str(frame["years"].dtype) == "Int32"
    assert str(frame["province"].dtype) in ("str", "object")


def test_no_lake_says_what_to_do(tmp_path):
    with pytest.raises(UserError, match=r"no lake in .*: run `thidua nightly`"):
        Dataset(tmp_path / "nowhere")


@pytest.mark.parametrize("after", range(0, 12, 3))
def test_a_crash_between_two_renames_is_completed(root, monkeypatch, after):
    notices = [stored(n) for n in range(12)]
    Lake(root).upsert(notices)
    moved = [stored(n, province="ha-noi") for n in range(12)]
    calls, real = [], LocalStore.show

    def failing(self, source, path):
        if len(calls) == after:
            raise KeyboardInterrupt
        calls.append(path)
        return real(self, source, path)

    monkeypatch.setattr(LocalStore, "show", failing)
    with pytest.raises(KeyboardInterrupt):
        Lake(root).upsert(moved)
    monkeypatch.undo()
    assert Lake(root).recover()
    assert contents(root) == expected(moved)
    assert Lake(root).upsert(moved).files == ()


def test_dask_sees_the_same_rows_and_types(root):
    import dask.dataframe as dd

    notices = [stored(n) for n in range(60)]
    Lake(root).upsert(notices)
    # Dask makes hive keys categories unless it is told their type; all else comes as it is.
    hive = {"partitioning": {"flavor": "hive", "schema": pa.schema([("province", pa.string())])}}
    frame = dd.read_parquet(root / "occasions", dataset=hive).compute(scheduler="synchronous")
    assert list(frame.columns) == TABLES["occasions"].schema.names
    assert [str(frame[name].dtype) for name in ("published", "years", "event", "province")] == [
        "date32[day][pyarrow]",
        "Int32",
        "string",
        "string",
    ]
    want = sorted((tuple(v for _, v in row) for row in expected(notices)["occasions"]), key=repr)
    assert plain(frame.astype(object).itertuples(index=False, name=None)) == want


def test_a_dataset_stays_at_its_commit_and_says_when_it_is_gone(root):
    lake = Lake(root)
    lake.upsert([stored(1)])
    ds = Dataset(root)
    lake.upsert([stored(4), stored(1, title="Kế hoạch số 1/KH-UBND, bản hai")])
    assert ds.notices.to_arrow()["title"].to_pylist() == ["Kế hoạch số 1/KH-UBND"]
    assert len(ds.refresh().notices) == 2
    assert ds.refresh().commit == ds.commit + 1
    Lake(root, keep=0).compact()
    with pytest.raises(UserError, match="has moved on and the commit that was opened is no longer kept"):
        ds.notices.to_arrow()


def test_former_versions_are_kept(root):
    lake = Lake(root)
    lake.upsert([stored(1), stored(2)])
    lake.upsert([stored(1, title="Kế hoạch số 1/KH-UBND, bản hai", province="ha-noi")])
    lake.remove(["id00002"])
    lake.compact()
    rows = Dataset(root).history().to_pylist()
    assert [(row["id"], row["outcome"], row["title"], row["province"]) for row in rows] == [
        ("id00001", "changed", "Kế hoạch số 1/KH-UBND", "lai-chau"),
        ("id00002", "removed", "Kế hoạch số 2/KH-UBND", "none"),
    ]
    assert [row["commit"] for row in rows] == sorted(row["commit"] for row in rows)


def test_compaction_takes_away_what_no_reader_needs(root):
    lake = Lake(root, keep=0)
    lake.upsert(stored(n) for n in range(12))
    lake.upsert([stored(1, title="Kế hoạch số 1/KH-UBND, bản hai")])
    lake.remove(f"id{n:05}" for n in range(0, 12, 3))
    done = lake.compact()
    assert done["empty files"] > 0
    assert done["files of history"] == 2
    manifest = lake._commits.current()
    held = {manifest.place(path) for path in manifest.files} | {*manifest.history, *manifest.rejected}
    assert set(lake.store.paths("_lake/files")) - held <= set(manifest.retired)
    assert not any((root / "notices/province=bac-kan").iterdir())
    assert len(Dataset(root).notices) == 8


def test_notices_are_joined_to_the_rows_of_other_tables(root):
    Lake(root).upsert(stored(n) for n in range(12))
    ds = Dataset(root)
    joined = ds.notices.filter(province="bac-kan").select("published").with_documents("number").to_arrow()
    assert joined.column_names == ["id", "published", "number"]
    assert joined["number"].to_pylist() == ["0/KH-UBND", "3/KH-UBND", "6/KH-UBND", "9/KH-UBND"]
    both = ds.notices.select("title").with_movements(how="left outer").to_arrow()
    assert both.num_rows == 12
    assert both["name"].null_count == 6
    assert "published" not in both.column_names
    one = ds.notices.select("title").with_documents().filter(number="3/KH-UBND").to_pandas()
    assert one["title"].tolist() == ["Kế hoạch số 3/KH-UBND"]
    with pytest.raises(ValueError, match="no table 'docs' to join"):
        ds.notices.with_rows_of("docs")
