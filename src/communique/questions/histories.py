"""What came when: a timeline of what happened, and what the store has learnt since a moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.questions.answers import Answer, Change, Told
from communique.questions.lists import lies
from communique.questions.matters import find_threads, matters
from communique.questions.passages import Papers
from communique.records.events import time_of
from communique.records.links import Entry
from communique.records.views import Filter, View
from communique.store.changes import Change as Changed
from communique.store.reading import Reader

HAPPENINGS = ("engagement", "event", "allegation", "denial", "proposal")
FOLLOWED = ("engagement", "proposal", "agreement", "allegation")
"""Matters whose change of status is news by itself; an event or utterance is told by its records."""


def timeline(store: Reader, filter: Filter, view: View, *, quoted: bool = True, last: bool = False) -> Answer[Told]:
    """Return what happened or is to happen, by its own time; what has no time is counted, not listed.

    A thing told by several records of one matter stands once, by its first report with that time. Without `quoted` no
    sentences are given. Of more than the limit the first ones are listed, or the `last`.
    """
    asked = replace(
        filter, kinds=HAPPENINGS, timed=True, latest=last, limit=None if filter.limit is None else filter.limit + 1
    )
    found = [entry for entry in store.entries(asked, view) if _timed(entry)]
    kept = _once(store, found if filter.limit is None else found[: filter.limit], view)
    left = store.outside(replace(asked, limit=None, offset=0), view)
    return Answer(
        question="timeline",
        view=view,
        filter=filter,
        items=tuple(Papers(store, view.known_at).told(sorted(kept, key=_when), lies(kept, filter), quoted=quoted)),
        more=filter.limit is not None and len(found) > filter.limit,
        possibly=left[0],
        undated=left[1],
    )


def _timed(entry: Entry) -> bool:
    when = time_of(entry.record)
    return when is not None and (when.from_ is not None or when.to is not None)


def _when(entry: Entry) -> tuple[str, str, tuple[str, str, str]]:
    when = time_of(entry.record)
    assert when is not None
    return (when.from_ or when.to or "")[:10], (when.to or "9999")[:10], entry.order


def _once(store: Reader, entries: Sequence[Entry], view: View) -> list[Entry]:
    heads = store.heads([e.record.id for e in entries], view.known_at)
    first: dict[tuple[str, str, str], Entry] = {}
    for entry in sorted(entries, key=lambda e: e.order):
        head = heads.get(entry.record.id, entry.record.id)
        first.setdefault((head, entry.record.kind, str(_when(entry)[:2])), entry)
    return list(first.values())


def since(store: Reader, moment: str, filter: Filter, view: View) -> Answer[Change]:
    """Return what became otherwise after a moment of the store (UTC, ISO): matters first, then decisions and records.

    Nothing, if nothing was added, corrected or read anew. A matter is listed when its status changed. A record that
    fits the filter now, or did before it went, is listed with the matter it belongs to; decisions, without a filter.
    """
    asked = filter if filter.limit is None else replace(filter, limit=filter.limit + 1)
    found = store.changes(moment, view.known_at, asked)
    kept = found[: filter.limit]
    narrow = filter != Filter(min_confidence=filter.min_confidence, limit=filter.limit)
    decisions = () if narrow else _decisions(store, moment, view)
    items = (*_statuses(store, moment, kept, view), *decisions, *_records(store, kept, view))
    return Answer(
        question="since",
        view=view,
        filter=filter,
        items=items,
        more=len(found) > len(kept),
        counts=store.count_changes(moment, view.known_at, filter),
    )


def _statuses(store: Reader, moment: str, changed: Sequence[Changed], view: View) -> Iterator[Change]:
    ids = [entry.record.id for c in changed for entry in (c.after or c.before,) if entry is not None]
    heads = sorted(set(store.heads(ids, view.known_at).values()))
    before = store.history(heads, moment)
    asked = Filter(ids=tuple(heads), limit=len(heads) or None)
    found = list(find_threads(store, asked, view)) if heads else []
    for matter in matters(store, found, view, Papers(store, view.known_at)):
        rows = before.get(matter.thread.id, [])
        was = rows[-1].status if rows else ""
        if was != matter.thread.status and matter.thread.of in FOLLOWED:
            yield Change(what="status", matter=matter, before=was)


def _decisions(store: Reader, moment: str, view: View) -> Iterator[Change]:
    for decision in store.decisions(view.known_at):
        if decision.when > moment:
            yield Change(what="decided", decision=decision)
        if decision.withdrawn is not None and decision.withdrawn > moment:
            yield Change(what="undone", decision=decision)


def _records(store: Reader, changed: Sequence[Changed], view: View) -> Iterator[Change]:
    entries = [entry for c in changed for entry in (c.after or c.before,) if entry is not None]
    for c, told in zip(changed, Papers(store, view.known_at).told(entries), strict=True):
        yield Change(what="gone" if c.after is None else "new" if c.before is None else "changed", told=told)
