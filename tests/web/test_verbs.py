"""What a form asks for is decided as the command line would, and places that do not hold their words are refused."""

from __future__ import annotations

import pytest

from communique.errors import DecisionError
from communique.records.texts import Article
from communique.web.verbs import chosen, decision_of, fields_of

ARTICLE = Article(text="A 😀 e\u0301 met B.")


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"start": "7", "end": "10", "words": "met"}, "7:10"),
        ({"words": "met"}, "met"),
        ({"start": "", "end": "", "words": " met "}, "met"),
    ],
)
def test_chosen_words_become_a_place_or_a_quote(sent: dict[str, str], expected: str) -> None:
    assert chosen(ARTICLE, sent) == expected


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"start": "8", "end": "11", "words": "met"}, "select the words again"),  # UTF-16 units, not code points
        ({"start": "7", "end": "10", "words": "met B"}, "select the words again"),
        ({"start": "7", "end": "10"}, "select the words again"),
        ({"start": "99", "end": "102", "words": "met"}, "select the words again"),
        ({"start": "-3", "end": "10", "words": "met"}, "no place"),
        ({"start": "7", "end": "", "words": "met"}, "no place"),
        ({}, "which words"),
    ],
)
def test_a_place_that_does_not_hold_the_words_is_refused(sent: dict[str, str], why: str) -> None:
    with pytest.raises(DecisionError, match=why):
        chosen(ARTICLE, sent)


def test_there_are_no_other_verbs() -> None:
    with pytest.raises(DecisionError, match="there is no verb 'erase'; there are accept, correct"):
        decision_of("erase", {})


def test_fields_of_a_record_stand_under_their_own_names() -> None:
    assert fields_of({"field.status": "held", "record": "eng-1", "reason": "x"}) == {"status": "held"}
