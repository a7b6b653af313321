"""Who, when and where: the small shapes that all records share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.records.texts import Basis, Span

ActorKind = Literal[
    "state",
    "person",
    "organ",
    "organisation",
    "armed_group",
    "party",
    "movement",
    "collective",
    "document",
    "media",
    "place",
    "unknown",
]
Form = Literal["name", "metonym", "demonym", "pronoun", "description", "role"]
Granularity = Literal["day", "week", "month", "season", "quarter", "year", "decade", "interval", "datetime"]
Part = Literal["participant", "visitor", "host", "mediator", "speaker", "organiser"]

DIPLOMATIC_KINDS: frozenset[str] = frozenset(
    {"state", "organ", "organisation", "armed_group", "party", "movement", "collective", "document"}
)
"""Kinds that make a record diplomatic by themselves; a person does so through an office."""

_POWERS: frozenset[str] = frozenset({"state", "organ", "organisation", "armed_group", "party", "movement"})
_OF_POWERS = ("state/", "organ/", "org/")


@dataclass(frozen=True, slots=True)
class Role:
    """A post as the text gives it: "President" of "state/UKR"; inferred where the text only implies it ("his Chinese
    counterpart")."""

    title: str
    of: str | None
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party as mentioned at one place.

    `id` is readable and stable ("state/UKR", "person/volodymyr-zelenskyy"); an actor that the registry does not know
    gets "mention/<slug>", a label and not an identity. `iso3` is set only when the actor acts for that state.
    """

    id: str
    name: str
    kind: ActorKind
    mention: Span
    form: Form = "name"
    basis: Basis = "stated"
    iso3: str | None = None
    as_: Literal["government", "people", "place"] | None = None
    based_in: tuple[str, ...] = ()
    role: Role | None = None
    sectors: tuple[str, ...] = ()
    members: tuple[str, ...] = ()

    @property
    def diplomatic(self) -> bool:
        """Whether this actor makes a record a diplomatic one: a state, an organ..., a person with an office.

        A person known to the registry holds or held one, though the text may not say which. People without a name do so
        where they act for a state or a body ("two Mexican officials", "U.N. diplomats") or have a post ("ambassadors").
        """
        office = self.role is not None or self.iso3 is not None or not self.id.startswith("mention/")
        unnamed = self.kind == "unknown" and (self.role is not None or self.iso3 is not None or bool(self.members))
        return self.kind in DIPLOMATIC_KINDS or unnamed or (self.kind == "person" and office)

    @property
    def serving(self) -> bool:
        """Whether this actor is a power or serves one: a state, its organs, an organisation, armed men, a movement, or
        somebody who acts for one of them now; a senator, a candidate or a former minister speaks for himself."""
        if self.kind in _POWERS or self.iso3 is not None:
            return True
        if self.kind == "person":
            return self.role is not None and (self.role.of or "").startswith("org/")
        return bool(self.based_in) or any(member.startswith(_OF_POWERS) for member in self.members)


def home(actor: Actor) -> str | None:
    """Return the state for which an actor acts, or of which people without a name are ("Kenyan fishermen")."""
    nameless = actor.kind in ("unknown", "collective") and len(actor.based_in) == 1
    return actor.iso3 or (actor.based_in[0] if nameless else None)


def same_side(a: Actor, b: Actor) -> bool:
    """Return whether two actors are the same or act for the same state."""
    return a.id == b.id or (a.iso3 is not None and a.iso3 == b.iso3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Actor):
    """An actor and its part in an engagement."""

    part: Part = "participant"

    @classmethod
    def of(cls, actor: Actor, part: Part) -> Participant:
        """Return `actor` taking `part`."""
        return cls(**{name: getattr(actor, name) for name in Actor.__dataclass_fields__}, part=part)


Holder = tuple[tuple[Actor, ...], ...]
"""Who vouches for a content: levels, outermost first; each level lists actors who vouch together; () is the outlet's
own voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An interval of ISO dates (datetimes for granularity "datetime"), both ends inclusive, an open end None.

    `value` is the TIMEX3 value and is kept when the interval is unresolved; `why` names the rule or the reason it is
    unresolved.
    """

    from_: str | None
    to: str | None
    granularity: Granularity
    basis: Basis
    why: str
    value: str | None = None
    text: Span | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place; a city carries the country it lies in, `country` says that it is a country as a whole."""

    name: str
    iso3: str | None
    mention: Span
    basis: Basis = "stated"
    lat: float | None = None
    lon: float | None = None
    country: bool = False
