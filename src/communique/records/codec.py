"""Records as JSON and back, and the check that every span reproduces its text.

The JSON form is the public contract: field names without trailing underscores, tuples as arrays, None as null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from communique.errors import RecordError
from communique.records.record import Record
from communique.records.texts import Article, Span

HIDDEN = frozenset({"original", "offsets"})
"""Fields of an article that stay in the store: bytes and their map are not part of the printed contract."""


def to_data(value: Any) -> Any:
    """Return a record, article or any of their parts as plain JSON data."""
    if isinstance(value, Article | Record):
        kind = "article" if isinstance(value, Article) else value.kind
        return {"kind": kind, "id": value.id, **_fields(value)}
    if is_dataclass(value):
        return _fields(value)
    if isinstance(value, tuple | list):
        return [to_data(item) for item in value]
    return value


def _fields(value: Any) -> dict[str, Any]:
    return {f.name.rstrip("_"): to_data(getattr(value, f.name)) for f in fields(value) if f.name not in HIDDEN}


def to_json(value: Article | Record) -> str:
    """Return one line of JSONL; the same value always gives the same line."""
    return json.dumps(to_data(value), ensure_ascii=False)


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
