"""What all records have in common, and how a record gets its identity."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

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


def closed(value: Any) -> None:
    """Raise RecordError unless each field whose type is a Literal, or one or None, holds one of its values."""
    kind: Any = type(value)
    for name, allowed in _enumerations(kind):
        found = getattr(value, name)
        if found not in allowed:
            raise RecordError(f"{kind.__name__}.{name} is {found!r}, not one of {', '.join(map(str, allowed))}")


@cache
def _enumerations(kind: Any) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    """The fields of a dataclass that hold a value of a closed list, each with these values."""
    hints = get_type_hints(kind)
    return tuple((f.name, values) for f in fields(kind) if (values := _values(hints[f.name])))


def _values(hint: Any) -> tuple[Any, ...]:
    """The values of a Literal, or of one and None; () for any other type."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    one = [part for part in get_args(hint) if get_origin(part) is Literal and get_origin(hint) is Union]
    return (*get_args(one[0]), None) if one else ()


class Named:
    """Keeps the identity of a record once it is worked out: linking and folding ask for it again and again."""

    __slots__ = ("_id",)
    _id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Named):
    """A fact with its evidence. Subclasses say which of their fields define it; `ordinal` tells apart records with
    equal spans."""

    kind: ClassVar[str]
    defined_by: ClassVar[tuple[str, ...]]

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
        closed(self)

    @property
    def defining(self) -> tuple[Span, ...]:
        """The spans that make this record this record: those of the fields in `defined_by`."""
        return tuple(span for name in self.defined_by for span in _spans(getattr(self, name)))

    @property
    def id(self) -> str:
        """Identity; see `record_id`."""
        try:
            return self._id
        except AttributeError:
            object.__setattr__(self, "_id", record_id(self.article, self.kind, self.defining, self.ordinal))
            return self._id


def _spans(value: Any) -> Iterator[Span]:
    """Yield the spans of a field that defines a record: of an actor its mention, of none nothing."""
    if isinstance(value, tuple):
        yield from value
    elif value is not None:
        yield value if isinstance(value, Span) else value.mention


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
