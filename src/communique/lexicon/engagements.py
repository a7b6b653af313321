"""Words that name parties in contact and tell how that contact stands: data/engagements/<language>/*.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast, get_args

from communique.lexicon.files import Entry, read_entries
from communique.records.actors import Part
from communique.records.events import REAL, ContactMode, EngagementStatus, EngagementType, EventStatus


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry of triggers.yaml; `words` are the predicates with what must stand before them ("news" conference)."""

    id: str
    type: EngagementType
    pos: str
    words: tuple[tuple[str, frozenset[str]], ...]
    parts: Mapping[str, Part]
    place: frozenset[str]
    requires: str
    contact: ContactMode | None
    plural: bool
    objects: frozenset[str]
    by: frozenset[str]
    speaker_of: frozenset[str]
    adverbs: frozenset[str]
    apart: frozenset[str]
    gives: EngagementStatus | None
    vague: bool
    there: bool
    bare: bool
    without: tuple[str, ...]
    under: frozenset[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


Triggers = Mapping[str, tuple[Trigger, ...]]
"""Triggers by the lemma (with particle) of their predicate's head."""

_FIELDS = ("id", "type", "pos", "predicates", "parts", "examples", "counterexamples")
_OPTIONAL = (
    "place",
    "requires",
    "contact",
    "number",
    "object",
    "by",
    "speaker_of",
    "with",
    "apart",
    "gives",
    "vague",
    "there",
    "bare",
    "without",
    "under",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """One entry of standings.yaml; `words` are split: ("on", "hold"), ("off",)."""

    id: str
    gives: EngagementStatus
    words: tuple[tuple[str, ...], ...]
    verbs: frozenset[str]
    types: frozenset[str]
    told: frozenset[str]
    roles: frozenset[str]
    ahead: bool
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


_STANDING = ("id", "gives", "examples", "counterexamples")


@cache
def load_standings(language: str = "en") -> tuple[Standing, ...]:
    """Load the words that tell how an engagement stands; LexiconError names file and line of a bad entry."""
    optional = ("words", "verbs", "types", "told", "roles", "ahead")
    return tuple(_standing(e) for e in read_entries(f"engagements/{language}/standings", _STANDING, optional=optional))


def _standing(entry: Entry) -> Standing:
    for name, known in (("types", get_args(EngagementType)), ("told", get_args(EventStatus))):
        if not set(entry.texts(name)) <= set(known):
            raise entry.error(f"{name} must be of {', '.join(known)}")
    return Standing(
        id=entry.text("id"),
        gives=_rung(entry),
        words=tuple(tuple(phrase.split()) for phrase in entry.texts("words")),
        verbs=frozenset(entry.texts("verbs")),
        types=frozenset(entry.texts("types")),
        told=frozenset(entry.texts("told")) or REAL,
        roles=frozenset(entry.texts("roles")) or frozenset({"subject", "object"}),
        ahead=entry.text("ahead", "no") == "yes",
        examples=entry.texts("examples"),
        counterexamples=entry.texts("counterexamples"),
    )


def load_engagements(overlay: Path | None = None, language: str = "en") -> Triggers:
    """Load the triggers of a language; LexiconError names file and line of a bad entry."""
    found: dict[str, list[Trigger]] = {}
    for entry in read_entries(f"engagements/{language}/triggers", _FIELDS, overlay, optional=_OPTIONAL):
        trigger = _trigger(entry)
        for head, _ in trigger.words:
            if trigger not in found.setdefault(head, []):
                found[head].append(trigger)
    return {head: tuple(many) for head, many in found.items()}


def _trigger(entry: Entry) -> Trigger:
    pos = entry.text("pos")
    parts = entry.fields["parts"]
    if not isinstance(parts, dict) or not set(parts.values()) <= set(get_args(Part)):
        raise entry.error(f"parts must map roles to {', '.join(get_args(Part))}")
    if entry.text("type") not in get_args(EngagementType):
        raise entry.error(f"type is {entry.text('type')!r}, not one of {', '.join(get_args(EngagementType))}")
    return Trigger(
        id=entry.text("id"),
        type=cast(EngagementType, entry.text("type")),
        pos=pos,
        words=tuple(_word(predicate, pos) for predicate in entry.texts("predicates")),
        parts=cast(Mapping[str, Part], parts),
        place=frozenset(entry.texts("place")),
        requires=entry.text("requires", "1"),
        contact=cast(ContactMode, entry.text("contact")) if "contact" in entry.fields else None,
        plural=entry.text("number", "any") == "plural",
        objects=frozenset(entry.texts("object")),
        by=frozenset(entry.texts("by")),
        speaker_of=frozenset(entry.texts("speaker_of")),
        adverbs=frozenset(entry.texts("with")),
        apart=frozenset(entry.texts("apart")),
        vague=entry.text("vague", "no") == "yes",
        there=entry.text("there", "no") == "yes",
        bare=entry.text("bare", "no") == "yes",
        without=entry.texts("without"),
        under=frozenset(entry.texts("under")),
        gives=_rung(entry) if "gives" in entry.fields else None,
        examples=entry.texts("examples"),
        counterexamples=entry.texts("counterexamples"),
    )


def _rung(entry: Entry) -> EngagementStatus:
    if entry.text("gives") not in get_args(EngagementStatus):
        raise entry.error(f"gives is {entry.text('gives')!r}, not one of {', '.join(get_args(EngagementStatus))}")
    return cast(EngagementStatus, entry.text("gives"))


def _word(predicate: str, pos: str) -> tuple[str, frozenset[str]]:
    """ "news conference" -> conference after news; a verb keeps its particle."""
    if pos == "verb":
        return predicate, frozenset()
    *before, head = predicate.split()
    return head, frozenset(before)
