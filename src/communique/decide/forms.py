"""The fields of a record as a form: what each may hold, how it stands, and the corrections that a filled form makes.

What a form says goes through the same assignments as the command line's (`decide.fields`): one way to write a value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from typing import Any, Literal, get_args, get_origin

from communique.decide.changing import WORDS
from communique.decide.fields import FIXED, hints_of, present
from communique.records.actors import Actor, Participant, When, Where
from communique.records.codec import KINDS
from communique.records.record import Record
from communique.records.texts import Span

Shape = Literal["choice", "actor", "actors", "time", "place", "words", "text", "number", "record", "texts", "holder"]

POINTERS = frozenset({"proposal", "on", "venue"})
"""Fields that name one record by its whole id."""

COMMON = frozenset(hints_of(Record))
"""Fields that all records share: a form shows a kind's own ones first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One field: its name and shape, what it may hold (a choice), whether it must be given, how it is written now."""

    name: str
    shape: Shape
    allowed: tuple[str, ...] = ()
    needed: bool = False
    value: str = ""


def slots(kind: str, data: Mapping[str, Any] | None = None) -> tuple[Slot, ...]:
    """Return the fields of a kind of record that people set, with the values of `data` (JSON data of a record) written.

    The words that make the record what it is are left out: they are pointed at, not written.
    """
    cls = KINDS[kind]
    hints = hints_of(cls)
    needed = {f.name.rstrip("_") for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING}
    own = WORDS.get(kind, ("", ""))[0]
    found = []
    for name, hint in hints.items():
        shape = _shape(name, present(hint))
        if name in FIXED or name == own or shape is None:
            continue
        optional = present(hint) is not hint
        allowed = get_args(present(hint)) if shape == "choice" else ()
        value = written((data or {}).get(name))
        found.append(Slot(name=name, shape=shape, allowed=allowed, needed=name in needed and not optional, value=value))
    return tuple(sorted(found, key=lambda slot: slot.name in COMMON))


def _shape(name: str, hint: Any) -> Shape | None:
    """Return the shape in which a field of type `hint` is written; None for what is not written (lists of words)."""
    if get_origin(hint) is Literal:
        return "choice"
    if name == "holder":
        return "holder"
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return None if item is Span else "actors" if _is_actor(item) else "texts"
    if _is_actor(hint):
        return "actor"
    if hint is str and name in POINTERS:
        return "record"
    shapes: dict[Any, Shape] = {When: "time", Where: "place", Span: "words", int: "number", str: "text"}
    return shapes.get(hint)


def _is_actor(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Actor)


def written(value: Any) -> str:
    """Return JSON data as a person writes it: ids of actors, days of a time, the words of a span; "" for none."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        levels = [item for item in value if isinstance(item, list | tuple)]
        return " > ".join(map(written, levels)) if levels else ", ".join(map(written, value))
    if not isinstance(value, Mapping):
        return str(value)
    if "granularity" in value:
        return _time(value)
    if "id" in value:
        part = value.get("part", "participant")
        return f"{value['id']}:{part}" if part != "participant" else str(value["id"])
    return str(value["text"] if "text" in value else value.get("name", ""))


def _time(when: Mapping[str, Any]) -> str:
    first, last = when["from"], when["to"]
    if first is None and last is None:
        return ""
    return str(first) if first == last else f"{first or '..'}/{last or '..'}"


def filled(kind: str, data: Mapping[str, Any] | None, given: Mapping[str, str]) -> list[str]:
    """Return the assignments ("field=value") that a filled form makes; of a record (`data`) only what differs from it.

    A field that the form does not give stays as it is.
    """
    found: list[str] = []
    for slot in slots(kind, data):
        value = " ".join(given.get(slot.name, slot.value).split())
        if value == " ".join(slot.value.split()):
            found += [f"{slot.name}=none"] if data is None and _must_be_told(kind, slot) else []
        elif slot.shape in ("actors", "texts") and data is not None:
            found += _list_changes(slot.name, data.get(slot.name) or (), value)
        elif slot.shape == "holder" and data is not None and not value:
            found.append(f"{slot.name}=none")
        else:
            found.append(f"{slot.name}={value or 'none'}")
    return found


def _must_be_told(kind: str, slot: Slot) -> bool:
    """Return whether a new record has to say that there is none: the contract gives the field no default."""
    field = next(f for f in fields(KINDS[kind]) if f.name.rstrip("_") == slot.name)
    return not slot.needed and field.default is MISSING and field.default_factory is MISSING


def _list_changes(name: str, there: Sequence[Any], value: str) -> Iterator[str]:
    """Yield what makes one list of another: parts that changed, then what goes, then what comes."""
    wanted = [piece.strip() for piece in value.split(",") if piece.strip()]
    ids = [_id(written(item)) for item in there]
    parts = {_id(piece): piece for piece in wanted if ":" in piece.partition("@")[0]}
    for number, item in enumerate(there):
        piece, old = parts.get(ids[number]), written(item)
        new = (piece or "").partition("@")[0].partition(":")[2] or ("participant" if _is_part(item) else "")
        kept = ids[number] in {_id(piece) for piece in wanted}
        if kept and new != (old.partition(":")[2] or ("participant" if _is_part(item) else "")):
            yield f"{name}.{number}.part={new}"
    left = Counter(ids) - Counter(map(_id, wanted))
    yield from (f"{name}=-{id}" for id in left)
    known = Counter(ids)
    for piece in wanted:
        if known[_id(piece)]:
            known[_id(piece)] -= 1
        else:
            yield f"{name}=+{piece}"


def _is_part(item: Any) -> bool:
    return isinstance(item, Mapping) and "part" in item


def _id(piece: str) -> str:
    """Return the id of an actor as written: "state/OMN:host@words" is state/OMN."""
    return piece.partition("@")[0].partition(":")[0].strip()


PARTS = get_args(hints_of(Participant)["part"])
"""The parts that a participant may take, as they are written after the id."""
