"""What happened to a store: its moments, its decisions, what changed between two moments."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from communique.records.links import Decision, Entry
from communique.store.entries import entries_of
from communique.store.moments import moment
from communique.store.rows import decision_from
from communique.store.tables import decisions, moments, records


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a record between two moments; `before` None: it is new, `after` None: it is gone."""

    before: Entry | None
    after: Entry | None


def last_moment(connection: Connection) -> str | None:
    """Return when the store was last written to; None if never."""
    return connection.execute(select(func.max(moments.c.at))).scalar()


def decisions_of(
    connection: Connection, known_at: str | None, verbs: Collection[str] = (), articles: Collection[str] = ()
) -> list[Decision]:
    """Return the decisions taken by a moment in their order (of some verbs, about some articles: () is any); those
    withdrawn by then say when."""
    query = select(decisions).order_by(decisions.c.number)
    if verbs:
        query = query.where(decisions.c.verb.in_(sorted(verbs)))
    if articles:
        query = query.where(decisions.c.article.in_(sorted(articles)))
    if known_at is None:
        return [decision_from(row._mapping) for row in connection.execute(query)]
    at = moment(known_at)
    told = []
    for row in connection.execute(query.where(decisions.c.at <= at)):
        later = row.withdrawn is not None and row.withdrawn > at
        told.append(decision_from({**row._mapping, "withdrawn": None if later else row.withdrawn}))
    return told


def changes(connection: Connection, since: str | None, until: str | None) -> list[Change]:
    """Return what was opened or closed after `since` (None: from the beginning), up to and with `until` (None: now).

    In canonical order of what is there now, or of what is gone. What came and went in between is no change.
    """
    start = moment(since) if since is not None else ""
    end = moment(until) if until is not None else "~"
    c = records.c
    opened = select(records).where(c.recorded_from > start, c.recorded_from <= end)
    opened = opened.where((c.recorded_to.is_(None)) | (c.recorded_to > end))
    closed = select(records).where(c.recorded_to > start, c.recorded_to <= end, c.recorded_from <= start)
    after = {e.record.id: e for e in entries_of(connection, connection.execute(opened).all(), until)}
    rows = connection.execute(closed).all() if since is not None else []
    before = {e.record.id: e for e in entries_of(connection, rows, since)}
    found = [Change(before.get(id), after.get(id)) for id in {**before, **after}]
    return sorted(found, key=_order)


def _order(change: Change) -> tuple[str, str, str]:
    entry = change.after or change.before
    assert entry is not None
    return entry.order
