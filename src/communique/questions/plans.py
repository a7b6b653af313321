"""Proposals against parties: which point was answered by whom, and of whom no word is reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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
    loose = _loose(store, papers, found.items, filter.min_confidence, view)
    each = []
    for matter in found.items:
        if plans := _plans(matter):
            near = (t for id in dict.fromkeys(plan.article for plan in plans) for t in loose.get(id, ()))
            each.append(_matrix(matter, plans, [told[e.record.id] for e in matter.entries], near, context))
    return with_items(found, tuple(each))


def _plans(matter: Matter) -> list[Proposal]:
    return [e.record for e in matter.entries if isinstance(e.record, Proposal)]


def _loose(store: Reader, papers: Papers, matters: Iterable[Matter], sure: float, view: View) -> dict[str, list[Told]]:
    """Return, by article that tells of one of the plans, the responses that its reader tied to no plan."""
    articles = tuple(dict.fromkeys(plan.article for matter in matters for plan in _plans(matter)))
    asked = Filter(kinds=("position",), types=tuple(sorted(RESPONSES)), articles=articles, min_confidence=sure)
    entries = store.entries(asked, view) if articles else []
    found: dict[str, list[Told]] = {}
    for told in papers.told(e for e in entries if isinstance(e.record, Position) and e.record.on is None):
        found.setdefault(told.record.article, []).append(told)
    return found


def _articles(matter: Matter) -> set[str]:
    """Return the articles whose other parties get a column: of many, the first and the last one."""
    return {matter.entries[0].record.article, matter.entries[-1].record.article}


def _matrix(
    matter: Matter, plans: Sequence[Proposal], told: Sequence[Told], near: Iterable[Told], context: Sequence[Entry]
) -> Matrix:
    """Return the matrix of a plan: from what is told of it, and from responses `near` it that have a point's words."""
    known = {t.record.id: t for t in told}
    points = Points(plans, [t.record for t in sorted(told, key=_place) if isinstance(t.record, Provision)])
    answers = [*_answers(points, told), *(answer for answer in _answers(points, near) if answer[1])]
    answers.sort(key=lambda answer: answer[0].entry.order)
    stands = [stand for stand, _ in answers]
    named = _articles(matter)
    around = [e for e in context if e.record.article in named]
    on_point: dict[int | None, list[Told]] = {}
    for stand, answered in answers:
        for at in answered:
            on_point.setdefault(at, []).append(stand)
    return Matrix(
        matter=matter,
        proposal=next((plan for plan in reversed(plans) if plan.proposer), plans[-1]),
        parties=_parties(plans, [known[p.id] for group in points.groups for p in group], stands, around),
        whole=Line(provision=None, cells=_cells(on_point.get(None, ()))),
        lines=tuple(
            Line(provision=known[group[0].id], cells=_cells(on_point.get(at, ())))
            for at, group in enumerate(points.groups)
        ),
        declared=next((p.declared_points for p in reversed(plans) if p.declared_points), None),
    )


def _answers(points: Points, told: Iterable[Told]) -> Iterator[tuple[Told, list[int | None]]]:
    """Yield the positions, each with the points that it answers."""
    yield from ((t, points.answered(t.record)) for t in told if isinstance(t.record, Position))


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
