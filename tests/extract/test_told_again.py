"""What an article says further of a meeting it has told: who hosted it, that it was the first, that it was none."""

from __future__ import annotations

import pytest

from communique.extract.contacts.engagements import find_engagements
from communique.lexicon.engagements import load_engagements
from communique.records.events import Engagement
from conftest import ParseText

pytestmark = pytest.mark.model
TRIGGERS = load_engagements()
ENVOYS = "The leaders of Peru and Chile met in Quito from Tuesday to Thursday. "


def found(read_text: ParseText, text: str) -> list[Engagement]:
    return find_engagements(read_text(text, "2024-06-03"), TRIGGERS)


def hosts(engagement: Engagement) -> set[str]:
    return {p.name for p in engagement.participants if p.part == "host"}


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (ENVOYS + "President Guillermo Lasso, who hosted the talks, praised both.", "Guillermo Lasso"),
        (ENVOYS + "Guillermo Lasso hosted the talks.", "Guillermo Lasso"),
        (ENVOYS + "Brazil, which hosted the meeting, gave no details.", "Brazil"),
        ("Peru and Chile agreed on a truce after talks at which Guillermo Lasso was the host.", "Guillermo Lasso"),
        ("Peru held talks with Chile at which Brazil was the chair.", "Brazil"),
    ],
)  # fmt: skip
def test_who_hosted_what_was_told_belongs_to_it(text: str, host: str, read_text: ParseText) -> None:
    engagements = found(read_text, text)
    assert [hosts(e) for e in engagements] == [{host}]
    assert len(engagements[0].participants) == 3


@pytest.mark.parametrize(
    "text",
    [
        ENVOYS + "Brazil hosted talks on Haiti.",
        ENVOYS + "Brazil will host the talks.",
        ENVOYS + "Brazil hosted the talks between Cuba and Haiti.",
    ],
)
def test_a_host_of_other_talks_does_not(text: str, read_text: ParseText) -> None:
    assert not hosts(found(read_text, text)[0])


@pytest.mark.parametrize(
    "text",
    [
        ENVOYS + "It would have been the first meeting of the two ministers since March.",
        ENVOYS + "That would have been the first meeting of Peru and Chile this year.",
        "Lula did not say why. It would have been his third meeting with Gustavo Petro.",
    ],
)
def test_what_would_have_been_is_no_plan(text: str, read_text: ParseText) -> None:
    assert "hypothetical" not in {e.status for e in found(read_text, text)}


def test_since_when_it_is_the_first_is_no_slot(read_text: ParseText) -> None:
    (meeting,) = found(read_text, "It will be the first meeting of Lula and Gustavo Petro since August 2022.")
    assert (meeting.status, meeting.window) == ("announced", None)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Lula may have met Gustavo Petro in Quito.", []),
        ("Lula and Gustavo Petro are said to have met in Quito.", []),
        ("Lula is believed to have met Gustavo Petro in Quito.", []),
        ("Lula may meet Gustavo Petro in Quito.", ["hypothetical"]),
        ("Lula has met Gustavo Petro in Quito.", ["held"]),
    ],
)
def test_a_rumour_of_the_past_is_no_plan(text: str, statuses: list[str], read_text: ParseText) -> None:
    assert [e.status for e in found(read_text, text)] == statuses


def test_what_did_not_take_place_is_what_was_reported_with_its_day(read_text: ParseText) -> None:
    text = "A paper wrote that Lula and Gustavo Petro had met in Quito on May 20. The meeting did not take place."
    for day, printed in (("2024-05-20", 1), ("2024-04-02", 2)):  # what is long ago is told as history beside it
        month = {"05": "May 20", "04": "April 2"}[day[5:7]]
        engagements = found(read_text, text.replace("May 20", month))
        denied = engagements[-1]
        assert (len(engagements), denied.status) == (printed, "cancelled")
        assert denied.window is not None and (denied.window.from_, denied.window.to) == (day, day)
        assert {p.name for p in denied.participants} == {"Luiz Inácio Lula da Silva", "Gustavo Petro"}


def test_another_that_will_not_take_place_has_no_day_of_it(read_text: ParseText) -> None:
    text = "Lula and Gustavo Petro met in Quito on April 2. A meeting in Lima did not take place."
    assert [e.window for e in found(read_text, text) if e.status == "cancelled"] == [None]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("The foreign ministers, Ararat Mirzoyan and Jeyhun Bayramov, spoke. Lula hosted them in Quito.",
         {"ARM": "foreign ministers", "AZE": "foreign ministers"}),
        ("Lula is ready to host a meeting of the Peruvian, Chilean and Bolivian foreign ministers.",
         {"PER": "foreign ministers", "CHL": "foreign ministers", "BOL": "foreign ministers"}),
        ("A meeting of Lula and Gustavo Petro ended.", {}),
        ("The foreign ministers of Peru and Chile met.", {"PER": "foreign ministers", "CHL": "foreign ministers"}),
    ],
)  # fmt: skip
def test_the_office_by_which_they_are_there(text: str, offices: dict[str, str], read_text: ParseText) -> None:
    parties = [p for e in found(read_text, text) for p in e.participants if p.role and p.part != "host"]
    assert {p.iso3: p.role.title for p in parties if p.role} == offices


TALKS = "Peru and Chile held talks in Quito on Thursday. "


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The delegations will meet again in Lima on Friday.", "Lima"),
        ("The two delegations are to meet in Lima next week.", "Lima"),
        ("The negotiating teams will meet in Lima in July.", "Lima"),
        ("The next meeting of the border commissions will take place in Lima in July.", "Lima"),
        ("Another round of talks will be held in Lima in July.", "Lima"),
    ],
)
def test_teams_meet_for_those_who_last_met(text: str, place: str, read_text: ParseText) -> None:
    first, further = found(read_text, TALKS + text)
    assert (first.status, further.status, further.where and further.where.name) == ("held", "announced", place)
    assert {p.id for p in further.participants} == {p.id for p in first.participants} == {"state/PER", "state/CHL"}


@pytest.mark.parametrize(
    "text",
    [
        "The delegations met for two hours.",
        "The delegations will stay in Quito.",
        "Delegations will meet in Lima in July.",
        "A delegation will meet in Lima in July.",
    ],
)
def test_who_is_no_team_of_theirs_does_not(text: str, read_text: ParseText) -> None:
    assert len(found(read_text, TALKS + text)) == 1


def test_the_teams_of_others_are_theirs(read_text: ParseText) -> None:
    _, other = found(read_text, TALKS + "The delegations of Cuba and Haiti will meet in Lima in July.")
    assert {p.id for p in other.participants} == {"state/CUB", "state/HTI"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru decided not to send a delegation to Quito for the talks with Chile.", "refused"),
        ("Peru refused to send negotiators to Quito for talks with Chile.", "refused"),
        ("Peru sent a delegation to Quito for the talks with Chile.", "held"),
    ],
)
def test_talks_for_which_nobody_is_sent_are_not_held(text: str, status: str, read_text: ParseText) -> None:
    assert {e.status for e in found(read_text, text) if e.type == "talks"} == {status}


PLANNED = "The summit between Vladimir Putin and Gustavo Petro, scheduled for June 15, "


@pytest.mark.parametrize(
    ("text", "status", "day", "place"),
    [
        (PLANNED + "was brought forward to June 12.", "announced", "2024-06-12", None),
        (PLANNED + "was postponed to June 20.", "postponed", "2024-06-20", None),
        (PLANNED + "was moved to June 18.", "announced", "2024-06-18", None),
        ("Lula moved his meeting with Gustavo Petro to Lima.", "announced", None, "Lima"),
        ("The talks between Peru and Chile were moved from Quito to Lima.", "announced", None, "Lima"),
        ("Lula rescheduled his meeting with Gustavo Petro for June 20.", "postponed", "2024-06-20", None),
        (PLANNED + "was postponed.", "postponed", "2024-06-15", None),
        (PLANNED + "will be attended by Lula.", "announced", "2024-06-15", None),
    ],
)
def test_what_is_moved_has_a_new_day_or_place(
    text: str, status: str, day: str | None, place: str | None, read_text: ParseText
) -> None:
    (moved,) = found(read_text, text)
    assert (moved.status, moved.where and moved.where.name) == (status, place)
    assert (moved.window.from_ if moved.window else None) == day
