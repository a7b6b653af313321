"""One store with the affair of tests/affairs.py, for all questions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from affairs import AFFAIR
from communique.store import Store
from filling import fill


@pytest.fixture(scope="session")
def affair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return the store; nothing writes to it."""
    with fill(tmp_path_factory.mktemp("affair") / "affair.db", [tell() for tell in AFFAIR]) as store:
        yield store
