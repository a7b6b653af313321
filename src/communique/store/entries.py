"""Records as a store knows them: found by filter and view, by id, by thread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select, union_all

from communique.errors import AbsentError, QuestionError
from communique.records.codec import KINDS
from communique.records.links import Appearance, Entry
from communique.records.views import NOW, Filter, View
from communique.store.conditions import (
    known,
    possibly_reported,
    reported,
    seen,
    undated,
    unindexed,
    wanted,
    within_days,
)
from communique.store.rows import GLIMPSED, appearance_from, entry_from, glimpse
from communique.store.sides import COUNTED, Side, asked_sides, first_of, rows, shared, sides
from communique.store.tables import TIME, appearances, clusters, heads, participants, records
from communique.store.times import in_few_days, stretches

_Value = TypeVar("_Value", str, int)

AT_ONCE = 500
"""Ids bound in one query: SQLite and PostgreSQL both take more."""

ORDER = (records.c.reported, records.c.article, records.c.id)
"""The canonical order of records."""

_OTHER = records.alias()

LETTERS = {kind[:3]: tuple(k for k in KINDS if k[:3] == kind[:3]) for kind in KINDS}
"""Three letters of a short id -> kind."""


def find(connection: Connection, filter: Filter, view: View) -> list[Entry]:
    """Return the entries that a filter asks for, in the order and number it asks for.

    The planners cannot know how few have their time in some days, or how rare a side is: we count, and go by the side,
    by the time or by the reports, each in its own order where that is the order asked for. Of two sides that share few
    records all of these are looked at, for a timeline of all times would pass over the others.
    """
    taking_part = sides(connection, filter)
    by_day = filter.timed or filter.from_ is not None or filter.to is not None
    few = by_day and bool(taking_part) and rows(connection, taking_part[0]) < COUNTED
    hidden: tuple[ColumnElement[Any], ...] = (unindexed(records.c.reported), *ORDER[1:])
    several = filter.timed and not few and len(taking_part) > 1
    both = shared(connection, taking_part, filter.kinds) if several else None
    if filter.articles or filter.ids or both is not None:
        given = taking_part if both is None else ()
        query, order = select(records).where(*_looked_through(given, filter, view), *within_days(filter)), hidden
        query = query if both is None else query.where(records.c.pk.in_(both))
    elif filter.timed and not few:
        query, order = _by_stretches(taking_part, filter, view), (TIME, *ORDER)
    elif not few and filter.from_ is not None and filter.to is not None and in_few_days(connection, filter, COUNTED):
        query, order = _by_time(taking_part, filter, view), hidden
    elif taking_part:
        query, order = _by_side(taking_part, filter, view), (participants.c.reported, *ORDER[1:])
    else:
        query, order = select(records).where(*seen(view), *reported(view.as_of), *wanted(filter, view)), ORDER
    if filter.timed and (few or both is not None or filter.articles or filter.ids):
        query, order = query.where(TIME.is_not(None)), (TIME, *order)
    found = connection.execute(_paged(query, order, filter)).all()
    return entries_of(connection, found, view.known_at)


def _paged(query: Select[Any], order: Sequence[ColumnElement[Any]], filter: Filter) -> Select[Any]:
    query = query.order_by(*((column.desc() for column in order) if filter.latest else order))
    return query.limit(filter.limit).offset(filter.offset or None)


def _by_stretches(taking_part: Sequence[Side], filter: Filter, view: View) -> Select[Any]:
    """Return the query that takes from each class of lengths the first of its times, in their order."""
    upto = replace(filter, offset=0, limit=None if filter.limit is None else filter.limit + filter.offset)
    asked = select(records.c.pk).where(*_looked_through(taking_part, filter, view))
    pages = (_paged(asked.where(stretch), (TIME, *ORDER), upto).subquery() for stretch in stretches(filter))
    return select(records).where(records.c.pk.in_(union_all(*(select(page.c.pk) for page in pages))))


def _by_time(taking_part: Sequence[Side], filter: Filter, view: View) -> Select[Any]:
    """Return the query that goes by the time: for few days."""
    return select(records).where(or_(*stretches(filter)), *_looked_through(taking_part, filter, view))


def _looked_through(taking_part: Sequence[Side], filter: Filter, view: View) -> Iterator[ColumnElement[bool]]:
    """Yield what is asked besides the time, in words that lead the planners to no other index than that of times."""
    yield from seen(view)
    yield from reported(view.as_of, unindexed(records.c.reported))
    yield from wanted(replace(filter, kinds=(), from_=None, to=None), view)
    if filter.kinds:
        yield unindexed(records.c.kind).in_(filter.kinds)
    yield from (side.takes_part(records.c.pk) for side in taking_part)


def _by_side(taking_part: Sequence[Side], filter: Filter, view: View) -> Select[Any]:
    """Return the query that goes by a side's rows in the order of days, and so ends with the last row of a page."""
    query = select(records).join(participants, participants.c.record == records.c.pk)
    query = query.where(*(side.takes_part(participants.c.record) for side in taking_part[1:]))
    query = query.where(*seen(view), *reported(view.as_of, participants.c.reported), *first_of(taking_part[0]))
    query = query.where(*wanted(replace(filter, kinds=()), view))
    if filter.kinds:
        query = query.where(participants.c.kind.in_(filter.kinds))
    return query


def count(connection: Connection, filter: Filter, view: View) -> int:
    """Return how many records a filter asks for, its limit aside."""
    query = select(func.count()).where(*seen(view), *reported(view.as_of), *wanted(filter, view))
    query = query.where(*(records.c.pk.in_(side.records()) for side in asked_sides(filter)))
    return _number(connection, query)


def outside(connection: Connection, filter: Filter, view: View) -> tuple[int, int]:
    """Return how many records the view of a day leaves out: those possibly reported by then, and the undated ones."""
    if view.as_of is None:
        return 0, 0
    query = select(func.count()).where(*seen(view), *wanted(filter, view))
    query = query.where(*(side.takes_part(records.c.pk) for side in asked_sides(filter)))
    uncertain = query.with_hint(records, "INDEXED BY records_uncertain", "sqlite")
    possibly = _number(connection, uncertain.where(possibly_reported(view.as_of)))
    return possibly, _number(connection, query.where(undated()))


def _number(connection: Connection, query: Select[Any]) -> int:
    return int(connection.execute(query).scalar_one())


def by_id(connection: Connection, ids: Collection[str], view: View) -> dict[str, Entry]:
    """Return entries by record id, whenever they were reported; an id that is not in the view is left out."""
    rows = list(matching(connection, select(records).where(*seen(view)), records.c.id, ids))
    return {entry.record.id: entry for entry in entries_of(connection, rows, view.known_at)}


def glimpsed(connection: Connection, ids: Collection[str]) -> dict[str, Entry]:
    """Return live entries by record id with the day of their first publication: not where they appeared."""
    query = select(records.c.id, *(records.c[name] for name in GLIMPSED)).where(*seen(NOW))
    return {id: glimpse(*row) for id, *row in matching(connection, query, records.c.id, ids)}


def of_articles(connection: Connection, articles: Collection[str], view: View) -> list[Entry]:
    """Return all entries of articles in canonical order, whenever they were reported."""
    rows = list(matching(connection, select(records).where(*seen(view)), records.c.article, articles))
    return sorted(entries_of(connection, rows, view.known_at), key=lambda entry: entry.order)


def members(connection: Connection, names: Collection[str], known_at: str | None) -> dict[str, list[Entry]]:
    """Return the entries of each thread in canonical order: all of them, for the fold looks at days by itself."""
    query = select(heads.c.head, heads.c.record).where(known(heads, known_at))
    placed = [(head, record) for head, record in matching(connection, query, heads.c.head, names)]
    entries = by_id(connection, [record for _, record in placed], View(known_at=known_at))
    found: dict[str, list[Entry]] = {}
    for head, record in sorted(placed):
        if record in entries:
            found.setdefault(head, []).append(entries[record])
    return {head: sorted(group, key=lambda entry: entry.order) for head, group in found.items()}


def heads_of(connection: Connection, ids: Collection[str], known_at: str | None) -> dict[str, str]:
    """Return the head of the thread of each record that is in one."""
    query = select(heads.c.record, heads.c.head).where(known(heads, known_at))
    return dict(matching(connection, query, heads.c.record, ids))


def resolve(connection: Connection, prefix: str) -> str:
    """Return the one record id, ever recorded, that begins so: "eng-7f3a", "7f3a" or the whole id."""
    letters, dash, digits = prefix.strip().lower().rpartition("-")
    if not digits or not set(digits) <= set("0123456789abcdef") or (dash and letters not in LETTERS):
        raise AbsentError(f"{prefix!r} is no id; ids look like eng-7f3a, lists show them in their first column")
    query = select(records.c.id, records.c.kind).distinct().where(records.c.id >= digits, records.c.id < digits + "g")
    if dash:
        query = query.where(records.c.kind.in_(LETTERS[letters]))
    kinds = {row.id: row.kind for row in connection.execute(query.order_by(records.c.id).limit(6))}
    found = sorted(kinds)
    if len(found) > 1 and digits not in found:
        short = short_ids(connection, kinds)
        some = ", ".join(short[id] for id in found[:5]) + (", ..." if len(found) > 5 else "")
        raise QuestionError(f"{prefix!r} could be any of {some}; give more digits")
    if not found:
        raise AbsentError(f"no record has an id that begins with {prefix!r}")
    return digits if digits in found else found[0]


def short_ids(connection: Connection, kinds: Mapping[str, str]) -> dict[str, str]:
    """Return the shortest unambiguous id of each record, given as id -> kind: "eng-7f3a", four digits at least."""
    before = select(func.max(_OTHER.c.id)).where(_OTHER.c.id < records.c.id).scalar_subquery()
    after = select(func.min(_OTHER.c.id)).where(_OTHER.c.id > records.c.id).scalar_subquery()
    near = select(records.c.id, before, after)
    found: dict[str, str] = {}
    for id, *others in matching(connection, near, records.c.id, kinds):
        digits = max(4, *(_shared(id, other or "") + 1 for other in others))
        found[id] = f"{kinds[id][:3]}-{id[:digits]}"
    return found


def _shared(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def entries_of(connection: Connection, rows: Sequence[Row[Any]], known_at: str | None) -> list[Entry]:
    """Return the entries of rows, in their order, with what is known of their articles."""
    articles = dict.fromkeys(row.article for row in rows)
    appeared = appearances_of(connection, articles, known_at)
    clustered = clusters_of(connection, articles, known_at)
    return [
        entry_from(row._mapping, appeared.get(row.article, ()), clustered.get(row.article, row.article)) for row in rows
    ]


def appearances_of(
    connection: Connection, articles: Iterable[str], known_at: str | None
) -> dict[str, list[Appearance]]:
    """Return the appearances of articles: dated ones first, by day, publisher and URL, whatever the order of adding."""
    found: dict[str, list[Appearance]] = defaultdict(list)
    for row in matching(
        connection, select(appearances).where(known(appearances, known_at)), appearances.c.article, articles
    ):
        found[row.article].append(appearance_from(row._mapping))
    return {article: sorted(those, key=_shown_first) for article, those in found.items()}


def _shown_first(appearance: Appearance) -> tuple[bool, str, str, str, str]:
    published = appearance.published
    days = (published.to, published.from_) if published else ("", "")
    return (published is None, *days, appearance.publisher or "", appearance.url or "")


def clusters_of(connection: Connection, articles: Iterable[str], known_at: str | None) -> dict[str, str]:
    """Return the cluster of each article that was given one."""
    query = select(clusters.c.article, clusters.c.cluster).where(known(clusters, known_at))
    return dict(matching(connection, query, clusters.c.article, articles))


def matching(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], values: Iterable[Any]
) -> Iterator[Any]:
    """Yield the rows of a query whose `column` holds one of many values, so many at a time as can be bound."""
    for some in chunks(values):
        yield from connection.execute(query.where(column.in_(some))).all()


def chunks(values: Iterable[_Value]) -> Iterator[list[_Value]]:
    """Yield values in lists short enough to be bound in one query."""
    rest = iter(values)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def export(connection: Connection, view: View) -> Iterator[Entry]:
    """Yield all entries of a view in canonical order, some hundred at a time."""
    query = select(records).where(*seen(view), *reported(view.as_of)).order_by(*ORDER)
    with connection.execute(query, execution_options={"stream_results": True}) as result:
        for rows in result.partitions(AT_ONCE):
            yield from entries_of(connection, rows, view.known_at)
