"""Engagements as a calendar: whole days only, as wide as they were told; whatever an article says stays a text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from communique.errors import QuestionError
from communique.questions import forms, lists
from communique.questions.calendars import calendar
from communique.records.actors import When
from communique.records.views import Filter, View
from communique.store import Store


def asked(store: Store, day: str) -> Any:
    return lists.engagements(store, Filter(), View(as_of=day))


def entries(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def with_time(matter: Any, first: str | None, last: str | None, **fields: Any) -> Any:
    when = When(
        from_=first, to=last, granularity="day", value=first or last or "", basis="stated", why="written", **fields
    )
    return replace(matter, thread=replace(matter.thread, when=None, window=when))


def test_a_slot_takes_all_its_days_and_the_status_stands_first(affair: Store) -> None:
    (entry,) = entries(forms.printed(asked(affair, "2024-01-15"), "ics", None))
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (date(2024, 1, 20), date(2024, 1, 23))
    assert entry["summary"].startswith("announced: meeting, ") and "2024-01-20" in entry["summary"]
    assert (entry["status"], entry["transp"]) == ("TENTATIVE", "TRANSPARENT")
    assert entry["url"].endswith("?as_of=2024-01-15") and "/matter/eng-" in entry["url"]


@pytest.mark.parametrize(
    ("day", "summary", "status"),
    [("2024-01-15", "announced", "TENTATIVE"), ("2024-01-25", "outcome unreported", "TENTATIVE"),
     ("2024-02-01", "held", "CONFIRMED")],
)  # fmt: skip
def test_an_engagement_keeps_its_id_while_its_status_changes(
    day: str, summary: str, status: str, affair: Store
) -> None:
    answer = asked(affair, day)
    (entry,) = entries(forms.printed(answer, "ics", day))
    assert entry["uid"] == answer.items[0].thread.id
    assert entry["summary"].startswith(f"{summary}: ") and entry["status"] == status
    assert "as_of" not in entry["url"]  # nobody asked for a day: the page is the one of today


def test_what_has_no_day_is_counted_and_left_out(affair: Store) -> None:
    text = forms.printed(asked(affair, "2024-01-05"), "ics", None)
    assert entries(text) == []
    assert "1 engagement without any day left out" in str(Calendar.from_ical(text)["x-wr-caldesc"])


@pytest.mark.parametrize(
    ("first", "last", "start", "end", "words"),
    [
        (None, "2024-03-20", date(2024, 3, 20), date(2024, 3, 21), "(until 2024-03-20)"),
        ("2024-03-18", None, date(2024, 3, 18), date(2024, 3, 19), "(since 2024-03-18)"),
        ("2024-03-01", "2024-03-31", date(2024, 3, 1), date(2024, 4, 1), "(2024-03)"),
        ("2024-12-31", "2024-12-31", date(2024, 12, 31), date(2025, 1, 1), ""),
        ("2024-03-18T14:00:00+01:00", "2024-03-18T14:00:00+01:00", date(2024, 3, 18), date(2024, 3, 19), ""),
    ],
)
def test_no_time_is_more_exact_than_it_was_told(
    first: str | None, last: str | None, start: date, end: date, words: str, affair: Store
) -> None:
    matter = with_time(asked(affair, "2024-01-15").items[0], first, last)
    (entry,) = entries(calendar([matter], "As told."))
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (start, end)
    assert type(entry.decoded("dtstart")) is date
    assert entry["summary"].endswith(words or "Chile") and ("(" in entry["summary"]) == bool(words)


def test_lines_are_folded_and_words_of_an_article_open_no_entry(affair: Store) -> None:
    matter = asked(affair, "2024-01-15").items[0]
    bad = "Ana\r\nEND:VEVENT\r\nBEGIN:VEVENT; a,b\\ جلسة" + "長" * 60
    actor = replace(matter.thread.participants[0], name=bad)
    hostile = replace(matter, thread=replace(matter.thread, participants=(actor,)))
    text = calendar([hostile], "As told.")
    lines = text.split("\r\n")
    assert "\n" not in "".join(lines) and all(len(line.encode()) <= 75 for line in lines)
    assert len(entries(text)) == 1 and lines.count("BEGIN:VEVENT") == 1
    assert "a,b\\ جلسة" + "長" * 60 in entries(text)[0]["summary"]


def test_the_same_answer_is_the_same_calendar(affair: Store) -> None:
    assert len({forms.printed(asked(affair, "2024-02-01"), "ics", None) for _ in range(2)}) == 1


def test_only_engagements_are_a_calendar(affair: Store) -> None:
    with pytest.raises(QuestionError, match="a calendar of engagements"):
        forms.printed(lists.statements(affair, Filter(), View()), "ics", None)
