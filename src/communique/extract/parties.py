"""Who fills a role: from a clause's arguments to actors, and who vouches for what stands at a place in the text."""

from __future__ import annotations

from communique.reading import Argument, Clause, Mention, Reading
from communique.records.actors import Actor, Holder


def mention_of(reading: Reading, head: int) -> Mention | None:
    """Return the largest mention headed by token `head`."""
    return reading.mention_at.get(head)


def parties(reading: Reading, *arguments: Argument | None) -> tuple[Actor, ...]:
    """Return the actors that the arguments name, coordinated ones one by one, each once."""
    found: dict[str, Actor] = {}
    for argument in arguments:
        for head in reading.coordinated(argument.head) if argument else ():
            for actor in _actors_at(reading, head):
                found.setdefault(actor.id, actor)
    return tuple(found.values())


def _actors_at(reading: Reading, head: int) -> tuple[Actor, ...]:
    """The actor whose mention is headed here, else the possessor's or the modifier's ("Russia's forces", "Israeli jets")."""
    mention = mention_of(reading, head)
    if mention is not None:
        return (mention.actor,) if mention.actor is not None and mention.reading == "actor" else ()
    owners = [c for c in reading.children[head] if reading.tokens[c].dep in ("poss", "amod", "compound", "nmod")]
    for owner in owners:
        inside = mention_of(reading, owner)
        if inside is not None and inside.actor is not None and inside.reading == "actor":
            return (inside.actor,)
    return ()


def filling(reading: Reading, clause: Clause, *roles: str) -> tuple[Actor, ...]:
    """Return the actors in the given roles of a clause."""
    return parties(reading, *clause.all(*roles))


def holders(reading: Reading, token: int) -> Holder:
    """Return who vouches for what stands at `token`: the sources of the attributions around it, outermost first."""
    at = reading.tokens[token]
    around = [a for a in reading.attributions if any(s.start <= at.start and at.end <= s.end for s in a.content)]
    around.sort(key=lambda a: -sum(s.end - s.start for s in a.content))
    levels = []
    for attribution in around:
        heads = reading.coordinated(attribution.source_head) if attribution.source_head is not None else ()
        actors = tuple(actor for head in heads for actor in _actors_at(reading, head))
        if actors:
            levels.append(actors)
    return tuple(levels)
