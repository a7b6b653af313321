"""Merges and distinctions: reversible in any order, and a contradiction is told, not applied."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import actor, article, engagement, statement
from communique.decide import making
from communique.decide.making import Hand
from communique.decide.ties import roots, tie
from communique.errors import DecisionError
from communique.records.links import Decision
from communique.records.record import Record

TEXT = article(
    "Peru met Chile in May, met it again in June, held talks in July, phoned in August and wrote in September."
)
PERU = actor(TEXT, "Peru", "state/PER")
RECORDS: list[Record] = [
    engagement(TEXT, words, participants=[PERU]) for words in ("met Chile", "met it", "talks", "phoned", "wrote")
]
A, B, C, D, E = RECORDS
HAND = Hand(who="ana", when="2024-10-01T09:00:00.000000")


def shown(article: str) -> list[Record]:
    return RECORDS if article == TEXT.id else []


def numbered(*decisions: Decision) -> list[Decision]:
    return [replace(decision, number=number) for number, decision in enumerate(decisions, 1)]


MERGES = {(x.id, y.id): making.merge(x, y, HAND) for x, y in permutations(RECORDS, 2)}
DISTINCT = {(x.id, y.id): making.distinct(x, y, HAND) for x, y in permutations(RECORDS, 2)}


def test_two_equal_and_a_third_distinct_is_reported_and_the_closing_merge_is_not_applied() -> None:
    ties = tie(numbered(making.merge(A, B, HAND), making.merge(B, C, HAND), making.distinct(A, C, HAND)), shown)
    assert ties.merges == ((A.id, B.id),)
    (conflict,) = ties.conflicts
    assert (conflict.merge.number, [d.number for d in conflict.because]) == (2, [1, 3])
    for words in ("decision 1", "decision 2", "decision 3", "met Chile", "talks", "not applied"):
        assert words in conflict.why


@pytest.mark.parametrize("undone", [1, 2, 3])
def test_undoing_any_of_the_three_ends_the_contradiction(undone: int) -> None:
    decisions = numbered(making.merge(A, B, HAND), making.merge(B, C, HAND), making.distinct(A, C, HAND))
    left = [replace(d, withdrawn="later") if d.number == undone else d for d in decisions]
    assert not tie(left, shown).conflicts
    assert len(tie(left, shown).merges) == (2 if undone == 3 else 1)


def test_a_contradiction_through_a_thread_that_rules_made_is_seen() -> None:
    decisions = numbered(making.merge(A, B, HAND), making.distinct(A, C, HAND))
    assert not tie(decisions, shown).conflicts
    assert tie(decisions, shown, heads={B.id: B.id, C.id: B.id, A.id: A.id}).conflicts


def test_a_distinction_holds_both_ways_and_a_lost_side_is_an_orphan() -> None:
    ties = tie(numbered(making.distinct(A, C, HAND), making.distinct(A, D, HAND)), shown)
    assert ties.apart == {A.id: {C.id, D.id}, C.id: {A.id}, D.id: {A.id}}
    lost = tie(numbered(making.merge(A, B, HAND)), lambda _: [A])
    assert not lost.merges and [o.decision.number for o in lost.orphans] == [1]


def test_merged_threads_take_the_least_of_their_heads() -> None:
    heads = {A.id: "h1", B.id: "h2", C.id: "h3", D.id: "h4"}
    merged = roots([(C.id, B.id), (B.id, A.id), (D.id, E.id)], heads, {"h1": 3, "h2": 2, "h3": 1, "h4": 0})
    assert merged == {"h1": "h3", "h2": "h3", "h3": "h3"}


def test_what_can_never_be_one_matter_is_refused() -> None:
    said = statement(TEXT, PERU, None, "Chile in May")
    with pytest.raises(DecisionError, match="never tell of one matter"):
        making.merge(A, said, HAND)
    with pytest.raises(DecisionError, match="the same record"):
        making.distinct(A, A, HAND)


@given(st.lists(st.sampled_from([*MERGES.values(), *DISTINCT.values()]), max_size=9), st.randoms())
def test_no_two_distinct_records_are_ever_united_and_undoing_all_leaves_nothing(
    taken: list[Decision], random: Random
) -> None:
    live = numbered(*taken)
    ties = tie(live, shown)
    assert tie(live[::-1], shown) == ties
    own = {record.id: record.id for record in RECORDS}
    united = roots(ties.merges, own, own)
    shuffled = list(ties.merges)
    random.shuffle(shuffled)
    assert roots(shuffled, own, own) == united
    for a, others in ties.apart.items():
        assert all(united.get(a, a) != united.get(b, b) for b in others)
    order = list(range(len(live)))
    random.shuffle(order)
    for place in order:
        live[place] = replace(live[place], withdrawn="later")
    assert tie(live, shown) == tie([], shown)
