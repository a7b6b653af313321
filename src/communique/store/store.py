"""Opens a record store and keeps it: everything read, linked and decided, and what was known of it at any moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine

from communique.records.record import Record
from communique.records.views import Fault
from communique.store import checking
from communique.store.layers import Held
from communique.store.opening import WAIT, open_engine
from communique.store.reading import Reader
from communique.store.refusals import in_plain_words, place
from communique.store.shelf import Sought, StoreShelf
from communique.store.writing import Writer


def open_store(
    store: str | Path = "communique.db", *, create: bool = True, read_only: bool = False, wait: float = WAIT
) -> Store:
    """Open a store: a SQLite file (made if `create`), or a PostgreSQL database by URL. It is a context manager.

    Tables of an older version are upgraded if `create`. `wait` is in seconds: how long a writer waits for another one.
    StoreError, in one line that says how to mend it, if the store cannot be used.
    """
    return Store(open_engine(store, create=create, read_only=read_only, wait=wait))


def _no_keys(_: Record) -> tuple[str, ...]:
    return ()


class Snapshot(Reader):
    """A store as it was when it was first asked, through one connection; for one thread."""

    def __init__(self, connection: Connection) -> None:
        """Ask through a connection whose transaction has begun."""
        self._connection = connection

    def connected(self) -> AbstractContextManager[Connection]:
        """Return the connection of the snapshot."""
        return nullcontext(self._connection)


class Store(Reader):
    """A record store. Safe to use from several processes: readers never wait, writers wait for one another."""

    def __init__(self, engine: Engine) -> None:
        """Take over an engine whose tables are there; see `open_store`."""
        self._engine = engine
        self.place = place(engine.url)

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """Return a connection for the length of one question."""
        with in_plain_words(self._engine.url), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Reader]:
        """Ask several things of one moment: whatever others write meanwhile, all answers are of one state."""
        with in_plain_words(self._engine.url), self._engine.connect() as connection, connection.begin():
            yield Snapshot(connection)

    @contextmanager
    def writing(self, at: str, held: Held = _no_keys) -> Iterator[Writer]:
        """Write in one transaction, at the moment `at` (ISO): all of it is stored, or after an error nothing.

        `held` gives the block keys of a record (link.keys). StoreError if another process writes for too long.
        """
        engine = self._engine.execution_options(writing=True)
        with in_plain_words(engine.url), engine.begin() as connection:
            yield Writer(connection, at, held)

    @contextmanager
    def shelf(self, sought: Sought, horizon: Callable[[str], int | None]) -> Iterator[StoreShelf]:
        """Look for neighbours of records without writing; see `Writer.shelf`."""
        with self.connected() as connection:
            yield StoreShelf(connection, sought, horizon)

    def check(self) -> list[Fault]:
        """Return what is wrong in the store; an empty list if all is well."""
        with self.connected() as connection:
            return list(checking.check(connection))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()
