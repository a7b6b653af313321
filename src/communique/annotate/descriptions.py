"""What a description stands for: "the president", "his country", "both sides", "the ministry", "the group"."""

from __future__ import annotations

from dataclasses import replace

from communique.annotate.antecedents import Candidate
from communique.annotate.mentions import Sketch
from communique.annotate.offices import office_holders, resolve_office_holders
from communique.annotate.phrases import Phrase
from communique.annotate.resolution import SPEAKER_SAYS, Resolution
from communique.lexicon.actors import Known
from communique.lexicon.spellings import slug
from communique.reading import Mention
from communique.records.actors import Actor, Role

_BODIES = frozenset({"organisation", "armed_group", "movement", "party", "organ", "media"})


def resolve_description(state: Resolution, sketch: Sketch, phrase: Phrase) -> Actor | None:
    """Return the actor of a description; None, with the reason noted in `state`, if the article does not tell."""
    if phrase.kind == "document":
        return state.papers.actor(sketch, state.done)
    if phrase.kind == "collective":
        return _collective(state, sketch.mention, phrase)
    if phrase.kind == "country":
        return _country(state, sketch.mention, phrase)
    if phrase.kind == "person":
        return _person(state, sketch.mention, phrase)
    return _body(state, sketch.mention, phrase)


def _collective(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    """Two parties if the article last named just two as a pair; else a collective without members."""
    if phrase.owner_pronoun is not None and state.quoted(state.tokens[phrase.owner_pronoun]):
        state.open(mention, SPEAKER_SAYS)
        return None
    table = state.registry.collective_words
    text = state.maker.text(phrase.core, phrase.head + 1)
    actor = Actor(
        id=f"collective/{slug(text)}", name=text, kind="collective", form="description",
        mention=state.maker.span(mention.first, mention.last),
    )  # fmt: skip
    words = [table.get(token.norm) for token in state.tokens[phrase.core : phrase.head + 1]]
    if not any(row is not None and row["class"] == "pair" for row in words):
        return actor
    people = table[phrase.noun]["as"] in ("person", "either")
    callers = _callers(state, mention)
    pair = state.pairs.before(mention.first, state.done, state.sketches, people=people, aside=callers)
    if pair is None and table[phrase.noun]["as"] in ("either", "person"):  # "the two" may be people or states
        pair = state.pairs.before(mention.first, state.done, state.sketches, aside=callers)
    if pair is None:
        pair = state.pairs.most_named(mention.first, state.done, state.sketches, aside=callers)
    if pair is not None:
        holders = office_holders(state, phrase.noun, [k for a in pair if (k := _state_of(state, a)) is not None])
        pair = (holders[0], holders[1]) if len(holders) == 2 else pair
    if pair is not None and table[phrase.noun]["as"] == "person" and not all(a.kind == "person" for a in pair):
        pair = None
    state.why[mention.index] = "members not told" if pair is None else "the two parties named together before"
    return replace(actor, members=tuple(a.id for a in pair), basis="inferred") if pair is not None else actor


def _callers(state: Resolution, mention: Mention) -> frozenset[str]:
    """Who calls upon "both sides" is not one of them."""
    verb = state.focus.governor(mention.head)
    found = set()
    while True:
        actor = state.subject_actor(verb)
        if actor is not None:
            found.add(actor.id)
        if verb.head == verb.index:
            return frozenset(found)
        verb = state.tokens[verb.head]


def _country(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    """The state for which the possessor acts ("his country"), or the state in focus ("the country")."""
    if phrase.owner_pronoun is not None:
        owner = state.actor_at(phrase.owner_pronoun)
        known = _state_of(state, owner)
        if owner is not None and known is not None:
            actor = state.maker.actor(known, mention.first, mention.last, "description")
            return state.as_(mention, actor, "description", f"country of {owner.id}")
        quoted = state.quoted(state.tokens[mention.first])
        state.open(mention, SPEAKER_SAYS if quoted else "whose country is not told")
        return None
    if not phrase.definite:
        state.open(mention, "any country")
        return None
    found, why = state.focus.best(mention.head, _is_state)
    if found is None or found.actor is None:
        state.open(mention, why)
        return None
    return state.as_(mention, found.actor, "description", "the state in focus")


def _is_state(candidate: Candidate) -> bool:
    return bool(candidate.features & {"state", "demonym"})


def _state_of(state: Resolution, owner: Actor | None) -> Known | None:
    return state.registry.known.get(f"state/{owner.iso3}") if owner is not None and owner.iso3 else None


def _person(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    """Whom a description means: the name beside it, somebody named before, or who held the office on the day."""
    apposed = state.identities.apposed.get(mention.index)
    role = state.identities.described_role(phrase, state.actor_at(phrase.owner_pronoun))
    span = state.maker.span(mention.first, mention.last)
    if apposed is not None and apposed in state.done:
        named = _with_role(state.done[apposed], role, phrase, state.actor_at(phrase.owner_pronoun))
        state.done[apposed] = named
        if role is not None and not phrase.past:
            state.identities.gives(named, role, phrase.noun)
        state.why[mention.index] = "stands beside the name"
        return replace(named, mention=span, form="role" if role is not None else "description", role=role)
    if phrase.plural:
        return resolve_office_holders(state, mention, phrase, lambda inner, of: _collective(state, inner, of))
    if mention.actor is not None:
        return None
    actor, why = state.identities.by_description(phrase, role, mention, state.focus, state.done)
    state.why[mention.index] = why
    if actor is None:
        return None
    return replace(actor, mention=span, form="role" if role is not None else "description", role=role)


def _with_role(actor: Actor, role: Role | None, phrase: Phrase, possessor: Actor | None) -> Actor:
    """The name beside a description takes the role over, unless its own title gives it one."""
    if role is None or actor.role is not None:
        return actor
    states = {owner.iso3 for owner in phrase.owners if owner.kind in ("state", "organ") and owner.iso3}
    if possessor is not None and possessor.kind in ("state", "organ") and possessor.iso3:
        states.add(possessor.iso3)
    stated = states.pop() if len(states) == 1 else actor.iso3
    return replace(actor, role=role, iso3=None if phrase.past else stated)


def _body(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    """The organ or group of its owner, else the last one called so, else the group in focus."""
    if len(phrase.owners) > 1:
        each = [state.maker.describe(replace(phrase, owners=(owner,))) for owner in phrase.owners]
        return state.together(mention, [actor for actor in each if actor is not None], "description")
    owner = state.actor_at(phrase.owner_pronoun)
    if phrase.owner_pronoun is None and phrase.kind == "organ":
        owner = _named_inside(state, mention)  # "the Trump administration"
    known = _state_of(state, owner)
    if owner is not None and known is not None:
        made = state.maker.describe(replace(phrase, owners=(known,), owner_pronoun=None))
        state.why[mention.index] = f"of the country of {owner.id}"
        return replace(made, form="description", basis="inferred") if made is not None else None
    state.open(mention, "whose it is is not told")
    return _said_before(state, mention, phrase) if phrase.definite and phrase.owner_pronoun is None else None


def _named_inside(state: Resolution, mention: Mention) -> Actor | None:
    for inner in state.in_sentence(mention.sentence):
        inside = mention.first <= inner.mention.first and inner.mention.last <= mention.head
        if inside and inner.name is not None and inner.mention.index in state.done:
            return state.done[inner.mention.index]
    return None


def _named_beside(state: Resolution, mention: Mention) -> Actor | None:
    """The body whose name stands before or after: "ISIS, the armed group", "the armed group ISIS"."""
    comma = mention.first > 0 and state.tokens[mention.first - 1].norm == ","
    for other in state.in_sentence(mention.sentence):
        hit = other.hit
        if hit is None or hit.known.kind not in _BODIES or hit.form == "demonym":
            continue
        if hit.first == mention.last or (comma and hit.last == mention.first - 1):
            return state.done.get(other.mention.index) or other.mention.actor
    return None


def _said_before(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    beside = _named_beside(state, mention)
    if beside is not None:
        return state.as_(mention, beside, "description", "stands beside the name")
    noun = state.tokens[mention.head].lemma
    for candidate in state.focus.recent(mention.sentence):
        same = state.tokens[candidate.head].lemma == noun
        if same and candidate.actor is not None and candidate.actor.kind != "document":
            return state.as_(mention, candidate.actor, "description", "the one named before")
    row = state.registry.group_nouns.get(phrase.noun) if phrase.kind == "group" else None
    if row is None or not (row["sector"] == "REB" or (row["as"] == "back" and not phrase.plural)):
        return None
    kinds = {"armed_group", "movement"} if row["kind"] == "movement" else {"organisation"}
    found, why = state.focus.best(mention.head, lambda candidate: bool(candidate.features & kinds))
    if found is None or found.actor is None:
        return None
    return state.as_(mention, found.actor, "description", f"group {why}")
