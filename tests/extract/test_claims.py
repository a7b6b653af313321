"""Charges and denials by predicate and construction: evaluation/constructions/claims.yaml, as far as it is met."""

from __future__ import annotations

import pytest
from cases import Case, read_cases
from score_claims import FILE, claims_of, compare

CASES = read_cases(FILE)


@pytest.mark.parametrize("group", sorted({case.group for case in CASES}))
def test_every_set_has_texts_that_give_nothing(group: str) -> None:
    assert any(case.lines == ("none",) for case in CASES if case.group == group)


@pytest.mark.model
@pytest.mark.parametrize("case", [case for case in CASES if not case.gap], ids=lambda case: case.text[:60])
def test_a_text_gives_the_charges_and_denials_that_it_should(case: Case) -> None:
    missed, extra = compare(case, claims_of(case.text))
    assert not missed
    assert not extra


@pytest.mark.model
@pytest.mark.parametrize("case", [case for case in CASES if case.gap], ids=lambda case: case.text[:60])
def test_a_known_gap_is_one_yet(case: Case) -> None:
    missed, extra = compare(case, claims_of(case.text))
    assert missed or extra, "closed: take the mark away (--mend)"
