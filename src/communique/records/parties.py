"""Who takes part in a record, and in which role. Who merely vouches for it (the holder) takes no part."""

from __future__ import annotations

from collections.abc import Iterator

from communique.records.actors import Actor
from communique.records.events import Engagement, Event
from communique.records.proposals import Position, Proposal, Provision
from communique.records.record import Record
from communique.records.statements import Absence, Allegation, Denial, Label, Relationship, Statement


def parties(record: Record) -> Iterator[tuple[str, Actor]]:
    """Yield each actor of a record with its role, in the order in which record.md lists them."""
    for role, actors in _roles(record):
        yield from ((role, actor) for actor in actors if actor is not None)


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
