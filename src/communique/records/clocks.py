"""The three clocks: when a thing happened, when it was reported, when it entered the store.

Dates compare as ISO strings; nothing here asks what day it is.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from communique.errors import RecordError
from communique.records.actors import When
from communique.records.texts import Publication

Reported = Literal["yes", "possibly", "no"]

UNDATED = "9999-99-99"
"""Sorts behind every date: a report without one is in no as-of view, so it names no thread that a dated one can."""


def reported(published: Publication | None, as_of: str) -> Reported:
    """Return whether an article counts as reported on day `as_of` (ISO, inclusive).

    One that appeared on some day of an interval is reported from its last day on, possibly from its first.
    One without a date is in no view of a day.
    """
    if published is None or as_of < published.from_[:10]:
        return "no"
    return "yes" if as_of >= published.to[:10] else "possibly"


def check_when(when: When) -> None:
    """Raise RecordError for ends that are no ISO dates, an interval that ends before it begins, or no reason given."""
    try:
        ends = [None if end is None else _day(end) for end in (when.from_, when.to)]
    except ValueError as error:
        raise RecordError(f"when: {error}") from error
    first, last = ends
    if first is not None and last is not None and first > last:
        raise RecordError(f"when: {when.from_} to {when.to} ends before it begins")
    if not when.why:
        raise RecordError("when: no rule or reason is named in `why`")
    if when.granularity == "day" and (first is None) == (last is None) and first != last:
        raise RecordError(f"when: {when.from_} to {when.to} is no day")


def _day(text: str) -> date:
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text).date()
