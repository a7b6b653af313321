"""Puts happenings in order: "came after China put forward a plan", "less than 24 hours after his speech".

Only what the text says is used; a date that follows from another record's date is an inference and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from communique.lexicon.words import load_words
from communique.reading import Clause, Reading, TimeRef
from communique.records.actors import When
from communique.records.events import Engagement, Event
from communique.records.proposals import Proposal
from communique.records.record import Record
from communique.records.statements import Allegation, Denial, Statement
from communique.records.stretches import Stretches

Dated = Engagement | Event | Proposal | Statement | Allegation | Denial

_UNIT_DAYS = {"D": 1, "W": 7}
_DURATION = re.compile(r"P(?:(\d+)([DW])|T(\d+)H)$")


@dataclass(frozen=True, slots=True)
class _Order:
    """The happening at token `later` follows that at token `earlier`; `gap` is the expression of the time between."""

    earlier: int
    later: int
    gap: TimeRef | None


def in_sequence(reading: Reading, records: Sequence[Record]) -> list[Record]:
    """Return the records with `when.relation`, and the bounds that follow, filled in from what the text says of their
    order."""
    found = list(records)
    told = Stretches(
        (e.start, e.end, number)
        for number, record in enumerate(records)
        if isinstance(record, Dated)
        for e in record.evidence
        if e.role in ("trigger", "cue", "mention")
    )
    for order in (_nearest(reading, told, order) for order in _orders(reading)):
        for number in _at(reading, told, order.later):
            for other in _at(reading, told, order.earlier):
                if number != other:
                    found[number], found[other] = _ordered(reading, found[number], found[other], order)
    return found


def _nearest(reading: Reading, told: Stretches[int], order: _Order) -> _Order:
    """Where nothing dated stands at the later verb, take the last happening told before the subordinate clause.

    Parsers hang "X is in debt to Y for backing him after protests broke out" on the main verb; the nearer one is meant.
    """
    if order.later > order.earlier or _at(reading, told, order.later):
        return order
    start = reading.clause_at[order.earlier].first if order.earlier in reading.clause_at else order.earlier
    between = (head for head in range(start - 1, order.later, -1) if head in reading.clause_at)
    nearest = next((head for head in between if _at(reading, told, head)), None)
    return replace(order, later=nearest) if nearest is not None else order


def _orders(reading: Reading) -> Iterator[_Order]:
    for clause in reading.clauses:
        if clause.mark in ("after", "before") and clause.under is not None and clause.link in ("adverbial", "argument"):
            yield from _pair(reading, reading.clauses[clause.under], clause.head, clause.mark)
        for argument in clause.all("after", "before"):
            if argument.head not in reading.clause_at or reading.clause_at[argument.head].pos == "noun":
                yield from _pair(reading, clause, argument.head, argument.role)


def _pair(reading: Reading, main: Clause, other: int, mark: str) -> Iterator[_Order]:
    """The main happening is the verb's, or its subject's where the verb only says that it came."""
    heads = [main.head]
    if main.predicate in load_words("language/en/coming_verbs") and (subject := main.one("subject")) is not None:
        heads = [subject.head]
    gap = next((t for t in reading.times_at.get(main.head, ()) if t.type == "DURATION" and mark in t.when.why), None)
    for head in heads:
        yield _Order(other, head, gap) if mark == "after" else _Order(head, other, gap)


def _at(reading: Reading, told: Stretches[int], token: int) -> list[int]:
    """The dated records that have a trigger, cue or mention at the token or at what the verb there is about.

    "Sign the deal" is about its object, "protests broke out" about its subject.
    """
    tokens = {token}
    if (clause := reading.clause_at.get(token)) is not None:
        roles = ("object", "subject") if clause.predicate in load_words("language/en/coming_verbs") else ("object",)
        tokens |= {argument.head for argument in clause.all(*roles)}
    return sorted({number for t in tokens for number in told.around(reading.tokens[t].start)})


def _ordered(reading: Reading, later: Record, earlier: Record, order: _Order) -> tuple[Record, Record]:
    gap = order.gap
    value = gap.when.value if gap is not None else None
    within = (
        f", within {value}" if gap is not None and "less than" in gap.when.why else f", by {value}" if value else ""
    )
    text = gap.when.text if gap is not None else None
    first, last = _bounds(earlier, value, bool(within.startswith(", within")))
    after = When(
        from_=first,
        to=last,
        granularity="interval",
        basis="inferred",
        why="follows a dated happening",
        text=text,
        relation=f"after {earlier.id}{within}",
    )
    upper = later.when.to[:10] if later.when is not None and later.when.to else None
    before = When(
        from_=None,
        to=upper,
        granularity="interval",
        basis="inferred",
        why="precedes a dated happening",
        relation=f"before {later.id}{within}",
    )
    return _with_when(reading, later, after, order.later), _with_when(reading, earlier, before, order.earlier)


def _bounds(earlier: Record, gap: str | None, within: bool) -> tuple[str | None, str | None]:
    """First and last day of what follows `earlier` by `gap`, as far as they can be told."""
    when = earlier.when
    if when is None or when.from_ is None or when.to is None:
        return None, None
    days = _days(gap)
    start, end = date.fromisoformat(when.from_[:10]), date.fromisoformat(when.to[:10])
    if days is None:
        return start.isoformat(), None
    return (start if within else start + timedelta(days)).isoformat(), (end + timedelta(days)).isoformat()


def _days(gap: str | None) -> int | None:
    match = _DURATION.match(gap or "")
    if match is None:
        return None
    return -(-int(match[3]) // 24) if match[3] else int(match[1]) * _UNIT_DAYS[match[2]]


def _with_when(reading: Reading, record: Record, when: When, token: int) -> Record:
    """Return the record with `when` where it had no date of its own, or with its own date and the relation."""
    at = reading.tokens[token]
    if isinstance(record, Engagement) and any(e.role == "cue" and e.start == at.start for e in record.evidence):
        return replace(record, announced_when=_merged(record.announced_when, when))
    if isinstance(record, Engagement) and record.status not in ("held", "under_way"):
        return record
    return replace(record, when=_merged(record.when, when))


def _merged(own: When | None, derived: When) -> When:
    """A time of its own is kept, with the relation; one that could not be resolved gets the bounds that follow."""
    if own is None:
        return derived
    own = replace(own, relation=own.relation or derived.relation)
    if own.from_ or own.to or not (derived.from_ or derived.to):
        return own
    why = f"{own.why}; {derived.why}"
    return replace(own, from_=derived.from_, to=derived.to, granularity="interval", basis="inferred", why=why)
