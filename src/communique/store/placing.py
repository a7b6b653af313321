"""What linking derived, as rows that open and close: only what has become different is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, insert, select, update

from communique.records.links import Link
from communique.records.views import State
from communique.store.entries import heads_of, matching
from communique.store.rows import state_row
from communique.store.tables import clusters, heads, links, participants, parties, records, states

Told = dict[str, Any]


def put_placements(
    connection: Connection, at: str, placed: Mapping[str, tuple[Link | None, str | None] | None]
) -> None:
    """Store the head and the placing link of each record."""
    put_links(connection, at, {id: [place[0]] if place and place[0] else [] for id, place in placed.items()})
    rows = [{"record": id, "head": place[1]} for id, place in placed.items() if place and place[1]]
    before = heads_of(connection, placed, None)
    _replace(connection, at, heads, "record", placed, rows)
    _put_parties(connection, at, before, {row["record"]: row["head"] for row in rows})


def _put_parties(connection: Connection, at: str, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Store who takes part in the threads that records belonged to and belong to now.

    All records of a thread are looked at only if one has left it, or says something else.
    """
    changed = _other_versions(connection, at, after)
    anew = {head for record, head in before.items() if record in changed or after.get(record) != head}
    gained = [record for record, head in after.items() if head not in anew and before.get(record) != head]
    wanted = _taking_part(connection, heads.c.record, gained)
    missing = sorted(wanted - _stored(connection, {head for head, _ in wanted}))
    if missing:
        told = [{"head": head, "party": party, "recorded_from": at} for head, party in missing]
        connection.execute(insert(parties), told)
    found = sorted(_taking_part(connection, heads.c.head, sorted(anew)))
    rows = [{"head": head, "party": party} for head, party in found]
    _replace(connection, at, parties, "head", sorted(anew), rows)


def _taking_part(connection: Connection, column: ColumnElement[str], values: Iterable[str]) -> set[tuple[str, str]]:
    """Return head and party (actor id or ISO3) for the live records, those with these ids or in these threads."""
    asked = select(heads.c.head, participants.c.actor, participants.c.iso3).distinct()
    asked = asked.join(records, records.c.id == heads.c.record)
    asked = asked.join(participants, participants.c.record == records.c.pk)
    asked = asked.where(heads.c.recorded_to.is_(None), records.c.recorded_to.is_(None))
    found = matching(connection, asked, column, values)
    return {(head, name) for head, *names in found for name in names if name is not None}


def _stored(connection: Connection, names: Iterable[str]) -> set[tuple[str, str]]:
    """Return head and party as the live rows of threads say."""
    live = select(parties.c.head, parties.c.party).where(parties.c.recorded_to.is_(None))
    return {(head, party) for head, party in matching(connection, live, parties.c.head, sorted(names))}


def _other_versions(connection: Connection, at: str, ids: Iterable[str]) -> set[str]:
    """Return those of the records of which this transaction has closed a version."""
    closed = select(records.c.id).where(records.c.recorded_to == at)
    return {id for (id,) in matching(connection, closed, records.c.id, ids)}


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
    for row in matching(connection, select(table).where(table.c.recorded_to.is_(None)), table.c[owner], owners):
        told = tuple(sorted((name, row._mapping[name]) for name in names))
        if missing.pop(told, None) is None:
            gone.append({"row": row.pk})
    if gone:
        connection.execute(update(table).where(table.c.pk == bindparam("row")).values(recorded_to=at), gone)
    if missing:
        connection.execute(insert(table), [row | {"recorded_from": at} for row in missing.values()])
