"""Who is there by the words of an argument: pairs one by one, delegates as those who sent them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.contacts.beside import SIDES, spelled_out
from communique.extract.matching.parties import parties, phrases_after
from communique.lexicon.ranks import level, portfolio
from communique.lexicon.words import load_words
from communique.reading import Argument, Reading
from communique.records.actors import Actor, Role

PRIVATE = frozenset({"BUS", "CVL", "EDU", "JRN", "REF"})
"""Sectors of people who act for no state, whatever country they are of."""

UNNAMED = frozenset({"unknown", "collective"})

_BELOW = ("amod", "compound", "poss", "nmod")

_FROM = ("of", "from", "for")


def attendees(reading: Reading, argument: Argument) -> tuple[Actor, ...]:
    """The parties of an argument, pairs one by one; "Armenian and Azerbaijani ministers" are two, "Hamas negotiators"
    stand for Hamas, "the heads of the armies of X and Y" for X and Y."""
    actors = tuple(one for actor in parties(reading, *counted(reading, argument)) for one in _members(reading, actor))
    group = reading.mention_at.get(argument.head)
    if not any(actor.iso3 or actor.kind in SIDES for actor in actors):
        actors = spelled_out(reading, argument.head) or actors
    if any(PRIVATE.issuperset(actor.sectors) for actor in actors if actor.sectors):
        return actors  # "Japanese executives" stand for no state
    plural = reading.tokens[argument.head].tag == "NNS"  # "the governments of X and Y"
    one = len(actors) == 1 and (actors[0].kind in UNNAMED or (plural and actors[0].kind == "organ"))
    if group is not None and (not actors or one):
        senders = [a for a in _senders(reading, argument.head) if a.kind in SIDES or a.members]
        sides = {a.id: a for a in senders if a.form != "pronoun" or a.kind in SIDES}  # "their ministers" are not they
        if len(sides) > 1 or (sides and not any(actor.iso3 for actor in actors)):
            return tuple(_by_title(side, _title_at(reading, argument.head)) for side in sides.values())
    sent = _as_sent(reading, argument.head, actors)
    return tuple(_in_post(reading, argument.head, actor) for actor in sent) if len(sent) == 1 else sent


def _in_post(reading: Reading, head: int, actor: Actor) -> Actor:
    """Somebody named by an office alone, "its oil minister", holds it."""
    title = _title_at(reading, head) if actor.kind == "unknown" and actor.iso3 and actor.role is None else ""
    return replace(actor, role=Role(title=title, of=f"state/{actor.iso3}", basis="inferred")) if title else actor


def _as_sent(reading: Reading, head: int, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "Delegates of X and Y", "the joint commission of X and Y" stand for X and Y, also where the parser puts Y beside
    the commission."""
    if reading.tokens[head].lemma.lower() not in load_words("engagements/en/sent_nouns"):
        return actors
    title = _title_at(reading, head)
    sides = {side.id: _by_title(side, title) for side in _senders(reading, head) if side.kind in SIDES}
    theirs = {side.iso3 for side in sides.values() if side.iso3}
    others = [a for a in actors if (a.iso3 or a.kind in SIDES) and (a.kind == "person" or a.iso3 not in theirs)]
    return tuple({**{other.id: other for other in others}, **sides}.values()) or actors


def _title_at(reading: Reading, head: int) -> str:
    """The office that ends at a noun, whosever it is: "the X and Y [foreign ministers]"; "" where it is none."""
    first = head
    while first > 0 and reading.tokens[first - 1].pos in ("NOUN", "ADJ") and reading.tokens[first - 1].text.islower():
        first -= 1
    title = reading.span(first, head + 1).text
    return title if level(title) or portfolio(title) else ""


def _by_title(side: Actor, title: str) -> Actor:
    """A state that is there by whoever holds an office keeps the office."""
    named = side.kind == "state" and side.role is None and title
    return replace(side, role=Role(title=title, of=side.id, basis="inferred")) if named else side


def counted(reading: Reading, argument: Argument) -> tuple[Argument, ...]:
    """Return those whom a number word counts: "both of them", "the two of them"; any other argument as it is."""
    token = reading.tokens[argument.head]
    if argument.head in reading.mention_at or token.norm not in load_words("engagements/en/pair_words"):
        return (argument,)
    counted = tuple(replace(argument, head=head) for head in phrases_after(reading, argument.head, ("of",)))
    return counted or (argument,)


def _members(reading: Reading, actor: Actor) -> tuple[Actor, ...]:
    """ "the two leaders", "they": each of them, if the article tells who they are."""
    named = [reading.mentions_of.get(member, ()) for member in actor.members if actor.kind in UNNAMED]
    known = [next((m.actor for m in mentions if m.actor is not None), None) for mentions in named]
    found = [replace(a, mention=actor.mention, form=actor.form, basis="inferred", role=None) for a in known if a]
    whole = len(found) == len(actor.members) or actor.kind == "collective"
    return tuple(_as_office(reading, a, actor) for a in found) if found and whole else (actor,)


def _as_office(reading: Reading, member: Actor, group: Actor) -> Actor:
    """A state that is there by its ministers, "the foreign ministers of X and Y", keeps that office."""
    return _by_title(member, office_named(reading, group) if group.kind == "unknown" else "")


def office_named(reading: Reading, group: Actor) -> str:
    """Return the office by which people are named together, "foreign ministers"; "" where they are named by none."""
    words = [t for t in reading.tokens_in(group.mention) if t.pos in ("NOUN", "ADJ") and t.text.islower()]
    return reading.span(words[0].index, words[-1].index + 1).text if words else ""


def _senders(reading: Reading, head: int) -> Iterator[Actor]:
    """The actors right before a noun, and behind its "of" and "from" through named bodies: "heads of the army of"."""
    below = [c for c in reading.children[head] if reading.tokens[c].dep in _BELOW]
    for child in sorted(each for c in below for each in reading.coordinated(c)):
        mention = reading.mention_at.get(child)
        if mention is not None and mention.reading == "actor" and mention.actor is not None:
            yield mention.actor
    for child in phrases_after(reading, head, _FROM):
        for each in reading.coordinated(child):
            mention = reading.mention_at.get(each)
            if mention is not None and mention.reading == "actor" and mention.actor is not None:
                yield mention.actor
                yield from _senders(reading, each)


def is_manner(reading: Reading, argument: Argument) -> bool:
    """Whether the parser took manner for an object: "met face to face"."""
    return reading.tokens[argument.head].lemma in load_words("engagements/en/manner_nouns")


def is_place(reading: Reading, argument: Argument) -> bool:
    """Whether an argument names a place."""
    mention = reading.mention_at.get(argument.head)
    if mention is None or mention.actor is None:
        return False
    return mention.reading == "place" or mention.actor.kind in ("place", "state")
