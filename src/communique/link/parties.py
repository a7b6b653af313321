"""Whom two reports name: the same actor, a state and who acts for it, or two different people of one state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from communique.lexicon.links import load_links
from communique.lexicon.ranks import other_level, same_office
from communique.records.actors import Actor, home


class Party(NamedTuple):
    """An actor as far as reports can be compared by it."""

    id: str
    side: str | None
    person: bool
    label: bool
    kind: str
    name: frozenset[str]
    title: tuple[str, str | None] | None
    members: tuple[str, ...]


def party(actor: Actor) -> Party:
    """Return what tells `actor` apart; an actor without a registered identity counts by the words of its name."""
    head, _, slug = actor.id.partition("/")
    title = (actor.role.title.casefold(), actor.role.of) if actor.role and actor.role.of else None
    name = frozenset(slug.split("-"))
    return Party(
        actor.id, actor.iso3, actor.kind == "person", head == "mention", actor.kind, name, title, actor.members
    )


def for_state(one: Party) -> Party:
    """Return the state for which a party acts; itself where it acts for none."""
    if one.side is None:
        return one
    return one._replace(id=f"state/{one.side}", person=False, label=False, kind="state", title=None, members=())


def side_keys(actor: Actor) -> tuple[str, ...]:
    """Return the words under which an actor is looked up: its state (that of people without a name too); the last word
    of a person's name; else its id."""
    last = actor.id.rpartition("/")[2].rpartition("-")[2]
    state = home(actor)
    found = [state] if state else []
    if actor.kind == "person":
        found.append(f"~{last}")
    return tuple(found) or (actor.id,)


def alike(a: Party, b: Party) -> float | None:
    """Return how surely two mentions name one party, 0 if they do not, None if they name two people of a state."""
    weights = load_links().weights
    if a.person and b.person:
        return _same_person(a, b)
    if a.side is not None and a.side == b.side and a.title and b.title and other_level(a.title[0], b.title[0]):
        return None
    if a.id == b.id and not (a.label and len(a.name) < 2):
        return weights["party.same"]
    if _in_one_office(a, b):
        return weights["party.office"]
    if a.side is not None and a.side == b.side:
        return weights["party.side"]
    if _member(a, b) or _member(b, a):
        return weights["party.member"]
    return 0.0


def _in_one_office(a: Party, b: Party) -> bool:
    """Whether both act for one state in one office: "the foreign ministers of X and Y", and X's foreign minister."""
    same = a.side is not None and a.side == b.side
    return same and a.title is not None and b.title is not None and same_office(a.title[0], b.title[0])


def _same_person(a: Party, b: Party) -> float | None:
    """Names agree if one holds all words of the other; a single word has to be a whole name of that side."""
    weights = load_links().weights
    strangers = a.side is not None and b.side is not None and a.side != b.side
    if a.id == b.id or (not strangers and (a.name <= b.name or b.name <= a.name)):
        return weights["party.same"]
    if a.title is not None and a.title == b.title:
        return weights["party.side"]
    return None if a.side is not None and a.side == b.side else 0.0


def _member(a: Party, group: Party) -> bool:
    return bool(group.members) and (
        a.id in group.members or (a.side is not None and f"state/{a.side}" in group.members)
    )


class Common(NamedTuple):
    """How well two circles of parties agree, 0..1 (None: people exclude each other), and by how many of them."""

    score: float | None
    matched: int


def in_common(a: Sequence[Party], b: Sequence[Party]) -> Common:
    """Return how well the smaller circle of parties is found in the larger.

    Every party of the smaller circle must be there: a third guest is no contradiction, another guest is. Only "the two
    leaders" and other parties without a name of their own may be missing. Two states that meet say less than people.
    """
    weights = load_links().weights
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    scores = []
    for one in small:
        best = _best(one, large)
        if best is None or (best == 0.0 and not _vague(one)):
            return Common(best, 0)
        if best:
            scores.append(best)
    if not scores:
        return Common(0.0, 0)
    mean = sum(scores) / len(scores)
    sides = [one for one in large if one.side is not None or not one.label]  # "commanders" are no further party
    further = len(sides) > len(small) and mean < 1.0
    return Common(max(mean - weights["party.further"], 0.0) if further else mean, len(scores))


def _best(one: Party, others: Sequence[Party]) -> float | None:
    """How well `one` is found among `others`; None if instead of this person they name another of its state."""
    found = [_met(one, other) for other in others]
    best = max((score for score in found if score is not None), default=0.0)
    if None in found and (best == 0.0 or (best < 1.0 and one.person)):
        return None
    return best


def _met(a: Party, b: Party) -> float | None:
    score = alike(a, b)
    both = a.kind == b.kind == "state" and a.id == b.id
    if not both or score is None:
        return score
    return load_links().weights["party.office" if _in_one_office(a, b) else "party.state"]


def _vague(party: Party) -> bool:
    """Whether a party is named by no name that others would use as well: "the two leaders", "officials"."""
    return party.kind in ("collective", "unknown") and not party.members
