"""Expressions that are counted, from publication ("three days ago") or from a time named before ("a day later")."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from communique.annotate.timing import calendar
from communique.annotate.timing.calendar import UNKNOWN, Days, Unit
from communique.annotate.timing.dates import calendar_day
from communique.annotate.timing.numbers import period
from communique.annotate.timing.numbers import year as year_of
from communique.annotate.timing.outcomes import (
    UNITS,
    Outcome,
    Setting,
    Words,
    at_part,
    counted,
    stated,
    unresolved,
)


def named_day(words: Words, setting: Setting) -> Outcome | None:
    """ "today", "yesterday", "tomorrow morning"."""
    part = words.meaning("daypart")
    if setting.at is None:
        return at_part(unresolved(UNKNOWN["day"], "day"), part)
    day = calendar.later(setting.at, words.step("dayname"), "day")
    return at_part(
        counted((day, day), "day", f"{words.get('dayname')}, counted from publication on {setting.at}"), part
    )


def day_part(words: Words, setting: Setting) -> Outcome | None:
    """ "tonight", "this morning", "last night"."""
    part = words.meaning("daypart") or "NI"
    if setting.at is None:
        return at_part(unresolved(UNKNOWN["day"], "day"), part)
    day = calendar.later(setting.at, words.step("deictic"), "day")
    return at_part(counted((day, day), "day", f"counted from publication on {setting.at}"), part)


def overnight(words: Words, setting: Setting) -> Outcome | None:
    """ "overnight": the night before publication, so two days touch it."""
    if setting.at is None:
        return at_part(unresolved(UNKNOWN["day"], "day"), "NI")
    days = calendar.later(setting.at, -1, "day"), setting.at
    why = f"the night to the day of publication ({setting.at})"
    return Outcome("TIME", f"{days[0].isoformat()}TNI", "interval", why, days)


def weekday(words: Words, setting: Setting) -> Outcome | None:
    """ "Friday", "next Tuesday", "Sunday last week", "Monday evening"."""
    number, part = words.step("weekday"), words.meaning("daypart")
    if setting.at is None:
        return at_part(unresolved(f"XXXX-WXX-{number}", "day"), part)
    name = (words.get("weekday") or "").title()
    day, why = _weekday(number, words, setting, setting.at)
    return at_part(counted((day, day), "day", f"{name}: {why}, publication on {setting.at}"), part)


def _weekday(number: int, words: Words, setting: Setting, at: date) -> tuple[date, str]:
    step, day = words.meaning("deictic"), calendar.later(at, 0, "day")
    if words.get("ofweek"):
        monday = calendar.week(calendar.later(at, int(words.meaning("ofweek", "deictic") or 0), "week"))[0]
        return calendar.later(monday, number - 1, "day"), f"that of {words.get('ofweek')} week, weeks from Monday"
    if step == "-1":
        return calendar.weekday_on_or_before(calendar.later(day, -1, "day"), number), "the latest one before"
    if (words.get("deictic") or "").endswith("next"):
        monday = calendar.week(calendar.later(at, 1, "week"))[0]
        return calendar.later(monday, number - 1, "day"), "that of the next week, weeks from Monday"
    if step == "1":
        return calendar.weekday_on_or_after(calendar.later(day, 1, "day"), number), "the first one after"
    if setting.direction in ("future", "present"):
        return calendar.weekday_on_or_after(day, number), "the clause looks ahead, so the first one on or after"
    return calendar.weekday_on_or_before(day, number), "the latest one on or before"


def relative_unit(words: Words, setting: Setting) -> Outcome | None:
    """ "last week", "this year", "next month", "the past decade"."""
    unit, step, at = UNITS.get(words.unit()), words.step("deictic"), setting.at
    if unit is None:
        return None
    if at is None:
        return unresolved(UNKNOWN[unit], unit)
    if unit == "weekend" and step <= 0:
        return _latest_weekend(at, setting, ended=step < 0)
    days = calendar.unit_of(calendar.later(calendar.unit_of(at, unit)[0], step, unit), unit)
    outcome = counted(days, unit, f"{words.get('deictic')} {unit}, counted from publication on {at}")
    if unit == "week" and step == 0 and at.isoweekday() > 5 and setting.direction == "future":
        days = at, calendar.week(calendar.later(at, 1, "week"))[1]
        why = f"publication on {at}, at a weekend: what is left of this week, or the week that begins"
        return replace(outcome, days=days, granularity="interval", why=why, unit=None)
    if not (words.get("deictic") or "").endswith(" past"):
        return outcome
    days = calendar.later(at, -1, unit), at
    return replace(outcome, days=days, granularity="interval", why=f"one {unit} up to publication on {at}", unit=None)


def _latest_weekend(at: date, setting: Setting, ended: bool = False) -> Outcome:
    """The weekend of this week, or the one before if it lies ahead of a clause that does not look ahead."""
    days = calendar.weekend(at)
    if (ended and days[1] >= at) or (days[0] > at and setting.direction == "past"):
        days = calendar.weekend(calendar.later(at, -1, "week"))
    return counted(days, "weekend", f"Saturday and Sunday nearest to publication on {at} in the clause's direction")


def ago(words: Words, setting: Setting) -> Outcome | None:
    """ "three days ago", "two months from now", "in two weeks"; as coarse as its unit, so "a year ago" is a year."""
    code, amount, at = words.unit(), words.amount(), setting.at
    sign = 1 if words.get("ahead") else -1
    if code not in UNITS:
        why = "unresolved: counted from a time of day that is not stated"
        return Outcome("TIME", "XXXX-XX-XXTXX", "interval", why)
    unit = UNITS[code]
    if not amount.isdigit():
        return Outcome("DATE", period(amount, code), "interval", "unresolved: the number is not stated")
    if at is None:
        return unresolved(UNKNOWN[unit], unit)
    if unit == "year" and amount == "1" and sign < 0 and (named := setting.last("quarter")):
        return _year_before(*named)
    return _counted(at, sign * int(amount), unit, f"publication on {at}")


def _counted(start: date, count: int, unit: Unit, source: str) -> Outcome:
    try:
        days = calendar.unit_of(calendar.later(start, count, unit), unit)
    except (ValueError, OverflowError):
        return unresolved(UNKNOWN[unit], unit, "counting leaves the calendar")
    direction = "after" if count > 0 else "before"
    how = f"{abs(count)} {unit}{'s' * (abs(count) != 1)} {direction} {source}" if count else f"the {unit} of {source}"
    return counted(days, unit, how)


def from_named(words: Words, setting: Setting) -> Outcome | None:
    """ "two days later", "a year earlier", "the previous year", "the next morning": from the last time named before."""
    code, amount, part = words.unit(), words.amount(), words.meaning("daypart")
    if code not in UNITS:
        why = "unresolved: counted from a happening whose time of day is not stated"
        return Outcome("DURATION", period(amount, code), "interval", why)
    unit = UNITS[code]
    step = words.step("anaphoric") or words.step("sequence")
    if unit == "year" and amount == "1" and step == -1 and (named := setting.last("quarter")):
        return _year_before(*named)
    named = setting.last()
    if named is None or not amount.isdigit():
        why = "counted from a time that the text before does not give"
        return at_part(unresolved(UNKNOWN[unit], unit, why), part)
    outcome, days = named
    if unit in ("day", "week") and outcome.unit not in ("day", "week"):
        why = f"counted from {outcome.value}, which is no {unit}"
        return at_part(unresolved(UNKNOWN[unit], unit, why), part)
    return at_part(_counted(days[0], step * int(amount), unit, f"{outcome.value}, named before"), part)


def _year_before(outcome: Outcome, days: Days) -> Outcome:
    unit = outcome.unit or "year"
    days = calendar.unit_of(calendar.later(days[0], -1, "year"), unit)
    return counted(days, unit, f"the same {unit} a year before {outcome.value}, named before")


def year_before(words: Words, setting: Setting) -> Outcome | None:
    """ "the year-ago quarter", "the same period last year": the period named before, a year earlier."""
    named = setting.last("month") if words.get("ofmonth") else setting.last("quarter") or setting.last()
    if named is None:
        return unresolved(UNKNOWN["year"], "year", "a year before a time that the text before does not give")
    return _year_before(*named)


def running_unit(words: Words, setting: Setting) -> Outcome | None:
    """ "the year", "the week": that of publication; a quarter or day that was named before goes first."""
    unit = "quarter" if words.get("period") else UNITS.get(words.unit())
    if unit is None:
        return None
    if unit in ("quarter", "day", "century") and (named := setting.last(unit)):
        return counted(named[1], unit, f"the {unit} named before")
    if words.get("period"):
        return None
    if setting.at is None:
        return unresolved(UNKNOWN[unit], unit)
    if unit == "weekend":
        return _latest_weekend(
            setting.at, replace(setting, direction=setting.direction if setting.direction == "future" else "past")
        )
    return counted(
        calendar.unit_of(setting.at, unit), unit, f"the {unit} of publication ({setting.at}): no other is named"
    )


def week_of(words: Words, setting: Setting) -> Outcome | None:
    """ "the week of March 6"."""
    day = calendar_day(words, setting)
    if day is None or day.closed is None:
        return unresolved(UNKNOWN["week"], "week", "the day that it holds is unresolved")
    week = counted(calendar.week(day.closed[0]), "week", f"the week that holds {day.value}; {day.why}")
    return replace(week, basis=day.basis)


def period_of_year(words: Words, setting: Setting) -> Outcome | None:
    """ "the 1988 period", "the 1988 quarter": the quarter named before, in that year."""
    year = year_of(words.get("year") or "0", words.lexicon)
    if named := setting.last("quarter"):
        days = calendar.quarter(year, (named[1][0].month + 2) // 3)
        return counted(days, "quarter", f"the quarter of {named[0].value}, in the stated year")
    return stated(calendar.years(year), "year", "the text names the year")


def year_end(words: Words, setting: Setting) -> Outcome | None:
    """ "year-end"."""
    if setting.at is None:
        return unresolved("XXXX-12", "month")
    days = calendar.month(setting.at.year, 12)
    return counted(days, "month", f"the last month of the year of publication ({setting.at})")
