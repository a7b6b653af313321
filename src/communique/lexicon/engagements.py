"""Words that name parties in contact and tell how that contact stands: data/engagements/<language>/*.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

from communique.lexicon.files import Entry, read_rules
from communique.records.actors import Part
from communique.records.events import REAL, ContactMode, EngagementStatus, EngagementType, EventStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One entry of triggers.yaml; `words` are the predicates with what must stand before them ("news" conference)."""

    id: str
    type: EngagementType
    pos: str
    words: tuple[tuple[str, frozenset[str]], ...]
    parts: Mapping[str, Part]
    place: frozenset[str] = frozenset()
    requires: str = "1"
    contact: ContactMode | None = None
    plural: bool = False
    objects: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    speaker_of: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    gives: EngagementStatus | None = None
    vague: bool = False
    there: bool = False
    bare: bool = False
    without: tuple[str, ...] = ()
    under: frozenset[str] = frozenset()
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


Triggers = Mapping[str, tuple[Trigger, ...]]
"""Triggers by the lemma (with particle) of their predicate's head."""

_CALLED = {"words": "predicates", "plural": "number", "objects": "object", "adverbs": "with"}
"""Field of a trigger -> what triggers.yaml calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One entry of standings.yaml; `words` are split: ("on", "hold"), ("off",)."""

    id: str
    gives: EngagementStatus
    words: tuple[tuple[str, ...], ...] = ()
    verbs: frozenset[str] = frozenset()
    types: frozenset[EngagementType] = frozenset()
    told: frozenset[EventStatus] = REAL
    roles: frozenset[str] = frozenset({"subject", "object"})
    ahead: bool = False
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def load_standings() -> tuple[Standing, ...]:
    """Load the words that tell how an engagement stands; LexiconError names file and line of a bad entry."""
    return tuple(standing for _, standing in read_rules(Standing, "engagements/en/standings"))


def load_engagements(overlay: Path | None = None) -> Triggers:
    """Load the triggers; LexiconError names file and line of a bad entry."""
    found: dict[str, list[Trigger]] = {}
    for _, trigger in read_rules(Trigger, "engagements/en/triggers", overlay, names=_CALLED, given=_trigger):
        for head, _ in trigger.words:
            if trigger not in found.setdefault(head, []):
                found[head].append(trigger)
    return {head: tuple(many) for head, many in found.items()}


def _trigger(entry: Entry) -> dict[str, Any]:
    pos, parts = entry.text("pos"), entry.fields["parts"]
    if not isinstance(parts, dict) or not set(parts.values()) <= set(get_args(Part)):
        raise entry.error(f"parts must map roles to {', '.join(get_args(Part))}")
    words = tuple(_word(predicate, pos) for predicate in entry.texts("predicates"))
    return {"words": words, "parts": parts, "plural": entry.text("number", "any") == "plural"}


def _word(predicate: str, pos: str) -> tuple[str, frozenset[str]]:
    """ "news conference" -> conference after news; a verb keeps its particle."""
    if pos == "verb":
        return predicate, frozenset()
    *before, head = predicate.split()
    return head, frozenset(before)
