"""What a matter looks like as a whole: who takes part, its name, slot, day and place, gathered from its reports."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from communique.lexicon.links import load_links
from communique.link.claims import Claim
from communique.link.days import days_of
from communique.link.parties import Party, alike, party
from communique.records.actors import Actor, When, Where
from communique.records.events import Engagement, Event
from communique.records.links import Entry
from communique.records.parties import named
from communique.records.proposals import Position, Proposal, Provision
from communique.records.record import Record
from communique.records.statements import Allegation, Denial, Statement


class Portrait(NamedTuple):
    """What one record shows of its matter."""

    type: str
    words: str
    actors: tuple[Actor, ...]


def portrait(entries: Sequence[Entry]) -> Portrait:
    """Return what the first telling report shows; for engagements the type that most reports use."""
    shown = [_shown(entry.record) for entry in entries]
    first = next((one for one in shown if one.words), shown[0])
    kinds = [one.type for one in shown if one.words] or [first.type]
    return first._replace(type=max(kinds, key=lambda kind: (kinds.count(kind), -kinds.index(kind))))


def title(entries: Sequence[Entry], people: Sequence[Actor]) -> str:
    """Return a name for the matter: the parties and what it is, in the words of its first report."""
    shown = portrait(entries)
    names = ", ".join(actor.name for actor in named(people)[:4])
    return f"{names}: {shown.words or shown.type}" if names else shown.words or shown.type


def participants(entries: Sequence[Entry]) -> tuple[Actor, ...]:
    """Return everybody named as a party, each once, by the fullest mention; in order of the reports."""
    found: list[Actor] = []
    known: list[Party] = []
    under: dict[Hashable, set[int]] = {}
    for entry in entries:
        for actor in _shown(entry.record).actors:
            own = party(actor)
            words = set(_known_by(own))
            near = sorted({n for word in words for n in under.get(word, ())})
            at = next((n for n in near if _same(known[n], own)), None)
            if at is None:
                at = len(found)
                found.append(actor)
                known.append(own)
            elif not _fuller(actor, found[at]):
                continue
            found[at], known[at] = actor, own
            for word in words:
                under.setdefault(word, set()).add(at)
    return tuple(found)


def _known_by(own: Party) -> Iterator[Hashable]:
    """Yield what two mentions that are surely one actor have in common, one of it at least; a title is not enough."""
    yield own.id
    if own.person:
        yield from own.name


def sides(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the sides that take part: states by their code, others by their ids."""
    return frozenset(actor.iso3 or actor.id for entry in entries for actor in _shown(entry.record).actors)


def slot(claims: Sequence[Claim]) -> When | None:
    """Return the slot announced last."""
    windows = [
        c.entry.record.window for c in claims if isinstance(c.entry.record, Engagement) and c.entry.record.window
    ]
    return next((when for when in reversed(windows) if days_of(when) is not None), windows[-1] if windows else None)


def time(claims: Sequence[Claim]) -> When | None:
    """Return when it took place, by the report that says so most narrowly."""
    found = []
    for number, one in enumerate(claims):
        span = days_of(one.entry.record.when)
        if one.entry.record.when is not None and span is not None and one.moves:
            found.append((span.last - span.first, number, one.entry.record.when))
    return min(found, key=lambda item: item[:2])[2] if found else None


def place(claims: Sequence[Claim]) -> Where | None:
    """Return the place named last, a city before its country."""
    places = [c.entry.record.where for c in claims if c.entry.record.where is not None]
    return next((where for where in reversed(places) if not where.country), places[-1] if places else None)


def _same(a: Party, b: Party) -> bool:
    return a.id == b.id or (a.person and b.person and alike(a, b) == load_links().weights["party.same"])


def _fuller(a: Actor, b: Actor) -> bool:
    """Whether mention `a` says more of the actor than `b`: registered, then acting for a state, then a longer name."""
    return (not a.id.startswith("mention/"), a.iso3 is not None, len(a.id)) > (
        not b.id.startswith("mention/"), b.iso3 is not None, len(b.id),
    )  # fmt: skip


def _shown(record: Record) -> Portrait:
    match record:
        case Engagement():
            return Portrait(record.type, record.type.replace("_", " "), record.participants)
        case Event():
            return Portrait(record.type, record.trigger.text, (*record.actors, *record.recipients))
        case Proposal():
            return Portrait("proposal", record.title, (*record.proposer, *record.parties))
        case Provision():
            return Portrait("proposal", "", ())
        case Position():
            return Portrait("proposal", "", (record.party,))
        case Allegation():
            return Portrait("allegation", record.content.text, (*record.accusers, *record.accused))
        case Denial():
            words = record.content.text if record.content else ""
            return Portrait("allegation", words, (record.denier,) if record.denier else ())
        case Statement():
            words = record.content[0].text if record.content else ""
            return Portrait(record.act, words, (record.speaker,) if record.speaker else ())
    return Portrait(record.kind, "", ())
