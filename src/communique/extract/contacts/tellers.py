"""Who tells of an occasion that he himself had with the one other party named: "X said the talks with Y had ended"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.extract.contacts.attendance import TALKING
from communique.extract.contacts.holding import heads_of
from communique.extract.matching.parties import holders
from communique.lexicon.engagements import Trigger
from communique.lexicon.words import load_words
from communique.reading import Clause, Reading
from communique.records.actors import Actor, Part, Participant, same_side

_SIDES = frozenset({"state", "organ", "armed_group", "movement"})
"""Kinds that speak of their own talks; an organisation tells of those of others as well."""


def is_of_teller(reading: Reading, whole: Sequence[Clause], trigger: Trigger) -> bool:
    """Return whether a noun that names one party is what somebody tells: "X said that talks with Y would resume",
    "there are talks going on with Y, X said"; not "X said that Z had spoken of talks with Y"."""
    outer = whole[-1]
    above = reading.clauses[outer.under] if outer.pos == "noun" and outer.under is not None else None
    if above is None or above.pos != "verb" or trigger.type not in TALKING:
        return False
    if any(piece.all("possessor", "by", "between", "among", "of") for piece in whole[:1]):
        return False
    heads = heads_of(reading, (outer,))
    role = next((argument.role for argument in above.arguments if argument.head in heads), "")
    told = role == "subject" or (role == "object" and above.passive and not above.all("subject"))
    told = told or being(reading, outer) is not None
    aside = role in load_words("engagements/en/occasion_prepositions") and above.passive  # "settled in a call with Y"
    return told or (aside and whole[0].one("with") is not None)


def being(reading: Reading, outer: Clause) -> Clause | None:
    """Return the verb that says that there is what a noun names: "there were talks with Y"."""
    above = reading.clauses[outer.under] if outer.pos == "noun" and outer.under is not None else None
    if above is None or above.predicate != "be" or not any(a.head == outer.head for a in above.all("attribute")):
        return None
    return above if any(reading.tokens[a.head].dep == "expl" for a in above.all("subject")) else None


def tellers(reading: Reading, clause: Clause, trigger: Trigger, people: Sequence[Participant]) -> Iterator[Participant]:
    """Yield the innermost sources of what is told, as parties of it; a spokesman's side for him."""
    part: Part = trigger.parts.get("with", "participant")
    for sources in holders(reading, clause.head)[-1:]:
        for source in sources:
            actor = _side(reading, source)
            if actor is not None and not any(same_side(actor, other) for other in people):
                yield Participant.of(replace(actor, basis="inferred"), part)


def _side(reading: Reading, source: Actor) -> Actor | None:
    """Who had the talks of which a source tells: itself, or whom it speaks for."""
    if source.kind in _SIDES and source.diplomatic:
        return source
    if source.kind != "person" or not source.diplomatic:
        return None
    title = source.role.title.lower() if source.role is not None else ""
    if source.role is None or not any(title.endswith(word) for word in load_words("engagements/en/spokesman_words")):
        return source
    owner = source.role.of or f"state/{source.iso3}"
    known = (mention.actor for mention in reading.mentions_of.get(owner, ()))
    return next((actor for actor in known if actor is not None and actor.kind in _SIDES), source)
