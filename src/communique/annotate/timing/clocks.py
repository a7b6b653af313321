"""Times of day: "10:35 a.m.", "1600 GMT", "noon", "4 in the morning"; their day comes from their neighbours."""

from __future__ import annotations

from dataclasses import replace

from communique.annotate.timing.outcomes import Outcome, Setting, Words


def clock(words: Words, setting: Setting) -> Outcome | None:
    """Return a time of day; on the day named beside it in the sentence, else unresolved."""
    hour, minute = int(words.get("hour") or 0), int(words.get("minute") or 0)
    half = words.get("half") or {"MO": "a", "AF": "p", "EV": "p", "NI": "p"}.get(words.meaning("daypart") or "", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 23 or minute > 59:
        return None
    zone = words.meaning("zone") or ""
    moment = (words.meaning("clockword") or f"{hour:02d}:{minute:02d}") + zone
    beside = setting.beside
    if beside is not None and beside.closed and beside.unit == "day":
        return replace(with_moment(beside, moment), why=f"a time of day on {beside.value}, named in the same sentence")
    value = f"XXXX-XX-XXT{_value(moment)}"
    return Outcome("TIME", value, "datetime", "unresolved: a time of day; the day is not stated", moment=moment)


def with_moment(day: Outcome, moment: str) -> Outcome:
    """Return the outcome of a day together with a time of day; midnight stays a day, for it may open or close it."""
    value = f"{day.value.split('T')[0]}T{_value(moment)}"
    if moment.startswith("24:00"):
        why = f"{day.why}; whether midnight opens or closes that day is not told"
        return replace(day, type="TIME", value=value, why=why)
    return replace(
        day, type="TIME", value=value, granularity="datetime", moment=moment, why=f"{day.why}; with the time of day"
    )


def _value(moment: str) -> str:
    """The time as TIMEX3 writes it: UTC is marked, other zones are not."""
    return moment if moment.endswith("Z") else moment[:5]
