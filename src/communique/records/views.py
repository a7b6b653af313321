"""What is asked of a store: from which day and moment one looks, which records are meant, and how matters stood.

Nothing here knows how a store keeps things; questions, links and the store all speak these types.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from communique.records.links import Entry, ThreadKind


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Where one stands when looking: on which day, at which moment of the store, with or without human corrections.

    `as_of` is an ISO day, inclusive: only what was certainly reported by then (None: every report, undated ones too).
    `known_at` is a UTC moment in ISO form: only what the store held then (None: now).
    `machine_only` shows the record as the rules read it, without what people decided.
    """

    as_of: str | None = None
    known_at: str | None = None
    machine_only: bool = False


AWAITED = ("announced", "confirmed", "invited")
"""Statuses of an engagement of which an outcome is to be reported once its slot has passed."""

UNREPORTED = "outcome_unreported"
"""The status, at question time, of an awaited engagement whose slot has passed with no word; never stored."""


def unreported(of: str, status: str, window_to: str | None, as_of: str) -> bool:
    """Return whether nobody tells by day `as_of` what came of an engagement whose announced slot (its last ISO day
    `window_to`, None: open) has passed."""
    return of == "engagement" and status in AWAITED and window_to is not None and window_to[:10] < as_of


NOW = View()
"""Everything the store holds, corrections applied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which records, or which states of matters; an empty field asks for nothing. All fields given must agree.

    kinds        kinds of records; for states: kinds of threads ("engagement", "agreement"...)
    ids          record ids; for states: any members of threads
    articles     article ids
    actors       actor ids or ISO3 codes: at least one of them takes part (ISO3: the state and all who act for it)
    with_        the same for the other side
    roles        the parts in which `actors` take part ("speaker", "accused", "participant"...); `with_` may take any
    statuses     "held", "sought"... of engagements, events and proposals; for states also "outcome_unreported"
    types        type of an engagement or event, act of a statement, stance of a position, topic of a provision...
    sources      publishers
    from_, to    ISO days, inclusive: its time possibly lies within (`certainly`: surely does). A record without any
                 time is in no such answer. An engagement not yet held has the slot announced for it as its time.
                 For states: the time of some record of the thread, reported by then, does
    modes        statements in these modes only ("verbatim", "mixed", "paraphrase")
    quoted       statements with words in quotation marks only
    contested    for states: matters whose reports contradict one another
    min_sources  at least so many independent sources tell the matter, for a record: the matter it belongs to
    timed        ordered by its time, earliest first (`latest`: last first); what has none is left out
    latest       last reported first; otherwise in canonical order (publication, article, record; undated last)
    """

    kinds: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    from_: str | None = None
    to: str | None = None
    certainly: bool = False
    min_confidence: float = 0.0
    modes: tuple[str, ...] = ()
    quoted: bool = False
    contested: bool = False
    min_sources: int = 0
    timed: bool = False
    latest: bool = False
    limit: int | None = None
    offset: int = 0


class Placed(NamedTuple):
    """An entry on the shelf and the record that names its thread; None where it is in no thread (yet)."""

    entry: Entry
    head: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How a matter stood from day `from_` on, until the day before `to` (None: to this day); see link.folding.

    One thread has one state a day; `head` is the record that names the thread, `of` its kind, `type` the kind of
    meeting or event. `since` is the day from which the status holds, `window_to` the last day of the announced slot.
    """

    head: str
    of: ThreadKind
    type: str
    from_: str
    to: str | None
    status: str
    since: str | None = None
    window_to: str | None = None
    contested: bool = False
    reports: int = 1
    sources: int = 1


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a store: `kind` is a sentence with gaps for what it is `about`; `mend` says what to do."""

    kind: str
    about: tuple[object, ...]
    mend: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.kind.format(*self.about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What read an article: version of communique, name of the language model, hash of the lexicon."""

    version: str
    model: str
    lexicon: str
