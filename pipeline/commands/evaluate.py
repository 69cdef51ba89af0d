"""`thidua evaluate`: the scoreboard of the extraction, with gains and losses against a saved one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.errors import UserError

if TYPE_CHECKING:
    from parsers.notice import Notice
    from pipeline.evaluation.calibration import Group
    from pipeline.evaluation.scores import Scoreboard

_SUFFIXES = (".txt", ".html", ".htm")


def evaluate_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Gold records, JSON Lines keyed by `id`.")],
    texts: Annotated[
        Path, typer.Option(metavar="DIR", help="Folder with a text or page ID.txt or ID.html each.")
    ],
    errors: Annotated[
        bool, typer.Option("--errors", help="List every miss, false alarm and wrong value.")
    ] = False,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Saved scoreboard to compare with.")
    ] = None,
    save: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Save this scoreboard, for a later --baseline.")
    ] = None,
) -> int:
    """Score the extraction against gold: precision, recall and F1 a field, and what confidence is worth.

    Exit status 1 where a gold notice has no text.

    Examples:

        thidua evaluate gold.jsonl --texts texts/ --errors

        thidua evaluate gold.jsonl --texts texts/ --save before.json

        thidua evaluate gold.jsonl --texts texts/ --baseline before.json
    """
    from pipeline.evaluation.calibration import calibrate  # noqa: PLC0415
    from pipeline.evaluation.scores import score  # noqa: PLC0415

    wanted = load_gold(gold)
    before = _load_baseline(baseline) if baseline else None
    kept: dict[str, Any] = {}
    every: dict[str, Notice] = {}
    for key in wanted:
        text = _text_of(texts, key)
        if text is None:
            typer.echo(f"thidua: no text for {key} in {texts}", err=True)
            continue
        notice, every[key] = predict(text, key)
        kept[key] = notice.record()
    board = score(wanted, kept)
    lines = [*_figures(board, before), "", *_calibration(calibrate(wanted, every))]
    if before is not None:
        lines += ["", *_changes(board, before)]
    if errors:
        lines += [
            "",
            *("\t".join(error) for error in sorted(board.errors, key=lambda e: (e.field, e.notice))),
        ]
    typer.echo("\n".join(lines))
    if save:
        _save(board, save)
    return 1 if board.missing else 0


def predict(text: Path, key: str) -> tuple[Notice, Notice]:
    """The notice of one text, and the same with every item, however unsure."""
    from parsers.extraction import find_all, make_notice, make_source  # noqa: PLC0415
    from parsers.page.reader import read_page  # noqa: PLC0415

    page = read_page(text.read_bytes())
    findings = find_all(make_source(page, page.canonical_url, None, None, None))
    url = page.canonical_url
    return make_notice(page, findings, url, key), make_notice(page, findings, url, key, threshold=0.0)


def load_gold(path: Path) -> dict[str, Any]:
    """Records by id; `UserError` names the line that is wrong."""
    records: dict[str, Any] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UserError(f"cannot read {path}: {fault}") from fault
    for i, line in enumerate(lines, 1):
        if line.strip():
            try:
                record = json.loads(line)
                records[str(record["id"])] = record
            except (ValueError, KeyError, TypeError) as fault:
                raise UserError(f"{path}, line {i}: no record with an id ({fault})") from fault
    return records


def _text_of(folder: Path, key: str) -> Path | None:
    candidates = (folder / f"{key}{suffix}" for suffix in _SUFFIXES)
    return next((path for path in candidates if path.is_file()), None)


def _figures(board: Scoreboard, before: Mapping[str, Any] | None) -> Iterator[str]:
    was = (before or {}).get("figures", {})

    def change(name: str, now: float) -> str:
        return f"{now - was[name]:+8.3f}" if name in was else ""

    yield f"{board.notices} notices, {board.missing} without a text"
    tail = f"{'change':>8}" if was else ""
    yield f"{'field':<18}{'precision':>10}{'recall':>8}{'F1':>8}{'hit/gold/predicted':>21}{tail}"
    for name, tally in board.lists.items():
        counts = f"{tally.hit}/{tally.gold}/{tally.predicted}"
        figures = f"{tally.precision:>10.3f}{tally.recall:>8.3f}{tally.f1:>8.3f}{counts:>21}"
        yield f"{name:<18}{figures}{change(name, tally.f1)}"
    yield f"{'':<18}{'accuracy':>10}{'right/asked':>16}{'false alarms':>21}{tail}"
    for name, answers in board.answers.items():
        counts = f"{answers.right}/{answers.asked}"
        figures = f"{answers.accuracy:>10.3f}{counts:>16}{answers.false_alarms:>21}"
        yield f"{name:<18}{figures}{change(name, answers.accuracy)}"


def _calibration(groups: list[Group]) -> Iterator[str]:
    yield f"{'confidence':<18}{'from':>10}{'below':>8}{'precision':>12}{'right/items':>13}"
    for group in groups:
        counts = f"{group.right}/{group.items}"
        high = min(group.high, 1.0)
        yield f"{group.field:<18}{group.low:>10.2f}{high:>8.2f}{group.precision:>12.3f}{counts:>13}"


def _changes(board: Scoreboard, before: Mapping[str, Any]) -> Iterator[str]:
    was = {tuple(error) for error in before["errors"]}
    now = {tuple(error) for error in board.errors}
    for title, items in (("gains (errors that went)", was - now), ("losses (new errors)", now - was)):
        yield f"{title}: {len(items)}"
        yield from ("  " + "\t".join(item) for item in sorted(items))


def _save(board: Scoreboard, path: Path) -> None:
    from pipeline.commands.output import destination  # noqa: PLC0415

    figures = {name: tally.f1 for name, tally in board.lists.items()}
    figures |= {name: answers.accuracy for name, answers in board.answers.items()}
    saved = {"notices": board.notices, "figures": figures, "errors": [list(e) for e in board.errors]}
    with destination(path) as file:
        file.write(json.dumps(saved, ensure_ascii=False, indent=1).encode())


def _load_baseline(path: Path) -> dict[str, Any]:
    try:
        saved: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return {"figures": dict(saved["figures"]), "errors": list(saved["errors"])}
    except OSError as fault:
        raise UserError(f"cannot read {path}: {fault.strerror}") from fault
    except (ValueError, KeyError, TypeError):
        raise UserError(f"{path} is no saved scoreboard (make one with --save)") from None
