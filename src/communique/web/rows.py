"""What templates ask of answers: rows of mixed records, who accuses, the cells of a matrix in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.questions import lines, phrases, wording
from communique.questions.answers import Answer, Ground, Line, Party, Told
from communique.records.proposals import Position
from communique.records.statements import Allegation, Relationship

Row = tuple[Told, Sequence[str]]
"""A record and what is noted under its sentence."""


def plain(answer: Answer[Told]) -> list[Row]:
    """Return records as rows; one that may lie outside the days asked for says so."""
    return [(t, ["possibly within the days asked for"] if t.within == "possibly" else []) for t in answer.items]


def grounds(answer: Answer[Ground]) -> list[Row]:
    """Return facts as rows, under each its sources and what of it is inferred."""
    return [
        (g.told, [phrases.plural(g.sources or 1, "source"), *(lines.reason(i) for i in g.inferences)])
        for g in answer.items
    ]


def stated(charges: Iterable[Allegation]) -> list[str]:
    """Return when it was alleged, each time once."""
    return list(dict.fromkeys(wording.stated(charge.when) for charge in charges))


def tied(told: Iterable[Told]) -> list[list[Told]]:
    """Return relationships by tie, in the order of the last report of each: a lasting tie is told again and again."""
    found: dict[tuple[str, str, str], list[Told]] = {}
    for one in told:
        if isinstance(one.record, Relationship):
            found.setdefault((one.record.a.id, one.record.relation, one.record.b.id), []).append(one)
    return list(found.values())


def told_of(line: Line, party: Party) -> list[Told]:
    """Return the reported positions of a party on a point."""
    return [told for key, told in line.cells if key == party.key and isinstance(told.record, Position)]


def stances(line: Line) -> list[Told]:
    """Return the reported positions on a point, each party's each stance once, by the first report of it."""
    found: dict[tuple[str, str], Told] = {}
    for key, told in line.cells:
        if isinstance(told.record, Position):
            found.setdefault((key, told.record.stance), told)
    return list(found.values())
