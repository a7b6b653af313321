"""Statuses are judged where a trigger was found; a plan told as a fact is the worst."""

from __future__ import annotations

from typing import Any

from communique.evaluate.measures import Row
from communique.evaluate.status import TASK

TEXT = "Norland denied shelling Sudmark, and the two may meet under a truce."


def _event(
    word: str, kind: str, actor: list[str], recipient: list[str], status: str | None, holder: str | None
) -> dict[str, Any]:
    start = TEXT.index(word)
    parties = {"actor": actor, "recipient": recipient}
    return {"trigger_span": [start, start + len(word)], "type": kind, **parties, "status": status, "holder": holder}


DENIED = _event("denied", "STATEMENT", ["NOR"], [], "occurred", "narrator")
SHELLING = _event("shelling", "ASSAULT", ["NOR"], ["SUD"], "denied", "NOR")
MEET = _event("meet", "CONSULT", ["NOR", "SUD"], [], "possible", "narrator")
TRUCE = _event("truce", "RETREAT", [], [], "possible", "narrator")
GOLD = {"id": "a", "text": TEXT, "events": [DENIED, SHELLING, MEET], "optional_spans": [TRUCE["trigger_span"]]}


def _rows(*events: dict[str, Any], gold: Any = GOLD) -> dict[str, Row]:
    return {row.name: row for row in TASK.measure(TASK.count(gold, {"id": "a", "events": list(events)}))}


def test_gold_against_itself_is_all_right() -> None:
    rows = _rows(DENIED, SHELLING, MEET)
    assert rows["record"].value == rows["status given trigger"].value == rows["holder, not the outlet"].value == 1.0
    assert rows["false facts"].value == rows["lost facts"].value == 0.0


def test_no_status_claims_a_fact() -> None:
    rows = _rows(_event("shelling", "ASSAULT", ["NOR"], ["SUD"], None, None), MEET)
    assert (rows["false facts"].right, rows["false facts"].gold) == (1, 2)
    assert rows["holder given trigger"].value == 0.5
    assert rows["trigger"].recall == 2 / 3


def test_a_plan_made_of_a_fact_is_a_lost_one() -> None:
    assert _rows({**DENIED, "status": "planned"})["lost facts"].value == 1.0


def test_optional_words_are_never_punished_and_others_are() -> None:
    assert _rows(TRUCE)["trigger"].predicted == 0
    assert _rows(_event("Norland", "AID", [], [], None, None))["trigger"].predicted == 1


def test_an_event_in_a_sentence_without_one_is_an_alarm() -> None:
    empty = {"id": "b", "text": TEXT, "events": [], "optional_spans": []}
    assert _rows(MEET, gold=empty)["alarms per empty sentence"].value == 1.0


def test_a_meeting_may_be_told_as_one_meeting_the_other() -> None:
    assert _rows({**MEET, "actor": ["NOR"], "recipient": ["SUD"]})["record"].right == 1
    assert _rows({**SHELLING, "actor": ["NOR", "SUD"], "recipient": []})["record"].right == 0


def test_errors_tell_false_facts_apart() -> None:
    found = [e.cause for e in TASK.errors(GOLD, {"id": "a", "events": [{**MEET, "status": "occurred"}]})]
    assert found == ["false fact: possible -> occurred", "missed: STATEMENT", "missed: ASSAULT"]
