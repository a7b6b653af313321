"""The shape of a holder, and how holders nest: see docs/decisions/0004-holders.md."""

from __future__ import annotations

from collections.abc import Iterable

from communique.errors import RecordError
from communique.records.actors import Actor, Holder
from communique.records.record import Record
from communique.records.statements import Statement


def inside(speech: Statement) -> Holder:
    """Return who vouches for what `speech` says: those who report it, then its speaker (nobody new if it has none)."""
    return (*speech.holder, (speech.speaker,)) if speech.speaker else speech.holder


def check_holders(records: Iterable[Record]) -> None:
    """Raise RecordError for an empty level of holders, or an actor twice in one level."""
    for record in records:
        levels = [[actor.id for actor in level] for level in record.holder]
        if not all(levels):
            raise RecordError(f"{record.kind} {record.id} by rule {record.rule} has an empty level of holders")
        if any(len(set(level)) < len(level) for level in levels):
            raise RecordError(f"{record.kind} {record.id} by rule {record.rule} has a holder twice in one level")


def innermost(holder: Holder) -> tuple[Actor, ...]:
    """Return who claims it first-hand, as far as the text tells; () is the outlet itself."""
    return holder[-1] if holder else ()
