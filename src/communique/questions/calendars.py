"""Engagements as a calendar (RFC 5545): whole days only, the slot as wide as it was told, the status in the summary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from communique.questions import lines, phrases, wording
from communique.questions.answers import Matter
from communique.records.actors import When

if TYPE_CHECKING:
    from icalendar import Event

DESK = "http://127.0.0.1:8000"
"""Where `communique serve` shows its pages if nothing else is asked."""

STATUSES = {"held": "CONFIRMED", "under_way": "CONFIRMED", "confirmed": "CONFIRMED", "cancelled": "CANCELLED",
            "refused": "CANCELLED"}  # fmt: skip
"""Status of an engagement -> that of an entry; all others, among them announced and outcome unreported: TENTATIVE."""


def calendar(matters: Sequence[Matter], said: str, desk: str = DESK, as_of: str | None = None) -> str:
    """Return the engagements that have some day, as the text of an .ics file; `said` tells from when one looked.

    A slot of several days takes them all; one with an open end stands on the one day that is known; the summary says
    so: "(2024-03)", "(until 2024-03-20)". Entries link to their pages at `desk`, as of a day if one is given. An
    engagement keeps its UID, the id of its thread.
    """
    from icalendar import Calendar

    timed = [(matter, when) for matter in matters for when in (_when(matter),) if when is not None]
    left = len(matters) - len(timed)
    made = Calendar()
    made.add("prodid", "-//communique//the diplomatic record//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", "Diplomatic engagements")
    without = f" {phrases.plural(left, 'engagement')} without any day left out." if left else ""
    made.add("x-wr-caldesc", said + without)
    for matter, when in timed:
        made.add_component(_entry(matter, when, desk, as_of))
    return str(made.to_ical(), "utf-8")


def _when(matter: Matter) -> When | None:
    """Return when it was, else the slot announced for it; None where no day is told."""
    found = matter.thread.when or matter.thread.window
    return found if found is not None and (found.from_ or found.to) else None


def _entry(matter: Matter, when: When, desk: str, as_of: str | None) -> Event:
    from icalendar import Event

    first, last = _days(when)
    thread, told = matter.thread, Event()
    told.add("uid", thread.id)
    told.add("dtstamp", datetime.combine(_reported(matter) or first, datetime.min.time(), UTC))
    told.add("dtstart", first)
    told.add("dtend", last + timedelta(days=1))
    told.add("summary", _summary(matter, when))
    told.add("status", STATUSES.get(thread.status, "TENTATIVE"))
    told.add("transp", "TRANSPARENT")
    told.add("categories", [phrases.spaced(thread.type)])
    if thread.where is not None:
        told.add("location", thread.where.name)
    told.add("description", "\n".join(_described(matter)))
    told.add("url", f"{desk.rstrip('/')}/matter/{matter.short}" + (f"?as_of={as_of}" if as_of else ""))
    return told


def _days(when: When) -> tuple[date, date]:
    """Return the first and the last day; of an open interval the one that is known, twice."""
    first, last = (when.from_ or when.to or "")[:10], (when.to or when.from_ or "")[:10]
    return date.fromisoformat(first), date.fromisoformat(last)


def _summary(matter: Matter, when: When) -> str:
    """Return the status first, so that nothing planned looks done: "announced: visit, A → B (until 2024-03-20)"."""
    thread = matter.thread
    days = f" ({phrases.time(when)})" if when.from_ is None or when.from_ != when.to else ""
    return f"{phrases.spaced(thread.status)}: {phrases.spaced(thread.type)}, {lines.parties(matter)}{days}"


def _described(matter: Matter) -> Iterable[str]:
    since = f" since {matter.since}" if matter.since else ""
    yield f"{phrases.spaced(matter.thread.status)}{since}; {lines.counts(matter)}"
    for words, when in (("when", matter.thread.when), ("slot announced", matter.thread.window)):
        if when is not None:
            yield f"{words}: {phrases.time(when)}" + (f" (inferred: {when.why})" if when.basis == "inferred" else "")
    yield from lines.notes(matter)
    passage = matter.last.passage if matter.last is not None else None
    if passage is not None:
        outlet = passage.publisher or "unnamed outlet"
        yield f"“{phrases.flat(passage.sentence.text)}” ({outlet}, {wording.published(passage.published)})"


def _reported(matter: Matter) -> date | None:
    """Return the day of the last report: when the entry was last made otherwise."""
    days = [entry.published.to[:10] for entry in matter.entries if entry.published is not None]
    return date.fromisoformat(max(days)) if days else None
