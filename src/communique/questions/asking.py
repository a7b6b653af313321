"""From what a person types to what a store is asked: names, days, moments, statuses, checked once for all faces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, get_args

from communique.config import CONFIDENT
from communique.errors import QuestionError
from communique.lexicon.actors import Registry
from communique.questions.names import find_actor
from communique.records.events import EngagementStatus, EngagementType, EventStatus, EventType
from communique.records.proposals import ProposalStatus, Stance
from communique.records.statements import Act
from communique.records.views import UNREPORTED, Filter, View
from communique.store.moments import moment
from communique.store.reading import Reader


def values(literal: Any) -> tuple[str, ...]:
    """Return the words of a closed enumeration, nested ones included, in order."""
    return tuple(w for part in get_args(literal) for w in (values(part) or (part,)))


CLOSED = ("held", "cancelled", "refused")
"""An engagement in any other status is open."""
OPEN = (*(status for status in values(EngagementStatus) if status not in CLOSED), UNREPORTED)
PENDING = tuple(status for status in OPEN if status != "hypothetical")
"""What somebody wants, plans or has agreed to, and has neither taken place nor been called off."""


STATUSES: dict[str, tuple[str, ...]] = {
    "engagements": (*values(EngagementStatus), UNREPORTED),
    "events": values(EventStatus),
    "proposals": values(ProposalStatus),
    "allegations": ("alleged", "denied", "partly_denied", "admitted", "withdrawn"),
}
TYPES: dict[str, tuple[str, ...]] = {
    "engagements": values(EngagementType),
    "events": values(EventType),
    "statements": values(Act),
    "positions": values(Stance),
}
"""The words that --status and --type take, by question; a question that is not here takes any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The words of a question as a person gave them; `open` means not held, cancelled or refused.

    `certainly` asks for what surely lies within the days, `offset` for what comes after so many.
    """

    actor: Sequence[str] = ()
    with_: Sequence[str] = ()
    status: Sequence[str] = ()
    type: Sequence[str] = ()
    source: Sequence[str] = ()
    from_: str | None = None
    to: str | None = None
    open: bool = False
    certainly: bool = False
    min_sources: int = 0
    limit: int | None = None
    offset: int = 0
    all: bool = False


def day(text: str, what: str) -> str:
    """Return an ISO day; QuestionError if there is no such day."""
    try:
        found = date.fromisoformat(text).isoformat()
        if found != text:
            raise ValueError(f"{found} is how to write it")
        return found
    except ValueError as error:
        raise QuestionError(f"{what} {text!r} is no day; write one as 2023-03-01 ({error})") from error


def make_view(as_of: str | None, known_at: str | None = None, *, machine_only: bool = False) -> View:
    """Return the view of a day and a moment; QuestionError if one is impossible."""
    return View(
        as_of=day(as_of, "--as-of") if as_of else None,
        known_at=moment(known_at) if known_at else None,
        machine_only=machine_only,
    )


def make_filter(question: str, wanted: Wanted, store: Reader, registry: Registry, view: View) -> Filter:
    """Return what the store is asked; QuestionError for an unknown or ambiguous name, day, status or type."""
    first = day(wanted.from_, "--from") if wanted.from_ else None
    last = day(wanted.to, "--to") if wanted.to else None
    if first and last and first > last:
        raise QuestionError(f"--from {first} is later than --to {last}")
    if wanted.limit is not None and wanted.limit < 1:
        raise QuestionError(f"--limit {wanted.limit} asks for nothing; give 1 or more")
    statuses = _closed(wanted.status, STATUSES.get(question), "--status")
    return Filter(
        actors=actors(wanted.actor, store, registry, view),
        with_=actors(wanted.with_, store, registry, view),
        statuses=statuses or (OPEN if wanted.open and question == "engagements" else ()),
        types=_closed(wanted.type, TYPES.get(question), "--type"),
        sources=tuple(wanted.source),
        from_=first,
        to=last,
        certainly=wanted.certainly,
        min_sources=wanted.min_sources,
        min_confidence=0.0 if wanted.all else CONFIDENT,
        limit=wanted.limit,
        offset=wanted.offset,
    )


def actors(names: Sequence[str], store: Reader, registry: Registry, view: View) -> tuple[str, ...]:
    """Return the ISO3 codes or ids that `names` mean; QuestionError for one that is unknown or ambiguous."""

    def present(actor: str) -> bool:
        return bool(store.entries(Filter(actors=(actor,), limit=1), View(known_at=view.known_at)))

    return tuple(dict.fromkeys(find_actor(name, registry, present) for name in names))


def _closed(given: Sequence[str], allowed: tuple[str, ...] | None, option: str) -> tuple[str, ...]:
    words = tuple(word.strip().replace(" ", "_") for text in given for word in text.split(",") if word.strip())
    if allowed is not None:
        upper = {a.lower(): a for a in allowed}
        unknown = next((word for word in words if word.lower() not in upper), None)
        if unknown is not None:
            raise QuestionError(f"{option} {unknown!r} is none of {', '.join(allowed)}")
        words = tuple(upper[word.lower()] for word in words)
    return words


def beginning(when: str, today: str) -> str:
    """Return the moment from which "since" looks: a bare day or "yesterday", "today" mean its beginning, in UTC."""
    days = {"today": today, "yesterday": (date.fromisoformat(today) - timedelta(days=1)).isoformat()}
    text = days.get(when.strip().lower(), when.strip())
    return moment(f"{text}T00:00:00" if len(text) == 10 else text)
