"""The identity of a thread: borrowed from its first record, for a thread is derived anew each time it is looked at."""

from __future__ import annotations

from collections.abc import Iterable

UNDATED = "9999-99-99"
"""Sorts behind every date: a report without one is in no as-of view, so it names no thread that a dated one can."""


def thread_id(members: Iterable[tuple[str | None, str, str]]) -> str:
    """Return the id of the least member, each given as (published ISO date or None, article id, record id).

    The order of the members does not matter; ValueError if there are none.
    """
    return min((published or UNDATED, article, record) for published, article, record in members)[2]
