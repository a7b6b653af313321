"""What a change of rules gained and lost: two runs over the same articles, record by record.

A record is the same in both runs if it has the same id (article, kind, defining words); it is changed if it says
something else. How sure it is, which rule made it and which words show it are no matter of what it says.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.errors import GoldError
from communique.evaluate.gold import read_lines

ASIDE = frozenset({"confidence", "rule", "evidence", "ordinal"})
SUFFIXES = (".jsonl", ".jsonl.gz")
Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A record of both runs that says something else in the second: its fields and what they were and are."""

    record: Data
    fields: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Differences:
    """Records of the second run only, of the first only, and changed ones, each in the order of their runs."""

    gained: tuple[Data, ...]
    lost: tuple[Data, ...]
    changed: tuple[Change, ...]
    same: int

    def by_kind(self) -> dict[str, tuple[int, int, int]]:
        """Return how many records of each kind were gained, lost and changed."""
        counts = [
            Counter(str(record["kind"]) for record in records)
            for records in (self.gained, self.lost, [change.record for change in self.changed])
        ]
        kinds = sorted({kind for count in counts for kind in count})
        return {kind: (counts[0][kind], counts[1][kind], counts[2][kind]) for kind in kinds}


def compare(before: Path, after: Path) -> Differences:
    """Return how two runs differ: outputs of `communique read --json`, each one file or a folder of files.

    GoldError for what is no such output, or for runs over different articles.
    """
    first, second = _records(before), _records(after)
    articles = [{key for key, record in run.items() if record["kind"] == "article"} for run in (first, second)]
    if articles[0] != articles[1]:
        apart = len(articles[0] ^ articles[1])
        raise GoldError(f"{before} and {after} are runs over different articles: {apart} are in one of them only")
    pairs = [(record, second[key]) for key, record in first.items() if key in second and record["kind"] != "article"]
    changes = [(b, _changes(a, b)) for a, b in pairs]
    changed = tuple(Change(record, fields) for record, fields in changes if fields)
    return Differences(
        gained=tuple(record for key, record in second.items() if key not in first),
        lost=tuple(record for key, record in first.items() if key not in second),
        changed=changed,
        same=len(pairs) - len(changed),
    )


def _changes(a: Data, b: Data) -> dict[str, tuple[Any, Any]]:
    names = [name for name in b if name not in ASIDE]
    return {name: (a.get(name), b[name]) for name in names if a.get(name) != b[name]}


def _records(path: Path) -> dict[str, Data]:
    """The lines of a run by their ids."""
    found: dict[str, Data] = {}
    for file in sorted(p for p in path.rglob("*") if p.name.endswith(SUFFIXES)) if path.is_dir() else [path]:
        for number, line in enumerate(read_lines(file), start=1):
            try:
                data = json.loads(line)
                found[f"{data['kind']} {data['id']}"] = data
            except (ValueError, KeyError, TypeError) as error:
                raise GoldError(f"{file}:{number}: is no line of `communique read --json`") from error
    if not found:
        raise GoldError(f"{path}: holds no records; give the output of `communique read --json`, or a folder of them")
    return found
