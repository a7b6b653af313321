"""Matches and burglaries: what happens in sentences about sport or theft is no diplomacy, whoever plays."""

from __future__ import annotations

import re

from communique.lexicon.words import load_words
from communique.reading import Reading
from communique.records.events import Engagement, Event
from communique.records.record import Record

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


REACH = 1
"""So many sentences on either side of one about sport or theft are about it too."""


def everyday_sentences(reading: Reading) -> frozenset[int]:
    """Return the sentences that speak of a match, a race or a theft, by words that hardly stand elsewhere, and those
    beside them."""
    words = load_words("language/en/everyday_words")
    found: set[int] = set()
    for sentence in reading.sentences:
        text = reading.article.text[sentence.start : sentence.end].lower()
        if any(word in words or word.removesuffix("s") in words for word in _WORD.findall(text)):
            found.update(range(sentence.index - REACH, sentence.index + REACH + 1))
    return frozenset(found)


def is_everyday(reading: Reading, record: Record, sentences: frozenset[int]) -> bool:
    """Whether a record is of a happening that is told in such sentences only: "Spain will meet Portugal in the
    semi-final".
    """
    if not sentences or not isinstance(record, Event | Engagement):
        return False
    triggers = (reading.sentence_at(piece.start) for piece in record.evidence if piece.role == "trigger")
    told = [sentence.index for sentence in triggers if sentence is not None]
    return bool(told) and sentences.issuperset(told)
