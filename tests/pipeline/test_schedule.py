import os
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.night.schedule import cron_words, systemd_word
from tests.pipeline.test_nightly import PLATFORM, YAML

ODD = "lake of 100% 'thi đua' $HOME \"x\" \\"


def schedule(capfd: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    status = cli.main(["schedule", *args])
    told = capfd.readouterr()
    return status, told.out, told.err


def needs(program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed here")


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("/srv/lake", "/srv/lake"),
        ("/srv/my lake", '"/srv/my lake"'),
        ("100%", "100%%"),
        ("$HOME", "$$HOME"),
        ('say "a"', '"say \\"a\\""'),
        ("it's", '"it\'s"'),
        ("a\\b", '"a\\\\b"'),
        ("", '""'),
    ],
)
def test_words_of_a_unit(word: str, written: str) -> None:
    assert systemd_word(word) == written


def test_words_of_a_crontab_pass_cron_and_the_shell_unchanged() -> None:
    words = ("printf", "%s\n".strip(), ODD)
    line = cron_words(words)
    assert "%" not in line.replace("\\%", ""), "a bare one ends the line"
    done = subprocess.run(["sh", "-c", line.replace("\\%", "%")], capture_output=True, text=True, check=True)
    assert done.stdout == ODD


@pytest.mark.parametrize("extra", [(), ("--user",)])
def test_systemd_takes_the_units(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], extra: tuple[str, ...]
) -> None:
    needs("systemd-analyze")
    out, data = tmp_path / "units", tmp_path / ODD
    args = ("--data", str(data), "--contact", "a@b.vn", "--out", str(out), "--at", "3:07")
    status, said, _ = schedule(capfd, "--systemd", *args, *extra)
    assert status == 0
    assert "enable --now thidua-nightly.timer" in said
    units = sorted(out.iterdir())
    assert [unit.name for unit in units] == ["thidua-nightly.service", "thidua-nightly.timer"]
    assert ("User=" in units[0].read_text(encoding="utf-8")) == (not extra)
    checked = subprocess.run(
        ["systemd-analyze", "verify", *extra, *map(str, units)],
        env=os.environ | {"XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stderr) == (0, "")
    when = subprocess.run(
        ["systemd-analyze", "calendar", "*-*-* 03:07:00"], capture_output=True, text=True, check=False
    )
    assert when.returncode == 0
    assert "OnCalendar=*-*-* 03:07:00" in units[1].read_text(encoding="utf-8")


def test_a_wrong_unit_would_be_seen(tmp_path: Path) -> None:
    needs("systemd-analyze")
    bad = tmp_path / "bad.timer"
    bad.write_text("[Timer]\nOnCalendar=25:99\n")
    checked = subprocess.run(
        ["systemd-analyze", "verify", str(bad)], capture_output=True, text=True, check=False
    )
    assert checked.stderr or checked.returncode


def test_cron_takes_the_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    needs("crontab")
    status, out, _ = schedule(capfd, "--cron", "--data", str(tmp_path / ODD), "--at", "23:59")
    assert status == 0
    assert out.splitlines()[1].startswith("59 23 * * * ")
    file = tmp_path / "crontab"
    file.write_text(out, encoding="utf-8")
    checked = subprocess.run(["crontab", "-n", str(file)], capture_output=True, text=True, check=False)
    if "invalid option" in checked.stderr:
        pytest.skip("this crontab cannot check a file")
    assert checked.returncode == 0, checked.stderr


def test_the_line_runs_a_night_and_makes_its_page(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    sites = tmp_path / "my sites"
    (sites / "platforms").mkdir(parents=True)
    (sites / "platforms" / "thu.yaml").write_text(PLATFORM, encoding="utf-8")
    # A loopback address, which is refused: the night fails quickly and without a network.
    (sites / "thu-nghiem.yaml").write_text(YAML.format(start="http://127.0.0.1:9/tin"), encoding="utf-8")
    data = tmp_path / "my 100% lake"
    _, out, _ = schedule(capfd, "--cron", "--data", str(data), "--sites", str(sites))
    command = out.splitlines()[1].split(" ", 5)[5].replace("\\%", "%")
    alone = command.replace(" nightly --quiet", " nightly --quiet --site thu-nghiem")
    root = Path(__file__).parents[2]
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(root), "HOME": str(tmp_path), "LOGNAME": "x"}
    done = subprocess.run(
        ["sh", "-c", alone], cwd="/", env=environment, capture_output=True, text=True, check=False
    )
    assert "1 of 1 sites failed: thu-nghiem" in done.stdout, done.stderr
    assert "not a public address" in done.stdout
    assert "1 of 1 sites failed" in (data / "report.html").read_text(encoding="utf-8")
    assert any((data / "runs").iterdir())


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "say --systemd or --cron"),
        (("--systemd", "--cron"), "say --systemd or --cron"),
        (("--cron", "--at", "24:00"), "'24:00' is no time of day"),
        (("--cron", "--at", "2:5"), "is no time of day"),
        (("--cron", "--user"), "are for --systemd"),
        (("--cron", "--contact", "a\nb"), "control character"),
    ],
)
def test_what_cannot_be_scheduled(
    capfd: pytest.CaptureFixture[str], args: tuple[str, ...], said: str
) -> None:
    status, out, err = schedule(capfd, *args)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err
