"""`evaluate`: how well it reads, measured against gold; what a change of rules gained and lost."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.app import app, plainly

if TYPE_CHECKING:
    from communique.evaluate.differences import Differences
    from communique.evaluate.measures import Row
    from communique.evaluate.tasks import Result

WIDEST = 160

What = Annotated[
    str,
    typer.Argument(
        metavar="TASK",
        help="attribution, events, status, times, factuality, links, references, threads, records; with --diff, A.",
    ),
]
Gold = Annotated[Path, typer.Argument(metavar="GOLD", help="A JSONL file, plain or .gz, or a folder; with --diff, B.")]
Predictions = Annotated[Path | None, typer.Option(help="Write the predictions there, in the scorers' form.")]
Errors = Annotated[int, typer.Option(min=0, help="Print so many errors, the most frequent causes first.")]
Unread = Annotated[bool, typer.Option("--unread", help="Score only ids with an odd SHA-1; their errors stay unread.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Diff = Annotated[bool, typer.Option("--diff", help="Compare two outputs of `read --json`, files or folders: A B.")]


@app.command()
def evaluate(
    task: What,
    gold: Gold,
    predictions: Predictions = None,
    errors: Errors = 0,
    unread: Unread = False,
    as_json: AsJson = False,
    diff: Diff = False,
) -> None:
    """Score what is read against gold, or show what differs between two runs."""
    with plainly():
        if diff:
            _compare(Path(task), gold, as_json)
        else:
            _score(task, gold, predictions, 0 if unread else errors, unread, as_json)


def _score(task: str, gold: Path, predictions: Path | None, errors: int, unread: bool, as_json: bool) -> None:
    from communique.evaluate.gold import write_lines
    from communique.evaluate.running import run

    result = run(task, gold, errors=errors, unread=unread)
    if predictions is not None:
        write_lines(predictions, result.predictions)
    if as_json:
        print(json.dumps(_data(result), ensure_ascii=False, indent=1))
    else:
        _print_scores(result)


def _data(result: Result) -> dict[str, Any]:
    return {
        "task": result.task,
        "scores": [asdict(score) for score in result.scores],
        "errors": [asdict(error) for error in result.errors],
    }


def _print_scores(result: Result) -> None:
    if not result.scores:
        print(f"{result.task}: no item has an odd SHA-1")
    for score in result.scores:
        print(f"{result.task}, {score.half}: {score.items} items")
        print(f"  {'':28}{'value':>7}{'95 %':>14}{'P':>7}{'R':>7}{'right':>8}{'predicted':>11}{'gold':>7}")
        for row in score.rows:
            print(_line(row))
    for error in result.errors:
        print(f"- {error.cause} ({error.id})\n    {error.text[: 3 * WIDEST]}")


def _line(row: Row) -> str:
    """A figure with its interval and the counts it rests on."""
    between = f"{row.low:.3f}-{row.high:.3f}" if row.low is not None and row.high is not None else ""
    shares = "".join(f"{'' if share is None else f'{share:.3f}':>7}" for share in (row.precision, row.recall))
    value = "-" if row.value is None else f"{row.value:.3f}"
    right, predicted = ("" if n is None else n for n in (row.right, row.predicted))
    return f"  {row.name:28}{value:>7}{between:>14}{shares}{right:>8}{predicted:>11}{row.gold:>7}"


def _compare(before: Path, after: Path, as_json: bool) -> None:
    from communique.evaluate.differences import compare

    found = compare(before, after)
    if as_json:
        print(json.dumps(asdict(found), ensure_ascii=False))
    else:
        _print_differences(found)


def _print_differences(found: Differences) -> None:
    print(f"{'':14}{'gained':>8}{'lost':>8}{'changed':>9}   ({found.same} the same)")
    for kind, (gained, lost, changed) in found.by_kind().items():
        print(f"{kind:14}{gained:>8}{lost:>8}{changed:>9}")
    _print_records("gained", found.gained)
    _print_records("lost", found.lost)
    for change in found.changed:
        print(f"changed {_sentence(change.record)}"[:WIDEST])
        for name, (old, new) in change.fields.items():
            print(f"    {name}: {_short(old)} -> {_short(new)}")


def _print_records(what: str, records: Sequence[Mapping[str, Any]]) -> None:
    for record in records:
        print(f"{what} {_sentence(record)}"[:WIDEST])


def _sentence(record: Mapping[str, Any]) -> str:
    """A record in a line: its kind, the values of its enumerations, the words that show it."""
    values = [record[name] for name in ("type", "act", "stance", "relation", "status") if record.get(name)]
    words = " ... ".join(" ".join(e["text"].split()) for e in record["evidence"][:2])
    return f"{record['kind']} {record['id'][:8]} {' '.join(values)}: {words}"


def _short(value: Any) -> str:
    """A value in few words: an actor by its id, a time by its days, a span by its text."""
    if isinstance(value, list):
        return ", ".join(map(_short, value)) or "none"
    if isinstance(value, dict):
        if "from" in value:
            return f"{value['from']}..{value['to']}"
        return str(value.get("id") or value.get("text") or value.get("name") or value)
    return "none" if value is None else str(value)
