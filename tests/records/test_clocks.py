"""Decision 2: three clocks, and no fourth that ticks while the program runs."""

from __future__ import annotations

import datetime
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import day
from communique.annotate.timing import calendar
from communique.annotate.timing.borders import PHASES, partof, phase, sided
from communique.annotate.timing.calendar import UNKNOWN, Unit
from communique.annotate.timing.outcomes import Outcome, Setting
from communique.annotate.timing.readings import resolve
from communique.annotate.timing.spotting import composed, expressions, longest, plain
from communique.annotate.timing.times import publication_days, when
from communique.errors import RecordError
from communique.lexicon.times import load_times
from communique.reading import Tense
from communique.records.clocks import check_when, reported
from communique.records.texts import Publication, Span

LEXICON = load_times()
DAYS = st.dates(date(1905, 1, 1), date(2095, 12, 31))
UNITS = st.sampled_from(sorted(UNKNOWN))
LOOKS = st.sampled_from(["past", "present", "future", "none"])
RELATIVE = (
    *("Friday", "last Friday", "next Friday", "Tuesday evening", "Sunday last week", "today", "yesterday", "tomorrow"),
    *(
        "tonight",
        "last night",
        "this week",
        "last month",
        "next year",
        "the past decade",
        "last weekend",
        "the weekend",
    ),
    *("the end of the year", "later this month", "earlier this year", "early next week", "mid-May", "March", "March 5"),
    *("3-5 March", "last December", "next spring", "in the summer", "three days ago", "a week ago", "six months ago"),
    *("40 years ago", "two weeks from now", "the past three days", "the coming days", "recent years", "year-end"),
    *("the next two months", "the third quarter", "the week of March 6", "Christmas Eve"),
)
STATED = (
    *("2020", "March 5, 2014", "3-5 May 2021", "early 2022", "the 1990s", "2014-03-05", "the third quarter of 2009"),
    *("Q1 2020", "2014-16", "fall 2011", "the 19th century"),
)


def means(words: str, days: tuple[date, ...], look: Tense = "past") -> Outcome:
    """Return what `words` mean in an article that appeared on one of `days`."""
    text = plain(words)
    found = composed(longest(expressions(text, LEXICON)), text, LEXICON)
    outcome = resolve(found[0], days, Setting(None, look), LEXICON)
    assert len(found) == 1 and outcome is not None
    return outcome


@given(st.sampled_from(RELATIVE), DAYS, LOOKS)
def test_a_relative_time_resolves_to_whole_days_in_order(words: str, at: date, look: Tense) -> None:
    outcome = means(words, (at,), look)
    found = when(outcome, Span(0, 1, "x"))
    check_when(found)
    assert outcome.days is not None or outcome.why.startswith("unresolved: ")
    assert outcome.basis == "inferred"


@given(st.sampled_from(RELATIVE), DAYS, LOOKS)
def test_without_publication_a_relative_time_keeps_its_form_and_a_reason(words: str, at: date, look: Tense) -> None:
    outcome = means(words, (), look)
    assert outcome.days is None and outcome.why.startswith("unresolved: ")
    assert "X" in outcome.value or outcome.value.startswith("P")
    assert str(at.year) not in outcome.value or str(at.year) in words


@given(st.sampled_from(STATED), DAYS, LOOKS)
def test_a_stated_date_owes_nothing_to_publication(words: str, at: date, look: Tense) -> None:
    dated, undated = means(words, (at,), look), means(words, (), look)
    assert (dated.value, dated.days) == (undated.value, undated.days)
    assert undated.days is not None


@pytest.mark.parametrize("words", RELATIVE)
def test_no_resolution_asks_what_day_it_is(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(date):
        @classmethod
        def today(cls) -> Stopped:
            raise AssertionError("the clock was read")

    for name, module in list(sys.modules.items()):
        if name.startswith("communique.") and getattr(module, "date", None) is datetime.date:
            monkeypatch.setattr(module, "date", Stopped)
    assert means(words, (Stopped(2023, 3, 15),)).days
    assert means(words, ()).days is None


@given(st.sampled_from(RELATIVE), DAYS, st.integers(1, 40), LOOKS)
def test_a_publication_interval_resolves_only_what_all_its_days_agree_on(
    words: str, first: date, length: int, look: Tense
) -> None:
    days = tuple(first + timedelta(days=step) for step in range(length + 1))
    single = [means(words, (at,), look) for at in days]
    outcome = means(words, days, look)
    if len({(one.value, one.days) for one in single}) == 1:
        assert (outcome.value, outcome.days) == (single[0].value, single[0].days)
    else:
        assert outcome.days is None
        assert "do not agree" in outcome.why and str(days[0]) in outcome.why and str(days[-1]) in outcome.why


@given(DAYS)
def test_weeks_are_iso_weeks(at: date) -> None:
    monday, sunday = calendar.week(at)
    assert monday.isoweekday() == 1 and sunday.isoweekday() == 7 and monday <= at <= sunday
    year, number, _ = at.isocalendar()
    assert calendar.value_of((monday, sunday), "week") == f"{year}-W{number:02d}"
    assert calendar.value_of(calendar.weekend(at), "weekend") == f"{year}-W{number:02d}-WE"


@given(DAYS, UNITS)
def test_every_day_lies_in_just_one_unit_of_a_kind(at: date, unit: Unit) -> None:
    first, last = calendar.unit_of(at, unit)
    if unit != "weekend":
        assert first <= at <= last
        assert calendar.unit_of(first, unit) == calendar.unit_of(last, unit) == (first, last)
        assert calendar.unit_of(last + timedelta(days=1), unit)[0] == last + timedelta(days=1)


@given(DAYS, st.integers(1, 7))
def test_a_weekday_is_sought_within_a_week(at: date, number: int) -> None:
    before, after = calendar.weekday_on_or_before(at, number), calendar.weekday_on_or_after(at, number)
    assert before.isoweekday() == after.isoweekday() == number
    assert timedelta(0) <= at - before < timedelta(7) and timedelta(0) <= after - at < timedelta(7)


@given(DAYS, UNITS, st.sampled_from(sorted(PHASES)))
def test_a_part_lies_inside_its_whole(at: date, unit: Unit, part: str) -> None:
    whole = calendar.unit_of(at, unit)
    outcome = phase(Outcome("DATE", "x", "interval", "why", whole, unit=unit), part, Setting(None))
    assert outcome.closed is not None
    assert whole[0] <= outcome.closed[0] <= outcome.closed[1] <= whole[1]


@given(DAYS, st.sampled_from(["month", "year"]))
def test_earlier_and_later_meet_on_the_day_of_publication(at: date, unit: Unit) -> None:
    whole = Outcome("DATE", "x", "month", "why", calendar.unit_of(at, unit), unit=unit)
    earlier, later = (partof(whole, side, Setting(at)).closed for side in ("BEFORE", "AFTER"))
    assert whole.closed and earlier and later
    assert (earlier[0], earlier[1], later[0], later[1]) == (whole.closed[0], at, at, whole.closed[1])


@given(DAYS, st.sampled_from(["since", "until", "before", "after", "by"]))
def test_a_preposition_opens_one_end_only(at: date, preposition: str) -> None:
    outcome = sided(Outcome("DATE", "x", "day", "why", (at, at), unit="day"), preposition)
    assert outcome.days is not None and outcome.days.count(None) == 1


@given(DAYS, st.integers(0, 30), DAYS)
def test_an_article_is_reported_from_its_last_possible_day(first: date, length: int, as_of: date) -> None:
    last = first + timedelta(days=length)
    published = Publication(str(first), str(last), "inferred", "the text speaks of them")
    expected = "no" if as_of < first else "possibly" if as_of < last else "yes"
    assert reported(published, str(as_of)) == expected
    assert publication_days(published)[0] == first and publication_days(published)[-1] == last


def test_an_article_without_a_date_is_in_no_view_of_a_day() -> None:
    assert reported(None, "2023-03-15") == "no"
    assert publication_days(None) == ()


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"to": "2023-03-14"}, "ends before it begins"),
        ({"from_": "15 March"}, "Invalid isoformat"),
        ({"why": ""}, "no rule or reason"),
        ({"to": "2023-03-16"}, "is no day"),
    ],
)
def test_a_bad_interval_is_refused(fields: dict[str, str], what: str) -> None:
    good = day("2023-03-15")
    check_when(good)
    with pytest.raises(RecordError, match=what):
        check_when(replace(good, **fields))  # type: ignore[arg-type]
