"""Days on a line: where a day stands between the first and the last one, and which days are marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

STEPS = ((1, "day"), (7, "day"), (14, "day"), (1, "month"), (3, "month"), (6, "month"), (1, "year"), (2, "year"),
         (5, "year"), (10, "year"), (25, "year"), (100, "year"))  # fmt: skip
"""How far apart marks may stand, the closest first."""
APART = 74
"""Pixels between two marks at least."""


def day(text: str) -> date:
    """Return the day of an ISO day or datetime."""
    return date.fromisoformat(text[:10])


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both inclusive, laid out from `left` to `right` in pixels."""

    first: date
    last: date
    left: float
    right: float

    @classmethod
    def around(cls, days: Iterable[str], left: float, right: float) -> Days:
        """Return a line that holds all of these ISO days, with a little room at both ends; ValueError without any."""
        found = sorted(map(day, days))
        if not found:
            raise ValueError("a line of days needs a day")
        room = timedelta(days=max(2, (found[-1] - found[0]).days // 40))
        first = found[0] - room if found[0] - date.min > room else date.min
        return cls(first, found[-1] + room if date.max - found[-1] > room else date.max, left, right)

    def at(self, when: date) -> float:
        """Return where a day begins; the day after it begins where it ends. What is outside stands at the edge."""
        whole = (self.last - self.first).days + 1
        place = self.left + (self.right - self.left) * (when - self.first).days / whole
        return min(self.right, max(self.left, place))

    def end(self, when: date) -> float:
        """Return where a day ends."""
        return self.right if when >= self.last else self.at(when + timedelta(days=1))

    def ticks(self) -> list[tuple[float, str]]:
        """Return the places of round days with their names, far enough from one another."""
        for count, unit in STEPS:
            days = self._round(count, unit)
            places = [self.at(d) for d in days]
            if all(b - a >= APART for a, b in pairwise(places)):
                return list(zip(places, _names(days, unit), strict=True))
        return []

    def _round(self, count: int, unit: str) -> list[date]:
        if unit == "day":
            start = self.first + timedelta(days=(-self.first.toordinal() + 1) % count)
            steps = range(0, (self.last - start).days + 1, count)
            return [start + timedelta(days=n) for n in steps][: int(self.right)]
        size = 12 if unit == "year" else 1
        found: list[date] = []
        at = (self.first.year * 12 + self.first.month - 1) // (count * size) * (count * size)
        while at < (self.last.year * 12 + self.last.month) and len(found) < self.right:
            if at >= 12:
                found.append(date(at // 12, at % 12 + 1, 1))
            at += count * size
        return [d for d in found if self.first <= d <= self.last]


def _names(days: Sequence[date], unit: str) -> Iterator[str]:
    """Yield what marks are called: a day bears its year where the year is a new one."""
    year = None
    for when in days:
        month = f"{MONTHS[when.month - 1]} {when.year}"
        if unit == "day":
            yield f"{when.day} {month}" if when.year != year else f"{when.day} {MONTHS[when.month - 1]}"
        else:
            yield month if unit == "month" else str(when.year)
        year = when.year
