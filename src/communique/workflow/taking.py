"""The desk at which decisions are taken: a store open for them, the hand that takes them, and what came of each.

Every face (command line, API, pages) decides through here, so that the same words mean the same thing everywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from communique.decide.attaching import Orphan, reattach
from communique.decide.fields import Sheet
from communique.decide.making import Hand
from communique.decide.ties import Conflict
from communique.errors import AbsentError, DecisionError
from communique.judgements import judgements
from communique.lexicon.actors import load_actors
from communique.records.links import Appearance, Decision
from communique.records.record import Record
from communique.sources import given_date
from communique.store import Store
from communique.store.reading import Reader
from communique.workflow.deciding import decide, redate, undo
from communique.workflow.reviewing import lost

SHORTEST = 4
"""Ids of records have so many digits at least where they are shown; less is the number of a decision."""


@dataclass(frozen=True)
class Desk:
    """A store open for decisions, and the hand that takes them."""

    store: Store
    hand: Hand

    def record(self, id: str) -> Record:
        """Return the record as it is shown now; DecisionError if a decision or another reading took it out."""
        whole = self.store.resolve(id)
        entry = self.store.entry(whole)
        if entry is None:
            raise DecisionError(f"{id} is not shown any more; see `communique log {id}`")
        return entry.record

    def sheet(self, article: str) -> Sheet:
        """Return an article with its records, for `decide.making`."""
        return sheet_of(self.store, article)


def sheet_of(store: Reader, article: str) -> Sheet:
    """Return an article with its records: what a decision on it starts from."""
    found = store.article(article)
    records = [entry.record for entry in store.of_articles([found.id])]
    return Sheet(article=found, records=records, registry=load_actors())


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A decision that is stored, and the contradictions of merges and distinctions that it has a part in."""

    decision: Decision
    conflicts: tuple[Conflict, ...]


def take(desk: Desk, make: Callable[[Desk], Decision]) -> Taken:
    """Make a decision, store it, carry it out; CommuniqueError, and nothing stored, if it cannot be."""
    decision = make(desk)
    number = decide(desk.store, decision, desk.hand.when)
    taken = next(d for d in desk.store.decisions() if d.number == number)
    conflicts = judgements(desk.store).ties.conflicts
    return Taken(decision=taken, conflicts=tuple(c for c in conflicts if number in _numbers(c)))


def _numbers(conflict: Conflict) -> set[int]:
    return {conflict.merge.number, *(d.number for d in conflict.because)}


def take_back(store: Store, number: int, at: str) -> tuple[Orphan, ...]:
    """Withdraw decision `number`; return the decisions that find no record now and found one before."""
    before = {orphan.decision.number for orphan in lost(store)}
    undo(store, number, at)
    return tuple(orphan for orphan in lost(store) if orphan.decision.number not in before)


def date_article(desk: Desk, id: str, given: str, source: str | None = None, url: str | None = None) -> str:
    """Give an appearance of an article another date ("none": no date), and return the article's whole id.

    Of several appearances, publisher and address say which; DecisionError if they do not, CommuniqueError for no date.
    """
    article = desk.store.article(id).id
    there = desk.store.appearances(article)
    fitting = [a for a in there if source in (None, a.publisher) and url in (None, a.url)]
    if len(fitting) != 1:
        each = "; ".join(map(_appearance, there))
        raise DecisionError(f"article {article} has these appearances: {each}; name one by --source and --url")
    published = None if given == "none" else given_date(given, "published")
    redate(desk.store, article, fitting[0].publisher, fitting[0].url, published, desk.hand.when)
    return article


def _appearance(appearance: Appearance) -> str:
    return f"{appearance.publisher or 'no publisher'}, {appearance.url or 'no URL'}"


def decisions_on(store: Reader, id: str | None = None) -> list[Decision]:
    """Return decisions by number: all, one by its number, or those about a record, whatever it was called then."""
    decisions = store.decisions()
    if id is None or any(str(d.number) == id for d in decisions):
        return [d for d in decisions if id in (None, str(d.number))]
    if id.isdecimal() and len(id) < SHORTEST:
        raise AbsentError(f"there is no decision {id}; `communique log` shows all")
    whole = store.resolve(id)
    entry = store.entry(whole)
    there = [entry.record] if entry else []
    targets = {d.number: [t for t in (d.target, d.other) if t] for d in decisions}
    return [d for d in decisions if any(whole in (t.record, reattach(t, there)) for t in targets[d.number])]
