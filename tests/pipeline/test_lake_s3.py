"""The lake in a bucket of moto's server: the same upserts, commits, refusals and readers as in a folder."""

import json
import time

import pytest

from pipeline.errors import UserError
from pipeline.store.dataset import Dataset
from pipeline.store.lake import Lake
from pipeline.store.store import LOCK, LakeBusyError
from tests.pipeline.stored_notices import stored

pytest.importorskip("s3fs", reason="the extra `s3` is not installed")
server_module = pytest.importorskip("moto.server", reason="the extra `dev` (moto) is not installed")


@pytest.fixture(scope="module")
def endpoint():
    server = server_module.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def url(endpoint, monkeypatch, tmp_path, request):
    import s3fs

    for name, value in {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
        "XDG_CACHE_HOME": str(tmp_path),
    }.items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    bucket = "b" + str(abs(hash(request.node.name)))
    s3fs.S3FileSystem().mkdir(bucket)
    return f"s3://{bucket}/the/lake"


def test_upsert_change_remove_and_read(url):
    report = Lake(url).upsert(stored(n) for n in range(6))
    assert len(report.new) == 6
    assert Lake(url).upsert(stored(n) for n in range(6)).files == ()
    before = Dataset(url)
    lake = Lake(url)
    assert lake.upsert([stored(1, title="Kế hoạch số 1/KH-UBND, bản hai")]).changed == ("id00001",)
    assert lake.remove(["id00002"]).removed == ("id00002",)
    after = before.refresh()
    assert (len(before.notices), len(after.notices)) == (6, 5)
    assert after.sql("select title from notices where id = 'id00001'").to_pylist() == [
        {"title": "Kế hoạch số 1/KH-UBND, bản hai"}
    ]
    assert len(after.notices.filter(province="bac-kan").to_arrow()) == 2
    assert [row["id"] for row in after.history().to_pylist()] == ["id00001", "id00002"]


def test_a_second_writer_is_refused_and_a_dead_one_is_not_waited_for(url):
    lake = Lake(url)
    lake.upsert([stored(1)])
    with (
        lake.store.locked(),
        pytest.raises(LakeBusyError, match=r"another process is writing to s3://.*\(process \d+"),
    ):
        Lake(url).upsert([stored(2)])
    lake.store.write(LOCK, json.dumps({"holder": "a ghost", "until": time.time() - 1}).encode())
    assert Lake(url).upsert([stored(2)]).new == ("id00002",)


def test_of_two_who_believe_the_lock_theirs_one_commits(url):
    lake = Lake(url)
    lake.upsert([stored(1)])
    held = lake._commits.current()
    Lake(url).upsert([stored(2)])
    with pytest.raises(LakeBusyError, match="has written"):
        lake._commits.commit(held, {})
    assert len(Dataset(url).notices) == 2


def test_another_machine_makes_the_index_anew(url, monkeypatch, tmp_path):
    Lake(url).upsert([stored(5)])
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other"))
    assert Lake(url).upsert([stored(5, province="ha-noi")]).moved == ("id00005",)


def test_a_crash_after_the_commit_is_completed(url, monkeypatch):
    from pipeline.store.store_s3 import S3Store

    Lake(url).upsert([stored(1)])

    def crash(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(S3Store, "show", crash)
        with pytest.raises(KeyboardInterrupt):
            Lake(url).upsert([stored(4)])
    assert len(Dataset(url).notices) == 2
    assert Lake(url).recover()
    shown = set(Lake(url).store.paths("notices"))
    assert {path for path in Lake(url)._commits.current().files if path.startswith("notices/")} == shown


def test_no_bucket_is_told_in_one_line(url):
    with pytest.raises(UserError, match="cannot be used"):
        Dataset("s3://no-such-bucket-here/lake")
