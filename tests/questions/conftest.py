"""One store with the affair of tests/affairs.py, for all questions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from affairs import AFFAIR
from communique.store import Store
from filling import fill
from stores import KINDS, Stores


@pytest.fixture(scope="session", params=KINDS)
def affair(request: pytest.FixtureRequest, stores: Stores) -> Iterator[Store]:
    """Return the store; nothing writes to it."""
    with fill(stores.empty(request.param), [tell() for tell in AFFAIR]) as store:
        yield store
