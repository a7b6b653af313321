"""Compares what the program reads in the sentences of evaluation/constructions/plans*.yaml with what they tell.

A line of `plans` is "status by WHO with WHOM 3": statuses that may stand for one another are joined by "|", a number of
points comes last. One of `takes` is "WHO stance" for a stance on a plan of the text (or on one that is no record, where
the text needs none) and "WHO stance: words" for one on a matter with these words; "?" marks what may be there or not.
What is not told must not be found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from communique import workflow
from communique.records.actors import Actor
from communique.records.proposals import Position, Proposal, Provision
from communique.sources import article_from_text

FOLDER = Path(__file__).parent.parent / "evaluation" / "constructions"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage, its construction, and what it tells of plans."""

    group: str
    text: str
    plans: tuple[str, ...]
    takes: tuple[str, ...]
    never: tuple[str, ...]
    points: tuple[str, ...]
    gap: bool


@dataclass(slots=True)
class Judged:
    """What of a passage was right, missing and wrong, by the kind of thing, with words for a reader."""

    right: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def miss(self, kind: str, what: str) -> None:
        """Note something that the passage tells and the program did not find."""
        self.missing[kind] += 1
        self.notes.append(f"missing {kind}: {what}")

    def err(self, kind: str, what: str) -> None:
        """Note something that the program found and the passage does not tell."""
        self.wrong[kind] += 1
        self.notes.append(f"wrong {kind}: {what}")


def passages(name: str) -> Iterator[Passage]:
    """Yield the passages of a file of the folder, in its order."""
    groups: dict[str, list[dict[str, Any]]] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    for group, entries in groups.items():
        for entry in entries:
            told = {key: tuple(entry.get(key) or ()) for key in ("plans", "takes", "never", "points")}
            yield Passage(group=group, text=entry["t"], gap=bool(entry.get("gap")), **told)


def judge(passage: Passage) -> Judged:
    """Read a passage and compare."""
    article = article_from_text(passage.text, date="2024-03-06", language="en")
    records = workflow.read(article)
    judged = Judged()
    found = [r for r in records if isinstance(r, Proposal)]
    _plans(judged, passage.plans, found)
    _takes(judged, passage, [r for r in records if isinstance(r, Position) and r.rule != "position.proposer"])
    _points(judged, passage.points, [r for r in records if isinstance(r, Provision)])
    return judged


def _plans(judged: Judged, told: Sequence[str], found: list[Proposal]) -> None:
    left = list(found)
    for line in sorted(told, key=lambda line: line.startswith("?")):
        best = min(left, key=lambda p: len(_differences(line, p)), default=None)
        if best is None:
            if not line.startswith("?"):
                judged.miss("plan", line)
            continue
        left.remove(best)
        judged.right["plan"] += 1
        for kind, what in _differences(line, best):
            judged.missing[kind] += 1
            judged.wrong[kind] += 1
            judged.notes.append(f"other {kind}: {what}")
        other = {kind for kind, _ in _differences(line, best)}
        judged.right.update(kind for kind in ("status", "proposer") if kind not in other)
    for plan in left:
        judged.err("plan", f"{plan.title!r} {plan.status}")


def _differences(line: str, plan: Proposal) -> list[tuple[str, str]]:
    found = re.fullmatch(r"\??([a-z_|?]+)(?: by ([\w? -]+?))?(?: with ([\w? -]+?))?(?: (\d+))?", line)
    assert found, line
    status, owners, parties, points = found.groups()
    differ = []
    if plan.status not in status.replace("?", "").split("|"):
        differ.append(("status", f"{plan.status} for {status}"))
    for kind, told, actors in (("proposer", owners, plan.proposer), ("parties", parties, plan.parties)):
        must = {who for who in (told or "").split() if who[0] != "?"}
        mine, may = {key(actor) for actor in actors}, {who.lstrip("?") for who in (told or "").split()}
        if (told or kind == "proposer") and not must <= mine <= may:
            differ.append((kind, f"{sorted(mine)} for {told}"))
    if points and plan.declared_points != int(points):
        differ.append(("count", f"{plan.declared_points} for {points}"))
    return differ


def key(actor: Actor) -> str:
    """Return the short name by which the files call a party: a state's code, or the last part of an id."""
    return actor.iso3 or actor.id.rpartition("/")[2]


def _takes(judged: Judged, passage: Passage, found: list[Position]) -> None:
    left = list(found)
    for line in passage.takes:
        on_plan = any(not plan.startswith("?") for plan in passage.plans)
        fit = next((p for p in left if _fits(line, p, on_plan)), None)
        if fit is not None:
            left.remove(fit)
            judged.right["position"] += 1
        elif not line.startswith("?"):
            judged.miss("position", line)
    for position in left:
        told = f"{key(position.party)} {position.stance}: {position.topic.text} ({position.rule})"
        judged.err("position", told + (" NEVER" if any(_fits(line, position, False) for line in passage.never) else ""))


def _fits(line: str, position: Position, on_plan: bool) -> bool:
    head, matter, words = line.lstrip("?").partition(":")
    who, stances = head.split()
    fits = who == key(position.party) and position.stance in stances.split("/")
    return fits and (words.strip() in position.topic.text if matter else position.on is not None or not on_plan)


def _points(judged: Judged, told: Sequence[str], found: list[Provision]) -> None:
    left = list(found)
    for words in told:
        fit = next((p for p in left if words.lstrip("?") in p.text.text), None)
        if fit is not None:
            left.remove(fit)
            judged.right["point"] += 1
        elif words[0] != "?":
            judged.miss("point", words)
    for provision in left:
        judged.err("point", provision.text.text)
