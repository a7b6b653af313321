"""Certainty, time and polarity are judged at given places, jointly and by their rare sides."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from communique.evaluate.factuality import FIELDS, TASK, VALUES
from communique.evaluate.gold import Mark, Question
from communique.evaluate.measures import Row
from communique.records.events import EventStatus


def _event(identity: str, *values: str | None) -> dict[str, Any]:
    return {"id": identity, "span": [0, 4], **dict(zip(FIELDS, values, strict=True))}


PLAIN = [_event(str(i), "CERTAIN", "NON_FUTURE", "POS") for i in range(6)]
FUTURE = [_event(f"f{i}", "CERTAIN", "FUTURE", "POS") for i in range(5)]
RARE = [_event("n", "CERTAIN", "NON_FUTURE", "NEG")]
GOLD = {"id": "a", "text": "x" * 40, "events": [*PLAIN, *FUTURE, *RARE, _event("u", "", None, "")]}


def _rows(events: list[dict[str, Any]]) -> dict[str, Row]:
    return {row.name: row for row in TASK.measure(TASK.count(GOLD, {"id": "a", "events": events}))}


def test_gold_against_itself_is_all_right_and_unlabelled_events_are_left_out() -> None:
    rows = _rows(GOLD["events"])  # type: ignore[arg-type]
    assert rows["joint macro-F1"].value == rows["NEG"].value == 1.0
    assert rows["joint macro-F1"].gold == 12


def test_the_majority_is_mostly_right_and_worth_little() -> None:
    majority = [{**event, "time": "NON_FUTURE", "polarity": "POS"} for event in [*PLAIN, *FUTURE, *RARE]]
    rows = _rows(majority)
    assert rows["joint accuracy"].value == 0.5
    assert rows["FUTURE"].value == rows["NEG"].value == 0.0
    assert rows["joint macro-F1"].value == pytest.approx((2 * 0.5 / 1.5 + 0) / 2)


def test_what_is_not_predicted_is_missed() -> None:
    assert _rows(PLAIN)["time macro-F1"].value == pytest.approx((12 / 13 + 0) / 2)


def test_every_status_of_the_record_has_its_three_values() -> None:
    assert set(VALUES) == set(get_args(EventStatus))


def test_errors_tell_both_sides() -> None:
    found = [{**event, "time": "NON_FUTURE"} for event in FUTURE]
    causes = {e.cause for e in TASK.errors({**GOLD, "events": FUTURE}, {"id": "a", "events": found})}
    assert causes == {"CERTAIN/FUTURE/POS -> CERTAIN/NON_FUTURE/POS"}


@pytest.mark.model
def test_marks_are_judged_where_they_stand_in_the_files_own_text() -> None:
    text = "Rene\u0301e will not visit Sudmark. She met the king."
    marks = tuple(Mark(word, text.index(word), text.index(word) + len(word)) for word in ("visit", "met"))
    (line,) = TASK.predict([Question("a", text, "2031-01-01", marks)])
    assert [(e["id"], e["span"]) for e in line["events"]] == [(m.id, [m.start, m.end]) for m in marks]
    assert line["events"][0]["polarity"] == "NEG" and line["events"][1]["polarity"] == "POS"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "word", "values"),
    [
        ("Sudmark will visit Nordmark.", "visit", ("CERTAIN", "FUTURE", "POS")),
        ("Sudmark is expected to visit Nordmark.", "visit", ("PROBABLE", "FUTURE", "POS")),
        ("Sudmark is likely to visit Nordmark.", "visit", ("PROBABLE", "FUTURE", "POS")),
        ("Sudmark may visit Nordmark.", "visit", ("POSSIBLE", "FUTURE", "POS")),
        ("Sudmark can visit Nordmark.", "visit", ("CERTAIN", "NON_FUTURE", "POS")),
        ("Sudmark can not visit Nordmark.", "visit", ("CERTAIN", "NON_FUTURE", "NEG")),
        ("Sudmark plans to visit Nordmark.", "visit", ("UNDERSPECIFIED", "FUTURE", "UNDERSPECIFIED")),
        ("Sudmark signed a contract to supply grain.", "supply", ("CERTAIN", "FUTURE", "POS")),
        ("Sudmark went to Nordmark to supply grain.", "supply", ("CERTAIN", "NON_FUTURE", "POS")),
    ],
)
def test_words_of_certainty_are_told_apart(text: str, word: str, values: tuple[str, str, str]) -> None:
    mark = Mark("m", text.index(word), text.index(word) + len(word))
    (line,) = TASK.predict([Question("a", text, "2031-01-01", (mark,))])
    assert tuple(line["events"][0][name] for name in FIELDS) == values
