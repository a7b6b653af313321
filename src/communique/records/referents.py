"""One referent, one record: speech is told once, happenings share no trigger, and what is pointed at is there."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

from communique.errors import RecordError
from communique.records.events import Engagement, Event
from communique.records.proposals import Position, Provision
from communique.records.record import Record
from communique.records.statements import Absence, Allegation, Denial, Statement


def check_referents(records: Sequence[Record]) -> None:
    """Raise RecordError for the first record that tells again what another one tells, or that points at nothing."""
    _each_once((record.id, record) for record in records)
    _each_once((_speech(record), record) for record in records if isinstance(record, Statement | Allegation | Denial))
    _each_once(((r.trigger, r.ordinal), r) for r in records if isinstance(r, Engagement | Event))
    known = {record.id for record in records}
    for record in records:
        for target in targets(record):
            if target not in known:
                raise RecordError(
                    f"{record.kind} {record.id} by rule {record.rule} points at {target}, which is not there"
                )


def targets(record: Record) -> Iterator[str]:
    """Yield the ids of the records that this one points at."""
    match record:
        case Statement():
            yield from (*record.about, *filter(None, [record.venue]))
        case Absence():
            yield from record.about
        case Denial():
            yield from record.of
        case Provision():
            yield record.proposal
        case Position():
            yield from filter(None, [record.on])


def _speech(record: Statement | Allegation | Denial) -> Hashable:
    """What makes it the same speech: cue and content, whatever the kind of record."""
    content = record.content if isinstance(record, Statement) else (record.content,)
    return record.cue, content, record.ordinal


def _each_once(keyed: Iterable[tuple[Hashable, Record]]) -> None:
    seen: dict[Hashable, Record] = {}
    for key, record in keyed:
        other = seen.setdefault(key, record)
        if other is not record:
            both = f"{other.kind} {other.id} by rule {other.rule} and {record.kind} {record.id} by rule {record.rule}"
            raise RecordError(f"{both} tell the same thing")
