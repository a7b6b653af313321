"""Scores evaluation/constructions: usual predicates of the 16 event types in many constructions, each with its parties
and status.

    python tools/score_events.py [FILE ...] [--errors] [--type TYPE]

An expectation is `words | TYPE | status | ACTORS > RECIPIENTS`; `;` parts readings that are as good as each other.
What is found is what `communique evaluate status` sees: every match of an event rule, projected as in exports.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from communique.evaluate.events import ENTITIES
from communique.evaluate.gold import Question
from communique.evaluate.status import find
from communique.records.events import REAL

FOLDER = Path(__file__).parents[1] / "evaluation" / "constructions" / "events"


@dataclass(frozen=True, slots=True)
class Expected:
    """A happening that a sentence tells: where, and every reading of it that will do."""

    words: str
    span: tuple[int, int]
    types: frozenset[str]
    statuses: frozenset[str]
    actors: tuple[frozenset[str], ...]
    recipients: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with all that it tells; `free` are places where a happening may be told without harm."""

    group: str
    day: str
    text: str
    expected: tuple[Expected, ...]
    free: tuple[tuple[int, int], ...]


def load_cases(paths: Sequence[Path]) -> Iterator[Case]:
    """Yield the cases of the files in order."""
    for path in paths:
        for group in yaml.safe_load(path.read_text(encoding="utf-8")):
            for block in group["sentences"]:
                yield _case(group["group"], str(group["dct"]), block.strip().splitlines())


def _case(group: str, day: str, lines: Sequence[str]) -> Case:
    text = lines[0]
    told = [_expected(text, line[2:].strip()) for line in lines[1:] if line.startswith("e:")]
    free = [_span(text, words.strip()) for line in lines[1:] if line.startswith("o:") for words in line[2:].split(";")]
    return Case(group, day, text, tuple(told), tuple(free))


def _expected(text: str, line: str) -> Expected:
    words, types, statuses, sides, *_ = (field.strip() for field in line.split("|"))
    actors, _, recipients = sides.partition(">")
    return Expected(words, _span(text, words), _set(types), _set(statuses), _sides(actors), _sides(recipients))


def _span(text: str, words: str) -> tuple[int, int]:
    start = -1
    words, _, number = words.partition("#")
    for _ in range(int(number or 1)):
        start = text.find(words, start + 1)
    if start < 0:
        raise ValueError(f"{words!r} is not in {text!r}")
    return start, start + len(words)


def _set(words: str) -> frozenset[str]:
    return frozenset(word.strip() for word in words.split(";"))


def _sides(words: str) -> tuple[frozenset[str], ...]:
    return tuple(_codes(side.split()) for side in words.split(";"))


def _codes(codes: Sequence[str]) -> frozenset[str]:
    return frozenset(ENTITIES.get(code, code) for code in codes)


def score(case: Case, found: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield what is right and wrong of a case, each as a kind and in words."""
    taken: set[int] = set()
    for one in case.expected:
        yield "expected", one.words
        near = [i for i, event in enumerate(found) if i not in taken and _meets(event["trigger_span"], one.span)]
        typed = [i for i in near if found[i]["type"] in one.types]
        if not typed:
            told = " ".join(found[i]["type"] for i in near)
            yield ("type", f"{one.words}: {told}") if near else ("missed", one.words)
            taken.update(near[:1])
            continue
        taken.add(typed[0])
        yield "found", one.words
        yield from _of_event(one, found[typed[0]])
    spans = [*(one.span for one in case.expected), *case.free]
    for i, event in enumerate(found):
        if i not in taken and not any(_meets(event["trigger_span"], span) for span in spans):
            start, end = event["trigger_span"]
            yield "extra", f"{case.text[start:end]}: {event['type']} {event['status']}"


def _of_event(one: Expected, event: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    real = bool(one.statuses & REAL)
    if event["status"] in one.statuses:
        yield "status right", one.words
    elif event["status"] in REAL and not real:
        yield "false fact", f"{one.words}: {event['status']}, not {' '.join(one.statuses)}"
    else:
        yield "status", f"{one.words}: {event['status']}, not {' '.join(one.statuses)}"
    if not real:
        yield "unreal", one.words
    actors, recipients = _codes(event["actor"]), _codes(event["recipient"])
    mutual = any(len(side) > 1 and actors | recipients == side for side in one.actors)
    doing = mutual or actors in one.actors
    done = (mutual and not any(one.recipients)) or recipients in one.recipients
    if doing:
        yield "actors right", one.words
    else:
        yield "actors", f"{one.words}: {_told(actors)}, not {_told(one.actors[0])}"
    if done:
        yield "recipients right", one.words
    else:
        yield "recipients", f"{one.words}: {_told(recipients)}, not {_told(one.recipients[0])}"
    if doing and done:
        yield "parties right", one.words
        if event["status"] in one.statuses:
            yield "all right", one.words


def _told(side: frozenset[str]) -> str:
    return " ".join(sorted(side)) or "nobody"


def _meets(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def measured(paths: Sequence[Path], type_: str = "", report: Callable[[str], None] | None = None) -> Counter[str]:
    """Return how much of each kind is right and wrong in the files, in the groups of one type if it is given; what is
    wrong goes to `report`."""
    counts: Counter[str] = Counter()
    for case in load_cases(paths):
        if not case.group.endswith(type_.lower()):
            continue
        told = list(score(case, list(find(Question(id="case", text=case.text, dct=case.day)))))
        counts.update(kind for kind, _ in told)
        wrong = [f"    {kind}: {words}" for kind, words in told if kind in WRONG]
        if report is not None and wrong:
            report("\n".join((f"[{case.group}] {case.text}", *wrong)))
    return counts


def main(arguments: Sequence[str]) -> int:
    """Print the figures of the given files, all if none is given; with --errors what is wrong, sentence by sentence."""
    parser = argparse.ArgumentParser(description="Score the tables of constructions.")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--type", default="")
    options = parser.parse_args(arguments)
    counts = measured(options.files or sorted(FOLDER.glob("*.yaml")), options.type, print if options.errors else None)
    all_, found = counts["expected"], counts["found"]
    for kind, of in FIGURES:
        whole = {"expected": all_, "found": found, "unreal": counts["unreal"]}[of]
        print(f"{kind:18} {counts[kind]:4} / {whole:4}  {counts[kind] / max(1, whole):.3f}")
    print(f"{'extra':18} {counts['extra']:4}")
    return 0


WRONG = frozenset({"missed", "type", "false fact", "status", "actors", "recipients", "extra"})
FIGURES = (
    ("found", "expected"), ("status right", "found"), ("false fact", "unreal"), ("actors right", "found"),
    ("recipients right", "found"), ("parties right", "found"), ("all right", "expected"),
)  # fmt: skip

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
