"""Finds what the words right after it contradict: "..., which Minsk denied"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.lexicon.words import load_words
from communique.reading import Clause, Reading


def disputed(reading: Reading, denial: Clause) -> Iterator[Clause]:
    """Yield what a closing "which X denied" rejects: the clauses told in its sentence before it."""
    before = reading.tokens[denial.first - 1].norm if denial.first else ""
    if denial.link != "relative" or denial.negated or before != ",":
        return
    if denial.predicate not in load_words("language/en/denying_verbs") or denial.one("subject") is None:
        return
    if not any(reading.tokens[i].norm == "which" for i in range(denial.first, denial.head)):
        return
    for clause in reading.clauses:
        told = clause.sentence == denial.sentence and clause.head < denial.first and clause.pos == "verb"
        if told and any(above.predicate in load_words("language/en/saying_verbs") for above in _above(reading, clause)):
            yield clause


def _above(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """Yield the clauses that govern a clause, innermost first."""
    seen = {clause.index}
    while clause.under is not None and clause.under not in seen:
        clause = reading.clauses[clause.under]
        seen.add(clause.index)
        yield clause
