"""The best one-to-one pairing: what belongs together so that the sum of all likenesses is greatest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Pair = tuple[int, int]


def best_pairs(likeness: Mapping[Pair, float]) -> list[Pair]:
    """Return the pairs of the best one-to-one pairing; only pairs in `likeness` (all above 0) can be chosen.

    Groups that share no row or column are solved apart (Hungarian method, Kuhn 1955).
    """
    found: list[Pair] = []
    for pairs in _groups(sorted(likeness)):
        rows, columns = sorted({i for i, _ in pairs}), sorted({j for _, j in pairs})
        weights = [[likeness.get((i, j), 0.0) for j in columns] for i in rows]
        for row, column in _assign(weights):
            if (rows[row], columns[column]) in likeness:
                found.append((rows[row], columns[column]))
    return sorted(found)


def in_turn(candidates: Iterable[tuple[Any, ...]]) -> list[Pair]:
    """Return the pairs at the ends of the candidates, each row and column taken once, the least candidate first."""
    found: dict[int, int] = {}
    columns = set()
    for *_, row, column in sorted(candidates):
        if row not in found and column not in columns:
            found[row] = column
            columns.add(column)
    return list(found.items())


def _groups(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """The pairs in groups that have no row and no column in common."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, j in pairs:
        parent[root(("row", i))] = root(("column", j))
    groups: dict[tuple[str, int], list[Pair]] = {}
    for i, j in pairs:
        groups.setdefault(root(("row", i)), []).append((i, j))
    yield from groups.values()


def _assign(weights: Sequence[Sequence[float]]) -> list[Pair]:
    """The assignment of greatest weight of each row to a column of its own, or of each column to a row."""
    if len(weights) > len(weights[0]):
        return [(i, j) for j, i in _assign([list(column) for column in zip(*weights, strict=True)])]
    height, width = len(weights), len(weights[0])
    above, left = [0.0] * (height + 1), [0.0] * (width + 1)
    owner, way = [0] * (width + 1), [0] * (width + 1)
    for row in range(1, height + 1):
        owner[0], column = row, 0
        slack, used = [float("inf")] * (width + 1), [False] * (width + 1)
        while True:
            used[column] = True
            current, step, following = owner[column], float("inf"), 0
            for j in range(1, width + 1):
                if not used[j]:
                    cost = -weights[current - 1][j - 1] - above[current] - left[j]
                    if cost < slack[j]:
                        slack[j], way[j] = cost, column
                    if slack[j] < step:
                        step, following = slack[j], j
            for j in range(width + 1):
                if used[j]:
                    above[owner[j]] += step
                    left[j] -= step
                else:
                    slack[j] -= step
            column = following
            if owner[column] == 0:
                break
        while column:
            owner[column], column = owner[way[column]], way[column]
    return [(owner[j] - 1, j - 1) for j in range(1, width + 1) if owner[j]]
