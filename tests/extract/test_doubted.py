"""Events that the trained judge takes for no facts: they are told with its status, no surer than it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.extract.happenings.events import find_events
from communique.lexicon.rules import load_rules
from communique.reading import Doubt, Reading
from conftest import ParseText

RULES = load_rules()

pytestmark = pytest.mark.model


def doubting(reading: Reading, word: str, sureness: float) -> Reading:
    """Return the reading with one doubt, about the clause of `word`."""
    clause = next(clause for clause in reading.clauses if reading.tokens[clause.head].text == word)
    return replace(reading, doubts=(Doubt(clause.index, "alleged", sureness),))


def test_an_event_that_is_doubted_has_the_status_and_the_sureness_of_the_judge(read_text: ParseText) -> None:
    reading = read_text("Iraq invaded Kuwait.")
    assert [(event.status, event.confidence) for event in find_events(reading, RULES)] == [("occurred", 0.9)]
    doubted = doubting(reading, "invaded", 0.82)
    assert [(event.status, event.confidence) for event in find_events(doubted, RULES)] == [("alleged", 0.82)]


def test_a_doubt_about_a_noun_holds_for_the_event_that_it_names(read_text: ParseText) -> None:
    reading = read_text("Norway is toying with sanctions on Chad.")
    assert [(event.type, event.status) for event in find_events(reading, RULES)] == [("SANCTION", "possible")]


def test_a_doubt_about_a_noun_says_nothing_of_the_verb_that_carries_it(read_text: ParseText) -> None:
    reading = doubting(read_text("Chad launched an attack on Libya."), "attack", 0.99)
    assert [event.status for event in find_events(reading, RULES)] == ["occurred"]
