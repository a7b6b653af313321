"""Records as JSON and back, and the check that every span reproduces its text.

The JSON form is the public contract: field names without trailing underscores, tuples as arrays, None as null.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from communique.errors import RecordError
from communique.records.events import Engagement, Event
from communique.records.links import Decision, Link, Thread
from communique.records.proposals import Position, Proposal, Provision
from communique.records.record import Record
from communique.records.statements import Absence, Allegation, Denial, Label, Relationship, Statement
from communique.records.texts import Article, Span

_Value = TypeVar("_Value")

HIDDEN = frozenset({"original", "offsets"})
"""Fields of an article that stay in the store: bytes and their map are not part of the printed contract."""

KINDS: dict[str, type[Record]] = {
    cls.kind: cls
    for cls in (
        Statement,
        Absence,
        Engagement,
        Event,
        Proposal,
        Provision,
        Position,
        Allegation,
        Denial,
        Relationship,
        Label,
    )
}
"""Every kind of record, in the order of record.md."""


def to_data(value: Any) -> Any:
    """Return a record, article, link, thread, decision or any of their parts as plain JSON data."""
    if isinstance(value, Article | Record):
        kind = "article" if isinstance(value, Article) else value.kind
        return {"kind": kind, "id": value.id, **_fields(value)}
    if isinstance(value, Link | Thread | Decision):
        return {"kind": value.kind, **_fields(value)}
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, tuple | list):
        return [to_data(item) for item in value]
    return value


def _fields(value: Any) -> dict[str, Any]:
    return {f.name.rstrip("_"): to_data(getattr(value, f.name)) for f in fields(value) if f.name not in HIDDEN}


def to_json(value: Article | Record | Link | Thread | Decision) -> str:
    """Return one line of JSONL; the same value always gives the same line."""
    return json.dumps(to_data(value), ensure_ascii=False)


def record_from_data(data: Mapping[str, Any]) -> Record:
    """Return the record whose JSON data is `data`: the inverse of `to_data`; RecordError if it breaks the contract."""
    cls = KINDS.get(data.get("kind", ""))
    if cls is None:
        raise RecordError(f"{data.get('kind')!r} is no kind of record; there are {', '.join(KINDS)}")
    return from_data(cls, data)


def from_data(cls: type[_Value], data: Any) -> _Value:
    """Return the value of dataclass `cls` whose JSON data is `data`; RecordError names what is missing or of a wrong
    shape. Unknown fields are ignored (`kind` and `id` are derived)."""
    try:
        built: _Value = _decoder(cast(Hashable, cls))(data)
        return built
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise RecordError(f"no {cls.__name__.lower()}: {type(error).__name__} {error}") from error


@cache
def _decoder(hint: Any) -> Callable[[Any], Any]:
    """Return the function that builds a value of type `hint` from JSON data; made once for each type."""
    origin, parts = get_origin(hint), get_args(hint)
    if is_dataclass(hint):
        return _builder(hint)
    if origin in (Union, UnionType):
        inner = [_decoder(part) for part in parts if part is not NoneType]
        if len(inner) != 1:
            return _same
        decode = inner[0]
        return lambda data: None if data is None else decode(data)
    if origin is tuple:
        decode = _decoder(parts[0])
        return lambda data: tuple([decode(item) for item in data])
    return _same


def _builder(cls: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(cls)
    plan = [
        (f.name, f.name.rstrip("_"), _decoder(hints[f.name]), f.default is MISSING and f.default_factory is MISSING)
        for f in fields(cls)
        if f.init
    ]

    def build(data: Any) -> Any:
        given = {}
        for name, key, decode, required in plan:
            if required or key in data:
                given[name] = decode(data[key])
        return cls(**given)

    return build


def _same(data: Any) -> Any:
    return data


def spans(value: Any) -> Iterator[Span]:
    """Yield every span inside a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value):
        for f in fields(value):
            yield from spans(getattr(value, f.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans(item)


def check_spans(article: Article, records: Iterable[Record]) -> None:
    """Raise RecordError for the first span that does not reproduce its text, whoever produced it."""
    for record in records:
        if record.article != article.id:
            raise RecordError(f"{record.kind} {record.id} belongs to article {record.article}, not to {article.id}")
        for span in spans(record):
            if not 0 <= span.start < span.end <= len(article.text) or article.text[span.start : span.end] != span.text:
                place = f"[{span.start}:{span.end}]"
                raise RecordError(f"{record.kind} {record.id} by rule {record.rule}: span {place} is not {span.text!r}")
