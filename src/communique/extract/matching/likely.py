"""To whom something was likely done where the rules find nobody: the one of the parties spoken of that a trained
chooser is sure of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.matching.candidates import Candidate, candidates, side_of, sides_of, traits_of
from communique.extract.matching.matches import Match
from communique.extract.matching.parties import onlookers
from communique.lexicon.rules import EventRules
from communique.lexicon.weights import Weights
from communique.reading import Reading
from communique.records.actors import Actor


def with_likely(reading: Reading, match: Match, rules: EventRules, chooser: Weights) -> Match:
    """Return a match with its likely recipient if that side is open, or the likely partner of what two do together."""
    those = candidates(reading, match) if is_open(match) else []
    if not those:
        return match
    best, sureness = surest(those, chooser.choose(list(traits_of(reading, match, those, rules))))
    sure = sureness >= chooser.sure
    return _filled(match, best) if sure and best.side not in _speaking(reading, match, rules) else match


def _speaking(reading: Reading, match: Match, rules: EventRules) -> set[str]:
    return sides_of(onlookers(reading, match.clause, rules.classes["onlooking"]))


def is_open(match: Match) -> bool:
    """Return whether a public doer is known, but no state or organisation to whom it was done; what two do together
    lacks its other side if one is known.

    A party that is only likely makes no deed of private people a public one.
    """
    doing = len(sides_of(match.actors)) if any(actor.diplomatic for actor in match.actors) else 0
    return not sides_of(match.recipients) and (doing == 1 if match.rule.reciprocal else doing > 0)


def surest(those: Sequence[Candidate], chances: Sequence[float]) -> tuple[Candidate, float]:
    """Return the likeliest candidate of the likeliest side and how sure the side is: a state and its rebels are of
    one."""
    sums: dict[str, float] = {}
    for candidate, chance in zip(those, chances, strict=True):
        sums[candidate.side] = sums.get(candidate.side, 0.0) + chance
    best = max(range(len(those)), key=lambda number: (sums[those[number].side], chances[number]))
    return those[best], sums[those[best].side]


def _filled(match: Match, candidate: Candidate) -> Match:
    """The match with a candidate on its open side: whoever is told there without a state is of the candidate's."""
    if match.recipients and not match.rule.reciprocal:
        return replace(match, recipients=tuple(_belonging(actor, candidate.side) for actor in match.recipients))
    found = candidate.actor({actor.id for actor in match.actors})
    if found is None:
        return match
    party = replace(found, basis="inferred") if side_of(found) else _belonging(found, candidate.side)
    if match.rule.reciprocal:
        return replace(match, actors=(*match.actors, party))
    if party.kind == "state" and candidate.side in sides_of(match.actors):
        party = replace(party, as_="people")  # what is done at home is done to the people
    return replace(match, recipients=(party,))


def _belonging(actor: Actor, side: str) -> Actor:
    """An actor without a state as one in the state that is `side`."""
    kind, _, code = side.partition("/")
    return replace(actor, based_in=(code,), basis="inferred") if kind == "state" else actor
