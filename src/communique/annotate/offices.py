"""Whom "their leaders" and "the foreign ministers of both countries" mean: the people of each body, as far as told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from communique.annotate.phrases import Phrase
from communique.annotate.resolution import Resolution
from communique.lexicon.actors import Known
from communique.reading import Mention
from communique.records.actors import Actor

MOST = 3
"""Of more bodies than these ("the leaders of the EU") nobody asks who each one is."""

Members = Callable[[Mention, Phrase], Actor | None]
"""Says whom a phrase like "the two countries" means."""


def resolve_office_holders(state: Resolution, mention: Mention, phrase: Phrase, members: Members) -> Actor | None:
    """Return the people of `phrase` with whom they are as members: persons named in the article, else whole states.

    None where the phrase names the people of no more than one body.
    """
    noun = state.registry.person_nouns[phrase.noun]
    if mention.actor is None or noun.use not in ("office", "role"):
        return None
    bodies = _bodies(state, mention, phrase, members)
    if not 2 <= len(bodies) <= MOST:
        return None
    known = list({a.id: a for a in state.done.values() if a.kind == "person"}.values())
    people = [state.identities.in_office(noun.office_class, body, known) for body in bodies]
    named = [person.id for person in people if person is not None]
    state.why[mention.index] = "those named with this office" if len(named) == len(bodies) else "of the parties named"
    found = tuple(named) if len(named) == len(bodies) else tuple(body.id for body in bodies)
    return replace(mention.actor, members=found, basis="inferred")


def _bodies(state: Resolution, mention: Mention, phrase: Phrase, members: Members) -> list[Known]:
    """The states whose people they are: named in the phrase, or those of "their" and "of the two countries"."""
    if phrase.owners:
        return [owner for owner in phrase.owners if owner.kind == "state"]
    if phrase.owner_pronoun is not None:
        owner = state.actor_at(phrase.owner_pronoun)
        return list(_states(state, owner)) if owner is not None else []
    for sketch in state.in_sentence(mention.sentence):
        inner = sketch.phrase
        if inner is not None and inner.kind == "collective" and _is_owner(state, mention, sketch.mention):
            owner = members(sketch.mention, inner)
            return list(_states(state, owner)) if owner is not None else []
    return []


def _is_owner(state: Resolution, mention: Mention, inner: Mention) -> bool:
    """Whether `inner` stands behind "of", "from" under the head of `mention`."""
    above = state.tokens[state.tokens[inner.head].head]
    return above.norm in ("of", "from") and above.head == mention.head


def _states(state: Resolution, owner: Actor) -> Iterator[Known]:
    """The states of the members of a group, each once."""
    codes = {actor.id: actor.iso3 for actor in state.done.values() if actor.iso3}
    codes.update((a.actor.id, a.actor.iso3) for s in state.sketches if (a := s.mention).actor and a.actor.iso3)
    for code in dict.fromkeys(codes.get(member) for member in owner.members):
        known = state.registry.known.get(f"state/{code}")
        if known is not None:
            yield known
