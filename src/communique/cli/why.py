"""`--why`: the rule, the words and the reasons behind a record."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from rich.text import Text

from communique.cli import phrases
from communique.records import Actor, Record, When


def explanation(record: Record) -> tuple[Text, ...]:
    """Return lines on rule and confidence, each piece of evidence with its place, and why times and actors read so."""
    lines = [f"rule {record.rule}, confidence {record.confidence:.2f}, {record.layer}, id {record.id}"]
    if record.holder:
        lines.append(f"holder: {phrases.vouching(record.holder)}")
    lines.extend(f"{e.role}: {_short(e.text)} [{e.start}:{e.end}]" for e in record.evidence)
    for name, value in _parts(record):
        lines.append(f"{name}: {_reason(value)}")
    return tuple(Text(line, "note") for line in lines)


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
