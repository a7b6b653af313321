"""Campaigns for votes: what rivals and their friends do among themselves, where nobody serves a state or a body."""

from __future__ import annotations

from dataclasses import replace

from communique.lexicon.words import load_words
from communique.reading import Reading, Sentence
from communique.records.events import Event
from communique.records.parties import parties
from communique.records.record import Record
from communique.records.statements import Statement

CAMPAIGN = 4
"""How many words of elections make an article one about a campaign."""
RIVALS = 0.45
"""How sure what rivals do to one another is at most, below what is shown: of forty such events drawn from newspapers
nine were right, and hardly one was a matter between powers."""


def is_campaign(reading: Reading) -> bool:
    """Return whether an article is about a campaign for votes, by its words."""
    words = load_words("language/en/campaign_words")
    return sum(token.lemma in words or token.norm in words for token in reading.tokens) >= CAMPAIGN


def is_bloody(reading: Reading, sentence: Sentence) -> bool:
    """Return whether a sentence speaks of wounds, deaths or arms."""
    wounds = load_words("language/en/wound_words")
    return any(token.lemma in wounds for token in reading.tokens[sentence.first : sentence.last])


def with_rivals_aside(reading: Reading, records: list[Record]) -> list[Record]:
    """Return the records; in an article about a campaign those in which nobody serves a state or a body are made
    doubtful, and what was only guessed.

    Candidates run, endorse, meet and scold for themselves: "the senator blasted the nominee". What they say stays as it
    is, and so does blood that is shed.
    """
    if not is_campaign(reading):
        return records
    return [replace(r, confidence=min(r.confidence, RIVALS)) if _is_aside(reading, r) else r for r in records]


def _is_aside(reading: Reading, record: Record) -> bool:
    if isinstance(record, Statement):
        return False
    if isinstance(record, Event):
        if record.rule.endswith(".guessed"):
            return True
        sentence = reading.sentence_at(record.trigger.start)
        if record.type == "ASSAULT" and sentence is not None and is_bloody(reading, sentence):
            return False
    actors = [actor for _, actor in parties(record)]
    return bool(actors) and not any(actor.serving for actor in actors)
