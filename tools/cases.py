"""Cases of evaluation/constructions: a text, the lines that its records should fit, and whether it is known not to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

CONSTRUCTIONS = Path(__file__).parent.parent / "evaluation" / "constructions"
_GAP = ', "gap"]'


@dataclass(frozen=True, slots=True)
class Case:
    """A text with the lines that its records should fit; `gap`: known not to."""

    group: str
    construction: str
    text: str
    lines: tuple[str, ...]
    gap: bool


def read_cases(path: Path) -> list[Case]:
    """Return all cases of a file, in its order."""
    return [
        Case(entry["set"], entry["construction"], text, tuple(x for x in lines if x != "gap"), lines[-1:] == ["gap"])
        for entry in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        for text, *lines in entry["cases"]
    ]


def mark(path: Path, gaps: Mapping[str, bool]) -> None:
    """Write into a file which of its texts are gaps; texts that `gaps` does not name stay as they are."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        case = yaml.load(line.strip()[2:], yaml.BaseLoader) if line.startswith('    - ["') else None
        if case is not None and case[0] in gaps:
            bare = line.removesuffix(_GAP) if line.endswith(_GAP) else line.removesuffix("]")
            lines[number] = bare + (_GAP if gaps[case[0]] else "]")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
