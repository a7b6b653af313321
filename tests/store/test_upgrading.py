"""A store of an older version is brought to this one where it is, with all that it knew at any moment.

version_0001.json holds the rows that communique at version 0001 wrote for the affair of tests/affairs.py, whose first
article was then read again with one record less.
"""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Row, create_engine, event, select, text

from communique.records.views import UNREPORTED, Filter, View
from communique.store import Store, open_store
from communique.store.matters import find_states
from communique.store.migrating import FOLDER, LATEST
from communique.store.rows import record_from, record_row
from communique.store.search import ARTICLE_WORDS, RECORD_WORDS, add_words
from communique.store.tables import heads, metadata, moments, participants, parties, records
from stores import KINDS, Stores

ROWS = json.loads((Path(__file__).parent / "version_0001.json").read_text(encoding="utf-8"))


@pytest.fixture(params=KINDS)
def first(request: pytest.FixtureRequest, stores: Stores) -> str:
    """Return the address of a store as version 0001 left it."""
    address = stores.bare(request.param)
    driver = "sqlite:///" + address if request.param == "sqlite" else address.replace("://", "+psycopg://")
    engine = create_engine(driver)
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for table in metadata.sorted_tables:
            rows = [
                {name: _value(table, name, value) for name, value in row.items()} for row in ROWS.get(table.name, ())
            ]
            names = ", ".join(f'"{name}"' for name in (rows[0] if rows else ()))
            marks = ", ".join(f":{name}" for name in (rows[0] if rows else ()))
            if rows:
                connection.execute(text(f"INSERT INTO {table.name} ({names}) VALUES ({marks})"), rows)
        for index, of in ((RECORD_WORDS, "records"), (ARTICLE_WORDS, "articles")):
            add_words(connection, index, [{"rowid": row["pk"], "words": "border talks"} for row in ROWS[of]])
    engine.dispose()
    return address


def _value(table: Any, name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return base64.b64decode(value["base64"])
    return bool(value) if value is not None and table.c[name].type.python_type is bool else value


def test_what_is_added_to_the_rows_is_what_a_new_store_would_say(first: str) -> None:
    with open_store(first) as store:
        assert store.check() == []
        with store.connected() as connection:
            found = connection.execute(select(records)).all()
            assert len(found) == len(ROWS["records"])
            assert [(row.quoted, row.lasting) for row in found] == [_told_now(row) for row in found]
            assert {row.quoted for row in found} == {True, False} and len({row.lasting for row in found}) > 2
            assert connection.execute(text("SELECT version_num FROM communique_version")).scalar() == LATEST


def test_a_store_brought_up_has_the_indexes_of_this_version(first: str) -> None:
    wanted = {str(index.name) for table in metadata.tables.values() for index in table.indexes}
    queries = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'index'",
        "postgresql": "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()",
    }
    with open_store(first) as store, store.connected() as connection:
        found = set(connection.execute(text(queries[connection.dialect.name])).scalars())
    assert wanted <= found


def test_states_are_found_along_the_index_that_holds_them_so(stores: Stores) -> None:
    late = Filter(kinds=("engagement",), statuses=(UNREPORTED,), limit=5)
    contested = Filter(kinds=("proposal",), contested=True, latest=True, limit=5)
    last = Filter(kinds=("allegation",), latest=True, limit=5)
    with open_store(stores.empty("sqlite")) as store:
        for index, asked in (("states_by_status", late), ("states_contested", contested), ("states_by_day", last)):
            plan = _plan(store, asked)
            assert any(index in step for step in plan) and not any("SCAN states" in step for step in plan), plan


def _plan(store: Store, filter: Filter) -> list[str]:
    """Return how SQLite goes about the states that are asked for."""
    with store.connected() as connection:
        told: list[str] = []

        def note(_: Any, __: Any, statement: str, values: Any, *___: Any) -> None:
            if statement.startswith("SELECT") and "FROM states" in statement:
                raw = connection.connection.driver_connection
                assert raw is not None
                told.extend(row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}", values))

        event.listen(connection, "before_cursor_execute", note)
        find_states(connection, filter, View(as_of="2023-03-09"))
    return told


def _told_now(row: Row[Any]) -> tuple[bool, int | None]:
    told = record_row(record_from(row._mapping), (row.reported_from, row.reported), row.until)
    return told["quoted"], told["lasting"]


def test_who_took_part_in_a_thread_is_known_for_every_moment(first: str) -> None:
    with open_store(first) as store, store.connected() as connection:
        at = list(connection.execute(select(moments.c.at).order_by(moments.c.at)).scalars())
        told = [_parties_at(connection, moment) for moment in at]
        assert told == [_members_at(connection, moment) for moment in at]
        assert len({frozenset(names) for names in told}) > 1
        live = select(parties.c.head, parties.c.party).where(parties.c.recorded_to.is_(None))
        assert sorted(map(tuple, connection.execute(live))) == sorted(told[-1])
        chile = Filter(kinds=("engagement",), actors=("CHL",))
        assert store.states(chile, View(known_at=at[0])) and store.states(chile)


def _parties_at(connection: Connection, at: str) -> set[tuple[str, str]]:
    known = select(parties.c.head, parties.c.party).where(parties.c.recorded_from <= at)
    known = known.where(parties.c.recorded_to.is_(None) | (parties.c.recorded_to > at))
    return {(head, party) for head, party in connection.execute(known)}


def _members_at(connection: Connection, at: str) -> set[tuple[str, str]]:
    query = select(heads.c.head, participants.c.actor, participants.c.iso3).join(
        records, records.c.id == heads.c.record
    )
    query = query.join(participants, participants.c.record == records.c.pk)
    for table in (heads, records):
        query = query.where(table.c.recorded_from <= at, table.c.recorded_to.is_(None) | (table.c.recorded_to > at))
    return {(head, name) for head, *names in connection.execute(query) for name in names if name is not None}
