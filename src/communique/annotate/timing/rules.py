"""The rules that patterns.yaml may name, by name."""

from __future__ import annotations

from communique.annotate.timing import clocks, counting, dates, lengths
from communique.annotate.timing.outcomes import Rule

_ALL: tuple[Rule, ...] = (
    dates.calendar_day,
    dates.calendar_month,
    dates.month_of_year,
    dates.calendar_year,
    dates.fiscal_year,
    dates.decade,
    dates.century,
    dates.quarter,
    dates.season,
    dates.iso_day,
    dates.slashed_day,
    dates.feast,
    counting.named_day,
    counting.day_part,
    counting.overnight,
    counting.weekday,
    counting.relative_unit,
    counting.ago,
    counting.from_named,
    counting.year_before,
    counting.running_unit,
    counting.week_of,
    counting.period_of_year,
    counting.year_end,
    lengths.stretch,
    lengths.within,
    lengths.duration,
    lengths.anniversary,
    lengths.rate,
    lengths.each,
    lengths.reference,
    clocks.clock,
)

RULES: dict[str, Rule] = {getattr(rule, "__name__", ""): rule for rule in _ALL}
