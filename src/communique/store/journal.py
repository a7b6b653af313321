"""What happened to a store: its moments and its decisions."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, func, select

from communique.records.links import Decision
from communique.store.moments import moment
from communique.store.rows import decision_from
from communique.store.tables import decisions, moments


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
