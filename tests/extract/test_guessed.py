"""Events that only the trained finder found: which become records, how sure, and what they must not touch."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.config import CONFIDENT
from communique.extract.happenings.events import find_events
from communique.extract.records import find_records
from communique.lexicon.lexicon import load_lexicon
from communique.lexicon.rules import load_rules
from communique.reading import Guess, Reading
from communique.records.events import Event
from conftest import ParseText

RULES = load_rules()

pytestmark = pytest.mark.model


def guessing(reading: Reading, word: str, type_: str, sureness: float) -> Reading:
    """Return the reading with one guess, about the clause of `word`."""
    clause = next(clause for clause in reading.clauses if reading.tokens[clause.head].text == word)
    return replace(reading, guesses=(Guess(clause.index, type_, sureness, sureness >= 0.8),))


def test_a_sure_guess_is_an_event_that_is_shown_and_a_doubtful_one_is_not(read_text: ParseText) -> None:
    reading = read_text("Norway flurbed a hospital in Gaza.")
    sure, doubtful = (find_events(guessing(reading, "flurbed", "AID", s), RULES)[0] for s in (0.83, 0.79))
    assert (sure.type, sure.rule, [a.id for a in sure.actors]) == ("AID", "aid.guessed", ["state/NOR"])
    assert sure.confidence >= CONFIDENT > doubtful.confidence > 0


def test_a_rule_goes_before_a_guess(read_text: ParseText) -> None:
    reading = guessing(read_text("Iraq invaded Kuwait."), "invaded", "AID", 0.99)
    assert [event.rule for event in find_events(reading, RULES)] == ["assault.attack"]


def test_a_guess_without_any_party_is_none(read_text: ParseText) -> None:
    reading = guessing(read_text("Somebody flurbed the hospital, said Norway."), "flurbed", "AID", 0.99)
    assert [event for event in find_events(reading, RULES) if event.rule == "aid.guessed"] == []


def test_a_verb_that_only_carries_a_noun_is_no_happening_of_its_own(read_text: ParseText) -> None:
    reading = guessing(read_text("An offensive against Libya was launched by Chad."), "launched", "MOBILIZE", 0.99)
    assert [event.rule for event in find_events(reading, RULES)] == ["assault.attack_noun"]


def test_what_is_alleged_is_told_by_the_allegation_alone(read_text: ParseText) -> None:
    text = "Peru accused Chile of flurbing its ships."
    reading = guessing(read_text(text), "flurbing", "ASSAULT", 0.99)
    assert [r.kind for r in find_records(reading, load_lexicon()) if r.kind in ("event", "allegation")] == [
        "allegation"
    ]


def test_what_is_doubtful_adds_nothing_to_what_a_rule_found(read_text: ParseText) -> None:
    text = "Iraq attacked Kuwait. The flurbing of Kuwait by Iraq and Syria was brief."
    plain = find_events(replace(read_text(text), guesses=()), RULES)
    found = find_events(guessing(read_text(text), "flurbing", "ASSAULT", 0.6), RULES)
    assert [event for event in found if event.rule == "assault.attack"] == plain


def test_a_word_that_speech_or_a_meeting_uses_is_no_second_record(read_text: ParseText) -> None:
    reading = guessing(read_text("Peru said that Chile would sing."), "said", "AGREE", 0.99)
    assert [r for r in find_records(reading, load_lexicon()) if isinstance(r, Event)] == []
    reading = guessing(read_text("No talks with Peru were in sight."), "talks", "CONSULT", 0.99)
    assert [r for r in find_records(reading, load_lexicon()) if isinstance(r, Event)] == []
    text = "Peru's foreign minister held talks with Chile's foreign minister in Lima. Peru flurbed Chile."
    reading = guessing(read_text(text), "flurbed", "CONSULT", 0.99)
    assert [r for r in find_records(reading, load_lexicon()) if isinstance(r, Event)] == []
