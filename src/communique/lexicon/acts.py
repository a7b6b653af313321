"""Rules for what kind of act a statement is, where its cue ("said") leaves that open: by who shall do what in its
content."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from communique.lexicon.files import Entry, read_entries
from communique.records.statements import Act

SubjectClass = Literal["self", "other", "everyone", "thing", "nobody", "any"]
"""Whose doing the content is about: the speaker's side, another party, all in general, a thing, an imperative's,
whosever."""

Polarity = Literal["yes", "no", "any"]


@dataclass(frozen=True, slots=True)
class ActRule:
    """If the content's main clause has one of these predicates, subjects, objects, modals, the statement is an `act`.

    `cues` are the words of speech under which alone the rule holds.
    """

    id: str
    act: Act
    subject: tuple[SubjectClass, ...]
    predicates: frozenset[str]
    modals: frozenset[str]
    nouns: frozenset[str]
    objects: frozenset[str]
    cues: frozenset[str]
    infinitive: bool
    negated: Polarity
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


def load_acts(overlay: Path | None = None, language: str = "en") -> tuple[ActRule, ...]:
    """Return the rules in the order in which they are tried; LexiconError names file and line."""
    optional = ("subject", "predicates", "modals", "nouns", "objects", "cues", "infinitive", "negated")
    fields = ("id", "act", "examples", "counterexamples")
    return tuple(_rule(entry) for entry in read_entries(f"cues/{language}/acts", fields, overlay, optional=optional))


def _rule(entry: Entry) -> ActRule:
    act = entry.text("act")
    if act not in get_args(Act):
        raise entry.error(f"act {act!r} is unknown; the acts are {', '.join(get_args(Act))}")
    for name in entry.texts("subject"):
        if name not in get_args(SubjectClass):
            raise entry.error(f"subject {name!r} is not one of {', '.join(get_args(SubjectClass))}")
    negated = entry.text("negated", "no")
    if negated not in get_args(Polarity):
        raise entry.error(f"negated is {negated!r}, not one of {', '.join(get_args(Polarity))}")
    return ActRule(
        id=entry.text("id"),
        act=act,  # type: ignore[arg-type]
        subject=entry.texts("subject") or ("any",),  # type: ignore[arg-type]
        predicates=frozenset(entry.texts("predicates")),
        modals=frozenset(entry.texts("modals")),
        nouns=frozenset(entry.texts("nouns")),
        objects=frozenset(entry.texts("objects")),
        cues=frozenset(entry.texts("cues")),
        infinitive=entry.text("infinitive", "no") == "yes",
        negated=negated,  # type: ignore[arg-type]
        examples=entry.texts("examples"),
        counterexamples=entry.texts("counterexamples"),
    )
