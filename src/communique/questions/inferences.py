"""What of a record does not stand in the text: inferred times, places, actors, with their rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from communique.questions.answers import Inference
from communique.records.actors import Actor, When, Where
from communique.records.record import Record


def inferences(record: Record) -> tuple[Inference, ...]:
    """Return the inferred parts of a record, in the order of its fields; () where all stands in the text.

    A pronoun that points back at a name is not listed: it is how texts name people.
    """
    return tuple(dict.fromkeys(_inferred(record)))


def _inferred(record: Record) -> Iterator[Inference]:
    for field in fields(record):
        if field.name == "holder":
            continue
        value = getattr(record, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            yield from _part(field.name.rstrip("_"), item)


def _part(name: str, item: object) -> Iterator[Inference]:
    match item:
        case When(basis="inferred") if item.from_ is not None or item.to is not None:
            yield Inference(part=name, what=_days(item), why=item.why)
        case Where(basis="inferred"):
            yield Inference(part=name, what=item.name, why=f"“{item.mention.text}” read so")
        case Actor():
            if item.basis == "inferred" and item.form != "pronoun":
                yield Inference(part=name, what=item.name, why=f"{item.form} “{item.mention.text}” read so")
            if item.role is not None and item.role.basis == "inferred":
                of = f" of {item.role.of}" if item.role.of else ""
                why = f"the text implies the post of {item.name}"
                yield Inference(part=f"{name}.role", what=f"{item.role.title}{of}", why=why)


def _days(when: When) -> str:
    ends = when.from_ or "", when.to or ""
    return ends[0] if ends[0] == ends[1] else f"{ends[0]}..{ends[1]}"
