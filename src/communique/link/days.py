"""Days as numbers: stretches of days from `When`s, and how they lie to each other."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from communique.records.actors import When
from communique.records.links import Entry

NEVER, EVER = 0, 10**7
"""Ends of a stretch that is open: before every day, after every day."""

_LENGTH = re.compile(r"P(\d+)D")


class Days(NamedTuple):
    """A stretch of days, both ends inclusive, as ordinals of the calendar."""

    first: int
    last: int

    @property
    def single(self) -> bool:
        """Whether this is one day."""
        return self.first == self.last

    def meets(self, other: Days) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: Days) -> bool:
        """Whether `other` lies within this stretch."""
        return self.first <= other.first and other.last <= self.last


@lru_cache(maxsize=65_536)
def ordinal(day: str) -> int:
    """Return the number of an ISO day or datetime."""
    return date.fromisoformat(day[:10]).toordinal()


def days_of(when: When | None) -> Days | None:
    """Return the days of a time; None if it is unresolved at both ends."""
    if when is None or (when.from_ is None and when.to is None):
        return None
    return Days(ordinal(when.from_) if when.from_ else NEVER, ordinal(when.to) if when.to else EVER)


def lasted(when: When | None) -> int | None:
    """Return the days of a time that is told by its length alone, "four days"; None for any other."""
    days = _LENGTH.fullmatch(when.value) if when is not None and when.value else None
    return int(days[1]) if days is not None and days_of(when) is None else None


def printed(entry: Entry) -> int | None:
    """Return the day by which the entry was printed; None if its article bears no date."""
    published = entry.published
    return ordinal(published.to) if published else None
