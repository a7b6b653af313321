"""What people have decided, as far as linking and folding need it, at one moment of a store."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.decide.attaching import reattach
from communique.decide.ties import Ties, roots, tie
from communique.link.placing import placing_order
from communique.records.links import Decision
from communique.records.record import Record
from communique.records.views import View

if TYPE_CHECKING:
    from communique.store import Reader

PAIRS = ("merge", "distinct")
EVERYWHERE = ""
"""The article of an alias that holds in the whole store."""


@dataclass(frozen=True, slots=True)
class Judgements:
    """The ties that hold, the thread that each united thread is part of, record id -> the status set for it."""

    ties: Ties
    roots: Mapping[str, str]
    pinned: Mapping[str, Decision]

    def root(self, head: str) -> str:
        """Return the thread that `head` is part of, after merges."""
        return self.roots.get(head, head)

    def group(self, head: str) -> set[str]:
        """Return all threads that are united with `head`, itself included."""
        root = self.root(head)
        return {head, root} | {other for other, of in self.roots.items() if of == root}


def live(
    reader: Reader, known_at: str | None = None, *, verbs: Collection[str] = (), article: str | None = None
) -> list[Decision]:
    """Return the decisions that hold at a moment (None: now): of some verbs (() is any), or those that may change what
    is shown of one article."""
    articles = () if article is None else (article, EVERYWHERE)
    found = reader.decisions(known_at, verbs=verbs, articles=articles)
    return [decision for decision in found if decision.withdrawn is None]


def judgements(reader: Reader, known_at: str | None = None) -> Judgements:
    """Return what people had decided at a moment (None: now), bound to the records shown then."""
    decisions = live(reader, known_at, verbs=(*PAIRS, "set_status"))
    targets = [t for d in decisions for t in (d.target, d.other) if t is not None]
    shown: dict[str, list[Record]] = {}
    for entry in reader.of_articles(sorted({t.article for t in targets}), View(known_at=known_at)) if targets else ():
        shown.setdefault(entry.record.article, []).append(entry.record)
    heads = reader.heads([r.id for records in shown.values() for r in records], known_at) if targets else {}
    ties = tie(decisions, lambda article: shown.get(article, []), heads)
    first = reader.by_id(sorted(set(heads.values())), View(known_at=known_at)) if ties.merges else {}
    united = roots(ties.merges, heads, {head: placing_order(entry) for head, entry in first.items()})
    return Judgements(ties, united, _pinned(decisions, shown))


def _pinned(decisions: list[Decision], shown: Mapping[str, list[Record]]) -> dict[str, Decision]:
    """Return the status set for each record; of several, the last one decided."""
    found = {}
    for decision in sorted(decisions, key=lambda d: d.number):
        if decision.verb == "set_status":
            id = reattach(decision.target, shown.get(decision.target.article, []))
            if id is not None:
                found[id] = decision
    return found
