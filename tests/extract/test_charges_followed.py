"""Turns of charges and denials by which later articles take them up: whose people, what is denied, taken back."""

from __future__ import annotations

import pytest

from communique.extract.records import find_records
from communique.lexicon.lexicon import load_lexicon
from communique.records.statements import Allegation, Denial
from conftest import ParseText

pytestmark = pytest.mark.model

CHARGE = "Chad accused Libya of shelling a village. "


def charges(read_text: ParseText, text: str) -> list[Allegation]:
    return [r for r in find_records(read_text(text, "2023-06-01"), load_lexicon()) if isinstance(r, Allegation)]


def denials(read_text: ParseText, text: str) -> list[Denial]:
    return [r for r in find_records(read_text(text, "2023-06-01"), load_lexicon()) if isinstance(r, Denial)]


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("Ghana accused Togolese traders of smuggling gold.", [("TGO",)]),
        ("Ghana accused the captain of a Togolese ferry of smuggling gold.", [("TGO",)]),
        ("Peru accused a Bolivian company of polluting a lake.", [("BOL",)]),
        ("Peru suspected Chilean farmers of poaching.", [("CHL",)]),
        ("Oman accused three Yemeni sailors of piracy.", [("YEM",)]),
        ("Ghana accused the traders of smuggling gold.", []),
        ("Ghana accused a Togolese and a Beninese trader of smuggling gold.", []),
        ("Ghana accused two Togolese of smuggling gold.", []),  # citizens are not the state
    ],
)
def test_people_of_no_table_are_accused_as_those_of_the_state_that_is_named(
    text: str, homes: list[tuple[str, ...]], read_text: ParseText
) -> None:
    accused = [actor for charge in charges(read_text, text) for actor in charge.accused if actor.iso3 is None]
    assert [actor.based_in for actor in accused] == homes


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ghana accused the captain of a Togolese ferry of smuggling gold.", "smuggling gold"),
        ("Kenya accused the owner of a Somali ship of fishing without a licence.", "fishing without a licence"),
        ("Peru accuses Chile of mining two of its ports.", "mining two of its ports"),
        ("Chad accused Libya of shelling a village and of jamming its radar.", "shelling a village"),
        ("Chad accused the Bank of England of hoarding its gold.", "hoarding its gold"),
    ],
)
def test_what_somebody_is_accused_of_is_the_deed_and_not_whose_they_are(
    text: str, content: str, read_text: ParseText
) -> None:
    assert charges(read_text, text)[0].content.text == content


@pytest.mark.parametrize(
    "reply",
    [
        "Libya denied once more that it had shelled a village.",
        "Libya's foreign ministry said the allegation was not true.",
        "Libya's foreign ministry insisted that the claim was not accurate.",
        "“This is false,” Libya's foreign minister said.",
        "“It is not true,” Libya's foreign minister said.",
        "Libya denies having done so.",
        "Libya denied that it had done anything of the kind.",
        "Libya denied that it had shelled anything.",
        "Libya denied Chad's claims about the village.",
        "Libya said it had nothing to do with the shelling of the village.",
    ],
)
def test_a_reply_denies_the_charge_before_it(reply: str, read_text: ParseText) -> None:
    found = denials(read_text, CHARGE + reply)
    assert [len(one.of) for one in found] == [1]


@pytest.mark.parametrize(
    "reply",
    [
        "Libya's foreign ministry said the allegation was true.",
        "“This is new,” Libya's foreign minister said.",
        "“It is not easy,” Libya's foreign minister said.",
        "Libya said it had nothing to do with the festival.",
        "Libya said it had nothing to add.",
        "Libya neither confirmed nor denied Chad's claims about the village.",
        "Libya said the talks were not useful.",
    ],
)
def test_other_words_deny_nothing(reply: str, read_text: ParseText) -> None:
    assert denials(read_text, CHARGE + reply) == []


def test_what_is_denied_again_in_other_words_is_the_deed_and_not_how_often(read_text: ParseText) -> None:
    (denial,) = denials(read_text, "Libya denied once more on Monday that it had dug a tunnel.")
    assert denial.content is not None
    assert denial.content.text == "it had dug a tunnel"


@pytest.mark.parametrize(
    ("text", "withdrawn"),
    [
        ("Peru withdrew its accusation that Chile had burned a lighthouse.", [True]),
        ("Peru has retracted its allegation that Chile had bribed judges.", [True]),
        ("Kenya took back its allegation that Somalia had armed the clan.", [True]),
        ("Ghana dropped its accusation that Togo had closed a road.", [True]),
        ("Oman rescinded its allegation that Yemen had seized a ship.", [True]),
        ("Peru repeated its accusation that Chile had burned a lighthouse.", [False]),
        ("Peru refused to withdraw its accusation that Chile had burned a lighthouse.", [False]),
        ("Peru did not retract its allegation that Chile had bribed judges.", [False]),
        ("Chile rejected an accusation that it had burned a lighthouse.", [False]),
    ],
)
def test_a_charge_that_its_accuser_takes_back_is_withdrawn(
    text: str, withdrawn: list[bool], read_text: ParseText
) -> None:
    assert [charge.withdrawn for charge in charges(read_text, text)] == withdrawn


def test_a_day_is_nobody_who_could_be_blamed(read_text: ParseText) -> None:
    found = charges(read_text, "Peru blamed Chile on Monday for a cyberattack on its central bank.")
    assert [charge.content.text for charge in found] == ["a cyberattack on its central bank"]
