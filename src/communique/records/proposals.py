"""Plans and where parties stand on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from communique.records.actors import Actor, When
from communique.records.record import Record, closed
from communique.records.texts import Span

ProposalStatus = Literal[
    "floated",
    "put_forward",
    "under_discussion",
    "accepted",
    "rejected",
    "signed",
    "in_force",
    "extended",
    "suspended",
    "left",
    "expired",
    "withdrawn",
]
Stance = Literal[
    "proposes",
    "accepts",
    "welcomes",
    "willing_to_discuss",
    "conditional",
    "sceptical",
    "opposes",
    "rejects",
    "demands",
    "denies",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What became of a plan besides its status, as one article tells it: signed in that year, extended in another."""

    status: ProposalStatus
    when: When | None
    cue: Span

    def __post_init__(self) -> None:
        """Refuse a status that does not exist."""
        closed(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Record):
    """A plan, draft, deal or initiative that somebody puts to others."""

    kind: ClassVar[str] = "proposal"
    defined_by: ClassVar[tuple[str, ...]] = ("mention",)

    title: str
    mention: Span
    proposer: tuple[Actor, ...]
    status: ProposalStatus
    declared_points: int | None = None
    aim: Span | None = None
    parties: tuple[Actor, ...] = ()
    """Between whom an agreement is: as it is named, or who is said to have concluded, kept up or left it."""
    addressees: tuple[Actor, ...] = ()
    """To whom a plan was put, between whom it is to settle something, who answers it."""
    stages: tuple[Stage, ...] = ()
    """What else the article says became of it, in text order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Record):
    """One point or demand of a proposal."""

    kind: ClassVar[str] = "provision"
    defined_by: ClassVar[tuple[str, ...]] = ("text",)

    proposal: str
    text: Span
    topic: str
    addressees: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Record):
    """Where a party stands on a record (`on`) or, where there is none, on a topic in the text's words."""

    kind: ClassVar[str] = "position"
    defined_by: ClassVar[tuple[str, ...]] = ("topic", "party")

    party: Actor
    stance: Stance
    topic: Span
    on: str | None = None
    via: Actor | None = None
