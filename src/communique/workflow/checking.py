"""Does a store keep its promises? Everything derived is worked out again and held against what is stored.

Some articles at a time, so that memory stays bounded: each record is placed among the earlier ones as these are stored.
If that agrees for all of them, in canonical order, the whole is what placing everything from nothing would come to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from communique.decide.applying import apply
from communique.judgements import Judgements, judgements, live
from communique.link.keys import horizon
from communique.link.relinking import Placement, place_again
from communique.records.links import Entry, Link
from communique.records.views import Fault
from communique.workflow.entering import MACHINE
from communique.workflow.settling import folded, sought

if TYPE_CHECKING:
    from communique.store import Store

AT_ONCE = 50
"""Articles looked at together."""

RERUN = "`communique rerun` reads, links and folds anew"
LOG = "`communique log NUMBER` shows such a decision, `communique undo NUMBER` withdraws it"


def check(store: Store) -> list[Fault]:
    """Return every fault of a store: broken rows, spans, decisions, links, states of threads."""
    judged = judgements(store)
    return [*store.check(), *_decisions(store, judged), *_threads(store, judged)]


def _decisions(store: Store, judged: Judgements) -> Iterator[Fault]:
    """Decisions without a record, and what is shown although nobody read or decided it so."""
    decisions = live(store)
    lost = {orphan.decision.number: orphan for orphan in judged.ties.orphans}
    articles = {d.target.article for d in decisions if d.target.article}
    for id in store.article_ids() if any(not d.target.article for d in decisions) else sorted(articles):
        applied = apply(id, [e.record for e in store.of_articles([id], MACHINE)], decisions)
        lost |= {orphan.decision.number: orphan for orphan in applied.orphans}
        stored = {(e.record, e.by) for e in store.of_articles([id])}
        if stored != set(applied.shown):
            yield Fault("article {}: what is shown is not what was read and decided", (id,), RERUN)
    for number in sorted(lost):
        yield Fault("decision {}: {}", (number, lost[number].why), LOG)


def _threads(store: Store, judged: Judgements) -> Iterator[Fault]:
    ids = store.article_ids()
    for start in range(0, len(ids), AT_ONCE):
        entries = store.of_articles(ids[start : start + AT_ONCE])  # corrected versions too: they were reported
        placed = _placed(store, entries, judged)
        stored = store.heads([entry.record.id for entry in entries])
        heads = {id: place[1] for id, place in placed.items() if place is not None}
        for id in sorted({*heads, *stored}):
            if heads.get(id) != stored.get(id):
                where = (id, stored.get(id, "none"), heads.get(id, "none"))
                yield Fault("record {}: is in thread {}, but belongs to {}", where, RERUN)
        yield from _links(store, placed)
        own = {entry.record.id for entry in entries}
        yield from _states(store, {*heads.values(), *stored.values()} & own, judged)


def _placed(store: Store, entries: Sequence[Entry], judged: Judgements) -> dict[str, Placement]:
    """Return the place of each of some entries among those before it, as they are stored."""
    with store.shelf(sought, horizon) as shelf:
        shelf.expect(entries)
        return {entry.record.id: place_again(entry, shelf, judged.ties.apart) for entry in entries}


def _links(store: Store, placed: Mapping[str, Placement]) -> Iterator[Fault]:
    wanted = {place[0] for place in placed.values() if place is not None and place[0] is not None}
    found = {k for k in store.links(sorted(placed)) if k.by.startswith("rule:") and _placed_by(k) in placed}
    for link in sorted(wanted ^ found, key=lambda k: (k.a, k.b, k.relation)):
        kind = "link {} {} {}: is missing" if link in wanted else "link {} {} {}: has no ground by the rules of today"
        yield Fault(kind, (link.a, link.relation, link.b), RERUN)


def _placed_by(link: Link) -> str:
    """Return the record that a link of a rule put into its thread: an allegation found after its denial is denied."""
    return link.b if link.relation == "denies" and link.by == "rule:link.allegation" else link.a


def _states(store: Store, heads: Iterable[str], judged: Judgements) -> Iterator[Fault]:
    """Hold the stored states of threads against those of their reports; a united one has none under its own name."""
    named = sorted(heads)
    wanted = folded(store, {head for head in named if judged.root(head) == head}, judged)
    found = store.history(named)
    for head in named:
        if list(wanted.get(head, ())) != found.get(head, []):
            yield Fault("thread {}: its stored states are not those of its reports", (head,), RERUN)
