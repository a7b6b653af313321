"""Expressions that name their place in the calendar: days, months, years, quarters, seasons, decades, centuries.

Where the year is left out, the publication and the clause choose it, and `why` says so.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from communique.annotate.timing import calendar
from communique.annotate.timing.calendar import Days
from communique.annotate.timing.clocks import with_moment
from communique.annotate.timing.numbers import ordinal
from communique.annotate.timing.numbers import year as year_of
from communique.annotate.timing.outcomes import Outcome, Setting, Words, at_part, counted, stated, unresolved
from communique.records.texts import Basis

SOON = 75
"""Days. A date without a year that comes so soon is the coming one even in a past clause."""

JUST = 60
"""Days. A date without a year that has just passed is that one even in a clause that looks ahead (a dateline)."""

NO_YEAR = "the year is not stated and there is no publication date"


def calendar_day(words: Words, setting: Setting) -> Outcome | None:
    """ "March 5", "Friday, Oct. 23, 1998", "3-5 March 2014"; without a year the nearest in the clause's direction."""
    month, first = words.step("month"), _day_number(words.get("day"), words)
    last = _day_number(words.get("last"), words) or first
    part, year = words.meaning("daypart"), words.get("year")
    try:
        date(2000, month, first), date(2000, month, last)
        if year:
            days = date(year_of(year, words.lexicon), month, first), date(year_of(year, words.lexicon), month, last)
            return at_part(_day_or_days(days, "the text names day, month and year", "stated"), part)
        if setting.at is None:
            return at_part(unresolved(f"XXXX-{month:02d}-{first:02d}", "day", NO_YEAR), part)
        found, why = _year_for(month, first, _turned(words, setting))
        return at_part(_day_or_days((date(found, month, first), date(found, month, last)), why, "inferred"), part)
    except ValueError:
        return unresolved("XXXX-XX-XX", "day", "no such day in the calendar")


def _day_number(text: str | None, words: Words) -> int:
    return ordinal(text, words.lexicon) if text else 0


def _turned(words: Words, setting: Setting) -> Setting:
    """The setting in the direction that "last" or "next" before a date gives."""
    step = words.step("deictic")
    if step:
        return replace(setting, direction="future" if step > 0 else "past")
    return replace(setting, direction="future") if setting.direction == "present" else setting


def _day_or_days(days: Days, why: str, basis: Basis) -> Outcome:
    if days[0] >= days[1]:
        return Outcome("DATE", days[0].isoformat(), "day", why, (days[0], days[0]), basis, None, "day")
    value = f"{days[0].isoformat()}/{days[1].isoformat()}"
    return Outcome("DATE", value, "interval", f"{why}; both ends included", days, basis)


def _year_for(month: int, day: int, setting: Setting) -> tuple[int, str]:
    """Return the year of a month and day without one, and the rule that chose it."""
    at = setting.at
    assert at is not None
    past = at.year - ((month, day) > (at.month, at.day))
    since = (at - calendar.later(date(past, month, 1), day - 1, "day")).days
    if setting.direction == "future" and since > JUST:
        return past + 1, f"no year stated: the next one from publication on {at}, the clause looks ahead"
    coming = calendar.later(date(past + 1, month, 1), day - 1, "day")
    if (coming - at).days <= SOON:
        return past + 1, f"no year stated: the nearest one to publication on {at}"
    return past, f"no year stated: the latest one up to publication on {at}"


def calendar_month(words: Words, setting: Setting) -> Outcome | None:
    """ "May 2022", "March", "last March"; without a year the nearest in the clause's direction."""
    month, at = words.step("month"), setting.at
    if year := words.get("year"):
        days = calendar.month(year_of(year, words.lexicon), month)
        return stated(days, "month", "the text names month and year")
    if at is None:
        return unresolved(f"XXXX-{month:02d}", "month", NO_YEAR)
    if words.get("deictic"):
        return _deictic_month(words, at, month)
    if month == at.month:
        return counted(calendar.month(at.year, month), "month", f"no year stated: the month of publication ({at})")
    found, why = _year_for(month, 1, setting)
    return counted(calendar.month(found, month), "month", why)


def _deictic_month(words: Words, at: date, month: int) -> Outcome:
    step = words.step("deictic")
    if step < 0 and month == calendar.months_later(at, -1).month:
        why = f"the month that has just ended would be called last month; another year may be meant ({at})"
        return unresolved(f"XXXX-{month:02d}", "month", why)
    if step < 0:
        year, why = at.year - (month >= at.month), "the latest one before the month of publication"
    elif step > 0:
        year, why = at.year + (month <= at.month), "the first one after the month of publication"
    else:
        year, why = at.year, "the one in the year of publication"
    return counted(calendar.month(year, month), "month", f"{words.get('deictic')}: {why} ({at})")


def month_of_year(words: Words, setting: Setting) -> Outcome | None:
    """ "July last year"."""
    month, at = words.step("month"), setting.at
    if at is None:
        return unresolved(f"XXXX-{month:02d}", "month")
    days = calendar.month(at.year + words.step("deictic"), month)
    return counted(days, "month", f"{words.get('deictic')} year, counted from publication on {at}")


def calendar_year(words: Words, setting: Setting) -> Outcome | None:
    """ "2020", "2014-16", "fiscal 1989", "nineteen ninety-four"."""
    year, last = year_of(words.get("year") or "0", words.lexicon), words.get("last")
    if last is None:
        return stated(calendar.years(year), "year", "the text names the year")
    end = int(last) if len(last) == 4 else year // 100 * 100 + int(last)
    if end <= year:
        return None
    days = calendar.years(year, end - year + 1)
    return Outcome("DATE", f"{year}/{end}", "interval", "the text names the first and the last year", days, "stated")


def fiscal_year(words: Words, setting: Setting) -> Outcome | None:
    """ "fiscal 1989": the year is stated, its first day is not."""
    outcome = calendar_year(words, setting)
    return outcome and _fiscal(outcome)


def _fiscal(outcome: Outcome) -> Outcome:
    return replace(outcome, days=None, why="unresolved: fiscal, and its first day is not stated")


def decade(words: Words, setting: Setting) -> Outcome | None:
    """ "the 1990s"; "the '80s" and "the nineties" are taken as those of the twentieth century."""
    digits = (words.get("digits") or "").lstrip("'")
    if len(digits) == 4:
        return stated(calendar.years(int(digits), 10), "decade", "the ten years of the decade named")
    code = words.meaning("decadeword") or f"{'19' if digits >= '30' else '20'}{digits[:1]}"
    return counted(
        calendar.years(int(code) * 10, 10), "decade", "the ten years of the decade; the century is not stated"
    )


def century(words: Words, setting: Setting) -> Outcome | None:
    """ "the 19th century"."""
    index = words.ordinal() - 1
    if not 0 < index < 99:
        return None
    days = date(index * 100 + 1, 1, 1), date(index * 100 + 100, 12, 31)
    return Outcome("DATE", f"{index:02d}", "interval", "the hundred years of the century named", days, "stated")


def quarter(words: Words, setting: Setting) -> Outcome | None:
    """ "the third quarter of 1990", "third-quarter", "Q3 2020", "this year's third quarter"."""
    index = int(words.get("index") or words.ordinal())
    number, at = 4 if index == -1 else index, setting.at
    if not 1 <= number <= 4:
        return None
    if year := words.get("year"):
        days = calendar.quarter(year_of(year, words.lexicon), number)
        named = stated(days, "quarter", "the text names quarter and year")
        return _fiscal(named) if words.get("fiscal") else named
    if at is None:
        return unresolved(f"XXXX-Q{number}", "quarter", NO_YEAR)
    if words.get("deictic"):
        days = calendar.quarter(at.year + words.step("deictic"), number)
        return counted(days, "quarter", f"{words.get('deictic')} year, counted from publication on {at}")
    near = _quarter_near(number, at, setting)
    return _fiscal(near) if words.get("fiscal") else near


def _quarter_near(number: int, at: date, setting: Setting) -> Outcome:
    begun = max(year for year in (at.year - 1, at.year) if calendar.quarter(year, number)[0] <= at)
    since_end = (at - calendar.quarter(begun, number)[1]).days
    to_next = (calendar.quarter(begun + 1, number)[0] - at).days
    ahead = since_end > SOON and (setting.direction == "future" or (setting.direction != "past" and to_next <= SOON))
    why = "the next one" if ahead else "the latest one that has begun"
    days = calendar.quarter(begun + ahead, number)
    return counted(days, "quarter", f"no year stated: {why}, seen from publication on {at}")


def season(words: Words, setting: Setting) -> Outcome | None:
    """ "last spring", "the summer of 2008", "in winter"."""
    code, at = words.meaning("season") or "SP", setting.at
    if year := words.get("year"):
        return _season(year_of(year, words.lexicon), code, "stated", "the text names season and year")
    if at is None:
        return replace(unresolved(f"XXXX-{code}", "month", NO_YEAR), granularity="season", unit=None)
    begun = max(year for year in range(at.year - 2, at.year + 1) if calendar.season(year, code)[0] <= at)
    running = calendar.season(begun, code)[1] >= at
    step = words.meaning("deictic")
    if step is None and setting.direction not in ("past", "future"):
        why = "no year is stated, and the clause does not tell whether it looks back or ahead"
        return replace(unresolved(f"XXXX-{code}", "month", why), granularity="season", unit=None)
    if step == "1" or (step is None and setting.direction == "future" and not running):
        return _season(begun + 1, code, "inferred", f"the first one after publication on {at}")
    if step == "0" and not running:
        return _season(at.year, code, "inferred", f"the one of the year of publication ({at})")
    if step == "-1" and running:
        return _season(begun - 1, code, "inferred", f"the last one that had ended by publication on {at}")
    return _season(begun, code, "inferred", f"the latest one up to publication on {at}")


def _season(year: int, code: str, basis: Basis, why: str) -> Outcome:
    why += "; northern seasons of three whole months"
    return Outcome("DATE", f"{year:04d}-{code}", "season", why, calendar.season(year, code), basis)


def iso_day(words: Words, setting: Setting) -> Outcome | None:
    """ "2014-03-05", "2014-03-05T13:00Z"."""
    try:
        day = date.fromisoformat(words.get("day") or "")
    except ValueError:
        return None
    outcome = stated((day, day), "day", "an ISO date")
    moment = (words.get("clock") or "").upper()
    return with_moment(outcome, moment) if moment else outcome


def slashed_day(words: Words, setting: Setting) -> Outcome | None:
    """ "10/23/1998" (only one order is possible), "11/02/89" (two are: unresolved)."""
    pair = int(words.get("a") or 0), int(words.get("b") or 0)
    text = words.get("year") or ""
    year = year_of(text if len(text) == 4 else f"'{text}", words.lexicon)
    readings = {(month, day) for month, day in (pair, pair[::-1]) if 1 <= month <= 12 and 1 <= day <= 31}
    if len(readings) > 1:
        return unresolved(f"{year}-XX-XX", "day", "the order of day and month is not stated")
    try:
        day = date(year, *next(iter(readings), (0, 0)))
    except ValueError:
        return None
    return stated((day, day), "day", "day, month and year; only one order is possible")


def feast(words: Words, setting: Setting) -> Outcome | None:
    """ "New Year's Eve", "Christmas Day 2022"."""
    month, day = map(int, (words.meaning("feast") or "01-01").split("-"))
    if year := words.get("year"):
        named = date(year_of(year, words.lexicon), month, day)
        return stated((named, named), "day", "the text names a fixed feast and its year")
    if setting.at is None:
        return unresolved(f"XXXX-{month:02d}-{day:02d}", "day", NO_YEAR)
    found, why = _year_for(month, day, setting)
    named = date(found, month, day)
    return counted((named, named), "day", why)
