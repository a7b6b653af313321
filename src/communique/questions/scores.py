"""How two parties stood to one another over time: their PLOVER events, each once, with how often it was reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from communique.lexicon.codebook import Codebook
from communique.plover import PloverEvent
from communique.questions.answers import Answer, Told
from communique.questions.lists import with_items
from communique.questions.passages import Papers
from communique.records.actors import When
from communique.records.statements import Allegation, Statement
from communique.records.views import View
from communique.store.reading import Reader

Side = Literal["a", "b", "both"]

NARROW = 31
"""A time of more days than these does not say when something was: it stands on the day of its report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A PLOVER event between two parties, by whom it is, on which ISO day it stands and by which clock.

    `done` tells deeds from words: what was announced, demanded or alleged is said. `reports` counts the records of the
    matter that tell the same of it. `told` bears no sentence.
    """

    event: PloverEvent
    told: Told
    day: str
    clock: Literal["happened", "reported"]
    side: Side
    done: bool
    reports: int


def scored(store: Reader, a: str, b: str, found: Answer[PloverEvent], view: View, codebook: Codebook) -> Answer[Score]:
    """Return PLOVER events between two parties (ISO3 codes or ids) with their scores, in order of days; undated reports
    are left out.

    The same thing told by several records of one matter is one event with so many reports.
    """
    known = View(known_at=view.known_at, machine_only=view.machine_only)
    entries = store.by_id(sorted({event.record for event in found.items}), known)
    told = {one.record.id: one for one in Papers(store, view.known_at).told(entries.values(), quoted=False)}
    heads = store.heads(sorted(entries), view.known_at)
    groups: dict[tuple[str, str, bool], list[PloverEvent]] = {}
    for event in sorted(found.items, key=lambda e: (told[e.record].entry.order, e.record)):
        key = (heads.get(event.record, event.record), event.type, _done(event, told[event.record]))
        groups.setdefault(key, []).append(event)
    codes = (_code(a, codebook), _code(b, codebook))
    made = (_score(events, told, codes, done) for (_, _, done), events in groups.items())
    items = sorted((one for one in made if one is not None), key=lambda s: (s.day, s.event.record))
    return with_items(found, tuple(items))


def _score(events: Sequence[PloverEvent], told: dict[str, Told], codes: tuple[str, str], done: bool) -> Score | None:
    first = events[0]
    published = told[first.record].entry.published
    own = next((middle for event in events if (middle := _middle(event.when)) is not None), None)
    if own is None and published is None:
        return None
    day = own or (published.to[:10] if published else "")
    clock: Literal["happened", "reported"] = "happened" if own else "reported"
    return Score(event=first, told=told[first.record], day=day, clock=clock, side=_side(first, codes), done=done,
                 reports=len(events))  # fmt: skip


def _middle(when: When | None) -> str | None:
    """Return the day in the middle of a time that is narrow enough; None for any other."""
    if when is None or when.from_ is None or when.to is None:
        return None
    first, last = date.fromisoformat(when.from_[:10]), date.fromisoformat(when.to[:10])
    if (last - first).days >= NARROW:
        return None
    return date.fromordinal((first.toordinal() + last.toordinal()) // 2).isoformat()


def _done(event: PloverEvent, told: Told) -> bool:
    return event.folding is None and not isinstance(told.record, Statement | Allegation)


def _side(event: PloverEvent, codes: tuple[str, str]) -> Side:
    acts = [code in event.actors for code in codes]
    if acts == [True, False]:
        return "a"
    return "b" if acts == [False, True] else "both"


def _code(key: str, codebook: Codebook) -> str:
    """Return the code by which PLOVER names a party: of an organisation the codebook's, else its own."""
    return codebook.organisations.get(key.removeprefix("org/"), key) if key.startswith("org/") else key


def means(scores: Iterable[Score]) -> tuple[float, float] | None:
    """Return the mean score of the events, each once, and with every report counted; None where there is none."""
    listed = list(scores)
    if not listed:
        return None
    reports = sum(one.reports for one in listed)
    return sum(s.event.score for s in listed) / len(listed), sum(s.event.score * s.reports for s in listed) / reports
