"""Counts -> precision, recall, F1 and how sure they are.

Each task counts per item; the counts of items add up, and every figure is a function of the sum. So intervals come
from drawing items anew with replacement (percentile bootstrap, seed 0).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace

Counts = Counter[Hashable]
DRAWS = 1000
FEWEST = 10
"""Fewer items give no interval: two stories drawn anew say nothing."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: `value` is the F1, share or average meant by `name`; the counts tell what it rests on.

    `right` of `gold` were found, so many of the `predicted` are right; a share has no precision and recall.
    """

    name: str
    value: float | None
    gold: int
    predicted: int | None = None
    right: int | None = None
    precision: float | None = None
    recall: float | None = None
    low: float | None = None
    high: float | None = None


Measure = Callable[[Counts], Sequence[Row]]


def f1_row(name: str, right: int, predicted: int, gold: int, right_predicted: int | None = None) -> Row:
    """Return precision, recall and F1; `right_predicted` where predictions are typed by themselves, not by the gold."""
    precision = ratio(right if right_predicted is None else right_predicted, predicted)
    recall = ratio(right, gold)
    value = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Row(name, value, gold, predicted, right, precision, recall)


def share_row(name: str, part: int, whole: int) -> Row:
    """Return the share of `part` in `whole`; no figure for a share of nothing."""
    return Row(name, part / whole if whole else None, whole, right=part)


def ratio(part: float, whole: float) -> float:
    """Return part / whole, 0 for a part of nothing."""
    return part / whole if whole else 0.0


def add(counts: Sequence[Counts]) -> Counts:
    """Return the sum of the counts of several items."""
    total: Counts = Counter()
    for one in counts:
        total.update(one)
    return total


def with_intervals(counts: Sequence[Counts], measure: Measure, draws: int = DRAWS) -> list[Row]:
    """Return the rows of all items together, each with the interval that holds 95 % of the draws."""
    rows = list(measure(add(counts)))
    if not draws or len(counts) < FEWEST:
        return rows
    chance = random.Random(0)
    drawn: dict[str, list[float]] = {row.name: [] for row in rows}
    for _ in range(draws):
        for row in measure(add([chance.choice(counts) for _ in counts])):
            if row.name in drawn:
                drawn[row.name].append(row.value or 0.0)
    return [_between(row, sorted(drawn[row.name])) for row in rows]


def _between(row: Row, values: Sequence[float]) -> Row:
    if row.value is None or not values:
        return row
    last = len(values) - 1
    return replace(row, low=values[int(0.025 * len(values))], high=values[min(last, int(0.975 * len(values)))])
