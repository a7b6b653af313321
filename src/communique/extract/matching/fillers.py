"""Who fills a role of a happening: the actors that a phrase names, by itself, by a modifier or inside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extract.matching.parties import MODIFYING, beside, phrases_after
from communique.lexicon.rules import ANY_ACTOR, ANY_PLACE, ANY_POWER, ANY_WORD, EventRules
from communique.lexicon.words import load_words
from communique.reading import Argument, Mention, Reading, Token
from communique.records.actors import Actor

PLACES = frozenset({"in", "at", "near"})
LOCAL = frozenset({"in", "near", "around", "along", "through", "outside", "off"})
"""Prepositions behind which a country is first of all a place."""

POWERS = frozenset({"state", "organ", "organisation"})

INNER = ("of", "from", "in", "by", "for", "within", "against")
"""Prepositions through which a nameless phrase names its party: "the rebels in Darfur", "the people of Gaza"."""


def filled(reading: Reading, arguments: Iterable[Argument], rules: EventRules) -> tuple[Actor, ...]:
    """Return the actors that the arguments name, each once, in text order."""
    found: dict[str, Actor] = {}
    for argument in arguments:
        for actor in named(reading, argument, rules):
            found.setdefault(actor.id, actor)
    return tuple(found.values())


def named(reading: Reading, argument: Argument, rules: EventRules) -> Iterator[Actor]:
    """Yield the actors that a phrase names: by itself, by a modifier, or inside it ("the rebels in Darfur")."""
    for head in content_heads(reading, argument, rules):
        if argument.role == "subject" and reading.tokens[head].lemma in rules.classes["texts"]:
            continue  # "the senator's bill would ban": no deed of the senator's
        mention = reading.mention_at.get(head)
        actor = _of_place(mention) or reading.actor_at(head)
        if argument.role in LOCAL and (mention is None or not mention.iso3):
            actor = None  # "killed in an Israeli raid" is no place
        if mention is None and (is_country(actor) or _is_hit(reading, head)) and _tells(reading, head, rules):
            continue  # "the Kenya bombing", "the U.S. embassy bombings"
        yield from beside(reading, head)
        owners = _owners(reading, head) if mention is None and actor is not None else []
        if len(owners) > 1:
            yield from owners
        elif actor is not None and actor.kind not in ("document", "media"):
            yield _located(reading, head, actor)
        elif (actor is None or actor.kind == "document") and not _tells(reading, head, rules):
            yield from _named_inside(reading, head, rules, INNER if actor is None else (*INNER, "with"))


def is_country(actor: Actor | None) -> bool:
    """Return whether an actor is named as a country or city is: no demonym ("Kenyan") and no initials ("U.S.")."""
    named = actor is not None and actor.kind in ("state", "place") and actor.form in ("name", "metonym")
    return named and actor is not None and not actor.mention.text.replace(".", "").isupper()


def _is_hit(reading: Reading, head: int) -> bool:
    """Whether a noun before a deed's is what nobody does it with: "*embassy* bombings"."""
    return any(t.dep == "compound" and is_target(t) for t in reading.dependents[head])


def is_target(token: Token) -> bool:
    """Return whether a word names what is hit and hits nobody: an embassy, a school, a train."""
    return token.lemma.lower() in load_words("language/en/target_nouns")


def _tells(reading: Reading, head: int, rules: EventRules) -> bool:
    """Whether a noun may be a happening of its own, whose parties are not those of another."""
    return any("noun" in rule.pos for rule, _ in rules.by_word.get(reading.tokens[head].lemma, ()))


def _located(reading: Reading, head: int, actor: Actor) -> Actor:
    """A nameless party ("Kurdish detainees", "officials in Chad") with the state that its phrase names."""
    if (
        actor.iso3
        or actor.based_in
        or actor.members
        or actor.kind in ("state", "person", "organisation", "document", "place")
    ):
        return actor
    inside = [reading.mention_at.get(token) for token in sorted(reading.subtree(head)) if token != head]
    for mention in inside:
        if mention is not None and mention.iso3:
            return replace(actor, based_in=(mention.iso3,))
    return actor


def _owners(reading: Reading, head: int) -> list[Actor]:
    """The public parties that modify a noun: "U.S. and Russian negotiators", "his Chinese counterpart"."""
    owners = [child for child in reading.children[head] if reading.tokens[child].dep in MODIFYING]
    leading = load_words("language/en/leading_participles")  # "Vietnamese-led forces"
    owners += [c for each in owners if reading.tokens[each].norm in leading for c in reading.children[each]]
    named = [_owner(reading, one) for each in owners for one in reading.coordinated(each)]
    return [actor for actor in named if actor is not None]


def _owner(reading: Reading, token: int) -> Actor | None:
    """The public party at a modifier, or the city whose a thing is: "*Tripoli's* airport"."""
    actor = reading.actor_at(token)
    if actor is None and reading.tokens[token].dep == "poss":
        return _of_place(reading.mention_at.get(token))
    return actor if actor is not None and actor.diplomatic else None


def _named_inside(
    reading: Reading, head: int, rules: EventRules, prepositions: tuple[str, ...] = INNER
) -> Iterator[Actor]:
    """Yield the parties that an unresolved phrase belongs to: its owners, else those behind it."""
    if reading.tokens[head].lemma in rules.classes["others"] and any(
        t.dep == "poss" and t.tag == "PRP$" for t in reading.dependents[head]
    ):
        return  # "accused *its foe* of shelling"
    owners = _owners(reading, head)
    yield from owners
    if owners:
        return
    for inner in phrases_after(reading, head, prepositions):
        for each in reading.coordinated(inner):
            actor = reading.actor_at(each) or _of_place(reading.mention_at.get(each))
            if actor is not None:
                yield _located(reading, each, actor)
                owners.append(actor)
    if not owners and reading.tokens[head].lemma not in rules.classes["peoples"]:
        yield from _makers(reading, head)


def _makers(reading: Reading, head: int) -> Iterator[Actor]:
    """Yield who made, sent or holds a thing: "a missile *fired by rebels*", "a plan *put forward by Egypt*"."""
    for clause in reading.clauses_under.get(reading.clause_at[head].index, ()) if head in reading.clause_at else ():
        if clause.link == "modifier" and clause.passive:
            heads = (each for argument in clause.all("subject") for each in reading.coordinated(argument.head))
            yield from (actor for each in heads if (actor := reading.actor_at(each)) is not None and actor.diplomatic)


def _of_place(mention: Mention | None) -> Actor | None:
    """A country or city where a party is wanted stands for its state ("invaded Kuwait", "arrived in Oslo")."""
    return mention.actor if mention is not None and mention.reading == "place" else None


def content_heads(reading: Reading, argument: Argument, rules: EventRules) -> Iterator[int]:
    """Yield the heads of a phrase, coordinated ones too; behind a measure ("hundreds of") also its content."""
    for head in reading.coordinated(argument.head):
        yield from _hyphenated(reading, head)
        yield head
        token = reading.tokens[head]
        if token.lemma in rules.classes.get("measures", ()) or token.pos == "NUM":
            for inner in phrases_after(reading, head, ("of",)):
                yield from reading.coordinated(inner)


def _hyphenated(reading: Reading, head: int) -> Iterator[int]:
    """The first of two peoples joined by a hyphen: "the *Israeli*-Palestinian conflict"."""
    mentions = [reading.mention_at.get(index) for index in (head - 2, head)]
    if head > 1 and reading.tokens[head - 1].text == "-":
        actors = [m.actor for m in mentions if m is not None and m.actor is not None]
        if len(actors) == 2 and all(actor.form == "demonym" for actor in actors):
            yield head - 2


def is_one(reading: Reading, head: int, words: frozenset[str]) -> bool:
    """Return whether a phrase\'s head is one of `words` (lemmas, or a modifier and its noun: "war game")."""
    token = reading.tokens[head]
    if token.lemma in words or token.norm in words or ANY_WORD in words:
        return True
    mention = reading.mention_at.get(head)
    if ANY_POWER in words and mention is not None and mention.actor is not None and mention.actor.kind in POWERS:
        return True
    if ANY_PLACE in words and mention is not None and mention.actor is not None and mention.actor.kind == "place":
        return True
    named = mention is not None and mention.actor is not None and (mention.actor.diplomatic or _of_place(mention))
    if ANY_ACTOR in words and named:
        return True
    if token.pos == "PROPN" and any(c.lemma in words for c in reading.dependents[head] if c.dep == "compound"):
        return True  # "Storm Greta" is a storm
    return any(
        f"{reading.tokens[c].lemma} {token.lemma}" in words
        for c in reading.children[head]
        if reading.tokens[c].dep in ("compound", "amod", "nmod")
    )


def others(recipients: Iterable[Actor], actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Return the recipients without those that are actors too ("Mali closed *its* border", "both opened *their*
    border")."""
    acting = {actor.id for actor in actors}
    return tuple(
        recipient
        for recipient in recipients
        if recipient.id not in acting and not (recipient.members and acting.issuperset(recipient.members))
    )
