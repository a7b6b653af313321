"""The PLOVER codebook: types, modes, scores, codes, and the foldings from the status of a record to a PLOVER type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

from communique.lexicon.files import Entry, Value, read_entries

SECTIONS = (
    "type", "context", "sector", "entity", "organisations", "state", "group", "act", "engagement", "fold",
)  # fmt: skip
HOLDERS = ("any", "other", "party")
_OPTIONAL = (
    "quad", "score", "at_home", "at_place", "definition", "modes", "code", "members", "type", "mode", "status", "when",
    "then", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PloverKind:
    """A type of the codebook; `modes` maps each mode to its score, None where the type's score applies.

    `at_home`: where only one side is told, the other is of the same state (protests, repression). `at_place`: where no
    recipient is told, it is the state where it happens.
    """

    name: str
    quad: int
    score: float
    at_home: bool
    at_place: bool
    modes: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Folding:
    """What a happening of these types and statuses becomes.

    `by` says whose word it must be: any, other (not a doer's) or party (a doer's). `modes` maps a type, "TYPE/mode" or
    ANY to the new mode; `turned` makes the holder the actor and the doer the recipient.
    """

    id: str
    types: frozenset[str]
    statuses: frozenset[str]
    mode: str | None
    by: str
    drop: bool
    becomes: str
    modes: Mapping[str, str]
    turned: bool

    def fits(self, type_: str, mode: str | None, status: str, by: str) -> bool:
        """Whether this folding applies to a happening."""
        return (
            (not self.types or type_ in self.types)
            and status in self.statuses
            and self.mode in (None, mode)
            and self.by in ("any", by)
        )

    def new_mode(self, type_: str, mode: str | None) -> str | None:
        """Return the mode of the folded event."""
        for key in (f"{type_}/{mode}", type_, "ANY"):
            if key in self.modes:
                return self.modes[key]
        return None


@dataclass(frozen=True, slots=True)
class Codebook:
    """All tables of the codebook by their ids; `home_sectors` are those that act towards their own state."""

    kinds: Mapping[str, PloverKind]
    contexts: Mapping[str, str]
    sectors: Mapping[str, str]
    home_sectors: frozenset[str]
    entities: Mapping[str, str]
    organisations: Mapping[str, str]
    territories: Mapping[str, str]
    acts: Mapping[str, tuple[str, str | None]]
    engagements: Mapping[str, str]
    foldings: tuple[Folding, ...]

    def score(self, type_: str, mode: str | None) -> float:
        """Return the conflict-cooperation score, from -10 to 10, of a type with a mode (the manual's table)."""
        kind = self.kinds[type_]
        special = kind.modes.get(mode) if mode else None
        return kind.score if special is None else special


@lru_cache(maxsize=4)
def load_codebook(overlay: Path | None = None) -> Codebook:
    """Load data/codebook/plover.yaml with the overlay laid over it. Raises LexiconError with file and line."""
    sections: dict[str, list[Entry]] = {name: [] for name in SECTIONS}
    for entry in read_entries("codebook/plover", ("id", "section"), overlay, optional=_OPTIONAL):
        section = entry.text("section")
        if section not in sections:
            raise entry.error(f"section is {section!r}, not one of {', '.join(SECTIONS)}")
        sections[section].append(entry)
    groups = {entry.text("id"): frozenset(entry.texts("members")) for entry in sections["group"]}
    kinds = {entry.text("id"): _kind(entry) for entry in sections["type"]}
    return Codebook(
        kinds=kinds,
        contexts=_definitions(sections["context"]),
        sectors=_definitions(sections["sector"]),
        home_sectors=frozenset(e.text("id") for e in sections["sector"] if e.text("at_home", "no") == "yes"),
        entities=_definitions(sections["entity"]),
        organisations={member: e.text("code") for e in sections["organisations"] for member in e.texts("members")},
        territories={member: e.text("code") for e in sections["state"] for member in e.texts("members")},
        acts={e.text("id").removeprefix("act-"): _typed(e, kinds) for e in sections["act"]},
        engagements={e.text("id").removeprefix("engagement-"): e.text("status") for e in sections["engagement"]},
        foldings=tuple(_folding(entry, groups, kinds) for entry in sections["fold"]),
    )


def _definitions(entries: list[Entry]) -> dict[str, str]:
    return {entry.text("id"): entry.text("definition") for entry in entries}


def _kind(entry: Entry) -> PloverKind:
    modes = _mapping(entry, entry.fields.get("modes", {}))
    scores = {name: _number(entry, _mapping(entry, mode).get("score", "")) for name, mode in modes.items()}
    score = _number(entry, entry.text("score"))
    if score is None:
        raise entry.error("a type needs a score")
    return PloverKind(
        entry.text("id"),
        int(entry.text("quad")),
        score,
        entry.text("at_home", "no") == "yes",
        entry.text("at_place", "no") == "yes",
        scores,
    )


def _number(entry: Entry, value: Value) -> float | None:
    if value == "":
        return None
    try:
        return float(cast(str, value))
    except (TypeError, ValueError) as error:
        raise entry.error(f"score {value!r} is no number") from error


def _mapping(entry: Entry, value: Value) -> dict[str, Value]:
    if not isinstance(value, dict):
        raise entry.error(f"{value!r} must be a mapping")
    return value


def _typed(entry: Entry, kinds: Mapping[str, PloverKind]) -> tuple[str, str | None]:
    type_, mode = entry.text("type"), entry.text("mode", "") or None
    _check(entry, type_, mode, kinds)
    return type_, mode


def _check(entry: Entry, type_: str, mode: str | None, kinds: Mapping[str, PloverKind]) -> None:
    if type_ not in kinds:
        raise entry.error(f"no type {type_!r}")
    if mode is not None and mode not in kinds[type_].modes:
        raise entry.error(f"type {type_} has no mode {mode!r}")


def _folding(entry: Entry, groups: Mapping[str, frozenset[str]], kinds: Mapping[str, PloverKind]) -> Folding:
    when, then = _mapping(entry, entry.fields.get("when", "")), _mapping(entry, entry.fields.get("then", ""))
    statuses = _texts(entry, when.get("status", []))
    mode = then.get("mode", {})
    becomes, by = str(then.get("type", "")), str(when.get("by", "any"))
    modes = {key: str(value) for key, value in mode.items()} if isinstance(mode, dict) else {"ANY": str(mode)}
    for name in modes.values():
        _check(entry, becomes, name, kinds)
    if by not in HOLDERS:
        raise entry.error(f"by is {by!r}, not one of {', '.join(HOLDERS)}")
    return Folding(
        id=entry.text("id"),
        types=frozenset(_texts(entry, when.get("type", "ANY"))) - {"ANY"},
        statuses=frozenset(s for status in statuses for s in groups.get(status, (status,))),
        mode=str(when["mode"]) if "mode" in when else None,
        by=by,
        drop=then.get("drop") == "yes",
        becomes=becomes,
        modes=modes,
        turned=then.get("speaker") == "actor",
    )


def _texts(entry: Entry, value: Value) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str) for item in items):
        raise entry.error(f"{value!r} must be a list of strings")
    return tuple(cast("list[str]", items))
