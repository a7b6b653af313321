"""Strict readers for data files: flat tables are CSV, nested entries are YAML, nothing else.

A file is taken whole or refused with file and line. An overlay folder has the layout of `communique/data`: an entry
with the key of a built-in one replaces it, in its place; other entries are added at the end.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from types import NoneType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import yaml

from communique.config import DATA
from communique.errors import LexiconError

Value = str | list["Value"] | dict[str, "Value"]
"""What YAML may hold here: every scalar stays the string that was typed ("no", "on" and "2023" included)."""

EXAMPLE = "example"
"""A column that any table may have: a text of our own that is read otherwise without the row (tests/lexicon/
test_word_examples.py)."""

_Item = TypeVar("_Item", "Row", "Entry")
_Rule = TypeVar("_Rule")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table; every column of the table has a cell, perhaps an empty one."""

    path: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the cell in `column`."""
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """Return the items of a list cell, which are separated by `|`; () for an empty cell."""
        return tuple(item for item in self.cells[column].split("|") if item)

    def one_of(self, column: str, allowed: Sequence[str]) -> str:
        """Return the cell in `column`, LexiconError unless it is one of `allowed`."""
        if self.cells[column] not in allowed:
            raise self.error(f"{column} is {self.cells[column]!r}, not one of {', '.join(map(repr, allowed))}")
        return self.cells[column]

    def error(self, what: str) -> LexiconError:
        """Return (not raise) the error `what` about this line."""
        return LexiconError(self.path, self.line, what)


@dataclass(frozen=True, slots=True)
class Entry:
    """A mapping of a YAML list, with the line where it starts."""

    path: Path
    line: int
    fields: dict[str, Value]

    def text(self, name: str, default: str | None = None) -> str:
        """Return the string in field `name`; LexiconError if it is missing (without a default) or not a string."""
        value = self.fields.get(name, default)
        if not isinstance(value, str):
            raise self.error(f"{name} is missing" if value is None else f"{name} must be a string")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the strings in field `name`, one string counting as a list of one; () when the field is missing."""
        value = self.fields.get(name, [])
        items = value if isinstance(value, list) else [value]
        strings = tuple(item for item in items if isinstance(item, str))
        if len(strings) != len(items):
            raise self.error(f"{name} must be a list of strings")
        return strings

    def error(self, what: str) -> LexiconError:
        """Return (not raise) the error `what` about this entry."""
        return LexiconError(self.path, self.line, what)


def read_table(name: str, columns: Sequence[str], overlay: Path | None = None, key: str = "id") -> list[Row]:
    """Return the rows of data/<name>.csv with those of the overlay's <name>.csv laid over them, in file order."""
    parts = [_unique(read_csv(path, columns), key) for path in _files(f"{name}.csv", overlay)]
    return _laid_over(parts)


def read_entries(
    name: str, needed: Sequence[str], overlay: Path | None = None, optional: Sequence[str] = ()
) -> list[Entry]:
    """Return the entries of data/<name>.yaml with those of the overlay laid over them, in file order.

    The file is a list of mappings. Each entry has all fields `needed`, and nothing but these and `optional` ones.
    """
    parts = [_unique(_checked(path, needed, optional), "id") for path in _files(f"{name}.yaml", overlay)]
    return _laid_over(parts)


def read_rules(
    kind: type[_Rule],
    name: str,
    overlay: Path | None = None,
    *,
    names: Mapping[str, str] | None = None,
    besides: Sequence[str] = (),
    given: Callable[[Entry], Mapping[str, Any]] | None = None,
) -> list[tuple[Entry, _Rule]]:
    """Return the entries of data/<name>.yaml as rules of a dataclass, each with its entry, in file order.

    A field with a default may be missing. `names` are fields that the file calls otherwise, `besides` those that it has
    besides, `given` makes fields that are not to be read by their type.
    """
    known: Any = kind
    called = {field.name: (names or {}).get(field.name, field.name) for field in fields(known)}
    needed = [called[f.name] for f in fields(known) if f.default is MISSING and f.default_factory is MISSING]
    optional = [word for word in called.values() if word not in needed]
    hints = get_type_hints(kind)
    found = []
    for entry in read_entries(name, [*needed, *besides], overlay, optional):
        made = given(entry) if given else {}
        there = {own: word for own, word in called.items() if own not in made and word in entry.fields}
        found.append((entry, kind(**{own: _read(entry, word, hints[own]) for own, word in there.items()}, **made)))
    return found


def _read(entry: Entry, name: str, hint: Any) -> Any:
    """Return a field by its type: yes or no, a sureness, a string or several."""
    origin = get_origin(hint)
    if origin in (tuple, frozenset):
        return origin(_word(entry, name, text, get_args(hint)[0]) for text in entry.texts(name))
    if hint is bool:
        return _word(entry, name, entry.text(name), Literal["yes", "no", "true", "false"]) in ("yes", "true")
    return _sureness(entry, name) if hint is float else _word(entry, name, entry.text(name), hint)


def _word(entry: Entry, name: str, text: str, hint: Any) -> Any:
    """Return a string by its type: cut at blanks for a phrase, None for "none", else one of a closed list."""
    if get_origin(hint) is tuple:
        return tuple(text.split())
    if NoneType in get_args(hint) and text in ("none", ""):
        return None
    for part in (hint, *get_args(hint)):
        if get_origin(part) is Literal and text not in get_args(part):
            raise entry.error(f"{name} is {text!r}, not one of {', '.join(get_args(part))}")
    return text


def _sureness(entry: Entry, name: str) -> float:
    try:
        value = float(entry.text(name))
    except ValueError:
        value = -1.0
    if not 0 < value <= 1:
        raise entry.error(f"{name} is {entry.text(name)!r}, not a number above 0, up to 1")
    return value


def check_overlay(overlay: Path) -> None:
    """Raise LexiconError unless `overlay` is a folder whose tables all bear the name of a built-in one."""
    if not overlay.is_dir():
        raise LexiconError(overlay, 0, "there is no such folder")
    for path in sorted(p for p in overlay.rglob("*") if p.suffix in (".csv", ".yaml")):
        if not (DATA / path.relative_to(overlay)).is_file():
            raise LexiconError(path, 0, "no table has this name; the names are those of communique/data")


def read_csv(path: Path, columns: Sequence[str]) -> list[Row]:
    """Return the rows of a UTF-8 CSV file whose header names exactly `columns`, in any order, and perhaps `example`."""
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        header = next(reader, [])
        _check_header(path, header, columns)
        return [_row(path, reader.line_num, header, cells) for cells in reader if cells]
    except csv.Error as error:
        raise LexiconError(path, reader.line_num, str(error)) from error


def read_yaml(path: Path) -> list[Entry]:
    """Return the mappings of a YAML file that is a list of mappings; scalars are never converted."""
    root = _composed(path)
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise LexiconError(path, _line(root), "the file must be a list of entries")
    return [_entry(path, node) for node in root.value]


def read_mapping(path: Path) -> Entry:
    """Return the one mapping that a YAML file is; scalars are never converted."""
    root = _composed(path)
    if root is None:
        raise LexiconError(path, 0, "the file is empty")
    return _entry(path, root)


_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _composed(path: Path) -> yaml.Node | None:
    try:
        return yaml.compose(_text(path), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise LexiconError(path, line, error.problem or "not YAML") from error


def _files(name: str, overlay: Path | None) -> list[Path]:
    """The files that hold the table `name`: the built-in one and the overlay's, as far as they exist."""
    built_in = DATA / name
    found = [path for path in (built_in, overlay / name if overlay else None) if path is not None and path.is_file()]
    if not found:
        raise LexiconError(built_in, 0, "the file is missing")
    return found


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise LexiconError(path, 0, error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise LexiconError(path, line, "not UTF-8; save the file as UTF-8") from error


def _check_header(path: Path, header: list[str], columns: Sequence[str]) -> None:
    for column in header:
        if column not in (*columns, EXAMPLE) or header.count(column) > 1:
            raise LexiconError(path, 1, f"column {column!r} is not wanted; the columns are {', '.join(columns)}")
    missing = [column for column in columns if column not in header]
    if missing:
        raise LexiconError(path, 1, f"column {missing[0]!r} is missing")


def _row(path: Path, line: int, header: list[str], cells: list[str]) -> Row:
    if len(cells) != len(header):
        raise LexiconError(path, line, f"{len(cells)} cells under {len(header)} columns; quote cells that hold a comma")
    return Row(path, line, dict(zip(header, cells, strict=True)))


def _checked(path: Path, needed: Sequence[str], optional: Sequence[str]) -> Iterator[Entry]:
    for entry in read_yaml(path):
        for name in entry.fields:
            if name not in needed and name not in optional:
                raise entry.error(f"unknown field {name!r}; the fields are {', '.join([*needed, *optional])}")
        for name in needed:
            if name not in entry.fields:
                raise entry.error(f"field {name!r} is missing")
        yield entry


def _key(item: Row | Entry, key: str) -> str:
    return item.text(key) if isinstance(item, Entry) else item.cells[key]


def _unique(items: Sequence[_Item] | Iterator[_Item], key: str) -> dict[str, _Item]:
    found: dict[str, _Item] = {}
    for item in items:
        name = _key(item, key)
        if not name:
            raise item.error(f"{key} is empty")
        if name in found:
            raise item.error(f"{key} {name!r} stands in line {found[name].line} already")
        found[name] = item
    return found


def _laid_over(parts: list[dict[str, _Item]]) -> list[_Item]:
    merged: dict[str, _Item] = {}
    for part in parts:
        merged.update(part)
    return list(merged.values())


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _entry(path: Path, node: yaml.Node) -> Entry:
    value = _value(path, node)
    if not isinstance(value, dict):
        raise LexiconError(path, _line(node), "an entry must be a mapping (name: value)")
    return Entry(path, _line(node), value)


def _value(path: Path, node: yaml.Node) -> Value:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_value(path, child) for child in node.value]
    found: dict[str, Value] = {}
    for name, child in node.value:
        if not isinstance(name, yaml.ScalarNode) or name.value in found:
            raise LexiconError(path, _line(name), f"field {name.value!r} stands twice or is no name")
        found[name.value] = _value(path, child)
    return found
