"""Looks whether a store keeps what it promises."""

from __future__ import annotations

from sqlalchemy import Connection


def check(connection: Connection) -> list[str]:
    """Return what is wrong, a line each."""
    return []
