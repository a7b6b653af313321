"""Whom "their leaders" and "the foreign ministers of both countries" mean: the people of each body, as far as told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from communique.annotate.naming.phrases import Phrase
from communique.annotate.referring.resolution import Resolution
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
    beside = tuple(_beside(state, mention))
    if len(beside) > 1:
        state.why[mention.index] = "their names stand beside it"
        return replace(mention.actor, members=beside, basis="inferred")
    bodies = _bodies(state, mention, phrase, members)
    if not 2 <= len(bodies) <= MOST:
        return None
    people = office_holders(state, phrase.noun, bodies)
    state.why[mention.index] = "those named with this office" if people else "of the parties named"
    found = tuple(person.id for person in people) or tuple(body.id for body in bodies)
    return replace(mention.actor, members=found, basis="inferred")


def _beside(state: Resolution, mention: Mention) -> Iterator[str]:
    """The people whose names stand behind a comma: "the foreign ministers, X and Y, met"."""
    sentence = state.maker.sentences[mention.sentence]
    heads: set[int] = set()
    for token in state.tokens[mention.head + 1 : sentence.last]:
        joined = token.dep == "conj" and token.head in heads
        if joined or (token.dep == "appos" and token.head == mention.head):
            heads.add(token.index)
            actor = state.actor_at(token.index)
            if actor is not None and actor.kind == "person":
                yield actor.id


def office_holders(state: Resolution, noun: str, bodies: Sequence[Known]) -> tuple[Actor, ...]:
    """Return who of the people named in the article holds the office `noun` of each body; () unless each has one.

    A "minister" holds any office that ends so, as long as it is one and the same: "the two ministers".
    """
    nouns = state.registry.person_nouns
    classes = {entry.office_class for words, entry in nouns.items() if words == noun or words.endswith(f" {noun}")}
    known = list({a.id: a for a in state.done.values() if a.kind == "person"}.values())
    found = []
    for office in sorted(classes - {"OTHER", "SPOKES", "COUNTERPART", ""}):
        people = [state.identities.in_office(office, body, known) for body in bodies]
        found.append(tuple(person for person in people if person is not None))
    whole = [people for people in found if len(people) == len(bodies)]
    return whole[0] if len(whole) == 1 else ()


def _bodies(state: Resolution, mention: Mention, phrase: Phrase, members: Members) -> list[Known]:
    """The states whose people they are: named in the phrase, or those of "their" and "of the two countries"."""
    if phrase.owners:
        return [owner for owner in phrase.owners if owner.kind == "state"]
    if phrase.owner_word is not None:
        owner = state.actor_at(phrase.owner_word)
        return list(_states(state, owner)) if owner is not None else []
    for sketch in state.in_sentence(mention.sentence):
        inner = sketch.phrase
        if inner is not None and inner.kind == "collective" and _is_owner(state, mention, sketch.mention):
            owner = members(sketch.mention, inner)
            return list(_states(state, owner)) if owner is not None else []
    return _told_before(state, mention, phrase) if phrase.plural and _is_bare(state, mention, phrase) else []


def _is_bare(state: Resolution, mention: Mention, phrase: Phrase) -> bool:
    """Whether nothing tells whose they are: "the ministers", "the two foreign ministers", "both prime ministers"."""
    before = [token.norm for token in state.tokens[mention.first : phrase.core]]
    if before in (["the", "two"], ["both"]):
        return state.registry.person_nouns[phrase.noun].use == "office"  # not "the two opposition leaders"
    return before == ["the"] and phrase.core == phrase.head


def _told_before(state: Resolution, mention: Mention, phrase: Phrase) -> list[Known]:
    """The states of "the ministers", bare: of the two last told of as a group, else of those two, and no third, whose
    people bore this office before."""
    bodies: dict[str, Known] = {}
    for sketch in reversed(state.sketches):
        actor, before = state.done.get(sketch.mention.index), sketch.phrase
        if actor is None or sketch.mention.first >= mention.first or sketch.mention.reading != "actor":
            continue
        group = before is not None and before.plural and f" {before.noun}".endswith(f" {phrase.noun}")
        if group and len(states := list(_states(state, actor))) == 2:
            return states
        known = state.registry.known.get(f"state/{actor.iso3}") if actor.kind == "person" else None
        if known is not None and known.id not in bodies and office_holders(state, phrase.noun, [known]):
            bodies[known.id] = known
    return list(reversed(bodies.values())) if len(bodies) == 2 else []


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
