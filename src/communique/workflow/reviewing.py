"""What a person should look at in a store: its records, matters, near links and lost decisions, put in the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.config import CONFIDENT
from communique.decide.applying import apply
from communique.decide.attaching import Orphan
from communique.decide.review import Item, Near, queue
from communique.judgements import judgements, live
from communique.link.keys import horizon
from communique.link.placing import near_misses, threaded
from communique.records.links import Entry
from communique.records.views import AWAITED, UNREPORTED, Filter, View
from communique.store.shelf import StoreShelf
from communique.workflow.entering import MACHINE
from communique.workflow.settling import sought

if TYPE_CHECKING:
    from communique.store.reading import Reader

LATEST = 1000
"""Records, and matters of each sort, that are looked through, last reported first: a morning's work, whatever the size
of the store."""
NEAR = 200


def review(store: Reader, as_of: str) -> tuple[Item, ...]:
    """Return the review queue on ISO day `as_of`, most pressing first; of a large store, of what was told last."""
    judged, view = judgements(store), View(as_of=as_of)
    told = store.entries(Filter(min_confidence=CONFIDENT, latest=True, limit=LATEST))
    entries = [entry for entry in told if entry.published is None or entry.published.from_[:10] <= as_of]
    late = store.states(Filter(kinds=("engagement",), statuses=(UNREPORTED,), limit=LATEST), view)
    awaited = store.states(Filter(kinds=("engagement",), statuses=AWAITED, latest=True, limit=LATEST), view)
    recent = store.states(Filter(latest=True, limit=LATEST), view)
    states = {state.head: state for state in (*late, *awaited, *recent)}
    heads = store.glimpsed(sorted(set(states) - {e.record.id for e in entries}))
    return queue(
        [*entries, *heads.values()],
        states.values(),
        live(store),
        as_of=as_of,
        orphans=lost(store),
        conflicts=judged.ties.conflicts,
        near=_near(store, entries[:NEAR], dict(judged.ties.apart)),
    )


def lost(store: Reader) -> list[Orphan]:
    """Return the live decisions that find no record any more, by number."""
    decisions = live(store)
    found = {orphan.decision.number: orphan for orphan in judgements(store).ties.orphans}
    for article in sorted({decision.target.article for decision in decisions} - {""}):
        read = [entry.record for entry in store.of_articles([article], MACHINE)]
        found |= {orphan.decision.number: orphan for orphan in apply(article, read, decisions).orphans}
    return [found[number] for number in sorted(found)]


def _near(store: Reader, entries: list[Entry], apart: dict[str, frozenset[str]]) -> list[Near]:
    """Return, for each of `entries`, the thread that it was most nearly put into."""
    near = []
    with store.connected() as connection:
        shelf = StoreShelf(connection, sought, horizon)
        told = [entry for entry in entries if threaded(entry.record)]
        shelf.expect(told)
        for entry in told:
            around = shelf.neighbours(entry)
            own = next((placed.head for placed in shelf.placed([entry.record.id])), None)
            earlier = [p for p in around if p.entry.order < entry.order and p.head != own]
            missed = near_misses(entry, earlier, apart.get(entry.record.id, frozenset()))[:1]
            near += [Near(entry.record.id, one.head, one.verdict.score, one.verdict.why) for one in missed]
    return near
