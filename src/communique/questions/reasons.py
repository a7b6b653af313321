"""Why a record says what it says: its rule, the words, the calendar and the registry, one line each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from communique.questions import phrases
from communique.records import Actor, Record, When


def reasons(record: Record) -> Iterator[str]:
    """Yield lines on rule and confidence, each piece of evidence with its place, and why times and actors read so."""
    yield f"rule {record.rule}, confidence {record.confidence:.2f}, {record.layer}, id {record.id}"
    if record.holder:
        yield f"holder: {phrases.vouching(record.holder)}"
    yield from (f"{e.role}: {_short(e.text)} [{e.start}:{e.end}]" for e in record.evidence)
    yield from (f"{name}: {_reason(value)}" for name, value in _parts(record))


def _short(words: str, most: int = 70) -> str:
    flat = words.replace("\n", " ")
    return phrases.quoted(flat if len(flat) <= most else flat[: most - 3] + "...")


def _parts(record: Record) -> list[tuple[str, Any]]:
    """Return the actors and times among the record's own fields, in field order."""
    values = [(f.name, getattr(record, f.name)) for f in fields(record)]
    items = [(name, item) for name, value in values for item in (value if isinstance(value, tuple) else (value,))]
    return [(name, item) for name, item in items if isinstance(item, Actor | When)]


def _reason(value: Actor | When) -> str:
    if isinstance(value, When):
        words = f" from {_short(value.text.text)}" if value.text else ""
        return f"{phrases.time(value)}{words}: {value.basis}, {value.why}"
    words = f"{_short(value.mention.text)} [{value.mention.start}:{value.mention.end}]"
    return f"{value.id} from {words}: {value.form}, {value.basis}"
