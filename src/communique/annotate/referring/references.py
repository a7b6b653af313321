"""Resolves what only the rest of the article can tell: short names, pronouns, "his counterpart", "both sides", "the
plan".

In text order, each open mention is given the actor that it stands for; what stays doubtful keeps actor None and says
why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.annotate.naming.mentions import HANDLE, OPEN, Found, Sketch, find_mentions
from communique.annotate.naming.phrases import INDEFINITE
from communique.annotate.naming.places import filed_in
from communique.annotate.referring.antecedents import Candidate
from communique.annotate.referring.descriptions import resolve_description
from communique.annotate.referring.identities import UNNAMED
from communique.annotate.referring.posts import (
    carry_posts,
    serve_home,
    serve_offices,
    serve_states,
    serve_tellers,
    speak_on,
)
from communique.annotate.referring.pronouns import resolve_pronoun
from communique.annotate.referring.quoted import resolve_quoted
from communique.annotate.referring.resolution import Resolution
from communique.lexicon.actors import Registry
from communique.lexicon.spellings import slug
from communique.reading import Mention, Quotation, Sentence, Token
from communique.records.actors import Actor, Role
from communique.records.texts import Article

__all__ = ["resolve", "resolve_quoted"]


def resolve(
    article: Article,
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
    mentions: Sequence[Mention],
    registry: Registry,
) -> tuple[Mention, ...]:
    """Return `mentions`, as `find_mentions` made them, with the open ones resolved as far as the article tells."""
    found = mentions if isinstance(mentions, Found) else find_mentions(article, tokens, sentences, quotations, registry)
    state = Resolution(found.maker, found.sketches, quotations, filed_in(article, registry))
    _name_people(state)
    for _, _, item in sorted([*_things(state), *_mentioned(state)], key=lambda entry: entry[:2]):
        if isinstance(item, Candidate):
            state.focus.add(item)
        else:
            _settle(state, item)
    _name_holders(state)
    _name_documents(state)
    _spread_states(state)
    speak_on(state)
    carry_posts(state)
    serve_states(state)
    serve_home(state)
    serve_tellers(state)
    serve_offices(state)
    _spread_states(state)  # "N, a spokesman for the president" acts where the president does
    return tuple(_final(state, sketch.mention) for sketch in state.sketches)


def _name_people(state: Resolution) -> None:
    """Resolve names first: who is named later in the article may stand behind a short name in its headline."""
    for sketch in state.sketches:
        actor = state.identities.person(sketch) if sketch.name is not None else None
        if actor is not None:
            state.done[sketch.mention.index] = actor


def _mentioned(state: Resolution) -> list[tuple[int, int, Sketch | Candidate]]:
    """The mentions by their end: what is nested comes before what holds it ("his" before "his counterpart")."""
    return [(sketch.mention.last, -sketch.mention.first, sketch) for sketch in state.sketches]


def _things(state: Resolution) -> list[tuple[int, int, Sketch | Candidate]]:
    """Common nouns that are no mentions but that "it" and "they" may stand for."""
    heads = {s.mention.head for s in state.sketches if not state.maker.private(s.mention.head, s.mention.head + 1)}
    found: list[tuple[int, int, Sketch | Candidate]] = []
    for token in state.tokens:
        plural = token.tag == "NNS"
        roles = ("nsubj", "nsubjpass", "dobj", "pobj", "conj") if plural else ("nsubj", "nsubjpass", "dobj")
        if token.pos == "NOUN" and token.dep in roles and token.index not in heads:
            at = token.index
            features = frozenset({"thing", "plural" if plural else "singular"})
            found.append((at + 1, -at, Candidate(at, at, at + 1, None, features, token.sentence)))
    return found


def _settle(state: Resolution, sketch: Sketch) -> None:
    """Resolve one mention and put it in focus."""
    mention = sketch.mention
    actor = state.done.get(mention.index) or mention.actor
    if actor is None or actor.kind == "unknown":
        actor = _resolved(state, sketch) or actor
    if actor is not None and actor.role is not None and sketch.name is not None:
        actor = replace(actor, role=_implied(state, sketch, actor.role))
    if actor is None:
        _leave_open(state, sketch)
        return
    state.done[mention.index] = actor
    if mention.reading == "actor":
        state.focus.add(state.candidate(sketch, actor))
        _add_joined(state, mention, actor)


def _leave_open(state: Resolution, sketch: Sketch) -> None:
    """A body that nobody knows ("the Free Rivers movement") is still what "the group" and "it" may mean next."""
    phrase, mention = sketch.phrase, sketch.mention
    if phrase is None or phrase.kind != "group" or phrase.plural or mention.reading != "actor":
        return
    row = state.registry.group_nouns[phrase.noun]
    features = frozenset({"thing", "singular", row["kind"]})
    state.focus.add(Candidate(mention.head, mention.first, mention.last, None, features, mention.sentence))


def _resolved(state: Resolution, sketch: Sketch) -> Actor | None:
    if sketch.name is not None:
        state.why.setdefault(sketch.mention.index, sketch.mention.why)
        return None
    if sketch.phrase is not None:
        return resolve_description(state, sketch, sketch.phrase)
    if state.tokens[sketch.mention.first].text.startswith(HANDLE):
        return _account_of(state, sketch.mention)
    return resolve_pronoun(state, sketch.mention)


def _account_of(state: Resolution, mention: Mention) -> Actor | None:
    """The person of the article whose name the account's name spells: "@antonioguterres"."""
    letters = "".join(c for c in state.tokens[mention.first].norm if c.isalpha())
    people = {a.id: a for a in state.done.values() if a.kind == "person" and slug(a.name).replace("-", "") == letters}
    if len(people) != 1:
        state.open(mention, "nobody in the article is spelt so")
        return None
    return state.as_(mention, next(iter(people.values())), "name", "an account with this person's name")


def _implied(state: Resolution, sketch: Sketch, role: Role) -> Role | None:
    """The role of "his Chinese counterpart Xi Jinping" is that of "his" person; any other title stands as it is."""
    name = sketch.name
    if name is None or not name.noun or state.registry.person_nouns[name.noun].office_class != "COUNTERPART":
        return role
    before = state.tokens[name.left : name.first]
    possessor = next((token.index for token in before if token.dep == "poss" or token.tag == "PRP$"), None)
    person = state.actor_at(possessor)
    office = state.identities.office_of(person) if person is not None else None
    return Role(office.title, role.of, "inferred") if office is not None and role.of is not None else None


def _add_joined(state: Resolution, mention: Mention, actor: Actor) -> None:
    """Put "Xi, Putin and Modi" in focus as a whole, where the first of them stands."""
    token = state.tokens[mention.head]
    if not any(between.norm == "and" for between in state.tokens[token.head : mention.first]):
        return
    actors = [actor]
    while token.dep == "conj" and token.head < token.index:
        token = state.tokens[token.head]
        before = state.actor_at(token.index)
        if before is None or before.id == actor.id:
            return
        actors.insert(0, before)
    if len(actors) > 1:
        whole = state.together(mention, actors, "name")
        features = frozenset({"plural", "person" if all(a.kind == "person" for a in actors) else "collective"})
        state.focus.add(Candidate(token.index, token.index, mention.last, whole, features, mention.sentence))


def _name_holders(state: Resolution) -> None:
    """Give "the Danish ambassador" the name that the article tells later, if it gives just one person this title."""
    told: dict[str, Actor] = {}
    for sketch in state.sketches:
        actor = state.done.get(sketch.mention.index)
        if sketch.phrase is None or actor is None or state.why.get(sketch.mention.index) != UNNAMED:
            continue
        if state.tokens[sketch.phrase.first].norm in INDEFINITE:  # "a Kremlin spokesman" is any of them
            continue
        named = [
            i for i, roles in state.identities.roles.items() if any(_fits(state, actor, role) for *_, role in roles)
        ]
        bearers = {a.id: a for a in state.done.values() if a.id in named and a.iso3 in (None, actor.iso3)}
        if len(bearers) == 1:
            told[actor.id] = next(iter(bearers.values()))
    for index, actor in state.done.items():
        if actor.id in told:
            state.done[index] = replace(actor, id=told[actor.id].id, name=told[actor.id].name, basis="inferred")


def _fits(state: Resolution, actor: Actor, role: Role) -> bool:
    """Whether a role that somebody is given may be that of an office-holder who is told by it alone.

    "Spokesman" is a title of so many that whose spokesman it is must be said both times.
    """
    own = actor.role
    if own is None or own.title.lower() != role.title.lower():
        return False
    office = state.registry.person_nouns.get(role.title.lower())
    common = office is not None and office.office_class == "SPOKES"
    return role.of == own.of or (role.of is None and not common)


def _name_documents(state: Resolution) -> None:
    """Give every mention of a document the fullest name that the article has for it."""
    for index, actor in state.done.items():
        if actor.kind == "document":
            state.done[index] = state.papers.named(actor)


def _spread_states(state: Resolution) -> None:
    """Let every mention of a person act for the one state for which the article says they act somewhere."""
    former = {s.mention.index for s in state.sketches if s.name is not None and s.name.past}
    people = [(index, actor) for index, actor in state.done.items() if actor.kind == "person"]
    told: dict[str, set[str]] = {}
    for index, actor in people:
        told.setdefault(actor.id, set()).update(["former"] if index in former else [actor.iso3] if actor.iso3 else [])
    for index, actor in people:
        states = told[actor.id]
        if actor.iso3 is None and len(states) == 1 and "former" not in states:
            state.done[index] = replace(actor, iso3=next(iter(states)))


def _final(state: Resolution, mention: Mention) -> Mention:
    actor = state.done.get(mention.index)
    why = state.why.get(mention.index, "" if actor is not None else mention.why)
    if actor is None:
        return replace(mention, why="not resolved" if why in ("", OPEN) else why)
    if actor is mention.actor and why == mention.why:
        return mention
    place = actor.kind == "place" or actor.as_ == "place"
    return replace(mention, actor=actor, iso3=actor.iso3, why=why, reading="place" if place else "actor")
