"""Rules for what kind of act a statement is, where its cue ("said") leaves that open: by who shall do what in its
content."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from communique.lexicon.files import read_rules
from communique.records.statements import Act

SubjectClass = Literal["self", "other", "everyone", "thing", "nobody", "any"]
"""Whose doing the content is about: the speaker's side, another party, all in general, a thing, an imperative's,
whosever."""

Polarity = Literal["yes", "no", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRule:
    """If the content's main clause has one of these predicates, subjects, objects, modals, the statement is an `act`.

    `cues` are the words of speech under which alone the rule holds.
    """

    id: str
    act: Act
    subject: tuple[SubjectClass, ...] = ("any",)
    predicates: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    infinitive: bool = False
    negated: Polarity = "no"
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


def load_acts(overlay: Path | None = None) -> tuple[ActRule, ...]:
    """Return the rules in the order in which they are tried; LexiconError names file and line."""
    return tuple(rule for _, rule in read_rules(ActRule, "cues/en/acts", overlay))
