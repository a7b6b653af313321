"""Contacts as news words them beside the plain ways: for a visit, at their meeting, invited to visit, who hosts where.

Wording by us, persons invented.
"""

from __future__ import annotations

import pytest
from score_contacts import told_contact

from communique import workflow
from communique.records import Engagement
from communique.sources import article_from_text

pytestmark = pytest.mark.model


def told(text: str) -> list[str]:
    records = workflow.read(article_from_text(text, date="2024-05-16", language="en"))
    found = [told_contact(record) for record in records if isinstance(record, Engagement)]
    return [str(contact).partition(" 2024")[0] for contact in found]


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("Senegal's president arrived in Accra on Monday for a hastily arranged visit.", ["visit held SEN @accra"]),
        ("Finland's premier landed in Tbilisi for a two-day visit.", ["visit held FIN @tbilisi"]),
        ("Peru's foreign minister will arrive in Havana for an official visit.", ["visit announced PER @havana"]),
        ("Paraguay's president flew to Madrid on a state visit.", ["visit held PRY @madrid"]),
        ("Malta's premier came to Tunis for a visit.", ["visit held MLT @tunis"]),
        (
            "Peru's foreign minister arrived in Havana for talks with Cuba.",
            ["visit held PER @havana", "talks announced CUB+PER @havana"],
        ),
        ("Peru's foreign minister left for a visit to Havana.", ["visit announced PER @havana"]),
    ],
)
def test_what_visit_somebody_came_for_is_that_visit(text: str, contacts: list[str]) -> None:
    assert told(text) == contacts


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("Togo's president thanked Ghana's foreign minister during their meeting.", ["meeting held GHA+TGO"]),
        ("The Swiss premier warned President Pavel Hrynko of Belarus at their meeting.", ["meeting held BLR+CHE"]),
        ("Latvia's president praised the Maltese premier after their talks.", ["talks held LVA+MLT"]),
        ("Oman's foreign minister reminded the Yemeni president during their call.", ["call held OMN+YEM"]),
        ("Kenya's president urged the Somali premier in their meeting to wait.", ["meeting held KEN+SOM"]),
        (
            "The ministers of Peru and Chile warned the Bolivian president during their meeting.",
            ["meeting held CHL+PER"],
        ),
        ("The Bolivian ministers warned Chile during their meeting.", ["meeting held BOL"]),
        ("Togo's president was thanked by the ministers during their meeting.", []),
    ],
)
def test_their_meeting_is_that_of_who_speaks_and_who_is_spoken_to(text: str, contacts: list[str]) -> None:
    assert told(text) == contacts


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("Zurich will host talks between Sudan and Chad in June.", ["talks announced SDN+TCD @zurich"]),
        ("Geneva hosted talks between Armenia and Georgia.", ["talks held ARM+GEO @geneva"]),
        ("Berlin hosted talks between Armenia and Georgia.", ["talks held ARM+DEU+GEO @berlin"]),
        ("Moscow welcomed talks between Armenia and Georgia.", ["talks held ARM+GEO"]),
        ("Geneva hosted a fair as Armenia and Georgia met.", ["meeting held ARM+GEO"]),
        ("Switzerland will host talks between Armenia and Georgia.", ["talks announced ARM+CHE+GEO"]),
    ],
)
def test_a_city_that_hosts_is_the_place(text: str, contacts: list[str]) -> None:
    assert told(text) == contacts


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("Portugal hailed the meeting of Angola's president with Zambia's premier.", ["meeting held AGO+ZMB"]),
        ("Panama criticized the meeting of Cuba's president with his Belizean counterpart.", ["meeting held BLZ+CUB"]),
        ("Norway welcomed the meeting of Sweden's king with enthusiasm.", ["meeting held SWE"]),
    ],
)
def test_a_remark_takes_no_party_from_the_meeting(text: str, contacts: list[str]) -> None:
    assert told(text) == contacts


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Fiji and Samoa held talks in Suva on Monday that were originally scheduled for May 3.", "2024-05-13"),
        ("Fiji and Samoa will hold talks in Suva on Monday that were previously planned for May 3.", "2024-05-20"),
        ("Fiji and Samoa called off talks in Suva that were originally scheduled for June 3.", "2024-06-03"),
        ("Bolivia and Paraguay brought forward their talks to Tuesday.", "2024-05-21"),
    ],
)
def test_the_day_is_not_that_of_the_plan_before(text: str, day: str) -> None:
    records = workflow.read(article_from_text(text, date="2024-05-16", language="en"))
    slots = [record.when or record.window for record in records if isinstance(record, Engagement)]
    assert [slot.from_ for slot in slots if slot is not None] == [day]


def test_what_was_earlier_than_planned_is_news() -> None:
    text = "India and Nepal opened border talks in Kathmandu on Monday, a week earlier than scheduled."
    records = workflow.read(article_from_text(text, date="2024-05-16", language="en"))
    assert [record.layer for record in records if isinstance(record, Engagement)] == ["main"]


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        (
            "The ministers of Laos and Thailand met in Hue. Vietnam's president spoke to both ministers.",
            ["meeting held LAO+THA @hue", "contact held LAO+THA+VNM"],
        ),
        (
            "The premiers of Croatia and Slovenia met in Split. The two premiers will meet again in June.",
            ["meeting held HRV+SVN @split", "meeting announced HRV+SVN"],
        ),
    ],
)
def test_both_ministers_are_those_who_met_before(text: str, contacts: list[str]) -> None:
    assert told(text) == contacts


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        (
            "Hungary and Slovakia held a fifth day of talks in Bratislava on Tuesday.",
            ["talks under_way HUN+SVK @bratislava"],
        ),
        ("Libyan and Tunisian officials held a sixth day of talks on Thursday.", ["talks under_way LBY+TUN"]),
        ("Mali and Niger held a second day of talks in Gao in January.", ["talks held MLI+NER @gao"]),
        ("Mali and Niger held two days of talks in Gao.", ["talks held MLI+NER @gao"]),
    ],
)
def test_a_day_of_talks_is_not_all_of_them(text: str, contacts: list[str]) -> None:
    assert told(text) == contacts


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("Peru announced the suspension of talks with Chile.", ["talks postponed CHL+PER"]),
        ("The court freed the sailors pending talks between Iran and Oman.", ["talks announced IRN+OMN"]),
        ("The court freed the sailors before talks between Iran and Oman.", ["talks announced IRN+OMN"]),
    ],
)
def test_what_words_before_talks_say_of_them(text: str, contacts: list[str]) -> None:
    assert told(text) == contacts


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("Bolivia regretted the talks with Chile that were called off on Monday.", ["talks cancelled BOL+CHL"]),
        (
            "The visit of the Kenyan president to Togo, which was postponed on Friday, was to last three days.",
            ["visit postponed KEN @togo"],
        ),
        (
            "The talks between Laos and Nepal, postponed on Friday, were to deal with the dam.",
            ["talks postponed LAO+NPL"],
        ),
        (
            "Chad regretted the summit with Sudan that was cancelled in May.",
            ["summit cancelled SDN+TCD"],
        ),
        (
            "The Angolan president will fly to Lome on Friday for the visit that was postponed.",
            ["visit announced AGO @lome"],
        ),
        (
            "The meeting of the Finnish and Danish premiers, which was put off, was a formality.",
            ["meeting postponed DNK+FIN"],
        ),
        ("Mali and Togo held talks that were delayed by a storm.", ["talks held MLI+TGO"]),
        (
            "The Ghanaian president's visit to Togo, cancelled in March, will take place in June.",
            ["visit announced GHA @togo"],
        ),
        (
            "Peru will resume the talks with Chile, which was suspended from the bloc in May.",
            ["talks announced CHL+PER"],
        ),
        ("Peru praised the talks with Chile, which cancelled a debt in May.", ["talks held CHL"]),
    ],
)
def test_a_relative_clause_may_call_an_occasion_off(text: str, contacts: list[str]) -> None:
    assert told(text) == contacts


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        (
            "Iceland and Norway discussed a summit in Oslo.",
            ["talks held ISL+NOR @oslo", "summit hypothetical ISL+NOR @oslo"],
        ),
        (
            "The Indian and Omani premiers discussed a visit to Muscat.",
            ["talks held IND+OMN", "visit hypothetical IND+OMN @muscat"],
        ),
        ("Togo and Benin discussed a further round of talks.", ["talks held BEN+TGO", "talks hypothetical BEN+TGO"]),
        ("Niger and Chad held discussions in Zinder.", ["talks held NER+TCD"]),
    ],
)
def test_what_is_discussed_is_not_the_discussion(text: str, contacts: list[str]) -> None:
    assert told(text) == contacts


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        ("Malta has rejected Libya's appeal for talks.", ["talks refused LBY+MLT"]),
        ("Peru turned down Chile's request for a meeting.", ["meeting refused CHL+PER"]),
        ("Belgrade dismissed calls by Pristina for direct talks.", ["talks refused SRB+XKX"]),
        ("Kenya accepted Somalia's offer of talks.", ["talks announced KEN+SOM"]),
        ("Ghana is considering Togo's request for a meeting.", ["meeting sought GHA+TGO"]),
        ("Lima ignored Quito's proposal for a meeting in Guayaquil.", ["meeting proposed ECU+PER @guayaquil"]),
        ("Japan declined a Mongolian request for talks.", ["talks refused JPN+MNG"]),
        ("Peru rejected Chile's request for talks with Bolivia.", ["talks refused BOL+CHL"]),
        ("Norway criticised Iceland's refusal of talks.", []),
        ("Norway published Iceland's request for talks.", ["talks sought ISL"]),
    ],
)
def test_who_answers_a_request_for_a_meeting_is_the_other_side(text: str, contacts: list[str]) -> None:
    assert told(text) == contacts
