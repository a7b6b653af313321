"""Records as a store knows them: found by filter and view, by id, by thread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from communique.errors import AbsentError, QuestionError
from communique.records.codec import KINDS
from communique.records.links import Appearance, Entry
from communique.records.views import Filter, View
from communique.store.conditions import known, possibly_reported, reported, seen, undated, wanted
from communique.store.rows import appearance_from, entry_from
from communique.store.sides import asked_sides, first_of, sides
from communique.store.tables import TIME, appearances, clusters, heads, participants, records

_Value = TypeVar("_Value", str, int)

AT_ONCE = 500
"""Ids bound in one query: SQLite and PostgreSQL both take more."""

LETTERS = {kind[:3]: tuple(k for k in KINDS if k[:3] == kind[:3]) for kind in KINDS}
"""Three letters of a short id -> kind."""


def find(connection: Connection, filter: Filter, view: View) -> list[Entry]:
    """Return the entries that a filter asks for, in the order and number it asks for."""
    query, day = _asked(connection, filter, view)
    order: list[ColumnElement[Any]] = [day, records.c.article, records.c.id]
    if filter.timed:
        query = query.where(TIME.is_not(None))
        order.insert(0, TIME)
    query = query.order_by(*((column.desc() for column in order) if filter.latest else order))
    query = query.limit(filter.limit).offset(filter.offset or None)
    return entries_of(connection, connection.execute(query).all(), view.known_at)


def _asked(connection: Connection, filter: Filter, view: View) -> tuple[Select[Any], ColumnElement[str]]:
    """Return the query for the rows that a filter asks for, and the column by which to order their reports.

    With a side asked for it goes by that side's rows in the order of days, and so ends with the last row of a page.
    """
    taking_part = sides(connection, filter)
    if not taking_part:
        query = select(records).where(*seen(view), *reported(view.as_of), *wanted(filter, view))
        return query, records.c.reported
    query = select(records).join(participants, participants.c.record == records.c.pk)
    query = query.where(*seen(view), *reported(view.as_of, participants.c.reported), *first_of(taking_part[0]))
    query = query.where(*wanted(replace(filter, kinds=()), view))
    query = query.where(*(side.takes_part(records.c.pk) for side in taking_part[1:]))
    if filter.kinds:
        query = query.where(participants.c.kind.in_(filter.kinds))
    return query, participants.c.reported


def count(connection: Connection, filter: Filter, view: View) -> int:
    """Return how many records a filter asks for, its limit aside."""
    return _number(connection, _counted(filter, view).where(*reported(view.as_of)))


def outside(connection: Connection, filter: Filter, view: View) -> tuple[int, int]:
    """Return how many records the view of a day leaves out: those possibly reported by then, and the undated ones."""
    if view.as_of is None:
        return 0, 0
    query = _counted(filter, view)
    uncertain = query.with_hint(records, "INDEXED BY records_uncertain", "sqlite")
    possibly = _number(connection, uncertain.where(possibly_reported(view.as_of)))
    return possibly, _number(connection, query.where(undated()))


def _counted(filter: Filter, view: View) -> Select[Any]:
    query = select(func.count()).where(*seen(view), *wanted(filter, view))
    for side in asked_sides(filter):
        query = query.where(records.c.pk.in_(side.records()))
    return query


def _number(connection: Connection, query: Select[Any]) -> int:
    return int(connection.execute(query).scalar_one())


def by_id(connection: Connection, ids: Collection[str], view: View) -> dict[str, Entry]:
    """Return entries by record id, whenever they were reported; an id that is not in the view is left out."""
    rows: list[Row[Any]] = []
    for some in chunks(ids):
        rows += connection.execute(select(records).where(*seen(view), records.c.id.in_(some)))
    return {entry.record.id: entry for entry in entries_of(connection, rows, view.known_at)}


def of_articles(connection: Connection, articles: Collection[str], view: View) -> list[Entry]:
    """Return all entries of articles in canonical order, whenever they were reported."""
    rows: list[Row[Any]] = []
    for some in chunks(articles):
        rows += connection.execute(select(records).where(*seen(view), records.c.article.in_(some)))
    return sorted(entries_of(connection, rows, view.known_at), key=lambda entry: entry.order)


def members(connection: Connection, names: Collection[str], known_at: str | None) -> dict[str, list[Entry]]:
    """Return the entries of each thread in canonical order: all of them, for the fold looks at days by itself."""
    placed: list[tuple[str, str]] = []
    for some in chunks(names):
        query = select(heads.c.head, heads.c.record).where(heads.c.head.in_(some), known(heads, known_at))
        placed += [(head, record) for head, record in connection.execute(query)]
    entries = by_id(connection, [record for _, record in placed], View(known_at=known_at))
    found: dict[str, list[Entry]] = {}
    for head, record in sorted(placed):
        if record in entries:
            found.setdefault(head, []).append(entries[record])
    return {head: sorted(group, key=lambda entry: entry.order) for head, group in found.items()}


def heads_of(connection: Connection, ids: Collection[str], known_at: str | None) -> dict[str, str]:
    """Return the head of the thread of each record that is in one."""
    found: dict[str, str] = {}
    for some in chunks(ids):
        query = select(heads.c.record, heads.c.head).where(heads.c.record.in_(some), known(heads, known_at))
        found.update((record, head) for record, head in connection.execute(query))
    return found


def resolve(connection: Connection, prefix: str) -> str:
    """Return the one record id, ever recorded, that begins so: "eng-7f3a", "7f3a" or the whole id."""
    letters, dash, digits = prefix.strip().lower().rpartition("-")
    if not digits or not set(digits) <= set("0123456789abcdef") or (dash and letters not in LETTERS):
        raise AbsentError(f"{prefix!r} is no id; ids look like eng-7f3a, lists show them in their first column")
    query = select(records.c.id).distinct().where(records.c.id >= digits, records.c.id < digits + "g")
    if dash:
        query = query.where(records.c.kind.in_(LETTERS[letters]))
    found = sorted(connection.execute(query.order_by(records.c.id).limit(6)).scalars())
    if len(found) > 1 and digits not in found:
        some = ", ".join(found[:5]) + (", ..." if len(found) > 5 else "")
        raise QuestionError(f"{prefix!r} could be any of {some}; give more digits")
    if not found:
        raise AbsentError(f"no record has an id that begins with {prefix!r}")
    return digits if digits in found else found[0]


def short_ids(connection: Connection, kinds: Mapping[str, str]) -> dict[str, str]:
    """Return the shortest unambiguous id of each record, given as id -> kind: "eng-7f3a", four digits at least."""
    other = records.alias()
    before = select(func.max(other.c.id)).where(other.c.id < records.c.id).scalar_subquery()
    after = select(func.min(other.c.id)).where(other.c.id > records.c.id).scalar_subquery()
    found: dict[str, str] = {}
    for some in chunks(kinds):
        for id, *near in connection.execute(select(records.c.id, before, after).where(records.c.id.in_(some))):
            digits = max(4, *(_shared(id, other or "") + 1 for other in near))
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
    for some in chunks(articles):
        query = select(appearances).where(appearances.c.article.in_(some), known(appearances, known_at))
        for row in connection.execute(query):
            found[row.article].append(appearance_from(row._mapping))
    return {article: sorted(those, key=_shown_first) for article, those in found.items()}


def _shown_first(appearance: Appearance) -> tuple[bool, str, str, str, str]:
    published = appearance.published
    days = (published.to, published.from_) if published else ("", "")
    return (published is None, *days, appearance.publisher or "", appearance.url or "")


def clusters_of(connection: Connection, articles: Iterable[str], known_at: str | None) -> dict[str, str]:
    """Return the cluster of each article that was given one."""
    found: dict[str, str] = {}
    for some in chunks(articles):
        query = select(clusters.c.article, clusters.c.cluster)
        query = query.where(clusters.c.article.in_(some), known(clusters, known_at))
        found.update((article, cluster) for article, cluster in connection.execute(query))
    return found


def chunks(values: Iterable[_Value]) -> Iterator[list[_Value]]:
    """Yield values in lists short enough to be bound in one query."""
    rest = iter(values)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def export(connection: Connection, view: View) -> Iterator[Entry]:
    """Yield all entries of a view in canonical order, some hundred at a time."""
    order = (records.c.reported, records.c.article, records.c.id)
    query = select(records).where(*seen(view), *reported(view.as_of)).order_by(*order)
    with connection.execute(query, execution_options={"stream_results": True}) as result:
        for rows in result.partitions(AT_ONCE):
            yield from entries_of(connection, rows, view.known_at)
