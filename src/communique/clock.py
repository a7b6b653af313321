"""The one place where a clock is read: the day that stands in for an as-of day, the moment at which people write."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> str:
    """Return the present day, ISO, where this machine is."""
    return date.today().isoformat()


def now() -> str:
    """Return the present moment in UTC, ISO form with microseconds."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
