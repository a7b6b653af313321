"""Whether two reports tell of one happening: same type, same sides, day, place and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from communique.lexicon.codebook import load_codebook
from communique.lexicon.links import load_links
from communique.link import wording
from communique.link.days import Days, days_of, printed
from communique.link.engagements import places
from communique.link.parties import Party, for_state, in_common, party
from communique.link.verdicts import Verdict
from communique.records.events import Event
from communique.records.links import Entry

DEEDS = (2, 4)
"""Classes of what is done, not said: material cooperation and conflict."""

ANOTHER = Verdict("same_as", 0.0, False, "another day, place or party")


def judge(entry: Entry, record: Event, thread: Sequence[Entry]) -> Verdict:
    """Return whether a happening is the one of `thread`."""
    found: list[tuple[float, str]] = []
    for other in thread:
        if isinstance(other.record, Event):
            score, why = _compare(entry, record, other, other.record)
            if score is None:
                return ANOTHER
            found.append((score, why))
    if not found:
        return ANOTHER
    score, why = max(found, key=lambda item: item[0])
    return Verdict("same_as", score, score >= load_links().weights["event.join"], why)


def _compare(entry: Entry, new: Event, other: Entry, known: Event) -> tuple[float | None, str]:
    """Score and words for two reports; None where they exclude each other."""
    weights = load_links().weights
    if new.type != known.type or new.article == known.article:
        return 0.0, "another kind of event, or told apart by its article"
    here, there = entry.once(_circles), other.once(_circles)
    done = _carried_out(entry, new, other, known)
    suffered = _sides(here.recipients, there.recipients)
    if done and not (here.recipients and there.recipients) and _nameless(here.recipients + there.recipients):
        suffered = weights["party.side"]  # "agreed that crews would be exchanged", "exchanged 23 sailors"
    sides = (_doers(new, here.actors, there.actors), suffered)
    if None in sides:
        return None, "other people"
    parties = min(side for side in sides if side is not None)
    place = places(new.where, known.where)
    if place is None:
        return None, "other places"
    time = _time(entry, new, other, known)
    if parties == 0.0 or not time:
        return (time if time is None else 0.0), "nothing ties them in time or by parties"
    words = fuzz.token_set_ratio(new.trigger.text.casefold(), known.trigger.text.casefold()) / 100
    if _both_planned(new, known):
        words = max(words, wording.shared(wording.telling(new.trigger.text), wording.telling(known.trigger.text)))
    if new.mode is not None and new.mode == known.mode:
        words = max(words, 0.6)
    recaps = new.status == known.status == "historical" and days_of(new.when) == days_of(known.when) is not None
    tied = recaps or done or time == weights["time.same_day"] or place == weights["place.same"] or words >= 0.85
    values = {"parties": parties, "time": time, "place": place, "words": words if tied else 0.0}
    score = sum(weights[f"event.weight.{name}"] * value for name, value in values.items())
    return round(score, 4), f"{new.type} by the same sides, {new.trigger.text!r} and {known.trigger.text!r}"


class _Circles(NamedTuple):
    """Who takes part in a happening, as far as reports can be compared by it."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]


def _circles(entry: Entry) -> _Circles:
    record = entry.record
    assert isinstance(record, Event)
    return _Circles(tuple(map(party, record.actors)), tuple(map(party, record.recipients)))


def _nameless(parties: Sequence[Party]) -> bool:
    return bool(parties) and all(one.label for one in parties)


def _sides(a: Sequence[Party], b: Sequence[Party]) -> float | None:
    """How well two circles agree; where neither report names anyone, they do."""
    if not a and not b:
        return 1.0
    return in_common(a, b).score if a and b else 0.0


def _doers(event: Event, a: Sequence[Party], b: Sequence[Party]) -> float | None:
    """How well those agree who act: what two people do for their states, beyond words, the same states do."""
    found = _sides(a, b)
    if found is None and load_codebook().kinds[event.type].quad in DEEDS:
        return _sides(tuple(map(for_state, a)), tuple(map(for_state, b)))
    return found


def _both_planned(a: Event, b: Event) -> bool:
    links = load_links()
    return links.fate("event", a.status) == links.fate("event", b.status) == "on"


def _time(entry: Entry, new: Event, other: Entry, known: Event) -> float | None:
    """How well the days agree; a report without a day tells of the last few before it was printed."""
    weights = load_links().weights
    one, two = days_of(new.when), days_of(known.when)
    if one is not None and two is not None:
        if not one.meets(two):
            return None
        return weights["time.same_day"] if one == two and one.single else weights["time.within"]
    if _both_planned(new, known) and _still_ahead(entry, one or two, other):
        return weights["time.near"]
    if _carried_out(entry, new, other, known):
        return weights["time.fresh"]
    one, two = one or _fresh(entry, new), two or _fresh(other, known)
    if one is None or two is None:
        return 0.0
    return weights["time.fresh"] if one.meets(two) else 0.0


def _still_ahead(entry: Entry, slot: Days | None, other: Entry) -> bool:
    """Whether two reports of what is agreed or announced may be of one plan: printed soon after each other, and its
    day, where one of them names it, not before."""
    days = (printed(other), printed(entry))
    if None in days or (slot is not None and slot.last < max(day or 0 for day in days)):
        return False
    return abs((days[1] or 0) - (days[0] or 0)) <= load_links().weights["days.near"]


def _carried_out(entry: Entry, deed: Event, other: Entry, plan: Event) -> bool:
    """Whether a deed may be what was planned, where one of the two names no day: done soon after the plan was printed,
    or printed soon after its day."""
    links, days = load_links(), (printed(other), printed(entry))
    if links.fate("event", plan.status) != "on" or links.fate("event", deed.status) != "done" or None in days:
        return False
    done, slot = days_of(deed.when), days_of(plan.when)
    if plan.layer == "background" or (done is None) == (slot is None):
        return False
    first, last = (slot.last if slot else days[0]) or 0, (done.last if done else days[1]) or 0
    return 0 <= last - first <= links.weights["days.done"]


def _fresh(entry: Entry, event: Event) -> Days | None:
    day = printed(entry)
    if day is None or event.layer == "background" or event.status == "historical":
        return None
    return Days(day - int(load_links().weights["days.event"]), day)
