"""From words to days: one reading for each day on which the article may have appeared, kept only if they agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from communique.annotate.timing.borders import PREFIXES
from communique.annotate.timing.clocks import with_moment
from communique.annotate.timing.outcomes import Outcome, Setting, Words
from communique.annotate.timing.rules import RULES
from communique.annotate.timing.spotting import Found
from communique.lexicon.times import TimeLexicon

MAX_DAYS = 3700
"""Longest publication interval, in days, in which every day is tried."""


def resolve(found: Found, days: Sequence[date], setting: Setting, lexicon: TimeLexicon) -> Outcome | None:
    """Return what `found` means for an article that appeared on one of `days`; None if it is no time after all."""
    first = _read(found, replace(setting, at=days[0] if days else None), lexicon)
    if len(days) < 2 or first is None:
        return first
    others = [_read(found, replace(setting, at=day), lexicon) for day in days[1:]]
    if all(other and _meaning(other) == _meaning(first) for other in others):
        if first.basis == "stated" or first.days is None:
            return first
        return replace(first, why=f"{first.why}; the same for every day of publication up to {days[-1]}")
    unresolved = _read(found, replace(setting, at=None), lexicon)
    if unresolved is None:
        return None
    value = first.value if all(other and other.value == first.value for other in others) else unresolved.value
    why = f"unresolved: the days on which the article may have appeared ({days[0]} to {days[-1]}) do not agree"
    return replace(unresolved, value=value, why=why, days=None)


def _meaning(outcome: Outcome) -> tuple[object, ...]:
    return outcome.type, outcome.value, outcome.days


def _read(found: Found, setting: Setting, lexicon: TimeLexicon) -> Outcome | None:
    try:
        return _meant(found, setting, lexicon)
    except (ValueError, OverflowError):  # "the past 3,000 years" leaves the calendar
        if setting.at is None and not setting.before:
            return None
        outcome = _read(found, replace(setting, at=None, before=(), beside=None), lexicon)
        return outcome and replace(outcome, why="unresolved: counting leaves the calendar")


def _meant(found: Found, setting: Setting, lexicon: TimeLexicon) -> Outcome | None:
    outcome = RULES[found.pattern.rule](Words(found.groups, lexicon), setting)
    for kind, value in found.prefixes:
        outcome = outcome and PREFIXES[kind](outcome, value, setting)
    if outcome is None or found.clock is None:
        return outcome
    clock = RULES["clock"](Words(found.clock.groups, lexicon), replace(setting, beside=None))
    return with_moment(outcome, clock.moment) if clock and clock.moment else outcome
