"""What linking derived, as rows that open and close: only what has become different is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, select, update

from communique.records.links import Link
from communique.records.views import State
from communique.store.entries import chunks
from communique.store.rows import state_row
from communique.store.tables import clusters, heads, links, states

Told = dict[str, Any]


def put_placements(
    connection: Connection, at: str, placed: Mapping[str, tuple[Link | None, str | None] | None]
) -> None:
    """Store the head and the placing link of each record."""
    put_links(connection, at, {id: [place[0]] if place and place[0] else [] for id, place in placed.items()})
    rows = [{"record": id, "head": place[1]} for id, place in placed.items() if place and place[1]]
    _replace(connection, at, heads, "record", placed, rows)


def put_links(connection: Connection, at: str, outgoing: Mapping[str, Sequence[Link]]) -> None:
    """Store all links that go out from each record."""
    names = ("relation", "a", "b", "score", "why", "by")
    rows = [{name: getattr(link, name) for name in names} for those in outgoing.values() for link in those]
    _replace(connection, at, links, "a", outgoing, rows)


def put_states(connection: Connection, at: str, by_head: Mapping[str, Sequence[State]]) -> None:
    """Store all states of each thread."""
    rows = [state_row(state) for those in by_head.values() for state in those]
    _replace(connection, at, states, "head", by_head, rows)


def put_clusters(connection: Connection, at: str, of_articles: Mapping[str, str]) -> None:
    """Store the cluster of each article."""
    rows = [{"article": article, "cluster": cluster} for article, cluster in of_articles.items()]
    _replace(connection, at, clusters, "article", of_articles, rows)


def _replace(
    connection: Connection, at: str, table: Table, owner: str, owners: Collection[str], wanted: Iterable[Told]
) -> None:
    """Make the live rows of `owners` be those `wanted`: the others are closed, missing ones opened, equal ones kept."""
    missing = {tuple(sorted(row.items(), key=lambda item: item[0])): row for row in wanted}
    names = [c.name for c in table.c if c.name not in ("pk", "recorded_from", "recorded_to")]
    gone = []
    for some in chunks(owners):
        live = select(table).where(table.c[owner].in_(some), table.c.recorded_to.is_(None))
        for row in connection.execute(live):
            told = tuple(sorted((name, row._mapping[name]) for name in names))
            if missing.pop(told, None) is None:
                gone.append({"row": row.pk})
    if gone:
        connection.execute(update(table).where(table.c.pk == bindparam("row")).values(recorded_to=at), gone)
    if missing:
        connection.execute(insert(table), [row | {"recorded_from": at} for row in missing.values()])
