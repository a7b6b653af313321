"""Clients over stores: an affair made by hand, one with hostile words, an empty one, the bundled stories."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from affairs import AFFAIR
from communique.store import Store, open_store
from desks import LEXICON, application, tell_stories
from filling import fill


@pytest.fixture(scope="session")
def affair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return the affair of tests/affairs.py; nothing writes to it."""
    with fill(tmp_path_factory.mktemp("affair") / "affair.db", [tell() for tell in AFFAIR]) as store:
        yield store


@pytest.fixture(scope="session")
def client(affair: Store) -> TestClient:
    """Return a client of the pages over the affair."""
    return TestClient(application(affair))


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a client of the pages over a store without any article."""
    with open_store(tmp_path_factory.mktemp("empty") / "empty.db") as store:
        yield TestClient(application(store))


@pytest.fixture(scope="session")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return the store of both bundled stories; nothing writes to it."""
    with tell_stories(tmp_path_factory.mktemp("stories") / "stories.db") as store:
        yield store


@pytest.fixture(scope="session")
def told(stories: Store) -> TestClient:
    """Return a client of the pages over the bundled stories."""
    return TestClient(application(stories, LEXICON))
