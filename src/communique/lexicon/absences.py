"""Rules for what an article says was not said: "did not say if", "gave no details", "declined to comment"."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from communique.lexicon.files import Entry, read_entries


@dataclass(frozen=True, slots=True)
class AbsenceRule:
    """A clause with one of these predicates tells of silence if all that the rule asks for is there.

    `negated`: the clause must be negated. `question`: its complement must be a question ("if", "when", "what").
    `infinitives`: its complement must be one of these in the infinitive. `objects`: its object must be one of these
    nouns, and either the clause or the noun is negated ("no details"). `marks`: the word that leads into the clause
    ("without").
    """

    id: str
    predicates: frozenset[str]
    negated: bool
    question: bool
    infinitives: frozenset[str]
    objects: frozenset[str]
    marks: frozenset[str]
    confidence: float
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


def load_absences(overlay: Path | None = None, language: str = "en") -> tuple[AbsenceRule, ...]:
    """Return the rules in file order; LexiconError names file and line of a bad entry."""
    fields = ("id", "predicates", "confidence", "examples", "counterexamples")
    optional = ("negated", "question", "infinitives", "objects", "marks")
    return tuple(
        _rule(entry) for entry in read_entries(f"cues/{language}/absences", fields, overlay, optional=optional)
    )


def _rule(entry: Entry) -> AbsenceRule:
    try:
        confidence = float(entry.text("confidence"))
    except ValueError:
        confidence = -1.0
    if not 0 < confidence <= 1:
        raise entry.error("confidence must be a number above 0, up to 1")
    return AbsenceRule(
        id=entry.text("id"),
        predicates=frozenset(entry.texts("predicates")),
        negated=_yes(entry, "negated"),
        question=_yes(entry, "question"),
        infinitives=frozenset(entry.texts("infinitives")),
        objects=frozenset(entry.texts("objects")),
        marks=frozenset(entry.texts("marks")),
        confidence=confidence,
        examples=entry.texts("examples"),
        counterexamples=entry.texts("counterexamples"),
    )


def _yes(entry: Entry, name: str) -> bool:
    value = entry.text(name, "no")
    if value not in ("yes", "no"):
        raise entry.error(f"{name} is {value!r}, not yes or no")
    return value == "yes"
