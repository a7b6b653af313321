"""What all records have in common, and how a record gets its identity."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Literal, get_args, get_type_hints

from communique.errors import RecordError
from communique.records.actors import Holder, When, Where
from communique.records.texts import Evidence, Layer, Span


def record_id(article: str, kind: str, spans: Iterable[Span], ordinal: int = 0) -> str:
    """Return the identity of a record: 32 hex digits of the SHA-256 of article, kind and defining spans.

    Status, dates, actors and confidence never enter: better rules must not orphan what people have decided.
    """
    places = ";".join(f"{span.start}-{span.end}" for span in spans)
    key = f"{article}|{kind}|{places}" + (f"|{ordinal}" if ordinal else "")
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def closed(record: object, *names: str) -> None:
    """Raise RecordError unless each named field holds one of the values of its Literal."""
    for name in names:
        value = getattr(record, name)
        allowed = _choices(type(record), name)
        if value not in allowed and not (value is None and type(None) in allowed):
            raise RecordError(f"{type(record).__name__}.{name} is {value!r}, not one of {', '.join(map(str, allowed))}")


@cache
def _choices(kind: type, name: str) -> tuple[Any, ...]:
    """The values of a field that is a Literal, a union of them, or a type by itself."""
    literal = get_type_hints(kind)[name]
    return tuple(choice for part in (get_args(literal) or (literal,)) for choice in (get_args(part) or (part,)))


class Named:
    """Keeps the identity of a record once it is worked out: linking and folding ask for it again and again."""

    __slots__ = ("_id",)
    _id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Named):
    """A fact with its evidence. Subclasses say which spans define it; `ordinal` tells apart records with equal
    spans."""

    kind: ClassVar[str]

    article: str
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float
    holder: Holder = ()
    when: When | None = None
    where: Where | None = None
    layer: Layer = "main"
    ordinal: int = 0

    def __post_init__(self) -> None:
        """Refuse a record without evidence, or with a value outside its enumerations."""
        if not self.evidence:
            raise RecordError(f"a {self.kind} by rule {self.rule} has no evidence")
        if not 0 <= self.confidence <= 1:
            raise RecordError(f"confidence {self.confidence} of a {self.kind} is not within 0..1")
        closed(self, "layer")
        self.check()

    def check(self) -> None:
        """Refuse values outside the closed enumerations of this kind (RecordError)."""

    @property
    def defining(self) -> tuple[Span, ...]:
        """The spans that make this record this record."""
        raise NotImplementedError

    @property
    def id(self) -> str:
        """Identity; see `record_id`."""
        try:
            return self._id
        except AttributeError:
            object.__setattr__(self, "_id", record_id(self.article, self.kind, self.defining, self.ordinal))
            return self._id


PloverType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
