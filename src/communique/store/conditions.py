"""Filters and views as SQL conditions; every value is bound, none is ever put into the text of a query."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, FromClause, and_, or_, select

from communique.records.views import Filter, View
from communique.store.moments import day_after, moment
from communique.store.tables import UNDATED, appearances, records

Condition = ColumnElement[bool]


def known(table: FromClause, known_at: str | None) -> Condition:
    """Return: the row was live at a moment (None: is live)."""
    if known_at is None:
        return table.c.recorded_to.is_(None)
    at = moment(known_at)
    return and_(table.c.recorded_from <= at, or_(table.c.recorded_to.is_(None), table.c.recorded_to > at))


def seen(view: View) -> Iterator[Condition]:
    """Yield: the version of a record was live, in the machine's or the human view."""
    if not view.machine_only:
        yield known(records, view.known_at)
        return
    yield records.c.machine
    if view.known_at is None:
        yield records.c.extracted_to.is_(None)
    else:
        at = moment(view.known_at)
        yield records.c.recorded_from <= at
        yield or_(records.c.extracted_to.is_(None), records.c.extracted_to > at)


def reported(as_of: str | None) -> Iterator[Condition]:
    """Yield: certainly reported by a day, and no corrected version stood in its place yet."""
    if as_of is None:
        yield records.c.until.is_(None)
        return
    border = day_after(as_of)
    yield records.c.reported < border
    yield or_(records.c.until.is_(None), records.c.until >= border)


def possibly_reported(as_of: str) -> Condition:
    """Return: possibly, but not certainly reported by a day."""
    border = day_after(as_of)
    return and_(records.c.reported_from < border, records.c.reported >= border)


def undated() -> Condition:
    """Return: no appearance bears a date."""
    return records.c.reported == UNDATED


def wanted(filter: Filter, view: View) -> Iterator[Condition]:
    """Yield what a filter asks of a record, apart from who takes part (see store.sides)."""
    for column, values in (
        (records.c.kind, filter.kinds),
        (records.c.id, filter.ids),
        (records.c.article, filter.articles),
        (records.c.status, filter.statuses),
        (records.c.type, filter.types),
    ):
        if values:
            yield column.in_(values)
    if filter.diplomatic:
        yield records.c.diplomatic
    if filter.min_confidence:
        yield records.c.confidence >= filter.min_confidence
    if filter.sources:
        published = select(appearances.c.article).where(
            appearances.c.publisher.in_(filter.sources), known(appearances, view.known_at)
        )
        yield records.c.article.in_(published)
    yield from _within(filter)


def _within(filter: Filter) -> Iterator[Condition]:
    """Yield: its time possibly (or certainly) lies within the days asked for."""
    first, last = records.c.when_from, records.c.when_to
    if filter.from_ is None and filter.to is None:
        return
    yield or_(first.is_not(None), last.is_not(None))
    if filter.certainly:
        if filter.from_ is not None:
            yield first >= _day(filter.from_)
        if filter.to is not None:
            yield last <= _day(filter.to)
        return
    if filter.from_ is not None:
        yield or_(last.is_(None), last >= _day(filter.from_))
    if filter.to is not None:
        yield or_(first.is_(None), first <= _day(filter.to))


def _day(day: str) -> str:
    day_after(day)  # refuses what is no day
    return day
