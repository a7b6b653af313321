"""When things happened, as SQL conditions: how long a thing lasts is told by its row, so that those of a month are
found by their beginnings, without a look at all that began before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, and_, func, or_, select

from communique.records.views import Filter
from communique.store.conditions import Condition, within_days
from communique.store.tables import TIME, records

LENGTHS = (0, 7, 31, 366)
"""A thing lasts at most so many days longer than one: each row has the least of these."""
LONGER, NO_BEGINNING = 9999, -1
"""What lasts longer or has no end; what has no beginning, and stands in a timeline at its end."""


def lasting(first: str | None, last: str | None) -> int | None:
    """Return the class of lengths of a time, by its first and last ISO day (None: open); None for no time at all."""
    if first is None:
        return None if last is None else NO_BEGINNING
    if last is None:
        return LONGER
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return next((length for length in LENGTHS if days <= length), LONGER)


def stretches(filter: Filter) -> Iterator[Condition]:
    """Yield, for each class of lengths, the condition that a time is of it and fits the days asked for: each is one
    stretch of the index, in its order."""
    for length in (*LENGTHS, LONGER, NO_BEGINNING):
        found = [records.c.lasting == length]
        if filter.from_ is not None and length != LONGER:
            found.append(_earlier(filter.from_, max(length, 0)) <= TIME)
        if filter.to is not None and length != NO_BEGINNING:
            found.append(filter.to >= TIME)
        yield and_(*found, *within_days(filter))


def in_few_days(connection: Connection, filter: Filter, most: int) -> bool:
    """Return whether fewer than `most` records have their time in the days asked for, if days are asked for."""
    if filter.from_ is None and filter.to is None:
        return False
    some = select(records.c.pk).where(or_(*stretches(filter))).limit(most).subquery()
    return bool(connection.execute(select(func.count()).select_from(some)).scalar_one() < most)


def _earlier(day: str, days: int) -> str:
    number = date.fromisoformat(day).toordinal() - days
    return date.fromordinal(max(number, 1)).isoformat()
