"""A store of each kind for every test: a file of SQLite, and a schema of a real PostgreSQL where that is installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from communique.store import Store, open_store
from communique.store.tables import metadata


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty store, to be copied: making the tables takes longer than most tests."""
    path = tmp_path_factory.mktemp("template") / "record.db"
    open_store(path).close()
    return path


@pytest.fixture(scope="session")
def database(server: str) -> str:
    """Return the URL of a database with empty tables."""
    open_store(server).close()
    return server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where an empty store is: a path, or the URL of a database."""
    if request.param == "sqlite":
        copied = tmp_path / "record.db"
        shutil.copyfile(request.getfixturevalue("template"), copied)
        return str(copied)
    url: str = request.getfixturevalue("database")
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        for name in (*(table.name for table in reversed(metadata.sorted_tables)), "record_words", "article_words"):
            connection.execute(text(f"DELETE FROM {name}"))
    engine.dispose()
    return url


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """Return an empty store."""
    with open_store(address) as opened:
        yield opened
