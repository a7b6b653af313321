"""Events are sets per sentence: types, parties and who does it to whom."""

from __future__ import annotations

from typing import Any

from communique.evaluate.events import TASK
from communique.evaluate.measures import Row

TEXT = "Norland and Sudmark met; Norland accused the league of bias."


def _event(kind: str, sources: list[Any], targets: list[Any], **fields: Any) -> dict[str, Any]:
    return {"type": kind, "sources": sources, "targets": targets, **fields}


def _gold(kind: str, sources: str, targets: str, **fields: Any) -> dict[str, Any]:
    return _event(kind, *([{"code": code} for code in side.split()] for side in (sources, targets)), **fields)


GOLD = {
    "id": "a",
    "text": TEXT,
    "events": [
        _gold("CONSULT", "NOR SUD", "", mode="meet", trigger_spans=[[20, 23]]),
        _gold("ACCUSE", "NOR", "IGO", mode=None, trigger_spans=[[33, 40]]),
        _gold("STATEMENT", "NOR", "", mode=None),
    ],
}


def _rows(*events: dict[str, Any]) -> dict[str, Row]:
    return {row.name: row for row in TASK.measure(TASK.count(GOLD, {"id": "a", "events": list(events)}))}


def test_a_meeting_of_two_goes_both_ways_and_types_of_speech_are_left_out() -> None:
    rows = _rows(_event("CONSULT", ["SUD", "NOR"], []), _event("ACCUSE", ["NOR"], ["UNO"]))
    assert (rows["type"].gold, rows["type"].value) == (2, 1.0)
    assert (rows["dyad"].gold, rows["dyad"].value) == (3, 1.0)


def test_one_direction_of_a_meeting_is_half_of_it() -> None:
    rows = _rows(_event("CONSULT", ["NOR"], ["SUD"]))
    assert (rows["type+dyad"].right, rows["type+dyad"].predicted, rows["type+dyad"].gold) == (1, 1, 3)
    assert (rows["source"].recall, rows["target"].recall) == (0.5, 1 / 3)


def test_the_surest_event_counts_as_the_first() -> None:
    sure, unsure = _event("AGREE", ["NOR"], ["SUD"], score=0.9), _event("CONSULT", ["NOR"], ["SUD"], score=0.4)
    assert _rows(unsure, sure)["hit at first"].value == 0.0
    assert _rows(unsure, {**sure, "score": 0.1})["hit at first"].value == 1.0


def test_modes_and_triggers_count_where_the_type_is_right() -> None:
    rows = _rows(_event("CONSULT", ["NOR"], ["SUD"], mode="visit", trigger_spans=[[22, 25]]))
    assert (rows["mode given type"].value, rows["trigger given type"].value) == (0.0, 1.0)
    assert _rows(_event("AID", ["NOR"], []))["mode given type"].value is None


def test_errors_tell_types_before_parties() -> None:
    cause = [e.cause for e in TASK.errors(GOLD, {"id": "a", "events": [_event("AID", ["NOR"], ["SUD"])]})]
    assert cause == ["type missed: ACCUSE CONSULT"]
    right = [_event("CONSULT", ["NOR", "SUD"], []), _event("ACCUSE", ["NOR"], ["SUD"])]
    (error,) = TASK.errors(GOLD, {"id": "a", "events": right})
    assert error.cause == "parties of missed: ACCUSE" and "ACCUSE NOR -> IGO" in error.text
    right[1] = _event("ACCUSE", ["NOR"], ["EUR"])
    assert not list(TASK.errors(GOLD, {"id": "a", "events": right}))
