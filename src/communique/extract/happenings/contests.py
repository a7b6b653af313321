"""Fights of words and votes: a politician "attacks" another, "captures Ohio", holds a rally; nobody is hurt."""

from __future__ import annotations

from communique.extract.happenings.happenings import Happening
from communique.extract.matching.campaigns import is_bloody
from communique.lexicon.words import load_words
from communique.reading import Reading
from communique.records.actors import Actor

_AT_ODDS = frozenset({"person", "party", "media"})


def is_contest(reading: Reading, happening: Happening, campaign: bool) -> bool:
    """Whether words of combat tell of persons alone ("the senator's attack on his rival") and nothing of wounds.

    Whoever fights a state, an army, rebels or people fights in earnest ("the president will fight the militants"), but
    for votes: "the senator captured Ohio". In a campaign "the attacks on the senator" need nobody who is named.
    """
    nobodys = campaign and not (happening.actors or happening.recipients)
    if nobodys and happening.tellings[0].match.rule.type == "PROTEST":
        return True  # "a rally in the stadium"
    told_of = happening.actors or (happening.recipients if campaign else ())
    if not told_of or not all(actor.kind == "person" and _is_named(actor) for actor in told_of):
        return False
    told = {reading.tokens[telling.match.clause.head].lemma for telling in happening.tellings}
    fought = told <= load_words("language/en/contest_words") and all(map(_is_at_odds, happening.recipients))
    if not fought and not (told <= load_words("language/en/conquest_verbs") and campaign):
        return False
    sentences = (reading.sentences[telling.match.clause.sentence] for telling in happening.tellings)
    return not any(is_bloody(reading, sentence) for sentence in sentences)


def _is_at_odds(actor: Actor) -> bool:
    """Whether somebody fights with words: a politician, a rival, a party, a paper, who is only a name."""
    return actor.kind in _AT_ODDS or "OPP" in actor.sectors or (actor.kind == "unknown" and actor.form == "name")


def _is_named(actor: Actor) -> bool:
    return actor.form in ("name", "role", "pronoun")
