"""Checking goes through a store some articles at a time, and finds the same however many these are."""

from __future__ import annotations

import pytest
from sqlalchemy import text

import wires
from communique import workflow
from communique.store import Store
from communique.workflow import checking

HARM = "UPDATE heads SET head = record WHERE record = (SELECT max(record) FROM heads WHERE head <> record)"


def test_faults_do_not_depend_on_how_many_articles_are_looked_at_together(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for article in wires.reports(16):
        workflow.enter(store, article, wires.read(article), wires.RUN, wires.AT)
    found: dict[int, list[str]] = {}
    for harm in ("", HARM, "DELETE FROM links"):
        with store._engine.begin() as connection:
            connection.execute(text(harm or "SELECT 1"))
        for at_once in (1, 3, 50):
            monkeypatch.setattr(checking, "AT_ONCE", at_once)
            found[at_once] = sorted(map(str, workflow.check(store)))
        assert found[1] == found[3] == found[50]
        assert bool(found[1]) == bool(harm)
