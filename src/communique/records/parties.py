"""Who takes part in a record, and in which role. Who merely vouches for it (the holder) takes no part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from communique.records.actors import Actor
from communique.records.events import Engagement, Event
from communique.records.proposals import Position, Proposal, Provision
from communique.records.record import Record
from communique.records.statements import Absence, Allegation, Denial, Label, Relationship, Statement


def parties(record: Record) -> Iterator[tuple[str, Actor]]:
    """Yield each actor of a record with its role, in the order in which record.md lists them."""
    for role, actors in _roles(record):
        yield from ((role, actor) for actor in actors if actor is not None)


def parties_by_role(record: Record) -> dict[str, list[Actor]]:
    """Return who takes part by role, in the order of the record."""
    found: dict[str, list[Actor]] = {}
    for role, actor in parties(record):
        found.setdefault(role, []).append(actor)
    return found


_Party = TypeVar("_Party", bound=Actor)


def named(several: Sequence[_Party]) -> list[_Party]:
    """Return parties as a title names them: a state is left out where somebody who acts for it has the same part.

    Two presidents, and their states as parties beside them, are a meeting of the two presidents.
    """
    spoken = {(a.iso3, _part(a)) for a in several if a.form == "name" and a.kind not in ("state", "collective")}
    return [a for a in several if a.kind != "state" or (a.iso3, _part(a)) not in spoken]


def _part(actor: Actor) -> str:
    return getattr(actor, "part", "")


def _roles(record: Record) -> Iterator[tuple[str, tuple[Actor | None, ...]]]:
    match record:
        case Statement():
            yield from (("speaker", (record.speaker,)), ("addressee", (record.addressee,)), ("towards", record.towards))
        case Absence():
            yield "who", (record.who,)
        case Engagement():
            yield from ((actor.part, (actor,)) for actor in record.participants)
            yield from (("initiator", (record.initiator,)), ("announced_by", (record.announced_by,)))
        case Event():
            yield from (
                ("actor", record.actors),
                ("recipient", record.recipients),
                ("confirmed_by", record.confirmed_by),
            )
        case Proposal():
            yield from (("proposer", record.proposer), ("party", record.parties))
        case Provision():
            yield "addressee", record.addressees
        case Position():
            yield from (("party", (record.party,)), ("via", (record.via,)))
        case Allegation():
            yield from (("accuser", record.accusers), ("accused", record.accused), ("beneficiary", record.beneficiary))
        case Denial():
            yield "denier", (record.denier,)
        case Relationship():
            yield from (("a", (record.a,)), ("b", (record.b,)))
        case Label():
            yield from (("about", (record.about,)), ("by", (record.by,)))
