"""Words that decide whether a happening is a fact, a wish, a plan, a claim...: data/status/<language>/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from communique.lexicon.files import read_rules, read_table
from communique.records.events import EventStatus

SAME: Literal["same"] = "same"
"""An operator's value for "the governor's own status"."""

Form = Literal[
    "passive", "not_past", "no_verb", "would", "no_modal", "dated", "done", "own", "definite", "indefinite", ""
]
"""What an operator may ask of the form of its predicate, or of the happening."""

Given = Literal[EventStatus, "same"]
STATUSES: tuple[str, ...] = get_args(EventStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """What a governing word makes of the happening under it; see data/status/en/operators.yaml."""

    id: str
    gives: Given
    negated: Given = "possible"
    overrides: bool = False
    governed_by: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    happenings: frozenset[str] = frozenset()
    finite: bool = True
    form: Form = ""
    unreal: Literal[Given, ""] = ""
    likely: bool = False
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


def load_statuses(overlay: Path | None = None) -> Statuses:
    """Load the status words; LexiconError names file and line of a bad entry."""
    found: dict[str, list[Operator]] = {}
    for entry, operator in read_rules(Operator, "status/en/operators", overlay, besides=("predicates",)):
        for predicate in entry.texts("predicates"):
            found.setdefault(predicate, []).append(operator)
    return Statuses(
        {name: tuple(sorted(many, key=lambda operator: not operator.asks)) for name, many in found.items()},
        _words("status/en/modifiers", overlay),
        _words("status/en/terms", overlay),
    )


def _words(name: str, overlay: Path | None) -> dict[str, EventStatus]:
    """A table of words and the status that each gives."""
    table = read_table(name, ["word", "gives"], overlay, key="word")
    return {row["word"]: row.one_of("gives", STATUSES) for row in table}  # type: ignore[misc]
