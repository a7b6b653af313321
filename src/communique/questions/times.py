"""Whether a thing lies within the days asked for, whether it was reported by a day: intervals, never points."""

from __future__ import annotations

from communique.questions.answers import Within
from communique.records.actors import When
from communique.records.clocks import reported
from communique.records.links import Entry


def within(when: When | None, first: str | None, last: str | None) -> Within | None:
    """Return whether a time lies certainly or possibly within the days from `first` to `last`; None if it does not.

    Something without a time lies within no days, unless none are asked for.
    """
    if first is None and last is None:
        return "certainly"
    if when is None or (when.from_ is None and when.to is None):
        return None
    start, end = (when.from_ or "")[:10], (when.to or "9999")[:10]
    if (last is not None and start > last) or (first is not None and end < first):
        return None
    inside = (first is None or start >= first) and (last is None or end <= last)
    return "certainly" if inside else "possibly"


def seen(entry: Entry, as_of: str | None) -> bool:
    """Return whether an entry is in the view of a day: certainly reported, not yet replaced by a corrected version."""
    if as_of is None:
        return entry.until is None
    return reported(entry.published, as_of) == "yes" and (entry.until is None or entry.until > as_of)
