"""How a matter stands: a fold of the ladder over the dated claims of its reports; see decision 6.

A prefix of the reports gives the matter as it was known on a day; a later report never changes that answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from communique.lexicon.links import Ladder
from communique.link.acceptances import is_awaited
from communique.link.allegations import tells_of
from communique.link.claims import Claim, claim, in_order, iso, recaps
from communique.link.courses import Course
from communique.link.days import ordinal
from communique.link.placing import placing_order
from communique.link.portraits import participants, place, portrait, sides, slot, time, title
from communique.records.clocks import reported
from communique.records.events import Engagement, Event
from communique.records.links import Decision, Entry, Link, Step, Thread, ThreadKind
from communique.records.proposals import Position, Proposal, Provision
from communique.records.statements import Denial, Statement
from communique.records.views import UNREPORTED, State, unreported

AGREED = frozenset({"signed", "in_force", "extended", "left", "expired"})
"""Statuses that only a concluded agreement can have."""

PINS: Mapping[str, Decision] = {}


def fold(entries: Iterable[Entry], as_of: str | None, *, pinned: Mapping[str, Decision] = PINS) -> Thread | None:
    """Return the matter that `entries` report, as known on day `as_of` (ISO, inclusive; None: every report, undated
    ones too); None if nothing was reported by then.

    `pinned` maps record ids to the set-status decisions about them. The order of the entries does not matter.
    """
    known, valid = _reported(entries, as_of)
    if not valid:
        return None
    kind, told, course = _told(valid, _by_then(pinned, as_of))
    people = participants(valid)
    appearances = [a for e in {e.record.article: e for e in valid}.values() for a in e.appearances]
    return Thread(
        id=known[0].record.id,
        of="agreement" if kind == "proposal" and course.passed & AGREED else kind,
        type=portrait(valid).type,
        title=title(valid, people),
        participants=people,
        status=course.status,
        contested=course.contested,
        history=tuple(map(_step, told)),
        records=tuple(e.record.id for e in valid),
        reports=sum(as_of is None or reported(a.published, as_of) == "yes" for a in appearances),
        independent_sources=len({e.cluster or e.record.article for e in valid}),
        holders=len({c.holder for c in told}),
        window=slot(told),
        when=time(told),
        where=place(told),
        since=iso(course.since),
    )


def contradictions(
    entries: Iterable[Entry], as_of: str | None, *, pinned: Mapping[str, Decision] = PINS
) -> tuple[Link, ...]:
    """Return a link for each report that stands against another one of its matter, as known on day `as_of`."""
    _, valid = _reported(entries, as_of)
    if not valid:
        return ()
    pairs = {
        (new.entry.record.id, old.entry.record.id): (new, old)
        for new, old in _told(valid, _by_then(pinned, as_of))[2].clashes
    }
    return tuple(
        Link(
            relation="contradicts", a=a, b=b, score=1.0, by="rule:link.contradiction",
            why=f"{new.by}: {new.status}, {iso(new.day)}; {old.by}: {old.status}, {iso(old.day)}",
        )
        for (a, b), (new, old) in sorted(pairs.items())
        if a != b
    )  # fmt: skip


def states(
    entries: Iterable[Entry], *, pinned: Mapping[str, Decision] = PINS, before: Sequence[State] = (), since: str = ""
) -> tuple[State, ...]:
    """Return how a matter stood over time: one row for each day on which something changed, from the first report on.

    Undated reports are in no row. `outcome_unreported` is in none either: see `status_on`. `before` are the rows as
    they were, if nothing has changed that was told before day `since`: then only the days from there on are folded.
    """
    given = list(entries)
    days = {day for e in given for day in told_on(e)}
    days |= {str(d.after["when"]) for e in given if (d := pinned.get(e.record.id)) and d.after and "when" in d.after}
    rows = [replace(row, to=None) if row.to and row.to >= since else row for row in before if row.from_ < since]
    for day in sorted(day for day in days if day >= since):
        thread = fold(given, day, pinned=pinned)
        row = _row(thread, day) if thread else None
        open_ = rows and rows[-1].to is None
        if row is not None and open_ and replace(row, from_=rows[-1].from_) == rows[-1]:
            continue
        if open_:
            rows[-1] = replace(rows[-1], to=day)
        if row is not None:
            rows.append(row)
    return tuple(rows)


def told_on(entry: Entry) -> Iterator[str]:
    """Yield the days on which the reports of an entry may change what is known: it appears, it is corrected."""
    yield from (a.published.to[:10] for a in entry.appearances if a.published)
    if entry.until:
        yield entry.until[:10]


def status_on(matter: Thread | State, as_of: str | None) -> str:
    """Return the status as seen on day `as_of`: `outcome_unreported` where an announced slot has passed with no word.

    Without an end of the slot, or without a day to look from, it is the status as reported.
    """
    window = matter.window_to if isinstance(matter, State) else matter.window.to if matter.window else None
    passed = as_of is not None and unreported(matter.of, matter.status, window, as_of)
    return UNREPORTED if passed else matter.status


def _claims(entries: Sequence[Entry], pinned: Mapping[str, Decision]) -> list[Claim]:
    """What the entries claim; a meeting told of in a denial only ("denied that they had met") claims nothing more than
    that somebody spoke of it, a plan that one of two parties accepted nothing more than that it is discussed."""
    found = []
    denials = [e.record for e in entries if isinstance(e.record, Denial)]
    for entry in entries:
        own, record = claim(entry), entry.record
        if own is not None and isinstance(record, Engagement) and any(tells_of(denial, record) for denial in denials):
            own = replace(own, status="hypothetical")
        if own is not None and is_awaited(entry, entries):
            own = replace(own, status="under_discussion")
        if own is not None:
            found += [*recaps(entry), own]
        decision = pinned.get(entry.record.id)
        if own is not None and decision is not None and decision.after is not None and "status" in decision.after:
            when = decision.after.get("when")
            day = ordinal(when) if isinstance(when, str) else own.day
            by = f"analyst:{decision.who}"
            status = str(decision.after["status"])
            found.append(replace(own, status=status, day=day, holder=by, by=by, forced=True, moves=True))
    return found


def _by_then(pinned: Mapping[str, Decision], as_of: str | None) -> Mapping[str, Decision]:
    """Return the statuses set for a day up to `as_of`: one set for the ninth says nothing about the third."""
    return {id: d for id, d in pinned.items() if as_of is None or str((d.after or {}).get("when", "")) <= as_of}


def _step(one: Claim) -> Step:
    published, record = one.entry.published, one.entry.record
    return Step(
        status=one.status,
        when=iso(one.day),
        reported=published.to[:10] if published else None,
        article=record.article,
        record=record.id,
        by=one.by,
        layer=record.layer,
        cue=one.cue,
    )


def _reported(entries: Iterable[Entry], as_of: str | None) -> tuple[list[Entry], list[Entry]]:
    """What was reported by a day, in order; and of this what no corrected version had replaced by then."""
    known = [e for e in entries if as_of is None or reported(e.published, as_of) == "yes"]
    known.sort(key=placing_order)
    return known, [e for e in known if e.until is None or (as_of is not None and e.until > as_of)]


def _told(entries: Sequence[Entry], pinned: Mapping[str, Decision]) -> tuple[ThreadKind, list[Claim], Course]:
    """The kind of a matter, its claims in the order in which they count, and the course they make."""
    kind = _kind(entries)
    told = in_order(_claims(entries, pinned), _ladder(kind))
    return kind, told, Course(told, _ladder(kind), sides(entries))


def _kind(entries: Sequence[Entry]) -> ThreadKind:
    record = entries[0].record
    if isinstance(record, Engagement):
        return "engagement"
    if isinstance(record, Event):
        return "event"
    if isinstance(record, Proposal | Provision | Position):
        return "proposal"
    return "utterance" if isinstance(record, Statement) else "allegation"


def _ladder(kind: ThreadKind) -> Ladder | None:
    if kind == "agreement":
        return "proposal"
    return None if kind == "utterance" else kind


def _row(thread: Thread, day: str) -> State:
    return State(
        head=thread.id,
        of=thread.of,
        type=thread.type,
        from_=day,
        to=None,
        status=thread.status,
        since=thread.since,
        window_to=thread.window.to[:10] if thread.window and thread.window.to else None,
        contested=thread.contested,
        reports=thread.reports,
        sources=thread.independent_sources,
    )
