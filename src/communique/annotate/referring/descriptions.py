"""What a description stands for: "the president", "his country", "both sides", "the ministry", "the group"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.annotate.naming.mentions import Sketch
from communique.annotate.naming.people import PersonName
from communique.annotate.naming.phrases import Phrase
from communique.annotate.referring.antecedents import Candidate
from communique.annotate.referring.missions import is_mission, mission_of_its_head
from communique.annotate.referring.offices import office_holders, resolve_office_holders
from communique.annotate.referring.resolution import BESIDE, HOME, SPEAKER_SAYS, Resolution
from communique.lexicon.actors import Known
from communique.lexicon.capitals import load_capitals
from communique.lexicon.spellings import slug
from communique.lexicon.words import load_words
from communique.reading import Mention
from communique.records.actors import Actor, Role

SHORTEST_RANK = 3
"""Letters of the shortest abbreviation of a rank: "Adm.", "Gen."."""
SUBJECTS = ("nsubj", "nsubjpass")
_CIVIL = frozenset({"GOV", "OPP", "COP", "JUD"})
_SERVED = frozenset({"state", "organ", "organisation", "armed_group", "movement"})
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
    if phrase.owner_word is not None and state.quoted(state.tokens[phrase.owner_word]):
        state.open(mention, SPEAKER_SAYS)
        return None
    table = state.registry.collective_words
    text = state.maker.text(phrase.core, phrase.head + 1)
    actor = Actor(
        id=f"collective/{slug(text)}", name=text, kind="collective", form="description",
        mention=state.maker.span(mention.first, mention.last),
    )  # fmt: skip
    words = [table.get(token.norm) for token in state.tokens[phrase.core : phrase.head + 1]]
    owned = _owned_countries(state, phrase)
    classes = {row["class"] for row in words if row is not None}
    if not owned and not classes & {"pair", "some"}:
        return actor
    count = next((int(row["as"]) for row in words if row is not None and row["as"].isdigit()), 2)
    members = owned or _together(state, mention, phrase, count)
    state.why[mention.index] = "members not told" if not members else "the parties named together before"
    return replace(actor, members=members, basis="inferred") if members else actor


def _owned_countries(state: Resolution, phrase: Phrase) -> tuple[str, ...]:
    """The states of "their countries" after two people have been named together."""
    owners = state.actor_at(phrase.owner_word)
    if owners is None or state.registry.collective_words[phrase.noun]["as"] not in ("state", "government"):
        return ()
    acts_for = {actor.id: actor.iso3 for actor in state.done.values() if actor.iso3}
    states = dict.fromkeys(acts_for.get(member, "") for member in owners.members)
    return () if "" in states or len(states) < 2 else tuple(f"state/{iso3}" for iso3 in states)


def _together(state: Resolution, mention: Mention, phrase: Phrase, count: int) -> tuple[str, ...]:
    """Who was last named together: two people or parties, or a list of just so many; else the two of whom most is
    told.
    """
    as_ = state.registry.collective_words[phrase.noun]["as"]
    people = as_ in ("person", "either", "office")
    if count > 2:
        several = state.pairs.together(mention.first, state.done, state.sketches, count, people=people)
        if several is None and as_.isdigit():
            several = state.pairs.together(mention.first, state.done, state.sketches, count)
        if several is None and as_ in ("state", "government"):
            several = state.pairs.sides(mention.first, state.done, state.sketches, count)
        return tuple(actor.id for actor in several or ())
    named = as_ == "either"  # "the two" may be people or states
    only = people and not named
    aside = _callers(state, mention)
    pair = state.pairs.before(mention.first, state.done, state.sketches, people=only, named=named, aside=aside)
    if pair is not None:
        return tuple(actor.id for actor in pair)
    states = state.pairs.before(mention.first, state.done, state.sketches, aside=aside) if only else None
    if len(holders := _in_office(state, phrase, states or ())) == 2:
        return holders
    two = state.pairs.only(mention.first, state.done, state.sketches) if as_ in ("state", "government") else None
    if two is not None:
        return tuple(actor.id for actor in two)
    return (people and _the_only(state, mention)) or _most_named(state, mention, phrase, only, aside)


def _in_office(state: Resolution, phrase: Phrase, pair: Sequence[Actor]) -> tuple[str, ...]:
    """Who of the people named holds the office in each of two states: "the two leaders" after "talks of X and Y"."""
    states = [known for actor in pair if (known := _state_of(state, actor)) is not None]
    return tuple(holder.id for holder in office_holders(state, phrase.noun, states)) if len(states) == 2 else ()


def _most_named(
    state: Resolution, mention: Mention, phrase: Phrase, only: bool, aside: frozenset[str]
) -> tuple[str, ...]:
    """The two states of which most is told, or who holds the office there; where `only` people count, people."""
    pair = state.pairs.most_named(mention.first, state.done, state.sketches, aside=aside)
    holders = _in_office(state, phrase, pair or ())
    if len(holders) == 2:
        return holders
    if only or pair is not None:
        return () if only or pair is None else tuple(actor.id for actor in pair)
    states = state.registry.collective_words[phrase.noun]["as"] in ("state", "government")
    opening = state.pairs.opening(mention.first, state.done, state.sketches, states=states)
    return () if opening is None or {a.id for a in opening} & aside else tuple(actor.id for actor in opening)


def _the_only(state: Resolution, mention: Mention) -> tuple[str, ...]:
    """The people named before, if they are just two."""
    before = [c.actor for c in state.focus.seen if c.first < mention.first and c.actor is not None]
    people = dict.fromkeys(actor.id for actor in before if actor.kind == "person")
    return tuple(people) if len(people) == 2 else ()


def _callers(state: Resolution, mention: Mention) -> frozenset[str]:
    """Who calls upon "both sides" is not one of them."""
    verb = state.focus.governor(mention.head)
    found = set()
    joined = False
    while True:
        actor = state.subject_actor(verb)
        if actor is not None and not joined and not state.is_shared(verb):
            found.add(actor.id)
        joined = verb.dep == "conj"  # "A and B are allies, and both wished"
        if verb.head == verb.index:
            return frozenset(found)
        verb = state.tokens[verb.head]


def _country(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    """The state for which the possessor acts ("his country"), or the state in focus ("the country")."""
    if phrase.owner_word is not None:
        owner = state.actor_at(phrase.owner_word)
        known = _state_of(state, owner)
        if owner is not None and known is not None:
            actor = state.maker.actor(known, mention.first, mention.last, "description")
            return state.as_(mention, actor, "description", f"country of {owner.id}")
        state.open(mention, "whose country is not told")
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
    role = state.identities.described_role(phrase, state.actor_at(phrase.owner_word))
    span = state.maker.span(mention.first, mention.last)
    if apposed is not None and apposed in state.done:
        named = _with_role(state, state.done[apposed], role, phrase)
        state.done[apposed] = named
        if role is not None and not phrase.past:
            state.identities.gives(named, role, phrase.noun)
        state.why[mention.index] = "stands beside the name"
        return replace(named, mention=span, form="role" if role is not None else "description", role=role)
    if phrase.plural:
        return resolve_office_holders(state, mention, phrase, lambda inner, of: _collective(state, inner, of))
    if mention.actor is not None:
        return None
    barred = _others(state, mention)
    actor, why = _of_rank(state, mention, phrase), "the one named with this rank"
    if actor is None:
        actor, why = state.identities.by_description(phrase, role, mention, state.focus, state.done, barred)
    state.why[mention.index] = why
    if actor is None:
        return _in_service(state, mention, phrase)
    return replace(actor, mention=span, form="role" if role is not None else "description", role=role)


def _in_service(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    """ "Its spokesman", "an official of the group": somebody whom nobody names, of the body that a word means."""
    owner = state.actor_at(phrase.owner_word)
    serves = state.registry.person_nouns[phrase.noun].official or state.maker.serves(phrase.noun)
    if owner is None or owner.kind not in _SERVED or phrase.past or not serves:
        return None
    known = state.registry.known.get(owner.id) or _state_of(state, owner)
    if known is None:
        return None
    made = state.maker.unnamed(replace(phrase, owners=(known,)))
    identity = f"mention/{slug(f'{known.name}s {state.maker.text(phrase.core, phrase.head + 1)}')}"
    state.why[mention.index] = f"in the service of {known.id}"
    return replace(made, id=identity, basis="inferred")


def _of_rank(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    """Whom "the admiral" means: the one person named before as "Adm." or "Admiral"."""
    if not phrase.definite or phrase.owners or phrase.owner_word is not None or not state.maker.serves(phrase.noun):
        return None
    found: dict[str, Actor] = {}
    for sketch in state.sketches:
        name, actor = sketch.name, state.done.get(sketch.mention.index)
        if name is not None and actor is not None and name.first < mention.first and _bears(state, name, phrase.noun):
            found[actor.id] = actor
    return replace(next(iter(found.values())), role=None, basis="inferred") if len(found) == 1 else None


def _bears(state: Resolution, name: PersonName, rank: str) -> bool:
    """Whether a rank, or its beginning as an abbreviation, stands before a name."""
    words = [token.norm.rstrip(".") for token in state.tokens[name.left : name.first]]
    return any(len(word) >= SHORTEST_RANK and rank.startswith(word) for word in words)


def _others(state: Resolution, mention: Mention) -> frozenset[str]:
    """Whom a description does not mean: who says the words it stands in, and whose deed it suffers ("X met the
    minister").
    """
    head = state.tokens[mention.head]
    actors = [state.actor_at(index) for index in state.focus.tellers(mention.head)]
    above = state.tokens[head.head]
    verb = state.tokens[above.head] if above.pos == "ADP" else above
    if head.dep in ("dobj", "dative", "pobj") and verb.pos in ("VERB", "AUX"):
        actors.append(state.subject_actor(verb))
    return frozenset(actor.id for actor in actors if actor is not None)


def _with_role(state: Resolution, actor: Actor, role: Role | None, phrase: Phrase) -> Actor:
    """The name beside a description takes the role over, unless its own title gives it one; of "N, a British diplomat"
    and "his British counterpart, N" at least the state."""
    office = state.registry.person_nouns[phrase.noun].office_class
    serves = role is not None or office == "COUNTERPART" or state.maker.serves(phrase.noun)
    ranked = actor.role is not None and actor.role.title.lower().split()[-1] in load_words("actors/high_ranks")
    if (actor.role is not None and not ranked) or not serves:
        return actor
    possessor = state.actor_at(phrase.owner_word)
    states = {owner.iso3 for owner in phrase.owners if owner.kind in ("state", "organ") and owner.iso3}
    if possessor is not None and possessor.kind in ("state", "organ") and possessor.iso3:
        states.add(possessor.iso3)
    stated = states.pop() if len(states) == 1 else actor.iso3
    return replace(actor, role=role or actor.role, iso3=None if phrase.past else stated)


def _body(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    """The organ or group of its owner, else the last one called so, else the group in focus."""
    if len(phrase.owners) > 1:
        each = [state.maker.describe(replace(phrase, owners=(owner,))) for owner in phrase.owners]
        return state.together(mention, [actor for actor in each if actor is not None], "description")
    owner = state.actor_at(phrase.owner_word)
    if phrase.owner_word is None and phrase.kind == "organ":
        owner = _named_inside(state, mention)  # "the Trump administration"
    known = _state_of(state, owner)
    if owner is not None and known is not None:
        made = state.maker.describe(replace(phrase, owners=(known,), owner_word=None))
        state.why[mention.index] = f"of the country of {owner.id}"
        return replace(made, form="description", basis="inferred") if made is not None else None
    seated = _seated(state, mention, phrase) if not is_mission(phrase) else None
    if seated is not None:
        return seated
    state.open(mention, "whose it is is not told")
    if phrase.owner_word is not None:
        return None
    before = _said_before(state, mention, phrase) if phrase.definite else None
    if is_mission(phrase):
        return before or (mission_of_its_head(state, mention, phrase) if phrase.definite else None)
    at_home = before or _at_home(state, mention, phrase) or _of_the_article(state, mention, phrase)
    return at_home or _armed(state, mention, phrase)


def _seated(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    """ "The government in Lome", "the junta in Mali", "police in Nairobi": the organ of the state whose name or
    capital, or for what every place has whose town, follows."""
    if phrase.kind != "organ" or [t.norm for t in state.tokens[phrase.last : phrase.last + 1]] != ["in"]:
        return None
    at = phrase.last + 1 + (state.tokens[phrase.last + 1].norm == "the")
    places = (sketch.mention for sketch in state.in_sentence(mention.sentence))
    place = next((m for m in places if m.first in (at, at - 1) and m.reading == "place" and m.iso3), None)
    if place is None:
        return None
    name = " ".join(t.text for t in state.tokens[place.first : place.last])
    known = state.registry.known.get(f"state/{place.iso3}")
    seats = {slug(load_capitals().get(place.iso3 or "", "")), slug(known.name if known is not None else "")}
    everywhere = phrase.noun in load_words("actors/bare_bodies") and phrase.noun != "parliament"
    if not everywhere and slug(name) not in seats:
        return None
    made = state.maker.describe(replace(phrase, owners=(known,))) if known is not None else None
    if made is None or not (everywhere or "GOV" in made.sectors):
        return None  # "addressed parliament in Reykjavik" is no party
    state.why[mention.index] = f"in {name}"
    return replace(made, form="description", basis="inferred")


def _of_the_article(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    """ "The government", "parliament", "the opposition": those of the one state that the article is about, else of the
    one state of which the sentence and the one before it tell."""
    if not _is_a_states(state, phrase) or (phrase.plural and phrase.kind == "group" and not phrase.definite):
        return None
    if any(token.norm == "of" for token in state.tokens[phrase.last : phrase.last + 1]):
        return None  # "the foreign ministries of both countries"
    owner, why = state.home, HOME
    if owner is None:
        owner, why = state.told_beside(mention), BESIDE
    made = state.maker.describe(replace(phrase, owners=(owner,))) if owner is not None else None
    if made is None:
        return None
    state.why[mention.index] = why
    return replace(made, form="description", basis="inferred")


def _armed(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    """ "The rebels said", "seized by separatists": armed men who act and whom nobody names, of the one state that the
    article is about."""
    row = state.registry.group_nouns.get(phrase.noun) if phrase.kind == "group" and phrase.plural else None
    of = phrase.last < len(state.tokens) and state.tokens[phrase.last].norm == "of"  # "the rebels of fashion"
    head = state.tokens[mention.head]
    acting = head.dep in SUBJECTS or state.tokens[head.head].dep == "agent"
    if row is None or row["sector"] != "REB" or row["as"] or of or not acting:
        return None
    text = state.maker.text(phrase.core, phrase.head + 1)
    state.why[mention.index] = "armed men whom the article does not name"
    return Actor(
        id=f"mention/{slug(text)}", name=text, kind="movement", form="description", sectors=("REB",),
        mention=state.maker.span(mention.first, mention.last),
        based_in=(state.home.iso3,) if state.home is not None and state.home.iso3 else (),
    )  # fmt: skip


def _is_a_states(state: Resolution, phrase: Phrase) -> bool:
    """Whether every state has one such body, so that nobody need say whose: "the army", "parliament", "the ruling
    party"; not "the rebels", "a ministry" and "the sanctions regime"."""
    if phrase.kind == "group":
        row = state.registry.group_nouns[phrase.noun]
        return phrase.definite and row["home"] == "yes" and row["sector"] in _CIVIL
    described = state.tokens[phrase.first : phrase.core]
    kinds = load_words("actors/government_kinds")
    if any(token.pos == "NOUN" and token.dep == "compound" and token.norm not in kinds for token in described):
        return False
    bare = phrase.noun in load_words("actors/bare_bodies") and not described
    return phrase.kind == "organ" and (phrase.definite or bare)


def _at_home(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    """ "Police dispersed a crowd in Athens": who acts in their own country, if their sentence has a place and one
    country."""
    row = state.registry.group_nouns.get(phrase.noun) if phrase.kind == "group" else None
    if row is None or row["home"] != "yes":
        return None
    here = [sketch.mention for sketch in state.in_sentence(mention.sentence)]
    codes = {m.iso3 or (m.actor.iso3 if m.actor is not None else None) for m in here} - {None}
    if len(codes) != 1 or not any(m.reading == "place" and m.iso3 in codes for m in here):
        return None
    known = state.registry.known.get(f"state/{codes.pop()}")
    made = state.maker.describe(replace(phrase, owners=(known,))) if known is not None else None
    if made is None:
        return None
    state.why[mention.index] = "at home where it happens"
    return replace(made, form="description", basis="inferred")


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


def _is_aside(state: Resolution, candidate: Candidate) -> bool:
    """Whether another state's organ was named in passing: "brokered by the Swiss government" in an article about
    Peru."""
    actor, home = candidate.actor, state.home
    foreign = home is not None and actor is not None and actor.iso3 not in (None, home.iso3)
    return foreign and state.tokens[candidate.head].dep not in SUBJECTS


def _said_before(state: Resolution, mention: Mention, phrase: Phrase) -> Actor | None:
    beside = _named_beside(state, mention)
    if beside is not None:
        return state.as_(mention, beside, "description", "stands beside the name")
    noun = state.tokens[mention.head].lemma
    for candidate in state.focus.recent(mention.sentence):
        same = state.tokens[candidate.head].lemma == noun and not _is_aside(state, candidate)
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
