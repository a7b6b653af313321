"""`evaluate references`: which mentions are one, what counts as right, and what reaches the reader."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from communique.errors import LexiconError
from communique.evaluate import references, running
from communique.evaluate.gold import Question
from communique.evaluate.tasks import Labels

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "evaluation" / "references"
TEXT = "The Kenyan envoy said he would see the president of Chad. Both agreed."


def _mention(words: str, actor: str | None, form: str = "name", text: str = TEXT) -> dict[str, Any]:
    start = text.index(words)
    return {"span": [start, start + len(words)], "text": words, "actor": actor, "form": form}


def _rows(gold: list[Any], found: list[Any], optional: Sequence[Sequence[int]] = ()) -> dict[str, Any]:
    labels = {"id": "x", "text": TEXT, "mentions": gold, "optional": optional}
    counts = references.count(labels, {"id": "x", "mentions": found})
    return {row.name: row for row in references.measure(counts)}


def test_the_article_before_a_mention_does_not_matter() -> None:
    rows = _rows([_mention("The Kenyan envoy", "mention/a", "role")], [_mention("Kenyan envoy", "mention/a", "role")])
    assert rows["actor"].value == rows["mention"].value == 1.0


@pytest.mark.parametrize(
    ("expected", "found", "right", "mention"),
    [
        ("state/KEN", "state/KEN", 1, 1),
        ("state/KEN", "state/UGA", 0, 1),
        ("state/KEN", None, 0, 1),
        ("place", "state/KEN", 0, 1),
        ("state/KEN+state/TCD", "state/KEN+state/TCD", 1, 1),
    ],
)
def test_an_actor_is_right_or_not(expected: str, found: str | None, right: int, mention: int) -> None:
    rows = _rows([_mention("he", expected, "pronoun")], [_mention("he", found, "pronoun")])
    assert (rows["actor"].right, rows["mention"].right) == (right, mention)
    assert rows["pronoun given mention"].value == right
    assert (rows["pronoun where one is told"].gold == 0) == (found is None)


def test_a_mention_elsewhere_is_missed_and_invented() -> None:
    rows = _rows([_mention("envoy", "mention/a")], [_mention("president", "mention/a")])
    assert (rows["actor"].right, rows["actor"].predicted, rows["actor"].gold) == (0, 1, 1)


def test_what_may_be_found_or_not_counts_nowhere() -> None:
    start = TEXT.index("Both")
    rows = _rows([], [_mention("Both", "collective/both")], [[start, start + 4]])
    assert rows["actor"].predicted == 0


def test_errors_tell_what_was_expected() -> None:
    gold = {
        "id": "x",
        "text": TEXT,
        "mentions": [_mention("he", "mention/a", "pronoun"), _mention("Chad", "state/TCD")],
    }
    found = {"id": "x", "mentions": [_mention("he", "mention/b", "pronoun"), _mention("Both", "collective/both")]}
    causes = {error.cause: error.text for error in references.errors(gold, found)}
    assert set(causes) == {"wrong: pronoun he", "missed: name", "invented: name"}
    assert "mention/a, not mention/b" in causes["wrong: pronoun he"]


def test_no_label_reaches_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Question] = []

    def predict(questions: Sequence[Question]) -> Iterator[Labels]:
        for question in questions:
            asked.append(question)
            yield {"id": question.id, "mentions": []}

    monkeypatch.setitem(running.TASKS, "references", replace(references.TASK, predict=predict))
    path = tmp_path / "gold.jsonl"
    line = {"id": "a", "text": TEXT, "dct": "2020-01-01", "mentions": [_mention("he", "mention/secret", "pronoun")]}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    running.run("references", path)
    assert asked == [Question("a", TEXT, "2020-01-01")]


@pytest.mark.model
def test_the_reader_says_who_is_meant() -> None:
    text = "Kenya's president met Ethiopian Foreign Minister Lena Example in Nairobi. She thanked him."
    found = {m["text"]: m["actor"] for m in references.find(Question("x", text, "2020-01-01"))}
    assert found["Kenya"] == "state/KEN" and found["Nairobi"] == "place"
    assert found["She"] == "mention/lena-example" and found["him"] == "person/uhuru-kenyatta"


def _compiler() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compile_references", ROOT / "tools" / "compile_references.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_gold_is_what_its_passages_say() -> None:
    passages = _compiler().compile_folder(FOLDER)
    assert "".join(_compiler().written(passages)) == (FOLDER / "references.jsonl").read_text(encoding="utf-8")
    assert len(passages) >= 60 and sum(len(p["mentions"]) for p in passages) >= 600
    for passage in passages:
        for mention in passage["mentions"]:
            assert passage["text"][slice(*mention["span"])] == mention["text"]


@pytest.mark.parametrize(
    ("who", "text", "line", "what"),
    [
        ("{}", "[Kenya|KEN] met.\n    [Chad|XXX] spoke.", 5, "XXX"),
        ("{}", "[Kenya|KEN met.", 4, "not closed"),
        ("{}", "Kenya|KEN] met.", 4, "opens or closes no mark"),
        ("{}", "[Kenya |KEN] met.", 4, "begins and ends with a word"),
        ("{}", "[Kenya|KEN.q] met.", 4, "q"),
        ("{A: state/KEN}", "[Chad|TCD] met.", 1, "whom no mark uses"),
    ],
)
def test_a_slip_is_told_with_its_line(tmp_path: Path, who: str, text: str, line: int, what: str) -> None:
    (tmp_path / "a.yaml").write_text(
        f"- id: a\n  dct: 2020-01-01\n  who: {who}\n  text: |\n    {text}\n", encoding="utf-8"
    )
    with pytest.raises(LexiconError) as error:
        _compiler().compile_folder(tmp_path)
    wanted = line + 1 if line > 1 else line
    assert what in str(error.value) and f"a.yaml:{wanted}" in str(error.value)
