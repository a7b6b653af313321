"""A decision finds its record again by its words, or nobody guesses."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import actor, article, engagement, statement
from communique.decide.attaching import reattach, shared, target_of
from communique.records.statements import Statement
from communique.records.texts import Article

TEXT = article(
    "Envoys of Norway held two rounds of quiet talks in Oslo on Monday, "
    "and Norway said that further talks would follow.",
    published="2024-05-07",
)


def said(art: Article, content: str) -> Statement:
    return statement(art, actor(art, "Norway", "state/NOR", nth=1), "said", content)


@pytest.mark.parametrize(
    ("decided", "now", "found"),
    [
        ("further talks would follow", "further talks would follow", True),
        ("further talks would follow", "that further talks would follow", True),
        ("further talks would follow", "talks would follow", True),
        ("further talks would follow", "in Oslo on Monday, and Norway said that further talks would follow", False),
        ("further talks would follow", "in Oslo on Monday", False),
    ],
)
def test_a_decision_finds_words_that_share_half_of_theirs(decided: str, now: str, found: bool) -> None:
    target, record = target_of(said(TEXT, decided)), said(TEXT, now)
    assert (reattach(target, [record]) == record.id) is found


def test_another_kind_or_another_article_is_never_meant() -> None:
    talks = engagement(TEXT, "talks", participants=[actor(TEXT, "Norway", "state/NOR")], type="talks")
    other = article(TEXT.text + " More later.")
    assert reattach(target_of(talks), [said(TEXT, "talks")]) is None
    assert reattach(target_of(said(TEXT, "further talks")), [said(other, "further talks")]) is None


def test_two_fitting_records_are_a_doubt_and_the_very_same_one_is_none() -> None:
    target = target_of(said(TEXT, "further talks would follow"))
    near = [said(TEXT, "that further talks would follow"), said(TEXT, "talks would follow")]
    assert reattach(target, near) is None
    assert reattach(target, [*near, said(TEXT, "further talks would follow")]) == target.record


def test_records_on_equal_words_are_told_apart_by_their_ordinal() -> None:
    first = said(TEXT, "further talks would follow")
    second = replace(first, ordinal=1)
    assert reattach(target_of(second), [first, second]) == second.id


WORDS = [word for word in TEXT.text.split() if TEXT.text.count(word) == 1]
pieces = st.tuples(st.integers(0, len(TEXT.text) - 2), st.integers(1, 60)).map(
    lambda p: TEXT.span(p[0], min(p[0] + p[1], len(TEXT.text)))
)
records = pieces.map(lambda p: replace(said(TEXT, "talks"), content=(p,), cue=None))


@given(st.lists(records, max_size=6), records, st.randoms())
def test_the_order_of_candidates_does_not_matter_and_at_most_one_is_meant(
    candidates: list[Statement], decided: Statement, random: Random
) -> None:
    target = target_of(decided)
    found = reattach(target, candidates)
    shuffled = list(candidates)
    random.shuffle(shuffled)
    assert reattach(target, shuffled) == found
    close = {c.id for c in candidates if shared(target.spans, c.defining) >= 0.5}
    assert found in ({target.record} if target.record in {c.id for c in candidates} else close | {None})
    if found is None:
        assert len(close) != 1


@given(st.integers(0, 8), st.integers(3, 9), st.sampled_from([-1, 0, 1]), st.sampled_from([-1, 0, 1]))
def test_one_word_more_or_less_at_either_end_loses_nobody(begin: int, length: int, left: int, right: int) -> None:
    starts = [0, *(i + 1 for i, sign in enumerate(TEXT.text) if sign == " ")]
    ends = [*(i for i, sign in enumerate(TEXT.text) if sign == " "), len(TEXT.text)]

    def piece(first: int, last: int) -> Statement:
        span = TEXT.span(starts[max(first, 0)], ends[min(last, len(ends) - 1)])
        return replace(said(TEXT, "talks"), content=(span,), cue=None)

    decided, now = piece(begin, begin + length), piece(begin + left, begin + length + right)
    assert reattach(target_of(decided), [now]) == now.id
