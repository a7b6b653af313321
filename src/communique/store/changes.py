"""What became of records between two moments of a store: a page of the changes, and how many there are of each sort.

A record came (its version was opened in between and is there at the end), left (the version of the beginning was closed
in between) or became another (both). What came and left in between is no change. A change fits a filter if what came
does, or what left for good did, and is as sure as the surer one of its two versions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, func, or_, select, union_all

from communique.records.links import Entry
from communique.records.views import Filter, View
from communique.store.conditions import Condition, unindexed, wanted
from communique.store.entries import ORDER, entries_of, matching
from communique.store.moments import moment
from communique.store.sides import asked_sides
from communique.store.tables import records

_other = records.alias("other")
"""The version of the same record at the other end of the time."""

_number = func.count().label("number")


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a record between two moments; `before` None: it is new, `after` None: it is gone."""

    before: Entry | None
    after: Entry | None


@dataclass(frozen=True, slots=True)
class Time:
    """The time after one recorded moment (None: from the beginning), up to and with another (None: now)."""

    since: str | None
    until: str | None

    @property
    def start(self) -> str:
        """The moment after which it begins, as the store writes it; "" is before all."""
        return "" if self.since is None else moment(self.since)

    def came(self, table: FromClause, *, indexed: bool = False) -> Condition:
        """Return: the version was opened in this time and is there at its end; the few of them are looked up first."""
        opened = table.c.recorded_from if indexed else unindexed(table.c.recorded_from)
        closed = table.c.recorded_to
        if self.until is None:
            return and_(opened > self.start, closed.is_(None))
        end = moment(self.until)
        return and_(opened > self.start, opened <= end, or_(closed.is_(None), closed > end))

    def left(self, table: FromClause) -> Condition:
        """Return: the version was there at the beginning and was closed in this time."""
        found = and_(table.c.recorded_to > self.start, unindexed(table.c.recorded_from) <= self.start)
        return found if self.until is None else and_(found, table.c.recorded_to <= moment(self.until))


def changes(connection: Connection, time: Time, filter: Filter) -> list[Change]:
    """Return the changes that fit a filter, in canonical order of what came, or of what is gone: a page, if it asks so.

    Where nearly all versions came after the beginning of the time, the canonical order leads soonest to the first ones.
    """
    early = records.c.pk >= select(func.max(records.c.pk) // 8).scalar_subquery()
    opened = connection.execute(select(records.c.recorded_from).where(early).order_by(records.c.pk).limit(1)).scalar()
    most = opened is not None and opened > time.start
    surer = select(_other.c.id).where(time.left(_other), _sure(_other, filter))
    came = _keys(filter, time, records.c.reported if most else unindexed(records.c.reported))
    came = came.where(time.came(records, indexed=not most), or_(_sure(records, filter), records.c.id.in_(surer)))
    gone = _keys(filter, time, unindexed(records.c.reported)).where(*_gone(filter, time))
    page = union_all(came, gone).order_by("day", "article", "id")
    keys = connection.execute(page.limit(filter.limit).offset(filter.offset or None)).scalars().all()
    told = {row.pk: row for row in matching(connection, select(records), records.c.pk, keys)}
    after = [row for row in told.values() if row.recorded_from > time.start]
    before = [row for row in told.values() if row.recorded_from <= time.start]
    before += matching(connection, select(records).where(time.left(records)), records.c.id, [row.id for row in after])
    then = {entry.record.id: entry for entry in entries_of(connection, before, time.since)}
    now = {entry.record.id: entry for entry in entries_of(connection, after, time.until)}
    return [Change(then.get(told[key].id), now.get(told[key].id)) for key in keys]


def count_changes(connection: Connection, time: Time, filter: Filter) -> dict[str, int]:
    """Return how many changes fit a filter, its page aside: "new", "changed", "gone", as far as there are any."""
    fit = tuple(_fits(filter, time))
    sure = _sure(records, filter)
    came = select(_number).where(time.came(records, indexed=True), *fit, sure)
    both = select(_number, func.count().filter(sure)).join_from(_other, records, _other.c.id == records.c.id)
    both = both.where(time.left(_other), time.came(records), *fit, or_(sure, _sure(_other, filter)))
    changed, of_those = connection.execute(both).one()
    gone = connection.execute(select(_number).where(*fit, *_gone(filter, time))).scalar_one()
    found = {"new": connection.execute(came).scalar_one() - of_those, "changed": changed, "gone": gone}
    return {what: number for what, number in found.items() if number}


def _keys(filter: Filter, time: Time, day: ColumnElement[str]) -> Select[Any]:
    return select(records.c.pk, day.label("day"), *ORDER[1:]).where(*_fits(filter, time))


def _gone(filter: Filter, time: Time) -> Iterator[Condition]:
    """Yield: the version was closed in this time, and none of the same record came."""
    yield time.left(records)
    yield _sure(records, filter)
    yield ~select(_other.c.pk).where(_other.c.id == records.c.id, time.came(_other)).exists()


def _fits(filter: Filter, time: Time) -> Iterator[Condition]:
    """Yield what a filter asks of a version, its sureness aside."""
    yield from wanted(replace(filter, kinds=(), min_confidence=0.0), View(known_at=time.until))
    if filter.kinds:
        yield unindexed(records.c.kind).in_(filter.kinds)  # the way is by the moments, or by the order
    yield from (side.takes_part(records.c.pk) for side in asked_sides(filter))


def _sure(table: FromClause, filter: Filter) -> Condition:
    return table.c.confidence >= filter.min_confidence
