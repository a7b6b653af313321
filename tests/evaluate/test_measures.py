"""Figures follow from counts, and intervals from drawing items anew, the same each time."""

from __future__ import annotations

from collections import Counter

from communique.evaluate.measures import Counts, Row, f1_row, share_row, with_intervals


def _counts(**given: int) -> Counts:
    counts: Counts = Counter()
    counts.update(given)
    return counts


def _measure(counts: Counts) -> list[Row]:
    return [f1_row("found", counts["right"], counts["predicted"], counts["gold"])]


def test_precision_recall_and_f1_of_counts() -> None:
    row = f1_row("x", 3, 4, 6)
    assert (row.precision, row.recall, row.value) == (0.75, 0.5, 0.6)
    assert (row.right, row.predicted, row.gold) == (3, 4, 6)


def test_nothing_found_is_zero_and_a_share_of_nothing_no_figure() -> None:
    assert f1_row("x", 0, 0, 0).value == 0.0
    assert share_row("x", 0, 0).value is None
    assert share_row("x", 1, 4).value == 0.25


def test_an_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    items = [_counts(right=i % 3 != 0, predicted=1, gold=1) for i in range(30)]
    first, second = (with_intervals(items, _measure, draws=200)[0] for _ in range(2))
    assert first == second
    assert first.low is not None and first.high is not None and first.value is not None
    assert 0.4 < first.low < first.value < first.high < 0.9


def test_items_that_are_all_alike_leave_no_doubt() -> None:
    items = [_counts(right=1, predicted=1, gold=2) for _ in range(12)]
    row = with_intervals(items, _measure, draws=50)[0]
    assert row.low == row.value == row.high
    assert with_intervals(items[:9], _measure)[0].low is None
