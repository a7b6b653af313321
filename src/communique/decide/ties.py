"""Pairs that people united or kept apart: which merges hold, who stays apart, and where people contradict themselves.

Merges and distinctions may be withdrawn in any order, so nothing is built up: the ties are worked out anew from the
live decisions each time. A merge that would unite what somebody called distinct is reported, and not applied.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.decide.attaching import Orphan, named, reattach, why_orphaned
from communique.records.links import Decision
from communique.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A merge that is not applied, the decisions that speak against it, and the contradiction in words."""

    merge: Decision
    because: tuple[Decision, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """The merges that hold as pairs of record ids, whom people keep apart, contradictions, and orphans."""

    merges: tuple[tuple[str, str], ...]
    apart: Mapping[str, frozenset[str]]
    conflicts: tuple[Conflict, ...]
    orphans: tuple[Orphan, ...]


_Pair = tuple[Decision, str, str]


def tie(
    decisions: Iterable[Decision], shown: Callable[[str], Sequence[Record]], heads: Mapping[str, str] | None = None
) -> Ties:
    """Return the ties that the live decisions make; `shown` gives the corrected records of an article.

    `heads` names the thread of each record as rules placed it: with it, a merge that unites two distinct records
    through their threads is found too. Of the merges that together contradict a distinction, the last one falls.
    """
    found, orphans = _attached(decisions, shown)
    named_so = heads or {}
    threads = [(decision, named_so.get(a, a), named_so.get(b, b)) for decision, a, b in found]
    distinct = [pair for pair in threads if pair[0].verb == "distinct" and pair[1] != pair[2]]
    held: list[_Pair] = []
    groups: dict[str, set[str]] = {}
    conflicts = []
    for merge in (pair for pair in threads if pair[0].verb == "merge"):
        against = _against(merge, held, distinct, groups)
        if against:
            conflicts.append(against)
        else:
            held.append(merge)
    holding = {decision.number for decision, _, _ in held}
    apart: dict[str, set[str]] = {}
    for decision, a, b in found:
        if decision.verb != "distinct":
            continue
        apart.setdefault(a, set()).add(b)
        apart.setdefault(b, set()).add(a)
    return Ties(
        merges=tuple((a, b) for decision, a, b in found if decision.number in holding),
        apart={id: frozenset(others) for id, others in sorted(apart.items())},
        conflicts=tuple(conflicts),
        orphans=tuple(orphans),
    )


def roots(merges: Iterable[tuple[str, str]], heads: Mapping[str, str], order: Mapping[str, Any]) -> dict[str, str]:
    """Return thread -> the thread that it is part of, for all threads that a merge touches.

    `heads` names the thread of each record (a record in no thread unites nothing); the root of several is the least
    by `order`. The order of the merges does not matter.
    """
    joined: dict[str, set[str]] = {}
    for a, b in merges:
        if a not in heads or b not in heads:
            continue
        one, other = (joined.setdefault(heads[id], {heads[id]}) for id in (a, b))
        one |= other
        for head in other:
            joined[head] = one
    return {head: min(members, key=lambda h: order[h]) for head, members in sorted(joined.items())}


def _attached(
    decisions: Iterable[Decision], shown: Callable[[str], Sequence[Record]]
) -> tuple[list[_Pair], list[Orphan]]:
    found: list[_Pair] = []
    orphans: list[Orphan] = []
    for decision in sorted(decisions, key=lambda d: d.number):
        if decision.verb not in ("merge", "distinct") or decision.withdrawn is not None or decision.other is None:
            continue
        sides = [(target, shown(target.article)) for target in (decision.target, decision.other)]
        ids = [reattach(target, records) for target, records in sides]
        lost = [why_orphaned(decision, *side) for side, id in zip(sides, ids, strict=True) if id is None]
        orphans.extend(lost[:1])
        if ids[0] is not None and ids[1] is not None:
            found.append((decision, ids[0], ids[1]))
    return found, orphans


def _against(
    merge: _Pair, held: Sequence[_Pair], distinct: Sequence[_Pair], groups: dict[str, set[str]]
) -> Conflict | None:
    """Unite the groups of threads that `merge` ties; or return why not: the first distinction that it would cross."""
    decision, a, b = merge
    one, other = (groups.setdefault(node, {node}) for node in (a, b))
    for apart, x, y in distinct:
        if (x in one and y in other) or (x in other and y in one):
            path = _path([*held, merge], x, y)
            others = tuple(step for step in path if step is not decision)
            return Conflict(merge=decision, because=(*others, apart), why=_in_words(decision, others, apart))
    one |= other
    groups.update(dict.fromkeys(one, one))
    return None


def _path(links: Sequence[_Pair], start: str, end: str) -> list[Decision]:
    """Return the decisions on the shortest way from `start` to `end` along the merges; [] if there is none."""
    ways: dict[str, list[Decision]] = {start: []}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for decision, a, b in links:
            there = b if here == a else a if here == b else None
            if there is not None and there not in ways:
                ways[there] = [*ways[here], decision]
                waiting.append(there)
    return ways.get(end, [])


def _in_words(merge: Decision, others: Sequence[Decision], distinct: Decision) -> str:
    together = ", ".join(
        f"decision {step.number} says that {_pair(step)} are one" for step in sorted((*others, merge), key=_number)
    )
    apart = f"decision {distinct.number} says that {_pair(distinct)} are not"
    return f"{together}, but {apart}; merge {merge.number} is not applied until one of them is undone"


def _pair(decision: Decision) -> str:
    return f"{named(decision.target)} and {named(decision.other)}" if decision.other else named(decision.target)


def _number(decision: Decision) -> int:
    return decision.number
