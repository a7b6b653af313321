"""A briefing: what is pending, what took place, where plans stand, who alleges what, what was said.

Every line carries the number of the sentence that says so; a line without one cannot be made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from communique.errors import QuestionError
from communique.questions import wording
from communique.questions.answers import Brief, Matrix, Matter, Passage, Told
from communique.questions.asking import CONFIDENT, OPEN
from communique.questions.lists import allegations, engagements, events, statements
from communique.questions.matters import SETTLED
from communique.questions.plans import proposals
from communique.records.views import Filter, View
from communique.store.reading import Reader

SHOWN = 12
"""A section has at most so many matters; --limit asks for fewer."""
HITS = 400
"""So many records about the topic are looked at, the last reported ones."""

Lines = Iterator[tuple[str, Sequence[Told]]]


def brief(store: Reader, filter: Filter, view: View, topic: str = "") -> Brief:
    """Return a briefing on what fits `filter`, or on the records that hold the words of `topic`.

    QuestionError if no record holds them.
    """
    asked = replace(filter, limit=min(filter.limit or SHOWN, SHOWN), min_confidence=filter.min_confidence or CONFIDENT)
    if topic:
        hits = store.search(topic, view, HITS)
        if not hits:
            raise QuestionError(f"no record reported by {view.as_of or 'now'} holds the words {topic!r}")
        asked = replace(asked, ids=tuple(entry.record.id for entry in hits))
    notes: list[Passage] = []
    sections = []
    for title, lines in SECTIONS.items():
        numbered = tuple((text, _numbers(told, notes)) for text, told in lines(store, asked, view))
        if numbered:
            sections.append((title, numbered))
    left = store.outside(replace(asked, limit=None), view)
    return Brief(
        view=view, topic=topic, sections=tuple(sections), notes=tuple(notes), possibly=left[0], undated=left[1]
    )


def _numbers(told: Sequence[Told], notes: list[Passage]) -> tuple[int, ...]:
    """Return the footnotes of a line; a sentence quoted before keeps its number."""
    numbers = []
    for one in told:
        if one.passage is not None:
            if one.passage not in notes:
                notes.append(one.passage)
            numbers.append(notes.index(one.passage) + 1)
    return tuple(dict.fromkeys(numbers))


def _pending(store: Reader, filter: Filter, view: View) -> Lines:
    for matter in engagements(store, replace(filter, statuses=OPEN), view).items:
        yield wording.engagement(matter), _shown(matter)


def _settled(store: Reader, filter: Filter, view: View) -> Lines:
    for matter in engagements(store, replace(filter, statuses=SETTLED), view).items:
        yield wording.engagement(matter), _shown(matter)


def _shown(matter: Matter) -> list[Told]:
    return [told for told in (matter.last, *matter.gaps) if told is not None]


def _plans(store: Reader, filter: Filter, view: View) -> Lines:
    for matrix in proposals(store, filter, view).items:
        yield from _plan(matrix)


def _plan(matrix: Matrix) -> Lines:
    if matrix.matter.last is not None:
        yield wording.plan(matrix), [matrix.matter.last]
    for key, told in matrix.whole.cells:
        yield wording.stance(matrix, key, told), [told]
    for line in matrix.lines:
        if line.provision is not None:
            yield wording.point(matrix, line), [line.provision, *(told for _, told in line.cells)]


def _charges(store: Reader, filter: Filter, view: View) -> Lines:
    for ledger in allegations(store, filter, view).items:
        yield wording.charge(ledger), [*ledger.allegations, *ledger.denials] or _shown(ledger.matter)


def _words(store: Reader, filter: Filter, view: View) -> Lines:
    for told in statements(store, filter, view, quoted=True).items:
        yield wording.statement(told), [told]


def _events(store: Reader, filter: Filter, view: View) -> Lines:
    for told in events(store, filter, view).items:
        yield wording.event(told), [told]


SECTIONS: dict[str, Callable[[Reader, Filter, View], Lines]] = {
    "Sought, announced or awaited": _pending,
    "Held, cancelled or refused": _settled,
    "Proposals and positions": _plans,
    "Allegations and denials": _charges,
    "In their own words": _words,
    "Events": _events,
}
