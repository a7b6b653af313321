"""How the judge is trained: facts as the rules have them, and happenings whose deciding word is hidden."""

from __future__ import annotations

import pytest
from train_judge import PLAN, of_operators, without_operators

from communique.lexicon.lexicon import load_lexicon
from communique.lexicon.statuses import SAME
from communique.lexicon.weights import load_weights
from communique.records.events import REAL


def test_words_that_hand_on_their_own_status_stay_and_no_others() -> None:
    kept = without_operators().operators
    assert {operator.gives for many in kept.values() for operator in many} == {SAME}
    assert "begin" in kept and "deny" in load_lexicon().statuses.operators and "deny" not in kept


def test_the_weights_that_ship_were_made_by_the_plan_that_stands_there() -> None:
    judge = load_weights("judge")
    assert (judge.kinds, judge.places, judge.sure) == (PLAN.kinds, tuple(PLAN.scales), PLAN.sure)


@pytest.mark.model
def test_an_operator_teaches_by_its_example_and_by_each_of_its_predicates() -> None:
    cases = [case for case in of_operators() if case.group == "denied"]
    assert {case.kind for case in cases} == {"denied"} and not REAL & {case.kind for case in cases}
    assert {"under deny", "under refute", "under dispute"} <= {trait for case in cases for trait in case.traits}
    assert not any(trait.startswith("why deny") for case in cases for trait in case.traits)
