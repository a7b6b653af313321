"""Whether a plan that somebody accepted is accepted: one party of several to whom it was put does not speak for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.records.actors import Actor, home
from communique.records.links import Entry
from communique.records.proposals import Position, Proposal

ANSWERS = frozenset({"accepts", "rejects"})
"""Stances by which a party settles for itself whether it takes a plan."""


def is_awaited(entry: Entry, matter: Sequence[Entry]) -> bool:
    """Return whether the plan that a report calls accepted still awaits a party: one to whom it was put has not
    accepted, or one has rejected it, by what was reported until then.

    `matter`: the reports of the plan, in placing order. Nothing is awaited where nobody in particular accepts.
    """
    plan = entry.record
    if not isinstance(plan, Proposal) or plan.status != "accepted":
        return False
    told = [other.record for other in matter if other.order[:2] <= entry.order[:2]]
    answers: dict[str, str] = {}
    for one in told:
        if isinstance(one, Position) and one.stance in ANSWERS:
            answers[_side(one.party)] = one.stance
    accepting = [one for one in told if isinstance(one, Position) and one.on == plan.id and one.stance == "accepts"]
    plans = [one for one in told if isinstance(one, Proposal)]
    proposers = _sides(actor for one in plans for actor in one.proposer)
    asked = _sides(actor for one in plans for actor in one.addressees)
    asked |= _sides(a for one in plans if not proposers & _sides(one.parties) for a in one.parties if proposers)
    refusing = {side for side, stance in answers.items() if stance == "rejects"}
    open_ = {side for side in asked - proposers if answers.get(side) != "accepts"}
    return bool(accepting) and bool(proposers) and bool(open_ or refusing)


def _sides(actors: Iterable[Actor]) -> set[str]:
    return {_side(actor) for actor in actors}


def _side(actor: Actor) -> str:
    return home(actor) or actor.id
