"""Where nameless parties are at home: "Taxi drivers blocked a road in Gabon", "BISSAU - Soldiers shelled it"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from communique.extract.matching.fillers import LOCAL, content_heads
from communique.extract.matching.parties import MODIFYING, holders, phrases_after
from communique.lexicon.rules import EventRules
from communique.lexicon.spellings import slug
from communique.reading import Argument, Clause, Mention, Reading
from communique.records.actors import Actor

WHERE = LOCAL | {"at", "across", "throughout"}
"""Prepositions before the place of a happening."""

_HOLDING = WHERE | {"object", "to", "on", "into", "against"}
"""Roles of the phrases in which the place of a happening may stand."""

NONE: frozenset[str] = frozenset()

_UNNAMED = frozenset({"unknown", "movement", "collective", "organ", "person"})


def at_home(
    reading: Reading, clause: Clause, arguments: Sequence[Argument], named: Sequence[Actor], rules: EventRules,
    *, doers: bool, openly: bool = False, against: Sequence[Actor] = ()
) -> tuple[Actor, ...]:  # fmt: skip
    """Return the parties that fill `arguments`, those without a state with that of the country they are in.

    `named` are the parties already found there. Who acts by stealth ("gunmen") has no state as a doer, and who bears
    arms none as a victim unless a place is told: "Israel killed three gunmen" says nothing of whose they were. What
    is done `openly`, as protests are, hides nobody.
    """
    if not arguments or any(is_told(actor) for actor in named):
        return tuple(named)
    place = _place(reading, clause, rules)
    barred = rules.classes["stealthy"] if doers else frozenset() if place else rules.classes["armed"]
    nameless = [a for argument in arguments for a in _nameless(reading, argument, NONE if openly else barred, rules)]
    home = (
        (place or _only_country(reading, clause) or _speakers(reading, clause, arguments, rules)) if nameless else None
    )
    abroad = {actor.iso3 for actor in against if actor.kind == "state" and actor.form != "demonym"}
    if home is None or (not place and home in abroad):
        return tuple(named)
    known = {actor.id for actor in nameless}
    rest = (actor for actor in named if actor.id not in known)
    return (*rest, *(replace(actor, based_in=(home,), basis="inferred") for actor in nameless))


def is_told(actor: Actor) -> bool:
    """Return whether it is told for whom an actor acts."""
    whose = actor.iso3 or actor.based_in or actor.members or (actor.role is not None and actor.role.of)
    return bool(whose) or actor.kind not in _UNNAMED


def _nameless(reading: Reading, argument: Argument, barred: frozenset[str], rules: EventRules) -> Iterator[Actor]:
    """Yield the people and bodies of an argument for whom no state is told."""
    for head in (
        each for outer in content_heads(reading, argument, rules) for each in _premises(reading, outer, rules)
    ):
        token = reading.tokens[head]
        mention = reading.mention_at.get(head)
        actor = mention.actor if mention is not None else None
        inland = token.pos == "NOUN" and token.lemma in rules.classes["inland"] and not _owned(reading, head, rules)
        if token.lemma in barred or not (inland or (actor is not None and _lives_here(actor))):
            continue
        if actor is None:
            span = reading.span(mention.first, mention.last) if mention is not None else reading.span(head, head + 1)
            name = f"mention/{slug(span.text)}"
            yield Actor(id=name, name=span.text, kind="unknown", mention=span, form="description")
        elif not is_told(actor):
            yield actor


def _lives_here(actor: Actor) -> bool:
    """Whether somebody without a state is a group or a person; one word taken for a name may be anything."""
    person = actor.role is not None or actor.form != "name" or " " in actor.name
    return actor.kind == "movement" or (actor.kind == "person" and person)


def _premises(reading: Reading, head: int, rules: EventRules) -> Iterator[int]:
    """Yield a noun and whose premises it is: "the residence of the *premier*", "the *governor's* office"."""
    yield head
    if reading.tokens[head].lemma in rules.classes["premises"]:
        yield from phrases_after(reading, head, ("of",))
        yield from (child for child in reading.children[head] if reading.tokens[child].dep == "poss")


def _owned(reading: Reading, head: int, rules: EventRules) -> bool:
    """Whether a modifier tells whose people they are, or that they are not at home: "its", "foreign"."""
    before = MODIFYING | {"det", "nummod"}
    below = [c for c in reading.dependents[head] if c.dep in before]
    mentions = (reading.mention_at.get(token.index) for token in below)
    return any(m is not None and m.actor is not None for m in mentions) or any(
        token.dep == "poss" or token.lemma in rules.classes["alien"] for token in below
    )


def _place(reading: Reading, clause: Clause, rules: EventRules) -> str | None:
    """The country of the place that a clause tells, or else of the only one inside what it is done to: "searched the
    office of a German firm *in Cairo*"."""
    abroad = rules.classes["embassies"]
    phrases = (argument for argument in clause.all(*WHERE) if reading.tokens[argument.head].lemma not in abroad)
    mentions = (reading.mention_at.get(argument.head) for argument in phrases)
    told = next((mention.iso3 for mention in mentions if mention is not None and mention.iso3), None)
    inside = place_inside(reading, clause)
    return told or (inside.iso3 if inside is not None else None) or _ordered_in(reading, clause)


def _ordered_in(reading: Reading, clause: Clause) -> str | None:
    """The country of who orders or asks for it: "a court *in Lima* ordered the government to free him"."""
    above = reading.clauses[clause.under] if clause.under is not None and clause.link == "complement" else None
    inside = place_inside(reading, above, {"subject"}) if above is not None and clause.infinitive else None
    return inside.iso3 if inside is not None else None


def place_inside(reading: Reading, clause: Clause, roles: Container[str] = _HOLDING) -> Mention | None:
    """Return the place inside the phrases in some roles if it is the only one: "stormed a hotel *in Mogadishu*"."""
    phrases = (reading.subtree(argument.head) for argument in clause.arguments if argument.role in roles)
    inside = (reading.mention_at.get(token) for token in sorted({token for phrase in phrases for token in phrase}))
    places = [m for m in inside if m is not None and m.reading == "place" and m.iso3 and _lies(reading, m.head)]
    return places[0] if len({place.iso3 for place in places}) == 1 else None


def _lies(reading: Reading, token: int) -> bool:
    """Whether a place stands behind a preposition of place: "a bank *in* Cairo", "the streets *of* Tbilisi"."""
    above = reading.tokens[reading.tokens[token].head]
    return above.norm in WHERE or above.norm == "of"


def _speakers(reading: Reading, clause: Clause, arguments: Sequence[Argument], rules: EventRules) -> str | None:
    """The state whose organ tells what police or courts did: "*Police* shot a migrant, the *Iranian ministry* said"."""
    official = rules.classes["police"] | rules.classes["officials"]
    if not any(reading.tokens[argument.head].lemma in official for argument in arguments):
        return None
    told = [actor for level in holders(reading, clause.head) for actor in level if actor.kind in ("organ", "state")]
    return told[-1].iso3 if told else None


def _only_country(reading: Reading, clause: Clause) -> str | None:
    """The only country of which a sentence speaks, if the article was not filed from another; of none, that one."""
    here = reading.sentences[clause.sentence]
    inside = reading.mentions_within(here.first, here.last)
    codes = {code for m in inside for code in (m.iso3, m.actor.iso3 if m.actor is not None else None)} - {None}
    codes |= {reading.filed_in} - {None}
    return codes.pop() if len(codes) == 1 else None
