"""Clients of the API: over an affair made by hand, over the bundled stories, and one that may write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from affairs import AFFAIR
from communique.api.application import create_application
from communique.store import Store
from filling import fill

TOKEN = "a token of eleven letters"
HERE = "http://localhost"
ASKED = {
    "actor": {"name": "chile"},
    "dyad": {"a": "peru", "b": "chile"},
    "since": {"when": "2000-01-01"},
    "search": {"text": "border"},
}
"""The parameters that a question needs."""
QUESTIONS = (
    "engagements", "pending", "overdue", "proposals", "allegations", "matters", "statements", "positions", "events",
    "actor", "dyad", "timeline", "since", "search", "basis", "brief",
)  # fmt: skip


@pytest.fixture(scope="session")
def affair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return the affair of tests/affairs.py; nothing writes to it."""
    with fill(tmp_path_factory.mktemp("api") / "affair.db", [tell() for tell in AFFAIR]) as store:
        yield store


@pytest.fixture(scope="session")
def client(affair: Store) -> TestClient:
    """Return a client that may only read."""
    return TestClient(create_application(affair), base_url=HERE)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Store]:
    """Return a store of the test's own."""
    with fill(tmp_path / "own.db", [tell() for tell in AFFAIR]) as store:
        yield store


@pytest.fixture
def ana(own: Store) -> TestClient:
    """Return a client with the token."""
    application = create_application(own, token=TOKEN)
    return TestClient(application, base_url=HERE, headers={"Authorization": f"Bearer {TOKEN}"})
