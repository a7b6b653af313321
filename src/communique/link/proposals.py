"""Whether two reports tell of one plan or deal: its name's telling words, its proposer, its number and year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.lexicon.links import load_links
from communique.link import wording
from communique.link.days import printed
from communique.link.parties import alike, party, side_keys
from communique.link.verdicts import Verdict
from communique.records.links import Entry, Relation
from communique.records.proposals import Position, Proposal, Provision

NO = Verdict("same_as", 0.0, False, "another plan")


def keys(record: Proposal) -> Iterable[str]:
    """Return the keys of a plan: its proposers, and the telling words of its name."""
    for actor in record.proposer:
        yield from (f"plan:{key}" for key in side_keys(actor))
    yield from (f"planword:{word}" for word in wording.telling(record.title))


def judge(entry: Entry, record: Proposal | Provision | Position, thread: Sequence[Entry]) -> Verdict:
    """Return whether a plan, a point of it or a position on it belongs to the matter of `thread`."""
    if isinstance(record, Proposal):
        found = []
        for other in thread:
            if isinstance(other.record, Proposal):
                verdict = _same_plan(entry, record, other, other.record)
                if verdict is EXCLUDED:
                    return NO
                found.append(verdict)
        return max(found, key=lambda verdict: (verdict.joins, verdict.score), default=NO)
    target = record.proposal if isinstance(record, Provision) else record.on
    if target not in {other.record.id for other in thread}:
        return NO
    if isinstance(record, Position):
        return Verdict("answers", 1.0, True, "the article says what the position is on")
    return Verdict("same_as", 1.0, True, "a point of this plan")


EXCLUDED = Verdict("same_as", -1.0, False, "another year, another number of points or another proposer")


def _same_plan(entry: Entry, new: Proposal, other: Entry, known: Proposal) -> Verdict:
    """Two names of plans; the telling words decide, and a name without any is its proposer's latest plan."""
    weights = load_links().weights
    if new.article == known.article:
        return NO
    renewed = _revises(new.title) and not _revises(known.title)
    relation: Relation = "revises" if renewed else "same_as"
    one, two = wording.telling(new.title), wording.telling(known.title)
    by_same = _proposed_by_same(new, known)
    if by_same is False or _differ(_numbers(one), _numbers(two)):
        return EXCLUDED
    points = {new.declared_points, known.declared_points} - {None}
    if len(points) > 1 and not renewed:
        return EXCLUDED
    if one and two:
        score = wording.shared(one, two)
        enough = by_same or len(one & two) > 1 or one == two
        return Verdict(relation, round(score, 4), bool(enough) and score >= weights["proposal.join"], "same name")
    days = (printed(entry), printed(other))
    near = None not in days and (days[0] or 0) - (days[1] or 0) <= weights["days.proposal"]
    return Verdict(relation, weights["proposal.join"], bool(by_same) and near, "the proposer's latest plan")


def _proposed_by_same(a: Proposal, b: Proposal) -> bool | None:
    """Whether some proposer is the same side; None where one report names none."""
    if not a.proposer or not b.proposer:
        return None
    return any(alike(party(x), party(y)) for x in a.proposer for y in b.proposer)


def _revises(title: str) -> bool:
    """Whether a plan is named as a new version of one that there was."""
    return not load_links().revising.isdisjoint(title.casefold().split())


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[:1].isdigit())


def _differ(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and bool(b) and a.isdisjoint(b)
