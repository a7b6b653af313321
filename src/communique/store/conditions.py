"""Filters and views as SQL conditions; every value is bound, none is ever put into the text of a query."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, FromClause, and_, func, or_, select

from communique.records.clocks import UNDATED
from communique.records.views import Filter, View
from communique.store.moments import day_after, moment
from communique.store.tables import appearances, heads, records, states

Condition = ColumnElement[bool]


def known(table: FromClause, known_at: str | None) -> Condition:
    """Return: the row was live at a moment (None: is live)."""
    if known_at is None:
        return table.c.recorded_to.is_(None)
    at = moment(known_at)
    return and_(table.c.recorded_from <= at, or_(table.c.recorded_to.is_(None), table.c.recorded_to > at))


def unindexed(column: ColumnElement[str]) -> ColumnElement[str]:
    """Return the same value as an expression that no index holds: the planners then look for a better way."""
    return column.concat("")


def seen(view: View) -> Iterator[Condition]:
    """Yield: the version of a record was live, in the machine's or the human view."""
    end = records.c.extracted_to if view.machine_only else records.c.recorded_to
    if view.machine_only:
        yield records.c.machine
    if view.known_at is None:
        yield end.is_(None)
    else:
        at = moment(view.known_at)
        yield unindexed(records.c.recorded_from) <= at  # most rows are older: no way to find the few asked for
        yield or_(end.is_(None), unindexed(end) > at)


def reported(as_of: str | None, day: ColumnElement[str] = records.c.reported) -> Iterator[Condition]:
    """Yield: certainly reported by a day, and no corrected version stood in its place yet. `day` may be another
    column that holds the day of the report."""
    if as_of is None:
        yield records.c.until.is_(None)
        return
    border = day_after(as_of)
    yield day < border
    yield or_(records.c.until.is_(None), records.c.until >= border)


def possibly_reported(as_of: str) -> Condition:
    """Return: possibly, but not certainly reported by a day."""
    border = day_after(as_of)
    uncertain = records.c.reported_from != records.c.reported  # there is an index of these few
    return and_(uncertain, records.c.reported_from < border, records.c.reported >= border)


def undated() -> Condition:
    """Return: no appearance bears a date."""
    return records.c.reported == UNDATED


def wanted(filter: Filter, view: View) -> Iterator[Condition]:
    """Yield what a filter asks of a record, apart from who takes part (see store.sides)."""
    few = bool(filter.ids or filter.articles)  # then the index of kinds is the wrong one to take: it is hidden
    for column, values in (
        (func.coalesce(records.c.kind, "") if few else records.c.kind, filter.kinds),
        (records.c.id, filter.ids),
        (records.c.article, filter.articles),
        (records.c.status, filter.statuses),
        (records.c.type, filter.types),
    ):
        if values:
            yield column.in_(values)
    if filter.modes:
        yield or_(*(records.c.payload.contains(f'"mode": "{mode}"', autoescape=True) for mode in filter.modes))
    if filter.quoted:
        yield records.c.quoted
    if filter.min_sources > 1:
        yield _told_by(filter.min_sources, view)
    if filter.min_confidence:
        yield records.c.confidence >= filter.min_confidence
    if filter.sources:
        published = select(appearances.c.article).where(
            appearances.c.publisher.in_(filter.sources), known(appearances, view.known_at)
        )
        yield records.c.article.in_(published)
    yield from within_days(filter)


def _told_by(sources: int, view: View) -> Condition:
    """Return: its matter is told by so many independent sources on the day of the view."""
    at, standing = states.c, (known(states, view.known_at), *standing_on(view.as_of))
    matter = select(heads.c.record).where(heads.c.record == records.c.id, known(heads, view.known_at))
    return matter.where(heads.c.head == at.head, at.sources >= sources, *standing).exists()


def standing_on(as_of: str | None) -> Iterator[Condition]:
    """Yield: the state of a matter is the one in which it stood on a day (None: the last one)."""
    if as_of is None:
        yield states.c.to_day.is_(None)
        return
    border = day_after(as_of)
    yield states.c.from_day < border
    yield or_(states.c.to_day.is_(None), states.c.to_day >= border)


def within_days(filter: Filter) -> Iterator[Condition]:
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
