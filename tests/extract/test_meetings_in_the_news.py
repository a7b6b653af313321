"""Meetings as agencies tell them: hyphenated sides, several meetings summed up, guests, series, aims, plans opposed."""

from __future__ import annotations

import pytest

from communique.extract.contacts.engagements import find_engagements
from communique.lexicon.engagements import load_engagements
from communique.records.events import Engagement
from conftest import ParseText

pytestmark = pytest.mark.model
TRIGGERS = load_engagements()


def found(read_text: ParseText, text: str, day: str = "2023-06-03") -> list[Engagement]:
    return find_engagements(read_text(text, day), TRIGGERS)


def sides(engagement: Engagement) -> set[str]:
    return {participant.id for participant in engagement.participants}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Egyptian-Sudanese talks will resume in July.", {"state/EGY", "state/SDN"}),
        ("The Russia-Ukraine talks will resume in July.", {"state/RUS", "state/UKR"}),
        ("U.S.-Chinese talks will resume in July.", {"state/USA", "state/CHN"}),
        ("The China–Japan summit was held in Seoul.", {"state/CHN", "state/JPN"}),
        ("The Saudi-Iranian talks in Baghdad were useful.", {"state/SAU", "state/IRN"}),
        ("Israel-Hamas talks collapsed on Monday.", {"state/ISR", "armed_group/hamas"}),
        ("The Peru talks will resume in July.", set()),
        ("U.S.-led talks between Chad and Mali will resume.", {"state/TCD", "state/MLI"}),
    ],
)
def test_names_joined_by_a_hyphen_are_two_parties(text: str, parties: set[str], read_text: ParseText) -> None:
    engagements = found(read_text, text)
    assert {side for engagement in engagements for side in sides(engagement)} == parties
    assert not any(e.where is not None and e.where.iso3 in ("UKR", "JPN") for e in engagements)


def test_talks_of_two_that_will_resume_are_announced_and_not_one_sides_wish(read_text: ParseText) -> None:
    assert [e.status for e in found(read_text, "Egyptian-Sudanese talks will resume in July.")] == ["announced"]
    assert [e.status for e in found(read_text, "Egypt wants to resume talks with Sudan.")] == ["sought"]


SUMMED_UP = (
    "Emmanuel Macron held private meetings on Thursday with the leaders of Japan, South Korea and China. The president "
    "held a joint meeting in the morning with Fumio Kishida and Yoon Suk Yeol. Macron met in the afternoon with Xi "
    "Jinping."
)


def test_meetings_told_one_by_one_are_not_the_one_that_sums_them_up(read_text: ParseText) -> None:
    together = [{p.id for p in e.participants if p.kind == "person"} for e in found(read_text, SUMMED_UP)]
    macron = "person/emmanuel-macron"
    assert {macron, "person/fumio-kishida", "person/yoon-suk-yeol"} in together
    assert {macron, "person/xi-jinping"} in together
    assert len(together) == 3


def test_meetings_of_two_are_the_talks_told_after_them(read_text: ParseText) -> None:
    text = "Peru and Chile held meetings in Lima on Monday. The talks between Peru and Chile were useful."
    assert len(found(read_text, text)) == 1


@pytest.mark.parametrize(
    ("text", "visitors"),
    [
        ("Emmanuel Macron snubbed Kais Saied during his recent visit to France.", {"person/kais-saied"}),
        ("Emmanuel Macron received Kais Saied on his visit to France.", {"person/kais-saied"}),
        ("Emmanuel Macron criticised Chad during his visit to Niger.", {"person/emmanuel-macron"}),
        ("Benjamin Netanyahu shunned Mahmoud Abbas during his trips to Israel.", {"person/mahmoud-abbas"}),
        ("During Emmanuel Macron's visit to Chad, Mahamat Deby praised him.", {"person/emmanuel-macron"}),
        ('"When I visit other countries, I say little," Joe Biden said.', set()),
        ('"He is a man who sows hatred everywhere he visits," Luis Arce said of Gabriel Boric.', set()),
    ],
)
def test_who_visits(text: str, visitors: set[str], read_text: ParseText) -> None:
    people = [p for e in found(read_text, text) if e.type == "visit" for p in e.participants]
    assert {p.id for p in people if p.part == "visitor"} == visitors


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Lula da Silva said that he would go ahead with the meeting with Gustavo Petro.", ["announced"]),
        ("Bolivian lawmakers called on the government to block Gabriel Boric's visit to La Paz.", ["announced"]),
        ("Peru urged Chile to boycott the summit with Brazil.", ["announced"]),
        ("Peru urged Chile to hold a summit with Brazil.", ["sought"]),
        ("Talks between Egypt and Sudan have been cut off for two years.", ["suspended"]),
        ("The aim of the talks between Peru and Chile is to open the border.", ["held"]),
        ("The purpose of Emmanuel Macron's visit to Chad was to calm the army.", ["held"]),
        ("The aim is a meeting between Peru and Chile.", ["sought"]),
        ("Emmanuel Macron is looking forward to a meeting with Kais Saied.", ["sought"]),
        ("Poland and Hungary will sign the pact on June 12 at a ceremony in Warsaw.", ["announced"]),
        ("Poland plans to hold a ceremony with Hungary on June 12.", ["sought"]),
        ("Emmanuel Macron went ahead with a meeting with Kais Saied.", ["held"]),
    ],
)
def test_how_it_stands(text: str, statuses: list[str], read_text: ParseText) -> None:
    assert [e.status for e in found(read_text, text)] == statuses


def test_who_asks_for_talks_seeks_them(read_text: ParseText) -> None:
    (talks,) = found(read_text, "Antony Blinken urged Iran to resume talks with Oman.")
    assert talks.initiator is not None and talks.initiator.id == "person/antony-blinken"
    (meeting,) = found(read_text, "Iran wants to resume talks with Oman.")
    assert meeting.initiator is not None and meeting.initiator.id == "state/IRN"


@pytest.mark.parametrize(
    ("text", "when", "window"),
    [
        ("Just ahead of Antony Blinken's trip to Chile, the ministry on Sunday issued a warning.", None, None),
        ("The annual talks between Peru and Chile, which started a decade ago, cover fishing.", None, None),
        ("Talks between Peru and Chile, which started on Monday, cover fishing.", "2023-05-29", None),
        ("Antony Blinken met Wang Yi Thursday after the summit.", "2023-06-01", None),
        ("Joe Biden held talks earlier in the day with Fumio Kishida.", "2023-06-03", None),
    ],
)
def test_its_day_is_its_own(text: str, when: str | None, window: str | None, read_text: ParseText) -> None:
    first = found(read_text, text)[0]
    assert (first.when.from_ if first.when else None) == when
    assert (first.window.from_ if first.window else None) == window


def test_talks_that_are_to_end_tomorrow_are_under_way(read_text: ParseText) -> None:
    text = "Talks between Peru and Chile, set to end on Tuesday, also cover fishing."
    assert [(e.status, e.window) for e in found(read_text, text, "2023-06-05")] == [("under_way", None)]
    assert [e.status for e in found(read_text, text, "2023-06-01")] == ["announced"]


def test_ahead_of_the_ceremony_does_not_say_that_it_is_to_come(read_text: ParseText) -> None:
    held = "Poland and Hungary joined the pact at a ceremony held in Prague on Friday. "
    (ceremony,) = found(read_text, held + "Ahead of the ceremony, Peter Szijjarto said it was a great day.")
    assert ceremony.status == "held" and ceremony.when is not None and ceremony.when.from_ == "2023-06-02"
    (plan,) = found(read_text, "Ahead of a ceremony with Hungary, Poland said it was a great day.")
    assert plan.status == "announced"


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Emmanuel Macron was not at the summit of the African Union on Monday.", False),
        ("Emmanuel Macron did not attend the summit of the African Union on Monday.", False),
        ("Emmanuel Macron was at the summit of the African Union on Monday.", True),
        ("Emmanuel Macron attended the summit of the African Union on Monday.", True),
    ],
)
def test_who_stayed_away_took_no_part(text: str, present: bool, read_text: ParseText) -> None:
    (summit,) = found(read_text, text)
    assert ("person/emmanuel-macron" in sides(summit)) == present and summit.status == "held"


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger are at odds. Chadian Prime Minister Ali Dogo will visit Niger, the two governments announced.",
        "Kenya and Uganda quarrel. Kenyan President Okello Diri will travel to Kampala, both countries said on Monday.",
        "Peru and Chile fell out. Peruvian President Juan Diaz will visit Chile in May, the two countries announced.",
    ],
)
def test_nobody_is_his_own_host(text: str, read_text: ParseText) -> None:
    for engagement in found(read_text, text):
        going = {p.iso3 for p in engagement.participants if p.part == "visitor"}
        assert going and going.isdisjoint(p.iso3 for p in engagement.participants if p.part == "host")
