"""What one decision does to one record: fields edited, a record divided, an actor renamed, pointers turned."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from communique.errors import DecisionError
from communique.records.actors import Actor
from communique.records.codec import from_data, record_from_data, to_data
from communique.records.proposals import Position, Provision
from communique.records.record import Record
from communique.records.statements import Absence, Denial, Statement
from communique.records.texts import Evidence, Span

_Record = TypeVar("_Record", bound=Record)

WORDS: dict[str, tuple[str, str]] = {
    "statement": ("content", "content"),
    "absence": ("text", "content"),
    "engagement": ("trigger", "trigger"),
    "event": ("trigger", "trigger"),
    "proposal": ("mention", "trigger"),
    "provision": ("text", "provision"),
    "position": ("topic", "content"),
    "allegation": ("content", "content"),
    "denial": ("content", "content"),
    "label": ("text", "content"),
}
"""Kind of record -> the field of the words that an analyst points at, and their role as evidence. A relationship has no
such field: its words are its first piece of evidence."""


def edited(record: Record, after: Mapping[str, Any]) -> Record:
    """Return the record with the fields of `after` (JSON data) in place; RecordError for values outside the contract,
    DecisionError for a change of the words that make it this record."""
    changed = record_from_data({**to_data(record), **after})
    if changed.id != record.id:
        raise DecisionError(
            f"{', '.join(after)}: these words make the {record.kind} what it is; reject it and add one on other words"
        )
    return changed


def divided(record: Record, parts: Sequence[Span]) -> list[Record]:
    """Return one record for each of `parts`, each with the fields of `record` and the evidence that is nearest to it.

    DecisionError for kinds that stand on more than one stretch of words (relationship).
    """
    if record.kind not in WORDS:
        raise DecisionError(f"a {record.kind} cannot be split; reject it and add others")
    return [_part(record, part, parts) for part in parts]


def _part(record: Record, part: Span, parts: Sequence[Span]) -> Record:
    field, role = WORDS[record.kind]
    own = Evidence.of(part, role)
    kept = [e for e in record.evidence if _nearest(e, parts) == part and (e.start, e.end) != (part.start, part.end)]
    kept = [e for e in kept if e.role != role or not _within(part, e)]
    words: dict[str, Any] = {field: (part,) if record.kind == "statement" else part, "evidence": (own, *kept)}
    if isinstance(record, Statement):
        words["quotes"] = tuple(quote for quote in record.quotes if _within(quote, part))
    return replace(record, **words, ordinal=0)


def _nearest(piece: Span, parts: Sequence[Span]) -> Span:
    return min(parts, key=lambda part: (max(part.start - piece.end, piece.start - part.end, 0), part.start))


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def spans_from(data: Iterable[Mapping[str, Any]]) -> tuple[Span, ...]:
    """Return spans from their JSON data."""
    return tuple(from_data(Span, piece) for piece in data)


def renamed(record: _Record, name: str, actor: Mapping[str, Any]) -> _Record:
    """Return the record with everybody called `name` (by id, name or mention) being `actor` (fields of an Actor)."""
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in actor.items()}

    def rename(value: Any) -> Any:
        if isinstance(value, Actor):
            return replace(value, **given) if name in (value.id, value.name, value.mention.text) else value
        if isinstance(value, tuple):
            return tuple(rename(item) for item in value)
        return value

    changes = {f.name: rename(getattr(record, f.name)) for f in fields(record)}
    return replace(record, **changes)


def repointed(record: Record, to: Callable[[str], str | None]) -> Record:
    """Return the record with every pointer turned by `to`; what points at nothing (None) is dropped, a provision keeps
    its proposal."""
    match record:
        case Statement():
            venue = to(record.venue) if record.venue else None
            return replace(record, about=_turned(record.about, to), venue=venue)
        case Absence():
            return replace(record, about=_turned(record.about, to))
        case Denial():
            return replace(record, of=_turned(record.of, to))
        case Provision():
            return replace(record, proposal=to(record.proposal) or record.proposal)
        case Position():
            return replace(record, on=to(record.on) if record.on else None)
    return record


def _turned(ids: Iterable[str], to: Callable[[str], str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for id in map(to, ids) if id is not None))


def actors_in(value: Any) -> list[Actor]:
    """Return every actor inside a record, in field order, however deep."""
    if isinstance(value, Actor):
        return [value]
    if isinstance(value, tuple):
        return [actor for item in value for actor in actors_in(item)]
    return [actor for name in _peopled(cast(Hashable, type(value))) for actor in actors_in(getattr(value, name))]


@cache
def _peopled(cls: Any) -> tuple[str, ...]:
    """Return the fields of a dataclass that may hold actors; () for anything else."""
    if not is_dataclass(cls):
        return ()
    hints = get_type_hints(cls)
    return tuple(f.name for f in fields(cls) if _may_hold(hints[f.name]))


def _may_hold(hint: Any) -> bool:
    if isinstance(hint, type) and is_dataclass(hint):
        return issubclass(hint, Actor) or bool(_peopled(hint))
    return any(map(_may_hold, get_args(hint)))
