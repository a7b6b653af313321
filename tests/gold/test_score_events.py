"""The tables of constructions: how many happenings must come out with type, status and parties right."""

from __future__ import annotations

import pytest
from score_events import FOLDER, load_cases, measured, score

LEAST = {"first": 237, "second": 81, "statuses": 46, "blind": 52}
"""So many are right of 314, 119, 73 and 76 (2026-11-28, the finder sure from .85 on; with .75 some ten more).

One of the blind ones went on 2026-11-30: who condemns an attack is no longer guessed to be whom it hit.
"""


def test_each_table_has_a_least_figure_and_reads_without_error() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(LEAST)
    assert sum(len(case.expected) for case in load_cases(sorted(FOLDER.glob("*.yaml")))) == 582


@pytest.mark.model
@pytest.mark.parametrize("name", LEAST)
def test_no_fewer_are_right_than_before_and_no_more_facts_are_false(name: str) -> None:
    counts = measured([FOLDER / f"{name}.yaml"])
    assert counts["all right"] >= LEAST[name]
    assert counts["false fact"] <= (name == "statuses")


def test_any_reading_of_an_expectation_will_do() -> None:
    case = next(case for case in load_cases([FOLDER / "first.yaml"]) if "Fiji" not in case.text)
    start, end = case.expected[0].span
    event = {"trigger_span": (start, end), "type": "ASSAULT", "status": "occurred", "actor": ["ISR"], "recipient": []}
    kinds = [kind for kind, _ in score(case, [event])]
    assert "actors right" in kinds and "recipients" in kinds and "all right" not in kinds
