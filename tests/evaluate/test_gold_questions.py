"""A predictor is asked with text, day and places only; the labels stay behind, and halves never change."""

from __future__ import annotations

import gzip
import json
from dataclasses import fields
from pathlib import Path

import pytest

from communique.errors import GoldError
from communique.evaluate.gold import Item, Mark, Question, half_of, load_items, write_lines

LINE = {
    "id": "m1",
    "text": "Norland will send an envoy.",
    "dct": "2031-05-04T08:00",
    "topic": "secret-topic",
    "events": [{"id": "7", "span": [13, 17], "certainty": "secret-value", "time": "FUTURE"}],
}


def _write(path: Path, *lines: object) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_a_question_has_no_place_for_a_label() -> None:
    assert [field.name for field in fields(Question)] == ["id", "text", "dct", "marks"]
    assert [field.name for field in fields(Mark)] == ["id", "start", "end"]


def test_labels_are_left_behind_and_places_kept(tmp_path: Path) -> None:
    (item,) = load_items(_write(tmp_path / "g.jsonl", LINE), marked="events", labels="events")
    assert item.question == Question("m1", LINE["text"], "2031-05-04", (Mark("7", 13, 17),))  # type: ignore[arg-type]
    assert "secret" not in repr(item.question)
    assert item.gold["events"][0]["certainty"] == "secret-value"


def test_a_task_that_gives_no_places_gets_none(tmp_path: Path) -> None:
    (item,) = load_items(_write(tmp_path / "g.jsonl", LINE), labels="events")
    assert item.question.marks == ()


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2013-03-22", "2013-03-22"),
        ("22-03-2013", "2013-03-22"),
        ("2013-03-22T10:00", "2013-03-22"),
        ("", None),
        (None, None),
        ("1998", None),
    ],
)
def test_days_are_read_as_gold_files_write_them(given: str | None, day: str | None, tmp_path: Path) -> None:
    (item,) = load_items(_write(tmp_path / "g.jsonl", {"id": "a", "text": "Rain.", "dct": given}))
    assert item.question.dct == day


def test_compressed_gold_is_read_and_predictions_are_written_the_same_each_time(tmp_path: Path) -> None:
    write_lines(tmp_path / "p.jsonl.gz", [{"id": "b", "text": "é"}])
    first = (tmp_path / "p.jsonl.gz").read_bytes()
    write_lines(tmp_path / "p.jsonl.gz", [{"id": "b", "text": "é"}])
    assert first == (tmp_path / "p.jsonl.gz").read_bytes() and gzip.decompress(first)
    assert [item.id for item in load_items(tmp_path / "p.jsonl.gz")] == ["b"]


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        ([{"text": "no id"}], "g.jsonl:1: is no gold for this task"),
        ([{"id": "a"}], "is no gold for this task"),
        ([{"id": "a", "text": 5, "events": []}], "text is not a string"),
        ([{"id": "a", "text": "x"}], "events"),
        ([{"id": "a", "text": "x", "events": 3}], "events is no list"),
        ([LINE, LINE], "g.jsonl:2: the id m1 stands there twice"),
        ([], "is empty"),
        (["just a string"], "is no gold for this task"),
    ],
)
def test_what_is_no_gold_is_refused_with_its_line(lines: list[object], what: str, tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=what):
        load_items(_write(tmp_path / "g.jsonl", *lines), labels="events")


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        load_items(tmp_path / "none.jsonl")


def test_halves_follow_the_sha1_of_the_id() -> None:
    assert [half_of(name) for name in "adeh"] == ["even", "even", "odd", "odd"]
    assert Item(Question("a", "x"), {}).half == "even"
