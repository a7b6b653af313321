"""How the finder is trained: its kinds, the thresholds it carries, and what everyday sentences teach."""

from __future__ import annotations

from pathlib import Path

import pytest
from train_finder import EVERYDAY, KINDS, PLAN, of_everyday

from communique.lexicon.rules import TYPES
from communique.lexicon.weights import NONE, load_weights


def test_kinds_are_all_types_but_states_of_affairs() -> None:
    assert (KINDS[0], set(KINDS[1:])) == (NONE, set(TYPES) - {"STATE"})


def test_the_weights_that_ship_were_made_by_the_plan_that_stands_there() -> None:
    finder = load_weights("finder")
    assert (finder.kinds, finder.places) == (PLAN.kinds, tuple(PLAN.scales))
    assert (finder.floor, finder.sure) == (PLAN.floor, PLAN.sure)


@pytest.mark.model
def test_everyday_sentences_teach_that_nothing_happens() -> None:
    cases = list(of_everyday(Path(__file__).parents[2] / EVERYDAY))
    assert len(cases) > 500
    assert {case.kind for case in cases} == {NONE}
