"""`communique evaluate`: figures of both halves, errors of the read half only, predictions without labels."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli.app import app
from communique.evaluate import running, times
from communique.evaluate.gold import Question
from communique.evaluate.tasks import Error, Labels, most_telling

EVEN, ODD = ("a", "d"), ("e", "h")
TEXT = "They met on Friday in Norland."


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Gold of four texts with one time each, and a reader that finds it in all but the last with a wrong value."""

    def predict(questions: Sequence[Question]) -> Iterator[Labels]:
        for question in questions:
            assert "2031" not in repr(question)
            found = [{"span": [12, 18], "type": "DATE", "value": "2030-01-04"}] if question.id != "h" else []
            yield {"id": question.id, "timex": found}

    monkeypatch.setitem(running.TASKS, "times", replace(times.TASK, predict=predict))
    path = tmp_path / "gold.jsonl"
    time = {"span": [12, 18], "type": "DATE", "value": "2031-01-03"}
    lines = [{"id": name, "text": TEXT, "timex": [time]} for name in EVEN + ODD]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def _run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["evaluate", *map(str, arguments)])
    return result.exit_code, result.output


def test_both_halves_are_reported_and_errors_of_the_read_one_shown(gold: Path) -> None:
    code, output = _run("times", gold, "--errors", 9)
    assert code == 0
    assert "times, all: 4 items" in output and "times, even: 2 items" in output and "times, odd: 2 items" in output
    assert "(a)" in output and "(d)" in output and "2031-01-03, not 2030-01-04" in output
    assert "(e)" not in output and "(h)" not in output


def test_the_unread_half_is_scored_alone_and_never_shown(gold: Path) -> None:
    code, output = _run("times", gold, "--unread", "--errors", 9)
    assert code == 0 and "odd: 2 items" in output
    assert "even" not in output and "Friday" not in output


def test_json_has_figures_with_their_counts(gold: Path) -> None:
    data = json.loads(_run("times", gold, "--json")[1])
    rows = {row["name"]: row for row in data["scores"][0]["rows"]}
    assert (rows["relaxed"]["right"], rows["relaxed"]["predicted"], rows["relaxed"]["gold"]) == (3, 3, 4)
    assert rows["value"]["value"] == 0.0 and data["errors"] == []


def test_predictions_are_written_for_every_item(gold: Path, tmp_path: Path) -> None:
    assert _run("times", gold, "--predictions", tmp_path / "p.jsonl")[0] == 0
    lines = [json.loads(line) for line in (tmp_path / "p.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == ["a", "d", "e", "h"]
    assert "2031" not in str(lines)


def test_an_unknown_task_and_a_missing_file_are_one_line(gold: Path, tmp_path: Path) -> None:
    assert _run("weather", gold)[0] == 1
    assert _run("times", tmp_path / "none.jsonl")[0] == 1


def test_two_runs_are_compared(tmp_path: Path) -> None:
    base = [{"kind": "article", "id": "x"}]
    words = {"start": 0, "end": 3, "text": "met", "role": "trigger"}
    event = {"kind": "event", "id": "0123456789", "type": "CONSULT", "status": "occurred", "evidence": [words]}
    for name, lines in (("a", [*base, event]), ("b", [*base, {**event, "status": "planned"}])):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(x) + "\n" for x in lines), encoding="utf-8")
    code, output = _run("--diff", tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    assert code == 0 and "changed event 01234567 CONSULT planned: met" in output
    assert "status: occurred -> planned" in output
    data = json.loads(_run("--diff", tmp_path / "a.jsonl", tmp_path / "b.jsonl", "--json")[1])
    assert data["gained"] == [] and data["changed"][0]["fields"] == {"status": ["occurred", "planned"]}


def test_the_most_frequent_causes_come_first_and_each_once_before_any_twice() -> None:
    errors = [Error(cause, str(n), "") for n, cause in enumerate("abbbc")]
    assert [(e.cause, e.id) for e in most_telling(errors, 4)] == [("b", "1"), ("a", "0"), ("c", "4"), ("b", "2")]


@pytest.mark.model
def test_attributions_come_back_in_the_files_own_text(tmp_path: Path) -> None:
    text = "Rene\u0301e Rasmussen, the foreign minister, said the talks had failed."
    whole = [[0, text.index(",")]]
    content = [[text.index("the talks"), text.index(".")]]
    label = {"source": whole, "cue": [[text.index("said"), text.index("said") + 4]], "content": content}
    (tmp_path / "g.jsonl").write_text(json.dumps({"id": "d", "text": text, "attributions": [label]}), encoding="utf-8")
    result = running.run("attribution", tmp_path / "g.jsonl", draws=0)
    (found,) = result.predictions[0]["attributions"]
    assert text[slice(*found["content"][0])] == "the talks had failed"
    assert text[slice(*found["cue"][0])] == "said"
    assert text[slice(found["source"][0][0], found["source"][-1][1])].startswith("Rene\u0301e")


@pytest.mark.model
@pytest.mark.parametrize(
    ("task", "key", "text", "expected"),
    [
        ("events", "events", "Hamas attacked Israel.", {"sources": ["PSE"], "targets": ["ISR"], "type": "ASSAULT"}),
        ("events", "events", "The United Nations condemned Russia.", {"sources": ["UNO"], "targets": ["RUS"]}),
        ("status", "events", "Russia denied attacking Ukraine.", {"status": "denied", "holder": ["RUS"]}),
        ("times", "timex", "They met on 5 May 2031.", {"value": "2031-05-05", "type": "DATE"}),
    ],
)
def test_predictions_have_the_codes_of_exports(task: str, key: str, text: str, expected: Labels) -> None:
    (line,) = running.TASKS[task].predict([Question("d", text, "2031-06-01")])
    assert any(expected.items() <= found.items() for found in line[key]), line
