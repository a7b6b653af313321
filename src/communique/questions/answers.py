"""What questions answer with: frozen data, nothing printed. The command line, an API and web pages show the same.

Silence is told as silence: a cell without a report is None and shown as "not reported", never as "no".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from communique.plover import PloverEvent
from communique.records.actors import Role
from communique.records.links import Appearance, Decision, Entry, Link, Thread
from communique.records.proposals import Position, Proposal, Provision
from communique.records.record import Record
from communique.records.statements import Allegation, Denial
from communique.records.texts import Article, Publication, Span
from communique.records.views import Filter, View

Within = Literal["certainly", "possibly"]
"""Whether the time of a thing lies within the days asked for, or only may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The sentence that shows a record, and where it was published."""

    sentence: Span
    article: str
    title: str | None
    publisher: str | None
    url: str | None
    published: Publication | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A record as an answer shows it: its short id, the sentence that says so, the record it points at if that helps.

    `venue` is the engagement at which a statement was made; `venue_from` is "caption" where only a caption names its
    place.
    """

    entry: Entry
    short: str
    passage: Passage | None
    within: Within = "certainly"
    venue: Entry | None = None
    venue_from: str = ""

    @property
    def record(self) -> Record:
        """The record."""
        return self.entry.record


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A thread as it stood on the day asked for.

    `last` is the latest report; `by` says on whose word its status rests, `since` from which day; `gaps` is what
    articles say was not said about it; `unanswered` are the sides of which no word on it is reported.
    """

    thread: Thread
    short: str
    entries: tuple[Entry, ...]
    last: Told | None
    by: str = ""
    since: str | None = None
    gaps: tuple[Told, ...] = ()
    unanswered: tuple[str, ...] = ()
    within: Within = "certainly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """An allegation followed over time: each report of it with its hedge, each denial with its scope."""

    matter: Matter
    allegations: tuple[Told, ...]
    denials: tuple[Told, ...]

    @property
    def charges(self) -> Iterator[Allegation]:
        """Each report of the allegation."""
        return (told.record for told in self.allegations if isinstance(told.record, Allegation))

    @property
    def answers(self) -> Iterator[Denial]:
        """Each denial."""
        return (told.record for told in self.denials if isinstance(told.record, Denial))


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A column of a matrix: a state, or an actor that acts for none; `key` is its ISO3 code or actor id."""

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a matrix: one provision, or the plan as a whole (None), and the positions on it by party.

    A party that is not among the keys of `cells` is not reported to have taken a position.
    """

    provision: Told | None
    cells: tuple[tuple[str, Told], ...]

    def of(self, party: Party) -> list[Position]:
        """Return the positions of `party` on this point, in order of report."""
        return [t.record for key, t in self.cells if key == party.key and isinstance(t.record, Position)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A proposal or agreement: its points against the parties; `declared` points are what the text counts.

    `proposal` is the last report of it that says whose it is, else the last.
    """

    matter: Matter
    proposal: Proposal
    parties: tuple[Party, ...]
    whole: Line
    lines: tuple[Line, ...]
    declared: int | None

    @property
    def provisions(self) -> list[Provision]:
        """The points reported, in order."""
        return [x.provision.record for x in self.lines if x.provision and isinstance(x.provision.record, Provision)]

    @property
    def positions(self) -> list[tuple[str, Told, Line]]:
        """Each reported position once, with its party's name and the first line that it is on, in their order."""
        names = {party.key: party.name for party in self.parties}
        found: dict[str, tuple[str, Told, Line]] = {}
        for line in (self.whole, *self.lines):
            for key, told in line.cells:
                found.setdefault(told.record.id, (names.get(key, key), told, line))
        return list(found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """What of a record does not stand in the text: the part ("when", "participant..."), what was inferred, and why."""

    part: str
    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """On what a fact rests: its thread's independent sources (None: in no thread), and its inferences."""

    told: Told
    sources: int | None
    inferences: tuple[Inference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that came, went or became otherwise in the store.

    "status": a matter that stood as `before` stands as its thread says now (`before` "" : it is new); "decided" and
    "undone": a person's decision; "new", "changed" and "gone": a record.
    """

    what: Literal["status", "decided", "undone", "new", "changed", "gone"]
    told: Told | None = None
    matter: Matter | None = None
    before: str = ""
    decision: Decision | None = None


Item = TypeVar("Item", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Generic[Item]):
    """A list that answers a question, with what was asked and what had to stay out.

    `more` says that the limit cut it; `undated` and `possibly` count records that would fit, but have no date of
    publication, or may have appeared only later than the day asked for. `counts` says how many there are of each sort
    whatever the limit, where that is known.
    """

    question: str
    view: View
    filter: Filter
    items: tuple[Item, ...]
    more: bool = False
    undated: int = 0
    possibly: int = 0
    doubtful: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What the record says of one actor, and who says so; `bodies` are the names of what they hold posts of, by id."""

    view: View
    name: str
    key: str
    roles: tuple[tuple[Role, Told], ...]
    sections: tuple[Answer[Told | Matter | Ledger], ...]
    bodies: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """What two parties did, said, sought and alleged of each other, with the PLOVER events between them.

    `more` says that the limit cut the PLOVER events; each section says so for itself.
    """

    view: View
    names: tuple[str, str]
    filter: Filter
    sections: tuple[Answer[Told | Matter | Ledger], ...]
    events: tuple[PloverEvent, ...]
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All about one record: itself, the thread it is in, its links, the decisions on it."""

    view: View
    told: Told
    article: Article
    matter: Matter | None
    links: tuple[Link, ...]
    decisions: tuple[Decision, ...]
    inferences: tuple[Inference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An article as the store holds it: where it appeared, and the records read from it, in text order."""

    view: View
    article: Article
    appearances: tuple[Appearance, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A briefing: sections of lines, each line with the number of its footnote; `notes` are the sentences.

    `cut` names the sections of which the store holds more; `older` says that about the topic more was reported before.
    """

    view: View
    topic: str
    sections: tuple[tuple[str, tuple[tuple[str, tuple[int, ...]], ...]], ...]
    notes: tuple[Passage, ...]
    cut: tuple[str, ...] = ()
    older: bool = False
    undated: int = 0
    possibly: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A matter with all reports of it, in order of publication: what the history of its status rests on."""

    matter: Matter
    answer: Answer[Told]
