"""Happenings: engagements (parties in contact) and events (everything else)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from communique.records.actors import Actor, Participant, When
from communique.records.record import PloverType, Record
from communique.records.texts import Span

EngagementType = Literal[
    "meeting",
    "visit",
    "call",
    "talks",
    "summit",
    "news_conference",
    "ceremony",
    "exercise",
    "mission",
    "letter",
    "contact",
]
EngagementStatus = Literal[
    "hypothetical",
    "sought",
    "proposed",
    "invited",
    "announced",
    "confirmed",
    "under_way",
    "held",
    "postponed",
    "suspended",
    "cancelled",
    "refused",
]
ContactMode = Literal["in_person", "phone", "video", "written"]
EventType = Literal[PloverType, "STATE"]
EventStatus = Literal[
    "occurred",
    "ongoing",
    "historical",
    "planned",
    "sought",
    "proposed",
    "demanded",
    "offered",
    "threatened",
    "agreed",
    "announced",
    "postponed",
    "cancelled",
    "refused",
    "possible",
    "hypothetical",
    "alleged",
    "denied",
    "negated",
]

REAL: frozenset[EventStatus] = frozenset({"occurred", "ongoing", "historical"})
"""Statuses of an event that took place or is taking place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement(Record):
    """A meeting, visit, call, conference or round of talks; `when` is the actual time, `window` the slot announced for
    it."""

    kind: ClassVar[str] = "engagement"
    defined_by: ClassVar[tuple[str, ...]] = ("trigger",)

    type: EngagementType
    trigger: Span
    participants: tuple[Participant, ...]
    status: EngagementStatus
    initiator: Actor | None = None
    purpose: Span | None = None
    mode_of_contact: ContactMode | None = None
    announced_by: Actor | None = None
    announced_when: When | None = None
    window: When | None = None


def time_of(record: Record) -> When | None:
    """Return its time; for an engagement not yet held, the slot announced for it."""
    return record.when or (record.window if isinstance(record, Engagement) else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """A happening in PLOVER 2.0 terms, or a STATE of affairs (war, election, anniversary), with what its status is."""

    kind: ClassVar[str] = "event"
    defined_by: ClassVar[tuple[str, ...]] = ("trigger",)

    type: EventType
    trigger: Span
    status: EventStatus
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    confirmed_by: tuple[Actor, ...] = ()
