"""Moments of a store, and the days that cut reports: ISO text that sorts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from communique.errors import QuestionError

_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


def moment(text: str) -> str:
    """Return a moment as the store writes it: UTC with microseconds. A bare day means its end, for days are inclusive.

    A time without a zone is taken as UTC. QuestionError if `text` is no ISO day or time.
    """
    try:
        if len(text) == 10:
            return f"{date.fromisoformat(text).isoformat()}T23:59:59.999999Z"
        told = datetime.fromisoformat(text)
    except ValueError as error:
        raise QuestionError(f"{text!r} is no moment; write one as 2023-03-01 or 2023-03-01T09:30:00Z") from error
    return (told if told.tzinfo else told.replace(tzinfo=UTC)).astimezone(UTC).strftime(_FORM)


def after(at: str, last: str | None) -> str:
    """Return `at`, or the microsecond after `last` if `at` is not later: no two transactions share a moment."""
    if last is None or at > last:
        return at
    return (datetime.fromisoformat(last) + timedelta(microseconds=1)).strftime(_FORM)


def day_after(day: str) -> str:
    """Return the next ISO day; QuestionError if `day` is none. Everything of a day sorts before the day after it."""
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError) as error:
        raise QuestionError(f"{day!r} is no day; write one as 2023-03-01") from error
