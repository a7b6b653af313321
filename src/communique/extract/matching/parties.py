"""Who fills a role: from a clause's arguments to actors, and who vouches for what stands at a place in the text."""

from __future__ import annotations

from collections.abc import Container, Iterator

from communique.lexicon.words import load_words
from communique.reading import Argument, Clause, Reading
from communique.records.actors import Actor, Holder
from communique.records.events import REAL

TOLD = REAL | {"negated"}
"""Statuses of what is told as a fact."""

MODIFYING = frozenset({"poss", "amod", "compound", "nmod"})
"""Relations of a modifier that names whose a thing is: "Turkish jets", "Mongolia's debt"."""


def parties(reading: Reading, *arguments: Argument | None) -> tuple[Actor, ...]:
    """Return the actors that the arguments name, coordinated ones one by one, each once."""
    found: dict[str, Actor] = {}
    for argument in arguments:
        for head in reading.coordinated(argument.head) if argument else ():
            found.update((one.id, one) for one in beside(reading, head) if one.id not in found)
            actor = reading.actor_at(head)
            if actor is not None:
                found.setdefault(actor.id, actor)
    return tuple(found.values())


def beside(reading: Reading, head: int) -> Iterator[Actor]:
    """Yield the parties that the parser took for modifiers of the phrase behind: "*Chad* and U.N. officials met"."""
    mention = reading.mention_at.get(head)
    for child in reading.children[head] if mention is not None else ():
        joined = any(c.dep == "cc" for c in reading.dependents[child])
        if mention is not None and joined and child < mention.first and reading.tokens[child].dep in MODIFYING:
            actor = reading.actor_at(child)
            if actor is not None and actor.diplomatic and actor.form != "demonym":
                yield actor


def filling(reading: Reading, clause: Clause, *roles: str) -> tuple[Actor, ...]:
    """Return the actors in the given roles of a clause."""
    return parties(reading, *clause.all(*roles))


def is_anothers(reading: Reading, head: int) -> bool:
    """ "The minister's son", and of a country, not its government: "the French paper", "a Swedish study"."""
    if reading.tokens[head].lemma in load_words("actors/kin_nouns"):
        return True
    beside = (child for child in reading.children[head] if reading.tokens[child].dep == "amod")
    return any(child in reading.mention_at for child in beside)


def holders(reading: Reading, token: int) -> Holder:
    """Return who vouches for what stands at `token`: the sources of the attributions around it, outermost first.

    Who is named twice in a row ("quoted him as saying", "said he believed") is one level.
    """
    levels: list[tuple[Actor, ...]] = []
    for attribution in reading.attributions_around.get(token, ()):
        heads = reading.coordinated(attribution.source_head) if attribution.source_head is not None else ()
        named = (head for head in heads if head in reading.mention_at or not is_anothers(reading, head))
        actors = tuple(actor for actor in map(reading.actor_at, named) if actor is not None)
        if actors and (not levels or [a.id for a in levels[-1]] != [a.id for a in actors]):
            levels.append(actors)
    return tuple(levels)


def onlookers(reading: Reading, clause: Clause, onlooking: Container[str]) -> tuple[Actor, ...]:
    """Return who speaks of a happening and is no party to it by that alone.

    So who tells it as a fact ("X said that Y had shelled the camp"), judges it ("X condemned Y's raid") or appeals for
    it ("X called on Y to end the siege"); who demands or promises it may well be one.
    """
    telling = tuple(actor for level in holders(reading, clause.head) for actor in level)
    above = reading.clauses[clause.under] if clause.under is not None else None
    if above is not None and above.predicate in onlooking:
        asker = above.one("subject")
        heads = reading.coordinated(asker.head) if asker is not None else ()
        return (*telling, *(actor for head in heads if (actor := reading.actor_at(head)) is not None))
    return telling if reading.factuality[clause.index].status in TOLD else ()


def phrases_after(reading: Reading, head: int, prepositions: Container[str]) -> Iterator[int]:
    """Yield the heads of the phrases that hang on `head` by one of the prepositions ("by" of a passive too)."""
    for child in reading.children[head]:
        if reading.tokens[child].dep in ("prep", "agent") and reading.tokens[child].norm in prepositions:
            yield from (below for below in reading.children[child] if reading.tokens[below].dep == "pobj")
