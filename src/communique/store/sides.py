"""Who takes part, as SQL conditions: the rarer side is looked up by its index, the other one is asked record by record.

The planners do not know how rare a state is, so we count (up to a limit) and say which way to go: an expression that no
index holds (`column || ''`) keeps them from the other way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Connection, Exists, FromClause, Select, and_, func, intersect, or_, select

from communique.records.views import Filter
from communique.store.conditions import Condition, unindexed
from communique.store.tables import participants

COUNTED = 20_000
"""A side with fewer rows is a rare one."""

MOST = 50_000
"""Rows counted at most to see which side is the rarer one."""

FEW = 5_000
"""Fewer records than these that two sides share are looked at all, rather than the records of a time one by one."""

_OTHERS = participants.alias()
"""Who else takes part in the same record."""


@dataclass(frozen=True, slots=True)
class Side:
    """Those who may take part on one side: actor ids or ISO3 codes, in some roles (none given: in any)."""

    values: tuple[str, ...]
    roles: tuple[str, ...] = ()

    def within(self, table: FromClause, *, indexed: bool) -> Condition:
        """Return: this participant is of the side; an ISO3 means the state and all who act for it."""
        found = or_(*(_column(table, value, indexed) == value for value in self.values))
        return and_(found, table.c.role.in_(self.roles)) if self.roles else found

    def takes_part(self, record: ColumnElement[int]) -> Exists:
        """Return: one of the side takes part in the record with this key."""
        return select(_OTHERS.c.record).where(_OTHERS.c.record == record, self.within(_OTHERS, indexed=False)).exists()

    def records(self) -> Select[Any]:
        """Return the query for the keys of all records in which one of the side takes part."""
        return select(participants.c.record).where(self.within(participants, indexed=True))


def _column(table: FromClause, value: str, indexed: bool) -> ColumnElement[str]:
    column: ColumnElement[str] = table.c.actor if "/" in value else table.c.iso3
    return column if indexed else unindexed(column)


def sides(connection: Connection, filter: Filter) -> list[Side]:
    """Return the sides that a filter asks for, the rarest first."""
    given = asked_sides(filter)
    return given if len(given) < 2 else sorted(given, key=lambda side: rows(connection, side))


def asked_sides(filter: Filter) -> list[Side]:
    """Return the sides that a filter asks for."""
    return [side for side in (Side(filter.actors, filter.roles), Side(filter.with_)) if side.values]


_counts: WeakKeyDictionary[Connection, dict[tuple[str, ...], int]] = WeakKeyDictionary()
"""What was counted through a connection: a page asks many things of the same sides. It only says which way to go."""


def rows(connection: Connection, side: Side) -> int:
    """Return in how many rows a side takes part, in whatever role, counted up to a limit."""
    counted = _counts.setdefault(connection, {})
    if side.values not in counted:
        some = Side(side.values).records().limit(MOST).subquery()
        counted[side.values] = int(connection.execute(select(func.count()).select_from(some)).scalar_one())
    return counted[side.values]


def first_of(side: Side) -> Iterator[Condition]:
    """Yield: this row is of the side, and the first such row of its record.

    The role is asked apart: no index of sides holds it, and SQLite would look up every row of any kind for it.
    """
    yield Side(side.values).within(participants, indexed=True)
    same = and_(_OTHERS.c.record == participants.c.record, _OTHERS.c.position == participants.c.position)
    if side.roles:
        yield select(_OTHERS.c.record).where(same, _OTHERS.c.role.in_(side.roles)).exists()
    before = select(_OTHERS.c.record).where(
        _OTHERS.c.record == participants.c.record,
        _OTHERS.c.position < participants.c.position,
        side.within(_OTHERS, indexed=False),
    )
    yield ~before.exists()


def shared(connection: Connection, given: Sequence[Side], kinds: Sequence[str]) -> list[int] | None:
    """Return the keys of the records of some kinds (none given: any) in which all sides take part; None for many."""
    each = [side.records() for side in given]
    if kinds:
        each = [query.where(participants.c.kind.in_(kinds)) for query in each]
    found = list(connection.execute(intersect(*each).limit(FEW)).scalars())  # each side is one stretch of an index
    return found if len(found) < FEW else None
