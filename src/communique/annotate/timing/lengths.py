"""Expressions without a place of their own: lengths of time, repeated times, "now" and "soon"."""

from __future__ import annotations

from dataclasses import replace

from communique.annotate.timing import calendar
from communique.annotate.timing.numbers import period
from communique.annotate.timing.outcomes import UNITS, Outcome, Setting, Words


def stretch(words: Words, setting: Setting) -> Outcome | None:
    """ "the past three days", "in the coming weeks", "the first nine months"."""
    amount, code, step, at = words.amount(), words.unit(), words.step("stretch"), setting.at
    outcome = Outcome("DURATION", period(amount, code), "interval", "a length of time; its beginning is not stated")
    if step == 0 or code not in UNITS:
        return outcome
    if at is None:
        return replace(outcome, why="unresolved: no publication date to count from")
    if not amount.isdigit():
        days = (None, at) if step < 0 else (at, None)
        why = f"{'up to' if step < 0 else 'from'} publication on {at}; the other end is not stated"
        return replace(outcome, days=days, why=why)
    far = calendar.later(at, step * int(amount), UNITS[code] if code != "WE" else "week")
    closed = (far, at) if step < 0 else (at, far)
    return replace(
        outcome, days=closed, why=f"{amount} {UNITS[code]}(s) {'up to' if step < 0 else 'from'} publication on {at}"
    )


def within(words: Words, setting: Setting) -> Outcome | None:
    """ "within a week", "within ten days", of what is to come: by then, and not before publication."""
    outcome, amount, code = duration(words, setting), words.amount(), words.unit()
    if outcome is None or setting.at is None or not amount.isdigit() or code not in UNITS:
        return outcome
    far = calendar.later(setting.at, int(amount), UNITS[code] if code != "WE" else "week")
    why = f"within {amount} {UNITS[code]}(s) from publication on {setting.at}"
    return replace(outcome, days=(setting.at, far), basis="inferred", why=why)


def duration(words: Words, setting: Setting) -> Outcome | None:
    """ "three days", "12-hour", "decades": how long, not when."""
    amount, code = words.amount(), words.unit()
    if code in ("S", "Q") and amount == "1":
        return None  # "a second meeting", "a quarter of the votes"
    why = "a length of time, not a point in time"
    return Outcome("DURATION", period(amount, code), "interval", why, basis="stated")


def anniversary(words: Words, setting: Setting) -> Outcome | None:
    """ "the one-year mark", "first anniversary": the day of what it marks is not in the words."""
    amount = str(words.ordinal()) if words.get("ordinal") else words.amount()
    unit = words.unit() if words.get("unit") else "Y"
    why = "unresolved: an anniversary; when the thing it marks happened is not stated here"
    return Outcome("DURATION", period(amount, unit), "interval", why)


def rate(words: Words, setting: Setting) -> Outcome | None:
    """ "daily", "annually"."""
    return Outcome("SET", words.meaning("rate") or "P1D", "interval", "a repeated time", basis="stated")


def each(words: Words, setting: Setting) -> Outcome | None:
    """ "every Friday", "each year", "five a day", "Tuesday nights"."""
    part = words.meaning("daypart")
    if words.get("weekday"):
        value = f"XXXX-WXX-{words.step('weekday')}" + (f"T{part}" if part else "")
    elif words.get("month"):
        value = f"XXXX-{words.step('month'):02d}"
    elif part:
        value = f"XXXX-XX-XXT{part}"
    else:
        value = period(words.amount(), words.unit())
    return Outcome("SET", value, "interval", "a repeated time", basis="stated")


def reference(words: Words, setting: Setting) -> Outcome | None:
    """ "now", "recently", "soon": a time without measure."""
    return Outcome(
        "DATE", words.meaning("reference") or "PRESENT_REF", "interval", "unresolved: a time without measure"
    )
