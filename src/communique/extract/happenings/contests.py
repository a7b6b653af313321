"""Fights of words and votes: a politician "attacks" another, "captures Ohio", holds a rally; nobody is hurt."""

from __future__ import annotations

from communique.extract.happenings.happenings import Happening
from communique.extract.matching.campaigns import is_bloody
from communique.lexicon.words import load_words
from communique.reading import Reading
from communique.records.actors import Actor

_AT_ODDS = frozenset({"person", "party", "media"})


def is_fight(reading: Reading, happening: Happening) -> bool:
    """Whether words of combat or conquest alone tell of a happening, and nothing of wounds stands beside them."""
    told = _told(reading, happening)
    if not told <= load_words("language/en/contest_words") and not told <= load_words("language/en/conquest_verbs"):
        return False
    sentences = (reading.sentences[telling.match.clause.sentence] for telling in happening.tellings)
    return not any(is_bloody(reading, sentence) for sentence in sentences)


def _told(reading: Reading, happening: Happening) -> set[str]:
    return {reading.tokens[telling.match.clause.head].lemma for telling in happening.tellings}


def is_contest(reading: Reading, happening: Happening, campaign: bool) -> bool:
    """Whether a fight is one of persons alone ("the senator's attack on his rival").

    Whoever fights a state, an army, rebels or people fights in earnest ("the president will fight the militants"), but
    for votes: "the senator captured Ohio". In a campaign whoever fights nobody, and rivals who suffer attacks of nobody
    named, do so with words too, and a candidate's rally protests against nothing.
    """
    told = _told(reading, happening)
    fought = told <= load_words("language/en/contest_words")
    conquered = told <= load_words("language/en/conquest_verbs")
    against = [actor for actor in happening.recipients if actor.kind != "place"]
    if campaign and fought and not against:
        gathered = happening.tellings[0].match.rule.type == "PROTEST"
        return not gathered or all(map(_is_named_person, happening.actors))
    told_of = happening.actors or (against if campaign else ())
    if not told_of or not all(map(_is_named_person, told_of)):
        return False
    return (campaign and conquered) or (fought and all(map(_is_at_odds, against)))


def _is_at_odds(actor: Actor) -> bool:
    """Whether somebody fights with words: a politician, a rival, a party, a paper, who is only a name."""
    return actor.kind in _AT_ODDS or "OPP" in actor.sectors or (actor.kind == "unknown" and actor.form == "name")


def _is_named_person(actor: Actor) -> bool:
    return actor.kind == "person" and actor.form in ("name", "role", "pronoun")
