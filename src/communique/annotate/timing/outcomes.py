"""The shapes that the rules of time share: what was found, what it is read against, what it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Literal

from communique.annotate.timing import calendar
from communique.annotate.timing.calendar import Days, Unit
from communique.annotate.timing.numbers import ordinal, quantity
from communique.lexicon.times import TimeLexicon
from communique.reading import Tense
from communique.records.actors import Granularity
from communique.records.texts import Basis
from communique.records.values import plain

Type = Literal["DATE", "TIME", "DURATION", "SET"]

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
"""Units of words.csv that have a place in the calendar; hours, minutes and seconds have not."""

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


@plain(frozen=True, slots=True)
class Outcome:
    """The meaning of a time expression; `days` is None while unresolved, an open end inside it is None.

    `unit` is the calendar unit that the days fill, if they fill one; `moment` an ISO time of day, with an offset
    where the text gives a zone.
    """

    type: Type
    value: str
    granularity: Granularity
    why: str
    days: tuple[date | None, date | None] | None = None
    basis: Basis = "inferred"
    moment: str | None = None
    unit: Unit | None = None

    @property
    def closed(self) -> Days | None:
        """The days if both ends are known."""
        if self.days is None or self.days[0] is None or self.days[1] is None:
            return None
        return self.days[0], self.days[1]


@plain(frozen=True, slots=True)
class Setting:
    """What an expression is read against.

    `at` is the day of publication, None if unknown; `direction` that of the clause; `before` the resolved times named
    earlier in the article, latest first; `beside` the one named last in the same sentence.
    """

    at: date | None
    direction: Tense = "none"
    before: tuple[Outcome, ...] = ()
    beside: Outcome | None = None

    def last(self, *units: Unit) -> tuple[Outcome, Days] | None:
        """Return the latest time named before (of one of `units`, if any are given) whose two ends are known."""
        for outcome in self.before:
            if outcome.closed and (not units or outcome.unit in units):
                return outcome, outcome.closed
        return None


@plain(frozen=True, slots=True)
class Words:
    """The named groups of a match and what the lexicon knows about them."""

    groups: Mapping[str, str]
    lexicon: TimeLexicon

    def get(self, name: str) -> str | None:
        """Return the words of group `name`, None if it took no part in the match."""
        return self.groups.get(name)

    def meaning(self, name: str, kind: str | None = None) -> str | None:
        """Return the value that words.csv gives group `name` (a word of class `kind`, by default of the same name)."""
        word = self.groups.get(name)
        return None if word is None else self.lexicon.meaning(kind or name, word)

    def step(self, name: str) -> int:
        """Return how many units group `name` goes back (negative) or ahead: "last" -1, "this" 0, "next" 1."""
        return int(self.meaning(name) or 0)

    def unit(self) -> str:
        """Return the code of the group `unit` or `units`."""
        kinds = (("unit", "unit"), ("unit", "units"), ("units", "units"))
        return next((code for name, kind in kinds if (code := self.meaning(name, kind))), "D")

    def amount(self) -> str:
        """Return the number in group `amount` as digits; "X" for "several" and for a bare plural."""
        if amount := self.groups.get("amount"):
            return quantity(amount, self.lexicon)
        plural = "units" in self.groups or self.meaning("unit", "units") is not None
        return "X" if plural else "1"

    def ordinal(self) -> int:
        """Return the number in group `ordinal`, -1 for "final", 0 for none."""
        word = self.groups.get("ordinal")
        return ordinal(word, self.lexicon) if word else 0


Rule = Callable[[Words, Setting], Outcome | None]
"""Says what found words mean in their setting; None when they are no time after all."""


def stated(days: Days, unit: Unit, why: str) -> Outcome:
    """Return the outcome of words that name their place in the calendar in full."""
    return Outcome("DATE", calendar.value_of(days, unit), GRANULARITY[unit], why, days, "stated", None, unit)


def counted(days: Days, unit: Unit, why: str) -> Outcome:
    """Return the outcome of words that are counted from publication or from another time."""
    return Outcome("DATE", calendar.value_of(days, unit), GRANULARITY[unit], why, days, "inferred", None, unit)


def unresolved(value: str, unit: Unit, why: str = "no publication date to count from") -> Outcome:
    """Return the outcome of words whose place in the calendar cannot be told."""
    return Outcome("DATE", value, GRANULARITY[unit], f"unresolved: {why}", unit=unit)


def at_part(outcome: Outcome, part: str | None) -> Outcome:
    """Return `outcome`, a day, narrowed to a part of the day (MO, AF, EV, NI)."""
    return outcome if part is None else replace(outcome, type="TIME", value=f"{outcome.value}T{part}")
