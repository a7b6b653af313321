"""Opens a store: one SQLite file, or a PostgreSQL database by URL; makes and upgrades its tables."""

from __future__ import annotations

import os
import sqlite3
from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, OperationalError

from communique.errors import StoreError
from communique.store.migrating import LATEST, VERSIONS, upgrade
from communique.store.refusals import CLOSED, in_plain_words, place

WAIT = 10.0
"""Seconds that a writer waits for another one."""


def open_engine(store: str | Path, *, create: bool, read_only: bool, wait: float) -> Engine:
    """Return the engine of a store whose tables are there and of this version; StoreError if it cannot be used."""
    url = _url(store)
    try:
        engine = _sqlite(url, create, read_only, wait) if url.get_backend_name() == "sqlite" else _postgres(url, wait)
    except PermissionError as error:
        raise StoreError(f"{place(url)}: {CLOSED}") from error
    try:
        with in_plain_words(engine.url):
            _prepare(engine, create and not read_only, wait)
    except StoreError:
        engine.dispose()
        raise
    return engine


def _url(store: str | Path) -> URL:
    if isinstance(store, Path) or "://" not in store:
        return URL.create("sqlite", database=str(store))
    try:
        url = make_url(store)
    except ArgumentError as error:
        raise StoreError(
            f"{store}: is no address of a store; name a file or postgresql://user@host/database"
        ) from error
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise StoreError(f"{place(url)}: a store is a SQLite file or a PostgreSQL database, not {url.drivername}")
    return url


def _sqlite(url: URL, create: bool, read_only: bool, wait: float) -> Engine:
    path = Path(url.database or "")
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name a file in it, such as {path / 'communique.db'}")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.parent}; make it first, or name another file with --store")
    if not path.exists() and (read_only or not create):
        raise StoreError(f"{path}: there is no such store; `communique add` makes one, --store names another")
    how = {"uri": "true", "mode": "ro" if read_only else "rwc"}
    if path.exists() and not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists():
        how |= {"mode": "ro", "immutable": "1"}  # no place for the files that let readers and writers share it
    file = URL.create("sqlite", database=f"file:{_quoted(path)}", query=how)
    engine = create_engine(file, connect_args={"timeout": wait})

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where we say, see below
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -65536")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _quoted(path: Path) -> str:
    """Return a path for a SQLite URI: what has a meaning there is escaped."""
    return str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _postgres(url: URL, wait: float) -> Engine:
    if find_spec("psycopg") is None:
        raise StoreError(f"{place(url)}: PostgreSQL needs one more package: pip install 'communique[postgres]'")
    engine = create_engine(url.set(drivername="postgresql+psycopg"))

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        if connection.get_execution_options().get("writing", False):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(wait * 1000)}")
            connection.exec_driver_sql(
                "SELECT pg_advisory_xact_lock(hashtext('communique'), hashtext(current_schema()))"
            )
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")

    return engine


def _prepare(engine: Engine, create: bool, wait: float) -> None:
    """Make or upgrade the tables where that is needed and allowed; refuse what is not ours or too new."""
    with engine.connect() as connection:
        version, tables = _version(connection)
    _check(engine.url, version, tables, create)
    if version == LATEST or not create:
        return
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:  # outside of any transaction, once for the file's life
            _log_ahead(connection.connection.driver_connection, wait)  # type: ignore[arg-type]
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        version, tables = _version(connection)  # another process may have been faster
        _check(engine.url, version, tables, create)
        if version != LATEST:
            upgrade(connection)


def _log_ahead(file: sqlite3.Connection, wait: float) -> None:
    """Let readers and a writer share the file; for this lock alone SQLite does not wait by itself."""
    change, until = "PRAGMA journal_mode = WAL", monotonic() + wait
    while True:
        try:
            file.execute(change)
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() >= until:
                raise OperationalError(change, None, error) from error
            sleep(0.05)
        else:
            return


def _version(connection: Connection) -> tuple[str | None, bool]:
    """Return the version of the tables, None if there are none of ours; and whether there are any tables at all."""
    names = inspect(connection).get_table_names()
    if "communique_version" not in names:
        return None, bool(names)
    return connection.execute(text("SELECT version_num FROM communique_version")).scalar(), True


def _check(url: URL, version: str | None, tables: bool, create: bool) -> None:
    if version is None and tables:
        raise StoreError(f"{place(url)}: is a database of another program; name another with --store")
    if version is None and not create:
        raise StoreError(f"{place(url)}: is empty, not a record store; `communique add` makes one")
    if version is not None and version not in VERSIONS:
        raise StoreError(
            f"{place(url)}: was written by a newer communique ({version}); upgrade: pip install -U communique"
        )
    if version != LATEST and not create:
        raise StoreError(f"{place(url)}: has the older form {version}; `communique add` brings it to {LATEST}")
