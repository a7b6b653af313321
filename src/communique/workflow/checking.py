"""Does a store keep its promises? Everything derived is worked out from nothing and held against what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from communique.decide.applying import apply
from communique.judgements import Judgements, judgements, live
from communique.link.relinking import Placement, link_all
from communique.records.links import Entry
from communique.records.views import Filter
from communique.workflow.entering import MACHINE
from communique.workflow.settling import folded

if TYPE_CHECKING:
    from communique.store import Store


def check(store: Store) -> list[str]:
    """Return every fault of a store, a line each: broken rows, spans, decisions, links, states of threads."""
    judged = judgements(store)
    entries = store.of_articles(store.article_ids())  # corrected versions too: they were reported
    return [*store.check(), *_decisions(store, judged), *_threads(store, entries, judged)]


def _decisions(store: Store, judged: Judgements) -> Iterator[str]:
    """Decisions without a record, and what is shown although nobody read or decided it so."""
    decisions = live(store)
    lost = {orphan.decision.number: orphan for orphan in judged.ties.orphans}
    articles = {d.target.article for d in decisions if d.target.article}
    for id in store.article_ids() if any(not d.target.article for d in decisions) else sorted(articles):
        applied = apply(id, [e.record for e in store.of_articles([id], MACHINE)], decisions)
        lost |= {orphan.decision.number: orphan for orphan in applied.orphans}
        stored = {(e.record, e.by) for e in store.of_articles([id])}
        if stored != set(applied.shown):
            yield f"article {id}: what is shown is not what was read and decided"
    for number in sorted(lost):
        yield f"decision {number}: {lost[number].why}"


def _threads(store: Store, entries: list[Entry], judged: Judgements) -> Iterator[str]:
    placed = {id: place for id, place in link_all(entries, judged.ties.apart).items() if place is not None}
    heads = {id: place[1] for id, place in placed.items()}
    stored = store.heads([entry.record.id for entry in entries])
    for id in sorted({*heads, *stored}):
        if heads.get(id) != stored.get(id):
            yield f"record {id}: is in thread {stored.get(id)}, but belongs to {heads.get(id)}"
    yield from _links(store, placed)
    yield from _states(store, set(heads.values()), judged)


def _links(store: Store, placed: Mapping[str, Placement]) -> Iterator[str]:
    wanted = {place[0] for place in placed.values() if place is not None and place[0] is not None}
    found = {link for link in store.links(sorted(placed)) if link.by.startswith("rule:")}
    for link in sorted(wanted ^ found, key=lambda k: (k.a, k.b, k.relation)):
        yield f"link {link.a} {link.relation} {link.b}: {'is missing' if link in wanted else 'has no ground'}"


def _states(store: Store, heads: Iterable[str], judged: Judgements) -> Iterator[str]:
    wanted = folded(store, {judged.root(head) for head in heads}, judged)
    found = store.history(sorted({*wanted, *judged.roots, *(state.head for state in store.states(Filter()))}))
    for head in sorted({*wanted, *found}):
        if list(wanted.get(head, ())) != found.get(head, []):
            yield f"thread {head}: its stored states are not those of its reports"
