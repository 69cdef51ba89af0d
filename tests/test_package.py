"""The package as a user installs it: a wheel in an empty environment, outside the checkout."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path) -> str:
    clean = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of an environment that holds the wheel; dependencies come from the running one."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("thidua-*.whl")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "env", cwd=folder)
    site = next((folder / "env" / "lib").glob("python3*/site-packages"))
    run(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", site, wheel, cwd=folder)
    # Everything but the project itself: the checkout's own editable link must not be seen.
    here = next(Path(p) for p in sys.path if p.endswith("site-packages"))
    for entry in here.iterdir():
        if "thidua" not in entry.name and not (site / entry.name).exists():
            (site / entry.name).symlink_to(entry)
    return folder / "env" / "bin"


def test_the_wheel_extracts_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("UBND tỉnh Sơn La ban hành Kế hoạch số 31/KH-UBND ngày 12/02/2019.", encoding="utf-8")
    code = "import sys; from pipeline.cli import main; sys.argv[0] = 'thidua'; main()"
    out = run(installed / "python", "-c", code, "extract", page, cwd=tmp_path)
    notice = json.loads(out)
    assert [d["number"] for d in notice["documents"]] == ["31/KH-UBND"]
    assert notice["province"] == "son-la"
    where = run(installed / "python", "-c", "import parsers; print(parsers.__file__)", cwd=tmp_path)
    assert str(ROOT) not in where


def test_the_wheel_runs_the_demo_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    code = "import sys; from pipeline.cli import main; sys.argv[0] = 'thidua'; main()"
    out = run(installed / "python", "-c", code, "demo", "--data", tmp_path / "lake", cwd=tmp_path)
    assert "thidua query" in out
    assert list((tmp_path / "lake").rglob("*.parquet"))


def test_the_wheel_takes_site_files_of_the_users_own(installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "sites"
    folder.mkdir()
    (folder / "my-portal.yaml").write_text(
        "id: my-portal\nname: Cổng của tôi\nplatform: provincial-office\nprovince: lai-chau\n"
        "agency: UBND huyện Tam Đường\nstart: https://tamduong.example/tin-tuc\n",
        encoding="utf-8",
    )
    page = tmp_path / "page.txt"
    page.write_text("Tin ngắn\n\nUBND huyện ban hành Kế hoạch số 9/KH-UBND.\n", encoding="utf-8")
    url = "https://tamduong.example/tin-tuc/tin-ngan"
    code = "import sys; from pipeline.cli import main; sys.argv[0] = 'thidua'; main()"
    command = (installed / "python", "-c", code, "extract", page, "--url", url)
    assert json.loads(run(*command, cwd=tmp_path))["province"] is None
    notice = json.loads(run(*command, "--sites", folder, cwd=tmp_path))
    assert notice["province"] == "lai-chau"
    assert notice["documents"][0]["issuer"] == "UBND huyện Tam Đường"
