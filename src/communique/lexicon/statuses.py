"""Words that decide whether a happening is a fact, a wish, a plan, a claim...: data/status/<language>/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from communique.lexicon.files import Entry, read_entries, read_table
from communique.records.events import EventStatus

SAME = "same"
"""An operator's value for "the governor's own status"."""

FORMS = ("passive", "not_past", "no_verb", "would", "no_modal", "dated", "own", "definite", "indefinite")
"""What an operator may ask of the form of its predicate, or of the happening."""

STATUSES: tuple[str, ...] = get_args(EventStatus)


@dataclass(frozen=True, slots=True)
class Operator:
    """What a governing word makes of the happening under it; see data/status/en/operators.yaml."""

    id: str
    gives: str
    negated: str
    overrides: bool
    governed_by: frozenset[str]
    subjects: frozenset[str]
    happenings: frozenset[str]
    finite: bool
    form: str
    unreal: str
    likely: bool
    roles: frozenset[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    @property
    def asks(self) -> bool:
        """Whether the operator asks for more than its predicate: a governor, a subject, a happening, a form."""
        return bool(self.governed_by or self.subjects or self.happenings or self.form)


@dataclass(frozen=True, slots=True)
class Statuses:
    """Operators by predicate, adjectives that say the status of their noun ("planned", "alleged"), and what a text
    provides for by its kind: an accord what is agreed, a draft what is proposed."""

    operators: Mapping[str, tuple[Operator, ...]]
    modifiers: Mapping[str, EventStatus]
    terms: Mapping[str, EventStatus]

    def of(self, predicate: str) -> tuple[Operator, ...]:
        """Return the operators of `predicate`, those with conditions first."""
        return self.operators.get(predicate, ())


def load_statuses(overlay: Path | None = None, language: str = "en") -> Statuses:
    """Load the status words of a language; LexiconError names file and line of a bad entry."""
    fields = ("id", "gives", "predicates", "roles", "examples", "counterexamples")
    optional = ("negated", "overrides", "governed_by", "subjects", "happenings", "finite", "form", "unreal", "likely")
    entries = read_entries(f"status/{language}/operators", fields, overlay, optional=optional)
    found: dict[str, list[Operator]] = {}
    for entry in entries:
        operator = _operator(entry)
        for predicate in entry.texts("predicates"):
            found.setdefault(predicate, []).append(operator)
    return Statuses(
        {name: tuple(sorted(many, key=lambda operator: not operator.asks)) for name, many in found.items()},
        _words(f"status/{language}/modifiers", overlay),
        _words(f"status/{language}/terms", overlay),
    )


def _words(name: str, overlay: Path | None) -> dict[str, EventStatus]:
    """A table of words and the status that each gives."""
    table = read_table(name, ["word", "gives"], overlay, key="word")
    return {row["word"]: row.one_of("gives", STATUSES) for row in table}  # type: ignore[misc]


def _operator(entry: Entry) -> Operator:
    for name in ("gives", "negated", "unreal"):
        if entry.text(name, SAME) not in (*STATUSES, SAME):
            raise entry.error(f"{name} is {entry.text(name)!r}, neither 'same' nor an event status")
    if entry.text("form", "passive") not in FORMS:
        raise entry.error(f"form is {entry.text('form')!r}, none of {', '.join(FORMS)}")
    return Operator(
        id=entry.text("id"),
        gives=entry.text("gives"),
        negated=entry.text("negated", "possible"),
        overrides=entry.text("overrides", "false") == "true",
        governed_by=frozenset(entry.texts("governed_by")),
        subjects=frozenset(entry.texts("subjects")),
        happenings=frozenset(entry.texts("happenings")),
        finite=entry.text("finite", "true") == "true",
        form=entry.text("form", ""),
        unreal=entry.text("unreal", ""),
        likely=entry.text("likely", "false") == "true",
        roles=frozenset(entry.texts("roles")),
        examples=entry.texts("examples"),
        counterexamples=entry.texts("counterexamples"),
    )
