"""Fights of words and votes: a politician "attacks" another, "captures Ohio", holds a rally; nobody is hurt."""

from __future__ import annotations

from communique.extract.happenings.happenings import Happening
from communique.lexicon.words import load_words
from communique.reading import Reading
from communique.records.actors import Actor

CAMPAIGN = 4
"""How many words of elections make an article one about a campaign."""
_AT_ODDS = frozenset({"person", "party", "media"})


def is_contest(reading: Reading, happening: Happening) -> bool:
    """Whether words of combat tell of persons alone ("the senator's attack on his rival") and nothing of wounds.

    Whoever fights a state, an army, rebels or people fights in earnest ("the president will fight the militants"), but
    for votes: "the senator captured Ohio".
    """
    if not happening.actors or not all(actor.kind == "person" and _is_named(actor) for actor in happening.actors):
        return False
    told = {reading.tokens[telling.match.clause.head].lemma for telling in happening.tellings}
    fought = told <= load_words("language/en/contest_words") and all(map(_is_at_odds, happening.recipients))
    if not fought and not (told <= load_words("language/en/conquest_verbs") and _is_campaign(reading)):
        return False
    wounds = load_words("language/en/wound_words")
    sentences = (reading.sentences[telling.match.clause.sentence] for telling in happening.tellings)
    return all(t.lemma not in wounds for s in sentences for t in reading.tokens[s.first : s.last])


def _is_campaign(reading: Reading) -> bool:
    words = load_words("language/en/campaign_words")
    return sum(token.lemma in words for token in reading.tokens) >= CAMPAIGN


def _is_at_odds(actor: Actor) -> bool:
    """Whether somebody fights with words: a politician, a rival, a party, a paper, who is only a name."""
    return actor.kind in _AT_ODDS or "OPP" in actor.sectors or (actor.kind == "unknown" and actor.form == "name")


def _is_named(actor: Actor) -> bool:
    return actor.form in ("name", "role", "pronoun")
