"""Proposals against parties: which point was answered by whom, and of whom no word is reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from communique.link.points import RESPONSES, Points
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
    loose = _loose(store, found.items, filter.min_confidence, view)
    each = []
    for matter in (matter for matter in found.items if _plans(matter)):
        plans, own = _plans(matter), [told[e.record.id] for e in matter.entries]
        points = Points(plans, [t.record for t in sorted(own, key=_place) if isinstance(t.record, Provision)])
        near = [entry for id in dict.fromkeys(plan.article for plan in plans) for entry in loose.get(id, ())]
        stands = papers.told(entry for entry, position in near if points.answered(position))
        each.append(_matrix(matter, plans, points, [*own, *stands], context))
    return with_items(found, tuple(each))


def _plans(matter: Matter) -> list[Proposal]:
    return [e.record for e in matter.entries if isinstance(e.record, Proposal)]


def _loose(
    store: Reader, matters: Iterable[Matter], sure: float, view: View
) -> dict[str, list[tuple[Entry, Position]]]:
    """Return, by article that tells of one of the plans, the responses that its reader tied to no plan."""
    articles = tuple(dict.fromkeys(plan.article for matter in matters for plan in _plans(matter)))
    asked = Filter(kinds=("position",), types=tuple(sorted(RESPONSES)), articles=articles, min_confidence=sure)
    found: dict[str, list[tuple[Entry, Position]]] = {}
    for entry in store.entries(asked, view) if articles else ():
        if isinstance(entry.record, Position) and entry.record.on is None:
            found.setdefault(entry.record.article, []).append((entry, entry.record))
    return found


def _articles(matter: Matter) -> set[str]:
    """Return the articles whose other parties get a column: of many, the first and the last one."""
    return {matter.entries[0].record.article, matter.entries[-1].record.article}


def _matrix(
    matter: Matter, plans: Sequence[Proposal], points: Points, told: Sequence[Told], context: Sequence[Entry]
) -> Matrix:
    """Return the matrix of a plan from what is told of it and from responses to its points by their words."""
    known = {t.record.id: t for t in told}
    stands = sorted((t for t in told if isinstance(t.record, Position)), key=lambda t: t.entry.order)
    named = _articles(matter)
    around = [e for e in context if e.record.article in named]
    on_point: dict[int | None, list[Told]] = {}
    for stand in stands:
        assert isinstance(stand.record, Position)
        for at in points.answered(stand.record):
            on_point.setdefault(at, []).append(stand)
    return Matrix(
        matter=matter,
        proposal=plans[-1],
        parties=_parties(plans, [known[p.id] for group in points.groups for p in group], stands, around),
        whole=Line(provision=None, cells=_cells(on_point.get(None, ()))),
        lines=tuple(
            Line(provision=known[group[0].id], cells=_cells(on_point.get(at, ())))
            for at, group in enumerate(points.groups)
        ),
        declared=next((p.declared_points for p in reversed(plans) if p.declared_points), None),
    )


def _cells(stands: Iterable[Told]) -> tuple[tuple[str, Told], ...]:
    return tuple((side(t.record.party), t) for t in stands if isinstance(t.record, Position))


def _place(told: Told) -> tuple[str, str, int]:
    published, article, _ = told.entry.order
    return published, article, min(span.start for span in told.record.defining)


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
