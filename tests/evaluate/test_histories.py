"""Predicted threads against a story's gold: which steps and states count as right."""

from __future__ import annotations

from typing import Any

import pytest

from communique.evaluate.histories import judge, measure

TEXT = "Peru and Chile will meet on Monday. The two met in Lima."
GOLD: dict[str, Any] = {
    "articles": [{"id": "A1", "file": "a1.txt"}],
    "as_of_dates": ["2024-01-01", "2024-01-08", "2024-02-01"],
    "threads": [
        {
            "id": "T1", "class": "engagement", "kind": "meeting", "participants": ["PER"], "final": "held",
            "history": [
                {"a": "A1", "q": "will meet", "status": "proposed"}, {"a": "A1", "q": "met in Lima", "status": "held"},
            ],
            "state_as_of": [{"date": "2024-01-08", "status": "held"}],
        }
    ],
}  # fmt: skip


def found(*steps: tuple[str, str], as_of: dict[str, str], kind: str = "meeting", party: str = "PER") -> dict[str, Any]:
    history = [
        {"article": "a1.txt", "status": status, "evidence": (TEXT.index(words), TEXT.index(words) + len(words))}
        for words, status in steps
    ]
    return {"threads": [{"kind": kind, "participants": [party], "history": history, "as_of": as_of}]}


MET = (("will meet", "invited"), ("met in Lima", "held"))
HELD = {"2024-01-08": "held", "2024-02-01": "held"}


@pytest.mark.parametrize(
    ("prediction", "threads", "steps", "states"),
    [
        (found(*MET, as_of=HELD), 1, 2, 2),  # an invitation is a proposal, and what was held is held a month later
        (found(*MET, as_of={**HELD, "2024-02-01": "announced"}), 1, 2, 1),
        (found(("will meet", "refused"), ("met in Lima", "occurred"), as_of={}), 1, 1, 0),
        (found(*MET, as_of=HELD, party="BOL"), 0, 0, 0),
        (found(*MET, as_of=HELD, kind="allegation"), 0, 0, 0),
    ],
)
def test_steps_and_states_are_right_by_what_the_gold_accepts(
    prediction: dict[str, Any], threads: int, steps: int, states: int
) -> None:
    rows = {row.name: row for row in measure(judge(GOLD, {"a1.txt": TEXT}, prediction).counts)}
    assert (rows["threads found"].right, rows["history"].right, rows["as of"].right) == (threads, steps, states)
    assert (rows["threads found"].gold, rows["history"].gold, rows["as of"].gold) == (1, 2, 2)
