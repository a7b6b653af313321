"""Speech and what surrounds it: statements, absences, allegations, denials, labels, relationships."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from communique.records.actors import Actor
from communique.records.record import Record
from communique.records.texts import Span

Mode = Literal["verbatim", "mixed", "paraphrase"]
Act = Literal[
    "assert",
    "announce",
    "propose",
    "offer",
    "promise",
    "intend",
    "desire",
    "goal",
    "demand",
    "appeal",
    "call_for",
    "warn",
    "threaten",
    "accuse",
    "deny",
    "refuse",
    "agree",
    "support",
    "criticise",
    "praise",
    "believe",
    "expect",
    "ask",
    "thank",
    "apologise",
    "decline_comment",
]
Scope = Literal["whole", "part", "ambiguous"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """Attributed speech or thought: who (source), by which words (cue), what (content).

    `towards` are the parties at whom the act is directed without their being spoken to: "rejected *Chad's* offer".
    """

    kind: ClassVar[str] = "statement"
    defined_by: ClassVar[tuple[str, ...]] = ("cue", "content")

    speaker: Actor | None
    cue: Span | None
    content: tuple[Span, ...]
    mode: Mode
    act: Act
    quotes: tuple[Span, ...] = ()
    addressee: Actor | None = None
    towards: tuple[Actor, ...] = ()
    venue: str | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Record):
    """What the article says was *not* said: "did not say if", "offered no details". It bounds what may be inferred."""

    kind: ClassVar[str] = "absence"
    defined_by: ClassVar[tuple[str, ...]] = ("text",)

    who: Actor | None
    text: Span
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Allegation(Record):
    """Accusers hold that the accused did, does or would do something, or held so and take it back (`withdrawn`). Its
    fate (open, denied...) is its thread's status."""

    kind: ClassVar[str] = "allegation"
    defined_by: ClassVar[tuple[str, ...]] = ("cue", "content")

    accusers: tuple[Actor, ...]
    accused: tuple[Actor, ...]
    content: Span
    cue: Span | None = None
    hedge: Span | None = None
    beneficiary: tuple[Actor, ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial(Record):
    """Someone rejects a claim; `of` names the allegations or statements denied."""

    kind: ClassVar[str] = "denial"
    defined_by: ClassVar[tuple[str, ...]] = ("cue", "content")

    denier: Actor | None
    cue: Span
    of: tuple[str, ...] = ()
    scope: Scope = "whole"
    content: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship(Record):
    """A lasting tie that the text states: ally_of, beholden_to, counterpart_of, at_war_with, organ_of, member_of...
    (open)."""

    kind: ClassVar[str] = "relationship"

    a: Actor
    relation: str
    b: Actor

    @property
    def defining(self) -> tuple[Span, ...]:
        """The spans that make this record this record."""
        return (self.evidence[0], self.a.mention, self.b.mention)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label(Record):
    """An epithet or scare quote about an actor; not a statement, for nobody in particular may have said it."""

    kind: ClassVar[str] = "label"
    defined_by: ClassVar[tuple[str, ...]] = ("text",)

    about: Actor
    text: Span
    by: Actor | None = None
