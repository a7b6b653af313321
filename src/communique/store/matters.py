"""Links and the states of threads, as linking left them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any, get_args

from sqlalchemy import Connection, Row, Select, and_, func, or_, select, true, union_all

from communique.records.links import Link, ThreadKind
from communique.records.views import AWAITED, UNREPORTED, Filter, State, View
from communique.store.conditions import Condition, known, reported, standing_on, unindexed, within_days
from communique.store.entries import chunks, matching
from communique.store.rows import link_from, state_from
from communique.store.sides import asked_sides
from communique.store.tables import appearances, heads, links, parties, records, states
from communique.store.times import in_few_days, stretches

FEW = 5000
"""Threads of a side, and records of the days asked for, from which on it is quicker to ask each thread, the latest
first, than to gather all of them."""


def find_states(connection: Connection, filter: Filter, view: View) -> list[State]:
    """Return how matters stood on the day of a view (None: as of all reports), by its filter, its order and number.

    `outcome_unreported` may be asked for as a status; it is given to the caller as the status below it.
    """
    if in_few_days(connection, filter, FEW):
        query = _standing(replace(filter, from_=None, to=None), view).where(_told_within(filter, view))
        query = query.where(*_taking_part(connection, filter, view))
    elif filter.limit is None or filter.ids or asked_sides(filter):
        query = _standing(filter, view).where(*_taking_part(connection, filter, view))
    else:
        query = _first_of_each(filter, view)
    return [state_from(row._mapping) for row in connection.execute(_paged(query, filter))]


def _standing(filter: Filter, view: View) -> Select[Any]:
    """Return the query for the states that fit a filter, whoever takes part."""
    return select(states).where(known(states, view.known_at), *standing_on(view.as_of), *_asked(filter, view))


def _first_of_each(filter: Filter, view: View) -> Select[Any]:
    """Return the query that takes the first states of each kind and status: so the indexes hold them, day by day."""
    upto = replace(filter, offset=0, limit=(filter.limit or 0) + filter.offset)
    one = _standing(replace(filter, kinds=(), statuses=()), view).with_only_columns(states.c.pk)
    kinds, statuses = filter.kinds or get_args(ThreadKind), list(_statuses(filter, view)) or [true()]
    each = (one.where(states.c.of == kind, status) for kind in kinds for status in statuses)
    pages = (_paged(some, upto).subquery() for some in each)
    return select(states).where(states.c.pk.in_(union_all(*(select(page.c.pk) for page in pages))))


def _paged(query: Select[Any], filter: Filter) -> Select[Any]:
    order = (states.c.from_day, states.c.head)
    query = query.order_by(*((column.desc() for column in order) if filter.latest else order))
    return query.limit(filter.limit).offset(filter.offset or None)


def history(connection: Connection, names: Collection[str], known_at: str | None) -> dict[str, list[State]]:
    """Return all states of threads, each in the order of days."""
    found: dict[str, list[State]] = {}
    query = select(states).where(known(states, known_at)).order_by(states.c.head, states.c.from_day)
    for row in matching(connection, query, states.c.head, names):
        found.setdefault(row.head, []).append(state_from(row._mapping))
    return found


def _asked(filter: Filter, view: View) -> Iterator[Condition]:
    for column, values in ((states.c.of, filter.kinds), (states.c.type, filter.types)):
        if values:
            yield column.in_(values)
    if filter.ids:
        yield states.c.head.in_(select(heads.c.head).where(heads.c.record.in_(filter.ids), known(heads, view.known_at)))
    if filter.contested:
        yield states.c.contested
    if filter.min_sources:
        yield states.c.sources >= filter.min_sources
    if filter.statuses:
        yield or_(*_statuses(filter, view))
    if filter.from_ or filter.to:
        yield _member(view).where(*reported(view.as_of), *within_days(filter)).exists()
    if filter.sources:
        yield (
            _member(view)
            .where(records.c.article == appearances.c.article, appearances.c.publisher.in_(filter.sources))
            .exists()
        )


def _told_within(filter: Filter, view: View) -> Condition:
    """Return: some record of the thread has its time in the days asked for; of few records, these tell the threads."""
    told = select(heads.c.head).where(heads.c.record == records.c.id, known(heads, view.known_at))
    shown = (known(records, view.known_at), *reported(view.as_of, unindexed(records.c.reported)))
    return states.c.head.in_(told.where(*shown, or_(*stretches(filter))))


def _taking_part(connection: Connection, filter: Filter, view: View) -> Iterator[Condition]:
    """Yield: each side takes part in some record of the thread. A rare side tells which threads to look at."""
    for side in asked_sides(filter):
        if side.roles:
            yield _member(view).where(side.takes_part(records.c.pk)).exists()
            continue
        found = select(parties.c.head).where(parties.c.party.in_(side.values), known(parties, view.known_at))
        some = select(parties.c.head).where(parties.c.party.in_(side.values)).limit(FEW).subquery()  # closed ones too
        few = connection.execute(select(func.count()).select_from(some)).scalar_one() < FEW
        yield states.c.head.in_(found) if few else found.where(parties.c.head == states.c.head).exists()


def _member(view: View) -> Any:
    """Return the query for the records of a state's thread."""
    return select(records.c.pk).where(
        heads.c.head == states.c.head,
        known(heads, view.known_at),
        records.c.id == heads.c.record,
        known(records, view.known_at),
    )


def _statuses(filter: Filter, view: View) -> Iterator[Condition]:
    """Yield for each status asked for: one would tell it so on the day of the view. Once an awaited window has passed,
    the outcome is unreported."""
    for status in dict.fromkeys(filter.statuses):
        told = states.c.status == status
        if view.as_of is None or status not in (*AWAITED, UNREPORTED):
            yield told
        elif status == UNREPORTED:
            yield from (and_(states.c.status == one, states.c.window_to < view.as_of) for one in AWAITED)
        else:
            yield and_(told, or_(states.c.window_to.is_(None), states.c.window_to >= view.as_of))


def links_of(connection: Connection, ids: Collection[str], known_at: str | None) -> list[Link]:
    """Return the links from or to records, each once, in the order of their ends."""
    found: dict[int, Row[Any]] = {}
    for some in chunks(ids):
        either = or_(links.c.a.in_(some), links.c.b.in_(some))
        for row in connection.execute(select(links).where(either, known(links, known_at))):
            found[row.pk] = row
    return sorted((link_from(row._mapping) for row in found.values()), key=lambda k: (k.a, k.b, k.relation, k.by))
