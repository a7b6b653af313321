"""The sentences of evaluation/constructions are read as they are told, but for those marked as gaps."""

from __future__ import annotations

import pytest

from plan_passages import Passage, judge, passages

NAMES = ("plans.yaml", "plans_blind.yaml", "plans_second.yaml", "plans_third.yaml", "plans_third_blind.yaml")
PASSAGES = [p for name in NAMES for p in passages(name)]


@pytest.mark.model
@pytest.mark.parametrize("passage", [p for p in PASSAGES if not p.gap], ids=lambda p: p.text[:60])
def test_what_a_sentence_tells_of_plans_is_read_and_nothing_else(passage: Passage) -> None:
    assert judge(passage).notes == []


@pytest.mark.model
@pytest.mark.parametrize("passage", [p for p in PASSAGES if p.gap], ids=lambda p: p.text[:60])
def test_a_known_gap_is_one_yet(passage: Passage) -> None:
    assert judge(passage).notes != [], "closed: take the mark away (--mend)"
