"""Proposals against parties: which point was answered by whom, and of whom no word is reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from communique.questions.answers import Answer, Line, Matrix, Matter, Party, Told
from communique.questions.lists import threads, with_items
from communique.questions.matters import side, side_name, state_names
from communique.questions.passages import Papers
from communique.records.links import Entry
from communique.records.parties import parties
from communique.records.proposals import Position, Proposal, Provision
from communique.records.views import Filter, View
from communique.store.reading import Reader

WIDEST = 8
"""A matrix has at most so many parties: those with a position and those addressed first, then the most often named."""


def proposals(store: Reader, filter: Filter, view: View) -> Answer[Matrix]:
    """Return plans and agreements, each a matrix of its reported points and the parties of its articles."""
    found = threads(store, "proposals", ("proposal", "agreement"), filter, view)
    papers = Papers(store, view.known_at)
    told = {t.record.id: t for t in papers.told(e for matter in found.items for e in matter.entries)}
    articles = tuple(dict.fromkeys(id for matter in found.items for id in sorted(_articles(matter))))
    context = store.entries(Filter(articles=articles), view) if articles else []
    each = (_matrix(matter, [told[e.record.id] for e in matter.entries], context) for matter in found.items)
    return with_items(found, tuple(matrix for matrix in each if matrix is not None))


def _articles(matter: Matter) -> set[str]:
    """Return the articles whose other parties get a column: of many, the first and the last one."""
    return {matter.entries[0].record.article, matter.entries[-1].record.article}


def _matrix(matter: Matter, told: Sequence[Told], context: Sequence[Entry]) -> Matrix | None:
    """Return the matrix of a thread; None for one that holds no proposal (loose positions)."""
    plans = [e.record for e in matter.entries if isinstance(e.record, Proposal)]
    if not plans:
        return None
    points = sorted((t for t in told if isinstance(t.record, Provision)), key=_place)
    stands = [t for t in told if isinstance(t.record, Position)]
    named = _articles(matter)
    around = [e for e in context if e.record.article in named]
    columns = _parties(plans, points, stands, around)
    shown = [(p, p.record.id) for p in _different(points)]
    ids = {t.record.id for t in points}
    on_point: dict[str | None, list[Told]] = {}
    for stand in stands:
        on_point.setdefault(on if (on := _on(stand)) in ids else None, []).append(stand)
    return Matrix(
        matter=matter,
        proposal=plans[-1],
        parties=columns,
        whole=Line(provision=None, cells=_cells(on_point.get(None, ()))),
        lines=tuple(Line(provision=p, cells=_cells(on_point.get(id, ()))) for p, id in shown),
        declared=next((p.declared_points for p in reversed(plans) if p.declared_points), None),
    )


def _on(told: Told) -> str | None:
    return told.record.on if isinstance(told.record, Position) else None


def _cells(stands: Iterable[Told]) -> tuple[tuple[str, Told], ...]:
    return tuple((side(t.record.party), t) for t in stands if isinstance(t.record, Position))


def _place(told: Told) -> tuple[str, str, int]:
    published, article, _ = told.entry.order
    return published, article, min(span.start for span in told.record.defining)


def _different(points: Sequence[Told]) -> Iterator[Told]:
    """Yield points told in several articles once, by their words."""
    seen: set[str] = set()
    for told in points:
        words = " ".join(told.record.text.text.lower().split()) if isinstance(told.record, Provision) else ""
        if words not in seen:
            seen.add(words)
            yield told


def _parties(
    plans: Sequence[Proposal], points: Sequence[Told], stands: Sequence[Told], around: Sequence[Entry]
) -> tuple[Party, ...]:
    """Return the columns: who proposes, who took a position, who is addressed, then other states in the articles."""
    own = [actor for plan in plans for actor in plan.proposer]
    own += [t.record.party for t in stands if isinstance(t.record, Position)]
    own += [a for t in points if isinstance(t.record, Provision) for a in t.record.addressees if a.iso3]
    named = [actor for entry in around for _, actor in parties(entry.record) if actor.iso3]
    often = Counter(side(actor) for actor in named)
    others = sorted((actor for actor in named), key=lambda a: (-often[side(a)], side(a)))
    names = state_names((*(t.entry for t in (*points, *stands)), *around))
    found: dict[str, Party] = {}
    for actor in (*own, *others):
        if len(found) < WIDEST:
            found.setdefault(side(actor), Party(key=side(actor), name=side_name(actor, names)))
    return tuple(found.values())
