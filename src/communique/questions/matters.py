"""Matters on a day: threads folded from the reports of that day, with who is heard of and what is not told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from communique.judgements import Judgements, judgements
from communique.lexicon.actors import load_actors
from communique.link.folding import fold, status_on
from communique.questions.answers import Matter, Within
from communique.questions.passages import Papers
from communique.questions.sentences import sentence_at
from communique.questions.times import seen, within
from communique.records.actors import Actor
from communique.records.events import Engagement
from communique.records.holders import innermost
from communique.records.links import Entry, Thread
from communique.records.parties import parties
from communique.records.proposals import Position
from communique.records.statements import Absence, Allegation, Statement
from communique.records.views import Filter, State, View

if TYPE_CHECKING:
    from communique.store.reading import Reader

PAGE = 60
"""So many states are fetched at a time; days and doubts may thin them out after the fold."""

_Item = TypeVar("_Item")

STATE = "state/"
SETTLED = ("held", "cancelled", "refused")
"""Here nobody's word is awaited any more."""


@dataclass(frozen=True, slots=True)
class Found:
    """A thread that fits, before anything is quoted."""

    thread: Thread
    entries: tuple[Entry, ...]
    within: Within
    doubtful: bool


def find_threads(store: Reader, filter: Filter, view: View) -> Iterator[Found]:
    """Yield all threads that fit a filter as they stood on the day of the view, last changed first.

    Uncertain times are intervals: `within` says whether one lies only possibly in the days asked for.
    """
    judged = judgements(store, view.known_at)
    if filter.ids:
        heads = store.heads(filter.ids, view.known_at)
        roots = {judged.root(head) for head in heads.values()}
        filter = replace(filter, ids=tuple(sorted(roots)) or filter.ids)
    size = min(max(filter.limit or PAGE, 15), PAGE) + 1
    standing = _states(store, filter, view, judged, size)
    while states := list(islice(standing, size)):
        groups = {state.head: judged.group(state.head) for state in states}
        members = store.members(sorted(set().union(*groups.values())), view.known_at)
        for state in states:
            entries = [entry for head in sorted(groups[state.head]) for entry in members.get(head, ())]
            found = _found(entries, filter, view, judged)
            if found is not None:
                yield found


def _states(store: Reader, filter: Filter, view: View, judged: Judgements, size: int) -> Iterator[State]:
    """Yield how the threads that may fit stood, last changed first, fetched some at a time.

    The store looks for days in a thread's own records only: united threads are looked at whatever their days.
    """
    asked = replace(filter, limit=size, latest=True)
    together = tuple(sorted(set(judged.roots.values()).intersection(filter.ids or judged.roots.values())))
    united: list[State] = []
    if together and (filter.from_ or filter.to):
        united = store.states(replace(asked, ids=together, from_=None, to=None, limit=None), view)
    looked_at = {state.head for state in united}
    own = (state for state in pages(lambda page: store.states(page, view), asked) if state.head not in looked_at)
    yield from merge(united, own, key=lambda state: (state.from_, state.head), reverse=True)


def pages(fetch: Callable[[Filter], Sequence[_Item]], asked: Filter) -> Iterator[_Item]:
    """Yield all that fits, so many as the limit first: for what is thinned out afterwards.

    Each page is twice as long as all before it, for the store counts off what it passes over.
    """
    offset, size = 0, asked.limit
    while True:
        some = fetch(replace(asked, limit=size, offset=offset))
        yield from some
        if size is None or len(some) < size:
            return
        offset += size
        size = 2 * offset


def _found(entries: Sequence[Entry], filter: Filter, view: View, judged: Judgements) -> Found | None:
    thread = fold(entries, view.as_of, pinned=judged.pinned)
    if thread is None:
        return None
    lies = within(thread.when or thread.window, filter.from_, filter.to)
    if lies is None or (filter.certainly and lies == "possibly"):
        return None
    shown = tuple(entry for entry in sorted(entries, key=lambda e: e.order) if seen(entry, view.as_of))
    doubtful = all(entry.record.confidence < filter.min_confidence for entry in shown)
    return Found(replace(thread, status=status_on(thread, view.as_of)), shown, lies, doubtful)


def matters(store: Reader, found: Sequence[Found], view: View, papers: Papers) -> list[Matter]:
    """Return threads with their last report quoted, who vouches, what was not told and who was not heard of."""
    by_article = _context(store, found, view)
    around = {f.thread.id: [e for id in _articles(f) for e in by_article.get(id, ())] for f in found}
    silent = [e.record.article for those in around.values() for e in those if isinstance(e.record, Absence)]
    papers.fetch([*silent, *(f.entries[-1].record.article for f in found)])
    gaps = {f.thread.id: _gaps(f, around[f.thread.id], papers) for f in found}
    listed = {e.record.id: e for f in found for e in (f.entries[-1], *gaps[f.thread.id])}
    told = {one.record.id: one for one in papers.told(listed.values())}
    short = papers.short(e for f in found for e in f.entries if e.record.id == f.thread.id)
    return [
        Matter(
            thread=f.thread,
            short=short.get(f.thread.id, f.thread.id[:8]),
            entries=f.entries,
            last=told[f.entries[-1].record.id],
            by=_by(f),
            since=_since(f, around[f.thread.id]),
            gaps=tuple(told[gap.record.id] for gap in gaps[f.thread.id]),
            unanswered=_unanswered(f, around[f.thread.id]) if _awaited(f) else (),
            within=f.within,
        )
        for f in found
    ]


def _awaited(f: Found) -> bool:
    return f.thread.of == "engagement" and f.thread.status not in SETTLED


def _articles(f: Found) -> list[str]:
    return list(dict.fromkeys(e.record.article for e in f.entries))


def _context(store: Reader, found: Sequence[Found], view: View) -> dict[str, list[Entry]]:
    """Return what the articles of open engagements say besides, by article: words, positions, silences."""
    articles = tuple(dict.fromkeys(id for f in found if _awaited(f) for id in _articles(f)))
    by_article: dict[str, list[Entry]] = {}
    if articles:
        for entry in store.entries(Filter(kinds=("absence", "statement", "position"), articles=articles), view):
            by_article.setdefault(entry.record.article, []).append(entry)
    return by_article


def _by(f: Found) -> str:
    """Return whose word the status rests on: who sought, announced or vouched for it; "" is the outlet itself."""
    status = f.thread.history[-1].status if f.thread.history else ""
    for entry in reversed(f.entries):
        record = entry.record
        if getattr(record, "status", status) == status and (actors := _voices(record)):
            return ", ".join(dict.fromkeys(a.name for a in actors))
    return ""


def _voices(record: object) -> tuple[Actor, ...]:
    match record:
        case Engagement(status="sought" | "proposed" | "invited", initiator=Actor() as who):
            return (who,)
        case Engagement(announced_by=Actor() as who):
            return (who,)
        case Engagement(initiator=Actor() as who, holder=()):
            return (who,)
        case Allegation(accusers=accusers) if accusers:
            return accusers
    return innermost(getattr(record, "holder", ()))


def _gaps(f: Found, around: Sequence[Entry], papers: Papers) -> list[Entry]:
    """Return what articles say was not said about the matter: by reference, or in a sentence that names it."""
    silences = [e for e in around if isinstance(e.record, Absence)] if _awaited(f) else []
    own = {e.record.id for e in f.entries}
    places: dict[str, set[int]] = {}
    for entry in f.entries:
        if any(e.record.article == entry.record.article for e in silences):
            article = papers.article(entry.record.article)
            triggers = [e for e in entry.record.evidence if e.role == "trigger"]
            places.setdefault(article.id, set()).update(sentence_at(article, e).start for e in triggers)
    found = []
    for entry in silences:
        record = entry.record
        assert isinstance(record, Absence)
        near = sentence_at(papers.article(record.article), record.text).start in places.get(record.article, ())
        if near or own.intersection(record.about):
            found.append(entry)
    return sorted(found, key=lambda e: (e.order[:2], min(s.start for s in e.record.defining)))


def _unanswered(f: Found, around: Sequence[Entry]) -> tuple[str, ...]:
    """Return the sides of whom no word about the matter is reported, by name, in the order of the parties."""
    own = {e.record.id for e in f.entries}
    heard = {side(a) for e in f.entries for a in _heard(e.record)}
    for entry in around:
        if isinstance(entry.record, Statement) and own.intersection(entry.record.about) and entry.record.speaker:
            heard.add(side(entry.record.speaker))
        if isinstance(entry.record, Position) and entry.record.on in own:
            heard.add(side(entry.record.party))
    names = state_names((*f.entries, *around))
    return tuple(dict.fromkeys(side_name(a, names) for a in f.thread.participants if side(a) not in heard))


def _since(f: Found, around: Sequence[Entry]) -> str | None:
    """Return the day from which the status holds: that of the words that claim it, where the report dates them."""
    since = f.thread.since
    claims = {e.record.id for e in f.entries if getattr(e.record, "status", None) == f.thread.status}
    said = [
        entry.record.when.to[:10]
        for entry in around
        if isinstance(entry.record, Statement)
        and claims.intersection(entry.record.about)
        and entry.record.when is not None
        and entry.record.when.to is not None
    ]
    days = [day for day in said if since is None or day <= since]
    return min(days, default=since)


def _heard(record: object) -> Iterator[Actor]:
    """Yield those of whom a report says that they want, announce or tell it."""
    if isinstance(record, Engagement):
        yield from (a for a in (record.initiator, record.announced_by) if a is not None)
        yield from innermost(record.holder)


def side(actor: Actor) -> str:
    """Return the state an actor acts for, else who it is."""
    return actor.iso3 or actor.id


def state_names(entries: Iterable[Entry]) -> dict[str, str]:
    """Return ISO3 code -> name of the states that take part, as the records call them: read with any lexicon."""
    states = (actor for e in entries for _, actor in parties(e.record) if actor.id.startswith(STATE))
    return {actor.id.removeprefix(STATE): actor.name for actor in states}


def side_name(actor: Actor, names: Mapping[str, str]) -> str:
    """Return the name of the state an actor acts for (from `names`, else the built-in registry), else its own."""
    if actor.iso3 is None or actor.iso3 in names:
        return names.get(actor.iso3 or "", actor.name)
    known = load_actors(None).known.get(f"{STATE}{actor.iso3}")  # None: the cache tells load_actors() from it
    return known.name if known is not None else actor.name


def first(found: Iterator[Found], limit: int | None, offset: int = 0) -> tuple[list[Found], bool, int]:
    """Return so many threads that are not doubtful, whether there are more, and how many doubtful ones were passed.

    The first `offset` threads are left out.
    """
    kept: list[Found] = []
    doubtful = 0
    for one in found:
        if one.doubtful:
            doubtful += 1
        elif offset:
            offset -= 1
        elif limit is not None and len(kept) == limit:
            return kept, True, doubtful
        else:
            kept.append(one)
    return kept, False, doubtful
