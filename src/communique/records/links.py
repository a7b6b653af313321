"""Records over time: what a record is in a store, how records are tied, and what a matter looks like on a day.

See docs/decisions/0006-threads.md for how threads are derived, 0007-store.md for what is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeVar, cast

from communique.errors import RecordError
from communique.records.actors import Actor, When, Where
from communique.records.clocks import UNDATED
from communique.records.record import Record, closed
from communique.records.texts import Publication, Span

Relation = Literal["same_as", "answers", "denies", "revises", "implements", "contradicts"]
ThreadKind = Literal["engagement", "proposal", "agreement", "allegation", "event", "utterance"]
Verb = Literal[
    "accept",
    "edit",
    "reject",
    "add",
    "merge",
    "split",
    "distinct",
    "set_status",
    "pin_date",
    "alias",
    "role",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One publication of an article: the same text in seven outlets is one article with seven appearances."""

    publisher: str | None
    url: str | None
    published: Publication | None
    added_at: str


def first_publication(appearances: Iterable[Appearance]) -> Publication | None:
    """Return the first publication by its last possible day; None if no appearance has a date."""
    dated = [a.published for a in appearances if a.published is not None]
    return min(dated, key=lambda p: (p.to, p.from_), default=None)


_Made = TypeVar("_Made")


class Ordered:
    """Keeps what is worked out of an entry: its place among all others, and what others make of it (`once`)."""

    __slots__ = ("_made", "_order", "_published")
    _order: tuple[str, str, str]
    _published: Publication | None
    _made: dict[object, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Ordered):
    """A record as a store knows it: when and by whom it was reported. What links, threads and questions are made of.

    `cluster` names the source that counts: articles of one cluster (near-duplicates, one credited agency) are one
    independent source. `until` is the day from which a corrected version of the article stands in its place.
    """

    record: Record
    appearances: tuple[Appearance, ...] = ()
    cluster: str = ""
    until: str | None = None
    by: str = "rule"
    recorded: str = ""

    @property
    def published(self) -> Publication | None:
        """The first publication by its last possible day; None if no appearance has a date."""
        try:
            return self._published
        except AttributeError:
            first = first_publication(self.appearances)
            object.__setattr__(self, "_published", first)
            return first

    def once(self, make: Callable[[Entry], _Made]) -> _Made:
        """Return what `make`, a function of the module level, makes of this entry; it is called once."""
        try:
            made = self._made
        except AttributeError:
            made = {}
            object.__setattr__(self, "_made", made)
        if make not in made:
            made[make] = make(self)
        return cast(_Made, made[make])

    @property
    def order(self) -> tuple[str, str, str]:
        """The one order in which records are linked and folded: publication, article id, record id; undated last."""
        try:
            return self._order
        except AttributeError:
            day = self.published.to if self.published else UNDATED
            object.__setattr__(self, "_order", (day, self.record.article, self.record.id))
            return self._order


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A tie between two records, with its score, its reason and its author: "rule:<id>" or "analyst:<name>"."""

    kind: ClassVar[str] = "link"

    relation: Relation
    a: str
    b: str
    score: float
    why: str
    by: str

    def __post_init__(self) -> None:
        """Refuse a relation that does not exist, a score outside 0..1, a link of a record with itself."""
        closed(self)
        if self.a == self.b or not 0 <= self.score <= 1:
            raise RecordError(f"a link of {self.a} with {self.b} at score {self.score} is no link")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One report's claim about a matter: the status as of `when` (ISO day of the claim), `reported` on a day, by whom.

    `by` names who vouches ("outlet" for the outlet's own voice); `layer` tells recaps and captions from news. `cue` are
    the words that say it, where the record says more than this.
    """

    status: str
    when: str | None
    reported: str | None
    article: str
    record: str
    by: str
    layer: str = "main"
    cue: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One matter followed over time: a fold over the entries reported up to a day; never stored, never edited."""

    kind: ClassVar[str] = "thread"

    id: str
    of: ThreadKind
    type: str
    title: str
    participants: tuple[Actor, ...]
    status: str
    contested: bool
    history: tuple[Step, ...]
    records: tuple[str, ...]
    reports: int
    independent_sources: int
    holders: int
    window: When | None = None
    when: When | None = None
    where: Where | None = None
    since: str | None = None

    def __post_init__(self) -> None:
        """Refuse an unknown kind of thread."""
        closed(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a decision is about: words in an article. `record` is the id the record had when it was decided."""

    article: str
    kind: str
    spans: tuple[Span, ...]
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A human's judgement: appended, never overwritten; `withdrawn` is when it was undone.

    `before` and `after` are JSON data in record.md's form: the changed fields of an edit, the whole record of an add.
    """

    kind: ClassVar[str] = "decision"

    number: int
    who: str
    when: str
    verb: Verb
    target: Target
    other: Target | None = None
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    reason: str = ""
    withdrawn: str | None = None

    def __post_init__(self) -> None:
        """Refuse an unknown verb."""
        closed(self)
