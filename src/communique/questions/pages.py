"""All about one thing: why a record says what it says, the matter it belongs to, the article it was read from."""

from __future__ import annotations

from collections.abc import Sequence

from communique.errors import AbsentError
from communique.judgements import judgements
from communique.link.folding import contradictions
from communique.questions.answers import Answer, Course, Ground, Matter, Page, Sheet, Told
from communique.questions.inferences import inferences
from communique.questions.lists import entries, with_items
from communique.questions.matters import find_threads, matters
from communique.questions.passages import Papers
from communique.questions.times import seen
from communique.records.links import Decision, Entry, Link
from communique.records.views import Filter, View
from communique.store.reading import Reader

FACTS = ("engagement", "event", "allegation", "denial", "proposal", "position", "relationship")
"""Kinds of records that state facts; of words, who said them is the fact."""


def show(store: Reader, id: str, view: View) -> Page:
    """Return a record with its evidence, its thread, its links and the decisions on it.

    `id` is a record's or thread's, whole or short ("eng-7f3a"); QuestionError if unknown, ambiguous or not yet known.
    """
    entry = _entry(store, store.resolve(id), view)
    return _page(store, entry, view)


def course(store: Reader, id: str, view: View) -> Course:
    """Return the matter that a record belongs to, with all its reports; QuestionError if it belongs to none.

    `id` is that of any of its records, whole or short.
    """
    entry = _entry(store, store.resolve(id), view)
    papers = Papers(store, view.known_at)
    matter = _matter(store, entry, view, papers)
    if matter is None:
        raise AbsentError(f"record {id} belongs to no matter that was reported by {view.as_of or 'now'}")
    told = tuple(papers.told(matter.entries))
    return Course(matter=matter, answer=Answer(question="reports", view=view, filter=Filter(), items=told))


def renderings(store: Reader, told: Sequence[Told], view: View) -> tuple[tuple[Told, ...], ...]:
    """Return statements grouped: those that render one utterance together, where the first of them stands."""
    heads = store.heads([one.record.id for one in told], view.known_at)
    groups: dict[str, list[Told]] = {}
    for one in told:
        groups.setdefault(heads.get(one.record.id, one.record.id), []).append(one)
    return tuple(map(tuple, groups.values()))


def article(store: Reader, id: str, view: View) -> Sheet:
    """Return an article, where it appeared and the records read from it; QuestionError if it is not there."""
    found = store.article(id, view.known_at)
    own = store.of_articles([found.id], View(known_at=view.known_at, machine_only=view.machine_only))
    return Sheet(
        view=view,
        article=found,
        appearances=tuple(store.appearances(found.id, view.known_at)),
        told=tuple(Papers(store, view.known_at).told(sorted(own, key=_place))),
    )


def _place(entry: Entry) -> tuple[int, str]:
    return min(piece.start for piece in entry.record.evidence), entry.record.id


def basis(store: Reader, filter: Filter, view: View) -> Answer[Ground]:
    """Return the facts that rest on a single source or on an inference, last reported first, each with its reasons."""
    found = entries(store, "basis", FACTS, filter, view)
    heads = store.heads([told.record.id for told in found.items], view.known_at)
    states = store.states(Filter(ids=tuple(sorted(set(heads.values())))), view) if heads else []
    sources = {state.head: state.sources for state in states}
    grounds = (
        Ground(told=t, sources=sources.get(heads.get(t.record.id, "")), inferences=inferences(t.record))
        for t in found.items
    )
    kept = tuple(g for g in grounds if g.inferences or (g.sources or 1) == 1)
    return with_items(found, kept)


def _entry(store: Reader, id: str, view: View) -> Entry:
    entry = store.entry(id, View(known_at=view.known_at, machine_only=view.machine_only))
    if entry is None:
        moment = f"was not in the store at {view.known_at}" if view.known_at else "is not in the store any more"
        raise AbsentError(f"record {id} {moment}")
    if view.as_of is not None and entry.published is not None and not seen(entry, view.as_of):
        raise AbsentError(f"record {id} was not reported by {view.as_of}, or corrected since; give a later --as-of")
    return entry


def _page(store: Reader, entry: Entry, view: View) -> Page:
    papers = Papers(store, view.known_at)
    ids, matter = [entry.record.id], _matter(store, entry, view, papers)
    return Page(
        view=view,
        told=papers.told([entry])[0],
        article=papers.article(entry.record.article),
        matter=matter,
        links=(*store.links(ids, view.known_at), *_clashes(store, matter, entry.record.id, view)),
        decisions=tuple(d for d in store.decisions(view.known_at) if _about(d, entry.record.id)),
        inferences=inferences(entry.record),
    )


def _clashes(store: Reader, matter: Matter | None, id: str, view: View) -> tuple[Link, ...]:
    """Return what stands against a record in its matter: which it is depends on the day and is never stored."""
    if matter is None or not matter.thread.contested:
        return ()
    found = contradictions(matter.entries, view.as_of, pinned=judgements(store, view.known_at).pinned)
    return tuple(link for link in found if id in (link.a, link.b))


def _about(decision: Decision, id: str) -> bool:
    return decision.target.record == id or (decision.other is not None and decision.other.record == id)


def _matter(store: Reader, entry: Entry, view: View, papers: Papers) -> Matter | None:
    found = list(find_threads(store, Filter(ids=(entry.record.id,), limit=1), view))
    return matters(store, found[:1], view, papers)[0] if found else None
