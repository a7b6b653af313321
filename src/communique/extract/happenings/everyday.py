"""Matches and burglaries: what happens in a paragraph about sport or theft is no diplomacy, whoever plays."""

from __future__ import annotations

import re

from communique.lexicon.words import load_words
from communique.reading import Reading
from communique.records.events import Engagement, Event
from communique.records.record import Record

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def everyday_paragraphs(reading: Reading) -> frozenset[int]:
    """Return the paragraphs that speak of a match, a race or a theft, by words that hardly stand elsewhere."""
    words = load_words("language/en/everyday_words")
    found = set()
    for sentence in reading.sentences:
        text = reading.article.text[sentence.start : sentence.end].lower()
        if any(word in words or word.removesuffix("s") in words for word in _WORD.findall(text)):
            found.add(sentence.paragraph)
    return frozenset(found)


def is_everyday(reading: Reading, record: Record, paragraphs: frozenset[int]) -> bool:
    """Whether a record is of a happening that is told in such paragraphs only: "Spain will meet Portugal in the
    semi-final".
    """
    if not paragraphs or not isinstance(record, Event | Engagement):
        return False
    sentences = [reading.sentence_at(piece.start) for piece in record.evidence if piece.role == "trigger"]
    told = [sentence for sentence in sentences if sentence is not None]
    return bool(told) and all(sentence.paragraph in paragraphs for sentence in told)
