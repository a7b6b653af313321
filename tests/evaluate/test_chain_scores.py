"""Chains of mentions are compared as MUC, B-cubed and CEAF-e compare them."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from random import Random

import pytest

from communique.evaluate.links import TASK, affairs
from communique.evaluate.measures import Row
from communique.evaluate.pairing import best_pairs


def _side(*chains: str) -> list[dict[str, str]]:
    return [{"m_id": member, "chain": str(number)} for number, chain in enumerate(chains) for member in chain]


def _rows(gold: list[dict[str, str]], predicted: list[dict[str, str]]) -> dict[str, Row]:
    counts = TASK.count({"id": "a", "mentions": gold}, {"id": "a", "mentions": predicted})
    return {row.name: row for row in TASK.measure(counts)}


def test_gold_against_itself_is_all_right() -> None:
    assert _rows(_side("abc", "de", "f"), _side("abc", "de", "f"))["CoNLL"].value == 1.0


def test_a_chain_cut_in_two_costs_links_and_members() -> None:
    rows = _rows(_side("abc", "d"), _side("ab", "c", "d"))
    assert (rows["MUC"].precision, rows["MUC"].recall) == (1.0, 0.5)
    assert rows["B-cubed"].precision == 1.0
    assert rows["B-cubed"].recall == pytest.approx((2 / 3 * 2 + 1 / 3 + 1) / 4)
    assert rows["CEAF-e"].recall == pytest.approx((0.8 + 1) / 2)


def test_all_apart_has_no_links() -> None:
    rows = _rows(_side("abc", "de"), _side("a", "b", "c", "d", "e"))
    assert rows["MUC"].value == 0.0 and rows["B-cubed"].precision == 1.0


def test_a_mention_left_out_stands_alone_and_one_that_is_no_event_does_not_count() -> None:
    gold = [*_side("abc"), {"m_id": "p", "chain": "x", "kind": "HUMAN_PART_PER"}]
    assert _rows(gold, _side("ab"))["MUC"].recall == 0.5
    assert _rows(gold, _side("ab"))["CoNLL"].gold == 3


def test_the_best_pairing_is_the_best_of_all() -> None:
    chance = Random(1)
    for _ in range(30):
        height, width = chance.randint(1, 4), chance.randint(4, 5)
        weights = {(i, j): chance.random() for i in range(height) for j in range(width)}
        best = max(sum(weights[i, c[i]] for i in range(height)) for c in permutations(range(width), height))
        turned = {(j, i): w for (i, j), w in weights.items()}
        assert sum(weights[p] for p in best_pairs(weights)) == pytest.approx(best)
        assert sum(turned[p] for p in best_pairs(turned)) == pytest.approx(best)


def test_what_shares_nothing_is_never_paired() -> None:
    assert best_pairs({(0, 0): 1.0, (0, 1): 3.0, (2, 0): 0.5}) == [(0, 1), (2, 0)]
    assert best_pairs({}) == []


FERRY = (
    "ferry harbour captain storm sink rescue",
    "ferry captain sink inquiry harbour",
    "ferry inquiry captain court storm",
)
MERGER = (
    "bank merger shareholder vote share",
    "merger bank regulator share approve",
    "bank vote regulator merger offer",
)


def _bags(*texts: str) -> list[Counter[str]]:
    return [Counter(text.split()) for text in texts]


def test_articles_that_share_their_words_tell_of_one_affair_in_whatever_order() -> None:
    texts = [*FERRY, *MERGER]
    for order in permutations(range(6)):
        told = affairs(_bags(*(texts[place] for place in order)))
        of = dict(zip(order, told, strict=True))
        assert of[0] == of[1] == of[2] != of[3] == of[4] == of[5]


def test_articles_that_share_no_word_or_have_none_stand_alone() -> None:
    assert affairs(_bags("ferry storm", "bank merger", "", "")) == [0, 1, 2, 3]
    assert affairs([]) == [] and affairs(_bags("ferry")) == [0]
