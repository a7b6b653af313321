"""Which record a decision is about, after the rules that read the article have changed.

A decision is bound to words in an article. A record with the same identity is the one; otherwise the one record of the
same kind that shares at least half of its words. Two such records, or none: nobody guesses, the decision is an orphan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from communique.records.links import Decision, Target
from communique.records.record import Record
from communique.records.texts import Span

LEAST_SHARED = 0.5
"""Words in common, over words in either (record.md)."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A decision that cannot be carried out any more, with the reason in words."""

    decision: Decision
    why: str


def target_of(record: Record) -> Target:
    """Return what a decision about `record` is bound to."""
    return Target(article=record.article, kind=record.kind, spans=record.defining, record=record.id)


def reattach(target: Target, candidates: Iterable[Record]) -> str | None:
    """Return the id of the record that `target` means among `candidates` (any order); None if none or several could."""
    fitting = fits(target, candidates)
    return fitting[0].id if len(fitting) == 1 else None


def fits(target: Target, candidates: Iterable[Record]) -> list[Record]:
    """Return the records that `target` may mean, by id: the very one alone, else all that share enough words."""
    same = {r.id: r for r in candidates if r.article == target.article and r.kind == target.kind}
    if target.record in same:
        return [same[target.record]]
    return [same[id] for id in sorted(same) if shared(target.spans, same[id].defining) >= LEAST_SHARED]


def shared(some: Iterable[Span], others: Iterable[Span]) -> float:
    """Return the words that stand in both, over the words that stand in either (0..1); a word is its place."""
    these, those = _places(some), _places(others)
    return len(these & those) / len(these | those) if these and those else 0.0


def why_orphaned(decision: Decision, target: Target, candidates: Iterable[Record]) -> Orphan:
    """Return the orphan, saying whether no record or several stand on the words that were decided about."""
    fitting = fits(target, candidates)
    if fitting:
        several = ", ".join(record.id[:8] for record in fitting)
        return Orphan(decision=decision, why=f"several records could be {named(target)} now: {several}")
    return Orphan(decision=decision, why=f"no record stands on the words of {named(target)} any more")


def named(target: Target) -> str:
    """Return the record for people: its kind, its words, the beginning of its id."""
    words = " ".join(" ... ".join(span.text for span in target.spans).split())
    short = words if len(words) <= 60 else words[:57] + "..."
    return f"{target.kind} \N{LEFT DOUBLE QUOTATION MARK}{short}\N{RIGHT DOUBLE QUOTATION MARK} ({target.record[:8]})"


def _places(spans: Iterable[Span]) -> set[tuple[int, int]]:
    return {(s.start + word.start(), s.start + word.end()) for s in spans for word in _WORD.finditer(s.text)}
