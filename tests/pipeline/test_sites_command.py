import json
from pathlib import Path

import pytest

from pipeline import cli
from scrapers.sites import load_sites


def sites(capfd, *args: str) -> tuple[int, str, str]:
    status = cli.main(["sites", *args])
    told = capfd.readouterr()
    return status, told.out, told.err


def test_every_built_in_site_is_listed(capfd):
    status, out, _ = sites(capfd, "list", "--format", "json")
    assert status == 0
    assert [row["id"] for row in json.loads(out)] == sorted(load_sites())


def test_the_registry_is_listed_where_it_is_asked_for(capfd):
    _, out, _ = sites(capfd, "list", "--unproven", "--province", "ha-tinh", "--format", "json")
    assert [(row["id"], row["status"]) for row in json.loads(out)] == [
        ("bao-ha-tinh", "unproven"),
        ("cong-ha-tinh", "unproven"),
    ]


def test_a_province_alone(capfd):
    _, out, _ = sites(capfd, "list", "--province", "bac-kan", "--format", "csv")
    assert {line.split(",")[1] for line in out.splitlines()[1:]} == {"bac-kan"}


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("list", "--province", "atlantis"), "no site of province 'atlantis'"),
        (("list", "--sites", "/nonexistent"), "no site files"),
        (("lsit",), "No such command 'lsit'"),
    ],
)
def test_what_cannot_be_listed_is_told_in_one_line(capfd, args, said):
    status, _, err = sites(capfd, *args)
    assert (status, err.count("\n")) == (2, 1)
    assert said in err


def test_sites_of_ones_own(capfd, tmp_path: Path):
    (tmp_path / "mau.yaml").write_text(
        "id: mau\nname: Cổng mẫu\nplatform: epi\nstart: https://mau.gov.vn/tin\n", encoding="utf-8"
    )
    _, out, _ = sites(capfd, "list", "--sites", str(tmp_path), "--format", "json")
    (own,) = [row for row in json.loads(out) if row["id"] == "mau"]
    assert own == {
        "id": "mau",
        "province": None,
        "platform": "epi",
        "name": "Cổng mẫu",
        "start": "https://mau.gov.vn/tin",
        "starts": 1,
        "status": "proven",
    }
