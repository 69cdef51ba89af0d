import subprocess
import sys

import pytest

from pipeline import cli
from pipeline.store.dictionary import dictionary

THIDUA = [sys.executable, "-m", "pipeline.cli"]


def run(*args, **options):
    return subprocess.run([*THIDUA, *args], capture_output=True, text=True, check=False, **options)


def test_help_names_every_command_and_gives_examples(capsys):
    assert cli.main(["--help"]) == 0
    out = capsys.readouterr().out
    for command in ("demo", "extract", "nightly", "query", "dictionary", "show", "evaluate"):
        assert f" {command} " in out
    assert "thidua extract page.html" in out


@pytest.mark.parametrize("command", sorted(cli._COMMANDS))
def test_every_command_can_be_loaded_and_teaches(command, capsys):
    assert cli.main([command, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"thidua {command}" in out.split("Usage:")[1]
    assert "Example" in out


def test_no_command_is_help(capsys):
    assert cli.main([]) in (0, 2)
    assert "Commands" in capsys.readouterr().out


def test_version(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("thidua 0.")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["foo"], "No such command 'foo'. (see `thidua --help`)"),
        (["query"], "Missing argument 'SQL'. (see `thidua query --help`)"),
        (["query", "select 1", "--colour"], "No such option"),
        (["query", "select 1", "--format", "xml"], "'xml' is not one of"),
    ],
)
def test_a_wrong_call_is_one_line_with_status_2(argv, said, capsys):
    assert cli.main(argv) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.startswith("thidua: ")
    assert err.count("\n") == 1


def test_dictionary_prints_markdown(capfd):
    assert cli.main(["dictionary"]) == 0
    assert capfd.readouterr().out == dictionary()


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from pipeline.cli import main; main(['--help']);"
        "heavy = {'pyarrow', 'pandas', 'duckdb', 'spacy', 'dateparser', 'httpx', 'bs4', 'fastwarc', 'numpy'};"
        "sys.exit(','.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_goes_away_is_no_error():
    writer = subprocess.Popen(
        [*THIDUA, "dictionary"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    writer.stdout.close()
    err = writer.stderr.read()
    assert (writer.wait(), err) == (0, "")


def test_a_bug_is_not_hidden(monkeypatch):
    def broken():
        raise RuntimeError("bug")

    monkeypatch.setattr("pipeline.store.dictionary.dictionary", broken)
    with pytest.raises(RuntimeError, match="bug"):
        cli.main(["dictionary"])


def test_status_of_the_process_is_that_of_the_command():
    assert run("query", "select 1", "--data", "/nonexistent").returncode == 2
