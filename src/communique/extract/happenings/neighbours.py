"""The time of a charge that hangs on a dated happening: "the election of 2020, which X accused Y of rigging"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.reading import Reading
from communique.records.actors import When
from communique.records.events import Event
from communique.records.record import Record
from communique.records.statements import Allegation


def with_neighbours(reading: Reading, records: Sequence[Record]) -> list[Record]:
    """Return `records`, each undated allegation in a relative clause with the time of the happening it is about."""
    events = {event.trigger.start: event for event in records if isinstance(event, Event)}
    return [_dated(reading, record, events) if isinstance(record, Allegation) else record for record in records]


def _dated(reading: Reading, record: Allegation, events: dict[int, Event]) -> Allegation:
    if record.when is not None or record.cue is None:
        return record
    clause = reading.clause_at.get(reading.first_token(record.cue.start))
    if clause is None or clause.link != "relative" or clause.under is None:
        return record
    about = events.get(reading.tokens[reading.clauses[clause.under].head].start)
    when = about.when if about is not None else None
    return replace(record, when=_taken(when)) if when is not None and when.from_ and when.to else record


def _taken(when: When) -> When:
    """The same days, as an inference."""
    return replace(
        when, text=None, basis="inferred", why="of the dated happening that the charge is about", relation=None
    )
