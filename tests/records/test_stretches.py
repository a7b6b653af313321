"""Stretches are found by a place in them, in the order in which they were given."""

import pytest

from communique.records.stretches import Stretches

NESTED = Stretches([(10, 20, "late"), (0, 30, "outer"), (2, 5, "early"), (12, 14, "inner")])


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (0, ["outer"]),
        (2, ["outer", "early"]),
        (5, ["outer"]),
        (12, ["late", "outer", "inner"]),
        (19, ["late", "outer"]),
        (29, ["outer"]),
        (30, []),
        (-1, []),
    ],
)
def test_a_place_is_held_by_the_stretches_around_it(place: int, expected: list[str]) -> None:
    assert NESTED.around(place) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(3, 11, ["late", "outer", "early"]), (5, 10, ["outer"]), (20, 40, ["outer"]), (30, 40, [])],
)
def test_stretches_touch_what_shares_a_place_with_them(start: int, end: int, expected: list[str]) -> None:
    assert NESTED.touching(start, end) == expected


def test_no_stretches_hold_nothing() -> None:
    assert Stretches[str]([]).around(0) == []
