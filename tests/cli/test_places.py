"""Which sentence shows a record."""

from __future__ import annotations

from builders import actor, article, event, evidence, span, statement
from communique.cli.places import elsewhere, shown
from communique.questions.sentences import leading, sentence_at, sentences

TEXT = 'The U.S. envoy left. "We wait. We hope," Gen. Diaz said. Talks resumed.'


def test_sentences_survive_initials_and_titles() -> None:
    found = [s.text for s in sentences(article(TEXT))]
    assert found[0] == "The U.S. envoy left."
    assert found[-2].endswith("Gen. Diaz said.")
    assert found[-1] == "Talks resumed."


def test_a_sentence_never_crosses_segments() -> None:
    art = article(
        "Talks resume\n\nOslo hosts them.", segments=[("title", "Talks resume"), ("body", "Oslo hosts them.")]
    )
    assert [s.text for s in sentences(art)] == ["Talks resume", "Oslo hosts them."]


def test_a_quotation_of_two_sentences_is_shown_whole() -> None:
    art = article(TEXT)
    assert sentence_at(art, span(art, "We wait. We hope")).text == '"We wait. We hope," Gen. Diaz said.'


def test_a_happening_is_shown_by_its_trigger_and_speech_by_its_words() -> None:
    art = article(TEXT)
    talks = event(art, "Talks", "CONSULT", evidence=(evidence(art, "envoy", "actor"), evidence(art, "Talks")))
    assert leading(talks).text == "Talks"
    assert shown(art, talks).text == "Talks resumed."
    said = statement(art, actor(art, "Gen. Diaz", "person/diaz"), "said", "We wait. We hope")
    assert leading(said).text == "We wait. We hope"
    assert shown(art, said).text == '"We wait. We hope," Gen. Diaz said.'


def test_further_triggers_in_the_same_sentence_are_no_repetition() -> None:
    art = article(TEXT)
    once = event(art, "Talks", "CONSULT", evidence=(evidence(art, "Talks"), evidence(art, "resumed")))
    twice = event(art, "Talks", "CONSULT", evidence=(evidence(art, "Talks"), evidence(art, "left")))
    assert (elsewhere(art, once), elsewhere(art, twice)) == (0, 1)


def test_an_empty_segment_list_is_one_stretch() -> None:
    assert [s.text for s in sentences(article("One. Two."))] == ["One.", "Two."]
