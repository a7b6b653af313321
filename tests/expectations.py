"""Whether a record fits what a person expects of an article (see tests/golden/README.md)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from communique.records import Actor, Article, Record, When

GOLDEN = Path(__file__).parent / "golden"
DOERS = ("speaker", "participants", "actors", "accusers", "denier", "party", "who", "proposer", "a")
DONE_TO = ("addressee", "recipients", "accused", "addressees", "b")
SPECIAL = ("kind", "at", "who", "to", "holder", "when", "window", "says", "gap")


@dataclass(frozen=True)
class Expectation:
    """One line of a golden file; `must` or `never`."""

    sample: str
    verdict: str
    fields: dict[str, Any]

    @property
    def gap(self) -> bool:
        """Whether the program is known not to manage it yet."""
        return self.fields.get("gap") == "yes"

    def __str__(self) -> str:
        """Return a name for the test."""
        return f"{self.sample}-{self.verdict}-{self.fields['kind']}-{self.fields['at'][:40]}"


def load_expectations() -> list[Expectation]:
    """Return the lines of all golden files, in order; every value stays the string that was typed."""
    found: list[Expectation] = []
    for path in sorted(GOLDEN.glob("*.yaml")):
        root = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        found.extend(Expectation(path.stem, verdict, line) for verdict in ("must", "never") for line in root[verdict])
    return found


def fulfilled(expectation: Expectation, article: Article, records: list[Record]) -> bool:
    """Return whether some record fits (must), or none does (never)."""
    start = article.text.index(expectation.fields["at"])
    end = start + len(expectation.fields["at"])
    there = [r for r in records if any(e.start < end and start < e.end for e in r.evidence)]
    return any(fits(r, expectation.fields) for r in there) == (expectation.verdict == "must")


def fits(record: Record, fields: dict[str, Any]) -> bool:
    """Return whether the record has all that the line asks for."""
    return (
        record.kind == fields["kind"]
        and set(fields.get("who", [])) <= set(_ids(record, DOERS))
        and set(fields.get("to", [])) <= set(_ids(record, DONE_TO))
        and ("holder" not in fields or [a.id for level in record.holder for a in level] == fields["holder"])
        and ("says" not in fields or any(fields["says"] in e.text for e in record.evidence))
        and all(_dated(getattr(record, name, None), fields[name]) for name in ("when", "window") if name in fields)
        and all(_value(record, name) in _choices(value) for name, value in fields.items() if name not in SPECIAL)
    )


def _ids(record: Record, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        value = getattr(record, name, None)
        yield from (item.id for item in (value if isinstance(value, tuple) else (value,)) if isinstance(item, Actor))


def _dated(when: When | None, expected: Any) -> bool:
    if expected == "none":
        return when is None
    if expected == "unresolved":
        return when is not None and when.from_ is None and when.to is None
    return when is not None and [when.from_, when.to] == expected


def _value(record: Record, name: str) -> str:
    return str(getattr(record, name))


def _choices(value: Any) -> list[str]:
    return [str(item) for item in (value if isinstance(value, list) else [value])]
