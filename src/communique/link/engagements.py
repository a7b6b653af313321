"""Whether two reports tell of one engagement: parties, type, direction, place, days and course must fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from communique.lexicon.links import load_links
from communique.lexicon.ranks import level
from communique.link.days import EVER, NEVER, Days, days_of, lasted, printed
from communique.link.parties import Party, in_common, party
from communique.link.verdicts import Verdict
from communique.records.actors import Where
from communique.records.events import Engagement
from communique.records.links import Entry

ALONE = frozenset({"news_conference", "ceremony", "exercise"})
"""Types for which one named party is enough to know the occasion by."""

ENDED = frozenset({"cancelled", "refused"})
"""Statuses that tell of the slot that was planned, and of no new one."""


class Facts(NamedTuple):
    """What of an engagement's report can be compared, worked out once."""

    article: str
    type: str
    mode: str | None
    fate: str
    ended: bool
    parties: tuple[Party, ...]
    movers: tuple[Party, ...]
    where: Where | None
    slot: Days | None
    day: int | None
    background: bool
    dated: bool
    counted: bool
    hosts: tuple[Party, ...]
    length: int | None
    stale: bool
    halted: bool
    moved: bool


class Same(NamedTuple):
    """Whether two reports name the same people, and the same place."""

    parties: bool
    place: bool


class Likeness(NamedTuple):
    """How alike two reports are; `score` None: they exclude each other, and `why` says by what."""

    score: float | None
    why: str


def facts(entry: Entry) -> Facts | None:
    """Return what of an engagement's report can be compared; None for another kind of record."""
    record = entry.record
    if not isinstance(record, Engagement):
        return None
    fate = load_links().fate("engagement", record.status)
    done = fate == "done"
    slot = days_of(record.when) if done else days_of(record.window) or days_of(record.when)
    if done and slot is not None:
        slot = _past(slot, printed(entry))
    elif slot is not None and fate != "off":
        slot = _ahead(slot, printed(entry))
    if record.status == "under_way" and slot is not None:  # "opened on Monday": it goes on
        slot = Days(slot.first, max(slot.last, printed(entry) or 0) + int(load_links().weights["days.fresh"]))
    return Facts(
        record.article, record.type, record.mode_of_contact, fate, record.status in ENDED,
        tuple(map(party, record.participants)),
        _movers(record), record.where, slot, printed(entry), record.layer == "background",
        record.when is not None and lasted(record.when) is None, any(e.role == "count" for e in record.evidence),
        tuple(party(p) for p in record.participants if p.part == "host"),
        lasted(record.when), slot is None and _is_stale(record, printed(entry)), record.status == "suspended",
        any(e.role == "moved" for e in record.evidence),
    )  # fmt: skip


def _is_stale(record: Engagement, day: int | None) -> bool:
    """Whether a plan without a day was made so long before it was printed that it is open no more."""
    made = days_of(record.announced_when)
    return made is not None and day is not None and day - made.last > load_links().weights["days.open"]


def _past(slot: Days, day: int | None) -> Days | None:
    """The days on which a thing done may have been: not after it was printed. "Since October" names no day."""
    if slot.last == EVER:
        return None
    return Days(slot.first, min(slot.last, day)) if day is not None and slot.first <= day else slot


def _ahead(slot: Days, day: int | None) -> Days:
    """The days on which a plan may take place: "by the end of the month" begins when it was printed."""
    return Days(day, slot.last) if slot.first == NEVER and day is not None and day <= slot.last else slot


def _movers(record: Engagement) -> tuple[Party, ...]:
    """Who goes or writes to the other: visits and letters have a direction."""
    if record.type == "visit":
        return tuple(party(p) for p in record.participants if p.part == "visitor")
    if record.type == "letter" and record.initiator is not None:
        return (party(record.initiator),)
    return ()


def judge(new: Facts | None, thread: Sequence[Facts]) -> Verdict:
    """Return whether a report belongs to a matter: no report of it may exclude the new one, and one must match it."""
    if new is None or not thread:
        return Verdict("same_as", 0.0, False, "no report of a meeting in sight")
    free = put_off(thread) or (new.fate == "done" and moved(thread))
    found: list[tuple[float, float, str]] = []
    for known in thread:
        score, why = compare(new, known, free)
        if score is None:
            return Verdict("same_as", 0.0, False, why)
        found.append((score, bar(new, known), why))
    best, needed, why = max(found, key=lambda item: item[0] - item[1])
    return Verdict("same_as", best, best >= needed, why)


def compare(new: Facts, known: Facts, moved: bool) -> Likeness:
    """Return how alike a new report and a known one are; `moved`: their matter may take place on another day than that
    of the known report, since it was put off, called off, or planned for several days."""
    weights = load_links().weights
    place = places(new.where, known.where)
    parties, count = in_common(*_circles(new, known, place))
    if parties is None:
        return Likeness(None, "they name different people of one state")
    if parties == 0.0:
        return Likeness(0.0, "they name different parties")
    if new.movers and known.movers and not in_common(new.movers, known.movers).score:
        return Likeness(None, "it goes the other way")
    if place is None:
        return Likeness(None, "they name different places")
    if new.type != known.type and any(_leads_to(a, b) for a, b in ((new, known), (known, new))):
        return Likeness(None, "a summit is of leaders, and these are ministers")
    count += _one_journey(new, known, place) or _paid(new, known)
    same = Same(parties > 0.9 and count > 1, place == weights["place.same"])
    off = known.fate == "off" or (new.fate == "off" and not new.ended)  # what is called off is off for its own day
    time, words = _times(new, known, moved or off, same)
    if not time:
        return Likeness(time, words)
    people = parties > 0.9 or (count > 1 and time == weights["time.same_day"])
    received = people and place >= weights["place.inside"] and time >= weights["time.fresh"]
    kind = _types(new, known, received)
    if kind == 0.0:
        return Likeness(0.0, f"one is a {new.type}, the other a {known.type}")
    score = sum(
        weights[f"engagement.weight.{name}"] * value
        for name, value in (("parties", parties), ("type", kind), ("time", time), ("place", place))
    )
    if count < 2 and not _anchored(new, known, time, place):
        return Likeness(0.0, "one report names a single party, and neither day nor place ties them")
    said = "same parties" if parties > 0.9 else "parties of the same sides"
    return Likeness(round(score, 4), f"{said}, {new.type}, {words}{_place_words(place)}")


def _one_journey(new: Facts, known: Facts, place: float) -> bool:
    """Whether both tell of a visit of the same person to the same place, which counts as the second party to it; where
    one names no days, or too many to tell, both were printed within days, or it was put off."""
    weights = load_links().weights
    there = place >= weights["place.inside"] or _received_there(new, known) or _received_there(known, new)
    if not (new.movers and known.movers and there):
        return False
    dated = all(slot and slot.last - slot.first <= weights["days.vague"] for slot in (new.slot, known.slot))
    fresh = None not in (new.day, known.day) and not (new.background or known.background)
    near = fresh and abs((new.day or 0) - (known.day or 0)) <= weights["days.near"]
    if not (dated or near or known.fate == "off"):
        return False
    return (in_common(new.movers, known.movers).score or 0.0) > 0.9


def _received_there(one: Facts, other: Facts) -> bool:
    """Whether the host of one visit is of the country that the other goes to."""
    return other.where is not None and any(host.side == other.where.iso3 for host in one.hosts if host.side)


def _paid(new: Facts, known: Facts) -> bool:
    """Whether a visitor who was to come is told to have met somebody of the country, there: the visit was paid."""
    if known.type != "visit" or known.fate == "done" or new.fate != "done" or known.where is None:
        return False
    host = known.where.iso3
    guests = (in_common(known.movers, new.parties).score or 0.0) > 0.9 and all(p.side != host for p in known.movers)
    there = places(new.where, known.where) or 0.0
    return guests and there >= load_links().weights["place.inside"] and any(p.side == host for p in new.parties)


def _leads_to(one: Facts, other: Facts) -> bool:
    """Whether one is a summit, of whoever leads, and the other is told to be of ministers."""
    levels = [{level(p.title[0]) for p in facts.parties if p.title is not None} - {""} for facts in (one, other)]
    return one.type == "summit" and not levels[0] and bool(levels[1]) and "leader" not in levels[1]


def _circles(new: Facts, known: Facts, place: float | None) -> tuple[Sequence[Party], Sequence[Party]]:
    """The parties to be compared: where both name the place, and one of them a host of several, without this host; so
    too where somebody only offers to be the host."""
    offered = known.fate == "open" and place is not None
    if (place == load_links().weights["place.same"] or offered) and bool(new.hosts) != bool(known.hosts):
        hosts = {host.id for host in (*new.hosts, *known.hosts)}
        guests = [[p for p in facts.parties if p.id not in hosts] for facts in (new, known)]
        if min(map(len, guests)) > 1:
            return guests[0], guests[1]
    return new.parties, known.parties


def bar(new: Facts, known: Facts) -> float:
    """Return the score from which two reports are one matter."""
    weights = load_links().weights
    if new.article == known.article:
        return weights["engagement.join.same_article"]
    single = min(len(new.parties), len(known.parties)) < 2
    return weights["engagement.join.one_party" if single else "engagement.join"]


def put_off(thread: Sequence[Facts]) -> bool:
    """Whether a matter was put off or called off."""
    return any(facts.fate == "off" for facts in thread)


def moved(thread: Sequence[Facts]) -> bool:
    """Whether a matter was planned for other days than before: its slots share no day."""
    slots = [facts.slot for facts in thread if facts.fate in ("on", "open") and facts.slot is not None]
    return bool(slots) and max(slot.first for slot in slots) > min(slot.last for slot in slots)


def places(a: Where | None, b: Where | None) -> float | None:
    """Return how well two places agree, 0..1; None where they exclude each other."""
    weights = load_links().weights
    if a is None or b is None:
        return weights["place.open"]
    if a.name == b.name:
        return weights["place.same"]
    if a.iso3 is None or b.iso3 is None:
        return weights["place.open"]  # a name of no table may be a town beside the other, or another name for it
    return weights["place.inside"] if a.iso3 == b.iso3 and (a.country or b.country) else None


def _types(new: Facts, known: Facts, received: bool) -> float:
    """How well types and modes of contact agree; a call is no meeting.

    A visit is none either, but where it is told by its host ("received both in the palace"), or by what the visitor
    came for, and people, place and day are those of the meeting, it is one (`received`).
    """
    types = {new.type, known.type}
    if "visit" in types and len(types) == 2:
        there = ((new.hosts or known.hosts) and places(new.where, known.where) == 1.0) or _paid(new, known)
        return load_links().weights["type.received"] if received and there else 0.0
    if new.mode and known.mode and new.mode != known.mode:
        return 0.0
    return 1.0 if new.type == known.type else load_links().types.get(frozenset((new.type, known.type)), 0.0)


def _anchored(new: Facts, known: Facts, time: float, place: float) -> bool:
    """Whether day or place tie a report that names one party only to another."""
    weights = load_links().weights
    if new.type in ALONE and new.type == known.type:
        return time >= weights["time.fresh"]
    answered = new.ended and known.fate == "open" and time >= weights["time.near"]  # declined, as invited there
    tied = place == weights["place.same"] and (time >= weights["time.fresh"] or answered)
    if new.type == known.type == "visit" and new.movers and known.movers:  # due in the capital, to visit the country
        tied = tied or (place >= weights["place.inside"] and time >= weights["time.within"])
        tied = tied or (new.slot is not None and new.slot == known.slot and time >= weights["time.within"])
    return tied or (time == weights["time.same_day"] and new.type == known.type and new.fate != "done")


def _place_words(place: float) -> str:
    return "" if place == load_links().weights["place.open"] else ", same place"


def _times(new: Facts, known: Facts, moved: bool, same: Same) -> tuple[float | None, str]:
    """How well the days agree: a score and words; None where they exclude each other, 0 where nothing ties them."""
    for plan, done in ((new, known), (known, new)):
        if done.fate == "done" and plan.fate in ("on", "open") and _ahead_of(plan, done):
            return None, "one took place, the other is still to come"
    if new.slot is not None and known.slot is not None:
        return _slots(new, known, moved, same)
    if new.day is None or known.day is None:
        return 0.0, "without a date nothing ties them"
    if new.stale or known.stale:
        return 0.0, "planned long ago, without a day"
    if known.fate == "done" and new.fate == "done":
        return _both_done(new, known, same)
    if known.fate == "done":
        return _halted(new, known) if new.halted else _plan_after(new, known)
    if new.fate == "done":
        return _done_after(new, known, moved and (same.parties or same.place))
    return _plans(new, known)


def _ahead_of(plan: Facts, known: Facts) -> bool:
    """Whether a plan's slot still lay ahead when it was printed, and the thing done then lay behind: on earlier days,
    or on that day, and the slot begins later."""
    done = _took_place(known)
    if plan.slot is None or plan.day is None or done is None:
        return False
    return done.last < plan.day < plan.slot.last or done.last <= plan.day < plan.slot.first


def _renamed(new: Facts, known: Facts) -> bool:
    """Whether a later article names another day, within a week, for a plan that is still open: the day was changed."""
    weights = load_links().weights
    assert new.slot is not None and known.slot is not None
    plans = new.fate == known.fate == "on" and new.article != known.article
    still = new.day is not None and known.day is not None and known.day < new.day <= known.slot.last
    return plans and still and abs(new.slot.first - known.slot.first) <= weights["days.moved"]


def _slots(new: Facts, known: Facts, moved: bool, same: Same) -> tuple[float | None, str]:
    """Both name their days: these meet, or the matter was put off and people or place, or the words that tell of it,
    tie the new day to it."""
    weights = load_links().weights
    assert new.slot is not None and known.slot is not None
    waits = known.fate == "off" or (new.day or 0) <= known.slot.last + weights["days.fresh"]
    one, other, tied = new.slot, known.slot, same.parties or same.place or (new.moved and waits)
    moved = moved or new.moved or (same.parties and same.place and _renamed(new, known))
    if not one.meets(other):
        apart = max(one.first - other.last, other.first - one.last)
        limit = weights["days.reinstated" if known.ended and not new.moved else "days.put_off"]
        if known.fate == "done" or not moved or apart > limit:
            return None, "they name different days"
        return (weights["time.rescheduled"], "put off to another day") if tied else (0.0, "another day")
    if one == other and one.single:
        return weights["time.same_day"], "same day"
    if one.last == other.last < EVER and NEVER in (one.first, other.first):
        return weights["time.within"], "the same end of the slot"
    longest = max(one.last - one.first, other.last - other.first)
    if longest > weights["days.vague"]:
        return weights["time.open"], "a stretch too long to tell"
    if one.holds(other) or other.holds(one):
        return weights["time.within"], "days within those announced"
    return weights["time.overlap"], "days that overlap"


def _both_done(new: Facts, known: Facts, same: Same) -> tuple[float | None, str]:
    """Two reports of a thing done, of which one names no day: the same news if printed when the other took place."""
    weights = load_links().weights
    one, other = _took_place(new), _took_place(known)
    if one is None or other is None:
        tied = same.parties and (same.place or _lasted(new, known))
        recalled = tied and (_recalls(new, other) or _recalls(known, one))
        return (weights["time.open"], "the last one there") if recalled else (0.0, "background without a day")
    if not one.meets(other):
        return None, "done on other days"
    return weights["time.fresh"], "printed within days of each other"


def _lasted(new: Facts, known: Facts) -> bool:
    """Whether one is told by its length alone, that of the other's days: "follows four days of talks"."""
    pairs = ((a.length, b.slot) for a, b in ((new, known), (known, new)))
    return any(days is not None and slot is not None and slot.last - slot.first + 1 == days for days, slot in pairs)


def _recalls(recap: Facts, days: Days | None) -> bool:
    """Whether background that names no day may be what was done on these days, not long before it was printed; "have
    met three times" is no one of them."""
    bare = recap.background and not recap.dated and not recap.counted and recap.day is not None
    return bare and days is not None and 0 <= (recap.day or 0) - days.last <= load_links().weights["days.recalled"]


def _took_place(facts: Facts) -> Days | None:
    """The days on which a thing told as done may have been: those named, else the last few before the news."""
    if facts.slot is not None:
        return facts.slot
    if facts.background or facts.day is None:
        return None
    return Days(facts.day - int(load_links().weights["days.fresh"]), facts.day)


def _plan_after(new: Facts, known: Facts) -> tuple[float | None, str]:
    """A plan reported after (or beside) the news that such a thing took place: as a rule the next one."""
    weights = load_links().weights
    done = _took_place(known)
    if done is None or new.day is None:
        return 0.0, "background without a day"
    if new.day <= done.last:  # the same day's papers: "will meet today", "met today"
        meets = new.slot is not None and new.slot.meets(done)
        return (weights["time.within"], "took place in its slot") if meets else (0.0, "done, and planned without a day")
    return None, "one took place, the other is still to come"


def _halted(new: Facts, known: Facts) -> tuple[float | None, str]:
    """What is put on hold, and what began or took place shortly before."""
    done = _took_place(known)
    if done is None or new.day is None:
        return 0.0, "background without a day"
    soon = new.day - done.first >= 0 and new.day - done.last <= load_links().weights["days.done"]
    return (load_links().weights["time.fresh"], "put on hold soon after") if soon else (None, "over long before")


def _done_after(new: Facts, known: Facts, moved: bool) -> tuple[float | None, str]:
    """A thing reported as done, and an earlier plan."""
    weights = load_links().weights
    done = _took_place(new)
    if done is None or known.day is None:
        return 0.0, "background without a day"
    if known.slot is not None:
        if done.meets(known.slot):
            if known.slot.last - known.slot.first > weights["days.vague"]:
                return weights["time.open"], "a slot too long to tell"
            return weights["time.within"], "took place in its slot"
        near = max(done.first - known.slot.last, known.slot.first - done.last) <= weights["days.put_off"]
        return (
            (weights["time.rescheduled"], "took place on another day") if moved and near else (None, "not in its slot")
        )
    if done.last < known.day:
        return None, "done before it was planned"
    if known.fate == "off" and not known.ended and moved and done.first - known.day <= weights["days.put_off"]:
        return weights["time.open"], "put off without a day, then done"
    if done.first - known.day <= weights["days.done"]:
        near = done.first - known.day <= weights["days.near"]
        return weights["time.near" if near else "time.open"], "planned without a day, then done"
    return 0.0, "too long after a plan without a day"


def _plans(new: Facts, known: Facts) -> tuple[float | None, str]:
    """Two reports of a plan, of which one names no slot at most."""
    weights = load_links().weights
    assert new.day is not None and known.day is not None
    slot = new.slot or known.slot
    if slot is not None:
        other = known.day if new.slot else new.day
        if other > slot.last + weights["days.fresh"]:
            recap = new.fate == known.fate == "off" and other - slot.last <= weights["days.open"]
            near = weights["time.near" if other - slot.last <= weights["days.near"] else "time.open"]
            return (near, "both tell that it was called off") if recap else (0.0, "its day had passed")
    gap = new.day - known.day
    if gap > weights["days.open"] and known.slot is None:
        return 0.0, "too long after a plan without a day"
    if slot is None and new.fate == known.fate == "off":
        return weights["time.fresh"], "both tell that it was called or put off"
    return weights["time.near" if gap <= weights["days.near"] else "time.open"], "a plan still open"
