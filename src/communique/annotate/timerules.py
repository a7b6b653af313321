"""What a time expression means: one function for each kind of pattern in data/times/<language>/patterns.yaml.

A rule is a pure function of the words found and of their setting: the day of publication (None if unknown), the direction of the
clause and the last time named before. It never sees a clock. Where the setting does not decide, the outcome has no days, an
underspecified TIMEX3 value and a reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from communique.annotate import calendar
from communique.annotate.calendar import UNKNOWN, Days, Unit
from communique.lexicon.times import TimeLexicon
from communique.records.actors import Granularity
from communique.records.texts import Basis

Type = Literal["DATE", "TIME", "DURATION", "SET"]
Direction = Literal["past", "future", "none"]

UNITS: dict[str, Unit] = {
    "D": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}
GRANULARITY: dict[Unit, Granularity] = {
    "day": "day",
    "week": "week",
    "weekend": "interval",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "interval",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The meaning of a time expression; `days` is None while unresolved, an open end inside it is None.

    `moment` is an ISO time of day, with an offset where the text gives a zone.
    """

    type: Type
    value: str
    granularity: Granularity
    why: str
    days: tuple[date | None, date | None] | None = None
    basis: Basis = "inferred"
    moment: str | None = None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: day of publication, direction of its clause, resolved times before it, latest first."""

    at: date | None
    direction: Direction = "none"
    before: tuple[Outcome, ...] = ()

    def last(self, *units: Unit) -> tuple[Outcome, Days] | None:
        """Return the latest resolved time before, of one of `units` if any are given, and its days."""
        for outcome in self.before:
            if (not units or outcome.unit in units) and outcome.days and outcome.days[0]:
                return outcome, (outcome.days[0], outcome.days[1] or outcome.days[0])
        return None


@dataclass(frozen=True, slots=True)
class Words:
    """The named groups of a match and what the lexicon knows about them."""

    groups: Mapping[str, str]
    lexicon: TimeLexicon

    def __getitem__(self, name: str) -> str | None:
        return self.groups.get(name)

    def meaning(self, name: str, kind: str | None = None) -> str | None:
        """Return the value that words.csv gives group `name` (a word of class `kind`, by default of the same name)."""
        word = self.groups.get(name)
        return None if word is None else self.lexicon.meaning(kind or name, word)

    def unit(self) -> str:
        """Return the code of the group `unit`, singular or plural."""
        kinds = (("unit", "unit"), ("unit", "units"), ("units", "units"))
        return next((code for name, kind in kinds if (code := self.meaning(name, kind))), "D")

    def amount(self) -> str:
        """Return the number in group `amount` as digits, "X" for "several"."""
        return number(self.groups.get("amount", "1"), self.lexicon)


Rule = Callable[[Words, Setting], Outcome | None]
RULES: dict[str, Rule] = {}


def rule(function: Rule) -> Rule:
    """Register a rule under its own name, the one that patterns.yaml uses."""
    RULES[getattr(function, "__name__", "")] = function
    return function


def number(text: str, lexicon: TimeLexicon) -> str:
    """Return the digits of a spoken or written number ("twenty-two", "5 1/2", "two and a half"), "X" for a vague one."""
    text = re.split(r"\s+(?:to|or)\s+", " ".join(text.split()))[0]
    if lexicon.meaning("vague", text):
        return "X"
    if known := lexicon.meaning("number", text):
        return known
    total = 0.0
    for word in re.findall(r"[\d.,]+(?:/\d)?|[a-z]+", text):
        if re.fullmatch(r"\d/\d", word):
            total += int(word[0]) / int(word[2])
        elif word[0].isdigit():
            total += float(word.replace(",", "").rstrip("."))
        elif word == "half":
            total += 0.5
        elif word == "hundred":
            total *= 100
        elif word not in ("and", "a"):
            total += float(lexicon.meaning("tens", word) or lexicon.meaning("number", word) or 0)
    return f"{total:g}"


def period(amount: str, unit: str) -> str:
    """Return the TIMEX3 period of `amount` units: P3D, PT24H, PXY."""
    if amount.endswith(".5") and unit == "H":
        return f"PT{amount[:-2] or '0'}H30M".replace("PT0H", "PT")
    if unit in ("DE", "CE"):
        factor = 10 if unit == "DE" else 100
        return (
            "PXY"
            if amount == "X" and unit == "DE"
            else f"PX{unit}"
            if amount == "X"
            else f"P{float(amount) * factor:g}Y"
        )
    if unit == "WE":
        return f"P{amount}WE" if amount != "1" else "P2D"
    return f"PT{amount}{unit[-1]}" if unit in ("S", "TM", "H") else f"P{amount}{unit}"


def spoken_year(text: str, lexicon: TimeLexicon) -> int:
    """Return the year in "1998", "'98" or "nineteen ninety-eight"."""
    if text.isdigit():
        return int(text)
    if text.startswith("'"):
        return 1900 + int(text[1:]) if int(text[1:]) > 40 else 2000 + int(text[1:])
    words = text.replace("-", " ").split()
    if words[:2] == ["two", "thousand"]:
        return 2000 + int(float(number(" ".join(words[2:]), lexicon))) if len(words) > 2 else 2000
    return int(float(number(words[0], lexicon))) * 100 + int(float(number(" ".join(words[1:]), lexicon)))


def stated(days: Days, unit: Unit, why: str) -> Outcome:
    """Return the outcome of words that name their place in the calendar in full."""
    return Outcome("DATE", calendar.value_of(days, unit), GRANULARITY[unit], why, days, "stated", None, unit)


def found(days: Days, unit: Unit, why: str) -> Outcome:
    """Return the outcome of words that were counted from publication or from another time."""
    return Outcome("DATE", calendar.value_of(days, unit), GRANULARITY[unit], why, days, "inferred", None, unit)


def unknown(value: str, unit: Unit, why: str = "no publication date to count from") -> Outcome:
    """Return the outcome of words whose place in the calendar cannot be told."""
    return Outcome("DATE", value, GRANULARITY[unit], f"unresolved: {why}", unit=unit)


def invalid(why: str) -> Outcome:
    """Return the outcome of a date that no calendar has."""
    return Outcome("DATE", "XXXX-XX-XX", "day", f"unresolved: {why}", unit="day")


def at_part(outcome: Outcome, part: str | None) -> Outcome:
    """Return `outcome`, a day, narrowed to a part of the day (MO, AF, EV, NI)."""
    return outcome if part is None else replace(outcome, type="TIME", value=f"{outcome.value}T{part}")


def day_number(text: str, lexicon: TimeLexicon) -> int:
    """Return 5 for "5", "5th", "fifth", "05"."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else int(float(number_of_ordinal(text, lexicon)))


def number_of_ordinal(text: str, lexicon: TimeLexicon) -> str:
    """Return the digits of an ordinal ("third", "twenty-first", "3rd"); -1 for "final"."""
    if digits := re.match(r"\d+", text):
        return digits[0]
    tens, _, ones = text.replace(" ", "-").rpartition("-")
    return f"{int(lexicon.meaning('tens', tens) or 0) + int(lexicon.meaning('ordinal', ones) or 0)}"


# Dates that stand in the calendar by themselves


@rule
def calendar_day(words: Words, setting: Setting) -> Outcome | None:
    """ "March 5", "Friday, Oct. 23, 1998", "3-5 March 2014"; without a year the nearest in the clause's direction."""
    month = int(words.meaning("month") or 0)
    first = day_number(words["day"] or "0", words.lexicon)
    last = day_number(words["last"], words.lexicon) if words["last"] else first
    part = words.meaning("daypart")
    if words["deictic"]:
        setting = replace(setting, direction="future" if words.meaning("deictic") == "1" else "past")
    try:
        if year := words["year"]:
            days = (
                date(spoken_year(year, words.lexicon), month, first),
                date(spoken_year(year, words.lexicon), month, last),
            )
            return at_part(_day_range(days, "the text names day, month and year", "stated"), part)
        date(2000, month, first), date(2000, month, last)
    except ValueError:
        return invalid("no such day in the calendar")
    if setting.at is None:
        return at_part(
            unknown(f"XXXX-{month:02d}-{first:02d}", "day", "the year is not stated and there is no publication date"),
            part,
        )
    year_found, why = _year_for(month, first, setting)
    try:
        days = date(year_found, month, first), date(year_found, month, last)
    except ValueError:
        return unknown(
            f"XXXX-{month:02d}-{first:02d}", "day", "this day does not exist in the year that the context suggests"
        )
    return at_part(_day_range(days, why, "inferred"), part)


def _day_range(days: Days, why: str, basis: Basis) -> Outcome:
    if days[0] == days[1]:
        return Outcome("DATE", days[0].isoformat(), "day", why, days, basis, None, "day")
    value = f"{days[0].isoformat()}/{days[1].isoformat()}"
    return Outcome("DATE", value, "interval", f"{why}; both ends included", days, basis)


SOON = 75
"""A day without a year that comes within so many days is the coming one even in a past clause: a past one would carry its year."""


def _year_for(month: int, day: int, setting: Setting) -> tuple[int, str]:
    """Return the year of a month and day without one, and the rule that chose it."""
    at = setting.at
    assert at is not None
    past = at.year - ((month, day) > (at.month, at.day))
    if setting.direction == "future" and (month, day) != (at.month, at.day):
        return past + 1, f"no year stated: the next one from publication on {at}, the clause looks ahead"
    coming = calendar.later(date(past + 1, month, 1), day - 1, "day")
    if (coming - at).days <= (SOON if setting.direction == "past" else 2 * SOON):
        return past + 1, f"no year stated: the nearest one to publication on {at}"
    return past, f"no year stated: the latest one up to publication on {at}"


@rule
def calendar_month(words: Words, setting: Setting) -> Outcome | None:
    """ "May 2022", "March"; without a year the nearest in the clause's direction."""
    number_ = int(words.meaning("month") or 0)
    if year := words["year"]:
        return stated(
            calendar.month(spoken_year(year, words.lexicon), number_), "month", "the text names month and year"
        )
    if setting.at is None:
        return unknown(f"XXXX-{number_:02d}", "month", "the year is not stated and there is no publication date")
    if words["deictic"]:
        return _deictic_month(words, setting.at, number_)
    if number_ == setting.at.month:
        return found(
            calendar.month(setting.at.year, number_),
            "month",
            f"no year stated: the month of publication ({setting.at})",
        )
    year_found, why = _year_for(number_, 1, setting)
    return found(calendar.month(year_found, number_), "month", why)


def _deictic_month(words: Words, at: date, number_: int) -> Outcome:
    step = int(words.meaning("deictic") or 0)
    if step < 0:
        year, why = at.year - (number_ >= at.month), "the latest one before the month of publication"
    elif step > 0:
        year, why = at.year + (number_ <= at.month), "the first one after the month of publication"
    else:
        year, why = at.year, "the one in the year of publication"
    return found(calendar.month(year, number_), "month", f"{words['deictic']} {words['month']}: {why} ({at})")


@rule
def calendar_year(words: Words, setting: Setting) -> Outcome | None:
    """ "2020", "'98", "fiscal 1989", "nineteen ninety-four"."""
    year = spoken_year(words["year"] or "0", words.lexicon)
    if last := words["last"]:
        end = spoken_year(last, words.lexicon) if len(last) == 4 else year // 100 * 100 + int(last)
        if end < year:
            return None
        days = calendar.years(year, end - year + 1)
        return Outcome(
            "DATE", f"{year}/{end}", "interval", "the text names the first and the last year", days, "stated"
        )
    return stated(calendar.years(year), "year", "the text names the year")


@rule
def decade(words: Words, setting: Setting) -> Outcome | None:
    """ "the 1990s", "the '80s", "the nineties"."""
    code = words.meaning("decadeword")
    digits = (words["digits"] or "").lstrip("'")
    if code is None:
        code = digits[:3] if len(digits) == 4 else ("19" if digits >= "30" else "20") + digits[:1]
    elif setting.at is None or setting.at.year >= 2030:
        return unknown("XXX", "decade", "the century is not stated")
    if code.endswith("0") and len(digits) == 4 and digits.endswith("00"):
        why = "the decade that begins with the stated year"
        return stated(calendar.years(int(code) * 10, 10), "decade", why)
    basis = stated if len(digits) == 4 else found
    return basis(calendar.years(int(code) * 10, 10), "decade", "the ten years of the decade named")


@rule
def century(words: Words, setting: Setting) -> Outcome | None:
    """ "the 19th century"."""
    index = int(number_of_ordinal(words["ordinal"] or "", words.lexicon)) - 1
    if not 0 < index < 99:
        return None
    days = date(index * 100 + 1, 1, 1), date(index * 100 + 100, 12, 31)
    return Outcome("DATE", f"{index:02d}", "interval", "the hundred years of the century named", days, "stated")


@rule
def quarter(words: Words, setting: Setting) -> Outcome | None:
    """ "the third quarter of 1990", "third-quarter", "Q3 2020", "this year's third quarter"."""
    index = words["index"] or number_of_ordinal(words["ordinal"] or "", words.lexicon)
    number_ = 4 if index == "-1" else int(index)
    if not 1 <= number_ <= 4:
        return None
    if year := words["year"]:
        return stated(
            calendar.quarter(spoken_year(year, words.lexicon), number_), "quarter", "the text names quarter and year"
        )
    if setting.at is None:
        return unknown(f"XXXX-Q{number_}", "quarter", "the year is not stated and there is no publication date")
    if words["deictic"]:
        year_found = setting.at.year + int(words.meaning("deictic") or 0)
        return found(
            calendar.quarter(year_found, number_),
            "quarter",
            f"{words['deictic']} year, counted from publication on {setting.at}",
        )
    begun = [
        year for year in (setting.at.year - 1, setting.at.year) if calendar.quarter(year, number_)[0] <= setting.at
    ][-1]
    ended = (setting.at - calendar.quarter(begun, number_)[1]).days
    ahead = ended > SOON and setting.direction == "future"
    why = "the next one" if ahead else "the latest one that has begun"
    return found(
        calendar.quarter(begun + ahead, number_),
        "quarter",
        f"no year stated: {why}, seen from publication on {setting.at}",
    )


@rule
def season(words: Words, setting: Setting) -> Outcome | None:
    """ "last spring", "the summer of 2008", "in winter"."""
    code = words.meaning("season") or "SP"
    at, step = setting.at, words.meaning("deictic")
    if year := words["year"]:
        return _season(spoken_year(year, words.lexicon), code, "stated", "the text names season and year")
    if at is None:
        return replace(
            unknown(f"XXXX-{code}", "month", "the year is not stated and there is no publication date"),
            granularity="season",
        )
    options = [year for year in range(at.year - 2, at.year + 3)]
    begun = [y for y in options if calendar.season(y, code)[0] <= at]
    running = calendar.season(begun[-1], code)[1] >= at
    if step == "1" or (step in (None, "0") and setting.direction == "future" and not running):
        return _season(begun[-1] + 1, code, "inferred", f"the first {words['season']} after publication on {at}")
    if step == "0":
        return _season(at.year, code, "inferred", f"this {words['season']}: the one of the year of publication ({at})")
    if step == "-1" and running:
        return _season(
            begun[-1] - 1, code, "inferred", f"the last {words['season']} that had ended by publication on {at}"
        )
    return _season(begun[-1], code, "inferred", f"the latest {words['season']} up to publication on {at}")


def _season(year: int, code: str, basis: Basis, why: str) -> Outcome:
    why += "; northern seasons of three whole months"
    return Outcome("DATE", f"{year:04d}-{code}", "season", why, calendar.season(year, code), basis)


@rule
def iso_day(words: Words, setting: Setting) -> Outcome | None:
    """ "2014-03-05", "2014-03-05T13:00Z"."""
    try:
        day = date.fromisoformat(words["day"] or "")
    except ValueError:
        return None
    outcome = stated((day, day), "day", "an ISO date")
    return outcome if not words["clock"] else with_clock(outcome, (words["clock"] or "").upper(), None)


@rule
def slashed_day(words: Words, setting: Setting) -> Outcome | None:
    """ "10/23/1998" (only one order is possible), "11/02/89" (two are: unresolved)."""
    first, second, year = int(words["a"] or 0), int(words["b"] or 0), words["year"] or ""
    full = int(year) if len(year) == 4 else spoken_year(f"'{year}", words.lexicon)
    readings = sorted({(m, d) for m, d in ((first, second), (second, first)) if 1 <= m <= 12 and 1 <= d <= 31})
    if not readings:
        return None
    if len(readings) > 1:
        return invalid("the order of day and month is not stated")
    try:
        day = date(full, *readings[0])
    except ValueError:
        return None
    return stated((day, day), "day", "day, month and year; only one order is possible")


@rule
def feast(words: Words, setting: Setting) -> Outcome | None:
    """ "New Year's Eve", "Christmas Day 2022"."""
    month, day = (words.meaning("feast") or "01-01").split("-")
    if year := words["year"]:
        named = date(spoken_year(year, words.lexicon), int(month), int(day))
        return stated((named, named), "day", "the text names a fixed feast and its year")
    if setting.at is None:
        return unknown(f"XXXX-{month}-{day}", "day", "the year is not stated and there is no publication date")
    year_found, why = _year_for(int(month), int(day), setting)
    named = date(year_found, int(month), int(day))
    return found((named, named), "day", why)


# Days and weeks counted from publication


@rule
def named_day(words: Words, setting: Setting) -> Outcome | None:
    """ "today", "yesterday", "tomorrow morning"."""
    step = int(words.meaning("dayname") or 0)
    if setting.at is None:
        return at_part(unknown(UNKNOWN["day"], "day"), words.meaning("daypart"))
    day = calendar.later(setting.at, step, "day")
    outcome = found((day, day), "day", f"{words['dayname']}, counted from publication on {setting.at}")
    return at_part(outcome, words.meaning("daypart"))


@rule
def day_part(words: Words, setting: Setting) -> Outcome | None:
    """ "tonight", "this morning", "last night"."""
    part, step = words.meaning("daypart") or "NI", int(words.meaning("deictic") or 0)
    if setting.at is None:
        return at_part(unknown(UNKNOWN["day"], "day"), part)
    day = calendar.later(setting.at, step, "day")
    return at_part(found((day, day), "day", f"counted from publication on {setting.at}"), part)


@rule
def weekday(words: Words, setting: Setting) -> Outcome | None:
    """ "Friday", "next Tuesday", "Sunday last week", "Monday evening"."""
    number_ = int(words.meaning("weekday") or 0)
    part, name = words.meaning("daypart"), (words["weekday"] or "").title()
    if setting.at is None:
        return at_part(unknown(f"XXXX-WXX-{number_}", "day"), part)
    day, why = _weekday(number_, name, words, setting, setting.at)
    return at_part(found((day, day), "day", why), part)


def _weekday(number_: int, name: str, words: Words, setting: Setting, at: date) -> tuple[date, str]:
    if words["ofweek"]:
        step = int(words.meaning("ofweek", "deictic") or 0)
        monday = calendar.week(calendar.later(at, step, "week"))[0]
        return calendar.later(
            monday, number_ - 1, "day"
        ), f"{name} of {words['ofweek']} week, weeks from Monday, publication on {at}"
    step_ = words.meaning("deictic")
    if step_ == "-1":
        return calendar.weekday_on_or_before(
            calendar.later(at, -1, "day"), number_
        ), f"the last {name} before publication on {at}"
    if step_ == "1" or (step_ is None and setting.direction == "future"):
        start = at if step_ is None else calendar.later(at, 1, "day")
        return calendar.weekday_on_or_after(
            start, number_
        ), f"the first {name} from publication on {at} on: the clause looks ahead"
    if step_ == "0":
        monday = calendar.week(at)[0]
        return calendar.later(monday, number_ - 1, "day"), f"{name} of the week of publication ({at})"
    return calendar.weekday_on_or_before(at, number_), f"the latest {name} up to publication on {at}"


@rule
def relative_unit(words: Words, setting: Setting) -> Outcome | None:
    """ "last week", "this year", "next month", "the past decade"."""
    unit, step = UNITS.get(words.unit()), int(words.meaning("deictic") or 0)
    if unit is None:
        return None
    if setting.at is None:
        return unknown(UNKNOWN[unit], unit)
    if unit == "weekend" and step == -1:
        days = calendar.weekend(calendar.later(setting.at, -1, "week"))
    else:
        days = calendar.unit_of(calendar.later(_first(setting.at, unit), step, unit), unit)
    return found(days, unit, f"{words['deictic']} {words['unit']}, counted from publication on {setting.at}")


def _first(day: date, unit: Unit) -> date:
    return calendar.unit_of(day, unit)[0]


@rule
def ago(words: Words, setting: Setting) -> Outcome | None:
    """ "three days ago", "two months from now"; as coarse as its unit, so "a year ago" is a year."""
    code, amount = words.unit(), words.amount()
    sign = 1 if words["ahead"] else -1
    if code not in UNITS:
        return Outcome(
            "TIME", UNKNOWN["day"], "day", "unresolved: hours are counted from a time of day that is not stated"
        )
    unit = UNITS[code] if code != "WE" else "week"
    if amount == "X" or not amount.isdigit():
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Outcome(
            "DATE",
            value,
            "interval",
            f"unresolved: {words['amount'] or 'an unknown number of'} {words['unit']} is no number",
        )
    if setting.at is None:
        return unknown(UNKNOWN[unit], unit)
    if unit == "year" and amount == "1" and sign < 0 and (named := setting.last("quarter")):
        return _year_before(*named)
    return _counted(setting.at, sign * int(amount), unit, f"publication on {setting.at}")


def _counted(start: date, count: int, unit: Unit, source: str) -> Outcome:
    try:
        days = calendar.unit_of(calendar.later(start, count, unit), unit)
    except (ValueError, OverflowError):
        return unknown(UNKNOWN[unit], unit, "counting leaves the calendar")
    return found(
        days, unit, f"{abs(count)} {unit}{'s' * (abs(count) != 1)} {'after' if count > 0 else 'before'} {source}"
    )


# Times counted from another time in the text


@rule
def counted(words: Words, setting: Setting) -> Outcome | None:
    """ "two days later", "a year earlier", "the previous year", "the same day": from the last time named before."""
    code, amount = words.unit(), words.amount()
    if code not in UNITS:
        return Outcome(
            "DURATION",
            period(amount, code),
            "interval",
            "unresolved: counted from a happening whose time is not stated",
        )
    unit = UNITS[code]
    step = words.meaning("anaphoric") or words.meaning("sequence") or "0"
    if unit == "year" and amount == "1" and step == "-1" and (named := setting.last("quarter")):
        return _year_before(*named)
    named = setting.last()
    if named is None or not amount.isdigit():
        return unknown(UNKNOWN[unit], unit, "counted from a time that the text before does not give")
    outcome, days = named
    if unit in ("day", "week") and outcome.unit not in ("day", "week"):
        return unknown(UNKNOWN[unit], unit, f"counted from {outcome.value}, which is no {unit}")
    return _counted(days[0], int(step) * int(amount), unit, f"{outcome.value}, named before")


def _year_before(outcome: Outcome, days: Days) -> Outcome:
    unit = outcome.unit or "year"
    return found(
        calendar.unit_of(calendar.later(days[0], -1, "year"), unit),
        unit,
        f"the same {unit} a year before {outcome.value}",
    )


@rule
def running_unit(words: Words, setting: Setting) -> Outcome | None:
    """ "the year", "the quarter", "the latest period": the last one named, else that of publication."""
    unit = "quarter" if words["period"] else UNITS.get(words.unit())
    if unit is None:
        return None
    if named := setting.last(unit):
        return found(named[1], unit, f"the {unit} named before")
    if words["period"]:
        return None
    if setting.at is None:
        return unknown(UNKNOWN[unit], unit)
    return found(
        calendar.unit_of(setting.at, unit), unit, f"no other {unit} named: that of publication on {setting.at}"
    )


@rule
def week_of(words: Words, setting: Setting) -> Outcome | None:
    """ "the week of March 6"."""
    day = calendar_day(words, setting)
    if day is None or day.days is None or day.days[0] is None:
        return unknown(UNKNOWN["week"], "week", "the day that it holds is unresolved")
    return replace(
        found(calendar.week(day.days[0]), "week", f"the week that holds {day.value}; {day.why}"), basis=day.basis
    )


@rule
def period_of_year(words: Words, setting: Setting) -> Outcome | None:
    """ "the 1988 period", "the 1988 quarter": the quarter named before, in that year."""
    year = spoken_year(words["year"] or "0", words.lexicon)
    if named := setting.last("quarter"):
        number_ = (named[1][0].month + 2) // 3
        return found(calendar.quarter(year, number_), "quarter", f"the quarter of {named[0].value}, in the stated year")
    return stated(calendar.years(year), "year", "the text names the year")


@rule
def year_end(words: Words, setting: Setting) -> Outcome | None:
    """ "year-end"."""
    if setting.at is None:
        return unknown("XXXX-12", "month")
    return found(
        calendar.month(setting.at.year, 12), "month", f"the last month of the year of publication ({setting.at})"
    )


# Lengths of time and repeated times


@rule
def stretch(words: Words, setting: Setting) -> Outcome | None:
    """ "the past three days", "in the coming weeks", "the first nine months"."""
    amount = words.amount() if words["amount"] else "X"
    code, step = words.unit(), words.meaning("stretch") or "0"
    outcome = Outcome("DURATION", period(amount, code), "interval", "a length of time")
    if step == "0" or code not in UNITS:
        return replace(outcome, why="a length of time; its beginning is not stated")
    if setting.at is None:
        return replace(outcome, why="unresolved: no publication date to count from")
    unit, sign = UNITS[code] if code != "WE" else "week", int(step)
    if not amount.isdigit():
        days = (None, setting.at) if sign < 0 else (setting.at, None)
        return replace(
            outcome,
            days=days,
            why=f"{words['stretch']} {words['unit']}: {'up to' if sign < 0 else 'from'} publication on {setting.at}, the other end open",
        )
    far = calendar.later(setting.at, sign * int(amount), unit)
    days = (far, setting.at) if sign < 0 else (setting.at, far)
    return replace(
        outcome,
        days=days,
        why=f"{amount} {words['unit']} {'up to' if sign < 0 else 'from'} publication on {setting.at}",
    )


@rule
def duration(words: Words, setting: Setting) -> Outcome | None:
    """ "three days", "12-hour", "decades": how long, not when."""
    amount = words.amount() if words["amount"] else "X"
    return Outcome(
        "DURATION", period(amount, words.unit()), "interval", "a length of time, not a point in time", basis="stated"
    )


@rule
def anniversary(words: Words, setting: Setting) -> Outcome | None:
    """ "the one-year mark", "first anniversary": the day of what it marks is not in the words."""
    count = number_of_ordinal(words["ordinal"], words.lexicon) if words["ordinal"] else words.amount()
    why = "unresolved: an anniversary; the text does not say here when the thing it marks happened"
    return Outcome("DURATION", period(count, "Y" if not words["unit"] else words.unit()), "interval", why)


@rule
def rate(words: Words, setting: Setting) -> Outcome | None:
    """ "daily", "annually"."""
    return Outcome("SET", words.meaning("rate") or "P1D", "interval", "a repeated time", basis="stated")


@rule
def each(words: Words, setting: Setting) -> Outcome | None:
    """ "every Friday", "each year", "five a day"."""
    if words["weekday"]:
        part = words.meaning("daypart")
        value = f"XXXX-WXX-{words.meaning('weekday')}" + (f"T{part}" if part else "")
    elif words["month"]:
        value = f"XXXX-{int(words.meaning('month') or 0):02d}"
    elif words["daypart"]:
        value = f"XXXX-XX-XXT{words.meaning('daypart')}"
    else:
        value = period(words.amount() if words["amount"] else "1", words.unit())
    return Outcome("SET", value, "interval", "a repeated time", basis="stated")


@rule
def reference(words: Words, setting: Setting) -> Outcome | None:
    """ "now", "recently", "soon": a time without measure."""
    return Outcome(
        "DATE", words.meaning("reference") or "PRESENT_REF", "interval", "unresolved: a time without measure"
    )


@rule
def clock(words: Words, setting: Setting) -> Outcome | None:
    """ "10:35 a.m.", "1600 GMT", "noon"; gets its day from its neighbours."""
    if word := words.meaning("clockword"):
        moment = word
    else:
        hour, minute = int(words["hour"] or 0), int(words["minute"] or 0)
        if words["half"]:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if words["half"][0] == "p" else 0)
        if hour > 23 or minute > 59:
            return None
        moment = f"{hour:02d}:{minute:02d}"
    zone = words.meaning("zone") or ""
    return Outcome(
        "TIME",
        f"XXXX-XX-XXT{moment}{zone}",
        "datetime",
        "unresolved: a time of day; the day is not stated",
        moment=moment + zone,
    )


def with_clock(day: Outcome, moment: str, why: str | None) -> Outcome:
    """Return the outcome of a day together with a time of day."""
    value = f"{day.value.split('T')[0]}T{moment}"
    return replace(
        day,
        type="TIME",
        value=value,
        granularity="datetime",
        moment=moment,
        why=day.why if why is None else f"{day.why}; {why}",
    )


@rule
def month_of_year(words: Words, setting: Setting) -> Outcome | None:
    """ "July last year"."""
    number_ = int(words.meaning("month") or 0)
    if setting.at is None:
        return unknown(f"XXXX-{number_:02d}", "month")
    year = setting.at.year + int(words.meaning("deictic") or 0)
    return found(
        calendar.month(year, number_), "month", f"{words['deictic']} year, counted from publication on {setting.at}"
    )


@rule
def year_before(words: Words, setting: Setting) -> Outcome | None:
    """ "the year-ago quarter", "year-earlier": the same period a year before the one named."""
    named = setting.last("quarter") or setting.last()
    if named is None:
        return unknown(UNKNOWN["year"], "year", "a year before a time that the text before does not give")
    return _year_before(*named)


# Words before an expression that change it

FRACTIONS = {
    "START": (0.0, 0.5),
    "MID": (0.25, 0.75),
    "END": (0.5, 1.0),
    "H1": (0.0, 0.5),
    "H2": (0.5, 1.0),
    "OPEN": (0.0, 0.34),
    "CLOSE": (0.66, 1.0),
}
"""Which piece of its days an early, middle or late part covers; wide on purpose, since the words set no border."""


def phase(outcome: Outcome, value: str, setting: Setting) -> Outcome:
    """Return the early, middle or late part of `outcome`; the TIMEX3 value stays that of the whole."""
    days = outcome.days
    if days is None or days[0] is None or days[1] is None or days[0] == days[1]:
        return outcome
    piece = calendar.part((days[0], days[1]), *FRACTIONS[value])
    why = f"{outcome.why}; {value.lower()}: that part of it, taken wide"
    return replace(outcome, days=piece, granularity="interval", basis="inferred", why=why)


def partof(outcome: Outcome, value: str, setting: Setting) -> Outcome:
    """Return the part of `outcome` up to publication ("earlier this year") or from it on ("later this month")."""
    days, at = outcome.days, setting.at
    if (
        days is None
        or at is None
        or days[0] is None
        or days[1] is None
        or not days[0] <= at <= days[1]
        or days[0] == days[1]
    ):
        return outcome
    piece = (days[0], at) if value == "BEFORE" else (at, days[1])
    why = f"{outcome.why}; {'earlier: up to' if value == 'BEFORE' else 'later: from'} the day of publication"
    return replace(outcome, days=piece, granularity="interval", why=why)


def bound(outcome: Outcome, value: str, setting: Setting) -> Outcome:
    """Return the time before ("pre-1959") or after ("post-1959") `outcome`, open on one side."""
    if outcome.days is None or outcome.days[0] is None or outcome.days[1] is None:
        return outcome
    first, last = outcome.days
    days = (calendar.later(last, 1, "day"), None) if value == "AFTER" else (None, calendar.later(first, -1, "day"))
    return replace(
        outcome, days=days, granularity="interval", why=f"{outcome.why}; {value.lower()} it, the other end open"
    )


def approx(outcome: Outcome, value: str, setting: Setting) -> Outcome:
    """Return `outcome` with the note that its number is a bound or an estimate."""
    note = {"APPROX": "about", "MORE_THAN": "more than", "LESS_THAN": "less than", "EXACT": "exactly"}[value]
    return replace(outcome, why=f"{outcome.why} ({note})")


PREFIXES: dict[str, Callable[[Outcome, str, Setting], Outcome]] = {
    "phase": phase,
    "partof": partof,
    "approx": approx,
    "bound": bound,
}
