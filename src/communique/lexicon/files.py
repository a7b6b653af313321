"""Strict readers for data files: flat tables are CSV, nested entries are YAML, nothing else.

A file is taken whole or refused with file and line. An overlay folder has the layout of `communique/data`: an entry
with the key of a built-in one replaces it, in its place; other entries are added at the end.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml

from communique.config import DATA
from communique.errors import LexiconError

Value = str | list["Value"] | dict[str, "Value"]
"""What YAML may hold here: every scalar stays the string that was typed ("no", "on" and "2023" included)."""

_Item = TypeVar("_Item", "Row", "Entry")


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
    name: str, fields: Sequence[str], overlay: Path | None = None, key: str = "id", optional: Sequence[str] = ()
) -> list[Entry]:
    """Return the entries of data/<name>.yaml with those of the overlay laid over them, in file order.

    The file is a list of mappings. Each entry has all of `fields`, and nothing but `fields` and `optional`.
    """
    parts = [_unique(_checked(path, fields, optional), key) for path in _files(f"{name}.yaml", overlay)]
    return _laid_over(parts)


def check_overlay(overlay: Path) -> None:
    """Raise LexiconError unless `overlay` is a folder whose tables all bear the name of a built-in one."""
    if not overlay.is_dir():
        raise LexiconError(overlay, 0, "there is no such folder")
    for path in sorted(p for p in overlay.rglob("*") if p.suffix in (".csv", ".yaml")):
        if not (DATA / path.relative_to(overlay)).is_file():
            raise LexiconError(path, 0, "no table has this name; the names are those of communique/data")


def read_csv(path: Path, columns: Sequence[str]) -> list[Row]:
    """Return the rows of a UTF-8 CSV file whose header names exactly `columns`, in any order."""
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        header = next(reader, [])
        _check_header(path, header, columns)
        return [_row(path, reader.line_num, header, cells) for cells in reader if cells]
    except csv.Error as error:
        raise LexiconError(path, reader.line_num, str(error)) from error


def read_yaml(path: Path) -> list[Entry]:
    """Return the mappings of a YAML file that is a list of mappings; scalars are never converted."""
    try:
        root = yaml.compose(_text(path), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise LexiconError(path, line, error.problem or "not YAML") from error
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise LexiconError(path, _line(root), "the file must be a list of entries")
    return [_entry(path, node) for node in root.value]


def read_mapping(path: Path) -> Entry:
    """Return the one mapping that a YAML file is; scalars are never converted."""
    try:
        root = yaml.compose(_text(path), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise LexiconError(path, line, error.problem or "not YAML") from error
    if root is None:
        raise LexiconError(path, 0, "the file is empty")
    return _entry(path, root)


_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


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
        if column not in columns or header.count(column) > 1:
            raise LexiconError(path, 1, f"column {column!r} is not wanted; the columns are {', '.join(columns)}")
    missing = [column for column in columns if column not in header]
    if missing:
        raise LexiconError(path, 1, f"column {missing[0]!r} is missing")


def _row(path: Path, line: int, header: list[str], cells: list[str]) -> Row:
    if len(cells) != len(header):
        raise LexiconError(path, line, f"{len(cells)} cells under {len(header)} columns; quote cells that hold a comma")
    return Row(path, line, dict(zip(header, cells, strict=True)))


def _checked(path: Path, fields: Sequence[str], optional: Sequence[str]) -> Iterator[Entry]:
    for entry in read_yaml(path):
        for name in entry.fields:
            if name not in fields and name not in optional:
                raise entry.error(f"unknown field {name!r}; the fields are {', '.join([*fields, *optional])}")
        for name in fields:
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
