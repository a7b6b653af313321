"""Where a report belongs: the one matter among the earlier ones that it continues, or none; see decision 6."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from communique.lexicon.links import load_links
from communique.link import allegations, engagements, events, proposals, utterances
from communique.link.verdicts import Candidate, Verdict
from communique.records.events import Engagement, Event
from communique.records.links import Entry, Link
from communique.records.proposals import Position, Proposal, Provision
from communique.records.record import Record
from communique.records.statements import Allegation, Denial, Statement
from communique.records.views import Placed

DEPENDENT = (Denial, Position, Provision)
"""Kinds that point at a record of their article: placed after the others of it."""


def placing_order(entry: Entry) -> tuple[str, str, bool, str]:
    """The order in which records are placed: as `Entry.order`, but within an article what is pointed at goes first."""
    published, article, record = entry.order
    return published, article, isinstance(entry.record, DEPENDENT), record


def threaded(record: Record) -> bool:
    """Return whether records of this make belong to threads at all."""
    match record:
        case Engagement() | Proposal() | Provision() | Allegation() | Denial():
            return True
        case Position():
            return record.on is not None
        case Event():
            return record.type != "STATE" or bool(record.actors or record.recipients)
        case Statement():
            return utterances.telling(record)
    return False


def place(entry: Entry, earlier: Sequence[Placed], apart: Collection[str] = ()) -> Link | None:
    """Return the link by which `entry` joins a thread of `earlier`, or None where it starts one of its own.

    Looks at nothing but the reports placed before it, so that later ones never change an answer. A thread that holds
    a record of `apart` is no candidate. Where two threads fit nearly alike, neither is taken: doubt stays separate.
    """
    fitting = [c for c in candidates(entry, earlier, apart) if c.verdict.joins]
    if not fitting:
        return None
    best = fitting[0]
    rivals = [c for c in fitting[1:] if best.verdict.score - c.verdict.score < load_links().weights["margin"]]
    if rivals and best.verdict.score < 1.0:
        return None
    known = {_fate(p.entry.record) for p in earlier if p.head == best.head}
    return _link(entry, best, _fate(entry.record) == "done" and "on" in known and "done" not in known)


def near_misses(entry: Entry, earlier: Sequence[Placed], apart: Collection[str] = ()) -> list[Candidate]:
    """Return the threads that `entry` was nearly put into, best first: what a person may want to look at."""
    bar = load_links().weights["review"]
    return [c for c in candidates(entry, earlier, apart) if not c.verdict.joins and c.verdict.score >= bar]


def candidates(entry: Entry, earlier: Sequence[Placed], apart: Collection[str] = ()) -> list[Candidate]:
    """Return every thread that `entry` was held against, with the verdict, best first."""
    threads = _threads(entry, earlier, apart)
    judged = [Candidate(head, _judge(entry, members)) for head, members in threads.items()]
    return sorted(judged, key=lambda c: (-c.verdict.joins, -c.verdict.score, c.head))


def _threads(entry: Entry, earlier: Sequence[Placed], apart: Collection[str]) -> Mapping[str, list[Entry]]:
    """The neighbours by thread, each in placing order, without threads from which an analyst told this one apart."""
    threads: dict[str, list[Entry]] = {}
    own = entry.record.id
    for placed in sorted(earlier, key=lambda placed: placing_order(placed.entry)):
        if placed.head is not None and placed.entry.record.id != own:
            threads.setdefault(placed.head, []).append(placed.entry)
    barred = {p.head for p in earlier if p.entry.record.id in apart} if apart else set()
    return {head: members for head, members in threads.items() if head not in barred}


def _judge(entry: Entry, thread: Sequence[Entry]) -> Verdict:
    record = entry.record
    match record:
        case Engagement():
            known = [told for e in thread if (told := e.once(engagements.facts)) is not None]
            return engagements.judge(entry.once(engagements.facts), known)
        case Event():
            return events.judge(entry, record, thread)
        case Allegation() | Denial():
            return allegations.judge(entry, record, thread)
        case Proposal() | Provision() | Position():
            return proposals.judge(entry, record, thread)
        case Statement():
            return utterances.judge(entry, record, thread)
    return Verdict("same_as", 0.0, False, f"a {record.kind} belongs to no thread")


def _fate(record: Record) -> str:
    """Whether a record tells that a thing is to be ("on": announced, agreed), was done, or neither."""
    match record:
        case Engagement():
            return load_links().fate("engagement", record.status)
        case Event():
            return load_links().fate("event", record.status)
    return ""


def _link(entry: Entry, best: Candidate, implements: bool) -> Link:
    """The link to the matter joined; what was announced or agreed and is now done for the first time implements it."""
    verdict = best.verdict
    if implements and verdict.relation == "same_as":
        verdict = verdict._replace(relation="implements")
    a, b = entry.record.id, best.head
    if verdict.relation == "denies" and isinstance(entry.record, Allegation):
        a, b = b, a
    rule = f"rule:link.{entry.record.kind}"
    return Link(relation=verdict.relation, a=a, b=b, score=min(verdict.score, 1.0), why=verdict.why, by=rule)
