"""The questions that are answered by a list: what fits, as it stood on a day, with what had to stay out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from communique.questions.answers import Answer, Ledger, Matter, Told, Within
from communique.questions.asking import MODES, PENDING
from communique.questions.matters import find_threads, first, matters
from communique.questions.passages import Papers
from communique.questions.times import within
from communique.records.clocks import reported
from communique.records.events import time_of
from communique.records.links import Entry
from communique.records.statements import Allegation, Denial, Statement
from communique.records.views import UNREPORTED, Filter, View
from communique.store.reading import Reader

Item = TypeVar("Item")

SHOWN = 5
"""Of an allegation told many times, so many reports are quoted: the first and the last ones."""

LEFT = 200
"""Among so many records with the words of a search those are counted that the day asked for leaves out."""

FOUND, CHUNK = 2000, 500
"""A filter besides the words is tried on so many records with the words, so many at a time."""


def engagements(store: Reader, filter: Filter, view: View) -> Answer[Matter]:
    """Return meetings, visits, calls and talks as they stood on the day of the view."""
    return threads(store, "engagements", ("engagement",), filter, view)


def pending(store: Reader, filter: Filter, view: View) -> Answer[Matter]:
    """Return what was sought, announced or agreed and neither took place nor was called off, as far as reported.

    An announced slot that passed with no word is `outcome_unreported`: pending, never held.
    """
    return threads(store, "pending", ("engagement",), _with_statuses(filter, PENDING), view)


def overdue(store: Reader, filter: Filter, view: View) -> Answer[Matter]:
    """Return the engagements whose announced slot has passed without any report of an outcome."""
    return threads(store, "overdue", ("engagement",), _with_statuses(filter, (UNREPORTED,)), view)


def allegations(store: Reader, filter: Filter, view: View) -> Answer[Ledger]:
    """Return allegations with who made them, each hedge verbatim, and who denied what of them."""
    found = threads(store, "allegations", ("allegation",), filter, view)
    articles = tuple(dict.fromkeys(e.record.article for matter in found.items for e in matter.entries))
    denials = store.entries(Filter(kinds=("denial",), articles=articles), view) if articles else []
    papers = Papers(store, view.known_at)
    parts = [_of_ledger(matter, denials) for matter in found.items]
    told = {t.record.id: t for t in papers.told({e.record.id: e for part in parts for e in part}.values())}
    return with_items(
        found, tuple(_ledger(m, [told[e.record.id] for e in part]) for m, part in zip(found.items, parts, strict=True))
    )


def _of_ledger(matter: Matter, denials: Sequence[Entry]) -> list[Entry]:
    """Return the reports of an allegation: the first and the last of many, and its denials.

    One denial may answer several allegations of its article.
    """
    own = {e.record.id for e in matter.entries}
    charges = [e for e in matter.entries if isinstance(e.record, Allegation)]
    answers = [e for e in matter.entries if isinstance(e.record, Denial)]
    answers += [d for d in denials if isinstance(d.record, Denial) and own.intersection(d.record.of)]
    few = charges if len(charges) <= SHOWN else [charges[0], *charges[1 - SHOWN :]]
    return list({e.record.id: e for e in (*few, *answers[-SHOWN:])}.values())


def _ledger(matter: Matter, told: Sequence[Told]) -> Ledger:
    return Ledger(
        matter=matter,
        allegations=tuple(t for t in told if isinstance(t.record, Allegation)),
        denials=tuple(t for t in told if isinstance(t.record, Denial)),
    )


def with_items(answer: Answer[Any], items: tuple[Item, ...]) -> Answer[Item]:
    """Return an answer with other items in place of its own."""
    return Answer(**{name: getattr(answer, name) for name in Answer.__dataclass_fields__} | {"items": items})


def statements(
    store: Reader, filter: Filter, view: View, *, modes: tuple[str, ...] = (), quoted: bool = False
) -> Answer[Told]:
    """Return what was said: verbatim first, then partly quoted, then paraphrases, each with where it was said.

    `actors` are speakers. Only in some `modes`, if given; with `quoted` what stands in quotation marks, at least in
    part.
    """
    asked = replace(_as(filter, "speaker"), modes=modes, quoted=quoted)
    kept = replace(entries(store, "statements", ("statement",), asked, view), filter=filter)
    in_words = sorted(kept.items, key=_word_for_word)
    return replace(kept, items=tuple(_with_venues(store, in_words, view)))


def positions(store: Reader, filter: Filter, view: View) -> Answer[Told]:
    """Return where parties stand, and on what."""
    return entries(store, "positions", ("position",), _as(filter, "party"), view)


def events(store: Reader, filter: Filter, view: View) -> Answer[Told]:
    """Return what happened, will, may or is said to have happened, one line a report."""
    return entries(store, "events", ("event",), filter, view)


def search(store: Reader, query: str, filter: Filter, view: View) -> Answer[Told]:
    """Return the records that hold all words and "quoted phrases" of a query, last reported first.

    A filter that asks for more than the words is tried on the last FOUND records with them.
    """
    limit = filter.limit or 50
    found, cut = _found(store, query, filter, view, filter.offset + limit + 1)
    page = found[filter.offset :]
    sure = [entry for entry in page[:limit] if entry.record.confidence >= filter.min_confidence]
    papers = Papers(store, view.known_at)
    left = left_of_search(store, query, view)
    return Answer(
        question="search",
        view=view,
        filter=filter,
        items=tuple(papers.told(sure, lies(sure, filter))),
        more=len(page) > limit or cut,
        possibly=left[0],
        undated=left[1],
        doubtful=len(page[:limit]) - len(sure),
    )


def _found(store: Reader, query: str, filter: Filter, view: View, most: int) -> tuple[list[Entry], bool]:
    """Return the records with the words that fit, the last reported first; whether there may be more far back."""
    asked = replace(filter, min_confidence=0.0, limit=None, offset=0)
    if asked == Filter():
        return store.search(query, view, most), False
    found = store.search(query, view, FOUND)
    fit = fitting(store, [entry.record.id for entry in found], asked, view)
    return [entry for entry in found if entry.record.id in fit][:most], len(found) == FOUND


def fitting(store: Reader, ids: Sequence[str], filter: Filter, view: View) -> set[str]:
    """Return which of some records fit a filter."""
    parts = (tuple(ids[at : at + CHUNK]) for at in range(0, len(ids), CHUNK))
    return {entry.record.id for part in parts for entry in store.entries(replace(filter, ids=part), view)}


def left_of_search(store: Reader, query: str, view: View) -> tuple[int, int]:
    """Return how many records with the words of a query the day of a view leaves out: possibly reported, undated.

    Of very many only the last reported ones are looked at.
    """
    if view.as_of is None:
        return 0, 0
    everything = store.search(query, replace(view, as_of=None), LEFT)
    told = [reported(entry.published, view.as_of) for entry in everything if entry.published is not None]
    return told.count("possibly"), len(everything) - len(told)


def _with_statuses(filter: Filter, statuses: Sequence[str]) -> Filter:
    kept = tuple(s for s in statuses if s in filter.statuses) if filter.statuses else tuple(statuses)
    return replace(filter, statuses=kept or ("none",))


def _as(filter: Filter, role: str) -> Filter:
    return replace(filter, roles=(role,)) if filter.actors else filter


def threads(store: Reader, question: str, kinds: tuple[str, ...], filter: Filter, view: View) -> Answer[Matter]:
    """Return the threads of some kinds that fit, last changed first."""
    asked = replace(filter, kinds=kinds, offset=0)
    kept, more, doubtful = first(find_threads(store, asked, view), filter.limit, filter.offset)
    left = store.outside(replace(asked, statuses=(), limit=None), view)
    return Answer(
        question=question,
        view=view,
        filter=filter,
        items=tuple(matters(store, kept, view, Papers(store, view.known_at))),
        more=more,
        possibly=left[0],
        undated=left[1],
        doubtful=doubtful,
    )


def entries(store: Reader, question: str, kinds: tuple[str, ...], filter: Filter, view: View) -> Answer[Told]:
    """Return the records of some kinds that fit, last reported first."""
    asked = replace(filter, kinds=kinds, latest=True)
    found = store.entries(replace(asked, limit=None if filter.limit is None else filter.limit + 1), view)
    kept = found[: filter.limit]
    left = store.outside(replace(asked, limit=None, offset=0), view)
    return Answer(
        question=question,
        view=view,
        filter=filter,
        items=tuple(Papers(store, view.known_at).told(kept, lies(kept, filter))),
        more=len(found) > len(kept),
        possibly=left[0],
        undated=left[1],
    )


def lies(entries: Iterable[Entry], filter: Filter) -> dict[str, Within]:
    """Return record id -> whether its time lies certainly or only possibly within the days asked for."""
    found = ((e.record.id, within(time_of(e.record), filter.from_, filter.to)) for e in entries)
    return {id: lies for id, lies in found if lies is not None}


def _word_for_word(told: Told) -> tuple[int, str, str, int]:
    """What was said word for word first; then in the order of the reports and of their texts."""
    published, article, _ = told.entry.order
    said = told.record
    assert isinstance(said, Statement)
    return MODES.index(said.mode), published, article, min(span.start for span in said.content)


def _with_venues(store: Reader, told: Sequence[Told], view: View) -> list[Told]:
    """Return statements with the engagement at which they were made."""
    wanted = {t.record.venue for t in told if isinstance(t.record, Statement) and t.record.venue}
    venues = store.by_id(sorted(wanted), View(known_at=view.known_at, machine_only=view.machine_only))
    papers = Papers(store, view.known_at)
    found = []
    for one in told:
        venue = venues.get(one.record.venue or "") if isinstance(one.record, Statement) else None
        found.append(replace(one, venue=venue, venue_from=_told_in(venue, papers)) if venue is not None else one)
    return found


def _told_in(venue: Entry, papers: Papers) -> str:
    """Return "caption" if only a caption (or the words beside a picture) says where it was; else ""."""
    where = venue.record.where
    if where is None:
        return ""
    segments = papers.article(venue.record.article).segments
    around = {s.kind for s in segments if s.start <= where.mention.start < s.end}
    return "caption" if around & {"caption", "image_alt"} else ""
