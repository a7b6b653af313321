"""Parts of speech come out as spaCy's own matcher has them."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from communique.annotate.parsing.nlp import load_model
from communique.annotate.parsing.ruler import Rules

SENTENCES = [
    "There's something that nobody in Arvania wants: another war.",
    "The minister, who got the letter, has not read it and isn't going to.",
    "These talks are better than those, he'd said, although they went on till 3 a.m.",
    "“We ourselves had better leave,” she gets to say — if ever.",
    "Borland's 1,200 troops\n\nleft   the two islands ( most of them ) on 3 May 2024 .",
    "To be or not to be: which is whose?",
    "",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_is_looked_up_is_what_the_matcher_finds(sentence: str) -> None:
    pipeline = load_model().pipeline
    ruler: Any = pipeline.get_pipe("attribute_ruler")
    with pipeline.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        doc = pipeline(sentence)
    assert ruler.match(doc) == type(ruler).match(ruler, doc)


@pytest.mark.parametrize("text", ["no one", "no unrest ever ever", "Yes , un", "one", "no"])
def test_rules_that_ask_otherwise_are_left_to_the_matcher(text: str) -> None:
    ruler: Any = spacy.blank("en").add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": {"REGEX": "^un"}}]], {"POS": "ADJ"})
    ruler.add([[{"LOWER": {"IN": ["un", "no"]}}], [{"LOWER": "yes"}]], {"POS": "INTJ"})
    ruler.add([[{"LOWER": "no"}, {"LOWER": {"NOT_IN": ["one"]}}]], {"POS": "DET"}, index=0)
    ruler.add([[{"LOWER": "ever", "OP": "+"}]], {"POS": "ADV"})
    doc = Doc(ruler.vocab, words=text.split())
    assert Rules(ruler)(doc) == type(ruler).match(ruler, doc)
