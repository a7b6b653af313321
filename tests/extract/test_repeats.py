"""Told twice, recorded once: allegations and denials that an article repeats; and who may report whom."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builders import actor, allegation, article, day, denial
from communique.extract.matching.contents import is_own, without
from communique.extract.matching.repeats import join_allegations, join_denials, likeness
from communique.extract.records import find_records
from communique.lexicon.lexicon import load_lexicon
from communique.lexicon.relations import load_relations
from communique.reading import Reading, Token
from communique.records import Allegation, Article, Denial
from conftest import ParseText

RELATIONS = load_relations()
TEXT = article(
    "Chad sends arms to rebels, Mali says. Mali accused Chad of sending arms to rebels. "
    "Mali accused Chad of shelling a town. Chad ships drones to Togo."
)
POS = {"sends": "VERB", "sending": "VERB", "ships": "VERB", "shelling": "VERB", "arms": "NOUN", "rebels": "NOUN",
       "town": "NOUN", "drones": "NOUN", "Chad": "PROPN", "Mali": "PROPN", "Togo": "PROPN"}  # fmt: skip
LEMMAS = {"sends": "send", "sending": "send", "ships": "ship", "shelling": "shell", "arms": "arm", "rebels": "rebel"}


def plain_reading(text: Article) -> Reading:
    """Return a reading that knows no more than words and their parts of speech."""
    tokens, start = [], 0
    for index, word in enumerate(text.text.replace(".", " ").replace(",", " ").split()):
        at = text.text.index(word, start)
        start = at + len(word)
        lemma, pos = LEMMAS.get(word, word.lower()), POS.get(word, "X")
        tokens.append(Token(index, at, start, word, word.lower(), lemma, pos, "", "", index, 0))
    return Reading(article=text, tokens=tuple(tokens))


READING = plain_reading(TEXT)
MALI, CHAD = actor(TEXT, "Mali", "state/MLI"), actor(TEXT, "Chad", "state/TCD")


def said(cue: str, content: str, **fields: Any) -> Allegation:
    return allegation(TEXT, cue, content, accusers=[MALI], accused=[CHAD], **fields)


def test_an_allegation_in_headline_and_body_is_one_with_the_evidence_of_both() -> None:
    headline = said("says", "Chad sends arms to rebels", layer="headline")
    body = said("accused", "sending arms to rebels", when=day("2024-03-01"))
    (joined,) = join_allegations(READING, RELATIONS, [headline, body])
    assert joined.id == body.id
    assert len(joined.evidence) == len(headline.evidence) + len(body.evidence)


@pytest.mark.parametrize(
    "other",
    [
        said("accused Chad of shelling", "shelling a town"),
        said("says", "Chad sends arms to rebels", when=day("2024-02-01")),
        said("accused", "sending arms to rebels"),
        allegation(TEXT, "says", "Chad sends arms to rebels", accusers=[], accused=[CHAD]),
        allegation(TEXT, "says", "Chad sends arms to rebels", accusers=[MALI], accused=[]),
    ],
    ids=["another deed", "another time", "the same cue", "another accuser", "another accused"],
)
def test_allegations_that_differ_stay_apart(other: Allegation) -> None:
    body = said("accused", "sending arms to rebels", when=day("2024-03-01"))
    assert len(join_allegations(READING, RELATIONS, [body, other])) == 2


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("sends arms to rebels", "sending arms to rebels", 1.0, 1.0),
        ("Chad ships drones", "Chad sends arms", 0.6, 0.7),
        ("Mali", "Chad", 0.0, 0.0),
        ("Mali accused Chad", "Mali says", 0.0, 0.0),
        ("shelling a town", "drones to Togo", 0.0, 0.0),
    ],
)
def test_likeness_counts_content_words_and_no_mere_names(one: str, other: str, least: float, most: float) -> None:
    spans = [TEXT.span(TEXT.text.index(words), TEXT.text.index(words) + len(words)) for words in (one, other)]
    assert least <= likeness(READING, RELATIONS, *spans) <= most


def test_a_denial_repeated_in_a_caption_is_one() -> None:
    body = denial(TEXT, CHAD, "accused", of=["a" * 32])
    caption = denial(TEXT, CHAD, "says", of=["a" * 32], layer="caption")
    other = denial(TEXT, CHAD, "ships", of=["b" * 32], layer="caption")
    assert [record.id for record in join_denials([caption, body, other])] == [body.id, other.id]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Chad denies arming rebels\nMali accused Chad of arming rebels. Chad denied the accusation.", ["denied"]),
        (
            "Chile denies bribing judges\nPeru accused Chile of bribing judges. Chile denied this.",
            ["denied"],
        ),
        (
            "Niger denies sheltering gunmen\nNiger denied that it was sheltering gunmen, as Mali had alleged.",
            ["denied"],
        ),
        (
            "Libya denies shelling a village\nChad said Libya had shelled a village. Libya rejected the claim.",
            ["rejected"],
        ),
        (
            "Somalia denies jamming radars\nKenya accused Somalia of jamming radars. Somalia dismissed the charge.",
            ["dismissed"],
        ),
        (
            "Somalia denies jamming radars\nKenya accused Uganda of jamming radars. Uganda denied it.",
            ["denies", "denied"],
        ),
        (
            "Mali accused Chad of arming rebels.\nChad denied this. It denied the charge again on Friday.",
            ["denied", "denied"],
        ),
    ],
)
def test_a_denial_in_the_headline_is_the_one_of_the_text(text: str, cues: list[str], read_text: ParseText) -> None:
    reading = read_text(text, "2023-06-01")
    headline = replace(reading.sentences[0], layer="headline", segment="title")
    records = find_records(replace(reading, sentences=(headline, *reading.sentences[1:])), load_lexicon())
    assert [record.cue.text for record in records if isinstance(record, Denial)] == cues


def test_nobody_reports_his_own_speech_and_no_level_stands_twice() -> None:
    minister = actor(TEXT, "Mali", "person/diop", iso3="MLI")
    assert is_own(minister, MALI)
    assert not is_own(CHAD, MALI)
    assert without(((CHAD,), (minister,)), [MALI]) == ((CHAD,),)
    assert without(((CHAD,), (CHAD,)), [MALI]) == ((CHAD,),)
    assert without(((CHAD, minister),), [CHAD]) == ((minister,),)
