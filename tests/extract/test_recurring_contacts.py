"""What wires say of meetings that recur: whose leaders, who is due where, what ended, what never took place."""

from __future__ import annotations

import pytest

from communique.extract.contacts.engagements import find_engagements
from communique.lexicon.engagements import load_engagements
from conftest import ParseText

pytestmark = pytest.mark.model
TRIGGERS = load_engagements()
PAIR = "Azerbaijani President Ilham Aliyev and Armenian Prime Minister Nikol Pashinyan met in Prague on May 20. "
LEADERS = {"person/ilham-aliyev", "person/nikol-pashinyan"}
STATES = {"state/ARM", "state/AZE"}


def told(read_text: ParseText, text: str) -> dict[str, tuple[str, str, set[str]]]:
    """The engagements of a text by the word that triggers them: type, status, parties."""
    found = find_engagements(read_text(text, "2023-06-03"), TRIGGERS)
    return {e.trigger.text: (e.type, e.status, {p.id for p in e.participants}) for e in found}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (PAIR + "Antony Blinken brought the two together in Lisbon on May 30.", "brought",
         ("meeting", "held", LEADERS | {"person/antony-blinken"})),
        (PAIR + "Their foreign ministers will negotiate in Tbilisi on June 9.", "negotiate",
         ("talks", "announced", STATES)),
        (PAIR + "The foreign ministers of the two countries spoke by telephone on Friday.", "spoke",
         ("call", "held", STATES)),
        ("The foreign ministers, Ararat Mirzoyan and Jeyhun Bayramov, met in Tehran on May 23.", "met",
         ("meeting", "held", {"person/ararat-mirzoyan", "person/jeyhun-bayramov"})),
        ("Vladimir Putin hosted the leaders of Peru and Chile in Sochi on Friday.", "hosted",
         ("meeting", "held", {"person/vladimir-putin", "state/PER", "state/CHL"})),
        ("Vladimir Putin received Ilham Aliyev and Nikol Pashinyan one after the other.", "received",
         ("visit", "held", LEADERS | {"person/vladimir-putin"})),
    ],
)  # fmt: skip
def test_whose_people_they_are(
    text: str, trigger: str, expected: tuple[str, str, set[str]], read_text: ParseText
) -> None:
    assert told(read_text, text).get(trigger) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru and Chile are due in Quito on Monday for talks with Ecuador.", "announced"),
        ("Envoys of Peru and Chile were expected in Quito for talks on the border.", "sought"),
        ("Envoys of Peru and Chile arrived in Quito after talks between the two countries.", "held"),
        ("The foreign ministers of Peru and Chile are holding several days of talks in Quito.", "under_way"),
        ("Three days of talks between Peru and Chile ended in Quito on Friday.", "held"),
        ("Three days of talks between Peru and Chile will end in Quito on Friday.", "announced"),
        ("The talks between Peru and Chile that were planned for May 30 did not take place.", "cancelled"),
        ("Peru has decided not to attend talks with Chile that were planned for Monday in Quito.", "refused"),
        ("Peru skipped the talks with Chile in Quito.", "refused"),
    ],
)
def test_how_talks_stand(text: str, status: str, read_text: ParseText) -> None:
    assert {status for _, status, _ in told(read_text, text).values()} >= {status}
    assert told(read_text, text)["talks"][1] == status


def test_days_that_end_on_a_day_are_counted_back(read_text: ParseText) -> None:
    text = "Four days of talks between Peru and Chile ended near Quito on Thursday."
    (talks,) = find_engagements(read_text(text, "2023-06-03"), TRIGGERS)
    assert talks.when is not None
    assert (talks.when.from_, talks.when.to, talks.when.basis) == ("2023-05-29", "2023-06-01", "inferred")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They last met in Lisbon on May 10.", 2),  # another occasion
        ("They met for four hours.", 1),
    ],
)
def test_the_last_meeting_is_not_the_meeting_of_the_day(text: str, days: int, read_text: ParseText) -> None:
    text = "Ilham Aliyev and Nikol Pashinyan held talks on Friday. " + text
    assert len(find_engagements(read_text(text, "2023-06-03"), TRIGGERS)) == days


def test_ministers_are_not_the_presidents_of_the_day(read_text: ParseText) -> None:
    text = PAIR + "They said that their foreign ministers would meet in Prague on June 15."
    found = find_engagements(read_text(text, "2023-06-03"), TRIGGERS)
    assert [(e.status, {p.id for p in e.participants}) for e in found] == [("held", LEADERS), ("announced", STATES)]
    assert {p.role.title for p in found[1].participants if p.role} == {"foreign ministers"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (PAIR + "A meeting in Brussels that was planned for April was called off.", LEADERS),
        ("The harvest was poor. A meeting in Brussels that was planned for April was called off.", None),
    ],
)
def test_a_recap_without_names_is_about_the_two_who_meet(
    text: str, parties: set[str] | None, read_text: ParseText
) -> None:
    found = {status: people for _, status, people in told(read_text, text).values()}
    assert found.get("cancelled") == parties
