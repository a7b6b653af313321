"""From answers to pictures: which bars, marks and ties an answer has; the table beside them lists the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from communique.questions import phrases, wording
from communique.questions.answers import Matter, Told
from communique.questions.matters import side_name
from communique.questions.scores import Score
from communique.questions.tones import tone_of
from communique.records.actors import Actor, Participant
from communique.records.events import time_of
from communique.records.parties import parties
from communique.web.pictures import Bar, Mark, Tie

Link = Callable[[str], str]
"""Short id of a record, or key of an actor -> the address of its page."""

KINDS = {
    "engagement": "Engagements",
    "event": "Events",
    "proposal": "Proposals",
    "allegation": "Allegations",
    "denial": "Denials",
}
LANES = tuple(KINDS.values())


def bars(told: Iterable[Told], link: Link, lane: Callable[[Told], str] | None = None) -> list[Bar]:
    """Return a bar for each record that has a time, in lanes by kind or as `lane` says."""
    found = []
    for one in told:
        when = time_of(one.record)
        if when is None or (when.from_ is None and when.to is None):
            continue
        who, what = wording.summary(one.record)
        found.append(
            Bar(
                label=f"{what} · {who}" if who else what,
                first=when.from_,
                last=when.to,
                lane=lane(one) if lane else KINDS.get(one.record.kind, one.record.kind),
                tone=tone(one),
                note=phrases.time(when),
                href=link(one.short),
            )
        )
    return found


def tone(told: Told) -> str:
    """Return how real a record is, as pictures show it: an allegation is never more than alleged."""
    said = {"allegation": "alleged", "denial": "denied"}.get(told.record.kind)
    return tone_of(said or str(getattr(told.record, "status", ""))) or "none"


def direction(keys: tuple[str, str], names: tuple[str, str]) -> Callable[[Told], str]:
    """Return which lane of a dyad a record stands in: what one does to the other, what they share."""

    def lane(told: Told) -> str:
        doing = [_does(told, key) for key in keys]
        if doing == [True, False]:
            return f"{names[0]} {phrases.ARROW} {names[1]}"
        if doing == [False, True]:
            return f"{names[1]} {phrases.ARROW} {names[0]}"
        return f"{names[0]} and {names[1]}"

    return lane


DOING = frozenset({"actor", "speaker", "accuser", "denier", "proposer", "visitor", "initiator", "participant", "host",
                   "organiser", "party", "who"})  # fmt: skip
"""Parts of those who act; the others are acted upon, addressed or reported to."""


def _does(told: Told, key: str) -> bool:
    roles = {role for role, actor in parties(told.record) if key in (actor.iso3, actor.id)}
    return bool(roles & DOING)


def marks(scores: Sequence[Score], names: tuple[str, str], link: Link) -> list[Mark]:
    """Return a mark for each scored event."""
    return [
        Mark(
            day=one.day,
            score=one.event.score,
            label=scored(one),
            side=one.side,
            done=one.done,
            reports=one.reports,
            href=link(one.told.short),
        )
        for one in scores
    ]


def scored(one: Score) -> str:
    """Return what a scored event is in words: PLOVER type and mode, the status behind it."""
    kind = f"{one.event.type} {phrases.spaced(one.event.mode)}" if one.event.mode else one.event.type
    return f"{kind}, {phrases.spaced(one.event.status)}"


HELD = ("held", "under_way")


def ties(matters: Iterable[Matter], names: dict[str, str], dyad: Callable[[str, str], str]) -> list[Tie]:
    """Return a tie for each pair of sides that share engagements; `names` is filled with key -> name of each side."""
    counts: dict[tuple[str, str], list[int]] = {}
    for matter in matters:
        sides = _sides(matter.thread.participants, names)
        for pair in combinations(sorted(sides), 2):
            total = counts.setdefault(pair, [0, 0])
            total[0] += 1
            total[1] += matter.thread.status in HELD
    return [
        Tie(a=names[a], b=names[b], count=count, held=held, href=dyad(a, b))
        for (a, b), (count, held) in sorted(counts.items())
    ]


def _sides(participants: Iterable[Actor | Participant], names: dict[str, str]) -> set[str]:
    """Return the keys of who takes part, states before persons who act for them; nameless ones have none."""
    found = set()
    for actor in participants:
        if actor.iso3 is None and (actor.kind in ("collective", "unknown") or actor.id.startswith("mention/")):
            continue
        key = actor.iso3 or actor.id
        names.setdefault(key, side_name(actor, {}))
        found.add(key)
    return found
