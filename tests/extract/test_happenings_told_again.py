"""Which are for the record: by whose people, by where, by what was told before; and when joined months are."""

from __future__ import annotations

import pytest

from communique.extract.happenings.events import find_events
from communique.lexicon.lexicon import load_lexicon
from communique.records.events import Event
from conftest import ParseText

RULES = load_lexicon().events


def read(read_text: ParseText, text: str) -> list[Event]:
    """The events of a text that are shown."""
    return [event for event in find_events(read_text(text), RULES) if event.confidence >= 0.5]


@pytest.mark.parametrize(
    "text",
    [
        "Two French aid workers were abducted near the border on Tuesday.",
        "The release of the Thai hostages was secured on Friday.",
        "Police raided the offices of an opposition newspaper in Managua.",
        "Thousands took to the streets of Tbilisi to protest a new law.",
        "The attacks in Lima shocked many.",
    ],
)
def test_people_of_a_country_and_places_hit_make_a_happening_count(text: str, read_text: ParseText) -> None:
    assert read(read_text, text)


@pytest.mark.parametrize(
    "text",
    [
        "Two bakers were robbed at the market on Tuesday.",
        "The release of the film was put off.",
        "The attacks shocked many.",
    ],
)
def test_what_is_nobodys_and_nowhere_is_not(text: str, read_text: ParseText) -> None:
    assert not read(read_text, text)


def test_people_known_from_another_happening_are_followed(read_text: ParseText) -> None:
    text = "Chad freed six hostages on Monday. The hostages were abducted in May."
    assert [event.type for event in read(read_text, text)] == ["RETREAT", "ASSAULT"]


def test_months_that_are_joined_are_one_time(read_text: ParseText) -> None:
    (event,) = read(read_text, "North Korea tested missiles in August 2020 and September 2020.")
    assert event.when is not None
    assert (event.when.from_, event.when.to) == ("2020-08-01", "2020-09-30")
