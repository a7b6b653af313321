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

PLAIN = (str, int, float)
"""Types whose values are JSON data as they are."""

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
    if value is None or isinstance(value, PLAIN):
        return value
    if isinstance(value, tuple | list):
        return [to_data(item) for item in value]
    names = _names(cast(Hashable, type(value)))
    if names is None:
        return value
    data = {key: to_data(getattr(value, name)) for name, key in names}
    if isinstance(value, Article | Record):
        return {"kind": "article" if isinstance(value, Article) else value.kind, "id": value.id, **data}
    return {"kind": value.kind, **data} if isinstance(value, Link | Thread | Decision) else data


@cache
def _names(cls: Any) -> tuple[tuple[str, str], ...] | None:
    """Return the fields of a dataclass that are printed, by their own and their printed names; None: no dataclass."""
    if not is_dataclass(cls):
        return None
    return tuple((f.name, f.name.rstrip("_")) for f in fields(cls) if f.name not in HIDDEN)


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
        return _optional(inner[0]) if len(inner) == 1 else _same
    return _several(_decoder(parts[0])) if origin is tuple else _same


def _optional(decode: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return _same if decode is _same else lambda data: None if data is None else decode(data)


def _several(decode: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return tuple if decode is _same else lambda data: tuple([decode(item) for item in data]) if data else ()


def _builder(cls: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(cls)
    decoders = {f.name: _decoder(hints[f.name]) for f in fields(cls) if f.init}
    required = [f.name for f in fields(cls) if f.init and f.default is MISSING and f.default_factory is MISSING]
    as_is = [(name, name.rstrip("_")) for name, decode in decoders.items() if decode is _same]
    others = [(name, name.rstrip("_"), decode) for name, decode in decoders.items() if decode is not _same]

    def build(data: Any) -> Any:
        given = {name: data[key] for name, key in as_is if key in data}
        for name, key, decode in others:
            if key in data:
                given[name] = decode(data[key])
        if len(given) < len(decoders):
            for name in required:
                given[name]  # KeyError: names what is missing
        return cls(**given)

    return build


def _same(data: Any) -> Any:
    return data


def spans(value: Any) -> Iterator[Span]:
    """Yield every span inside a record, however deep."""
    if value is None or isinstance(value, PLAIN):
        return
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans(item)
    else:
        for name, _ in _names(cast(Hashable, type(value))) or ():
            yield from spans(getattr(value, name))


def check_spans(article: Article, records: Iterable[Record]) -> None:
    """Raise RecordError for the first span that does not reproduce its text, whoever produced it."""
    for record in records:
        if record.article != article.id:
            raise RecordError(f"{record.kind} {record.id} belongs to article {record.article}, not to {article.id}")
        for span in spans(record):
            if not 0 <= span.start < span.end <= len(article.text) or article.text[span.start : span.end] != span.text:
                place = f"[{span.start}:{span.end}]"
                raise RecordError(f"{record.kind} {record.id} by rule {record.rule}: span {place} is not {span.text!r}")
