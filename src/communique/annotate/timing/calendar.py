"""Arithmetic of the ISO calendar: what days a week, month, quarter, season, year or decade covers.

All functions are pure; intervals include both ends; weeks run Monday to Sunday. Nothing here reads a clock.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "week", "weekend", "month", "quarter", "year", "decade", "century"]
Days = tuple[date, date]

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of the northern, meteorological seasons; winter runs into the next year."""


def month(year: int, number: int) -> Days:
    """Return the days of month `number` (1-12); ValueError outside the calendar."""
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def week(day: date) -> Days:
    """Return Monday to Sunday of the week of `day`."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weekend(day: date) -> Days:
    """Return Saturday and Sunday of the week of `day`."""
    sunday = week(day)[1]
    return sunday - timedelta(days=1), sunday


def quarter(year: int, number: int) -> Days:
    """Return the days of quarter `number` (1-4)."""
    return month(year, 3 * number - 2)[0], month(year, 3 * number)[1]


def season(year: int, code: str) -> Days:
    """Return the days of the season SP, SU, FA or WI that begins in `year`."""
    first = SEASONS[code]
    end_year, last = (year + 1, 2) if code == "WI" else (year, first + 2)
    return date(year, first, 1), month(end_year, last)[1]


def years(first: int, count: int = 1) -> Days:
    """Return the days of `count` years from `first` on."""
    return date(first, 1, 1), date(first + count - 1, 12, 31)


def unit_of(day: date, unit: Unit) -> Days:
    """Return the days of the `unit` in which `day` lies."""
    match unit:
        case "day":
            return day, day
        case "week":
            return week(day)
        case "weekend":
            return weekend(day)
        case "month":
            return month(day.year, day.month)
        case "quarter":
            return quarter(day.year, (day.month + 2) // 3)
        case "year":
            return years(day.year)
        case "decade":
            return years(day.year // 10 * 10, 10)
        case "century":
            return years(day.year // 100 * 100, 100)


def months_later(day: date, count: int) -> date:
    """Return the same day `count` months later (earlier if negative), or the month's last day where it is shorter."""
    year, index = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, index + 1, min(day.day, calendar.monthrange(year, index + 1)[1]))


MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def later(day: date, count: int, unit: Unit) -> date:
    """Return the day `count` units after `day`; before it if `count` is negative."""
    if unit in MONTHS:
        return months_later(day, count * MONTHS[unit])
    return day + timedelta(days=count * (1 if unit == "day" else 7))


def value_of(days: Days, unit: Unit) -> str:
    """Return the TIMEX3 value of the unit that begins at `days[0]`."""
    first = days[0]
    iso = (first if unit != "weekend" else days[1]).isocalendar()
    match unit:
        case "day":
            return first.isoformat()
        case "week":
            return f"{iso.year}-W{iso.week:02d}"
        case "weekend":
            return f"{iso.year}-W{iso.week:02d}-WE"
        case "month":
            return f"{first.year:04d}-{first.month:02d}"
        case "quarter":
            return f"{first.year:04d}-Q{(first.month + 2) // 3}"
        case "year":
            return f"{first.year:04d}"
        case "decade":
            return f"{first.year // 10:03d}"
        case "century":
            return f"{first.year // 100:02d}"


UNKNOWN: dict[Unit, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""TIMEX3 values of a unit whose place in time is not known."""


def weekday_on_or_before(day: date, weekday: int) -> date:
    """Return the last ISO weekday (Monday is 1) up to and including `day`."""
    return day - timedelta(days=(day.isoweekday() - weekday) % 7)


def weekday_on_or_after(day: date, weekday: int) -> date:
    """Return the first ISO weekday (Monday is 1) from `day` on."""
    return day + timedelta(days=(weekday - day.isoweekday()) % 7)


def part(days: Days, first: int, last: int) -> Days:
    """Return the piece of `days` between two twelfths of it, rounded outwards to months or, under a year, days."""
    begin, end = days
    length = (end.year - begin.year) * 12 + end.month - begin.month + 1
    if length >= 12:
        final = months_later(begin, -(-length * last // 12) - 1)
        return months_later(begin, length * first // 12), month(final.year, final.month)[1]
    length = (end - begin).days + 1
    return begin + timedelta(days=length * first // 12), begin + timedelta(days=-(-length * last // 12) - 1)
