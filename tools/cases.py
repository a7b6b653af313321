"""Cases of evaluation/constructions: a text, the lines that its records should fit, and whether it is known not to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml

CONSTRUCTIONS = Path(__file__).parent.parent / "evaluation" / "constructions"
Found = TypeVar("Found")
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


def judged(
    path: Path,
    arguments: Sequence[str],
    find: Callable[[str], Sequence[Found]],
    compare: Callable[[Case, Sequence[Found]], tuple[list[str], list[Found]]],
    show: Callable[[Found], str],
) -> Iterator[tuple[Case, Sequence[Found], list[str], list[Found]]]:
    """Yield the cases of the sets that the arguments name (all if none), each with what is found of it, what is missed
    and what fits nothing; `--errors` prints what differs, `--mend` marks the gaps in the end."""
    groups = [argument for argument in arguments if not argument.startswith("--")]
    gaps: dict[str, bool] = {}
    for case in read_cases(path):
        if groups and case.group not in groups:
            continue
        found = find(case.text)
        missed, extra = compare(case, found)
        gaps[case.text] = bool(missed or extra)
        if "--errors" in arguments and gaps[case.text]:
            print(f"{'gap' if case.gap else 'NEW'} {case.construction}: {case.text}")
            print(
                "".join([*(f"    - {line}\n" for line in missed), *(f"    + {show(one)}\n" for one in extra)]), end=""
            )
        yield case, found, missed, extra
    if "--mend" in arguments:
        mark(path, gaps)


def mark(path: Path, gaps: Mapping[str, bool]) -> None:
    """Write into a file which of its texts are gaps; texts that `gaps` does not name stay as they are."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        case = yaml.load(line.strip()[2:], yaml.BaseLoader) if line.startswith('    - ["') else None
        if case is not None and case[0] in gaps:
            bare = line.removesuffix(_GAP) if line.endswith(_GAP) else line.removesuffix("]")
            lines[number] = bare + (_GAP if gaps[case[0]] else "]")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
