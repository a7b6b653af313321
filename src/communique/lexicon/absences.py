"""Rules for what an article says was not said: "did not say if", "gave no details", "declined to comment"."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from communique.lexicon.files import read_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceRule:
    """A clause with one of these predicates tells of silence if all that the rule asks for is there.

    `negated`: the clause must be negated. `question`: its complement must be a question ("if", "when", "what").
    `infinitives`: its complement must be one of these in the infinitive. `objects`: its object must be one of these
    nouns, and either the clause or the noun is negated ("no details"). `marks`: the word that leads into the clause
    ("without").
    """

    id: str
    predicates: frozenset[str]
    negated: bool = False
    question: bool = False
    infinitives: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    confidence: float
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


def load_absences(overlay: Path | None = None) -> tuple[AbsenceRule, ...]:
    """Return the rules in file order; LexiconError names file and line of a bad entry."""
    return tuple(rule for _, rule in read_rules(AbsenceRule, "cues/en/absences", overlay))
