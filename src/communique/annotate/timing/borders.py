"""Words before an expression that move its ends: "early", "later this", "more than", "since", "until"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from communique.annotate.timing import calendar
from communique.annotate.timing.outcomes import Outcome, Setting
from communique.records.actors import Granularity

TWELFTHS = {
    "START": (0, 6),
    "MID": (3, 9),
    "END": (6, 12),
    "OPEN": (0, 4),
    "CLOSE": (8, 12),
    "H1": (0, 6),
    "H2": (6, 12),
}
"""Which piece of its days a part covers; wide on purpose, since words such as "early" set no border."""

PHASES = {
    "START": "the early part",
    "MID": "the middle",
    "END": "the late part",
    "OPEN": "the beginning",
    "CLOSE": "the end",
    "H1": "the first half",
    "H2": "the second half",
}
_NOTES = {"APPROX": "about", "MORE_THAN": "more than", "LESS_THAN": "less than", "EXACT": "exactly"}
_SIDES = {
    "since": "from",
    "from": "from",
    "until": "to",
    "till": "to",
    "by": "to",
    "through": "to",
    "before": "before",
    "after": "after",
}


def phase(outcome: Outcome, value: str, setting: Setting) -> Outcome:
    """Return the early, middle or late part of `outcome`; the TIMEX3 value stays that of the whole, but for halves."""
    if outcome.closed is None or outcome.closed[0] == outcome.closed[1]:
        return outcome
    days = calendar.part(outcome.closed, *TWELFTHS[value])
    if value in ("H1", "H2"):
        named = f"{outcome.value}-{value}" if outcome.unit == "year" else outcome.value
        why = f"{outcome.why}; {PHASES[value]} of it"
        return replace(outcome, value=named, days=days, granularity="interval", why=why, unit=None)
    why = f"{outcome.why}; {PHASES[value]} of it, taken wide"
    return replace(outcome, days=days, granularity="interval", basis="inferred", why=why, unit=None)


def partof(outcome: Outcome, value: str, setting: Setting) -> Outcome:
    """Return the part of `outcome` up to publication ("earlier this year") or from it on ("later this month")."""
    at = setting.at
    if outcome.closed is None or at is None or not outcome.closed[0] <= at <= outcome.closed[1]:
        return outcome
    if outcome.closed[0] == outcome.closed[1]:
        return outcome
    days = (outcome.closed[0], at) if value == "BEFORE" else (at, outcome.closed[1])
    why = f"{outcome.why}; {'earlier: up to' if value == 'BEFORE' else 'later: from'} the day of publication"
    return replace(outcome, days=days, granularity="interval", why=why, unit=None)


def bound(outcome: Outcome, value: str, setting: Setting) -> Outcome:
    """Return the time before ("pre-1959") or after ("post-1959") `outcome`, open on one side."""
    return sided(outcome, value.lower())


def approx(outcome: Outcome, value: str, setting: Setting) -> Outcome:
    """Return `outcome` with the note that its number is a bound or an estimate."""
    return replace(outcome, why=f"{outcome.why} ({_NOTES[value]})")


PREFIXES: dict[str, Callable[[Outcome, str, Setting], Outcome]] = {
    "phase": phase,
    "partof": partof,
    "approx": approx,
    "bound": bound,
}


def sided(outcome: Outcome, preposition: str | None) -> Outcome:
    """Return `outcome` as its preposition bounds it: "since Thursday" has no end, "until March 5" no beginning."""
    side = _SIDES.get(preposition or "")
    if side is None:
        return outcome
    if outcome.type == "DURATION" and side in ("before", "after"):
        why = f"{outcome.why}; {preposition} a happening that the sentence names"
        return replace(outcome, days=None, why=why)
    if outcome.closed is None or outcome.type in ("DURATION", "SET"):
        return outcome
    if preposition == "from" and outcome.unit != "day":
        return outcome  # "dates from 1648", "fell from the quarter before"
    first, last = outcome.closed
    step = 0 if outcome.type == "TIME" else 1  # "before Thursday evening" may be on Thursday
    days = {
        "from": (first, None),
        "to": (None, last),
        "before": (None, _moved(first, -step)),
        "after": (_moved(last, step), None),
    }
    why = f"{outcome.why}; {preposition}: the other end is open"
    granularity: Granularity = "datetime" if outcome.granularity == "datetime" else "interval"
    return replace(outcome, days=days[side], why=why, granularity=granularity, unit=None)


def _moved(day: date, step: int) -> date:
    """The day `step` days later; the day itself at the calendar's ends."""
    return day + timedelta(days=step) if date.min < day < date.max else day
