"""A briefing: what is pending, what took place, where plans stand, who alleges what, what was said.

Every line carries the number of the sentence that says so; a line without one cannot be made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from communique.config import CONFIDENT
from communique.errors import QuestionError
from communique.questions import wording
from communique.questions.answers import Answer, Brief, Matrix, Matter, Passage, Told
from communique.questions.asking import OPEN
from communique.questions.lists import allegations, engagements, events, left_of_search, statements
from communique.questions.matters import SETTLED
from communique.questions.plans import proposals
from communique.records.views import Filter, View
from communique.store.reading import Reader

SHOWN = 12
"""A section has at most so many matters; --limit asks for fewer."""
HITS = 400
"""So many records about the topic are looked at, the last reported ones."""

Lines = Iterator[tuple[str, Sequence[Told]]]
Section = tuple[Lines, bool]
"""Lines, and whether the store holds more of their kind."""


def brief(store: Reader, filter: Filter, view: View, topic: str = "") -> Brief:
    """Return a briefing on what fits `filter`, or on the records that hold the words of `topic`.

    QuestionError if no record holds them.
    """
    limit, least = min(filter.limit or SHOWN, SHOWN), filter.min_confidence or CONFIDENT
    asked = replace(filter, offset=0, limit=limit, min_confidence=least)
    hits = store.search(topic, view, HITS + 1) if topic else []
    if topic and not hits:
        raise QuestionError(f"no record reported by {view.as_of or 'now'} holds the words {topic!r}")
    asked = replace(asked, ids=tuple(entry.record.id for entry in hits[:HITS]))
    notes: dict[Passage, int] = {}
    sections, cut = [], []
    for title, tell in SECTIONS.items():
        lines, more = tell(store, asked, view)
        numbered = tuple((text, _numbers(told, notes)) for text, told in lines)
        if numbered:
            sections.append((title, numbered))
        if more:
            cut.append(title)
    left = left_of_search(store, topic, view) if topic else store.outside(replace(asked, limit=None), view)
    return Brief(
        view=view,
        topic=topic,
        sections=tuple(sections),
        notes=tuple(notes),
        cut=tuple(cut),
        older=len(hits) > HITS,
        possibly=left[0],
        undated=left[1],
    )


def _numbers(told: Sequence[Told], notes: dict[Passage, int]) -> tuple[int, ...]:
    """Return the footnotes of a line; a sentence quoted before keeps its number."""
    quoted = (one.passage for one in told if one.passage is not None)
    return tuple(dict.fromkeys(notes.setdefault(passage, len(notes) + 1) for passage in quoted))


def _pending(store: Reader, filter: Filter, view: View) -> Section:
    return _matters(engagements(store, replace(filter, statuses=OPEN), view))


def _settled(store: Reader, filter: Filter, view: View) -> Section:
    return _matters(engagements(store, replace(filter, statuses=SETTLED), view))


def _matters(found: Answer[Matter]) -> Section:
    return ((wording.engagement(matter), _shown(matter)) for matter in found.items), found.more


def _shown(matter: Matter) -> list[Told]:
    return [told for told in (matter.last, *matter.gaps) if told is not None]


def _plans(store: Reader, filter: Filter, view: View) -> Section:
    found = proposals(store, filter, view)
    return (line for matrix in found.items for line in _plan(matrix)), found.more


def _plan(matrix: Matrix) -> Lines:
    if matrix.matter.last is not None:
        yield wording.plan(matrix), [matrix.matter.last]
    for key, told in matrix.whole.cells:
        yield wording.stance(matrix, key, told), [told]
    for line in matrix.lines:
        if line.provision is not None:
            yield wording.point(matrix, line), [line.provision, *(told for _, told in line.cells)]


def _charges(store: Reader, filter: Filter, view: View) -> Section:
    found = allegations(store, filter, view)
    lines = (
        (wording.charge(ledger), [*ledger.allegations, *ledger.denials] or _shown(ledger.matter))
        for ledger in found.items
    )
    return lines, found.more


def _words(store: Reader, filter: Filter, view: View) -> Section:
    found = statements(store, filter, view, quoted=True)
    return ((wording.statement(told), [told]) for told in found.items), found.more


def _events(store: Reader, filter: Filter, view: View) -> Section:
    found = events(store, filter, view)
    return ((wording.event(told), [told]) for told in found.items), found.more


SECTIONS: dict[str, Callable[[Reader, Filter, View], Section]] = {
    "Sought, announced or awaited": _pending,
    "Held, cancelled or refused": _settled,
    "Proposals and positions": _plans,
    "Allegations and denials": _charges,
    "In their own words": _words,
    "Events": _events,
}
