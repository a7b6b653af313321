"""From what a person types to what a store is asked: names, days, moments, statuses, checked once for all faces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import get_args

from communique.config import CONFIDENT
from communique.errors import QuestionError
from communique.lexicon.actors import load_actors
from communique.questions.names import find_actor
from communique.records.events import EngagementStatus, EngagementType, EventStatus, EventType
from communique.records.proposals import ProposalStatus, Stance
from communique.records.statements import Act, Mode
from communique.records.views import UNREPORTED, Filter, View
from communique.store.moments import moment
from communique.store.reading import Reader

CLOSED = ("held", "cancelled", "refused")
"""An engagement in any other status is open."""
OPEN = (*(status for status in get_args(EngagementStatus) if status not in CLOSED), UNREPORTED)
PENDING = tuple(status for status in OPEN if status != "hypothetical")
"""What somebody wants, plans or has agreed to, and has neither taken place nor been called off."""


def _all(*several: tuple[str, ...]) -> tuple[str, ...]:
    """Return all words, each once, in order."""
    return tuple(dict.fromkeys(word for words in several for word in words))


HAPPENED = _all(get_args(EngagementStatus), get_args(EventStatus), get_args(ProposalStatus))
STATUSES: dict[str, tuple[str, ...]] = {
    "engagements": (*get_args(EngagementStatus), UNREPORTED),
    "events": get_args(EventStatus),
    "proposals": get_args(ProposalStatus),
    "allegations": ("alleged", "denied", "partly_denied", "admitted", "withdrawn"),
    "timeline": HAPPENED,
    "basis": HAPPENED,
    "matters": _all(HAPPENED, ("alleged", "denied", "partly_denied", "admitted", "withdrawn"), (UNREPORTED,)),
    "statements": (),
    "positions": (),
}
TYPES: dict[str, tuple[str, ...]] = {
    "engagements": get_args(EngagementType),
    "events": get_args(EventType),
    "statements": get_args(Act),
    "positions": get_args(Stance),
    "timeline": _all(get_args(EngagementType), get_args(EventType)),
}
"""The words that --status and --type take, by question: none for an empty list; any for a question not here."""

MODES = get_args(Mode)
"""How much of what was said stands in quotation marks: what was said word for word comes first."""

OPENS: dict[str, tuple[str, ...]] = {
    "engagements": OPEN,
    "events": ("ongoing", "planned", "sought", "proposed", "demanded", "offered", "threatened", "agreed", "announced",
               "postponed"),
    "proposals": ("floated", "put_forward", "under_discussion", "accepted", "suspended"),
    "allegations": ("alleged", "partly_denied"),
}  # fmt: skip
"""What --open asks for: not yet done, decided or called off. Elsewhere nothing is held, and all is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The words of a question as a person gave them, see questions.parameters.

    `open` means not held, cancelled or refused; `certainly` asks for what surely lies within the days, `offset` for
    what comes after so many.
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
    sort: str = ""


def day(text: str, what: str) -> str:
    """Return an ISO day; QuestionError if there is no such day."""
    try:
        found = date.fromisoformat(text).isoformat()
        if found != text:
            raise ValueError(f"{found} is how to write it")
        return found
    except ValueError as error:
        raise QuestionError(f"{what} {text!r} is no day; write one as 2023-03-01") from error


def make_view(as_of: str | None, known_at: str | None = None, *, machine_only: bool = False) -> View:
    """Return the view of a day and a moment; QuestionError if one is impossible."""
    return View(
        as_of=day(as_of, "--as-of") if as_of else None,
        known_at=moment(known_at) if known_at else None,
        machine_only=machine_only,
    )


Who = Callable[[str], str]
"""The ISO3 code or id that a name means; QuestionError for one that is unknown or ambiguous."""


def make_filter(question: str, wanted: Wanted, who: Who) -> Filter:
    """Return what the store is asked; QuestionError for an unknown or ambiguous name, day, status or type."""
    first = day(wanted.from_, "--from") if wanted.from_ else None
    last = day(wanted.to, "--to") if wanted.to else None
    if first and last and first > last:
        raise QuestionError(f"--from {first} is later than --to {last}")
    if wanted.limit is not None and wanted.limit < 1:
        raise QuestionError(f"--limit {wanted.limit} asks for nothing; give 1 or more")
    for option, number in (("--offset", wanted.offset), ("--min-sources", wanted.min_sources)):
        if number < 0:
            raise QuestionError(f"{option} {number} is less than nothing; give 0 or more")
    statuses = words_of(wanted.status, STATUSES.get(question), "--status", question)
    return Filter(
        actors=tuple(dict.fromkeys(map(who, wanted.actor))),
        with_=tuple(dict.fromkeys(map(who, wanted.with_))),
        statuses=statuses or (OPENS.get(question, ()) if wanted.open else ()),
        types=words_of(wanted.type, TYPES.get(question), "--type", question),
        sources=tuple(wanted.source),
        from_=first,
        to=last,
        certainly=wanted.certainly,
        min_sources=wanted.min_sources,
        min_confidence=0.0 if wanted.all else CONFIDENT,
        limit=wanted.limit,
        offset=wanted.offset,
    )


def who_in(store: Reader, lexicon: Path | None, view: View) -> Who:
    """Return who tells whom a name means in a store, with the actors of a lexicon; each name is looked up once."""

    def present(actor: str) -> bool:
        return bool(store.entries(Filter(actors=(actor,), limit=1), View(known_at=view.known_at)))

    return cache(lambda name: find_actor(name, load_actors(lexicon), present))


def words_of(given: Sequence[str], allowed: tuple[str, ...] | None, option: str, question: str) -> tuple[str, ...]:
    """Return the words of a closed list as they are written there; QuestionError for another, or where there is none.

    Several may stand in one value, with commas; `allowed` None takes any.
    """
    words = tuple(word.strip().replace(" ", "_") for text in given for word in text.split(",") if word.strip())
    if allowed is None:
        return words
    if words and not allowed:
        raise QuestionError(f"{question} have no {option.removeprefix('--')}: leave {option} out")
    lower = {word.lower(): word for word in allowed}
    unknown = next((word for word in words if word.lower() not in lower), None)
    if unknown is not None:
        raise QuestionError(f"{option} {unknown!r} is none of {', '.join(allowed)}")
    return tuple(lower[word.lower()] for word in words)


def beginning(when: str, today: str) -> str:
    """Return the moment from which "since" looks: a bare day or "yesterday", "today" mean its beginning, in UTC."""
    days = {"today": today, "yesterday": (date.fromisoformat(today) - timedelta(days=1)).isoformat()}
    text = days.get(when.strip().lower(), when.strip())
    return moment(f"{day(text, 'since')}T00:00:00" if len(text) == 10 else text)
