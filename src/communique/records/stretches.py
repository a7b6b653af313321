"""Stretches of a text or of its tokens, found by a place in them without looking at them all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

_Value = TypeVar("_Value")


class Stretches(Generic[_Value]):
    """Values that each hold a stretch [start, end); they may nest and overlap, and are given in their own order."""

    def __init__(self, stretches: Iterable[tuple[int, int, _Value]]) -> None:
        """Take (start, end, value) in any order."""
        given = list(stretches)
        self._order = sorted(range(len(given)), key=lambda number: given[number][0])
        self._given = given
        self._starts = [given[number][0] for number in self._order]
        self._reach = list(accumulate((given[number][1] for number in self._order), max))

    def around(self, place: int) -> list[_Value]:
        """Return the values whose stretches hold `place`, in the order in which they were given."""
        return self.touching(place, place + 1)

    def touching(self, start: int, end: int) -> list[_Value]:
        """Return the values whose stretches share a place with [start, end), in the order in which they were given."""
        found = []
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._reach[at] > start:
            number = self._order[at]
            if self._given[number][1] > start:
                found.append(number)
            at -= 1
        return [self._given[number][2] for number in sorted(found)]
