"""What each report claims about its matter: which status, as of which day, and who vouches for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.lexicon.links import Ladder, load_links
from communique.link.days import EVER, Days, days_of, printed
from communique.records.actors import Actor, When
from communique.records.events import Engagement, Event
from communique.records.holders import innermost
from communique.records.links import Entry
from communique.records.proposals import Position, Proposal
from communique.records.statements import Allegation, Denial, Statement
from communique.records.texts import Span

OUTLET = "outlet"
"""Who vouches where the article speaks in its own voice."""

SAID = "said"
"""The only status of an utterance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One report's word on a matter.

    `day` is the day for which the status is claimed (None: a recap without a day); `told` whether the text names it.
    `span` is the stretch it was read from. `holder` tells vouchers apart, `by` names them; `sides` are the parties on
    whose behalf it is said. `moves`: whether it may change the status of the matter at all.
    `cue`: the words that make it, where its record makes several.
    """

    entry: Entry
    status: str
    day: int | None
    told: bool
    span: Days | None
    holder: str
    by: str
    sides: frozenset[str]
    moves: bool = True
    forced: bool = False
    cue: Span | None = None


def claim(entry: Entry) -> Claim | None:
    """Return what an entry claims; None for records without a status of their own (points of a plan)."""
    record = entry.record
    match record:
        case Engagement():
            done = load_links().fate("engagement", record.status) == "done"
            voices = innermost(record.holder)
            speakers = (*voices, record.announced_by) if record.announced_by else voices
            return _claim(entry, record.status, record.when if done else record.announced_when, voices, speakers)
        case Event() | Proposal():
            return _claim(entry, record.status, record.when, innermost(record.holder))
        case Allegation():
            return _claim(entry, "withdrawn" if record.withdrawn else "alleged", record.when, record.accusers)
        case Denial():
            denied = "partly_denied" if record.scope == "part" else "denied"
            return _claim(entry, denied, record.when, (record.denier,) if record.denier else ())
        case Position():
            return replace(_claim(entry, record.stance, record.when, (record.party,)), moves=False)
        case Statement():
            return _claim(entry, SAID, record.when, (record.speaker,) if record.speaker else ())
    return None


def recaps(entry: Entry) -> Iterator[Claim]:
    """Yield what an entry claims in passing: the earlier stages of a plan, without a day where none is told."""
    record = entry.record
    for stage in record.stages if isinstance(record, Proposal) else ():
        own = _claim(entry, stage.status, stage.when, innermost(record.holder))
        yield replace(own, day=own.day if own.told else None, cue=stage.cue)


def _claim(
    entry: Entry, status: str, when: When | None, voices: Sequence[Actor], speakers: Sequence[Actor] = ()
) -> Claim:
    today = printed(entry)
    span = days_of(when)
    told = span is not None and span.last < EVER and (today is None or span.last <= today)
    day = span.last if told and span else None if entry.record.layer == "background" else today
    names = " and ".join(dict.fromkeys(actor.name for actor in voices))
    return Claim(
        entry=entry,
        status=status,
        day=day,
        told=told,
        span=span if told else None,
        holder="+".join(sorted(actor.id for actor in voices)) or f"{OUTLET}:{entry.cluster or entry.record.article}",
        by=names or OUTLET,
        sides=frozenset(actor.iso3 or actor.id for actor in (*voices, *speakers)),
    )


def in_order(claims: Iterable[Claim], ladder: Ladder | None) -> list[Claim]:
    """Return claims by the day claimed, recaps without a day first; a stretch that holds the day of another report of
    the same status means that day. Claims of one day go up the ladder, then in canonical order.

    A claim that is not on the ladder (an analyst merged matters of two kinds) moves nothing.
    """
    steps = load_links().ladders[ladder] if ladder else None
    found = [one if steps is None or steps.knows(one.status) else replace(one, moves=False) for one in claims]
    days: dict[str, list[int]] = {}
    for one in found:
        if one.day is not None and (one.span is None or one.span.single):
            days.setdefault(one.status, []).append(one.day)
    known = {status: sorted(many) for status, many in days.items()}
    aligned = [_aligned(one, known.get(one.status, [])) for one in found]
    return sorted(
        aligned,
        key=lambda c: (
            c.day is not None,
            c.day or 0,
            c.forced,
            steps.rank(c.status) if steps and c.moves else 0,
            c.entry.order,
        ),
    )


def _aligned(one: Claim, days: Sequence[int]) -> Claim:
    if one.span is None or one.span.single:
        return one
    return next((replace(one, day=day) for day in days if one.span.first <= day <= one.span.last), one)


def iso(day: int | None) -> str | None:
    """Return an ordinal as an ISO day."""
    return date.fromordinal(day).isoformat() if day is not None else None
