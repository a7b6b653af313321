"""Nouns that tell what a verb tells: the rules of "extradite" match "the *extradition* of a banker by Chile"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.lexicon.rules import EventRules
from communique.reading import Argument, Clause, Reading

_TOLD = frozenset({"of", "by", "possessor"})
"""Roles of which one must be there: a noun alone may be a thing ("arms exports")."""

_OWNERS = frozenset({"state", "organ", "organisation", "armed_group"})


def as_verb(
    reading: Reading, clause: Clause, arguments: tuple[Argument, ...], rules: EventRules
) -> tuple[Clause, tuple[Argument, ...]] | None:
    """Return a noun's clause with the verb of which it is made and the arguments in that verb's roles, else None."""
    verb = rules.verbal_nouns.get(clause.word)
    if verb is None or clause.pos != "noun" or not any(argument.role in _TOLD for argument in clause.arguments):
        return None
    turned = tuple(_turned(reading, arguments))
    return replace(clause, predicate=verb, arguments=turned), turned


def _turned(reading: Reading, arguments: tuple[Argument, ...]) -> Iterator[Argument]:
    """What stands behind "of" is the object, "by" the doer; an owner is the doer unless it is people and nothing else
    is done to ("the *sailors'* extradition")."""
    roles = {argument.role for argument in arguments}
    for argument in arguments:
        role = argument.role
        if role == "of":
            role = "object"
        elif role == "by":
            role = "subject"
        elif role in ("possessor", "compound"):
            doing = "by" not in roles and (_owns(reading, argument) or (role == "possessor" and "of" in roles))
            role = "subject" if doing else role if "of" in roles else "object"
        yield replace(argument, role=role)


def _owns(reading: Reading, argument: Argument) -> bool:
    actor = reading.actor_at(argument.head)
    return actor is not None and actor.kind in _OWNERS
